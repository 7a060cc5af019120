"""Workbooks that many tests read."""

from __future__ import annotations

import pytest
from openpyxl import Workbook, load_workbook

from optimizer.report.workbook import write_workbook
from tests.report import campaign, promised


@pytest.fixture(scope="session")
def book(tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    """The workbook of a campaign with nights, flights and days off."""
    path = tmp_path_factory.mktemp("book") / "plan.xlsx"
    write_workbook(*campaign.papers(), path)
    return load_workbook(path)


@pytest.fixture(scope="session")
def promised_book(tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    """The workbook of a campaign with people from elsewhere, follow-ups, promises and changes."""
    path = tmp_path_factory.mktemp("book") / "plan.xlsx"
    write_workbook(*promised.papers(), path)
    return load_workbook(path)
