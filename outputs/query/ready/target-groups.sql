-- title_sv: Mål och aktiviteter per målgrupp
-- title_en: Goals and activities per target group
-- about_sv: Hur många mål och aktiviteter planerna har per målgrupp i kodboken, och i hur många dokument. Det som nämner flera räknas i vart och ett; det som inte nämner något känt har tom kod.
-- about_en: How many goals and activities the plans have per target group of the codebook, and in how many documents. What names several counts in each; what names none that is known has no code.
WITH stated AS (
    SELECT 'goal' AS kind, document_id, horizon, target_group_code, doubt FROM goals
    UNION ALL
    SELECT 'activity', document_id, NULL, target_group_code, doubt FROM activities WHERE parent_id IS NULL
), coded AS (
    SELECT kind, document_id, horizon, doubt, unnest(string_split(coalesce(target_group_code, ''), ';')) AS code
    FROM stated
)
SELECT nullif(s.code, '') AS target_group_code, b.name_sv, b.name_en,
    count(*) FILTER (WHERE s.kind = 'goal') AS goals,
    count(*) FILTER (WHERE s.horizon = 'long_term') AS long_term_goals,
    count(*) FILTER (WHERE s.horizon = 'short_term') AS short_term_goals,
    count(*) FILTER (WHERE s.kind = 'activity') AS activities,
    count(s.doubt) AS doubtful,
    count(DISTINCT s.document_id) AS documents
FROM coded s
JOIN documents_named d USING (document_id)
LEFT JOIN codebook b ON b.code_kind = 'target_group' AND b.code = s.code
GROUP BY s.code, b.name_sv, b.name_en
ORDER BY goals + activities DESC, s.code
