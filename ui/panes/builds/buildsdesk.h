// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/builds/flakyquestions.h"
#include "models/builds/liveruns.h"
#include "models/builds/runquery.h"
#include "ui/kit/pane.h"

#include <QTimer>
#include <QUrl>

namespace callboard::ui::panes {

/// What CI panes of a window share, and the way to a run in one of them, from wherever it is named. The pane need not be there yet.
class BuildsDesk final : public QObject {
    Q_OBJECT
public:
    /// The one of this window; made with the first call.
    static BuildsDesk &of(PaneContext context);

    static constexpr builds::RunRow fewRuns = 20'000; ///< Found within a frame, painting included.

    /// What the catalog says of the runs that there are now. Made again when either changed; in groups before somebody looks, as that takes
    /// longer than a frame of very many runs. Never null.
    std::shared_ptr<const builds::RunEstate> estate();

    /// Shows the pane with this run open: `BuildRun::key`.
    void open(const QString &runKey);
    /// What a pane that was just made, or asked by `openRequested`, shall open: once. Empty: nothing.
    QString takeWanted() { return std::exchange(m_wanted, {}); }

    /// Asks for the jobs of runs that passed and failed on one commit, of what is mine or in a list on screen: only they say which job is flaky. Few
    /// in an hour, and of each run once.
    void askAfterFlaky();

    /// A link within the window; nothing outside ever gets it.
    static QUrl linkTo(const QString &runKey);
    static QString runOf(const QUrl &link); ///< Empty for any other link.

Q_SIGNALS:
    void openRequested();

private:
    explicit BuildsDesk(PaneContext context);
    /// Of which the estate is; of the catalog by its number, as holding it would keep an old one.
    struct Sources {
        builds::RunIndexPtr index;
        builds::FlakinessPtr flakiness;
        quint64 catalog = 0;
        QString me;
        bool operator==(const Sources &) const = default;
    };
    PaneContext m_context;
    QString m_wanted;
    Sources m_sources;
    builds::FlakyQuestions m_flaky;
    QTimer m_askAgain; ///< Until there may be more questions.
    std::shared_ptr<const builds::RunEstate> m_estate;
};

} // namespace callboard::ui::panes
