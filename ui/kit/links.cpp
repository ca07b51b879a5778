// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/links.h"

#include "models/domain/entityref.h"
#include "models/sync/workspace.h"
#include "models/sync/workspaces.h"

#include <QStringDecoder>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace callboard::ui {

namespace {

constexpr auto scheme = "callboard"_L1;
constexpr qsizetype longestLink = 2048;
constexpr qsizetype longestPart = 253;
constexpr qsizetype longestSearch = 200;
constexpr auto workspaceItem = "workspace="_L1;

bool isPlain(QStringView text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.isPrint(); });
}

/// UTF-8 behind percent signs, decoded once.
std::optional<QString> decodedOnce(const QString &encoded)
{
    QStringDecoder decode(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decode(QByteArray::fromPercentEncoding(encoded.toLatin1()));
    return decode.hasError() ? std::nullopt : std::optional(text);
}

/// One part of a path; nothing where it holds what a name cannot.
std::optional<QString> partOf(const QString &encoded)
{
    const auto part = decodedOnce(encoded);
    const bool good = part && !part->isEmpty() && part->size() <= longestPart && *part != "."_L1 && *part != ".."_L1
        && isPlain(*part) && !part->contains(u'/') && !part->contains(u':') && !part->contains(u'\\');
    return good ? part : std::nullopt;
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

// By hand: a link of any kind, whose other parts stay as they are, to the letter.
std::optional<AddressedLink> addressed(const QString &text)
{
    if (text.size() > longestLink)
        return std::nullopt;
    const qsizetype hash = text.indexOf(u'#');
    const QString anchor = hash < 0 ? QString() : text.sliced(hash);
    const QString before = text.first(hash < 0 ? text.size() : hash);
    QStringList items = before.section(u'?', 1).split(u'&', Qt::SkipEmptyParts);
    QStringList named;
    std::ranges::copy_if(items, std::back_inserter(named), [](const QString &item) { return item.startsWith(workspaceItem); });
    if (named.isEmpty() || !looksLikeLink(text))
        return AddressedLink { text, {} };
    const auto name = decodedOnce(named.first().sliced(workspaceItem.size()));
    if (named.size() > 1 || !name || !sync::isWorkspaceName(*name))
        return std::nullopt;
    items.removeOne(named.first());
    const QString query = items.isEmpty() ? QString() : QString(u'?' + items.join(u'&'));
    return AddressedLink { before.section(u'?', 0, 0) + query + anchor, *name };
}

QString withWorkspace(const QString &link, sync::Workspace &workspace)
{
    const QString name = sync::workspaceNameOf(workspace.mirror().directory());
    if (name.isEmpty() || name == sync::workspaceNameOf(sync::Workspace::defaultDirectory()))
        return link;
    const QString anchor = link.contains(u'#') ? QString(u'#' + link.section(u'#', 1)) : QString();
    const QString before = link.section(u'#', 0, 0);
    return before + (before.contains(u'?') ? u'&' : u'?') + workspaceItem + encoded(name) + anchor;
}

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
