"""Sums of numbers as written."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.arithmetic import Quantity, add_up, quantities
from models.numbers import Side, Unit, WrittenNumber

STEPS = st.sampled_from([Decimal("0.01"), Decimal("0.1"), Decimal(1), Decimal(1000)])
VALUES = st.decimals(min_value=-(10**9), max_value=10**9, places=2, allow_nan=False)


def written(value: str, unit: Unit | None = "kr", step: str = "1", side: Side | None = None) -> WrittenNumber:
    return WrittenNumber(Decimal(value), Decimal(step), unit, side)


@pytest.mark.parametrize(
    ("stated", "addends", "grade", "tolerance"),
    [
        # Kronor are exact: one krona too many is an error.
        (written("300"), [written("100"), written("200")], "equal", "0"),
        (written("301"), [written("100"), written("200")], "error", "0"),
        # Thousands may each be half a thousand off.
        (written("301", "tkr"), [written("100", "tkr"), written("200", "tkr")], "note", "1.5"),
        (written("302", "tkr"), [written("100", "tkr"), written("200", "tkr")], "error", "1.5"),
        # With ten addends rounding reaches 5,5, but more than 2,87 comes about only by rare luck.
        (written("1003", "tkr"), [written("100", "tkr")] * 10, "warning", "5.5"),
        (written("1002", "tkr"), [written("100", "tkr")] * 10, "note", "5.5"),
        (written("1006", "tkr"), [written("100", "tkr")] * 10, "error", "5.5"),
        # Percents and measures with decimals have been rounded.
        (written("100", "percent"), [written("33.3", "percent", "0.1")] * 3, "note", "0.65"),
        (written("7.6", None, "0.1"), [written("2.5", None, "0.1")] * 3, "note", "0.2"),
        # Whole kronor beside öre have been rounded to the krona.
        (written("201"), [written("100.40", "kr", "0.01")] * 2, "note", "0.5"),
        # Öre throughout are exact.
        (written("200.81", "kr", "0.01"), [written("100.40", "kr", "0.01")] * 2, "error", "0"),
        # Counts are exact.
        (written("27", "count"), [written("18", "count"), written("8", "count")], "error", "0"),
    ],
)
def test_grade_of_a_sum(stated: WrittenNumber, addends: list[WrittenNumber], grade: str, tolerance: str):
    total, *parts = quantities([stated, *addends])

    result = add_up(total, parts)

    assert result.grade == grade
    assert result.tolerance == Decimal(tolerance)
    assert result.regime == ("rounded" if Decimal(tolerance) else "exact")


@pytest.mark.parametrize(
    ("side", "stated", "grade"),
    [
        ("above", "300000", "note"),  # drygt 300 000 may be 304 000
        ("below", "300000", "error"),
        ("about", "300000", "note"),
    ],
)
def test_a_hedging_word_widens_the_side_that_it_names(side: Side, stated: str, grade: str):
    total, *parts = quantities([written(stated, side=side), written("204000"), written("100000")])

    result = add_up(total, parts)

    assert result.grade == grade


def test_shares_are_rounded_to_the_krona_they_are_written_in():
    numbers = [written("301"), written("100"), written("200")]

    as_money, as_shares = (quantities(numbers, shares=shares) for shares in (False, True))

    assert add_up(as_money[0], as_money[1:]).grade == "error"
    assert add_up(as_shares[0], as_shares[1:]).grade == "note"


def test_a_number_that_could_not_be_read_makes_the_sum_not_checkable():
    read = Quantity.exact(Decimal(5))

    result = add_up(read, [read, None])

    assert (result.grade, result.expected, result.actual) == ("not_checkable", None, Decimal(5))
    assert add_up(None, [read]).grade == "not_checkable"


def test_weights_turn_and_scale_the_intervals():
    # received - spent = remaining, in thousands
    received, spent = Quantity.rounded(Decimal(10), Decimal(1)), Quantity.rounded(Decimal(4), Decimal(1))

    result = add_up(Quantity.exact(Decimal(7)), [received, spent], [Decimal(1), Decimal(-1)])

    assert (result.expected, result.difference, result.tolerance) == (Decimal(6), Decimal(1), Decimal(1))
    assert result.grade == "note"


@given(st.lists(st.tuples(VALUES, STEPS), min_size=1, max_size=20))
def test_rounding_the_true_numbers_is_never_an_error(numbers: list[tuple[Decimal, Decimal]]):
    addends = [Quantity.rounded((value / step).quantize(Decimal(1)) * step, step) for value, step in numbers]
    true_sum = sum((value for value, _ in numbers), Decimal(0))
    stated = Quantity.rounded(true_sum.quantize(Decimal(1)), Decimal(1))

    result = add_up(stated, addends)

    assert result.grade in ("equal", "note", "warning")


@given(st.lists(VALUES, min_size=1, max_size=20), VALUES)
def test_exact_numbers_hold_only_where_they_are_equal(values: list[Decimal], stated: Decimal):
    result = add_up(Quantity.exact(stated), [Quantity.exact(value) for value in values])

    assert result.tolerance == 0
    assert result.difference == stated - sum(values, Decimal(0))
    assert result.grade == ("equal" if result.difference == 0 else "error")


@given(
    st.tuples(VALUES, STEPS),
    st.lists(st.tuples(VALUES, STEPS, st.sampled_from([-2, -1, 1, 3])), min_size=1, max_size=10),
)
def test_tolerance_is_that_of_the_interval_rule(
    total: tuple[Decimal, Decimal], terms: list[tuple[Decimal, Decimal, int]]
):
    stated = Quantity.rounded(*total)
    weights = [Decimal(weight) for *_, weight in terms]

    result = add_up(stated, [Quantity.rounded(value, step) for value, step, _ in terms], weights)

    assert result.tolerance == (total[1] + sum(abs(weight) * step for _, step, weight in terms)) / 2
