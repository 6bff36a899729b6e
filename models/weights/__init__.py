"""Attention as a network applied it: how it is kept, read, edited and laid out."""
