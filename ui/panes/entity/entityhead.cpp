// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/entity/entityhead.h"

#include "ui/kit/card.h"
#include "ui/kit/icons.h"
#include "ui/kit/paneframe.h"
#include "ui/kit/theme.h"
#include "ui/kit/widgets.h"

#include <QGuiApplication>
#include <QMenu>
#include <QPainter>

#include <algorithm>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;

namespace {
    constexpr int mostChips = 12; // Further tags are found under Labels and in the catalog's facets.
    constexpr int mostLinks = 8;  // All of them are on the card of links.

    void hideFrom(const FlowLayout *flow, int place)
    {
        for (; place < flow->count(); ++place)
            flow->itemAt(place)->widget()->hide();
    }
}

KindTile::KindTile(QWidget *parent)
    : QWidget(parent)
{
    setFixedSize(side, side);
}

void KindTile::setKind(const QString &kind)
{
    m_iconName = kindIconName(kind);
    setAccessibleName(kind);
    update();
}

void KindTile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    const Colours &colours = theme.colours();
    paintBox(&painter, rect(), theme.metrics().radius.card, colours.accentTint,
        theme.isHighContrast() ? colours.borderSubtle : QColor());
    const int glyph = theme.metrics().icon.large;
    const int margin = (side - glyph) / 2;
    paintIcon(&painter, rect().adjusted(margin, margin, -margin, -margin), m_iconName, colours.link);
}

EntityHead::EntityHead(QWidget *parent)
    : QWidget(parent)
    , m_slip(new ui::Slip(this))
    , m_tile(new KindTile)
    , m_name(new TextLabel({}, TextRole::Heading1, TextLabel::Ink::Primary, QFont::DemiBold))
    , m_ref(new TextLabel({}, TextRole::Mono, TextLabel::Ink::Secondary))
    , m_from(new TextLabel({}, TextRole::Caption, TextLabel::Ink::Secondary))
    , m_asOf(new AsOfLabel)
    , m_description(new TextLabel({}, TextRole::Body))
    , m_facts(new QWidget)
    , m_chipBox(new QWidget)
    , m_linkRoom(new QWidget)
    , m_linkBox(new QWidget)
    , m_chips(new FlowLayout(m_chipBox, 5, 5))
    , m_links(new FlowLayout(m_linkBox, 14, 4))
    , m_copy(new IconButton(u"copy"_s, tr("Copy the entity reference")))
    , m_star(new IconButton(u"star"_s, tr("Star")))
    , m_more(new IconButton(u"more"_s, tr("More for this entity")))
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_slip);
    makeTop(m_slip->body());
    makeFacts(m_slip->body());
    connect(m_slip, &ui::Slip::pinClicked, this, &EntityHead::focusRequested);
    connect(m_copy, &QToolButton::clicked, this, &EntityHead::copyRefRequested);
    connect(m_star, &QToolButton::clicked, this, &EntityHead::starToggled);
    setStarred(false);
}

void EntityHead::makeTop(QVBoxLayout *body)
{
    m_ref->setElide(Qt::ElideMiddle);
    m_from->setElide(Qt::ElideRight);
    m_name->setElide(Qt::ElideRight);
    auto *top = new QHBoxLayout;
    top->setSpacing(10);
    top->addWidget(m_tile);
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(m_name);
    // The time and the source are never cut: what has no room goes to a line of its own.
    auto *second = new QWidget;
    auto *facts = new FlowLayout(second, 8, 1);
    facts->addWidget(m_ref);
    facts->addWidget(m_asOf);
    facts->addWidget(m_from);
    names->addWidget(second);
    top->addLayout(names, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(4);
    for (IconButton *button : { m_copy, m_star, m_more }) {
        button->setIconSide(16);
        button->setFocusPolicy(Qt::TabFocus);
        buttons->addWidget(button);
    }
    m_more->setPopupMode(QToolButton::InstantPopup);
    top->addLayout(buttons);
    body->addLayout(top);
}

void EntityHead::makeFacts(QVBoxLayout *body)
{
    body->setSpacing(0);
    body->addWidget(m_facts);
    auto *column = new QVBoxLayout(m_facts);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_chipBox);
    m_description->setWordWrap(true);
    m_description->setContentsMargins(0, 7, 0, 0);
    m_description->setSelectable();
    column->addWidget(m_description);
    auto *links = new QVBoxLayout(m_linkRoom);
    links->setContentsMargins(0, 6, 0, 0);
    links->addWidget(m_linkBox);
    column->addWidget(m_linkRoom);
}

void EntityHead::show(const PageContent &content, const QString &from, const QDateTime &seenAt, bool stale)
{
    m_tile->setKind(content.kind);
    m_name->setText(content.title);
    m_ref->setText(content.ref);
    m_from->setText(from.isEmpty() ? QString() : tr("from %1").arg(from));
    setAge(seenAt, stale);
    fillFacts(content);
    setAccessibleName(tr("%1, %2").arg(content.title, content.kind));
}

void EntityHead::setAge(const QDateTime &seenAt, bool stale)
{
    m_asOf->setTime(seenAt, stale);
}

void EntityHead::fillFacts(const PageContent &content)
{
    if (content.chips == m_shownChips && content.links == m_shownLinks && content.description == m_description->text())
        return;
    m_facts->hide(); // Shown once with all in it: each part that is shown alone lays the whole page out.
    m_description->setText(content.description);
    m_description->setVisible(!content.description.isEmpty());
    fillChips(content.chips);
    fillLinks(content.links);
    m_facts->show();
}

void EntityHead::fillChips(const std::vector<ChipFact> &chips)
{
    if (chips == m_shownChips)
        return;
    m_shownChips = chips;
    const int shown = std::min(mostChips, int(chips.size()));
    for (int place = 0; place < shown; ++place) {
        const ChipFact &fact = chips[size_t(place)];
        ChipButton *chip = chipAt(place);
        chip->setText(fact.missing ? tr("%1, missing").arg(fact.text) : fact.text);
        chip->setIconName(fact.missing ? u"warning"_s : fact.icon);
        chip->setKind(fact.tag ? ChipKind::Tag : ChipKind::Fact);
        chip->setPressable(!fact.missing);
        chip->setToolTip(fact.missing        ? tr("%1 is not in the catalog").arg(fact.ref)
                : fact.ref.isEmpty() ? tr("Show all with %1").arg(fact.filter)
                                     : fact.ref);
        chip->show();
    }
    hideFrom(m_chips, shown);
    m_chipBox->setVisible(!chips.empty());
}

/// What stands there is another fact for each entity; the button stays, as making one costs more than all that is set on it.
ChipButton *EntityHead::chipAt(int place)
{
    if (place < m_chips->count())
        return static_cast<ChipButton *>(m_chips->itemAt(place)->widget());
    auto *chip = new ChipButton({}, m_chipBox);
    connect(chip, &QAbstractButton::clicked, this, [this, place] {
        const ChipFact fact = m_shownChips[size_t(place)];
        if (fact.ref.isEmpty())
            Q_EMIT filterRequested(fact.filter);
        else
            Q_EMIT entityActivated(fact.ref, QGuiApplication::keyboardModifiers());
    });
    m_chips->addWidget(chip);
    return chip;
}

void EntityHead::fillLinks(const std::vector<FactRow> &links)
{
    if (links == m_shownLinks)
        return;
    m_shownLinks = links;
    m_linkUrls.clear();
    for (const FactRow &link : links) {
        if (link.url.isEmpty() || link.derived)
            continue; // What follows from annotations is on the card of links.
        if (m_linkUrls.size() == mostLinks)
            break;
        LinkLabel *button = linkAt(int(m_linkUrls.size()));
        button->setText(link.label);
        button->setIconName(link.icon);
        button->setToolTip(link.url.toString());
        button->show();
        m_linkUrls.append(link.url);
    }
    hideFrom(m_links, int(m_linkUrls.size()));
    m_linkRoom->setVisible(!m_linkUrls.isEmpty());
}

LinkLabel *EntityHead::linkAt(int place)
{
    if (place < m_links->count())
        return static_cast<LinkLabel *>(m_links->itemAt(place)->widget());
    auto *button = new LinkLabel({}, {}, m_linkBox);
    connect(button, &QAbstractButton::clicked, this, [this, place] { Q_EMIT urlActivated(m_linkUrls[place]); });
    m_links->addWidget(button);
    return button;
}

void EntityHead::setFocused(bool focused)
{
    m_slip->setPinned(focused);
}

void EntityHead::setStarred(bool starred, bool waiting)
{
    m_starred = starred;
    m_starWaits = waiting;
    m_star->setIcon(icon(u"star"_s));
    m_star->setCheckable(true);
    m_star->setChecked(starred);
    m_star->setDashed(waiting);
    const QString what = starred ? tr("Remove the star") : tr("Star");
    m_star->setToolTip(waiting ? tr("%1. What you chose last is kept, and sent when the portal can be reached.").arg(what) : what);
    m_star->setAccessibleName(what);
    m_star->setAccessibleDescription(waiting ? m_star->toolTip() : QString());
}

void EntityHead::setMenu(QMenu *menu)
{
    m_more->setMenu(menu);
}

void EntityHead::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::PaletteChange)
        setStarred(m_starred, m_starWaits);
}

} // namespace callboard::ui::panes
