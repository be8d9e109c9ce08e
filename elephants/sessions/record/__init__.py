"""The record: read back, changed or struck, agreed, and later corrected or taken out (METHOD.md, Read-back)."""
