"""The page of the story cards, and the editor of a group's own decks."""
