"""A run over many files: its steps, its journal, Prefect around it, and who hears of it."""
