// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/dockeeping.h"

#include "models/search/mine.h"
#include "models/sync/docwatch.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTimeZone>

#include <algorithm>

namespace callboard::sync {

using namespace Qt::StringLiterals;

namespace {

const QString keepKey = u"docs.keep"_s;
const QString budgetKey = u"docs.budget"_s;
const QString usedKey = u"docs.used"_s;
// As the window and the command line keep them: models/items/userstate.cpp.
const QString meKey = u"me"_s;
const QString starredKey = u"starred"_s;
const QString recentKey = u"recent"_s;
// A person's own groups may own half a company; all of its documentation is not theirs to read.
constexpr size_t mostOwn = 500;
constexpr qsizetype mostUses = 2000;

void insertMine(const mirror::Snapshot &snapshot, const QString &me, QSet<QString> &kept)
{
    const mirror::Row person = snapshot.find(me);
    if (me.isEmpty() || person == mirror::noRow)
        return;
    const std::vector<bool> mine = search::mineOf(snapshot, person);
    size_t count = 0;
    for (size_t row = 0; row < mine.size() && count < mostOwn; ++row) {
        if (!mine[row])
            continue;
        kept.insert(snapshot.ref(mirror::Row(row)).toString().toLower());
        ++count;
    }
}

} // namespace

DocKeeping::DocKeeping(mirror::Mirror &mirror)
    : m_mirror(mirror)
{
}

QSet<QString> DocKeeping::kept(const mirror::Mirror &mirror)
{
    QSet<QString> kept = DocWatch::sites(mirror); // What is not fetched does not change.
    insertMine(*mirror.snapshot(), mirror.value(meKey).toString(), kept);
    for (const QString &key : { starredKey, keepKey }) {
        for (const QJsonValue &ref : mirror.value(key).toArray())
            kept.insert(ref.toString());
    }
    for (const QJsonValue &visit : mirror.value(recentKey).toArray())
        kept.insert(visit.toObject()["ref"_L1].toString());
    return kept;
}

QStringList DocKeeping::chosen() const
{
    QStringList refs;
    for (const QJsonValue &ref : m_mirror.value(keepKey).toArray())
        refs.append(ref.toString());
    return refs;
}

domain::Result<void> DocKeeping::choose(const QString &site, bool keep)
{
    QStringList refs = chosen();
    refs.removeAll(site);
    if (keep)
        refs.append(site);
    return m_mirror.setValue(keepKey, QJsonArray::fromStringList(refs));
}

qint64 DocKeeping::budget() const
{
    const QJsonValue value = m_mirror.value(budgetKey);
    return value.isDouble() ? std::max<qint64>(0, value.toInteger()) : usualBudget;
}

domain::Result<void> DocKeeping::setBudget(qint64 bytes)
{
    return m_mirror.setValue(budgetKey, std::max<qint64>(0, bytes));
}

void DocKeeping::noteUse(const QString &site)
{
    QJsonObject used = m_mirror.value(usedKey).toObject();
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    // A reader turns page after page: the order of sites is what counts.
    constexpr qint64 rest = 60'000;
    if (now - used[site].toInteger() < rest)
        return;
    used.insert(site, now);
    while (used.size() > mostUses) {
        auto oldest = used.begin();
        for (auto use = used.begin(); use != used.end(); ++use) {
            if (use.value().toInteger() < oldest.value().toInteger())
                oldest = use;
        }
        used.erase(oldest);
    }
    std::ignore = m_mirror.setValue(usedKey, used);
}

QDateTime DocKeeping::lastUse(const QString &site) const
{
    const qint64 at = m_mirror.value(usedKey).toObject()[site].toInteger();
    return at > 0 ? QDateTime::fromMSecsSinceEpoch(at, QTimeZone::UTC) : QDateTime();
}

QStringList DocKeeping::makeRoom(const QSet<QString> &connectionIds) const
{
    const qint64 most = budget();
    auto holdings = m_mirror.docHoldings();
    if (most == 0 || !holdings)
        return {};
    std::erase_if(*holdings, [&](const mirror::DocHolding &holding) { return !connectionIds.contains(holding.connectionId) || holding.bytes == 0; });
    qint64 total = 0;
    for (const auto &holding : *holdings)
        total += holding.bytes;
    if (total <= most)
        return {};
    const QSet<QString> stays = kept();
    std::erase_if(*holdings, [&](const mirror::DocHolding &holding) { return stays.contains(holding.site); });
    const QJsonObject used = m_mirror.value(usedKey).toObject();
    std::ranges::sort(*holdings, {}, [&](const mirror::DocHolding &holding) { return used[holding.site].toInteger(); });
    QStringList evicted;
    for (const auto &holding : *holdings) {
        if (total <= most)
            break;
        if (!m_mirror.evictDocs(holding.site, holding.connectionId))
            continue;
        total -= holding.bytes;
        evicted.append(holding.site);
    }
    return evicted;
}

} // namespace callboard::sync
