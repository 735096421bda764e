"""What an annex without a title of its own is called: as the memo before it calls what it is about."""

from dataclasses import replace

from extractors.documents.document_class import CLASSES
from extractors.documents.identity import Identity


def named_by_memo(annex: Identity, before: Identity | None) -> Identity:
    """The identity, with title, year and issuer of the memo `before` it where it has none and is what that is about.

    A plan that begins with its first chapter says of itself neither what it is called nor for which year it is.
    """
    if before is None or annex.title is not None or before.doc_type != "memo" or before.title is None:
        return annex
    pattern = dict(CLASSES).get(annex.doc_type)
    if pattern is None or not pattern.search(before.title):
        return annex
    own_issuer = annex.issuer is not None
    return replace(
        annex,
        title=before.title,
        reporting_year=annex.reporting_year if annex.period else annex.reporting_year or before.reporting_year,
        issuer=annex.issuer or before.issuer,
        issuer_kind=annex.issuer_kind if own_issuer else before.issuer_kind,
        kommunkod=annex.kommunkod if own_issuer else before.kommunkod,
        lanskod=annex.lanskod if own_issuer else before.lanskod,
    )
