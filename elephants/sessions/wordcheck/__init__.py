"""Looks through the words of a record before it goes to paper, and warns; it never blocks (METHOD.md, Read-back)."""
