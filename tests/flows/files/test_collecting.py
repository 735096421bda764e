"""The collector runs seldom while rows are checked, and as before afterwards."""

import gc

import pytest

from flows.files.collecting import collecting_seldom


def test_the_collector_is_as_before_when_the_work_is_done_or_fails():
    before = gc.get_threshold()

    with collecting_seldom():
        assert gc.get_threshold()[0] > before[0]
    assert gc.get_threshold() == before
    with pytest.raises(ZeroDivisionError), collecting_seldom():
        _ = 1 / 0
    assert gc.get_threshold() == before
