"""Imported last by the server that worker processes are forked from: what understanding loads once is in all of them.

Registries, spaCy's matchers and the model of kinds are loaded when they are first asked for. A process that reads one
file would load them for it alone, which takes longer than to understand most files. All of it stays, and no collector
is to go through it any more: neither in a worker, which would have to have its memory for itself to do so, nor when the
server ends.
"""

import gc

from corpus.registry import load_registry
from extractors.understanding import understand
from models.blocks import Heading, ListItem, PageInfo, Paragraph, ReadFile
from models.place import Place

_PLACE = Place(page=1, x0=70.0, top=100.0, x1=520.0, bottom=112.0)
_PAGE = PageInfo(page=1, width=595.0, height=842.0, text_layer="native", n_words=12)
_PLAN = ReadFile(
    source_name="plan.pdf",
    source_sha256="0" * 64,
    pages=(_PAGE,),
    blocks=(
        Heading(text="Handlingsplan 2024", level=1, places=(_PLACE,)),
        Heading(text="Mål", level=2, places=(_PLACE,)),
        ListItem(text="Kunskapen ska ha ökat.", marker="•", places=(_PLACE,)),
        Paragraph(text="Kommunen avsätter 5 000 kr under 2024.", places=(_PLACE,)),
    ),
)
"""A plan that says a little of everything: to understand it loads what understanding needs."""

understand(_PLAN, load_registry(), "")
gc.freeze()
