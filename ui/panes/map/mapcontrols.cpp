// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/map/mapcontrols.h"

#include "ui/kit/style.h"
#include "ui/kit/widgets.h"
#include "ui/panes/entity/wording.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSlider>
#include <QVBoxLayout>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;
using Direction = graph::MapOptions::Direction;

namespace {

    constexpr int side = 12;
    const QStringList &firstTypes()
    {
        static const QStringList types { u"dependsOn"_s, u"consumesApi"_s, u"providesApi"_s, u"partOf"_s, u"ownedBy"_s };
        return types;
    }
    const QStringList &firstKinds()
    {
        static const QStringList kinds { u"component"_s, u"api"_s, u"resource"_s, u"group"_s };
        return kinds;
    }

} // namespace

MapControls::MapControls(QWidget *parent)
    : QScrollArea(parent)
    , m_find(new QLineEdit)
    , m_found(new TextLabel({}, TextRole::Caption, TextLabel::Ink::Secondary))
    , m_depth(new QSlider(Qt::Horizontal))
    , m_depthText(new TextLabel({}, TextRole::Dense))
    , m_direction(new QButtonGroup(this))
    , m_colour(new QComboBox)
    , m_rollUp(new QComboBox)
    , m_rollUpLine(new QWidget)
    , m_stepsLine(new QWidget)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("What is on the map"));
    auto *content = new SurfaceWidget(int(Surface::Wings), Qt::RightEdge);
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(side, 8, side, 8);
    m_column->setSpacing(4);

    setSmall(m_find);
    m_find->setPlaceholderText(tr("Find in the map"));
    m_find->setAccessibleName(tr("Find in the map"));
    m_find->setClearButtonEnabled(true);
    m_column->addWidget(m_find);
    m_column->addWidget(m_found);
    m_found->hide();
    connect(m_find, &QLineEdit::textChanged, this, &MapControls::findChanged);
    connect(m_find, &QLineEdit::returnPressed, this, &MapControls::findNext);

    auto *rollUp = new QVBoxLayout(m_rollUpLine);
    rollUp->setContentsMargins(0, 4, 0, 0);
    rollUp->addWidget(new TextLabel(tr("Rolled up to"), TextRole::Caption, TextLabel::Ink::Secondary, QFont::DemiBold));
    m_rollUp->addItems({ tr("systems"), tr("domains") });
    m_rollUp->setAccessibleName(tr("Rolled up to"));
    setSmall(m_rollUp);
    rollUp->addWidget(m_rollUp);
    m_column->addWidget(m_rollUpLine);
    m_rollUpLine->hide();
    connect(m_rollUp, &QComboBox::currentIndexChanged, this, &MapControls::onChanged);

    auto *steps = new QVBoxLayout(m_stepsLine);
    steps->setContentsMargins(0, 6, 0, 0);
    steps->setSpacing(2);
    steps->addWidget(new TextLabel(tr("Steps from the focus"), TextRole::Caption, TextLabel::Ink::Secondary, QFont::DemiBold));
    m_column->addWidget(m_stepsLine);
    auto *depthLine = new QHBoxLayout;
    m_depth->setRange(1, 5);
    m_depth->setPageStep(1);
    m_depth->setAccessibleName(tr("Steps from the focus"));
    depthLine->addWidget(m_depth, 1);
    depthLine->addWidget(m_depthText);
    steps->addLayout(depthLine);
    connect(m_depth, &QSlider::valueChanged, this, [this](int value) {
        m_depthText->setText(QString::number(value));
        onChanged();
    });

    auto *direction = section(tr("Direction"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(2);
    for (const auto &[value, text, help] : { std::tuple(Direction::In, tr("In"), tr("What needs it")), std::tuple(Direction::Both, tr("Both"), tr("Either way")),
             std::tuple(Direction::Out, tr("Out"), tr("What it needs")) }) {
        auto *button = new QPushButton(text);
        button->setCheckable(true);
        button->setToolTip(help);
        button->setAccessibleDescription(help);
        setSmall(button);
        button->setMinimumWidth(20);
        button->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); // The longer word has more of too little room.
        buttons->addWidget(button);
        m_direction->addButton(button, int(value));
    }
    direction->addLayout(buttons);
    connect(m_direction, &QButtonGroup::idToggled, this, [this](int, bool on) {
        if (on)
            onChanged();
    });

    m_typeColumn = section(tr("Relations"));
    m_kindColumn = section(tr("Kinds"));
    for (const QString &type : firstTypes())
        row(m_types, m_typeColumn, type, Wording::relationVerb(type));
    for (const QString &kind : firstKinds())
        row(m_kinds, m_kindColumn, kind, Wording::kindPlural(kind));
    auto *boxes = section(tr("Boxes"));
    m_systemBoxes = makeRow(boxes, tr("Systems"));
    m_domainBoxes = makeRow(boxes, tr("Domains"));
    m_teamBoxes = makeRow(boxes, tr("Teams"));
    auto *further = section(tr("Through APIs"));
    m_implied = makeRow(further, tr("Who needs whom"));
    m_implied.box->setToolTip(tr("Also draws a line from who consumes an API to who provides it"));

    auto *colour = section(tr("Colour by"));
    m_colour->addItems({ tr("nothing"), tr("team"), tr("lifecycle") });
    m_colour->setAccessibleName(tr("Colour by"));
    setSmall(m_colour);
    colour->addWidget(m_colour);
    connect(m_colour, &QComboBox::currentIndexChanged, this, &MapControls::onChanged);
    addAsk(section(tr("Ask")));
    m_column->addStretch(1);
    setWidget(content);
    setOptions({});
}

void MapControls::addAsk(QVBoxLayout *column)
{
    const auto line = [&](const QString &text, const QString &iconName, LinkLabel *&link, TextLabel *&count) {
        auto *row = new QHBoxLayout;
        link = new LinkLabel(text, iconName);
        count = new TextLabel({}, TextRole::Caption, TextLabel::Ink::Secondary);
        row->addWidget(link);
        row->addStretch(1);
        row->addWidget(count);
        column->addLayout(row);
    };
    line(tr("If it stops"), u"incident"_s, m_impact, m_impactCount);
    line(tr("Circles"), u"sync"_s, m_circles, m_circleCount);
    connect(m_impact, &QAbstractButton::clicked, this, &MapControls::impactAsked);
    connect(m_circles, &QAbstractButton::clicked, this, &MapControls::circlesAsked);
    m_to = new QLineEdit;
    setSmall(m_to);
    m_to->setPlaceholderText(tr("Shortest way to…"));
    m_to->setAccessibleName(tr("Shortest way from the focus to"));
    m_to->setToolTip(tr("A name or reference, then Enter"));
    column->addWidget(m_to);
    connect(m_to, &QLineEdit::returnPressed, this, [this] { Q_EMIT pathAsked(m_to->text().trimmed()); });
}

QVBoxLayout *MapControls::section(const QString &title)
{
    auto *heading = new TextLabel(title, TextRole::Caption, TextLabel::Ink::Secondary, QFont::DemiBold);
    heading->setContentsMargins(0, 6, 0, 0);
    m_column->addWidget(heading);
    auto *column = new QVBoxLayout;
    column->setSpacing(2);
    m_column->addLayout(column);
    return column;
}

MapControls::Row MapControls::makeRow(QVBoxLayout *column, const QString &text)
{
    auto *line = new QWidget;
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    Row row { line, new QCheckBox(text), new TextLabel({}, TextRole::Caption, TextLabel::Ink::Secondary) };
    row.box->setFont(Theme::of(this).font(TextRole::Dense));
    layout->addWidget(row.box, 1);
    layout->addWidget(row.count);
    column->addWidget(line);
    connect(row.box, &QCheckBox::toggled, this, &MapControls::onChanged);
    return row;
}

MapControls::Row &MapControls::row(QHash<QString, Row> &rows, QVBoxLayout *column, const QString &name, const QString &text)
{
    auto known = rows.find(name);
    if (known == rows.end()) {
        known = rows.insert(name, makeRow(column, text));
        const bool hidden = (&rows == &m_types ? m_hiddenTypes : m_hiddenKinds).contains(name);
        const QSignalBlocker quiet(known->box);
        known->box->setChecked(!hidden);
    }
    return *known;
}

void MapControls::setOptions(const graph::MapOptions &options)
{
    m_showing = true;
    m_hiddenTypes = options.hiddenTypes;
    m_hiddenKinds = options.hiddenKinds;
    for (const QString &type : options.hiddenTypes)
        row(m_types, m_typeColumn, type, Wording::relationVerb(type));
    m_depth->setValue(options.depth);
    m_depthText->setText(QString::number(options.depth));
    m_direction->button(int(options.direction))->setChecked(true);
    for (auto type = m_types.cbegin(); type != m_types.cend(); ++type)
        type->box->setChecked(!options.hiddenTypes.contains(type.key()));
    for (auto kind = m_kinds.cbegin(); kind != m_kinds.cend(); ++kind)
        kind->box->setChecked(!options.hiddenKinds.contains(kind.key()));
    m_systemBoxes.box->setChecked(options.systemBoxes);
    m_domainBoxes.box->setChecked(options.domainBoxes);
    m_teamBoxes.box->setChecked(options.teamBoxes);
    m_implied.box->setChecked(options.implied);
    m_colour->setCurrentIndex(int(options.colour));
    m_rollUp->setCurrentIndex(options.rollUp == graph::MapOptions::RollUp::Domain ? 1 : 0);
    m_rollUpLine->setVisible(options.focus.isEmpty());
    m_stepsLine->setVisible(!options.focus.isEmpty()); // Without a focus there is nothing to be so many steps away from.
    m_showing = false;
}

void MapControls::apply(graph::MapOptions &options) const
{
    options.depth = m_depth->value();
    options.direction = Direction(m_direction->checkedId());
    options.hiddenTypes.clear();
    options.hiddenKinds = m_hiddenKinds; // Those never met on a map have no box to be unchecked.
    for (auto type = m_types.cbegin(); type != m_types.cend(); ++type) {
        if (!type->box->isChecked())
            options.hiddenTypes.append(type.key());
    }
    for (auto kind = m_kinds.cbegin(); kind != m_kinds.cend(); ++kind) {
        options.hiddenKinds.removeAll(kind.key());
        if (!kind->box->isChecked())
            options.hiddenKinds.append(kind.key());
    }
    options.hiddenTypes.sort();
    options.hiddenKinds.sort();
    options.systemBoxes = m_systemBoxes.box->isChecked();
    options.domainBoxes = m_domainBoxes.box->isChecked();
    options.teamBoxes = m_teamBoxes.box->isChecked();
    options.implied = m_implied.box->isChecked();
    options.colour = graph::MapOptions::Colour(m_colour->currentIndex());
    options.rollUp = !options.focus.isEmpty() ? graph::MapOptions::RollUp::None
        : m_rollUp->currentIndex() == 1       ? graph::MapOptions::RollUp::Domain
                                              : graph::MapOptions::RollUp::System;
}

void MapControls::onChanged()
{
    if (!m_showing)
        Q_EMIT changed();
}

void MapControls::showCounts(QHash<QString, Row> &rows, QVBoxLayout *column, const std::vector<graph::MapGraph::Count> &counts, bool types)
{
    for (const Row &known : std::as_const(rows))
        known.count->clear();
    for (const auto &[name, count] : counts)
        row(rows, column, name, types ? Wording::relationVerb(name) : Wording::kindPlural(name)).count->setText(QLocale().toString(count));
}

void MapControls::showScene(const MapScene &scene)
{
    showCounts(m_types, m_typeColumn, scene.graph.types, true);
    showCounts(m_kinds, m_kindColumn, scene.graph.kinds, false);
    if (const auto part = m_types.constFind(u"partOf"_s); part != m_types.constEnd() && part->count->text().isEmpty() && !scene.graph.boxes.empty())
        part->count->setText(tr("as boxes"));
    const auto boxes = [&](const Row &row, graph::MapGraph::Box::Kind kind) {
        const auto count = std::ranges::count(scene.graph.boxes, kind, &graph::MapGraph::Box::kind);
        row.count->setText(count > 0 ? QLocale().toString(qlonglong(count)) : QString());
    };
    boxes(m_systemBoxes, graph::MapGraph::Box::Kind::System);
    boxes(m_domainBoxes, graph::MapGraph::Box::Kind::Domain);
    boxes(m_teamBoxes, graph::MapGraph::Box::Kind::Team);
    m_impact->setEnabled(scene.impact.has_value());
    m_impactCount->setText(scene.impact ? QLocale().toString(qulonglong(scene.impact->hits.size())) : QString());
    m_circleCount->setText(QLocale().toString(qulonglong(scene.circles.size())));
}

void MapControls::showFound(int count)
{
    m_found->setVisible(count >= 0);
    if (count >= 0)
        m_found->setText(count == 0 ? tr("Not on this map") : tr("%n found; Enter goes to the next", nullptr, count));
}

QWidget *MapControls::firstControl() const
{
    return m_find;
}

} // namespace callboard::ui::panes
