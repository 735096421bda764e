"""The four looks that LibreOffice Writer makes, and the design that a seed gives each."""

import random
from collections.abc import Callable
from typing import Final

from corpus.generator.looks.look import FORMS, LETTERS, PLANS, REPORTS, Look, ProducerError
from corpus.generator.looks.writer.design import Design
from corpus.generator.looks.writer.form_template import draw_form_template
from corpus.generator.looks.writer.memo_template import draw_memo
from corpus.generator.looks.writer.old_landsting import draw_old_landsting
from corpus.generator.looks.writer.word_default import draw_word_default

WORD_DEFAULT: Final = Look("writer-word-default", "word-ruled", "writer", PLANS | REPORTS | LETTERS | {"packet"})
MEMO: Final = Look("writer-memo", "memo", "writer", LETTERS | {"control_plan", "packet"})
FORM: Final = Look("writer-form", "form-boxed", "writer", FORMS)
OLD_LANDSTING: Final = Look("writer-old-landsting", "old-landsting", "writer", PLANS | REPORTS | {"consultation"})

DRAWN_BY: Final[dict[Look, Callable[[random.Random], Design]]] = {
    WORD_DEFAULT: draw_word_default,
    MEMO: draw_memo,
    FORM: draw_form_template,
    OLD_LANDSTING: draw_old_landsting,
}
LOOKS: Final[tuple[Look, ...]] = tuple(DRAWN_BY)


def design_of(look: Look, seed: int) -> Design:
    """The design of a document in the look. Raises ProducerError where the look is not one of LOOKS."""
    if look not in DRAWN_BY:
        raise ProducerError(
            f"Writer har inget utseende {look.name!r} / Writer has no look {look.name!r}:"
            f" {', '.join(known.name for known in LOOKS)}"
        )
    return DRAWN_BY[look](random.Random(f"{look.name}/{seed}"))
