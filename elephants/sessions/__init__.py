"""What happens in the room: the models, with their rules as methods. No Qt, no web, no paper."""
