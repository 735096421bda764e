"""Seeding errors: a right document is made wrong on purpose, and what must then be found is known."""
