"""The tour network's scenes, its training and its evaluation."""
