"""Within one document: sums that tell of the same fact of the grant's account and differ.

A sum in prose is held against the document's tables and forms only where nothing in them explains it: a sentence
that tells of a part agrees with that part's cell. And the two must be near enough to be the same fact misprinted:
sums of quite another size are other facts.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from checks.check_input import CheckInput
from checks.tables.units import says_kronor
from checks.ties.asked_sums import asked_otherwise
from checks.ties.companions import told_beside
from checks.ties.county_shares import astray_shares, is_near, names_party
from checks.ties.ledgers import Ledger, ledger_of
from checks.ties.printed_sums import printed_and_answered
from checks.ties.told_alike import told_alike
from checks.ties.told_rows import told_of_rows
from checks.ties.untotalled import untotalled
from checks.ties.wholes import Role, Whole
from models.rows import DocType

COMPARED: tuple[Role, ...] = ("granted", "planned", "spent", "requisitioned")
"""What is left is a difference of two of these, and is weighed by recalc.balance."""
NEAR = Decimal(4)
"""The most that one may be of the other, and still be the same fact, where their digits are not the same."""
_OF_MANY: frozenset[DocType] = frozenset(["action_plan", "other"])
"""Plans, minutes, laws and appropriations tell of many sums in their text, no two of them of one grant."""
_THOUSAND = Decimal(1000)
_TELLING_DIGITS = 3
"""Digits before its last zeros that a sum has at the least, where one digit more makes it another."""
HALF = Decimal(500)
"""Kronor that go lost where a sum is written in thousands."""
_IN_THOUSANDS = re.compile(r"tkr|mnkr|mkr|tusen|milj", re.IGNORECASE)
_SAYS_ALL = re.compile(
    r"sammanlagt|totalt?\b|samtliga|tillsammans|summa|summera|\balla\b|\bhela\b|samlade|\bplan(?:en|ens)?\b|handlingsplan",
    re.IGNORECASE,
)
"""A plan with many costs in its text tells of all of them with such a word."""

_APPLIES = re.compile(r"\b(?:an)?sök(?:a|s|er|t|ta|te|an|ande)?\b|\bansök", re.IGNORECASE)
_HIGHEST = re.compile(r"högst|\bmax|\btak(?:et)?\b|ram(?:en)?\b|\b(?:till|för)del", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Disagreement:
    """stated is the one to doubt; against is what it is held against; others say the same as against."""

    stated: Whole
    against: Whole
    others: tuple[Whole, ...]
    sure: bool
    """The two can only be one fact: at least one of them is a form's answer or the only total of its kind."""
    message: str = "differs"
    """The name of the message that says how they differ."""


def disagreements(rows: CheckInput) -> tuple[Disagreement, ...]:
    """Every disagreement of a single document, one for each fact."""
    ledger = rows.once(ledger_of)
    found: list[Disagreement] = []
    for role in COMPARED:
        found += _of_role(ledger, role)
    found += _between_tables(ledger)
    found += _parts_above_the_whole(ledger)
    claimed = {each.stated.place for each in found}
    found += (Disagreement(answer, printed, (), sure=True) for answer, printed in printed_and_answered(rows))
    for told, share in astray_shares(ledger):
        if told.place not in claimed and is_near(told.value, share.value):
            found.append(Disagreement(told, share, (), sure=is_misprint(told, share)))
    found += _of_other_places(
        found,
        (
            Disagreement(each.told, each.table, (), sure=False, message="table_makes")
            for each in untotalled(rows, ledger)
        ),
    )
    found += _of_other_places(
        found,
        (Disagreement(told, total, (), sure=is_misprint(told, total)) for told, total in told_beside(ledger)),
    )
    found += _of_other_places(
        found,
        (
            Disagreement(told, cell, (), sure=is_misprint(told, cell))
            for told, cell in told_of_rows(ledger, rows.amounts)
        ),
    )
    found += _of_other_places(
        found, (Disagreement(asked, total, (), sure=False) for asked, total in asked_otherwise(rows, ledger))
    )
    claimed = {each.stated.place for each in found}
    found += (
        Disagreement(later, earlier, (), sure=False, message="told_otherwise")
        for later, earlier in told_alike(ledger, rows.amounts)
        if claimed.isdisjoint([later.place, earlier.place])
    )
    return tuple(found)


def _of_other_places(found: Sequence[Disagreement], more: Iterable[Disagreement]) -> list[Disagreement]:
    """Those of `more` that doubt no number that is doubted already."""
    claimed = {each.stated.place for each in found}
    return [each for each in more if each.stated.place not in claimed]


def may_be_one_fact(one: Whole, other: Whole) -> bool:
    """True where two different sums can be one fact misprinted: near each other, a digit or a unit apart."""
    low, high = sorted((abs(one.value), abs(other.value)))
    if low == 0:
        return False
    return high <= NEAR * low or unit_slipped(one, other) or lacks_a_digit(one, other)


def unit_slipped(one: Whole, other: Whole) -> bool:
    """True where one is the other in thousands, though it does not say so."""
    less, more = sorted((one, other), key=lambda whole: abs(whole.value))
    return less.value != 0 and less.meets((more.low - HALF) / _THOUSAND, (more.high + HALF) / _THOUSAND)


def lacks_a_digit(one: Whole, other: Whole) -> bool:
    """True where a single digit too many or too few parts them; of sums told by a digit or two many do by chance."""
    fewer, more = sorted((str(int(abs(whole.value))) for whole in (one, other)), key=len)
    told = len(fewer.rstrip("0")) >= _TELLING_DIGITS
    return told and len(more) == len(fewer) + 1 and any(more[:i] + more[i + 1 :] == fewer for i in range(len(more)))


def _of_role(ledger: Ledger, role: Role) -> Iterator[Disagreement]:
    """Statements of one year are held against each other; those without a year are of the document's own."""
    told = ledger.of(role)
    own = ledger.document.reporting_year
    for year in dict.fromkeys(whole.year or own for whole in told):
        if own is None or year == own:
            yield from _of_year(ledger, role, [whole for whole in told if (whole.year or own) == year])


def _of_year(ledger: Ledger, role: Role, told: Sequence[Whole]) -> Iterator[Disagreement]:
    form = [whole for whole in told if whole.source == "form"]
    tables = [whole for whole in told if whole.source == "table"]
    yield from _form_against_tables(ledger, form, tables)
    yield from _above_the_cap(ledger, role, form)
    single = _single(form) or _single(tables)
    prose = [whole for whole in told if whole.source == "prose"]
    if role == "planned" and ledger.document.doc_type == "action_plan" and len(_agreeing(prose)) > 1:
        prose = [whole for whole in prose if _SAYS_ALL.search(whole.words)]
    if role == "planned" and ledger.by_municipality:
        prose = [whole for whole in prose if not names_party(whole.words)]
    groups = _agreeing([w for w in prose if not ledger.explains(w) or (single and unit_slipped(w, single))])
    groups = groups or [group for group in _agreeing(prose) if single and _is_said_again(ledger, group, single)]
    if single is None and not form and not tables and ledger.document.doc_type not in _OF_MANY:
        # Prose alone: what another figure bears out, or what is said most often, is held for right.
        groups = sorted(_agreeing(prose), key=lambda group: (ledger.explains(group[0]), len(group)), reverse=True)
        single = groups.pop(0)[0] if groups else None
        groups = [group for group in groups if not ledger.explains(group[0])]
    for group in groups:
        if single is None or ledger.makes_up(group[0], single):
            continue
        if may_be_one_fact(group[0], single) and not _is_unit_unsaid(ledger, group[0], single):
            yield Disagreement(group[0], single, tuple(group[1:]), _is_one_fact(ledger, group[0], single))


def _is_unit_unsaid(ledger: Ledger, told: Whole, table: Whole) -> bool:
    """True where a table that names no unit has the figures that the text tells in thousands or millions."""
    if not (abs(told.value) > abs(table.value) and unit_slipped(told, table) and told.text and table.text):
        return False
    views = [view for view in ledger.views if table.table_id in view.table_ids]
    words = [text for view in views for text in (view.table.title, *view.headings.values())]
    cells = [cell.text for view in views for cell in view.cells.values()]
    same_figures = re.findall(r"\d+", told.text) == re.findall(r"\d+", table.text)
    are_thousands = same_figures or _IN_THOUSANDS.search(told.text) is not None
    return bool(views) and are_thousands and not any(says_kronor(text) for text in (*words, *cells))


def _is_said_again(ledger: Ledger, group: Sequence[Whole], single: Whole) -> bool:
    """True where several sentences say of one fact what the table says only of another one: used what was granted."""
    others = [whole for whole in ledger.wholes if whole.table_id == single.table_id and whole.role != single.role]
    return (
        len({whole.words for whole in group}) > 1
        and not any(whole.agrees(single) for whole in group)
        and any(group[0].agrees(other) for other in others)
    )


def _is_one_fact(ledger: Ledger, told: Whole, against: Whole) -> bool:
    """True where a sum in prose can only be the other one misprinted: of a lone table it may be a part, or the reverse.

    It is the form's answer; or the digits are the same; or the table is the whole grant's: it holds the frame too, or
    it agrees with what is told of another fact, or makes what is told to be left.
    """
    if against.source == "prose" or ledger.explains(told):
        return False
    if against.source == "form" or is_misprint(told, against):
        return True
    if told.high < against.low and any(each.agrees(against) for each in ledger.of(against.role, "prose")):
        return False  # the text tells the table's sum as well: a smaller one may be of one thing
    beside = [whole for whole in ledger.wholes if whole.table_id == against.table_id and whole.role != against.role]
    in_text = [whole for whole in ledger.wholes if whole.source != "table"]
    if any(whole.role == "granted" for whole in beside) or any(
        whole.role == other.role and whole.agrees(other) for whole in beside for other in in_text
    ):
        return True
    left = [whole for whole in in_text if whole.role == "remaining"]
    given = ledger.of("granted")
    return any(rest.meets(each.low - against.high, each.high - against.low) for each in given for rest in left)


def is_misprint(one: Whole, other: Whole) -> bool:
    """True where the two have the same digits in another order, one of them too few, or the wrong unit."""
    first, second = (str(int(abs(whole.value))) for whole in (one, other))
    return sorted(first) == sorted(second) or unit_slipped(one, other) or lacks_a_digit(one, other)


def _form_against_tables(ledger: Ledger, form: Sequence[Whole], tables: Sequence[Whole]) -> Iterator[Disagreement]:
    """A form's sum against the tables that it sums up: all of their totals together, or the only one."""
    # A form that is laid out as a table states its answer in a cell too: that is no second statement.
    tables = [whole for whole in tables if not any(whole.words.endswith(answer.words) for answer in form)]
    if not form or not tables or any(one.agrees(other) for one in form for other in tables):
        return
    # The sum of a group of tables stands last.
    answer, total = form[0], tables[-1]
    if _adds_up_every_table(answer, tables):
        return
    is_one = total.table_id is None or (len(tables) == 1 and ledger.is_alone(total.table_id))
    if not is_one or len({whole.value for whole in form}) > 1 or not may_be_one_fact(answer, total):
        return
    # Beside several tables there may be one that was not found: it would explain more, but not one counted twice.
    more = answer.value - total.value
    counted = {whole.value for whole in tables if whole.table_id is not None}
    if total.table_id is None and more > 0 and more not in counted:
        return
    if not _is_made_up(ledger, answer, total, {whole.table_id for whole in tables}):
        yield Disagreement(answer, total, (), sure=True)


def _adds_up_every_table(answer: Whole, tables: Sequence[Whole]) -> bool:
    """True where the answer is all tables' totals together: one whose heads were read otherwise is in no group."""
    totals: dict[str, Whole] = {}
    for whole in tables:
        if whole.table_id is not None:
            totals.setdefault(whole.table_id, whole)
    low, high = (
        sum(ends, Decimal(0)) for ends in ([w.low for w in totals.values()], [w.high for w in totals.values()])
    )
    return len(totals) > 1 and answer.meets(low, high)


def _is_made_up(ledger: Ledger, answer: Whole, total: Whole, told_of: set[str | None]) -> bool:
    """True where the answer holds the total and something more that the document states: own money, another table."""
    more = answer.value - total.value
    beside = {cell.value for view in ledger.views if view.table.table_id not in told_of for cell in view.cells.values()}
    return more in beside | ledger.stated


def _above_the_cap(ledger: Ledger, role: Role, form: Sequence[Whole]) -> Iterator[Disagreement]:
    """What is requisitioned is at most what was granted; and all of it, where the form says that nothing is waived.

    What is applied for is not decided yet: a sum granted before binds it only where it is said to be the highest one.
    """
    granted = _single(ledger.of("granted", "form"))
    if role != "requisitioned" or granted is None or not form:
        return
    asked = form[0]
    if _APPLIES.search(asked.words) and not _HIGHEST.search(granted.words):
        return
    if asked.low > granted.high or (ledger.waives_nothing and asked.high < granted.low):
        yield Disagreement(asked, granted, (), sure=True)


def _parts_above_the_whole(ledger: Ledger) -> Iterator[Disagreement]:
    """More than was used in all, by the form's one answer, cannot have been used for something."""
    whole = _single(ledger.of("spent", "form"))
    year = ledger.document.reporting_year
    if whole is None:
        return
    for part in ledger.parts_told:
        if part.low > whole.high and part.year in (None, year) and may_be_one_fact(part, whole):
            yield Disagreement(part, whole, (), sure=True)


def _between_tables(ledger: Ledger) -> Iterator[Disagreement]:
    """Two tables that agree in one column's total tell of the same money: their other totals agree too.

    Tables with the same headings are of different things, and may cost the same.
    """
    by_table: dict[str, dict[Role, Whole]] = {}
    for whole in ledger.wholes:
        if whole.table_id is not None and whole.role in ("planned", "spent"):
            by_table.setdefault(whole.table_id, {}).setdefault(whole.role, whole)
    pairs = [totals for table, totals in by_table.items() if len(totals) == 2 and ledger.is_alone(table)]
    for place, first in enumerate(pairs):
        for second in pairs[place + 1 :]:
            same = [role for role in first if first[role].agrees(second[role])]
            for role in first:
                if len(same) == 1 and role not in same and may_be_one_fact(first[role], second[role]):
                    yield Disagreement(second[role], first[role], (), sure=True)


def _single(wholes: Sequence[Whole]) -> Whole | None:
    """The most exact of the statements where they all agree; None where there are none or they differ."""
    if not wholes or any(not one.agrees(other) for one in wholes for other in wholes):
        return None
    return min(wholes, key=lambda whole: whole.high - whole.low)


def _agreeing(wholes: Sequence[Whole]) -> list[list[Whole]]:
    """The statements in groups that agree; the most exact of a group stands first in it."""
    groups: list[list[Whole]] = []
    for whole in sorted(wholes, key=lambda whole: whole.high - whole.low):
        group = next((group for group in groups if group[0].agrees(whole)), None)
        if group is None:
            groups.append([whole])
        else:
            group.append(whole)
    return groups
