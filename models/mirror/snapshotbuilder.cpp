// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mirror/narrow.h"
#include "models/mirror/snapshotdata.h"

#include <algorithm>

namespace callboard::mirror {

namespace {

constexpr quint32 ownTypes = 15; ///< Packed relation codes of Backstage's own types, and 0.

bool endsWithName(std::string_view ref, std::string_view name)
{
    const size_t slash = ref.find('/');
    return slash != std::string_view::npos && ref.substr(slash + 1) == name;
}

} // namespace

void TimeColumn::compact()
{
    // Appending only looks at the last value, so entities of several pulls leave repeated ones behind.
    std::vector<qint64> distinct = m_times;
    std::ranges::sort(distinct);
    distinct.erase(std::ranges::unique(distinct).begin(), distinct.end());
    std::vector<quint32> ids(m_times.size());
    for (size_t i = 0; i < m_times.size(); ++i)
        ids[i] = quint32(std::ranges::lower_bound(distinct, m_times[i]) - distinct.begin());
    for (quint32 &id : m_ids)
        id = ids[id];
    distinct.shrink_to_fit();
    m_times = std::move(distinct);
    m_ids.shrink_to_fit();
}

struct SnapshotBuilder::Work {
    /// An edge as its source has it, before targets are known to be there.
    struct Listed {
        Row from;
        StringId type;
        StringId target;
    };

    std::shared_ptr<Snapshot> snapshot = std::make_shared<Snapshot>();
    Snapshot::Data *d = nullptr;
    std::vector<Listed> listed;
    std::vector<StringId> typeOfCode = std::vector<StringId>(ownTypes);
    bool sorted = true;

    bool add(PackedReader &in, StringId connection, quint16 flags, qint64 seenAt, qint64 changedAt);
    void addTags(PackedReader &in);
    void addRelations(PackedReader &in);
    StringId relationType(PackedReader &in);
    void setRow(StringId ref, Row row);

    std::vector<quint32> orderOfRefs() const;
    std::vector<StringId> inverses();
    void relate();
    void compact();
};

bool SnapshotBuilder::Work::add(
    PackedReader &in, StringId connection, quint16 flags, qint64 seenAt, qint64 changedAt)
{
    const std::string_view refText = in.text();
    if (!in.ok() || refText.empty())
        return false;
    const StringId ref = d->strings.intern(refText);
    if (ref < d->rowOfString.size() && d->rowOfString[ref] != noRow)
        return true; // The first of two stays.
    const Row row = d->size();
    sorted = sorted && (row == 0 || d->strings.at(d->ref.back()) < d->strings.at(ref));
    setRow(ref, row);
    d->ref.push_back(ref);
    d->kind.push_back(d->strings.intern(in.text()));
    d->ns.push_back(d->strings.intern(in.text()));
    const std::string_view name = in.text();
    if (!endsWithName(refText, name))
        d->texts.append(name);
    d->textEnds.push_back(d->texts.end());
    d->texts.append(in.text()); // Title.
    d->textEnds.push_back(d->texts.end());
    d->type.push_back(d->strings.intern(in.text()));
    d->lifecycle.push_back(d->strings.intern(in.text()));
    d->texts.append(in.text()); // Description.
    d->textEnds.push_back(d->texts.end());
    d->repository.push_back(d->strings.intern(in.text()));
    d->connection.push_back(connection);
    d->owner.push_back(0);
    d->system.push_back(0);
    d->flags.push_back(flags);
    d->seenAt.append(seenAt);
    d->changedAt.append(changedAt);
    addTags(in);
    addRelations(in);
    return in.ok();
}

void SnapshotBuilder::Work::addTags(PackedReader &in)
{
    for (quint32 n = in.number(); n > 0 && in.ok(); --n)
        d->tags.push_back(d->strings.intern(in.text()));
    d->tagEnds.push_back(quint32(d->tags.size()));
}

void SnapshotBuilder::Work::addRelations(PackedReader &in)
{
    const Row row = d->size() - 1;
    for (quint32 n = in.number(); n > 0 && in.ok(); --n) {
        const StringId type = relationType(in);
        const std::string_view targetText = in.text();
        const StringId target = d->strings.intern(targetText);
        if (!in.ok() || target == 0)
            continue;
        if (d->owner[row] == 0 && type == typeOfCode[1])
            d->owner[row] = target;
        if (d->system[row] == 0 && type == typeOfCode[13] && targetText.starts_with("system:"))
            d->system[row] = target;
        listed.push_back({ row, type, target });
    }
}

StringId SnapshotBuilder::Work::relationType(PackedReader &in)
{
    const quint32 code = in.number();
    return code > 0 && code < ownTypes ? typeOfCode[code] : d->strings.intern(in.text());
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
    std::vector<quint32> order(d->strings.count());
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
    std::ranges::sort(others, {}, [this](StringId id) { return d->strings.at(id); });
    for (size_t i = 0; i < others.size(); ++i)
        order[others[i]] = quint32(d->size() + i);
    return order;
}

/// By relation type: the type that the target has back, 0 for none.
std::vector<StringId> SnapshotBuilder::Work::inverses()
{
    std::vector<StringId> inverse(d->strings.count());
    for (quint32 code = 1; code < ownTypes; ++code)
        inverse[typeOfCode[code]] = d->strings.intern(inverseOf(relationTypeOf(code)));
    return inverse;
}

/// Lays every edge at both its ends, sorted by type and target, each once.
void SnapshotBuilder::Work::relate()
{
    d->rowOfString.resize(d->strings.count(), noRow);
    const std::vector<StringId> inverse = inverses();
    const std::vector<quint32> order = orderOfRefs();
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

    std::vector<Snapshot::Edge> edges(begins[rows]);
    std::vector<quint32> next(begins.begin(), begins.end() - 1);
    for (const Listed &edge : listed) {
        const Row to = d->rowOfString[edge.target];
        edges[next[edge.from]++] = { edge.type, edge.target, to };
        if (to != noRow && inverse[edge.type] != 0)
            edges[next[to]++] = { inverse[edge.type], d->ref[edge.from], edge.from };
    }
    std::vector<Listed>().swap(listed);

    const auto before = [&](const Snapshot::Edge &a, const Snapshot::Edge &b) {
        if (a.type != b.type)
            return d->strings.at(a.type) < d->strings.at(b.type);
        return order[a.target] < order[b.target];
    };
    const auto same = [](const Snapshot::Edge &a, const Snapshot::Edge &b) {
        return a.type == b.type && a.target == b.target;
    };
    d->edgeEnds.resize(rows);
    auto out = edges.begin();
    for (Row row = 0; row < rows; ++row) {
        const auto first = edges.begin() + begins[row];
        const auto last = edges.begin() + begins[row + 1];
        std::sort(first, last, before);
        out = std::move(first, std::unique(first, last, same), out);
        d->edgeEnds[row] = quint32(out - edges.begin());
    }
    // Copied, not shrunk in place: a portal serves both directions, and half of it was doubles.
    d->edges.assign(edges.begin(), out);
}

void SnapshotBuilder::Work::compact()
{
    d->strings.compact();
    d->texts.compact();
    for (auto *column : { &d->kind, &d->ns, &d->type, &d->lifecycle, &d->owner, &d->system,
             &d->repository, &d->connection, &d->ref, &d->textEnds, &d->tags, &d->tagEnds,
             &d->rowOfString })
        column->shrink_to_fit();
    d->flags.shrink_to_fit();
    d->seenAt.compact();
    d->changedAt.compact();
}

SnapshotBuilder::SnapshotBuilder()
    : m(std::make_unique<Work>())
{
    m->d = m->snapshot->d.get();
    for (quint32 code = 1; code < ownTypes; ++code)
        m->typeOfCode[code] = m->d->strings.intern(relationTypeOf(code));
}

SnapshotBuilder::~SnapshotBuilder() = default;

void SnapshotBuilder::reserve(Row entities)
{
    Snapshot::Data &d = *m->d;
    for (auto *column : { &d.kind, &d.ns, &d.type, &d.lifecycle, &d.owner, &d.system,
             &d.repository, &d.connection, &d.ref, &d.tagEnds })
        column->reserve(entities);
    d.textEnds.reserve(size_t(entities) * 3);
    d.flags.reserve(entities);
    d.seenAt.reserve(entities);
    d.changedAt.reserve(entities);
    d.rowOfString.reserve(entities + entities / 8);
    d.tags.reserve(size_t(entities) * 2);
    m->listed.reserve(size_t(entities) * 4);
    // Refs are most of the strings; forty units each is what real catalogs come to.
    d.strings.reserve(entities + entities / 8, size_t(entities) * 40);
    d.texts.reserve(size_t(entities) * 80);
}

void SnapshotBuilder::add(const NarrowEntity &entity)
{
    addPacked(pack(entity), intern(entity.connection), entity.flags, entity.seenAt, entity.changedAt);
}

bool SnapshotBuilder::addPacked(
    QByteArrayView packed, StringId connection, quint16 flags, qint64 seenAt, qint64 changedAt)
{
    PackedReader in({ packed.data(), size_t(packed.size()) });
    return m->add(in, connection, flags, seenAt, changedAt);
}

StringId SnapshotBuilder::intern(QStringView text)
{
    const QByteArray utf8 = text.toUtf8();
    return m->d->strings.intern({ utf8.data(), size_t(utf8.size()) });
}

SnapshotPtr SnapshotBuilder::finish(quint64 revision, const QDateTime &asOf)
{
    m->relate();
    m->compact();
    m->d->revision = revision;
    m->d->asOf = asOf;
    return std::move(m->snapshot);
}

} // namespace callboard::mirror
