"""Help for the facilitator: a page for each step and activity, and two pages to read (METHOD.md)."""
