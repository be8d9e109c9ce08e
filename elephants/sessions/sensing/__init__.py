"""Sensing, not deciding: how it is for us, in four shapes (METHOD.md)."""
