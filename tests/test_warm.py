"""What worker processes are forked with: errors in it would be passed over in silence, so it is tried here."""

import importlib

import pytest

from extractors.plans import kinds_model
from flows.apart import PRELOADED


@pytest.mark.parametrize("module", PRELOADED)
def test_what_is_loaded_beforehand_can_be_loaded(module):
    assert importlib.import_module(module).__name__ == module


def test_the_model_of_kinds_is_loaded_beforehand():
    importlib.import_module("flows.warm")

    assert kinds_model.load.cache_info().currsize == 1
