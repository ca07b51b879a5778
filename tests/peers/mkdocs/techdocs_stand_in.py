# SPDX-FileCopyrightText: 2026 The Callboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What TechDocs adds to MkDocs and Debian has no package of, written anew from its documentation, so that a site can be built
here as TechDocs builds it: the plugins techdocs-core, monorepo and gh-admonitions, and the list extension mdx_truly_sane_lists.
Where the real ones are installed they are used instead."""

import os
import re
import shutil
import tempfile

from markdown.blockprocessors import ListIndentProcessor, OListProcessor
from markdown.extensions import Extension
from markdown import util  # noqa: F401
from mkdocs.config import config_options
from mkdocs.plugins import BasePlugin
from mkdocs.theme import Theme
from mkdocs.utils import yaml_load
import xml.etree.ElementTree as etree


# --- lists ---------------------------------------------------------------------------------------

class _Indent(ListIndentProcessor):
    def __init__(self, parser, tab):
        super().__init__(parser)
        self.tab_length = tab
        self.INDENT_RE = re.compile(r"^(([ ]{%d})+)" % tab)


class _List(OListProcessor):
    """A list never goes on behind a blank line as a loose one, and holds items of one kind."""

    def __init__(self, parser, tab, tag, mark):
        super().__init__(parser)
        self.tab_length = tab
        self.TAG = tag
        self.RE = re.compile(r"^[ ]{0,%d}%s[ ]+(.*)" % (tab - 1, mark))
        self.CHILD_RE = re.compile(r"^[ ]{0,%d}((%s))[ ]+(.*)" % (tab - 1, mark))
        self.INDENT_RE = re.compile(r"^[ ]{%d,%d}((\d+\.)|[*+-])[ ]+.*" % (tab, tab * 2 - 1))

    def run(self, parent, blocks):
        items = self.get_items(blocks.pop(0))
        target = parent if parent.tag in ("ol", "ul") else etree.SubElement(parent, self.TAG)
        self.parser.state.set("list")
        for item in items:
            inner = item.startswith(" " * self.tab_length)
            self.parser.parseBlocks(target[-1] if inner else etree.SubElement(target, "li"), [item])
        self.parser.state.reset()


class TrulySaneLists(Extension):
    def __init__(self, **kwargs):
        self.config = {"nested_indent": [2, ""], "truly_sane": [True, ""]}
        super().__init__(**kwargs)

    def extendMarkdown(self, md):
        tab = self.getConfig("nested_indent")
        processors = md.parser.blockprocessors
        processors.register(_List(md.parser, tab, "ol", r"\d+\."), "olist", 50)
        processors.register(_List(md.parser, tab, "ul", "[*+-]"), "ulist", 40)
        processors.register(_Indent(md.parser, tab), "indent", 95)


def makeExtension(**kwargs):
    return TrulySaneLists(**kwargs)


# --- plugins -------------------------------------------------------------------------------------

class GitHubAlerts(BasePlugin):
    """https://github.com/PGijsbers/admonitions"""

    CODE = re.compile(r"^```.*^```", re.M | re.S)
    ALERT = re.compile(r"^> {,3}\[!(note|tip|important|caution|warning)\] *(.*)\r?\n((?:> +.*\r?\n)+)", re.I | re.M)

    def on_page_markdown(self, markdown, **_):
        code = self.CODE.search(markdown)

        def convert(match):
            if code and code.start() < match.start() and match.end() < code.end():
                return match.group()
            kind = match.group(1).lower()
            flavour = {"caution": "danger", "important": "warning"}.get(kind, kind)
            title = match.group(2).strip() or kind.title()
            body = re.sub(r"^> ", "    ", match.group(3).strip(), flags=re.M)
            return f'!!! {flavour} "{title}"\n{body}\n'

        return self.ALERT.sub(convert, markdown)


class Monorepo(BasePlugin):
    """https://github.com/backstage/mkdocs-monorepo-plugin: `!include` in nav."""

    def on_config(self, config):
        if not config.get("nav"):
            return config
        self.root = os.path.dirname(config["config_file_path"])
        self.docs = [("", config["docs_dir"])]
        nav = self.resolve(config["nav"])
        if len(self.docs) > 1:
            self.folder = tempfile.TemporaryDirectory(prefix="docs_")
            for alias, folder in self.docs:
                shutil.copytree(folder, os.path.join(self.folder.name, alias), dirs_exist_ok=True)
            config["nav"] = nav
            config["docs_dir"] = self.folder.name
        return config

    def resolve(self, items):
        out = []
        for item in items:
            title, value = next(iter(item.items())) if isinstance(item, dict) else (None, item)
            if isinstance(value, str) and value.startswith("!include "):
                out.append({title: self.include(value[len("!include "):])})
            elif isinstance(value, list):
                out.append({title: self.resolve(value)})
            else:
                out.append(item)
        return out

    def include(self, path):
        path = os.path.normpath(os.path.join(self.root, path))
        with open(path, "rb") as file:
            site = yaml_load(file)
        self.docs.append((site["site_name"], os.path.join(os.path.dirname(path), site.get("docs_dir", "docs"))))
        return self.prefixed(site["nav"], site["site_name"])

    def prefixed(self, items, alias):
        out = []
        for item in items:
            title, value = next(iter(item.items())) if isinstance(item, dict) else (None, item)
            value = f"{alias}/{value}" if isinstance(value, str) else self.prefixed(value, alias)
            out.append(value if title is None else {title: value})
        return out


class TechDocsCore(BasePlugin):
    """https://github.com/backstage/mkdocs-techdocs-core, without what Debian has no package of: diagrams as pictures."""

    config_scheme = (("use_material_search", config_options.Type(bool, default=False)),
                     ("use_pymdownx_blocks", config_options.Type(bool, default=False)))

    def on_config(self, config):
        from pymdownx.emoji import to_svg
        from pymdownx.extra import extra_extensions

        options = config["mdx_configs"]
        asked = {name: dict(value) for name, value in options.items()}
        asked["pymdownx.snippets"] = {"restrict_base_path": True}
        try:
            config["theme"] = Theme(name="material")
        except Exception:
            pass
        config["theme"]["features"] = []
        config["theme"]["palette"] = {}
        dict.__delitem__(config["plugins"], "techdocs-core")
        for name, plugin in (("monorepo", Monorepo()), ("gh-admonitions", GitHubAlerts())):
            plugin.load_config({})
            config["plugins"][name] = plugin
        names = config["markdown_extensions"]
        added = {"toc": {"permalink": True}}
        if not self.config["use_pymdownx_blocks"]:
            added |= {"admonition": None, "pymdownx.details": None, "pymdownx.tabbed": {"alternate_style": True}}
        added |= {"pymdownx.caret": None, "pymdownx.critic": None, "pymdownx.emoji": {"emoji_generator": to_svg},
                  "pymdownx.inlinehilite": None, "pymdownx.magiclink": None, "pymdownx.mark": None,
                  "pymdownx.smartsymbols": None, "pymdownx.snippets": None,
                  "pymdownx.highlight": {"linenums": True, "pygments_lang_class": True}, "pymdownx.extra": None,
                  "pymdownx.tasklist": {"custom_checkbox": True}, "pymdownx.tilde": None}
        for name, value in added.items():
            names.append(name)
            if value is not None:
                options[name] = value
        options["pymdownx.betterem"] = {"smart_enable": "all"}
        extra = options.setdefault("pymdownx.extra", {})
        for name in extra_extensions:
            if name in options:
                extra[name] = options.pop(name)
        names.append("mdx_truly_sane_lists")
        for name, value in asked.items():
            if name in options:
                options[name].update(value)
        return config


plugins = {"techdocs-core": TechDocsCore, "monorepo": Monorepo, "gh-admonitions": GitHubAlerts}
