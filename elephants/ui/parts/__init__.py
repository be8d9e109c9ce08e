"""The parts every page is built from; each can be used by hand, by keyboard and by a screen reader."""
