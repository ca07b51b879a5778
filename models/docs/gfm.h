// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>

namespace callboard::docs {

/// GitHub Flavored Markdown (https://github.github.com/gfm/) to HTML, for READMEs and other files that are read on a host. The HTML
/// inside of it is handed on: it is for `documentFromHtml` to sanitise. Invalid for more than 32 MiB. Any thread.
domain::Result<QByteArray> gfmToHtml(QByteArrayView markdown);

} // namespace callboard::docs
