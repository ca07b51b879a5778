// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mirror/narrow.h"
#include "models/mirror/snapshotdata.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <string>
#include <thread>

namespace callboard::mirror {

namespace {

constexpr Row worthAThread = 20'000;
constexpr Row worthSharing = 4000; // Below, a copy is as good.
constexpr int mostStoreys = 8;
constexpr quint32 ownTypes = 15; ///< Packed relation codes of Backstage's own types, and 0.

bool endsWithName(std::string_view ref, std::string_view name)
{
    const size_t slash = ref.find('/');
    return slash != std::string_view::npos && ref.substr(slash + 1) == name;
}

} // namespace

void IdColumn::compact(quint32 end)
{
    constexpr quint32 most = quint32(std::numeric_limits<quint16>::max()) + 1;
    constexpr quint32 unknown = ~quint32(0);
    std::vector<quint32> codeOf(end, unknown);
    std::vector<quint16> codes;
    codes.reserve(m_ids.size());
    for (const quint32 id : m_ids) {
        quint32 &code = codeOf[id];
        if (code == unknown) {
            if (m_known.size() == most) { // Too many: it stays as it is.
                std::vector<quint32>().swap(m_known);
                return;
            }
            code = quint32(m_known.size());
            m_known.push_back(id);
        }
        codes.push_back(quint16(code));
    }
    m_codes = std::move(codes);
    std::vector<quint32>().swap(m_ids);
}

void TimeColumn::compact()
{
    // Appending only looks at the last value, so entities of several pulls leave repeated ones behind.
    std::vector<qint64> distinct = m_times;
    std::ranges::sort(distinct);
    distinct.erase(std::ranges::unique(distinct).begin(), distinct.end());
    std::vector<quint32> ids(m_times.size());
    for (size_t i = 0; i < m_times.size(); ++i)
        ids[i] = quint32(std::ranges::lower_bound(distinct, m_times[i]) - distinct.begin());
    for (Row row = 0; row < m_ids.size(); ++row)
        m_ids.set(row, ids[m_ids.at(row)]);
    distinct.shrink_to_fit();
    m_times = std::move(distinct);
    m_ids.compact(quint32(m_times.size()));
}

struct SnapshotBuilder::Work {
    /// An edge as its source has it, before targets are known to be there.
    struct Listed {
        Row from;
        StringId type;
        StringId target;
    };

    /// A row taken apart; its texts are in the packed bytes.
    struct Decoded {
        std::string_view kind, ns, name, title, type, lifecycle, description;
        quint32 tags = 0, relations = 0; ///< How many.
        const PackedRow *row = nullptr;
    };

    std::shared_ptr<Snapshot> snapshot = std::make_shared<Snapshot>();
    Snapshot::Data *d = nullptr;
    SnapshotPtr previous; ///< Null where there was none.
    std::vector<Listed> listed;
    // Of the rows being added; kept for their memory.
    std::vector<Decoded> decoded;
    std::vector<std::string_view> decodedTags;
    std::vector<StringId> decodedTypes;          ///< Of the relations.
    std::vector<StringTable::Pending> pending;   ///< Of each row: ref, repository, targets of the relations.
    std::string lastRef;
    std::vector<StringId> typeOfCode = std::vector<StringId>(ownTypes);
    bool sorted = true;

    std::shared_ptr<const SharedTexts> baseFor(Row entities) const;
    void reserve(Row entities);
    bool decode(const PackedRow &row);
    void append();
    void appendRow(const Decoded &entity, StringId ref, StringId repository);
    void appendDescription(StringId ref, std::string_view written);
    void appendRelations(Row row, std::span<const StringId> types, std::span<const StringTable::Pending> targets);
    StringId relationType(PackedReader &in);
    void setRow(StringId ref, Row row);

    std::vector<quint32> orderOfRefs() const;
    std::vector<StringId> inverses();
    std::vector<quint32> orderOfTypes() const;
    void relate();
    void sortEdges(const std::vector<quint32> &begins, std::vector<quint32> &counts, const std::vector<quint32> &order);
    void compactColumns();
    void settle();
    void countUsed();
};

bool SnapshotBuilder::Work::decode(const PackedRow &row)
{
    PackedReader in({ row.narrow.data(), size_t(row.narrow.size()) });
    const std::string_view ref = in.text();
    if (!in.ok() || ref.empty())
        return false;
    pending.push_back({ ref });
    Decoded entity;
    for (std::string_view *text : { &entity.kind, &entity.ns, &entity.name, &entity.title, &entity.type,
             &entity.lifecycle, &entity.description })
        *text = in.text();
    pending.push_back({ in.text() }); // Repository.
    for (quint32 n = in.number(); entity.tags < n && in.ok(); ++entity.tags)
        decodedTags.push_back(in.text());
    for (quint32 n = in.number(); entity.relations < n && in.ok(); ++entity.relations) {
        decodedTypes.push_back(relationType(in));
        pending.push_back({ in.text() });
    }
    entity.row = &row;
    decoded.push_back(entity);
    return in.ok();
}

/// What was decoded becomes rows.
void SnapshotBuilder::Work::append()
{
    d->shared->strings.intern(pending);
    size_t tag = 0, relation = 0, string = 0;
    for (const Decoded &entity : decoded) {
        const StringTable::Pending &ref = pending[string];
        const bool isNew = ref.id >= d->rowOfString.size() || d->rowOfString[ref.id] == noRow;
        if (isNew) { // Of two with one ref the first stays.
            sorted = sorted && lastRef < ref.text;
            lastRef = ref.text;
            appendRow(entity, ref.id, pending[string + 1].id);
            if (!endsWithName(ref.text, entity.name))
                d->texts.append(entity.name);
            d->textEnds.push_back(d->texts.end());
            d->texts.append(entity.title);
            d->textEnds.push_back(d->texts.end());
            appendDescription(ref.id, entity.description);
            for (quint32 i = 0; i < entity.tags; ++i)
                d->tags.push_back(d->shared->strings.intern(decodedTags[tag + i]));
            d->tagEnds.push_back(quint32(d->tags.size()));
            appendRelations(d->size() - 1, std::span(decodedTypes).subspan(relation, entity.relations),
                std::span(pending).subspan(string + 2, entity.relations));
        }
        tag += entity.tags;
        relation += entity.relations;
        string += 2 + entity.relations;
    }
    decoded.clear();
    decodedTags.clear();
    decodedTypes.clear();
    pending.clear();
}

void SnapshotBuilder::Work::appendRow(const Decoded &entity, StringId ref, StringId repository)
{
    setRow(ref, d->size());
    d->ref.push_back(ref);
    d->kind.append(d->shared->strings.intern(entity.kind));
    d->ns.append(d->shared->strings.intern(entity.ns));
    d->type.append(d->shared->strings.intern(entity.type));
    d->lifecycle.append(d->shared->strings.intern(entity.lifecycle));
    d->repository.append(repository);
    d->connection.append(entity.row->connection);
    d->owner.append(0);
    d->system.append(0);
    d->flags.push_back(entity.row->flags);
    d->seenAt.append(entity.row->seenAt);
    d->changedAt.append(entity.row->changedAt);
}

void SnapshotBuilder::Work::appendDescription(StringId ref, std::string_view written)
{
    Utf8Arena &descriptions = d->shared->descriptions;
    written = written.substr(0, std::numeric_limits<quint16>::max()); // They end far below, but for a damaged file.
    d->descriptionSizes.push_back(quint16(written.size()));
    const Row before = ref < d->shared->strings.from() ? previous->rowOf(ref) : noRow;
    if (before != noRow && previous->d->descriptionBegins[before] < descriptions.from() && previous->d->description(before) == written) {
        d->descriptionBegins.push_back(previous->d->descriptionBegins[before]);
        return;
    }
    d->descriptionBegins.push_back(descriptions.end());
    descriptions.append(written);
}

void SnapshotBuilder::Work::appendRelations(
    Row row, std::span<const StringId> types, std::span<const StringTable::Pending> targets)
{
    for (size_t i = 0; i < targets.size(); ++i) {
        const StringTable::Pending &target = targets[i];
        if (target.id == 0)
            continue;
        if (d->owner.at(row) == 0 && types[i] == typeOfCode[1])
            d->owner.set(row, target.id);
        if (d->system.at(row) == 0 && types[i] == typeOfCode[13] && target.text.starts_with("system:"))
            d->system.set(row, target.id);
        listed.push_back({ row, types[i], target.id });
    }
}

StringId SnapshotBuilder::Work::relationType(PackedReader &in)
{
    const quint32 code = in.number();
    return code > 0 && code < ownTypes ? typeOfCode[code] : d->shared->strings.intern(in.text());
}

void SnapshotBuilder::Work::setRow(StringId ref, Row row)
{
    if (ref >= d->rowOfString.size())
        d->rowOfString.resize(std::max<size_t>(ref + 1, d->rowOfString.capacity()), noRow);
    d->rowOfString[ref] = row;
}

/// The place of each string among the refs that edges point at, so that edges sort by number. Rows
/// that came sorted by ref are their own order; strings of no row come after, by text.
std::vector<quint32> SnapshotBuilder::Work::orderOfRefs() const
{
    std::vector<quint32> order(d->shared->strings.count());
    std::vector<StringId> others;
    if (sorted) {
        for (Row row = 0; row < d->size(); ++row)
            order[d->ref[row]] = row;
    }
    for (const Listed &edge : listed) {
        if (!sorted || d->rowOfString[edge.target] == noRow)
            others.push_back(edge.target);
    }
    if (!sorted)
        others.insert(others.end(), d->ref.begin(), d->ref.end());
    std::ranges::sort(others);
    others.erase(std::ranges::unique(others).begin(), others.end());
    std::ranges::sort(others, {}, [this](StringId id) { return d->shared->strings.at(id); });
    for (size_t i = 0; i < others.size(); ++i)
        order[others[i]] = quint32(d->size() + i);
    return order;
}

/// By relation type: the type that the target has back, 0 for none.
std::vector<StringId> SnapshotBuilder::Work::inverses()
{
    std::vector<StringId> inverse(d->shared->strings.count());
    for (quint32 code = 1; code < ownTypes; ++code)
        inverse[typeOfCode[code]] = d->shared->strings.intern(inverseOf(relationTypeOf(code)));
    return inverse;
}

/// By string: the place of each relation type among them all by text; 0 for what is none.
std::vector<quint32> SnapshotBuilder::Work::orderOfTypes() const
{
    std::vector<StringId> types(typeOfCode.begin() + 1, typeOfCode.end());
    for (const Listed &edge : listed) {
        if (!std::ranges::contains(types, edge.type))
            types.push_back(edge.type);
    }
    std::ranges::sort(types, {}, [this](StringId id) { return d->shared->strings.at(id); });
    std::vector<quint32> order(std::ranges::max(types) + 1);
    for (size_t i = 0; i < types.size(); ++i)
        order[types[i]] = quint32(i + 1);
    return order;
}

/// Lays every edge at both its ends, sorted by type and target, each once.
void SnapshotBuilder::Work::relate()
{
    d->rowOfString.resize(d->shared->strings.count(), noRow);
    const std::vector<StringId> inverse = inverses();
    const Row rows = d->size();

    std::vector<quint32> begins(size_t(rows) + 1);
    for (const Listed &edge : listed) {
        const Row to = d->rowOfString[edge.target];
        ++begins[edge.from + 1];
        if (to == noRow)
            d->flags[edge.from] |= Snapshot::Dangling;
        else if (inverse[edge.type] != 0)
            ++begins[to + 1];
    }
    for (Row row = 0; row < rows; ++row)
        begins[row + 1] += begins[row];

    d->edges.resize(begins[rows]);
    std::vector<quint32> next(begins.begin(), begins.end() - 1);
    for (const Listed &edge : listed) {
        const Row to = d->rowOfString[edge.target];
        d->edges[next[edge.from]++] = { edge.type, to == noRow ? KeptEdge::dangling | edge.target : to };
        if (to != noRow && inverse[edge.type] != 0)
            d->edges[next[to]++] = { inverse[edge.type], edge.from };
    }
    std::vector<quint32> counts(rows);
    sortEdges(begins, counts, orderOfRefs());
    std::vector<Listed>().swap(listed);

    d->edgeEnds.resize(rows);
    auto out = d->edges.begin();
    for (Row row = 0; row < rows; ++row) {
        const auto first = d->edges.begin() + begins[row];
        out = first == out ? out + counts[row] : std::move(first, first + counts[row], out);
        d->edgeEnds[row] = quint32(out - d->edges.begin());
    }
    d->edges.erase(out, d->edges.end());
}

/// Each row's edges by themselves, doubles to the end; half of the rows on a thread of its own.
void SnapshotBuilder::Work::sortEdges(
    const std::vector<quint32> &begins, std::vector<quint32> &counts, const std::vector<quint32> &order)
{
    const std::vector<quint32> typeOrder = orderOfTypes();
    const auto before = [&](const KeptEdge &a, const KeptEdge &b) {
        return a.type != b.type ? typeOrder[a.type] < typeOrder[b.type] : order[d->targetOf(a)] < order[d->targetOf(b)];
    };
    const auto same = [](const KeptEdge &a, const KeptEdge &b) {
        return a.type == b.type && a.target == b.target;
    };
    const auto sortRows = [&](Row from, Row to) {
        for (Row row = from; row < to; ++row) {
            const auto first = d->edges.begin() + begins[row];
            const auto last = d->edges.begin() + begins[row + 1];
            std::sort(first, last, before);
            counts[row] = quint32(std::unique(first, last, same) - first);
        }
    };
    const Row half = d->size() > worthAThread ? d->size() / 2 : 0;
    std::jthread other;
    if (half > 0)
        other = std::jthread([&] { sortRows(0, half); });
    sortRows(half, d->size());
}

/// Before edges are laid, which takes most memory of all.
void SnapshotBuilder::Work::compactColumns()
{
    for (IdColumn *column : { &d->kind, &d->ns, &d->type, &d->lifecycle, &d->owner, &d->system, &d->repository, &d->connection })
        column->compact(d->shared->strings.count());
    d->seenAt.compact();
    d->changedAt.compact();
}

void SnapshotBuilder::Work::settle()
{
    // The large columns were reserved, and what of that was never written costs no memory: nothing to copy.
    d->shared->strings.settle();
    if (d->edges.size() < d->edges.capacity() / 4 * 3)
        d->edges.shrink_to_fit(); // A portal serves both directions, and half of it was doubles.
}

/// What a snapshot of about `entities` rests on best; null where it had better stand by itself.
std::shared_ptr<const SharedTexts> SnapshotBuilder::Work::baseFor(Row entities) const
{
    if (!previous || previous->size() < worthSharing || entities < previous->size() / 2)
        return {};
    const std::shared_ptr<const SharedTexts> last = previous->d->shared;
    if (last->isWasteful())
        return {};
    // A small upper storey is made again, so that they stay few.
    if (last->base && last->strings.count() - last->strings.from() <= last->strings.from() / 2)
        return last->base;
    return last->storey < mostStoreys ? last : nullptr;
}

void SnapshotBuilder::Work::countUsed()
{
    std::vector<bool> isUsed(d->shared->strings.count());
    for (const IdColumn *column : { &d->kind, &d->ns, &d->type, &d->lifecycle, &d->owner, &d->system, &d->repository, &d->connection }) {
        for (Row row = 0; row < d->size(); ++row)
            isUsed[column->at(row)] = true;
    }
    for (const StringId ref : d->ref)
        isUsed[ref] = true;
    for (const StringId tag : d->tags)
        isUsed[tag] = true;
    for (const KeptEdge &edge : d->edges)
        isUsed[d->targetOf(edge)] = true;
    d->shared->usedStrings = quint32(std::ranges::count(isUsed, true));
    d->shared->usedBytes = std::accumulate(d->descriptionSizes.begin(), d->descriptionSizes.end(), quint32(0));
}

SnapshotBuilder::SnapshotBuilder(Row entities, SnapshotPtr previous)
    : m(std::make_unique<Work>())
{
    m->d = m->snapshot->d.get();
    m->previous = std::move(previous);
    m->d->shared = std::make_shared<SharedTexts>(m->baseFor(entities));
    m->reserve(entities);
    for (quint32 code = 1; code < ownTypes; ++code)
        m->typeOfCode[code] = m->d->shared->strings.intern(relationTypeOf(code));
}

SnapshotBuilder::~SnapshotBuilder() = default;

void SnapshotBuilder::Work::reserve(Row entities)
{
    for (IdColumn *column : { &d->kind, &d->ns, &d->type, &d->lifecycle, &d->owner, &d->system, &d->repository, &d->connection })
        column->reserve(entities);
    for (auto *column : { &d->ref, &d->tagEnds, &d->descriptionBegins })
        column->reserve(entities);
    d->descriptionSizes.reserve(entities);
    d->textEnds.reserve(size_t(entities) * 2);
    d->flags.reserve(entities);
    d->seenAt.reserve(entities);
    d->changedAt.reserve(entities);
    d->rowOfString.reserve(d->shared->strings.from() + entities + entities / 8);
    d->tags.reserve(size_t(entities) * 2);
    listed.reserve(size_t(entities) * 4);
    // Far more than most need: what is never written takes no memory, but to move what was written takes it twice.
    const Row fresh = d->shared->base ? entities - std::min(entities, previous->size()) : entities;
    d->texts.reserve(size_t(entities) * 64);
    d->shared->strings.reserve(fresh + fresh / 8, size_t(fresh) * 160);
    d->shared->descriptions.reserve(size_t(fresh) * 170);
}

void SnapshotBuilder::add(const NarrowEntity &entity)
{
    const QByteArray packed = pack(entity);
    const PackedRow row { packed, intern(entity.connection), entity.flags, entity.seenAt, entity.changedAt };
    addPacked({ &row, 1 });
}

bool SnapshotBuilder::addPacked(std::span<const PackedRow> rows)
{
    bool whole = true;
    for (const PackedRow &row : rows)
        whole &= m->decode(row);
    m->append();
    return whole;
}

StringId SnapshotBuilder::intern(QStringView text)
{
    const QByteArray utf8 = text.toUtf8();
    return m->d->shared->strings.intern({ utf8.data(), size_t(utf8.size()) });
}

SnapshotPtr SnapshotBuilder::finish(quint64 revision)
{
    m->compactColumns();
    m->relate();
    m->settle();
    m->d->revision = revision;
    m->countUsed();
    return std::move(m->snapshot);
}

} // namespace callboard::mirror
