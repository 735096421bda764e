"""What stands beside a goal or an activity in a plan: who does it, when, for whom; and what tells neither of them.

The same words head a table's column ("Ansvarig"), a card's row, a line below an activity ("Klart: 2026") or a
paragraph of its own.
"""

import re
from functools import lru_cache
from typing import Literal

from extractors.numbers.years import span_of_years

Label = Literal["responsible", "years", "target_group", "focus_area", "aside"]
"""aside: what is told about an initiative, and is neither reached nor done: its purpose, how it stands, its risks."""

TOLD_OF_ACTS: frozenset[Label] = frozenset(["responsible", "years"])
"""Labels of what is told of activities alone."""
_LONGEST = 45
_KEPT = 5_000
_TAIL = r"(?:\s+\S+){0,3}"
_WORDS: tuple[tuple[Label, str], ...] = (
    (
        "responsible",
        (
            rf"(?:huvud|kontroll|process)?ansvar(?:ig|iga|igt)?(?!\s+(?:ska|är|har|för)\b){_TAIL}"
            rf"|ansvar(?:ig|iga)\s+för\b{_TAIL}|utförs\s+av|utförare|genomförs\s+av"
            rf"|vem(?:\s+(?:gör|är|ska|ansvarar)\b{_TAIL})?"
        ),
    ),
    (
        "years",
        (
            r"(?:tid(?:s?plan|speriod|sram|punkt)?|period|år(?:tal)?|start(?:datum|år)?|slut(?:datum|år)?|deadline"
            r"|klara?t?|färdigt?|påbörjas|avslutas|genomförs)(?:\s*(?:och|/|&|-)\s*\w+|\s+(?:senast|när|år|för\s+genomförande))?"
            rf"|när(?:\s+(?:ska|görs|sker|är|blir|gör)\b{_TAIL})?|start-?\s*(?:och|/|&)\s*slut(?:datum|år)?"
        ),
    ),
    ("target_group", rf"målgrupp(?:er|en)?{_TAIL}"),
    ("focus_area", r"(?:fokus|mål|insats|utvecklings)område|prioriterat\s+område"),
    (
        "aside",
        (
            r"status|(?:nu)?läge(?:sbeskrivning)?|varför(?:\s+\S+){0,4}|utmaning(?:ar)?|behov|kommentar(?:er)?|syfte|bakgrund|förvänta(?:d|de|t)\s+(?:effekt(?:er)?|resultat)"
            r"|fakta(?:ruta)?(?:\s+(?:om|i)\s+\S+)?|statistik|(?:\S+\s+){1,2}i\s+siffror"
            r"|(?:data)?käll(?:a|or)|uppföljning|utvärdering|anmärkning(?:ar)?|samverkanspart(?:er|ner)?|risk(?:er)?"
        ),
    ),
)
_LABELS = [(label, re.compile(rf"^(?:{words})$", re.IGNORECASE)) for label, words in _WORDS]
_LINE = re.compile(rf"^([^:.,?]{{2,{_LONGEST}}}?)\s*(:|,(?=\s)|[.?](?=\s+[A-ZÅÄÖ0-9]))\s*(\S.*)$", re.DOTALL)
_WITHIN = re.compile(r"\bansvar(?:iga?)?\s*:\s*([^,;.()]{2,60})", re.IGNORECASE)
_AT_THE_END = re.compile(r"(?<=[.!?])\s+(?:huvud)?ansvar(?:iga?)?\s*:\s*([^.;:()]{2,80})\.?$", re.IGNORECASE)
_WHEN_DONE = re.compile(
    r"(?:genomförs|återkommande|klart?|startar|start|påbörjas|pågår|löpande|avslutas|årligen)(?:\s+(?:och|är|infört?|klart?|under"
    r"|från|till|med|i|senast|våren|hösten|sommaren|vintern|början|slutet|av|januari|februari|mars|april|maj|juni|juli"
    r"|augusti|september|oktober|november|december|[\d\u2013/-]+)){1,7}\.?$",
    re.IGNORECASE,
)
"""A sentence of nothing but when: "Genomförs under hösten 2026", "Klart i mars 2027"."""
_LONGEST_TIME = 60
"""Letters: a longer line after a label of time that names no year tells of something else."""


@lru_cache(_KEPT)
def label_of(text: str) -> Label | None:
    """What a column, a row or a paragraph with this head holds; None where the head is none of these."""
    plain = text.strip().rstrip(":.?").rstrip()
    if not plain or len(plain) > _LONGEST:
        return None
    return next((label for label, pattern in _LABELS if pattern.match(plain)), None)


def labelled(text: str) -> tuple[Label, str] | None:
    """A line that names what it tells ("Ansvarig: Skolchefen", "Klart. 2026", "När? 2027"), as its label and the rest.

    Without a colon a label of time is one word, and its own sentence: "När" begins many others.
    """
    line = _LINE.match(text.strip())
    if line is None:
        return None
    named, sign, rest = line.group(1), line.group(2), line.group(3).strip()
    label = label_of(named)
    if label is None or (sign == "," and label != "responsible") or (sign == "." and label == "years" and " " in named):
        return None
    if label == "years" and len(rest) > _LONGEST_TIME and span_of_years(rest) is None:
        return None
    return label, rest


def tells_when(text: str) -> bool:
    """Whether a sentence on its own says when the act above it is done, and nothing else: "Genomförs 2026-2027"."""
    return _WHEN_DONE.match(text.strip()) is not None and span_of_years(text) is not None


def responsible_within(text: str) -> str | None:
    """Who does it, where an activity's own text names that after a label: "Utbilda chefer (ansvarig: HR)"."""
    named = _WITHIN.search(text)
    return named.group(1).strip() if named is not None else None


def without_responsible(text: str) -> tuple[str, str | None]:
    """An activity's own text, and who does it: named within it, or behind its full stop ("... Ansvar: Elevhälsan")."""
    last = _AT_THE_END.search(text)
    if last is not None and last.start() > 0:
        return text[: last.start()], last.group(1).strip()
    return text, responsible_within(text)
