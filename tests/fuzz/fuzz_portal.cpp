// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a Backstage backend answers. The first byte says which reader the rest goes to: a page of entities, of etags, an answer by refs,
// a saved state, notifications, a message of the signals socket, a token, the portal's page, what it tells of documentation, the events
// while that is built, and how the portal is used.
#include "plugins/backstage/address.h"
#include "plugins/backstage/catalogstate.h"
#include "plugins/backstage/docsanswers.h"
#include "plugins/backstage/entityjson.h"
#include "plugins/backstage/notificationsfeed.h"
#include "plugins/backstage/usagefeed.h"
#include "plugins/sdk/jwt.h"

#include <QJsonDocument>
#include <QSet>

#include <cstdint>
#include <cstdlib>

using namespace callboard;
using namespace callboard::backstage;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

void page(const QByteArray &text)
{
    const auto read = readEntityPage(text);
    if (!read)
        return;
    require(read->marks.size() == read->entities.size() && read->items >= qsizetype(read->entities.size()));
    for (const domain::Entity &entity : read->entities) {
        require(!entity.kind().isEmpty() && !entity.name().isEmpty());
        // What was read can be written and read again.
        const QByteArray written = "[" + QJsonDocument(entity.toJson()).toJson(QJsonDocument::Compact) + "]";
        const auto again = readEntityPage(written);
        require(again && again->entities.size() == 1 && again->entities[0].toJson() == entity.toJson());
    }
}

void etags(const QByteArray &text)
{
    const auto read = readEtagPage(text);
    if (!read || read->etags.empty())
        return;
    CatalogState state;
    for (size_t i = 0; i < read->etags.size(); ++i)
        state.entries.append(QByteArray::number(qlonglong(i + 100)), read->etags[i], QString::number(i));
    state.learnCursor(read->nextCursor, state.entries.uid(state.entries.size() - 1));
    (void)state.expectedEtag(0, 2);
    const auto again = CatalogState::load(state.save());
    require(again && again->entries == state.entries);
}

void state(const QByteArray &bytes)
{
    // Compressed as a saved one is, so that what is within is reached.
    if (const auto read = CatalogState::load(qCompress(bytes, 1)))
        require(CatalogState::load(read->save())->entries == read->entries);
}

void docs(const QByteArray &text)
{
    if (const auto read = readDocsMetadata(text))
        require(read->files.size() <= text.size());
    for (const QString &page : pagesInSearchIndex(text))
        require(!page.split(QLatin1Char('/')).contains(QLatin1StringView("..")));
    const DocsState state = DocsState::fromBytes(text);
    require(DocsState::fromBytes(state.toBytes()).sites.size() == state.sites.size());
}

/// As the answer to each question: bounded, and of each entity and moment once.
void usage(const QByteArray &text)
{
    for (const UsageAsk &ask : usageAsks(QDate(2026, 11, 28))) {
        const auto table = readUsage(ask, text);
        if (!table)
            continue;
        QSet<std::pair<QDate, QString>> known;
        for (const domain::UsageTable::Row &row : table->rows) {
            require(row.count >= 0 && row.fresh >= 0 && row.returning >= 0);
            known.insert({ row.date, row.subject });
        }
        require(size_t(known.size()) == table->rows.size());
        require(domain::UsageTable::fromRecord(table->toRecord()).rows.size() == table->rows.size());
    }
}

/// However a stream is cut, it says the same.
void events(const QByteArray &text)
{
    using Events = QList<std::pair<QByteArray, QByteArray>>;
    const auto read = [&text](qsizetype piece) {
        Events events;
        DocsEvents reader([&events](const QByteArray &event, const QByteArray &data) { events.append({ event, data }); });
        for (qsizetype at = 0; at < text.size(); at += piece)
            reader.feed(QByteArrayView(text).sliced(at, std::min(piece, text.size() - at)));
        return events;
    };
    const Events whole = read(std::max<qsizetype>(1, text.size()));
    require(read(1) == whole && read(7) == whole);
    for (const auto &[event, data] : whole)
        (void)withoutColours(data);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray text(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1));
    switch (data[0] % 16) { // "0" is the first.
    case 0:
        page(text);
        break;
    case 1:
        etags(text);
        break;
    case 2:
        (void)readEntitiesByRefs(text);
        break;
    case 3:
        state(text);
        break;
    case 4:
        if (const auto records = readNotices(text)) {
            for (const domain::Record &record : *records)
                require(!record.key.isEmpty());
        }
        break;
    case 5:
        (void)tellsOfNotifications(text);
        break;
    case 6:
        (void)sdk::readJwt(text);
        break;
    case 8:
        docs(text);
        break;
    case 9:
        events(text);
        break;
    case 10: // ":"
        usage(text);
        break;
    default:
        (void)backendNamedByPage(text);
        (void)Address::fromTyped(QString::fromUtf8(text));
    }
    return 0;
}
