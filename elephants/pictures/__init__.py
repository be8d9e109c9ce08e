"""Cut-paper pictures, chairs and icons as plain geometry, painted alike on the screen and on paper (LOOK.md)."""
