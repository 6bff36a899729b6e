"""What the window knows and what the user wishes: one state, the wishes, what has to be asked, how it is said."""
