"""Sessions in files: what stands in one, read strictly and written in one piece."""
