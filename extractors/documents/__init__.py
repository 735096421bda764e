"""Steps 4 and 5, the document as a whole: its class, its title, who issued it for which year."""
