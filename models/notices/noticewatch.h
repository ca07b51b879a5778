// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/notices/inbox.h"
#include "models/notices/situation.h"

#include <QThreadPool>

#include <stop_token>

class QTimer;

namespace callboard::mirror {
class Mirror;
}

namespace callboard::notices {

/// Reads what is new in a mirror, on a worker, and tells the inbox. For the GUI thread; nothing waits.
class NoticeWatch final : public QObject {
    Q_OBJECT
public:
    struct Person {
        QString me; ///< Canonical; may be empty.
        QStringList starred;
    };
    struct Sources {
        std::function<Person()> person;
        std::function<QStringList()> connections; ///< Ids.
        /// Ids of those whose notices were read to the end at least once; may be left out.
        std::function<QStringList()> synced = {};
    };
    NoticeWatch(mirror::Mirror &mirror, Inbox &inbox, Sources sources, Now now, QObject *parent = nullptr);
    ~NoticeWatch() override;

    /// Looks at everything again soon: the person or the connections are others.
    void lookAtAll();
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

    void markDirty(int parts);
    void start();
    void noteSynced();
    void take(Answer answer);

    mirror::Mirror &m_mirror;
    Inbox &m_inbox;
    Sources m_sources;
    Now m_now;
    QTimer *m_soon;
    int m_dirty = 0;
    QStringList m_synced; ///< As the last look at the notices had it.
    bool m_busy = false;
    std::vector<SeenRun> m_runs; ///< Those that say how things stand: the latest of branches, and what is not finished.
    std::vector<SeenReview> m_reviews;
    Situation m_situation;
    std::stop_source m_stop;
    QThreadPool m_pool; ///< Last: waits for its thread before the rest goes.
};

} // namespace callboard::notices
