#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Callboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""count_tests.py RESULTS.xml…: sums ctest's results to one line; exit status 1 unless all passed. Before it, what each failed
test said of it.

A Qt Test program is counted by its own functions ("Totals: 12 passed, 0 failed, …"), any other test as one. A file that
is missing stands for a build that failed, and a test that died without counting a failure for one failed test.
"""

import re
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

TELLING = re.compile(r"^FAIL!|^ +(?:Actual|Expected|Loc:)|^SUMMARY:|runtime error:|: FOUND |^QFATAL|^==\d+==ERROR", re.MULTILINE)
LINES_OF_ONE = 8
LONGEST_LINE = 300
TOTALS = re.compile(r"^Totals: (\d+) passed, (\d+) failed, (\d+) skipped", re.MULTILINE)


def is_bad(case):
    return case.get("status") == "fail" or case.find("failure") is not None


def reasons(case):
    """Why a test failed, as its output tells; where nothing in it does, its end."""
    lines = (case.findtext("system-out") or "").splitlines()
    telling = [line for line in lines if TELLING.search(line)]
    return [line[:LONGEST_LINE] for line in telling[:LINES_OF_ONE] or lines[-3:]]


def count_test(case):
    """Returns (passed, failed, skipped) of one <testcase>."""
    bad = is_bad(case)
    if not bad and (case.get("status") in ("notrun", "disabled") or case.find("skipped") is not None):
        return 0, 0, 1
    totals = TOTALS.findall(case.findtext("system-out") or "")
    passed, failed, skipped = (sum(int(row[i]) for row in totals) for i in range(3))
    if not totals:
        return (0, 1, 0) if bad else (1, 0, 0)
    return passed, max(failed, 1) if bad else failed, skipped


def cases_of(path):
    """None where there is no such file."""
    try:
        return list(ElementTree.parse(path).getroot().iter("testcase"))
    except (OSError, ElementTree.ParseError):
        return None


def main(paths):
    files = [cases_of(Path(path)) for path in paths]
    for case in (case for cases in files for case in cases or [] if is_bad(case)):
        print(f"{case.get('name')}:", *reasons(case), sep="\n    ")
    rows = [row for cases in files for row in ([(0, 1, 0)] if cases is None else map(count_test, cases))]
    passed, failed, skipped = (sum(column) for column in zip(*rows))
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
