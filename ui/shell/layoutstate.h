// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>

#include <vector>

namespace callboard::ui {

/// What one pane kept: whether it is pinned, to what, and its own state.
struct PaneLayout {
    QString id;
    bool pinned = false;
    QString pinnedTo;  ///< Canonical ref; "mine"; empty for all.
    QJsonObject state; ///< The pane's own, opaque here.

    bool operator==(const PaneLayout &) const = default;
};

/// An arrangement of docks with a name.
struct Perspective {
    QString name;
    QByteArray docks; ///< QMainWindow::saveState.

    bool operator==(const Perspective &) const = default;
};

/// The saved layout of a window. Only values: reading it needs no window, so it can be fuzzed.
struct LayoutState {
    static constexpr int currentVersion = 1;

    QByteArray geometry; ///< QWidget::saveGeometry.
    QByteArray docks;
    QString perspective; ///< The one in use; empty for one of no name.
    std::vector<Perspective> perspectives;
    std::vector<PaneLayout> panes; ///< Also of panes that are not there now: they may come back.
    QStringList documents;         ///< Canonical refs of the open pages.
    int currentDocument = -1;

    bool operator==(const LayoutState &) const = default;
};

/// Reads a layout. Never trusts it: Invalid for what is no layout, is cut short, or is larger or deeper than any window
/// makes; Unsupported for one of a newer version.
domain::Result<LayoutState> parseLayout(QByteArrayView json);
QByteArray writeLayout(const LayoutState &state);

/// Reads a file. A missing one is an empty layout; one that cannot be read is set aside as `<path>.bad`.
domain::Result<LayoutState> loadLayout(const QString &path);
/// Writes a file at once or not at all.
domain::Result<void> saveLayout(const QString &path, const LayoutState &state);

} // namespace callboard::ui
