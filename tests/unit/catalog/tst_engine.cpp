// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/engine.h"

#include <QElapsedTimer>
#include <QHash>
#include <QJsonArray>
#include <QSet>
#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace callboard;
using namespace callboard::catalog;
using domain::ErrorCode;

namespace {

/// Files by address; counts what is read.
class MapReader final : public SourceReader {
public:
    QHash<QString, QByteArray> files;
    QStringList listed;
    QSet<QString> stalled; ///< Of those files, which time out.
    std::atomic<int> reads = 0;

    domain::Result<QByteArray> read(const QString &target) override
    {
        ++reads;
        if (target.startsWith(u"https://elsewhere"))
            return domain::fail(ErrorCode::Forbidden, u"not ours"_s);
        if (stalled.contains(target))
            return domain::fail(ErrorCode::Timeout, u"no answer"_s);
        const auto found = files.constFind(target);
        if (found == files.constEnd())
            return domain::fail(ErrorCode::NotFound, u"nothing there"_s);
        return *found;
    }

    domain::Result<QStringList> list(const QString &) override { return listed; }
};

QString base(const QString &name)
{
    return u"https://github.com/org/repo/blob/main/"_s + name;
}

Descriptor file(const QString &name, const QByteArray &text)
{
    return { u"url:" + base(name), text, u"/disk/" + name };
}

QByteArray component(const QByteArray &name, const QByteArray &spec = {})
{
    return "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: " + name
        + "\nspec:\n  type: service\n  lifecycle: production\n  owner: team-a\n" + spec;
}

QByteArray location(const QByteArray &name, const QByteArray &spec)
{
    return "apiVersion: backstage.io/v1alpha1\nkind: Location\nmetadata:\n  name: " + name + "\nspec:\n" + spec;
}

QStringList refs(const ProcessedCatalog &made)
{
    QStringList found;
    for (const ProcessedEntity &entity : made.entities)
        found.append(entity.ref);
    return found;
}

QStringList rules(const ProcessedCatalog &made)
{
    QStringList found;
    for (const domain::Problem &problem : made.problems)
        found.append(problem.rule);
    return found;
}

domain::Entity first(const ProcessedCatalog &made)
{
    return made.entity(made.entities.at(0));
}

domain::Entity entity(const ProcessedCatalog &made, const QString &ref)
{
    for (const ProcessedEntity &candidate : made.entities) {
        if (candidate.ref == ref)
            return made.entity(candidate);
    }
    qFatal("no %s", qPrintable(ref));
}

} // namespace

// Expectations are those of a real backend (tests/peers/backstage lays hundreds of files beside one).
class TestEngine final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void annotatesAndRelates()
    {
        Engine engine;
        const auto made = engine.process(
            { file(u"catalog-info.yaml"_s, component("a", "  dependsOn: [resource:db, component:b]\n  system: pay\n")),
                file(u"b/catalog-info.yaml"_s, component("B")) },
            nullptr);
        QCOMPARE(refs(made), (QStringList { u"component:default/a"_s, u"component:default/b"_s }));
        QVERIFY(made.problems.empty());
        const domain::Entity a = entity(made, u"component:default/a"_s);
        QCOMPARE(a.annotation(u"backstage.io/managed-by-location"_s), u"url:"_s + base(u"catalog-info.yaml"_s));
        QCOMPARE(a.annotation(u"backstage.io/view-url"_s), base(u"catalog-info.yaml"_s));
        QCOMPARE(a.annotation(u"backstage.io/edit-url"_s), u"https://github.com/org/repo/edit/main/catalog-info.yaml"_s);
        QCOMPARE(a.annotation(u"backstage.io/source-location"_s), u"url:https://github.com/org/repo/tree/main/"_s);
        QCOMPARE(a.ns(), u"default"_s);
        QCOMPARE(a.spec()[u"dependsOn"].toArray().first().toString(), u"component:b"_s);
        const std::vector<domain::Relation> wanted { { u"dependsOn"_s, u"component:default/b"_s },
            { u"dependsOn"_s, u"resource:default/db"_s }, { u"ownedBy"_s, u"group:default/team-a"_s },
            { u"partOf"_s, u"system:default/pay"_s } };
        QCOMPARE(a.relations, wanted);
        QVERIFY(entity(made, u"component:default/b"_s)
                    .relations.front()
            == (domain::Relation { u"dependencyOf"_s, u"component:default/a"_s }));
        QCOMPARE(made.entities[0].localPath, u"/disk/catalog-info.yaml"_s);
    }

    void followsLocations()
    {
        MapReader reader;
        reader.files = { { u"https://github.com/org/repo/tree/main/a.yaml"_s, component("a") },
            { u"https://github.com/org/repo/tree/main/deep/l.yaml"_s, location("deep", "  target: ../b.yaml\n") },
            { u"https://github.com/org/repo/tree/main/b.yaml"_s, component("b") + "---\n" + location("back", "  target: ./deep/l.yaml\n") } };
        Engine engine;
        const auto made = engine.process(
            { file(u"catalog-info.yaml"_s, location("root", "  targets: [./a.yaml, ./deep/l.yaml]\n")) }, &reader);
        QCOMPARE(refs(made),
            (QStringList { u"component:default/a"_s, u"component:default/b"_s, u"location:default/back"_s,
                u"location:default/deep"_s, u"location:default/root"_s }));
        QCOMPARE(reader.reads.load(), 3);
        QCOMPARE(entity(made, u"component:default/b"_s).annotation(u"backstage.io/managed-by-origin-location"_s),
            u"url:"_s + base(u"catalog-info.yaml"_s));
    }

    /// As Backstage: the type of a Location is looked at before what it names.
    void refusesATypeThatNamesNothing()
    {
        Engine engine;
        for (const auto &[type, good] : { std::pair("url", true), std::pair("file", false), std::pair("dir", false) }) {
            const auto made = engine.process({ file(u"catalog-info.yaml"_s, location("root", QByteArray("  type: ") + type + "\n")) }, nullptr);
            QCOMPARE(refs(made).size(), good ? 1 : 0);
            QCOMPARE(made.rejected.size(), good ? 0U : 1U);
            if (!good)
                QCOMPARE(made.problems.at(0).field, u"/spec/type"_s);
        }
        const auto local = engine.process({ { u"file:/disk/catalog-info.yaml"_s, location("root", "  type: file\n"), {} } }, nullptr);
        QCOMPARE(refs(local).size(), 1);
    }

    void takesNothingFromALocationThatFails_data()
    {
        QTest::addColumn<QByteArray>("spec");
        QTest::addColumn<bool>("served");
        QTest::newRow("missing") << QByteArray("  targets: [./a.yaml, ./gone.yaml]\n") << false;
        QTest::newRow("optional") << QByteArray("  presence: optional\n  targets: [./a.yaml, ./gone.yaml]\n") << true;
        QTest::newRow("forbidden") << QByteArray("  presence: optional\n  targets: [./a.yaml, https://elsewhere/x.yaml]\n") << false;
        QTest::newRow("broken") << QByteArray("  targets: [./a.yaml, ./broken.yaml]\n") << false;
        QTest::newRow("bad entity") << QByteArray("  targets: [./a.yaml, ./invalid.yaml]\n") << true;
        QTest::newRow("file type") << QByteArray("  type: file\n  targets: [./a.yaml]\n") << false;
    }

    void takesNothingFromALocationThatFails()
    {
        QFETCH(QByteArray, spec);
        QFETCH(bool, served);
        MapReader reader;
        const QString tree = u"https://github.com/org/repo/tree/main/"_s;
        reader.files = { { tree + u"a.yaml", component("a") }, { tree + u"broken.yaml", component("c") + "---\na: [\n" },
            { tree + u"invalid.yaml", component("d", "  system: 5\n") } };
        const std::vector<Descriptor> roots { file(u"catalog-info.yaml"_s, location("root", spec)) };
        Engine strict;
        const auto made = strict.process(roots, &reader);
        QCOMPARE(refs(made).contains(u"component:default/a"_s), served);
        QCOMPARE(refs(made).contains(u"location:default/root"_s), served);
        QVERIFY(served || made.rejected[0].location == roots[0].location);
        EngineOptions options;
        options.keepNeighbours = true;
        const auto kept = Engine(options).process(roots, &reader);
        QCOMPARE(refs(kept).contains(u"component:default/a"_s), QByteArray(QTest::currentDataTag()) != "file type");
        QCOMPARE(kept.rejected.empty(), QByteArray(QTest::currentDataTag()) == "optional");
    }

    void settlesConflictsByTheOrderOfRoots()
    {
        Engine engine;
        const auto made = engine.process({ file(u"1.yaml"_s, component("a", "  system: one\n")),
                                             file(u"2.yaml"_s, component("A", "  system: two\n")) },
            nullptr);
        QCOMPARE(made.entities.size(), 1U);
        QCOMPARE(made.entity(made.entities[0]).spec()[u"system"].toString(), u"one"_s);
        QCOMPARE(rules(made), QStringList { u"Conflict"_s });
        QCOMPARE(made.problems[0].path, u"/disk/2.yaml"_s);
    }

    void keepsTheLastOfTwoInOneFile()
    {
        Engine engine;
        const auto made = engine.process(
            { file(u"1.yaml"_s, component("a", "  system: one\n") + "---\n" + component("a", "  system: two\n")) }, nullptr);
        QCOMPARE(made.entities.size(), 1U);
        QCOMPARE(made.entity(made.entities[0]).spec()[u"system"].toString(), u"two"_s);
        QCOMPARE(made.entities[0].document, 1);
        QCOMPARE(rules(made), QStringList { u"Duplicate"_s });
    }

    void substitutes()
    {
        MapReader reader;
        reader.files = { { u"https://github.com/org/repo/tree/main/api.txt"_s, "the text" },
            { u"https://github.com/org/other/blob/main/api.txt"_s, "foreign" } };
        const auto api = [](const QByteArray &value) {
            return "apiVersion: backstage.io/v1alpha1\nkind: API\nmetadata: {name: a}\nspec:\n  type: x\n  lifecycle: x\n  owner: o\n"
                   "  definition:\n    $text: "
                + value + "\n";
        };
        Engine engine;
        const auto good = engine.process({ file(u"catalog-info.yaml"_s, api("./api.txt")) }, &reader);
        QCOMPARE(entity(good, u"api:default/a"_s).spec()[u"definition"].toString(), u"the text"_s);
        const auto foreign = engine.process(
            { file(u"catalog-info.yaml"_s, api("https://github.com/org/other/blob/main/api.txt")) }, &reader);
        QVERIFY(foreign.entities.empty());
        QCOMPARE(rules(foreign), QStringList { u"$text"_s });
        QCOMPARE(foreign.problems[0].field, u"/spec/definition/$text"_s);
        QCOMPARE(foreign.problems[0].line, 9);
    }

    // Backstage keeps it; what an entity is packed into between runs must, too.
    void keepsAMarkOfByteOrder()
    {
        MapReader reader;
        reader.files.insert(u"https://github.com/org/repo/tree/main/d.txt"_s, "\xef\xbb\xbfhello");
        const std::vector<Descriptor> roots { file(u"catalog-info.yaml"_s,
            component("a", "  note:\n    $text: ./d.txt\n  more: \"\\uFEFFagain \\u00e9\"\n  dependsOn: [\"\\uFEFFkind:b\"]\n")) };
        Engine engine;
        const domain::Entity made = first(engine.process(roots, &reader));
        QCOMPARE(made.spec()[u"note"].toString(), QString(QChar(0xfeff) + u"hello"_s));
        QCOMPARE(made.spec()[u"more"].toString(), QString(QChar(0xfeff) + u"again \u00e9"_s));
        for (const domain::Relation &relation : made.relations) {
            if (relation.type == u"dependsOn")
                QVERIFY(relation.targetRef.startsWith(QChar(0xfeff)));
        }
    }

    void seesThatAPlaceholdersFileChanged()
    {
        MapReader reader;
        const QString address = u"https://github.com/org/repo/tree/main/d.txt"_s;
        reader.files.insert(address, "one");
        const std::vector<Descriptor> roots { file(
            u"catalog-info.yaml"_s, component("a", "  note:\n    $text: ./d.txt\n")) };
        Engine engine;
        QCOMPARE(first(engine.process(roots, &reader)).spec()[u"note"].toString(), u"one"_s);
        reader.files.insert(address, "two");
        QCOMPARE(first(engine.process(roots, &reader)).spec()[u"note"].toString(), u"two"_s);
    }

    void keepsTheLastGoodVersion()
    {
        EngineOptions options;
        options.keepLastGood = true;
        Engine engine(options);
        engine.process({ file(u"1.yaml"_s, component("a", "  system: one\n")) }, nullptr);
        const auto broken = engine.process({ file(u"1.yaml"_s, component("a", "  system: 5\n")) }, nullptr);
        QCOMPARE(broken.entities.size(), 1U);
        QCOMPARE(broken.entity(broken.entities[0]).spec()[u"system"].toString(), u"one"_s);
        QCOMPARE(broken.entities[0].statusItems.size(), 1);
        QCOMPARE(broken.entities[0].statusItems[0][u"type"].toString(), u"backstage.io/catalog-processing"_s);
        QCOMPARE(broken.rejected.size(), 1U);
        const auto torn = engine.process({ file(u"1.yaml"_s, "a: [") }, nullptr);
        QCOMPARE(refs(torn), QStringList { u"component:default/a"_s });
        QVERIFY(engine.process({}, nullptr).entities.empty());
    }

    void keepsTheLastGoodVersionAndItsNeighbours()
    {
        EngineOptions options;
        options.keepLastGood = true;
        options.keepNeighbours = true;
        Engine engine(options);
        const QByteArray good = component("a", "") + "---\n" + component("b", "  system: one\n");
        engine.process({ file(u"1.yaml"_s, good) }, nullptr);
        const auto torn = engine.process({ file(u"1.yaml"_s, "a: [\n---\n" + component("b", "  system: two\n")) }, nullptr);
        QCOMPARE(refs(torn), (QStringList { u"component:default/a"_s, u"component:default/b"_s }));
        QCOMPARE(torn.entities[0].statusItems.size(), 1);
        QCOMPARE(torn.entity(torn.entities[1]).spec()[u"system"].toString(), u"two"_s);
        QVERIFY(torn.entities[1].statusItems.isEmpty());
        const auto mended = engine.process({ file(u"1.yaml"_s, component("b", "")) }, nullptr);
        QCOMPARE(refs(mended), QStringList { u"component:default/b"_s });
    }

    void keepsTheLastGoodVersionThroughFailedReads_data()
    {
        QTest::addColumn<QString>("failure");
        QTest::addColumn<bool>("keepNeighbours");
        for (const QString &failure : { u"timeout"_s, u"not found"_s, u"no reader"_s }) {
            QTest::addRow("%s", qPrintable(failure)) << failure << false;
            QTest::addRow("%s, with neighbours", qPrintable(failure)) << failure << true;
        }
    }

    // A file that cannot be read now and then is the file that it was: broken, too.
    void keepsTheLastGoodVersionThroughFailedReads()
    {
        QFETCH(const QString, failure);
        QFETCH(const bool, keepNeighbours);
        EngineOptions options;
        options.keepLastGood = true;
        options.keepNeighbours = keepNeighbours;
        Engine engine(options);
        const QByteArray broken = component("a", "  system: 5\n");
        const QByteArray unreadable;
        const auto systemOfA = [&](const QByteArray &text) {
            const QString address = u"https://github.com/org/repo/tree/main/a.yaml"_s;
            const bool isReadable = text != unreadable;
            const bool isOffline = !isReadable && failure == u"no reader";
            MapReader reader;
            if (isReadable || failure != u"not found")
                reader.files.insert(address, text);
            if (!isReadable && failure == u"timeout")
                reader.stalled.insert(address);
            const auto made = engine.process(
                { file(u"catalog-info.yaml"_s, location("root", "  target: ./a.yaml\n")) }, isOffline ? nullptr : &reader);
            const bool isThere = refs(made) == QStringList { u"component:default/a"_s, u"location:default/root"_s };
            return isThere ? entity(made, u"component:default/a"_s).spec()[u"system"].toString() : refs(made).join(u' ');
        };
        QCOMPARE(systemOfA(component("a", "  system: one\n")), u"one"_s);
        QCOMPARE(systemOfA(broken), u"one"_s);
        QCOMPARE(systemOfA(unreadable), u"one"_s);
        QCOMPARE(systemOfA(unreadable), u"one"_s);
        QCOMPARE(systemOfA(broken), u"one"_s);
        QCOMPARE(systemOfA("a: [\n"), u"one"_s);
        QCOMPARE(systemOfA(unreadable), u"one"_s);
        QCOMPARE(systemOfA(component("a", "  system: two\n")), u"two"_s);
        QCOMPARE(systemOfA(unreadable), u"two"_s);
        QCOMPARE(systemOfA(broken), u"two"_s);
    }

    // A Location with a dead target never reads cleanly; its other targets have their troubles all the same.
    void keepsWhatATargetBroughtBesideADeadOne()
    {
        EngineOptions options;
        options.keepLastGood = true;
        options.keepNeighbours = true;
        Engine engine(options);
        const QString address = u"https://github.com/org/repo/tree/main/a.yaml"_s;
        MapReader reader;
        const auto systemOfA = [&](const QByteArray &targets) {
            const auto made = engine.process({ file(u"catalog-info.yaml"_s, location("root", "  targets: [" + targets + "]\n")) }, &reader);
            const bool isThere = refs(made) == QStringList { u"component:default/a"_s, u"location:default/root"_s };
            return isThere ? entity(made, u"component:default/a"_s).spec()[u"system"].toString() : refs(made).join(u' ');
        };
        const QByteArray both = "\"https://elsewhere/x.yaml\", ./a.yaml";
        reader.files.insert(address, component("a", "  system: one\n"));
        QCOMPARE(systemOfA(both), u"one"_s);
        reader.stalled.insert(address);
        QCOMPARE(systemOfA(both), u"one"_s);
        QCOMPARE(systemOfA(both), u"one"_s);
        reader.stalled.clear();
        reader.files.insert(address, component("a", "  system: 5\n"));
        QCOMPARE(systemOfA(both), u"one"_s);
        reader.stalled.insert(address);
        QCOMPARE(systemOfA(both), u"one"_s);
        QCOMPARE(systemOfA("\"https://elsewhere/x.yaml\""), u"location:default/root"_s);
    }

    void letsGoOfAnUnreadableFileThatNobodyAsksFor()
    {
        EngineOptions options;
        options.keepLastGood = true;
        options.keepNeighbours = true;
        Engine engine(options);
        MapReader reader;
        const QString a = u"https://github.com/org/repo/tree/main/a.yaml"_s;
        reader.files = { { a, component("a") }, { u"https://github.com/org/repo/tree/main/b.yaml"_s, component("b") } };
        const auto run = [&](const QByteArray &spec) {
            const auto made = engine.process({ file(u"catalog-info.yaml"_s, location("root", spec)) }, &reader);
            return std::weak_ptr(made.entities.at(0).file);
        };
        const auto version = run("  target: ./a.yaml\n");
        reader.stalled.insert(a);
        run("  target: ./a.yaml\n");
        run("  target: ./a.yaml\n");
        QVERIFY(!version.expired());
        run("  target: ./b.yaml\n");
        QVERIFY(version.expired());
        // Who is taken out in order is gone for good: also a file that need not be there, and is not.
        const auto optional = run("  target: ./b.yaml\n  presence: optional\n");
        reader.files.remove(u"https://github.com/org/repo/tree/main/b.yaml"_s);
        run("  target: ./b.yaml\n  presence: optional\n");
        QVERIFY(optional.expired());
    }

    void unknownKinds()
    {
        const std::vector<Descriptor> roots { file(u"1.yaml"_s,
            "apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: w}\nspec: {owner: team-a, dependsOn: [nonsense]}\n") };
        QVERIFY(Engine().process(roots, nullptr).entities.empty());
        for (const bool named : { false, true }) {
            EngineOptions options;
            options.keepUnknownKinds = !named;
            options.allowedKinds = named ? QStringList { u"widget"_s } : QStringList();
            const auto made = Engine(options).process(roots, nullptr);
            QCOMPARE(refs(made), QStringList { u"widget:default/w"_s });
            QCOMPARE(first(made).relations.size(), 1U);
            QCOMPARE(made.problems.size(), named ? 0U : 1U);
        }
    }

    void alphaModel()
    {
        const std::vector<Descriptor> roots { file(u"1.yaml"_s,
            "apiVersion: backstage.io/v1alpha1\nkind: AiResource\nmetadata: {name: s}\nspec: {type: plugin, lifecycle: x, owner: "
            "component:c, skills: [a, component:b]}\n") };
        QVERIFY(Engine().process(roots, nullptr).entities.empty());
        EngineOptions options;
        options.model = Model::Alpha;
        const auto made = Engine(options).process(roots, nullptr);
        QCOMPARE(refs(made), QStringList { u"airesource:default/s"_s });
        // References to kinds that a field may not name make no edge.
        const std::vector<domain::Relation> wanted { { u"hasPart"_s, u"airesource:default/a"_s } };
        QCOMPARE(first(made).relations, wanted);
    }

    void stops()
    {
        std::stop_source source;
        source.request_stop();
        const auto made = Engine().process({ file(u"1.yaml"_s, component("a")) }, nullptr, source.get_token());
        QVERIFY(made.stopped);
        QVERIFY(made.entities.empty());
    }

    // A large folder's files wait compressed.
    void compressedTextIsTheSameText()
    {
        const std::vector<Descriptor> plain { file(u"a.yaml"_s, component("a", "  dependsOn: [component:b]\n")), file(u"b.yaml"_s, "kind: [") };
        std::vector<Descriptor> packed = plain;
        for (Descriptor &root : packed)
            root.text = PackedText::compressed(root.text.bytes());
        Engine engine;
        const auto first = engine.process(plain, nullptr);
        const auto made = engine.process(packed, nullptr);
        QCOMPARE(refs(made), refs(first));
        QCOMPARE(rules(made), rules(first));
        QCOMPARE(entity(made, u"component:default/a"_s).toJson(), entity(first, u"component:default/a"_s).toJson());
        QCOMPARE(PackedText::compressed({}).bytes(), QByteArray());
    }

    void processesAnEditQuickly()
    {
        std::vector<Descriptor> roots;
        for (int i = 0; i < 2000; ++i)
            roots.push_back(file(u"%1.yaml"_s.arg(i), component("c" + QByteArray::number(i), "  dependsOn: [component:c1]\n")));
        Engine engine;
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(engine.process(roots, nullptr).entities.size(), 2000U);
        const qint64 cold = timer.restart();
        roots[7].text = QByteArray(roots[7].text.bytes() + "  system: edited\n");
        const auto made = engine.process(roots, nullptr);
        qInfo("2,000 descriptors: cold %lld ms, after one edit %lld ms", cold, timer.elapsed());
        QCOMPARE(entity(made, u"component:default/c7"_s).spec()[u"system"].toString(), u"edited"_s);
        QVERIFY(timer.elapsed() < std::max<qint64>(cold, 200));
    }

    // Every other document of a large file breaks, then the others: what each was lies in one of two files in turn.
    void processesAFileThatBreaksQuickly()
    {
        const auto text = [](const QByteArray &even, const QByteArray &odd) {
            QByteArray documents;
            for (int i = 0; i < 2000; ++i)
                documents += "---\n" + component("c" + QByteArray::number(i), "  system: " + (i % 2 == 0 ? even : odd) + '\n');
            return documents;
        };
        EngineOptions options;
        options.keepLastGood = true;
        Engine engine(options);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(engine.process({ file(u"1.yaml"_s, text("one", "one")) }, nullptr).entities.size(), 2000U);
        const qint64 cold = timer.elapsed();
        engine.process({ file(u"1.yaml"_s, text("5", "two")) }, nullptr);
        timer.restart();
        const auto made = engine.process({ file(u"1.yaml"_s, text("5", "5")) }, nullptr);
        const qint64 broken = timer.elapsed();
        qInfo("2,000 documents: good %lld ms, broken %lld ms", cold, broken);
        QCOMPARE(made.entities.size(), 2000U);
        QCOMPARE(entity(made, u"component:default/c6"_s).spec()[u"system"].toString(), u"one"_s);
        QCOMPARE(entity(made, u"component:default/c7"_s).spec()[u"system"].toString(), u"two"_s);
        QVERIFY(broken < std::max<qint64>(4 * cold, 500));
    }
};

QTEST_GUILESS_MAIN(TestEngine)
#include "tst_engine.moc"
