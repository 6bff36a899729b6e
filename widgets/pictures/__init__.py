"""Pictures to go through: thumbnails, and the frames of a film."""
