"""Step 3, the tables: ruled, half-ruled and open ones; rows, spans, headers, and what goes on over pages."""
