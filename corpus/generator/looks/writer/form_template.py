"""The agency's form as a Word template: a bordered table of labels and answers, section heads across it."""

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


def draw_form_template(rng: random.Random) -> Design:
    palette = rng.choice((GREY, GREY, *PALETTES))
    body = Lettering(*rng.choice((("Arimo", 9.5), ("Arimo", 10.0), ("Source Sans Pro", 10.5), ("Caladea", 10.5))))
    colour = rng.choice((BLACK, palette.accent))
    side = rng.choice((1.8, 2.0, 2.5))
    return Design(
        body=body,
        line_spacing=1.0,
        paragraph_after=rng.choice((4.0, 6.0)),
        justified=False,
        hyphenated=False,
        headings=(
            HeadingDesign(Lettering(body.font, 16, colour, bold=True), 6, 6, rule=rng.random() < 0.3),
            HeadingDesign(Lettering(body.font, 12, colour, bold=True), 10, 3),
            HeadingDesign(Lettering(body.font, 11, colour, bold=True), 8, 2),
            HeadingDesign(Lettering(body.font, 10, colour, bold=True), 6, 1),
        ),
        number_gap=rng.choice((" ", "  ")),
        chapters_on_new_pages=False,
        page=PageDesign(
            top=1.6,
            bottom=1.6,
            left=side,
            right=side,
            small=Lettering(body.font, rng.choice((7.5, 8.0))),
            head_place=rng.choice(("head", "foot")),
            head_slot=rng.choice(("left", "right")),
            number_place=rng.choice(("head", "foot")),
            number_slot="right",
            foot_slot="left",
            head_rule=rng.random() < 0.4,
            foot_rule=rng.random() < 0.4,
            emblem_in_head=rng.random() < 0.6,
        ),
        table=draw_table(rng, body, palette, ("grid", "grid", "grid", "rows")),
        tables_hang=rng.random() < 0.3,
        form=draw_form(rng, body, palette, ("columns", "columns", "cells", "boxes")),
        palette=palette,
        cover="bar",
        letterhead=rng.choice(("three", "fields")),
        letterhead_labels=True,
        boxed=rng.choice(("frame", "tint")),
        signature=rng.choice(("columns", "lines")),
        bullets=("•", "–", "•"),
        ordinal=rng.choice(("%1.", "%1)")),
        list_indent=16.0,
        run_in_italic=False,
        contents_title="Innehåll",
        contents_depth=2,
        contents_on_own_page=False,
        emblem=rng.randrange(6),
    )
