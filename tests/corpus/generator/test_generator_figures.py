"""Figures and relations of the generator: what is printed, and what then holds."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.generator.blocks import Column, Paragraph, Row, Table
from corpus.generator.content import Content, Facts, Relation, Term, figures_of
from corpus.generator.editing import with_figures
from corpus.generator.figures import BARE_THOUSANDS, KRONOR, MILLIONS, THOUSANDS, Style, count, money
from corpus.generator.judging import judge, propagated


def document(*, relations, figures, elsewhere=()):
    rows = tuple(Row(((figure.key,), (figure,))) for figure in figures)
    table = Table("t", "", (Column("Del"), Column("Belopp", "figure")), rows)
    return Content("d", "local_plan", Facts("action_plan", "Plan"), (table,), relations, elsewhere)


@pytest.mark.parametrize(
    ("style", "value", "words"),
    [
        (KRONOR, 1234567, "1\u00a0234\u00a0567\u00a0kr"),
        (THOUSANDS, 2377000, "2\u00a0377\u00a0tkr"),
        (MILLIONS, 79_840_000, "79,8\u00a0miljoner kronor"),
        (Style(":-", "."), -581235, "-581.235:-"),
        (Style(separator=""), 660045, "660045"),
        (Style(" kr", " ", decimals=2), Decimal("4755642.5"), "4 755 642,50 kr"),
        (Style(" kronor", prefix="ca "), 1906000, "ca 1\u00a0906\u00a0000 kronor"),
    ],
)
def test_a_figure_is_written_in_its_style(style, value, words):
    assert money("a", Decimal(value), ("planned",), style).words == words


@given(st.integers(-(10**9), 10**9), st.sampled_from([KRONOR, THOUSANDS, MILLIONS, BARE_THOUSANDS]))
def test_the_value_is_what_the_print_states(value, style):
    figure = money("a", Decimal(value), ("planned",), style)

    assert figure.value % style.unit == 0
    assert abs(figure.value - value) <= style.unit / 2
    assert figure.stating(figure.value) == figure


def test_a_sum_that_holds_and_one_that_does_not():
    parts = [money("a", Decimal(300), ("planned",)), money("b", Decimal(200), ("planned",))]
    relation = Relation("footing.column", "sum", (Term(("a",)), Term(("b",))), "Belopp")

    right = document(relations=(relation,), figures=[*parts, money("sum", Decimal(500), ("total",))])
    wrong = document(relations=(relation,), figures=[*parts, money("sum", Decimal(501), ("total",))])

    assert [judgement.holds for judgement in judge(right)] == [True]
    assert [(judgement.holds, judgement.difference) for judgement in judge(wrong)] == [(False, 1)]


def test_rounding_is_told_from_error_by_the_units():
    parts = [money(key, Decimal(value), ("planned",), BARE_THOUSANDS) for key, value in (("a", 1400), ("b", 1400))]
    relation = Relation("footing.column", "sum", (Term(("a",)), Term(("b",))), "Belopp", rounded=True)

    near = document(relations=(relation,), figures=[*parts, money("sum", Decimal(3000), ("total",), BARE_THOUSANDS)])
    far = document(relations=(relation,), figures=[*parts, money("sum", Decimal(4000), ("total",), BARE_THOUSANDS)])

    assert [(each.holds, each.rounding_shows) for each in judge(near)] == [(True, True)]
    assert [(each.holds, each.rounding_shows) for each in judge(far)] == [(False, False)]


def test_a_product_and_a_bound():
    figures = [
        money("rate", Decimal(100_000), ("unit_rate",)),
        count("posts", Decimal("2.5")),
        money("whole", Decimal(250_000), ("requisitioned",)),
        money("spent", Decimal(200_000), ("spent",)),
    ]
    product = Relation("recalc.product", "whole", (Term(("rate", "posts")),), "Belopp")
    bound = Relation("recalc.balance", "spent", (Term(("whole",)),), "Kostnader", at_most=True)

    judged = judge(document(relations=(product, bound), figures=figures))

    assert [judgement.holds for judgement in judged] == [True, True]


def test_a_row_that_is_gone_counts_for_nothing():
    relation = Relation("footing.column", "sum", (Term(("a",)), Term(("gone",))), "Belopp")

    [judgement] = judge(
        document(
            relations=(relation,), figures=[money("a", Decimal(1), ("planned",)), money("sum", Decimal(3), ("total",))]
        )
    )

    assert (judgement.computed, judgement.difference) == (1, 2)


def test_a_change_goes_through_all_that_follows_but_not_to_other_documents():
    figures = [
        money("a", Decimal(300), ("planned",)),
        money("sum", Decimal(300), ("total",)),
        money("granted", Decimal(1000), ("granted",)),
        money("left", Decimal(700), ("remaining",)),
    ]
    relations = (
        Relation("footing.column", "sum", (Term(("a",)),), "Belopp"),
        Relation("recalc.balance", "left", (Term(("granted",)), Term(("sum",), Decimal(-1))), "Kvar"),
        Relation("tie.plan-report.total", "sum", (Term(("plan:sum",)),), "Summa", other="plan"),
    )
    content = document(relations=relations, figures=figures, elsewhere=(money("plan:sum", Decimal(300), ("total",)),))

    anew = propagated(content, figures[0].stating(Decimal(450)))
    judged = {each.relation.rule: each.holds for each in judge(with_figures(content, anew))}

    assert {key: figure.value for key, figure in anew.items()} == {"a": 450, "sum": 450, "left": 550}
    assert judged == {"footing.column": True, "recalc.balance": True, "tie.plan-report.total": False}


def test_two_figures_of_one_key_are_refused():
    figure = money("a", Decimal(1), ("planned",))
    content = Content("d", "memo", Facts("memo", "M"), (Paragraph((figure, " och ", figure)),))

    with pytest.raises(ValueError, match="two figures with the key 'a'"):
        figures_of(content)
