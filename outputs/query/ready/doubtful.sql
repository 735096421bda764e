-- title_sv: Det som är osäkert läst
-- title_en: What was read with doubt
-- about_sv: Sidor, tabeller, mål, aktiviteter och indikatorer som säger varför de är osäkra, med plats. Tomt betyder att ingenting sagts osäkert, inte att allt är rätt.
-- about_en: Pages, tables, goals, activities and indicators that say why they are unsure, with their place. Empty means that nothing was said to be unsure, not that all is right.
WITH doubts AS (
    SELECT document_id, page, 'page' AS what, NULL AS text, doubt FROM pages WHERE doubt IS NOT NULL
    UNION ALL SELECT document_id, first_page, 'table', title, doubt FROM tables WHERE doubt IS NOT NULL
    UNION ALL SELECT document_id, page, 'goal', text, doubt FROM goals WHERE doubt IS NOT NULL
    UNION ALL SELECT document_id, page, 'activity', text, doubt FROM activities WHERE doubt IS NOT NULL
    UNION ALL SELECT document_id, page, 'indicator', text, doubt FROM indicators WHERE doubt IS NOT NULL
)
SELECT d.source_name, b.page, b.what, b.doubt, b.text, d.kommunkod, d.kommun, d.year, d.grant_code, d.document_id
FROM doubts b
JOIN documents_named d USING (document_id)
ORDER BY d.source_name, b.page, b.what, b.text, b.doubt
