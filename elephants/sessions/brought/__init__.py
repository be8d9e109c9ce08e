"""What is brought in: old minutes, read as they were written, with the day and the title they say (METHOD.md)."""
