"""Why a reading is unsure, in both languages: what the reading says in English alone is said in Swedish here."""

import re

from models.bilingual import apart

_SWEDISH = (
    (r"the text of (\d+) cells reaches over their edge", r"texten i \1 celler når över deras kant"),
    (r"(\d+) cells hold several numbers", r"\1 celler har flera tal"),
    (
        r"(\d+) cells begin as no number does: numbers may be broken between rows",
        r"\1 celler börjar som inget tal gör: tal kan vara brutna mellan rader",
    ),
    (r"(\d+) words reach over a cell's edge", r"\1 ord når över en cells kant"),
    (r"cells are drawn over each other", r"celler är ritade över varandra"),
    (
        r"(\d+) words stand in no cell and are put in the nearest",
        r"\1 ord står i ingen cell och är satta i den närmaste",
    ),
    (
        r"it begins its page without a header: rows on the page before may be missing",
        r"tabellen börjar sin sida utan rubrikrad: rader på sidan före kan saknas",
    ),
    (
        r"it has no header, and as many columns as the table before it: the two may be parts of one",
        r"tabellen har ingen rubrikrad och lika många kolumner som den före: de två kan vara delar av en",
    ),
    (
        r"it begins without a header right below a number: rows above it may be missing",
        r"tabellen börjar utan rubrikrad rätt under ett tal: rader ovanför kan saknas",
    ),
    (
        r"it may be the rest of the table on the page before, whose columns differ",
        r"tabellen kan vara resten av den på sidan före, som har andra kolumner",
    ),
    (
        r"two readers differ on (\d+) of (\d+) characters(.*)",
        r"två läsare skiljer sig i \1 av \2 tecken",
    ),
    (r"(\d+) characters whose font does not say which they are", r"\1 tecken vars typsnitt inte säger vilka de är"),
    (r"(\d+) pieces of text show and cannot be read", r"\1 textstycken syns men kan inte läsas"),
    (
        r"the letters make no language: their font may say wrongly which they are",
        r"bokstäverna bildar inget språk: typsnittet kan ange fel tecken",
    ),
    (
        r"labels begin in lower case among others that do not: rows may be parted within them",
        r"vissa rader börjar med liten bokstav: de kan vara delar av raden ovanför",
    ),
    (
        r"(\d+) texts go on from the row above: rows may be parted within them",
        r"\1 texter fortsätter från raden ovanför: rader kan vara delade mitt i dem",
    ),
    (
        r"(\d+) rows hold one text only, below no label: they may be of other rows",
        r"\1 rader har bara en text, och ingen i första kolumnen: de kan höra till andra rader",
    ),
    (
        r"a head goes on in a sum: the first row may be part of it",
        r"en kolumnrubrik fortsätter i ett belopp: första raden kan höra till den",
    ),
    (
        r"several columns of a row hold as many numbers each: it may be several rows",
        r"flera kolumner i en rad har lika många tal: det kan vara flera rader",
    ),
    (
        r"a caption stands in a cell: two tables may be read as one",
        r"en tabellrubrik står i en cell: två tabeller kan vara lästa som en",
    ),
    (
        r"a text runs on in the cell beside it: it may be text in columns",
        r"en text fortsätter i cellen bredvid: det kan vara text i spalter",
    ),
    (
        r"cells of a column hold two numbers each: two columns may be read as one",
        r"en kolumns celler har två tal var: två kolumner kan vara lästa som en",
    ),
    (
        r"a cell's text stands in columns: a table may stand within the table",
        r"en cells text står i kolumner: en tabell kan stå i tabellen",
    ),
    (
        r"a bracket is closed in another cell: a text may be torn",
        r"en parentes stängs i en annan cell: en text kan vara kluven",
    ),
    (
        r"a column of a table with heads has none: it may have been lost",
        r"en kolumn saknar rubrik där andra har: den kan ha gått förlorad",
    ),
    (
        r"some heads stand in two rows and others in one: they may be of heads over several columns",
        r"vissa kolumnrubriker står i två rader och andra i en: de kan höra till rubriker över flera kolumner",
    ),
    (
        r"heads come again with other words before them: these may be heads over several columns",
        r"kolumnrubriker kommer igen med andra ord före: de orden kan vara rubriker över flera kolumner",
    ),
    (
        r"a head stands over the labels and numbers beside them",
        r"en kolumnrubrik står över både texter och tal bredvid dem",
    ),
    (
        r"several columns hold nothing but figures and have no heads: these may have been lost",
        r"flera kolumner har bara siffror och inga rubriker: de kan ha gått förlorade",
    ),
    (
        r"a head stands alone: its rows may have been lost",
        r"en rubrikrad står ensam: dess rader kan ha gått förlorade",
    ),
    (
        r"a column without a head holds a number here and there: these may be of what stands beside the table",
        r"en kolumn utan rubrik har enstaka tal: de kan höra till något som står bredvid tabellen",
    ),
    (
        r"labels and figures go on beside rows that have ended: two tables may be read as one",
        r"texter och siffror fortsätter bredvid rader som är slut: två tabeller kan vara lästa som en",
    ),
    (
        r"white parts the texts of a column at one place: it may be two columns",
        r"ett mellanrum delar texterna i en kolumn på samma ställe: det kan vara två kolumner",
    ),
    (r"(\d+) words stand on their side", r"\1 ord står på högkant"),
    (r"(.+) was read by OCR, (\d+) % sure", r"bild av text tolkad med OCR, \2 % säker"),
    (r"a picture of print on the page was not read", r"en bild av text på sidan är inte läst"),
    (r"the page is a picture without text", r"sidan är en bild utan text"),
    (r"(\d+) words do not show on the page and are left out", r"\1 ord syns inte på sidan och är utelämnade"),
    (
        r"(\d+) words lie unpainted over a picture or drawn letters, as another program read them",
        r"\1 ord ligger osynliga över en bild eller ritade bokstäver, som ett annat program har läst dem",
    ),
    (
        r"text lost: one reader sees (\d+) characters, the other (\d+), and that one is taken",
        r"text saknas: en läsare ser \1 tecken, den andra \2, och den senare används",
    ),
)
"""What the reading says, as a pattern, and the same in Swedish."""


def in_both_languages(doubt: str) -> tuple[str, str]:
    """A doubt in Swedish and in English; it may be several with `;` between, or say both already.

    What is not known here stays as it is.
    """
    halves = [_halves(part.strip()) for part in doubt.split(";")]
    return "; ".join(swedish for swedish, _ in halves), "; ".join(english for _, english in halves)


def _halves(doubt: str) -> tuple[str, str]:
    for pattern, swedish in _SWEDISH:
        if re.fullmatch(pattern, doubt):
            return re.sub(pattern, swedish, doubt), doubt
    return apart(doubt)
