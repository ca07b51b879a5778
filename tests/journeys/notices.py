#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Callboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""notices.py PROGRAM [NAME]: what a portal tells somebody, on a real desktop's notifications (xfce4-notifyd).
With CALLBOARD_JOURNEY_PICTURES the screens are kept."""
import contextlib
import datetime
import glob
import json
import pathlib
import sqlite3
import subprocess
import sys
import time

import forge
from journeys import connect, page
from portal import Portal
from reading import current, dialog, palette, tab_along
from stage import App, JourneyFailed, play, wait
from tray import Item, bus, close_window, expect, give_folders_to_the_bus, hidden, keep, need, shown, start_panel, windows

SERVICE = "org.freedesktop.Notifications"


class Notifications:
    """xfce4-notifyd on the stage, and what it was told."""

    def __init__(self, stage):
        found = glob.glob("/usr/lib*/**/xfce4-notifyd", recursive=True)
        if not found:
            print("SKIPPED: needs xfce4-notifyd", file=sys.stderr)
            sys.exit(77)
        need("dbus-monitor")
        give_folders_to_the_bus()
        self.heard = stage.home / "notify.txt"
        stage._spawn(["dbus-monitor", "--session", f"type='method_call',interface='{SERVICE}',member='Notify'"],
                     stdout=open(self.heard, "wb"))
        self.app = App(stage, stage._spawn([found[0]]))
        wait("the notification service", self.answers)
        wait("the bus to be overheard", lambda: self.heard.stat().st_size > 0)

    @staticmethod
    def answers():
        return bus(SERVICE, "/org/freedesktop/Notifications", SERVICE, "GetCapabilities")

    def count(self):
        return self.heard.read_text(errors="replace").count("member=Notify")

    def windows(self):
        """What is on the screen of it."""
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.app.process.pid)], capture_output=True, text=True)
        return found.stdout.split()

    def press(self, button):
        """Presses a button of what is shown."""
        self.app.click(self.app.wait_until(f"the button {button!r}", lambda: self.app.find(role="push button", name=button)
                                           or self.app.find(role="button", name=button)))

    @staticmethod
    def disturb(may):
        subprocess.run(["xfconf-query", "-c", "xfce4-notifyd", "-p", "/do-not-disturb", "-n", "-t", "bool", "-s", "false" if may else "true"],
                       check=True, capture_output=True)


def notices_on_the_desktop(stage, program):
    """One is shown with its text, harmless, and opens its entity; none is shown while the person is not to be disturbed; a storm
    is one."""
    desktop = Notifications(stage)
    with Portal() as portal:
        app = stage.run(program)
        portal.tell("What was there before is no news")
        connect(stage, app, portal)
        app.wait_until("the notice in the inbox", lambda: app.find(role="page tab", contains="Inbox 1"))
        expect(desktop.count() == 0, "what was there before was announced")

        portal.tell("The pier is closed", "/catalog/default/component/tide-forecast")
        told = time.monotonic()
        stage.keys("F5")
        app.wait_until("the desktop to be told", lambda: desktop.count() > 0)
        app.wait_until("the notification", desktop.windows)
        print(f"     a notice was on the desktop {1000 * (time.monotonic() - told):.0f} ms after the portal was asked")
        heard = desktop.heard.read_text(errors="replace")
        expect("The pier is closed" in heard, "another title was shown")
        expect("<b>" not in heard, "markup of a notice reached the desktop")
        keep(stage, "notice-on-the-desktop")
        desktop.press("Open")
        page(app, "component:default/tide-forecast")
        app.wait_until("the portal to know that it was read", lambda: portal.notices[0].get("read"))
        wait("the notification to be gone", lambda: not desktop.windows())

        # Focus mode is the desktop's own: it is told, once for all, and shows nothing.
        def storm(number):
            before = desktop.count()
            for _ in range(number):
                portal.tell(f"Buoy {len(portal.notices)} is adrift")
            stage.keys("F5")
            app.wait_until("the desktop to be told", lambda: desktop.count() > before)
            # Of so many, a portal is asked for the newest 500.
            app.wait_until("all of it in the inbox", lambda: app.find(role="page tab", name=f"Inbox {min(len(portal.notices) - 1, 500)}"))
            expect(desktop.count() == before + 1, f"a storm of {number} was told {desktop.count() - before} times")
            expect(desktop.answers(), "the service is gone")  # What it was told before this, it has dealt with.

        desktop.disturb(False)
        storm(500)
        expect(not desktop.windows(), "a notification in spite of the focus mode")
        expect("500 notices" in desktop.heard.read_text(errors="replace"), "the summary does not count")
        desktop.disturb(True)
        storm(40)
        app.wait_until("the notification of the storm", desktop.windows)
        keep(stage, "notice-storm")


def actions_of_a_notification(stage, program):
    """A build breaks while no window is there: it is run again from the notification, heals, breaks again, is put aside, and is opened."""
    desktop = Notifications(stage)
    with Portal() as portal, forge.Forge() as host:
        host.run(2, "completed", "success")
        start_panel(stage)
        app = stage.run(program, *forge.connect(stage, program, portal, host), "--hidden")
        item = Item(app)

        def becomes(number, status, conclusion, told):
            before = desktop.count()
            host.run(number, status, conclusion)
            item.choose("Sync now")
            app.wait_until(f"the desktop to be told {told!r}", lambda: desktop.count() > before and told in desktop.heard.read_text(errors="replace"))
            app.wait_until("the notification", desktop.windows)

        host.run(3, "in_progress")
        item.choose("Sync now")
        app.wait_until("the tray to know that it runs", lambda: "is being built" in str(item.menu()))
        becomes(3, "completed", "failure", "tide-forecast fails on main")
        keep(stage, "notice-of-a-build")
        desktop.press("Run again")
        app.wait_until("the host to be told", lambda: host.orders == [("rerun", 3)])
        app.wait_until("the tray to know that it runs", lambda: "is being built" in str(item.menu()))
        wait("the notification to be gone", lambda: not desktop.windows())

        becomes(3, "completed", "success", "tide-forecast is whole again on main")
        expect(not windows(stage), "a window came by itself")
        desktop.press("Open")
        shown(app, stage)
        app.wait_for(contains="#3, passed")
        close_window(stage)
        app.click(app.wait_for(role="button", name="Keep in the tray"))
        hidden(app, stage)

        becomes(4, "completed", "failure", "tide-forecast fails on main")
        desktop.press("In an hour")
        wait("the notification to be gone", lambda: not desktop.windows())
        expect(not windows(stage), "putting it aside opened a window")
        item.choose("Show Callboard")
        shown(app, stage)
        palette(stage, app, ">inbox", "Inbox")
        app.wait_for(role="button", name="Show: Later")  # There is nothing else.
        expect(host.orders == [("rerun", 3)], f"the host was told more: {host.orders}")


def quiet_hours(stage, program):
    """While they last nothing pops up, and all of it is in the inbox; afterwards one notification says what came."""
    # They are from six in the evening to eight in the morning unless one says otherwise: it is eleven at night here.
    ahead = 23 - datetime.datetime.now(datetime.timezone.utc).hour
    ahead -= 24 if ahead > 14 else 0
    desktop = Notifications(stage)
    with Portal() as portal:
        app = stage.run(program, TZ=f"Etc/GMT{-ahead:+d}")
        connect(stage, app, portal)

        def switch():
            stage.keys("ctrl+comma")
            settings = dialog(app, "Settings")
            stage.type("Notices")
            tab_along(stage, app, settings, "Quiet hours: nothing pops up, and what came is told in one afterwards", key="shift+Tab")
            stage.keys("space")
            keep(stage, "notice-quiet-hours")
            stage.keys("Escape")
            app.wait_until("the settings to be gone", lambda: not any(depth == 1 and node.get_name() == "Settings" for node, depth in app.walk()))

        switch()
        for number in (1, 2):
            portal.tell(f"Buoy {number} is adrift")
            stage.keys("F5")
            app.wait_for(role="page tab", name=f"Inbox {number}")
        expect(desktop.count() == 0, "a notification in the quiet hours")
        switch()
        app.wait_until("the notification of both", desktop.windows)
        heard = desktop.heard.read_text(errors="replace")
        expect(desktop.count() == 1 and "2 notices" in heard, "what came in the quiet hours was not told in one")


class InboxByKeyboard:
    """The list of notices, as the keyboard and a screen reader have it."""

    def __init__(self, stage, app):
        self.stage, self.app = stage, app
        palette(stage, app, ">inbox", "Inbox")
        self.view = app.wait_for(role="tree", name="Notices")
        app.wait_until("the notices to have the keyboard", lambda: current(app, self.view) or self.stage.keys("Down"))

    def has(self, title):
        return self.app.find(contains=title, within=self.view)

    def go(self, title):
        self.stage.keys("Home")
        for _ in range(12):
            now = self.app.wait_until("a row to have the keyboard", lambda: current(self.app, self.view)).get_name()
            if title in now:
                return
            self.stage.keys("Down")
            self.app.wait_until(f"the row after {now!r}", lambda: current(self.app, self.view).get_name() != now)
        raise JourneyFailed(f"the arrows do not reach {title!r}")

    def wait_for(self, there=(), gone=()):
        self.app.wait_until(f"{there} to be there and {gone} to be gone", lambda: all(self.has(one) for one in there) and not any(self.has(one) for one in gone))

    def undo(self, *there):
        self.stage.keys("ctrl+z")
        self.wait_for(there)

    def aside(self, *keys):
        """Puts the row aside: the first choice is an hour, the last that it changes. A menu that pops up is not in the tree that screen
        readers have, which are told of its lines as they come; what it did is looked at instead."""
        self.stage.keys("ctrl+h")
        self.menu(*keys, "Return")

    def mute(self, title, which):
        """By the menu of its row: about its entity, then its source where there is one, then its kind."""
        self.go(title)
        self.stage.keys("Menu")
        self.menu(*["Down"] * 7, "Right", *["Down"] * which, "Return")

    def menu(self, *keys):
        self.app.wait_until("a menu", lambda: subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.app.process.pid), "--class", ".*"],
                                                             capture_output=True, text=True).stdout.count("\n") > 1)
        self.stage.keys(*keys)


def let_an_hour_pass(workspace):
    """For what is put aside until a time: as if the program had been closed for so long."""
    with contextlib.closing(sqlite3.connect(pathlib.Path(workspace) / "mirror.sqlite")) as mirror, mirror:
        marks = json.loads(mirror.execute("SELECT value FROM settings WHERE key = 'notices.marks'").fetchone()[0])
        aside = [mark for mark in marks[0].values() if "until" in mark]
        expect(aside, f"nothing is put aside until a time: {marks}")
        for mark in aside:
            until = datetime.datetime.fromisoformat(mark["until"]) - datetime.timedelta(hours=1)
            mark["until"] = until.isoformat(timespec="milliseconds").replace("+00:00", "Z")
        mirror.execute("UPDATE settings SET value = ? WHERE key = 'notices.marks'", (json.dumps(marks).encode(),))


def inbox_by_keyboard(stage, program):
    """What a person does with notices: not now, not until it changes, never again; and takes it back."""
    pier, quay, bell, build = "The pier is closed", "The quay is full", "A bell rings", "tide-forecast fails on main"
    with Portal() as portal, forge.Forge() as host:
        host.run(2, "completed", "success")
        workspace = forge.connect(stage, program, portal, host)
        app = stage.run(program, *workspace)
        app.wait_for(role="page tab", name="Inbox")
        portal.tell(pier, "/catalog/default/component/tide-forecast")
        portal.tell(quay, "/catalog/default/api/tides")
        portal.tell(bell)
        stage.keys("F5")
        app.wait_for(role="page tab", name="Inbox 3")
        # By now it knows how the branch stood before.
        host.run(3, "completed", "failure")
        stage.keys("F5")
        app.wait_for(role="page tab", name="Inbox 4")
        inbox = InboxByKeyboard(stage, app)
        inbox.wait_for([pier, quay, bell, build])

        inbox.mute(pier, 0)
        inbox.wait_for([quay, bell], [pier, build])
        inbox.undo(pier, quay, bell, build)
        inbox.mute(pier, 1)
        inbox.wait_for([build], [pier, quay, bell])
        inbox.undo(pier, quay, bell, build)
        inbox.mute(build, 1)
        inbox.wait_for([pier, quay, bell], [build])
        keep(stage, "inbox-muted")
        inbox.undo(pier, quay, bell, build)

        # Until it changes: nothing else brings it back.
        inbox.go(quay)
        inbox.aside("Up")
        inbox.wait_for([pier, bell, build], [quay])
        inbox.undo(pier, quay, bell, build)
        inbox.go(quay)
        inbox.aside("Up")
        inbox.wait_for([pier, bell, build], [quay])
        portal.tell("A light is out")
        stage.keys("F5")
        inbox.wait_for(["A light is out"], [quay])
        changed = next(one for one in portal.notices if one["payload"]["title"] == quay)
        changed["payload"]["description"] = "Full to the brim"
        changed["updated"] = portal.notices[0]["created"]
        stage.keys("F5")
        inbox.wait_for([pier, quay, bell, build])

        # Until a time, which passes while the program is closed.
        inbox.go(bell)
        inbox.aside()
        inbox.wait_for([pier, quay, build], [bell])
        app.quit()
        let_an_hour_pass(workspace[1])
        app = stage.run(program, *workspace)
        app.wait_for(role="page tab", name="Inbox 5")
        InboxByKeyboard(stage, app).wait_for([pier, quay, bell, build])


JOURNEYS = [notices_on_the_desktop, actions_of_a_notification, quiet_hours, inbox_by_keyboard]

if __name__ == "__main__":
    sys.exit(play(JOURNEYS))
