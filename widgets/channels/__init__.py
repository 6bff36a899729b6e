"""Weights of channels and of places as bars, histograms, strips, sheets and numbers."""
