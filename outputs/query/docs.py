"""The page of ready queries and views, generated from their files: docs/queries.md."""

from pathlib import Path

from outputs.query.catalogue import ready_queries, views

_HEAD = """# Färdiga frågor / Ready queries

Den här sidan skapas ur frågornas egna filer (`outputs/query`). `plankoll query NAMN` kör en fråga, och i egen SQL kan
vyerna användas som tabeller. / Generated from the queries' own files. `plankoll query NAME` runs one, and SQL of your
own can take the views as tables.
"""


def queries_page() -> str:
    """Every ready query and view with what it answers and its SQL, as Markdown. Ends with a line break."""
    parts = [_HEAD, "## Frågor / Queries\n"]
    parts += [
        f"### {query.name}\n\n{query.title_sv}. / {query.title_en}.\n\n{query.about_sv}\n\n{query.about_en}\n\n"
        f"```sql\n{query.sql};\n```\n"
        for query in ready_queries()
    ]
    parts.append("## Vyer / Views\n")
    parts += [
        f"### {view.name}\n\n{view.about_sv}\n\n{view.about_en}\n\n```sql\n{view.sql};\n```\n" for view in views()
    ]
    return "\n".join(parts)


if __name__ == "__main__":  # python -m outputs.query.docs
    page = Path(__file__).resolve().parents[2] / "docs" / "queries.md"
    page.write_text(queries_page(), encoding="utf-8")
