"""Decks of story cards: what a card is, the forms a file may have, and the rows they are read into."""
