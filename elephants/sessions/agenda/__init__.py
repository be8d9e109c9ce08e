"""The agenda, made together: its items, dots and the lot, and what lies on the table (METHOD.md)."""
