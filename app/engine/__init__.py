"""The engine: the process that holds the network and answers the window, one request after the other."""
