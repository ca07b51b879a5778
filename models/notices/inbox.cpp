// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notices/inbox.h"

#include "models/mirror/mirror.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace callboard::notices {

using domain::Notice;

namespace {

const QString announcedKey = u"notices.announced"_s;
constexpr qsizetype mostUntold = 1000;
/// What is older when it first arrives is no news any more.
constexpr qint64 newsForSeconds = 24 * 60 * 60;

} // namespace

Inbox::Inbox(mirror::Mirror *mirror, Now now, QObject *parent)
    : QObject(parent)
    , m_mirror(mirror)
    , m_now(std::move(now))
{
    load();
    rebuild();
}

Inbox::~Inbox() = default;

void Inbox::setEntries(std::vector<Entry> entries, const std::optional<QStringList> &synced)
{
    QSet<QString> connections;
    for (const Entry &entry : entries)
        connections.insert(entry.connectionId);
    if (synced)
        connections = QSet<QString>(synced->begin(), synced->end());
    keepWhatIsGone(entries);
    std::ranges::sort(entries, {}, &Entry::key);
    if (m_hasEntries && entries == m_entries && !entries.empty() && m_knownConnections.contains(connections))
        return;
    m_entries = std::move(entries);
    m_hasEntries = true;
    rebuild();
    settleMarks();
    resumeTelling();
    noteFresh(std::move(connections));
    if (m_announcedChanged || m_entries.empty())
        store();
    Q_EMIT changed();
    announceArrivals();
}

void Inbox::tell(const std::vector<Entry> &told, const QStringList &gone, const QHash<QString, QJsonValue> &along)
{
    const auto removed = std::erase_if(m_told, [&](const Entry &entry) { return gone.contains(entry.notice.id); });
    qsizetype added = 0;
    for (const Entry &entry : told) {
        if (std::ranges::contains(m_told, entry.notice.id, [](const Entry &there) { return there.notice.id; }))
            continue;
        m_told.push_back(entry);
        m_told.back().stoodBefore = false;
        if (entry.stoodBefore)
            m_announced.insert(entry.key(), versionOf(entry.notice));
        ++added;
    }
    std::ranges::stable_sort(m_told, [](const Entry &one, const Entry &other) { return isLater(&one, &other); });
    for (qsizetype at = qsizetype(m_told.size()) - 1; at >= 0 && qsizetype(m_told.size()) > mostTold; --at) {
        if (!isPutAside(m_told[size_t(at)]))
            m_told.erase(m_told.begin() + at);
    }
    if (added == 0 && removed == 0) {
        if (!along.isEmpty() && m_mirror)
            std::ignore = m_mirror->setValues(along);
        return;
    }
    rebuild();
    noteFresh();
    QHash<QString, QJsonValue> values = along;
    values.insert(u"notices.told"_s, entriesJson(m_told));
    store(values);
    Q_EMIT changed();
    announceArrivals();
}

void Inbox::noteFresh() { noteFresh(m_knownConnections); }

/// Also while nothing is to be announced: what was there is known from then on. `connections` are known from now on.
void Inbox::noteFresh(QSet<QString> connections)
{
    const bool firstOfAll = m_knownConnections.isEmpty() && m_announced.isEmpty();
    connections.insert(QString());
    const QDateTime now = m_now();
    QHash<QString, QString> announced;
    if (!m_hasEntries)
        announced = m_announced; // Those of connections are there soon, and are not told anew then.
    QStringList toTell;
    for (const Item &item : m_items) {
        QStringList heard; // Sources whose last word was seen.
        for (const QString &key : item.keys) {
            const Entry &entry = *entryOf(key);
            const bool isLastWord = !heard.contains(entry.connectionId);
            heard.append(entry.connectionId);
            const QString version = versionOf(entry.notice);
            // What sleeps is announced when it comes back.
            const QString known = m_announced.value(key);
            announced.insert(key, item.isSnoozed ? u"-"_s : version);
            const bool isNew = known != version && !item.isSnoozed;
            const bool isNews = entry.notice.createdAt.secsTo(now) < newsForSeconds || known == "-"_L1;
            const bool mayTell = m_knownConnections.contains(entry.connectionId) && !firstOfAll;
            if (isNew && isNews && mayTell && isLastWord && isToPopUp(item, entry))
                toTell.append(key);
        }
    }
    for (const QString &key : std::as_const(toTell)) {
        m_fresh.push_back(key);
        if (!m_untold.contains(key) && m_untold.size() < mostUntold)
            m_untold.append(key);
    }
    if (announced != m_announced || !m_knownConnections.contains(connections)) {
        m_announced = std::move(announced);
        m_knownConnections += connections;
        m_announcedChanged = true;
    }
}

std::vector<Item> Inbox::stillNews(const std::vector<QString> &keys) const
{
    std::vector<Item> news;
    for (const QString &key : keys) {
        const Item *item = find(key);
        const bool known = item && std::ranges::contains(news, item->key, &Item::key);
        if (item && !known && isIn(*item, Folder::Inbox) && !item->isRead)
            news.push_back(*item);
    }
    return news;
}

std::vector<Item> Inbox::takeFresh() { return stillNews(std::exchange(m_fresh, {})); }

std::vector<Item> Inbox::takeLate()
{
    std::vector<Item> late = stillNews(std::exchange(m_late, {}));
    std::erase_if(late, [](const Item &item) { return !item.effects.popup; }); // By the rules of now.
    return late;
}

/// Only now it is known which of them are there still.
void Inbox::resumeTelling()
{
    for (const QString &key : std::exchange(m_leftOver, {})) {
        m_late.push_back(key);
        if (!m_untold.contains(key))
            m_untold.append(key);
    }
}

void Inbox::noteTold()
{
    const auto isTold = [this](const QString &key) { return !std::ranges::contains(m_fresh, key) && !std::ranges::contains(m_late, key); };
    if (m_untold.removeIf(isTold) == 0)
        return;
    m_announcedChanged = true;
    store();
}

void Inbox::announceArrivals()
{
    if (!m_fresh.empty() || !m_late.empty())
        Q_EMIT freshArrived();
}

const Entry *Inbox::entryOf(const QString &key) const { return m_byKey.value(key); }

const Item *Inbox::find(const QString &key) const
{
    const auto at = m_itemOf.constFind(key);
    return at == m_itemOf.cend() ? nullptr : &m_items[*at];
}

bool Inbox::isIn(const Item &item, Folder folder) const
{
    switch (folder) {
    case Folder::Muted: return item.isMuted;
    case Folder::Saved: return item.isSaved;
    case Folder::Done: return item.isDone && !item.isMuted;
    case Folder::Snoozed: return item.isSnoozed && !item.isDone && !item.isMuted;
    case Folder::Inbox: break;
    }
    return !item.isMuted && !item.isDone && !item.isSnoozed;
}

int Inbox::count(Folder folder) const
{
    return int(std::ranges::count_if(m_items, [&](const Item &item) { return isIn(item, folder); }));
}

void Inbox::tick()
{
    rebuild();
    noteFresh();
    if (m_announcedChanged)
        store();
    Q_EMIT changed();
    announceArrivals();
}

void Inbox::setRules(const NoticeRules &rules)
{
    if (rules == m_rules)
        return;
    m_rules = rules;
    if (m_mirror)
        std::ignore = m_mirror->setValue(u"notices.rules"_s, rules.toJson());
    rebuild();
    Q_EMIT rulesChanged();
    Q_EMIT changed();
}

// What is kept

void Inbox::load()
{
    if (!m_mirror)
        return;
    m_rules = NoticeRules::fromJson(m_mirror->value(u"notices.rules"_s));
    const QJsonObject marks = m_mirror->value(u"notices.marks"_s).toObject();
    for (auto mark = marks.begin(); mark != marks.end(); ++mark)
        m_marks.insert(mark.key(), Mark::fromJson(mark.value().toObject()));
    for (const QJsonValue &value : m_mirror->value(u"notices.mutes"_s).toArray())
        m_mutes.push_back({ Mute::Of(std::clamp(value["of"_L1].toInt(), 0, int(Mute::Of::What))), value["what"_L1].toString() });
    m_told = entriesFromJson(m_mirror->value(u"notices.told"_s));
    m_kept = entriesFromJson(m_mirror->value(u"notices.kept"_s));
    m_entries = m_kept;
    const QJsonValue announced = m_mirror->value(announcedKey);
    const QJsonObject versions = announced["versions"_L1].toObject();
    for (auto one = versions.begin(); one != versions.end(); ++one)
        m_announced.insert(one.key(), one.value().toString());
    for (const QJsonValue &connection : announced["connections"_L1].toArray())
        m_knownConnections.insert(connection.toString());
    for (const QJsonValue &key : announced["untold"_L1].toArray())
        m_leftOver.append(key.toString());
}

QJsonValue Inbox::entriesJson(const std::vector<Entry> &entries)
{
    QJsonArray list;
    for (const Entry &entry : entries) {
        list.append(QJsonObject { { u"connection"_s, entry.connectionId }, { u"id"_s, entry.notice.id }, { u"entity"_s, entry.notice.entityRef },
            { u"body"_s, entry.notice.toRecord().body }, { u"mine"_s, entry.isMine }, { u"starred"_s, entry.isStarred } });
    }
    return list;
}

std::vector<Entry> Inbox::entriesFromJson(const QJsonValue &json)
{
    std::vector<Entry> entries;
    for (const QJsonValue &value : json.toArray()) {
        const domain::Record record { QString(domain::recordtype::notice), value["id"_L1].toString(), value["entity"_L1].toString(), value["body"_L1].toObject() };
        entries.push_back({ value["connection"_L1].toString(), Notice::fromRecord(record), value["mine"_L1].toBool(), value["starred"_L1].toBool() });
    }
    return entries;
}

void Inbox::store(QHash<QString, QJsonValue> values)
{
    if (!m_mirror)
        return;
    if (std::exchange(m_announcedChanged, false)) {
        QJsonObject versions;
        for (auto one = m_announced.cbegin(); one != m_announced.cend(); ++one)
            versions.insert(one.key(), one.value());
        QStringList connections(m_knownConnections.begin(), m_knownConnections.end());
        connections.sort();
        values.insert(announcedKey, QJsonObject { { u"versions"_s, versions }, { u"connections"_s, QJsonArray::fromStringList(connections) },
                                        { u"untold"_s, QJsonArray::fromStringList(m_untold + m_leftOver) } });
    }
    if (values.isEmpty())
        return;
    if (const auto stored = m_mirror->setValues(values); !stored)
        qWarning("cannot keep the inbox: %s", qPrintable(stored.error().detail));
}

// What was done

QHash<QString, std::pair<bool, bool>> Inbox::standing(const QStringList &keys) const
{
    QHash<QString, std::pair<bool, bool>> standing;
    for (const QString &key : keys) {
        if (const Entry *entry = entryOf(key)) {
            const State state = stateOf(*entry);
            standing.insert(key, { state.read, state.saved });
        }
    }
    return standing;
}

/// With what was done here and the source does not know yet: some have one state for what is two here.
domain::Record Inbox::asItStands(const Entry &entry) const
{
    Notice notice = entry.notice;
    const State state = stateOf(entry);
    const auto set = [this](QDateTime &at, bool is) {
        if (is != at.isValid())
            at = is ? m_now() : QDateTime();
    };
    set(notice.readAt, state.read);
    set(notice.savedAt, state.saved);
    return notice.toRecord();
}

void Inbox::tellSources(const QHash<QString, std::pair<bool, bool>> &before)
{
    using Told = std::pair<QString, QString>; // Connection, action.
    std::map<Told, std::vector<domain::Record>> wanted;
    for (auto it = before.cbegin(); it != before.cend(); ++it) {
        const Entry *entry = entryOf(it.key());
        if (!entry || entry->connectionId.isEmpty())
            continue;
        const State now = stateOf(*entry);
        if (now.read != it->first)
            wanted[{ entry->connectionId, now.read ? u"markRead"_s : u"markUnread"_s }].push_back(asItStands(*entry));
        if (now.saved != it->second)
            wanted[{ entry->connectionId, now.saved ? u"save"_s : u"unsave"_s }].push_back(asItStands(*entry));
    }
    for (const auto &[told, records] : wanted)
        Q_EMIT this->wanted(told.first, told.second, records);
}

void Inbox::change(const QStringList &keys, const std::function<void(Mark &, const Entry &)> &how)
{
    const auto before = standing(keys);
    const qint64 now = m_now().toMSecsSinceEpoch();
    for (const QString &key : keys) {
        const Entry *entry = entryOf(key);
        if (!entry)
            continue;
        Mark &mark = m_marks[key];
        how(mark, *entry);
        mark.touched = now;
        if (mark.isEmpty())
            m_marks.remove(key);
    }
    pruneMarks();
    rebuild();
    QHash<QString, QJsonValue> values { { u"notices.marks"_s, marksJson() } };
    if (!m_kept.empty())
        values.insert(u"notices.kept"_s, keptJson());
    store(values);
    Q_EMIT changed();
    Q_EMIT undoChanged();
    tellSources(before);
}

/// What the source says as well by now need not be kept here: from then on the source counts.
void Inbox::settleMarks()
{
    bool settled = false;
    for (const Entry &entry : m_entries) {
        const auto found = m_marks.find(entry.key());
        if (found == m_marks.end())
            continue;
        if (found->read && *found->read == entry.notice.readAt.isValid()) {
            found->setRead(*found->read, entry.notice);
            settled = true;
        }
        if (found->saved && *found->saved == entry.notice.savedAt.isValid()) {
            found->saved.reset();
            settled = true;
        }
        if (found->isEmpty())
            m_marks.erase(found);
    }
    if (settled)
        store({ { u"notices.marks"_s, marksJson() } });
}

void Inbox::pruneMarks()
{
    if (m_marks.size() <= mostMarks || !m_hasEntries)
        return;
    std::vector<std::pair<qint64, QString>> gone;
    for (auto it = m_marks.cbegin(); it != m_marks.cend(); ++it) {
        if (!entryOf(it.key()))
            gone.emplace_back(it->touched, it.key());
    }
    std::ranges::sort(gone);
    for (const auto &[touched, key] : gone) {
        if (m_marks.size() <= mostMarks)
            break;
        m_marks.remove(key);
    }
}

void Inbox::setDone(const QStringList &keys, bool done)
{
    const QStringList all = keysOf(keys);
    if (all.isEmpty())
        return;
    begin(done ? tr("Mark %n as done", nullptr, int(keys.size())) : tr("Bring %n back", nullptr, int(keys.size())), all);
    change(all, [done](Mark &mark, const Entry &entry) {
        mark.doneAt = done ? versionOf(entry.notice) : QString();
        mark.snoozedAt.clear();
        mark.until = {};
        if (done)
            mark.setRead(true, entry.notice);
    });
    noteQuietly(all);
    if (!done)
        return;
    std::map<QString, std::vector<domain::Record>> byConnection;
    for (const QString &key : all) {
        if (const Entry *entry = entryOf(key); entry && !entry->connectionId.isEmpty())
            byConnection[entry->connectionId].push_back(asItStands(*entry));
    }
    for (const auto &[connection, records] : byConnection)
        Q_EMIT wanted(connection, u"done"_s, records);
    tellActed(u"done"_s, keys);
}

void Inbox::snoozeUntilChange(const QStringList &keys)
{
    const QStringList all = keysOf(keys);
    if (all.isEmpty())
        return;
    begin(tr("Put %n aside until it changes", nullptr, int(keys.size())), all);
    change(all, [](Mark &mark, const Entry &entry) {
        mark.snoozedAt = versionOf(entry.notice);
        mark.until = {};
        mark.doneAt.clear();
    });
    noteFresh(); // Likewise it is announced when it comes back.
    store();
    tellActed(u"later"_s, keys);
}

} // namespace callboard::notices
