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
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "link %1 is not a whole URL; write it with its scheme, for example \"https://%2\""), "1" },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "the %1 of a link must not be empty; write one or leave the line out") },
    // Schemas: models/catalog/advice.cpp
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "metadata.annotations must be a map; write \"key: value\" lines under it") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "%1 must be %2, but is %3; %4"), "1234" },
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
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "kind \"%1\" is not one that Backstage knows; write one of %2, or allow your own with --allow-kind %1") },
    // Documents and their catalog: validate.cpp, document.cpp, engine.cpp
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "\"%1\" is made by the catalog and may not be written; remove it") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "a descriptor is a map; write \"apiVersion:\", \"kind:\" and \"metadata:\" at the top") },
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
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "keep one entry, without the \"- \"") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "write one line of text") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "write each entry on a line of its own after \"- \", or [%1]") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "write entries that begin with \"- \"") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "write \"key: value\" lines under %1") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "write \"key: value\" lines") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "indent it, so that it stands under spec") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "indent it, so that it stands under metadata") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "only apiVersion, kind, metadata and spec may stand there; move or remove it") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "metadata: with a name under it") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "spec: with the fields of the kind under it") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "lifecycle: production (or experimental, deprecated)") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "definition: with the text of the API, or $text: ./openapi.yaml under it") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "steps: with a list of actions under it") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "action: fetch:template (or another action)") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "it is not JSON: %1 at character %2") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "it does not hold one JSON value") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "it must hold exactly one YAML document, and holds %1") },
    { QT_TRANSLATE_NOOP("callboard::items::ProblemWording", "it is not YAML: %1 (line %2)") },
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

/// What is none stays: names and values of the person's own.
QString phrase(const QString &english)
{
    static const std::vector<Known> all = allKnown(phrases);
    if (const auto text = saidByOne(all, english))
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
    return std::nullopt;
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
