// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/connectiondialog.h"

#include "models/sync/signedout.h"
#include "ui/kit/dialogfooter.h"
#include "ui/kit/sentences.h"
#include "ui/kit/style.h"
#include "ui/kit/widgets.h"
#include "ui/shell/connectionform.h"
#include "ui/shell/signinpanel.h"

#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace callboard::ui {

using Kind = sdk::SignInMethod::Kind;

ConnectionDialog::ConnectionDialog(sync::Workspace &workspace, const QString &connectionId, QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_connectionId(connectionId)
    , m_name(new QLineEdit)
    , m_panel(new SignInPanel(workspace))
    , m_pages(new QStackedWidget)
    , m_problem(new TextLabel({}, TextRole::Dense, TextLabel::Ink::Failed))
    , m_test(new QPushButton(tr("Try the connection")))
    , m_browser(new QPushButton)
    , m_signOut(new QPushButton(tr("Sign out")))
    , m_cancel(new QPushButton(tr("Cancel")))
    , m_save(new QPushButton(tr("Save")))
{
    const auto connections = workspace.connections();
    const auto info = std::ranges::find(connections, connectionId, &sync::ConnectionInfo::id);
    const auto integrations = workspace.integrations();
    const auto integration = std::ranges::find(integrations, info->integrationId, &sync::IntegrationInfo::id);
    setWindowTitle(tr("Edit %1").arg(info->name));
    setSurface(this, Surface::Board);
    resize(Theme::of(this).scaled(640), Theme::of(this).scaled(520));

    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(12);
    m_name->setText(info->name);
    m_name->setAccessibleName(tr("Name"));
    m_form = new ConnectionForm(workspace, *integration, &*info);
    m_form->addFirstRow(tr("Name"), m_name);
    column->addWidget(m_form);
    m_problem->setWordWrap(true);
    m_problem->hide();
    column->addWidget(m_problem);
    column->addStretch(1);
    setSurface(page, Surface::Board);
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(page);
    m_pages->addWidget(area);
    auto *signInPage = new QWidget;
    auto *signInColumn = new QVBoxLayout(signInPage);
    signInColumn->setContentsMargins(24, 24, 24, 24);
    signInColumn->addWidget(m_panel);
    m_pages->addWidget(signInPage);

    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(m_pages, 1);
    outer->addWidget(makeFooter());
    connect(m_form, &ConnectionForm::changed, this, &ConnectionDialog::updateButtons);
    connect(m_form, &ConnectionForm::signInFound, this, [this](bool ok) {
        if (std::exchange(m_goOn, false) && ok) {
            if (m_form->needsBrowser())
                signIn();
            else if (const auto *method = m_form->signInMethod(); method && m_form->editor(method->tokenField))
                m_form->editor(method->tokenField)->setFocus(Qt::TabFocusReason);
        }
    });
    connect(m_panel, &SignInPanel::finished, this, [this](bool ok) {
        updateButtons();
        if (ok)
            m_save->setFocus();
    });
    updateButtons();
}

QWidget *ConnectionDialog::makeFooter()
{
    setButtonRole(m_signOut, ButtonRole::Flat);
    QWidget *footer = dialogFooter({ m_signOut }, { m_test, m_browser, m_cancel, m_save }, m_save);
    connect(m_test, &QPushButton::clicked, m_form, &ConnectionForm::test);
    connect(m_browser, &QPushButton::clicked, this, [this] {
        if (m_form->signInMethod())
            signIn();
        else
            signInAgain();
    });
    connect(m_signOut, &QPushButton::clicked, this, &ConnectionDialog::signOut);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, [this] {
        if (m_pages->currentIndex() == 1)
            accept();
        else
            save();
    });
    return footer;
}

void ConnectionDialog::updateButtons()
{
    const bool signingIn = m_pages->currentIndex() == 1;
    m_test->setVisible(!signingIn);
    m_test->setEnabled(m_form->isComplete());
    m_browser->setText(m_form->signInText());
    m_browser->setVisible(!signingIn && m_form->needsBrowser());
    m_signOut->setVisible(!signingIn && m_form->canSignIn());
    m_save->setEnabled(signingIn || m_form->isComplete());
    m_save->setText(signingIn ? tr("Close") : tr("Save"));
    m_cancel->setVisible(!signingIn);
}

bool ConnectionDialog::apply()
{
    if (!m_form->check())
        return false;
    return showProblem(m_workspace.editConnection(m_connectionId, m_name->text(), m_form->settings(), m_form->secrets()));
}

bool ConnectionDialog::showProblem(const domain::Result<void> &result)
{
    m_problem->setVisible(!result);
    if (!result)
        m_problem->setText(sentenceText(result.error()));
    return result.has_value();
}

// It closes when what it says is on disk.
void ConnectionDialog::save()
{
    if (!apply())
        return;
    m_workspace.whenSaved(this, [this](const domain::Result<void> &saved) {
        if (showProblem(saved))
            accept();
    });
}

void ConnectionDialog::signInAgain()
{
    m_goOn = true;
    m_form->findSignIn();
}

void ConnectionDialog::signIn()
{
    if (!m_form->signInMethod())
        return;
    const sdk::SignInMethod method = *m_form->signInMethod();
    const QStringList otherWays = m_form->otherSignIns();
    if (!apply())
        return;
    m_pages->setCurrentIndex(1);
    updateButtons();
    m_panel->start(m_connectionId, m_name->text(), method, otherWays);
}

void ConnectionDialog::signOut()
{
    m_signOut->setEnabled(false);
    m_workspace.signOut(m_connectionId, this, [this](const domain::Result<sync::SignedOut> &done) {
        m_signOut->setEnabled(true);
        if (!done)
            return m_form->showReport(sentenceText(done.error()), false);
        if (!done->untold)
            return m_form->showReport(tr("You are signed out."), true);
        const domain::Notice untold = sync::untoldNotice(m_name->text(), *done);
        m_form->showReport(untold.title + u' ' + untold.description, false);
    });
}

} // namespace callboard::ui
