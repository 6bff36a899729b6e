"""The networks that there are to choose from, and which of them a checkpoint is of. No torch."""
