"""Columns of a plan's table whose heads say nothing: what their texts state together tells what they hold."""

import pytest

from extractors.plans.column_roles import column_roles
from tests.table_builders import table

_GOALS = ("Alla elever har en vuxen att tala med", "Färre unga känner sig ensamma", "Fler unga söker hjälp i tid")
_ACTS = ("Öppna en drop-in på biblioteket", "Utbilda fritidsledare i samtalsstöd", "Starta en läxgrupp för nyanlända")
_MEASURES = ("Antal besök per vecka", "Andel utbildade ledare", "Antal deltagare per termin")
_BACKGROUND = (
    "I dag väntar många elever i över tio veckor.",
    "Många unga upplever att de saknar inflytande.",
    "Kötiderna har ökat under flera år.",
)
_NAMES = ("Skolan", "Fritid", "Biblioteket")


@pytest.mark.parametrize(
    ("heads", "columns", "roles"),
    [
        (("Norrsken", "Fotspår"), (_GOALS, _ACTS), {0: "goal", 1: "activity"}),
        (("Norrsken", "Aktivitet"), (_GOALS, _ACTS), {0: "goal", 1: "activity"}),
        (("Mål", "Fotspår", "Avtryck"), (_GOALS, _ACTS, _MEASURES), {0: "goal", 1: "activity", 2: "indicator"}),
        (("Norrsken", "Fotspår"), (_GOALS[:2], _ACTS[:2]), {0: "goal", 1: "activity"}),
        (("Norrsken", "2031", "2032"), (_GOALS, _ACTS, _ACTS[::-1]), {0: "goal", 1: "activity", 2: "activity"}),
        (("Läge", "2031", "2032"), (_BACKGROUND, _ACTS, _ACTS[::-1]), {1: "activity", 2: "activity"}),
        (("Läge", "2031", "2032"), (_BACKGROUND, _BACKGROUND, _BACKGROUND[::-1]), {}),
        (("Läge", "Aktivitet"), (_BACKGROUND, _ACTS), {1: "activity"}),
        (("Var", "Fotspår"), (_NAMES, _ACTS), {}),
        (("Syfte", "Aktivitet"), (_GOALS, _ACTS), {1: "activity"}),
    ],
    ids=[
        "both-unnamed",
        "goals-beside-acts",
        "three",
        "two-rows",
        "by-years",
        "acts-by-years",
        "no-acts",
        "background",
        "acts-alone",
        "purpose",
    ],
)
def test_columns_are_known_by_what_their_texts_state(heads, columns, roles):
    given = table([list(heads), *(list(row) for row in zip(*columns, strict=True))])

    assert column_roles(given) == roles


def test_the_items_of_a_cell_count_one_by_one():
    given = table([["Norrsken", "Fotspår"], ["Fler unga söker hjälp i tid", " ".join(_ACTS)]])
    cells = [c.model_copy(update={"items": (_GOALS if c.col == 0 else _ACTS) if c.row else ()}) for c in given.cells]

    assert column_roles(given) == {}
    assert column_roles(given.model_copy(update={"cells": tuple(cells)})) == {0: "goal", 1: "activity"}
