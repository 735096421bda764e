"""What a report is made of, put together from the published dataset, the checks and the registry."""

from collections.abc import Mapping

import polars as pl

from outputs.audit_report.material import Material, RuleText
from outputs.audit_report.words import Language
from outputs.findings_list import FindingFilter


def material_of(frames: Mapping[str, pl.DataFrame], wanted: FindingFilter, language: Language) -> Material:
    """The tables with the checks' words and the names of municipalities and counties."""
    from checks.catalogue import catalogue
    from corpus.registry import load_registry

    registry = load_registry()
    rules = {
        check.id: RuleText((check.title.sv, check.title.en), (check.claim.sv, check.claim.en)) for check in catalogue()
    }
    return Material(frames, rules, {**registry.counties, **registry.municipalities}, language, wanted)
