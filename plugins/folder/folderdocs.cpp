// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/folder/folderconnection.h"
#include "plugins/sdk/docs.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace callboard::folder {

// The host renders, and finds out itself whether anything has changed.
sdk::Result<void> FolderConnection::pullDocs(sdk::PullContext &context)
{
    // A folder that is not there just now takes no documentation away.
    if (!QFileInfo(m_settings.folder).isDir())
        return domain::fail(domain::ErrorCode::NotFound, u"there is no folder %1"_s.arg(m_settings.folder), m_settings.folder);
    newestSurvey(); // Made before the reader is asked a hundred times.
    std::vector<sdk::AskedEntity> own = context.entities();
    std::erase_if(own, [this](const sdk::AskedEntity &entity) {
        const QString target = sdk::descriptorTargetOf(entity);
        return target.isEmpty() || m_reader.localPath(target).isEmpty();
    });
    for (const sdk::AskedEntity &entity : own) {
        if (const auto alias = sdk::docAliasOf(entity))
            context.put(alias->toRecord());
    }
    for (sdk::DocSource &source : sdk::docSourcesOf(own))
        context.put(std::move(source));
    return context.stopRequested() ? domain::fail(domain::ErrorCode::Cancelled, u"stopped"_s) : sdk::Result<void>();
}

sdk::Result<void> FolderConnection::waitForDocs(sdk::PullContext &context)
{
    std::unique_lock lock(m_docsMutex);
    if (!m_docsTouched.wait(lock, context.stopToken(), [this] { return m_docsDirty; }))
        return domain::fail(domain::ErrorCode::Cancelled, u"stopped"_s);
    const auto began = std::chrono::steady_clock::now();
    do {
        m_docsDirty = false;
    } while (std::chrono::steady_clock::now() - began < longestUnrest
        && m_docsTouched.wait_for(lock, context.stopToken(), quiet, [this] { return m_docsDirty; }));
    m_docsDirty = false;
    return context.stopRequested() ? domain::fail(domain::ErrorCode::Cancelled, u"stopped"_s) : sdk::Result<void>();
}

} // namespace callboard::folder
