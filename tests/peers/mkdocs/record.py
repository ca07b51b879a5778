#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Callboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""record.py OUTPUT: what MkDocs makes of samples/, for tests that run without it (tests/unit/docs/tst_mkdocs.cpp).

    packaging/shell --no-build python3 tests/peers/mkdocs/record.py tests/unit/docs/mkdocs_samples.json
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from importlib.metadata import version

HERE = os.path.dirname(os.path.abspath(__file__))


def without_emoji_pictures(html):
    """Where MkDocs loads a picture of an emoji, Callboard shows the character that the picture is of."""
    def alt(match):
        found = re.search(r'alt="([^"]*)"', match.group())
        return found[1] if found else ""
    return re.sub(r'<img [^>]*class="(?:emojione|twemoji|gemoji)"[^>]*>', alt, html)


def main(output):
    recorded = {"made with": {name: version(name) for name in ("mkdocs", "markdown", "pymdown-extensions", "mkdocs-material", "pygments")},
                "sites": {}}
    with tempfile.TemporaryDirectory() as folder:
        for site in ("plain", "techdocs", "material"):
            answer = os.path.join(folder, site)
            config = os.path.join(HERE, "samples", site, "mkdocs.yml")
            subprocess.run([sys.executable, os.path.join(HERE, "build_site.py"), config, answer], check=True)
            with open(answer) as file:
                built = json.load(file)
            if "error" in built:
                sys.exit(built["error"])
            for page in built["pages"]:
                page["html"] = without_emoji_pictures(page["html"])
                del page["written"]
            recorded["sites"][site] = {"nav": built["nav"], "assets": built["assets"], "pages": built["pages"]}
    with open(output, "w") as file:
        json.dump(recorded, file, indent=0, ensure_ascii=False)
        file.write("\n")


if __name__ == "__main__":
    main(sys.argv[1])
