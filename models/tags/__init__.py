"""What is known of tensors while a pass runs: where they come from, and what operations mean for that."""
