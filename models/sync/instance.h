// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QJsonObject>
#include <QObject>
#include <QSet>

#include <chrono>
#include <functional>
#include <optional>

class QLocalServer;
class QLocalSocket;

namespace callboard::sync {

/// One process for a workspace: the first listens, a second hands over what it was started for and ends; the command line has it pull. They
/// meet at a socket in the user's runtime folder, named after the workspace's folder; others of the machine cannot reach it.
class Instance final : public QObject {
    Q_OBJECT
public:
    /// What a start was for.
    struct Call {
        QString link;       ///< As it came on the command line; not checked. Empty for none.
        QByteArray activation; ///< The desktop's permission to come to the front; empty where there is none.
    };
    enum class Answer { Nobody, Taken, Silent };
    /// What the command line wants of the process that has the workspace open; wishes.h grants it.
    enum class Wish { Sync, Standing, Pause, Resume };
    using Report = domain::Result<QJsonObject>;
    using Reporter = std::function<void(const Report &)>;

    explicit Instance(QObject *parent = nullptr);
    ~Instance() override;

    /// Empty when there is no folder that only this user can write to.
    static QString socketPath(const QString &workspaceDirectory);
    /// Tries to hand over; waits up to two seconds to be let in, and as long for an answer. Nobody as well where the other process closes
    /// before it answers, as one does that ends. For before there is an application: it needs none.
    static Answer handOver(const QString &workspaceDirectory, const Call &call);
    /// Has the process that listens do it for one connection, or for all with an empty id, and waits for its report: two seconds to be
    /// heard, `longest` for the end. Nothing where nobody listens. Timeout; Cancelled when that process ended first; what it says of
    /// itself as it said it (Invalid where there is no such connection).
    static std::optional<Report> ask(
        const QString &workspaceDirectory, Wish wish, const QString &connectionId, std::chrono::milliseconds longest);
    /// Listens from now on. Only for the process that holds the workspace open: a socket that is there already is a leftover.
    domain::Result<void> listen(const QString &workspaceDirectory);

Q_SIGNALS:
    void called(const callboard::sync::Instance::Call &call);
    /// `answer` may be called at any later time, also when nobody waits for it any more; on this thread.
    void asked(callboard::sync::Instance::Wish wish, const QString &connectionId, const callboard::sync::Instance::Reporter &answer);

private:
    void accept();
    void read(QLocalSocket *socket);
    void keepForReport(QLocalSocket *socket, Wish wish, const QString &connectionId);

    QLocalServer *m_server;
    int m_open = 0;
    QSet<QLocalSocket *> m_waiting; ///< For a report.
};

} // namespace callboard::sync
