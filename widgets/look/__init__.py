"""What all widgets share: themes, colours, texts, numbers, pictures of cells, and how one moves over a picture."""
