"""The way to the engine: its command, its process, the frames between both, and what is said when it breaks."""
