"""What worker processes are forked with: errors in it would be passed over in silence, so it is tried here."""

import subprocess
import sys

from flows.files.apart import PRELOADED


def told_by_server(asked: str) -> list[str]:
    """What a process says that loads what the server of worker processes loads, and then does what is asked."""
    lines = [f"import {', '.join(PRELOADED)}", asked]
    told = subprocess.run([sys.executable, "-c", "\n".join(lines)], capture_output=True, text=True, check=True)
    return told.stdout.split()


def test_the_model_of_kinds_is_loaded_beforehand():
    asked = "from extractors.plans.kinds_model import load; print(load.cache_info().currsize)"

    assert told_by_server(asked) == ["1"]


def test_neither_command_lines_nor_clients_of_the_web_are_loaded():
    loaded = told_by_server("import sys; print(*{name.partition('.')[0] for name in sys.modules})")

    assert "spacy" in loaded
    assert not {"typer", "click", "requests", "httpx"} & set(loaded)


def test_who_asks_for_spacys_command_line_gets_it():
    asked = "import spacy.cli; from spacy.cli.info import info; print(info.__name__, spacy.cli.app.info.name)"

    assert told_by_server(asked) == ["info", "spacy"]


def test_the_collector_leaves_what_was_loaded_to_the_workers_and_looks_again_in_them():
    asked = (
        "import gc; print(gc.get_freeze_count() > 100_000)\n"
        "from flows.files.collecting import collect_seldom; collect_seldom(); print(gc.isenabled())"
    )

    assert told_by_server(asked) == ["True", "True"]
