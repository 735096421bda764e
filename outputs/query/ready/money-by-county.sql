-- title_sv: Kommunernas pengar per län, år och slag
-- title_en: The municipalities' money per county, year and kind
-- about_sv: Kommunernas belopp summerade per län, bidrag, år och slag. municipalities är hur många kommuner som är med, of_the_county hur många länet har, doubtful hur många av beloppen som är osäkra.
-- about_en: The municipalities' sums added up per county, grant, year and kind. municipalities is how many are in it, of_the_county how many the county has, doubtful how many of the sums are unsure.
WITH counties_sizes AS (
    SELECT left(kommunkod, 2) AS lanskod, count(*) AS of_the_county FROM municipalities GROUP BY ALL
)
SELECT lanskod, lan, grant_code, grant_name, year, kind,
    sum(value_sek) AS value_sek,
    count(DISTINCT kommunkod) AS municipalities,
    of_the_county,
    count(doubt) AS doubtful
FROM money
JOIN counties_sizes USING (lanskod)
WHERE level = 'municipality'
GROUP BY lanskod, lan, grant_code, grant_name, year, kind, of_the_county
ORDER BY lanskod, year, grant_code, kind
