"""The page of the activity *How is it for us?*."""
