// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace callboard::catalog {

/// What a term of the plain language is about.
enum class TermKey {
    Word, ///< Free text over name, title, tags and description.
    Kind,
    Owner,
    System,
    Type,
    Lifecycle,
    Tag,
    Namespace,
    Name,
    Is,         ///< orphan, problem, dangling, starred, mine, recent
    Has,        ///< A field is there: `has:spec.lifecycle`.
    Annotation, ///< `annotation:key` or `annotation:key=value`
    Label,
    Text, ///< All text of an entity: `text:refund`, `text:"double entry"`
    Relation, ///< `rel:dependsOn` or `rel:dependsOn=component:ledger`
};

/// One term of a plain query, with its place, so that it can be shown as a chip and completed.
struct PlainTerm {
    TermKey key = TermKey::Word;
    bool negated = false;
    bool quoted = false;    ///< A phrase: its spaces count.
    QString field;          ///< Annotation or label key, relation type, field path.
    QStringList values;     ///< Any of them; none while half typed, or when only presence is asked for.
    qsizetype start = 0;    ///< In the text; the sign and quotes are part of the term.
    qsizetype length = 0;
    qsizetype valueStart = 0; ///< Where the value being typed begins.
    QString hint;           ///< What is wrong or missing, in English; empty when nothing is.

    /// False while it says nothing yet ("kind:"): such a term filters nothing.
    bool isComplete() const;
    bool operator==(const PlainTerm &) const = default;
};

/// A plain query: all terms must hold. Nothing that can be typed is an error; what is not understood has a hint.
struct PlainQuery {
    std::vector<PlainTerm> terms;

    /// The free words and phrases that must be there, separated by spaces.
    QString freeText() const;
    /// The term at or just before the cursor; nullptr between terms.
    const PlainTerm *termAt(qsizetype cursor) const;
};

/// `owner:payments kind:api,component -lifecycle:deprecated "double entry" ledger`. Total and linear in the text.
PlainQuery parsePlainQuery(QStringView text);

/// The name of a key as it is typed ("kind"); empty for Word.
QString keyText(TermKey key);
/// All keys that can be typed, in the order to offer them.
QStringList plainKeys();
/// What `is:` takes.
QStringList isValues();
/// A value as it must be typed: quoted where it has spaces, commas or quotes.
QString quotedValue(const QString &value);
/// The text without the term that begins at `start`.
QString withoutTerm(const QString &text, qsizetype start);

} // namespace callboard::catalog
