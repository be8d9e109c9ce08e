"""The file: one encrypted store, its key, its upgrades, and what is read from it."""
