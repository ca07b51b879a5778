// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/docs/markdown_engine.h"

#include <QRegularExpression>

namespace callboard::docs::markdown {

/// Texts are whole UTF-16 here: to have that checked for each of a thousand matches in a text would be its length squared.
inline constexpr QRegularExpression::MatchOption uncheckedMatch = QRegularExpression::DontCheckSubjectStringMatchOption;

/// A pattern that begins at a certain text.
class TriggerPattern : public InlinePattern {
public:
    TriggerPattern(Engine &engine, QString trigger)
        : InlinePattern(engine)
        , m_trigger(std::move(trigger))
    {
    }
    bool begin(const QString &data) override { return data.contains(m_trigger); }
    Candidate next(const QString &data, qsizetype from) override
    {
        const qsizetype start = data.indexOf(m_trigger, from);
        return start < 0 ? Candidate() : Candidate {start, start + m_trigger.size(), {}};
    }

protected:
    QString m_trigger;
};

/// A regular expression as Python means it, whose backtracking is counted. Almost all matches are over within a few steps and cost nothing.
/// One that is not is tried again with many; a document has so many tries of that kind, and when they are used up nothing matches any
/// more. So a text of marks that open and never close cannot hold anybody up, however many there are.
class BoundedRegex final {
public:
    explicit BoundedRegex(const QString &pattern, bool ignoreCase = false);
    QRegularExpressionMatch match(
        Engine &engine, const QString &data, qsizetype from, QRegularExpression::MatchOptions options = QRegularExpression::NoMatchOption) const;
    int captureCount() const { return m_quick.captureCount(); }

private:
    QRegularExpression m_quick;
    QRegularExpression m_patient;
};

/// A pattern that is a regular expression. `hint` is a text without which it cannot match; empty: always tried.
class RegexPattern : public InlinePattern {
public:
    RegexPattern(Engine &engine, const QString &pattern, QString hint, bool ignoreCase = false);
    bool begin(const QString &data) override { return m_hint.isEmpty() || data.contains(m_hint, Qt::CaseInsensitive); }
    Candidate next(const QString &data, qsizetype from) override;

protected:
    BoundedRegex m_regex;
    QString m_hint;
};

/// A regular expression as Python means it: "." is anything, classes are of Unicode; with a bound on its steps.
QRegularExpression pythonRegex(const QString &pattern, bool ignoreCase = false);

void addBasicPatterns(Engine &engine);
void addLinkPatterns(Engine &engine);
void addInlineHilite(Engine &engine, const QJsonObject &config);
void addEmphasis(Engine &engine);
void addBetterEm(Engine &engine, const QJsonObject &config);
void addCaret(Engine &engine, const QJsonObject &config);
void addTilde(Engine &engine, const QJsonObject &config);
void addMark(Engine &engine, const QJsonObject &config);
void addMagicLink(Engine &engine, const QJsonObject &config);
void addEmoji(Engine &engine, const QJsonObject &config);
void addKeys(Engine &engine, const QJsonObject &config);
void addArithmatex(Engine &engine, const QJsonObject &config);
void addFootnotePattern(Engine &engine);
void addSmarty(Engine &engine, const QJsonObject &config);
void addSmartSymbols(Engine &engine, const QJsonObject &config);
void addLineBreaks(Engine &engine);
void addEscapeAll(Engine &engine, const QJsonObject &config);
void addWikiLinks(Engine &engine, const QJsonObject &config);

/// An option that is true, or a word that means it.
bool isTrue(const QJsonObject &config, QLatin1StringView name, bool otherwise);

} // namespace callboard::docs::markdown
