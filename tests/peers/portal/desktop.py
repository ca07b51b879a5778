#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Callboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""desktop.py PROGRAM [NAME]: from a POST to a real Backstage backend to the notification on a real desktop (xfce4-notifyd), over the
signals' WebSocket, measured. Run by ./run, which says where the backend is installed."""
import json
import os
import pathlib
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "journeys"))
from journeys import catalog_with, page  # noqa: E402
from notices import Notifications  # noqa: E402
from stage import JourneyFailed, play, wait  # noqa: E402
from tray import expect, keep  # noqa: E402

TOKEN = "loopback-static-token-0123456789abcdef"  # As config.js has it.
SLOWEST = 2.0  # Seconds, where the server pushes; of the least of several, as the machine may be busy.


class Backend:
    """A real one on a port of its own."""

    def __init__(self, state):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url = f"http://localhost:{self.port}"
        config = pathlib.Path(state) / "app-config.json"
        config.write_bytes(subprocess.run(["node", HERE / "config.js", str(self.port), state, "user:default/guest", "1", "true"],
                                          check=True, capture_output=True).stdout)
        self.log = pathlib.Path(state) / "log"
        self.process = subprocess.Popen(["node", HERE / "backend.js", "--config", config], cwd=os.environ["PEER_MODULES"],
                                        env={**os.environ, "NODE_ENV": "production"}, stdout=open(self.log, "wb"), stderr=subprocess.STDOUT)

    def __enter__(self):
        wait("the backend", lambda: self.process.poll() is not None or self.ask("GET", "/.backstage/health/v1/readiness") == 200, 120)
        expect(self.process.poll() is None, f"the backend ended: {self.log.read_text()[-1000:]}")
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()

    def ask(self, method, route, body=None):
        request = urllib.request.Request(self.url + route, method=method, data=json.dumps(body).encode() if body else None,
                                         headers={"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/json"})
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                return answer.status
        except urllib.error.HTTPError as error:
            return error.code

    def tell(self, title):
        status = self.ask("POST", "/api/notifications/notifications", {
            "recipients": {"type": "entity", "entityRef": "user:default/guest"},
            "payload": {"title": title, "severity": "critical", "link": "/catalog/default/component/night-boat"}})
        expect(status == 200, f"the backend answered {status}")


def notice_from_a_post(stage, program):
    desktop = Notifications(stage)
    with tempfile.TemporaryDirectory() as state, Backend(state) as backend:
        boat = {"apiVersion": "backstage.io/v1alpha1", "kind": "Component",
                "metadata": {"name": "night-boat", "annotations": {"backstage.io/managed-by-location": "url:http://localhost/peer",
                                                                   "backstage.io/managed-by-origin-location": "url:http://localhost/peer"}},
                "spec": {"type": "service", "lifecycle": "production", "owner": "user:default/guest"}}
        expect(backend.ask("POST", "/api/peer/entities", {"set": [boat]}) == 204, "the entity was refused")
        wait("the backend to have processed it", lambda: backend.ask("GET", "/api/catalog/entities/by-name/component/default/night-boat") == 200, 60)
        workspace = str(stage.home / "portal") + "/"
        done = subprocess.run([pathlib.Path(program).parent / "callboardctl", "connect", "backstage", backend.url, "--sign-in", "guest",
                               "--workspace", workspace], capture_output=True, text=True, timeout=120,
                              env={**os.environ, "CALLBOARD_KEYCHAIN": "none"})
        expect(done.returncode == 0, f"not connected: {done.stdout}{done.stderr}")
        app = stage.run(program, "--workspace", workspace)
        catalog_with(app, "night-boat")
        # The first upgrade after a backend's start is never answered; by the first notice the socket is there. What a portal brings
        # first is in the inbox, and not announced.
        backend.tell("Low water")
        app.wait_until("the first notice", lambda: app.find(role="page tab", name="Inbox 1"), 90)
        took = []
        for title in ("The pier is closed", "The pier is open", "The lamp is lit"):
            before = desktop.count()
            begun = time.monotonic()
            backend.tell(title)
            wait("the desktop to be told", lambda: desktop.count() > before, 60)
            took.append(time.monotonic() - begun)
        print("     from the POST to the desktop: " + ", ".join(f"{1000 * one:.0f} ms" for one in took))
        keep(stage, "notice-from-a-post")
        wait("the notifications", desktop.windows)
        if min(took) > SLOWEST:
            raise JourneyFailed(f"a push took {min(took):.1f} s to the desktop")
        desktop.app.click(desktop.app.wait_until("its button", lambda: desktop.app.find(role="push button", name="Open")
                                                 or desktop.app.find(role="button", name="Open")))
        page(app, "component:default/night-boat")


JOURNEYS = [notice_from_a_post]

if __name__ == "__main__":
    sys.exit(play(JOURNEYS))
