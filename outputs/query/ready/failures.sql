-- title_sv: Det som inte kunde tas in
-- title_en: What could not be taken in
-- about_sv: Filer och sidor som inte kunde läsas i den senaste körningen, med vad som är fel och vad man kan göra.
-- about_en: Files and pages that could not be read in the latest run, with what is wrong and what to do.
SELECT source_name, stage, error, message, run_id
FROM failures
ORDER BY source_name, stage, error, message
