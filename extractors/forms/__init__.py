"""Step 5, forms: questions and their answers."""
