// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/backstage/address.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace callboard::backstage {

using namespace Qt::StringLiterals;

namespace {

/// Where the pages and routes of a portal begin: what is before them is where it lives.
constexpr QLatin1StringView knownParts[] = { "api"_L1, "catalog"_L1, "docs"_L1, "create"_L1, "settings"_L1, "search"_L1,
    "api-docs"_L1, "catalog-import"_L1, "home"_L1, "notifications"_L1, "oauth2"_L1, ".backstage"_L1 };

QString pathBeforeKnownPart(const QString &path)
{
    QString kept;
    for (const QString &part : path.split(u'/', Qt::SkipEmptyParts)) {
        if (std::ranges::find(knownParts, part) != std::end(knownParts))
            break;
        kept += u'/' + part;
    }
    return kept;
}

} // namespace

domain::Result<Address> Address::fromTyped(const QString &typed)
{
    QString text = typed.trimmed();
    if (!text.isEmpty() && !text.contains("://"_L1))
        text.prepend("https://"_L1);
    const QUrl url(text, QUrl::StrictMode);
    const bool web = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    if (!url.isValid() || !web || url.host().isEmpty())
        return domain::fail(domain::ErrorCode::Invalid, u"the address of the portal is no http or https address"_s);
    if (!url.userInfo().isEmpty())
        return domain::fail(domain::ErrorCode::Invalid, u"the address of the portal must not contain a user name or a password"_s);
    Address address;
    address.m_base = url.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemovePath);
    address.m_base.setPath(pathBeforeKnownPart(url.path()));
    return address;
}

QUrl Address::url(const QString &route, const QUrlQuery &query) const
{
    QUrl url = m_base;
    url.setPath(m_base.path() + route, QUrl::TolerantMode);
    if (!query.isEmpty())
        url.setQuery(query);
    return url;
}

QUrl Address::socketUrl(const QString &route) const
{
    QUrl socket = url(route);
    socket.setScheme(socket.scheme() == "https"_L1 ? u"wss"_s : u"ws"_s);
    return socket;
}

QString Address::name() const
{
    return m_base.authority() + m_base.path();
}

QString backendNamedByPage(const QByteArray &html)
{
    qsizetype at = html.indexOf("backstage.io/config");
    if (at < 0)
        return {};
    const qsizetype begin = html.indexOf('>', at);
    const qsizetype end = html.indexOf("</script", begin);
    if (begin < 0 || end < 0)
        return {};
    const auto configuration = QJsonDocument::fromJson(html.mid(begin + 1, end - begin - 1));
    QString found;
    for (const QJsonValue part : configuration.array()) {
        const QJsonObject backend = part.toObject().value("data"_L1).toObject().value("backend"_L1).toObject();
        if (const QString url = backend.value("baseUrl"_L1).toString(); !url.isEmpty())
            found = url; // Later parts win, as in @backstage/config.
    }
    return found;
}

bool sameSite(const QUrl &page, const QUrl &backend)
{
    if (page.scheme() == "https"_L1 && backend.scheme() != "https"_L1)
        return false;
    return page.host() == backend.host() || backend.host().endsWith(u'.' + page.host());
}

} // namespace callboard::backstage
