"""Networks and what is known about them: recording, geometry, images in and out. No Qt."""
