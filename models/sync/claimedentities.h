// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mirror/mirror.h"
#include "plugins/sdk/integration.h"

#include <QHash>

#include <mutex>

namespace callboard::sync {

/// The entities that have an annotation which an integration claimed: whom its feeds may be asked about. Remembers what it found in
/// each body, so that of a hundred thousand entities only those are decoded again that changed since. Any thread.
class ClaimedEntities final {
public:
    /// Ref and annotations of each, in the order of refs.
    domain::Result<std::vector<sdk::AskedEntity>> gather(const mirror::Mirror &mirror, const QStringList &claims, std::stop_token stop);
    qsizetype decoded() const; ///< Bodies that the last call had to decode.

private:
    mutable std::mutex m_mutex;
    QStringList m_claims;
    QHash<qint64, sdk::AskedEntity> m_claimed; ///< By body.
    std::vector<qint64> m_unclaimed;           ///< Bodies without, sorted: eight bytes for each.
    qsizetype m_decoded = 0;
};

} // namespace callboard::sync
