"""What every section of the scenario format has in common."""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Discriminator, Field, ModelWrapValidatorHandler, model_validator
from pydantic import Tag as Branch

from optimizer.domain.errors import Where
from optimizer.intake.origins import Origin
from optimizer.language import say

FILE_BRANCH, LIST_BRANCH = "«file»", "«list»"


def _tell_section(schema: dict[str, Any], section: type[BaseModel]) -> None:
    """Let the catalogue say what a section is: ``schema.rest`` of `RestForm`."""
    name = section.__name__.removesuffix("Form").lower()
    schema |= {"description": say(f"schema.{name}", "en"), "vi": say(f"schema.{name}", "vi")}


class Section(BaseModel):
    """A map of the scenario: only known keys, and a key left blank is as if not written."""

    model_config = ConfigDict(extra="forbid", frozen=True, json_schema_extra=_tell_section)

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


def about(key: str, default: Any = ..., *, unit: str = "", **limits: Any) -> Any:
    """A field with its meaning, a text of the catalogue, and its unit, for the schema and the reference."""

    def tell(schema: dict[str, Any]) -> None:
        schema |= {"description": say(key, "en"), "vi": say(key, "vi"), "unit": unit}

    return Field(default, json_schema_extra=tell, **limits)


def _branch(value: object) -> str | None:
    if isinstance(value, str):
        return FILE_BRANCH
    return LIST_BRANCH if isinstance(value, (list, tuple)) else None


TableFile = Annotated[str, Branch(FILE_BRANCH)]
"""The name of a table, where a list could stand as well."""

InList = Branch(LIST_BRANCH)
FileOrList = Discriminator(_branch)
