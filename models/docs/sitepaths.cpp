// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/docs/sitepaths.h"

#include <QUrl>

namespace callboard::docs {

using namespace Qt::StringLiterals;

std::optional<QString> joinedPath(const QString &folder, const QString &path)
{
    QStringList parts = path.startsWith(u'/') ? QStringList() : folder.split(u'/', Qt::SkipEmptyParts);
    for (const QString &part : path.split(u'/', Qt::SkipEmptyParts)) {
        if (part == "."_L1)
            continue;
        if (part != ".."_L1)
            parts += part;
        else if (parts.isEmpty())
            return {};
        else
            parts.removeLast();
    }
    return parts.join(u'/');
}

QString folderOf(const QString &path)
{
    return path.left(std::max<qsizetype>(0, path.lastIndexOf(u'/')));
}

QString nameOf(const QString &path)
{
    return path.mid(path.lastIndexOf(u'/') + 1);
}

QString withoutExtension(const QString &path)
{
    const qsizetype name = path.lastIndexOf(u'/') + 1;
    qsizetype first = name;
    while (first < path.size() && path[first] == u'.')
        ++first;
    const qsizetype dot = path.lastIndexOf(u'.');
    return dot > first ? path.left(dot) : path;
}

QString stemOf(const QString &path)
{
    const QString stem = withoutExtension(nameOf(path));
    return stem == "README"_L1 ? u"index"_s : stem;
}

bool isMarkdownFile(const QString &path)
{
    for (const QLatin1StringView extension : {".markdown"_L1, ".mdown"_L1, ".mkdn"_L1, ".mkd"_L1, ".md"_L1}) {
        if (path.endsWith(extension))
            return true;
    }
    return false;
}

QString builtPath(const QString &source, bool directoryUrls)
{
    if (!isMarkdownFile(source))
        return source;
    const QString folder = folderOf(source);
    const QString stem = stemOf(source);
    const QString built = !directoryUrls || stem == "index"_L1 ? stem + u".html"_s : stem + u"/index.html"_s;
    return folder.isEmpty() ? built : folder + u'/' + built;
}

QString addressOf(const QString &source, bool directoryUrls)
{
    const QString built = builtPath(source, directoryUrls);
    if (!directoryUrls || nameOf(built) != "index.html"_L1)
        return built;
    const QString folder = folderOf(built);
    return folder.isEmpty() ? QString() : folder + u'/';
}

QString relativeAddress(const QString &address, const QString &from)
{
    const auto parts = [](const QString &path) { return joinedPath({}, path).value_or(QString()).split(u'/', Qt::SkipEmptyParts); };
    const QString base = nameOf(from).contains(u'.') ? folderOf(from) : from;
    const QStringList fromParts = parts(base);
    const QStringList toParts = parts(address);
    qsizetype common = 0;
    while (common < std::min(fromParts.size(), toParts.size()) && fromParts[common] == toParts[common])
        ++common;
    QStringList relative;
    for (qsizetype i = common; i < fromParts.size(); ++i)
        relative += u".."_s;
    relative += toParts.mid(common);
    const QString joined = relative.isEmpty() ? u"."_s : relative.join(u'/');
    return address.endsWith(u'/') || address.isEmpty() ? joined + u'/' : joined;
}

QString percentEncoded(const QString &path)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(path, "/"));
}

QString titleOfName(const QString &name)
{
    QString title = name;
    title.replace(u'-', u' ').replace(u'_', u' ');
    if (title.toLower() != title || title.isEmpty())
        return title;
    return title.left(1).toUpper() + title.mid(1);
}

namespace {

/// `*`, `?` and `[…]` in one part of a path. Linear but for the last `*`, which alone is gone back to.
bool matchesPart(QStringView pattern, QStringView text)
{
    qsizetype p = 0;
    qsizetype t = 0;
    qsizetype star = -1;
    qsizetype starText = 0;
    const auto matchesOne = [&](qsizetype &next) {
        if (p >= pattern.size())
            return false;
        next = p + 1;
        if (pattern[p] == u'?')
            return true;
        if (pattern[p] == u'\\' && p + 1 < pattern.size()) {
            next = p + 2;
            return pattern[p + 1] == text[t];
        }
        const qsizetype close = pattern[p] == u'[' ? pattern.indexOf(u']', p + 2) : -1;
        if (close < 0)
            return pattern[p] == text[t];
        next = close + 1;
        qsizetype at = p + 1;
        const bool negated = pattern[at] == u'!' || pattern[at] == u'^';
        at += negated ? 1 : 0;
        bool found = false;
        for (; at < close; ++at) {
            if (at + 2 < close && pattern[at + 1] == u'-') {
                found = found || (text[t] >= pattern[at] && text[t] <= pattern[at + 2]);
                at += 2;
            } else {
                found = found || text[t] == pattern[at];
            }
        }
        return found != negated;
    };
    while (t < text.size()) {
        qsizetype next = p;
        if (p < pattern.size() && pattern[p] == u'*') {
            star = p++;
            starText = t;
        } else if (matchesOne(next)) {
            p = next;
            ++t;
        } else if (star >= 0) {
            p = star + 1;
            t = ++starText;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == u'*')
        ++p;
    return p == pattern.size();
}

/// How many leading parts of a path match all parts of a pattern; all the ways, as a set.
QList<qsizetype> matchedLengths(const QStringList &pattern, const QStringList &path, qsizetype from)
{
    QList<qsizetype> ends {from};
    for (const QString &part : pattern) {
        QList<qsizetype> next;
        if (part == "**"_L1) {
            for (qsizetype end = ends.value(0, path.size() + 1); end <= path.size(); ++end)
                next += end;
        } else {
            for (const qsizetype end : std::as_const(ends)) {
                if (end < path.size() && matchesPart(part, path[end]))
                    next += end + 1;
            }
        }
        ends = next;
    }
    return ends;
}

} // namespace

IgnoreRules::IgnoreRules(const QStringList &lines)
{
    for (QString line : lines) {
        while (line.endsWith(u' ') && !line.endsWith("\\ "_L1))
            line.chop(1);
        if (line.endsWith(u'\r'))
            line.chop(1);
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        Rule rule;
        rule.negated = line.startsWith(u'!');
        if (rule.negated)
            line = line.mid(1);
        rule.foldersOnly = line.endsWith(u'/');
        if (rule.foldersOnly)
            line.chop(1);
        rule.anchored = line.contains(u'/');
        rule.parts = line.split(u'/', Qt::SkipEmptyParts);
        if (!rule.parts.isEmpty())
            m_rules += rule;
    }
}

bool IgnoreRules::matchesRule(const Rule &rule, const QStringList &path)
{
    const qsizetype last = rule.anchored ? 0 : path.size() - 1;
    for (qsizetype from = 0; from <= last; ++from) {
        for (const qsizetype end : matchedLengths(rule.parts, path, from)) {
            // A folder's rule is about what lies in it; a path is a file.
            if (end > from && (!rule.foldersOnly || end < path.size()))
                return true;
        }
    }
    return false;
}

bool IgnoreRules::matches(const QString &path) const
{
    const QStringList parts = path.split(u'/', Qt::SkipEmptyParts);
    for (auto rule = m_rules.crbegin(); rule != m_rules.crend(); ++rule) {
        if (matchesRule(*rule, parts))
            return !rule->negated;
    }
    return false;
}

} // namespace callboard::docs
