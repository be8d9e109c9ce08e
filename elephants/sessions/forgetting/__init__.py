"""Forgetting: a person's name, a whole session, and what was kept long enough (METHOD.md, Kept for)."""
