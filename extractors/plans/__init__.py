"""Step 5, plans: goals, activities and indicators by heads, tables and matrices."""
