"""The crews that a plan begins with: those of an earlier plan, or the best by the estimate."""

from __future__ import annotations

from threading import Event

from optimizer.crews.clash import clash_of
from optimizer.crews.estimate import Estimate, Estimator
from optimizer.crews.form import Formed, form_crews
from optimizer.crews.promises import promised_of
from optimizer.crews.solving import FIRST_SECONDS, Effort, StoppedError
from optimizer.crews.staff import Staff
from optimizer.crews.wording import clash_error, timeout_error
from optimizer.domain.scenario import Scenario
from optimizer.travel.matrix import TravelMatrix


def estimated_crews(
    scenario: Scenario, travel: TravelMatrix, effort: Effort, stop: Event | None = None
) -> Formed:
    """The best crews by the estimate alone; those of an earlier plan, if they still keep every rule.

    Parameters
    ----------
    stop
        Ends the forming when set; the best crews so far are formed.

    Raises
    ------
    ScenarioError
        If rules clash, or no crews are found however long they are looked for.
    KeyboardInterrupt
        If it is stopped before there are any crews.
    """
    staff, estimate = Staff(scenario), Estimator(scenario, travel).estimate()
    try:
        made = _handed_out(staff, estimate, effort, stop)
        if made is None:
            made = form_crews(staff, estimate, effort, promised=promised_of(scenario), stop=stop)
    except TimeoutError as late:
        raise timeout_error(FIRST_SECONDS) from late
    except StoppedError as early:
        raise KeyboardInterrupt from early
    if made is None:
        raise clash_error(clash_of(staff))
    return made


def _handed_out(staff: Staff, estimate: Estimate, effort: Effort, stop: Event | None) -> Formed | None:
    """The crews of the earlier plan, if they still keep every rule: who was told to go together does."""
    scenario = staff.scenario
    if scenario.earlier is None or not scenario.earlier.crews:
        return None
    return form_crews(
        staff,
        estimate,
        effort,
        known=scenario.earlier.crews,
        promised=promised_of(scenario),
        most_moved=0,
        as_known=True,
        stop=stop,
    )
