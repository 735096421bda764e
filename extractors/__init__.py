"""PDF -> domain: taking, reading (pages, ocr, text, tables, layout), then understanding what they say."""
