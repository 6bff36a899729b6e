"""Where pictures come from: files, folders, films, cameras, the clipboard, the web."""
