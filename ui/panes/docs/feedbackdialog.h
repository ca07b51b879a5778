// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/docfeedback.h"

#include <QDialog>

class QPlainTextEdit;
class QPushButton;

namespace callboard::ui {
class Outward;
}

namespace callboard::ui::panes {

/// What is wrong with a page: kept here, and sent as an issue of its repository or as mail to its owner, where there are such.
class FeedbackDialog final : public QDialog {
    Q_OBJECT
public:
    /// One with an id is shown again. `repositoryPage`: an address within the repository at its host.
    FeedbackDialog(items::DocFeedbackStore &store, Outward &outward, items::DocFeedback feedback, const QString &repositoryPage, const QString &mail, QWidget *parent);

    QPlainTextEdit *text() const { return m_text; }

private:
    void note(items::DocFeedback::State state);
    void send(const std::function<QUrl(const items::DocFeedback &)> &address);
    void refresh();

    items::DocFeedbackStore &m_store;
    Outward &m_outward;
    items::DocFeedback m_feedback;
    QPlainTextEdit *m_text;
    QList<QPushButton *> m_buttons;
};

} // namespace callboard::ui::panes
