"""The history for core teams: what was decided, what was needed, and what became of it."""
