"""One file on its way: its processes with their bounds, its stages, and what became of it."""
