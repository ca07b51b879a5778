// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/docs/feedbackdialog.h"

#include "ui/kit/outward.h"
#include "ui/kit/style.h"
#include "ui/kit/widgets.h"

#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;
using State = items::DocFeedback::State;

FeedbackDialog::FeedbackDialog(
    items::DocFeedbackStore &store, Outward &outward, items::DocFeedback feedback, const QString &repositoryPage, const QString &mail, QWidget *parent)
    : QDialog(parent)
    , m_store(store)
    , m_outward(outward)
    , m_feedback(std::move(feedback))
    , m_text(new QPlainTextEdit)
{
    setWindowTitle(tr("What is wrong with “%1”?").arg(m_feedback.title));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(10);
    if (!m_feedback.passage.isEmpty()) {
        column->addWidget(new TextLabel(tr("The passage that is selected:"), TextRole::Caption, TextLabel::Ink::Secondary));
        auto *passage = new TextLabel(m_feedback.passage.simplified().left(400), TextRole::Body, TextLabel::Ink::Secondary);
        passage->setWordWrap(true);
        column->addWidget(passage);
    }
    auto *ask = new TextLabel(tr("What is wrong, and what would be right:"), TextRole::Body);
    ask->setBuddy(m_text);
    column->addWidget(ask);
    m_text->setPlainText(m_feedback.text);
    m_text->setAccessibleName(tr("What is wrong"));
    m_text->setTabChangesFocus(true);
    column->addWidget(m_text, 1);
    auto *note = new TextLabel(tr("It is kept with this page. An issue or a mail is written for you, and sent by you."), TextRole::Caption, TextLabel::Ink::Secondary);
    note->setWordWrap(true);
    column->addWidget(note);

    auto *row = new QHBoxLayout;
    const auto add = [&](const QString &text, auto press) {
        auto *button = new QPushButton(text);
        connect(button, &QPushButton::clicked, this, press);
        row->addWidget(button);
        m_buttons.append(button);
        return button;
    };
    row->addStretch(1);
    if (items::newIssueUrl(repositoryPage, m_feedback).isValid())
        add(tr("Write an issue…"), [this, repositoryPage] { send([repositoryPage](const auto &one) { return items::newIssueUrl(repositoryPage, one); }); });
    if (items::feedbackMail(mail, m_feedback).isValid())
        add(tr("Write a mail…"), [this, mail] { send([mail](const auto &one) { return items::feedbackMail(mail, one); }); });
    QPushButton *keep = add(tr("Keep"), [this] {
        this->note(m_feedback.state);
        accept();
    });
    setButtonRole(keep, ButtonRole::Primary);
    keep->setDefault(true);
    if (!m_feedback.id.isEmpty()) {
        auto *remove = new QPushButton(tr("Delete"));
        setButtonRole(remove, ButtonRole::Danger);
        connect(remove, &QPushButton::clicked, this, [this] {
            m_store.remove(m_feedback.id);
            reject();
        });
        row->insertWidget(0, remove);
    }
    column->addLayout(row);
    connect(m_text, &QPlainTextEdit::textChanged, this, &FeedbackDialog::refresh);
    refresh();
    resize(520, 360);
    m_text->setFocus();
}

void FeedbackDialog::refresh()
{
    for (QPushButton *button : std::as_const(m_buttons))
        button->setEnabled(!m_text->toPlainText().trimmed().isEmpty());
}

void FeedbackDialog::note(State state)
{
    m_feedback.text = m_text->toPlainText().trimmed();
    m_feedback.state = state;
    m_feedback.id = m_store.put(m_feedback);
}

void FeedbackDialog::send(const std::function<QUrl(const items::DocFeedback &)> &address)
{
    m_feedback.text = m_text->toPlainText().trimmed();
    const QUrl to = address(m_feedback);
    note(m_outward.browse(to) ? State::Sent : m_feedback.state);
    accept();
}

} // namespace callboard::ui::panes
