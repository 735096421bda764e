"""complete.registry: a county's table names each of its municipalities, once."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from checks.catalogue import Check
from checks.check_input import CheckInput
from checks.municipalities import Municipalities
from checks.quoting import DOUBT_MESSAGES, quote, quoting
from checks.violation import Violation
from checks.wording import Argument, Bilingual
from models.rows import CellRow, Severity, TableRow

RULE = "complete.registry"

_FEWEST = 4
"""Municipalities that a county must have, less one that a table must name, for the table to be the county's."""
_MOST_MISSING = 8
"""A table that lacks more than one in so many lists some of the municipalities, not all."""
_MOST_OF_ALL = 2
"""In a small county a table that adds up the municipalities may lack two, if it has twice as many rows of them."""
_MOST_TWICE = 4
"""Where more than one in so many stands twice, the table lists them by year or by grant."""
_ALL_OF_THEM = re.compile(
    r"kommuner(?:na)?\b.*\b(?:totalt|summa)|(?:totalt|summa|samtliga|alla|länets)\b.*\bkommuner", re.IGNORECASE
)


@dataclass(frozen=True)
class _CountyTable:
    """A table whose first words in each row name a county's municipalities."""

    table: TableRow
    lanskod: str
    named: Mapping[str, Sequence[CellRow]]
    """Code -> the cells that name it, of this county and others, in the table's order."""
    says_all: bool
    """A line or the caption says that these are all of the county's municipalities."""


def find(rows: CheckInput) -> Iterator[Violation]:
    """Every municipality that is missing, stands twice or is of another county."""
    municipalities = Municipalities(rows.registry)
    labels = _labels(rows)
    named = {table_id: _named_in(cells, municipalities) for table_id, cells in labels.items()}
    for table in rows.tables:
        of_table = named.get(table.table_id)
        county = _county_table(table, labels[table.table_id], of_table, municipalities) if of_table else None
        if county is not None:
            others = [set(codes) for table_id, codes in named.items() if table_id != table.table_id]
            yield from _faults(rows, county, municipalities, others)


def _labels(rows: CheckInput) -> dict[str, list[CellRow]]:
    """table_id -> the first cell with words of each row, from top to bottom."""
    first: dict[tuple[str, int], CellRow] = {}
    for cell in rows.cells:
        if cell.text and cell.value is None:
            known = first.get((cell.table_id, cell.row))
            if known is None or cell.col < known.col:
                first[cell.table_id, cell.row] = cell
    labels: dict[str, list[CellRow]] = defaultdict(list)
    for (table_id, _), cell in sorted(first.items(), key=lambda item: item[0]):
        labels[table_id].append(cell)
    return labels


def _named_in(labels: Sequence[CellRow], municipalities: Municipalities) -> dict[str, list[CellRow]]:
    """Code -> the labels that are the municipality's name."""
    named: dict[str, list[CellRow]] = defaultdict(list)
    for cell in labels:
        code = municipalities.code_of(cell.text)
        if code is not None:
            named[code].append(cell)
    return named


def _county_table(
    table: TableRow, labels: Sequence[CellRow], named: Mapping[str, list[CellRow]], municipalities: Municipalities
) -> _CountyTable | None:
    """The table, where the municipalities that its labels name show it to be one of a whole county's."""
    counties = Counter(code[:2] for code in named)
    lanskod, count = counties.most_common(1)[0]
    whole = municipalities.of_county(lanskod)
    says_all = any(_ALL_OF_THEM.search(words) for words in (table.title or "", *(cell.text or "" for cell in labels)))
    missing = len(whole) - count
    rows = sum(len(cells) for cells in named.values())
    most = max(_MOST_OF_ALL if says_all and rows >= _MOST_OF_ALL * missing else 1, len(whole) // _MOST_MISSING)
    if len(whole) < _FEWEST or count < len(named) - 1 or missing > most:
        return None
    twice = sum(len(cells) > 1 for cells in named.values())
    if twice > max(1, len(named) // _MOST_TWICE):
        return None
    return _CountyTable(table, lanskod, named, says_all)


def _faults(
    rows: CheckInput, county: _CountyTable, municipalities: Municipalities, others: Sequence[set[str]]
) -> Iterator[Violation]:
    """A name that stands in another's place is two faults: twice, and missing.

    others: the municipalities that the document's other tables name. One that is the rest of this table holds
    only those that are missing here.
    """
    whole = municipalities.of_county(county.lanskod)
    missing = [code for code in whole if code not in county.named]
    if missing and any(set(missing) <= codes and len(codes) <= len(whole) // 2 for codes in others):
        return
    twice = [code for code, cells in county.named.items() if len(cells) > 1]
    strange = [code for code in county.named if code[:2] != county.lanskod]
    for code in twice:
        yield _violation(rows, county, municipalities, code, "twice", "error")
    for code in missing:
        sure = county.says_all or bool(twice) or bool(strange)
        yield _violation(rows, county, municipalities, code, "missing", "error" if sure else "warning")
    for code in strange:
        yield _violation(rows, county, municipalities, code, "strange", "warning")


def _violation(
    rows: CheckInput,
    county: _CountyTable,
    municipalities: Municipalities,
    code: str,
    what: str,
    severity: Severity,
) -> Violation:
    document, table = rows.documents[0], county.table
    cells = county.named.get(code) or [next(iter(county.named.values()))[0]]
    name, title = municipalities.name_of(code), table.title or ""
    arguments: dict[str, Argument] = {
        "name": name,
        "county": rows.registry.counties.get(county.lanskod, county.lanskod),
        "table": title or Bilingual("tabellen", "the table"),
        "count": str(len(cells)),
    }
    doubt = table.doubt
    return quoting(
        rows,
        RULE,
        "warning" if doubt and severity == "error" else severity,
        document,
        subject=f"{title}: {name}" if title else name,
        key=(title, name, what),
        messages=(what, "unsure") if doubt else (what,),
        arguments=arguments | ({"unsure": doubt} if doubt else {}),
        evidence=[quote(cell, document.document_id, cell.text) for cell in cells],
    )


CHECK = Check(
    id=RULE,
    family="completeness",
    scope="document",
    title=Bilingual(sv="Länets kommuner", en="A county's municipalities"),
    claim=Bilingual(
        sv="En tabell som räknar upp ett läns kommuner har med var och en, en gång, och ingen från ett annat län. "
        "Det är en sådan tabell om högst var åttonde av länets kommuner saknas, eller två där tabellen summerar dem. "
        "Att en saknas är ett fel där tabellen summerar kommunerna eller säger att alla är med, eller där en annan "
        "står på dess plats; annars en varning, för den kan stå utanför. Kontrollen tiger om tabeller med ett urval "
        "av kommuner, om sådana där kommunerna återkommer år för år, och om tabeller som fortsätter i en annan.",
        en="A table that lists a county's municipalities names each of them, once, and none of another county. It is "
        "such a table if at most one in eight of the county's municipalities is missing, or two where the table adds "
        "them up. That one is missing is an error where the table adds up the municipalities or says that all are "
        "there, or where another stands in its place; else a warning, since it may take no part. The check is silent "
        "on tables with some of the municipalities, on those where they come again year by year, and on tables that "
        "go on in another.",
    ),
    messages={
        **DOUBT_MESSAGES,
        "missing": Bilingual(
            sv="Sida {page}: {name} saknas i {table}, som räknar upp kommunerna i {county}.",
            en="Page {page}: {name} is missing from {table}, which lists the municipalities of {county}.",
        ),
        "twice": Bilingual(
            sv="Sida {page}: {name} står {count} gånger i {table}, som räknar upp kommunerna i {county}.",
            en="Page {page}: {name} stands {count} times in {table}, which lists the municipalities of {county}.",
        ),
        "strange": Bilingual(
            sv="Sida {page}: {name} står i {table} men hör inte till {county}.",
            en="Page {page}: {name} stands in {table} but does not belong to {county}.",
        ),
        "unsure": Bilingual(
            sv="Tabellens läsning är osäker: {unsure}.", en="The reading of the table is unsure: {unsure}."
        ),
    },
    find=find,
    example=Bilingual(
        sv="I Dalarnas tabell över 15 kommuner står Mora två gånger och Orsa ingen.",
        en="In Dalarna's table of 15 municipalities Mora stands twice, and Orsa not at all.",
    ),
)
