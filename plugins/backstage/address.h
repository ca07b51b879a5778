// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QUrl>
#include <QUrlQuery>

namespace callboard::backstage {

/// Where a portal's backend is: "https://portal.example.org", perhaps with a path; never with a slash at its end.
class Address final {
public:
    /// From what a person typed or copied out of a browser: a page of the portal ("…/catalog/default/component/x"), an API
    /// route ("…/api/catalog") or the backend itself. Invalid for anything but http and https, and for credentials in it.
    static domain::Result<Address> fromTyped(const QString &typed);

    QUrl url(const QString &route, const QUrlQuery &query = {}) const; ///< Of a route that begins with a slash.
    QUrl socketUrl(const QString &route) const;                        ///< The same as ws or wss.
    QString text() const { return m_base.toString(); }
    /// "portal.example.org" or "localhost:7007": what people call it.
    QString name() const;
    bool operator==(const Address &) const = default;

private:
    QUrl m_base;
};

/// The backend that a portal's web page names in its configuration; empty where it names none. Source:
/// @backstage/plugin-app-backend, which writes the configuration into the page as a script of type "backstage.io/config".
QString backendNamedByPage(const QByteArray &html);

/// Whether what is typed for one host may be sent to another that its page names: the same host with another port, or one of
/// the same site below it.
bool sameSite(const QUrl &page, const QUrl &backend);

} // namespace callboard::backstage
