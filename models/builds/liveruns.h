// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/builds/flakiness.h"

#include <QObject>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace callboard::mirror {
class Mirror;
}

namespace callboard::builds {

using Deployments = std::vector<domain::Deployment>;

/// The index of a mirror's runs, read on a thread of its own and swapped whole after changes; not more often than it pays.
/// Lives on the mirror's thread; what it gives may go to any.
class LiveRuns final : public QObject {
    Q_OBJECT
public:
    /// The one of this mirror, made with the first call; the mirror owns it.
    static LiveRuns &of(mirror::Mirror &mirror);
    ~LiveRuns() override;

    RunIndexPtr index() const { return m_index; } ///< Never null.
    std::shared_ptr<const Deployments> deployments() const { return m_deployments; }
    FlakinessPtr flakiness() const { return m_flakiness; } ///< Of the index, and of jobs whose run was opened once. Never null.
    bool hasLoaded() const { return m_loaded; }
    bool isBusy() const; ///< Something changed, and what it brings is not shown yet.
    const std::optional<domain::Error> &failure() const { return m_failure; } ///< Of the last reading.

Q_SIGNALS:
    /// `before`: what was shown until now, to compare with (runstory.h); empty the first time.
    void changed(const callboard::builds::RunIndexPtr &before);
    void flakinessChanged(); ///< More is known of jobs; the runs are the same.
    void failed();

private:
    struct Answer {
        RunIndexPtr index; ///< Null: the same as before.
        std::shared_ptr<const Deployments> deployments;
        FlakinessPtr flakiness; ///< Null: the same as before.
        std::optional<domain::Error> failure;
    };
    /// What the thread keeps from one reading to the next.
    struct Known {
        struct Detail {
            QByteArray hash;
            JobOutcomes jobs;
        };
        RunIndexPtr index;
        bool isShown = false; ///< It is the one that was given; not after a failure.
        QHash<qint64, Detail> details; ///< By record.
    };
    enum class Wanted { Nothing, Details, All };
    explicit LiveRuns(mirror::Mirror &mirror);
    void request(const QString &type);
    void loop(const std::stop_token &stop);
    Answer read(Wanted wanted, Known &known, const std::stop_token &stop) const;
    domain::Result<bool> readDetails(Known &known, const std::stop_token &stop) const;
    void take(const Answer &answer, quint64 asked);

    QString m_directory;
    RunIndexPtr m_index;
    std::shared_ptr<const Deployments> m_deployments;
    FlakinessPtr m_flakiness;
    std::optional<domain::Error> m_failure;
    bool m_loaded = false;
    quint64 m_taken = 0; ///< The last request that is answered.

    mutable std::mutex m_mutex;
    quint64 m_asked = 1; ///< Counts requests; the first is the beginning.
    std::condition_variable_any m_wake;
    Wanted m_wanted = Wanted::All;
    std::jthread m_thread; ///< Last: it uses all of the above.
};

/// Reads all runs, once: for the command line and tests. Blocking. What `before` has of the same is taken over.
domain::Result<RunIndexPtr> readRuns(const QString &mirrorDirectory, const RunIndexPtr &before = {}, const std::stop_token &stop = {});

} // namespace callboard::builds
