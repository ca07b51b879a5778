// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/entitytablemodel.h"

#include "models/catalog/queryplain.h"
#include "models/items/entitylisting.h"
#include "models/items/listingdiff.h"
#include "models/items/userstate.h"

#include <QDateTime>
#include <QElapsedTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace callboard::items {

using search::Row;
using search::noRow;

namespace {

constexpr std::array groupingNames { ""_L1, "owner"_L1, "system"_L1, "kind"_L1, "lifecycle"_L1, "repository"_L1 };

/// Up to so many entities an order is made at once, in a few milliseconds.
constexpr Row preparedInline = 15'000;

std::shared_ptr<const EntityListing> emptyListing()
{
    auto listing = std::make_shared<EntityListing>();
    listing->index = search::CatalogIndex::build(mirror::SnapshotBuilder().finish(0));
    return listing;
}

bool asksForRecent(const search::Filter &filter)
{
    return filter.scope == search::Filter::Scope::Recent || filter.text.contains("is:"_L1);
}

bool asksForStarred(const search::Filter &filter)
{
    return filter.scope == search::Filter::Scope::Starred || filter.text.contains("is:"_L1);
}

} // namespace

struct EntityTableModel::Request : ListingRequest { };

EntityTableModel::EntityTableModel(search::LiveIndex &index, UserState *user, QObject *parent)
    : QAbstractItemModel(parent)
    , m_live(index)
    , m_user(user)
    , m_listing(emptyListing())
    , m_engine(std::make_unique<search::FilterEngine>())
    , m_workerEngine(std::make_shared<search::FilterEngine>())
{
    m_pool.setMaxThreadCount(1);
    connect(&m_live, &search::LiveIndex::changed, this, &EntityTableModel::refresh);
    if (m_user) {
        connect(m_user, &UserState::meChanged, this, &EntityTableModel::refresh);
        connect(m_user, &UserState::recentChanged, this, [this] {
            if (asksForRecent(m_filter))
                refresh();
        });
        connect(m_user, &UserState::starredChanged, this, [this](const QString &ref) {
            if (asksForStarred(m_filter))
                refresh();
            if (const QModelIndex at = indexOf(ref); at.isValid())
                Q_EMIT dataChanged(at, at.siblingAtColumn(columnCount() - 1), { StarredRole });
        });
    }
    refresh();
}

EntityTableModel::~EntityTableModel()
{
    m_stop.request_stop();
    m_pool.waitForDone();
}

void EntityTableModel::setFilter(const search::Filter &filter)
{
    if (m_filter == filter)
        return;
    m_filter = filter;
    refresh();
    Q_EMIT filterChanged();
}

void EntityTableModel::setText(const QString &text)
{
    search::Filter filter = m_filter;
    filter.text = text;
    setFilter(filter);
}

void EntityTableModel::setScope(search::Filter::Scope scope)
{
    search::Filter filter = m_filter;
    filter.scope = scope;
    setFilter(filter);
}

void EntityTableModel::setFacet(search::Facet facet, const QStringList &values)
{
    search::Filter filter = m_filter;
    if (values.isEmpty())
        filter.selected.remove(facet);
    else
        filter.selected.insert(facet, values);
    setFilter(filter);
}

void EntityTableModel::setGrouping(Grouping grouping)
{
    if (m_grouping == grouping)
        return;
    m_grouping = grouping;
    refresh();
    Q_EMIT groupingChanged();
}

void EntityTableModel::sort(int column, Qt::SortOrder order)
{
    if (m_sortColumn == column && m_sortOrder == order)
        return;
    m_sortColumn = column;
    m_sortOrder = order;
    refresh();
}

void EntityTableModel::setReaders(search::BodyReader bodies, search::TextFinder text)
{
    m_bodyReader = std::move(bodies);
    m_textFinder = std::move(text);
    if (search::needsBodies(m_filter))
        refresh();
}

void EntityTableModel::onTextIndexed()
{
    if (m_textFinder && search::needsText(m_filter))
        refresh();
}

int EntityTableModel::shownCount() const { return int(m_listing->rows.size()); }
int EntityTableModel::totalCount() const { return int(m_listing->index->size()); }
bool EntityTableModel::isWithTypos() const { return m_listing->result.withTypos; }
QStringList EntityTableModel::hints() const { return m_listing->result.hints; }
const search::AllFacetCounts &EntityTableModel::facetCounts() const { return m_listing->result.counts; }
search::IndexPtr EntityTableModel::index() const { return m_listing->index; }

EntityTableModel::Request EntityTableModel::request() const
{
    Request request;
    request.index = m_live.index();
    request.filter = m_filter;
    request.grouping = m_grouping;
    request.sortColumn = m_sortColumn;
    request.sortOrder = m_sortOrder;
    request.context.now = QDateTime::currentMSecsSinceEpoch();
    request.context.wantCounts = m_counting;
    request.context.wantScores = m_sortColumn == byRelevance;
    if (m_user)
        request.context.personal = m_user->personal(request.index->snapshotPtr());
    request.last = m_listing;
    return request;
}

void EntityTableModel::refresh()
{
    ++m_generation;
    m_stop.request_stop();
    m_stop = {};
    Request next = request();
    const bool readsBodies = m_bodyReader && search::needsBodies(m_filter);
    if (readsBodies) {
        next.context.readBodies = m_bodyReader;
        next.context.findText = m_textFinder;
    }
    const bool mustPrepare = next.index->size() > preparedInline && !isPrepared(next);
    if (readsBodies || mustPrepare || next.index->size() > m_inlineLimit) {
        refreshOnWorker(next);
        return;
    }
    QElapsedTimer timer;
    timer.start();
    take(makeListing(next, *m_engine));
    m_lastMilliseconds = double(timer.nsecsElapsed()) / 1e6;
    setBusy(false);
}

void EntityTableModel::refreshOnWorker(const Request &request)
{
    setBusy(true);
    m_pool.clear();
    m_pool.start([this, request, engine = m_workerEngine, generation = m_generation, stop = m_stop.get_token()] {
        QElapsedTimer timer;
        timer.start();
        std::shared_ptr<const EntityListing> listing = makeListing(request, *engine, stop);
        if (!listing)
            return;
        const double milliseconds = double(timer.nsecsElapsed()) / 1e6;
        QMetaObject::invokeMethod(
            this,
            [this, listing = std::move(listing), generation, milliseconds] {
                if (generation != m_generation)
                    return;
                m_lastMilliseconds = milliseconds;
                take(listing);
                setBusy(false);
            },
            Qt::QueuedConnection);
    });
}

void EntityTableModel::setBusy(bool busy)
{
    if (m_busy == busy)
        return;
    m_busy = busy;
    Q_EMIT busyChanged(busy);
}

void EntityTableModel::take(std::shared_ptr<const EntityListing> listing)
{
    m_words.clear();
    for (const catalog::PlainTerm &term : catalog::parsePlainQuery(m_filter.text).terms) {
        if (term.key == catalog::TermKey::Word && !term.negated) {
            for (const QString &value : term.values)
                m_words.emplace_back(value);
        }
    }
    const bool changedInPlace = applyInSteps(*listing) || applyReorder(*listing);
    if (changedInPlace) {
        m_listing = std::move(listing);
        if (const int rows = rowCount(); rows > 0)
            Q_EMIT dataChanged(index(0, 0), index(rows - 1, columnCount() - 1));
    } else {
        beginResetModel();
        m_listing = std::move(listing);
        endResetModel();
    }
    Q_EMIT updated();
}

bool EntityTableModel::applyInSteps(const EntityListing &next)
{
    const std::optional<ListingSteps> steps = stepsBetween(*m_listing, next);
    if (!steps)
        return false;
    if (steps->size() == 0)
        return true;
    auto working = std::make_shared<EntityListing>(*m_listing);
    m_listing = working;
    const auto parentOf = [this](int group) { return group < 0 ? QModelIndex() : index(group, 0); };
    const auto beginOf = [&](int group) { return group < 0 ? 0 : working->groups[size_t(group)].begin; };
    const auto shift = [&](int group, qint64 by) {
        for (size_t i = size_t(std::max(group, 0)); i < working->groups.size(); ++i) {
            working->groups[i].begin += quint32(int(i) > group ? by : 0);
            working->groups[i].end += quint32(by);
        }
    };
    for (auto block = steps->removed.rbegin(); block != steps->removed.rend(); ++block) {
        beginRemoveRows(parentOf(block->group), int(block->first), int(block->first + block->count - 1));
        const auto first = working->rows.begin() + beginOf(block->group) + block->first;
        working->rows.erase(first, first + block->count);
        shift(block->group, -qint64(block->count));
        endRemoveRows();
    }
    // What is left is the same in both; from here on it is told from the new index.
    std::vector<Row> kept;
    kept.reserve(working->rows.size());
    size_t at = 0;
    for (const RowBlock &block : steps->inserted) {
        const size_t first = (block.group < 0 ? 0 : next.groups[size_t(block.group)].begin) + block.first;
        kept.insert(kept.end(), next.rows.begin() + std::ptrdiff_t(at), next.rows.begin() + std::ptrdiff_t(first));
        at = first + block.count;
    }
    kept.insert(kept.end(), next.rows.begin() + std::ptrdiff_t(at), next.rows.end());
    working->rows = std::move(kept);
    working->index = next.index;
    working->personal = next.personal;
    working->places = next.places;
    for (size_t group = 0; group < working->groups.size(); ++group)
        working->groups[group].code = next.groups[group].code;
    for (const RowBlock &block : steps->inserted) {
        beginInsertRows(parentOf(block.group), int(block.first), int(block.first + block.count - 1));
        const auto source = next.rows.begin() + (block.group < 0 ? 0 : next.groups[size_t(block.group)].begin) + block.first;
        working->rows.insert(working->rows.begin() + beginOf(block.group) + block.first, source, source + block.count);
        shift(block.group, block.count);
        endInsertRows();
    }
    return true;
}

bool EntityTableModel::applyReorder(const EntityListing &next)
{
    if (!isReordered(*m_listing, next))
        return false;
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    for (const QModelIndex &old : before) {
        const Row row = rowAt(old);
        if (row == noRow) {
            after.append(old);
            continue;
        }
        const quint32 place = next.places[row];
        const int group = next.groupOf(place);
        after.append(group < 0 ? createIndex(int(place), old.column(), quintptr(0))
                               : createIndex(int(place - next.groups[size_t(group)].begin), old.column(), quintptr(group) + 1));
    }
    m_listing = std::make_shared<EntityListing>(next);
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
    return true;
}

Row EntityTableModel::rowAt(const QModelIndex &index) const
{
    if (!index.isValid())
        return noRow;
    const quintptr group = index.internalId();
    if (group == 0)
        return m_listing->isGrouped() ? noRow : m_listing->rows[size_t(index.row())];
    return m_listing->rows[m_listing->groups[group - 1].begin + size_t(index.row())];
}

QModelIndex EntityTableModel::indexOf(const QString &canonicalRef, int column) const
{
    const quint32 place = m_listing->placeOf(canonicalRef);
    if (place == noRow || place >= m_listing->rows.size())
        return {};
    const int group = m_listing->groupOf(place);
    if (group < 0)
        return createIndex(int(place), column, quintptr(0));
    return createIndex(int(place - m_listing->groups[size_t(group)].begin), column, quintptr(group) + 1);
}

QString EntityTableModel::refAt(const QModelIndex &index) const
{
    const Row row = rowAt(index);
    return row == noRow ? QString() : m_listing->index->snapshot().ref(row).toString();
}

QStringList EntityTableModel::shownRefs() const
{
    QStringList refs;
    refs.reserve(qsizetype(m_listing->rows.size()));
    for (const Row row : m_listing->rows)
        refs.append(m_listing->index->snapshot().ref(row).toString());
    return refs;
}

QString EntityTableModel::groupingName(Grouping grouping)
{
    return groupingNames[size_t(grouping)];
}

EntityTableModel::Grouping EntityTableModel::groupingFromName(const QString &name)
{
    const auto at = std::find(groupingNames.begin(), groupingNames.end(), name);
    return at == groupingNames.end() ? Grouping::None : Grouping(at - groupingNames.begin());
}

QModelIndex EntityTableModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || column >= columnCount() || row >= rowCount(parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : quintptr(0));
}

QModelIndex EntityTableModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == 0)
        return {};
    return createIndex(int(child.internalId() - 1), 0, quintptr(0));
}

int EntityTableModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_listing->isGrouped() ? m_listing->groups.size() : m_listing->rows.size());
    if (!m_listing->isGrouped() || parent.internalId() != 0 || parent.column() != 0)
        return 0;
    return int(m_listing->groups[size_t(parent.row())].size());
}

int EntityTableModel::columnCount(const QModelIndex &) const
{
    return int(Columns::Count);
}

bool EntityTableModel::hasChildren(const QModelIndex &parent) const
{
    return rowCount(parent) > 0;
}

} // namespace callboard::items
