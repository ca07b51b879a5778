// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/links.h"

#include "models/domain/entityref.h"

#include <QStringDecoder>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace callboard::ui {

namespace {

constexpr auto scheme = "callboard"_L1;
constexpr qsizetype longestLink = 2048;
constexpr qsizetype longestPart = 253;
constexpr qsizetype longestSearch = 200;

bool isPlain(QStringView text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.isPrint(); });
}

/// One part of a path, decoded once; nothing where it holds what a name cannot.
std::optional<QString> partOf(const QString &encoded)
{
    QStringDecoder decode(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString part = decode(QByteArray::fromPercentEncoding(encoded.toLatin1()));
    const bool good = !decode.hasError() && !part.isEmpty() && part.size() <= longestPart && part != "."_L1 && part != ".."_L1
        && isPlain(part) && !part.contains(u'/') && !part.contains(u':') && !part.contains(u'\\');
    return good ? std::optional(part) : std::nullopt;
}

std::optional<Link> entityLink(const QUrl &url)
{
    const QStringList parts = url.path(QUrl::FullyEncoded).split(u'/');
    if (parts.size() != 4 || !parts.front().isEmpty() || url.hasQuery())
        return std::nullopt;
    const auto kind = partOf(parts.at(1));
    const auto ns = partOf(parts.at(2));
    const auto name = partOf(parts.at(3));
    if (!kind || !ns || !name)
        return std::nullopt;
    return Link { Link::Kind::Entity, domain::EntityRef { *kind, *ns, *name }.canonical(), {} };
}

std::optional<Link> docLink(const QUrl &url)
{
    QStringList parts = url.path(QUrl::FullyEncoded).split(u'/');
    if (parts.size() < 4 || !parts.front().isEmpty() || url.hasQuery())
        return std::nullopt;
    const bool isFolder = parts.size() > 4 && parts.back().isEmpty();
    if (isFolder)
        parts.removeLast();
    QStringList names;
    for (const QString &part : parts.sliced(1)) {
        const auto name = partOf(part);
        if (!name)
            return std::nullopt;
        names.append(*name);
    }
    QString target = names.sliced(3).join(u'/');
    if (isFolder && !target.isEmpty())
        target += u'/';
    const QString anchor = url.fragment(QUrl::FullyDecoded);
    if (!isPlain(anchor))
        return std::nullopt;
    if (!anchor.isEmpty())
        target += u'#' + anchor;
    return Link { Link::Kind::Doc, domain::EntityRef { names[0], names[1], names[2] }.canonical(), target };
}

std::optional<Link> searchLink(const QUrl &url)
{
    if (!url.path().isEmpty() && url.path() != "/"_L1)
        return std::nullopt;
    QString text = QUrlQuery(url).queryItemValue(u"q"_s, QUrl::FullyDecoded).replace(u'+', u' ').simplified();
    // What the palette takes for "find a command" or "find in …" is left to the person's own hands.
    while (!text.isEmpty() && u">#@"_s.contains(text.front()))
        text = text.mid(1).trimmed();
    if (text.isEmpty() || text.size() > longestSearch || !isPlain(text))
        return std::nullopt;
    return Link { Link::Kind::Search, {}, text };
}

} // namespace

bool looksLikeLink(const QString &text)
{
    return text.startsWith(QString(scheme + u':'), Qt::CaseInsensitive);
}

std::optional<Link> parseLink(const QString &text)
{
    if (text.size() > longestLink || !looksLikeLink(text))
        return std::nullopt;
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.scheme() != scheme || !url.userInfo().isEmpty() || url.port() != -1)
        return std::nullopt;
    if (url.host() == "docs"_L1)
        return docLink(url);
    if (url.hasFragment())
        return std::nullopt;
    if (url.host() == "entity"_L1)
        return entityLink(url);
    if (url.host() == "search"_L1)
        return searchLink(url);
    return std::nullopt;
}

namespace {

QString encoded(const QString &part)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(part));
}

QString pathOf(const QString &canonicalRef)
{
    const QString rest = canonicalRef.section(u':', 1);
    return encoded(canonicalRef.section(u':', 0, 0)) + u'/' + encoded(rest.section(u'/', 0, 0)) + u'/' + encoded(rest.section(u'/', 1));
}

} // namespace

QString linkTo(const QString &canonicalRef)
{
    return scheme + u"://entity/"_s + pathOf(canonicalRef);
}

QString linkToDoc(const QString &canonicalRef, const QString &target)
{
    QStringList parts;
    for (const QString &part : target.section(u'#', 0, 0).split(u'/'))
        parts.append(encoded(part));
    const QString anchor = target.section(u'#', 1);
    return scheme + u"://docs/"_s + pathOf(canonicalRef) + u'/' + parts.join(u'/') + (anchor.isEmpty() ? QString() : QString(u'#' + encoded(anchor)));
}

} // namespace callboard::ui
