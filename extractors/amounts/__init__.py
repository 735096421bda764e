"""Step 5, sums of money: where they stand, and what they are."""
