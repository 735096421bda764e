"""A published snapshot as a database: views and queries that are ready, and SQL of one's own, which only reads."""
