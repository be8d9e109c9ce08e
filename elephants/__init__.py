"""Elephants: helps a facilitator hold a meeting in which everybody is equal and the minority is heard."""

__version__ = "0.1.0"
