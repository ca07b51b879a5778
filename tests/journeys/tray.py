#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Callboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""tray.py PROGRAM [NAME]: the icon in real trays (X11 embedding: trayer; StatusNotifierItem: xfce4-panel), a second start, links.
With CALLBOARD_JOURNEY_PICTURES the screens are kept."""
import os
import pathlib
import select
import shutil
import signal
import subprocess
import sys
import time

from stage import JourneyFailed, play, wait

PANEL = """<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfce4-panel" version="1.0">
  <property name="configver" type="int" value="2"/>
  <property name="panels" type="array">
    <value type="int" value="1"/>
    <property name="panel-1" type="empty">
      <property name="position" type="string" value="p=6;x=0;y=0"/>
      <property name="length" type="uint" value="100"/>
      <property name="position-locked" type="bool" value="true"/>
      <property name="size" type="uint" value="28"/>
      <property name="plugin-ids" type="array"><value type="int" value="1"/></property>
    </property>
  </property>
  <property name="plugins" type="empty">
    <property name="plugin-1" type="string" value="systray">
      <property name="square-icons" type="bool" value="true"/>
    </property>
  </property>
</channel>
"""
WATCHER = "org.kde.StatusNotifierWatcher"


def expect(condition, what):
    if not condition:
        raise JourneyFailed(what)


def need(tool):
    if not shutil.which(tool):
        print(f"SKIPPED: needs {tool}", file=sys.stderr)
        sys.exit(77)


def keep(stage, name):
    folder = os.environ.get("CALLBOARD_JOURNEY_PICTURES")
    if folder:
        pathlib.Path(folder).mkdir(parents=True, exist_ok=True)
        stage.picture(pathlib.Path(folder) / f"{name}.png")


def windows(stage):
    """Windows of the program that a person sees."""
    found = subprocess.run(["xdotool", "search", "--all", "--onlyvisible", "--pid", str(stage.app.process.pid), "--name", " · Callboard$"],
                           capture_output=True, text=True)
    return found.stdout.split()


def every_window(stage):
    found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(stage.app.process.pid)], capture_output=True, text=True)
    return found.stdout.split()


def shown(app, stage):
    """Waits for the window to be there and to have the keyboard."""
    def active():
        return subprocess.run(["xdotool", "getactivewindow"], capture_output=True, text=True).stdout.strip()
    return app.wait_until("the window", lambda: active() in windows(stage))


def hidden(app, stage):
    return app.wait_until("the window to be gone", lambda: not windows(stage))


def icon_pixels(stage, box="40x28+0+0"):
    """Whether something was drawn where the tray is: more than one colour."""
    out = subprocess.run(["import", "-window", "root", "-crop", box, "-format", "%k", "info:"], capture_output=True, text=True)
    return int(out.stdout or 1)


def second_start(program, *arguments):
    return subprocess.run([program, "--sample", *arguments], timeout=20, env={**os.environ, "QT_QPA_PLATFORM": "xcb"}).returncode


def start_beside_a_frozen_one(stage, program):
    """It says that the first one does not answer, and waits for it no longer than some seconds."""
    frozen = stage.app.process
    frozen.send_signal(signal.SIGSTOP)
    second = subprocess.Popen([program, "--sample"], stderr=subprocess.PIPE, env={**os.environ, "QT_QPA_PLATFORM": "xcb"})
    said, until = b"", time.monotonic() + 15
    try:
        while b"does not answer" not in said and time.monotonic() < until:
            if select.select([second.stderr], [], [], 1)[0]:
                piece = os.read(second.stderr.fileno(), 4096)
                said += piece
                if not piece:
                    break
    finally:
        second.kill()  # It shows a person the same, and waits for them.
        second.wait()
        frozen.send_signal(signal.SIGCONT)
    expect(b"does not answer" in said, f"the start beside a frozen one said {said!r}")


def bus(name, path, interface, method, arguments=None):
    """What a service of the session answers; None while it does not."""
    from gi.repository import Gio, GLib
    connection = Gio.bus_get_sync(Gio.BusType.SESSION)
    try:
        return connection.call_sync(name, path, interface, method, arguments, None, Gio.DBusCallFlags.NO_AUTO_START, 3000).unpack()
    except GLib.Error:
        return None


def of_watcher(name):
    from gi.repository import GLib
    answer = bus(WATCHER, "/StatusNotifierWatcher", "org.freedesktop.DBus.Properties", "Get", GLib.Variant("(ss)", (WATCHER, name)))
    return answer and answer[0]


def give_folders_to_the_bus():
    """Whom the bus starts, as xfconfd, knows the folders of the stage: the bus was there before them."""
    from gi.repository import GLib
    names = {name: os.environ[name] for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR", "DISPLAY")}
    bus("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "UpdateActivationEnvironment",
        GLib.Variant("(a{ss})", (names,)))


def start_panel(stage):
    need("xfce4-panel")
    folder = pathlib.Path(os.environ["XDG_CONFIG_HOME"]) / "xfce4/xfconf/xfce-perchannel-xml"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "xfce4-panel.xml").write_text(PANEL)
    give_folders_to_the_bus()
    stage._spawn(["xfce4-panel", "--disable-wm-check"])
    wait("the panel's tray", lambda: of_watcher("IsStatusNotifierHostRegistered"), 30)


class Item:
    """The icon as a host of the desktop sees it, and what it does with it."""

    def __init__(self, app):
        self.app = app
        found = app.wait_until("the icon to be registered", lambda: of_watcher("RegisteredStatusNotifierItems"), 30)
        self.name = found[0].split("/")[0]

    def property(self, name):
        from gi.repository import GLib
        answer = bus(self.name, "/StatusNotifierItem", "org.freedesktop.DBus.Properties", "Get", GLib.Variant("(ss)", ("org.kde.StatusNotifierItem", name)))
        return answer and answer[0]

    def tooltip(self):
        _, _, title, text = self.property("ToolTip")
        return f"{title}\n{text}".strip()

    def shape(self, size=22):
        """How much of each pixel is covered: what is left of a picture without its colours."""
        return next((bytes(data)[0::4] for width, _, data in self.property("IconPixmap") if width == size), b"")

    def menu(self):
        """The lines of the menu in their order: label and id. What is a line that parts others has no label."""
        from gi.repository import GLib
        _, (_, _, children) = bus(self.name, "/MenuBar", "com.canonical.dbusmenu", "GetLayout", GLib.Variant("(iias)", (0, 2, [])))
        return [(properties.get("label", "").replace("_", ""), number) for number, properties, _ in children]

    def choose(self, label):
        """As a click on the line that holds this."""
        from gi.repository import GLib
        number = self.app.wait_until(f"{label!r} in the menu", lambda: [id for text, id in self.menu() if label in text])[0]
        bus(self.name, "/MenuBar", "com.canonical.dbusmenu", "Event", GLib.Variant("(isvu)", (number, "clicked", GLib.Variant("i", 0), 0)))


def sample_board(app):
    app.wait_until("rows in the catalog", lambda: (table := app.find(role="table", contains="Catalog")) and
                   table.get_child_count() > 4 and table, 60)


def close_window(stage):
    stage.keys("alt+F4")


def tray_by_embedding(stage, program):
    """The older way, of trays of X11: nobody watches for the newer one on this bus."""
    need("trayer")
    expect(of_watcher("IsStatusNotifierHostRegistered") is None, "somebody watches for icons of the newer kind")
    app = stage.run(program, "--sample")
    sample_board(app)
    # At a login the tray may come last.
    before = len(every_window(stage))
    stage._spawn(["trayer", "--edge", "top", "--align", "left", "--widthtype", "pixel", "--width", "60", "--height", "28",
                  "--SetDockType", "true", "--transparent", "false"])
    app.wait_until("an icon in the tray", lambda: len(every_window(stage)) > before and icon_pixels(stage) > 4)
    # Asked once.
    close_window(stage)
    app.click(app.wait_for(role="button", name="Keep in the tray"))
    hidden(app, stage)
    keep(stage, "tray-embedded-hidden")
    stage.click(14, 14)
    shown(app, stage)
    close_window(stage)
    hidden(app, stage)
    # A second start brings it back, and a link is followed by the first.
    expect(second_start(program) == 0, "the second start failed")
    shown(app, stage)
    expect(second_start(program, "callboard://entity/api/default/ledger-grpc") == 0, "the start with a link failed")
    app.wait_for(name="api:default/ledger-grpc")
    start_beside_a_frozen_one(stage, program)
    # Its menu, by the right button.
    before = len(every_window(stage))
    stage.click(14, 14, button=3)
    app.wait_until("the menu", lambda: len(every_window(stage)) > before)
    keep(stage, "tray-embedded-menu")
    stage.keys("w")  # Work offline, by its mnemonic.
    app.wait_for(contains="Working offline")
    keep(stage, "tray-embedded-offline")
    stage.keys("ctrl+shift+o")
    app.wait_until("to be online again", lambda: not app.find(contains="Working offline"))
    stage.keys("ctrl+q")
    expect(app.process.wait(15) == 0, "it did not quit well")


def tray_by_status_notifier(stage, program):
    start_panel(stage)
    app = stage.run(program, "--sample", "--hidden")
    item = Item(app)
    app.wait_until("an icon in the panel", lambda: icon_pixels(stage) > 4)
    expect(not windows(stage), "a hidden start shows a window")
    keep(stage, "tray-panel-hidden")
    # What the host shows is what the menu of the item says.
    labels = [label for label, _ in item.menu()]
    for name in ("Callboard", "Go to anything", "Sync now", "Pause all sources", "Work offline", "Workspaces", "Settings", "Quit"):
        expect(any(name in label for label in labels), f"{name} is not in the menu: {labels}")
    stage.click(14, 14, button=3)
    wait("the menu to be drawn", lambda: icon_pixels(stage, "200x200+0+30") > 8)
    keep(stage, "tray-panel-menu")
    stage.keys("Escape")
    stage.click(14, 14)
    shown(app, stage)
    # One of the worst leads to its place: the run that waits for an approval, and to the button for it.
    item.choose(" waits for an approval")
    app.wait_for(role="tree", name="Jobs and steps")
    app.wait_until("the button to approve it", lambda: app.find(role="button", contains="Approve"))
    keep(stage, "tray-panel-line")
    sample_board(app)
    stage.keys("ctrl+q")
    expect(app.process.wait(15) == 0, "it did not quit well")


JOURNEYS = [tray_by_embedding, tray_by_status_notifier]

if __name__ == "__main__":
    sys.exit(play(JOURNEYS))
