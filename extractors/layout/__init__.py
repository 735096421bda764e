"""Step 3, the pages put together: columns, running heads, notes, and text over page breaks."""
