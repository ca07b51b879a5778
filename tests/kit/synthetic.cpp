// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/synthetic.h"

#include <algorithm>
#include <cmath>

namespace callboard::testkit {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array partShares { 0.02, 0.10, 0.005, 0.025, 0.45, 0.22, 0.15 }; // Templates: the rest.
constexpr std::array partKinds { "Group"_L1, "User"_L1, "Domain"_L1, "System"_L1, "Component"_L1,
    "API"_L1, "Resource"_L1, "Template"_L1 };
constexpr quint32 groupsPerParent = 6;

constexpr std::array subjects { "ledger"_L1, "payments"_L1, "checkout"_L1, "orders"_L1, "catalog"_L1,
    "search"_L1, "identity"_L1, "billing"_L1, "shipping"_L1, "inventory"_L1, "pricing"_L1, "fraud"_L1,
    "notification"_L1, "reporting"_L1, "customer"_L1, "partner"_L1, "refund"_L1, "voucher"_L1, "audit"_L1,
    "tax"_L1, "invoice"_L1, "warehouse"_L1, "delivery"_L1, "loyalty"_L1, "consent"_L1, "media"_L1,
    "recommendation"_L1, "session"_L1, "feature"_L1, "telemetry"_L1, "settlement"_L1, "onboarding"_L1 };
constexpr std::array<std::array<QLatin1StringView, 4>, 8> endings { {
    { "team"_L1, "squad"_L1, "guild"_L1, "platform"_L1 },
    { "lee"_L1, "novak"_L1, "okafor"_L1, "silva"_L1 },
    { "domain"_L1, "area"_L1, "field"_L1, "business"_L1 },
    { "system"_L1, "suite"_L1, "core"_L1, "stack"_L1 },
    { "service"_L1, "web"_L1, "worker"_L1, "lib"_L1 },
    { "api"_L1, "events"_L1, "graph"_L1, "rpc"_L1 },
    { "db"_L1, "bucket"_L1, "queue"_L1, "cache"_L1 },
    { "starter"_L1, "template"_L1, "scaffold"_L1, "recipe"_L1 },
} };
constexpr std::array givenNames { "mira"_L1, "jonas"_L1, "adaeze"_L1, "wei"_L1, "ines"_L1, "dimas"_L1,
    "sofia"_L1, "omar"_L1, "hanna"_L1, "ravi"_L1, "chloe"_L1, "tomas"_L1, "yuki"_L1, "putri"_L1 };
constexpr std::array types { std::array { "team"_L1, "squad"_L1, "department"_L1, "team"_L1 },
    std::array { ""_L1, ""_L1, ""_L1, ""_L1 },
    std::array { "product-area"_L1, "product-group"_L1, "bundle"_L1, "product-area"_L1 },
    std::array { "product"_L1, "service"_L1, "feature-set"_L1, "product"_L1 },
    std::array { "service"_L1, "website"_L1, "service"_L1, "library"_L1 },
    std::array { "openapi"_L1, "asyncapi"_L1, "graphql"_L1, "grpc"_L1 },
    std::array { "database"_L1, "s3-bucket"_L1, "queue"_L1, "cache"_L1 },
    std::array { "service"_L1, "website"_L1, "library"_L1, "documentation"_L1 } };
constexpr std::array lifecycles { "production"_L1, "production"_L1, "production"_L1, "experimental"_L1,
    "deprecated"_L1 };
constexpr std::array tags { "java"_L1, "kotlin"_L1, "go"_L1, "python"_L1, "typescript"_L1, "rust"_L1,
    "tier-1"_L1, "tier-2"_L1, "pci"_L1, "gdpr"_L1, "internal"_L1, "public"_L1, "legacy"_L1, "batch"_L1 };
constexpr std::array descriptions { "Keeps %1 records consistent between the regions and serves them to other teams"_L1,
    "Reads %1 changes from the queue and writes them to the store"_L1,
    "The page on which customers see and change their %1"_L1, "Shared code for %1, used by most services"_L1,
    "Nightly job that reconciles %1 with the finance system"_L1, "Everything about %1 in one place"_L1 };

} // namespace

/// A small generator of its own, so that the catalog is the same with every library and compiler.
/// Source: splitmix64, public domain.
struct Synthetic::Dice {
    quint64 state;

    quint64 next()
    {
        quint64 z = (state += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    quint32 below(quint32 limit) { return limit == 0 ? 0 : quint32(next() % limit); }
    double unit() { return double(next() >> 11) / double(1ULL << 53); }
    template<typename Array>
    QString of(const Array &array)
    {
        return QString(array[below(quint32(array.size()))]);
    }
};

Synthetic::Synthetic(quint32 size, quint32 seed)
    : m_size(size)
    , m_seed(seed)
{
    quint32 at = 0;
    for (size_t part = 0; part < partShares.size(); ++part) {
        m_begin[part] = at;
        const auto share = quint32(std::lround(double(size) * partShares[part]));
        at = std::min(size, at + std::max(share, 1u));
    }
    m_begin[Templates] = at;
    m_begin[PartCount] = size;
}

Synthetic::Part Synthetic::partOf(quint32 index) const
{
    const auto after = std::ranges::upper_bound(m_begin, index);
    return Part(std::min<std::ptrdiff_t>(after - m_begin.begin() - 1, Templates));
}

QString Synthetic::kind(quint32 index) const { return QString(partKinds[partOf(index)]); }

QString Synthetic::name(quint32 index) const
{
    Dice dice { quint64(m_seed) << 32 | index };
    const Part part = partOf(index);
    const QString first = part == Users ? dice.of(givenNames) : dice.of(subjects);
    const QString last = dice.of(endings[part]);
    return first % (part == Users ? u'.' : u'-') % last % u'-' % QString::number(ordinal(index));
}

QString Synthetic::ref(quint32 index) const
{
    return kind(index).toLower() % u":default/"_s % name(index);
}

QString Synthetic::popular(Part part, Dice &dice) const
{
    const double u = dice.unit();
    return refOf(part, std::min(quint32(u * u * u * count(part)), count(part) - 1));
}

QString Synthetic::owner(Dice &dice) const { return refOf(Groups, dice.below(count(Groups))); }

QString Synthetic::parentGroup(quint32 ordinal) const
{
    return ordinal == 0 ? QString() : refOf(Groups, (ordinal - 1) / groupsPerParent);
}

QJsonObject Synthetic::annotations(quint32 index, Dice &dice) const
{
    const QString repository = u"https://github.com/example/"_s % dice.of(subjects) % u'-'
        % QString::number(index / 4);
    const QString file = repository % u"/blob/main/services/"_s % name(index) % u"/catalog-info.yaml"_s;
    return {
        { u"backstage.io/managed-by-location"_s, QString(u"url:"_s % file) },
        { u"backstage.io/managed-by-origin-location"_s, QString(u"url:"_s % repository % u"/blob/main/all.yaml"_s) },
        { u"backstage.io/source-location"_s, QString(u"url:"_s % repository % u"/tree/main/services/"_s % name(index) % u'/') },
        { u"backstage.io/view-url"_s, file },
        { u"backstage.io/techdocs-ref"_s, u"dir:."_s },
        { u"github.com/project-slug"_s, repository.section(u'/', 3) },
    };
}

QJsonObject Synthetic::metadata(quint32 index, Dice &dice) const
{
    QJsonArray chosen;
    for (quint32 n = dice.below(4); n > 0; --n) {
        if (const QString tag = dice.of(tags); !chosen.contains(tag))
            chosen.append(tag);
    }
    QJsonObject metadata {
        { u"name"_s, name(index) },
        { u"namespace"_s, u"default"_s },
        { u"description"_s, dice.of(descriptions).arg(dice.of(subjects)) },
        { u"annotations"_s, annotations(index, dice) },
        { u"labels"_s, QJsonObject { { u"example.com/tier"_s, QString::number(dice.below(4)) } } },
    };
    if (!chosen.isEmpty())
        metadata.insert(u"tags"_s, chosen);
    if (dice.below(4) == 0)
        metadata.insert(u"title"_s, QString(dice.of(subjects) % u' ' % QString::number(index)));
    if (dice.below(3) == 0) {
        metadata.insert(u"links"_s,
            QJsonArray { QJsonObject { { u"url"_s, QString(u"https://dashboards.example.com/"_s % name(index)) },
                { u"title"_s, u"Dashboard"_s } } });
    }
    return metadata;
}

domain::Entity Synthetic::entity(quint32 index) const
{
    Dice dice { ~(quint64(m_seed) << 32 | index) };
    domain::Entity entity;
    const QJsonObject described = metadata(index, dice);
    QJsonObject spec;
    fill(entity, spec, index, dice);
    entity.body = {
        { u"apiVersion"_s, partOf(index) == Templates ? u"scaffolder.backstage.io/v1beta3"_s : u"backstage.io/v1alpha1"_s },
        { u"kind"_s, kind(index) },
        { u"metadata"_s, described },
        { u"spec"_s, spec },
    };
    std::ranges::sort(entity.relations);
    const auto doubled = std::ranges::unique(entity.relations);
    entity.relations.erase(doubled.begin(), doubled.end());
    return entity;
}

void Synthetic::fill(domain::Entity &entity, QJsonObject &spec, quint32 index, Dice &dice) const
{
    const Part part = partOf(index);
    if (const QString type = dice.of(types[part]); !type.isEmpty())
        spec.insert(u"type"_s, type);
    if (part == Groups)
        return fillGroup(entity, spec, index);
    if (part == Users)
        return fillUser(entity, spec, index, dice);
    fillOwned(entity, spec, index, dice);
}

void Synthetic::fillGroup(domain::Entity &entity, QJsonObject &spec, quint32 index) const
{
    spec.insert(u"children"_s, QJsonArray());
    if (const QString parent = parentGroup(ordinal(index)); !parent.isEmpty()) {
        spec.insert(u"parent"_s, parent);
        entity.relations.push_back({ u"childOf"_s, parent });
    }
}

void Synthetic::fillUser(domain::Entity &entity, QJsonObject &spec, quint32 index, Dice &dice) const
{
    const QString group = owner(dice);
    spec.insert(u"memberOf"_s, QJsonArray { group });
    spec.insert(u"profile"_s,
        QJsonObject { { u"displayName"_s, name(index).replace(u'.', u' ') },
            { u"email"_s, QString(name(index) % u"@example.com"_s) } });
    entity.relations.push_back({ u"memberOf"_s, group });
}

void Synthetic::fillOwned(domain::Entity &entity, QJsonObject &spec, quint32 index, Dice &dice) const
{
    const Part part = partOf(index);
    const QString group = owner(dice);
    spec.insert(u"owner"_s, group);
    entity.relations.push_back({ u"ownedBy"_s, group });
    if (part == Systems) {
        const QString domain = popular(Domains, dice);
        spec.insert(u"domain"_s, domain);
        entity.relations.push_back({ u"partOf"_s, domain });
    }
    if (part == Components || part == Apis)
        spec.insert(u"lifecycle"_s, dice.of(lifecycles));
    if (part == Components || part == Apis || part == Resources) {
        const QString system = popular(Systems, dice);
        spec.insert(u"system"_s, system);
        entity.relations.push_back({ u"partOf"_s, system });
    }
    if (part == Apis) {
        spec.insert(u"definition"_s,
            QString(u"openapi: 3.0.0\ninfo:\n  title: "_s % name(index)
                % u"\n  version: 1.0.0\npaths:\n  /items:\n    get:\n      summary: All of them\n"_s));
    }
    if (part == Components)
        relate(entity, spec, index, dice);
}

void Synthetic::relate(domain::Entity &entity, QJsonObject &spec, quint32, Dice &dice) const
{
    const auto some = [&](Part part, quint32 atMost, const QString &field, const QString &relation) {
        QJsonArray refs;
        if (count(part) == 0)
            return;
        for (quint32 n = dice.below(atMost + 1); n > 0; --n) {
            const QString target = popular(part, dice);
            refs.append(target);
            entity.relations.push_back({ relation, target });
        }
        if (!refs.isEmpty())
            spec.insert(field, refs);
    };
    some(Apis, 2, u"consumesApis"_s, u"consumesApi"_s);
    some(Apis, 1, u"providesApis"_s, u"providesApi"_s);
    some(Resources, 2, u"dependsOn"_s, u"dependsOn"_s);
}

} // namespace callboard::testkit
