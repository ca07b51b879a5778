// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/docs.h"
#include "models/mirror/doctext.h"
#include "models/mirror/doctokens.h"
#include "models/mirror/mirror.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <map>
#include <set>

using namespace callboard;
using namespace callboard::mirror;
using namespace Qt::StringLiterals;

namespace {

domain::Run plain(const QString &text)
{
    domain::Run run;
    run.text = text;
    return run;
}

domain::Block heading(int level, const QString &text)
{
    domain::Block block;
    block.kind = domain::Block::Kind::Heading;
    block.level = level;
    block.id = QString(text).toLower().replace(u' ', u'-');
    block.runs = { plain(text) };
    return block;
}

domain::Block paragraph(const QString &text)
{
    domain::Block block;
    block.runs = { plain(text) };
    return block;
}

domain::DocPage page(const QString &path, const QString &text, const QString &title = u"A page"_s)
{
    domain::DocPage made;
    made.site = u"component:default/ledger"_s;
    made.path = path;
    made.title = title;
    made.document.blocks = { paragraph(text) };
    return made;
}

/// Pages by term, as the index has them, those that are gone left out.
std::map<std::string, std::set<QString>> indexed(const Mirror &mirror)
{
    std::map<std::string, std::set<QString>> found;
    const auto read = mirror.readDocText([&](DocTextReader &reader) {
        std::map<qint64, QString> alive;
        reader.forEachPage([&](qint64 id, QByteArrayView) { alive.emplace(id, QString()); });
        for (auto &[id, path] : alive)
            path = reader.page(id).path;
        for (const qint64 id : reader.segments()) {
            const SegmentPtr view = reader.segment(id);
            QVERIFY(view);
            for (quint32 term = 0; term < view->terms(); ++term) {
                const auto place = view->place(term);
                const QByteArray bytes = reader.chunk(id, place.chunk);
                QVERIFY(place.offset + place.length <= bytes.size());
                quint32 postings = 0;
                QVERIFY(forEachPosting(QByteArrayView(bytes).sliced(place.offset, place.length), view->sections(), [&](quint32 section, quint8) {
                    ++postings;
                    size_t at = 0;
                    while (view->endOf(at) <= section)
                        ++at;
                    if (const auto known = alive.find(view->pages()[at].id); known != alive.end())
                        found[std::string(view->term(term))].insert(known->second);
                }));
                QCOMPARE(postings, view->documents(term));
            }
        }
    });
    [&] { QVERIFY(read); }();
    return found;
}

qsizetype segments(const Mirror &mirror)
{
    qsizetype count = 0;
    std::ignore = mirror.readDocText([&](DocTextReader &reader) { count = std::ssize(reader.segments()); });
    return count;
}

} // namespace

class TstDocText final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        open();
    }
    void cleanup() { m_mirror.reset(); }

    void tokens_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("terms");
        QTest::newRow("words") << u"The quick, brown fox."_s << QStringList { u"the"_s, u"quick"_s, u"brown"_s, u"fox"_s };
        QTest::newRow("hyphen") << u"ledger-api"_s << QStringList { u"ledger-api"_s, u"ledger"_s, u"api"_s };
        QTest::newRow("version") << u"since v1.2."_s << QStringList { u"since"_s, u"v1.2"_s, u"v1"_s, u"2"_s };
        QTest::newRow("constant") << u"PAYMENT_TIMEOUT=3"_s
                                  << QStringList { u"payment_timeout=3"_s, u"payment_timeout"_s, u"payment"_s, u"timeout"_s, u"3"_s };
        QTest::newRow("camel") << u"paymentTimeout"_s << QStringList { u"paymenttimeout"_s, u"payment"_s, u"timeout"_s };
        QTest::newRow("capitals") << u"HTTPServer"_s << QStringList { u"httpserver"_s, u"http"_s, u"server"_s };
        QTest::newRow("annotation") << u"backstage.io/managed-by-url"_s
                                    << QStringList { u"backstage.io/managed-by-url"_s, u"backstage.io"_s, u"backstage"_s, u"io"_s,
                                           u"managed-by-url"_s, u"managed"_s, u"by"_s, u"url"_s };
        QTest::newRow("accents") << u"Café ÜBER"_s << QStringList { u"cafe"_s, u"uber"_s };
        QTest::newRow("apostrophe") << u"don't team’s"_s << QStringList { u"dont"_s, u"teams"_s };
        QTest::newRow("without spaces") << u"決済API"_s << QStringList { u"決"_s, u"済"_s, u"api"_s };
        QTest::newRow("marks only") << u"--- ... ///"_s << QStringList();
    }
    void tokens()
    {
        QFETCH(QString, text);
        QStringList terms;
        forEachToken(text, [&](const DocToken &token) {
            terms += QString::fromUtf8(token.term.data(), qsizetype(token.term.size()));
            QVERIFY(token.start >= 0 && token.start + token.length <= text.size());
        });
        QTEST(terms, "terms");
    }

    void sectionsByHeading()
    {
        domain::DocPage made = page({}, u"Before."_s, u"Guide"_s);
        made.document.blocks.insert(made.document.blocks.begin(), heading(1, u"Guide"_s));
        made.document.blocks.push_back(heading(2, u"Install it"_s));
        made.document.blocks.push_back(paragraph(u"With a package."_s));
        const auto sections = sectionsOf(made);
        QCOMPARE(sections.size(), 2);
        QCOMPARE(sections[0].anchor, QString()); // The page's own title is no section.
        QCOMPARE(sections[0].text, u"Before."_s);
        QCOMPARE(sections[1].anchor, u"install-it"_s);
        QCOMPARE(sections[1].heading, u"Install it"_s);
        QCOMPARE(sections[1].text, u"With a package."_s);
    }

    void hugePageIsCut()
    {
        domain::DocPage made = page({}, QString(5'000'000, u'x'), u"Huge"_s);
        for (int i = 0; i < 6000; ++i)
            made.document.blocks.push_back(heading(2, u"Heading %1"_s.arg(i)));
        const auto sections = sectionsOf(made);
        QVERIFY(sections.size() <= 1000);
        qsizetype units = 0;
        for (const auto &section : sections)
            units += section.text.size();
        QVERIFY(units <= 2'200'000);
        put({ made });
        QVERIFY(m_mirror->finishIndexing());
    }

    void trailsThePulls()
    {
        put({ page(u"a/"_s, u"alpha beta"_s), page(u"b/"_s, u"beta gamma"_s) });
        QVERIFY(m_mirror->finishIndexing());
        QVERIFY(m_mirror->docTextIndexedAll());
        auto found = indexed(*m_mirror);
        QCOMPARE(found["beta"], (std::set { u"a/"_s, u"b/"_s }));
        QCOMPARE(found["alpha"], std::set { u"a/"_s });

        put({ page(u"a/"_s, u"delta"_s), page(u"b/"_s, u"beta gamma"_s) });
        QVERIFY(m_mirror->finishIndexing());
        found = indexed(*m_mirror);
        QCOMPARE(found["beta"], std::set { u"b/"_s });
        QCOMPARE(found["delta"], std::set { u"a/"_s });
        QVERIFY(found["alpha"].empty());

        put({ page(u"b/"_s, u"beta gamma"_s) });
        QVERIFY(m_mirror->finishIndexing());
        found = indexed(*m_mirror);
        QVERIFY(found["delta"].empty());
        QCOMPARE(found["gamma"], std::set { u"b/"_s });
    }

    /// Only what changed is indexed again.
    void unchangedPagesKeepTheirRows()
    {
        put({ page(u"a/"_s, u"alpha"_s), page(u"b/"_s, u"beta"_s) });
        QVERIFY(m_mirror->finishIndexing());
        const auto before = pageIds();
        put({ page(u"a/"_s, u"alpha again"_s), page(u"b/"_s, u"beta"_s) });
        QVERIFY(m_mirror->finishIndexing());
        const auto after = pageIds();
        QCOMPARE(after.at(u"b/"_s), before.at(u"b/"_s));
        QVERIFY(after.at(u"a/"_s) != before.at(u"a/"_s));
    }

    /// Against the pages themselves, over many rounds of changes with the merges that they bring.
    void agreesWithThePages()
    {
        QRandomGenerator random(20);
        std::map<QString, QString> wanted;
        qsizetype mostSegments = 0;
        for (int round = 0; round < 40; ++round) {
            for (int i = 0; i < 8; ++i) {
                const QString path = u"p%1/"_s.arg(random.bounded(60));
                if (random.bounded(4) == 0) {
                    wanted.erase(path);
                    continue;
                }
                QStringList words;
                for (int word = 0; word < 30; ++word)
                    words += u"w%1"_s.arg(random.bounded(200));
                wanted[path] = words.join(u' ');
            }
            std::vector<domain::DocPage> pages;
            for (const auto &[path, text] : wanted)
                pages.push_back(page(path, text));
            put(pages);
            QVERIFY(m_mirror->finishIndexing());
            mostSegments = std::max(mostSegments, segments(*m_mirror));
        }
        std::map<std::string, std::set<QString>> expected;
        for (const auto &[path, text] : wanted) {
            for (const QString &word : text.split(u' '))
                expected[word.toStdString()].insert(path);
        }
        const auto found = indexed(*m_mirror);
        for (int word = 0; word < 200; ++word) {
            const std::string term = u"w%1"_s.arg(word).toStdString();
            QCOMPARE(found.contains(term) ? found.at(term) : std::set<QString>(), expected[term]);
        }
        QVERIFY2(mostSegments <= 8, "parts are merged");
    }

    void goesOnAfterAnInterruption()
    {
        std::vector<domain::DocPage> pages;
        for (int i = 0; i < 400; ++i)
            pages.push_back(page(u"p%1/"_s.arg(i), u"common word%1"_s.arg(i)));
        put(pages);
        open(); // Most likely in the middle of it.
        QVERIFY(m_mirror->finishIndexing());
        const auto found = indexed(*m_mirror);
        QCOMPARE(found.at("common").size(), 400);
        QCOMPARE(found.at("word399"), std::set { u"p399/"_s });
    }

    /// What a connection brought is gone from the file with it, words and all.
    void leavesNothingBehind()
    {
        put({ page(u"a/"_s, u"xyzzyplugh secret words"_s) });
        QVERIFY(m_mirror->finishIndexing());
        QVERIFY(m_mirror->removeConnection(u"c"_s));
        QVERIFY(m_mirror->finishIndexing());
        QVERIFY(indexed(*m_mirror).empty());
        m_mirror.reset();
        QFile file(m_folder->filePath(u"mirror.sqlite"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("xyzzyplugh"));
    }

    void damagedPartIsMadeAnew()
    {
        // As many as are merged: a merge reads them.
        for (int round = 0; round < 5; ++round) {
            std::vector<domain::DocPage> pages;
            for (int i = 0; i <= round; ++i)
                pages.push_back(page(u"p%1/"_s.arg(i), u"kept word%1"_s.arg(i)));
            put(pages);
            QVERIFY(m_mirror->finishIndexing());
        }
        m_mirror.reset();
        {
            Connection connection(m_folder->filePath(u"mirror.sqlite"_s), Connection::Access::ReadWrite);
            connection.exec("UPDATE doc_segments SET pages = x'70ffffffff' WHERE id = (SELECT min(id) FROM doc_segments)");
        }
        open();
        put({ page(u"p0/"_s, u"kept word0 changed"_s), page(u"p1/"_s, u"kept word1"_s) });
        QVERIFY(m_mirror->finishIndexing());
        const auto found = indexed(*m_mirror);
        QCOMPARE(found.at("kept"), (std::set { u"p0/"_s, u"p1/"_s }));
    }

    void damagedBytesAreRefused()
    {
        SegmentBuilder builder;
        builder.beginPage(7);
        builder.add({ u"Title"_s, u"path/"_s, {}, u"some words of prose"_s, u"code()"_s });
        const EncodedSegment whole = builder.finish();
        QVERIFY(SegmentView::read(1, whole.pages, whole.vocabulary));
        for (qsizetype cut = 0; cut < whole.vocabulary.size(); ++cut)
            QVERIFY(!SegmentView::read(1, whole.pages, whole.vocabulary.first(cut)));
        for (qsizetype cut = 0; cut < whole.pages.size(); ++cut)
            QVERIFY(!SegmentView::read(1, whole.pages.first(cut), whole.vocabulary));
        QRandomGenerator random(3);
        for (int round = 0; round < 2000; ++round) {
            QByteArray vocabulary = whole.vocabulary;
            vocabulary[random.bounded(vocabulary.size())] = char(random.bounded(256));
            if (const auto view = SegmentView::read(1, whole.pages, vocabulary)) {
                for (quint32 term = 0; term < view->terms(); ++term)
                    std::ignore = view->place(term);
            }
        }
    }

private:
    void open()
    {
        m_mirror.reset();
        auto opened = Mirror::open(m_folder->path(), {});
        QVERIFY(opened);
        m_mirror = *std::move(opened);
    }
    void put(const std::vector<domain::DocPage> &pages)
    {
        auto pull = m_mirror->beginPull(u"c"_s, u"docs"_s, {});
        QVERIFY(pull);
        for (const auto &made : pages)
            (*pull)->put(made.toRecord());
        QVERIFY((*pull)->complete());
    }
    std::map<QString, qint64> pageIds() const
    {
        std::map<QString, qint64> ids;
        std::ignore = m_mirror->readDocText([&](DocTextReader &reader) {
            std::vector<qint64> all;
            reader.forEachPage([&](qint64 id, QByteArrayView) { all.push_back(id); });
            for (const qint64 id : all)
                ids[reader.page(id).path] = id;
        });
        return ids;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Mirror> m_mirror;
};

QTEST_GUILESS_MAIN(TstDocText)
#include "tst_doctext.moc"
