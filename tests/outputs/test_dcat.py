"""What is told to data portals: valid where a standard says how, and only what somebody has said."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from frictionless import Package
from pydantic import ValidationError
from typer.testing import CliRunner

from flows.command_line import app
from flows.settings import Settings
from outputs.dcat import Publisher, catalogue, write_catalogue
from tests.query_database import amount, document, published

PUBLISHER = Publisher(
    name="Länets kommunförbund",
    uri="https://forbundet.example/",
    contact_name="Statistikgruppen",
    contact_email="data@forbundet.example",
    address="https://data.forbundet.example/plankoll/",
    licence="https://creativecommons.org/publicdomain/zero/1.0/",
)
MANDATORY = {
    "dcat:Catalog": ("dcterms:title", "dcterms:description", "dcterms:publisher", "dcat:dataset"),
    "dcat:Dataset": ("dcterms:title", "dcterms:description", "dcterms:publisher"),
    "dcat:Distribution": ("dcat:accessURL",),
    "foaf:Agent": ("foaf:name",),
    "vcard:Organization": ("vcard:fn", "vcard:hasEmail"),
}
"""What DCAT-AP-SE demands of what is told here, by class."""


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory):
    dataset = tmp_path_factory.mktemp("out") / "dataset"
    return published(dataset, [document("rapport", "grant_report")], [amount("rapport", 1, 5, "spent")])


@pytest.fixture(scope="module")
def package(snapshot) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((snapshot / "datapackage.json").read_text(encoding="utf-8"))
    return told


def nodes(told: Any) -> Iterator[dict[str, Any]]:
    """Every object of a JSON-LD document, however deep."""
    if isinstance(told, list):
        for each in told:
            yield from nodes(each)
    elif isinstance(told, dict):
        yield told
        for each in told.values():
            yield from nodes(each)


def test_the_data_package_is_valid_to_frictionless(package):
    assert list(Package.metadata_validate(package)) == []


def test_the_catalogue_says_what_the_profile_demands(package):
    told = list(nodes(catalogue(package, PUBLISHER)["@graph"]))

    for kind, properties in MANDATORY.items():
        found = [node for node in told if node.get("@type") == kind]
        assert found, kind
        assert [(kind, name) for node in found for name in properties if not node.get(name)] == []


def test_every_name_has_a_prefix_that_is_explained_and_every_reference_an_address(package):
    told = catalogue(package, PUBLISHER)
    names = {name for node in nodes(told["@graph"]) for name in node if not name.startswith("@")}
    addresses = {node["@id"] for node in nodes(told["@graph"]) if "@id" in node}

    assert {name.partition(":")[0] for name in names} <= set(told["@context"])
    assert all(address.startswith(("https://", "http://", "mailto:")) for address in addresses)
    assert "https://data.forbundet.example/plankoll/current/amounts.parquet" in addresses


def test_the_file_lies_beside_current_and_is_the_same_every_time(snapshot):
    dataset = snapshot.parent.parent
    path = write_catalogue(dataset, snapshot, PUBLISHER)
    first = path.read_bytes()
    write_catalogue(dataset, snapshot, PUBLISHER)

    assert path == dataset / "dcat.jsonld"
    assert path.read_bytes() == first
    assert not list(dataset.glob(".dcat*"))


@pytest.mark.parametrize(
    "wrong",
    [{"uri": "forbundet"}, {"contact_email": "data"}, {"address": "https://forbundet.example/plankoll"}, {"name": ""}],
)
def test_a_publisher_that_cannot_be_is_refused(wrong):
    with pytest.raises(ValidationError):
        Publisher.model_validate(PUBLISHER.model_dump() | wrong)


def test_the_publisher_is_said_in_the_environment(monkeypatch):
    assert Settings().publisher is None

    for name, value in PUBLISHER.model_dump().items():
        monkeypatch.setenv(f"PLANKOLL_PUBLISHER__{name.upper()}", value)

    assert Settings().publisher == PUBLISHER


def test_half_a_publisher_is_wrong_usage(monkeypatch, tmp_path):
    monkeypatch.setenv("PLANKOLL_PUBLISHER__NAME", "Länets kommunförbund")

    result = CliRunner().invoke(app, ["findings", "--out", str(tmp_path)])

    assert result.exit_code == 2
    assert "PLANKOLL_PUBLISHER__CONTACT_EMAIL" in result.stderr
