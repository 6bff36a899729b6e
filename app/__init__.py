"""The program: entry points, the engine and its client, the state, the window, exports."""
