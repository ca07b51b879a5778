// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/docs.h"
#include "models/mirror/mirror.h"

namespace callboard::items {

/// One page or asset by its key.
template<typename Mirror>
domain::Result<domain::Record> docRecord(const Mirror &mirror, QLatin1StringView type, const QString &key)
{
    if constexpr (requires { mirror.record(type, key); }) {
        return mirror.record(QString(type), key);
    } else {
        const qsizetype name = key.indexOf(u'/');
        const qsizetype path = key.indexOf(u'/', name + 1);
        const auto records = mirror.records(QString(type), key.first(std::max<qsizetype>(path, 0)));
        for (const auto &record : records ? *records : std::vector<domain::Record> {}) {
            if (record.key == key)
                return record;
        }
        return domain::fail(domain::ErrorCode::NotFound, key);
    }
}

} // namespace callboard::items
