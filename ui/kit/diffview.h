// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/linediff.h"

#include <QWidget>

class QCheckBox;
class QStackedWidget;

namespace callboard::ui {

class DiffText;
class IconButton;
class TextLabel;

/// Two texts compared, side by side or in one; where it is too narrow for both, in one. F8 and Shift+F8 go from change
/// to change.
class DiffView final : public QWidget {
    Q_OBJECT
public:
    explicit DiffView(QWidget *parent = nullptr);

    /// The titles say what each text is: "21 Nov, 13:56".
    void setDiff(domain::LineDiff diff, const QString &beforeTitle, const QString &afterTitle);
    const domain::LineDiff &diff() const { return m_diff; }
    void setSideBySide(bool sideBySide);
    bool isSideBySide() const; ///< As it is shown.
    void step(int by);
    int currentChange() const { return m_change; } ///< From 0; -1 before the first step.
    /// A patch in the unified format.
    QString patch() const;
    DiffText *inlineText() { return m_inline; }
    DiffText *beforeText() { return m_before; }
    DiffText *afterText() { return m_after; }

Q_SIGNALS:
    void sideBySideChanged(bool sideBySide); ///< The person chose.

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeBar();
    QWidget *makeSides();
    void fillInline();
    void fillSides();
    void showMode();
    void showPlace();

    domain::LineDiff m_diff;
    QString m_beforeTitle, m_afterTitle;
    std::vector<int> m_inlineRows, m_sideRows; ///< By change: its first row.
    std::vector<int> m_sideCounts;
    int m_change = -1;
    bool m_wantsSides = true;
    TextLabel *m_title;
    TextLabel *m_place;
    TextLabel *m_beforeHead;
    TextLabel *m_afterHead;
    QCheckBox *m_sideBySide;
    IconButton *m_previous;
    IconButton *m_next;
    IconButton *m_copy;
    QStackedWidget *m_stack;
    DiffText *m_inline;
    DiffText *m_before;
    DiffText *m_after;
    QWidget *m_sides;
};

} // namespace callboard::ui
