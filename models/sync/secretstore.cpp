// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/secretstore.h"

using namespace Qt::StringLiterals;

namespace callboard::sync {

using domain::ErrorCode;
using domain::fail;

SecretStore::~SecretStore() = default;

domain::Result<QString> RunSecrets::read(const QString &key, std::stop_token)
{
    const QMutexLocker lock(&m_mutex);
    const auto it = m_values.constFind(key);
    if (it == m_values.cend())
        return fail(ErrorCode::NotFound, u"no secret is kept under that name"_s, u"keychain"_s);
    return *it;
}

domain::Result<void> RunSecrets::write(const QString &key, const QString &value, std::stop_token)
{
    keep(key, value);
    return {};
}

domain::Result<void> RunSecrets::remove(const QString &key, std::stop_token)
{
    drop(key);
    return {};
}

void RunSecrets::keep(const QString &key, const QString &value)
{
    const QMutexLocker lock(&m_mutex);
    m_values.insert(key, value);
}

void RunSecrets::drop(const QString &key)
{
    const QMutexLocker lock(&m_mutex);
    m_values.remove(key);
}

domain::Result<void> RunSecrets::unlock(std::stop_token)
{
    return fail(ErrorCode::Unsupported, u"there is no keychain here"_s, u"keychain"_s);
}

} // namespace callboard::sync
