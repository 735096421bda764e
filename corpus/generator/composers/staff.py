"""Staff by sex: women, men and both together, as a form's questions or as a table."""

from decimal import Decimal
from typing import Final

from corpus.generator.blocks import Column, FormSection, Prose, Question, Row, Table
from corpus.generator.composers.forms import TRAP, Filling, trap
from corpus.generator.composers.money_tables import MoneyTable, terms
from corpus.generator.content import Planted, Relation
from corpus.generator.figures import Figure, Style
from corpus.generator.voice import Voice

_GROUPS: Final = (
    ("Socialsekreterare", "Arbetsledare", "Administratörer"),
    ("Kuratorer", "Behandlare", "Samordnare", "Övriga"),
    ("Handläggare", "Chefer", "Stödpersonal"),
    ("Boendestödjare", "Personliga ombud"),
)
_HEADS: Final = (("Kvinnor", "Män", "Totalt"), ("Antal kvinnor", "Antal män", "Summa"), ("Kvinnor", "Män", "Samtliga"))


def staff_section(filling: Filling, title: str) -> tuple[FormSection, tuple[Relation, ...]]:
    """Persons employed, by sex and together, at times with those of one group. Keys: staff.women, .men, .all, .part."""
    rng = filling.voice.rng
    what = rng.choice(("anställda med stöd av bidraget", "anställda inom insatsen", "visstidsanställda"))
    women, men = rng.randint(1, 24), rng.randint(0, 12)
    labels = rng.choice(
        (
            (f"Antal {what}, kvinnor", f"Antal {what}, män", f"Antal {what}, totalt"),
            (f"Kvinnor, antal {what}", f"Män, antal {what}", f"Totalt antal {what}"),
        )
    )
    keys = ("staff.women", "staff.men", "staff.all")
    questions = [
        filling.count_question(label, value, key)
        for label, value, key in zip(labels, (women, men, women + men), keys, strict=True)
    ]
    relation = Relation("footing.row", "staff.all", terms(keys[:2]), labels[2], also=("footing.column",))
    if rng.random() < 0.5 and women + men > 2:
        name = rng.choice(_GROUPS)[0]
        label = f"Varav {name.lower()}"
        questions.append(filling.count_question(label, rng.randint(1, women + men - 1), "staff.part"))
    if rng.random() < TRAP:
        question, planted = _whole_staff(filling, women + men)
        questions.append(question)
        filling.traps.append(planted)
    return FormSection(title, tuple(questions)), (relation,)


def _whole_staff(filling: Filling, told: int) -> tuple[Question, Planted]:
    """A total of more than stands above it."""
    whole = told + filling.voice.rng.randint(15, 140)
    label = "Totalt antal anställda i förvaltningen, inklusive övrig verksamhet"
    explanation = "The whole staff, of whom those above are a few"
    planted = trap("footing.row", label, Decimal(told), Decimal(whole), explanation, "wide-total")
    return filling.count_question(label, whole, "staff.whole"), planted


def staff_table(voice: Voice, caption: str) -> MoneyTable:
    """Groups by sex with totals both ways, in persons or full-time posts. Keys: staff.<row>.women, .men, .all."""
    rng = voice.rng
    posts = rng.random() < 0.4
    style = Style(decimals=2, separator="") if posts else Style(separator="")
    step = Decimal("0.25") if posts else Decimal(1)
    groups = rng.choice(_GROUPS)
    heads = rng.choice(_HEADS)
    names = ("women", "men", "all")
    sums = {name: Decimal(0) for name in names}
    rows: list[Row] = []
    relations: list[Relation] = []

    def line(label: str, row: str, women: Decimal, men: Decimal) -> None:
        keys = [f"staff.{row}.{name}" for name in names]
        values = (women, men, women + men)
        figures = [Figure(key, value, style) for key, value in zip(keys, values, strict=True)]
        cells: tuple[Prose, ...] = ((label,), *((figure,) for figure in figures))
        rows.append(Row(cells, "total" if row == "sum" else "body", f"staff.{row}"))
        relations.append(Relation("footing.row", keys[2], terms(keys[:2]), f"{caption}, {label}"))

    for i, group in enumerate(groups, start=1):
        women, men = step * rng.randint(0, 16), step * rng.randint(0, 9)
        sums["women"] += women
        sums["men"] += men
        line(group, str(i), women, men)
    line(rng.choice(("Totalt", "Summa")), "sum", sums["women"], sums["men"])
    for name, head in zip(names, heads, strict=True):
        column = [f"staff.{i}.{name}" for i in range(1, len(groups) + 1)]
        relations.append(Relation("footing.column", f"staff.sum.{name}", terms(column), f"{caption}, {head}"))
    first = Column(rng.choice(("Yrkesgrupp", "Befattning", "Personalgrupp")), width=2)
    columns = (first, *(Column(head, "figure") for head in heads))
    return MoneyTable(Table("staff", caption, columns, tuple(rows)), tuple(relations))
