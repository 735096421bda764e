"""Templates to pages: escaped, in one language, with the report's style and script in the page itself."""

import base64
import hashlib
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from functools import partial
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from models.bilingual import apart
from models.doubts import in_both_languages
from outputs.audit_report.list_rows import told
from outputs.audit_report.material import Material
from outputs.audit_report.sums import label_of
from outputs.audit_report.words import called, counted, in_language
from outputs.number_form import NO_BREAK_SPACE, swedish_number

_PARTS = files("outputs.audit_report") / "templates"


class Template:
    """The pages' surroundings: the same on every page of a report."""

    def __init__(self, material: Material, *, served: bool) -> None:
        self._environment = Environment(
            loader=PackageLoader("outputs.audit_report"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        style, script = (_part(name) for name in ("report.css", "report.js"))
        self._environment.globals |= {
            "say": material.say,
            "language": material.language,
            "material": material,
            "served": served,
            # Both are the report's own: nothing that a document says is in them.
            "style": Markup(style),  # noqa: S704
            "script": Markup(script),  # noqa: S704
            "policy": _policy(style, script),
        }
        filters: dict[str, Callable[..., Any]] = {
            "number": _number,
            "kronor": _kronor,
            "day": _day,
            "called": partial(_called, material=material),
            "named": lambda code: " ".join(filter(None, (code, material.names.get(code)))),
            "points": _points,
            "told": partial(told, language=material.language),
            "label_of": label_of,
            "counted": lambda severity, number: counted(severity, number, material.language),
            "doubt": lambda text: in_language(in_both_languages(text), material.language),
            "half": lambda text: in_language(apart(text), material.language),
        }
        self._environment.filters |= filters

    def page(self, template: str, path: str, **shown: Any) -> str:
        """The page that will stand at `path`; links in it are relative, so that it opens from the disk."""
        root = "../" * path.count("/")
        return self._environment.get_template(template).render(root=root, path=path, **shown)


def _part(name: str) -> str:
    return (_PARTS / name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    """The content security policy: this script and this style alone, pictures beside the page, no network."""
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src '{_hash(script)}'",
            f"style-src '{_hash(style)}'",
            "img-src 'self' file:",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _called(code: str | None, vocabulary: str, *, material: Material) -> str:
    return called(vocabulary, code, material.language)


def _number(value: Decimal | int | None) -> str:
    return "" if value is None else swedish_number(value)


def _kronor(value: Decimal | None) -> str:
    return "" if value is None else f"{swedish_number(value)}{NO_BREAK_SPACE}kr"


def _day(value: datetime | date | None) -> str:
    """2026-11-22, or with the time in UTC: 2026-11-22 04:30."""
    if value is None:
        return ""
    return f"{value:%Y-%m-%d %H:%M}" if isinstance(value, datetime) else value.isoformat()


def _points(value: float) -> str:
    """A measure of the page, short."""
    return f"{value:.1f}".removesuffix(".0")
