// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/entity/overview.h"

#include "models/builds/runlisting.h"
#include "ui/panes/entity/cardcolumns.h"
#include "ui/panes/entity/pagecard.h"
#include "ui/panes/entity/pagerows.h"

#include <QLocale>

#include <algorithm>
#include <array>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;

namespace {
    constexpr int factLimit = 14;
}

Overview::Overview(QWidget *parent)
    : QWidget(parent)
{
    new CardColumns(this);
    setAccessibleName(tr("Overview"));
}

TableCard *Overview::card(const QString &id, const QString &title, const QString &iconName)
{
    TableCard *&found = m_cards[id];
    if (!found) {
        found = new TableCard(title, iconName, this);
        connect(found->table(), &CellTable::entityActivated, this, &Overview::entityActivated);
        connect(found->table(), &CellTable::urlActivated, this, &Overview::urlActivated);
        if (id == "problems"_L1)
            connect(found->table(), &QAbstractItemView::activated, this,
                [this](const QModelIndex &index) { Q_EMIT problemActivated(index.row()); });
    }
    m_order.append(found);
    return found;
}

void Overview::put(const QString &id, const QString &title, const QString &iconName,
    const TableContent &content, const QString &trailing)
{
    if (content.rows.empty())
        return;
    TableCard *shown = card(id, title, iconName);
    if (id == "about"_L1 || id == "provenance"_L1 || id == "links"_L1 || id == "owns"_L1)
        shown->setLimit(factLimit); // Facts are few, and each is another.
    shown->setTitle(title);
    shown->setRows(content.headers, content.rows, content.weights, trailing);
}

void Overview::putFolding(const QString &id, const QString &title, const QString &iconName,
    const std::vector<FactRow> &facts)
{
    if (facts.empty())
        return;
    const bool isNew = !m_cards.contains(id);
    put(id, title, iconName, PageRows::facts(facts), QLocale().toString(qsizetype(facts.size())));
    if (isNew)
        m_cards[id]->setCollapsible(true, false);
}

void Overview::putRelations(const PageContent &content)
{
    static const std::array inChips { u"ownedBy"_s, u"memberOf"_s, u"childOf"_s, u"parentOf"_s, u"hasMember"_s };
    const RelationGroup *provides = content.group(u"providesApi");
    const RelationGroup *consumes = content.group(u"consumesApi");
    std::vector<RelatedEntity> apis;
    for (const RelationGroup *group : { provides, consumes })
        if (group)
            apis.insert(apis.end(), group->rows.begin(), group->rows.end());
    put(u"apis"_s, tr("APIs"), u"api"_s, PageRows::related(apis, true));
    for (const RelationGroup &group : content.relations) {
        if (&group == provides || &group == consumes)
            continue;
        if (group.type == "ownerOf"_L1 || std::ranges::find(inChips, group.type) != inChips.end())
            continue;
        put(u"relation/"_s + group.type, group.title, group.icon, PageRows::related(group.rows));
    }
}

void Overview::putPeople(const PageContent &content, const mirror::Snapshot &snapshot)
{
    const mirror::Row row = snapshot.find(content.ref);
    if (row == mirror::noRow)
        return;
    put(u"owns"_s, tr("Owns"), u"component"_s, PageRows::ownedCounts(ownedCounts(snapshot, row)));
    if (content.isUser) {
        if (const RelationGroup *groups = content.group(u"memberOf"))
            put(u"memberOf"_s, groups->title, groups->icon, PageRows::related(groups->rows));
        return;
    }
    put(u"members"_s, tr("Members"), u"user"_s, PageRows::related(membersOf(snapshot, row, false)));
    const GroupPlace place = placeOf(snapshot, row);
    put(u"above"_s, tr("Parent groups"), u"group"_s, PageRows::related(place.above));
    put(u"below"_s, tr("Sub-groups"), u"group"_s, PageRows::related(place.below));
}

void Overview::show(const PageData &data, const mirror::Snapshot &snapshot, const builds::RunIndex &runs)
{
    const PageContent &content = data.content;
    setUpdatesEnabled(false);
    const QList<TableCard *> before = std::exchange(m_order, {});
    if (!data.problems.empty()) {
        put(u"problems"_s, tr("Problems"), u"warning"_s, PageRows::problems(data.problems),
            QLocale().toString(qsizetype(data.problems.size())));
        Status worst = Status::None;
        for (const domain::Problem &problem : data.problems)
            if (problem.severity == domain::Severity::Error)
                worst = Status::Failed;
            else if (problem.severity == domain::Severity::Warning && worst == Status::None)
                worst = Status::Warning;
        m_cards[u"problems"_s]->setStatus(worst);
    }
    put(u"about"_s, tr("About"), u"info"_s, PageRows::facts(content.about));
    if (const auto standing = builds::standingOf(runs, content.ref, TableCard::shortList); !standing.empty())
        put(u"builds"_s, tr("Builds"), u"build-ok"_s, PageRows::builds(runs, standing));
    if (content.isGroup || content.isUser)
        putPeople(content, snapshot);
    putRelations(content);
    put(u"links"_s, tr("Links"), u"external-link"_s, PageRows::links(content.links));
    put(u"provenance"_s, tr("Where it is from"), u"location"_s, PageRows::provenance(data));
    put(u"changes"_s, tr("Changes"), u"history"_s, PageRows::changes(data.history));
    putFolding(u"labels"_s, tr("Labels"), u"flag"_s, content.labels);
    putFolding(u"annotations"_s, tr("Annotations"), u"key"_s, content.annotations);

    for (TableCard *card : before)
        if (!m_order.contains(card))
            card->hide();
    auto *grid = static_cast<CardColumns *>(layout());
    while (grid->count() > 0)
        delete grid->takeAt(0);
    QWidget *previous = nullptr;
    for (TableCard *card : std::as_const(m_order)) {
        grid->addWidget(card);
        card->show();
        if (previous)
            setTabOrder(previous, card->table());
        previous = card->table();
    }
    setUpdatesEnabled(true);
    updateGeometry();
}

} // namespace callboard::ui::panes
