// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/search/palette.h"
#include "ui/kit/focus.h"

#include <QFrame>
#include <QPointer>

#include <optional>

class QHBoxLayout;
class QLineEdit;
class QListView;

namespace callboard::items {
class PaletteModel;
}

namespace callboard::ui {

class PalettePreview;
class ScopeTab;
class TextLabel;

/// The way to anything: entities, people and commands by a few letters, with what is chosen beside them.
class PaletteBox final : public QFrame {
    Q_OBJECT
public:
    PaletteBox(PaneContext context, QWidget *window);
    ~PaletteBox() override;

    void popUp(const QString &text);
    void place(); ///< In the middle of the window, near its top.
    QLineEdit *edit() const { return m_edit; }
    items::PaletteModel &model() const { return *m_model; }
    QListView *list() const { return m_list; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeSearchRow();
    QWidget *makeScopeRow();
    QWidget *makeBody();
    QWidget *makeFooter();
    void takeActions();
    void onAnswered();
    void onExtended();
    void rememberChoice();
    bool chooseAgain();
    void showFigures();
    void fitHints();
    void onChosen();
    bool onKey(QKeyEvent *key);
    void move(int by);
    void nextScope(int by);
    void run(Focus::How how);
    void copyReference();

    PaneContext m_context;
    items::PaletteModel *m_model;
    QWidget *m_inside; ///< All within the line round it.
    QLineEdit *m_edit;
    QListView *m_list;
    PalettePreview *m_preview;
    TextLabel *m_figure;
    TextLabel *m_asOf;
    QList<ScopeTab *> m_tabs;
    QList<QWidget *> m_hints; ///< In the order in which they are kept.
    QPointer<QWidget> m_before; ///< Who had the keyboard.
    std::optional<std::pair<QString, search::PaletteScope>> m_answeredTo; ///< What was asked.
    QStringList m_chosen; ///< What the person went to in the answer to that; empty: nothing yet.
};

} // namespace callboard::ui
