-- title_sv: Öppna fynd
-- title_en: Open findings
-- about_sv: Varje fynd som ingen har bekräftat eller avfärdat, det allvarligaste först: var det står, vad som är angivet och vad som räknats ut.
-- about_en: Every finding that nobody has confirmed or dismissed, the gravest first: where it stands, what is stated and what was computed.
SELECT f.severity, f.rule, d.lanskod, d.kommunkod, d.kommun, d.year, d.grant_code, d.source_name,
    (SELECT first(e.page ORDER BY e.role NOT IN ('total', 'stated', 'reported'), e.ordinal)
        FROM evidence e WHERE e.finding_id = f.finding_id AND e.page IS NOT NULL) AS page,
    f.subject, f.actual AS stated, f.expected AS computed, f.difference, f.message_sv, f.message_en, f.finding_id
FROM findings f
LEFT JOIN documents_named d USING (document_id)
WHERE f.status = 'open'
ORDER BY list_position(['error', 'warning', 'note'], f.severity), f.rule, d.source_name, page, f.finding_id
