"""Answers and boxes to tick as HTML: the label where the dress sets it, empty answers kept empty."""

from html import escape

from corpus.retypeset.dress import Dress
from corpus.retypeset.marks import marker_sign, typed, with_option_signs
from models.blocks import Answer, ListItem

IN_ROW = 60
"""Letters: options that are no longer together may stand in one row."""
IN_TABLE = {"beside": "", "beside-box": " boxes", "rows": " rows", "tinted": " tinted"}
"""Dresses whose labels stand in a column of their own, and how the table is called."""
TWO = {"two-above": "above-small", "two-below": "below", "two-in-box": "in-box"}
"""Dresses with two answers on a row, and how each is set."""


def answers_html(answers: list[Answer], dress: Dress) -> str:
    """Answers that follow each other."""
    if dress.answers in IN_TABLE:
        kind = IN_TABLE[dress.answers]
        rows = "".join(
            f'<tr><td class="label">{escape(a.label)}</td><td class="value">{_value(a, dress)}</td></tr>'
            for a in answers
        )
        return f'<table class="pairs{kind}">{rows}</table>'
    if dress.answers in TWO:
        cells = [f"<td>{_answer(answer, dress, TWO[dress.answers])}</td>" for answer in answers]
        cells += ["<td></td>"] * (len(cells) % 2)
        rows = "".join(f"<tr>{one}{other}</tr>" for one, other in zip(cells[::2], cells[1::2], strict=True))
        return f'<table class="pairs two {dress.answers}">{rows}</table>'
    return "".join(_answer(answer, dress, dress.answers) for answer in answers)


def _answer(answer: Answer, dress: Dress, kind: str) -> str:
    label = f'<div class="label">{escape(answer.label)}</div>'
    value = f'<div class="value">{_value(answer, dress)}</div>'
    inside = f"{value}{label}" if kind == "below" else f"{label} {value}"
    return f'<div class="answer {kind}">{inside}</div>'


def _value(answer: Answer, dress: Dress) -> str:
    return with_option_signs(dress, answer.value or "") or "&nbsp;"


def options_html(options: list[ListItem], dress: Dress) -> str:
    """Boxes to tick that follow each other: below each other, or in one row where they are few and short."""
    if dress.options_in_row and sum(len(option.text) for option in options) <= IN_ROW:
        ones = " ".join(
            f'<span class="one">{marker_sign(dress, option.marker)} {typed(dress, option)}</span>' for option in options
        )
        return f'<div class="in-row">{ones}</div>'
    return "".join(item_html(option, dress) for option in options)


def item_html(item: ListItem, dress: Dress, after: str = "") -> str:
    """One item of a list with its marker; after is HTML that follows its words."""
    mark = f'<span class="mark">{marker_sign(dress, item.marker)}</span>'
    deeper = " deeper" if item.level > 1 else ""
    return f'<div class="item{deeper}">{mark} {typed(dress, item)}{after}</div>'
