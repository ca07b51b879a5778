// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/facetmodel.h"

#include "models/items/entitytablemodel.h"
#include "models/search/facetcount.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace callboard::items {

using search::Code;
using search::Facet;

namespace {

constexpr std::array shownFacets { Facet::Kind, Facet::Owner, Facet::Lifecycle, Facet::Type, Facet::Tag, Facet::System,
    Facet::State, Facet::Freshness };
constexpr quintptr topLevel = 0;

} // namespace

FacetModel::FacetModel(EntityTableModel &list, QObject *parent)
    : QAbstractItemModel(parent)
    , m_list(list)
{
    for (const Facet facet : shownFacets)
        m_sections.push_back({ facet, {}, false });
    connect(&m_list, &EntityTableModel::updated, this, [this] { isUpToDate() ? tellCounts() : update(); });
    // A selection shows at once, even while its answer is being made.
    connect(&m_list, &EntityTableModel::filterChanged, this, [this] {
        if (!isUpToDate())
            update();
    });
    update();
}

void FacetModel::setTop(int values)
{
    m_top = std::max(1, values);
    update();
}

void FacetModel::expand(Facet facet, bool all)
{
    for (Section &section : m_sections) {
        if (section.facet == facet)
            section.expanded = all;
    }
    update();
}

bool FacetModel::isExpanded(Facet facet) const
{
    return std::any_of(m_sections.begin(), m_sections.end(), [facet](const Section &section) { return section.facet == facet && section.expanded; });
}

void FacetModel::clear(Facet facet)
{
    m_list.setFacet(facet, {});
}

void FacetModel::clearAll()
{
    search::Filter filter = m_list.filter();
    filter.selected.clear();
    m_list.setFilter(filter);
}

QString FacetModel::facetName(Facet facet)
{
    switch (facet) {
    case Facet::Kind: return tr("Kind");
    case Facet::Owner: return tr("Owner");
    case Facet::Lifecycle: return tr("Lifecycle");
    case Facet::Type: return tr("Type");
    case Facet::Tag: return tr("Tag");
    case Facet::System: return tr("System");
    case Facet::State: return tr("State");
    case Facet::Freshness: return tr("Freshness");
    }
    return {};
}

const std::vector<mirror::StringId> &FacetModel::valuesOf(Facet facet) const
{
    const search::CatalogIndex &index = *m_list.index();
    return facet == Facet::Tag ? index.tagValues() : index.column(*search::fieldOf(facet)).values;
}

void FacetModel::sortValues()
{
    const search::IndexPtr index = m_list.index();
    if (m_sortedFor.lock() == index)
        return;
    m_sortedFor = index;
    for (const Facet facet : shownFacets) {
        const std::optional<search::Field> field = search::fieldOf(facet);
        if (!field && facet != Facet::Tag)
            continue;
        const std::vector<quint32> &totals = field ? index->totals(*field) : index->tagTotals();
        const std::vector<mirror::StringId> &values = valuesOf(facet);
        std::vector<Code> &codes = m_byFrequency[size_t(facet)];
        codes.resize(values.size() - 1);
        std::iota(codes.begin(), codes.end(), Code(1));
        std::sort(codes.begin(), codes.end(), [&](Code a, Code b) {
            if (totals[a] != totals[b])
                return totals[a] > totals[b];
            return search::compareNaturally(index->snapshot().string(values[a]), index->snapshot().string(values[b])) < 0;
        });
    }
}

void FacetModel::update()
{
    sortValues();
    m_selected = m_list.filter().selected;
    for (size_t i = 0; i < m_sections.size(); ++i)
        setEntries(i, entriesOf(m_sections[i]));
}

bool FacetModel::isUpToDate() const
{
    return m_sortedFor.lock() == m_list.index() && m_selected == m_list.filter().selected;
}

void FacetModel::tellCounts()
{
    for (int section = 0; section < rowCount(); ++section) {
        const QModelIndex parent = index(section, 0);
        if (const int entries = rowCount(parent); entries > 0)
            Q_EMIT dataChanged(index(0, 0, parent), index(entries - 1, ColumnCount - 1, parent));
    }
}

std::vector<FacetModel::Entry> FacetModel::entriesOf(const Section &section) const
{
    if (section.facet == Facet::State || section.facet == Facet::Freshness)
        return fixedEntries(section.facet);
    return valueEntries(section);
}

std::vector<FacetModel::Entry> FacetModel::fixedEntries(Facet facet) const
{
    if (facet == Facet::Freshness) {
        return { { search::facetvalue::overDay, tr("over a day"), {}, 0, false, 0 }, { search::facetvalue::overWeek, tr("over a week"), {}, 1, false, 0 } };
    }
    return { { search::facetvalue::problems, tr("problems"), {}, 0, false, 0 }, { search::facetvalue::orphaned, tr("orphaned"), {}, 1, false, 0 },
        { search::facetvalue::dangling, tr("dangling"), {}, 2, false, 0 } };
}

/// The first values, those selected, and how many more there are.
std::vector<FacetModel::Entry> FacetModel::valueEntries(const Section &section) const
{
    const mirror::Snapshot &snapshot = m_list.index()->snapshot();
    const std::vector<mirror::StringId> &values = valuesOf(section.facet);
    const std::vector<Code> &codes = m_byFrequency[size_t(section.facet)];
    const QStringList selected = m_list.filter().selected.value(section.facet);
    std::vector<Entry> kept;
    if (section.facet == Facet::Owner)
        kept.push_back({ search::facetvalue::myTeams, tr("my teams"), {}, 0, false, 0 });
    int hidden = 0;
    for (const Code code : codes) {
        const QStringView value = snapshot.string(values[code]);
        if (section.expanded || int(kept.size()) < m_top || selected.contains(value))
            kept.push_back({ value.toString(), {}, {}, code, false, 0 });
        else
            ++hidden;
    }
    // A selected value that the catalog no longer has stays, so that it can be taken back.
    for (const QString &value : selected) {
        if (std::none_of(kept.begin(), kept.end(), [&](const Entry &entry) { return entry.value == value; }))
            kept.push_back({ value, value.sliced(value.lastIndexOf(u'/') + 1), {}, 0, false, 0 });
    }
    for (Entry &entry : kept)
        describe(section.facet, entry);
    if (hidden > 0)
        kept.push_back({ {}, {}, {}, 0, true, hidden });
    return kept;
}

void FacetModel::describe(Facet facet, Entry &entry) const
{
    const search::CatalogIndex &index = *m_list.index();
    const std::optional<search::Field> field = search::fieldOf(facet);
    if (entry.label.isEmpty())
        entry.label = field ? index.label(*field, entry.code) : entry.value;
    if (facet == Facet::Kind)
        entry.kind = entry.value;
    else if (const search::Row row = field ? index.snapshot().find(entry.value) : search::noRow; row != search::noRow)
        entry.kind = index.snapshot().kind(row).toString();
}

void FacetModel::setEntries(size_t section, std::vector<Entry> next)
{
    std::vector<Entry> &entries = m_sections[section].entries;
    const QModelIndex parent = index(int(section), 0);
    const auto same = [](const Entry &a, const Entry &b) { return a.isSame(b); };
    const size_t head = size_t(std::mismatch(entries.begin(), entries.end(), next.begin(), next.end(), same).first - entries.begin());
    const size_t limit = std::min(entries.size(), next.size()) - head;
    size_t tail = 0;
    while (tail < limit && same(entries[entries.size() - 1 - tail], next[next.size() - 1 - tail]))
        ++tail;
    if (entries.size() > head + tail) {
        beginRemoveRows(parent, int(head), int(entries.size() - tail - 1));
        entries.erase(entries.begin() + std::ptrdiff_t(head), entries.end() - std::ptrdiff_t(tail));
        endRemoveRows();
    }
    if (next.size() > head + tail) {
        beginInsertRows(parent, int(head), int(next.size() - tail - 1));
        entries.insert(entries.begin() + std::ptrdiff_t(head), next.begin() + std::ptrdiff_t(head), next.end() - std::ptrdiff_t(tail));
        endInsertRows();
    }
    entries = std::move(next);
    if (!entries.empty())
        Q_EMIT dataChanged(index(0, 0, parent), index(int(entries.size()) - 1, ColumnCount - 1, parent));
    Q_EMIT dataChanged(parent, parent.siblingAtColumn(ColumnCount - 1));
}

quint32 FacetModel::countOf(Facet facet, const Entry &entry) const
{
    const search::FacetCounts &counts = m_list.facetCounts()[size_t(facet)];
    if (entry.value == search::facetvalue::myTeams && facet == Facet::Owner)
        return counts.myTeams;
    if (facet == Facet::State || facet == Facet::Freshness)
        return counts.states[entry.code];
    return entry.code > 0 && entry.code < counts.byCode.size() ? counts.byCode[entry.code] : 0;
}

QModelIndex FacetModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || column >= ColumnCount || row >= rowCount(parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : topLevel);
}

QModelIndex FacetModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == topLevel)
        return {};
    return createIndex(int(child.internalId() - 1), 0, topLevel);
}

int FacetModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_sections.size());
    if (parent.internalId() != topLevel || parent.column() != 0)
        return 0;
    return int(m_sections[size_t(parent.row())].entries.size());
}

int FacetModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant FacetModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (index.internalId() != topLevel) {
        const Section &section = m_sections[index.internalId() - 1];
        return entryData(section.facet, section.entries[size_t(index.row())], index.column(), role);
    }
    const Facet facet = m_sections[size_t(index.row())].facet;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return index.column() == Value ? facetName(facet) : QVariant();
    case FacetRole: return int(facet);
    case GroupRole: return true;
    case CountRole: return int(m_list.filter().selected.value(facet).size());
    default: return {};
    }
}

QVariant FacetModel::entryData(Facet facet, const Entry &entry, int column, int role) const
{
    switch (role) {
    case FacetRole: return int(facet);
    case ValueRole: return entry.value;
    case MoreRole: return entry.isMore;
    case KindRole: return entry.kind;
    case GroupRole: return false;
    case CountRole: return entry.isMore ? entry.hidden : int(countOf(facet, entry));
    case Qt::CheckStateRole:
        if (column != Value || entry.isMore)
            return {};
        return int(m_list.filter().selected.value(facet).contains(entry.value) ? Qt::Checked : Qt::Unchecked);
    case Qt::TextAlignmentRole: return column == Count ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case Qt::ToolTipRole: return entry.isMore ? QVariant() : QVariant(entry.value.startsWith(u'@') ? entry.label : entry.value);
    case Qt::AccessibleTextRole:
        if (column == Value && !entry.isMore)
            return tr("%1, %n entities", nullptr, int(countOf(facet, entry))).arg(entry.label);
        [[fallthrough]];
    case Qt::DisplayRole:
        if (entry.isMore)
            return column == Value ? QVariant(tr("%n more", nullptr, entry.hidden)) : QVariant();
        return column == Value ? QVariant(entry.label) : QVariant(int(countOf(facet, entry)));
    default: return {};
    }
}

bool FacetModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !index.isValid() || index.internalId() == topLevel || index.column() != Value)
        return false;
    const Section &section = m_sections[index.internalId() - 1];
    const Entry entry = section.entries[size_t(index.row())];
    if (entry.isMore)
        return false;
    QStringList selected = m_list.filter().selected.value(section.facet);
    selected.removeAll(entry.value);
    if (value.toInt() == Qt::Checked)
        selected.append(entry.value);
    m_list.setFacet(section.facet, selected);
    return true;
}

Qt::ItemFlags FacetModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    if (index.internalId() == topLevel)
        return Qt::ItemIsEnabled;
    const Entry &entry = m_sections[index.internalId() - 1].entries[size_t(index.row())];
    const Qt::ItemFlags common = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return entry.isMore || index.column() != Value ? common : common | Qt::ItemIsUserCheckable;
}

QHash<int, QByteArray> FacetModel::roleNames() const
{
    QHash<int, QByteArray> names = QAbstractItemModel::roleNames();
    names.insert({ { FacetRole, "facet" }, { ValueRole, "value" }, { MoreRole, "more" }, { CountRole, "count" }, { KindRole, "kind" } });
    return names;
}

} // namespace callboard::items
