// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/document.h"
#include "models/catalog/kinds.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <set>
#include <thread>

using namespace Qt::StringLiterals;
using namespace callboard;
using namespace callboard::catalog;
using Outcome = DocumentResult::Outcome;

namespace {

const QString mark(QChar(0xfeff)); ///< Of byte order.

/// As JSON.stringify writes them.
constexpr const char *numbers[] = {
    R"({"a e+":[9223372036854776000,-12345678901234567000,100000000000000000000,1e+21,1.5e+300,123456789012345680,1234567890123456800]})",
    R"({"a":[0.5,7,true,null],"b":"\\\"1e+19"})",
};

QByteArray component(const QString &name, const QString &system, bool isGood = true)
{
    const QString text = u"apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: %1\nspec:\n  type: service\n"
                         "  lifecycle: production\n  owner: team-%2\n  system: %3\n"_s;
    return text.arg(name, system.right(1), isGood ? system : u"5"_s).toUtf8();
}

Descriptor file(const QString &name, const QByteArray &text)
{
    return { u"url:https://github.com/org/repo/blob/main/"_s + name, text, {} };
}

/// Texts as descriptors are, some of any bytes, short and long.
QByteArray someText(QRandomGenerator &random)
{
    QByteArray text;
    switch (random.bounded(8)) {
    case 0:
        break;
    case 1:
        text = "\x37\xa4\x30\xec and more"; // What a dictionary of zstd begins with.
        break;
    case 2:
        for (int left = random.bounded(20'000); left > 0; --left)
            text += char(random.bounded(256));
        break;
    default:
        for (int left = 1 + random.bounded(20); left > 0; --left)
            text += component(u"c%1"_s.arg(random.bounded(10'000)), u"system-%1"_s.arg(random.bounded(50)));
    }
    return text;
}

DocumentResult someDocument(QRandomGenerator &random)
{
    DocumentResult document;
    document.outcome = Outcome(random.bounded(4));
    document.start = { random.bounded(100'000), random.bounded(100) };
    document.ref = u"component:default/c%1"_s.arg(random.bounded(10'000));
    for (int left = random.bounded(5); left > 0; --left)
        document.references.push_back({ &commonRelationFields()[size_t(random.bounded(2))], QString(mark + u"é%1"_s.arg(random.bounded(99))) });
    for (int left = random.bounded(3); left > 0; --left)
        document.violations.push_back({ Stage(random.bounded(6)), u"Rule"_s, u"/spec/%1"_s.arg(left), u"“wrong”"_s, random.bounded(100), left });
    if (random.bounded(5) == 0)
        document.location = LocationTargets { u"url"_s, random.bounded(2) == 0, { { u"./a.yaml"_s, u"/spec/target"_s, { 7, 3 } } } };
    return document;
}

bool isSame(const DocumentResult &a, const DocumentResult &b)
{
    const auto sameReference = [](const Reference &x, const Reference &y) { return x.field == y.field && x.target == y.target; };
    const auto sameTarget = [](const LocationTargets::Target &x, const LocationTargets::Target &y) {
        return x.written == y.written && x.field == y.field && x.at == y.at;
    };
    return a.outcome == b.outcome && a.start == b.start && a.ref == b.ref && a.violations == b.violations
        && std::ranges::equal(a.references, b.references, sameReference) && a.location.has_value() == b.location.has_value()
        && (!a.location
            || (a.location->type == b.location->type && a.location->optional == b.location->optional
                && std::ranges::equal(a.location->targets, b.location->targets, sameTarget)));
}

QMap<QString, QJsonObject> served(const ProcessedCatalog &made)
{
    QMap<QString, QJsonObject> entities;
    for (const ProcessedEntity &each : made.entities)
        entities.insert(each.ref, made.entity(each).toJson());
    return entities;
}

QString systemOf(const ProcessedCatalog &made, const QString &name)
{
    return served(made).value(u"component:default/"_s + name)[u"spec"][u"system"].toString();
}

} // namespace

/// What the engine keeps between runs comes back as it was, and no longer than it is needed.
class TestPacking final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textsComeBack()
    {
        QRandomGenerator random(7);
        Packer packer;
        std::vector<std::pair<QByteArray, QByteArray>> texts;
        for (int i = 0; i < 2000; ++i) {
            const QByteArray text = someText(random);
            texts.emplace_back(text, packer.pack(text));
        }
        for (const auto &[text, packed] : texts)
            QCOMPARE(packer.unpack(packed), text);
    }

    void textsComeBackFromManyThreads()
    {
        Packer packer;
        std::atomic<int> wrong = 0;
        {
            std::vector<std::jthread> threads;
            for (quint32 seed = 1; seed <= 4; ++seed) {
                threads.emplace_back([&, seed] {
                    QRandomGenerator random(seed);
                    for (int i = 0; i < 500; ++i) {
                        const QByteArray text = someText(random);
                        wrong += packer.unpack(packer.pack(text)) != text;
                    }
                });
            }
        }
        QCOMPARE(wrong.load(), 0);
    }

    void textsThatResembleEachOtherBecomeSmall()
    {
        Packer packer;
        qsizetype plain = 0;
        qsizetype packed = 0;
        for (int i = 0; i < 2000; ++i) {
            const QByteArray text = component(u"berth-%1"_s.arg(i), u"system-%1"_s.arg(i % 50));
            const QByteArray small = packer.pack(text);
            if (i < 1000)
                continue; // It learns.
            plain += text.size();
            packed += small.size();
        }
        QVERIFY2(packed * 3 < plain, qPrintable(u"%1 of %2 bytes"_s.arg(packed).arg(plain)));
    }

    void documentsComeBack()
    {
        QRandomGenerator random(11);
        const auto packer = std::make_shared<Packer>();
        for (const int count : { 0, 1, 2, 10, 400 }) {
            std::vector<DocumentResult> documents;
            std::vector<QJsonObject> objects;
            QByteArrayList bodies;
            for (int i = 0; i < count; ++i) {
                documents.push_back(someDocument(random));
                objects.push_back({});
                if (documents.back().outcome == Outcome::Good)
                    objects.back() = { { u"n"_s, i }, { u"lines"_s, u"a\nb\r\n"_s }, { u"mark"_s, QString(mark + u"é"_s) },
                        { u"long"_s, QString(random.bounded(3000), u'x') } };
                bodies.append(objects.back().isEmpty() ? QByteArray() : exactJson(objects.back()));
            }
            const PackedDocuments packed(packer, documents, bodies);
            QVERIFY(std::ranges::equal(packed.unpacked(), documents, isSame));
            for (int i = 0; i < count; ++i)
                QCOMPARE(packed.body(quint32(i)), objects[size_t(i)]);
        }
    }

    void longNumbersAreWrittenAsInJavaScript()
    {
        for (const char *written : numbers)
            QCOMPARE(javaScriptJson(QJsonDocument::fromJson(written).object()), QByteArray(written));
        QCOMPARE(javaScriptJson({ { u"a"_s, qint64(1234567890123456789) }, { u"b"_s, 1.5e19 } }),
            QByteArray("{\"a\":1234567890123456800,\"b\":15000000000000000000}"));
    }

    void namesAreKeptOnce()
    {
        QRandomGenerator random(13);
        NameTable names;
        QHash<QString, quint32> wanted;
        QVERIFY(!names.find(u"nobody"_s));
        for (int i = 0; i < 20'000; ++i) {
            const QString name = QString(random.bounded(10) == 0 ? mark : QString()) + u"é-%1"_s.arg(random.bounded(5000));
            const quint32 id = names.idOf(name);
            QCOMPARE(wanted.value(name, id), id);
            wanted.insert(name, id);
        }
        for (auto each = wanted.cbegin(); each != wanted.cend(); ++each) {
            QVERIFY(*each < quint32(wanted.size()));
            QCOMPARE(names.at(*each), each.key());
            QCOMPARE(names.find(each.key()).value(), *each);
        }
        QCOMPARE(names.at(names.idOf({})), QString());
        QVERIFY(!names.find(u"nobody"_s));
    }

    // Files come, change and go: an engine that has seen all of it serves what one does that sees the last moment alone.
    void anEngineThatSawManyEditsServesTheLast()
    {
        QRandomGenerator random(17);
        Engine engine;
        QMap<int, QByteArray> files;
        for (int step = 0; step < 120; ++step) {
            for (int edits = 1 + random.bounded(4); edits > 0; --edits) {
                const int at = random.bounded(30);
                QByteArray text;
                for (int document = 0; document < random.bounded(5); ++document)
                    text += "---\n" + component(u"c%1-%2"_s.arg(at).arg(document), u"system-%1"_s.arg(random.bounded(50)));
                if (text.isEmpty())
                    files.remove(at);
                else
                    files.insert(at, text);
            }
            std::vector<Descriptor> roots;
            for (auto each = files.cbegin(); each != files.cend(); ++each)
                roots.push_back(file(u"%1.yaml"_s.arg(each.key()), *each));
            QCOMPARE(served(engine.process(roots, nullptr)), served(Engine().process(roots, nullptr)));
        }
    }

    // Each of two in one file breaks and is mended in its turn; what it was before is remembered through all of that.
    void theLastGoodVersionOutlivesItsNeighboursTroubles()
    {
        EngineOptions options;
        options.keepLastGood = true;
        options.keepNeighbours = true;
        Engine engine(options);
        const auto run = [&](const QByteArray &a, const QByteArray &b) {
            return engine.process({ file(u"1.yaml"_s, a + "---\n" + b) }, nullptr);
        };
        run(component(u"a"_s, u"one"_s), component(u"b"_s, u"one"_s));
        auto made = run(component(u"a"_s, {}, false), component(u"b"_s, u"two"_s));
        QCOMPARE(systemOf(made, u"a"_s), u"one"_s);
        QCOMPARE(systemOf(made, u"b"_s), u"two"_s);
        made = run("a: [\n", component(u"b"_s, {}, false));
        QCOMPARE(systemOf(made, u"a"_s), u"one"_s);
        QCOMPARE(systemOf(made, u"b"_s), u"two"_s);
        made = run(component(u"a"_s, {}, false), component(u"b"_s, u"three"_s));
        QCOMPARE(systemOf(made, u"a"_s), u"one"_s);
        QCOMPARE(systemOf(made, u"b"_s), u"three"_s);
        made = run(component(u"a"_s, u"four"_s), component(u"b"_s, {}, false));
        QCOMPARE(systemOf(made, u"a"_s), u"four"_s);
        QCOMPARE(systemOf(made, u"b"_s), u"three"_s);
        // Who is taken out of a file that is in order is gone for good.
        made = run("", component(u"b"_s, u"five"_s));
        QCOMPARE(served(made).keys(), QStringList { u"component:default/b"_s });
        made = run(component(u"a"_s, {}, false), component(u"b"_s, u"five"_s));
        QCOMPARE(served(made).keys(), QStringList { u"component:default/b"_s });
    }

    // A folder that is edited all day: of each file there is what it says now, and what was last good where it is broken.
    void whatWasReplacedIsLetGo()
    {
        EngineOptions options;
        options.keepLastGood = true;
        options.keepNeighbours = true;
        Engine engine(options);
        std::vector<std::weak_ptr<const FileResult>> versions;
        for (int edit = 0; edit < 300; ++edit) {
            const QString system = u"system-%1"_s.arg(edit);
            const QByteArray text = component(u"a"_s, system, edit % 2 == 0) + "---\n" + component(u"b"_s, system, edit % 2 == 1);
            const auto made = engine.process({ file(u"1.yaml"_s, text), file(u"new-%1.yaml"_s.arg(edit), component(u"c"_s, system)) }, nullptr);
            QCOMPARE(made.entities.size(), edit == 0 ? 2U : 3U);
            for (const ProcessedEntity &each : made.entities)
                versions.push_back(each.file);
        }
        std::set<std::shared_ptr<const FileResult>> alive;
        for (const auto &version : versions) {
            if (auto file = version.lock())
                alive.insert(std::move(file));
        }
        QCOMPARE(alive.size(), 3U); // Both files, and the one broken entity as it last was.
        alive.clear();
        engine.process({}, nullptr);
        QVERIFY(std::ranges::all_of(versions, [](const auto &version) { return version.expired(); }));
    }
};

QTEST_GUILESS_MAIN(TestPacking)
#include "tst_packing.moc"
