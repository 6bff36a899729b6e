"""Networks, where they come from, and what is loaded with them: weights, class names, devices."""
