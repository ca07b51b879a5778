#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Callboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""journeys.py PROGRAM [NAME]: what a person does with the real window, under Xvfb, checked as a screen reader would."""
import json
import os
import pathlib
import subprocess
import sys
import time

from portal import ENTITIES, Portal
from stage import JourneyFailed, play

PROJECT = pathlib.Path(__file__).resolve().parents[2]
CORPUS = PROJECT.parent / "shared" / "corpus"
SAMPLE = PROJECT / "plugins" / "sample" / "portal"

DESCRIPTOR = """apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: night-boat
  description: {description}
spec:
  type: service
  lifecycle: production
  owner: group:default/crew
---
apiVersion: backstage.io/v1alpha1
kind: Group
metadata:
  name: crew
spec:
  type: team
  children: []
"""


def expect(condition, what):
    if not condition:
        raise JourneyFailed(what)


def open_sample(stage, app):
    """First run, with the mouse: the sample portal, then the board."""
    app.click(app.wait_for(role="radio button", name="The sample portal"))
    app.click(app.wait_for(role="button", name="Look what is there"))
    app.wait_for(contains="entities")
    app.click(app.wait_for(role="button", name="Open the board"))
    return catalog(app)


def catalog(app):
    """The catalog's table, once it has rows."""
    return app.wait_until("rows in the catalog", lambda: (table := app.find(role="table", contains="Catalog")) and
                          table.get_child_count() > 4 and table, 60)


def page(app, ref):
    """The entity page of `ref`, once it shows."""
    return app.wait_for(name=ref)


def go(stage, app, text, ref):
    """Through the palette to an entity."""
    stage.keys("ctrl+k")
    app.wait_until("the palette to have the keyboard", lambda: (app.focused().get_name() or "") == "Go to anything")
    stage.type(text)
    app.wait_until(f"{ref} among the results", lambda: app.find(role="list item", contains=ref.split("/")[1]))
    stage.keys("Return")
    return page(app, ref)


def first_run_to_relation_and_back(stage, program):
    app = stage.run(program)
    open_sample(stage, app)
    go(stage, app, "ledger api", "component:default/ledger-api")
    app.wait_until("the title to name the entity", lambda: "ledger-api" in (app.window_title() or ""))

    relations = app.wait_for(role="tree", contains="Relations")
    # Not by a double click: what the first sync still brings may fall between the two presses.
    app.click(app.wait_until("the relation", lambda: app.find(contains="ledger-worker", within=relations)))
    stage.keys("Return")
    page(app, "component:default/ledger-worker")
    stage.keys("alt+Left")
    page(app, "component:default/ledger-api")
    stage.keys("alt+Right")
    page(app, "component:default/ledger-worker")


def folder_of_real_repositories(stage, program):
    """The corpus where it lies beside the project, else the folders of the sample."""
    folder, text, hit = CORPUS, "xblock", "XBlock"
    if not folder.is_dir():
        folder, text, hit = SAMPLE, "engineering handbook", "Engineering handbook"
    app = stage.run(program, str(folder))
    catalog(app)
    app.wait_for(role="label", contains="entities")
    stage.keys("ctrl+k")
    app.wait_until("the palette", lambda: (app.focused().get_name() or "") == "Go to anything")
    stage.type(text)
    app.wait_until("a hit", lambda: app.find(role="list item", contains=hit))


def night_boat(stage):
    """A clone with one descriptor, whose path this is."""
    repository = stage.home / "clones" / "night-boat"
    repository.mkdir(parents=True)
    subprocess.run(["git", "init", "-q", str(repository)], check=True)
    descriptor = repository / "catalog-info.yaml"
    descriptor.write_text(DESCRIPTOR.format(description="Sails at ten"))
    return descriptor


def edit_on_disk_is_seen(stage, program):
    descriptor = night_boat(stage)
    app = stage.run(program, str(descriptor.parent.parent))
    catalog(app)
    go(stage, app, "night", "component:default/night-boat")
    app.wait_for(contains="Sails at ten")

    written = time.monotonic()
    descriptor.write_text(DESCRIPTOR.format(description="Sails at eleven"))
    app.wait_for(contains="Sails at eleven")
    print(f"     an edit was seen after {1000 * (time.monotonic() - written):.0f} ms")

    # A slip of the pen is named, and what was there stays.
    descriptor.write_text(DESCRIPTOR.format(description="[broken"))
    app.wait_for(role="page tab", name="Problems 1")
    app.wait_for(contains="Sails at eleven")


def sync_by_the_window(stage, program):
    """The command line beside the open window: the workspace is locked, so the window pulls and the command tells."""
    repository = stage.home / "clones" / "night-boat"
    repository.mkdir(parents=True)
    (repository / "catalog-info.yaml").write_text(DESCRIPTOR.format(description="Sails at ten"))
    workspace = f"{stage.home}/workspace"
    app = stage.run(program, str(repository.parent), "--workspace", workspace)
    catalog(app)
    go(stage, app, "night", "component:default/night-boat")
    command = [str(pathlib.Path(program).with_name("callboardctl")), "sync", "--json", "--workspace", workspace]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    expect(done.returncode == 0, f"the sync failed: {done.stderr}")
    report = json.loads(done.stdout)
    expect(report["entities"] == 2 and report["requests"] == 0 and report["bytes"] == 0 and report["seconds"] > 0, f"an odd report: {report}")
    expect(all(feed["ok"] for feed in report["feeds"]) and report["feeds"], f"a feed failed: {report}")


def keyboard_alone(stage, program):
    app = stage.run(program)
    app.wait_for(role="radio button", name="The sample portal")
    # Tab reaches the choice wherever the focus was; arrows and Space are how a choice is made.
    tab_to(stage, app, "The sample portal", keys=("Right", "Tab", "Down", "Right", "Right"), most=60)
    stage.keys("space")
    tab_to(stage, app, "Look what is there")
    stage.keys("space")
    app.wait_for(role="button", name="Open the board")
    tab_to(stage, app, "Open the board")
    stage.keys("space")
    catalog(app)

    # Along a relation, and back the way one came.
    go(stage, app, "ledger api", "component:default/ledger-api")
    relations = f6_to(stage, app, role="tree", contains="Relations")
    down_to(stage, app, "ledger-worker", relations)
    stage.keys("Return")
    page(app, "component:default/ledger-worker")
    stage.keys("alt+Left")
    page(app, "component:default/ledger-api")
    stage.keys("alt+Right")
    page(app, "component:default/ledger-worker")

    go(stage, app, "ledger grpc", "api:default/ledger-grpc")
    stage.keys("ctrl+d")
    # Ctrl+1 goes to the catalog, and from there back to the page: at most twice.
    for _ in range(2):
        stage.keys("ctrl+1")
        if app.wait_until("something to have the keyboard", app.focused).get_role_name() in ("table", "table cell"):
            break
    stage.keys("slash")
    app.wait_until("the filter to have the keyboard", lambda: "Filter" in (app.focused().get_name() or ""))
    everything = app.find(role="table", contains="Catalog").get_child_count()
    stage.type("kind:api ledger")
    app.wait_until("only APIs to be left",
                   lambda: 0 < app.find(role="table", contains="Catalog").get_child_count() < everything)
    stage.keys("Down", "Return")
    app.wait_until("an API page", lambda: app.find(contains="api:default/"))
    seen = set()
    for _ in range(8):
        stage.keys("F6")
        app.wait_until("something to have the keyboard", lambda: app.focused())
        seen.add(app.focused().get_name())
    expect(len(seen) > 2, f"F6 only reaches {seen}")


def folder_by_keyboard(stage, program):
    """The first-run page to a folder of clones, an edit on disk, and a slip of the pen: without a mouse."""
    descriptor = night_boat(stage)
    app = stage.run(program)
    card = "A folder of clones"
    app.wait_for(role="radio button", name=card)
    tab_to(stage, app, card, keys=("Right", "Tab", "Down", "Right", "Right"), most=60)
    stage.keys("space")
    tab_to(stage, app, "Folder")
    stage.keys("ctrl+a")
    stage.type(str(descriptor.parent.parent))
    tab_to(stage, app, "Look what is there")
    stage.keys("space")
    app.wait_for(role="button", name="Open the board")
    tab_to(stage, app, "Open the board")
    stage.keys("space")
    catalog_with(app, "night-boat")
    go(stage, app, "night", "component:default/night-boat")
    app.wait_for(contains="Sails at ten")
    descriptor.write_text(DESCRIPTOR.format(description="Sails at eleven"))
    app.wait_for(contains="Sails at eleven")

    descriptor.write_text(DESCRIPTOR.format(description="[broken"))
    app.wait_for(role="page tab", name="Problems 1")
    app.wait_for(contains="Sails at eleven")


def connect_a_portal(stage, program):
    """The first-run page to a catalog, by keyboard alone: address, how to sign in, try, look."""
    with Portal() as portal:
        app = stage.run(program)
        card = "A portal that is already there"
        app.wait_for(role="radio button", name=card)
        tab_to(stage, app, card, keys=("Right", "Tab", "Up", "Left"))
        stage.keys("space")
        tab_to(stage, app, "Address of the portal")
        stage.type("ftp://portal")
        tab_to(stage, app, "Find out how to sign in")
        app.wait_for(contains="must begin with https://")
        tab_to(stage, app, "Address of the portal", keys=("shift+Tab",))
        stage.keys("ctrl+a")
        stage.type(portal.url)
        tab_to(stage, app, "Find out how to sign in")
        stage.keys("space")
        app.wait_for(role="radio button", contains="guest")
        app.wait_for(contains="offers programs no sign-in of its own")
        tab_to(stage, app, "Try the connection")
        stage.keys("space")
        app.wait_for(contains="You are user:default/guest")
        picture(stage, "connection-form-found")
        tab_to(stage, app, "Look what is there")
        stage.keys("space")
        app.wait_for(contains="3 entities")
        tab_to(stage, app, "Open the board")
        stage.keys("space")
        app.wait_until("three rows in the catalog", lambda: (table := app.find(role="table", contains="Catalog")) and
                       app.find(contains="tide-forecast", within=table))
        go(stage, app, "tides", "api:default/tides")
        expect(any("cursor=" in path for path in portal.server.asked), "the second page was never asked for")


def a_star_without_a_network(stage, program):
    """Connected, looked around, the network gone, the program started anew: all is there, and what changed before; a star is set and
    waits; the network comes back, and the star is at the portal."""
    with Portal() as portal:
        app = stage.run(program)
        connect(stage, app, portal)
        go(stage, app, "tides", "api:default/tides")
        portal.describe("tides", "Heights by the hour")
        stage.keys("F5")
        app.wait_for(contains="Heights by the hour")
        portal.end()
        app.quit()

        app = stage.run(program)
        catalog_with(app, "tide-forecast")
        go(stage, app, "tides", "api:default/tides")
        app.click(app.wait_for(role="page tab", name="Changes 1"))
        difference = app.wait_until("the difference", lambda: (node := app.find(name="What changed, in one text") or app.find(contains="After:"))
                                    and "Heights by the hour" in app.text(node) and node)
        expect("definition" not in app.text(difference).split("Heights")[0], "what did not change is shown as changed")
        picture(stage, "diff-without-a-network")
        go(stage, app, "tide fore", "component:default/tide-forecast")
        stage.keys("ctrl+d")
        app.wait_for(name="Remove the star")
        app.wait_until("one change to send", lambda: (node := app.find(contains="to send")) and node.get_name().startswith("1 "))
        picture(stage, "star-waiting")
        app.quit()

        # What waits is there after a second start, too.
        app = stage.run(program)
        catalog_with(app, "tide-forecast")
        app.wait_until("one change to send", lambda: (node := app.find(contains="to send")) and node.get_name().startswith("1 "))
        portal.begin()
        stage.keys("F5")
        app.wait_until("the star to be at the portal", lambda: portal.server.stars == ["component:default/tide-forecast"])
        app.wait_until("nothing to wait any more", lambda: not app.find(contains="to send"))
        # And back: taken away there, it goes here.
        portal.server.stars = []
        go(stage, app, "tide fore", "component:default/tide-forecast")
        stage.keys("F5")
        app.wait_for(name="Star")


def register_a_descriptor(stage, program):
    """What may not be done says why; what would be registered is seen first, and can be undone."""
    with Portal() as portal:
        portal.server.denied = {"catalog.location.delete"}
        app = stage.run(program)
        connect(stage, app, portal)
        go(stage, app, "tides", "api:default/tides")
        stage.keys("alt+n")
        app.wait_until("the reason", lambda: app.find(contains="does not allow user:default/guest"))
        picture(stage, "action-not-allowed")
        stage.keys("Escape", "Escape")
        stage.keys("ctrl+shift+p")
        app.wait_until("the palette", lambda: (app.focused().get_name() or "") == "Go to anything")
        stage.type("register a desc")
        app.wait_until("the command", lambda: app.find(role="list item", contains="Register a descriptor"))
        stage.keys("Return")
        tab_to(stage, app, "Address of the descriptor")
        stage.type("https://git.example/night-boat/catalog-info.yaml")
        stage.keys("Return")
        app.wait_for(contains="night-boat")
        app.wait_for(contains="there already")
        expect("night-boat" not in str(ENTITIES), "it was done, not looked at")
        picture(stage, "register-dry-run")
        app.wait_for(role="button", name="Register a descriptor")
        stage.keys("Return")
        app.wait_for(role="button", name="Undo")
        catalog_with(app, "night-boat")
        picture(stage, "register-done")
        app.click(app.find(role="button", name="Undo"))
        app.wait_until("it to be gone", lambda: not app.find(contains="night-boat", within=app.find(role="table", contains="Catalog")))


def connect(stage, app, portal):
    """The first-run page, by keyboard: a portal and its guests."""
    card = "A portal that is already there"
    app.wait_for(role="radio button", name=card)
    tab_to(stage, app, card, keys=("Right", "Tab", "Up", "Left"))
    stage.keys("space")
    tab_to(stage, app, "Address of the portal")
    stage.type(portal.url)
    tab_to(stage, app, "Find out how to sign in")
    stage.keys("space")
    app.wait_for(role="radio button", contains="guest")
    tab_to(stage, app, "Look what is there")
    stage.keys("space")
    app.wait_for(contains="3 entities")
    tab_to(stage, app, "Open the board")
    stage.keys("space")
    catalog_with(app, "tide-forecast")


def catalog_with(app, name):
    app.wait_until(f"{name} in the catalog", lambda: (table := app.find(role="table", contains="Catalog")) and
                   app.find(contains=name, within=table), 60)


def map_by_keyboard(stage, program):
    app = stage.run(program)
    open_sample(stage, app)
    go(stage, app, "ledger api", "component:default/ledger-api")
    stage.keys("ctrl+shift+m")
    canvas = app.wait_for(role="list", name="Map of relations")

    def here():
        """The node of the map that the keyboard is on, as a screen reader is told."""
        nodes = [node for node, _ in app.walk(canvas) if node.get_role_name() == "list item"]
        return next((node for node in nodes if app.has_keyboard(node)), None)

    app.wait_until("the keyboard to be on the focus", lambda: here() and here().get_name() == "ledger-api")
    expect("depends on" in (here().get_description() or ""), "a node does not say how it is related")
    stage.keys("Right")
    app.wait_until("the keyboard to be on another entity", lambda: here() and here().get_name() != "ledger-api")
    chosen = here().get_name()
    picture(stage, "map")
    stage.keys("Return")
    app.wait_until(f"the map of {chosen}", lambda: app.find(role="label", name=chosen))
    app.wait_until(f"the keyboard to be on {chosen}", lambda: here() and here().get_name() == chosen)
    # The window is too narrow for the table beside the drawing: the pane Relations is that table, and says the same.
    relations = f6_to(stage, app, role="tree", contains="Relations")
    expect(app.find(contains="ledger-api", within=relations), f"what {chosen} is related to is not in the table")


def picture(stage, name):
    """Kept where somebody asked for pictures."""
    if folder := os.environ.get("CALLBOARD_JOURNEY_PICTURES"):
        stage.picture(pathlib.Path(folder) / f"{name}.png")


def tab_to(stage, app, name, keys=("Tab",), most=40):
    for i in range(most):
        focused = app.focused()
        if focused and focused.get_name() == name:
            return
        stage.keys(keys[i % len(keys)])
    raise JourneyFailed(f"the keyboard does not reach {name!r}")


def f6_to(stage, app, role, contains, most=8):
    """Goes from pane to pane until the keyboard is in the one asked for, which this is."""
    for _ in range(most):
        stage.keys("F6")
        found = app.find(role=role, contains=contains)
        if found and any(app.has_keyboard(node) for node, _ in app.walk(found)):
            return found
    raise JourneyFailed(f"F6 does not reach the {role} {contains!r}")


def down_to(stage, app, name, within, most=40):
    """From its first row down to the one with this name, each step as a screen reader is told of it."""
    def here():
        return next((node.get_name() or "" for node, _ in app.walk(within) if node.get_role_name() != within.get_role_name() and
                     app.has_keyboard(node)), "")
    stage.keys("Home")
    for _ in range(most):
        now = app.wait_until(f"a row of {within.get_name()!r} to have the keyboard", here)
        if name in now:
            return
        stage.keys("Down")
        app.wait_until(f"the keyboard to leave {now!r}", lambda: here() != now)
    raise JourneyFailed(f"the keyboard does not reach {name!r}")


JOURNEYS = [first_run_to_relation_and_back, folder_of_real_repositories, edit_on_disk_is_seen, sync_by_the_window, keyboard_alone, folder_by_keyboard, connect_a_portal,
            a_star_without_a_network, register_a_descriptor, map_by_keyboard]

if __name__ == "__main__":
    sys.exit(play(JOURNEYS))
