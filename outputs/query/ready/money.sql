-- title_sv: Pengar per kommun, år och slag
-- title_en: Money per municipality, year and kind
-- about_sv: Ett belopp per kommun (län, region), bidrag, år och slag. Samma uppgift i flera dokument räknas en gång; lowest_sek och highest_sek är det minsta och det största som dokumenten säger. doubt säger varför beloppet är osäkert.
-- about_en: One sum per municipality (county, region), grant, year and kind. What several documents say counts once; lowest_sek and highest_sek are the least and the most that they say. doubt tells why the sum is unsure.
SELECT level, kommunkod, kommun, lanskod, lan, issuer, grant_code, grant_name, year, kind,
    value_sek, lowest_sek, highest_sek, documents, doubt, document_id
FROM money
ORDER BY level, lanskod, kommunkod, issuer, year, grant_code, kind
