// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notices/inbox.h"

#include "models/domain/jsonfields.h"
#include "models/mirror/mirror.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

/// What was done with notices: kept, taken back, forgotten.
namespace callboard::notices {

namespace {

constexpr size_t mostUndo = 50;
const QString keptKey = u"notices.kept"_s;

QJsonArray mutesJson(const std::vector<Mute> &mutes)
{
    QJsonArray list;
    for (const Mute &mute : mutes)
        list.append(QJsonObject { { u"of"_s, int(mute.of) }, { u"what"_s, mute.what } });
    return list;
}

} // namespace

QJsonObject Inbox::Mark::toJson() const
{
    QJsonObject json { { u"touched"_s, touched } };
    if (read)
        json.insert(u"read"_s, *read);
    if (!readOf.isEmpty())
        json.insert(u"readOf"_s, readOf);
    if (saved)
        json.insert(u"saved"_s, *saved);
    if (!doneAt.isEmpty())
        json.insert(u"done"_s, doneAt);
    if (!snoozedAt.isEmpty())
        json.insert(u"snoozed"_s, snoozedAt);
    if (until.isValid())
        json.insert(u"until"_s, domain::timeToJson(until));
    return json;
}

Inbox::Mark Inbox::Mark::fromJson(const QJsonObject &json)
{
    Mark mark;
    if (json["read"_L1].isBool())
        mark.read = json["read"_L1].toBool();
    mark.readOf = json["readOf"_L1].toString();
    if (json["saved"_L1].isBool())
        mark.saved = json["saved"_L1].toBool();
    mark.doneAt = json["done"_L1].toString();
    mark.snoozedAt = json["snoozed"_L1].toString();
    mark.until = domain::timeFromJson(json["until"_L1]);
    mark.touched = json["touched"_L1].toInteger();
    return mark;
}

void Inbox::Mark::setRead(bool isRead, const domain::Notice &notice)
{
    read = notice.readAt.isValid() == isRead ? std::nullopt : std::optional(isRead);
    readOf = read && isRead ? versionOf(notice) : QString();
}

QJsonValue Inbox::marksJson() const
{
    QJsonObject marks;
    for (auto it = m_marks.cbegin(); it != m_marks.cend(); ++it)
        marks.insert(it.key(), it->toJson());
    return marks;
}

/// All entries of the items that these name.
QStringList Inbox::keysOf(const QStringList &keys) const
{
    QStringList all;
    for (const QString &key : keys) {
        if (const Item *item = find(key))
            all += item->keys;
    }
    all.removeDuplicates();
    return all;
}

void Inbox::begin(const QString &text, const QStringList &keys)
{
    Step step { text, {}, standing(keys), {}, false };
    for (const QString &key : keys)
        step.marks.insert(key, m_marks.value(key));
    m_undo.push_back(std::move(step));
    if (m_undo.size() > mostUndo)
        m_undo.erase(m_undo.begin());
}

void Inbox::setRead(const QStringList &keys, bool read)
{
    const QStringList all = keysOf(keys);
    if (all.isEmpty())
        return;
    begin(read ? tr("Mark %n as read", nullptr, int(keys.size())) : tr("Mark %n as unread", nullptr, int(keys.size())), all);
    change(all, [read](Mark &mark, const Entry &entry) { mark.setRead(read, entry.notice); });
}

void Inbox::setSaved(const QStringList &keys, bool saved)
{
    const QStringList all = keysOf(keys);
    if (all.isEmpty())
        return;
    begin(saved ? tr("Save %n", nullptr, int(keys.size())) : tr("No longer save %n", nullptr, int(keys.size())), all);
    change(all, [saved](Mark &mark, const Entry &entry) {
        mark.saved = entry.notice.savedAt.isValid() == saved ? std::nullopt : std::optional(saved);
    });
    if (saved)
        tellActed(u"save"_s, keys);
}

void Inbox::snooze(const QStringList &keys, const QDateTime &until)
{
    const QStringList all = keysOf(keys);
    if (all.isEmpty() || !until.isValid())
        return;
    begin(tr("Put %n aside for later", nullptr, int(keys.size())), all);
    change(all, [until](Mark &mark, const Entry &) {
        mark.until = until;
        mark.snoozedAt.clear();
        mark.doneAt.clear();
    });
    noteFresh(); // From now on it is one that sleeps, and is announced when it wakes.
    store();
    tellActed(u"later"_s, keys);
}

void Inbox::wake(const QStringList &keys)
{
    const QStringList all = keysOf(keys);
    if (all.isEmpty())
        return;
    begin(tr("Bring %n back", nullptr, int(keys.size())), all);
    change(all, [](Mark &mark, const Entry &) {
        mark.until = {};
        mark.snoozedAt.clear();
    });
    noteQuietly(all);
}

/// Who brings something back knows of it.
void Inbox::noteQuietly(const QStringList &keys)
{
    noteFresh();
    std::erase_if(m_fresh, [&](const QString &key) { return keys.contains(key); });
    m_announcedChanged = m_untold.removeIf([&](const QString &key) { return keys.contains(key); }) > 0 || m_announcedChanged;
    store();
}

bool Inbox::isMuted(const Mute &mute) const { return std::ranges::contains(m_mutes, mute); }

void Inbox::setMuted(const Mute &mute, bool muted, const QString &name)
{
    if (isMuted(mute) == muted || mute.what.isEmpty())
        return;
    m_undo.push_back({ muted ? tr("Mute %1").arg(name) : tr("No longer mute %1").arg(name), {}, {}, m_mutes, true });
    if (muted)
        m_mutes.push_back(mute);
    else
        std::erase(m_mutes, mute);
    rebuild();
    store({ { u"notices.mutes"_s, mutesJson(m_mutes) } });
    Q_EMIT changed();
    Q_EMIT undoChanged();
    if (muted)
        Q_EMIT actedOn(u"mute"_s, mute.of == Mute::Of::Entity ? mute.what : QString());
}

void Inbox::tellActed(const QString &how, const QStringList &keys)
{
    for (const QString &key : keys) {
        if (const Item *item = find(key))
            Q_EMIT actedOn(how, item->notice.entityRef);
    }
}

QString Inbox::undoText() const { return m_undo.empty() ? QString() : m_undo.back().text; }

void Inbox::undo()
{
    if (m_undo.empty())
        return;
    const Step step = std::move(m_undo.back());
    m_undo.pop_back();
    if (step.ofMutes) {
        m_mutes = step.mutes;
        rebuild();
        store({ { u"notices.mutes"_s, mutesJson(m_mutes) } });
        Q_EMIT changed();
        Q_EMIT undoChanged();
        return;
    }
    // The source may have taken over meanwhile what was done: so not the mark, but how it stood is brought back.
    change(step.marks.keys(), [&step](Mark &mark, const Entry &entry) {
        const Mark before = step.marks.value(entry.key());
        const auto [read, saved] = step.standing.value(entry.key());
        mark.doneAt = before.doneAt;
        mark.snoozedAt = before.snoozedAt;
        mark.until = before.until;
        mark.setRead(read, entry.notice);
        mark.saved = entry.notice.savedAt.isValid() == saved ? std::nullopt : std::optional(saved);
    });
    noteQuietly(step.marks.keys());
}

bool Inbox::isPutAside(const Entry &entry) const
{
    const State state = stateOf(entry);
    return state.saved || state.snoozed;
}

bool Inbox::canTakeBack(const QString &key) const
{
    return std::ranges::any_of(m_undo, [&](const Step &step) { return step.marks.contains(key); });
}

/// Saved where the source does not know of it: it would be lost with the notice.
bool Inbox::isSavedHere(const Entry &entry) const { return m_marks.value(entry.key()).saved.value_or(false); }

void Inbox::keepWhatIsGone(std::vector<Entry> &entries)
{
    QSet<QString> there;
    for (const Entry &entry : entries)
        there.insert(entry.key());
    const bool hadSome = !m_kept.empty();
    std::vector<Entry> kept;
    for (const Entry &entry : m_entries) { // Those that were kept before are among them.
        if (!there.contains(entry.key()) && (isSavedHere(entry) || canTakeBack(entry.key())))
            kept.push_back(entry);
    }
    m_kept = std::move(kept);
    entries.insert(entries.end(), m_kept.begin(), m_kept.end());
    if (QJsonValue now = keptJson(); (hadSome || !m_kept.empty()) && m_mirror && m_mirror->value(keptKey) != now)
        store({ { keptKey, now } });
}

/// What can only be taken back goes with this run of the program.
QJsonValue Inbox::keptJson() const
{
    std::vector<Entry> saved;
    std::ranges::copy_if(m_kept, std::back_inserter(saved), [this](const Entry &entry) { return isSavedHere(entry); });
    return entriesJson(saved);
}

void Inbox::forget(const QStringList &connectionIds, Source source)
{
    // A notice's key begins with its connection; of the program's own it is the second part of the id: "|build|ci-1|…".
    const auto isOf = [&](const QString &key) {
        return connectionIds.contains(key.section(u'|', 0, 0)) || (key.startsWith(u'|') && connectionIds.contains(key.section(u'|', 2, 2)));
    };
    const auto isEntryOf = [&](const Entry &entry) { return isOf(entry.key()); };
    for (std::vector<Entry> *entries : { &m_told, &m_entries, &m_kept })
        std::erase_if(*entries, isEntryOf);
    m_marks.removeIf([&](const auto &mark) { return isOf(mark.key()); });
    m_announced.removeIf([&](const auto &announced) { return isOf(announced.key()); });
    m_untold.removeIf(isOf);
    m_leftOver.removeIf(isOf);
    const auto isMuteOf = [&](const Mute &mute) {
        return source == Source::Gone && mute.of == Mute::Of::Source && connectionIds.contains(mute.what);
    };
    std::erase_if(m_mutes, isMuteOf);
    for (Step &step : m_undo) { // Else taking something back would bring it again.
        step.marks.removeIf([&](const auto &mark) { return isOf(mark.key()); });
        step.standing.removeIf([&](const auto &stood) { return isOf(stood.key()); });
        std::erase_if(step.mutes, isMuteOf);
    }
    std::erase_if(m_undo, [](const Step &step) { return !step.ofMutes && step.marks.isEmpty(); });
    m_knownConnections -= QSet<QString>(connectionIds.begin(), connectionIds.end());
    m_announcedChanged = true;
    rebuild();
    store({ { u"notices.told"_s, entriesJson(m_told) }, { keptKey, keptJson() }, { u"notices.marks"_s, marksJson() },
        { u"notices.mutes"_s, mutesJson(m_mutes) } });
    Q_EMIT changed();
    Q_EMIT undoChanged();
}

} // namespace callboard::notices
