-- sv: Dokumenten med kommunens, länets och bidragets namn, och det år som de gäller. Dubbletter är utelämnade, och dokument vars filer är borta.
-- en: The documents with the names of their municipality, county and grant, and the year they are about. Duplicates are left out, and documents whose files are gone.
SELECT
    d.document_id,
    d.source_name,
    d.first_page,
    d.last_page,
    d.doc_type,
    d.title,
    d.issuer,
    d.issuer_kind,
    d.kommunkod,
    m.kommun,
    d.lanskod,
    c.lan,
    coalesce(d.reporting_year, d.grant_year) AS year,
    coalesce(d.period_start, d.reporting_year, d.grant_year) AS first_year,
    coalesce(d.period_end, d.reporting_year, d.grant_year) AS last_year,
    d.grant_code,
    coalesce(g.grant_name, d.grant_name) AS grant_name,
    d.document_date,
    d.text_layer,
    d.run_id
FROM documents d
LEFT JOIN municipalities m USING (kommunkod)
LEFT JOIN counties c ON c.lanskod = d.lanskod
LEFT JOIN grants g USING (grant_code)
WHERE d.duplicate_of IS NULL AND d.retired_since IS NULL;
