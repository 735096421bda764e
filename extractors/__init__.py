"""PDF -> domain: intake, reading, layout and tables, then what they say."""
