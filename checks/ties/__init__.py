"""Sums that tell of one fact, in one document or in several, held against each other."""
