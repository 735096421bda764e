"""The dataset as a data portal knows it: DCAT-AP-SE 3 as JSON-LD.

    DIR/dataset/dcat.jsonld    a catalogue of one dataset, whose distribution is what `current` points to

What the profile demands is there: the catalogue's and the dataset's title, description and publisher, the publisher's
name, the contact's name and e-mail, and the distribution's address. Only whoever publishes knows who that is and where
it will lie; so nothing is written before it has been said.
"""

import json
import os
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_AUTHORITY = "http://publications.europa.eu/resource/authority"
_NAME = "dcat.jsonld"
_TITLE = {
    "sv": "Kommuners och regioners planer och redovisningar för psykisk hälsa",
    "en": "Plans and reports of Swedish municipalities and regions on mental health",
}
_DESCRIPTION = {
    "sv": "Mål, aktiviteter, indikatorer, belopp, tabeller och formulärsvar ur handlingsplaner, ansökningar och "
    "återrapporteringar av statsbidrag till psykisk hälsa, med sida och plats för varje uppgift, och vad som inte går "
    "ihop i dem.",
    "en": "Goals, activities, indicators, amounts, tables and form answers from plans, applications and reports of "
    "state grants for mental health, each with its page and place, and what does not add up in them.",
}
_KEYWORDS = {
    "sv": ("psykisk hälsa", "statsbidrag", "handlingsplaner", "återrapportering"),
    "en": ("mental health", "state grants", "action plans", "grant reports"),
}


class Publisher(BaseModel):
    """Who publishes the dataset, where, and on what terms."""

    model_config = ConfigDict(frozen=True)

    name: str = Field(min_length=1)
    uri: str = Field(pattern=r"^https?://\S+$", description="What the publisher is known by on the web.")
    contact_name: str = Field(min_length=1)
    contact_email: str = Field(pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$")
    address: str = Field(
        pattern=r"^https?://\S+/$", description="Where the dataset's folder lies, with a slash at the end."
    )
    licence: str | None = Field(default=None, pattern=r"^https?://\S+$")


def write_catalogue(dataset_dir: Path, snapshot: Path, publisher: Publisher) -> Path:
    """Describe the current snapshot beside it; the file is replaced in one step. Raises OSError."""
    package = json.loads((snapshot / "datapackage.json").read_text(encoding="utf-8"))
    told = json.dumps(catalogue(package, publisher), ensure_ascii=False, indent=2) + "\n"
    path = dataset_dir / _NAME
    unfinished = path.with_name(f".{_NAME}.unfinished-{os.getpid()}")
    unfinished.write_text(told, encoding="utf-8")
    unfinished.replace(path)
    return path


def catalogue(package: dict[str, Any], publisher: Publisher) -> dict[str, Any]:
    """The catalogue as JSON-LD, of a snapshot's data package descriptor."""
    at = publisher.address
    current = f"{at}current/"
    agent = {"@id": publisher.uri, "@type": "foaf:Agent", "foaf:name": publisher.name}
    licence = {"dcterms:license": {"@id": publisher.licence}} if publisher.licence else {}
    swedish = {"@id": f"{_AUTHORITY}/language/SWE"}
    dated = {"dcterms:modified": {"@type": "xsd:dateTime", "@value": package["created"]}}
    distribution = {
        "@id": f"{current}datapackage.json#distribution",
        "@type": "dcat:Distribution",
        "dcterms:title": _said(
            {"sv": "Parquet-tabeller med beskrivning", "en": "Parquet tables with their description"}
        ),
        "dcat:accessURL": {"@id": current},
        "dcat:downloadURL": [{"@id": f"{current}{resource['path']}"} for resource in package["resources"]],
        "dcterms:format": "application/vnd.apache.parquet",
        "dcterms:conformsTo": {"@id": package["$schema"]},
        **dated,
        **licence,
    }
    dataset = {
        "@id": f"{at}#dataset",
        "@type": "dcat:Dataset",
        "dcterms:title": _said(_TITLE),
        "dcterms:description": _said(_DESCRIPTION),
        "dcterms:publisher": {"@id": publisher.uri},
        "dcat:contactPoint": {
            "@id": f"{at}#contact",
            "@type": "vcard:Organization",
            "vcard:fn": publisher.contact_name,
            "vcard:hasEmail": {"@id": f"mailto:{publisher.contact_email}"},
        },
        "dcat:keyword": [{"@language": each, "@value": word} for each, words in _KEYWORDS.items() for word in words],
        "dcat:theme": [{"@id": f"{_AUTHORITY}/data-theme/{theme}"} for theme in ("HEAL", "GOVE")],
        "dcterms:language": swedish,
        "dcterms:spatial": {"@id": f"{_AUTHORITY}/country/SWE"},
        "dcat:version": package["version"],
        **dated,
        "dcat:distribution": distribution,
    }
    return {
        "@context": _CONTEXT,
        "@graph": [
            agent,
            {
                "@id": f"{at}#catalogue",
                "@type": "dcat:Catalog",
                "dcterms:title": _said({language: f"Plankoll: {title}" for language, title in _TITLE.items()}),
                "dcterms:description": _said(_DESCRIPTION),
                "dcterms:publisher": {"@id": publisher.uri},
                "dcterms:language": swedish,
                **dated,
                **licence,
                "dcat:dataset": dataset,
            },
        ],
    }


def _said(texts: dict[str, str]) -> list[dict[str, str]]:
    return [{"@language": language, "@value": text} for language, text in texts.items()]
