"""The panes of the window: each gives one widget its data and takes its wishes."""
