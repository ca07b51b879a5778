// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/docs/sitepage.h"

#include "models/catalog/yaml.h"
#include "models/docs/markdown_text.h"

#include <QDate>
#include <QRegularExpression>

namespace callboard::docs {

using namespace Qt::StringLiterals;
using namespace markdown;

namespace {

/// `^-{3}[ \t]*\n(.*?\n)(?:\.{3}|-{3})[ \t]*\n`: where the YAML stands, and what is behind it.
struct FrontMatter {
    qsizetype start = -1;
    qsizetype end = 0;
    qsizetype behind = 0;
};

FrontMatter findFrontMatter(const QString &source)
{
    const auto isRuler = [&source](qsizetype at, QLatin1StringView mark, qsizetype &behind) {
        if (!QStringView(source).sliced(at).startsWith(mark))
            return false;
        qsizetype end = at + mark.size();
        while (end < source.size() && (source[end] == u' ' || source[end] == u'\t'))
            ++end;
        if (end >= source.size() || source[end] != u'\n')
            return false;
        behind = end + 1;
        return true;
    };
    FrontMatter found;
    qsizetype start = 0;
    if (!isRuler(0, "---"_L1, start))
        return found;
    for (qsizetype at = source.indexOf(u'\n', start); at >= 0; at = source.indexOf(u'\n', at + 1)) {
        qsizetype behind = 0;
        if (isRuler(at + 1, "---"_L1, behind) || isRuler(at + 1, "..."_L1, behind))
            return {start, at + 1, behind};
    }
    return found;
}

PageText withLines(const QString &source)
{
    static const QRegularExpression keyRegex(uR"(^[ ]{0,3}([A-Za-z0-9_-]+):\s*(.*))"_s);
    static const QRegularExpression moreRegex(uR"(^([ ]{4}|\t)(\s*)(.*))"_s);
    PageText page;
    qsizetype at = 0;
    QString key;
    while (at <= source.size()) {
        qsizetype end = source.indexOf(u'\n', at);
        end = end < 0 ? source.size() : end;
        const QString line = source.mid(at, end - at);
        if (isBlank(line)) {
            at = end + 1;
            break;
        }
        const QRegularExpressionMatch match = keyRegex.match(line);
        const QRegularExpressionMatch more = match.hasMatch() || key.isEmpty() ? QRegularExpressionMatch() : moreRegex.match(line);
        if (match.hasMatch()) {
            key = match.captured(1).toLower();
            const QString value = stripped(match.captured(2)).toString();
            page.meta.insert(key, page.meta.contains(key) ? QString(page.meta.value(key).toString() + u' ' + value) : value);
        } else if (more.hasMatch()) {
            page.meta.insert(key, QString(page.meta.value(key).toString() + u' ' + stripped(more.captured(3))));
        } else {
            break;
        }
        at = end + 1;
    }
    page.text = leftStripped(source.mid(std::min(at, source.size())), u'\n').toString();
    return page;
}

} // namespace

PageText readPageText(const QString &given)
{
    QString source = given;
    source.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    const FrontMatter front = findFrontMatter(source);
    if (front.start < 0)
        return withLines(source);
    const auto documents = catalog::readYaml(QString(u"%YAML 1.1\n---\n"_s + source.mid(front.start, front.end - front.start)).toUtf8());
    // What is no mapping, or no YAML, is a part of the page.
    if (documents.size() != 1 || documents[0].error || !documents[0].value.isObject())
        return {source, {}};
    return {leftStripped(source.mid(front.behind), u'\n').toString(), documents[0].value.toObject()};
}

QString withAlerts(const QString &source)
{
    static const QRegularExpression codeRegex(
        u"^```.*^```"_s, QRegularExpression::MultilineOption | QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression alertRegex(uR"(^> {0,3}\[!(note|tip|important|caution|warning)\] *([^\n]*)\n((?:> +[^\n]*\n)+))"_s,
        QRegularExpression::MultilineOption | QRegularExpression::CaseInsensitiveOption);
    if (!source.contains("[!"_L1))
        return source;
    // From the first fence to the last: the plugin takes all of that for code.
    const QRegularExpressionMatch code = codeRegex.match(source);
    QString out;
    qsizetype at = 0;
    for (auto it = alertRegex.globalMatch(source); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        if (code.hasMatch() && code.capturedStart() < match.capturedStart() && match.capturedEnd() < code.capturedEnd())
            continue;
        const QString kind = match.captured(1).toLower();
        const QString flavour = kind == "caution"_L1 ? u"danger"_s : kind == "important"_L1 ? u"warning"_s : kind;
        const QString title = stripped(match.captured(2)).toString();
        QString body = u'\n' + stripped(match.captured(3)).toString();
        body.replace("\n> "_L1, "\n    "_L1);
        out += QStringView(source).sliced(at, match.capturedStart() - at);
        out += u"!!! "_s + flavour + u" \""_s + (title.isEmpty() ? capitalized(kind) : title) + u'"' + body + u'\n';
        at = match.capturedEnd();
    }
    return out + QStringView(source).sliced(at);
}

RecordFacts recordFacts(const PageText &page)
{
    RecordFacts facts {page.meta.value("status"_L1).toString(), page.meta.value("date"_L1).toString()};
    // Nygard: "Date: 2020-01-31", and a section "Status". MADR before 3.0: "* Status: accepted".
    static const QRegularExpression lineRegex(uR"(^[ ]{0,3}(?:[-*+] +)?\**(status|date)\**\s*:\s*\**\s*(.+)$)"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption);
    static const QRegularExpression sectionRegex(
        uR"(^#{1,6}[ ]+status[ ]*#*\s*\n\s*(.+)$|^status[ ]*\n[-=]+[ ]*\n\s*(.+)$)"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption);
    const QString head = page.text.left(16384);
    for (auto it = lineRegex.globalMatch(head); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        QString &fact = match.captured(1).toLower() == "status"_L1 ? facts.status : facts.date;
        if (fact.isEmpty())
            fact = match.captured(2);
    }
    if (facts.status.isEmpty()) {
        const QRegularExpressionMatch match = sectionRegex.match(head);
        facts.status = match.captured(1).isEmpty() ? match.captured(2) : match.captured(1);
    }
    // "Superseded by [ADR 5](…)": the word is the status.
    static const QRegularExpression wordRegex(uR"([A-Za-z][A-Za-z-]*)"_s);
    facts.status = wordRegex.match(facts.status).captured().toLower();
    static const QRegularExpression dateRegex(uR"(\d{4}-\d{2}-\d{2})"_s);
    const QString date = dateRegex.match(facts.date).captured();
    facts.date = QDate::fromString(date, Qt::ISODate).isValid() ? date : QString();
    return facts;
}

} // namespace callboard::docs
