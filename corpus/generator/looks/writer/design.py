"""What a Writer look decides about one document, drawn from its seed; lengths are points unless they say otherwise."""

import random
from dataclasses import dataclass
from typing import Final, Literal

Borders = Literal["grid", "rows", "head", "none"]
Vertical = Literal["top", "center", "bottom"]
Slot = Literal["left", "center", "right"]


@dataclass(frozen=True)
class Palette:
    """An authority's colours, as RRGGBB: one for heads, one to lay under words."""

    accent: str
    tint: str


PALETTES: Final = (
    Palette("1F4E79", "DCE6F1"),
    Palette("7A1F3D", "F3E4EA"),
    Palette("2F5D3A", "E3EFE6"),
    Palette("005A70", "D9EDF1"),
    Palette("5B3E7D", "EAE4F2"),
    Palette("A63F22", "FBE9E3"),
    Palette("333333", "EDEDED"),
    Palette("6B5412", "F6EFD9"),
    Palette("0B3C5D", "E1E9EF"),
)
BLACK: Final = "000000"
GREY: Final = Palette("404040", "E7E6E6")


@dataclass(frozen=True)
class Lettering:
    font: str
    size: float
    colour: str = BLACK
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True)
class HeadingDesign:
    """before and after are the air above and below; rule is a line under the heading."""

    lettering: Lettering
    before: float
    after: float
    centred: bool = False
    rule: bool = False


@dataclass(frozen=True)
class TableDesign:
    """borders "head" has a rule under the column heads and one at the end, "rows" one under each row.

    rule is the lines' weight. whole_rows: no row breaks over a page. zebra is the tint of every other row.
    """

    lettering: Lettering
    borders: Borders
    rule: float
    rule_colour: str
    repeat_head: bool
    whole_rows: bool
    figure_vertical: Vertical
    figure_slot: Slot
    head: Literal["plain", "bold", "tint", "dark"]
    zebra: str | None
    total: Literal["plain", "bold", "ruled", "tint"]
    section: Literal["bold", "tint", "italic"]
    section_spans: bool
    breakdown_indent: float
    caption: Lettering
    sum_line_slot: Slot
    padding: float
    palette: Palette


@dataclass(frozen=True)
class FormDesign:
    """layout: label beside the answer, small above it in the same cell, above a box, or before it on open ground.

    ticked and unticked are set before a choice; unanswered stands where nothing was filled in.
    """

    layout: Literal["columns", "cells", "boxes", "open"]
    label: Lettering
    answer: Lettering
    hint: Lettering
    section: Literal["tint", "dark", "plain"]
    label_tint: bool
    label_share: float
    rule: float
    ticked: str
    unticked: str
    choices_in_line: bool
    number_mark: str
    unanswered: str
    palette: Palette


@dataclass(frozen=True)
class PageDesign:
    """Margins in centimetres; where the running head and the page number stand; ground is the foot's slot."""

    top: float
    bottom: float
    left: float
    right: float
    small: Lettering
    head_place: Literal["head", "foot"]
    head_slot: Slot
    number_place: Literal["head", "foot"]
    number_slot: Slot
    foot_slot: Slot
    head_rule: bool
    foot_rule: bool
    emblem_in_head: bool


@dataclass(frozen=True)
class Design:
    """Everything that the look decides. headings are those of levels 1 to 4."""

    body: Lettering
    line_spacing: float
    paragraph_after: float
    justified: bool
    hyphenated: bool
    headings: tuple[HeadingDesign, HeadingDesign, HeadingDesign, HeadingDesign]
    number_gap: str
    chapters_on_new_pages: bool
    page: PageDesign
    table: TableDesign
    tables_hang: bool
    """A table's words, not its edge, stand flush with the text: Word until 2010."""
    form: FormDesign
    palette: Palette
    cover: Literal["page", "band", "centred", "title", "bar"]
    letterhead: Literal["split", "three", "fields"]
    letterhead_labels: bool
    boxed: Literal["frame", "tint", "bar"]
    signature: Literal["lines", "columns", "plain"]
    bullets: tuple[str, str, str]
    ordinal: Literal["%1.", "%1)", "(%1)"]
    list_indent: float
    run_in_italic: bool
    contents_title: str
    contents_depth: int
    contents_on_own_page: bool
    emblem: int
    """Which of the invented coats of arms the issuer bears."""


def draw_table(rng: random.Random, body: Lettering, palette: Palette, borders: tuple[Borders, ...]) -> TableDesign:
    """A table's variant; borders are those that the look knows, the commoner ones oftener."""
    size = rng.choice((0.85, 0.9, 0.95)) * body.size
    lettering = Lettering(body.font, round(size * 2) / 2)
    chosen = rng.choice(borders)
    return TableDesign(
        lettering=lettering,
        borders=chosen,
        rule=rng.choice((0.5, 0.5, 0.75, 1.0)),
        rule_colour=rng.choice((BLACK, BLACK, "7F7F7F", palette.accent)),
        repeat_head=rng.random() < 0.6,
        whole_rows=rng.random() < 0.5,
        figure_vertical=rng.choice(("top", "top", "center", "bottom")),
        figure_slot=rng.choice(("right", "right", "left")),
        head=rng.choice(("bold", "bold", "tint", "dark") if chosen in {"grid", "rows"} else ("plain", "bold")),
        zebra=palette.tint if chosen != "grid" and rng.random() < 0.25 else None,
        total=rng.choice(("plain", "bold", "bold", "ruled", "tint")),
        section=rng.choice(("bold", "tint", "italic")),
        section_spans=rng.random() < 0.6,
        breakdown_indent=rng.choice((0.0, 9.0)),
        caption=Lettering(
            body.font, lettering.size, rng.choice((BLACK, palette.accent)), *rng.choice(((True, False), (False, True)))
        ),
        sum_line_slot=rng.choice(("left", "right")),
        padding=rng.choice((2.0, 3.0, 4.5)),
        palette=palette,
    )


def draw_form(
    rng: random.Random,
    body: Lettering,
    palette: Palette,
    layouts: tuple[Literal["columns", "cells", "boxes", "open"], ...],
) -> FormDesign:
    """A form's variant of one of the layouts."""
    layout = rng.choice(layouts)
    small = layout == "cells"
    ticked, unticked = rng.choice((("\u2611", "\u2610"), ("[X]", "[ ]"), ("(X)", "( )")))
    return FormDesign(
        layout=layout,
        label=Lettering(
            body.font, round(body.size * 0.8) if small else body.size, bold=not small and rng.random() < 0.6
        ),
        answer=body,
        hint=Lettering(body.font, round(body.size * 0.8), "595959", italic=rng.random() < 0.6),
        section=rng.choice(("tint", "dark", "plain")),
        label_tint=rng.random() < 0.5,
        label_share=rng.choice((0.35, 0.42, 0.5)),
        rule=rng.choice((0.5, 0.75, 1.0)),
        ticked=ticked,
        unticked=unticked,
        choices_in_line=rng.random() < 0.5,
        number_mark=rng.choice(("", ".")),
        unanswered=rng.choice(("", "", "--", "\u2013")),
        palette=palette,
    )
