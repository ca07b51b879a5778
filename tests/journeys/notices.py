#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Callboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""notices.py PROGRAM [NAME]: what a portal tells somebody, on a real desktop's notifications (xfce4-notifyd).
With CALLBOARD_JOURNEY_PICTURES the screens are kept."""
import glob
import subprocess
import sys
import time

from journeys import connect, page
from portal import Portal
from stage import App, play, wait
from tray import bus, expect, give_folders_to_the_bus, keep, need

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
        desktop.app.click(desktop.app.wait_until("its button", lambda: desktop.app.find(role="push button", name="Open")
                                                 or desktop.app.find(role="button", name="Open")))
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
            app.wait_until("all of it in the inbox", lambda: app.find(role="page tab", name=f"Inbox {len(portal.notices) - 1}"))
            expect(desktop.count() == before + 1, f"a storm of {number} was told {desktop.count() - before} times")
            expect(desktop.answers(), "the service is gone")  # What it was told before this, it has dealt with.

        desktop.disturb(False)
        storm(300)
        expect(not desktop.windows(), "a notification in spite of the focus mode")
        expect("300 notices" in desktop.heard.read_text(errors="replace"), "the summary does not count")
        desktop.disturb(True)
        storm(40)
        app.wait_until("the notification of the storm", desktop.windows)
        keep(stage, "notice-storm")


JOURNEYS = [notices_on_the_desktop]

if __name__ == "__main__":
    sys.exit(play(JOURNEYS))
