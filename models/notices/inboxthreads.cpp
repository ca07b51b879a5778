// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notices/inbox.h"

#include <QCryptographicHash>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

/// What is one line of the inbox, and how it stands.
namespace callboard::notices {

using domain::Notice;

namespace {

/// The program's own notices name the story they belong to in their id: all before the last "|".
QString ownThread(const Entry &entry)
{
    return entry.connectionId.isEmpty() ? entry.notice.id.section(u'|', 0, -2) : QString();
}

/// What it is about, as far as others may tell of the same; empty where it does not say. What a host tells by itself is about a review.
/// Two hosts may have a project of one name.
QString subjectOf(const Notice &notice)
{
    if (notice.about.isEmpty())
        return {};
    const QString kind = notice.kind == "host"_L1 ? u"review"_s : notice.kind;
    return QStringList { kind, QUrl(notice.link).host(), notice.about }.join(u'|');
}

} // namespace

/// Changes with what a notice says, not with what was done with it.
QString Inbox::versionOf(const Notice &notice)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    for (const QString &part : { notice.title, notice.description, notice.link, notice.severity, QString::number(notice.createdAt.toMSecsSinceEpoch()) }) {
        hash.addData(part.toUtf8());
        hash.addData(QByteArrayView("\0", 1));
    }
    return QString::fromLatin1(hash.result().toHex().first(12));
}

bool Inbox::isLater(const Entry *one, const Entry *other)
{
    if (one->notice.createdAt != other->notice.createdAt)
        return one->notice.createdAt > other->notice.createdAt;
    return one->key() < other->key();
}

/// What tells of the same is one line: the steps of one story that the program tells, what several sources say of one build or
/// review, and what one source says twice.
std::vector<std::vector<const Entry *>> Inbox::threads() const
{
    std::vector<const Entry *> all;
    for (const Entry &entry : m_told)
        all.push_back(&entry);
    for (const Entry &entry : m_entries)
        all.push_back(&entry);
    std::ranges::sort(all, isLater);
    QHash<QString, QString> storyOf; // By what it is about.
    for (const Entry *entry : all) {
        const QString story = ownThread(*entry);
        if (const QString subject = story.isEmpty() ? QString() : subjectOf(entry->notice); !subject.isEmpty())
            storyOf.insert(subject, story);
    }
    const auto threadOf = [&](const Entry &entry) {
        const Notice &notice = entry.notice;
        if (const QString story = ownThread(entry); !story.isEmpty())
            return story;
        if (const QString subject = subjectOf(notice); !subject.isEmpty())
            return storyOf.value(subject, subject);
        // Words alone do not make two notices the same: a reminder may well come twice.
        return notice.link.isEmpty() ? entry.key() : QString(notice.link + u'|' + notice.title + u'|' + notice.entityRef);
    };
    std::vector<std::vector<const Entry *>> threads;
    QHash<QString, size_t> known;
    for (const Entry *entry : all) {
        const QString thread = threadOf(*entry);
        const auto at = known.constFind(thread);
        if (at != known.cend()) {
            threads[*at].push_back(entry);
            continue;
        }
        known.insert(thread, threads.size());
        threads.push_back({ entry });
    }
    return threads;
}

Inbox::State Inbox::stateOf(const Entry &entry) const
{
    const Mark mark = m_marks.value(entry.key());
    State state;
    const bool asksVersion = !mark.readOf.isEmpty() || !mark.doneAt.isEmpty() || !mark.snoozedAt.isEmpty();
    const QString version = asksVersion ? versionOf(entry.notice) : QString();
    const bool isOfMark = mark.read && (mark.readOf.isEmpty() || mark.readOf == version);
    state.read = isOfMark ? *mark.read : entry.notice.readAt.isValid();
    state.saved = mark.saved.value_or(entry.notice.savedAt.isValid());
    state.done = !mark.doneAt.isEmpty() && mark.doneAt == version;
    state.snoozed = (!mark.snoozedAt.isEmpty() && mark.snoozedAt == version) || (mark.until.isValid() && mark.until > m_now());
    if (mark.until.isValid() && mark.until > m_now())
        state.until = mark.until;
    return state;
}

bool Inbox::isFromMuted(const Entry &entry) const { return isMuted({ Mute::Of::Source, entry.connectionId }); }

Item Inbox::itemOf(const std::vector<const Entry *> &thread) const
{
    // A source that is muted has no say where others tell of the same.
    std::vector<const Entry *> heard;
    std::ranges::copy_if(thread, std::back_inserter(heard), [this](const Entry *entry) { return !isFromMuted(*entry); });
    const bool isUnheard = heard.empty();
    if (isUnheard)
        heard = thread;
    const Entry &latest = *heard.front();
    // What the program tells says what it means for the person, and rules are about that.
    const auto own = std::ranges::find(heard, QString(), &Entry::connectionId);
    const Entry &shown = own == heard.end() ? latest : **own;
    Item item;
    item.key = shown.key();
    item.connectionId = shown.connectionId;
    item.notice = shown.notice;
    item.notice.createdAt = latest.notice.createdAt;
    item.what = whatOf(shown.notice);
    item.level = levelOf(shown.notice.severity);
    item.isMuted = isUnheard || isMuted({ Mute::Of::What, nameOf(item.what) });
    const State state = stateOf(latest);
    item.isDone = state.done;
    item.isSnoozed = state.snoozed;
    item.snoozedUntil = state.until;
    item.isRead = true;
    bool isStarred = false;
    for (const Entry *entry : heard) {
        const QString ref = entry->notice.entityRef;
        item.isMuted = item.isMuted || (!ref.isEmpty() && isMuted({ Mute::Of::Entity, ref }));
        item.isRead = item.isRead && stateOf(*entry).read;
        item.isMine = item.isMine || entry->isMine;
        isStarred = isStarred || entry->isStarred;
    }
    for (const Entry *entry : thread) {
        item.keys.append(entry->key());
        item.isSaved = item.isSaved || stateOf(*entry).saved;
    }
    item.effects = m_rules.effectsFor({ item.what, item.level, item.isMine, isStarred });
    return item;
}

void Inbox::rebuild()
{
    m_byKey.clear();
    for (const Entry &entry : m_told)
        m_byKey.insert(entry.key(), &entry);
    for (const Entry &entry : m_entries)
        m_byKey.insert(entry.key(), &entry);
    m_items.clear();
    m_itemOf.clear();
    m_unread = 0;
    m_nextWake = {};
    for (const auto &thread : threads()) {
        Item item = itemOf(thread);
        for (const QString &key : std::as_const(item.keys))
            m_itemOf.insert(key, m_items.size());
        if (isIn(item, Folder::Inbox) && !item.isRead && item.effects.badge)
            ++m_unread;
        if (item.snoozedUntil.isValid() && (!m_nextWake.isValid() || item.snoozedUntil < m_nextWake))
            m_nextWake = item.snoozedUntil;
        m_items.push_back(std::move(item));
    }
}

/// Whether a rule wants it announced when it is new: of a line that several tell of, each by what it is.
bool Inbox::isToPopUp(const Item &item, const Entry &entry) const
{
    if (!isIn(item, Folder::Inbox) || isFromMuted(entry) || stateOf(entry).read)
        return false;
    if (entry.key() == item.key)
        return item.effects.popup;
    return m_rules.effectsFor({ whatOf(entry.notice), levelOf(entry.notice.severity), item.isMine, entry.isStarred }).popup;
}

} // namespace callboard::notices
