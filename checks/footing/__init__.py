"""Sums down a column and along a row: which numbers a total is the sum of."""
