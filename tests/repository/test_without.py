"""A library is loaded as if another one were not installed, which can be loaded before and after."""

import importlib
import subprocess
import sys

import pytest

from models.without import without


def test_what_is_left_out_cannot_be_loaded_meanwhile_and_can_afterwards():
    sys.modules.pop("wave", None)

    with without("wave"), pytest.raises(ImportError):
        importlib.import_module("wave")
    assert importlib.import_module("wave").__name__ == "wave"


def test_what_is_loaded_already_stays():
    with without("json"):
        assert importlib.import_module("json") is sys.modules["json"]
    assert sys.modules["json"] is not None


def test_what_was_left_out_is_free_again_after_an_error():
    with pytest.raises(ZeroDivisionError), without("no_such_module"):
        _ = 1 / 0
    assert "no_such_module" not in sys.modules


def test_schemas_do_not_load_a_toolkit_of_databases_and_leave_it_to_those_who_ask():
    name = "sqlalchemy"
    asked = f"import sys, models.schema; print('{name}' in sys.modules); import {name}; print({name}.__name__)"

    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)

    assert told.stdout.split() == ["False", name]
