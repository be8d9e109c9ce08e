"""What the room sees while it decides."""
