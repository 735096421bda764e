"""What worker processes are forked with: errors in it would be passed over in silence, so it is tried here."""

import importlib
import subprocess
import sys

import pytest

from flows.files.apart import PRELOADED


@pytest.mark.parametrize("module", PRELOADED)
def test_what_is_loaded_beforehand_can_be_loaded(module):
    assert importlib.import_module(module).__name__ == module


def test_the_model_of_kinds_is_loaded_beforehand():
    asked = "import flows.files.warm; from extractors.plans.kinds_model import load; print(load.cache_info().currsize)"

    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)

    assert told.stdout.strip() == "1"
