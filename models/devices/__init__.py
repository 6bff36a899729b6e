"""Where a network runs: which device, in how many bits, how long, and with how much memory."""
