// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/focus.h"

#include <QTabWidget>

namespace callboard::ui {

class EmptyState;
namespace panes {
class EntityPage;
}

/// The centre: entity pages as tabs. Opening an entity goes on in the tab that is open, as a browser does; beside makes a
/// further tab. Without any, says how to begin.
class Documents final : public QWidget {
    Q_OBJECT
public:
    explicit Documents(PaneContext context, QWidget *parent = nullptr);

    void open(const QString &ref, bool beside);
    panes::EntityPage *current() const;
    QString currentRef() const;
    QStringList refs() const;
    int currentIndex() const { return m_tabs->currentIndex(); }
    void restore(const QStringList &refs, int current);
    void closeCurrent();
    void closeOthers();
    void step(int by); ///< To the tab after or before, around the end.
    int count() const { return m_tabs->count(); }
    void setKeyboardInside(bool inside);
    void focusPage(Qt::FocusReason reason);
    /// What stands there while nothing is open.
    void setInvitation(const QString &headline, const QString &detail, const QString &button);
    QMenu *tabMenu(int index);

Q_SIGNALS:
    void currentRefChanged(const QString &ref);
    void invitationAccepted();
    void filterRequested(const QString &filter);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    panes::EntityPage *addPage(const QString &ref, int at);
    void closePage(int index);
    void describe(panes::EntityPage *page);
    void updateEmpty();

    PaneContext m_context;
    QTabWidget *m_tabs;
    EmptyState *m_empty;
    bool m_restoring = false;
};

} // namespace callboard::ui
