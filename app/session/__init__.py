"""What the user can wish for, turned into numbered requests; answers turned into state."""
