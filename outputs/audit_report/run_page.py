"""What the run's page tells: when, with what version, how many rows; what could not be taken in; which checks."""

import json
from collections import Counter
from typing import Any

from outputs.audit_report.material import Material
from outputs.audit_report.words import in_language
from outputs.columns import ONE_ROW_IS


def run_page(material: Material) -> dict[str, Any]:
    """The variables of run.html."""
    run = material.run
    found = Counter(finding["rule"] for finding in material.findings if finding["status"] != "dismissed")
    checks = [(rule, text, found[rule]) for rule, text in sorted(material.rules.items())]
    rows: dict[str, int] = {} if run is None else json.loads(run["rows"])
    return {
        "run": run,
        "rows": [
            (name, in_language(ONE_ROW_IS[name], material.language), count)
            for name, count in rows.items()
            if name in ONE_ROW_IS
        ],
        "checks": checks,
        "failures": material.failures,
        "doubtful": [
            (document, pages)
            for document in material.documents
            if (pages := material.doubtful_pages(document["document_id"]))
        ],
    }
