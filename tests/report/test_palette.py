"""Teams are told apart by everyone."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from numpy.typing import NDArray

from optimizer.report.palette import COLOURS, PAPER, contrast, linear_rgb, team_style

# Machado, Oliveira, Fernandes 2009, table of the simulation at severity 1.0, on linear RGB.
SEEN_BY = {
    "everyone": np.eye(3),
    "protanopes": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopes": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritanopes": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}


def oklab(light: NDArray[np.float64]) -> NDArray[np.float64]:
    """Ottosson 2020: linear RGB to a space in which distance is difference."""
    cones = np.array(
        [
            [0.4122214708, 0.5363325363, 0.0514459929],
            [0.2119034982, 0.6806995451, 0.1073969566],
            [0.0883024619, 0.2817188376, 0.6299787005],
        ]
    )
    opponents = np.array(
        [
            [0.2104542553, 0.7936177850, -0.0040720468],
            [1.9779984951, -2.4285922050, 0.4505937099],
            [0.0259040371, 0.7827717662, -0.8086757660],
        ]
    )
    mixed: NDArray[np.float64] = opponents @ np.cbrt(cones @ light)
    return mixed


@pytest.mark.parametrize("people", SEEN_BY)
def test_any_two_colours_differ_for_people_however_they_see(people: str) -> None:
    seen = [oklab(np.clip(SEEN_BY[people] @ linear_rgb(colour), 0, 1)) for colour in COLOURS]
    assert min(float(np.linalg.norm(a - b)) for a, b in combinations(seen, 2)) >= 0.09


def test_every_colour_stands_out_from_the_paper_and_its_number_from_the_colour() -> None:
    for number in range(len(COLOURS)):
        style = team_style(number)
        assert contrast(style.colour, PAPER) >= 3.0
        assert contrast(style.colour, style.ink) >= 4.5


def test_sixty_teams_have_sixty_styles_and_the_next_begin_again() -> None:
    assert len({(team_style(number).colour, team_style(number).pattern) for number in range(60)}) == 60
    assert team_style(60) == team_style(0)


def test_contrast_is_that_of_the_web_guidelines() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)  # the guidelines' own example
