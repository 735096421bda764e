"""The annex of activities by years says every activity's years where nothing else does."""

import random

import pytest

from corpus.generator.composers.annexes import year_matrix
from corpus.generator.composers.initiatives import Planned
from corpus.generator.voice import Voice


@pytest.mark.parametrize(("whole", "rows"), [(True, 61), (False, 46)])
def test_no_activity_is_left_out_where_the_annex_alone_gives_its_years(whole, rows):
    planned = Planned([("Stöd till unga", f"Öppna mottagning {n}", (2025,), f"act{n}") for n in range(60)])

    matrix = year_matrix(Voice.of(random.Random(1), {}), planned, (2025, 2026), whole=whole)

    assert len(matrix.rows) == rows
