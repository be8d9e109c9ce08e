"""What happens in the room: the models, with their rules as methods. No Qt, no web, no paper."""

from elephants.sessions.space import Home, Space
from elephants.sessions.templates import KINDS

__all__ = ["KINDS", "Home", "Space"]
