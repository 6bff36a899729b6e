"""Networks and attention systems of our own, each after its paper."""
