// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/search/mine.h"
#include "ui/kit/outward.h"
#include "ui/panes/entity/pagecontent.h"

#include "ui/panes/entity/wording.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <set>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;
using domain::Entity;
using mirror::Row;
using mirror::Snapshot;

namespace {

    struct Say {
        Q_DECLARE_TR_FUNCTIONS(callboard::ui::panes::PageContent)
    };

    bool is(const QString &kind, QLatin1StringView other)
    {
        return kind.compare(other, Qt::CaseInsensitive) == 0;
    }

    QString firstTarget(const PageContent &content, QStringView type, QLatin1StringView kind = {})
    {
        const RelationGroup *group = content.group(type);
        if (!group)
            return {};
        for (const RelatedEntity &each : group->rows)
            if (kind.isEmpty() || is(each.kind, kind))
                return each.ref;
        return {};
    }

    void addRelations(PageContent &content, const Snapshot &snapshot, Row row)
    {
        std::map<QString, RelationGroup> byType;
        for (const Snapshot::Edge &edge : snapshot.edges(row)) {
            const QString type = snapshot.string(edge.type).toString();
            RelationGroup &group = byType[type];
            group.type = type;
            RelatedEntity related = edge.row == mirror::noRow
                ? relatedEntity(snapshot, snapshot.string(edge.target))
                : relatedEntity(snapshot, edge.row);
            related.verb = Wording::relationVerb(type);
            group.rows.push_back(std::move(related));
        }
        for (auto &[type, group] : byType) {
            group.title = Wording::relationTitle(type, content.kind);
            group.icon = Wording::relationIcon(type);
            content.relations.push_back(std::move(group));
        }
        std::ranges::stable_sort(content.relations, {}, [](const RelationGroup &group) {
            return Wording::relationOrder(group.type);
        });
    }

    void addEntityChip(PageContent &content, const Snapshot &snapshot, const QString &ref,
        const QString &icon)
    {
        if (ref.isEmpty())
            return;
        const RelatedEntity related = relatedEntity(snapshot, ref);
        content.chips.push_back({ related.name, icon, ref, {}, false, related.missing });
    }

    void addChips(PageContent &content, const Entity &entity, const Snapshot &snapshot)
    {
        const QJsonObject spec = entity.spec();
        for (const auto &[key, field] : { std::pair { u"type"_s, u"type"_s },
                 std::pair { u"lifecycle"_s, u"lifecycle"_s } }) {
            const QString value = spec.value(key).toString();
            if (!value.isEmpty())
                content.chips.push_back({ value, {}, {}, field + u':' + value, false, false });
        }
        const QString owner = firstTarget(content, u"ownedBy");
        addEntityChip(content, snapshot, owner, owner.startsWith("user:"_L1) ? u"user"_s : u"group"_s);
        addEntityChip(content, snapshot, firstTarget(content, u"partOf", "system"_L1), u"system"_s);
        QString domainRef = firstTarget(content, u"partOf", "domain"_L1);
        if (domainRef.isEmpty()) { // A component's domain is its system's.
            const Row system = snapshot.find(firstTarget(content, u"partOf", "system"_L1));
            if (system != mirror::noRow)
                for (const Snapshot::Edge &edge : snapshot.edges(system))
                    if (snapshot.string(edge.type) == u"partOf"
                        && snapshot.string(edge.target).startsWith(u"domain:"))
                        domainRef = snapshot.string(edge.target).toString();
        }
        addEntityChip(content, snapshot, domainRef, u"domain"_s);
        for (const QJsonValue tag : entity.metadata().value("tags"_L1).toArray())
            content.chips.push_back(
                { tag.toString(), {}, {}, u"tag:"_s + tag.toString(), true, false });
    }

    void addKeyValues(std::vector<FactRow> &into, const QJsonObject &object)
    {
        for (auto it = object.begin(); it != object.end(); ++it) {
            FactRow row;
            row.label = it.key();
            row.value = it.value().isString() ? it.value().toString() : it.value().toVariant().toString();
            row.url = openableUrl(row.value);
            row.mono = true;
            into.push_back(std::move(row));
        }
    }

    void addAboutText(PageContent &content, const QString &label, const QString &value, bool mono = false)
    {
        if (!value.isEmpty())
            content.about.push_back({ label, value, {}, {}, openableUrl(value), mono, false });
    }

    void addAboutRef(PageContent &content, const Snapshot &snapshot, const QString &label, const QString &ref)
    {
        if (ref.isEmpty())
            return;
        const RelatedEntity related = relatedEntity(snapshot, ref);
        content.about.push_back({ label, related.name, related.kind.toLower(), ref, {}, false, false });
    }

    void addAbout(PageContent &content, const Entity &entity, const Snapshot &snapshot)
    {
        const QJsonObject spec = entity.spec();
        const QJsonObject profile = spec.value("profile"_L1).toObject();
        addAboutText(content, Say::tr("Kind"), entity.kind());
        addAboutText(content, Say::tr("Type"), spec.value("type"_L1).toString());
        addAboutText(content, Say::tr("Lifecycle"), spec.value("lifecycle"_L1).toString());
        addAboutRef(content, snapshot, Say::tr("Owner"), firstTarget(content, u"ownedBy"));
        addAboutRef(content, snapshot, Say::tr("System"), firstTarget(content, u"partOf", "system"_L1));
        addAboutRef(content, snapshot, Say::tr("Domain"), firstTarget(content, u"partOf", "domain"_L1));
        addAboutRef(content, snapshot, Say::tr("Parent"), firstTarget(content, u"childOf"));
        addAboutText(content, Say::tr("Display name"), profile.value("displayName"_L1).toString());
        const QString email = profile.value("email"_L1).toString();
        if (!email.isEmpty())
            content.about.push_back({ Say::tr("E-mail"), email, u"external-link"_s, {},
                openableUrl(u"mailto:"_s + email), false, false });
        addAboutText(content, Say::tr("Target"), spec.value("target"_L1).toString(), true);
        for (const QJsonValue target : spec.value("targets"_L1).toArray())
            addAboutText(content, Say::tr("Target"), target.toString(), true);
        addAboutText(content, Say::tr("Namespace"), entity.ns());
        addAboutText(content, Say::tr("Name"), entity.name(), true);
        addAboutText(content, Say::tr("API version"), entity.body.value("apiVersion"_L1).toString(), true);
    }

    /// A link that follows from an annotation; not where a person already wrote the same.
    void addDerivedLink(PageContent &content, const QString &title, const QString &address, const QString &icon)
    {
        const QUrl url = openableUrl(address);
        if (!url.isEmpty() && !std::ranges::contains(content.links, url, &FactRow::url))
            content.links.push_back({ title, url.toString(), icon, {}, url, false, true });
    }

    void addLinks(PageContent &content, const Entity &entity)
    {
        for (const QJsonValue value : entity.metadata().value("links"_L1).toArray()) {
            const QJsonObject link = value.toObject();
            const QString address = link.value("url"_L1).toString();
            const QUrl url = openableUrl(address);
            QString title = link.value("title"_L1).toString();
            if (title.isEmpty())
                title = address;
            content.links.push_back(
                { title, address, Wording::linkIcon(link.value("icon"_L1).toString(), url), {}, url, false, false });
        }
        const std::array wellKnown {
            std::pair { u"backstage.io/view-url"_s, Say::tr("View descriptor") },
            std::pair { u"backstage.io/edit-url"_s, Say::tr("Edit descriptor") },
        };
        for (const auto &[annotation, title] : wellKnown)
            addDerivedLink(content, title, entity.annotation(annotation), u"docs"_s);
        const QString source = entity.annotation(u"backstage.io/source-location"_s);
        if (source.startsWith("url:"_L1))
            addDerivedLink(content, Say::tr("Source folder"), source.mid(4), u"branch"_s);
    }

    QString typeOfSchema(const QJsonObject &schema)
    {
        if (schema.contains("enum"_L1)) {
            QStringList choices;
            for (const QJsonValue choice : schema.value("enum"_L1).toArray())
                choices += choice.toVariant().toString();
            return choices.join(" | "_L1);
        }
        const QString field = schema.value("ui:field"_L1).toString();
        const QString type = schema.value("type"_L1).toString();
        return field.isEmpty() ? type : field;
    }

    void addParameters(PageContent &content, const QJsonObject &page)
    {
        const QJsonArray required = page.value("required"_L1).toArray();
        const QJsonObject properties = page.value("properties"_L1).toObject();
        for (auto it = properties.begin(); it != properties.end(); ++it) {
            const QJsonObject schema = it.value().toObject();
            content.parameters.push_back({ page.value("title"_L1).toString(), it.key(),
                schema.value("title"_L1).toString(), typeOfSchema(schema),
                schema.value("description"_L1).toString(), required.contains(QJsonValue(it.key())) });
        }
    }

    void addTemplate(PageContent &content, const QJsonObject &spec)
    {
        const QJsonValue parameters = spec.value("parameters"_L1);
        if (parameters.isObject())
            addParameters(content, parameters.toObject());
        for (const QJsonValue page : parameters.toArray())
            addParameters(content, page.toObject());
        for (const QJsonValue value : spec.value("steps"_L1).toArray()) {
            const QJsonObject step = value.toObject();
            content.steps.push_back({ step.value("id"_L1).toString(), step.value("name"_L1).toString(),
                step.value("action"_L1).toString() });
        }
    }

    bool isKnownKind(const QString &kind)
    {
        static const std::array kinds { "component"_L1, "api"_L1, "resource"_L1, "system"_L1, "domain"_L1,
            "group"_L1, "user"_L1, "template"_L1, "location"_L1 };
        return std::ranges::any_of(kinds, [&](QLatin1StringView each) { return is(kind, each); });
    }

    void sortByName(std::vector<RelatedEntity> &rows)
    {
        std::ranges::sort(rows, [](const RelatedEntity &a, const RelatedEntity &b) {
            const int kinds = a.kind.compare(b.kind, Qt::CaseInsensitive);
            return kinds != 0 ? kinds < 0 : a.name.compare(b.name, Qt::CaseInsensitive) < 0;
        });
    }

    std::vector<Row> targets(const Snapshot &snapshot, Row row, QStringView type)
    {
        std::vector<Row> found;
        for (const Snapshot::Edge &edge : snapshot.edges(row))
            if (edge.row != mirror::noRow && snapshot.string(edge.type) == type)
                found.push_back(edge.row);
        return found;
    }

    /// The group itself and all below it; loops in the data end the walk.
    std::vector<Row> groupsBelow(const Snapshot &snapshot, Row group)
    {
        std::vector<Row> all { group };
        std::set<Row> seen { group };
        for (size_t at = 0; at < all.size(); ++at)
            for (const Row child : targets(snapshot, all[at], u"parentOf"))
                if (seen.insert(child).second)
                    all.push_back(child);
        return all;
    }

} // namespace

PageContent PageContent::of(const Entity &entity, const Snapshot &snapshot)
{
    PageContent content;
    content.ref = entity.ref().canonical();
    content.kind = entity.kind();
    content.title = entity.displayName();
    content.description = entity.metadata().value("description"_L1).toString();
    content.isGroup = is(content.kind, "group"_L1);
    content.isUser = is(content.kind, "user"_L1);
    content.knownKind = isKnownKind(content.kind);
    const Row row = snapshot.find(content.ref);
    if (row != mirror::noRow)
        addRelations(content, snapshot, row);
    addChips(content, entity, snapshot);
    addAbout(content, entity, snapshot);
    addLinks(content, entity);
    addKeyValues(content.labels, entity.metadata().value("labels"_L1).toObject());
    addKeyValues(content.annotations, entity.metadata().value("annotations"_L1).toObject());
    const QJsonObject spec = entity.spec();
    if (is(content.kind, "api"_L1)) {
        content.definition = spec.value("definition"_L1).toString();
        content.definitionFile
            = Wording::definitionFileName(spec.value("type"_L1).toString(), content.definition);
    }
    if (is(content.kind, "template"_L1))
        addTemplate(content, spec);
    return content;
}

const RelationGroup *PageContent::group(QStringView type) const
{
    const auto found = std::ranges::find(relations, type, &RelationGroup::type);
    return found == relations.end() ? nullptr : &*found;
}

int PageContent::relationCount() const
{
    size_t count = 0;
    for (const RelationGroup &group : relations)
        count += group.rows.size();
    return int(count);
}

RelatedEntity relatedEntity(const Snapshot &snapshot, Row row)
{
    RelatedEntity related;
    related.ref = snapshot.ref(row).toString();
    related.name = snapshot.displayName(row).toString();
    related.kind = snapshot.kind(row).toString();
    related.type = snapshot.type(row).toString();
    const QStringView owner = snapshot.string(snapshot.ownerId(row));
    if (!owner.isEmpty())
        related.owner = relatedEntity(snapshot, owner).name;
    return related;
}

RelatedEntity relatedEntity(const Snapshot &snapshot, QStringView ref)
{
    const Row row = snapshot.find(ref);
    RelatedEntity related;
    related.ref = ref.toString();
    if (row == mirror::noRow) {
        related.kind = ref.left(qMax(0, ref.indexOf(u':'))).toString();
        related.name = ref.mid(ref.indexOf(u':') + 1).toString();
        if (related.name.startsWith("default/"_L1))
            related.name.remove(0, 8);
        related.missing = true;
        return related;
    }
    related.kind = snapshot.kind(row).toString();
    related.name = snapshot.displayName(row).toString();
    related.type = snapshot.type(row).toString();
    return related;
}

std::vector<bool> ownedRows(const Snapshot &snapshot, Row owner, bool transitive)
{
    const std::array owners { owner };
    if (transitive && snapshot.ref(owner).startsWith(u"user:"))
        return search::mineOf(snapshot, owner); // the same as "mine" says, so that the counts agree
    return snapshot.ownedBy(owners, transitive);
}

std::vector<OwnedCount> ownedCounts(const Snapshot &snapshot, Row owner)
{
    const std::vector<bool> direct = ownedRows(snapshot, owner, false);
    const std::vector<bool> all = ownedRows(snapshot, owner, true);
    std::map<QString, OwnedCount> byKind;
    for (Row row = 0; row < snapshot.size(); ++row) {
        if (!all[row])
            continue;
        OwnedCount &count = byKind[snapshot.kind(row).toString()];
        ++count.transitive;
        if (direct[row])
            ++count.direct;
    }
    std::vector<OwnedCount> counts;
    for (auto &[kind, count] : byKind) {
        count.kind = kind;
        count.plural = Wording::kindPlural(kind);
        counts.push_back(count);
    }
    return counts;
}

std::vector<RelatedEntity> ownedEntities(const Snapshot &snapshot, Row owner, bool transitive)
{
    const std::vector<bool> owned = ownedRows(snapshot, owner, transitive);
    std::vector<RelatedEntity> rows;
    for (Row row = 0; row < snapshot.size(); ++row)
        if (owned[row])
            rows.push_back(relatedEntity(snapshot, row));
    sortByName(rows);
    return rows;
}

std::vector<RelatedEntity> membersOf(const Snapshot &snapshot, Row group, bool transitive)
{
    std::set<Row> users;
    const std::vector<Row> groups
        = transitive ? groupsBelow(snapshot, group) : std::vector<Row> { group };
    for (const Row each : groups)
        for (const Row user : targets(snapshot, each, u"hasMember"))
            users.insert(user);
    std::vector<RelatedEntity> rows;
    for (const Row user : users)
        rows.push_back(relatedEntity(snapshot, user));
    sortByName(rows);
    return rows;
}

GroupPlace placeOf(const Snapshot &snapshot, Row group)
{
    GroupPlace place;
    std::set<Row> seen { group };
    for (Row at = group;;) {
        const std::vector<Row> parents = targets(snapshot, at, u"childOf");
        if (parents.empty() || !seen.insert(parents.front()).second)
            break;
        at = parents.front();
        place.above.insert(place.above.begin(), relatedEntity(snapshot, at));
    }
    for (const Row child : targets(snapshot, group, u"parentOf"))
        place.below.push_back(relatedEntity(snapshot, child));
    sortByName(place.below);
    return place;
}

} // namespace callboard::ui::panes
