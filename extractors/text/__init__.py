"""Step 3, the text: words to lines, lines to paragraphs, list items and headings."""
