// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/folder/folderintegration.h"

#include "plugins/folder/folderconnection.h"

namespace callboard::folder {

std::unique_ptr<sdk::Connection> FolderIntegration::connect(const QJsonObject &settings)
{
    return std::make_unique<FolderConnection>(settings);
}

} // namespace callboard::folder
