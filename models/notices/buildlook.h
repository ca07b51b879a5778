// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/notices/buildchanges.h"
#include "models/notices/catalogchanges.h"

#include <optional>
#include <stop_token>

namespace callboard::notices {

/// What a mirror's runs have to tell, look by look. The first look reads all of them, a later one those that changed in between: of the
/// others it only sees that they are the same. For one thread at a time.
class BuildLook final {
public:
    struct Answer {
        Told told;
        std::vector<SeenRun> current; ///< The person's, that say how things stand: the latest of default branches, and what is not finished.
        bool isEmpty = true;          ///< There are no runs.
    };
    /// `known` is what the last look told, as it was kept; where that is another one, all is read again. Nothing where it could not be
    /// read, or was stopped.
    std::optional<Answer> look(const QString &mirrorDirectory, const QStringList &connections, const Concern &concern, const QJsonValue &known, const QDateTime &now,
        const std::stop_token &stop = {});

    qint64 runsRead() const { return m_read; } ///< Unpacked and decoded so far, in all looks.

private:
    using Id = qint64;
    struct Kept {
        QString connectionId;
        domain::BuildRun run;
    };
    bool scan(const QString &mirrorDirectory, const QStringList &connections, QHash<Id, Kept> &changed, const std::stop_token &stop);
    bool forgetsWhatStood(const QHash<Id, Kept> &changed) const;
    void keep(const QHash<Id, Kept> &changed);
    void forget();

    QHash<Id, quint64> m_hashes;    ///< Of every run that was seen: the beginning of its record's.
    QHash<Id, Kept> m_standing;     ///< Those that say how things stand, whosesoever.
    QHash<QString, Id> m_latest;    ///< Of each default branch.
    std::optional<QJsonValue> m_known;
    qint64 m_read = 0;
};

} // namespace callboard::notices
