#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Callboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""reading.py PROGRAM [NAME]: documentation and API definitions in the real window, by keyboard alone, checked as a screen reader would."""
import subprocess
import sys

from journeys import catalog, catalog_with, expect, go, picture, tab_to
from stage import JourneyFailed, play, wait

ROWS = ("list item", "tree item", "table cell")

API = """apiVersion: backstage.io/v1alpha1
kind: API
metadata:
  name: {name}
  description: Money on its way back
spec:
  type: openapi
  lifecycle: production
  owner: group:default/crew
  definition: |
    openapi: 3.0.3
    info: {{title: Refunds, version: "{version}"}}
    servers: [{{url: https://refunds.example/v1}}]
    paths:
{paths}
    components:
      schemas:
        Refund:
          type: object
          required: [amount]
          properties:
            amount: {{type: integer, example: 1250}}
            reason: {{type: string}}
"""

POST = """      /refunds:
        post:
          summary: Give money back
          {parameters}requestBody:
            required: true
            content: {{application/json: {{schema: {{$ref: "#/components/schemas/Refund"}}}}}}
          responses: {{"201": {{description: Made, content: {{application/json: {{schema: {{$ref: "#/components/schemas/Refund"}}}}}}}}}}"""

GET = """      /refunds/{id}:
        get:
          summary: How far it is
          parameters: [{name: id, in: path, required: true, schema: {type: string}}]
          responses: {"200": {description: Found}}"""

REQUIRED = """parameters: [{name: X-Till, in: header, required: true, schema: {type: string}}]
          """


def on(app, name):
    """Whether the keyboard is on something that is called so."""
    node = app.focused()
    return node and (node.get_name() or "").startswith(name)


def current(app, view):
    """The row of a list or tree that the keyboard is on."""
    rows = [node for node, _ in app.walk(view) if node != view and node.get_role_name() in ROWS]
    return next((row for row in rows if app.has_keyboard(row)), None) or next((row for row in rows if is_selected(row)), None)


def walk_to(stage, app, view, name, key="Down", most=40):
    """Along the rows to one that begins with `name`."""
    for _ in range(most):
        row = app.wait_until("a row to have the keyboard", lambda: current(app, view))
        before = row.get_name() or ""
        if before.startswith(name):
            return row
        stage.keys(key)
        app.wait_until(f"{key} to lead on from {before!r}", lambda: (now := current(app, view)) and now != row)
    raise JourneyFailed(f"{key} does not lead to {name!r}")


def tab_along(stage, app, view, name, key="Tab", most=40):
    """By Tab to what is called so within a page or dialog. Looks at that alone: where the keyboard is else takes long to find."""
    wanted = app.wait_until(f"{name!r} to be there", lambda: app.find(name=name, within=view))
    for _ in range(most):
        if app.has_keyboard(wanted):
            return
        stage.keys(key)
        try:
            wait(name, lambda: app.has_keyboard(wanted), 0.4)
        except JourneyFailed:
            pass  # It is further on.
    raise JourneyFailed(f"{key} does not lead to {name!r}")


def dialog(app, title):
    """A dialog by the beginning of its title."""
    return app.wait_until(f"the dialog {title!r}", lambda: next((node for node, depth in app.walk() if depth == 1 and (node.get_name() or "").startswith(title)), None))


def palette(stage, app, text, hit):
    """Types into the palette, waits until the hit is there, and takes it."""
    stage.keys("ctrl+k")
    app.wait_until("the palette to have the keyboard", lambda: (app.focused().get_name() or "") == "Go to anything")
    stage.type(text)
    results = app.wait_for(role="list", name="Results")
    for _ in range(20):
        chosen = app.wait_until(f"{hit!r} among the results", lambda: app.find(role="list item", contains=hit, within=results) and current(app, results))
        if hit in (chosen.get_name() or ""):
            break
        stage.keys("Down")
        app.wait_until("another row to be chosen", lambda: (now := current(app, results)) and now.get_name() != chosen.get_name())
    else:
        raise JourneyFailed(f"the arrows do not reach {hit!r}")
    stage.keys("Return")


def is_selected(node):
    from gi.repository import Atspi
    return node.get_state_set().contains(Atspi.StateType.SELECTED)


def sample_by_keyboard(stage, app):
    app.wait_for(role="radio button", name="The sample portal")
    tab_to(stage, app, "The sample portal", keys=("Right", "Tab", "Down", "Right", "Right"), most=60)
    stage.keys("space")
    tab_to(stage, app, "Look what is there")
    stage.keys("space")
    app.wait_for(role="button", name="Open the board")
    tab_to(stage, app, "Open the board")
    stage.keys("space")
    catalog(app)


def docs_by_keyboard(stage, program):
    app = stage.run(program)
    sample_by_keyboard(stage, app)
    # Home: the sites, then one of them, then its pages.
    stage.keys("ctrl+2")
    sites = app.wait_for(role="tree", name="Documentation")
    app.wait_until("the sites to have the keyboard", lambda: current(app, sites) or stage.keys("Down"))
    walk_to(stage, app, sites, "ledger-api")
    stage.keys("Right")
    app.wait_until("the pages of the site", lambda: app.find(contains="Runbooks", within=sites))
    walk_to(stage, app, sites, "Overview")
    stage.keys("Return")
    app.wait_until("the front page", lambda: app.window_title().startswith("Overview"))
    article = app.wait_for(role="document frame", name="Article")
    app.wait_until("its text", lambda: "The ledger records every movement of money" in app.text(article))

    # Find in the page, and leave the search.
    stage.keys("ctrl+f")
    app.wait_until("the search to have the keyboard", lambda: on(app, "Find in this page"))
    stage.type("harbour")
    app.wait_until("how often it is there", lambda: app.find(role="label", contains="1 of "))
    stage.keys("Return")
    app.wait_until("the next place", lambda: app.find(role="label", contains="2 of "))
    picture(stage, "docs-find")
    stage.keys("Escape")

    # A link by Tab and Enter, and back.
    tab_along(stage, app, article, "Idempotency")
    stage.keys("Return")
    app.wait_until("the page that is linked", lambda: app.window_title().startswith("Idempotency"))
    stage.keys("alt+Left")
    app.wait_until("the page before", lambda: app.window_title().startswith("Overview"))

    # Search everywhere, to a heading in the middle of a page.
    palette(stage, app, "d rehearse", "Replay a day › 1. Rehearse")
    app.wait_until("the page that was found", lambda: app.window_title().startswith("Replay a day"))
    stage.keys("ctrl+l") # In a narrow window it is put away.
    outline = app.wait_for(role="list", name="On this page")
    app.wait_until("the heading to be the one that is read", lambda: (row := current(app, outline)) and row.get_name() == "1. Rehearse")
    picture(stage, "docs-heading")

    # What is wrong with it is kept with the page.
    palette(stage, app, ">report what is wrong", "Report what is wrong with the page")
    app.wait_until("the keyboard to be in the report", lambda: on(app, "What is wrong"))
    stage.type("A busy Saturday takes twelve minutes.")
    tab_along(stage, app, dialog(app, "What is wrong with"), "Keep")
    stage.keys("Return")
    app.wait_for(contains="1 report waits for an answer")
    app.wait_for(contains="A busy Saturday takes twelve min")

    # Watched, and it says so; asked again, no more.
    palette(stage, app, ">watch this page", "Watch this page")
    app.wait_for(contains="You watch this page")
    picture(stage, "docs-watched")
    palette(stage, app, ">watch this page", "Watch this page")
    app.wait_until("it to be watched no more", lambda: not app.find(contains="You watch this page"))


def api_by_keyboard(stage, program):
    repository = stage.home / "clones" / "refunds"
    repository.mkdir(parents=True)
    subprocess.run(["git", "init", "-q", str(repository)], check=True)
    descriptor = repository / "catalog-info.yaml"

    def write(version, *paths):
        descriptor.write_text(API.format(name="refunds", version=version, paths="\n".join(paths)))

    write("1.0.0", POST.format(parameters=""), GET)
    app = stage.run(program, str(repository.parent))
    catalog_with(app, "refunds")

    # Who has it: the operation, in the pane of its API.
    palette(stage, app, "a POST /refunds", "POST /refunds")
    operations = app.wait_for(role="tree", name="Operations, types and messages")
    app.wait_until("the operation to be chosen", lambda: (row := current(app, operations)) and "POST /refunds" in row.get_name())
    picture(stage, "api-operation")

    # Its parts, and from there to the schema.
    for _ in range(12):
        if any(app.has_keyboard(node) for node, _ in app.walk(operations)):
            break
        stage.keys("F6")
    else:
        raise JourneyFailed("F6 does not reach the operations")
    stage.keys("Return")
    parts = app.wait_for(role="tree", name="What it takes and gives")
    app.wait_until("its parts to have the keyboard", lambda: any(app.has_keyboard(node) for node, _ in app.walk(parts)))
    walk_to(stage, app, parts, "Refund")
    stage.keys("Return")
    app.wait_until("the schema to be chosen", lambda: (row := current(app, operations)) and row.get_name() == "Type Refund")
    app.wait_until("what is in it", lambda: app.find(contains="reason", within=parts))

    # The next version takes something away and asks for more: both break whoever uses it.
    write("2.0.0", POST.format(parameters=REQUIRED))
    app.wait_for(role="page tab", contains="Changes 1")
    palette(stage, app, ">compare the api", "Compare the API with an earlier version")
    changes = app.wait_for(role="tree", name="Changes in the definition")
    app.wait_until("that an operation is gone", lambda: app.find(contains="GET /refunds/{id}", within=changes))
    app.wait_until("that one breaks", lambda: app.find(contains="breaking", within=changes))
    app.wait_for(contains="new required parameter header X-Till")
    picture(stage, "api-changes")

    # Try it: nothing is sent; what would be is shown, and copied.
    palette(stage, app, "a POST /refunds", "POST /refunds")
    palette(stage, app, ">try this operation", "Try this operation")
    box = dialog(app, "Try POST /refunds")
    sent = app.find(name="What is sent", within=box)
    app.wait_until("what would be sent", lambda: "POST https://refunds.example/v1/refunds" in app.text(sent))
    tab_along(stage, app, box, "X-Till")
    stage.type("harbour-3")
    app.wait_until("the header to be in it", lambda: "X-Till: harbour-3" in app.text(sent))
    picture(stage, "api-try-it")
    tab_along(stage, app, box, "Copy as curl")
    stage.keys("space")
    stage.keys("Escape")
    stage.keys("ctrl+k")
    app.wait_until("the palette to have the keyboard", lambda: (app.focused().get_name() or "") == "Go to anything")
    stage.keys("ctrl+v")
    app.wait_until("the command for a shell", lambda: "curl" in (text := app.text(app.focused())) and "'X-Till: harbour-3'" in text and "1250" in text)
    expect("Authorization" not in app.text(app.focused()), "a credential is in the command")


JOURNEYS = [docs_by_keyboard, api_by_keyboard]

if __name__ == "__main__":
    sys.exit(play(JOURNEYS))
