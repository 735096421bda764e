"""What is installed with Plankoll: a bill of materials, and licences that oblige nobody who runs it."""

import importlib.metadata
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PINNED = dict(
    re.findall(
        r"^([a-z0-9._-]+)(?:\[.*\])?==(\S+)",
        (ROOT / "requirements" / "run.txt").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
)
REFUSED = re.compile(r"\bAGPL|Affero|\bSSPL|Commons Clause|Business Source", re.IGNORECASE)
"""Licences that oblige whoever lets others use a program over a network, or that forbid uses."""
WITHOUT_A_WORD = frozenset({"dataframely"})
"""Their metadata names no licence; the file that they bring is BSD's three clauses."""


def licence_of(name: str) -> str:
    """What a package says of its licence, wherever it says it."""
    told = importlib.metadata.metadata(name).json
    classified = [each for each in told.get("classifier", []) if each.startswith("License")]
    return " ".join([str(told.get("license_expression", "")), *classified, str(told.get("license", ""))[:200]]).strip()


@pytest.mark.parametrize("name", sorted(PINNED))
def test_no_package_of_the_default_install_has_a_licence_that_is_refused(name):
    licence = licence_of(name)

    assert bool(licence) != (name in WITHOUT_A_WORD)
    assert not REFUSED.search(licence), licence


def test_the_bill_of_materials_names_every_package_with_its_version_and_hash(tmp_path):
    bill = tmp_path / "sbom.json"

    command = [sys.executable, "-m", "cyclonedx_py", "requirements", "requirements/run.txt"]
    options = ["--pyproject", "pyproject.toml", "--output-reproducible", "--of", "JSON", "-o", str(bill)]
    subprocess.run([*command, *options], cwd=ROOT, check=True, capture_output=True)

    components = json.loads(bill.read_text(encoding="utf-8"))["components"]
    assert {each["name"]: each["version"] for each in components} == PINNED
    assert all(each["externalReferences"][0]["hashes"] for each in components)


def test_the_container_installs_what_is_pinned_and_runs_as_nobody():
    lines = (ROOT / "Containerfile").read_text(encoding="utf-8")

    assert lines.count("--require-hashes") == 2
    assert re.search(r"^USER plankoll$", lines, re.MULTILINE)
    assert lines.index("USER plankoll") < lines.index("ENTRYPOINT")
