// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/sdk/integration.h"

#include <QWidget>

class QButtonGroup;
class QPushButton;
class QVBoxLayout;

namespace callboard::ui {

class TextLabel;

/// How to sign in: asks to find out, then offers what was found, and says of what cannot be used why.
class SignInChoice final : public QWidget {
    Q_OBJECT
public:
    explicit SignInChoice(QWidget *parent = nullptr);

    void showBusy();
    void showError(const QString &text);
    /// Chooses `preferredId` where it can be used, else the first that can.
    void showMethods(const std::vector<sdk::SignInMethod> &methods, const QString &preferredId);
    void clear(); ///< Nothing is known (any more).
    bool isKnown() const { return m_known; }
    const std::vector<sdk::SignInMethod> &methods() const { return m_methods; }
    const sdk::SignInMethod *chosen() const; ///< Null where nothing is known, or nobody need sign in.
    QStringList others() const; ///< The names of those that can be chosen and are not.
    QPushButton *findButton() const { return m_find; }

Q_SIGNALS:
    void findRequested();
    void chosenChanged();

private:
    void dropMethods();

    QPushButton *m_find;
    TextLabel *m_note;
    QVBoxLayout *m_list;
    QButtonGroup *m_group = nullptr;
    std::vector<sdk::SignInMethod> m_methods;
    bool m_known = false;
};

} // namespace callboard::ui
