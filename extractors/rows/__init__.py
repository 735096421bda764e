"""The end of step 5: drafts to rows, with stable ids, places, and text columns without private numbers."""
