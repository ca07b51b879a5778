// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 240'000; ///< Milliseconds; it takes seconds where the machine is not busy.

struct Outcome {
    int status = -1;
    QByteArray out;
    QByteArray err;
    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
};

Outcome run(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral(CALLBOARDCTL), QStringList { u"docs"_s } + arguments);
    process.closeWriteChannel();
    process.waitForFinished(patience);
    return { process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError() };
}

QString source(const QString &path) { return QDir(QStringLiteral(CALLBOARD_SOURCE_DIR)).filePath(path); }

/// The expected page is in the first three for nine of ten queries.
void checkRelevance(const QString &queries, const QString &folder)
{
    const Outcome outcome = run({ u"relevance"_s, queries, folder, u"--json"_s });
    const QJsonObject summary = outcome.json()["summary"_L1].toObject();
    QVERIFY2(!summary.isEmpty(), outcome.err.constData());
    for (const auto &item : outcome.json()["items"_L1].toArray()) {
        if (const int rank = item["rank"_L1].toInt(); rank < 1 || rank > 3)
            qInfo("%s: rank %d", qPrintable(item["query"_L1].toString()), rank);
    }
    QVERIFY(summary["share"_L1].toDouble() >= 0.9);
    QCOMPARE(outcome.status, 0);
}

} // namespace

/// Documentation on the command line, as a person or a script asks for it.
class TestDocsCtl final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void relevanceOfTheSample()
    {
        checkRelevance(source(u"tests/data/docsearch/sample-queries.json"_s), source(u"plugins/sample/portal"_s));
    }

    /// Public sites are not in this repository; where they lie beside it, the 60 queries over them hold.
    void relevanceOfPublicSites()
    {
        const QString corpus = source(u"../shared/corpus"_s);
        if (!QDir(corpus).exists())
            QSKIP("SKIPPED: ../shared/corpus is not here, so the 60 relevance queries over public sites were NOT run");
        checkRelevance(source(u"tests/data/docsearch/queries.json"_s), corpus);
    }

    void listsSearchesAndShows()
    {
        const QString folder = source(u"plugins/sample/portal"_s);
        const QJsonArray sites = run({ u"list"_s, u"--folder"_s, folder, u"--json"_s }).json()["items"_L1].toArray();
        QVERIFY(sites.size() >= 6);
        const auto found = run({ u"search"_s, u"KEY-DUP"_s, u"--folder"_s, folder, u"--json"_s, u"--limit"_s, u"3"_s });
        QCOMPARE(found.status, 0);
        const QJsonArray hits = found.json()["items"_L1].toArray();
        QVERIFY(!hits.isEmpty() && hits.size() <= 3);
        QVERIFY(hits[0]["snippet"_L1].toString().contains("KEY-DUP"_L1) || hits[0]["heading"_L1].toString().contains("KEY-DUP"_L1));
        const auto shown = run({ u"show"_s, hits[0]["site"_L1].toString(), hits[0]["path"_L1].toString(), u"--folder"_s, folder });
        QCOMPARE(shown.status, 0);
        QVERIFY(shown.out.contains("KEY-DUP"));
        QVERIFY(shown.out.startsWith(hits[0]["title"_L1].toString().toUtf8()));
    }

    void saysWhatIsWrong()
    {
        QCOMPARE(run({}).status, 2);
        QCOMPARE(run({ u"search"_s, u"--folder"_s, source(u"plugins/sample/portal"_s) }).status, 2);
        QCOMPARE(run({ u"search"_s, u"x"_s, u"--limit"_s, u"none"_s }).status, 2);
        QCOMPARE(run({ u"search"_s, u"x"_s, u"--folder"_s, source(u"no-such-folder"_s) }).status, 2);
        QCOMPARE(run({ u"relevance"_s, source(u"CMakeLists.txt"_s), source(u"docs"_s) }).status, 2);
        QCOMPARE(run({ u"show"_s, u"nowhere"_s, u"no-page"_s, u"--folder"_s, source(u"plugins/sample/portal"_s) }).status, 1);
    }
};

QTEST_GUILESS_MAIN(TestDocsCtl)
#include "tst_docsctl.moc"
