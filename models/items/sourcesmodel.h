// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/entityroles.h"
#include "models/mirror/mirror.h"

#include <QAbstractTableModel>

namespace callboard::items {

/// The feeds of the workspace and how they fare. What a connection is called is told by the window (`setConnectionNames`), which
/// alone knows connections and feeds (`setFeedNames`); progress of running pulls likewise (`setProgress`).
class SourcesModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum class Columns { Connection, Feed, State, LastSuccess, LastAttempt, Progress, Count };
    enum Role {
        ConnectionIdRole = FirstFreeRole,
        FeedIdRole,
        ErrorCodeRole,   ///< int: domain::ErrorCode, or -1 when the last attempt went well.
        ErrorDetailRole, ///< QString
        RunningRole,     ///< bool
        DoneRole,        ///< qint64
        TotalRole,       ///< qint64; 0 when not known.
        LastSuccessRole, ///< QDateTime, UTC
        LastAttemptRole,
    };

    explicit SourcesModel(mirror::Mirror *mirror, QObject *parent = nullptr);

    void setConnectionNames(const QHash<QString, QString> &byId);
    void setFeedNames(const QHash<std::pair<QString, QString>, QString> &byConnectionAndFeed);
    void setProgress(const QString &connectionId, const QString &feedId, qint64 done, qint64 total, const QString &text);
    void setFinished(const QString &connectionId, const QString &feedId);
    void setStates(std::vector<mirror::FeedState> states);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Running {
        qint64 done = 0;
        qint64 total = 0;
        QString text;
    };
    void reload();
    int rowOf(const QString &connectionId, const QString &feedId) const;
    QVariant display(const mirror::FeedState &state, Columns column) const;
    const Running *running(const mirror::FeedState &state) const;

    mirror::Mirror *m_mirror;
    std::vector<mirror::FeedState> m_states;
    QHash<QString, QString> m_names;
    QHash<std::pair<QString, QString>, QString> m_feedNames;
    QHash<std::pair<QString, QString>, Running> m_running;
};

} // namespace callboard::items
