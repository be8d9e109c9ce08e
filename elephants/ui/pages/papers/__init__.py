"""The papers of a session: choose, look, look through the words, save and print."""
