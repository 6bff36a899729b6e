"""What the eye sees: each file one widget that shows one thing, given plain numpy data."""
