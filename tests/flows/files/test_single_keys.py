"""A file whose rows would break the dataset's keys fails by itself, and the others are published."""

import pytest

from flows.files.stages import _demand_single_keys
from models.rows import FileRows
from tests.check_builders import table


def test_rows_with_one_key_each_are_taken():
    grid, cells = table([["Insats", "Kronor"], ["Kurser", "5000"]])

    _demand_single_keys(FileRows(documents=(), pages=(), tables=(grid,), cells=cells))


def test_a_cell_that_comes_twice_is_told_with_its_table():
    grid, cells = table([["Insats", "Kronor"], ["Kurser", "5000"]])

    with pytest.raises(ValueError, match="a primary key comes twice in cells"):
        _demand_single_keys(FileRows(documents=(), pages=(), tables=(grid,), cells=(*cells, cells[-1])))
