"""Turns a session into paper: one document, drawn as minutes or an outcome sheet (METHOD.md, Read-back and papers)."""
