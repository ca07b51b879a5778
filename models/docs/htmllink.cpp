// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/docs/htmllink.h"

#include "models/domain/docs.h"

#include <QRegularExpression>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace callboard::docs {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestLink = 8192;

/// As browsers do before they look at an address: https://url.spec.whatwg.org/#url-parsing
QString cleaned(const QString &href)
{
    QString text;
    text.reserve(href.size());
    for (const QChar c : href) {
        if (c != u'\t' && c != u'\n' && c != u'\r')
            text += c;
    }
    const auto isEdge = [](QChar c) { return c.unicode() <= 0x20; };
    while (!text.isEmpty() && isEdge(text.front()))
        text.removeFirst();
    while (!text.isEmpty() && isEdge(text.back()))
        text.chop(1);
    return text;
}

QString schemeOf(const QString &text)
{
    static const QRegularExpression pattern(u"^([A-Za-z][A-Za-z0-9+.-]*):"_s);
    return pattern.match(text).captured(1).toLower();
}

QString decoded(const QString &text)
{
    return QUrl::fromPercentEncoding(text.toUtf8());
}

/// A web address as it may be opened; empty for one that may not.
QString webAddress(const QString &text)
{
    const QUrl url(text, QUrl::TolerantMode);
    const bool good = url.isValid() && !url.host().isEmpty() && url.userInfo().isEmpty()
        && (url.scheme() == "http"_L1 || url.scheme() == "https"_L1);
    return good ? url.toString(QUrl::FullyEncoded) : QString();
}

/// A path in the site, cleaned of dots; nothing where it goes out of the root, or holds what no file of a site is named.
std::optional<QString> resolved(const QString &path, const QString &page)
{
    QStringList parts;
    const bool fromRoot = path.startsWith(u'/');
    if (!fromRoot) {
        parts = page.split(u'/');
        parts.removeLast();
    }
    const QStringList steps = path.sliced(fromRoot ? 1 : 0).split(u'/');
    bool folder = false;
    for (const QString &step : steps) {
        const QString name = decoded(step);
        folder = name.isEmpty() || name == "."_L1 || name == ".."_L1;
        if (name == ".."_L1) {
            if (parts.isEmpty())
                return std::nullopt;
            parts.removeLast();
        } else if (!folder) {
            const bool odd = std::ranges::any_of(name, [](QChar c) { return c.unicode() < 0x20 || c == u'/' || c == u'\\'; });
            if (odd)
                return std::nullopt;
            parts.append(name);
        }
    }
    // So that nothing in here can be taken for another scheme, whoever reads it.
    if (!parts.isEmpty() && parts.front().contains(u':'))
        return std::nullopt;
    QString result = parts.join(u'/');
    if (folder && !result.isEmpty())
        result += u'/';
    return result;
}

/// "/docs/default/component/x/guide/" is how a portal names a page of another entity's site:
/// backstage/backstage, plugins/techdocs/src/routes.ts.
std::optional<QString> otherSite(const QString &path, const QString &anchor)
{
    static const QRegularExpression pattern(
        u"^/docs/([A-Za-z0-9._-]+)/(component|api|system|domain|resource|group|user|template|location)/([A-Za-z0-9._-]+)(/.*)?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto match = pattern.match(path);
    if (!match.hasMatch())
        return std::nullopt;
    const auto inside = resolved(match.captured(4).isEmpty() ? u"/"_s : match.captured(4), {});
    if (!inside)
        return QString();
    const QString site = (match.captured(2) + u':' + match.captured(1) + u'/' + match.captured(3)).toLower();
    return domain::linkToDocs(pagePath(*inside), anchor, site);
}

struct Parts {
    QString path;
    QString anchor;
};

/// The anchor off, and the question, which a file does not answer.
Parts partsOf(const QString &text)
{
    const qsizetype hash = text.indexOf(u'#');
    Parts parts { hash < 0 ? text : text.first(hash), hash < 0 ? QString() : anchorOf(decoded(text.sliced(hash + 1))) };
    if (const qsizetype question = parts.path.indexOf(u'?'); question >= 0)
        parts.path.truncate(question);
    parts.path.replace(u'\\', u'/'); // As browsers read it.
    return parts;
}

/// A web address of the portal itself, as a path there.
QString pathAtPortal(const QString &address, const HtmlPlace &place)
{
    if (place.portal.isEmpty() || !address.startsWith(place.portal + u'/', Qt::CaseInsensitive))
        return {};
    return address.sliced(place.portal.size());
}

} // namespace

QString pagePath(const QString &filePath)
{
    return domain::docPagePath(filePath);
}

QString anchorOf(const QString &id)
{
    constexpr auto prefix = "user-content-"_L1;
    return id.startsWith(prefix) ? id.sliced(prefix.size()) : id;
}

QString runLink(const QString &href, const HtmlPlace &place)
{
    QString text = cleaned(href);
    if (text.isEmpty() || text.size() > longestLink)
        return {};
    const QString scheme = schemeOf(text);
    if (scheme == "mailto"_L1) {
        const QUrl url(text, QUrl::TolerantMode);
        return url.isValid() && !url.path().isEmpty() ? url.toString(QUrl::FullyEncoded) : QString();
    }
    const bool web = scheme == "http"_L1 || scheme == "https"_L1 || text.startsWith("//"_L1);
    if (web) {
        const QString address = webAddress(text.startsWith("//"_L1) ? "https:"_L1 + text : text);
        const Parts own = partsOf(pathAtPortal(address, place));
        return otherSite(own.path, own.anchor).value_or(address);
    }
    if (!scheme.isEmpty())
        return {};
    const Parts parts = partsOf(text);
    if (parts.path.isEmpty())
        return parts.anchor.isEmpty() ? QString() : u'#' + parts.anchor;
    if (const auto other = otherSite(parts.path, parts.anchor))
        return *other;
    const auto path = resolved(parts.path, place.path);
    return path ? domain::linkToDocs(pagePath(*path), parts.anchor) : QString();
}

QString runImage(const QString &src, const HtmlPlace &place)
{
    const QString text = cleaned(src);
    if (text.isEmpty() || text.size() > longestLink)
        return {};
    const QString scheme = schemeOf(text);
    if (scheme == "http"_L1 || scheme == "https"_L1)
        return webAddress(text);
    if (text.startsWith("//"_L1))
        return webAddress("https:"_L1 + text);
    if (!scheme.isEmpty())
        return {};
    return resolved(partsOf(text).path, place.path).value_or(QString());
}

} // namespace callboard::docs
