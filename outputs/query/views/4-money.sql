-- sv: Pengarna för en kommun (ett län, en region), ett bidrag, ett år och ett slag: en rad, hur många dokument som än säger det. Värdet är det närmaste dokumentets: om samma år, sedan kommunens eget, sedan av det slag som redovisar pengarna, sedan det senaste.
-- en: The money of a municipality (a county, a region), a grant, a year and a kind: one row, however many documents say it. The value is that of the closest document: about the same year, then the municipality's own, then of the class that accounts for such money, then the latest.
WITH ranked AS (
    SELECT
        b.*,
        row_number() OVER (
            PARTITION BY b.level, b.kommunkod, b.lanskod, b.issuer, b.grant_code, b.year, b.kind
            ORDER BY
                d.year IS DISTINCT FROM b.year AND NOT coalesce(b.year BETWEEN d.first_year AND d.last_year, false),
                d.kommunkod IS DISTINCT FROM b.kommunkod,
                d.doc_type IS DISTINCT FROM CASE
                    WHEN b.kind IN ('received', 'spent', 'remaining', 'repayable') THEN 'grant_report'
                    WHEN b.kind = 'requisitioned' THEN 'grant_application'
                    ELSE 'action_plan'
                END,
                d.document_date DESC NULLS LAST,
                b.value_sek DESC,
                b.document_id
        ) AS place
    FROM money_by_document b
    JOIN documents_named d USING (document_id)
)
SELECT
    r.level,
    r.kommunkod,
    m.kommun,
    r.lanskod,
    c.lan,
    r.issuer,
    r.grant_code,
    g.grant_name,
    r.year,
    r.kind,
    max(r.value_sek) FILTER (WHERE r.place = 1) AS value_sek,
    min(r.value_low) AS lowest_sek,
    max(r.value_high) AS highest_sek,
    count(*) AS documents,
    max(r.document_id) FILTER (WHERE r.place = 1) AS document_id,
    nullif(concat_ws('; ',
        max(r.doubt) FILTER (WHERE r.place = 1),
        CASE WHEN max(r.value_low) > min(r.value_high) THEN 'documents differ' END,
        CASE WHEN r.year IS NULL THEN 'no year' END,
        CASE WHEN r.grant_code IS NULL THEN 'no known grant' END
    ), '') AS doubt
FROM ranked r
LEFT JOIN municipalities m USING (kommunkod)
LEFT JOIN counties c ON c.lanskod = r.lanskod
LEFT JOIN grants g ON g.grant_code = r.grant_code
GROUP BY r.level, r.kommunkod, m.kommun, r.lanskod, c.lan, r.issuer, r.grant_code, g.grant_name, r.year, r.kind;
