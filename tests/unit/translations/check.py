#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Callboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check.py --catalogues A.ts … --lupdate COMMAND …: every string of the sources is in every language, finished.

Copies the catalogues, lets lupdate bring the copies up to the sources, and reads what is missing. Also: a translation
uses the same place markers (%1, %n, %L1) as its source, keeps a final ellipsis, and has the plural forms its language asks for.
"""
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

PLURAL_FORMS = {"id": 1, "fr": 2, "en": 2}
MARKER = re.compile(r"%(?:L?\d+|n)")


def faults_of(message, language):
    source = message.findtext("source") or ""
    translation = message.find("translation")
    if translation is None or translation.get("type") == "unfinished":
        yield "not translated"
        return
    forms = [f.text or "" for f in translation.findall("numerusform")] if message.get("numerus") == "yes" else [translation.text or ""]
    if message.get("numerus") == "yes" and len(forms) != PLURAL_FORMS[language]:
        yield f"{len(forms)} plural forms, {language} has {PLURAL_FORMS[language]}"
    for form in forms:
        if not form.strip():
            yield "empty"
        wanted, got = set(MARKER.findall(source)) - {"%n"}, set(MARKER.findall(form)) - {"%n"}
        if wanted != got:
            yield f"place markers {sorted(got)}, the source has {sorted(wanted)}"
        if source.endswith("…") != form.endswith("…"):
            yield "the ellipsis differs"


def main():
    split = sys.argv.index("--lupdate")
    catalogues, lupdate = sys.argv[2:split], sys.argv[split + 1:]
    if len(catalogues) < 2:
        print(f"expected Indonesian and French, found {catalogues}")
        return 1
    faults = 0
    for catalogue in catalogues:
        language = Path(catalogue).stem.split("_", 1)[1]
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / Path(catalogue).name
            shutil.copy(catalogue, copy)
            subprocess.run([*lupdate, str(copy)], check=True, stdout=subprocess.DEVNULL)
            if language == "en":
                continue
            tree = ElementTree.parse(copy)
        count = 0
        for context in tree.iter("context"):
            for message in context.iter("message"):
                count += 1
                for fault in faults_of(message, language):
                    faults += 1
                    if faults <= 40:
                        print(f"{language} {context.findtext('name')}: {message.findtext('source')!r}: {fault}")
        print(f"{language}: {count} strings")
        if count == 0:
            faults += 1
    print(f"{faults} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
