// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/codeview.h"

#include <QTimer>

namespace callboard::ui::panes {

/// Puts a text of any length into a code view piece by piece, each within part of a frame. Lines of a length that no view lays
/// out quickly (a whole API on one line) are shown on several; `shownLine` knows where.
class CodeLoader final : public QObject {
    Q_OBJECT
public:
    explicit CodeLoader(CodeView *view);

    void load(const QString &text, const QString &fileName);
    void setMarks(std::vector<CodeView::Mark> marks); ///< By lines and columns of the text itself.
    void goTo(int line, int column = 1);              ///< As soon as it is there.
    bool isLoading() const { return m_timer.isActive(); }
    /// The line of the text itself that a line of the view is of.
    int textLine(int shownLine) const;

Q_SIGNALS:
    void loaded();

private:
    struct Shown {
        int line = 1;
        int column = 1;
    };
    QString withShortLines(const QString &text);
    Shown shown(int line, int column) const;
    void putMore();
    void finish();

    CodeView *m_view;
    QTimer m_timer;
    QString m_text;
    qsizetype m_at = 0;
    std::vector<int> m_firstPieces; ///< By line of the text: its first in the view. Empty: they are the same.
    std::vector<CodeView::Mark> m_marks;
    Shown m_target;
    bool m_hasTarget = false;
};

} // namespace callboard::ui::panes
