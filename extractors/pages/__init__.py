"""Step 2, read: a PDF's pages to words with place and type, and to drawings."""
