// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QString>

namespace callboard::folder {

/// A path pattern: `*` and `?` stay within one segment, `**` as a whole segment is any number of them.
class Glob final {
public:
    explicit Glob(const QString &pattern);

    bool matches(const QString &path) const;
    /// The folder every match lies in: the segments before the first one with a wildcard.
    const QString &base() const { return m_base; }
    static bool hasWildcard(const QString &text);

private:
    QString m_base;
    QRegularExpression m_expression;
};

} // namespace callboard::folder
