"""cutoff.date: a report is not signed before its period has ended, nor after its own deadline."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from checks.catalogue import Check
from checks.check_input import CheckInput
from checks.quoting import DOUBT_MESSAGES, quote, quoting
from checks.violation import Violation
from checks.wording import Argument, Bilingual
from models.rows import Document, Fact, FactKind, Severity

RULE = "cutoff.date"

_SIGNING: tuple[FactKind, ...] = ("signed_date", "sent_date")
_REPORTS_BACK = re.compile(
    r"åter\s?(?:rapport|redovis)|redovisning|slutrapport"
    r"|(?:användning|uppföljning)\w*\s+av\s+(?:stats|stimulans)?(?:bidrag|medel)",
    re.IGNORECASE,
)
_PARTIAL = re.compile(r"del(?:års)?(?:rapport|redovis|rapportering)|prognos|halvår|tertial|kvartal", re.IGNORECASE)
_OF_PLANS = re.compile(r"\b(?:planerad|beräknad|förväntad)\w*\b", re.IGNORECASE)
"""In a title: what is accounted for is yet to come ("Redovisning av planerade aktiviteter")."""
_HANDING_IN = re.compile(r"redovis|rapport|inkom|komma in|lämna|skicka|sänd|insän|ansök|rekvi|svar", re.IGNORECASE)
_FIRST_MONTHS = 4
"""A report dated in the first months of its title's year is most likely handed in then, about the year before."""
_PLANS = frozenset(["action_plan", "direction"])
_LONG_BEFORE = 2
"""Years by which a plan's own decision is an older plan's: what is decided a year ahead is usual."""
_A_LINE = 160
"""Letters of a line on a plan's first page that says by whom and when it was decided; running text tells of others."""


def find(rows: CheckInput) -> Iterator[Violation]:
    """The first signature that is too early, or where there is none the report's own date; and one that is too late."""
    document = rows.documents[0]
    if document.doc_type == "grant_report":
        signed = [fact for fact in rows.facts if fact.kind in _SIGNING and fact.first_day is not None]
        dated = [fact for fact in rows.facts if fact.kind == "document_date" and fact.first_day is not None]
        yield from _early(rows, document, signed or dated)
    elif document.doc_type == "memo" and _REPORTS_BACK.search(document.title or ""):
        dated = [fact for fact in rows.facts if fact.kind == "document_date" and fact.first_day is not None]
        yield from _early(rows, document, dated[:1])
    if document.doc_type in ("grant_report", "grant_application"):
        yield from _late(rows, document)
    if document.doc_type in _PLANS:
        yield from _older(rows, document)


def _older(rows: CheckInput, document: Document) -> Iterator[Violation]:
    """A plan that bears no decision but one of years before it: that of the plan from which it was written."""
    first = document.period_start or document.reporting_year
    lines = [each.text for each in rows.passages if each.page == document.first_page and len(each.text or "") < _A_LINE]
    decided = [
        (fact.last_day, fact)
        for fact in rows.facts
        if fact.kind == "decision_date" and fact.last_day is not None and _is_on_cover(fact, document, lines)
    ]
    if first is None or not decided:
        return
    day, last = max(decided, key=lambda one: one[0])
    if day.year <= first - _LONG_BEFORE:
        arguments: dict[str, Argument] = {"day": day.isoformat(), "year": str(first)}
        yield _violation(rows, document, [last], "warning", ("older",), arguments)


def _early(rows: CheckInput, document: Document, dates: list[Fact]) -> Iterator[Violation]:
    """Only what words call a signature is one for certain; a day below a text may also be that of another paper."""
    end = _period_end(rows, document)
    if end is None:
        return
    until = _last_day(_due(rows))
    for fact in dates:
        day = fact.first_day
        if day is None or day >= end:
            continue
        is_odd = document.reported_until is None and _is_next_years(day, end)
        if is_odd and (until is None or until <= end or fact.kind not in _SIGNING):
            continue
        severity: Severity = "error" if fact.kind in _SIGNING and fact.label and not is_odd else "warning"
        told = "told_end" if document.reported_until else "years_end"
        arguments: dict[str, Argument] = {"day": day.isoformat(), "end": end.isoformat()}
        yield _violation(rows, document, [fact], severity, ("early", told), arguments)
        return


def _is_on_cover(fact: Fact, document: Document, lines: list[str | None]) -> bool:
    return fact.page == document.first_page and any(fact.text in (line or "") for line in lines)


def _period_end(rows: CheckInput, document: Document) -> date | None:
    """As the report says it; else the end of the year that it is about. None where it is of a part of the year."""
    if document.reported_until is not None:
        return document.reported_until
    heads = [document.title, *(each.text for each in rows.passages if each.kind == "heading")]
    is_whole = not any(_PARTIAL.search(text or "") for text in heads) and not _OF_PLANS.search(document.title or "")
    if document.reporting_year is None or not is_whole:
        return None
    return date(document.reporting_year, 12, 31)


def _is_next_years(day: date, end: date) -> bool:
    return day.year < end.year or day.month <= _FIRST_MONTHS


def _late(rows: CheckInput, document: Document) -> Iterator[Violation]:
    """Signed or sent in after the day by which the form itself wants it."""
    due = _due(rows)
    done = [fact for fact in rows.facts if fact.kind in _SIGNING and fact.first_day is not None]
    deadline, day = _last_day(due), done[-1].first_day if done else None
    if deadline is not None and day is not None and day > deadline:
        arguments: dict[str, Argument] = {"day": day.isoformat(), "end": deadline.isoformat()}
        yield _violation(rows, document, [done[-1], due[0]], "warning", ("late",), arguments)


def _last_day(due: Sequence[Fact]) -> date | None:
    """The one day by which the form itself wants to be handed in; None where it tells none, or several."""
    days = {fact.last_day for fact in due}
    return next(iter(days)) if len(days) == 1 else None


def _due(rows: CheckInput) -> list[Fact]:
    return [
        fact
        for fact in rows.facts
        if fact.kind == "due_date" and fact.last_day is not None and _is_for_handing_in(rows, fact)
    ]


def _is_for_handing_in(rows: CheckInput, due: Fact) -> bool:
    """The words beside the day, or those of the text that it stands in, speak of handing in."""
    around = (each.text for each in rows.passages if each.page == due.page and due.text in (each.text or ""))
    return any(_HANDING_IN.search(words or "") for words in (due.label, *around))


def _violation(
    rows: CheckInput,
    document: Document,
    facts: list[Fact],
    severity: Severity,
    messages: tuple[str, ...],
    arguments: dict[str, Argument],
) -> Violation:
    subject = f"{facts[0].label or 'Datum'} {facts[0].text}"
    return quoting(
        rows,
        RULE,
        severity,
        document,
        subject=subject,
        key=(messages[0], facts[0].kind),
        messages=messages,
        arguments={"words": subject, **arguments},
        evidence=[quote(each, document.document_id, f"{each.label or ''} {each.text}".strip()) for each in facts],
    )


CHECK = Check(
    id=RULE,
    family="cut-off",
    scope="document",
    title=Bilingual(sv="Dag för underskrift", en="Day of signing"),
    claim=Bilingual(
        sv="En redovisning är inte undertecknad eller insänd innan den period som den redovisar är slut: den dag som "
        "den själv anger, annars årets sista. En tidig dag som orden kallar underskrift är ett fel; en dag utan "
        "sådana ord eller i brevhuvudet, också på en tjänsteskrivelse om redovisningen, är en varning, liksom en "
        "underskrift efter den sista dag som blanketten anger, och ett beslut på en plans första sida som är två år "
        "äldre än planen eller mer. Kontrollen tiger om ansökningar, om beslutsdagar, om "
        "delredovisningar och prognoser, om redovisningar av det planerade, och om datum i årets första fyra månader, "
        "då året oftast är det som redovisningen lämnas; säger blanketten att den lämnas först efter årets slut är en "
        "sådan underskrift en varning.",
        en="An account is not signed or sent in before the period that it reports has ended: the day that it says "
        "itself, else the last of the year. An early day that words call a signature is an error; one without such "
        "words or in the letterhead, also of a memo on the account, is a warning, as is a signature after the last "
        "day that the form names, and a decision on a plan's first page that is two years older than the plan or "
        "more. The check is silent on applications, on days of decisions, on partial accounts and forecasts, on "
        "accounts of what is planned, and on dates in the year's first four months, when the year is most often "
        "that of handing in; where the form says that it is handed in after the year's end, such a signature is a "
        "warning.",
    ),
    messages={
        **DOUBT_MESSAGES,
        "early": Bilingual(
            sv="Sida {page}: ”{words}” är före {end}, då den redovisade perioden slutar.",
            en="Page {page}: “{words}” is before {end}, when the period reported ends.",
        ),
        "told_end": Bilingual(sv="Perioden står i redovisningen.", en="The period stands in the account."),
        "years_end": Bilingual(
            sv="Perioden är det år som redovisningen gäller.", en="The period is the year that the account is of."
        ),
        "older": Bilingual(
            sv="Sida {page}: ”{words}” är beslutat flera år före {year}, som planen börjar: det kan vara en äldre "
            "plans beslut.",
            en="Page {page}: “{words}” was decided years before {year}, in which the plan begins: it may be an older "
            "plan's decision.",
        ),
        "late": Bilingual(
            sv="Sida {page}: ”{words}” är efter {end}, som är sista dagen enligt dokumentet.",
            en="Page {page}: “{words}” is after {end}, which is the last day by the document itself.",
        ),
    },
    find=find,
    example=Bilingual(
        sv="En redovisning av 2022 är undertecknad den 3 oktober 2022.",
        en="An account of 2022 is signed on 3 October 2022.",
    ),
)
