#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Callboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""states.py PROGRAM [NAME]: what the icon in a real tray (xfce4-panel) says of sources and builds, and where the lines of its menu lead,
with a portal and a Git host on loopback. With CALLBOARD_JOURNEY_PICTURES the panel is kept in each state, magnified."""
import os
import pathlib
import subprocess
import sys

from forge import Forge, connect
from notices import Notifications
from portal import Portal
from reading import current
from stage import play, wait
from tray import Item, close_window, expect, hidden, shown, start_panel, windows

PANEL = "40x28+0+0"


def panel():
    """The pixels of the panel where the icon stands."""
    return subprocess.run(["import", "-window", "root", "-crop", PANEL, "rgb:-"], capture_output=True).stdout


class Signs:
    """The shapes that the icon had, by what they say."""

    def __init__(self, app, item):
        self.app, self.item = app, item
        self.shapes = {}
        self.panels = {}

    def wait_for(self, name, says):
        """Until the tooltip says so and the icon has another shape than in every other state, on the bus and in the panel."""
        self.app.wait_until(f"the tooltip to say {says!r}", lambda: says in self.item.tooltip())
        self.app.wait_until(f"a shape for {name}", lambda: all(self.differs(shape) for other, shape in self.shapes.items() if other != name))
        self.app.wait_until(f"{name} in the panel", lambda: all(panel() != pixels for other, pixels in self.panels.items() if other != name))
        if name in self.shapes:
            expect(self.item.shape() == self.shapes[name], f"{name} has two shapes")
        self.shapes[name], self.panels[name] = self.item.shape(), panel()
        if folder := os.environ.get("CALLBOARD_JOURNEY_PICTURES"):
            small = subprocess.run(["import", "-window", "root", "-crop", PANEL, "+repage", "png:-"], capture_output=True, check=True).stdout
            subprocess.run(["convert", "png:-", "-scale", "600%", str(pathlib.Path(folder) / f"tray-state-{name}.png")], input=small, check=True)

    def differs(self, shape):
        """Whether a person who sees no colours can tell it from the one that is shown now."""
        now = self.item.shape()
        return len(now) == len(shape) > 0 and sum(abs(a - b) > 96 for a, b in zip(now, shape)) > len(shape) / 50


def tray_says_how_it_stands(stage, program):
    """Each state by what really happens, the worst before all others; no window is there in all of it."""
    Notifications(stage)  # Else the tray would have to say what is new.
    with Portal() as portal, Forge() as forge:
        forge.run(2, "completed", "success")
        start_panel(stage)
        app = stage.run(program, *connect(stage, program, portal, forge), "--hidden")
        item = Item(app)
        signs = Signs(app, item)
        signs.wait_for("ok", "2 sources · as of")

        asked = len(forge.asked)
        forge.open.clear()
        item.choose("Sync now")
        app.wait_until("the host to be asked", lambda: len(forge.asked) > asked)
        signs.wait_for("syncing", "Reading the sources")
        forge.open.set()
        signs.wait_for("ok", "2 sources · as of")

        def happens(name, says):
            item.choose("Sync now")
            signs.wait_for(name, says)

        forge.run(3, "in_progress")
        happens("running", "1 build runs")
        forge.run(4, "queued", need_approval=True)
        happens("waiting", "1 approval needed")
        forge.run(3, "completed", "failure")
        happens("failing", "1 build fails")
        # The worst: that there is no network takes nothing away from it, and is said.
        item.choose("Work offline")
        signs.wait_for("failing", "Working offline")
        item.choose("Work offline")
        forge.run(3, "completed", "success")
        forge.run(4, "completed", "success")
        happens("ok", "2 sources · as of")

        item.choose("Work offline")
        signs.wait_for("offline", "Working offline, all data as of")
        item.choose("Work offline")
        signs.wait_for("ok", "2 sources · as of")
        item.choose("Pause all sources")
        signs.wait_for("paused", "paused")
        item.choose("Pause all sources")
        signs.wait_for("ok", "2 sources · as of")
        forge.end()
        happens("offline", "1 source cannot be reached, all data as of")

        expect(not windows(stage), "a window came by itself")
        item.choose("Quit")
        expect(app.process.wait(15) == 0, "it did not quit well")


def tray_menu_leads_there(stage, program):
    """The worst five, the worst first, each to its place; from the second on, the window is closed each time."""
    Notifications(stage)
    with Portal() as portal, Forge() as forge:
        forge.run(2, "completed", "success")
        forge.asks_for_review = True
        forge.run(3, "completed", "failure")
        forge.run(4, "queued", branch="springs", need_approval=True)
        for number in (5, 6, 7):
            forge.run(number, "in_progress", branch=f"try-{number}")
        start_panel(stage)
        app = stage.run(program, *connect(stage, program, portal, forge), "--hidden")
        item = Item(app)
        lines = app.wait_until("five lines", lambda: len(found := [label.split("\t")[0] for label, _ in item.menu()[1:6]]) == 5
                               and found[-1].endswith("is being built") and found)
        expect(lines == ["tide-forecast fails on main", "tide-forecast waits for an approval", "Review: Mind the spring tides",
                         "tide-forecast is being built", "tide-forecast is being built"], f"another order: {lines}")

        def opens(line, look):
            expect(not windows(stage), "the window was not closed")
            item.choose(line)
            shown(app, stage)
            app.wait_until(f"the place of {line!r}", look)
            close_window(stage)

        opens(lines[0], lambda: app.find(contains="#3, failed"))
        app.click(app.wait_for(role="button", name="Keep in the tray"))
        hidden(app, stage)
        opens(lines[1], lambda: app.find(contains="#4, waiting") and app.find(role="button", contains="Let it run"))
        hidden(app, stage)
        opens(lines[2], lambda: (reviews := app.find(role="tree", name="Reviews")) and "Mind the spring tides" in (current(app, reviews).get_name() or ""))
        hidden(app, stage)
        opens(lines[3], lambda: app.find(contains="#5, running"))
        hidden(app, stage)
        item.choose("Quit")
        expect(app.process.wait(15) == 0, "it did not quit well")


JOURNEYS = [tray_says_how_it_stands, tray_menu_leads_there]

if __name__ == "__main__":
    sys.exit(play(JOURNEYS))
