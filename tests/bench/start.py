#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Callboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Times the whole programs on made-up catalogs and says what memory they take; one JSON line each.

    packaging/shell tests/bench/start.py [--sizes 10000,100000] [--rounds 9] [--descriptors COUNT] [--folder DIR] [--portal ENTITIES] [--hidden [SECONDS]]

Figures of the window come from `callboard --time-startup`, which opens a workspace offline, waits for the painted
catalog, and uses palette, filter, pages and facets as a person would. `--descriptors` writes that many files with a component each, and
says how long their catalog takes from the disk into a new workspace (a real backend takes 166 s for 10,000). `--folder` reads a folder of descriptors into a new workspace with the
window open, and says how much memory that took at most; `--portal` lets a portal grow from ten entities to that many, and then walks
the whole of it again. `--hidden` starts the program into a tray of its own (Xvfb, trayer), waits until it rests, and then watches for ten
minutes (or that many seconds) what memory it takes and how much of a core. What has a budget says whether it was met.
Without a display the pictures are painted, not shown.
"""
import argparse
import contextlib
import json
import os
import pathlib
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

BUILD = pathlib.Path(__file__).resolve().parents[2] / "build" / "release"
# For 100,000 entities; of a start into the tray for 10,000.
BUDGETS = {
    "window": {"catalogFrameMs": 350, "pssMb": 120, "paletteKeyP95Ms": 8, "filterKeyP95Ms": 8, "entityPageP95Ms": 16},
    "ingest": {"catalogSeconds": 2},
    "sync": {"peakPssMb": 200},
    "hidden": {"pssMb": 80, "cpuMsPerSecond": 5},  # 0.5 % of a core.
    "command": {"wallMs": 30},
}


def programs(name):
    return str(BUILD / "bin" / name)


def run(command):
    """Wall and processor milliseconds of a command, and what it wrote."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.monotonic()
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    wall = (time.monotonic() - began) * 1000
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    work = (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000
    return wall, work, done.stdout


def at(values, part):
    values = sorted(values)
    return round(values[min(len(values) - 1, int(part * len(values)))], 1)


def line(operation, entities, figures, budgets):
    answer = {"operation": operation, "entities": entities}
    for name, values in figures.items():
        answer |= {name: {"least": at(values, 0), "p50": at(values, 0.5), "p95": at(values, 0.95)}}
        if name in budgets:
            answer[name]["budget"] = budgets[name]
            answer[name]["met"] = answer[name]["p50"] <= budgets[name]
            # By the processor's time, where there is one: what others on the machine do is not in it.
            work = figures.get(name.removesuffix("Ms") + "WorkMs")
            if work and name.endswith("Ms"):
                answer[name]["metByWork"] = at(work, 0.5) <= budgets[name]
    print(json.dumps(answer), flush=True)


def time_window(workspace, entities, rounds):
    figures = {}
    command = [programs("callboard"), "--workspace", workspace, "--time-startup", "--size", "1920x1080"]
    run(command)  # Warms the file cache.
    for _ in range(rounds):
        for name, value in json.loads(run(command)[2]).items():
            if name.endswith(("Ms", "Mb")):
                figures.setdefault(name, []).append(value)
    line("window: start to painted catalog, and its use", entities, figures, BUDGETS["window"])


def time_commands(workspace, entities, rounds):
    for words in (["--version"], ["query", "--limit", "1", "kind:api"], ["query", "ledger audit"],
                  ["show", "component:default/none"]):
        figures = {"wallMs": [], "wallWorkMs": []}
        command = [programs("callboardctl"), *words]
        if words[0] != "--version":
            command += ["--workspace", workspace]
        for _ in range(rounds):
            wall, work, _ = run(command)
            figures["wallMs"].append(wall)
            figures["wallWorkMs"].append(work)
        # That of starting: the others read a whole catalog.
        line("callboardctl " + " ".join(words), entities, figures, BUDGETS["command"] if words[0] == "--version" else {})


def pss(pid):
    """Megabytes; 0 when the process has gone."""
    try:
        with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as rollup:
            return next(int(entry.split()[1]) / 1024 for entry in rollup if entry.startswith("Pss:"))
    except (OSError, StopIteration):
        return 0


def ticks(pid):
    with open(f"/proc/{pid}/stat", encoding="ascii") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return int(fields[11]) + int(fields[12])


def until_quiet(process):
    """The most memory of a program and the last, in megabytes, until it has been quiet for five seconds (memory goes back after two); and the seconds until then."""
    most = last = 0
    quiet_since = began = time.monotonic()
    spent = -1
    while process.poll() is None and time.monotonic() - quiet_since < 5:
        last = pss(process.pid)
        most = max(most, last)
        now = ticks(process.pid)
        if now - spent > 2:
            quiet_since = time.monotonic()
        spent = now
        time.sleep(0.05)
    return most, last, quiet_since - began


def watch(command):
    window = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    most, last, seconds = until_quiet(window)
    window.terminate()
    window.wait()
    return {"peakPssMb": [most], "restingPssMb": [last], "secondsToRest": [seconds]}


DESCRIPTOR = """apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: berth-{n}
  description: Keeps the tides and fares of berth {n}, and tells the signal boxes when a manifest changes
  tags: [tides, fares-{tag}]
  annotations:
    example.org/project-slug: quay/berth-{n}
  links:
    - url: https://dash.example.org/{n}
      title: Dashboard
spec:
  type: service
  lifecycle: production
  owner: team-{team}
  system: system-{system}
  dependsOn: [component:default/berth-{next}]
"""


def write_descriptors(folder, count):
    for n in range(count):
        repository = pathlib.Path(folder) / f"group-{n % 100}" / f"berth-{n}"
        repository.mkdir(parents=True)
        text = DESCRIPTOR.format(n=n, tag=n % 7, team=n % 97, system=n % 50, next=(n + 1) % count)
        (repository / "catalog-info.yaml").write_text(text, encoding="utf-8")


def time_ingest(count, rounds):
    figures = {"catalogSeconds": [], "wholeSeconds": []}
    with tempfile.TemporaryDirectory() as folder:
        write_descriptors(folder, count)
        for _ in range(rounds):
            with tempfile.TemporaryDirectory() as workspace:
                told = json.loads(run([programs("callboardctl"), "connect", "folder", folder, "--workspace", workspace, "--json"])[2])
            if told["entities"] != count:
                raise SystemExit(f"{told['entities']} of {count} entities were taken in")
            figures["catalogSeconds"].append(next(feed["seconds"] for feed in told["feeds"] if feed["feed"] == "catalog"))
            figures["wholeSeconds"].append(told["seconds"])  # With the search for docs and clones.
    line("descriptors from disk into a new workspace", count, figures, BUDGETS["ingest"] if count <= 10000 else {})


def watch_folder(folder):
    with tempfile.TemporaryDirectory() as workspace:
        figures = watch([programs("callboard"), "--workspace", workspace, folder])
        with contextlib.closing(sqlite3.connect(pathlib.Path(workspace) / "mirror.sqlite")) as mirror:
            entities = mirror.execute("SELECT count(*) FROM entities").fetchone()[0]
    line("window: a folder read into a new workspace", entities, figures, BUDGETS["sync"])


@contextlib.contextmanager
def portal(entities, port=7178):
    """A portal with that many entities; its address."""
    serve = pathlib.Path(__file__).resolve().parent / "portal" / "serve.js"
    with subprocess.Popen(["node", str(serve), str(entities), str(port)], stdout=subprocess.PIPE) as server:
        server.stdout.readline()  # "ready"
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            server.kill()


def let_pulls_be_due(workspace, statements=()):
    with contextlib.closing(sqlite3.connect(pathlib.Path(workspace) / "mirror.sqlite")) as mirror, mirror:
        day = 24 * 60 * 60 * 1000
        for statement in (f"UPDATE feeds SET last_success = last_success - {day}, last_attempt = last_attempt - {day}", *statements):
            mirror.execute(statement)


def watch_portal(entities):
    window = [programs("callboard"), "--workspace"]
    with tempfile.TemporaryDirectory() as workspace:
        with portal(10) as address:
            subprocess.run([programs("callboardctl"), "connect", "backstage", address, "--workspace", workspace], check=True,
                           stdout=subprocess.DEVNULL)
        with portal(entities):
            let_pulls_be_due(workspace)
            line("window: a portal has grown", entities, watch([*window, workspace]), BUDGETS["sync"])
            let_pulls_be_due(workspace, ["DELETE FROM cursors"])
            line("window: the whole portal walked again", entities, watch([*window, workspace]), BUDGETS["sync"])


def watch_idle(process, seconds):
    """Memory in megabytes, once a second, and the milliseconds of a core that each second of that cost."""
    memory = []
    spent, began = ticks(process.pid), time.monotonic()
    while time.monotonic() - began < seconds:
        time.sleep(1)
        if process.poll() is not None:
            raise SystemExit(f"the program ended with {process.returncode}")
        memory.append(pss(process.pid))
    milliseconds = (ticks(process.pid) - spent) * 1000 / os.sysconf("SC_CLK_TCK")
    return memory, milliseconds / (time.monotonic() - began)


def watch_hidden(workspace, entities, seconds):
    """A program that was started into the tray, with the catalog and without a window: what it takes at most until it rests, and then."""
    sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "journeys"))
    from stage import Stage  # pylint: disable=import-outside-toplevel
    with Stage() as stage:
        stage._spawn(["trayer", "--edge", "top", "--height", "28"])
        hidden = subprocess.Popen([programs("callboard"), "--workspace", workspace, "--hidden"], stdout=subprocess.DEVNULL,
                                  stderr=subprocess.DEVNULL, env={**os.environ, "QT_QPA_PLATFORM": "xcb"})
        most, _, to_rest = until_quiet(hidden)
        memory, cost = watch_idle(hidden, seconds)
        hidden.terminate()
        hidden.wait()
    figures = {"pssMb": memory, "peakPssMb": [max(most, *memory)], "secondsToRest": [to_rest], "seconds": [seconds], "cpuMsPerSecond": [cost]}
    line("started hidden in the tray", entities, figures, BUDGETS["hidden"] if entities <= 10000 else {})


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="10000,100000", help="entities, comma separated")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--descriptors", type=int, help="files to write and to take in")
    parser.add_argument("--folder", help="descriptors to read into a new workspace")
    parser.add_argument("--portal", type=int, help="entities of a portal that grows")
    parser.add_argument("--hidden", type=int, nargs="?", const=600, metavar="SECONDS", help="memory and processor of a start into the tray")
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for size in filter(None, options.sizes.split(",")):
        workspace = tempfile.mkdtemp()
        try:
            subprocess.run([str(BUILD / "tests" / "mirror_bench"), "--fill", workspace, "--sizes", size], check=True)
            time_window(workspace, int(size), options.rounds)
            time_commands(workspace, int(size), options.rounds)
            if options.hidden:
                watch_hidden(workspace, int(size), options.hidden)
        finally:
            shutil.rmtree(workspace)
    if options.descriptors:
        time_ingest(options.descriptors, options.rounds)
    if options.folder:
        watch_folder(options.folder)
    if options.portal:
        watch_portal(options.portal)


if __name__ == "__main__":
    main()
