"""Forms: labels and answers beside, above or inside each other."""

from collections.abc import Iterator
from typing import Any

from docx.shared import Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from corpus.generator.looks.writer.design import Lettering
from corpus.generator.looks.writer.fonts import BOXES
from corpus.generator.looks.writer.markup import TWENTIETHS, rule, shade, tag
from corpus.generator.looks.writer.prose import add_runs, letter
from corpus.generator.looks.writer.styles import ANSWER, BODY, HINT, LABEL, heading_style, in_style
from corpus.generator.looks.writer.typescript import Ground, Typescript
from corpus.generator.plain import Plain

PADDING = 4.0
ROOM = 42.0
"""The height at least of a box for a long answer, in points."""
SIDES = ("top", "left", "bottom", "right")


def print_form(script: Typescript, form: Plain, ground: Ground) -> None:
    """Every section's questions with their answers, in the look's layout."""
    for section in form["sections"]:
        match script.design.form.layout:
            case "columns":
                _in_columns(script, section, ground, bordered=True)
            case "open":
                _in_columns(script, section, ground, bordered=False)
            case "cells":
                _in_cells(script, section, ground)
            case "boxes":
                _in_boxes(script, section, ground)


def _in_columns(script: Typescript, section: Plain, ground: Ground, *, bordered: bool) -> None:
    """Label to the left, answer to the right; a long answer under its label, over both columns."""
    design = script.design.form
    share = design.label_share
    widths = [ground.width * share, ground.width * (1 - share)]
    heads = 1 if section["title"] and bordered else 0
    if section["title"] and not bordered:
        _open_title(script, section["title"], ground)
    table = script.table(ground, heads + len(section["questions"]), widths)
    _rule(table, design.rule if bordered else 0.0)
    rows: list[Any] = table._tbl.tr_lst  # noqa: SLF001 - python-docx joins cells slowly
    if heads:
        _title_row(script, _join(table, rows[0]), section["title"])
    for row, question in zip(rows[heads:], section["questions"], strict=True):
        if question["kind"] == "long":
            cell = _join(table, row)
            _print_label(script, cell, question)
            _print_answer(script, cell, question)
            continue
        label, answer = (_Cell(element, table) for element in row.tc_lst)
        if design.label_tint and bordered:
            label._tc.get_or_add_tcPr().append(shade(design.palette.tint))  # noqa: SLF001 - no public name
        _print_label(script, label, question)
        _print_answer(script, answer, question)


def _in_cells(script: Typescript, section: Plain, ground: Ground) -> None:
    """A small label at the top of each cell and the answer under it; two short ones abreast."""
    rows_of = list(_abreast(section["questions"]))
    heads = 1 if section["title"] else 0
    table = script.table(ground, heads + len(rows_of), [ground.width / 2] * 2)
    _rule(table, script.design.form.rule)
    rows: list[Any] = table._tbl.tr_lst  # noqa: SLF001 - python-docx joins cells slowly
    if heads:
        _title_row(script, _join(table, rows[0]), section["title"])
    for row, questions in zip(rows[heads:], rows_of, strict=True):
        cells = [_join(table, row)] if len(questions) == 1 else [_Cell(element, table) for element in row.tc_lst]
        for cell, question in zip(cells, questions, strict=True):
            _print_label(script, cell, question)
            _print_answer(script, cell, question)


def _in_boxes(script: Typescript, section: Plain, ground: Ground) -> None:
    """The label as a paragraph of its own, the answer in a box below; choices stand without one."""
    if section["title"]:
        _open_title(script, section["title"], ground)
    for question in section["questions"]:
        label = script.paragraph(ground, LABEL)
        label.paragraph_format.space_before = Pt(6)
        label.paragraph_format.keep_with_next = True
        label.add_run(_numbered(script, question)).bold = True
        if question["hint"]:
            hint = script.paragraph(ground, HINT)
            hint.paragraph_format.keep_with_next = True
            hint.add_run(question["hint"])
        if question["choices"]:
            for words in _choice_lines(script, question):
                _say_choices(script.paragraph(ground, ANSWER), words)
            continue
        table = script.table(ground, 1, [ground.width])
        _rule(table, script.design.form.rule)
        if question["kind"] == "long":
            row: Any = table._tbl.tr_lst[0]  # noqa: SLF001 - no public name for the least height
            row.get_or_add_trPr().append(tag("trHeight", val=round(ROOM * TWENTIETHS), hRule="atLeast"))
        _print_answer(script, table.rows[0].cells[0], question)


def _abreast(questions: list[Plain]) -> Iterator[list[Plain]]:
    """The questions two and two, those of long answers and of choices alone."""
    waiting: list[Plain] = []
    for question in questions:
        if question["kind"] in {"long", "choice"}:
            if waiting:
                yield waiting
            waiting = []
            yield [question]
        else:
            waiting.append(question)
            if len(waiting) == 2:
                yield waiting
                waiting = []
    if waiting:
        yield waiting


def _open_title(script: Typescript, title: str, ground: Ground) -> None:
    script.paragraph(ground, heading_style(2)).add_run(title)


def _title_row(script: Typescript, cell: _Cell, title: str) -> None:
    design = script.design.form
    colour = {"tint": design.palette.tint, "dark": design.palette.accent}.get(design.section)
    if colour:
        cell._tc.get_or_add_tcPr().append(shade(colour))  # noqa: SLF001 - no public name
    line = _line(cell, BODY)
    line.paragraph_format.space_after = Pt(0)
    white = "FFFFFF" if design.section == "dark" else "000000"
    letter(line.add_run(title), Lettering(design.answer.font, design.answer.size + 1, white, bold=True))


def _print_label(script: Typescript, cell: _Cell, question: Plain) -> None:
    line = _line(cell, LABEL)
    line.add_run(_numbered(script, question))
    if question["hint"]:
        _line(cell, HINT).add_run(question["hint"])


def _numbered(script: Typescript, question: Plain) -> str:
    number: str = question["number"]
    return f"{number}{script.design.form.number_mark} {question['label']}" if number else str(question["label"])


def _print_answer(script: Typescript, cell: _Cell, question: Plain) -> None:
    if question["choices"]:
        for words in _choice_lines(script, question):
            _say_choices(_line(cell, ANSWER), words)
        return
    line = _line(cell, ANSWER)
    if question["answer"] is None:
        line.add_run(script.design.form.unanswered)
    else:
        add_runs(line, question["answer"], script.footnotes.add)


def _choice_lines(script: Typescript, question: Plain) -> list[list[tuple[str, str]]]:
    """The lines of a choice, each of (box, words); an answer that is none of the choices comes last, without a box."""
    design = script.design.form
    boxes = [
        (design.ticked if choice == question["ticked"] else design.unticked, choice) for choice in question["choices"]
    ]
    if question["ticked"] and question["ticked"] not in question["choices"]:
        boxes.append(("", question["ticked"]))
    return [boxes] if design.choices_in_line else [[box] for box in boxes]


def _say_choices(line: Paragraph, boxes: list[tuple[str, str]]) -> None:
    for place, (box, words) in enumerate(boxes):
        if place:
            line.add_run("      ")
        if box:
            line.add_run(box).font.name = BOXES
        line.add_run(f" {words}" if box else words)


def _line(cell: _Cell, style: str) -> Paragraph:
    """The next line of a cell; a cell comes with one that is empty."""
    last: Paragraph = cell.paragraphs[-1]
    line = cell.add_paragraph() if len(last._p) > (last._p.pPr is not None) else last  # noqa: SLF001 - notes are no runs
    return in_style(line, style)


def _join(table: Table, row: Any) -> _Cell:
    """The row's two cells made one."""
    first, second = row.tc_lst
    first.width = first.width + second.width
    first.grid_span = 2
    row.remove(second)
    return _Cell(first, table)


def _rule(table: Table, weight: float) -> None:
    properties: Any = table._tbl.tblPr  # noqa: SLF001 - python-docx has no name for borders
    borders = [rule(side, weight, "000000") for side in (*SIDES, "insideH", "insideV")]
    properties.append(tag("tblBorders", *borders))
    properties.append(tag("tblCellMar", *(tag(side, w=round(PADDING * TWENTIETHS), type="dxa") for side in SIDES)))
