// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/diffview.h"

#include "ui/kit/difftext.h"
#include "ui/kit/widgets.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLocale>
#include <QScrollBar>
#include <QStackedWidget>

namespace callboard::ui {

using namespace Qt::StringLiterals;
using domain::DiffLine;
using Row = DiffText::Row;

namespace {

/// Narrower than this, two texts beside each other show too little of each.
constexpr int roomForSides = 620;

Row rowOf(const DiffLine &line)
{
    const Row::Kind kind = line.op == DiffLine::Op::Added ? Row::Kind::Added
        : line.op == DiffLine::Op::Removed                ? Row::Kind::Removed
                                                          : Row::Kind::Same;
    return { kind, line.before, line.after, line.text, line.marks };
}

/// Two scroll bars that move together.
void tie(QScrollBar *a, QScrollBar *b)
{
    QObject::connect(a, &QScrollBar::valueChanged, b, &QScrollBar::setValue);
    QObject::connect(b, &QScrollBar::valueChanged, a, &QScrollBar::setValue);
}

} // namespace

DiffView::DiffView(QWidget *parent)
    : QWidget(parent)
    , m_title(new TextLabel({}, TextRole::Caption, TextLabel::Ink::Secondary))
    , m_place(new TextLabel({}, TextRole::Caption, TextLabel::Ink::Secondary))
    , m_beforeHead(new TextLabel({}, TextRole::Caption, TextLabel::Ink::Secondary))
    , m_afterHead(new TextLabel({}, TextRole::Caption, TextLabel::Ink::Secondary))
    , m_sideBySide(new QCheckBox(tr("Side by side")))
    , m_previous(new IconButton(u"chevron-up"_s, tr("Previous change (Shift+F8)")))
    , m_next(new IconButton(u"chevron-down"_s, tr("Next change (F8)")))
    , m_copy(new IconButton(u"copy"_s, tr("Copy as a patch")))
    , m_stack(new QStackedWidget)
    , m_inline(new DiffText)
    , m_before(new DiffText)
    , m_after(new DiffText)
    , m_sides(makeSides())
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(makeBar());
    column->addWidget(m_stack, 1);
    m_stack->addWidget(m_inline);
    m_stack->addWidget(m_sides);
    m_inline->setAccessibleName(tr("What changed, in one text"));
    m_before->setAccessibleName(tr("Before"));
    m_after->setAccessibleName(tr("After"));
    tie(m_before->verticalScrollBar(), m_after->verticalScrollBar());
    tie(m_before->horizontalScrollBar(), m_after->horizontalScrollBar());
    for (DiffText *text : { m_inline, m_before, m_after })
        connect(text, &DiffText::stepRequested, this, &DiffView::step);
    connect(m_previous, &QAbstractButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QAbstractButton::clicked, this, [this] { step(1); });
    connect(m_copy, &QAbstractButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(patch()); });
    connect(m_sideBySide, &QCheckBox::clicked, this, [this](bool on) {
        setSideBySide(on);
        Q_EMIT sideBySideChanged(on);
    });
    showMode();
    showPlace();
}

QWidget *DiffView::makeBar()
{
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(10, 0, 4, 0);
    row->setSpacing(6);
    m_title->setElide(Qt::ElideRight);
    row->addWidget(m_title, 1);
    row->addWidget(m_place);
    row->addWidget(m_previous);
    row->addWidget(m_next);
    row->addWidget(m_copy);
    row->addWidget(m_sideBySide);
    return bar;
}

QWidget *DiffView::makeSides()
{
    auto *sides = new QWidget;
    auto *grid = new QGridLayout(sides);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(6);
    grid->setVerticalSpacing(2);
    for (TextLabel *head : { m_beforeHead, m_afterHead }) {
        head->setElide(Qt::ElideRight);
        head->setContentsMargins(10, 0, 0, 0);
    }
    grid->addWidget(m_beforeHead, 0, 0);
    grid->addWidget(m_afterHead, 0, 1);
    grid->addWidget(m_before, 1, 0);
    grid->addWidget(m_after, 1, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(1, 1);
    return sides;
}

void DiffView::setDiff(domain::LineDiff diff, const QString &beforeTitle, const QString &afterTitle)
{
    m_diff = std::move(diff);
    m_beforeTitle = beforeTitle;
    m_afterTitle = afterTitle;
    m_change = -1;
    m_beforeHead->setText(beforeTitle);
    m_afterHead->setText(afterTitle);
    m_before->setAccessibleName(tr("Before: %1").arg(beforeTitle));
    m_after->setAccessibleName(tr("After: %1").arg(afterTitle));
    fillInline();
    fillSides();
    showMode();
    showPlace();
}

void DiffView::fillInline()
{
    m_inlineRows.clear();
    for (const domain::DiffHunk &hunk : m_diff.hunks())
        m_inlineRows.push_back(hunk.first);
    std::vector<Row> rows;
    for (const DiffLine &line : m_diff.lines())
        rows.push_back(rowOf(line));
    m_inline->setRows(std::move(rows), DiffText::Numbers::Both);
}

void DiffView::fillSides()
{
    m_sideRows.clear();
    m_sideCounts.clear();
    std::vector<Row> before, after;
    const std::vector<DiffLine> &lines = m_diff.lines();
    bool inChange = false;
    for (const auto &[left, right] : m_diff.sideBySide()) {
        const bool same = left == right;
        if (!same && !inChange) {
            m_sideRows.push_back(int(before.size()));
            m_sideCounts.push_back(0);
        }
        if (!same)
            ++m_sideCounts.back();
        inChange = !same;
        const Row filler { Row::Kind::Filler, -1, -1, {}, {} };
        before.push_back(left < 0 ? filler : rowOf(lines[size_t(left)]));
        after.push_back(right < 0 ? filler : rowOf(lines[size_t(right)]));
    }
    m_before->setRows(std::move(before), DiffText::Numbers::Before);
    m_after->setRows(std::move(after), DiffText::Numbers::After);
}

void DiffView::setSideBySide(bool sideBySide)
{
    m_wantsSides = sideBySide;
    showMode();
}

bool DiffView::isSideBySide() const
{
    return m_stack->currentWidget() == m_sides;
}

void DiffView::showMode()
{
    const bool room = width() >= roomForSides;
    const bool sides = m_wantsSides && room;
    m_stack->setCurrentWidget(sides ? m_sides : static_cast<QWidget *>(m_inline));
    m_sideBySide->setEnabled(room);
    m_sideBySide->setChecked(sides); // As it is shown; what was chosen comes back with the room.
    m_sideBySide->setToolTip(room ? QString() : tr("There is no room for two texts beside each other here."));
    if (sides || m_beforeTitle.isEmpty())
        m_title->setText(m_diff.isEmpty() ? QString() : tr("+%1 −%2 lines").arg(QLocale().toString(m_diff.added()), QLocale().toString(m_diff.removed())));
    else
        m_title->setText(tr("%1 → %2").arg(m_beforeTitle, m_afterTitle));
}

void DiffView::step(int by)
{
    const int changes = int(m_diff.hunks().size());
    if (changes == 0)
        return;
    m_change = m_change < 0 ? (by > 0 ? 0 : changes - 1) : (m_change + by + changes) % changes;
    m_inline->goToRow(m_inlineRows[size_t(m_change)], m_diff.hunks()[size_t(m_change)].count);
    for (DiffText *side : { m_before, m_after })
        side->goToRow(m_sideRows[size_t(m_change)], m_sideCounts[size_t(m_change)]);
    showPlace();
}

void DiffView::showPlace()
{
    const int changes = int(m_diff.hunks().size());
    const QLocale locale;
    m_place->setText(changes == 0 ? tr("No difference")
            : m_change < 0        ? tr("%n change(s)", nullptr, changes)
                                  : tr("Change %1 of %2").arg(locale.toString(m_change + 1), locale.toString(changes)));
    m_previous->setEnabled(changes > 0);
    m_next->setEnabled(changes > 0);
    m_copy->setEnabled(changes > 0);
}

QString DiffView::patch() const
{
    return m_diff.unified(m_beforeTitle, m_afterTitle);
}

void DiffView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showMode();
}

} // namespace callboard::ui
