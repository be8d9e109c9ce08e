"""What the room sees of the agenda."""
