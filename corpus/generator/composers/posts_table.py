"""The posts that a grant is sought for, each with its part of a full post and what that makes."""

import re
from decimal import Decimal
from typing import Final

from corpus.generator.blocks import Column, Row, Table
from corpus.generator.composers.money_tables import MoneyTable, terms
from corpus.generator.content import Relation, Term
from corpus.generator.figures import Style, count, money
from corpus.generator.phrases import stock
from corpus.generator.voice import Voice
from models.rows import AmountKind

_TELLS_EXTENT: Final = re.compile(r"\d|heltid|halvtid")
_SOUGHT: Final[tuple[AmountKind, ...]] = ("requisitioned", "granted", "planned", "other")


def posts_table(voice: Voice, rate: Decimal, year: int, caption: str) -> tuple[MoneyTable, Decimal]:
    """Rate times posts row by row, posts and sums added up; the sum too. rate: kronor a full post and year.

    Keys: post.<row>.posts, .rate, .sum; post.sum.posts, post.sum.sum.
    """
    rng = voice.rng
    # A post that tells its extent in words would have to agree with the column.
    names = [each for each in stock("forms")["applications"] if not _TELLS_EXTENT.search(each)]
    style = Style(decimals=2, separator="")
    rows: list[Row] = []
    relations: list[Relation] = []
    whole = all_posts = Decimal(0)
    n = rng.randint(2, 6)
    for i, name in enumerate(rng.sample(names, n), start=1):
        posts = Decimal(rng.randint(1, 12)) / 4
        figures = (
            count(f"post.{i}.posts", posts, style),
            money(f"post.{i}.rate", rate, ("unit_rate",), voice.bare, year=year),
            money(f"post.{i}.sum", rate * posts, _SOUGHT, voice.bare, year=year),
        )
        all_posts += posts
        whole += rate * posts
        rows.append(Row(((name,), *((figure,) for figure in figures)), key=f"post.{i}"))
        product = (Term((figures[1].key, figures[0].key)),)
        relations.append(Relation("recalc.product", figures[2].key, product, f"{caption}, {name}"))
    total_posts = count("post.sum.posts", all_posts, style)
    total = money("post.sum.sum", whole, ("total", *_SOUGHT), voice.bare, year=year)
    rows.append(Row(((rng.choice(("Summa", "Totalt")),), (total_posts,), (), (total,)), "total", "post.sum"))
    heads = rng.choice(
        (
            ("Tjänst", "Årsarbetare", "Belopp per heltid", "Sökt belopp"),
            ("Befattning", "Omfattning", "Bidrag per heltidstjänst", "Summa (kr)"),
            ("Tjänst", "Antal tjänster", "Kronor per tjänst", "Belopp"),
        )
    )
    for name, head in (("posts", heads[1]), ("sum", heads[3])):
        column = [f"post.{i}.{name}" for i in range(1, n + 1)]
        relations.append(Relation("footing.column", f"post.sum.{name}", terms(column), f"{caption}, {head}"))
    columns = (Column(heads[0], width=2.4), *(Column(head, "figure") for head in heads[1:]))
    return MoneyTable(Table("posts", caption, columns, tuple(rows)), tuple(relations)), whole
