-- title_sv: Planerat mot redovisat
-- title_en: Planned against reported
-- about_sv: Per kommun, bidrag och år: vad som beviljats, rekvirerats, planerats, tagits emot, använts, finns kvar och ska betalas tillbaka. unexplained är mottaget minus använt och kvarvarande (eller återbetalt); null där något av dem inte är känt.
-- about_en: Per municipality, grant and year: what was granted, requisitioned, planned, received, spent, is left and is to be repaid. unexplained is received less spent and left (or repaid); null where one of them is not known.
WITH kinds AS (
    SELECT level, kommunkod, kommun, lanskod, lan, issuer, grant_code, grant_name, year,
        max(value_sek) FILTER (WHERE kind = 'granted') AS granted,
        max(value_sek) FILTER (WHERE kind = 'requisitioned') AS requisitioned,
        max(value_sek) FILTER (WHERE kind IN ('planned', 'allocated')) AS planned,
        max(value_sek) FILTER (WHERE kind = 'received') AS received,
        max(value_sek) FILTER (WHERE kind = 'spent') AS spent,
        max(value_sek) FILTER (WHERE kind = 'remaining') AS remaining,
        max(value_sek) FILTER (WHERE kind = 'repayable') AS repayable,
        count(doubt) AS doubtful
    FROM money
    GROUP BY level, kommunkod, kommun, lanskod, lan, issuer, grant_code, grant_name, year
)
SELECT *, received - spent - coalesce(remaining, repayable) AS unexplained
FROM kinds
WHERE coalesce(granted, requisitioned, planned) IS NOT NULL OR coalesce(received, spent) IS NOT NULL
ORDER BY level, lanskod, kommunkod, issuer, year, grant_code
