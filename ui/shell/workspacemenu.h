// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/workspaces.h"
#include "ui/kit/pane.h"

#include <QHash>
#include <QObject>
#include <QPointer>

#include <memory>

class QMenu;

namespace callboard::ui {

/// The workspaces of the person: each is a process and a window of its own. Open one, make one, rename this one.
class WorkspaceMenu final : public QObject {
    Q_OBJECT
public:
    explicit WorkspaceMenu(PaneContext context, QObject *parent = nullptr);
    ~WorkspaceMenu() override;

    /// Filled each time it opens; owned by this.
    QMenu *menu() { return m_menu.get(); }
    /// Whether this one lies among those with names: others are folders, which are renamed elsewhere.
    bool isNamed() const;
    void askNew(QWidget *parent);
    void askRename(QWidget *parent);

Q_SIGNALS:
    void openRequested(const QString &name);
    void renameRequested(const QString &to);

private:
    void fill();
    void measure();
    void ask(QWidget *parent, const QString &title, const QString &given, std::function<domain::Result<void>(const QString &)> use);

    PaneContext m_context;
    std::unique_ptr<QMenu> m_menu;
    QHash<QString, sync::WorkspaceEntry> m_known; ///< As last measured.
    bool m_measuring = false;
};

} // namespace callboard::ui
