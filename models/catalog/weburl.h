// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <utility>
#include <vector>

namespace callboard::catalog {

/// A URL as browsers and Node.js read it (the WHATWG URL Standard). QUrl follows RFC 3986 and differs in what it
/// accepts, in percent-encoding and in dot segments; locations must come out letter by letter as Backstage makes them.
class WebUrl final {
public:
    /// `new URL(text)` and `new URL(text, base)`. Nothing where JavaScript would throw.
    static std::optional<WebUrl> parse(const QString &text);
    static std::optional<WebUrl> parse(const QString &text, const WebUrl &base);

    QString toString() const; ///< `href`
    QString protocol() const { return m_scheme; } ///< Without the colon.
    QString origin() const; ///< `https://host:port`; "null" for other than http(s) and ftp.
    QString hostName() const { return m_host.value_or(QString()); }
    QString host() const; ///< With the port, where it is not the scheme's own.
    QString userName() const { return m_user; }
    QString password() const { return m_password; }
    QString pathName() const;
    QString search() const; ///< With its `?`; empty where there is no query.
    QString hash() const;

    void setPathName(const QString &path);
    void setSearch(const QString &search);
    void setHash(const QString &hash);
    void dropCredentials();

    using Parameters = std::vector<std::pair<QString, QString>>;
    Parameters parameters() const; ///< Decoded.
    std::optional<QString> parameter(const QString &name) const;
    void setParameter(const QString &name, const QString &value); ///< Rewrites the whole query, as searchParams.set does.

private:
    friend class WebUrlParser;
    bool isSpecial() const;

    QString m_scheme, m_user, m_password;
    std::optional<QString> m_host;
    int m_port = -1;
    bool m_opaque = false; ///< `mailto:x`: the path is one string.
    QStringList m_path;
    std::optional<QString> m_query, m_fragment;
};

/// `encodeURIComponent` and `decodeURIComponent`; the latter fails where JavaScript throws.
QString encodeUriComponent(const QString &text);
std::optional<QString> decodeUriComponent(const QString &text);

} // namespace callboard::catalog
