-- title_sv: Aktiviteter per år
-- title_en: Activities per year
-- about_sv: Hur många aktiviteter dokumenten har igång ett år, per kommun, region eller län, och vad som ger året.
-- about_en: How many activities the documents have in a year, per municipality, region or county, and what gives the year.
SELECT d.lanskod, d.lan, d.kommunkod, d.kommun, d.issuer_kind, y.year,
    count(*) AS activities,
    count(*) FILTER (WHERE y.source = 'matrix') AS by_matrix,
    count(*) FILTER (WHERE y.source = 'heading') AS by_heading,
    count(*) FILTER (WHERE y.source = 'text') AS by_text,
    count(*) FILTER (WHERE y.source = 'plan_period') AS by_plan_period,
    count(DISTINCT d.document_id) AS documents
FROM activity_years y
JOIN activities a USING (activity_id)
JOIN documents_named d USING (document_id)
GROUP BY d.lanskod, d.lan, d.kommunkod, d.kommun, d.issuer_kind, y.year
ORDER BY d.lanskod, d.kommunkod, d.issuer_kind, y.year
