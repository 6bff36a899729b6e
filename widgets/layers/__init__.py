"""The layers of a pass, as a list and as a strip."""
