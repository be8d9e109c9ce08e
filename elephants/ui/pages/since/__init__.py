"""The page of What happened since."""
