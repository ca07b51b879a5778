// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/notices/noticerules.h"

#include <QHash>
#include <QJsonObject>
#include <QObject>
#include <QSet>

#include <functional>
#include <map>
#include <optional>

namespace callboard::mirror {
class Mirror;
}

namespace callboard::notices {

/// Says what time it is, in UTC; tests bring their own.
using Now = std::function<QDateTime()>;

/// One notice as it was read, or as the program made it.
struct Entry {
    QString connectionId; ///< Empty: the program made it.
    domain::Notice notice;
    bool isMine = false;    ///< It is about an entity of the person's, or is meant for them.
    bool isStarred = false; ///< It is about a starred entity.
    bool stoodBefore = false; ///< A first sync found it so: it is no news.

    QString key() const { return connectionId + u'|' + notice.id; }
    bool operator==(const Entry &) const = default;
};

/// One line of the inbox: a notice, with others that tell of the same.
struct Item {
    QString key;      ///< Of the one that is shown: stable while nothing new comes.
    QStringList keys; ///< Of all of them, the latest first.
    QString connectionId;
    domain::Notice notice; ///< The latest that the program tells, else the latest; its time is that of the latest of all.
    What what = What::Portal;
    Level level = Level::Normal;
    bool isMine = false;
    bool isRead = false, isSaved = false, isDone = false, isMuted = false;
    QDateTime snoozedUntil; ///< UTC; invalid: not, or until it changes.
    bool isSnoozed = false;
    Effects effects; ///< As the rules have it.

    int times() const { return int(keys.size()); }
    bool operator==(const Item &) const = default;
};

/// What is never to be shown among the rest: all about an entity, from a source, or of a kind.
struct Mute {
    enum class Of { Entity, Source, What };
    Of of = Of::Entity;
    QString what; ///< Canonical ref, connection id, or the name of a `What`.
    bool operator==(const Mute &) const = default;
};

enum class Folder { Inbox, Saved, Snoozed, Done, Muted };

/// What the person has to know, from all sources, as one list, and what they did with it. All of it works without a network:
/// what is done is done here at once and kept in the mirror's values; what a portal or host shall know as well is told by a
/// signal. For the thread that made it.
class Inbox final : public QObject {
    Q_OBJECT
public:
    static constexpr qsizetype mostTold = 400;   ///< Of the program's own notices; the oldest that nobody saved or put aside go.
    static constexpr qsizetype mostMarks = 5000; ///< Of what was done with notices that are gone, the oldest are forgotten.

    explicit Inbox(mirror::Mirror *mirror, Now now, QObject *parent = nullptr); ///< Null: kept in memory only.
    ~Inbox() override;

    /// Replaces what came from connections. What the first sync of one brings is there, but is not announced. `synced`: connections
    /// whose first sync is over, also where it brought no notice; what comes from them later is news. Without it: those of `entries`.
    /// What a source no longer tells of stays where the person saved it, or can still take back what they did with it: some tell only
    /// of what is not read.
    void setEntries(std::vector<Entry> entries, const std::optional<QStringList> &synced = {});
    enum class Source { Gone, Stays };
    /// Of connections that were removed: what they told, and what was told and done because of them. Of one that stays, but of which
    /// everything was erased: the same but for that it is muted.
    void forget(const QStringList &connectionIds, Source source = Source::Gone);
    /// What comes from this connection from now on is news.
    bool isKnown(const QString &connectionId) const { return m_knownConnections.contains(connectionId); }
    /// The program's own notices. `along` is written in the same transaction: what was told and that it was told cannot part. A
    /// notice whose id is there already is not told again. `gone`: ids that no longer hold, and are no longer shown.
    void tell(const std::vector<Entry> &told, const QStringList &gone, const QHash<QString, QJsonValue> &along);
    std::vector<Entry> told() const { return m_told; }

    const std::vector<Item> &items() const { return m_items; } ///< The latest first.
    const Item *find(const QString &key) const; ///< By any of its keys; null where there is none.
    bool isIn(const Item &item, Folder folder) const;
    int count(Folder folder) const;
    int unread() const { return m_unread; } ///< As the badge counts: in the inbox, not read, and a rule says so.

    // What a person does. Keys of items; any that is not there is passed over.
    void setRead(const QStringList &keys, bool read);
    void setSaved(const QStringList &keys, bool saved);
    void setDone(const QStringList &keys, bool done); ///< What is done is read. It comes back when it changes.
    void snooze(const QStringList &keys, const QDateTime &until);
    void snoozeUntilChange(const QStringList &keys);
    void wake(const QStringList &keys);
    /// `name`: of what is muted, for people: it is what can be taken back.
    void setMuted(const Mute &mute, bool muted, const QString &name);
    const std::vector<Mute> &mutes() const { return m_mutes; }
    bool isMuted(const Mute &mute) const;

    /// Takes the last of these back; one after another, in this run of the program.
    bool canUndo() const { return !m_undo.empty(); }
    QString undoText() const; ///< "Mark 3 as read"; empty where there is nothing to take back.
    void undo();

    const NoticeRules &rules() const { return m_rules; }
    void setRules(const NoticeRules &rules); ///< Kept.

    /// When the next of the snoozed ones comes back; invalid for none. Call `tick` then.
    QDateTime nextWake() const { return m_nextWake; }
    void tick();

    /// Items that came or changed since this was last asked and that a rule wants announced. Until `noteTold` they count as not told, also
    /// over the end of the program.
    std::vector<Item> takeFresh();
    /// Of those that were not told when the program ended, what is still to be told; once the first entries are there.
    std::vector<Item> takeLate();
    /// All that was taken was announced, or need not be any more.
    void noteTold();

Q_SIGNALS:
    void changed();
    void rulesChanged();
    void undoChanged();
    /// Something `takeFresh` or `takeLate` would give.
    void freshArrived();
    /// A person did something with a notice: "done", "save", "later" or "mute".
    void actedOn(const QString &how, const QString &entityRef);
    /// To be done where the notice came from: "markRead", "markUnread", "save", "unsave" or "done". As they stand now, that included.
    void wanted(const QString &connectionId, const QString &actionId, const std::vector<callboard::domain::Record> &notices);

private:
    /// What was done with one notice here. What was not chosen is as its source says.
    struct Mark {
        std::optional<bool> read, saved;
        QString readOf;    ///< The version that was read; a later one is not. Empty: any.
        QString doneAt;    ///< The version that is done.
        QString snoozedAt; ///< The version that sleeps until it changes.
        QDateTime until;   ///< It sleeps until then; UTC.
        qint64 touched = 0;

        bool isEmpty() const { return !read && !saved && doneAt.isEmpty() && snoozedAt.isEmpty() && !until.isValid(); }
        void setRead(bool isRead, const domain::Notice &notice);
        QJsonObject toJson() const;
        static Mark fromJson(const QJsonObject &json);
    };
    struct Step {
        QString text;
        QHash<QString, Mark> marks; ///< As they were.
        QHash<QString, std::pair<bool, bool>> standing; ///< Likewise: read, saved.
        std::vector<Mute> mutes;
        bool ofMutes = false;
    };
    /// How a notice stands, marks taken into account.
    struct State {
        bool read = false, saved = false, done = false, snoozed = false;
        QDateTime until;
    };

    void load();
    void rebuild();
    void noteFresh();
    void noteFresh(QSet<QString> connections);
    void noteQuietly(const QStringList &keys);
    void resumeTelling();
    void keepWhatIsGone(std::vector<Entry> &entries);
    bool isPutAside(const Entry &entry) const; ///< Saved or asleep.
    bool isSavedHere(const Entry &entry) const;
    bool canTakeBack(const QString &key) const;
    void tellActed(const QString &how, const QStringList &keys);
    void announceArrivals();
    std::vector<Item> stillNews(const std::vector<QString> &keys) const;
    std::vector<std::vector<const Entry *>> threads() const;
    Item itemOf(const std::vector<const Entry *> &thread) const;
    bool isFromMuted(const Entry &entry) const;
    bool isToPopUp(const Item &item, const Entry &entry) const;
    static QString versionOf(const domain::Notice &notice);
    static bool isLater(const Entry *one, const Entry *other);
    State stateOf(const Entry &entry) const;
    QStringList keysOf(const QStringList &keys) const;
    const Entry *entryOf(const QString &key) const;
    void begin(const QString &text, const QStringList &keys);
    void change(const QStringList &keys, const std::function<void(Mark &, const Entry &)> &how);
    domain::Record asItStands(const Entry &entry) const;
    void tellSources(const QHash<QString, std::pair<bool, bool>> &before);
    QHash<QString, std::pair<bool, bool>> standing(const QStringList &keys) const;
    void settleMarks();
    void pruneMarks();
    void store(QHash<QString, QJsonValue> values = {});
    QJsonValue marksJson() const;
    QJsonValue keptJson() const;
    static QJsonValue entriesJson(const std::vector<Entry> &entries);
    static std::vector<Entry> entriesFromJson(const QJsonValue &json);

    mirror::Mirror *m_mirror;
    Now m_now;
    NoticeRules m_rules;
    std::vector<Entry> m_entries, m_told;
    std::vector<Entry> m_kept; ///< Those of the entries that their source no longer tells of.
    std::vector<Item> m_items;
    QHash<QString, const Entry *> m_byKey;  ///< Into the two lists.
    QHash<QString, size_t> m_itemOf;        ///< By key of an entry.
    QHash<QString, Mark> m_marks;
    std::vector<Mute> m_mutes;
    std::vector<Step> m_undo;
    QHash<QString, QString> m_announced; ///< Key: the version that was announced, or need not be.
    QSet<QString> m_knownConnections;
    std::vector<QString> m_fresh, m_late; ///< Not taken yet.
    QStringList m_untold;   ///< Fresh or late, taken or not, and not told.
    QStringList m_leftOver; ///< The same of the last run, until the first entries are there.
    QDateTime m_nextWake;
    int m_unread = 0;
    bool m_announcedChanged = false;
    bool m_hasEntries = false; ///< What came from connections was read.
};

} // namespace callboard::notices
