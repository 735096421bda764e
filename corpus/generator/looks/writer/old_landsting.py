"""A landsting's printed matter of the older kind: serif, justified and hyphenated, plain heads, tables half ruled."""

import random

from corpus.generator.looks.writer.design import (
    BLACK,
    GREY,
    PALETTES,
    Design,
    HeadingDesign,
    Lettering,
    PageDesign,
    draw_form,
    draw_table,
)


def draw_old_landsting(rng: random.Random) -> Design:
    palette = rng.choice((GREY, GREY, *PALETTES[:3]))
    font = rng.choice(("Caladea", "Source Serif Pro"))
    body = Lettering(font, rng.choice((10.0, 10.5, 11.0)))
    centred = rng.random() < 0.4
    left, right = rng.choice(((3.0, 3.0), (5.0, 2.5), (3.5, 2.5)))
    return Design(
        body=body,
        line_spacing=rng.choice((1.0, 1.1, 1.2)),
        paragraph_after=rng.choice((3.0, 5.0, 7.0)),
        justified=True,
        hyphenated=True,
        headings=(
            HeadingDesign(Lettering(font, 16, palette.accent, bold=True), 20, 8, centred, rule=rng.random() < 0.4),
            HeadingDesign(Lettering(font, 13, BLACK, bold=True), 14, 4, centred),
            HeadingDesign(Lettering(font, 11.5, BLACK, bold=rng.random() < 0.5, italic=True), 10, 2),
            HeadingDesign(Lettering(font, body.size, BLACK, italic=True), 8, 1),
        ),
        number_gap=rng.choice((" ", "\t")),
        chapters_on_new_pages=rng.random() < 0.2,
        page=PageDesign(
            top=2.5,
            bottom=2.5,
            left=left,
            right=right,
            small=Lettering(font, 8.5, BLACK, italic=rng.random() < 0.4),
            head_place="head",
            head_slot=rng.choice(("left", "center", "right")),
            number_place=rng.choice(("foot", "foot", "head")),
            number_slot=rng.choice(("center", "right")),
            foot_slot="center",
            head_rule=rng.random() < 0.6,
            foot_rule=rng.random() < 0.4,
            emblem_in_head=False,
        ),
        table=draw_table(rng, body, palette, ("head", "head", "rows", "none", "grid")),
        tables_hang=rng.random() < 0.3,
        form=draw_form(rng, body, palette, ("open", "boxes")),
        palette=palette,
        cover="centred",
        letterhead="split",
        letterhead_labels=rng.random() < 0.3,
        boxed=rng.choice(("frame", "bar")),
        signature="lines",
        bullets=rng.choice((("–", "–", "–"), ("•", "–", "•"))),
        ordinal=rng.choice(("%1.", "%1)", "(%1)")),
        list_indent=rng.choice((14.0, 22.0)),
        run_in_italic=True,
        contents_title="Innehåll",
        contents_depth=rng.choice((2, 3)),
        contents_on_own_page=rng.random() < 0.7,
        emblem=rng.randrange(6),
    )
