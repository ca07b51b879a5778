// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/packer.h"
#include "models/mirror/mirror.h"
#include "plugins/sdk/integration.h"

#include <mutex>

namespace callboard::sync {

/// The entities that have an annotation which an integration claimed: whom its feeds may be asked about. Remembers what it found in
/// each body, so that of a hundred thousand entities only those are decoded again that changed since. What several have the same (in a
/// folder, all documents of a file) is remembered once, packed; an entity takes sixteen bytes. Any thread.
class ClaimedEntities final {
public:
    /// Ref and annotations of each, in the order of refs.
    domain::Result<std::vector<sdk::AskedEntity>> gather(const mirror::Mirror &mirror, const QStringList &claims, std::stop_token stop);
    qsizetype decoded() const; ///< Bodies that the last call had to decode.

private:
    class Gathering;
    struct Known {
        qint64 body;
        quint32 claimed; ///< Index; 0: it has none.
    };

    mutable std::mutex m_mutex;
    QStringList m_claims;
    std::vector<Known> m_known;        ///< Sorted by body.
    std::vector<QByteArray> m_claimed; ///< Annotations, packed, each once.
    catalog::Packer m_packer;
    qsizetype m_decoded = 0;
};

} // namespace callboard::sync
