// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/proxylogindialog.h"

#include "ui/kit/announce.h"
#include "ui/kit/dialogfooter.h"
#include "ui/kit/fieldwords.h"
#include "ui/kit/sentences.h"
#include "ui/kit/widgets.h"

#include <QEvent>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace callboard::ui {

ProxyLoginDialog::ProxyLoginDialog(sync::Workspace &workspace, const QString &proxy, QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_proxy(proxy)
    , m_user(new QLineEdit)
    , m_password(new QLineEdit)
    , m_note(new TextLabel({}, TextRole::Caption, TextLabel::Ink::Secondary))
    , m_failure(new TextLabel({}, TextRole::Body, TextLabel::Ink::Warning))
    , m_save(new QPushButton(tr("Sign in")))
    , m_cancel(new QPushButton(tr("Cancel")))
{
    setWindowTitle(tr("Sign in to the proxy"));
    auto *form = new QFormLayout;
    form->setContentsMargins(24, 24, 24, 16);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(7);
    auto *about = new TextLabel(tr("%1 asks for a user and a password. Every source that goes through it uses them.").arg(proxy), TextRole::Body,
        TextLabel::Ink::Primary);
    about->setWordWrap(true);
    form->addRow(about);
    m_password->setEchoMode(QLineEdit::Password);
    form->addRow(tr("User"), m_user);
    form->addRow(tr("Password"), m_password);
    m_user->setAccessibleName(tr("User"));
    m_password->setAccessibleName(tr("Password"));
    m_note->setWordWrap(true);
    form->addRow(QString(), m_note);
    m_failure->setWordWrap(true);
    m_failure->hide();
    form->addRow(m_failure);
    workspace.secretState(this, [this](sync::SecretStore::State state) {
        m_said = state;
        m_note->setText(secretStateText(state));
    });

    m_save->setEnabled(false);
    connect(m_user, &QLineEdit::textChanged, this, [this](const QString &text) { m_save->setEnabled(!text.isEmpty()); });
    connect(m_cancel, &QPushButton::clicked, this, &ProxyLoginDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &ProxyLoginDialog::save);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(form, 1);
    column->addWidget(dialogFooter({}, { m_cancel, m_save }, m_save));
    m_user->setFocus();
}

// A window's own least size knows nothing of lines that wrap, which are more where it is narrow.
bool ProxyLoginDialog::event(QEvent *event)
{
    const bool isDone = QDialog::event(event);
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        setMinimumHeight(layout()->totalHeightForWidth(width()));
    return isDone;
}

// However it is closed, what the proxy is told by now counts.
void ProxyLoginDialog::reject() { done(m_counts ? Accepted : Rejected); }

// It closes when it is kept.
void ProxyLoginDialog::save()
{
    m_failure->hide();
    if (const auto set = m_workspace.setProxyLogin(m_proxy, m_user->text(), m_password->text()); !set)
        return complain(sentenceText(set.error()));
    m_save->setEnabled(false);
    m_workspace.whenProxyLoginKept(m_proxy, this, [this](const domain::Result<void> &kept) { tellKept(kept); });
}

void ProxyLoginDialog::tellKept(const domain::Result<void> &kept)
{
    m_save->setEnabled(!m_user->text().isEmpty());
    if (!kept && kept.error().source != "keychain"_L1)
        return complain(sentenceText(kept.error()));
    using State = sync::SecretStore::State;
    const State state = m_workspace.keychainState().value_or(State::Available);
    // A keychain that is locked, refuses or is not there was told of before anything was typed.
    const bool wasSaid = state != State::Available && state == m_said;
    if (wasSaid || (kept && state == State::Available)) {
        m_password->clear();
        return accept();
    }
    m_counts = true;
    m_cancel->setText(tr("Close"));
    m_note->setText(state == State::Available ? QString() : secretStateText(state));
    complain(tr("The keychain did not keep it. It counts until you quit."));
}

void ProxyLoginDialog::complain(const QString &what)
{
    m_failure->setText(what);
    m_failure->show();
    announce(m_failure, what);
}

} // namespace callboard::ui
