"""Composers: a scenario becomes the content of one document, one module a kind of document."""
