-- title_sv: Mål och aktiviteter per målgrupp
-- title_en: Goals and activities per target group
-- about_sv: Hur många mål och aktiviteter planerna har per målgrupp i kodboken, och i hur många dokument. Det som nämner flera räknas i vart och ett; det som inte nämner något känt har tom kod.
-- about_en: How many goals and activities the plans have per target group of the codebook, and in how many documents. What names several counts in each; what names none that is known has no code.
SELECT code AS target_group_code, name_sv, name_en,
    count(*) FILTER (WHERE kind = 'goal') AS goals,
    count(*) FILTER (WHERE horizon = 'long_term') AS long_term_goals,
    count(*) FILTER (WHERE horizon = 'short_term') AS short_term_goals,
    count(*) FILTER (WHERE kind = 'activity') AS activities,
    count(doubt) AS doubtful,
    count(DISTINCT document_id) AS documents
FROM codes_stated
WHERE code_kind = 'target_group'
GROUP BY code, name_sv, name_en
ORDER BY goals + activities DESC, code
