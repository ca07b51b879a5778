// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/secretstore.h"

using namespace Qt::StringLiterals;

namespace callboard::sync {

domain::Result<QString> RunSecrets::read(const QString &key)
{
    const QMutexLocker lock(&m_mutex);
    const auto it = m_values.constFind(key);
    if (it == m_values.cend())
        return domain::fail(domain::ErrorCode::NotFound, u"no secret is kept under that name"_s, u"keychain"_s);
    return *it;
}

domain::Result<void> RunSecrets::write(const QString &key, const QString &value)
{
    const QMutexLocker lock(&m_mutex);
    m_values.insert(key, value);
    return {};
}

domain::Result<void> RunSecrets::remove(const QString &key)
{
    const QMutexLocker lock(&m_mutex);
    m_values.remove(key);
    return {};
}

} // namespace callboard::sync
