"""What the words of a table's rows and columns say about how its numbers hang together."""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

LabelSense = Literal["sum", "named_total", "wide_total", "frame", "balance", "breakdown", "aside", "plain"]
"""sum: Summa, Totalt, Fördelade medel, "=": the sum of rows above, nothing else.
named_total: "Totalt antal klienter": a sum of rows above, or a fact of its own.
wide_total: holds more, or other things, than the table shows ("Totalt, hela perioden").
frame: the money that there is to share out (Totalt beviljat), not a sum of the rows.
balance: what is left (Kvarstående). breakdown: därav, varav.
aside: what a total as a rule leaves out: a form's printed example, a price, a number of posts among sums."""
MoneyRole = Literal["frame", "use", "rest"]
"""frame: what was granted or received. use: what was planned or spent of it, in all. rest: what is left."""

MOST_KEPT = 8192
"""So many labels are remembered: every rule asks for those of a document again."""

_NUMBERING = re.compile(r"^\s*(?:[a-z]?\d+(?:\.\d+)*[a-zåäö]?(?:[.)]\s*|\s+)|[•·*]\s*|[-–—]\s*)*")
_UNIT = re.compile(r"[\s,]*[(\[]?\b(?:kr|tkr|mnkr|mkr|kronor|sek|i kronor)\b\.?[)\]]?")
_WHITE = re.compile(r"\s+")

_BREAKDOWN = re.compile(r"(?:därav|varav|där av|var av)\b")
_WIDE = re.compile(
    r"hela (?:perioden|projekt|avtals)|ackumuler|sedan start|\binkl|\bexkl|medel(?:värde|tal|ålder)"
    r"|genomsnitt|\bsnitt|\bindex\b|median|föregående|tidigare år|\briket\b|hela landet|procent|andel|%"
)
_BALANCE = re.compile(
    r"(?:summa |totalt )?(?:kvar(?:stående|varande)?\b|återst(?:år|ående)|att återbetala|återbetal|diff(?:erens)?\b"
    r"|(?:in|ut)gående (?:balans|saldo|medel|behållning|kassa)\b"
    r"|avvikelse\b|resultat\b|netto|saldo|över[- ]?skott|under[- ]?skott|ej fördela|ofördela|oförbruka"
    r"|(?:ej|inte) (?:förbruka|använ|nyttja|utnyttja|upparbeta|rekvirera|disponera)|outnyttja|balans\b"
    r"|(?:belopp|medel) (?:som )?(?:(?:vi |kommunen |huvudmannen )?avstå|återstå|är kvar|inte använ|ej använ))"
)
_FRAME = re.compile(
    r"(?:totalt |total |totala )?(?:bevilja|erhåll|mottag(?:et|na)\b|tilldela|rekvirera|budgetram|ram\b|ramen\b"
    r"|tillgänglig|disponib|högsta belopp|utbetala?t (?:belopp|bidrag|stats)|utbetalda (?:medel|statsbidrag)\b(?! till)"
    r"|statsbidrag\b|stimulansmedel\b"
    r"|(?:stats)?(?:bidrag|medel)(?:et|en)? (?:som )?(?:(?:vi|kommunen|regionen|huvudmannen) )?(?:har )?"
    r"(?:fått|erhållit|mottagit|tagit emot)\b)"
)
_DEVIATION = re.compile(r"avvik|differens|\bdiff\b|förändring|skillnad|över-? ?/ ?underskott")
_REST_COLUMN = re.compile(
    r"\b(?:avvikelse|diff|differens|skillnad|kvar|kvarstående|kvarvarande|återstår|återstående"
    r"|(?:att )?återbetala[st]?|(?:ej|inte) (?:förbruka|använ)\w+|oförbruka\w*|över-? ?/ ?underskott)\b"
)
_CHANGE_COLUMN = re.compile(r"\b(?:förändring|ökning|minskning)\b(?! per\b)")
_USE = re.compile(
    r"(?:total(?:t|a)? |summa )?(?:förbruk|använ[dt]|kostnad|utfall|planera|fördela|avsatt|avsätt|upparbeta|utnyttja"
    r"|nyttja|utgift|redovisade? kostnad|belopp som rekvireras)"
)
_EITHER_SIGN = re.compile(r"underskott|avvikelse|\bdiff|resultat|netto|saldo|balans|skillnad")
_NOT_OF_THE_GRANT = re.compile(
    r"\be(?:gen|get|gna) |egen(?:insats|finansier)|övrig finansiering|andra medel|föregående|tidigare år|hela perioden"
)
_SUM = re.compile(
    r"=.*"
    r"|(?:summa|total|totalt|totalsumma|delsumma|sammanlagt|sammantaget|s:a|summa:?a|tot)\.?"
    r"|(?:summa|totalsumma|delsumma|s:a)[ :].*"
    r"|(?:totalt|total|totala) (?:summa|summan|belopp|beloppet|kostnad|kostnaden|kostnader)"
    r"|(?:totalt )?(?:fördelade|fördelat) (?:medel|belopp)(?: totalt)?|totalt fördelat|fördelat totalt"
)
_NAMED_TOTAL = re.compile(r"(?:totalt|total|totala|sammanlagt|samtliga|alla)\b|.* (?:totalt|sammanlagt|tillsammans)$")
_AREA = re.compile(r"(?:hela )?(?:länet|delregionen)|hela (?:regionen|kommunen|området|distriktet|kommungruppen)")
"""Not `Regionen` alone: that is as often one of those who share."""
_TAKEN_OFF = re.compile(r"\./\.|(?:avgår|minus|avdrag|med avdrag)\b")

_NOT_ADDABLE_WHOLE = re.compile(
    r"år|årtal|ålder|nr|nummer|id|kod|avsnitt|punkt|prio|prioritet|rad|kommunkod|länskod|dnr|diarienummer"
    r"|sannolikhet|konsekvens|risk|poäng|betyg|grad|telefon|org\.? ?nr|organisationsnummer|rang|rangordning|%"
)
_NOT_ADDABLE_PART = re.compile(
    r"per \d|per (?:invånare|person|capita|besök|plats|timm|tim\b|dygn|brukare|klient)"
    r"|per (?:tjänst|heltid|styck|st\b)|/ ?1 ?0"
    r"|/ ?(?:invånare|inv\b|person|besök|plats|timm|tim\b|dygn|tjänst|heltid|st\b)"
    r"|medel(?:värde|tal|ålder)|genomsnitt|\bsnitt|median|kvot|\bindex|\bpris\b|à[- ]?pris|styckpris|timpris"
    r"|timkostnad|riskvärde|skala|saldo|ackumuler|förändring|ökning|minskning|utveckling i"
)
_REFERENCES = re.compile(r"(?:^| )(?:not|noter|nothänvisning|bilaga|ref)$")
"""The last word over a column whose numbers only say where to read on, also below a heading that it shares."""
_SHARE = re.compile(r"procent|andel|%")
_PERCENTAGE = re.compile(r"(?<!\d)(?<!\d )(?:%|\bprocent\b)[ )]*$")
_COMPARED = re.compile(
    r"budget|utfall|avvikelse|bokslut|prognos|differens|resultat|kvarstående|återstå|erhåll|bevilja|förbruka"
    r"|rekvirera|intäkt|planera|kostnad|bidrag"
)
_ASIDE = re.compile(
    r"(?:t\.? ?ex\b|exempel\b|ex\b\.?:)|antal\b"
    r"|[^,.;]{0,40}\bper (?:heltid|heltidstjänst|tjänst|årsarbetare|person|invånare|plats|timme|st)\b"
)
_TOTAL_COLUMN = re.compile(
    r"(?:.*\b)?(?:totalt|total|totalsumma|summa|samtliga|sammanlagt|tillsammans|båda(?: könen)?|hela (?:perioden|året)"
    r"|helår(?:et)?|årssumma)\b.*|alla"
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_YEAR_SPAN = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*[-–—/]\s*((?:19|20)?\d\d)(?!\d)")
_NOTHING = re.compile(r"[\s\-–—.·…xX☐☒]*")
_SIDES = re.compile(r"(?P<incomes>(?:\w+s )?(?:intäkter|inkomster)|finansiering)\b|(?:kostnader|utgifter)\b")
"""What heads the items of a budget's two sides, which can stand beside each other in one table."""


def is_of_incomes(headings: Mapping[int, str], col: int) -> bool:
    """True for a column on the side of what came in, by the nearest head of a budget's sides at it or left of it."""
    sides = [match for at in sorted(headings) if at <= col and (match := _SIDES.match(folded(headings[at])))]
    return bool(sides) and sides[-1]["incomes"] is not None


@lru_cache(maxsize=MOST_KEPT)
def folded(text: str | None) -> str:
    """Lower case, single spaces, composed letters."""
    return _WHITE.sub(" ", unicodedata.normalize("NFC", text or "")).strip().casefold()


@lru_cache(maxsize=MOST_KEPT)
def without_numbering(words: str) -> str:
    """A folded label without the number or the bullet that it begins with."""
    return _NUMBERING.sub("", words)


@lru_cache(maxsize=MOST_KEPT)
def label_sense(label: str) -> LabelSense:
    """What a row's label says that its numbers are."""
    words = folded(label)
    bare = without_numbering(words)
    if _BREAKDOWN.match(bare):
        return "breakdown"
    bare = _UNIT.sub("", bare).strip(" .:")
    if _BALANCE.match(bare):
        return "balance"
    if _FRAME.match(bare):
        return "frame"
    is_sum = _SUM.fullmatch(bare)
    if (is_sum or _NAMED_TOTAL.match(bare)) and _WIDE.search(bare):
        return "wide_total"
    if is_sum:
        return "sum"
    if _NAMED_TOTAL.match(bare):
        return "named_total"
    return "aside" if _ASIDE.match(bare) else "plain"


@lru_cache(maxsize=MOST_KEPT)
def is_deviation(heading: str) -> bool:
    """True for a column of what deviates or has changed: its numbers have signs that tell good from bad."""
    return _DEVIATION.search(folded(heading)) is not None


def money_role(label: str) -> MoneyRole | None:
    """What a line or a question says that its sum is in a grant's account; None where it is none of these.

    Sums that are not the grant's alone, such as own funding, are left out.
    """
    if not is_of_the_grant(label):
        return None
    words, sense = folded(label), label_sense(label)
    if sense == "frame":
        return "frame"
    if sense == "balance":
        return "rest"
    if sense == "sum":
        return "frame" if _FRAME.match(without_numbering(words).removeprefix("summa ")) else "use"
    return "use" if _USE.match(without_numbering(words)) else None


def takes_off(label: str) -> bool:
    """True for a line that says that its sum is taken off, though it may bear no minus: `./. intäkter`, `Avgår`."""
    return _TAKEN_OFF.match(folded(label)) is not None


def is_opening(label: str) -> bool:
    """True for `Ingående balans`: what was left when the account began."""
    return _NUMBERING.sub("", folded(label)).startswith("ingående")


def is_of_the_grant(words: str) -> bool:
    """False where a sum is said to be of other money or of other years: own funding, last year's grant."""
    return _NOT_OF_THE_GRANT.search(folded(words)) is None


def names_an_area(label: str) -> bool:
    """True for `Hela delregionen`, `Länet`: below the lines of its parts it is what they come to."""
    return _AREA.fullmatch(without_numbering(folded(label)).strip(" .:")) is not None


def is_count_of(label: str) -> bool:
    """True for "Totalt antal ...": as often a fact of its own as a sum."""
    return "antal" in folded(label)


def adds_up(header: str) -> bool:
    """False where a column's heading names what cannot be added: years, ages, numbers, rates, prices."""
    words = folded(header).strip(" .:")
    return not (_NOT_ADDABLE_WHOLE.fullmatch(words) or _NOT_ADDABLE_PART.search(words) or _REFERENCES.search(words))


def is_share(header: str) -> bool:
    """True where a heading says that the column is a percentage of something."""
    return bool(_SHARE.search(folded(header)))


def is_percentage(header: str) -> bool:
    """True where a heading says that its numbers are percents: `Avvikelse %`, not `varav 4 procent`."""
    return bool(_PERCENTAGE.search(folded(header)))


def names_total(header: str) -> bool:
    """True where a column's heading says that it is the sum of other columns."""
    return bool(_TOTAL_COLUMN.fullmatch(folded(header)))


def is_rest(header: str) -> bool:
    """True where a column's heading says that it is what one column has over another."""
    return bool(_REST_COLUMN.search(folded(header)))


def is_change(header: str) -> bool:
    """True where a column's heading says that it is how much more another column has than a third."""
    return bool(_CHANGE_COLUMN.search(folded(header))) and not is_share(header)


def has_either_sign(label: str) -> bool:
    """True for what is told as a deviation or a result: its sign tells nothing of which is the larger."""
    return bool(_EITHER_SIGN.search(folded(label)))


def is_wide(header: str) -> bool:
    """True where a total is said to hold more, or something else, than what stands beside it."""
    return bool(_WIDE.search(folded(header)))


def is_breakdown(header: str) -> bool:
    return bool(_BREAKDOWN.match(folded(header)))


def names_a_breakdown(text: str) -> bool:
    """True where därav or varav stands in it with what it is: `3 Varav löner`, but not `Använt belopp, varav`."""
    return "RAV" in text.upper() and re.search(r"\b(?:därav|varav)\s+\w", folded(text)) is not None


def counts_breakdowns(text: str) -> int:
    """How many times a text says därav or varav."""
    return 0 if "RAV" not in text.upper() else len(re.findall(r"\b(?:därav|varav)\b", folded(text)))


def compared_as(header: str) -> frozenset[str]:
    """The words by which columns are set against each other, not added: budget, utfall, avvikelse."""
    return frozenset(_COMPARED.findall(folded(header)))


def years_in(text: str) -> frozenset[int]:
    """Every year that a text names, spans filled: `2016-2018` -> 2016, 2017, 2018."""
    years = {int(year) for year in _YEAR.findall(text)}
    for first, last in _YEAR_SPAN.findall(text):
        end = int(last) if len(last) == 4 else int(first[:2] + last)
        years.update(range(int(first), end + 1))
    return frozenset(years)


@lru_cache(maxsize=MOST_KEPT)
def is_blank(text: str | None) -> bool:
    """True for an empty cell, a dash or a tick mark: no number is meant."""
    return not text or _NOTHING.fullmatch(text) is not None
