#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Callboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""agree.py [--mkdocs-cache DIR] [--only TEXT] [--target PERCENT] [--quiet] DIR…

Holds `callboardctl docs build` against the real `mkdocs build`, for every mkdocs.yml below the folders: the same pages, navigation,
titles, heading ids, text, block structure, links and images. Prints each difference and the agreement per site. Exit 1 below
the target: all pages, navigation and heading ids, and that share of the pages the same in text and block structure.

    packaging/shell tests/peers/mkdocs/agree.py --mkdocs-cache ~/.cache/mkdocs-answers ../shared/corpus
"""

import argparse
import difflib
import hashlib
import html as html_entities
import itertools
import json
import os
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from article import DocumentReader, HtmlReader, folded, text_of  # noqa: E402

HERE = os.path.dirname(os.path.abspath(__file__))


def sites_below(root):
    found = []
    for folder, names, files in os.walk(root):
        names[:] = sorted(name for name in names if name not in (".git", "node_modules"))
        if "mkdocs.yml" in files or "mkdocs.yaml" in files:
            found.append(folder)
    return found


def repository_of(root, site):
    """The folder that a clone would be: the child of the root that the site lies in, or the root itself."""
    relative = os.path.relpath(site, root)
    first = relative.split(os.sep)[0]
    return root if first == "." or os.path.exists(os.path.join(root, "mkdocs.yml")) else os.path.join(root, first)


def content_hash(folder):
    total = hashlib.sha256()
    for name in ("build_site.py", "techdocs_stand_in.py"):
        with open(os.path.join(HERE, name), "rb") as file:
            total.update(file.read())
    for path, names, files in os.walk(folder):
        names.sort()
        for name in sorted(files):
            full = os.path.join(path, name)
            total.update(os.path.relpath(full, folder).encode())
            if os.path.isfile(full):
                with open(full, "rb") as file:
                    total.update(file.read())
    return total.hexdigest()


class MkDocs:
    """Answers of the real one, kept by what went in."""

    def __init__(self, cache):
        self.cache = cache
        self.copies = tempfile.TemporaryDirectory()
        self.copied = {}
        self.hashes = {}

    def build(self, repository, site):
        if repository not in self.hashes:
            self.hashes[repository] = content_hash(repository)
        relative = os.path.relpath(site, repository)
        key = hashlib.sha256((self.hashes[repository] + relative).encode()).hexdigest()[:32]
        kept = os.path.join(self.cache, key + ".json") if self.cache else os.path.join(self.copies.name, key + ".json")
        if not os.path.exists(kept):
            if repository not in self.copied:
                self.copied[repository] = os.path.join(self.copies.name, str(len(self.copied)))
                shutil.copytree(repository, self.copied[repository], symlinks=True, ignore=shutil.ignore_patterns(".git", "node_modules"))
            folder = os.path.join(self.copied[repository], relative)
            config = next(name for name in ("mkdocs.yml", "mkdocs.yaml") if os.path.exists(os.path.join(folder, name)))
            result = subprocess.run([sys.executable, os.path.join(HERE, "build_site.py"), os.path.join(folder, config), kept + ".new"],
                                    capture_output=True, text=True, timeout=550)
            if result.returncode != 0:
                return {"error": result.stderr.strip().splitlines()[-1] if result.stderr.strip() else "no answer", "pages": [], "nav": []}
            os.replace(kept + ".new", kept)
        with open(kept) as file:
            return json.load(file)


def ours(repository, site):
    relative = os.path.relpath(site, repository)
    command = ["callboardctl", "docs", "build", repository, "--json"] + ([] if relative == "." else ["--site", relative])
    result = subprocess.run(command, capture_output=True, text=True, timeout=300)
    return json.loads(result.stdout) if result.stdout.strip() else {"error": result.stderr, "pages": [], "nav": []}


def flat_nav(entries, depth=0):
    lines = []
    for entry in entries:
        title = folded(html_entities.unescape(str(entry.get("title") or "")))
        kind = "page " + entry["path"] if "path" in entry and entry.get("built", True) else ""
        if entry.get("link", "").startswith(("http://", "https://")):
            kind = "link " + entry["link"]
        lines.append("  " * depth + f"{title} {kind}".rstrip())
        lines.extend(flat_nav(entry.get("children", []), depth + 1))
    return lines


def unquoted(path):
    from urllib.parse import unquote
    return unquote(path)


class Report:
    def __init__(self, quiet):
        self.quiet = quiet
        self.counts = {}

    def count(self, what, good, total=1):
        have, all_ = self.counts.get(what, (0, 0))
        self.counts[what] = (have + good, all_ + total)

    def differ(self, where, what, theirs, mine):
        if self.quiet:
            return
        print(f"--- {where}: {what}")
        theirs = theirs if isinstance(theirs, list) else [theirs]
        mine = mine if isinstance(mine, list) else [mine]
        for line in list(difflib.unified_diff([str(line) for line in theirs], [str(line) for line in mine], "mkdocs", "callboard", lineterm="", n=1))[2:60]:
            print("    " + line[:400])


def as_lines(blocks, depth=0):
    lines = []
    pad = "  " * depth
    for block in blocks:
        kind = block[0]
        if kind in ("p", "h", "hr"):
            lines.append(pad + " ".join(str(part) for part in block))
        elif kind == "code":
            lines.extend(pad + "code| " + line for line in block[1].split("\n"))
        elif kind in ("ul", "ol"):
            for check, inner in block[1]:
                lines.append(pad + kind + ("" if check is None else f" [{'x' if check else ' '}]"))
                lines.extend(as_lines(inner, depth + 1))
        elif kind == "table":
            for row in block[1]:
                lines.append(pad + "row")
                for cell in row:
                    lines.append(pad + " cell")
                    lines.extend(as_lines(cell, depth + 2))
        elif kind == "tabs":
            for title, inner in block[1]:
                lines.append(pad + "tab " + title)
                lines.extend(as_lines(inner, depth + 1))
        elif kind == "dl":
            for tag, inner in block[1]:
                lines.append(pad + tag)
                lines.extend(as_lines(inner, depth + 1))
        elif kind == "footnotes":
            for inner in block[1]:
                lines.append(pad + "footnote")
                lines.extend(as_lines(inner, depth + 1))
        else:
            lines.append(pad + " ".join(str(part) for part in block[:-1]))
            lines.extend(as_lines(block[-1], depth + 1))
    return lines


def compare_page(report, where, theirs, mine):
    path = unquoted(theirs["path"])
    html, document = HtmlReader(path), DocumentReader()
    theirs["title"] = html_entities.unescape(str(theirs["title"]))
    their_blocks, my_blocks = html.read(theirs["html"]), document.read(mine["document"])
    # Two links side by side to one place read as one.
    html.links = [link for link, _ in itertools.groupby(html.links)]
    document.links = [link for link, _ in itertools.groupby(document.links)]
    same_text = text_of(their_blocks) == text_of(my_blocks)
    same_blocks = as_lines(their_blocks) == as_lines(my_blocks)
    their_ids = [heading for heading in html.headings]
    my_ids = [heading for heading in document.headings]
    same_ids = [(level, id_) for level, id_, _ in their_ids] == [(level, id_) for level, id_, _ in my_ids]
    report.count("pages the same in text", same_text)
    report.count("pages the same in blocks", same_blocks)
    report.count("pages the same in both", same_text and same_blocks)
    report.count("pages with the same heading ids", same_ids)
    report.count("titles", folded(str(theirs["title"])) == folded(mine["title"]))
    report.count("edit addresses", theirs["editUrl"] == mine["editUrl"])
    report.count("pages with the same links", html.links == document.links)
    report.count("pages with the same images", html.images == document.images)
    if not same_text or not same_blocks:
        report.differ(where, "text and blocks" if not same_text else "blocks", as_lines(their_blocks), as_lines(my_blocks))
    if not same_ids:
        report.differ(where, "heading ids", their_ids, my_ids)
    if folded(str(theirs["title"])) != folded(mine["title"]):
        report.differ(where, "title", theirs["title"], mine["title"])
    if theirs["editUrl"] != mine["editUrl"]:
        report.differ(where, "edit address", theirs["editUrl"], mine["editUrl"])
    if html.links != document.links:
        report.differ(where, "links", html.links, document.links)
    if html.images != document.images:
        report.differ(where, "images", html.images, document.images)
    return same_text and same_blocks


def compare_site(report, name, theirs, mine):
    their_pages = {unquoted(page["path"]): page for page in theirs["pages"] if page["written"]}
    my_pages = {page["path"]: page for page in mine["pages"]}
    report.count("pages", len(their_pages.keys() & my_pages.keys()), len(their_pages.keys() | my_pages.keys()))
    if their_pages.keys() != my_pages.keys():
        report.differ(name, "pages", sorted(their_pages), sorted(my_pages))
    nav = flat_nav(theirs["nav"])
    nav = [unquoted(line) for line in nav]
    same_nav = nav == flat_nav(mine["nav"])
    report.count("navigations", same_nav)
    if not same_nav:
        report.differ(name, "navigation", nav, flat_nav(mine["nav"]))
    same = 0
    for path in sorted(their_pages.keys() & my_pages.keys()):
        same += compare_page(report, f"{name} /{path}", their_pages[path], my_pages[path])
    return same, len(their_pages)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", metavar="DIR")
    parser.add_argument("--mkdocs-cache", metavar="DIR", help="keep what MkDocs answers here, by what it was asked")
    parser.add_argument("--only", default="", help="only sites whose path has this in it")
    parser.add_argument("--target", type=float, default=97.0)
    parser.add_argument("--quiet", action="store_true", help="the figures alone")
    arguments = parser.parse_args()
    if arguments.mkdocs_cache:
        os.makedirs(arguments.mkdocs_cache, exist_ok=True)
    mkdocs = MkDocs(arguments.mkdocs_cache)
    report = Report(arguments.quiet)
    lines, failures, changed = [], [], set()
    for root in map(os.path.abspath, arguments.folders):
        for site in sites_below(root):
            name = os.path.relpath(site, root)
            if arguments.only not in name:
                continue
            repository = repository_of(root, site)
            theirs, mine = mkdocs.build(repository, site), ours(repository, site)
            for change in theirs.get("taken_out", []):
                changed.add(f"taken out: {change}")
            for change in theirs.get("stood_in", []):
                changed.add(f"stood in for: {change}")
            if "error" in theirs or "error" in mine:
                both = "error" in theirs and "error" in mine
                failures.append(f"{name}: MkDocs {theirs.get('error', 'builds it')}; Callboard {mine.get('detail', mine.get('error', 'builds it'))}".replace("\n", " ")[:600])
                report.count("sites that both refuse or both build", both)
                continue
            report.count("sites that both refuse or both build", 1)
            same, total = compare_site(report, name, theirs, mine)
            lines.append(f"{same:5} of {total:5} pages the same  {name}")
    print("\n".join(lines))
    for failure in failures:
        print(f"not built: {failure}")
    for change in sorted(changed):
        print(change)
    good = bool(report.counts)
    for what, (have, total) in sorted(report.counts.items()):
        share = 100 * have / total if total else 100
        print(f"{have} of {total} {what}: {share:.2f} %")
        if what in ("pages", "navigations", "pages with the same heading ids"):
            good = good and have == total
        if what == "pages the same in both":
            good = good and share >= arguments.target
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
