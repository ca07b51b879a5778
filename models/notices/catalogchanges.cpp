// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notices/catalogchanges.h"

#include "models/apis/compare.h"
#include "models/domain/jsonfields.h"
#include "models/search/mine.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace callboard::notices {

using domain::Entity;
using mirror::ChangeKind;

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(callboard::notices::CatalogChanges)
};

constexpr qsizetype mostLookedAt = 5000;
/// Removals of one connection in one look that are each told.
constexpr size_t mostToldSingly = 10;
constexpr qsizetype mostNamed = 5;

QString shortName(const QString &ref) { return ref.section(u'/', -1); }

QStringList targetsOf(const Entity &entity, QLatin1StringView type)
{
    QStringList targets;
    for (const domain::Relation &relation : entity.relations) {
        if (relation.type == type)
            targets.append(relation.targetRef);
    }
    return targets;
}

QStringList targetsOf(const std::optional<Entity> &entity, QLatin1StringView type)
{
    return entity ? targetsOf(*entity, type) : QStringList();
}

bool isOrphan(const Entity &entity) { return entity.annotation(u"backstage.io/orphan"_s) == "true"_L1; }

Entry entryOf(const EntityStep &step, QLatin1StringView topic, const QString &entityRef, const QString &title, const QString &description,
    const QString &severity, const Concern &concern)
{
    domain::Notice notice;
    // Of a version: looked at twice it is the same notice.
    notice.id = u"%1|%2|%3|%4"_s.arg(topic, step.connectionId, entityRef).arg(step.version);
    if (entityRef != step.ref)
        notice.id = u"%1|%2|%3|%4|%5"_s.arg(topic, step.connectionId, entityRef, step.ref).arg(step.version);
    notice.kind = u"catalog"_s;
    notice.topic = topic;
    notice.title = title;
    notice.description = description;
    notice.severity = severity;
    notice.entityRef = entityRef;
    notice.about = step.ref;
    notice.createdAt = step.at;
    return { {}, notice, concern.isMine(entityRef), concern.isStarred(entityRef) };
}

void lookForDependants(const EntityStep &step, const Concern &concern, std::vector<Entry> &found)
{
    if (concern.isMine(step.ref))
        return; // Who depends on their own knows.
    for (const QLatin1StringView type : { "dependsOn"_L1, "consumesApi"_L1 }) {
        const QStringList before = targetsOf(step.before, type);
        for (const QString &target : targetsOf(step.after, type)) {
            if (before.contains(target) || !(concern.isMine(target) || concern.isStarred(target)))
                continue;
            const QString title = type == "dependsOn"_L1 ? Say::tr("%1 depends on %2 now") : Say::tr("%1 consumes %2 now");
            const QString owner = targetsOf(step.after, "ownedBy"_L1).value(0);
            found.push_back(entryOf(step, topic::dependant, target, title.arg(shortName(step.ref), shortName(target)),
                owner.isEmpty() ? QString() : Say::tr("It is owned by %1.").arg(shortName(owner)), u"normal"_s, concern));
        }
    }
}

QString namesOf(const QStringList &refs)
{
    QStringList names;
    for (const QString &ref : refs)
        names.append(shortName(ref));
    return names.isEmpty() ? Say::tr("nobody") : names.join(u", "_s);
}

void lookForOwner(const EntityStep &step, const Concern &concern, std::vector<Entry> &found)
{
    const QStringList before = targetsOf(step.before, "ownedBy"_L1);
    const QStringList after = targetsOf(step.after, "ownedBy"_L1);
    if (!step.before || before == after)
        return;
    // What was given away is theirs no more, and concerns them all the same.
    const bool wasTheirs = concern.isOwner(before);
    if (!wasTheirs && !concern.isMine(step.ref) && !concern.isStarred(step.ref))
        return;
    found.push_back(entryOf(step, topic::owner, step.ref, Say::tr("%1 belongs to %2 now").arg(shortName(step.ref), namesOf(after)),
        Say::tr("It belonged to %1.").arg(namesOf(before)), u"normal"_s, concern));
    found.back().isMine |= wasTheirs;
}

void lookForBreakage(const EntityStep &step, const Concern &concern, std::vector<Entry> &found)
{
    if (!step.before || step.after.kind() != "API"_L1 || step.before->spec()["definition"_L1] == step.after.spec()["definition"_L1])
        return;
    const auto before = apis::parseApi(step.before->spec());
    const auto after = apis::parseApi(step.after.spec());
    if (!before || !after)
        return;
    const apis::Comparison comparison = apis::compare(*before, *after);
    const qsizetype breaking = comparison.breaking();
    if (breaking == 0)
        return;
    QStringList names;
    for (const apis::ItemChange &change : comparison.changes) {
        if ((change.breaking || change.kind == apis::ItemChange::Kind::Removed) && names.size() < 3)
            names.append(change.name);
    }
    found.push_back(entryOf(step, topic::apiBroken, step.ref, Say::tr("%1 breaks who uses it, at %n place(s)", nullptr, int(breaking)).arg(shortName(step.ref)),
        names.join(u", "_s), u"high"_s, concern));
}

bool isDeprecated(const Entity &entity) { return entity.spec()["lifecycle"_L1].toString().compare("deprecated"_L1, Qt::CaseInsensitive) == 0; }

/// Who deprecates their own knows.
void lookForDeprecation(const EntityStep &step, const Concern &concern, std::vector<Entry> &found)
{
    if (!step.before || isDeprecated(*step.before) || !isDeprecated(step.after) || concern.isMine(step.ref))
        return;
    if (!concern.used.contains(step.ref) && !concern.isStarred(step.ref))
        return;
    const QString owner = targetsOf(step.after, "ownedBy"_L1).value(0);
    found.push_back(entryOf(step, topic::deprecated, step.ref, Say::tr("%1 is deprecated now").arg(shortName(step.ref)),
        owner.isEmpty() ? QString() : Say::tr("It is owned by %1.").arg(shortName(owner)), u"normal"_s, concern));
    found.back().isMine = concern.used.contains(step.ref);
}

/// All versions of an entity by id, with the one before each.
std::optional<EntityStep> stepOf(const mirror::Mirror &mirror, const mirror::EntityChange &change)
{
    auto after = mirror.versionBody(change.version);
    if (!after)
        return std::nullopt;
    EntityStep step { change.ref, change.version, change.at, change.connectionId, std::nullopt, *std::move(after) };
    const auto history = mirror.history(change.ref);
    if (!history)
        return std::nullopt;
    const auto version = std::ranges::find(*history, change.version, &mirror::Version::id);
    if (version != history->end() && version->before != 0) {
        if (auto before = mirror.versionBody(version->before))
            step.before = *std::move(before);
    }
    return step;
}

} // namespace

bool Concern::isMine(const QStringList &refs) const
{
    return std::ranges::any_of(refs, [this](const QString &ref) { return mine.contains(ref); });
}

bool Concern::isStarred(const QStringList &refs) const
{
    return std::ranges::any_of(refs, [this](const QString &ref) { return starred.contains(ref); });
}

bool Concern::isOwner(const QStringList &refs) const
{
    return std::ranges::any_of(refs, [this](const QString &ref) { return owners.contains(ref); });
}

Concern Concern::of(const mirror::Snapshot &snapshot, const QString &me, const QStringList &starred)
{
    Concern concern;
    concern.starred = QSet<QString>(starred.begin(), starred.end());
    const mirror::Row person = snapshot.find(me);
    if (me.isEmpty() || person == mirror::noRow)
        return concern;
    mirror::ChangesQuery asked;
    search::askForMine(asked, snapshot, person);
    for (const QStringList &owners : { asked.owners, asked.ownersAlone })
        concern.owners.unite(QSet<QString>(owners.begin(), owners.end()));
    const mirror::StringId consumes = snapshot.findString(u"consumesApi"), dependsOn = snapshot.findString(u"dependsOn");
    const std::vector<bool> mine = search::mineOf(snapshot, person);
    for (mirror::Row row = 0; row < snapshot.size(); ++row) {
        if (!mine[row])
            continue;
        concern.mine.insert(snapshot.ref(row).toString());
        for (const mirror::Snapshot::Edge &edge : snapshot.edges(row)) {
            if (edge.type != 0 && (edge.type == consumes || edge.type == dependsOn))
                concern.used.insert(snapshot.string(edge.target).toString());
        }
    }
    concern.used.subtract(concern.mine);
    return concern;
}

std::vector<Entry> noticesOf(const EntityStep &step, const Concern &concern)
{
    std::vector<Entry> found;
    lookForDependants(step, concern, found);
    const bool isTheirs = concern.isMine(step.ref) || concern.isStarred(step.ref);
    lookForOwner(step, concern, found);
    if (isTheirs || concern.used.contains(step.ref))
        lookForBreakage(step, concern, found);
    if (isTheirs && isOrphan(step.after) && step.before && !isOrphan(*step.before)) {
        found.push_back(entryOf(step, topic::orphan, step.ref, Say::tr("Nothing brings %1 any more").arg(shortName(step.ref)),
            Say::tr("Its descriptor is gone from where it was registered; the portal keeps it as an orphan."), u"normal"_s, concern));
    }
    lookForDeprecation(step, concern, found);
    return found;
}

std::vector<Entry> noticesOfRemoval(const EntityStep &step, const Concern &concern)
{
    const QStringList owners = targetsOf(step.after, "ownedBy"_L1);
    const bool wasTheirs = concern.isOwner(owners), isUsed = concern.used.contains(step.ref);
    if (!wasTheirs && !isUsed && !concern.isStarred(step.ref))
        return {};
    // What they use and lost is more urgent than what they may have taken away themselves.
    const bool isLoss = isUsed && !wasTheirs;
    Entry entry = entryOf(step, topic::gone, step.ref, Say::tr("%1 is no longer in the catalog").arg(shortName(step.ref)),
        isLoss ? Say::tr("Something of yours uses it. It belonged to %1.").arg(namesOf(owners)) : Say::tr("It belonged to %1.").arg(namesOf(owners)),
        isLoss ? u"high"_s : u"normal"_s, concern);
    entry.isMine = wasTheirs || isUsed;
    return { entry };
}

namespace {

/// One that another source still brings, or that came back meanwhile, is not gone. The snapshot may be older than the changes: the database
/// is asked.
domain::Result<std::vector<Entry>> noticesOfRemoval(const mirror::Mirror &mirror, const mirror::EntityChange &change, const Concern &concern)
{
    auto last = mirror.versionBody(change.version);
    if (!last)
        return {};
    std::vector<Entry> found = noticesOfRemoval({ change.ref, change.version, change.at, change.connectionId, std::nullopt, *std::move(last) }, concern);
    if (found.empty())
        return found;
    const auto there = mirror.entity(change.ref);
    if (!there && there.error().code != domain::ErrorCode::NotFound)
        return std::unexpected(there.error());
    return there ? std::vector<Entry>() : found;
}

/// A provider that is switched off takes all that it brought: that is one thing to know.
Entry foldedRemovals(const QString &connectionId, const std::vector<Entry> &each)
{
    Entry folded = each.back();
    QStringList refs;
    for (const Entry &one : each) {
        refs.append(one.notice.entityRef);
        folded.isMine |= one.isMine;
        folded.isStarred |= one.isStarred;
        if (one.notice.severity == "high"_L1)
            folded.notice.severity = one.notice.severity;
    }
    folded.notice.id = u"%1|%2||%3"_s.arg(topic::gone, connectionId, each.back().notice.id.section(u'|', -1));
    folded.notice.title = Say::tr("%n entities are no longer in the catalog", nullptr, int(each.size()));
    folded.notice.description = Say::tr("Among them: %1").arg(namesOf(refs.mid(0, mostNamed)));
    folded.notice.entityRef.clear();
    folded.notice.about.clear();
    return folded;
}

/// What was told to be gone: by canonical ref the id of its notice.
class Absent final {
public:
    explicit Absent(const QJsonValue &known)
        : m_notices(known.toObject())
    {
    }

    /// Ids of notices that no longer hold, as all that they tell of is there again, whichever source brings it.
    QStringList takeReturned(const mirror::Mirror &mirror)
    {
        const mirror::SnapshotPtr snapshot = mirror.snapshot();
        QStringList ids;
        const QStringList refs = m_notices.keys();
        for (const QString &ref : refs) {
            // What went a moment ago is in the snapshot still.
            if (snapshot->find(ref) != mirror::noRow && mirror.entity(ref))
                ids.append(m_notices.take(ref).toString());
        }
        ids.removeDuplicates();
        for (const QJsonValue still : std::as_const(m_notices))
            ids.removeAll(still.toString());
        return ids;
    }

    void tell(const QString &connectionId, const std::vector<Entry> &each, std::vector<Entry> &entries)
    {
        std::vector<Entry> told = each;
        if (each.size() > mostToldSingly)
            told = { foldedRemovals(connectionId, each) };
        for (size_t at = 0; at < each.size() && m_notices.size() < mostLookedAt; ++at)
            m_notices.insert(each[at].notice.entityRef, told[std::min(at, told.size() - 1)].notice.id);
        entries.insert(entries.end(), told.begin(), told.end());
    }

    QJsonObject toJson() const { return m_notices; }

private:
    QJsonObject m_notices;
};

} // namespace

Told catalogChanges(const QJsonValue &known, const mirror::Mirror &mirror, const Concern &concern, const QDateTime &now, std::stop_token stop)
{
    Told told;
    told.known = known;
    const QDateTime since = domain::timeFromJson(known["at"_L1]);
    qint64 last = known["version"_L1].toInteger();
    mirror::ChangesQuery asked;
    asked.since = since.isValid() ? since : now;
    asked.limit = mostLookedAt;
    const auto changes = mirror.changes(asked, stop);
    if (!changes || stop.stop_requested())
        return told;
    Absent absent(known["gone"_L1]);
    told.gone = absent.takeReturned(mirror);
    std::map<QString, std::vector<Entry>> removals; // By connection.
    QSet<QString> removed; // One that went twice, or from two connections, is gone once.
    QDateTime at = asked.since;
    // The latest first: what a look was cut short of is older than what it saw.
    for (auto change = changes->list.rbegin(); change != changes->list.rend(); ++change) {
        if (stop.stop_requested())
            return { {}, {}, known };
        at = std::max(at, change->at);
        if (!since.isValid() || change->version <= known["version"_L1].toInteger())
            continue;
        last = std::max(last, change->version);
        if (change->kind == ChangeKind::Removed && removed.contains(change->ref))
            continue;
        if (change->kind == ChangeKind::Removed) {
            auto found = noticesOfRemoval(mirror, *change, concern);
            if (!found)
                return { {}, {}, known }; // Looked at again with the next one.
            for (Entry &entry : *found) {
                removed.insert(change->ref);
                removals[change->connectionId].push_back(std::move(entry));
            }
            continue;
        }
        if (const auto step = stepOf(mirror, *change)) {
            for (Entry &entry : noticesOf(*step, concern))
                told.entries.push_back(std::move(entry));
        }
    }
    for (const auto &[connectionId, each] : removals)
        absent.tell(connectionId, each, told.entries);
    told.known = QJsonObject { { u"at"_s, domain::timeToJson(at) }, { u"version"_s, last }, { u"gone"_s, absent.toJson() } };
    return told;
}

} // namespace callboard::notices
