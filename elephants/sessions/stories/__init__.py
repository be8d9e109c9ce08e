"""More than One Story: the cards on the table and the decks of a group (METHOD.md)."""
