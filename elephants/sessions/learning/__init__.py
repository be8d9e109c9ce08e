"""The learning session: what happened, what went right and what did not, what we try next (METHOD.md)."""
