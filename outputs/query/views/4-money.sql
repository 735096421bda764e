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
), summed AS (
    SELECT
        level, kommunkod, lanskod, issuer, grant_code, year, kind,
        max(value_sek) FILTER (WHERE place = 1) AS value_sek,
        min(value_low) AS lowest_sek,
        max(value_high) AS highest_sek,
        count(*) AS documents,
        max(document_id) FILTER (WHERE place = 1) AS document_id,
        max(doubt) FILTER (WHERE place = 1) AS doubt,
        max(value_low) > min(value_high) AS differ
    FROM ranked
    GROUP BY level, kommunkod, lanskod, issuer, grant_code, year, kind
)
SELECT
    s.level,
    s.kommunkod,
    m.kommun,
    s.lanskod,
    c.lan,
    s.issuer,
    s.grant_code,
    g.grant_name,
    s.year,
    s.kind,
    s.value_sek,
    s.lowest_sek,
    s.highest_sek,
    s.documents,
    s.document_id,
    nullif(concat_ws('; ',
        s.doubt,
        CASE WHEN s.differ THEN 'documents differ' END,
        -- Where a grant, or a year, is not said, it may be the money of one that is, told once more.
        CASE WHEN s.year IS NULL AND count(s.year) OVER of_one_kind > 0 THEN 'no year' END,
        CASE WHEN s.grant_code IS NULL AND count(s.grant_code) OVER of_one_kind > 0 THEN 'no known grant' END
    ), '') AS doubt
FROM summed s
LEFT JOIN municipalities m USING (kommunkod)
LEFT JOIN counties c ON c.lanskod = s.lanskod
LEFT JOIN grants g ON g.grant_code = s.grant_code
WINDOW of_one_kind AS (PARTITION BY s.level, s.kommunkod, s.lanskod, s.issuer, s.kind);
