"""What a sum of money is by the words around it: granted, planned, spent, remaining.

A word that only says that something costs, or how much it is in all, takes its role from the document: planned in a
plan, spent in a report. `Budget` and `Utfall` say it themselves, wherever they stand.
"""

import re
from collections.abc import Sequence
from typing import Literal

from extractors.amounts.column_heads import column_heads
from extractors.drafts import AmountDraft
from extractors.remembered import remembered
from models.blocks import Cell, Table
from models.rows import AmountKind, DocType

Role = AmountKind | Literal["cost"]
"""cost: it costs, and the document tells whether that was planned or spent."""

_NO_RATE = r"år|månad|kvartal|termin|vecka|period|kommun|region|län|nämnd|förvaltning|stadsdel|huvudman|den\b"
"""What a sum can be told for without being the price of one thing: times, and those who get or account for it."""
_NO_PERCENT = r"(?<!procent )(?<!procenten )(?<!% )(?<!procent har )(?<!% har )"
"""`Av 8,2 miljoner kronor har 72 procent använts`: what was used is the percent, not the sum."""
_SHARES_OUT = r"fördel(?!\w*\s+sig\b)(?!\w*\s+(?:av\s+)?(?:de\s+)?(?:förbruka|använ|utnyttja|upparbeta))"
"""`Fördelning av förbrukade medel` tells of what was spent."""
_TO_PERSONS = (
    r"\w*\s+(?:\w+\s+){0,2}?till\s+(?:\w+\s+)?"
    r"(?:deltagar|brukar|klient|person|enskild|anhörig|familj|ungdom|uppdragstagar|förening)"
)
"""`Utbetald ersättning till deltagare` is what the grant was used for; what is paid out to the municipality it gets."""
_WORDS: tuple[tuple[Role, tuple[str, ...]], ...] = (
    (
        "other",
        (
            r"\beg(?:en|et|na)\s+(?:finansier\w*|insats\b|medel|medverkan|kostnad\w*|tillskott|resurs\w*|bidrag\b)",
            r"^\W*egen\s+del\b|\begen(?:insats|finansier)\w*|\b(?:med|sam)finansier\w*",
            r"övriga? finansiering|andra finansiärer|\bintäkt\w*",
        ),
    ),
    (
        "remaining",
        (
            r"avvikels\w* (?:mot|från) budget\w*|\bkvar att \w+",
            r"(?:kvar|åter)st(?:å|od)|kvarvarande|(?<!hålla )(?<!hållas )(?<!hålls )\bkvar\b|\brest\b|överskott",
            r"\bsaldot?\b|ingående balans",
            r"\b(?:bl(?:ev|ir|i|ivit)|finn[s]?|fanns|lämna\w*)\s+(?:\w+\s+){0,3}?över\b|överbliv|\binnestående",
            r"^\s*över(?=\s*(?:[.,;:]|$|(?:vid|när|efter)\b))",
            r"\b(?:gått|går|gick|gå)\s+(?:inte|ej|aldrig)\s+åt\b|\b(?:inte|ej|aldrig)\s+(?:\w+\s+){0,2}?gått\s+åt\b",
            r"\b(?:ej|inte|icke)\s+(?:\w+\s+){0,3}?(?:förbruk|använ|(?:ut)?nyttja|upparbet|arbetas|rekvirer)\w*",
            r"(?:överför|förs?\s+över|flytta)\w*\s+(?:\w+\s+)?till\s+(?:år(?:et)?\s+)?20\d\d",
            r"oförbruk\w*|oanvän\w*|outnyttja\w*|differens|avvikelse|vi avstår från",
            r"\ballt\s+utom\b|\bspara(?:s|ts|des)\b",
        ),
    ),
    (
        "repayable",
        (r"^åter$|återbetal|återkräv|återkrav|betala(?:s|r|t|ts|de|des)? (?:tillbaka|åter\b)|begär tillbaka",),
    ),
    ("share", (r"\bvarav\b|\bdärav\b|\bandel(?:en)?\b|\b\w+s\s+del\s+(?:är|blir|utgör)\b",)),
    (
        "granted",
        (
            r"\bbeslutat\s+(?:belopp|bidrag|statsbidrag)\b",
            r"bevilja|tilldel|\banslag|\banslå|högsta belopp|ställer sig bakom",
            r"bidrag\w*\s+(?:har\s+)?lämna(?:s|ts|des)\s+med|\bbeslutar\s+att\s+betala\s+ut\b",
            r"\b(?:stats)?bidraget(?:\s+\w+){0,4}?\s+(?:uppgår|uppgick)\s+till",
        ),
    ),
    ("requisitioned", (r"rekvirer|rekvisition|\bsök(?:t|ta|s|er|te)\b|\bansök\w*",)),
    (
        "received",
        (
            rf"erh(?:å|ö)ll|mottag(?:it|na|et|s|ande)?\b|mottogs?\b|utbetal(?!{_TO_PERSONS})|kvittera\w* ut",
            r"\bt(?:og|ogs|agit|agits|ar|as|a)\s+(?:\w+\s+){0,4}?emot\b|till\s+del\b|\bfick\s+del\s+av\b",
            r"\bhaft\s+$|\bbetala(?:[dt]e?s|de|r|s|t)?\s+(?:\w+\s+){0,3}?ut\b",
            r"\bfick\b(?!\s+\w+as\b)|\bfått\b|bidrag som kommunen",
            r"(?:kom(?:mit)? in|in(?:kom|satta?)) på (?:\w+ )?konto|konto inkom",
            r"^\s*(?:kr|kronor)?\s*i (?:stats)?bidrag",
        ),
    ),
    (
        "unit_rate",
        (
            r"\bper\s+(?:heltids|hel|års)?(?:tjänst|arbetare|arbetskraft)|per\s+heltid\b|per\s+år\s+för\s+en",
            r"^\s*heltids?(?:tjänst)?\s*$|\bà\s+kronor|\bi\s+(?:genom)?snitt\b|\bgenomsnitt(?:et|s\w*|lig\w*)?\b|\bmedelkostnad",
            rf"^\s*(?:kr|kronor)?\s*(?:/|per\s|för varje\s)\s*(?!{_NO_RATE}|\d)\w+",
        ),
    ),
    (
        "spent",
        (
            rf"(?<!o){_NO_PERCENT}(?:förbrukad?e?t?s?\b|förbrukning|\banvän(?:ts?|des)\b)",
            rf"{_NO_PERCENT}använd[ae]? (?:medel|belopp|bidrag|summa)\w*",
            rf"utfall|bokslut|redovisad|utbetal(?={_TO_PERSONS})",
            r"upparbeta|\bbetalat\b|\bhar kostat\b|\bgått till\b|\bgick\b|i anspråk|belastat|\bhar lagt\b",
            r"\blades\b|nedlagd",
        ),
    ),
    (
        "allocated",
        (
            rf"avsätt|avsatt|reserver|{_SHARES_OUT}|tillskjut|disponer|delar på|stannar hos|\bbidrar med\b",
            r"finansier(?:as|ing)\b|ur stimulansmedlen|\bhåll(?:a|as|s) kvar\b",
            r"^\s*till\s+(?:\w+\s+){1,4}går\b|^\W*medel\s*:",
        ),
    ),
    (
        "planned",
        (
            r"\bföreslå\w*\s+(?:\w+\s+){0,2}?(?:bidrag|stöd|belopp)\b",
            r"planera|planens?\b|budget|prognos|uppskatta|räknar med|upphandlas för|går på\b|\bkrävs\b",
            r"beräkna(?!s\s+(?:återstå|kvarstå|finnas kvar|betalas tillbaka))",
            r"\btas i anspråk|inom ramen för|ryms inom|\bbehövs\b|öronmärk|\bbetalar\b|motsvarar|insatser inom",
        ),
    ),
    ("cost", (r"kosta|kostnad|använd|utgift",)),
    ("total", (r"sammanlagt|totalt|summa|\btotal|sammantaget|samtliga",)),
)
_PATTERN = re.compile("|".join(f"(?P<k{n}>{'|'.join(words)})" for n, (_, words) in enumerate(_WORDS)), re.IGNORECASE)
_WEAK: frozenset[Role] = frozenset(["total"])
"""Roles that say how much, not what: another word of the text goes before them."""
_OF_TOTALS: frozenset[AmountKind] = frozenset(
    ["granted", "remaining", "received", "requisitioned", "repayable", "spent"]
)
_LEADING = re.compile(r"^(?:=|\d+[.)]?|[A-Z]\d+[.)]?|totalt|total|summa|belopp|varav|därav)\s+", re.IGNORECASE)
_OF_WHICH = re.compile(r"[\s,;(]*\b(?:varav|därav)\b.*$", re.IGNORECASE | re.DOTALL)
"""What a caption says of a part is that part's column alone: `Kommunernas del, varav 2 procent`."""
_YEAR_BEFORE = re.compile(
    r"föregående år|förra året|(?P<day>(?<!\d)\d{1,2}\s+\w{3,9}\s+)?året (?:innan|före)\b"
    r"|\bi fjol\b|tidigare års? medel",
    re.IGNORECASE,
)
_BROUGHT_FROM = re.compile(r"\bfrån\s+(?:år(?:et)?\s+)?((?:19|20)\d\d)(?!\d|\s*(?:till|och|[-–/]))", re.IGNORECASE)
"""The year that money was left of: "Medel kvar från 2024"."""
_ABOUT_USE = re.compile(
    r"rapport|redovisning|redogörelse|användning|uppföljning|utvärdering|bokslut|berättelse|\butfall", re.IGNORECASE
)
_LABEL = 70
"""Letters of a row's label that can say a role; longer ones tell of other things."""
_BEGINS = 12
"""The role is said within this many letters of a row's label: what follows explains it."""


@remembered
def _roles_in(text: str) -> tuple[tuple[int, Role], ...]:
    return tuple((m.start(), _WORDS[int((m.lastgroup or "k0")[1:])][0]) for m in _PATTERN.finditer(text))


def role_said(text: str) -> Role | None:
    """The role that the words before a sum give it: the nearest word counts. None where they give none."""
    found = [role for _, role in _roles_in(text)]
    strong = [role for role in found if role not in _WEAK]
    ranked = strong or found
    return ranked[-1] if ranked else None


def role_named(label: str) -> Role | None:
    """The role that a label, header or title gives: its first word counts, what follows explains it."""
    found = [role for _, role in _roles_in(label)]
    strong = [role for role in found if role not in _WEAK]
    ranked = strong or found
    return ranked[0] if ranked else None


def role_of_row(label: str) -> Role | None:
    """The role that a row's label gives its sums: at its beginning, and not somewhere in an activity's words."""
    if len(label) > _LABEL:
        return None
    words = label.strip()
    weak: Role | None = None
    while (leading := _LEADING.match(words)) is not None:
        weak = weak or role_named(leading[0])
        words = words[leading.end() :]
    first = next(((at, role) for at, role in _roles_in(words) if at < _BEGINS), None)
    return weak if first is None else first[1]


def without_parts(text: str) -> str:
    """The words without what they say of a part: `, varav 90 000 kronor från länsstyrelsen`."""
    return _OF_WHICH.sub("", text)


def kind_of(role: Role | None, costs_are: AmountKind) -> AmountKind | None:
    """The kind of sum that a role is in a document where costs are `costs_are`."""
    return costs_are if role == "cost" else role


def year_told(text: str, year: int | None) -> int | None:
    """The year of a sum whose words name none: the document's, or an earlier one where they say so."""
    brought = _BROUGHT_FROM.search(text)
    if brought is not None and year is not None and int(brought[1]) < year:
        return int(brought[1])
    before = _YEAR_BEFORE.search(text)
    is_told = before is not None and before["day"] is None
    return year - 1 if year is not None and is_told else year


def costs_in(doc_type: DocType, title: str | None) -> AmountKind:
    """What a cost is in a document: spent in a report, and in a memo or another paper whose title tells of use."""
    about_use = doc_type in ("memo", "other") and title is not None and _ABOUT_USE.search(title) is not None
    return "spent" if doc_type == "grant_report" or about_use else "planned"


def give_kinds(
    amounts: Sequence[AmountDraft],
    tables: Sequence[Table],
    captions: Sequence[str],
    costs_are: Sequence[AmountKind],
    leads: Sequence[AmountKind | None],
) -> None:
    """Give each sum of the tables its kind, by its row's words, its column's, the caption's, and the document's.

    `captions` has one text for each table, its title or what stands right above it; empty where there is none.
    `costs_are` says for each what a cost is in it, `leads` what the text before it tells of its sums (table_leads).
    """
    heads = [column_heads(table) for table in tables]
    roles = [_row_roles(table, costs) for table, costs in zip(tables, costs_are, strict=True)]
    for amount in amounts:
        if amount.table is None or amount.row is None or amount.col is None:
            continue
        at = amount.table - 1
        cell = next(c for c in tables[at].cells if (c.row, c.col) == (amount.row, amount.col))
        head = " ".join(heads[at].get(amount.col, ()))
        amount.kind = _kind(cell, roles[at].get(amount.row), head, captions[at], (costs_are[at], leads[at]))


_INCOMES = re.compile(r"(?:(?:\d+|[a-z])[.)]?\s+)?(?:intäkt|inkomst|finansiering\b|bidrag\b)", re.IGNORECASE)
"""A section of a table of costs that is none of costs."""
_GRANT_GOT = re.compile(
    r"\w*bidrag(?:et)?(?:\s+(?:från|för)\s+[^\d]{2,40})?(?:\s+(?:för\s+)?(?:19|20)\d\d)?(?:,?\s+\(?(?:i\s+)?(?:kr|kronor)\)?)?",
    re.IGNORECASE,
)
"""A row that is the grant itself: `Statsbidrag`, `Bidrag från regionen`, `Statsbidrag för 2024, kronor`."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_SENTENCE = 3
"""A cell of so many words says itself what its sum is; `5 000 kronor` does not."""


def names_grant(label: str) -> bool:
    """True for a label that is the grant itself: an account of costs tells so what was received."""
    return _GRANT_GOT.fullmatch(label) is not None


def _row_roles(table: Table, costs_are: AmountKind) -> dict[int, Role]:
    """Per row the role that its label gives; below a label in a headless list of two columns it goes on.

    In an account of what was spent, income beside the costs is told by its label, or by the section's that it is in.
    """
    headless = table.n_cols == 2 and not any(c.role == "header" for c in table.cells)
    roles: dict[int, Role] = {}
    before: Role | None = None
    income: Role | None = None
    for row in range(table.n_rows):
        texts = [c.text for c in table.cells if c.row == row and c.text]
        label = texts[0] if texts else ""
        role = role_of_row(label) or (before if headless else None)
        before = role if role not in _WEAK else before
        if costs_are == "spent" and len(texts) == 1:
            income = "other" if _INCOMES.match(label) else None
        elif costs_are == "spent" and role is None:
            role = "received" if names_grant(label) else income
        if role is not None:
            roles[row] = role
    return roles


def _kind(
    cell: Cell, row: Role | None, head: str, title: str, told: tuple[AmountKind, AmountKind | None]
) -> AmountKind:
    """`told` by the document and before the table: what a cost is, and what sums are of which nothing else is said."""
    costs_are, lead = told
    own = role_said(cell.text or "") if len(_WORD.findall(cell.text or "")) >= _SENTENCE else None
    if own is not None and own not in _WEAK:
        return costs_are if own == "cost" else own
    column = role_named(head)
    strong = [role for role in (row, column) if role is not None and role not in _WEAK and role != "cost"]
    if cell.role in ("total", "subtotal") or row == "total":
        kind = next((role for role in strong if role in _OF_TOTALS), None)
        return "total" if kind in (None, "spent") else kind
    named = next(iter(strong), None) or (None if column == "cost" else role_named(without_parts(title)))
    if named is None or named in _WEAK or named == "cost":
        is_cost = "cost" in (row, column, named)
        return costs_are if lead is None or is_cost else lead
    return named
