-- title_sv: Fynd per kommun och år
-- title_en: Findings per municipality and year
-- about_sv: Fynd som inte är avfärdade, per kommun (eller län) och år.
-- about_en: Findings that are not dismissed, per municipality (or county) and year.
SELECT d.lanskod, d.lan, d.kommunkod, d.kommun, d.year,
    count(*) FILTER (WHERE f.severity = 'error') AS errors,
    count(*) FILTER (WHERE f.severity = 'warning') AS warnings,
    count(*) FILTER (WHERE f.severity = 'note') AS notes,
    count(DISTINCT f.document_id) AS documents
FROM findings f
JOIN documents_named d USING (document_id)
WHERE f.status <> 'dismissed'
GROUP BY d.lanskod, d.lan, d.kommunkod, d.kommun, d.year
ORDER BY d.lanskod, d.kommunkod, d.year
