// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

/// One target as CMake's File API describes it (codemodel version 2).
struct CMakeTarget {
    QString name;
    QString type;   ///< "STATIC_LIBRARY", "MODULE_LIBRARY", "EXECUTABLE", …
    QString folder; ///< From the top of the tree.
    QStringList dependencies; ///< Names of targets, direct and indirect.
    QString linkLine;         ///< Of programs and shared libraries.
};

/// Every target of a build folder; empty when CMake left no reply there.
std::vector<CMakeTarget> readTargets(const QString &buildFolder);
