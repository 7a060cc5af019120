"""What every section of the scenario format has in common."""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Discriminator, Field, ModelWrapValidatorHandler, model_validator
from pydantic import Tag as Branch

from optimizer.domain.errors import Where
from optimizer.intake.origins import Origin

FILE_BRANCH, LIST_BRANCH = "«file»", "«list»"


class Section(BaseModel):
    """A map of the scenario: only known keys, and a key left blank is as if not written."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    _origin: Origin | None = None

    @model_validator(mode="wrap")
    @classmethod
    def _keep_origin(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        origin = getattr(data, "origin", None)
        if isinstance(data, dict):
            data = {key: value for key, value in data.items() if value is not None}
        made = handler(data)
        made._origin = origin  # noqa: SLF001 - of its own class
        return made

    def where(self, *loc: str | int) -> Where:
        """The place in the files where a key of this section was written."""
        return Where() if self._origin is None else self._origin.where(loc)


def about(en: str, vi: str, default: Any = ..., *, unit: str = "", **limits: Any) -> Any:
    """A field with its meaning in both languages and its unit, for the schema and the reference."""
    return Field(default, description=en, json_schema_extra={"vi": vi, "unit": unit}, **limits)


def _branch(value: object) -> str | None:
    if isinstance(value, str):
        return FILE_BRANCH
    return LIST_BRANCH if isinstance(value, (list, tuple)) else None


TableFile = Annotated[str, Branch(FILE_BRANCH)]
"""The name of a table, where a list could stand as well."""

InList = Branch(LIST_BRANCH)
FileOrList = Discriminator(_branch)
