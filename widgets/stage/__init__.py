"""The picture with what the network attends to laid over it."""
