// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/docfeedback.h"
#include "models/domain/docs.h"
#include "models/domain/pagetext.h"
#include "models/mirror/ownnotices.h"
#include "models/sync/claimedentities.h"
#include "models/sync/dockeeping.h"
#include "models/sync/docsingest.h"
#include "models/sync/docwatch.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace callboard;
using namespace callboard::sync;
using namespace Qt::StringLiterals;
namespace recordtype = domain::recordtype;

/// What is told of documentation that somebody watches or reported on, and that work which grows with a catalog is not done twice.
class TestDocWatch final : public QObject {
    Q_OBJECT

    QTemporaryDir directory;
    std::unique_ptr<mirror::Mirror> mirror;
    const QString ref = u"component:default/ledger"_s;

    static domain::DocPage page(const QString &site, const QString &path, const QString &title, const QString &text)
    {
        domain::Block block;
        block.runs.push_back({ .text = text, .link = {}, .title = {}, .image = {} });
        domain::DocPage made { .site = site, .path = path, .source = {}, .title = title, .editUrl = {}, .status = {}, .date = {}, .document = {} };
        made.document.blocks.push_back(block);
        return made;
    }
    /// One pull of documentation, as a feed makes it; texts by path.
    void pull(const QMap<QString, QString> &texts, const QStringList &gone = {}, bool complete = true)
    {
        DocWatch watch(*mirror);
        watch.begin();
        auto running = mirror->beginPull(u"portal-1"_s, u"docs"_s, u"me"_s);
        QVERIFY(running);
        (*running)->bringOnlyChanges();
        domain::DocSite site;
        site.entityRef = ref;
        site.name = u"Ledger"_s;
        site.complete = complete;
        (*running)->put(site.toRecord());
        for (auto text = texts.begin(); text != texts.end(); ++text)
            (*running)->put(page(ref, text.key(), u"Page "_s + (text.key().isEmpty() ? u"front"_s : text.key()), *text).toRecord());
        for (const QString &path : gone)
            (*running)->remove(QString(recordtype::docPage), domain::docKey(ref, path));
        QVERIFY((*running)->complete());
        QVERIFY(watch.settle({ ref }).isEmpty());
        mirror->flush();
    }
    void setWatched(const QStringList &keys) { QVERIFY(mirror->setValue(u"docs.watched"_s, QJsonArray::fromStringList(keys))); }
    std::vector<domain::Notice> notices() const { return mirror::OwnNotices(*mirror).all(); }
    QStringList titles() const
    {
        QStringList all;
        for (const auto &notice : notices())
            all.append(notice.title);
        return all;
    }

private Q_SLOTS:
    void init()
    {
        auto opened = mirror::Mirror::open(directory.filePath(QString::fromLatin1(QTest::currentTestFunction())), {});
        QVERIFY(opened);
        mirror = std::move(*opened);
    }

    void aWatchedPageThatChanges()
    {
        pull({ { u""_s, u"one"_s }, { u"guide/"_s, u"one"_s } });
        setWatched({ domain::docKey(ref, u"guide/"_s) });
        pull({ { u""_s, u"two"_s } });
        QCOMPARE(titles(), QStringList()); // Another page.
        pull({ { u"guide/"_s, u"one"_s } });
        QCOMPARE(titles(), QStringList()); // The same again.
        pull({ { u"guide/"_s, u"two"_s } });
        QCOMPARE(titles(), QStringList { u"“Page guide/” changed"_s });
        const domain::Notice notice = notices().front();
        QCOMPARE(notice.entityRef, ref);
        QCOMPARE(notice.link, u"callboard://docs/component/default/ledger/guide/"_s);
        QCOMPARE(notice.origin, u"docs"_s);
        QVERIFY(notice.createdAt.isValid());
        QVERIFY(!notice.readAt.isValid());

        // Over a restart nothing is told twice, and nothing missed.
        mirror.reset();
        auto again = mirror::Mirror::open(directory.filePath(QString::fromLatin1(QTest::currentTestFunction())), {});
        QVERIFY(again);
        mirror = std::move(*again);
        pull({ { u"guide/"_s, u"two"_s } });
        QCOMPARE(notices().size(), 1u);
        pull({ { u"guide/"_s, u"three"_s } });
        QCOMPARE(notices().size(), 1u); // In place of the one that nobody read.
        QVERIFY(notices().front().id != notice.id);
        setWatched({});
        pull({ { u"guide/"_s, u"four"_s } });
        QCOMPARE(notices().size(), 1u);
    }

    void aWatchedSiteThatChanges()
    {
        pull({ { u""_s, u"one"_s }, { u"a/"_s, u"one"_s }, { u"b/"_s, u"one"_s } });
        setWatched({ ref, domain::docKey(ref, u"a/"_s) });
        pull({ { u"b/"_s, u"two"_s } });
        QCOMPARE(titles(), QStringList { u"“Page b/” changed"_s });
        pull({ { u""_s, u"two"_s }, { u"c/"_s, u"one"_s } }, { u"b/"_s });
        QCOMPARE(titles(), QStringList { u"The documentation of Ledger changed"_s });
        QCOMPARE(notices().front().description, u"Changed: Page front\nNew: Page c/\nGone: /b/"_s);
        // The page that is watched for itself is told of once.
        QVERIFY(mirror::OwnNotices(*mirror).remove({ notices().front().id }));
        pull({ { u"a/"_s, u"two"_s } });
        QCOMPARE(notices().size(), 1u);
        QCOMPARE(notices().front().description, u"You watch this page of Ledger."_s);
    }

    void whatIsNotHereYetIsNoNews()
    {
        pull({ { u""_s, u"one"_s } }, {}, false);
        setWatched({ ref });
        pull({ { u"a/"_s, u"one"_s } }); // The rest of the site comes.
        QCOMPARE(titles(), QStringList());
        pull({}, { u"a/"_s }, false); // It made room for other documentation.
        pull({ { u"a/"_s, u"one"_s } });
        QCOMPARE(titles(), QStringList());
        pull({ { u"b/"_s, u"one"_s } });
        QCOMPARE(titles(), QStringList { u"“Page b/” is new"_s });
        // What is watched is to be here, or nobody would see it change.
        QVERIFY(DocKeeping::kept(*mirror).contains(ref));
    }

    void stoppingLeavesTheRestForTheNextTime()
    {
        pull({ { u""_s, u"one"_s } });
        setWatched({ ref });
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(DocWatch(*mirror).settle({ ref }, stop.get_token()), QSet<QString> { ref });
    }

    void feedbackIsAnsweredByAChange()
    {
        pull({ { u""_s, u"one"_s }, { u"a/"_s, u"one"_s } });
        domain::DocFeedback said { .id = u"1"_s, .site = ref, .path = u"a/"_s, .anchor = u"x"_s, .title = u"Page a/"_s,
            .version = domain::pageVersion(page(ref, u"a/"_s, {}, u"one"_s).document), .passage = u"on"_s, .text = u"two, not one"_s,
            .state = domain::DocFeedback::State::Sent, .at = QDateTime::fromMSecsSinceEpoch(1000, QTimeZone::UTC) };
        QCOMPARE(domain::DocFeedback::fromRecord(said.toRecord()), said);
        QVERIFY(mirror->changeOwn(QString(recordtype::docFeedback), [&](const auto &) { return mirror::OwnChange { { said.toRecord() }, {} }; }));
        pull({ { u""_s, u"two"_s } });
        // It is the entity's, like all that is known of it.
        const auto records = mirror->records(QString(recordtype::docFeedback), ref).value();
        QCOMPARE(records.size(), 1u);
        QCOMPARE(domain::DocFeedback::fromRecord(records.front()), said);
        pull({}, { u"a/"_s }); // A page that is gone answers nothing.
        QCOMPARE(titles(), QStringList());
        pull({ { u"a/"_s, u"two"_s } });
        const auto answered = domain::DocFeedback::fromRecord(mirror->ownRecords(QString(recordtype::docFeedback)).front());
        QCOMPARE(answered.state, domain::DocFeedback::State::Answered);
        QVERIFY(answered.answeredAt.isValid());
        QCOMPARE(titles(), QStringList { u"“Page a/” changed since you reported on it"_s });
        QCOMPARE(notices().front().description, u"two, not one"_s);
    }

    void entitiesAreDecodedOnce()
    {
        const auto entity = [](int number, const QString &where) {
            domain::Entity made;
            QJsonObject metadata { { u"name"_s, u"e%1"_s.arg(number) } };
            if (!where.isEmpty())
                metadata.insert(u"annotations"_s, QJsonObject { { u"docs"_s, where }, { u"other"_s, u"x"_s } });
            made.body = { { u"kind"_s, u"Component"_s }, { u"metadata"_s, metadata } };
            return made;
        };
        const auto put = [&](const std::function<QString(int)> &where, int count) {
            auto running = mirror->beginPull(u"c"_s, u"catalog"_s, u"me"_s);
            for (int i = 0; i < count; ++i)
                (*running)->put(entity(i, where(i)));
            QVERIFY((*running)->complete());
            mirror->flush();
        };
        const auto every = [](int number) { return number % 10 ? QString() : u"dir:."_s; };
        put(every, 1000);
        ClaimedEntities claimed;
        const auto first = claimed.gather(*mirror, { u"docs"_s }, {});
        QCOMPARE(first->size(), 100u);
        QCOMPARE(first->front().annotations, (QJsonObject { { u"docs"_s, u"dir:."_s } }));
        QCOMPARE(claimed.decoded(), 1000);
        const auto again = claimed.gather(*mirror, { u"docs"_s }, {});
        QCOMPARE(claimed.decoded(), 0);
        QCOMPARE(again->size(), 100u);
        for (size_t i = 0; i < again->size(); ++i) {
            QCOMPARE(again->at(i).ref, first->at(i).ref);
            QCOMPARE(again->at(i).annotations, first->at(i).annotations);
        }
        put([&](int number) { return number == 10 ? QString() : number == 11 ? u"dir:x"_s : every(number); }, 990);
        const auto changed = claimed.gather(*mirror, { u"docs"_s }, {});
        QCOMPARE(claimed.decoded(), 2);
        QCOMPARE(changed->size(), 99u);
        const auto e11 = std::ranges::find(*changed, u"component:default/e11"_s, &sdk::AskedEntity::ref);
        QVERIFY(e11 != changed->end());
        QCOMPARE(e11->annotations, (QJsonObject { { u"docs"_s, u"dir:x"_s } }));
        QVERIFY(std::ranges::is_sorted(*changed, {}, &sdk::AskedEntity::ref));
        // What each has for itself is remembered for each.
        const auto own = [](int number) { return u"dir:%1"_s.arg(number); };
        put(own, 990);
        QCOMPARE(claimed.gather(*mirror, { u"docs"_s }, {})->size(), 990u);
        const auto remembered = claimed.gather(*mirror, { u"docs"_s }, {});
        QCOMPARE(claimed.decoded(), 0);
        QCOMPARE(remembered->size(), 990u);
        for (const sdk::AskedEntity &each : *remembered)
            QCOMPARE(each.annotations["docs"_L1].toString(), own(each.ref.section(u"/e"_s, 1).toInt()));
        // Other annotations are another question.
        QCOMPARE(claimed.gather(*mirror, { u"other"_s }, {})->size(), 990u);
        QCOMPARE(claimed.decoded(), 990);
    }

    void pagesThatAreGoneAreLookedForOnce()
    {
        std::vector<domain::Record> known;
        QStringList missing;
        for (int i = 0; i < 1000; ++i) {
            domain::DocPage one = page(ref, u"p%1/"_s.arg(i), {}, {});
            one.source = u"guide/p%1.md"_s.arg(i);
            known.push_back(one.toRecord());
            missing.append(known.back().key);
        }
        int asked = 0;
        const auto pages = [&] {
            ++asked;
            return known;
        };
        QCOMPARE(pagesGone(missing, {}, pages), missing);
        QCOMPARE(asked, 0);
        QStringList gone = pagesGone(missing, { u"docs/guide/p7.md"_s, u"docs/guide/pp9.md"_s }, pages);
        QCOMPARE(asked, 1);
        QCOMPARE(gone.size(), 999);
        QVERIFY(!gone.contains(domain::docKey(ref, u"p7/"_s)));
    }
};

QTEST_GUILESS_MAIN(TestDocWatch)
#include "tst_docwatch.moc"
