"""Whether a grant's account balances as forms and prose tell it: received less used is left, and no more is used."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from checks.arithmetic import Quantity, add_up
from checks.check_input import CheckInput
from checks.recalculation.balances import HOLDS, balance, comes_out
from checks.recalculation.figures import Figure, figure_of_amount, figure_of_field
from checks.recalculation.recalculated import Claim, difference_of, named
from checks.recalculation.statements import Statement, beside, statements_of
from checks.tables.labels import is_of_the_grant, years_in
from models.rows import Amount, FormField

MOST_SUMS = 40
"""A document with more sums than this in its text is no account of one grant; trying them all would take time."""
_NOTHING = Quantity.exact(Decimal(0))
_PAYS_THE_DIFFERENCE = re.compile(
    r"(?:mellanskillnad|överskjutande|resterande (?:kostnad|del)|underskott)\w*\b[^.]{0,60}"
    r"\b(?:finansier|betal|bekost|täck|bär|stå[rt]?\b|stod\b)",
    re.IGNORECASE,
)
_DIFFERENCES = ("mellanskillnad", "överskjutande", "resterande", "underskott")
"""With one of which such a text begins; most texts have none, and need not be looked at closely."""
_CAME_IN = re.compile(r"varav (?:rekvirera|utbetal|erhåll|motta)", re.IGNORECASE)
_RIVAL = Decimal("0.5")
"""A use of at least this part of the largest could be the one that is meant."""


@dataclass(frozen=True, slots=True)
class Account:
    """The sums of one year, and every sum of the running text: own money, or what was carried over."""

    frames: Sequence[Statement]
    uses: Sequence[Statement]
    rests: Sequence[Statement]
    text_sums: Sequence[Quantity]
    brought: Sequence[Quantity]
    """Those of them that are told of other years: what was left of such a year may be as much as what is left now."""
    tabled_rests: frozenset[Decimal]
    """What is left in cells of tables, of whatever row."""
    own: Sequence[Quantity]
    """Own money and other money than the grant's."""
    asked: Sequence[Quantity]
    """What came in of what was granted (`varav rekvirerat`): what is left may be told of that."""
    is_difference_paid: bool
    """The text says who paid what the grant did not."""
    is_of_requisition: bool
    """Nothing is said to be granted: what was requisitioned stands for it."""

    @property
    def statements(self) -> list[Statement]:
        return [*self.frames, *self.uses, *self.rests]


def accounts_of(rows: CheckInput) -> Iterator[Account]:
    """One account for each year that the document tells sums of; a sum without a year belongs to each."""
    statements = statements_of(rows)
    sums = [(figure_of_amount(amount).quantity, amount.year) for amount in rows.amounts if _stands_alone(amount)]
    sums += [(figure.quantity, year) for field in rows.fields for figure, year in _of_other_years(field)]
    text_sums = list({told.value: told for told, _ in sums}.values())[:MOST_SUMS]
    asked = [figure_of_amount(each).quantity for each in rows.amounts if _CAME_IN.search(each.subject or "")]
    others = (each for each in rows.amounts if each.kind == "other" and not is_of_the_grant(each.subject or ""))
    own = [figure_of_amount(each).quantity for each in others]
    tabled = frozenset(a.value_sek for a in rows.amounts if a.table_id is not None and a.kind == "remaining")
    years = dict.fromkeys(each.year for each in statements if each.year is not None)
    for year in years or (None,):
        of_year = [each for each in statements if each.year in (year, None)]
        frames, uses, rests = ([each for each in of_year if each.role == role] for role in ("frame", "use", "rest"))
        is_of_requisition = not frames
        if is_of_requisition:
            frames = [each for each in uses if each.kind == "requisitioned"]
            uses = [each for each in uses if each.kind != "requisitioned"]
        if frames and (uses or rests):
            brought = [told for told, of_year in sums if of_year not in (year, None)]
            is_paid = rows.once(_pays_the_difference)
            yield Account(frames, uses, rests, text_sums, brought, tabled, own, asked, is_paid, is_of_requisition)


def _pays_the_difference(rows: CheckInput) -> bool:
    texts = ((each.text, each.text.casefold()) for each in rows.passages if each.text is not None)
    return any(
        _PAYS_THE_DIFFERENCE.search(text) for text, folded in texts if any(word in folded for word in _DIFFERENCES)
    )


def _of_other_years(field: FormField) -> Iterator[tuple[Figure, int]]:
    """The answer to a question that names a year: `Överfört från 2021 (kronor)`."""
    figure, years = figure_of_field(field), years_in(field.label)
    if figure is not None and len(years) == 1 and field.value_unit not in ("percent", "count", "year"):
        yield figure, min(years)


def _stands_alone(amount: Amount) -> bool:
    """True for a sum outside tables, and for own money and the like in a form that is laid out as a table."""
    return amount.table_id is None or amount.kind == "other"


def rests_that_do_not_balance(account: Account) -> Iterator[Claim]:
    """What is said to be left, where its account does not make it. One claim for each sum.

    The account is that of its section of the form, or the list that it stands in, where that holds one sum received
    and one used. Elsewhere it is the whole document, and any reading of it that comes out is enough.
    """
    for rest in _distinct(account.rests):
        if rest.is_in_table or _is_part_repaid(rest, account):
            continue
        near = _own_account(rest, account)
        if near is not None:
            carried = (*near.others, *account.brought, *account.own)
            wholes = (near.frame.figure.quantity, *account.asked)
            if not any(comes_out(rest.figure, each, near.use.figure.quantity, carried) for each in wholes):
                yield _claim_of_rest(rest, near.frame, near.use, is_sure=True)
        elif rest.is_exact and not _is_explained(rest, account):
            frame, (use, is_use_sure) = _only_frame(account), _main_use(account)
            if frame is not None and use is not None and frame is not use:
                yield _claim_of_rest(rest, frame, use, is_sure=is_use_sure)


@dataclass(frozen=True, slots=True)
class _OwnAccount:
    frame: Statement
    use: Statement
    others: Sequence[Quantity]


def _own_account(rest: Statement, account: Account) -> _OwnAccount | None:
    """The one sum received and the one used that stand in the form's section, or in the list, with it."""
    near = beside(rest, account.statements)
    frames = _distinct(each for each in near if each.role == "frame")
    uses = _distinct(each for each in near if each.role == "use")
    if len(frames) != 1 or len(uses) != 1:
        return None
    others = [each.figure.quantity for each in near if each.role == "rest" and each.figure != rest.figure]
    return _OwnAccount(frames[0], uses[0], others)


def _claim_of_rest(rest: Statement, frame: Statement, use: Statement, *, is_sure: bool) -> Claim:
    terms = (frame.figure, use.figure)
    return Claim(
        stated=rest.figure,
        terms=terms,
        formula=difference_of(*terms),
        weights=(1, -1),
        arithmetic=balance(rest.figure.quantity, frame.figure.quantity, use.figure.quantity),
        title=rest.section or "",
        only_warn=None if is_sure else "ambiguous",
    )


def _is_explained(rest: Statement, account: Account) -> bool:
    """True where some frame less some use, with or without a sum from elsewhere in the text, is what is left.

    Also where what was used is the very same sum: the sentence tells of that; and where a table tells it too: it is
    what is left of one of its rows, and the table's own lines are held against each other.
    """
    if not rest.is_field and rest.figure.quantity.value in account.tabled_rests:
        return True
    if any(use.figure.quantity.value == rest.figure.quantity.value for use in account.uses):
        return True
    carried = [each for each in account.text_sums if each.value != rest.figure.quantity.value]
    carried += account.brought
    uses = [_NOTHING, *(use.figure.quantity for use in _distinct(_as_exact_as_told(account.uses)))]
    return any(
        comes_out(rest.figure, frame.figure.quantity, used, carried)
        for frame in _distinct(account.frames)
        for used in uses
    )


def _as_exact_as_told(uses: Sequence[Statement]) -> list[Statement]:
    """Without those told roughly that an exact one tells too: the text has `runt 2,0 miljoner`, the table 2 033 360."""
    exact = [use for use in uses if use.is_exact]
    return exact + [use for use in uses if not (use.is_exact or any(_rounds(use, each) for each in exact))]


def _rounds(told: Statement, exact: Statement) -> bool:
    """True where a use told roughly may be this very one."""
    low, high = told.figure.quantity.low, told.figure.quantity.high
    return exact.kind in (told.kind, "total") and low <= exact.figure.quantity.value <= high


def _is_part_repaid(rest: Statement, account: Account) -> bool:
    """A part of what is left may be repaid and the rest of it kept; of two sums to be repaid neither is a part."""
    value = rest.figure.quantity.value
    left = (each.figure.quantity.value for each in account.rests if each.kind != "repayable")
    return rest.kind == "repayable" and any(value < each for each in left)


def uses_above_their_frame(account: Account) -> Iterator[Claim]:
    """A sum used that is above all that was received; where nothing is left, own money may have paid for it."""
    uses = [each for each in account.uses if not each.is_in_table and each.kind != "requisitioned"]
    use = max(uses, key=lambda each: (each.is_exact, each.figure.quantity.low), default=None)
    frame = _only_frame(account)
    if use is None or frame is None or (use.is_field and (account.is_of_requisition or not frame.is_field)):
        return
    if _is_paid_for(use, account) or not (
        (use.kind == "spent" and use.is_exact) or (account.rests and _is_the_account_s(use, frame, account))
    ):
        return
    is_left = any(rest.figure.quantity.low > 0 for rest in account.rests)
    if account.is_difference_paid and not is_left:
        return
    yield Claim(
        stated=use.figure,
        terms=(frame.figure,),
        formula=named(frame.figure),
        arithmetic=add_up(use.figure.quantity, [frame.figure.quantity]),
        title=use.section or "",
        only_warn=None if is_left else "own_funds",
    )


def _is_paid_for(use: Statement, account: Account) -> bool:
    """True where what was received covers it, alone or with another sum; or where it is the sum of two others.

    Or where more is planned than there is, and what is left is said to be less than nothing by just as much.
    """
    spent = use.figure.quantity
    deficits = [rest for rest in account.rests if rest.figure.quantity.high < 0]
    if use.kind in ("planned", "allocated") and any(
        comes_out(rest.figure, frame.figure.quantity, spent) for rest in deficits for frame in account.frames
    ):
        return True
    if any(spent.low <= frame.figure.quantity.high for frame in account.frames):
        return True
    parts = [each for each in account.text_sums if each.value != spent.value]
    wholes = [each.figure.quantity for each in (*account.frames, *account.uses) if each is not use]
    if any(add_up(spent, (whole, part)).grade in HOLDS for whole in wholes for part in parts):
        return True
    left = [rest for rest in account.rests if rest.figure.quantity.low >= 0]
    return any(_balances(use, rest, account, parts) or _is_of_another(use, rest, account) for rest in left)


def _balances(use: Statement, rest: Statement, account: Account, carried: Sequence[Quantity]) -> bool:
    """True where what is left is what was received, and what was carried over from before, less this use."""
    more = [each for each in carried if each.value != rest.figure.quantity.value]
    return any(comes_out(rest.figure, each.figure.quantity, use.figure.quantity, more) for each in account.frames)


def _is_of_another(use: Statement, rest: Statement, account: Account) -> bool:
    """True where another use makes what is left: of the two only that one is of the grant, or only it is right.

    That the two differ is for tie.same-fact to tell.
    """
    alike = [each for each in account.uses if each.kind == use.kind]
    smaller = [each for each in alike if each.figure.quantity.value < use.figure.quantity.low]
    return rest.figure.quantity.low > 0 and any(_balances(each, rest, account, ()) for each in smaller)


def _is_the_account_s(use: Statement, frame: Statement, account: Account) -> bool:
    """Of what is planned, or told roughly: it is told in one way only, or what is left follows from it.

    Where it is told in two ways, which of them is wrong is no question of the balance.
    """
    if all(each.figure.quantity.high >= use.figure.quantity.low for each in account.uses):
        return True
    return any(comes_out(rest.figure, frame.figure.quantity, use.figure.quantity) for rest in account.rests)


def _only_frame(account: Account) -> Statement | None:
    """What was received where only one sum can be meant; what was received goes before what was granted."""
    exact = [each for each in account.frames if each.is_exact]
    several = _distinct([each for each in exact if each.kind == "received"] or exact)
    return several[0] if len(several) == 1 else None


def _main_use(account: Account) -> tuple[Statement | None, bool]:
    """What was used in all, the largest sum, and whether no other comes near it.

    None where more is told only roughly: then the largest exact sum is a part of it.
    """
    exact = [each for each in account.uses if each.is_exact]
    spent_roughly = [each for each in account.uses if each.kind == "spent" and not each.is_exact]
    told_twice = _distinct(each for each in exact if any(_rounds(told, each) for told in spent_roughly))
    if len(told_twice) == 1:
        return told_twice[0], True
    spent = [each for each in exact if each.kind == "spent"]
    largest = max(spent or exact, key=lambda each: each.figure.quantity.value, default=None)
    if largest is None:
        return None, False
    roughly = [each for each in account.uses if each.kind == largest.kind and not each.is_exact]
    if any(each.figure.quantity.low > largest.figure.quantity.high for each in roughly):
        return None, False
    near = largest.figure.quantity.value * _RIVAL
    return largest, sum(each.figure.quantity.value >= near for each in _distinct(spent or exact)) == 1


def _distinct(statements: Iterable[Statement]) -> list[Statement]:
    """The first of each value, in the order of the document."""
    first: dict[Decimal, Statement] = {}
    for each in statements:
        first.setdefault(each.figure.quantity.value, each)
    return list(first.values())
