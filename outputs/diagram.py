"""The tables and the keys between them as a Mermaid diagram, drawn from the row models."""

from models.rows import TABLES, Row
from models.schema import unwrap
from outputs.columns import foreign_keys


def schema_diagram() -> str:
    """An entity relationship diagram, as Mermaid writes it: tables with their keys, and where each key leads."""
    lines = ["erDiagram"]
    for row_type in TABLES:
        lines.append(f"    {row_type.table_name} {{")
        lines += [f"        {column}" for column in _key_columns(row_type)]
        lines.append("    }")
    for row_type in TABLES:
        for column, (table, _) in foreign_keys(row_type).items():
            is_optional = unwrap(row_type.model_fields[column].annotation)[1]
            lines.append(f"    {table} {'|o' if is_optional else '||'}--o{{ {row_type.table_name} : {column}")
    return "\n".join(lines)


def _key_columns(row_type: type[Row]) -> list[str]:
    """`type name PK, FK` of the columns that are keys."""
    foreign = foreign_keys(row_type)
    told = []
    for name, info in row_type.model_fields.items():
        marks = [mark for mark, holds in (("PK", name in row_type.primary_key), ("FK", name in foreign)) if holds]
        if marks:
            kind = "integer" if unwrap(info.annotation)[0] is int else "text"
            told.append(f"{kind} {name} {', '.join(marks)}")
    return told
