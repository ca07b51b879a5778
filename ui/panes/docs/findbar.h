// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;

namespace callboard::ui {
class DocumentView;
class TextLabel;
}

namespace callboard::ui::panes {

/// Finds in a page: every place is marked, Enter and Shift+Enter go from one to the next, Esc closes.
class FindBar final : public QWidget {
    Q_OBJECT
public:
    explicit FindBar(DocumentView *view, QWidget *parent = nullptr);

    void open();
    void close();
    void step(int by);
    QLineEdit *edit() const { return m_edit; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showCount();

    DocumentView *m_view;
    QLineEdit *m_edit;
    TextLabel *m_count;
};

} // namespace callboard::ui::panes
