// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/casetwins.h"
#include "models/catalog/engine.h"
#include "models/catalog/lint.h"

#include <QHash>
#include <QJsonArray>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace callboard;
using namespace callboard::catalog;

namespace {

const QString place = u"http://localhost:7998/repo/"_s;

class Files final : public SourceReader {
public:
    QHash<QString, QByteArray> files; ///< By name.

    domain::Result<QByteArray> read(const QString &target) override
    {
        const auto found = files.constFind(target.mid(place.size()));
        return found == files.cend() ? domain::fail(domain::ErrorCode::NotFound, u"nothing there"_s) : domain::Result<QByteArray>(*found);
    }
    domain::Result<QStringList> list(const QString &) override { return QStringList(); }
};

QByteArray component(const QByteArray &name, const QByteArray &metadata = {}, const QByteArray &spec = {})
{
    return "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: " + name + '\n' + metadata
        + "spec:\n  type: service\n  lifecycle: production\n  owner: team-a\n" + spec;
}

QByteArray location(const QByteArray &name, const QByteArray &target, const QByteArray &metadata = {})
{
    return "apiVersion: backstage.io/v1alpha1\nkind: Location\nmetadata:\n  name: " + name + '\n' + metadata + "spec:\n  target: " + target
        + '\n';
}

} // namespace

/// What a real backend (@backstage/plugin-catalog-backend 4.0) made of the same texts, where reading its source is not enough to know.
class TestBackend final : public QObject {
    Q_OBJECT
    Files m_reader;

    ProcessedCatalog process(const QByteArray &text, const EngineOptions &options = {})
    {
        return Engine(options).process({ { u"url:"_s + place + u"catalog-info.yaml", text, {} } }, &m_reader);
    }

    static QStringList refs(const ProcessedCatalog &made)
    {
        QStringList found;
        for (const ProcessedEntity &entity : made.entities)
            found.append(entity.ref);
        return found;
    }

    /// Of the only entity; undefined where none is served.
    QJsonValue specOf(const QByteArray &text, const QString &member)
    {
        const ProcessedCatalog made = process(text);
        return made.entities.size() == 1 ? made.entity(made.entities.at(0)).spec().value(member) : QJsonValue(QJsonValue::Undefined);
    }

private Q_SLOTS:
    void init() { m_reader.files.clear(); }

    void servesNoCaseTwins_data()
    {
        QTest::addColumn<QByteArray>("metadata");
        QTest::addColumn<QString>("twin");
        const auto row = [](const char *name, const char *metadata, const char *twin) {
            QTest::newRow(name) << QByteArray(metadata) + '\n' << QString::fromLatin1(twin);
        };
        row("labels", "  labels: {Team: a, team: b}", "/metadata/labels/team");
        row("annotations", "  annotations: {x.io/Foo: a, x.io/foo: b}", "/metadata/annotations/x.io~1foo");
        row("of what is indexed apart", "  Name: other", "/metadata/Name");
        row("of what the backend makes", "  Uid: x", "/metadata/Uid");
        row("of what it does not index", "  ETAG: y", "");
        row("of the title", "  title: a\n  Title: b", "/metadata/title");
        row("lists of two names", "  custom: [Foo]\n  Custom: [bar]", "/metadata/custom/0");
        row("texts of one list", "  custom: [Foo, foo]", "");
        row("an empty list", "  custom: {a: [Foo], A: []}", "");
        row("an empty map", "  custom: {a: {}, A: x}", "");
        row("items of one list", "  custom: [{a: 1}, {A: 2}]", "/metadata/custom/1/A");
        row("items of other depth", "  custom: [{a: 1}, {b: {A: 2}}]", "");
        row("texts of two lists at one path", "  custom: [{x: [Foo]}, {x: [foo]}]", "");
        row("a text and a member", "  custom: [Foo, {foo: 1}]", "/metadata/custom/1/foo");
        row("a member and a text", "  custom: [{foo: 1}, Foo]", "/metadata/custom/1");
        row("a text like a member", "  custom: [{Foo: 1}, Foo]", "");
        row("a dot in a name", "  custom: {a.b: 1, a: {B: 2}}", "/metadata/custom/a.b");
        row("the same path twice", "  custom: {a.b: 1, a: {b: 2}}", "");
        row("attachments", "  attachments: {A: 1, a: 2}", "/metadata/attachments/a");
    }

    void servesNoCaseTwins()
    {
        QFETCH(const QByteArray, metadata);
        QFETCH(const QString, twin);
        const QByteArray text = component("a", metadata, "  dependsOn: [component:b]\n") + "---\n" + component("b");
        const ProcessedCatalog made = process(text);
        QStringList served { u"component:default/a"_s, u"component:default/b"_s };
        if (!twin.isEmpty())
            served.removeFirst();
        QCOMPARE(refs(made), served);
        QCOMPARE(made.rejected.size(), twin.isEmpty() ? 0U : 1U);
        // It has taken the relations in before it sees that it cannot serve the entity.
        const std::vector<domain::Relation> ofB = made.entity(made.entities.at(made.entities.size() - 1)).relations;
        QVERIFY(std::ranges::contains(ofB, domain::Relation { u"dependencyOf"_s, u"component:default/a"_s }));
        if (!twin.isEmpty()) {
            QCOMPARE(made.problems.at(0).rule, u"CaseTwins"_s);
            QCOMPARE(made.problems.at(0).severity, domain::Severity::Error);
            QCOMPARE(made.problems.at(0).field, twin);
            QVERIFY(made.problems.at(0).line >= 5);
        }
        // The validators know nothing of it.
        const LintedFile linted = lint({ u"/tmp/catalog-info.yaml"_s, text }, {});
        QVERIFY(linted.documents.at(0).verdict.valid);
        QCOMPARE(linted.documents.at(0).verdict.violations.empty(), twin.isEmpty());
    }

    void parametersOfTwoPagesAreTwins()
    {
        const QByteArray head = "apiVersion: scaffolder.backstage.io/v1beta3\nkind: Template\nmetadata: {name: t}\nspec:\n  type: x\n";
        const auto served = [&](const QByteArray &rest) { return process(head + rest).entities.size(); };
        QCOMPARE(served("  steps: []\n  parameters:\n  - properties: {Name: {type: string}}\n  - properties: {name: {type: string}}\n"), 0U);
        QCOMPARE(served("  steps:\n  - {id: a, action: x, input: {RepoUrl: a}}\n  - {id: b, action: x, input: {repoUrl: b}}\n"), 0U);
        QCOMPARE(served("  steps: []\n  parameters:\n  - required: [Name]\n  - required: [name]\n"), 1U);
    }

    void twinsNameEachOther()
    {
        const auto twins = caseTwins({ { u"spec"_s, QJsonObject { { u"Owner"_s, u"a"_s }, { u"owner"_s, u"b"_s } } } });
        QVERIFY(twins);
        QCOMPARE(twins->path, u"spec.owner"_s);
        QCOMPARE(twins->other, u"spec.Owner"_s);
        QCOMPARE(twins->pointer, u"/spec/owner"_s);
    }

    void aLocationWithTwinsIsFollowed()
    {
        m_reader.files = { { u"a.yaml"_s, component("a") } };
        const ProcessedCatalog made = process(location("l", "./a.yaml", "  labels: {A: x, a: y}\n"));
        QCOMPARE(refs(made), QStringList { u"component:default/a"_s });
        QCOMPARE(made.rejected.at(0).entityRef, u"location:default/l"_s);
    }

    /// A window shows it, with what is wrong in its status.
    void twinsAreKeptWithTheirNeighbours()
    {
        EngineOptions options;
        options.keepNeighbours = true;
        const ProcessedCatalog made = process(component("a", "  labels: {A: x, a: y}\n"), options);
        QCOMPARE(refs(made), QStringList { u"component:default/a"_s });
        QCOMPARE(made.entities.at(0).statusItems.size(), 1);
        QVERIFY(process(component("a"), options).entities.at(0).statusItems.isEmpty());
    }

    void aLocationThatIsDescribedAgainLeadsNowhere()
    {
        m_reader.files = { { u"a.yaml"_s, component("a") }, { u"b.yaml"_s, component("b") } };
        const QStringList second { u"component:default/b"_s, u"location:default/l"_s };
        const ProcessedCatalog made = process(location("l", "./a.yaml") + "---\n" + location("l", "./b.yaml"));
        QCOMPARE(refs(made), second);
        const ProcessedCatalog broken = process(location("l", "./gone.yaml") + "---\n" + location("l", "./b.yaml"));
        QCOMPARE(refs(broken), second);
        QVERIFY(broken.rejected.empty());
        QVERIFY(refs(process(location("l", "./a.yaml") + "---\n" + location("l", "5"))).isEmpty());
    }

    void whatJavaScriptLosesIsLost()
    {
        QCOMPARE(specOf(component("a", {}, "  __proto__: {a: b}\n"), u"__proto__"_s), QJsonValue(QJsonValue::Undefined));
        QCOMPARE(specOf(component("a", {}, "  __proto__: x\n"), u"__proto__"_s), QJsonValue(u"x"_s));
        QCOMPARE(specOf(component("a", {}, "  more: [{__proto__: [x], b: c}]\n"), u"more"_s),
            QJsonValue(QJsonArray { QJsonObject { { u"b"_s, u"c"_s } } }));
        QCOMPARE(process(component("a") + "__proto__: {spec: {x: 1}}\n").entities.size(), 1U);
        QVERIFY(process(component("a") + "__proto__: 5\n").entities.empty());
    }

    void annotationsAreNoPlaceholder()
    {
        m_reader.files = { { u"m.yaml"_s, "a: b\n" }, { u"m.txt"_s, "text" } };
        QVERIFY(process(component("a", "  annotations: {$yaml: ./m.yaml}\n")).entities.empty());
        QCOMPARE(process(component("a", "  annotations: {x: {$text: ./m.txt}}\n")).entities.size(), 1U);
        QCOMPARE(process(component("a", "  annotations: .nan\n")).entities.size(), 1U);
    }

    void readsJsonAsJavaScriptDoes_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QJsonValue>("value");
        const QJsonValue refused(QJsonValue::Undefined);
        QTest::newRow("tab") << QByteArray("\"a\tb\"") << refused;
        QTest::newRow("line end") << QByteArray("[\"a\nb\"]") << refused;
        QTest::newRow("NUL") << QByteArray("\"\0\"", 3) << refused;
        QTest::newRow("escape") << QByteArray("\"\\q\"") << refused;
        QTest::newRow("backslash at the end") << QByteArray("\"\\") << refused;
        QTest::newRow("point at the end") << QByteArray("[1.]") << refused;
        QTest::newRow("point at the beginning") << QByteArray("-.5") << refused;
        QTest::newRow("no exponent") << QByteArray("1e") << refused;
        QTest::newRow("zero in front") << QByteArray("01") << refused;
        QTest::newRow("comma at the end") << QByteArray("[1,]") << refused;
        QTest::newRow("two values") << QByteArray("1,2") << refused;
        QTest::newRow("no UTF-8") << QByteArray("\"\xff\"") << QJsonValue(QString(QChar::ReplacementCharacter));
        QTest::newRow("escapes") << QByteArray("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\"") << QJsonValue(u"\"\\/\b\f\n\r\tA"_s);
        QTest::newRow("numbers") << QByteArray("[-0.5e+1, 1E2, 0]") << QJsonValue(QJsonArray { -5, 100, 0 });
        QTest::newRow("a name twice") << QByteArray("{\"a\":1,\"a\":2}") << QJsonValue(QJsonObject { { u"a"_s, 2 } });
    }

    void readsJsonAsJavaScriptDoes()
    {
        QFETCH(const QByteArray, json);
        QFETCH(const QJsonValue, value);
        m_reader.files = { { u"a.json"_s, json } };
        QCOMPARE(specOf(component("a", {}, "  more:\n    $json: ./a.json\n"), u"more"_s), value);
    }

    /// One mark for each longest prefix of what could have been a character, not one for each byte.
    void textOfOtherEncodings()
    {
        m_reader.files = { { u"a.txt"_s, "\xe2\x82|\xf0\x9f\x98|\xe9|\xc3\xa9|\xed\xa0\x80" } };
        const QString mark(QChar::ReplacementCharacter);
        QCOMPARE(specOf(component("a", {}, "  more:\n    $text: ./a.txt\n"), u"more"_s),
            QJsonValue(mark + u'|' + mark + u'|' + mark + u"|é|" + mark + mark + mark));
    }

    void blankTitles()
    {
        const auto isServed = [this](const QByteArray &title) {
            return !process(component("a", "  links: [{url: \"https://x.io\", title: \"" + title + "\"}]\n")).entities.empty();
        };
        QVERIFY(isServed("\\u0085"));
        QVERIFY(!isServed("\\u00a0 \\ufeff\\u2028"));
    }
};

QTEST_GUILESS_MAIN(TestBackend)
#include "tst_backend.moc"
