"""Imported first by the server that worker processes are forked from: what comes after it is loaded with less effort.

Two things would take a third of what it costs the server to load. Python's collector goes through all that has been
loaded so far, again and again, to find that it stays (flows.files.warm, loaded last, leaves it to the workers). And
spaCy loads its command line with itself, and clients of the web and of a package index with that, for one name that
nothing here asks for: while it loads, an empty module stands for it.
"""

import gc
import sys
from importlib import import_module
from types import ModuleType

_COMMANDS, _ASKED_FOR = "spacy.cli.info", "info"


def _load_spacy_alone() -> None:
    stand_in = ModuleType(_COMMANDS)
    setattr(stand_in, _ASKED_FOR, None)
    package = _COMMANDS.rpartition(".")[0]
    names = {package: ModuleType(package), _COMMANDS: stand_in}
    sys.modules.update(names)
    try:
        import_module("spacy")
    finally:
        for name in names:
            del sys.modules[name]


gc.disable()
if "spacy" not in sys.modules:
    _load_spacy_alone()
