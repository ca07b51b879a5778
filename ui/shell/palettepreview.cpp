// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palettepreview.h"

#include "models/items/palettemodel.h"
#include "models/search/liveindex.h"
#include "ui/kit/icons.h"
#include "ui/kit/names.h"
#include "ui/kit/style.h"
#include "ui/kit/times.h"
#include "ui/panes/entity/wording.h"

#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace callboard::ui {

namespace {

constexpr int mostRelations = 6;

} // namespace

// FactsCard

FactsCard::FactsCard(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void FactsCard::setFacts(const QList<Fact> &facts)
{
    m_facts = facts;
    setVisible(!facts.isEmpty());
    QStringList words;
    for (const Fact &fact : facts)
        words.append(QStringList { fact.name, fact.value, fact.trailing }.join(u' ').simplified());
    setAccessibleName(words.join(u", "));
    updateGeometry();
    update();
}

QSize FactsCard::sizeHint() const
{
    return { 200, int(m_facts.size()) * (Theme::of(this).scaled(24) + 1) + 1 };
}

void FactsCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    const Colours &c = theme.colours();
    paintBox(&painter, rect(), theme.metrics().radius.card, c.slip, c.borderSubtle);
    const int height = theme.scaled(24) + 1;
    const QFont font = theme.font(TextRole::Dense);
    const QFontMetrics metrics(font);
    painter.setFont(font);
    int y = 1;
    for (const Fact &fact : m_facts) {
        const QRect row(1, y, width() - 2, height - 1);
        if (y > 1)
            paintHairline(&painter, { 1, y - 1 }, { width() - 2, y - 1 }, c.borderSubtle);
        int x = 12;
        if (!fact.iconName.isEmpty()) {
            const int side = theme.scaled(14);
            paintIcon(&painter, QRect(x, row.center().y() - side / 2 + 1, side, side), fact.iconName, c.textSecondary);
            x += side + 7;
        }
        if (!fact.name.isEmpty()) {
            painter.setPen(c.textSecondary);
            painter.drawText(QRect(x, row.top(), theme.scaled(78), row.height()), int(Qt::AlignVCenter), fact.name);
            x += theme.scaled(78);
        }
        int right = width() - 12;
        if (!fact.trailing.isEmpty()) {
            const int trailing = metrics.horizontalAdvance(fact.trailing);
            painter.setPen(c.textSecondary);
            painter.drawText(QRect(right - trailing, row.top(), trailing + 1, row.height()), int(Qt::AlignVCenter), fact.trailing);
            right -= trailing + 10;
        }
        painter.setPen(c.text);
        painter.drawText(QRect(x, row.top(), right - x, row.height()), int(Qt::AlignVCenter),
            metrics.elidedText(fact.value, Qt::ElideRight, right - x));
        y += height;
    }
}

// PalettePreview

PalettePreview::PalettePreview(PaneContext context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_icon(new IconLabel({}, 20, IconLabel::Ink::Accent))
    , m_title(new TextLabel({}, TextRole::Heading3, TextLabel::Ink::Primary, QFont::DemiBold))
    , m_description(new TextLabel({}, TextRole::Dense, TextLabel::Ink::Secondary))
    , m_facts(new FactsCard)
    , m_relationsTitle(new TextLabel(tr("Relations"), TextRole::Caption, TextLabel::Ink::Secondary, QFont::DemiBold))
    , m_relations(new FactsCard)
    , m_more(new TextLabel({}, TextRole::Caption, TextLabel::Ink::Secondary))
    , m_open(new QPushButton)
    , m_beside(new QPushButton(tr("Open beside")))
{
    setSurface(this, Surface::Board);
    setAttribute(Qt::WA_StyledBackground, false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(15, 12, 14, 12);
    column->setSpacing(9);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_icon);
    m_title->setElide(Qt::ElideRight);
    head->addWidget(m_title, 1);
    column->addLayout(head);
    m_description->setWordWrap(true);
    column->addWidget(m_description);
    column->addWidget(m_facts);
    column->addWidget(m_relationsTitle);
    column->addWidget(m_relations);
    column->addWidget(m_more);
    column->addStretch(1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QPushButton *button : { m_open, m_beside }) {
        setSmall(button);
        button->setFocusPolicy(Qt::NoFocus);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    column->addLayout(buttons);
    setButtonRole(m_open, ButtonRole::Primary);
    connect(m_open, &QPushButton::clicked, this, [this] { Q_EMIT openRequested(Focus::How::Here); });
    connect(m_beside, &QPushButton::clicked, this, [this] { Q_EMIT openRequested(Focus::How::Beside); });
}

void PalettePreview::show(const QModelIndex &chosen, const QString &typed)
{
    const QString ref = chosen.data(items::RefRole).toString();
    if (!chosen.isValid() || chosen.data(items::PaletteModel::HeaderRole).toBool())
        showNothing(typed);
    else if (!ref.isEmpty())
        showEntity(ref, search::PaletteScope(chosen.data(items::PaletteModel::ScopeRole).toInt()) == search::PaletteScope::Text ? chosen.data(items::DescriptionRole).toString() : QString());
    else if (!chosen.data(items::PaletteModel::TargetRole).toString().isEmpty())
        showTarget(chosen);
    else
        showAction(chosen);
}

void PalettePreview::showNothing(const QString &typed)
{
    m_icon->setIconName(u"search"_s);
    m_title->setText(typed.isEmpty() ? tr("Type a few letters") : tr("Nothing fits “%1”").arg(typed));
    m_description->setText(typed.isEmpty() ? tr("Of a name, an owner, a kind, or of what you want to do.")
                                           : tr("Fewer letters find more. With > in front, commands are searched; with @, people; with “d ”, documents; with “a ”, what is in APIs; with “t ”, all text of entities."));
    m_description->show();
    m_facts->setFacts({});
    m_relations->setFacts({});
    m_relationsTitle->hide();
    m_more->hide();
    m_open->hide();
    m_beside->hide();
}

/// A page of documentation, or a part of an API.
void PalettePreview::showTarget(const QModelIndex &chosen)
{
    using Model = items::PaletteModel;
    const QString ref = chosen.data(Model::TargetRole).toString();
    const QString place = chosen.data(Model::TargetPlaceRole).toString();
    const bool isDocument = search::PaletteScope(chosen.data(Model::ScopeRole).toInt()) == search::PaletteScope::Docs;
    m_icon->setIconName(chosen.data(Model::IconNameRole).toString());
    m_title->setText(chosen.data().toString());
    const QString text = chosen.data(items::DescriptionRole).toString();
    m_description->setText(text);
    m_description->setVisible(!text.isEmpty());
    QList<FactsCard::Fact> facts { { isDocument ? tr("Site") : tr("API"), {}, nameOf(m_context.index.snapshot(), ref), {} } };
    if (isDocument)
        facts.append({ tr("Page"), {}, u'/' + place, {} });
    else
        facts.append({ tr("Kind"), {}, chosen.data(items::TypeRole).toString(), {} });
    const auto &snapshot = m_context.index.snapshot();
    if (const mirror::Row row = snapshot.find(ref); row != mirror::noRow && snapshot.ownerId(row) != 0)
        facts.append({ tr("Owner"), {}, nameOf(snapshot, snapshot.string(snapshot.ownerId(row))), {} });
    m_facts->setFacts(facts);
    m_relations->setFacts({});
    m_relationsTitle->hide();
    m_more->hide();
    m_open->setText(tr("Open"));
    m_open->setEnabled(true);
    m_open->show();
    m_beside->show();
}

void PalettePreview::showAction(const QModelIndex &chosen)
{
    const QString iconName = chosen.data(items::PaletteModel::IconNameRole).toString();
    m_icon->setIconName(iconName.isEmpty() ? u"play"_s : iconName);
    m_title->setText(chosen.data().toString());
    const QString help = chosen.data(items::PaletteModel::SubtitleRole).toString();
    m_description->setText(help);
    m_description->setVisible(!help.isEmpty());
    const QString keys = chosen.data(items::PaletteModel::ShortcutRole).toString();
    QList<FactsCard::Fact> facts { { tr("Command"), {}, chosen.data(items::PaletteModel::ActionRole).toString(), {} } };
    if (!keys.isEmpty())
        facts.append({ tr("Keys"), {}, keys, {} });
    m_facts->setFacts(facts);
    m_relations->setFacts({});
    m_relationsTitle->hide();
    m_more->hide();
    m_open->setText(tr("Run"));
    m_open->setEnabled(chosen.data(items::PaletteModel::EnabledRole).toBool());
    m_open->show();
    m_beside->hide();
}

/// `found`: what of its text was found, in place of the description; empty where it was found otherwise.
void PalettePreview::showEntity(const QString &ref, const QString &found)
{
    const mirror::Snapshot &snapshot = m_context.index.snapshot();
    const mirror::Row row = snapshot.find(ref);
    if (row == mirror::noRow) {
        showNothing({});
        return;
    }
    m_icon->setIconName(kindIconName(snapshot.kind(row)));
    m_title->setText(snapshot.displayName(row).toString());
    const QString description = found.isEmpty() ? snapshot.description(row) : found;
    m_description->setText(description);
    m_description->setVisible(!description.isEmpty());
    QList<FactsCard::Fact> facts;
    const auto add = [&](const QString &name, const QString &value) {
        if (!value.isEmpty())
            facts.append({ name, {}, value, {} });
    };
    QString kind = snapshot.kind(row).toString();
    if (!snapshot.type(row).isEmpty())
        kind += u", "_s + snapshot.type(row);
    add(tr("Kind"), kind);
    add(tr("Owner"), snapshot.ownerId(row) ? nameOf(snapshot, snapshot.string(snapshot.ownerId(row))) : QString());
    add(tr("System"), snapshot.systemId(row) ? nameOf(snapshot, snapshot.string(snapshot.systemId(row))) : QString());
    add(tr("Lifecycle"), snapshot.lifecycle(row).toString());
    add(tr("Reference"), ref);
    add(tr("Seen"), relativeTime(QDateTime::fromMSecsSinceEpoch(snapshot.seenAt(row), QTimeZone::UTC)));
    m_facts->setFacts(facts);

    QList<FactsCard::Fact> relations;
    const auto edges = snapshot.edges(row);
    for (const auto &edge : edges) {
        if (relations.size() == mostRelations)
            break;
        const QStringView target = snapshot.string(edge.target);
        relations.append({ {}, kindIconName(target.left(target.indexOf(u':'))), nameOf(snapshot, target),
            panes::Wording::relationVerb(snapshot.string(edge.type).toString()) });
    }
    m_relations->setFacts(relations);
    m_relationsTitle->setVisible(!relations.isEmpty());
    const int more = int(edges.size()) - int(relations.size());
    m_more->setText(tr("%n more", nullptr, more));
    m_more->setVisible(more > 0);
    m_open->setText(tr("Open"));
    m_open->setEnabled(true);
    m_open->show();
    m_beside->show();
}

void PalettePreview::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colours &c = Theme::of(this).colours();
    painter.fillRect(rect(), c.board);
    paintHairline(&painter, rect().topLeft(), rect().bottomLeft(), c.borderSubtle);
}

} // namespace callboard::ui
