#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Callboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""index.py CORPUS OUTPUT: what MkDocs' own search plugin indexes of every site below a folder, as one JSON: {site: [{title, text,
location}]}. Pages and their sections are entries each, as in a site's search_index.json, which Backstage reads too."""

import json
import logging
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "mkdocs"))


def index_one(config_file, output):
    import build_site
    from mkdocs.contrib.search.search_index import SearchIndex

    logging.disable(logging.CRITICAL)
    build_site.with_the_plugins_there_are()
    build_site.without_missing_extensions()
    os.chdir(os.path.dirname(os.path.abspath(config_file)))
    with tempfile.TemporaryDirectory() as site:
        recorder = build_site.Recorder()
        try:
            build_site.build(config_file, site, recorder)
        except (Exception, SystemExit):
            recorder = build_site.Recorder()  # Perhaps only its theme is not here.
            build_site.build(config_file, site, recorder, theme="mkdocs")
    # The plugin's defaults: https://www.mkdocs.org/user-guide/configuration/#search
    index = SearchIndex(lang=["en"], separator=r"[\s\-]+", min_search_length=3, prebuild_index=False, indexing="full")
    for page, _ in recorder.pages:
        index.add_entry_from_context(page)
    with open(output, "w") as file:
        json.dump(json.loads(index.generate_search_index())["docs"], file)


def main(corpus, output):
    from agree import sites_below

    sites = {}
    with tempfile.TemporaryDirectory() as folder:
        answer = os.path.join(folder, "docs.json")
        for site in sites_below(corpus):
            config = next(os.path.join(site, name) for name in ("mkdocs.yml", "mkdocs.yaml") if os.path.exists(os.path.join(site, name)))
            done = subprocess.run([sys.executable, __file__, "--one", config, answer], capture_output=True, text=True)
            name = os.path.relpath(site, corpus)
            if done.returncode == 0:
                with open(answer) as file:
                    sites[name] = json.load(file)
            else:
                print(f"{name}: MkDocs does not build it: {done.stderr.strip().splitlines()[-1:]}")
    with open(output, "w") as file:
        json.dump(sites, file)


if __name__ == "__main__":
    if sys.argv[1] == "--one":
        index_one(sys.argv[2], sys.argv[3])
    else:
        main(sys.argv[1], sys.argv[2])
