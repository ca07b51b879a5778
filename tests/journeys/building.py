#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Callboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""building.py PROGRAM [NAME]: builds in the real window, by keyboard alone, checked as a screen reader would."""
import sys

from journeys import expect, picture
from reading import current, palette, sample_by_keyboard
from stage import JourneyFailed, play


def builds_by_keyboard(stage, program):
    app = stage.run(program)
    sample_by_keyboard(stage, app)

    palette(stage, app, ">builds of the focus", "Builds of the focus")
    runs = app.wait_for(role="tree", name="Builds")
    app.wait_until("runs to be in it", lambda: app.find(contains="fare-engine", within=runs))
    app.wait_until("the runs to have the keyboard", lambda: any(app.has_keyboard(node) for node, _ in app.walk(runs)))

    # From problem to problem, as everywhere: the next broken run.
    stage.keys("F8")
    row = app.wait_until("a broken run to be chosen", lambda: (row := current(app, runs)) and "failed" in row.get_name() and row)
    number = row.get_name().split(",")[0]
    expect(number.startswith("#"), f"a run does not say its number: {row.get_name()!r}")
    picture(stage, "builds")
    stage.keys("Return")
    parts = app.wait_for(role="tree", name="Jobs and steps")
    app.wait_until("the job that failed to be chosen", lambda: (row := current(app, parts)) and "failed" in row.get_name())
    app.wait_until("the run to say its number", lambda: app.find(role="label", contains=number))

    # Its log opens where it went wrong; F8 goes on to the next failing line, and says what it is.
    def said():
        log = app.find(name="Log")
        return log.get_description() or "" if log else ""

    app.wait_until("the log to be at its first failing line", lambda: "--- FAIL: refund_is_posted_once" in said())
    for _ in range(4):
        before = said()
        stage.keys("F8")
        app.wait_until("the next failing line", lambda: said() != before)
        if "Process completed with exit code 1" in said():
            break
    else:
        raise JourneyFailed("F8 does not come to the line that ended the job")
    picture(stage, "builds-run")

    # Find in it, and back to the list.
    for _ in range(20):
        if app.find(name="Log") and app.has_keyboard(app.find(name="Log")):
            break
        stage.keys("Tab")
    else:
        raise JourneyFailed("Tab does not reach the log")
    stage.keys("ctrl+f")
    app.wait_until("the box to find in to have the keyboard", lambda: (app.focused().get_name() or "") == "Find in this log")
    stage.type("HEAD is now at")
    app.wait_until("the place to be found", lambda: app.find(contains="in 1 line"))
    stage.keys("Return")
    app.wait_until("the place found to be current", lambda: "HEAD is now at" in said())
    stage.keys("Escape", "Escape")
    app.wait_until("the list to be back", lambda: (row := current(app, app.wait_for(role="tree", name="Builds"))) and row.get_name().startswith(number))


JOURNEYS = [builds_by_keyboard]

if __name__ == "__main__":
    sys.exit(play(JOURNEYS))
