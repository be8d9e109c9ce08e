"""Deciding together: the walk from a question to an ending, and what each step keeps (METHOD.md)."""
