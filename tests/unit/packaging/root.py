#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Callboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds packaging/lib/root.sh to what it promises: a private root that is broken or half-made is noticed, and one that was
only used is not. The roots are small ones of the test's own."""
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[3]
SETUP = f". '{PROJECT}/packaging/lib/common.sh'; . '{PROJECT}/packaging/lib/host.sh'; . '{PROJECT}/packaging/lib/root.sh'; "
FILES = [
    "usr/bin/cmake",
    "usr/include/zlib.h",
    "usr/lib/x86_64-linux-gnu/qt6/plugins/platforms/libqxcb.so",
    "usr/libexec/at-spi2-registryd",
    "usr/share/qt6/translations/qtbase_fr.qm",
    "usr/share/fonts/truetype/inter/Inter.ttf",
    "etc/fonts/fonts.conf",
    "etc/passwd",
]
PROVIDED = "pkg-config"


class Root(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.root = Path(self.folder.name) / "root"
        for name in FILES:
            self.write(name, f"what is in {name}\n")
        self.packages = self.shell("root_packages").stdout.split()
        self.assertIn(PROVIDED, self.packages)
        self.write_status(self.packages)
        self.shell(f"_stamp_root '{self.root}'", check=True)

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def write_status(self, installed, others=""):
        """As dpkg writes it; one of ours is there by what provides it only."""
        entries = [f"Package: {name}\nStatus: install ok installed\nVersion: 1\n" for name in installed if name != PROVIDED]
        if PROVIDED in installed:
            entries.append(f"Package: pkgconf\nStatus: install ok installed\nProvides: other, {PROVIDED} (= 1.8)\n")
        self.write("var/lib/dpkg/status", "\n".join(entries) + others)

    def shell(self, command, check=False):
        environment = dict(os.environ, HOME=self.folder.name, XDG_CACHE_HOME=self.folder.name)
        return subprocess.run(["bash", "-c", SETUP + command], env=environment, capture_output=True, text=True, check=check)

    def is_whole(self):
        return self.shell(f"_root_is_whole '{self.root}'").returncode == 0

    def test_what_was_made_whole_stays_so(self):
        self.assertTrue(self.is_whole())
        # A run writes these: users, languages, what tools keep.
        self.write("etc/passwd", "somebody:x:1000:1000::/home/somebody:/bin/sh\n")
        self.write("usr/lib/locale/fr_FR.utf8/LC_TIME", "janvier\n")
        self.write("usr/share/mime/mime.cache", "another\n")
        self.assertTrue(self.is_whole())

    def test_half_made(self):
        (self.root / ".callboard/files").unlink()
        self.assertFalse(self.is_whole())
        self.shell(f": >'{self.root}/.callboard/files'", check=True)
        self.assertFalse(self.is_whole())

    def test_a_lost_or_cut_file(self):
        for name in FILES:
            if name == "etc/passwd":
                continue
            with self.subTest(name):
                before = (self.root / name).read_text()
                (self.root / name).unlink()
                self.assertFalse(self.is_whole())
                self.write(name, before[:-3])
                self.assertFalse(self.is_whole())
                self.write(name, before)
                self.assertTrue(self.is_whole())

    def test_packages(self):
        broken = self.packages[0]
        rest = [name for name in self.packages if name != broken]
        self.write_status(rest)
        self.assertFalse(self.is_whole())
        self.write_status(rest, f"\nPackage: {broken}\nStatus: install ok half-configured\nProvides: {broken}\n")
        self.assertFalse(self.is_whole())
        self.write_status([name for name in self.packages if name != PROVIDED])
        self.assertFalse(self.is_whole())
        (self.root / "var/lib/dpkg/status").unlink()
        self.assertFalse(self.is_whole())
        self.write_status(self.packages)
        self.assertTrue(self.is_whole())


if __name__ == "__main__":
    unittest.main()
