"""Blocks of a plan as tests write them, and what the walk down its skeleton makes of them."""

from extractors.drafts import PlanDraft
from extractors.plans.skeleton import read_skeleton
from models.blocks import Block, Heading, ListItem, Paragraph
from models.place import Place

NOWHERE = (Place(page=1, x0=70, top=0, x1=520, bottom=12),)


def heading(text: str, level: int = 3) -> Heading:
    return Heading(text=text, places=NOWHERE, level=level, size=12)


def item(text: str, level: int = 1) -> ListItem:
    return ListItem(text=text, places=NOWHERE, marker="•", level=level, size=11)


def prose(text: str, **style) -> Paragraph:
    return Paragraph(text=text, places=NOWHERE, size=11, **style)


def read(*blocks: Block) -> PlanDraft:
    """The blocks one below another on a page, each level of a list 18 points further in."""
    placed = []
    for n, block in enumerate(blocks):
        x0 = 70 + 18 * (block.level if isinstance(block, ListItem) else 0)
        place = Place(page=1 + n // 40, x0=x0, top=60 + 18 * (n % 40), x1=520, bottom=72 + 18 * (n % 40))
        placed.append(block.model_copy(update={"places": (place,)}))
    return read_skeleton(placed)


def goals(plan: PlanDraft) -> list[tuple[str, str]]:
    return [(goal.text, goal.horizon) for goal in plan.goals]


def activities(plan: PlanDraft) -> list[str]:
    return [activity.text for activity in plan.activities]
