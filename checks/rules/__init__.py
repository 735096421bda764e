"""The checks, one a module. Adding a module here adds its check to the catalogue."""
