"""The codebook's words."""

from typing import ClassVar

from pydantic import Field

from models.codebook import CodedKind
from models.rows.row import Row


class Code(Row):
    table_name: ClassVar[str] = "codebook"
    primary_key: ClassVar[tuple[str, ...]] = ("code_kind", "code")

    code_kind: CodedKind = Field(
        description="What it codes: focus_area_code, target_group_code, or responsible_code (actor)."
    )
    code: str = Field(description="The code, of this codebook's own.")
    name_sv: str = Field(description="Its name in Swedish.")
    name_en: str = Field(description="Its name in English.")
