"""The page of check-in and check-out."""
