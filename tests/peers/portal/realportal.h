// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>

namespace callboard::test {

/// A real Backstage backend on the loopback address, as backend.js beside this describes it. Calls block.
class RealPortal final : public QObject {
    Q_OBJECT
public:
    RealPortal();
    ~RealPortal() override;

    struct Answer {
        int status = 0;
        QJsonDocument json;
        QByteArray location; ///< Of a redirect, which is not followed.
    };
    static constexpr char staticToken[] = "loopback-static-token-0123456789abcdef";

    struct Mode {
        QString guest = QStringLiteral("user:default/guest"); ///< Who a guest is signed in as.
        /// As on a developer's machine: its JSON is laid out for people, and OAuth clients are told by documents only. Otherwise
        /// as in production, where clients register themselves.
        bool development = false;
    };
    /// Starts it, or starts it again over the same database, and waits until it is ready.
    bool start(const Mode &mode);
    bool start() { return start(Mode {}); }
    void kill();
    QString url() const { return QStringLiteral("http://localhost:%1").arg(m_port); }
    QString complaint() const; ///< The end of its log.

    Answer ask(const QByteArray &method, const QString &route, const QJsonValue &body = {}, const QByteArray &token = staticToken);
    QByteArray guestToken();
    /// Every entity as the API serves it.
    QJsonArray entities();
    /// Sets and removes entities, and waits until the catalog is at rest with `count` of them.
    bool change(const QJsonArray &set, const QJsonArray &removed, qsizetype count);

    /// The address of a descriptor that it may read, with what is there.
    QString serve(const QByteArray &descriptor);

private:
    bool comesToRest(qsizetype count);

    QTemporaryDir m_state;
    QNetworkAccessManager m_network;
    QProcess m_process;
    QTcpServer m_files;
    QByteArray m_descriptor;
    int m_port = 0;
};

} // namespace callboard::test
