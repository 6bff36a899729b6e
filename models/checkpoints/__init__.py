"""Files of weights: read without running code, out of their wrappings, and fitted to a network."""
