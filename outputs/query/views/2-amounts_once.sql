-- sv: Varje belopp en gång: upprepningar och dubbletters belopp är utelämnade. `level` säger vems det är, `standing` om det är en uppgift för sig, en rad i en lista eller en summa, `doubt` varför läsningen är osäker.
-- en: Every sum once: repeats and the sums of duplicates are left out. `level` says whose it is, `standing` whether it is a statement by itself, a row of a list or a total, `doubt` why its reading is unsure.
WITH lists AS (
    -- A column whose rows are all of one kind is a list that can be added up; one of several kinds is a statement.
    -- Where rows of one list name different grants, what a row is for may be called as a grant is: then it is of the
    -- document's grant, where that is known.
    SELECT
        a.table_id,
        a.col,
        count(DISTINCT a.kind) = 1 AS is_list,
        count(DISTINCT a.grant_code) = 1 AND count(a.grant_code) = count(*) AS is_of_one_grant
    FROM amounts a
    JOIN cells c USING (table_id, "row", col)
    WHERE c.role = 'body'
    GROUP BY a.table_id, a.col
)
SELECT
    a.amount_id,
    a.document_id,
    d.doc_type,
    CASE
        WHEN coalesce(a.kommunkod, d.kommunkod) IS NOT NULL THEN 'municipality'
        WHEN d.issuer_kind = 'region' THEN 'region'
        WHEN d.lanskod IS NOT NULL THEN 'county'
        ELSE 'unknown'
    END AS level,
    coalesce(a.kommunkod, d.kommunkod) AS kommunkod,
    coalesce(left(a.kommunkod, 2), d.lanskod) AS lanskod,
    -- Whose it is where no code says it: so that two that are unknown are not taken for one.
    CASE WHEN coalesce(a.kommunkod, d.kommunkod, d.lanskod) IS NULL THEN coalesce(d.issuer, d.source_name) END AS issuer,
    CASE WHEN l.is_list AND NOT l.is_of_one_grant THEN coalesce(d.grant_code, a.grant_code)
        ELSE coalesce(a.grant_code, d.grant_code) END AS grant_code,
    coalesce(a.year, d.year) AS year,
    a.kind,
    a.value_sek,
    a.value_low,
    a.value_high,
    a.subject,
    a.initiative_id,
    a.activity_id,
    a.table_id,
    a."row",
    a.col,
    CASE
        WHEN c.role IN ('total', 'subtotal') THEN 'total'
        WHEN c.role = 'body' AND l.is_list THEN 'row'
        ELSE 'statement'
    END AS standing,
    nullif(concat_ws('; ', CASE WHEN a.approximate THEN 'approximate' END, p.doubt, t.doubt), '') AS doubt,
    d.source_name,
    a.page
FROM amounts a
JOIN documents_named d USING (document_id)
JOIN documents whole USING (document_id)
LEFT JOIN pages p ON p.source_sha256 = whole.source_sha256 AND p.page = a.page
LEFT JOIN tables t ON t.table_id = a.table_id
LEFT JOIN cells c ON c.table_id = a.table_id AND c."row" = a."row" AND c.col = a.col
LEFT JOIN lists l ON l.table_id = a.table_id AND l.col = a.col
WHERE a.repeat_of IS NULL;
