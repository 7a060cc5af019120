"""The JSON Schemas know every key of the format, and tell it in the reader's language."""

from __future__ import annotations

import json

from optimizer.intake import plan_schema, scenario_schema
from optimizer.intake.schemas import keys_at

SECTIONS = """format name language horizon services hours bases lodgings sites teams brings vehicles travel
links closures objective gather shuttles pins record earlier published assumed officers duties history crews
kits posts together apart rest fairness""".split()  # noqa: SIM905


def test_the_schema_of_a_scenario_names_every_section_of_the_format():
    schema = scenario_schema()
    assert list(schema["properties"]) == SECTIONS
    assert schema["required"] == ["format", "horizon", "services", "bases", "sites"]
    assert schema["additionalProperties"] is False


def test_every_key_is_described_in_either_language_and_nothing_else_is_left_in():
    for language, phrase in (("en", "Number of officers."), ("vi", "Số cán bộ, chiến sĩ.")):
        schema = scenario_schema(language)
        assert schema["$defs"]["TeamForm"]["properties"]["officers"]["description"] == phrase
        for section in (schema, *schema["$defs"].values()):
            for field in section["properties"].values():
                assert field["description"]
                assert not {"vi", "unit", "kind"} & set(field)
        json.dumps(schema)


def test_the_schema_keeps_bounds_and_choices():
    team = scenario_schema()["$defs"]["TeamForm"]["properties"]
    assert (team["officers"]["minimum"], team["officers"]["maximum"]) == (1, 100)
    assert scenario_schema()["properties"]["language"]["enum"] == ["vi", "en"]


def test_the_schema_of_a_plan_is_that_of_the_plan_file():
    schema = plan_schema()
    assert set(schema["required"]) >= {"scenario", "made_by", "routes", "figures"}
    assert schema["properties"]["format"]["pattern"] == "^luudong-plan/1$"
    assert {"cases", "from"} <= set(schema["$defs"]["Visit"]["properties"])


def test_the_keys_that_may_stand_at_a_place_are_known():
    assert "horizon" in keys_at(())
    assert keys_at(("horizon",)) == ["start", "days", "holidays"]
    assert "officers" in keys_at(("teams", 3))
    assert "minutes" in keys_at(("services", "cccd"))
    assert keys_at(("services", "cccd", "then")) == ["service", "after_days"]
    assert keys_at(("shuttles", 0)) == ["from", "to", "turnout", "dong_per_case"]
    assert keys_at(("pins", 0)) == ["team", "date", "site", "start", "cases"]
    assert keys_at(("earlier",)) == ["plan", "freeze_until"]
    assert "cases" in keys_at(("sites", 0))
    assert keys_at(("name",)) == []
