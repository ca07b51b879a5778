# SPDX-FileCopyrightText: 2026 The Callboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A Gitea on a loopback port, as small as a journey needs: one repository, whose runs the journey writes as it goes on, a pull request
that asks for a review, and who may ask. Answers have the shape of swagger.v1.json of 1.25; nobody without the token gets one."""
import datetime
import http.server
import pathlib
import shutil
import socket
import subprocess
import sys
import threading
import urllib.parse

import portal
from stage import JourneyFailed, wait

TOKEN = "0123456789abcdef0123456789abcdef01234567"
PROJECT = "quay/tide-forecast"
LOGIN = "guest"


def text_of(time):
    return time.astimezone(datetime.timezone.utc).isoformat(timespec="seconds").replace("+00:00", "Z")


class Answers(portal.Answers):
    def do_GET(self):
        url = urllib.parse.urlsplit(self.path)
        forge = self.server.forge
        forge.asked.append(self.path)
        if self.headers.get("Authorization") != f"token {TOKEN}":
            return self.answer(401, {"message": "token is required"})
        route = url.path.removeprefix("/api/v1")
        if route.startswith(f"/repos/{PROJECT}"):
            return self.of_repository(route.removeprefix(f"/repos/{PROJECT}"))
        if route == "/repos/issues/search":
            asked = "review_requested" in url.query
            return self.answer(200, [self.pull()] if asked and forge.asks_for_review else [])
        found = {"/user": {"id": 1, "login": LOGIN}, "/version": {"version": "1.25.1"}, "/notifications": [],
                 "/repos/search": {"ok": True, "data": [self.repository()]}}.get(route)
        return self.answer(200, found) if found is not None else self.answer(404, {"message": "Not found."})

    def of_repository(self, rest):
        forge = self.server.forge
        if rest == "":
            return self.answer(200, self.repository())
        if rest == "/actions/runs":
            forge.open.wait(60)
            runs = sorted(forge.runs.values(), key=lambda run: -run["id"])
            return self.answer(200, {"total_count": len(runs), "workflow_runs": runs})
        if rest == "/pulls/6":
            return self.answer(200, {**self.pull(), "requested_reviewers": [{"login": LOGIN}], "mergeable": True, "base": {"ref": "main", "repo_id": 1},
                                     "head": {"ref": "springs", "sha": "", "repo_id": 1}})
        number = rest.removeprefix("/actions/runs/").split("/")[0]
        if number.isdigit() and int(number) in forge.runs:
            run = forge.runs[int(number)]
            return self.answer(200, {"total_count": 0, "jobs": []} if rest.endswith("/jobs") else run)
        return self.answer(200, []) if rest == "/pulls/6/reviews" else self.answer(404, {"message": "Not found."})

    def do_POST(self):
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if self.headers.get("Authorization") != f"token {TOKEN}":
            return self.answer(401, {"message": "token is required"})
        forge = self.server.forge
        begin = f"/api/v1/repos/{PROJECT}/actions/runs/"
        number, _, verb = self.path.removeprefix(begin).partition("/")
        if not self.path.startswith(begin) or not number.isdigit() or int(number) not in forge.runs:
            return self.answer(404, {"message": "Not found."})
        if verb == "rerun" and forge.runs[int(number)]["status"] != "completed":
            return self.answer(400, {"message": "this workflow run is not done"})
        forge.orders.append((verb, int(number)))
        forge.run(int(number), "in_progress")
        return self.answer(201, {})

    @staticmethod
    def repository():
        return {"id": 1, "full_name": PROJECT, "default_branch": "main", "updated_at": text_of(datetime.datetime.now(datetime.timezone.utc))}

    def pull(self):
        return {"id": 6, "number": 6, "title": "Mind the spring tides", "state": "open", "user": {"login": "nora"}, "labels": [], "comments": 0,
                "repository": {"full_name": PROJECT}, "pull_request": {"merged": False}, "created_at": "2026-01-05T08:00:00Z",
                "updated_at": "2026-01-05T08:00:00Z", "html_url": f"{self.server.forge.url}/{PROJECT}/pulls/6"}


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def get_request(self):
        connection, address = super().get_request()
        self.connections.append(connection)
        return connection, address


class Forge:
    """A context manager; `url` is where it is. `orders`: what it was told to do, as ("rerun", 3)."""

    def __init__(self):
        self.runs = {}
        self.asked = []
        self.orders = []
        self.asks_for_review = False
        self.open = threading.Event()  # While it is not set, whoever asks for runs waits.
        self.open.set()
        # A host is asked again at once where something has not ended; a run that nobody takes up says nothing by itself.
        self.run(1, "queued", branch="later")

    def __enter__(self):
        self.server = Server(("127.0.0.1", 0), Answers)
        self.server.connections = []
        self.server.forge = self
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.open.set()
        if self.server:
            self.end()

    def run(self, number, status, conclusion="", branch="main", **more):
        """Writes how a run stands: "queued", "in_progress", or "completed" with "success" or "failure"."""
        now = text_of(datetime.datetime.now(datetime.timezone.utc))
        before = self.runs.get(number, {"created_at": now, "run_attempt": 0, "head_branch": branch})
        never = "1970-01-01T00:00:00Z"
        is_new = status != "completed" or number not in self.runs
        self.runs[number] = {
            "id": number, "run_number": number, "display_title": f"Turn {number}", "path": f"ci.yaml@refs/heads/{before['head_branch']}", "event": "push",
            "run_attempt": before["run_attempt"] + is_new, "head_sha": f"{number:040x}", "head_branch": before["head_branch"], "status": status,
            "conclusion": conclusion, "created_at": before["created_at"], "started_at": never if status == "queued" else now, "completed_at": now if status == "completed" else never,
            "html_url": f"http://forge.example/{PROJECT}/actions/runs/{number}", "trigger_actor": {"login": "nora"}, **more}

    def end(self):
        """Goes away, with all connections that were open to it."""
        self.server.shutdown()
        self.server.server_close()
        for connection in self.server.connections:
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass  # It has gone before.
        self.server = None


def unlock_keychain(stage):
    """A Secret Service whose login collection is open, as after a login: what was signed in to once is at hand at a start without a window."""
    if not shutil.which("gnome-keyring-daemon"):
        print("SKIPPED: needs gnome-keyring-daemon", file=sys.stderr)
        sys.exit(77)
    from tray import bus, give_folders_to_the_bus
    from gi.repository import GLib
    give_folders_to_the_bus()
    keyring = stage._spawn(["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"], stdin=subprocess.PIPE)
    keyring.stdin.write(b"of this journey")  # No newline: it would be part of it.
    keyring.stdin.close()
    wait("the keychain", lambda: bus("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "NameHasOwner",
                                     GLib.Variant("(s)", ("org.freedesktop.secrets",)))[0])


def connect(stage, program, portal_, forge):
    """A workspace with both of them, in which a service is the guest's and its builds are at the forge; the arguments to open it with."""
    service, crew = (next(one for one in portal.ENTITIES if one["metadata"]["name"] == name) for name in ("tide-forecast", "crew"))
    service["metadata"]["annotations"]["gitea.io/project-slug"] = PROJECT
    crew["relations"].append({"type": "hasMember", "targetRef": "user:default/guest"})
    portal.ENTITIES.append(portal.entity("User", "guest", {"memberOf": ["crew"]}, [("memberOf", "group:default/crew")]))
    unlock_keychain(stage)
    workspace = ["--workspace", f"{stage.home}/workspace"]
    command = str(pathlib.Path(program).with_name("callboardctl"))
    for words, token in ((["backstage", portal_.url, "--sign-in", "guest"], ""), (["gitea", forge.url, "--token-stdin"], TOKEN)):
        done = subprocess.run([command, "connect", *words, *workspace], input=token, capture_output=True, text=True, timeout=60)
        if done.returncode != 0:
            raise JourneyFailed(f"{words[0]} was not connected: {done.stdout}{done.stderr}")
    return workspace
