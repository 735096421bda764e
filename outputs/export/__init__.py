"""Frames as files that other programs open: Excel workbooks, CSV, JSON lines. The same frame, the same bytes."""
