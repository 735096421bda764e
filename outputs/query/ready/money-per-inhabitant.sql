-- title_sv: Pengar per invånare
-- title_en: Money per inhabitant
-- about_sv: Kommunernas belopp delade med antalet invånare, i kronor. Antalen finns inte i Plankoll: ange dem med --inhabitants FIL.csv (kommunkod, invånare och gärna år; till exempel folkmängden den 31 december från SCB). Utan år i filen gäller antalet alla år, annars samma år.
-- about_en: The municipalities' sums over their inhabitants, in kronor. Plankoll has no such numbers: give them with --inhabitants FILE.csv (kommunkod, inhabitants and preferably year; such as Statistics Sweden's population on 31 December). Without years in the file its numbers are for every year, else for their own.
SELECT m.kommunkod, m.kommun, m.lanskod, m.lan, m.grant_code, m.grant_name, m.year, m.kind,
    m.value_sek, i.inhabitants,
    CAST(round(m.value_sek / nullif(i.inhabitants, 0), 2) AS DECIMAL(18, 2)) AS sek_per_inhabitant,
    nullif(concat_ws('; ', m.doubt, CASE WHEN i.inhabitants IS NULL THEN 'inhabitants not known' END), '') AS doubt
FROM money m
LEFT JOIN inhabitants i ON i.kommunkod = m.kommunkod AND (i.year = m.year OR i.year IS NULL)
WHERE m.level = 'municipality'
ORDER BY m.lanskod, m.kommunkod, m.year, m.grant_code, m.kind
