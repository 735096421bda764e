"""What is installed with Plankoll: a bill of materials, and licences that oblige nobody who runs it."""

import importlib.metadata
import json
import re
import subprocess
import sys

import pytest

from tests.places import ROOT

PINNED = dict(
    re.findall(
        r"^([a-z0-9._-]+)(?:\[.*\])?==(\S+)",
        (ROOT / "requirements" / "run.txt").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
)
REFUSED = re.compile(r"\bAGPL|Affero|\bSSPL|Commons Clause|Business Source", re.IGNORECASE)
"""Licences that oblige whoever lets others use a program over a network, or that forbid uses."""
ALLOWED = re.compile(
    r"\b(Apache|BSD|0BSD|MIT(-0|-CMU)?|ISCL?|PSF-2\.0|MPL-2\.0|Mozilla Public License 2\.0)\b", re.IGNORECASE
)
"""Licences that ask for no more than to be named, or, the MPL, for changes to the package's own files."""
EXPLAINED = {
    "dataframely": ("", "its metadata names no licence; the file that it brings is BSD's three clauses"),
    "python-stdnum": ("LGPL", "a library that is imported, unchanged and replaceable, as the LGPL asks"),
    "text-unidecode": ("Artistic License", "the Artistic License or the GPL, as one chooses: the first is chosen"),
}
"""Package -> what it says of its licence, and why it may be installed all the same."""


def licence_of(name: str) -> str:
    """What a package says of its licence, wherever it says it."""
    told = importlib.metadata.metadata(name).json
    classified = [each for each in told.get("classifier", []) if each.startswith("License")]
    return " ".join([str(told.get("license_expression", "")), *classified, str(told.get("license", ""))[:200]]).strip()


@pytest.mark.parametrize("name", sorted(PINNED))
def test_every_package_of_the_default_install_has_a_licence_that_is_allowed_or_explained(name):
    licence = licence_of(name)

    assert not REFUSED.search(licence), licence
    assert bool(ALLOWED.search(licence)) != (name in EXPLAINED), licence
    assert name not in EXPLAINED or EXPLAINED[name][0] in licence


def test_only_packages_of_the_default_install_are_explained():
    assert EXPLAINED.keys() <= PINNED.keys()


@pytest.mark.parametrize(
    ("licence", "refused", "allowed"),
    [
        ("License :: OSI Approved :: GNU Affero General Public License v3", True, False),
        ("AGPL-3.0-or-later", True, False),
        ("GPL-3.0-only", False, False),
        ("SSPL-1.0", True, False),
        ("Permitted for research", False, False),
        ("BSD-3-Clause", False, True),
        ("License :: OSI Approved :: ISC License (ISCL)", False, True),
    ],
)
def test_licences_are_told_apart(licence, refused, allowed):
    assert bool(REFUSED.search(licence)) is refused
    assert bool(ALLOWED.search(licence)) is allowed


def test_the_bill_of_materials_names_every_package_with_its_version_and_hash(tmp_path):
    bill = tmp_path / "sbom.json"

    command = [sys.executable, "-m", "cyclonedx_py", "requirements", "requirements/run.txt"]
    options = ["--pyproject", "pyproject.toml", "--output-reproducible", "--of", "JSON", "-o", str(bill)]
    subprocess.run([*command, *options], cwd=ROOT, check=True, capture_output=True)

    components = json.loads(bill.read_text(encoding="utf-8"))["components"]
    assert {each["name"]: each["version"] for each in components} == PINNED
    assert all(each["externalReferences"][0]["hashes"] for each in components)


def container_steps() -> list[str]:
    """The Containerfile's instructions, each on one line."""
    told = (ROOT / "Containerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    return [" ".join(line.split()) for line in told.splitlines() if line.strip() and not line.startswith("#")]


def test_the_container_installs_only_what_is_pinned():
    installs = [each for step in container_steps() for each in re.findall(r"pip install ([^&]+)", step)]

    assert len(installs) == 3
    for each in installs:
        hashed, without_a_network = "--require-hashes" in each, "--no-index" in each and "--no-deps" in each
        assert hashed != without_a_network, each


def test_the_container_names_only_files_that_are_here():
    copied = [step.split()[1:-1] for step in container_steps() if step.startswith("COPY ") and "--from=" not in step]
    pinned = re.findall(r" -r /srv/plankoll/(\S+)", " ".join(container_steps()))

    assert pinned == ["requirements/build.txt", "requirements/run.txt"]
    assert [name for names in [*copied, pinned] for name in names if not (ROOT / name).exists()] == []


def test_the_container_runs_as_nobody_and_says_whether_it_works():
    steps = container_steps()
    healthy = next(step for step in steps if step.startswith("HEALTHCHECK "))
    entry = next(step for step in steps if step.startswith("ENTRYPOINT "))

    assert steps.index("USER plankoll") < steps.index(healthy) < steps.index(entry)
    command = json.loads(healthy.partition("CMD ")[2])
    assert command == [*json.loads(entry.partition(" ")[2]), "--version"]


@pytest.mark.parametrize("left_out", [".git", ".venv", "tests", "outputs/dataset"])
def test_the_image_leaves_out_what_it_does_not_run(left_out):
    assert left_out in (ROOT / ".containerignore").read_text(encoding="utf-8").split()
