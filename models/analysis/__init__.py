"""What a whole network makes of its attention: rollout, flow, and how alike heads are."""
