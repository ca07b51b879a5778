// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/pane.h"

#include <QUrl>

namespace callboard::ui::panes {

/// The way to a run in the CI pane, from wherever one is named; one for a window. The pane need not be there yet.
class BuildsDesk final : public QObject {
    Q_OBJECT
public:
    /// The one of this window; made with the first call.
    static BuildsDesk &of(PaneContext context);

    /// Shows the pane with this run open: `BuildRun::key`.
    void open(const QString &runKey);
    /// What a pane that was just made, or asked by `openRequested`, shall open: once. Empty: nothing.
    QString takeWanted() { return std::exchange(m_wanted, {}); }

    /// A link within the window; nothing outside ever gets it.
    static QUrl linkTo(const QString &runKey);
    static QString runOf(const QUrl &link); ///< Empty for any other link.

Q_SIGNALS:
    void openRequested();

private:
    explicit BuildsDesk(PaneContext context);
    PaneContext m_context;
    QString m_wanted;
};

} // namespace callboard::ui::panes
