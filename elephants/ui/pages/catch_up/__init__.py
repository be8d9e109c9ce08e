"""The page on which a session that went on with paper is caught up."""
