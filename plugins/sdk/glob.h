// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/sdk/sdk_export.h"

#include <QRegularExpression>
#include <QString>

namespace callboard::sdk {

/// A path pattern, for integrations whose host does not search by itself: `*` and `?` stay within one segment, `**` as a whole segment is any number of them.
class CALLBOARD_SDK_EXPORT Glob final {
public:
    /// Any text is a pattern; one without a wildcard matches itself.
    explicit Glob(const QString &pattern);

    /// Whether the whole path matches; upper and lower case differ.
    bool matches(const QString &path) const;
    /// The folder every match lies in: the segments before the first one with a wildcard.
    const QString &base() const { return m_base; }
    /// Whether the text is more than itself as a pattern.
    static bool hasWildcard(const QString &text);

private:
    QString m_base;
    QRegularExpression m_expression;
};

} // namespace callboard::sdk
