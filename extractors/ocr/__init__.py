"""Step 2 where print is a picture: what is one, and its words as Tesseract recognises them."""
