"""The way through all rooms: stages, the Prefect flow that drives them, and the command line."""
