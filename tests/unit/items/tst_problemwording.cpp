// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/lint.h"
#include "models/items/problemsmodel.h"
#include "models/items/problemwording.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace callboard;
using items::ProblemWording;

namespace {

/// Another language than that of the sources: "~" before what was asked for.
class Foreign final : public QTranslator {
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *source, const char *, int) const override { return u"~"_s + QString::fromUtf8(source); }
};

} // namespace

class TestProblemWording final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(); }

    /// All that the engine says of the documents that Backstage was asked about: a sentence that changes there must change here.
    void everySentenceOfTheEngineIsKnown()
    {
        QFile file(QStringLiteral(CALLBOARD_TEST_DATA "/catalog/reference.json"));
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
        QStringList unknown;
        int told = 0;
        for (const QJsonValue &sample : QJsonDocument::fromJson(file.readAll())["entities"_L1].toArray()) {
            const auto documents = catalog::readYaml(sample["text"_L1].toString().toUtf8());
            catalog::ValidationOptions options;
            options.model = sample["alpha"_L1].toBool() ? catalog::Model::Alpha : catalog::Model::Default;
            for (const catalog::Violation &violation : catalog::validate(documents.at(0).value, options, &documents.at(0)).violations) {
                ++told;
                if (!ProblemWording::isKnown(violation.message))
                    unknown.append(violation.message);
            }
        }
        unknown.removeDuplicates();
        QVERIFY2(unknown.isEmpty(), qPrintable(unknown.join(u'\n')));
        QVERIFY(told > 200);
    }

    /// So with all that is wrong in the documents that npm's `yaml` was asked about, and what passes a limit.
    void everySentenceOfTheReaderIsKnown()
    {
        QFile file(QStringLiteral(CALLBOARD_TEST_DATA "/yaml/cases.json"));
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
        QStringList told;
        const auto read = [&told](const QByteArray &text, const catalog::YamlLimits &limits = {}) {
            for (const catalog::YamlDocument &document : catalog::readYaml(text, limits)) {
                if (document.error)
                    told.append(document.error->message);
            }
        };
        for (const QJsonValue &sample : QJsonDocument::fromJson(file.readAll())["cases"_L1].toArray())
            read(sample["text"_L1].toString().toUtf8());
        read("a: [\n", { .maxBytes = 2 });
        read("[[[[1]]]]", { .maxDepth = 2 });
        read("a: &b [1, 2]\nc: [*b, *b, *b]\n", { .maxAliasExpansion = 2 });
        told.removeDuplicates();
        QVERIFY2(told.size() > 30, qPrintable(QString::number(told.size())));
        QStringList unknown = told;
        unknown.removeIf(&ProblemWording::isKnown);
        QVERIFY2(unknown.isEmpty(), qPrintable(unknown.join(u'\n')));
    }

    void filesAreKnownToo_data()
    {
        QTest::addColumn<QByteArray>("text");
        const QByteArray head = "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: a\n";
        const QByteArray spec = "spec:\n  type: service\n  lifecycle: production\n  owner: o\n";
        QTest::newRow("taken in") << head + spec + "  note:\n    $json: ./bad.json\n";
        QTest::newRow("nothing to take in") << head + spec + "  note:\n    $text: 5\n";
        QTest::newRow("reference") << head + spec + "  dependsOn: [db]\n";
        QTest::newRow("label") << QByteArray("apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: a\n  labels: {b: a b}\n") + spec;
        QTest::newRow("long name") << QByteArray("apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: ") + QByteArray(70, 'a') + "\n" + spec;
        QTest::newRow("made by the catalog") << head + spec + "relations: []\n";
        QTest::newRow("a slip in a member") << QByteArray("apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  nmae: a\n") + spec;
        QTest::newRow("a slip at the root") << head + spec + "metdata: {}\n";
        QTest::newRow("a slip in the kind") << QByteArray("apiVersion: backstage.io/v1alpha1\nkind: Componnet\nmetadata:\n  name: a\n") + spec;
        QTest::newRow("placeholder") << QByteArray("apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: {{ a }}\n") + spec;
        QTest::newRow("skeleton") << QByteArray("apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: ${{ a }}\n  labels: {b: '{{ a }}'}\n") + spec;
        QTest::newRow("a path of Windows") << head + spec + "  note:\n    $text: .\\docs\\a.txt\n";
        QTest::newRow("marks of Git") << head + "<<<<<<< HEAD\n" + spec + "=======\n>>>>>>> other\n";
        QTest::newRow("UTF-16") << QByteArray("\xff\xfe" "a\0b\0", 6);
        QTest::newRow("no map") << QByteArray("- a\n");
        QTest::newRow("no YAML") << head + "spec: [a\n";
    }

    void filesAreKnownToo()
    {
        QFETCH(QByteArray, text);
        QTemporaryDir folder;
        write(folder.filePath(u"bad.json"_s), "{");
        const QString path = folder.filePath(u"catalog-info.yaml"_s);
        const catalog::LintedFile linted = catalog::lint({ path, text }, {});
        QStringList told;
        for (const auto &failure : linted.failures)
            told.append(failure.message);
        for (const auto &document : linted.documents) {
            for (const auto &violation : document.verdict.violations)
                told.append(violation.message);
        }
        QVERIFY(!told.isEmpty());
        for (const QString &message : std::as_const(told))
            QVERIFY2(ProblemWording::isKnown(message), qPrintable(message));
    }

    /// Whatever the language of whoever reads: problems are kept.
    void whatIsNotJsonIsSaidInOurWords_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("complaint");
        QTest::newRow("list") << QByteArray("[1") << u"the closing `]` is missing"_s;
        QTest::newRow("text") << QByteArray("\"a") << u"the closing \" is missing"_s;
        QTest::newRow("colon") << QByteArray("{\"a\" 1}") << u"a `:` is missing behind a name"_s;
        QTest::newRow("word") << QByteArray("no") << u"JSON has no such value"_s;
    }

    void whatIsNotJsonIsSaidInOurWords()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, complaint);
        QTemporaryDir folder;
        write(folder.filePath(u"bad.json"_s), json);
        Foreign foreign;
        QVERIFY(QCoreApplication::installTranslator(&foreign));
        const catalog::LintedFile linted = catalog::lint({ folder.filePath(u"catalog-info.yaml"_s),
            "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: a\nspec:\n  $json: ./bad.json\n" }, {});
        QCoreApplication::removeTranslator(&foreign);
        QCOMPARE(linted.documents.size(), size_t(1));
        QVERIFY(!linted.documents[0].verdict.violations.empty());
        const QString message = linted.documents[0].verdict.violations[0].message;
        QVERIFY2(message.contains(QString(u"it is not JSON: "_s + complaint + u" at character"_s)), qPrintable(message));
        QVERIFY2(ProblemWording::isKnown(message), qPrintable(message));
    }

    void saysItInAnotherLanguage_data()
    {
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, const QString &english, const QString &said) { QTest::newRow(name) << english << said; };
        row("parts in words", u"metadata.title must be text, but is the number 5; put it in quotes: \"5\""_s,
            u"~metadata.title must be ~text, but is ~the number 5; ~put it in quotes: \"5\""_s);
        row("either", u"spec.x must be text or a list, but is empty; write a value or remove the line"_s,
            u"~spec.x must be ~~text or ~a list, but is ~empty; ~write a value or remove the line"_s);
        row("a remedy behind it", u"tag \"A B\" may have lower-case letters, digits, \"+\", \"#\" and \":\", in words joined by single \"-\", at most 63; write \"a-b\""_s,
            u"~~tag \"A B\" may have lower-case letters, digits, \"+\", \"#\" and \":\", in words joined by single \"-\", at most 63; write \"a-b\""_s);
        row("a value twice", u"spec.dependsOn: \"db\" does not say its kind; write \"component:db\" or \"resource:db\""_s,
            u"~spec.dependsOn: \"db\" does not say its kind; write \"component:db\" or \"resource:db\""_s);
        row("a value like a mark", u"\"%2\" is a folder; name a file in it"_s, u"~\"%2\" is a folder; name a file in it"_s);
        row("the reader's", u"The closing `]` is missing: write it, or quote the value if the bracket is text"_s,
            u"~The closing `]` is missing: write it, or quote the value if the bracket is text"_s);
        row("the reader's, in words", u"A plain value cannot start with a tab: put the value in quotes"_s,
            u"~A plain value cannot start with ~a tab: put the value in quotes"_s);
        row("of a file that is taken in", u"$yaml cannot take in \"./a.yaml\": it is not YAML: Tabs are not allowed as indentation: use spaces (line 2)"_s,
            u"~$yaml cannot take in \"./a.yaml\": ~it is not YAML: ~Tabs are not allowed as indentation: use spaces (line 2)"_s);
        row("of JSON", u"$json cannot take in \"./a.json\": it is not JSON: the closing `}` is missing at character 1"_s,
            u"~$json cannot take in \"./a.json\": ~it is not JSON: ~the closing `}` is missing at character 1"_s);
        row("a stranger's", u"Nested mappings are not allowed in compact mappings"_s, u"Nested mappings are not allowed in compact mappings"_s);
    }

    void saysItInAnotherLanguage()
    {
        QFETCH(QString, english);
        QFETCH(QString, said);
        QCOMPARE(ProblemWording::sentence(english), english); // As it is where nothing is translated.
        Foreign foreign;
        QVERIFY(QCoreApplication::installTranslator(&foreign));
        const QString sentence = ProblemWording::sentence(english);
        QCoreApplication::removeTranslator(&foreign);
        QCOMPARE(sentence, said);
    }

    /// The list shows it, keeps the engine's words as a tool tip, and finds it by either.
    void theListSaysBoth()
    {
        Foreign foreign;
        QVERIFY(QCoreApplication::installTranslator(&foreign));
        items::ProblemsModel model(nullptr);
        domain::Problem problem;
        problem.message = u"\"docs\" is a folder; name a file in it"_s;
        model.setProblems({ problem });
        const QModelIndex message = model.index(0, int(items::ProblemsModel::Columns::Message));
        QCOMPARE(message.data().toString(), u"~"_s + problem.message);
        QCOMPARE(message.data(Qt::ToolTipRole).toString(), problem.message);
        model.setText(u"~ folder"_s);
        QCOMPARE(model.rowCount(), 1);
        QCoreApplication::removeTranslator(&foreign);
    }

private:
    static void write(const QString &path, const QByteArray &text)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
};

QTEST_GUILESS_MAIN(TestProblemWording)
#include "tst_problemwording.moc"
