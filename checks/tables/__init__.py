"""What a table's cells say of its structure: its headings, its columns of numbers, its lines and what each line is."""
