"""A plugin for pytest: with QUICKSCAN_CI=1 a test that is skipped is a test that fails.

LibreOffice and Node may be absent on somebody's machine; where everything is installed, a skip
hides that something was never tried.
"""

from __future__ import annotations

import os
from collections.abc import Generator
from typing import TypeVar

import pytest

SWITCH = "QUICKSCAN_CI"
Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Fail a test that skips itself."""
    report = yield
    return _failed(report) if _counts_as_fault(report) else report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Fail a file of tests that skips itself as a whole."""
    report = yield
    return _failed(report) if _counts_as_fault(report) else report


def _counts_as_fault(report: pytest.TestReport | pytest.CollectReport) -> bool:
    return report.skipped and os.environ.get(SWITCH) == "1"


def _failed(report: Report) -> Report:
    report.outcome = "failed"
    report.longrepr = f"skipped, which is a fault where {SWITCH}=1: {report.longrepr}"
    return report
