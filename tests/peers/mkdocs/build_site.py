#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Callboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""build_site.py CONFIG OUTPUT: runs `mkdocs build` over one mkdocs.yml and writes what it made of each page as JSON.

The build is MkDocs' own. What this machine lacks is taken out of the configuration: plugins and Markdown extensions that are not
installed, and a theme that is not. The plugins that TechDocs brings (techdocs-core, monorepo, gh-admonitions) and its list extension are
stood in for by techdocs_stand_in.py where they are not installed. All of that is in the JSON, so that nothing goes unsaid.
"""

import json
import logging
import os
import sys
import tempfile
from importlib.metadata import entry_points

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import markdown
import mkdocs.commands.build
import mkdocs.config
import mkdocs.plugins
from mkdocs.config import config_options
from mkdocs.structure.nav import Link, Section

import techdocs_stand_in

taken_out = []
stood_in = []


class StandIn:
    """What an entry point is to MkDocs."""

    def __init__(self, plugin):
        self.plugin = plugin

    def load(self):
        return self.plugin


def with_the_plugins_there_are():
    installed = {entry.name for entry in entry_points(group="mkdocs.plugins")}
    missing = {name: StandIn(plugin) for name, plugin in techdocs_stand_in.plugins.items() if name not in installed}
    make = config_options.Plugins.__init__
    parse = config_options.Plugins._parse_configs.__func__

    def init(self, *arguments, **named):
        make(self, *arguments, **named)
        self.installed_plugins = {**self.installed_plugins, **missing}

    def known(cls, value):
        for name, config in parse(cls, value):
            if name in missing:
                stood_in.append(f"plugin {name}")
            elif name not in installed:
                taken_out.append(f"plugin {name}")
                continue
            yield name, config

    config_options.Plugins.__init__ = init
    config_options.Plugins._parse_configs = classmethod(known)
    try:
        import mdx_truly_sane_lists  # noqa: F401
    except ImportError:
        sys.modules["mdx_truly_sane_lists"] = techdocs_stand_in


def without_missing_extensions():
    validate = config_options.MarkdownExtensions.run_validation

    def is_there(name):
        try:
            markdown.Markdown(extensions=[name])
            return True
        except Exception:
            taken_out.append(f"extension {name}")
            return False

    def run(self, value):
        if isinstance(value, list):
            names = [item if isinstance(item, str) else next(iter(item), None) for item in value if item]
            value = [item for item, name in zip(value, names) if isinstance(name, str) and is_there(name)]
        elif isinstance(value, dict):
            value = {name: config for name, config in value.items() if is_there(name)}
        return validate(self, value)

    config_options.MarkdownExtensions.run_validation = run


class Recorder(mkdocs.plugins.BasePlugin):
    """Keeps what each page's article is before a theme is put around it."""

    def __init__(self):
        self.pages = []
        self.nav = []
        self.assets = []

    def on_nav(self, nav, config, files):
        self.items = nav.items
        return nav

    def on_files(self, files, config):
        self.files = files
        return files

    @mkdocs.plugins.event_priority(-100)
    def on_page_content(self, html, page, config, files):
        self.pages.append((page, html))
        return html


def nav_of(items):
    entries = []
    for item in items:
        if isinstance(item, Section):
            entries.append({"title": item.title, "children": nav_of(item.children)})
        elif isinstance(item, Link):
            entries.append({"title": item.title if item.title is not None else item.url, "link": item.url})
        else:
            entries.append({"title": item.title, "path": item.url, "built": item.file.inclusion.is_included()})
    return entries


def build(config_file, site, recorder, **changes):
    config = mkdocs.config.load_config(config_file, site_dir=site, **changes)
    config["strict"] = False
    # The search of the theme reads every page again; it adds nothing to them.
    for name in [name for name in config["plugins"] if name.endswith("search")]:
        dict.__delitem__(config["plugins"], name)
    config["plugins"]["callboard-recorder"] = recorder
    recorder.load_config({})
    mkdocs.commands.build.build(config)


def main(config_file, output):
    logging.disable(logging.CRITICAL)
    with_the_plugins_there_are()
    without_missing_extensions()
    os.chdir(os.path.dirname(os.path.abspath(config_file)))
    recorder = Recorder()
    with tempfile.TemporaryDirectory() as site:
        result = {"pages": [], "nav": [], "taken_out": taken_out, "stood_in": stood_in}
        try:
            try:
                build(config_file, site, recorder)
            except (Exception, SystemExit):
                # Perhaps only its theme, or a part of one, is not here; what is wrong otherwise goes wrong again.
                del taken_out[:]
                recorder = Recorder()
                build(config_file, site, recorder, theme="mkdocs")
                taken_out.append("theme")
            for page, html in recorder.pages:
                built = os.path.join(site, page.file.dest_uri)
                result["pages"].append({"path": page.url, "source": page.file.src_uri, "title": page.title, "html": html,
                                        "editUrl": page.edit_url or "", "written": os.path.exists(built)})
            result["nav"] = nav_of(recorder.items)
            result["assets"] = sorted(file.url for file in recorder.files
                                      if not file.is_documentation_page() and file.inclusion.is_included())
        except (Exception, SystemExit) as error:
            result["error"] = f"{type(error).__name__}: {error}"
    with open(output, "w") as file:
        json.dump(result, file)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
