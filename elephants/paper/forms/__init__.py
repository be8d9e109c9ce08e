"""The record in other forms than a printed page: for a browser, an editor, a table and a calendar."""
