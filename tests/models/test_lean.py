"""Models of which a file has thousands are as others are, without a set of the fields given for each."""

import pydantic
import pytest

from models.blocks import Heading
from models.place import Place

PLACE = Place(page=1, x0=0.0, top=1.0, x1=2.0, bottom=3.0)


def test_no_model_has_a_set_of_fields_of_its_own() -> None:
    first = Heading(text="Mål", places=(PLACE,), level=1)
    second = Heading(text="Insatser", places=(PLACE,), level=2, bold=True)
    moved = second.model_copy(update={"level": 1})

    assert first.model_fields_set is second.model_fields_set is moved.model_fields_set
    assert first.model_fields_set == set(Heading.model_fields)


def test_equal_and_unchangeable_as_other_models() -> None:
    heading = Heading(text="Mål", places=(PLACE,), level=1)

    assert heading == Heading.model_validate_json(heading.model_dump_json())
    assert heading.model_copy(update={"level": 2}) == Heading(text="Mål", places=(PLACE,), level=2)
    with pytest.raises(pydantic.ValidationError):
        heading.level = 2  # type: ignore[misc]
