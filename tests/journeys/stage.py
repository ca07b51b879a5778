# SPDX-FileCopyrightText: 2026 The Callboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The stage for journeys: a virtual display, a window manager, a session bus with accessibility, and the real
program on it, driven by real key and mouse events (xdotool) and seen as a screen reader sees it (AT-SPI).

Nothing here sleeps for a length of time: `wait` polls what a person would look at until it is so, or fails with
a picture and the tree of what is on the screen.
"""
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

DEADLINE = float(os.environ.get("CALLBOARD_JOURNEY_DEADLINE", "45"))


class JourneyFailed(AssertionError):
    pass


def missing_tools():
    return [tool for tool in ("Xvfb", "openbox", "xdotool", "dbus-daemon", "import") if not shutil.which(tool)]


def wait(what, look, deadline=DEADLINE):
    """Polls `look` until it gives something true, and returns that."""
    end = time.monotonic() + deadline
    while True:
        try:
            found = look()
        except Exception as error:  # an accessible went away between two looks
            found, last = None, error
        else:
            last = None
        if found:
            return found
        if time.monotonic() > end:
            raise JourneyFailed(f"waited {deadline:.0f} s for {what}" + (f" ({last})" if last else ""))
        time.sleep(0.02)


class Stage:
    """Display, bus, window manager. A context manager; everything started here ends with it."""

    def __init__(self, size="1280x800"):
        self.size = size
        self.children = []
        self.app = None
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="callboard-journey-"))

    def __enter__(self):
        self._start_display()
        self._start_bus()
        self._spawn(["openbox", "--sm-disable"])
        global Atspi
        import gi
        gi.require_version("Atspi", "2.0")
        from gi.repository import Atspi
        Atspi.init()
        return self

    def __exit__(self, *_):
        for child in reversed(self.children):
            child.terminate()
        for child in reversed(self.children):
            try:
                child.wait(5)
            except subprocess.TimeoutExpired:
                child.kill()
        shutil.rmtree(self.home, ignore_errors=True)

    def _spawn(self, command, **options):
        options.setdefault("stdout", subprocess.DEVNULL)
        options.setdefault("stderr", subprocess.DEVNULL)
        child = subprocess.Popen(command, **options)
        self.children.append(child)
        return child

    def _start_display(self):
        read_end, write_end = os.pipe()
        self._spawn(["Xvfb", "-displayfd", str(write_end), "-screen", "0", f"{self.size}x24", "-nolisten", "tcp"],
                    pass_fds=[write_end])
        os.close(write_end)
        with os.fdopen(read_end) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise JourneyFailed("Xvfb did not start")
        os.environ["DISPLAY"] = f":{number}"

    def _start_bus(self):
        runtime = self.home / "runtime"
        runtime.mkdir(mode=0o700)
        os.environ["XDG_RUNTIME_DIR"] = str(runtime)
        self._start_no_notifications(runtime)
        bus = self._spawn(["dbus-daemon", "--session", "--nofork", "--print-address=1"], stdout=subprocess.PIPE)
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().decode().strip()
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
            os.environ[name] = str(self.home / name.lower())
            pathlib.Path(os.environ[name]).mkdir()

    @staticmethod
    def _start_no_notifications(runtime):
        """A notification over the window would take a click meant for it. A journey that wants them starts its own service; the
        bus must not start one that the machine happens to have. What stands in the runtime folder comes first."""
        services = runtime / "dbus-1" / "services"
        services.mkdir(parents=True)
        (services / "org.freedesktop.Notifications.service").write_text(
            "[D-BUS Service]\nName=org.freedesktop.Notifications\nExec=/bin/false\n")

    def run(self, program, *arguments, **environment):
        process = self._spawn([program, *arguments], stderr=open(self.home / "stderr.txt", "ab"), env={
            **os.environ, "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "QT_ACCESSIBILITY": "1", **environment})
        self.app = App(self, process)
        return self.app

    # What a person's hands do.
    @staticmethod
    def keys(*names):
        subprocess.run(["xdotool", "key", "--clearmodifiers", *names], check=True)

    @staticmethod
    def type(text):
        subprocess.run(["xdotool", "type", "--delay", "12", text], check=True)

    @staticmethod
    def click(x, y, button=1, repeat=1):
        subprocess.run(["xdotool", "mousemove", str(x), str(y), "click", "--repeat", str(repeat), "--delay", "60", str(button)],
                       check=True)

    def picture(self, path):
        subprocess.run(["import", "-window", "root", str(path)], check=True)


class App:
    """The running program, as assistive technology sees it."""

    def __init__(self, stage, process):
        self.stage = stage
        self.process = process

    def root(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child is not None and child.get_process_id() == self.process.pid:
                return child
        return None

    def walk(self, node=None, depth=0):
        node = node or self.root()
        if node is None or depth > 40:
            return
        yield node, depth
        # A big table would take minutes cell by cell: its first rows are what is on the screen.
        for i in range(min(node.get_child_count(), 400)):
            child = node.get_child_at_index(i)
            if child is not None and child.get_state_set().contains(Atspi.StateType.SHOWING):
                yield from self.walk(child, depth + 1)

    def find(self, role=None, name=None, contains=None, within=None):
        for node, _ in self.walk(within):
            if role and node.get_role_name() != role:
                continue
            label = node.get_name() or ""
            if name is not None and label != name:
                continue
            if contains is not None and contains not in label:
                continue
            return node
        return None

    def wait_for(self, role=None, name=None, contains=None, deadline=DEADLINE):
        what = " ".join(f"{k} {v!r}" for k, v in (("role", role), ("name", name), ("containing", contains)) if v)
        return wait(what, lambda: self.alive() and self.find(role, name, contains), deadline)

    def wait_until(self, what, look, deadline=DEADLINE):
        return wait(what, lambda: self.alive() and look(), deadline)

    def focused(self):
        """What has the keyboard. A current tab and a panel around the caret say so too; the caret goes before both. So does each view's
        current cell: that counts where its view has the keyboard."""
        rank = {"page tab": 0, "panel": 1, "text": 3}
        found = [node for node, _ in self.walk() if self.has_keyboard(node)
                 and (node.get_role_name() != "table cell" or self.has_keyboard(node.get_parent()))]
        return max(found, key=lambda node: rank.get(node.get_role_name(), 2), default=None)

    @staticmethod
    def has_keyboard(node):
        return node.get_state_set().contains(Atspi.StateType.FOCUSED)

    def alive(self):
        code = self.process.poll()
        if code is not None:
            raise JourneyFailed(f"the program ended with {code}: {(self.stage.home / 'stderr.txt').read_text()[-8000:]}")
        return True

    def click(self, node, repeat=1):
        box = node.get_extents(Atspi.CoordType.SCREEN)
        self.stage.click(box.x + box.width // 2, box.y + box.height // 2, repeat=repeat)

    def text(self, node):
        return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))

    def window_title(self):
        root = self.root()
        for i in range(root.get_child_count() if root else 0):
            child = root.get_child_at_index(i)
            if child is not None and child.get_role_name() in ("frame", "window", "dialog"):
                return child.get_name()
        return None

    def tree(self):
        return "\n".join(f"{'  ' * depth}{node.get_role_name()} {node.get_name()!r}" for node, depth in self.walk())

    def quit(self):
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(10)


def play(journeys):
    """`journeys.py PROGRAM [NAME]`: runs each journey in a process and on a stage of its own; one line each, then the counts."""
    if missing := missing_tools():
        print(f"SKIPPED: journeys need {', '.join(missing)}", file=sys.stderr)
        return 77
    program, *names = sys.argv[1:]
    if names:
        return _play_one({j.__name__: j for j in journeys}[names[0]], program)
    failures = sum(subprocess.run([sys.executable, sys.argv[0], program, j.__name__]).returncode != 0 for j in journeys)
    print(f"{len(journeys) - failures} passed, {failures} failed")
    return 1 if failures else 0


def _play_one(journey, program):
    pictures = pathlib.Path(os.environ.get("CALLBOARD_JOURNEY_PICTURES", tempfile.gettempdir())) / "callboard-journeys"
    pictures.mkdir(parents=True, exist_ok=True)
    with Stage() as stage:
        begin = time.monotonic()
        try:
            journey(stage, program)
        except Exception as error:
            print(f"FAIL {journey.__name__}: {error}")
            stage.picture(pictures / f"{journey.__name__}.png")
            print(f"     picture: {pictures / (journey.__name__ + '.png')}")
            if stage.app and os.environ.get("CALLBOARD_JOURNEY_TREE"):
                print(stage.app.tree())
            return 1
        print(f"PASS {journey.__name__} ({time.monotonic() - begin:.1f} s)")
        return 0
