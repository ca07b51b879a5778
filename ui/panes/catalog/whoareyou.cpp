// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/catalog/whoareyou.h"

#include "ui/kit/glyphs.h"
#include "ui/kit/style.h"
#include "ui/kit/widgets.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>

#include <algorithm>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;

WhoAreYou::WhoAreYou(search::LiveIndex &index, QWidget *parent)
    : QWidget(parent)
    , m_index(index)
    , m_people(new QComboBox(this))
{
    setAccessibleName(tr("Who are you?"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(9, 5, 9, 5);
    row->setSpacing(8);
    row->addWidget(new IconLabel(u"user"_s, 14, IconLabel::Ink::Accent));
    auto *question = new TextLabel(tr("Who are you in this catalog?"), TextRole::Dense, TextLabel::Ink::Primary, QFont::Medium);
    row->addWidget(question);
    setSmall(m_people);
    m_people->setEditable(true);
    m_people->setInsertPolicy(QComboBox::NoInsert);
    m_people->setAccessibleName(tr("Your name"));
    m_people->lineEdit()->setPlaceholderText(tr("type your name"));
    m_people->completer()->setFilterMode(Qt::MatchContains);
    m_people->completer()->setCompletionMode(QCompleter::PopupCompletion);
    row->addWidget(m_people, 1);
    auto *ok = new QPushButton(tr("This is me"), this);
    setSmall(ok);
    setButtonRole(ok, ButtonRole::Primary);
    row->addWidget(ok);
    connect(ok, &QPushButton::clicked, this, &WhoAreYou::choosePicked);
    connect(m_people->lineEdit(), &QLineEdit::returnPressed, this, &WhoAreYou::choosePicked);
    connect(&m_index, &search::LiveIndex::changed, this, [this] {
        m_outdated = true;
        if (isVisible())
            fill();
    });
}

bool WhoAreYou::hasPeople() const
{
    const mirror::Snapshot &snapshot = m_index.snapshot();
    for (mirror::Row row = 0; row < snapshot.size(); ++row)
        if (snapshot.ref(row).startsWith(u"user:"))
            return true;
    return false;
}

void WhoAreYou::fill()
{
    m_outdated = false;
    const QString typed = m_people->currentText();
    const mirror::Snapshot &snapshot = m_index.snapshot();
    std::vector<std::pair<QString, QString>> people;
    for (mirror::Row row = 0; row < snapshot.size(); ++row) {
        if (!snapshot.ref(row).startsWith(u"user:"))
            continue;
        const QString name = snapshot.name(row).toString();
        const QString title = snapshot.displayName(row).toString();
        people.emplace_back(title == name ? name : QString(title + u" (" + name + u')'), snapshot.ref(row).toString());
    }
    std::ranges::sort(people);
    m_people->clear();
    for (const auto &[name, ref] : people)
        m_people->addItem(name, ref);
    m_people->setCurrentIndex(-1);
    m_people->setEditText(typed);
}

void WhoAreYou::choose(const QString &userRef)
{
    if (!userRef.isEmpty())
        Q_EMIT chosen(userRef);
}

void WhoAreYou::choosePicked()
{
    const int picked = m_people->findText(m_people->currentText(), Qt::MatchFixedString);
    if (picked >= 0)
        choose(m_people->itemData(picked).toString());
    setInvalid(m_people, picked < 0);
}

void WhoAreYou::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_outdated)
        fill();
}

void WhoAreYou::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colours &colours = Theme::of(this).colours();
    painter.fillRect(rect(), colours.accentTint);
    paintHairline(&painter, rect().bottomLeft(), rect().bottomRight(), colours.borderSubtle);
}

} // namespace callboard::ui::panes
