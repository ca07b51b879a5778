// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/docs/articleside.h"

#include "ui/kit/glyphs.h"
#include "ui/kit/icons.h"
#include "ui/kit/style.h"
#include "ui/kit/times.h"
#include "ui/kit/widgets.h"

#include <QGuiApplication>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;

namespace {

    constexpr int rowHeight = 22;
    constexpr int mostMentioned = 14;
    constexpr int mostLinking = 14;
    constexpr int levelRole = Qt::UserRole + 1;

    /// A line of the outline: a rule at its left, thick and in the accent at the heading that is being read.
    class OutlineDelegate final : public QStyledItemDelegate {
    public:
        using QStyledItemDelegate::QStyledItemDelegate;
        QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
        {
            return { 40, Theme::of(option.widget).scaled(rowHeight) };
        }
        void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
        {
            const Theme &theme = Theme::of(option.widget);
            const Colours &c = theme.colours();
            const bool current = option.state & QStyle::State_Selected;
            const bool rightToLeft = option.direction == Qt::RightToLeft;
            if (option.state & QStyle::State_MouseOver)
                painter->fillRect(option.rect, c.hover);
            QRect line(option.rect.left(), option.rect.top(), current ? 2 : 1, option.rect.height());
            QRect text = option.rect.adjusted(10 + 12 * index.data(levelRole).toInt(), 0, -4, 0);
            painter->fillRect(QStyle::visualRect(option.direction, option.rect, line), current ? c.accent : c.borderStrong);
            text = QStyle::visualRect(option.direction, option.rect, text);
            painter->setFont(theme.font(TextRole::Dense, current ? QFont::DemiBold : QFont::Normal));
            painter->setPen(current ? c.text : c.textSecondary);
            painter->drawText(text, Qt::AlignVCenter | (rightToLeft ? Qt::AlignRight : Qt::AlignLeft),
                painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, text.width()));
            if (option.state & QStyle::State_HasFocus && option.widget && option.widget->hasFocus()) {
                painter->setPen(QPen(c.focusRing, 1));
                painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
            }
        }
    };

} // namespace

ArticleSide::ArticleSide(QWidget *parent)
    : QScrollArea(parent)
    , m_outline(new QListWidget)
    , m_feedbackNote(new TextLabel({}, TextRole::Caption, TextLabel::Ink::Secondary))
    , m_watchedNote(new TextLabel({}, TextRole::Caption, TextLabel::Ink::Secondary))
{
    setWidgetResizable(true);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("About this page"));
    setFocusPolicy(Qt::NoFocus);
    auto *body = new SurfaceWidget(int(Surface::Wings), Qt::LeftEdge);
    m_column = new QVBoxLayout(body);
    m_column->setContentsMargins(13, 14, 10, 14);
    m_column->setSpacing(18);
    setWidget(body);

    addPart(tr("On this page"), m_outlinePart)->addWidget(m_outline);
    m_outline->setFrameShape(NoFrame);
    m_outline->setAccessibleName(tr("On this page"));
    m_outline->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_outline->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_outline->setItemDelegate(new OutlineDelegate(m_outline));
    m_outline->setMouseTracking(true);
    m_outline->viewport()->setAutoFillBackground(false);
    m_mentioned = addPart(tr("Mentioned here"), m_mentionedPart);
    m_linking = addPart(tr("Pages that link here"), m_linkingPart);
    m_feedback = addPart(tr("Is it right?"), m_feedbackPart);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(6);
    auto *yes = new QPushButton(tr("Yes"));
    auto *report = new QPushButton(tr("Report…"));
    for (QPushButton *button : { yes, report }) {
        setSmall(button);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    yes->setAccessibleName(tr("This page is right"));
    report->setAccessibleName(tr("Report what is wrong with this page"));
    m_feedback->addLayout(buttons);
    m_feedbackNote->setWordWrap(true);
    m_feedback->addWidget(m_feedbackNote);
    m_feedbackList = new QVBoxLayout;
    m_feedbackList->setSpacing(2);
    m_feedback->addLayout(m_feedbackList);
    m_watchedNote->setWordWrap(true);
    m_watchedNote->hide();
    m_column->addWidget(m_watchedNote);
    m_column->addStretch(1);
    connect(yes, &QPushButton::clicked, this, &ArticleSide::rightPressed);
    connect(report, &QPushButton::clicked, this, &ArticleSide::reportPressed);
    const auto activate = [this](QListWidgetItem *item) { Q_EMIT headingActivated(item->data(Qt::UserRole).toInt()); };
    connect(m_outline, &QListWidget::itemClicked, this, activate);
    connect(m_outline, &QListWidget::itemActivated, this, activate);
}

QVBoxLayout *ArticleSide::addPart(const QString &title, QWidget *&holder)
{
    holder = new QWidget;
    auto *column = new QVBoxLayout(holder);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(5);
    column->addWidget(new TextLabel(title, TextRole::Caption, TextLabel::Ink::Primary, QFont::DemiBold));
    m_column->addWidget(holder);
    auto *inner = new QVBoxLayout;
    inner->setSpacing(4);
    column->addLayout(inner);
    return inner;
}

void ArticleSide::clear(QVBoxLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
}

void ArticleSide::setHeadings(const std::vector<domain::DocHeading> &headings)
{
    const QSignalBlocker quiet(m_outline);
    m_outline->clear();
    m_rows.assign(headings.size(), -1);
    int least = 6;
    for (const auto &heading : headings) {
        if (heading.level > 1)
            least = std::min(least, heading.level);
    }
    for (size_t at = 0; at < headings.size(); ++at) {
        if (headings[at].level < 2 || headings[at].level > least + 2 || headings[at].text.isEmpty())
            continue; // The title of the page is at its top.
        auto *item = new QListWidgetItem(headings[at].text, m_outline);
        item->setData(Qt::UserRole, int(at));
        item->setData(levelRole, headings[at].level - least);
        item->setToolTip(headings[at].text);
        m_rows[at] = m_outline->count() - 1;
    }
    m_outlinePart->setVisible(m_outline->count() > 0);
    fitOutline();
}

void ArticleSide::fitOutline()
{
    m_outline->setFixedHeight(m_outline->count() * Theme::of(this).scaled(rowHeight) + 2);
}

void ArticleSide::setCurrentHeading(int index)
{
    int row = -1;
    for (int at = index; at >= 0 && row < 0; --at)
        row = size_t(at) < m_rows.size() ? m_rows[size_t(at)] : -1;
    const QSignalBlocker quiet(m_outline);
    m_outline->setCurrentRow(row);
    if (row >= 0 && !m_outline->hasFocus())
        ensureVisible(0, m_outline->mapTo(widget(), m_outline->visualItemRect(m_outline->item(row)).center()).y(), 0, 40);
}

void ArticleSide::setMentioned(const std::vector<MentionedEntity> &entities)
{
    clear(m_mentioned);
    for (size_t at = 0; at < std::min<size_t>(entities.size(), mostMentioned); ++at) {
        const auto &entity = entities[at];
        auto *link = new LinkLabel(entity.name, kindIconName(entity.kind));
        link->setToolTip(entity.ref);
        connect(link, &QAbstractButton::clicked, this, [this, ref = entity.ref] { Q_EMIT entityActivated(ref, QGuiApplication::keyboardModifiers()); });
        m_mentioned->addWidget(link, 0, Qt::AlignLeft);
    }
    if (entities.size() > mostMentioned)
        m_mentioned->addWidget(new TextLabel(tr("and %n more", nullptr, int(entities.size()) - mostMentioned), TextRole::Caption, TextLabel::Ink::Secondary));
    m_mentionedPart->setVisible(!entities.empty());
}

void ArticleSide::setLinking(const std::vector<items::DocNavPlace> &pages)
{
    clear(m_linking);
    for (size_t at = 0; at < std::min<size_t>(pages.size(), mostLinking); ++at) {
        auto *link = new LinkLabel(pages[at].title);
        link->setToolTip(pages[at].path);
        connect(link, &QAbstractButton::clicked, this, [this, path = pages[at].path] { Q_EMIT pageActivated(path, QGuiApplication::keyboardModifiers()); });
        m_linking->addWidget(link, 0, Qt::AlignLeft);
    }
    if (pages.size() > mostLinking)
        m_linking->addWidget(new TextLabel(tr("and %n more", nullptr, int(pages.size()) - mostLinking), TextRole::Caption, TextLabel::Ink::Secondary));
    m_linkingPart->setVisible(!pages.empty());
}

void ArticleSide::setWatched(bool page, bool site)
{
    m_watchedNote->setText(site ? tr("You watch all of this documentation: it is said when a page of it changes.")
                                : tr("You watch this page: it is said when it changes."));
    m_watchedNote->setVisible(page || site);
}

void ArticleSide::setFeedback(const std::vector<items::DocFeedback> &feedback)
{
    using State = items::DocFeedback::State;
    clear(m_feedbackList);
    int open = 0;
    for (const auto &one : feedback) {
        open += one.state != State::Answered;
        const QString state = one.state == State::Noted ? tr("noted") : one.state == State::Sent ? tr("sent") : tr("the page changed since");
        auto *link = new LinkLabel(tr("%1, %2").arg(one.text.simplified().left(32), state));
        link->setToolTip(one.text + u'\n' + exactTime(one.at));
        connect(link, &QAbstractButton::clicked, this, [this, id = one.id] { Q_EMIT feedbackActivated(id); });
        m_feedbackList->addWidget(link, 0, Qt::AlignLeft);
    }
    m_feedbackNote->setText(feedback.empty() ? tr("Nothing was reported on this page.")
            : open > 0                       ? tr("%n report(s) wait for an answer.", nullptr, open)
                                             : tr("All that was reported is answered."));
}

} // namespace callboard::ui::panes
