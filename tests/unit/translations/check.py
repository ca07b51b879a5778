#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Callboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check.py --catalogues A.ts … --lupdate COMMAND …: every string of the sources is in every language, finished.

Copies the catalogues, lets lupdate bring the copies up to the sources, and reads what is missing. Also: a translation
uses the same place markers (%1, %n, %L1) as its source, keeps a mnemonic, the spaces around it and a final ellipsis or
colon, and has the plural forms its language asks for. French sets its punctuation off with spaces that do not break.
English is the language of the sources: its catalogue holds the plural forms and nothing else. The words of Qt itself,
qtbase_*.ts beside the catalogues, are held to the same, but for lupdate.
"""
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

PLURAL_FORMS = {"id": 1, "fr": 2, "en": 2}
MARKER = re.compile(r"%(?:L?\d+|L?n)")
COUNTS = {"%n", "%Ln"}
MNEMONIC = re.compile(r"&\w")
BREAKING_SPACE = re.compile(r" [:;?!»]|« ")
LISTED = 40


def updated(catalogue, language, lupdate, folder):
    """The catalogue as it would be after an update from the sources, and what lupdate took for words of no class of ours: nobody
    would find their translation."""
    copy = Path(folder) / Path(catalogue).name
    shutil.copy(catalogue, copy)
    plurals = ["-pluralonly"] if language == "en" else []
    told = subprocess.run([*lupdate, str(copy), *plurals], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    lost = [line for line in told.stderr.splitlines() if "Qualifying with unknown namespace/class" in line]
    return ElementTree.parse(copy), lost


def faults_of_form(source, form, language):
    if not form.strip():
        yield "empty"
        return
    # A singular may do without its number.
    wanted, got = set(MARKER.findall(source)) - COUNTS, set(MARKER.findall(form)) - COUNTS
    if wanted != got:
        yield f"place markers {sorted(got)}, the source has {sorted(wanted)}"
    for mark, name in (("…", "ellipsis"), (":", "colon")):
        if source.endswith(mark) != form.endswith(mark):
            yield f"the final {name} differs"
    if len(MNEMONIC.findall(source)) != len(MNEMONIC.findall(form)):
        yield "has a mnemonic where the source has none, or the other way round"
    if [source[:1].isspace(), source[-1:].isspace()] != [form[:1].isspace(), form[-1:].isspace()]:
        yield "the spaces around it differ"
    if language == "fr" and BREAKING_SPACE.search(form):
        yield "a space before : ; ? ! or inside « » can break the line"


def faults_of(message, language):
    source = message.findtext("source") or ""
    plural = message.get("numerus") == "yes"
    if language == "en" and not plural:
        yield "English needs no such entry"
        return
    translation = message.find("translation")
    if translation is None or translation.get("type") == "unfinished":
        yield "not translated"
        return
    forms = [f.text or "" for f in translation.findall("numerusform")] if plural else [translation.text or ""]
    if plural and len(forms) != PLURAL_FORMS[language]:
        yield f"{len(forms)} plural forms, {language} has {PLURAL_FORMS[language]}"
    for form in forms:
        yield from faults_of_form(source, form, language)


def report(tree, language):
    """Prints what is wrong with the catalogue, and says how much that is. An empty one is wrong too."""
    count = faults = 0
    for context in tree.iter("context"):
        for message in context.iter("message"):
            count += 1
            for fault in faults_of(message, language):
                faults += 1
                if faults <= LISTED:
                    print(f"{language} {context.findtext('name')}: {message.findtext('source')!r}: {fault}")
    print(f"{language}: {count} strings, {faults} faults")
    return faults if count else 1


def main():
    split = sys.argv.index("--lupdate")
    catalogues, lupdate = sys.argv[2:split], sys.argv[split + 1:]
    languages = {Path(catalogue).stem.split("_", 1)[1]: catalogue for catalogue in catalogues}
    if set(languages) != set(PLURAL_FORMS):
        print(f"expected {sorted(PLURAL_FORMS)}, found {sorted(languages)}")
        return 1
    faults = 0
    for language, catalogue in languages.items():
        with tempfile.TemporaryDirectory() as folder:
            tree, lost = updated(catalogue, language, lupdate, folder)
            for line in lost:
                print(line)
            faults += report(tree, language) + len(lost)
    for supplement in sorted(Path(catalogues[0]).parent.glob("qtbase_*.ts")):
        faults += report(ElementTree.parse(supplement), supplement.stem.split("_", 1)[1])
    print(f"{faults} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
