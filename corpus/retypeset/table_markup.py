"""A table as HTML: every cell, empty ones too, with its spans, lists, parts and boxes to tick."""

import re
from html import escape
from typing import Final

from corpus.generator.looks.html.fonts import width
from corpus.generator.looks.html.tables import BREAKS, share
from corpus.retypeset.dress import Dress
from corpus.retypeset.marks import option_sign, with_option_signs
from corpus.retypeset.source import Tick
from corpus.retypeset.style import cell_padding, room
from models.blocks import Cell, Table

FIGURE: Final = re.compile(r"[-–−+=]?[\d  .,]+\s*(%|kr|tkr|mnkr)?")
SLACK: Final = 1.06
SMALLEST: Final = 0.7
"""The type of a table whose words need more than its width is made smaller to this share."""
WIDE: Final = 6
"""A table of so many columns may stand on a page that lies."""
TIGHT: Final = 0.9
"""Cells in narrow columns of long words are filled to this share before the type shrinks."""


def table_html(table: Table, dress: Dress, ticks: tuple[Tick, ...], *, title: bool) -> str:
    """The table, with its title above it where nothing else prints that."""
    rows: dict[int, list[Cell]] = {n: [] for n in range(table.n_rows)}
    for cell in table.cells:
        rows[cell.row].append(cell)
    n_head = _head_rows(rows)
    lying = is_wide(table, dress)
    across, size = _columns(table, dress, lying=lying)
    figures = {c.col for c in table.cells if c.row >= n_head and _is_figure(c.text)} if dress.heads_right else set()
    made = [
        _row(sorted(cells, key=lambda cell: cell.col), dress, ticks, figures if n < n_head else None)
        for n, cells in rows.items()
    ]
    style = f"font-size: {size:.2f}pt" + ("; table-layout: fixed; width: 100%" if across else "")
    columns = "".join(f'<col style="width: {each:.1f}pt">' for each in across)
    head = f"<thead>{''.join(made[:n_head])}</thead>" if n_head else ""
    body = f"<tbody>{''.join(made[n_head:])}</tbody>"
    above = f'<p class="caption">{escape(table.text)}</p>' if title and table.text else ""
    inside = f'{above}<table class="data" style="{style}">{columns}{head}{body}</table>'
    return f'<div class="wide">{inside}</div>' if lying else inside


def is_wide(table: Table, dress: Dress) -> bool:
    """The table stands on a page that lies among others that stand."""
    return dress.wide_turned and not dress.lying and table.n_cols >= WIDE


def _head_rows(rows: dict[int, list[Cell]]) -> int:
    """How many rows from the top are of the head; a table that is nothing but head has none."""
    n = 0
    while n < len(rows) and any(c.text for c in rows[n]) and all(c.role == "header" for c in rows[n] if c.text):
        n += 1
    return n if n < len(rows) else 0


def _is_figure(text: str) -> bool:
    return bool(text.strip()) and FIGURE.fullmatch(text.strip()) is not None


def _row(cells: list[Cell], dress: Dress, ticks: tuple[Tick, ...], figures: set[int] | None) -> str:
    """figures: of a row of the head, the columns whose heads stand at the right; null for other rows."""
    made = "".join(_cell(cell, dress, ticks, figures) for cell in cells)
    return f'<tr class="{"body" if figures is None else "head"}">{made}</tr>'


def _cell(cell: Cell, dress: Dress, ticks: tuple[Tick, ...], figures: set[int] | None) -> str:
    inside = _inside(cell, dress)
    held = [tick for tick in ticks if not cell.text and _holds(cell, tick)]
    classes = []
    if held:
        inside = " ".join(option_sign(dress, ticked=tick.ticked) for tick in held)
        classes.append("choice")
    elif cell.painted:
        classes.append("painted")
    elif _is_figure(cell.text):
        classes.append("number")
    elif figures is not None and cell.col in figures:
        classes.append("over-numbers")
    if cell.bold and figures is None:
        inside = f"<b>{inside}</b>"
    spans = f' colspan="{cell.col_span}"' if cell.col_span > 1 else ""
    spans += f' rowspan="{cell.row_span}"' if cell.row_span > 1 else ""
    named = f' class="{" ".join(classes)}"' if classes else ""
    return f"<td{named}{spans}>{inside}</td>"


def _inside(cell: Cell, dress: Dress) -> str:
    if cell.items:
        return "".join(f"<p>{dress.bullet} {escape(item)}</p>" for item in cell.items)
    if cell.parts:
        return "".join(f"<p>{with_option_signs(dress, part)}</p>" for part in cell.parts)
    if cell.lead and cell.text.startswith(cell.lead):
        rest = with_option_signs(dress, cell.text[len(cell.lead) :])
        return f"<b>{escape(cell.lead)}</b>{rest}"
    return with_option_signs(dress, cell.text)


def _holds(cell: Cell, tick: Tick) -> bool:
    at, place = cell.place, tick.place
    x, y = (place.x0 + place.x1) / 2, (place.top + place.bottom) / 2
    return at.page == place.page and at.x0 <= x <= at.x1 and at.top <= y <= at.bottom


def _columns(table: Table, dress: Dress, *, lying: bool) -> tuple[list[float], float]:
    """The columns' widths in points, none where the words decide, and the size of the type."""
    size = dress.size * dress.table_size
    least, weights = _needs(table, dress)
    padding = 2 * cell_padding(dress)[1] + 2
    free = room(dress, lying=lying) - padding * table.n_cols
    if sum(least) * size > TIGHT * free:
        size = max(SMALLEST * size, TIGHT * free / sum(least))
    tight = sum(least) * size > 0.6 * free
    if dress.widths == "auto" and not tight:
        return [], size
    if dress.widths == "even":
        weights = [1.0] * table.n_cols
    elif dress.widths == "uneven":
        weights = [weight**0.5 * (1.6 if n == 0 else 1.0) for n, weight in enumerate(weights)]
    needed = [need * size + padding for need in least]
    return share(room(dress, lying=lying), weights, needed, [True] * table.n_cols), size


def _needs(table: Table, dress: Dress) -> tuple[list[float], list[float]]:
    """For each column, in em: its longest piece that no line may end in, and how much text it holds."""
    least, weights = [1.0] * table.n_cols, [1.0] * table.n_cols
    for cell in table.cells:
        if cell.col_span > 1:
            continue
        bold = cell.bold or cell.role == "header"
        pieces = [cell.text] if _is_figure(cell.text) else BREAKS.split(cell.text)
        longest = max((width(piece, dress.body_font, bold=bold) for piece in pieces if piece), default=0.0)
        least[cell.col] = max(least[cell.col], SLACK * longest + 0.3)
        weights[cell.col] = max(weights[cell.col], width(cell.text, dress.body_font) ** 0.7)
    return least, weights
