#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Callboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""count_tests.py RESULTS.xml…: sums ctest's results to one line; exit status 1 unless all passed.

A Qt Test program is counted by its own functions ("Totals: 12 passed, 0 failed, …"), any other test as one. A file that
is missing stands for a build that failed, and a test that died without counting a failure for one failed test.
"""

import re
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

TOTALS = re.compile(r"^Totals: (\d+) passed, (\d+) failed, (\d+) skipped", re.MULTILINE)


def count_test(case):
    """Returns (passed, failed, skipped) of one <testcase>."""
    bad = case.get("status") == "fail" or case.find("failure") is not None
    if not bad and (case.get("status") in ("notrun", "disabled") or case.find("skipped") is not None):
        return 0, 0, 1
    totals = TOTALS.findall(case.findtext("system-out") or "")
    passed, failed, skipped = (sum(int(row[i]) for row in totals) for i in range(3))
    if not totals:
        return (0, 1, 0) if bad else (1, 0, 0)
    return passed, max(failed, 1) if bad else failed, skipped


def count_file(path):
    try:
        cases = ElementTree.parse(path).getroot().iter("testcase")
    except (OSError, ElementTree.ParseError):
        return [(0, 1, 0)]
    return [count_test(case) for case in cases]


def main(paths):
    rows = [row for path in paths for row in count_file(Path(path))]
    passed, failed, skipped = (sum(column) for column in zip(*rows))
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
