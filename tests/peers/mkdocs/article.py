# SPDX-FileCopyrightText: 2026 The Callboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person reads in a page, once from MkDocs' HTML and once from Callboard's Document, in one shape that can be held
against each other: blocks as lists, text with its white space folded, links and images by where they lead."""

import posixpath
import re
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

VOID = set("area base br col embed hr img input link meta param source track wbr".split())
BLOCK = set("address article aside blockquote center details dialog dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 "
            "header hgroup hr li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul caption colgroup".split())
HIDDEN = set("title xmp script style template noscript head iframe object embed audio video canvas svg math button select textarea option "
             "input map applet frame frameset noembed noframes".split())
CLOSES_P = BLOCK - {"caption", "colgroup", "tbody", "td", "tfoot", "th", "thead", "tr"}


class Node:
    def __init__(self, tag, attributes=()):
        self.tag = tag
        self.attributes = {name: value if value is not None else "" for name, value in reversed(list(attributes))}
        self.children = []

    @property
    def classes(self):
        return self.attributes.get("class", "").split()

    def find(self, test):
        for child in self.children:
            if isinstance(child, Node):
                if test(child):
                    return child
                found = child.find(test)
                if found:
                    return found
        return None

    def text(self):
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)


class TreeBuilder(HTMLParser):
    """The rules of HTML that pages of Markdown meet: elements that close others, and end tags that close nothing."""

    # What a browser reads as text up to its end tag, though it is never closed.
    CDATA_CONTENT_ELEMENTS = ("script", "style", "title", "textarea", "iframe", "xmp", "noembed", "noframes")

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.root = Node("body")
        self.open = [self.root]

    def close_to(self, tags, stop=()):
        for index in range(len(self.open) - 1, 0, -1):
            if self.open[index].tag in tags:
                del self.open[index:]
                return True
            if self.open[index].tag in stop:
                return False
        return False

    def handle_starttag(self, tag, attributes):
        if tag in CLOSES_P:
            self.close_to({"p"}, {"td", "th", "li", "div", "blockquote", "details", "section", "article", "table", "dd", "button"})
        if tag == "li":
            self.close_to({"li"}, {"ul", "ol", "menu"})
        elif tag in ("dt", "dd"):
            self.close_to({"dt", "dd"}, {"dl"})
        elif tag == "tr":
            self.close_to({"tr"}, {"table"})
        elif tag in ("td", "th"):
            self.close_to({"td", "th"}, {"tr", "table"})
        elif tag in ("tbody", "thead", "tfoot"):
            self.close_to({"tbody", "thead", "tfoot"}, {"table"})
        elif tag == "a":
            self.close_to({"a"}, {"td", "th", "table"})
        elif re.fullmatch("h[1-6]", tag) and re.fullmatch("h[1-6]", self.open[-1].tag):
            self.open.pop()
        node = Node(tag, attributes)
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)

    def handle_endtag(self, tag):
        if re.fullmatch("h[1-6]", tag):
            self.close_to({"h1", "h2", "h3", "h4", "h5", "h6"})
        elif tag == "p" and not any(node.tag == "p" for node in self.open):
            self.open[-1].children.append(Node("p"))
        elif tag not in VOID:
            self.close_to({tag}, {"td", "th", "table"} if tag not in ("td", "th", "tr", "table", "tbody", "thead", "tfoot") else ())

    def handle_data(self, data):
        self.open[-1].children.append(data)


def tree_of(html):
    builder = TreeBuilder()
    builder.feed(html)
    builder.close()
    return builder.root


def folded(text):
    return re.sub(r"[\s\u00a0]+", " ", text).strip()


def code_text(text):
    lines = text.replace("\r\n", "\n").replace("\t", "    ").split("\n")
    while lines and not lines[0].strip():
        lines.pop(0)
    while lines and not lines[-1].strip():
        lines.pop()
    return "\n".join(line.rstrip() for line in lines)


def resolved(address, page):
    """As Document keeps it: a path in the site, an anchor of the page, a web address; None for what may not be."""
    address = re.sub(r"[\t\n\r]", "", address).strip()
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if parts.scheme.lower() in ("http", "https"):
        return unquote(address) if parts.hostname and "@" not in parts.netloc else None
    if parts.scheme.lower() == "mailto":
        return address
    if parts.scheme or parts.netloc or address.startswith("//"):
        return "https:" + address if address.startswith("//") else None
    anchor = "#" + unquote(parts.fragment) if parts.fragment else ""
    path = unquote(parts.path).replace("\\", "/")
    if not path:
        return anchor or None
    base = posixpath.dirname(page) if not page.endswith("/") else page
    whole = path if path.startswith("/") else posixpath.join(base, path)
    out = []
    for part in whole.split("/"):
        if part == "..":
            if not out:
                return None
            out.pop()
        elif part and part != ".":
            out.append(part)
    result = "/".join(out)
    if not result:
        return "./" + anchor
    other = re.fullmatch(r"docs/([^/]+)/([^/]+)/([^/]+)(?:/(.*))?", result)
    if path.startswith("/docs/") and other:
        # How a portal names a page of another site, and how a Document does.
        inside = (other[4] or "").rstrip("/")
        return f"/{other[2]}:{other[1]}/{other[3]}/".lower() + (inside + "/" if inside else "") + anchor
    if result and (path.endswith(("/", "/.", "/..")) or path in (".", "..")):
        result += "/"
    if result.endswith("/index.html") or result == "index.html":
        result = result[:-len("index.html")]
    return result + anchor


class Reader:
    """Collects blocks; text between them is a paragraph."""

    def __init__(self):
        self.links = []
        self.images = []
        self.headings = []

    def finish(self, blocks):
        merged = []
        for block in blocks:
            if block == ("p", ""):
                continue
            merged.append(block)
        return merged


class HtmlReader(Reader):
    def __init__(self, page):
        super().__init__()
        self.page = page

    def read(self, html):
        return self.blocks(tree_of(html))

    # --- text ---
    def inline(self, node):
        if isinstance(node, str):
            return node
        if node.tag in HIDDEN:
            return ""
        classes = node.classes
        if node.tag == "a" and ("headerlink" in classes or "footnote-backref" in classes):
            return ""
        if node.tag == "br":
            return " "
        if node.tag == "img":
            if any(name in classes for name in ("emojione", "twemoji", "gemoji")):
                return node.attributes.get("alt", "")
            source = resolved(node.attributes.get("src", ""), self.page)
            if source:
                self.images.append(source)
            return "\u25a3" if source else node.attributes.get("alt", "")
        if node.tag == "a" and node.attributes.get("href"):
            target = resolved(node.attributes["href"], self.page)
            text = "".join(self.inline(child) for child in node.children)
            if target is not None and text.strip():
                self.links.append(target)
            return text
        return "".join(self.inline(child) for child in node.children)

    def is_block(self, node):
        return isinstance(node, Node) and (node.tag in BLOCK or (node.tag not in HIDDEN and any(self.is_block(child) for child in node.children)))

    # --- blocks ---
    def blocks(self, node):
        out, run = [], []

        def flush():
            text = folded("".join(run))
            run.clear()
            if text:
                out.append(("p", text))

        for child in node.children:
            if self.is_block(child):
                flush()
                out.extend(self.block(child))
            else:
                run.append(self.inline(child))
        flush()
        return self.finish(out)

    def block(self, node):
        classes = node.classes
        tag = node.tag
        if tag in HIDDEN or tag == "colgroup":
            return []
        if re.fullmatch("h[1-6]", tag):
            text = folded("".join(self.inline(child) for child in node.children))
            self.headings.append((int(tag[1]), node.attributes.get("id", ""), text))
            return [("h", int(tag[1]), text)] if text else []
        if tag == "hr":
            return [("hr",)]
        if tag == "pre":
            return self.code(node)
        if tag == "div" and ("highlight" in classes or "codehilite" in classes or "highlighttable" in classes):
            return self.highlighted(node)
        if tag == "table":
            return self.highlighted(node) if "highlighttable" in classes or "codehilitetable" in classes else self.table(node)
        if tag == "div" and "admonition" in classes:
            return self.admonition(node, [name for name in classes if name != "admonition"])
        if tag == "details":
            return self.details(node)
        if tag == "div" and "tabbed-set" in classes:
            return self.tabs(node)
        if tag == "div" and "footnote" in classes:
            return self.footnotes(node)
        if tag in ("ul", "ol", "menu"):
            return self.list(node, "ol" if tag == "ol" else "ul")
        if tag == "blockquote":
            inner = self.blocks(node)
            return [("quote", inner)] if inner else []
        if tag == "dl":
            return self.definitions(node)
        return self.blocks(node)

    def code(self, node):
        text = code_text(node.text())
        return [("code", text)] if text else []

    def highlighted(self, node):
        name = node.find(lambda n: n.tag in ("span", "th") and "filename" in n.classes)
        lines = node.find(lambda n: n.tag == "td" and "code" in n.classes) or node
        pre = lines.find(lambda n: n.tag == "pre")
        out = [("p", folded(name.text()))] if name else []
        return out + (self.code(pre) if pre else [])

    def table(self, node):
        rows, caption = [], []
        def collect(parent):
            for child in parent.children:
                if not isinstance(child, Node):
                    continue
                if child.tag == "tr":
                    rows.append([self.blocks(cell) for cell in child.children if isinstance(cell, Node) and cell.tag in ("td", "th")])
                elif child.tag == "caption":
                    caption.extend(self.blocks(child))
                elif child.tag in ("thead", "tbody", "tfoot"):
                    collect(child)
        collect(node)
        return caption + ([("table", rows)] if any(rows) else [])

    def admonition(self, node, classes):
        title, rest = "", Node("div")
        for child in node.children:
            if isinstance(child, Node) and "admonition-title" in child.classes and not title:
                title = folded("".join(self.inline(part) for part in child.children))
            else:
                rest.children.append(child)
        return [("admonition", (classes or [""])[0], title, self.blocks(rest))]

    def details(self, node):
        title, rest = "", Node("div")
        for child in node.children:
            if isinstance(child, Node) and child.tag == "summary" and not title:
                title = folded("".join(self.inline(part) for part in child.children))
            else:
                rest.children.append(child)
        return [("details", title, self.blocks(rest))]

    def tabs(self, node):
        labels, contents = [], []
        def collect(parent):
            for child in parent.children:
                if not isinstance(child, Node):
                    continue
                if child.tag == "label":
                    labels.append(folded("".join(self.inline(part) for part in child.children)))
                elif "tabbed-block" in child.classes or ("tabbed-content" in child.classes and "tabbed-alternate" not in node.classes):
                    contents.append(self.blocks(child))
                elif child.tag == "div":
                    collect(child)
        collect(node)
        return [("tabs", list(zip(labels, contents)))]

    def footnotes(self, node):
        items = node.find(lambda n: n.tag == "ol")
        return [("footnotes", [self.blocks(item) for item in items.children if isinstance(item, Node)])] if items else []

    def list(self, node, kind):
        items = []
        for child in node.children:
            if isinstance(child, Node) and child.tag == "li":
                box = child.find(lambda n: n.tag == "input" and n.attributes.get("type") == "checkbox") if "task-list-item" in child.classes else None
                check = ("checked" in box.attributes) if box else None
                items.append((check, self.blocks(child)))
            elif isinstance(child, Node) and self.is_block(child):
                inner = self.block(child)
                if inner:
                    items.append((None, inner))
        return [(kind, items)] if items else []

    def definitions(self, node):
        out = []
        for child in node.children:
            if isinstance(child, Node) and child.tag in ("dt", "dd"):
                out.append((child.tag, self.blocks(child)))
            elif isinstance(child, Node) and child.tag == "div":
                out.extend(entry for block in self.definitions(child) for entry in block[1])
        return [("dl", out)] if out else []


class DocumentReader(Reader):
    """The same from a Document as JSON (models/domain/document.cpp)."""

    def read(self, document):
        return self.blocks(document.get("blocks", []))

    def runs(self, runs):
        text, last = "", None
        for run in runs:
            if isinstance(run, str):
                text, last = text + run, None
                continue
            if run.get("s", 0) & 1024 and run.get("l", "").startswith("#fnref"):
                continue
            if run.get("i"):
                self.images.append(unquote(run["i"]) if run["i"].startswith("http") else run["i"])
                text += "\u25a3"
            else:
                text += run.get("t", "")
            link = run.get("l")
            if link and link != last:
                self.links.append(unquote(link) if link.startswith("http") else link or "./")
            last = link
        return text

    def content(self, block):
        out = []
        text = folded(self.runs(block.get("r", [])))
        if text:
            out.append(("p", text))
        return self.finish(out + self.blocks(block.get("c", [])))

    def blocks(self, blocks):
        out = []
        for block in blocks:
            out.extend(self.block(block))
        return self.finish(out)

    def block(self, block):
        kind = block["k"].lower()
        children = block.get("c", [])
        if kind == "h":
            text = folded(self.runs(block.get("r", [])))
            self.headings.append((block.get("level", 1), block.get("id", ""), text))
            return [("h", block.get("level", 1), text)] if text else []
        if kind == "code":
            title = folded(block.get("title", ""))
            text = code_text(block.get("text", ""))
            return ([("p", title)] if title else []) + ([("code", text)] if text else [])
        if kind == "rule":
            return [("hr",)]
        if kind == "list":
            check = {0: None, 1: False, 2: True}
            return [("ol" if block.get("ordered") else "ul", [(check[item.get("check", 0)], self.content(item)) for item in children])]
        if kind == "quote":
            inner = self.content(block)
            return [("quote", inner)] if inner else []
        if kind == "table":
            title = folded(block.get("title", ""))
            rows = [[self.content(cell) for cell in row.get("c", [])] for row in children]
            return ([("p", title)] if title else []) + ([("table", rows)] if any(rows) else [])
        if kind == "admonition":
            return [("admonition", block.get("flavour", ""), folded(block.get("title", "")), self.content(block))]
        if kind == "details":
            return [("details", folded(block.get("title", "")), self.content(block))]
        if kind == "tabs":
            return [("tabs", [(folded(tab.get("title", "")), self.content(tab)) for tab in children])]
        if kind == "dl":
            return [("dl", [(entry["k"].lower(), self.content(entry)) for entry in children])]
        if kind == "footnotes":
            return [("footnotes", [self.content(note) for note in children])]
        if kind == "figure":
            title = folded(block.get("title", ""))
            return self.content(block) + ([("p", title)] if title else [])
        return self.content(block)


def text_of(blocks):
    """All words in their order, for a comparison of text alone."""
    words = []

    def walk(value):
        if isinstance(value, str):
            words.append(value)
        elif isinstance(value, (list, tuple)):
            for item in value:
                walk(item)

    names = {"p", "h", "code", "hr", "ul", "ol", "quote", "table", "admonition", "details", "tabs", "footnotes", "dl", "dt", "dd"}

    def content(value):
        if isinstance(value, tuple) and value and isinstance(value[0], str) and value[0] in names:
            rest = value[2:] if value[0] == "admonition" else value[1:]
            for item in rest:
                content(item)
        elif isinstance(value, str):
            words.append(value)
        elif isinstance(value, (list, tuple)):
            for item in value:
                content(item)

    content(list(blocks))
    return re.sub(r"[\s\u25a3]+", "", "".join(words))
