"""Figures that others make: balances, shares, products, changes, breakdowns."""
