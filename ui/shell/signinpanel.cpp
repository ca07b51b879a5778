// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/signinpanel.h"

#include "models/sync/oauthkeeper.h"
#include "ui/kit/announce.h"
#include "ui/kit/outward.h"
#include "ui/kit/sentences.h"
#include "ui/kit/style.h"
#include "ui/kit/widgets.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QLocale>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace callboard::ui {

SignInPanel::SignInPanel(sync::Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_headline(new TextLabel({}, TextRole::Heading3, TextLabel::Ink::Primary, QFont::DemiBold))
    , m_text(new TextLabel({}, TextRole::Body, TextLabel::Ink::Secondary))
    , m_address(new QLineEdit)
    , m_code(new QLineEdit)
    , m_copyCode(new QPushButton(tr("Copy the code")))
    , m_open(new QPushButton(tr("Sign in in the browser…")))
    , m_copyAddress(new QPushButton(tr("Copy the address")))
    , m_cancel(new QPushButton(tr("Cancel")))
    , m_codeRow(new QWidget)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    m_headline->setWordWrap(true);
    m_text->setWordWrap(true);
    column->addWidget(m_headline);
    column->addWidget(m_text);
    m_address->setReadOnly(true);
    m_address->setAccessibleName(tr("Address to open in a browser"));
    column->addWidget(m_address);
    auto *codeRow = new QHBoxLayout(m_codeRow);
    codeRow->setContentsMargins(0, 0, 0, 0);
    codeRow->setSpacing(8);
    m_code->setReadOnly(true);
    m_code->setAccessibleName(tr("Code to type in the browser"));
    m_code->setFont(Theme::of(this).font(TextRole::Heading1, QFont::DemiBold));
    m_code->setFixedHeight(Theme::of(this).scaled(44));
    m_code->setMaximumWidth(Theme::of(this).scaled(260));
    codeRow->addWidget(m_code);
    codeRow->addWidget(m_copyCode);
    codeRow->addStretch(1);
    column->addWidget(m_codeRow);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    setButtonRole(m_open, ButtonRole::Primary);
    for (QPushButton *button : { m_open, m_copyAddress, m_cancel }) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    column->addLayout(buttons);
    column->addStretch(1);
    m_address->hide();
    m_codeRow->hide();
    m_copyAddress->hide();
    m_cancel->hide();

    connect(m_open, &QPushButton::clicked, this, [this] {
        if (m_waiting)
            openBrowser();
        else
            start(m_connectionId, QString(m_name), sdk::SignInMethod(m_method), QStringList(m_otherWays));
    });
    connect(m_copyCode, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_code->text()); });
    connect(m_copyAddress, &QPushButton::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(m_url.toString(QUrl::FullyEncoded)); });
    connect(m_cancel, &QPushButton::clicked, this, &SignInPanel::cancel);
}

SignInPanel::~SignInPanel()
{
    if (m_waiting)
        m_workspace.cancelSignIn(m_connectionId);
}

void SignInPanel::start(
    const QString &connectionId, const QString &connectionName, const sdk::SignInMethod &method, const QStringList &otherWays)
{
    m_connectionId = connectionId;
    m_name = connectionName;
    m_method = method;
    m_otherWays = otherWays;
    m_waiting = true;
    m_url.clear();
    m_code->clear();
    m_headline->setText(tr("Sign in to %1").arg(connectionName));
    m_text->setInk(TextLabel::Ink::Secondary);
    m_text->setText(tr("Asking the server…"));
    m_address->hide();
    m_codeRow->hide();
    m_copyAddress->hide();
    m_open->setText(sync::isOnOtherDevice(method) ? tr("Open it on this machine") : tr("Open the browser again"));
    m_open->setEnabled(false);
    m_cancel->show();
    const quint64 attempt = ++m_attempt;
    m_workspace.signIn(
        connectionId, method, this,
        [this, attempt](const sync::SignInPrompt &prompt) {
            if (attempt == m_attempt)
                showPrompt(prompt);
        },
        [this, attempt](const domain::Result<void> &done) {
            if (attempt == m_attempt)
                onDone(done);
        });
}

void SignInPanel::showPrompt(const sync::SignInPrompt &prompt)
{
    if (prompt.slower) {
        m_text->setText(tr("The server asks for patience: after you have typed the code it may take some seconds longer."));
        announce(this, m_text->text());
        return;
    }
    m_url = prompt.directUrl.isEmpty() ? prompt.url : prompt.directUrl;
    m_open->setEnabled(true);
    m_copyAddress->show();
    if (prompt.userCode.isEmpty())
        m_text->setText(tr("Finish in the browser that was opened. This window goes on by itself."));
    else
        showCode(prompt);
    const QString address = prompt.userCode.isEmpty() ? QString() : QString(u' ' + prompt.url.toDisplayString() + u' ');
    announce(this, m_text->text() + address + prompt.userCode);
    if (!sync::isOnOtherDevice(m_method))
        openBrowser();
}

void SignInPanel::showCode(const sync::SignInPrompt &prompt)
{
    m_address->setText(prompt.url.toDisplayString());
    m_address->show();
    m_code->setText(prompt.userCode);
    m_codeRow->show();
    m_text->setText(tr("Open this address in any browser, on any machine, and type the code there. This window goes on by itself."));
}

void SignInPanel::openBrowser()
{
    // The address is the server's: nothing but a browser may be made to open it.
    if (m_url.scheme() != "https"_L1 && m_url.scheme() != "http"_L1)
        return;
    const Outward::Failed failed = [self = QPointer(this)] {
        if (self && self->m_waiting)
            self->sayNoBrowser();
    };
    if (!Outward::byDesktop(m_url, failed))
        sayNoBrowser();
}

void SignInPanel::sayNoBrowser()
{
    m_text->setInk(TextLabel::Ink::Warning);
    m_text->setText(tr("No browser could be opened. Copy the address and open it yourself; this window goes on by itself."));
    announce(this, m_text->text());
}

/// What failed, and what to do next: once more, or another way.
QString SignInPanel::failure(const domain::Error &error) const
{
    const auto stage = m_url.isEmpty() ? SignInStage::Asking : m_code->text().isEmpty() ? SignInStage::Browser : SignInStage::Code;
    const QString said = text(signInSentence(error, stage));
    // Who stopped it themselves knows what they want.
    if (m_otherWays.isEmpty() || error.code == domain::ErrorCode::Cancelled)
        return said;
    return said + u' ' + tr("Other ways to sign in there: %1.").arg(QLocale().createSeparatedList(m_otherWays));
}

void SignInPanel::onDone(const domain::Result<void> &done)
{
    m_waiting = false;
    m_cancel->hide();
    m_address->hide();
    m_copyAddress->hide();
    m_codeRow->hide();
    m_open->setEnabled(true);
    m_open->setText(done ? tr("Sign in again…") : tr("Try again…"));
    m_text->setInk(done ? TextLabel::Ink::Ok : TextLabel::Ink::Failed);
    if (done)
        m_text->setText(tr("You are signed in."));
    else
        m_text->setText(failure(done.error()));
    announce(this, m_text->text());
    Q_EMIT finished(done.has_value());
}

void SignInPanel::cancel()
{
    if (!m_waiting)
        return;
    ++m_attempt;
    m_workspace.cancelSignIn(m_connectionId);
    onDone(domain::fail(domain::ErrorCode::Cancelled, u"cancelled"_s));
}

} // namespace callboard::ui
