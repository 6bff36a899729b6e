"""What of an image speaks for a class: attributions, to be seen beside what the network attends to."""
