// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/panes/world.h"

#include "tests/kit/synthetic.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

namespace callboard::testkit {

using namespace Qt::StringLiterals;
using domain::Entity;
using domain::Relation;

World::World(const QStringList &pluginDirs)
{
    sync::Workspace::Options options;
    options.pluginDirs = pluginDirs;
    options.directory = m_folder.path();
    options.schedule = false;
    options.secrets = std::make_shared<sync::RunSecrets>(); // Never the keychain of whoever runs this.
    auto workspace = sync::Workspace::open(options);
    if (!workspace)
        qFatal("no workspace: %s", qPrintable(workspace.error().detail));
    m_workspace = std::move(*workspace);
    m_user = std::make_unique<items::UserState>(&m_workspace->mirror());
    m_index = std::make_unique<search::LiveIndex>(m_workspace->mirror());
    // As the shell does it: opening an entity puts it into focus.
    QObject::connect(&m_focus, &ui::Focus::openRequested, &m_focus, [this](const QString &ref) {
        m_focus.go({ ui::FocusTarget::Kind::Entity, ref });
        m_user->visited(ref);
    });
}

World::~World() = default;

template<typename Put>
void World::pull(const QString &feed, Put put)
{
    auto pull = mirror().beginPull(u"company-1"_s, feed, u"tester"_s);
    if (!pull)
        qFatal("no pull: %s", qPrintable(pull.error().detail));
    put(**pull);
    if (const auto done = (*pull)->complete(); !done)
        qFatal("pull failed: %s", qPrintable(done.error().detail));
    mirror().flush();
}

void World::fill(const std::vector<Entity> &entities)
{
    pull(u"entities"_s, [&](mirror::Pull &pull) {
        for (const Entity &entity : entities)
            pull.put(entity);
    });
    waitForIndex(quint32(entities.size()));
}

void World::fillSynthetic(quint32 size)
{
    const Synthetic synthetic(size);
    pull(u"entities"_s, [&](mirror::Pull &pull) {
        for (quint32 at = 0; at < size; ++at)
            pull.put(synthetic.entity(at));
    });
    waitForIndex(size);
}

void World::putDocs(
    const std::vector<domain::DocSite> &sites, const std::vector<domain::DocPage> &pages, const std::vector<domain::DocAsset> &assets)
{
    pull(u"docs"_s, [&](mirror::Pull &pull) {
        for (const auto &site : sites)
            pull.put(site.toRecord());
        for (const auto &page : pages)
            pull.put(page.toRecord());
        for (const auto &asset : assets)
            pull.put(asset.toRecord());
    });
}

void World::putProblems(const std::vector<domain::Problem> &problems)
{
    pull(u"problems"_s, [&](mirror::Pull &pull) {
        for (const domain::Problem &problem : problems)
            pull.put(problem.toRecord());
    });
    QTest::qWait(50);
}

void World::putClones(const std::vector<domain::CloneState> &clones)
{
    pull(u"clones"_s, [&](mirror::Pull &pull) {
        for (const domain::CloneState &clone : clones)
            pull.put(clone.toRecord());
    });
}

void World::waitForIndex(quint32 size)
{
    if (!QTest::qWaitFor([&] { return m_index->index()->size() == size && !m_index->isIndexing(); }, 60'000))
        qFatal("the index has %u entities, not %u", m_index->index()->size(), size);
}

Entity World::entity(const QByteArray &json, const std::vector<Relation> &relations)
{
    QJsonParseError error;
    Entity entity;
    entity.body = QJsonDocument::fromJson(json, &error).object();
    if (error.error != QJsonParseError::NoError)
        qFatal("fixture: %s in %s", qPrintable(error.errorString()), json.constData());
    entity.body.insert(u"apiVersion"_s, u"backstage.io/v1alpha1"_s);
    entity.relations = relations;
    std::ranges::sort(entity.relations);
    return entity;
}

std::vector<Entity> World::company()
{
    const QString ledgerTeam = u"group:default/team-ledger"_s;
    const QString settlement = u"system:default/settlement"_s;
    std::vector<Entity> all {
        entity(R"j({"kind":"Group","metadata":{"name":"payments-org"},"spec":{"type":"department","children":[]}})j"),
        entity(R"j({"kind":"Group","metadata":{"name":"team-ledger","description":"Keeps the books."},
                   "spec":{"type":"team","profile":{"displayName":"team-ledger","email":"ledger@quayline.example"},
                   "parent":"payments-org","children":[]}})j",
            { { u"childOf"_s, u"group:default/payments-org"_s } }),
        entity(R"j({"kind":"Group","metadata":{"name":"team-replay"},"spec":{"type":"team","parent":"team-ledger","children":[]}})j",
            { { u"childOf"_s, ledgerTeam } }),
        entity(R"j({"kind":"User","metadata":{"name":"mira.k"},"spec":{"profile":{"displayName":"Mira Kovac"},"memberOf":["team-ledger"]}})j",
            { { u"memberOf"_s, ledgerTeam } }),
        entity(R"j({"kind":"User","metadata":{"name":"tobin.a"},"spec":{"memberOf":["team-replay"]}})j",
            { { u"memberOf"_s, u"group:default/team-replay"_s } }),
        entity(R"j({"kind":"Domain","metadata":{"name":"payments"},"spec":{"owner":"payments-org"}})j",
            { { u"ownedBy"_s, u"group:default/payments-org"_s } }),
        entity(R"j({"kind":"System","metadata":{"name":"settlement"},"spec":{"owner":"team-ledger","domain":"payments"}})j",
            { { u"ownedBy"_s, ledgerTeam }, { u"partOf"_s, u"domain:default/payments"_s } }),
        entity(R"j({"kind":"Component","metadata":{"name":"ledger-api","tags":["tier-1","java"],
                   "description":"Double-entry ledger for every ticket, refund and payout. Writes are idempotent by posting key; balances are served from a materialised view.",
                   "labels":{"quayline.example/zone":"north"},
                   "annotations":{"backstage.io/managed-by-location":"url:https://git.quayline.example/quayline/ledger/src/branch/main/catalog-info.yaml",
                     "backstage.io/view-url":"https://git.quayline.example/quayline/ledger/src/branch/main/catalog-info.yaml",
                     "backstage.io/techdocs-ref":"dir:.","grafana/dashboard-selector":"ledger"},
                   "links":[{"url":"https://docs.quayline.example/runbook","title":"Runbook","icon":"docs"},
                            {"url":"https://grafana.quayline.example/d/1","title":"Dashboard","icon":"dashboard"},
                            {"url":"javascript:alert(1)","title":"Trap"}]},
                   "spec":{"type":"service","lifecycle":"production","owner":"team-ledger","system":"settlement"}})j",
            { { u"ownedBy"_s, ledgerTeam }, { u"partOf"_s, settlement }, { u"providesApi"_s, u"api:default/ledger-grpc"_s },
                { u"providesApi"_s, u"api:default/ledger-events"_s }, { u"consumesApi"_s, u"api:default/fx-quotes"_s },
                { u"dependsOn"_s, u"resource:default/ledger-db"_s }, { u"dependsOn"_s, u"resource:default/gone"_s },
                { u"dependsOn"_s, u"component:default/fx-rates"_s } }),
        entity(R"j({"kind":"Component","metadata":{"name":"ledger-replay"},"spec":{"type":"service","lifecycle":"experimental","owner":"team-replay"}})j",
            { { u"ownedBy"_s, u"group:default/team-replay"_s }, { u"dependsOn"_s, u"component:default/ledger-api"_s } }),
        entity(R"j({"kind":"Component","metadata":{"name":"fx-rates"},"spec":{"type":"service","lifecycle":"deprecated","owner":"team-ledger"}})j",
            { { u"ownedBy"_s, ledgerTeam } }),
        entity(R"j({"kind":"API","metadata":{"name":"ledger-grpc"},"spec":{"type":"grpc","lifecycle":"production","owner":"team-ledger",
                   "definition":"syntax = \"proto3\";\nservice Ledger { rpc Post (Entry) returns (Receipt); }\n"}})j",
            { { u"ownedBy"_s, ledgerTeam } }),
        entity(R"j({"kind":"API","metadata":{"name":"ledger-events"},"spec":{"type":"asyncapi","lifecycle":"production","owner":"team-ledger","definition":"asyncapi: 2.6.0\n"}})j",
            { { u"ownedBy"_s, ledgerTeam } }),
        entity(R"j({"kind":"API","metadata":{"name":"fx-quotes"},"spec":{"type":"openapi","lifecycle":"production","owner":"team-ledger","definition":"{\"openapi\":\"3.1.0\"}"}})j",
            { { u"ownedBy"_s, ledgerTeam } }),
        entity(R"j({"kind":"Resource","metadata":{"name":"ledger-db","title":"Ledger database"},"spec":{"type":"database","owner":"team-ledger","system":"settlement"}})j",
            { { u"ownedBy"_s, ledgerTeam }, { u"partOf"_s, settlement } }),
        entity(R"j({"kind":"Template","metadata":{"name":"new-service"},"spec":{"type":"service","owner":"team-ledger",
                   "parameters":[{"title":"Name it","required":["name"],"properties":{"name":{"type":"string","title":"Name"},"port":{"type":"number"}}}],
                   "steps":[{"id":"fetch","name":"Fetch the skeleton","action":"fetch:template"},{"id":"publish","action":"publish:github"}]}})j",
            { { u"ownedBy"_s, ledgerTeam } }),
        entity(R"j({"kind":"Widget","metadata":{"name":"odd-one"},"spec":{"type":"x","nested":{"deep":[1,true,null]}}})j"),
    };
    return all;
}

} // namespace callboard::testkit
