"""Pictures, tables, arrays and pages of what is seen and of everything, for the window and the command line."""
