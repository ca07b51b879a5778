#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Callboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""building.py PROGRAM [NAME]: builds in the real window, by keyboard alone, checked as a screen reader would."""
import sys

from journeys import expect, picture
from reading import current, palette, sample_by_keyboard
from stage import JourneyFailed, play, wait


def broken_run(stage, app):
    """The builds of the focus, in the sample, by keyboard, and the next broken run in them: the list, and the run's number."""
    sample_by_keyboard(stage, app)

    palette(stage, app, ">builds of the focus", "Builds of the focus")
    runs = app.wait_for(role="tree", name="Builds")
    app.wait_until("runs to be in it", lambda: app.find(contains="fare-engine", within=runs))
    app.wait_until("the runs to have the keyboard", lambda: any(app.has_keyboard(node) for node, _ in app.walk(runs)))

    # From problem to problem, as everywhere.
    stage.keys("F8")
    row = app.wait_until("a broken run to be chosen", lambda: (row := current(app, runs)) and "failed" in row.get_name() and row)
    number = row.get_name().split(",")[0]
    expect(number.startswith("#"), f"a run does not say its number: {row.get_name()!r}")
    return runs, number


def open_run(stage, app):
    """Opens the run that the keyboard is on, at the job that failed."""
    stage.keys("Return")
    parts = app.wait_for(role="tree", name="Jobs and steps")
    app.wait_until("the job that failed to be chosen", lambda: (row := current(app, parts)) and "failed" in row.get_name())


def builds_by_keyboard(stage, program):
    app = stage.run(program)
    runs, number = broken_run(stage, app)
    picture(stage, "builds")
    open_run(stage, app)
    # Looked for once: walking over a whole window takes long.
    log = app.wait_for(name="Log")

    # It opens where it went wrong; F8 goes on to the next failing line, and says what it is.
    def said():
        return log.get_description() or ""

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
        if app.has_keyboard(log):
            break
        stage.keys("Tab")
        try:
            wait("the log", lambda: app.has_keyboard(log), 0.4)
        except JourneyFailed:
            pass  # It is further on.
    else:
        raise JourneyFailed("Tab does not reach the log")
    find = app.find(name="Find in this log", within=log.get_parent())
    stage.keys("ctrl+f")
    app.wait_until("the box to find in to have the keyboard", lambda: app.has_keyboard(find))
    stage.type("HEAD is now at")
    app.wait_until("the place to be found", lambda: app.find(contains="in 1 line", within=log.get_parent()))
    stage.keys("Return")
    app.wait_until("the place found to be current", lambda: "HEAD is now at" in said())
    stage.keys("Escape", "Escape")
    app.wait_until("the list to be back", lambda: (row := current(app, runs)) and row.get_name().startswith(number))


def rerun_by_keyboard(stage, program):
    """What failed runs again, at one key: queued at first, then running. The sample's own; no network."""
    app = stage.run(program)
    _, number = broken_run(stage, app)
    open_run(stage, app)
    app.wait_for(contains=f"{number}, failed")
    stage.keys("ctrl+r")
    app.wait_until("the run to begin again", lambda: app.find(contains=f"{number}, queued") or app.find(contains=f"{number}, running"))
    picture(stage, "builds-again")


JOURNEYS = [builds_by_keyboard, rerun_by_keyboard]

if __name__ == "__main__":
    sys.exit(play(JOURNEYS))
