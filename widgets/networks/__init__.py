"""Choosing a network: the list, guesses, differences, makers, and the preparation of the picture."""
