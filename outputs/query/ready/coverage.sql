-- title_sv: Täckning: vilka kommuner som har lämnat in, och vilka som saknas
-- title_en: Coverage: which municipalities have handed in, and which have not
-- about_sv: Per bidrag och år, i de län som något dokument kommer från: hur många av länets kommuner som har en ansökan, en plan och en redovisning i datamängden, och vilka som inte har någon av dem. Säger ingenting om vad som har lämnats in någon annanstans.
-- about_en: Per grant and year, in the counties that some document comes from: how many of the county's municipalities have an application, a plan and a report in the dataset, and which have none of them. It tells nothing of what was handed in elsewhere.
WITH handed AS (
    SELECT grant_code, grant_name, unnest(coalesce(range(first_year, last_year + 1), [NULL])) AS year, lanskod, kommunkod, doc_type
    FROM documents_named
    WHERE kommunkod IS NOT NULL AND doc_type IN ('grant_application', 'action_plan', 'grant_report')
), asked AS (
    SELECT DISTINCT grant_code, grant_name, year, lanskod FROM handed
)
SELECT a.lanskod, c.lan, a.grant_code, a.grant_name, a.year,
    count(DISTINCT m.kommunkod) AS municipalities,
    count(DISTINCT h.kommunkod) AS handed_in,
    count(DISTINCT h.kommunkod) FILTER (WHERE h.doc_type = 'grant_application') AS applications,
    count(DISTINCT h.kommunkod) FILTER (WHERE h.doc_type = 'action_plan') AS plans,
    count(DISTINCT h.kommunkod) FILTER (WHERE h.doc_type = 'grant_report') AS reports,
    string_agg(DISTINCT m.kommun, ', ' ORDER BY m.kommun) FILTER (WHERE h.kommunkod IS NULL) AS missing
FROM asked a
JOIN counties c USING (lanskod)
JOIN municipalities m ON left(m.kommunkod, 2) = a.lanskod
LEFT JOIN handed h
    ON h.kommunkod = m.kommunkod
    AND h.year IS NOT DISTINCT FROM a.year
    AND h.grant_code IS NOT DISTINCT FROM a.grant_code
    AND h.grant_name IS NOT DISTINCT FROM a.grant_name
GROUP BY a.lanskod, c.lan, a.grant_code, a.grant_name, a.year
ORDER BY a.lanskod, a.year, a.grant_code, a.grant_name
