"""How money, numbers and years are written in Swedish."""
