// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/notices/inbox.h"
#include "models/notices/situation.h"

#include <QThreadPool>

#include <chrono>
#include <memory>
#include <stop_token>

class QTimer;

namespace callboard::mirror {
class Mirror;
}

namespace callboard::notices {

class BuildLook;

/// Reads what is new in a mirror, on a worker, and tells the inbox. For the GUI thread; nothing waits.
class NoticeWatch final : public QObject {
    Q_OBJECT
public:
    struct Person {
        QString me; ///< Canonical; may be empty.
        QStringList starred;
    };
    /// Ids of connections of which all that brings such records was read to the end at least once.
    struct Synced {
        QStringList notices, builds, reviews;
    };
    struct Sources {
        std::function<Person()> person;
        std::function<QStringList()> connections; ///< Ids.
        /// May be left out: then nothing is taken for a first sync.
        std::function<Synced()> synced = {};
    };
    NoticeWatch(mirror::Mirror &mirror, Inbox &inbox, Sources sources, Now now, QObject *parent = nullptr);
    ~NoticeWatch() override;

    /// Looks at everything again soon: the person or the connections are others.
    void lookAtAll();
    /// What a connection brought was erased, and the connection stays: what was told of it goes too. What it brings next is no news.
    void forget(const QString &connectionId);
    /// How long it waits for more before it looks.
    void setDelay(std::chrono::milliseconds delay);
    bool isBusy() const { return m_busy || m_dirty != 0; }
    const Situation &situation() const { return m_situation; }
    const std::vector<SeenReview> &reviews() const { return m_reviews; }

Q_SIGNALS:
    void situationChanged();
    void reviewsChanged();
    void looked(); ///< A look is over, whatever came of it.

private:
    enum Part { Notices = 1, Builds = 2, Reviews = 4, Catalog = 8 };
    struct Asked;
    struct Answer;
    static Answer look(const Asked &asked, const mirror::Mirror &mirror, const std::stop_token &stop);
    static void tellFirstSyncsApart(
        const Asked &asked, const QString &what, const QStringList &synced, bool wasTold, std::vector<Entry> &entries, QJsonObject &known);

    void markDirty(int parts);
    void start();
    void noteSynced();
    QStringList toldOfOthers() const;
    static void leaveOut(const QStringList &erased, Asked &asked);
    void take(Answer answer);

    mirror::Mirror &m_mirror;
    Inbox &m_inbox;
    Sources m_sources;
    Now m_now;
    QTimer *m_soon;
    int m_dirty = 0;
    Synced m_synced; ///< As the last look at each had it.
    bool m_busy = false;
    QStringList m_erased; ///< Connections, since the last look began.
    std::vector<SeenRun> m_runs; ///< Those that say how things stand: the latest of branches, and what is not finished.
    std::vector<SeenReview> m_reviews;
    Situation m_situation;
    std::shared_ptr<BuildLook> m_builds; ///< The look's, of which there is one at a time.
    std::stop_source m_stop;
    QThreadPool m_pool; ///< Last: waits for its thread before the rest goes.
};

} // namespace callboard::notices
