"""The window and what belongs to it: panes, menus, palette, dialogs, undo, and how all of it is put together."""
