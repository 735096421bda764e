-- title_sv: Dokumenten och vad som finns i dem
-- title_en: The documents and what is in them
-- about_sv: Ett dokument per rad med utfärdare, år, bidrag och hur mycket som har lästs ur det. Dubbletter är inte med.
-- about_en: One document a row with its issuer, year, grant and how much was read of it. Duplicates are left out.
WITH counts AS (
    SELECT document_id, 'goals' AS what FROM goals
    UNION ALL SELECT document_id, 'activities' FROM activities
    UNION ALL SELECT document_id, 'indicators' FROM indicators
    UNION ALL SELECT document_id, 'amounts' FROM amounts
    UNION ALL SELECT document_id, 'fields' FROM fields
    UNION ALL SELECT document_id, 'tables' FROM tables
    UNION ALL SELECT document_id, 'findings' FROM findings WHERE status <> 'dismissed'
), counted AS (
    SELECT document_id,
        count(*) FILTER (WHERE what = 'goals') AS goals,
        count(*) FILTER (WHERE what = 'activities') AS activities,
        count(*) FILTER (WHERE what = 'indicators') AS indicators,
        count(*) FILTER (WHERE what = 'amounts') AS amounts,
        count(*) FILTER (WHERE what = 'fields') AS fields,
        count(*) FILTER (WHERE what = 'tables') AS tables,
        count(*) FILTER (WHERE what = 'findings') AS findings
    FROM counts
    GROUP BY document_id
)
SELECT d.source_name, d.first_page, d.last_page, d.doc_type, d.title, d.issuer, d.issuer_kind,
    d.kommunkod, d.kommun, d.lanskod, d.lan, d.first_year, d.last_year, d.year, d.grant_code, d.grant_name,
    d.document_date, d.text_layer,
    coalesce(c.goals, 0) AS goals, coalesce(c.activities, 0) AS activities, coalesce(c.indicators, 0) AS indicators,
    coalesce(c.amounts, 0) AS amounts, coalesce(c.fields, 0) AS fields, coalesce(c.tables, 0) AS tables,
    coalesce(c.findings, 0) AS findings, d.document_id
FROM documents_named d
LEFT JOIN counted c USING (document_id)
ORDER BY d.source_name, d.first_page, d.document_id
