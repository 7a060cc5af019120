"""Plans the weeks of mobile teams: cover the outstanding cases, travel least.

The names below are all there is to rely on; each is imported when it is first asked for::

    from optimizer import Options, build_matrix, make_plan, read_scenario, write_plan

    scenario = read_scenario(Path("scenarios/ha-nam")).scenario
    travel = build_matrix(scenario)
    plan = make_plan(scenario, travel, Options(seconds=30))
    write_plan(plan, scenario, Path("maps/ha-nam"))
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from optimizer.version import VERSION

if TYPE_CHECKING:
    from optimizer.domain.errors import LuuDongError
    from optimizer.domain.plan import Plan
    from optimizer.domain.scenario import Scenario
    from optimizer.engine.solve import Options, Progress
    from optimizer.intake import read_plan, read_scenario, write_plan
    from optimizer.planning import make_plan
    from optimizer.report.map import write_map
    from optimizer.report.workbook import write_workbook
    from optimizer.review.check import check_plan
    from optimizer.review.explain import explain
    from optimizer.travel.build import build_matrix

__version__ = VERSION

__all__ = [
    "LuuDongError",
    "Options",
    "Plan",
    "Progress",
    "Scenario",
    "__version__",
    "build_matrix",
    "check_plan",
    "explain",
    "make_plan",
    "read_plan",
    "read_scenario",
    "write_map",
    "write_plan",
    "write_workbook",
]

_HOMES = {
    "LuuDongError": "optimizer.domain.errors",
    "Options": "optimizer.engine.solve",
    "Plan": "optimizer.domain.plan",
    "Progress": "optimizer.engine.solve",
    "Scenario": "optimizer.domain.scenario",
    "build_matrix": "optimizer.travel.build",
    "check_plan": "optimizer.review.check",
    "explain": "optimizer.review.explain",
    "make_plan": "optimizer.planning",
    "read_plan": "optimizer.intake",
    "read_scenario": "optimizer.intake",
    "write_map": "optimizer.report.map",
    "write_plan": "optimizer.intake",
    "write_workbook": "optimizer.report.workbook",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return __all__
