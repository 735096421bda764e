-- title_sv: Fynd per bidrag, år och kontroll
-- title_en: Findings per grant, year and check
-- about_sv: Fynd som inte är avfärdade, per bidrag, år och kontroll, och hur många dokument som de finns i, av så många som bidraget har det året.
-- about_en: Findings that are not dismissed, per grant, year and check, and in how many documents, of as many as the grant has that year.
WITH sizes AS (
    SELECT grant_code, grant_name, year, count(*) AS of_documents
    FROM documents_named
    GROUP BY grant_code, grant_name, year
)
SELECT d.grant_code, d.grant_name, d.year, f.rule,
    count(*) FILTER (WHERE f.severity = 'error') AS errors,
    count(*) FILTER (WHERE f.severity = 'warning') AS warnings,
    count(*) FILTER (WHERE f.severity = 'note') AS notes,
    count(DISTINCT f.document_id) AS documents,
    s.of_documents
FROM findings f
JOIN documents_named d USING (document_id)
JOIN sizes s
    ON s.grant_code IS NOT DISTINCT FROM d.grant_code
    AND s.grant_name IS NOT DISTINCT FROM d.grant_name
    AND s.year IS NOT DISTINCT FROM d.year
WHERE f.status <> 'dismissed'
GROUP BY d.grant_code, d.grant_name, d.year, f.rule, s.of_documents
ORDER BY d.grant_code, d.grant_name, d.year, f.rule
