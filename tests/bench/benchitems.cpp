// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/entitytablemodel.h"
#include "models/items/facetmodel.h"
#include "models/items/membersmodel.h"
#include "models/items/relationsmodel.h"
#include "models/items/userstate.h"
#include "tests/bench/areas.h"

#include <QCoreApplication>
#include <QEventLoop>

using namespace Qt::StringLiterals;

namespace callboard::bench {

using items::EntityTableModel;

namespace {

/// The list with all that hangs on it, as the catalog pane has it.
struct CatalogList {
    explicit CatalogList(const mirror::SnapshotPtr &snapshot)
        : live(mirror::SnapshotPtr(snapshot))
        , user(nullptr)
        , list(live, &user)
        , facets(list)
    {
        while (live.isIndexing())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        settle();
    }

    void settle()
    {
        while (list.isBusy())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }

    template<typename Change>
    Cost change(Change what)
    {
        return measured([&] {
            what();
            settle();
        });
    }

    search::LiveIndex live;
    items::UserState user;
    EntityTableModel list;
    items::FacetModel facets;
};

/// What a view asks for to paint a screen of rows.
void readScreen(const EntityTableModel &list)
{
    for (int row = 0; row < std::min(40, list.rowCount()); ++row) {
        for (int column = 0; column < 6; ++column)
            list.index(row, column).data();
        list.index(row, 0).data(items::MatchRole);
        list.index(row, 0).data(items::KindRole);
    }
}

} // namespace

void benchCatalogList(const mirror::SnapshotPtr &snapshot, int rounds, Report &report)
{
    const double budget = snapshot->size() > guiLimit ? 100 : 8;
    const quint32 size = snapshot->size();
    CatalogList catalog(snapshot);
    EntityTableModel &list = catalog.list;
    Samples key;
    Samples screen;
    for (int round = 0; round < rounds; ++round) {
        for (const QString &text : typedTexts(*catalog.live.index())) {
            for (qsizetype length = 1; length <= text.size(); ++length) {
                key.add(catalog.change([&] { list.setText(text.first(length)); }));
                screen.add(measured([&] { readScreen(list); }));
            }
            key.add(catalog.change([&] { list.setText({}); }));
        }
    }
    report.samples(u"catalog: filter, facets and model per key"_s, size, key, budget);
    report.samples(u"catalog: data of one screen"_s, size, screen, 2);

    Samples terms;
    for (int round = 0; round < rounds; ++round) {
        for (const QString &text : { u"kind:api"_s, u"owner:team"_s, u"kind:component -lifecycle:production"_s, u"tag:java type:service"_s,
                 u"is:mine kind:api,component"_s, u"rel:dependsOn"_s, u"\"the service\""_s })
            terms.add(catalog.change([&] { list.setText(text); }));
        list.setText({});
        catalog.settle();
    }
    report.samples(u"catalog: terms"_s, size, terms, budget);

    Samples facet;
    for (int round = 0; round < rounds; ++round) {
        const QModelIndex kinds = catalog.facets.index(0, 0);
        for (int row = 0; row < std::min(5, catalog.facets.rowCount(kinds)); ++row) {
            const QModelIndex value = catalog.facets.index(row, 0, kinds);
            facet.add(catalog.change([&] { catalog.facets.setData(value, Qt::Checked, Qt::CheckStateRole); }));
        }
        facet.add(catalog.change([&] { catalog.facets.clearAll(); }));
    }
    report.samples(u"catalog: facet checked, all recounted"_s, size, facet, budget);

    Samples firstSort;
    Samples sort;
    for (int round = 0; round < std::max(2, rounds); ++round) {
        for (int column = 0; column < list.columnCount(); ++column) {
            const Cost took = catalog.change([&] { list.sort(column, round % 2 ? Qt::DescendingOrder : Qt::AscendingOrder); });
            (round == 0 ? firstSort : sort).add(took);
        }
    }
    report.samples(u"catalog: sort by a column, first time"_s, size, firstSort);
    report.samples(u"catalog: sort by a column"_s, size, sort, budget);
    list.sort(0);

    Samples grouping;
    using Grouping = EntityTableModel::Grouping;
    for (int round = 0; round < rounds; ++round) {
        for (const Grouping by : { Grouping::Owner, Grouping::System, Grouping::Kind, Grouping::Lifecycle, Grouping::Repository, Grouping::None })
            grouping.add(catalog.change([&] { list.setGrouping(by); }));
    }
    report.samples(u"catalog: group by a column"_s, size, grouping, budget);
}

void benchRelations(const mirror::SnapshotPtr &snapshot, int rounds, Report &report)
{
    CatalogList catalog(snapshot);
    items::RelationsModel relations(catalog.live);
    items::MembersModel members(catalog.live, items::MembersModel::Content::Members);
    items::MembersModel owned(catalog.live, items::MembersModel::Content::Owned);
    Samples focus;
    for (int round = 0; round < rounds * 40; ++round) {
        const search::Row row = search::Row((quint64(round) * 7919) % snapshot->size());
        const QString ref = snapshot->ref(row).toString();
        focus.add(measured([&] {
            relations.setEntity(ref);
            members.setEntity(ref);
            owned.setEntity(ref);
            catalog.user.visited(ref);
        }));
    }
    report.samples(u"focus: relations, members, owned"_s, snapshot->size(), focus, 4);
}

} // namespace callboard::bench
