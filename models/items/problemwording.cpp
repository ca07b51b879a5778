// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/problemwording.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <optional>
#include <span>
#include <vector>

using namespace Qt::StringLiterals;

namespace callboard::items {

namespace {

constexpr auto context = "callboard::items::ProblemWording";

/// One sentence of the engine, with the numbers of what is said in words as well.
struct Pattern {
    const char *english;
    const char *phrases = "";
    bool mayGoOn = false; ///< A remedy may follow.
};

// Those that say more come first: a general one fits them too.
const Pattern sentences[] {
    // Formats of fields: models/catalog/fieldformat.cpp
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "apiVersion %1 is not of the form \"group/version\"; write for example \"backstage.io/v1alpha1\""), "1" },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "kind %1 may have letters and digits only, a letter first, at most 63; write for example \"Component\""), "1" },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "namespace %1 may have lower-case letters, digits and \"-\" between them only, at most 63"), "1", true },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "name \"%1\" has %2 characters, and at most 63 are allowed; shorten it and put the long form into metadata.title") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "label \"%1\": value \"%2\" has %3 characters, and at most 63 are allowed; shorten it and put the long form into metadata.title"), "", true },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "name %1 may have letters, digits and \"-\", \"_\" or \".\" between them only, at most 63"), "1", true },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "label \"%1\": value %2 may have letters, digits and \"-\", \"_\" or \".\" between them only, at most 63"), "2", true },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "%1 key \"%2\" is not of the form \"name\" or \"prefix.example.com/name\"; at most one \"/\", a lower-case domain before it, letters, digits and \"-_.\" after it, at most 63"), "1" },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "annotation \"%1\" must be text, but is %2; put it in quotes"), "2" },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "tag %1 may have lower-case letters, digits, \"+\", \"#\" and \":\", in words joined by single \"-\", at most 63"), "1", true },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "\"%1\" is a template's placeholder; write what it stands for, or keep the file in a folder called \"skeleton\", where it is filled in"), "", true },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "link %1 is not a whole URL; write it with its scheme, for example \"https://%2\""), "1" },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "the %1 of a link must not be empty; write one or leave the line out") },
    // Schemas: models/catalog/advice.cpp
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "metadata.annotations must be a map; write \"key: value\" lines under it") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "%1 must be %2, but is %3; %4"), "1234" },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "%1 is missing; write \"%2\" instead of \"%3\""), "1" },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "%1 is missing; add \"%2\""), "12" },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "\"%1\" may not stand at the top of a descriptor; %2"), "2" },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "\"%1\" may not stand under %2; remove it") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "%1 must not be empty; write a value or remove the line"), "1" },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "%1 is too long; at most %2 characters are allowed"), "1" },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "%1 must have an entry; write at least %2"), "1" },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "%1 may have letters, digits and _ only"), "1" },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "%1 is %2; write one of: %3"), "12" },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "%1 fits none of its forms; write a map, or a list of maps"), "1" },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "kind %1 is not known with apiVersion \"%2\"; write \"apiVersion: %3\"") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "kind \"%1\" is not known; write \"kind: %2\", capitals matter") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "kind \"%1\" is not known; write \"kind: %2\"") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "kind \"%1\" is not one that Backstage knows; write one of %2, or allow your own with --allow-kind %1") },
    // Documents and their catalog: validate.cpp, document.cpp, engine.cpp
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "\"%1\" is made by the catalog and may not be written; remove it") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "a descriptor is a map; write \"apiVersion:\", \"kind:\" and \"metadata:\" at the top") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "a descriptor is a map, and this is a list; take out the \"- \" and write \"---\" between entities") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "this is UTF-16, or no text at all; save the file as UTF-8") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "%1 is described again further down in this file, and that one counts; rename or remove one") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "%1 is already described at %2, and that one counts; rename one, or give it a namespace of its own") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "\"%1\" is a folder; name a file in it") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "a Location of type \"%1\" cannot be followed from here; write \"type: url\", or leave the type out") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "The descriptor cannot be read: %1") },
    // References and locations: relations.cpp, location.cpp
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "%1 names nothing; write a reference or remove the entry") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "%1 must name an entity by text; write \"[kind:][namespace/]name\"") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "%1: \"%2\" does not say its kind; write \"component:%2\" or \"resource:%2\"") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "%1: \"%2\" is not a reference; write \"[kind:][namespace/]name\", with nothing left empty") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "\"%1\" is not a location; write \"<type>:<target>\", for example \"url:https://host/path\"") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "\"%1\" is not a location; write \"url:%1\"") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "\"%1\" is a javascript: address, which is not allowed") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "a location needs a type and a target") },
    // What is taken in: substitute.cpp
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "%1 needs one line of text; write a URL or a path such as ./openapi.yaml") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "%1 cannot take in \"%2\": %3"), "3" },
};

// Whole sentences of the YAML reader, models/catalog/yaml_*.cpp; of a file that is taken in, part of one.
const Pattern readerSentences[] {
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "The text is %1 bytes long, more than the %2 that are read: split it") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "Nested more than %1 levels deep: write it flatter") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "This document holds too many values to be read: split it with `---`") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "The aliases of this document stand for more than %1 values: write fewer") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "There are too many aliases here: write the values out") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "Git left its marks of two versions here: keep one, and take out the lines `<<<<<<<`, `=======` and `>>>>>>>`") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "A list must begin on a line of its own behind its anchor or tag") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "A list may not begin on the line of its key: put the `- ` on a line of its own") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "A list cannot be a key: indent its `- ` under the key that it belongs to, or take out what follows it") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "All items of a list must start in the same column: line this `-` up with the others") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "An item of a list must begin with `- `") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "The keys of a !!set must not have values") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "Each item of !!pairs or !!omap must be one `key: value`") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "The keys of an !!omap must differ") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "All keys of a mapping must start in the same column: line this one up with the others") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "A key must be on one line and be followed by `:`: write `key: value`") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "A key must be followed by `:` and a value: write `key: value`") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "The keys of a mapping must be unique: remove or rename one of the two") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "There can be one `key: value` in a line: quote the value if the second colon is part of it") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "A key may be 1024 characters long: write `? ` before a longer one") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "A key in a `[…]` list must be on one line") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "There is one `%1` too many here") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "A `,` is missing between two values in brackets: write one, or quote the whole value") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "A `,` or `:` is missing between two values in brackets: write one, or quote the whole value") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "Within brackets there can only be values in brackets: write `[a, b]` or `{key: value}`") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "A space is missing behind `:`") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "The closing `%1` is missing: write it, or quote the value if the bracket is text") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "The closing `%1` is missing, or a line before it is indented too little: write it, or quote the value if the bracket is text") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "The closing ' is missing") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "The closing \" is missing") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "A comment may not stand between the parts of a mapping here: move it above them") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "A comment must be separated from what is before it: write a space before `#`") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "Nothing but a comment may follow a complete value: quote the whole value, or begin a new line") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "Nothing but comments may follow `...`: begin the next document with `---`") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "There is no document that `...` could end: leave it out") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "A mapping or list may not begin on the line of `---`: begin it on the next line") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "A `---` line must stand between the directives (%) and the document") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "This does not belong here: quote the value") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "This does not belong here: the text of a block scalar begins on the line after `|` or `>`") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "This does not belong here: a bracket is closed that was never opened") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "This does not belong here") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "`%1` does not belong here: quote the value if it is text") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "Tabs are not allowed as indentation: use spaces") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "A plain value cannot start with %1: put the value in quotes"), "1" },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "There is no such escape in double quotes: write `\\\\` for a backslash, or use single quotes") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "This escape is no character: write \\x41, \\u0041 or \\U00000041, with so many digits") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "The text of a block scalar begins on the line after `|` or `>`") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "The text of a block scalar must be indented further than its key") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "This line is indented less than the text of its block scalar: indent it as far as the first") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "The empty lines above are indented further than the text: take the spaces out of them, or write the indentation behind `|` or `>`, as in `|2`") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "Behind `|` or `>` there can be one of `+` and `-` and a digit from 1 to 9: begin the text on the next line") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "An anchor or a tag must be followed by a space") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "Anchors and tags must stand behind the `%1`") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "An anchor needs a name: write it directly behind `&`, or quote the value") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "A value can have one anchor (&): take one out") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "A value can have one tag (!): take one out") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "An alias needs a name: write it directly behind `*`, or quote the value") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "An alias (*) cannot have an anchor or a tag: put them where the anchor (&) is") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "There is no anchor `&%1` before this alias: write one, or quote the value") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "An alias cannot stand within what it stands for") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "What `<<` takes over must be a mapping or a list of mappings") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "The tag does not fit the value: write a date as 2026-01-31, or leave the tag out") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "This tag means nothing: write `!` alone, or leave it out") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "A tag that begins with `!<` must end with `>`") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "The tag has no name: write it directly behind `!`, or quote the value") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "The %-escapes in this tag are no UTF-8") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "The tag's prefix is not declared: declare it with %TAG, or leave the tag out") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "A %TAG directive needs a handle and a prefix: write `%TAG !e! tag:example.com,2026:`") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "A %YAML directive needs a version: write `%YAML 1.2`") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "This is not a YAML version: write `%YAML 1.2`") },
};

const Pattern phrases[] {
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "the document") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "text") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "a list") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "a map") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "true or false") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "nothing") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "empty") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "the word %1") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "the number %1") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "the text \"%1\"") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "write a value or remove the line") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "put it in quotes: \"%1\"") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "put a template's placeholder in quotes: \"%1\"") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "keep one entry, without the \"- \"") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "write one line of text") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "write each entry on a line of its own after \"- \", or [%1]") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "write entries that begin with \"- \"") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "write \"key: value\" lines under %1") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "write \"key: value\" lines") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "indent it, so that it stands under spec") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "indent it, so that it stands under metadata") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "write \"%1\" instead") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "only apiVersion, kind, metadata and spec may stand there; move or remove it") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "metadata: with a name under it") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "spec: with the fields of the kind under it") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "lifecycle: production (or experimental, deprecated)") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "definition: with the text of the API, or $text: ./openapi.yaml under it") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "steps: with a list of actions under it") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "action: fetch:template (or another action)") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "it is not JSON: %1 at character %2"), "1" },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "it does not hold one JSON value") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "it must hold exactly one YAML document, and holds %1") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "it is not YAML: %1 (line %2)"), "1" },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "a tab") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "the closing `}` is missing") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "the closing `]` is missing") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "the closing \" is missing") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "a `:` is missing behind a name") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "a `,` is missing between two values") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "a name or a value is missing") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "JSON has no such value") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "JSON has no such number") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "JSON has no such escape") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "the text is not UTF-8") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "it is nested too deep") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "it is too long") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "more follows than one value") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "there is no such file (%1)") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "there is no such file; write its path relative to this descriptor") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "it is in another repository; copy the file into this one") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "it is outside of the repository; copy the file into it") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "\"/\" means the root of the repository, and this folder is in none") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "\"%1\" is not a URL") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "\"%1\" does not say where its repository begins") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "\"%1\" leads out of its repository") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "folders are parted by \"/\" here; write \"%1\"") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "it is a link that leads out of the repository") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "it is a link that leads out of the folder") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "it cannot be read: %1"), "1" },
};

// What may follow a sentence.
const Pattern remedies[] {
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "%1; write \"%2\"") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "%1, or make it an annotation") },
};

/// A pattern made ready.
struct Known {
    Pattern pattern;
    QString needed; ///< Its longest literal part: what has it not is looked at no further.
    QRegularExpression expression;
    std::vector<int> numbers; ///< Of the captured parts, in their order.
};

Known known(const Pattern &pattern)
{
    Known made { pattern, {}, {}, {} };
    const QString english = QString::fromUtf8(pattern.english);
    QString expression = u"\\A"_s;
    QString literal;
    const auto endLiteral = [&] {
        expression += QRegularExpression::escape(literal);
        if (literal.size() > made.needed.size())
            made.needed = literal;
        literal.clear();
    };
    for (qsizetype at = 0; at < english.size(); ++at) {
        if (english[at] != u'%' || at + 1 == english.size() || !english[at + 1].isDigit()) {
            literal += english[at];
            continue;
        }
        endLiteral();
        const int number = english[++at].digitValue();
        const auto before = std::ranges::find(made.numbers, number);
        if (before == made.numbers.end()) {
            expression += u"(.*?)"_s;
            made.numbers.push_back(number);
        } else {
            expression += u"\\g{%1}"_s.arg(before - made.numbers.begin() + 1);
        }
    }
    endLiteral();
    made.expression = QRegularExpression(expression + u"\\z"_s, QRegularExpression::DotMatchesEverythingOption);
    return made;
}

std::vector<Known> allKnown(std::span<const Pattern> patterns)
{
    std::vector<Known> all;
    for (const Pattern &pattern : patterns)
        all.push_back(known(pattern));
    return all;
}

QString translated(const char *english) { return QCoreApplication::translate(context, english); }

/// In one pass: what stands for a number may hold marks itself.
QString filled(const QString &text, const std::vector<QString> &byNumber)
{
    QString out;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const int number = text[at] == u'%' && at + 1 < text.size() ? text[at + 1].digitValue() : -1;
        if (number > 0 && size_t(number) < byNumber.size()) {
            out += byNumber[size_t(number)];
            ++at;
        } else {
            out += text[at];
        }
    }
    return out;
}

QString phrase(const QString &english);

std::optional<QString> said(const Known &candidate, const QString &english)
{
    if (!english.contains(candidate.needed))
        return std::nullopt;
    const QRegularExpressionMatch match = candidate.expression.match(english);
    if (!match.hasMatch())
        return std::nullopt;
    std::vector<QString> byNumber(10);
    for (size_t at = 0; at < candidate.numbers.size(); ++at) {
        const int number = candidate.numbers[at];
        const QString part = match.captured(int(at) + 1);
        byNumber[size_t(number)] = QByteArrayView(candidate.pattern.phrases).contains(char('0' + number)) ? phrase(part) : part;
    }
    return filled(translated(candidate.pattern.english), byNumber);
}

std::optional<QString> saidByOne(const std::vector<Known> &candidates, const QString &english)
{
    for (const Known &candidate : candidates) {
        if (auto text = said(candidate, english))
            return text;
    }
    return std::nullopt;
}

std::optional<QString> saidByReader(const QString &english)
{
    static const std::vector<Known> all = allKnown(readerSentences);
    return saidByOne(all, english);
}

/// What is none stays: names and values of the person's own.
QString phrase(const QString &english)
{
    static const std::vector<Known> all = allKnown(phrases);
    if (const auto text = saidByOne(all, english))
        return *text;
    if (const auto text = saidByReader(english))
        return *text;
    const qsizetype either = english.indexOf(" or "_L1);
    if (either < 0)
        return english;
    const auto first = saidByOne(all, english.first(either));
    return first ? translated(QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "%1 or %2")).arg(*first, phrase(english.sliced(either + 4))) : english;
}

std::optional<QString> saidWhole(const QString &english, bool goesOn)
{
    static const std::vector<Known> all = allKnown(sentences);
    for (const Known &candidate : all) {
        if (goesOn && !candidate.pattern.mayGoOn)
            continue;
        if (auto text = said(candidate, english))
            return text;
    }
    return goesOn ? std::nullopt : saidByReader(english);
}

/// From the end: a sentence, and a remedy or two behind it.
std::optional<QString> saidWithRemedy(const QString &english, bool goesOn)
{
    if (auto text = saidWhole(english, goesOn))
        return text;
    static const std::vector<Known> all = allKnown(remedies);
    for (const Known &candidate : all) {
        // As late as it can: the sentence may have the same words.
        const QString mark = candidate.numbers.size() > 1 ? u"; write \""_s : u", or make it an annotation"_s;
        const qsizetype at = english.lastIndexOf(mark);
        const bool isAtEnd = candidate.numbers.size() > 1 ? english.endsWith(u'"') : at + mark.size() == english.size();
        if (at <= 0 || !isAtEnd)
            continue;
        const auto first = saidWithRemedy(english.first(at), true);
        if (!first)
            continue;
        const QString instead = candidate.numbers.size() > 1 ? english.sliced(at + mark.size()).chopped(1) : QString();
        return filled(translated(candidate.pattern.english), { {}, *first, instead });
    }
    return std::nullopt;
}

} // namespace

QString ProblemWording::sentence(const QString &message) { return saidWithRemedy(message, false).value_or(message); }

bool ProblemWording::isKnown(const QString &message) { return saidWithRemedy(message, false).has_value(); }

} // namespace callboard::items
