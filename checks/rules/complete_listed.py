"""complete.listed: an announced number of things, and the list that follows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from checks.arithmetic import Quantity, add_up
from checks.catalogue import Check
from checks.check_input import CheckInput
from checks.lists import BETWEEN, items_after
from checks.municipalities import Municipalities
from checks.quoting import DOUBT_MESSAGES, quote, quoting, shortened
from checks.violation import Violation
from checks.wording import Bilingual
from models.rows import Passage

RULE = "complete.listed"

_WORDS = ("två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")
_NUMBERS = {word: number for number, word in enumerate(_WORDS, start=2)}
_FEWEST = 2
"""Items that make a list."""
_MOST_TIMES = 2
"""A list so many times longer than announced is another list, or one whose levels were not told apart."""

_LISTED = (
    r"[\w-]*(?:områden(?:a)?|mål(?:en)?|grupper(?:na)?|delar(?:na)?|punkter(?:na)?|steg(?:en)?|avsnitt(?:en)?"
    r"|frågor(?:na)?|krav(?:en)?|skäl(?:en)?|kriterier(?:na)?|principer(?:na)?|insatser(?:na)?|aktiviteter(?:na)?"
    r"|prioriteringar(?:na)?|utgångspunkter(?:na)?)"
)
"""Nouns that a list spells out. `Länets fem kommuner ska:` announces what they shall do, not five things."""
_ANNOUNCED = re.compile(
    rf"\b(?P<number>{'|'.join(_WORDS)})\s+"
    rf"(?P<things>(?:[\w-]+\s+){{0,3}}?(?:{_LISTED}\b[^.:;?!]*|[\w-]{{4,}}\s*)):\s*$",
    re.IGNORECASE,
)
_PART_OF = re.compile(r"\b(?:av|minst|högst|upp till|mer än|fler än|drygt|ca|cirka)(?:\s+de)?\s+$", re.IGNORECASE)
_MEASURES = re.compile(
    r"(?:år|månader|veckor|dagar|timmar|gånger|procent|kronor|miljoner|sidor|tecken)\b", re.IGNORECASE
)
_EXAMPLES = re.compile(
    r"\bexempel|\bt\.? ?ex\b|bland annat|\bbl\.? ?a\b|\bfrämst\b|i första hand|\bsåsom\b", re.IGNORECASE
)
"""What follows are some of them."""
_OF_ALL = re.compile(r"\b(?P<some>\d{1,3})\s+av\s+(?:[a-zåäö]+\s+){0,2}?(?P<all>\d{1,3})\s+kommuner(?:na)?\b")


def find(rows: CheckInput) -> Iterator[Violation]:
    """Every announced number that the list right after it misses."""
    texts = [passage for passage in rows.passages if passage.kind not in BETWEEN]
    for place, passage in enumerate(texts):
        if passage.kind == "paragraph":
            items = items_after(texts, place)
            yield from _things(rows, passage, items)
            yield from _municipalities(rows, passage, items)


def _things(rows: CheckInput, passage: Passage, items: Sequence[Passage]) -> Iterator[Violation]:
    """`fem målgrupper:`, `i sju avsnitt beskrivs följande:`, and the items below."""
    text = passage.text or ""
    if len(items) < _FEWEST or not text.rstrip().endswith(":"):
        return
    last = next(iter([*_announcements(text)][-1:]), None)
    if last is None or _MEASURES.match(last["things"]) or _PART_OF.search(text[: last.start()]):
        return
    if _EXAMPLES.search(text[last.start() :]):
        return
    number = _NUMBERS[last["number"].casefold()]
    if number != len(items) <= _MOST_TIMES * number:
        yield _violation(rows, passage, items, number, len(items), f"{last['number']} {last['things']}".strip())


def _announcements(text: str) -> Iterator[re.Match[str]]:
    """Every way to read the end of a text as an announcement, each beginning after the one before."""
    start = 0
    while (match := _ANNOUNCED.search(text, start)) is not None:
        yield match
        start = match.end("number")


def _municipalities(rows: CheckInput, passage: Passage, items: Sequence[Passage]) -> Iterator[Violation]:
    """`19 av länets 21 kommuner`, and the names of those 19, or of the other two, in the text or in a list below."""
    text = passage.text or ""
    match = _OF_ALL.search(text) if "kommun" in text else None
    if match is None:
        return
    known = Municipalities(rows.registry)
    named = [item for item in items if known.code_of(item.text)]
    codes = {*known.named_in(text[match.end() :]), *(code for item in named if (code := known.code_of(item.text)))}
    some, everyone = int(match["some"]), int(match["all"])
    if len(codes) >= _FEWEST and len(codes) not in (some, everyone - some, everyone):
        yield _violation(rows, passage, named, some, len(codes), match.group())


def _violation(
    rows: CheckInput, passage: Passage, items: Sequence[Passage], announced: int, listed: int, what: str
) -> Violation:
    document = rows.documents[0]
    violation = quoting(
        rows,
        RULE,
        "warning",
        document,
        subject=what,
        key=(what, passage.text or ""),
        messages=("count",),
        arguments={"what": what, "count": str(listed), "text": shortened(passage.text or "")},
        evidence=[
            quote(passage, document.document_id, passage.text, value=Decimal(announced)),
            *(quote(item, document.document_id, item.text, "addend", Decimal(1)) for item in items),
        ],
    )
    ones = [Quantity.exact(Decimal(1))] * listed
    return replace(violation, arithmetic=add_up(Quantity.exact(Decimal(announced)), ones))


CHECK = Check(
    id=RULE,
    family="completeness",
    scope="document",
    title=Bilingual(sv="Utlovad uppräkning", en="An announced list"),
    claim=Bilingual(
        sv="En uppräkning har så många punkter som texten före den säger (”fem målgrupper:”), och av ”19 av 21 "
        "kommuner” nämns de 19, eller de två andra. En annan mängd är en varning, för hur långt en uppräkning går "
        "kan vara oklart. Kontrollen tiger om mått (tio år), om ”minst” och ”högst”, om vem som ska göra något "
        "(länets fem kommuner ska:), om tal utan uppräkning efter sig, och om uppräkningar som är mer än dubbelt så "
        "långa.",
        en="A list has as many items as the text before it says (“fem målgrupper:”), and of “19 av 21 kommuner” the "
        "19 are named, or the other two. Another number is a warning, since how far a list goes may be unclear. The "
        "check is silent on measures (tio år), on bounds (minst, högst), on who is to do something (länets fem "
        "kommuner ska:), on numbers that no list follows, and on lists more than twice as long.",
    ),
    messages={
        **DOUBT_MESSAGES,
        "count": Bilingual(
            sv="Sida {page}: texten säger ”{what}”, men {count} räknas upp: {text}",
            en="Page {page}: the text says “{what}”, but {count} are listed: {text}",
        ),
    },
    find=find,
    example=Bilingual(
        sv="”Planen har fyra målgrupper:” följs av tre punkter.",
        en="“Planen har fyra målgrupper:” is followed by three items.",
    ),
)
