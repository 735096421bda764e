-- title_sv: Inlämnat: vem som har lämnat in vad, per år och bidrag
-- title_en: Handed in: who has handed in what, per year and grant
-- about_sv: Per utfärdare, år och bidrag: antalet dokument av varje slag. Dubbletter är inte med.
-- about_en: Per issuer, year and grant: the number of documents of each class. Duplicates are left out.
SELECT lanskod, lan, kommunkod, coalesce(kommun, issuer) AS issuer, issuer_kind, year, grant_code, grant_name,
    count(*) FILTER (WHERE doc_type = 'grant_application') AS applications,
    count(*) FILTER (WHERE doc_type IN ('action_plan', 'direction')) AS plans,
    count(*) FILTER (WHERE doc_type = 'grant_report') AS reports,
    count(*) FILTER (WHERE doc_type = 'memo') AS memos,
    count(*) FILTER (WHERE doc_type IN ('internal_control_plan', 'other')) AS others,
    string_agg(DISTINCT source_name, ', ' ORDER BY source_name) AS files
FROM documents_named
GROUP BY lanskod, lan, kommunkod, coalesce(kommun, issuer), issuer_kind, year, grant_code, grant_name
ORDER BY lanskod, kommunkod, issuer, year, grant_code, grant_name
