// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QDateTimeEdit;

namespace callboard::ui::panes {

/// Asks until when something is put aside.
class LaterDialog final : public QDialog {
    Q_OBJECT
public:
    explicit LaterDialog(const QDateTime &now, QWidget *parent = nullptr);

    QDateTimeEdit *edit() { return m_at; }

Q_SIGNALS:
    void chosen(const QDateTime &until);

private:
    QDateTimeEdit *m_at;
};

} // namespace callboard::ui::panes
