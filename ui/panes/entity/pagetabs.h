// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTabBar>

namespace callboard::ui::panes {

/// The row of tabs inside a page: a line under the current one, a count behind the word.
class PageTabs final : public QTabBar {
    Q_OBJECT
public:
    explicit PageTabs(QWidget *parent = nullptr);

    struct Page {
        QString id;
        QString text;
        int count = -1; ///< < 0: none shown. It is part of the tab's text, so that a screen reader says it.
    };
    /// The first is the current one then. Each tab that comes or goes lays all of them out: where the same pages are there already, they stay.
    void setPages(const QList<Page> &pages);
    QString currentId() const { return tabData(currentIndex()).toString(); }
    int indexOf(const QString &id) const;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void tabInserted(int index) override;
};

} // namespace callboard::ui::panes
