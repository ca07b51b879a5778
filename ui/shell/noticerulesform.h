// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/notices/noticerules.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QPushButton;
class QTimeEdit;

namespace callboard::ui {

/// The person's rules as rows of choices, the first that fits decides; and quiet hours. Each change counts at once.
class NoticeRulesForm final : public QWidget {
    Q_OBJECT
public:
    explicit NoticeRulesForm(const notices::NoticeRules &rules, QWidget *parent = nullptr);
    notices::NoticeRules rules() const { return m_rules; }
    int rowCount() const { return int(m_rules.rules.size()); }

Q_SIGNALS:
    void edited(const callboard::notices::NoticeRules &rules);

private:
    QWidget *makeQuiet();
    void fillRows();
    void addRow(int at);
    void rowChanged(int at, const std::function<void(notices::Rule &)> &change);
    void moveRow(int at, int by);
    void showQuiet();
    void keepQuiet();

    notices::NoticeRules m_rules;
    QWidget *m_rowsHolder = nullptr;
    QPushButton *m_add = nullptr;
    QCheckBox *m_quiet = nullptr;
    QTimeEdit *m_from = nullptr;
    QTimeEdit *m_to = nullptr;
    QList<QCheckBox *> m_days; ///< From Monday.
    QCheckBox *m_weekend = nullptr;
};

} // namespace callboard::ui
