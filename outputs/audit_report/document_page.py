"""What a document's page shows: all that was read of it, in its own order."""

from collections import defaultdict
from typing import Any

from outputs.audit_report.list_rows import years_of
from outputs.audit_report.material import Material, Record


def document_page(material: Material, document_id: str) -> dict[str, Any]:
    """The variables of document.html."""
    document = material.document[document_id]

    def rows(table: str) -> list[Record]:
        return material.rows(table, document_id)

    return {
        "document": document,
        "issuer": material.issuer_of(document),
        "years": years_of(document),
        "origin": material.origin(document["source_sha256"]),
        "same_as": material.document.get(document["duplicate_of"] or ""),
        "parts_of_file": _parts(material, document),
        "findings": material.findings_of.get(document_id, []),
        "groups": _groups(material, document_id),
        "amounts": rows("amounts"),
        "tables": [(table, grid_of(material.cells(table["table_id"]))) for table in rows("tables")],
        "fields": rows("fields"),
        "risks": rows("risks"),
        "facts": rows("facts"),
        "doubtful": material.doubtful_pages(document_id),
        "failures": [row for row in material.failures if row["source_sha256"] == document["source_sha256"]],
    }


def grid_of(cells: list[Record]) -> list[list[Record]]:
    """The cells row by row, each where it begins: what it covers beside and below it has no cell of its own."""
    by_row: dict[int, list[Record]] = defaultdict(list)
    for cell in cells:
        by_row[cell["row"]].append(cell)
    return [by_row[row] for row in range(max(by_row, default=-1) + 1)]


def _parts(material: Material, document: Record) -> list[Record]:
    """The other documents of the same file, in its order."""
    return [
        row
        for row in material.documents
        if row["source_sha256"] == document["source_sha256"] and row["document_id"] != document["document_id"]
    ]


def _groups(material: Material, document_id: str) -> list[dict[str, Any]]:
    """Goals, activities and indicators under their initiative, or under none, in the order of the document."""
    money: dict[str, list[Record]] = defaultdict(list)
    for row in material.rows("amounts", document_id):
        owner = row["activity_id"] or row["initiative_id"]
        if owner is not None and row["repeat_of"] is None:
            money[owner].append(row)
    groups: dict[str | None, dict[str, Any]] = {
        row["initiative_id"]: _group(row, money[row["initiative_id"]])
        for row in material.rows("initiatives", document_id)
    }
    for name in ("goals", "activities", "indicators"):
        for row in material.rows(name, document_id):
            key = row["initiative_id"] if row["initiative_id"] in groups else None
            group = groups.setdefault(key, _group(None, []))
            group[name].append(row)
    for group in groups.values():
        group["activities"] = [
            (row, material.activity_years(row["activity_id"]), money[row["activity_id"]]) for row in group["activities"]
        ]
    return list(groups.values())


def _group(initiative: Record | None, money: list[Record]) -> dict[str, Any]:
    return {"initiative": initiative, "money": money, "goals": [], "activities": [], "indicators": []}
