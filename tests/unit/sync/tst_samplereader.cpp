// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/sdk/integration.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QPluginLoader>
#include <QTest>

using namespace callboard;
using namespace Qt::StringLiterals;

namespace {

QString url(const QString &repository, const QString &path)
{
    return u"https://git.quayline.example/quayline/"_s + repository + u"/src/branch/main/"_s + path;
}

QDir portal()
{
    return QDir(QString::fromUtf8(CALLBOARD_SOURCE_DIR) + u"/plugins/sample/portal"_s);
}

QByteArray onDisk(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// What the built library hands out, against the folder it was built from.
class TestSampleReader final : public QObject {
    Q_OBJECT

    std::unique_ptr<sdk::Connection> m_connection;
    sdk::Reader *m_reader = nullptr;

private Q_SLOTS:
    void initTestCase()
    {
        QPluginLoader loader(QString::fromUtf8(SAMPLE_LIBRARY));
        auto *integration = qobject_cast<sdk::Integration *>(loader.instance());
        QVERIFY2(integration, qPrintable(loader.errorString()));
        m_connection = integration->connect({});
        m_reader = m_connection->reader();
        QVERIFY(m_reader);
    }

    void everyFileIsListedAndRead()
    {
        int files = 0;
        for (const QString &repository : portal().entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            const QString folder = portal().filePath(repository) + u'/';
            QStringList wanted;
            QDirIterator walk(folder, QDir::Files, QDirIterator::Subdirectories);
            while (walk.hasNext()) {
                const QString path = walk.next().mid(folder.size());
                wanted.append(url(repository, path));
                const auto bytes = m_reader->read(wanted.constLast());
                QVERIFY2(bytes, qPrintable(wanted.constLast()));
                QVERIFY2(*bytes == onDisk(folder + path), qPrintable(wanted.constLast()));
            }
            wanted.sort();
            const auto listed = m_reader->list(url(repository, u"**"_s));
            QVERIFY2(listed, qPrintable(repository));
            QCOMPARE(*listed, wanted);
            files += int(wanted.size());
        }
        QVERIFY2(files > 150, qPrintable(QString::number(files)));
    }

    void patterns_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("one file") << u"mkdocs.yml"_s << QStringList { u"mkdocs.yml"_s };
        QTest::newRow("one folder") << u"docs/runbooks/*.md"_s
                                    << QStringList { u"docs/runbooks/drain.md"_s, u"docs/runbooks/failover.md"_s, u"docs/runbooks/replay.md"_s,
                                           u"docs/runbooks/rollback.md"_s };
        QTest::newRow("any depth") << u"docs/**/index.md"_s << QStringList { u"docs/index.md"_s, u"docs/reference/index.md"_s };
        QTest::newRow("within a segment only") << u"docs/*.md"_s << QStringList { u"docs/index.md"_s };
        QTest::newRow("outside of the pages") << u"includes/**"_s << QStringList { u"includes/second-person.md"_s, u"includes/words.md"_s };
        QTest::newRow("nothing") << u"docs/**/*.rst"_s << QStringList {};
        QTest::newRow("no such folder") << u"site/**"_s << QStringList {};
    }

    void patterns()
    {
        QFETCH(QString, pattern);
        QFETCH(QStringList, expected);
        for (QString &path : expected)
            path = url(u"ledger-api"_s, path);
        const auto listed = m_reader->list(url(u"ledger-api"_s, pattern));
        QVERIFY(listed);
        QCOMPARE(*listed, expected);
    }

    void aSiteInAFolder()
    {
        const auto listed = m_reader->list(url(u"storefront"_s, u"harbor-map/**/*.md"_s));
        QVERIFY(listed);
        QCOMPARE(listed->size(), 6);
        for (const QString &page : *listed)
            QVERIFY2(page.startsWith(url(u"storefront"_s, u"harbor-map/docs/"_s)), qPrintable(page));
    }

    void notOurs_data()
    {
        QTest::addColumn<QString>("address");
        QTest::newRow("another host") << u"https://git.example.org/quayline/ledger-api/src/branch/main/mkdocs.yml"_s;
        QTest::newRow("another branch") << u"https://git.quayline.example/quayline/ledger-api/src/branch/next/mkdocs.yml"_s;
        QTest::newRow("a folder") << url(u"ledger-api"_s, u"docs"_s);
        QTest::newRow("a folder with a slash") << url(u"ledger-api"_s, u"docs/"_s);
        QTest::newRow("out of the repository") << url(u"ledger-api"_s, u"../handbook/mkdocs.yml"_s);
        QTest::newRow("out of the resources") << url(u"ledger-api"_s, u"../../../../etc/passwd"_s);
        QTest::newRow("no repository") << url(u".."_s, u"mkdocs.yml"_s);
        QTest::newRow("two repositories") << url(u"ledger-api/docs"_s, u"index.md"_s);
        QTest::newRow("a path of this machine") << u"/etc/passwd"_s;
        QTest::newRow("a resource") << u":/integrations/sample/ledger-api/mkdocs.yml"_s;
        QTest::newRow("missing") << url(u"ledger-api"_s, u"docs/none.md"_s);
        QTest::newRow("nothing") << QString();
    }

    void notOurs()
    {
        QFETCH(QString, address);
        const auto bytes = m_reader->read(address);
        QVERIFY(!bytes);
        QCOMPARE(bytes.error().code, domain::ErrorCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestSampleReader)
#include "tst_samplereader.moc"
