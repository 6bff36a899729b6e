"""Attention heads: maps of all of them, the matrix, how alike they are, and the wall of the whole network."""
