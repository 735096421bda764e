-- title_sv: Fynd per kontroll
-- title_en: Findings per check
-- about_sv: Hur många fynd varje kontroll ger, per allvar och omdöme. Det en granskare har avfärdat räknas för sig.
-- about_en: How many findings each check gives, per severity and verdict. What a reviewer has dismissed is counted apart.
SELECT family, rule,
    count(*) FILTER (WHERE severity = 'error' AND status <> 'dismissed') AS errors,
    count(*) FILTER (WHERE severity = 'warning' AND status <> 'dismissed') AS warnings,
    count(*) FILTER (WHERE severity = 'note' AND status <> 'dismissed') AS notes,
    count(*) FILTER (WHERE status = 'confirmed') AS confirmed,
    count(*) FILTER (WHERE status = 'dismissed') AS dismissed,
    count(DISTINCT document_id) AS documents
FROM findings
GROUP BY family, rule
ORDER BY errors DESC, warnings DESC, notes DESC, rule
