"""The learning session's page, step by step."""
