// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

/// Blobs that are too large to be held: they are taken over and handed out as files.
namespace callboard::mirror {

/// Makes a blob of a file below the mirror's directory (`Mirror::directory`), which is moved. Reads all of it, piece by piece: not for
/// the GUI thread. Returns its key.
domain::Result<QString> takeBlobFile(const QString &directory, const QString &path);
/// The absolute path of a blob's file, to be mapped or read piece by piece: what is in it is not checked. NotFound, Invalid.
domain::Result<QString> blobFile(const QString &directory, const QString &hash);

} // namespace callboard::mirror
