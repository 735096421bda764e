"""The report as a set of pages by their path: each is made when it is asked for.

index.html                   the overview
findings.html                the list to work off
documents.html, run.html     the documents; the run, and what could not be taken in
findings/<finding_id>.html   one finding
documents/<document_id>.html one document
pages/<page>.html            one page, whole, with all that is marked on it; its picture is pages/<page>.png
"""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Protocol

from outputs.audit_report.charts import charts_of
from outputs.audit_report.document_page import document_page
from outputs.audit_report.finding_page import finding_page
from outputs.audit_report.list_rows import document_rows, finding_rows
from outputs.audit_report.material import Material, Record
from outputs.audit_report.overview import overview
from outputs.audit_report.run_page import run_page
from outputs.audit_report.sheets import PageKey, Sheet, pages_shown, whole_page
from outputs.audit_report.templating import Template
from outputs.audit_report.words import Pair, in_language

_ID = re.compile(r"[\w-]+")
"""What an id may be made of to stand in a file's name: ids are hexadecimal digits, letters and hyphens."""


class Pictures(Protocol):
    """The pages' pictures, as far as they are known."""

    def missing(self, page: PageKey) -> Pair | None:
        """Why there is no picture of the page; None where there is one."""


class AllThere:
    """Every picture is there, or will be when it is asked for."""

    def missing(self, page: PageKey) -> Pair | None:
        _ = page
        return None


class Report:
    """All pages of a report. served: whether verdicts are sent to the program that shows it."""

    def __init__(self, material: Material, *, served: bool = False) -> None:
        self.material = material
        self._template = Template(material, served=served)

    @cached_property
    def pages_shown(self) -> Mapping[PageKey, list[tuple[Record, Sheet]]]:
        """The pages whose pictures the report shows."""
        return pages_shown(self.material)

    def paths(self) -> Iterator[str]:
        """Every page's path."""
        yield from ("index.html", "findings.html", "documents.html", "run.html")
        for row in self.material.findings:
            yield f"findings/{row['finding_id']}.html"
        for row in self.material.documents:
            yield f"documents/{row['document_id']}.html"
        for key in self.pages_shown:
            yield f"pages/{key.name}.html"

    def html(self, path: str, pictures: Pictures) -> str:
        """One page. Raises KeyError where there is none of that path."""
        folder, _, name = path.rpartition("/")
        key = name.removesuffix(".html")
        if not _ID.fullmatch(key) or not name.endswith(".html"):
            raise KeyError(path)
        match folder:
            case "":
                return self._top_page(key)
            case "findings":
                return self._finding(self.material.by_id[key], pictures)
            case "documents" if key in self.material.shown_documents:
                return self._template.page("document.html", path, **document_page(self.material, key))
            case "pages":
                return self._whole_page(self._page_keys[key], pictures)
        raise KeyError(path)

    def picture(self, path: str) -> PageKey:
        """The page whose picture has this path. Raises KeyError."""
        return self._page_keys[path.removeprefix("pages/").removesuffix(".png")]

    def _top_page(self, name: str) -> str:
        match name:
            case "index":
                shown = {"charts": self._charts, **overview(self.material)}
            case "findings":
                shown = {"rows": finding_rows(self.material)}
            case "documents":
                shown = {"rows": document_rows(self.material)}
            case "run":
                shown = run_page(self.material)
            case _:
                raise KeyError(name)
        return self._template.page(f"{name}.html", f"{name}.html", **shown)

    def _finding(self, finding: Record, pictures: Pictures) -> str:
        path = f"findings/{finding['finding_id']}.html"
        shown = finding_page(self.material, finding)
        missing = {sheet.key: self._why(pictures, sheet.key) for sheet in shown["sheets"]}
        return self._template.page("finding.html", path, missing=missing, **shown)

    def _whole_page(self, key: PageKey, pictures: Pictures) -> str:
        shown = self.pages_shown[key]
        document = shown[0][1].document
        sheet = whole_page(self.material, document, key.page)
        why = self._why(pictures, key)
        path = f"pages/{key.name}.html"
        return self._template.page("page.html", path, sheet=sheet, found=shown, missing={key: why})

    def _why(self, pictures: Pictures, key: PageKey) -> str | None:
        why = pictures.missing(key)
        return None if why is None else in_language(why, self.material.language)

    @cached_property
    def _charts(self) -> object:
        return charts_of(self.material)

    @cached_property
    def _page_keys(self) -> dict[str, PageKey]:
        return {key.name: key for key in self.pages_shown}
