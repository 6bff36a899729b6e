"""Lines, buttons, dialogs and lists of the frame around the views."""
