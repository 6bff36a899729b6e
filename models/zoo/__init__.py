"""Which networks can be loaded, where each comes from, and what comes with it: weights, class names, preparation."""
