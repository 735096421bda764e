-- sv: Vad ett dokument säger i kronor om en kommun, ett bidrag, ett år och ett slag av pengar: en rad, aldrig delar och helhet ihop. Helheten är det största av de belopp som står för sig och av listornas summor; av det som använts den summa som mottaget minus kvarvarande ger, där någon gör det.
-- en: What one document says in kronor of a municipality, a grant, a year and a kind of money: one row, never parts and whole together. The whole is the greatest of the sums that stand by themselves and of what the lists add up to; of what was spent the one that received less remaining gives, where one does.
WITH counted AS (
    SELECT * FROM amounts_once WHERE kind NOT IN ('share', 'unit_rate', 'total', 'other')
), candidates AS (
    SELECT
        document_id, level, kommunkod, lanskod, issuer, grant_code, year, kind,
        value_sek, value_low, value_high, doubt, NULL AS table_id, NULL AS col
    FROM counted
    UNION ALL
    -- A list of three rows and more, one of which is the sum of the others, holds its own whole.
    SELECT
        document_id, level, kommunkod, lanskod, issuer, grant_code, year, kind,
        CASE WHEN is_whole THEN greatest_sek ELSE sum_sek END,
        CASE WHEN is_whole THEN greatest_sek ELSE sum_low END,
        CASE WHEN is_whole THEN greatest_sek ELSE sum_high END,
        doubt, table_id, col
    FROM (
        SELECT
            document_id, level, kommunkod, lanskod, issuer, grant_code, year, kind, table_id, col,
            sum(value_sek) AS sum_sek, sum(value_low) AS sum_low, sum(value_high) AS sum_high,
            max(value_sek) AS greatest_sek,
            count(*) > 2 AND 2 * max(value_sek) = sum(value_sek) AS is_whole,
            max(doubt) AS doubt
        FROM counted
        WHERE standing = 'row'
        GROUP BY ALL
        HAVING count(*) > 1
    )
), weighed AS (
    -- Received less spent is left: what of the money was spent is the sum with which the document's own balance holds,
    -- also where a greater one is stated, such as the whole cost with what the municipality itself put in.
    SELECT c.*, c.kind = 'spent' AND EXISTS (
        SELECT 1
        FROM amounts r
        JOIN amounts m USING (document_id)
        WHERE r.document_id = c.document_id
            AND r.kind = 'received'
            AND m.kind = 'remaining'
            AND r.year IS NOT DISTINCT FROM m.year
            AND coalesce(r.year, c.year) IS NOT DISTINCT FROM c.year
            AND r.value_low - c.value_high <= m.value_high
            AND r.value_high - c.value_low >= m.value_low
    ) AS balances
    FROM candidates c
), chosen AS (
    SELECT
        document_id, level, kommunkod, lanskod, issuer, grant_code, year, kind,
        -- Of two that are equal the statement is taken: it says so itself.
        first(struct_pack(value_sek, value_low, value_high, doubt, table_id, col)
            ORDER BY balances DESC, value_sek DESC, table_id NULLS FIRST, col) AS c,
        count(DISTINCT (table_id, col)) FILTER (WHERE table_id IS NOT NULL) AS lists
    FROM weighed
    GROUP BY ALL
)
SELECT
    h.document_id, h.level, h.kommunkod, h.lanskod, h.issuer, h.grant_code, h.year, h.kind,
    h.c.value_sek AS value_sek, h.c.value_low AS value_low, h.c.value_high AS value_high,
    h.c.table_id IS NOT NULL AS added_up,
    nullif(concat_ws('; ',
        h.c.doubt,
        CASE WHEN h.c.table_id IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM amounts a
            WHERE a.document_id = h.document_id AND a.value_low <= h.c.value_high AND a.value_high >= h.c.value_low
        ) THEN 'added up, and stated nowhere' END,
        CASE WHEN h.c.table_id IS NOT NULL AND h.lists > 1 THEN 'the greatest of several lists' END
    ), '') AS doubt
FROM chosen h;
