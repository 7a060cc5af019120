"""Browser tests are skipped for want of a browser only where that is allowed."""

from __future__ import annotations

import pytest

from tests.browser.conftest import missing


def test_a_missing_tool_skips(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LUUDONG_NO_SKIP", raising=False)
    with pytest.raises(pytest.skip.Exception, match="chromium is not installed"):
        missing("chromium")


def test_a_missing_tool_fails_where_nothing_may_be_skipped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LUUDONG_NO_SKIP", "1")
    with pytest.raises(pytest.fail.Exception, match="chromium is not installed"):
        missing("chromium")
