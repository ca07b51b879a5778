// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/signinchoice.h"

#include "models/sync/oauthkeeper.h"
#include "ui/kit/announce.h"
#include "ui/kit/style.h"
#include "ui/kit/widgets.h"

#include <QButtonGroup>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace callboard::ui {

using Kind = sdk::SignInMethod::Kind;

SignInChoice::SignInChoice(QWidget *parent)
    : QWidget(parent)
    , m_find(new QPushButton(tr("Find out how to sign in")))
    , m_note(new TextLabel({}, TextRole::Caption, TextLabel::Ink::Secondary))
    , m_list(new QVBoxLayout)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_find, 0, Qt::AlignLeft);
    m_list->setSpacing(4);
    column->addLayout(m_list);
    m_note->setWordWrap(true);
    column->addWidget(m_note);
    m_find->setAutoDefault(false);
    connect(m_find, &QPushButton::clicked, this, &SignInChoice::findRequested);
    clear();
}

void SignInChoice::dropMethods()
{
    m_known = false;
    m_methods.clear();
    delete m_group;
    m_group = nullptr;
    while (QLayoutItem *item = m_list->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

void SignInChoice::clear()
{
    dropMethods();
    m_find->show();
    m_find->setEnabled(true);
    m_note->setInk(TextLabel::Ink::Secondary);
    m_note->setText(tr("Asks the server which ways it offers."));
    Q_EMIT chosenChanged();
}

void SignInChoice::showBusy()
{
    m_find->setEnabled(false);
    m_note->setInk(TextLabel::Ink::Secondary);
    m_note->setText(tr("Asking the server…"));
}

void SignInChoice::showError(const QString &text)
{
    clear();
    m_note->setInk(TextLabel::Ink::Failed);
    m_note->setText(text);
    announce(this, text);
}

void SignInChoice::showMethods(const std::vector<sdk::SignInMethod> &methods, const QString &preferredId)
{
    dropMethods();
    m_known = true;
    m_methods = methods;
    m_find->hide();
    m_find->setEnabled(true);
    m_note->setInk(TextLabel::Ink::Secondary);
    m_note->setText(methods.empty() ? tr("Nobody needs to sign in here.") : QString());
    m_note->setVisible(methods.empty());
    m_group = new QButtonGroup(this);
    int choice = -1;
    for (int at = 0; at < int(methods.size()); ++at) {
        const sdk::SignInMethod &method = methods[size_t(at)];
        const bool elsewhere = sync::isOnOtherDevice(method);
        auto *button = new QRadioButton(elsewhere ? tr("Sign in on another device") : method.name);
        const bool usable = method.unavailable.isEmpty();
        button->setEnabled(usable);
        m_group->addButton(button, at);
        m_list->addWidget(button);
        const QString note = !usable ? method.unavailable
            : elsewhere              ? tr("Shows an address and a code for a browser on any machine.")
                                     : QString();
        if (!note.isEmpty()) {
            button->setAccessibleDescription(note);
            auto *why = new TextLabel(note, TextRole::Caption, TextLabel::Ink::Secondary);
            why->setWordWrap(true);
            why->setContentsMargins(22, 0, 0, 2);
            m_list->addWidget(why);
        }
        // Of two ways under one id the first: the browser's.
        const bool isBetter = choice < 0 || (method.id == preferredId && methods[size_t(choice)].id != preferredId);
        if (usable && isBetter)
            choice = at;
    }
    if (choice >= 0)
        m_group->button(choice)->setChecked(true);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int, bool on) {
        if (on)
            Q_EMIT chosenChanged();
    });
    announce(this, methods.empty() ? m_note->text() : tr("%n way(s) to sign in were found.", nullptr, int(methods.size())));
    Q_EMIT chosenChanged();
}

QStringList SignInChoice::others() const
{
    QStringList names;
    for (const QAbstractButton *button : m_group ? m_group->buttons() : QList<QAbstractButton *>()) {
        if (button->isEnabled() && !button->isChecked())
            names.append(button->text());
    }
    return names;
}

const sdk::SignInMethod *SignInChoice::chosen() const
{
    const int id = m_group ? m_group->checkedId() : -1;
    return id < 0 ? nullptr : &m_methods[size_t(id)];
}

} // namespace callboard::ui
