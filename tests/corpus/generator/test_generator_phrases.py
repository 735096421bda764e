"""The stock of sentences: whole, without money where no money belongs, and wide enough."""

import random
import re
from dataclasses import asdict
from decimal import Decimal

import pytest
from rapidfuzz import fuzz

from corpus.generator.figures import Figure, money
from corpus.generator.phrases import Drawer, stock, themes

SLOTS = {"kommunen", "kommunens", "regionen", "regionens", "lanet", "ar", "antal", "procent"}
LISTS = ("long_term_goals", "short_term_goals", "activities", "steps", "indicators", "results", "background")
MONEY = re.compile(r"\b(?:kronor|kr|tkr|mnkr|miljoner)\b", re.IGNORECASE)
DRAWN = {"kommunen": "Rättviks kommun", "ar": "2024"}


def drawer(seed=1):
    return Drawer(random.Random(seed), DRAWN)


@pytest.mark.parametrize("theme", themes(), ids=lambda theme: theme.name)
def test_a_theme_has_enough_and_only_known_slots(theme):
    sentences = [sentence for name in LISTS for sentence in getattr(theme, name)]

    assert len(sentences) >= 75
    assert {slot for sentence in sentences for slot in re.findall(r"\{(\w*)\}", sentence)} <= SLOTS
    assert [sentence for sentence in sentences if MONEY.search(sentence)] == []


def test_no_two_goals_or_activities_are_nearly_alike():
    every = sorted(sentence for theme in themes() for name in LISTS[:3] for sentence in asdict(theme)[name])

    alike = [(one, other) for i, one in enumerate(every) for other in every[i + 1 :] if fuzz.ratio(one, other) > 80]

    assert len(themes()) >= 18
    assert len(every) >= 700
    assert alike == []


def test_nothing_is_drawn_twice_until_all_is_drawn():
    one = drawer()
    sentences = ("a", "b", "c")

    first, second = one.several(sentences, 3), one.several(sentences, 3)

    assert sorted(first) == sorted(second) == ["a", "b", "c"]


def test_the_same_seed_draws_the_same():
    sentences = themes()[0].activities

    assert drawer(7).several(sentences, 5) == drawer(7).several(sentences, 5)
    assert drawer(7).several(sentences, 5) != drawer(8).several(sentences, 5)


def test_slots_are_filled_and_a_sentence_begins_with_a_capital():
    one = Drawer(random.Random(1), {"kommunen": "länets kommuner"})

    assert one.filled("{kommunen} ger stöd till {antal_ord}", antal_ord="fem") == "Länets kommuner ger stöd till fem"
    with pytest.raises(KeyError):
        one.filled("{okänd}")


def test_sums_stand_where_their_slots_are():
    figure = money("a", Decimal(500), ("planned",))

    prose = drawer().prose_of("{kommunen} avsätter {belopp} under {ar}.", {"belopp": figure})

    assert prose == ("Rättviks kommun avsätter ", figure, " under 2024.")
    with pytest.raises(ValueError, match="does not have each"):
        drawer().prose_of("Inget belopp", {"belopp": figure})


@pytest.mark.parametrize("name", ["granted", "spent", "remaining", "pot", "costs", "planned_total"])
def test_sentences_of_money_have_one_sum_each(name):
    for sentence in stock("money")[name]:
        prose = Drawer(random.Random(1), _AnySlot()).prose_of(sentence, {"belopp": money("a", Decimal(5), ("spent",))})

        assert [part for part in prose if isinstance(part, Figure)] != []


class _AnySlot(dict):
    def __missing__(self, name):
        return name


@pytest.mark.parametrize("name", ["introductions", "others_goals", "law", "numbers", "method", "follow_up"])
def test_background_prose_tells_of_no_money(name):
    assert [sentence for sentence in stock("prose")[name] if MONEY.search(sentence)] == []
