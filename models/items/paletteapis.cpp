// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/paletteapis.h"

#include "models/apis/definition.h"

namespace callboard::items {

using namespace Qt::StringLiterals;

namespace {

// A definition with more is one that nobody reads in a palette.
constexpr size_t mostOfOne = 20'000;

std::vector<search::PaletteEntry> entriesOf(const domain::Entity &entity, const QString &ref)
{
    std::vector<search::PaletteEntry> entries;
    const auto definition = apis::parseApi(entity.body["spec"_L1].toObject());
    if (!definition)
        return entries; // The API pane says what is wrong with it.
    for (const apis::ListedItem &item : apis::items(*definition)) {
        if (entries.size() == mostOfOne)
            break;
        entries.push_back({ item.title, item.subtitle, ref, item.id, QString(apis::name(item.kind)), item.words, item.deprecated });
    }
    return entries;
}

} // namespace

PaletteApis::PaletteApis(const mirror::Mirror &mirror, QObject *parent)
    : QObject(parent)
    , m_mirror(mirror)
    , m_entries(search::PaletteEntries::build({}))
{
    m_pool.setMaxThreadCount(1);
    m_pool.setExpiryTimeout(-1); // As in search::LiveDocSearch.
    connect(&mirror, &mirror::Mirror::snapshotChanged, this, [this] {
        m_stale = true;
        if (m_asked)
            read();
    });
}

PaletteApis::~PaletteApis()
{
    m_stop.request_stop();
    m_pool.waitForDone();
}

search::PaletteEntriesPtr PaletteApis::entries()
{
    m_asked = true;
    if (m_stale)
        read();
    return m_entries;
}

void PaletteApis::read()
{
    if (m_reading)
        return; // Begins again when it is done.
    m_reading = true;
    m_stale = false;
    m_pool.start([this, snapshot = m_mirror.snapshot(), last = m_library, stop = m_stop.get_token()] {
        Library library = readAll(m_mirror, *snapshot, last, stop);
        if (stop.stop_requested())
            return;
        const bool same = library == last;
        search::PaletteEntriesPtr entries;
        if (!same) {
            std::vector<search::PaletteEntry> all;
            for (const auto &[ref, known] : library)
                all.insert(all.end(), known->entries.begin(), known->entries.end());
            entries = search::PaletteEntries::build(std::move(all));
        }
        QMetaObject::invokeMethod(
            this,
            [this, library = std::move(library), entries = std::move(entries)]() mutable {
                m_reading = false;
                m_library = std::move(library);
                if (entries) {
                    m_entries = std::move(entries);
                    Q_EMIT changed();
                }
                if (m_stale)
                    read();
            },
            Qt::QueuedConnection);
    });
}

PaletteApis::Library PaletteApis::readAll(
    const mirror::Mirror &mirror, const mirror::Snapshot &snapshot, const Library &last, const std::stop_token &stop)
{
    Library library;
    for (mirror::Row row = 0; row < snapshot.size() && !stop.stop_requested(); ++row) {
        if (snapshot.kind(row).compare(u"API", Qt::CaseInsensitive) != 0)
            continue;
        const QString ref = snapshot.ref(row).toString();
        const qint64 changedAt = snapshot.changedAt(row);
        if (const auto known = last.find(ref); known != last.end() && known->second->changedAt == changedAt) {
            library.insert(*known);
            continue;
        }
        const auto entity = mirror.entity(ref);
        if (entity)
            library.emplace(ref, std::make_shared<const Known>(changedAt, entriesOf(*entity, ref)));
    }
    return library;
}

} // namespace callboard::items
