// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/apis/compare.h"

#include <QCoreApplication>

namespace callboard::items {

/// Says in words what is in an API definition and what changed in it; for panes, the command line and screen readers alike.
class ApiWording final {
    Q_DECLARE_TR_FUNCTIONS(callboard::items::ApiWording)
public:
    static QString kind(apis::ItemKind kind);  ///< "Operation"
    static QString kinds(apis::ItemKind kind); ///< "Operations"
    static QString format(apis::ApiFormat format); ///< "OpenAPI"
    /// "request.note: is required now"
    static QString difference(const apis::Difference &difference);
    static QString change(apis::ItemChange::Kind kind); ///< "Added"
    /// "3 added · 1 removed · 2 changed"
    static QString summary(const apis::Comparison &comparison);
    /// What a description in Markdown says (CommonMark, as OpenAPI and AsyncAPI have it), without its marks: a line for each paragraph and
    /// item. Longer than `most` it is cut, with an ellipsis.
    static QString description(const QString &markdown, qsizetype most = 4000);

private:
    static QString plain(const apis::Difference &difference);
};

} // namespace callboard::items
