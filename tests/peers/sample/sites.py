#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Callboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""sites.py PORTAL: MkDocs builds every site of the sample portal, with what TechDocs adds, without a single warning:
no page that is in no nav, no link, anchor or snippet that leads nowhere, and no markup left in the text of a page. Links from
site to site and into the catalog, which MkDocs cannot know, lead somewhere too.
77 where there is no MkDocs: skipped."""
import html
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

try:
    import mkdocs  # noqa: F401
    import pymdownx  # noqa: F401
    import yaml
except ImportError as missing:
    print(f"SKIPPED: the sample's documentation was NOT built by MkDocs: {missing}")
    sys.exit(77)

# As mkdocs-techdocs-core 1.6 sets them (README, "Extensions"), but for those that Debian does not have.
TECHDOCS = """
plugins: []
theme: {name: material}
validation:
  nav: {omitted_files: warn, not_found: warn, absolute_links: warn}
  links: {not_found: warn, absolute_links: warn, unrecognized_links: warn, anchors: warn}
markdown_extensions:
  - admonition
  - toc: {permalink: true}
  - pymdownx.caret
  - pymdownx.critic
  - pymdownx.details
  - pymdownx.emoji: {emoji_generator: !!python/name:pymdownx.emoji.to_svg }
  - pymdownx.superfences
  - pymdownx.inlinehilite
  - pymdownx.magiclink
  - pymdownx.mark
  - pymdownx.smartsymbols
  - pymdownx.snippets: {check_paths: true}
  - pymdownx.highlight: {linenums: true}
  - pymdownx.extra
  - pymdownx.tabbed: {alternate_style: true}
  - pymdownx.tasklist: {custom_checkbox: true}
  - pymdownx.tilde
"""

LEFT_OVER = re.compile(r"!!!|\?\?\?|^=== |--8<--|\[\^|\{: ?[.#]|```|\*\*|\+\+\w|^:[a-z_]+:|\]\(", re.MULTILINE)


def left_over(page):
    """Markup that Markdown did not take for what it was meant to be."""
    text = page.read_text(encoding="utf-8")
    article = text[text.find("<article") : text.find("</article")]
    article = re.sub(r"<(pre|code)\b.*?</\1>", "", article, flags=re.DOTALL)
    found = LEFT_OVER.search(html.unescape(re.sub("<[^>]+>", "", article)))
    return found and found.group(0)


def entities_of(portal):
    """Path in the catalog of each entity, and the site it has."""
    found = {}
    for file in portal.rglob("*.yaml"):
        if "content" in file.parts or "apis" in file.parts:
            continue
        for entity in yaml.safe_load_all(file.read_text(encoding="utf-8")):
            if not isinstance(entity, dict) or "kind" not in entity:
                continue
            place = f"default/{entity['kind'].lower()}/{entity['metadata']['name']}"
            folder = entity["metadata"].get("annotations", {}).get("backstage.io/techdocs-ref", "")
            found[place] = (file.parent / folder.removeprefix("dir:")).resolve() if folder else None
    return found


def links_elsewhere(pages, entities, built):
    """Links to other sites and to entities that are not there."""
    for page in pages:
        for link in re.findall(r'href="https://portal\.quayline\.example/([^"]*)"', page.read_text(encoding="utf-8")):
            kind, _, rest = link.partition("/")
            place, anchor = "/".join(rest.split("/")[:3]), rest.partition("#")[2]
            if kind == "catalog" and rest and place not in entities:
                yield f"{page.parent.name}: no entity {place}"
            if kind == "docs":
                target = built.get(entities.get(place))
                file = target and target / "/".join(rest.partition("#")[0].split("/")[3:]) / "index.html"
                if not file or not file.exists() or (anchor and f'id="{anchor}"' not in file.read_text(encoding="utf-8")):
                    yield f"{page.parent.name}: no page {rest}"


def build(folder, scratch):
    """The pages, and what is wrong with them."""
    source = scratch / "source"
    shutil.copytree(folder, source)
    settings = yaml.safe_load((source / "mkdocs.yml").read_text(encoding="utf-8"))
    for key in ("plugins", "markdown_extensions", "theme"):
        settings.pop(key, None)
    (source / "mkdocs.yml").write_text(yaml.safe_dump(settings, allow_unicode=True) + TECHDOCS, encoding="utf-8")
    made = subprocess.run(["mkdocs", "build", "--strict", "--site-dir", scratch / "site"],
                          cwd=source, capture_output=True, text=True, check=False)
    pages = sorted((scratch / "site").rglob("index.html"))
    # Not --quiet: MkDocs then counts no warnings, and strict means nothing.
    wrong = [line for line in made.stderr.splitlines() if line.startswith(("WARNING", "ERROR"))]
    if made.returncode and not wrong:
        wrong = [made.stderr.strip()]
    wrong += [f"{page.parent.relative_to(scratch / 'site')}: \"{rest}\" in its text" for page in pages if (rest := left_over(page))]
    return pages, wrong


def main():
    portal = pathlib.Path(sys.argv[1])
    # Those in a template's content are not sites yet.
    sites = [file.parent for file in sorted(portal.rglob("mkdocs.yml")) if "content" not in file.parts]
    entities = entities_of(portal)
    built = {}
    results = []
    with tempfile.TemporaryDirectory() as scratch:
        for number, site in enumerate(sites):
            folder = pathlib.Path(scratch) / str(number)
            results.append(build(site, folder))
            built[site.resolve()] = folder / "site"
        for pages, wrong in results:
            wrong += links_elsewhere(pages, entities, built)
    for site, (pages, wrong) in zip(sites, results):
        print(f"{site.relative_to(portal)}: {len(pages)} pages, {'; '.join(wrong) or 'no warnings'}", flush=True)
    failed = sum(bool(wrong) for _, wrong in results)
    total = sum(len(pages) for pages, _ in results)
    print(f"{len(sites)} sites, {total} pages, {failed} sites with warnings")
    return 1 if failed or len(sites) < 8 or total < 100 else 0


if __name__ == "__main__":
    sys.exit(main())
