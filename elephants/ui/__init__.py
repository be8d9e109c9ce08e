"""What people see on a screen: the console, the room screen, their pages, views and parts (Qt lives only here)."""
