// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/proxylogindialog.h"

#include "ui/kit/dialogfooter.h"
#include "ui/kit/fieldwords.h"
#include "ui/kit/sentences.h"
#include "ui/kit/widgets.h"

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
    , m_failure(new TextLabel({}, TextRole::Body, TextLabel::Ink::Warning))
{
    setWindowTitle(tr("Sign in to the proxy"));
    auto *form = new QFormLayout;
    form->setContentsMargins(24, 24, 24, 16);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
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
    auto *note = new TextLabel({}, TextRole::Caption, TextLabel::Ink::Secondary);
    note->setWordWrap(true);
    form->addRow(QString(), note);
    m_failure->setWordWrap(true);
    m_failure->hide();
    form->addRow(m_failure);
    workspace.secretState(this, [note](sync::SecretStore::State state) { note->setText(secretStateText(state)); });

    auto *cancel = new QPushButton(tr("Cancel"));
    auto *save = new QPushButton(tr("Sign in"));
    save->setEnabled(false);
    connect(m_user, &QLineEdit::textChanged, save, [save](const QString &text) { save->setEnabled(!text.isEmpty()); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(save, &QPushButton::clicked, this, &ProxyLoginDialog::save);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(form, 1);
    column->addWidget(dialogFooter({}, { cancel, save }, save));
    m_user->setFocus();
}

void ProxyLoginDialog::save()
{
    if (const auto set = m_workspace.setProxyLogin(m_proxy, m_user->text(), m_password->text()); !set) {
        m_failure->setText(sentenceText(set.error()));
        m_failure->show();
        return;
    }
    m_password->clear();
    accept();
}

} // namespace callboard::ui
