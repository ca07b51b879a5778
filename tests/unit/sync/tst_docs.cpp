// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/docs.h"
#include "models/mirror/ownnotices.h"
#include "models/sync/docintake.h"
#include "models/sync/docsitefiles.h"
#include "models/sync/dockeeping.h"
#include "models/sync/workspace.h"
#include "plugins/sdk/docs.h"
#include "tests/unit/sync/temporaryclone.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace callboard;
using namespace callboard::sync;
using namespace callboard::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
namespace recordtype = domain::recordtype;

/// Documentation on its way from a folder to the mirror, and what stays of it there.
class TestDocs final : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> directory;
    std::unique_ptr<QTemporaryDir> folder;
    std::unique_ptr<Workspace> workspace;

    QString root() const { return QDir(folder->path()).canonicalPath(); }
    QString at(const QString &path) const { return root() + u'/' + path; }
    bool open(bool schedule)
    {
        Workspace::Options options;
        options.directory = directory->path();
        options.schedule = schedule;
        auto opened = Workspace::open(options);
        workspace = opened ? std::move(*opened) : nullptr;
        return workspace != nullptr;
    }
    std::optional<domain::DocSite> site(const QString &ref) const
    {
        const auto record = workspace->mirror().record(QString(recordtype::docSite), ref);
        return record ? std::optional(domain::DocSite::fromRecord(*record)) : std::nullopt;
    }
    std::optional<domain::DocPage> page(const QString &ref, const QString &path) const
    {
        const auto record = workspace->mirror().record(QString(recordtype::docPage), domain::docKey(ref, path));
        return record ? std::optional(domain::DocPage::fromRecord(*record)) : std::nullopt;
    }
    QString text(const QString &ref, const QString &path) const
    {
        const auto found = page(ref, path);
        QStringList lines;
        for (const auto &block : found ? found->document.blocks : std::vector<domain::Block>())
            lines.append(domain::plainText(block));
        return lines.join(u'\n');
    }
    QStringList paths(const QString &ref, QLatin1StringView type = recordtype::docPage) const
    {
        QStringList found;
        for (const QString &key : workspace->mirror().recordKeys(QString(type), ref).value_or(QStringList()))
            found.append(key.sliced(ref.size() + 1));
        return found;
    }
    std::vector<domain::Problem> problems() const
    {
        std::vector<domain::Problem> found;
        for (const auto &record : workspace->mirror().records(QString(recordtype::problem)).value_or(std::vector<domain::Record>())) {
            const auto problem = domain::Problem::fromRecord(record);
            if (problem.rule.startsWith("Docs"_L1))
                found.push_back(problem);
        }
        return found;
    }
    void pullDocs()
    {
        QVERIFY(workspace->waitForIdle(60s));
        workspace->pullNow();
        QVERIFY(workspace->waitForIdle(60s));
        workspace->mirror().flush();
    }
    void connectFolder()
    {
        QVERIFY(open(false));
        QVERIFY(workspace->addConnection(u"folder"_s, u"F"_s, { { u"folder"_s, root() } }));
        pullDocs();
    }
    void writeSite(const QString &where, const QByteArray &name)
    {
        QVERIFY(writeFile(at(where + u"/catalog-info.yaml"_s), component(name).replace("metadata:\n", "metadata:\n  annotations:\n    backstage.io/techdocs-ref: dir:.\n")));
        QVERIFY(writeFile(at(where + u"/mkdocs.yml"_s), "site_name: Handbook\nnav:\n  - Home: index.md\n  - Guide: guide/setup.md\n"));
        QVERIFY(writeFile(at(where + u"/docs/index.md"_s), "# Welcome\n\nSee [the guide](guide/setup.md#linux) and ![a](img/a.png).\n"));
        QVERIFY(writeFile(at(where + u"/docs/guide/setup.md"_s), "# Setup\n\n## Linux\n\nFirst.\n"));
        QVERIFY(writeFile(at(where + u"/docs/img/a.png"_s), "\x89PNG not really"));
    }

private Q_SLOTS:
    void init()
    {
        workspace.reset();
        directory = std::make_unique<QTemporaryDir>();
        folder = std::make_unique<QTemporaryDir>();
    }

    void aFolderGivesItsSites()
    {
        writeSite(u"one"_s, "one");
        QVERIFY(makeClone(at(u"one"_s), u"git@github.com:acme/one.git"_s));
        connectFolder();
        const QString ref = u"component:default/one"_s;
        const auto found = site(ref);
        QVERIFY(found);
        QCOMPARE(found->name, u"Handbook"_s);
        QCOMPARE(found->flavour, u"mkdocs"_s);
        QCOMPARE(found->pages, 2);
        QVERIFY(found->complete);
        QCOMPARE(found->nav.size(), 2u);
        QCOMPARE(found->nav[1].path, u"guide/setup/"_s);
        QVERIFY2(found->sourceUrl.startsWith("https://github.com/acme/one/"_L1), qPrintable(found->sourceUrl));
        QCOMPARE(paths(ref), (QStringList { u""_s, u"guide/setup/"_s }));
        const auto front = page(ref, {});
        QVERIFY(front);
        QCOMPARE(front->title, u"Home"_s);
        QVERIFY2(front->editUrl.startsWith("https://github.com/acme/one/edit/main/docs/"_L1), qPrintable(front->editUrl));
        const auto link = std::ranges::find_if(front->document.blocks.at(1).runs, [](const auto &run) { return !run.link.isEmpty(); });
        QCOMPARE(link->link, u"guide/setup/#linux"_s);
        QCOMPARE(domain::headings(page(ref, u"guide/setup/"_s)->document).at(1).id, u"linux"_s);
        const auto asset = workspace->mirror().record(QString(recordtype::docAsset), domain::docKey(ref, u"img/a.png"_s));
        QVERIFY(asset);
        QCOMPARE(workspace->mirror().blob(domain::DocAsset::fromRecord(*asset).blob).value(), QByteArray("\x89PNG not really"));
        QVERIFY(problems().empty());
    }

    void onlyWhatChangedIsWritten()
    {
        writeSite(u"one"_s, "one");
        connectFolder();
        const QString ref = u"component:default/one"_s;
        QCOMPARE(paths(ref).size(), 2);
        const auto before = site(ref);
        QCoreApplication::processEvents(); // What is told of the first pull comes by a queued call.
        QSignalSpy changed(&workspace->mirror(), &mirror::Mirror::recordsChanged);
        const auto changedTypes = [&] {
            QSet<QString> types;
            for (const auto &change : changed)
                types.insert(change[0].toString());
            return types;
        };
        pullDocs();
        QCoreApplication::processEvents();
        QVERIFY2(!changedTypes().contains(recordtype::docPage) && !changedTypes().contains(recordtype::docSite), "nothing had changed");
        QCOMPARE(site(ref), before);

        QVERIFY(writeFile(at(u"one/docs/guide/setup.md"_s), "# Setup\n\nSecond, and longer.\n"));
        QVERIFY(writeFile(at(u"one/docs/new.md"_s), "# New\n"));
        QVERIFY(QFile::remove(at(u"one/docs/img/a.png"_s)));
        pullDocs();
        QCOMPARE(text(ref, u"guide/setup/"_s), u"Setup\nSecond, and longer."_s);
        QCOMPARE(paths(ref), (QStringList { u""_s, u"guide/setup/"_s, u"new/"_s }));
        QCOMPARE(paths(ref, recordtype::docAsset), QStringList());
        QVERIFY(QFile::remove(at(u"one/docs/new.md"_s)));
        pullDocs();
        QCOMPARE(paths(ref).size(), 2);

        QVERIFY(QDir(at(u"one"_s)).removeRecursively());
        pullDocs();
        QVERIFY(!site(ref));
        QCOMPARE(paths(ref).size(), 0);
    }

    void aFolderOfPagesNeedsNoConfiguration()
    {
        QVERIFY(writeFile(at(u"one/catalog-info.yaml"_s),
            component("one").replace("metadata:\n", "metadata:\n  annotations:\n    backstage.io/techdocs-ref: dir:./src\n")));
        QVERIFY(writeFile(at(u"one/src/docs/index.md"_s), "# Welcome\n\n!!! note\n    Read this.\n"));
        QVERIFY(writeFile(at(u"one/src/docs/guide/setup.md"_s), "# Setup\n"));
        connectFolder();
        const QString ref = u"component:default/one"_s;
        const auto found = site(ref);
        QVERIFY(found);
        QCOMPARE(found->name, QString());
        QCOMPARE(found->flavour, u"mkdocs"_s);
        QCOMPARE(paths(ref), (QStringList { u""_s, u"guide/setup/"_s }));
        QCOMPARE(page(ref, u"guide/setup/"_s)->title, u"Setup"_s);
    }

    void whatCannotBeReadStaysAsItWas()
    {
        writeSite(u"one"_s, "one");
        connectFolder();
        const QString ref = u"component:default/one"_s;
        QVERIFY(writeFile(at(u"one/mkdocs.yml"_s), "site_name: Handbook\nnav:\n  - Home: [index.md\n"));
        pullDocs();
        auto found = problems();
        QCOMPARE(found.size(), 1u);
        QCOMPARE(found[0].entityRef, ref);
        QVERIFY2(found[0].path.endsWith("/one/mkdocs.yml"_L1), qPrintable(found[0].path));
        QVERIFY(found[0].line > 0 && found[0].column > 0);
        QVERIFY(!found[0].message.isEmpty());
        QCOMPARE(paths(ref).size(), 2);
        QVERIFY(site(ref)->complete);

        // A page that is refused: nested deeper than any page is.
        QVERIFY(writeFile(at(u"one/mkdocs.yml"_s), "site_name: Handbook\n"));
        QVERIFY(writeFile(at(u"one/docs/guide/setup.md"_s), "# Setup\n\n" + QByteArray("<div>").repeated(5000) + "\n"));
        QVERIFY(writeFile(at(u"one/docs/index.md"_s), "# Changed\n"));
        pullDocs();
        found = problems();
        QCOMPARE(found.size(), 1u);
        QVERIFY2(found[0].path.endsWith("/docs/guide/setup.md"_L1), qPrintable(found[0].path));
        QCOMPARE(text(ref, u"guide/setup/"_s), u"Setup\nLinux\nFirst."_s);
        QCOMPARE(text(ref, {}), u"Changed"_s);
        QVERIFY(!site(ref)->complete);

        QVERIFY(writeFile(at(u"one/docs/guide/setup.md"_s), "# Mended\n"));
        pullDocs();
        QVERIFY(problems().empty());
        QCOMPARE(text(ref, u"guide/setup/"_s), u"Mended"_s);
        QVERIFY(site(ref)->complete);
    }

    void nothingLeavesTheFolder()
    {
        QVERIFY(writeFile(at(u"secret.txt"_s), "top secret"));
        QVERIFY(writeFile(at(u"one/secret.md"_s), "top secret"));
        writeSite(u"one/site"_s, "one");
        QVERIFY(QFile::link(at(u"secret.txt"_s), at(u"one/site/docs/link.png"_s)));
        QVERIFY(QFile::link(at(u"one/secret.md"_s), at(u"one/site/docs/link.md"_s)));
        QVERIFY(QFile::link(at(u"."_s), at(u"one/site/docs/circle"_s)));
        QVERIFY(writeFile(at(u"one/site/mkdocs.yml"_s), "site_name: S\nmarkdown_extensions:\n  - pymdownx.snippets:\n      base_path: ['..', '/']\n"));
        QVERIFY(writeFile(at(u"one/site/docs/index.md"_s),
            "# S\n\n--8<-- \"../secret.md\"\n\n--8<-- \"../../secret.txt\"\n\n--8<-- \"/etc/passwd\"\n\n[a](../../secret.md) ![b](../../../secret.txt) "
            "[c](javascript:alert(1)) [d](data:text/html,x) <img src=x onerror=alert(1)> <script>alert(1)</script>\n"));
        connectFolder();
        const QString ref = u"component:default/one"_s;
        const auto records = workspace->mirror().records(QString(recordtype::docPage), ref);
        QVERIFY(records && !records->empty());
        for (const auto &record : *records) {
            const QByteArray json = QJsonDocument(record.body).toJson();
            for (const char *never : { "top secret", "root:", "javascript", "data:", "onerror", "alert" })
                QVERIFY2(!json.contains(never), never);
        }
        const auto assets = workspace->mirror().records(QString(recordtype::docAsset), ref);
        QVERIFY(assets);
        for (const auto &record : *assets) {
            const auto bytes = workspace->mirror().blob(domain::DocAsset::fromRecord(record).blob);
            QVERIFY(!bytes || !bytes->contains("top secret"));
        }
    }

    void whatIsWatchedIsToldOf()
    {
        writeSite(u"one"_s, "one");
        connectFolder();
        QVERIFY(workspace->mirror().setValue(u"docs.watched"_s, QJsonArray { u"component:default/one"_s }));
        pullDocs();
        QVERIFY(writeFile(at(u"one/docs/guide/setup.md"_s), "# Setup\n\n## Linux\n\nSecond.\n"));
        pullDocs();
        const auto notices = mirror::OwnNotices(workspace->mirror()).all();
        QCOMPARE(notices.size(), 1u);
        QCOMPARE(notices.front().title, u"“Guide” changed"_s);
        QCOMPARE(notices.front().entityRef, u"component:default/one"_s);
    }

    void anEditIsSeenWithinASecond()
    {
        writeSite(u"one"_s, "one");
        QVERIFY(open(true));
        QVERIFY(workspace->addConnection(u"folder"_s, u"F"_s, { { u"folder"_s, root() } }));
        const QString ref = u"component:default/one"_s;
        QTRY_VERIFY_WITH_TIMEOUT(page(ref, u"guide/setup/"_s), 20'000);
        // Watching begins behind the first pull.
        QTRY_VERIFY_WITH_TIMEOUT(std::ranges::any_of(workspace->nextRuns(), [](const NextRun &run) { return run.feedId == "docs"_L1 && run.live; }), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(std::ranges::any_of(workspace->nextRuns(), [](const NextRun &run) { return run.feedId == "catalog"_L1 && run.live; }), 20'000);
        QVERIFY(workspace->waitForIdle(20s));
        QElapsedTimer timer;
        timer.start();
        QVERIFY(writeFile(at(u"one/docs/guide/setup.md"_s), "# Edited\n"));
        QTRY_COMPARE_WITH_TIMEOUT(text(ref, u"guide/setup/"_s), u"Edited"_s, 10'000);
        qInfo("an edit is seen after %lld ms", timer.elapsed());
    }

    void theSampleHasSites()
    {
        QVERIFY(open(false));
        QVERIFY(workspace->addConnection(u"sample"_s, {}, {}));
        pullDocs();
        const auto sites = workspace->mirror().records(QString(recordtype::docSite));
        QVERIFY(sites);
        QVERIFY2(sites->size() >= 6, qPrintable(QString::number(sites->size())));
        const auto ledger = site(u"component:default/ledger-api"_s);
        QVERIFY(ledger);
        QVERIFY(ledger->pages > 5);
        QCOMPARE(qsizetype(ledger->pages), paths(u"component:default/ledger-api"_s).size());
        const auto records = site(u"component:default/payout-router"_s);
        QVERIFY(records);
        QCOMPARE(records->flavour, u"adr"_s);
    }

    void annotationsSayWhereItLies_data()
    {
        QTest::addColumn<QJsonObject>("annotations");
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QString>("adrFolder");
        QTest::addColumn<QString>("editTemplate");
        const auto row = [](const char *name, const QString &ref, const QString &managed, const QString &folder, const QString &edit = {},
                             const QString &adr = {}, const QString &adrFolder = {}, const QString &source = {}) {
            QJsonObject annotations { { u"backstage.io/managed-by-location"_s, managed } };
            if (!ref.isEmpty())
                annotations.insert(u"backstage.io/techdocs-ref"_s, ref);
            if (!adr.isEmpty())
                annotations.insert(u"backstage.io/adr-location"_s, adr);
            if (!source.isEmpty())
                annotations.insert(u"backstage.io/source-location"_s, source);
            QTest::newRow(name) << annotations << folder << adrFolder << edit;
        };
        const QString managed = u"url:https://github.com/o/r/blob/main/a/catalog-info.yaml"_s;
        row("dir:.", u"dir:."_s, managed, u"https://github.com/o/r/blob/main/a/"_s, u"https://github.com/o/r/edit/main/a/{path}"_s);
        row("dir below", u"dir:./docs-site"_s, managed, u"https://github.com/o/r/blob/main/a/docs-site/"_s,
            u"https://github.com/o/r/edit/main/a/docs-site/{path}"_s);
        row("dir above", u"dir:../"_s, managed, u"https://github.com/o/r/blob/main/"_s, u"https://github.com/o/r/edit/main/{path}"_s);
        row("from its source", u"dir:."_s, managed, u"https://github.com/o/s/tree/dev/"_s, u"https://github.com/o/s/edit/dev/{path}"_s, {}, {},
            u"url:https://github.com/o/s/tree/dev/"_s);
        row("url", u"url:https://gitlab.com/o/r/-/tree/main/x"_s, managed, u"https://gitlab.com/o/r/-/tree/main/x/"_s,
            u"https://gitlab.com/o/r/-/edit/main/x/{path}"_s);
        row("file", u"dir:sub"_s, u"file:/srv/a/catalog-info.yaml"_s, u"/srv/a/sub/"_s);
        row("records", {}, managed, u"https://github.com/o/r/blob/main/a/"_s, u"https://github.com/o/r/edit/main/a/{path}"_s, u"docs/adr"_s, u"docs/adr"_s);
        row("records elsewhere", {}, managed, u"https://github.com/o/r/tree/main/docs/"_s, u"https://github.com/o/r/edit/main/docs/{path}"_s,
            u"https://github.com/o/r/tree/main/docs/adrs"_s, u"adrs"_s);
        row("nothing said", {}, u"file:/srv/a/catalog-info.yaml"_s, u"/srv/a/"_s);
    }
    void annotationsSayWhereItLies()
    {
        QFETCH(const QJsonObject, annotations);
        const auto sources = sdk::docSourcesOf({ { .ref = u"component:default/a"_s, .annotations = annotations } });
        QCOMPARE(sources.size(), 1u);
        QTEST(sources[0].folder, "folder");
        QTEST(sources[0].adrFolder, "adrFolder");
        QTEST(sources[0].editTemplate, "editTemplate");
    }

    void oneOfSeveralShowsTheReadme()
    {
        const QJsonObject there { { u"backstage.io/managed-by-location"_s, u"file:/srv/a/catalog-info.yaml"_s } };
        std::vector<sdk::AskedEntity> asked;
        for (const char *ref : { "api:default/a", "user:default/u", "component:default/b", "component:default/a" })
            asked.push_back({ .ref = QString::fromLatin1(ref), .annotations = there });
        auto sources = sdk::docSourcesOf(asked);
        QCOMPARE(sources.size(), 1u);
        QCOMPARE(sources[0].entityRef, u"component:default/a"_s);
        asked[0].annotations.insert(u"backstage.io/techdocs-ref"_s, u"dir:."_s);
        asked[2].annotations.insert(u"backstage.io/techdocs-entity"_s, u"api:default/a"_s);
        sources = sdk::docSourcesOf(asked);
        QCOMPARE(sources.size(), 1u);
        QCOMPARE(sources[0].entityRef, u"api:default/a"_s);
        QCOMPARE(sdk::docAliasOf(asked[2])->aliasOf, u"api:default/a"_s);
    }

    void roomIsMadeByWhatNobodyReads()
    {
        QVERIFY(open(false));
        mirror::Mirror &mirror = workspace->mirror();
        {
            auto pull = mirror.beginPull(u"portal-1"_s, u"docs"_s, u"local"_s);
            QVERIFY(pull);
            for (const QString &name : { u"old"_s, u"read"_s, u"kept"_s }) {
                const QString ref = u"component:default/"_s + name;
                const auto blob = mirror.putBlob(QByteArray(100'000, name[0].toLatin1()));
                domain::DocSite one;
                one.entityRef = ref;
                one.complete = true;
                (*pull)->put(one.toRecord());
                (*pull)->put(domain::DocPage { .site = ref, .path = {}, .source = {}, .title = name, .editUrl = {}, .status = {}, .date = {}, .document = {} }.toRecord());
                (*pull)->put(domain::DocAsset { ref, u"a.png"_s, *blob, 100'000 }.toRecord());
            }
            QVERIFY((*pull)->complete());
        }
        DocKeeping keeping(mirror);
        keeping.noteUse(u"component:default/read"_s);
        QVERIFY(workspace->setKeepDocs(u"component:default/kept"_s, true));
        QVERIFY(workspace->keepsDocs(u"component:default/kept"_s));
        QCOMPARE(workspace->docsBudget(), qint64(500) << 20);
        QCOMPARE(keeping.makeRoom({ u"portal-1"_s }), QStringList());

        QVERIFY(workspace->setDocsBudget(250'000));
        QCOMPARE(keeping.makeRoom({ u"folder-1"_s }), QStringList());
        QCOMPARE(keeping.makeRoom({ u"portal-1"_s }), QStringList { u"component:default/old"_s });
        QVERIFY(!site(u"component:default/old"_s)->complete);
        QCOMPARE(paths(u"component:default/old"_s).size(), 0);
        QCOMPARE(paths(u"component:default/read"_s).size(), 1);
        QVERIFY(site(u"component:default/read"_s)->complete);

        // What is kept stays whatever the budget.
        QVERIFY(workspace->setDocsBudget(1));
        QCOMPARE(keeping.makeRoom({ u"portal-1"_s }), QStringList { u"component:default/read"_s });
        QCOMPARE(paths(u"component:default/kept"_s).size(), 1);
        const auto holdings = mirror.docHoldings();
        QVERIFY(holdings);
        QCOMPARE(holdings->size(), 3u);
        QVERIFY(workspace->setDocsBudget(0));
        QCOMPARE(keeping.makeRoom({ u"portal-1"_s }), QStringList());
    }

    void pathsOfASiteAreNoTricks()
    {
        for (const QString &good : { u"a.html"_s, u"a/b c/ü.png"_s, u"..a/b.."_s })
            QVERIFY2(isPathInSite(good), qPrintable(good));
        for (const QString &bad : { u""_s, u"/etc/passwd"_s, u"../a"_s, u"a/../b"_s, u"a//b"_s, u"./a"_s, u"a\\b"_s, u"a\nb"_s, u"a/"_s, QString(2000, u'a') })
            QVERIFY2(!isPathInSite(bad), qPrintable(bad));
    }
};

QTEST_GUILESS_MAIN(TestDocs)
#include "tst_docs.moc"
