"""The booth: what one person after the other sees of a secret ballot, on this laptop (METHOD.md, Secret ballot)."""
