"""Watching a pass: its modules, its operations, and the short way once it is known."""
