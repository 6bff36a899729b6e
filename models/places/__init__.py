"""Where queries, keys and positions lie in the network's input."""
