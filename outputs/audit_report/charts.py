"""The overview's charts, as SVG in the page: no script draws them, and their colours follow the page's."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from outputs.audit_report.material import Material, Record
from outputs.audit_report.words import called
from outputs.findings_list import SEVERITIES

COLOURS = {"error": "#c0392b", "warning": "#b7791f", "note": "#5b7f95"}
"""Each stands out from white and from the dark ground by 3:1 (WCAG 1.4.11); the table beside says it in words."""
_GRID = "#8888884d"
_LONGEST = 12
"""Bars in a chart; the rest are in the table."""
_LABEL_WIDTH, _LABEL_ROOM, _WIDTH, _STEP, _TEXT = 200, 235, 300, 26, 13
"""Pixels. The room is more than the width: the reader's fonts may be wider than those that labels are cut for."""
_TICKS = 6


@dataclass(frozen=True, slots=True)
class Line:
    """How many findings of each severity something has. query: what the list of findings is asked for to show them."""

    label: str
    counts: tuple[int, ...]
    query: str

    @property
    def total(self) -> int:
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars and the table that tells the same, most findings first."""

    title: str
    heads: tuple[tuple[str, str], ...]
    """The table's columns, each with its class."""
    lines: tuple[Line, ...]
    svg: Markup | None
    """None where one bar or none would be drawn: the table tells it."""


def charts_of(material: Material) -> list[Chart]:
    """Findings that nobody has dismissed, by check and by municipality or other issuer."""
    open_findings = [finding for finding in material.findings if finding["status"] != "dismissed"]
    by_rule = _lines(open_findings, [(f["rule"], material.title_of_rule(f["rule"])) for f in open_findings], "rule")
    issuers = [material.issuer_of(material.document[f["document_id"]]) for f in open_findings]
    unknown = material.say("Okänd utgivare", "Issuer not known")
    by_issuer = _lines(open_findings, [(issuer, issuer or unknown) for issuer in issuers], "issuer")
    say = material.say
    return [
        _chart(material, say("Fynd per kontroll", "Findings by check"), say("Kontroll", "Check"), by_rule),
        _chart(
            material,
            say("Fynd per kommun eller region", "Findings by municipality or region"),
            say("Utgivare", "Issuer"),
            by_issuer,
        ),
    ]


def _lines(findings: Sequence[Record], keys: Iterable[tuple[str, str]], asked: str) -> list[Line]:
    counted: Counter[tuple[tuple[str, str], str]] = Counter(
        (key, finding["severity"]) for key, finding in zip(keys, findings, strict=True)
    )
    found = dict.fromkeys(key for key, _ in counted)
    lines = [
        Line(label, tuple(counted[(code, label), severity] for severity in SEVERITIES), f"{asked}={code}")
        for code, label in found
    ]
    return sorted(lines, key=lambda line: (-line.total, line.label))


def _chart(material: Material, title: str, head: str, lines: Sequence[Line]) -> Chart:
    counted = [
        *(called("severity", severity, material.language) for severity in SEVERITIES),
        material.say("Alla", "All"),
    ]
    heads = ((head, ""), *((name, "n") for name in counted))
    return Chart(title, heads, tuple(lines), _svg(material, lines[:_LONGEST]) if len(lines) > 1 else None)


def _svg(material: Material, lines: Sequence[Line]) -> Markup:
    # It takes a second to load, which no other command should wait for.
    import vl_convert

    # It escapes the labels, which are documents' words; the rest is its own drawing.
    return Markup(vl_convert.vegalite_to_svg(_drawing(material, lines)))  # noqa: S704


def _drawing(material: Material, lines: Sequence[Line]) -> dict[str, Any]:
    """The bars in Vega-Lite's grammar, one a line, a piece of it for each severity."""
    words = [called("severity", severity, material.language) for severity in SEVERITIES]
    # Labels may be alike where codes are not: bars are told apart by their number.
    pieces = [
        {"bar": number, "severity": word, "order": order, "count": count}
        for number, line in enumerate(lines)
        for order, (word, count) in enumerate(zip(words, line.counts, strict=True))
        if count
    ]
    named = "".join(f"datum.value == {number} ? {_quoted(line.label)} : " for number, line in enumerate(lines))
    ticks = min(max(line.total for line in lines), _TICKS)
    return {
        "data": {"values": pieces},
        "mark": {"type": "bar", "height": 14, "cornerRadius": 1},
        "encoding": {
            "x": {
                "field": "count",
                "type": "quantitative",
                "title": None,
                "axis": {"tickMinStep": 1, "format": "d", "tickCount": ticks, "domain": False},
            },
            "y": {
                "field": "bar",
                "type": "ordinal",
                "title": None,
                "sort": None,
                "axis": {"labelExpr": f"{named}''", "domain": False, "minExtent": _LABEL_ROOM},
            },
            "color": {
                "field": "severity",
                "type": "nominal",
                "scale": {"domain": words, "range": [COLOURS[severity] for severity in SEVERITIES]},
                "legend": {"orient": "top", "title": None, "labelColor": "currentColor", "labelFontSize": _TEXT},
            },
            "order": {"field": "order", "type": "ordinal"},
        },
        "width": _WIDTH,
        "height": {"step": _STEP},
        "background": "transparent",
        "config": {
            "font": "Arial, Helvetica, sans-serif",
            "view": {"stroke": None},
            "axis": {
                "labelColor": "currentColor",
                "labelFontSize": _TEXT,
                "labelLimit": _LABEL_WIDTH,
                "labelPadding": 8,
                "ticks": False,
                "gridColor": _GRID,
            },
        },
    }


def _quoted(text: str) -> str:
    """As a string of Vega's expression language."""
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", " ") + "'"
