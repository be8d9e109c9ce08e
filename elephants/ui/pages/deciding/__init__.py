"""The steps of deciding together, each a part of one page."""
