"""The rooms and the arrows between them: models <- extractors, checks, outputs, corpus <- flows."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.places import ROOT

MAY_IMPORT = {
    "models": frozenset[str](),
    "extractors": frozenset({"models"}),
    "checks": frozenset({"models"}),
    "outputs": frozenset({"models"}),
    "corpus": frozenset({"models"}),
    "flows": frozenset({"models", "extractors", "checks", "outputs", "corpus"}),
}
ROOMS = tuple(MAY_IMPORT)
# The parts of a room in the order of the way through it: what a part may take from the others. The modules beside the
# parts put them together, or are what all of them stand on.
EXTRACTORS = {
    "taking": frozenset[str](),
    "pages": frozenset[str](),
    "ocr": frozenset({"pages"}),
    "text": frozenset({"pages"}),
    "numbers": frozenset[str](),
    "tables": frozenset({"pages", "text", "numbers"}),
    "layout": frozenset({"pages", "text", "tables"}),
    "pictures": frozenset({"pages"}),
    "plans": frozenset({"numbers"}),
    "forms": frozenset({"numbers"}),
    "amounts": frozenset({"numbers", "plans"}),
    "documents": frozenset({"numbers", "plans", "forms"}),
    "rows": frozenset({"documents", "plans"}),
}
CHECKS = {
    "tables": frozenset[str](),
    "footing": frozenset({"tables"}),
    "recalculation": frozenset({"tables", "footing"}),
    "ties": frozenset({"tables", "recalculation"}),
    "rules": frozenset({"tables", "footing", "recalculation", "ties"}),
}
FLOWS = {
    "files": frozenset[str](),
    "inboxes": frozenset({"files"}),
    "runs": frozenset({"files", "inboxes"}),
    "commands": frozenset({"files", "inboxes", "runs"}),
    "measuring": frozenset({"files", "inboxes", "runs", "commands"}),
}
PARTS = {"extractors": EXTRACTORS, "checks": CHECKS, "flows": FLOWS}
EVERY_PART = [(room, part) for room, parts in PARTS.items() for part in parts]
UNDERSTANDING = frozenset({"numbers", "plans", "forms", "amounts", "documents", "rows"})
PDF_LIBRARIES = frozenset({"pdfplumber", "pdfminer", "pypdfium2", "pikepdf"})
PRIVATE = re.compile(r"_(?!_)")
NAMELESS = frozenset({"util", "utils", "helper", "helpers", "manager", "managers", "common", "misc"})


@dataclass(frozen=True)
class Import:
    """One imported name: `from models.rows import Goal` is models.rows, Goal; `import models` has no name."""

    module: str
    name: str | None
    line: int

    @property
    def top(self) -> str:
        return self.module.partition(".")[0]


def imports_of(source: str, package: str) -> Iterator[Import]:
    """Every import of a module, also in functions, under TYPE_CHECKING and by a name given as text.

    package is the dotted package that the module is in; relative imports are resolved against it.
    """
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import(names=names):
                for alias in names:
                    yield Import(alias.name, None, node.lineno)
            case ast.ImportFrom(module=module, names=names, level=level):
                base = package.split(".")[: len(package.split(".")) - level + 1] if level else []
                full = ".".join([*base, *([module] if module else [])])
                for alias in names:
                    yield Import(full, alias.name, node.lineno)
            case ast.Call(
                func=ast.Name(id="__import__" | "import_module") | ast.Attribute(attr="import_module"),
                args=[ast.Constant(value=str(module)), *_],
            ):
                yield Import(module, None, node.lineno)


def modules_of(room: str) -> list[Path]:
    return sorted((ROOT / room).rglob("*.py"))


def imports_in(room: str) -> Iterator[tuple[str, Import]]:
    """(where, import) over a room's modules; where is file:line."""
    for path in modules_of(room):
        package = ".".join(path.relative_to(ROOT).parent.parts)
        for imported in imports_of(path.read_text(encoding="utf-8"), package):
            yield f"{path.relative_to(ROOT)}:{imported.line}", imported


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_the_rooms_its_arrow_points_at(room):
    wrong = [
        f"{where} imports {imported.module}"
        for where, imported in imports_in(room)
        if imported.top in ROOMS and imported.top != room and imported.top not in MAY_IMPORT[room]
    ]

    assert wrong == []


@pytest.mark.parametrize(("room", "part"), EVERY_PART)
def test_a_part_of_a_room_takes_only_from_those_before_it(room, part):
    parts = PARTS[room]
    wrong = [
        f"{where} imports {imported.module}"
        for where, imported in imports_in(f"{room}/{part}")
        for other in imported.module.split(".")[1:2]
        if imported.top == room and other in parts and other != part and other not in parts[part]
    ]

    assert wrong == []


@pytest.mark.parametrize("part", sorted(UNDERSTANDING))
def test_what_understands_touches_no_pdf(part):
    wrong = [where for where, imported in imports_in(f"extractors/{part}") if imported.top in PDF_LIBRARIES]

    assert wrong == []


@pytest.mark.parametrize("room", PARTS)
def test_every_part_of_a_room_has_its_place(room):
    assert {path.parent.name for path in (ROOT / room).glob("*/__init__.py")} == set(PARTS[room])


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_takes_nothing_private_from_another(room):
    wrong = [
        f"{where} imports {imported.module}.{imported.name}"
        for where, imported in imports_in(room)
        if imported.top in ROOMS
        and imported.top != room
        and any(PRIVATE.match(part) for part in [*imported.module.split("."), imported.name or ""])
    ]

    assert wrong == []


@pytest.mark.parametrize("room", [room for room in ROOMS if room != "flows"])
def test_prefect_is_imported_only_in_flows(room):
    wrong = [where for where, imported in imports_in(room) if imported.top == "prefect"]

    assert wrong == []


@pytest.mark.parametrize("room", ["models", "checks"])
def test_a_room_that_knows_no_pdf_imports_no_pdf_library(room):
    wrong = [
        f"{where} imports {imported.module}" for where, imported in imports_in(room) if imported.top in PDF_LIBRARIES
    ]

    assert wrong == []


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_does_not_import_the_tests(room):
    wrong = [where for where, imported in imports_in(room) if imported.top in {"tests", "pytest", "conftest"}]

    assert wrong == []


@pytest.mark.parametrize("room", [*ROOMS, *(f"{room}/{part}" for room, part in EVERY_PART)])
def test_a_room_says_what_it_is_for(room):
    entry = ROOT / room / "__init__.py"

    assert entry.is_file(), f"{room}/__init__.py is missing"
    assert ast.get_docstring(ast.parse(entry.read_text(encoding="utf-8"))), f"{room}/__init__.py has no docstring"


@pytest.mark.parametrize("room", ROOMS)
def test_a_module_is_named_for_what_it_knows(room):
    wrong = [
        str(path.relative_to(ROOT))
        for path in modules_of(room)
        if NAMELESS.intersection(
            word for part in path.relative_to(ROOT).with_suffix("").parts for word in part.split("_")
        )
    ]

    assert wrong == []


def test_every_folder_with_code_is_a_room():
    folders = {path.parent.name for path in ROOT.glob("*/__init__.py") if not path.parent.name.startswith(".")}

    assert folders == set(ROOMS)


@pytest.mark.parametrize(
    ("source", "package", "expected"),
    [
        ("import prefect.tasks", "checks", [("prefect.tasks", None)]),
        ("def f():\n    from models.rows import Goal", "checks", [("models.rows", "Goal")]),
        ("from models.rows import Goal, Run", "checks", [("models.rows", "Goal"), ("models.rows", "Run")]),
        ("if TYPE_CHECKING:\n    import outputs", "checks", [("outputs", None)]),
        ("from . import footing", "checks", [("checks", "footing")]),
        ("from .footing import column", "checks", [("checks.footing", "column")]),
        ("from ..models import rows", "checks.footing", [("checks.models", "rows")]),
        ("importlib.import_module('prefect')", "checks", [("prefect", None)]),
        ("__import__('prefect')", "checks", [("prefect", None)]),
        ("x = 'import prefect'", "checks", []),
    ],
)
def test_imports_are_found_wherever_they_stand(source, package, expected):
    assert [(imported.module, imported.name) for imported in imports_of(source, package)] == expected
