// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/docs.h"
#include "models/search/docsearch.h"
#include "models/search/docwords.h"
#include "models/search/livedocsearch.h"
#include "models/search/stem.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace callboard;
using namespace callboard::search;
using namespace Qt::StringLiterals;

namespace {

const QString ledger = u"component:default/ledger"_s;
const QString payments = u"component:default/payments"_s;
const QString platform = u"system:default/platform"_s;

domain::Block block(domain::Block::Kind kind, const QString &text)
{
    domain::Block made;
    made.kind = kind;
    if (kind == domain::Block::Kind::Code) {
        made.text = text;
    } else {
        domain::Run run;
        run.text = text;
        made.runs = { run };
    }
    if (kind == domain::Block::Kind::Heading) {
        made.level = 2;
        made.id = QString(text).toLower().replace(u' ', u'-');
    }
    return made;
}

/// Lines: "## " is a heading, "    " is code.
domain::DocPage page(const QString &site, const QString &path, const QString &title, const QStringList &lines)
{
    domain::DocPage made { .site = site, .path = path, .source = {}, .title = title, .editUrl = {}, .status = {}, .date = {}, .document = {} };
    for (const QString &line : lines) {
        using Kind = domain::Block::Kind;
        const Kind kind = line.startsWith("## "_L1) ? Kind::Heading : line.startsWith("    "_L1) ? Kind::Code : Kind::Paragraph;
        made.document.blocks.push_back(block(kind, kind == Kind::Heading ? line.sliced(3) : line.trimmed()));
    }
    return made;
}

std::vector<domain::DocPage> library()
{
    return {
        page(ledger, {}, u"Ledger"_s, { u"The book of all money that moves."_s, u"## Getting started"_s, u"Ask the ledger-api for an account."_s }),
        page(ledger, u"retries/"_s, u"Retries and timeouts"_s,
            { u"A transfer is tried again."_s, u"## Configure the timeout"_s, u"Set PAYMENT_TIMEOUT in the environment."_s,
                u"    export PAYMENT_TIMEOUT=30s"_s, u"## Idempotency"_s, u"Every request is handled exactly once, whatever happens."_s }),
        page(ledger, u"releases/"_s, u"Releases"_s, { u"What came when."_s, u"## v1.2"_s, u"Reconciliation runs nightly."_s, u"## v1.20"_s, u"Nothing of note."_s }),
        page(payments, {}, u"Payments"_s, { u"Takes money from cards."_s, u"## Refunds"_s, u"Deploying a refund worker is described elsewhere."_s }),
        page(payments, u"deployment/"_s, u"Deployment"_s, { u"How the service comes to production."_s, u"## Rolling back"_s, u"Deploy the last version once more."_s }),
        page(payments, u"runbook/"_s, u"Runbook"_s, { u"When the pager rings: look at the queue, then at the worker once, then exactly at the clock."_s }),
        page(platform, {}, u"Platform handbook"_s, { u"Written for all teams."_s, u"## Kubernetes"_s, u"Clusters, namespaces and quotas."_s }),
        page(platform, u"secrets/"_s, u"Keeping secrets"_s, { u"A vault holds tokens and keys; SecretRotationPolicy says when they change."_s }),
    };
}

} // namespace

class TstDocSearch final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto opened = mirror::Mirror::open(m_folder.path(), {});
        QVERIFY(opened);
        m_mirror = *std::move(opened);
        auto pull = m_mirror->beginPull(u"c"_s, u"docs"_s, {});
        QVERIFY(pull);
        for (const auto &made : library())
            (*pull)->put(made.toRecord());
        domain::DocSite site;
        site.entityRef = payments;
        site.name = u"All about Payments"_s;
        (*pull)->put(site.toRecord());
        for (const auto &[ref, owner] : { std::pair(ledger, "group:default/money"), std::pair(payments, "group:default/checkout") }) {
            domain::Entity entity;
            entity.body = { { u"apiVersion"_s, u"backstage.io/v1alpha1"_s }, { u"kind"_s, u"Component"_s },
                { u"metadata"_s, QJsonObject { { u"name"_s, ref.section(u'/', -1) } } } };
            entity.relations.push_back({ u"ownedBy"_s, QString::fromLatin1(owner) });
            (*pull)->put(entity);
        }
        QVERIFY((*pull)->complete());
        QVERIFY(m_mirror->finishIndexing());
        m_mirror->flush();
        m_search = std::make_unique<DocSearch>(*m_mirror);
    }
    void cleanupTestCase()
    {
        m_search.reset();
        m_mirror.reset();
    }

    /// From the tables of Porter's paper.
    void stems_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("stem");
        const char *const rows[][2] { { "caresses", "caress" }, { "ponies", "poni" }, { "cats", "cat" }, { "feed", "feed" }, { "agreed", "agre" },
            { "plastered", "plaster" }, { "bled", "bled" }, { "motoring", "motor" }, { "sing", "sing" }, { "conflated", "conflat" },
            { "troubled", "troubl" }, { "sized", "size" }, { "hopping", "hop" }, { "falling", "fall" }, { "hissing", "hiss" },
            { "failing", "fail" }, { "filing", "file" }, { "happy", "happi" }, { "sky", "sky" }, { "relational", "relat" },
            { "conditional", "condit" }, { "digitizer", "digit" }, { "radically", "radic" }, { "vietnamization", "vietnam" },
            { "predication", "predic" }, { "operator", "oper" }, { "feudalism", "feudal" }, { "decisiveness", "decis" },
            { "hopefulness", "hope" }, { "formaliti", "formal" }, { "sensitiviti", "sensit" }, { "triplicate", "triplic" },
            { "electrical", "electr" }, { "goodness", "good" }, { "revival", "reviv" }, { "allowance", "allow" }, { "inference", "infer" },
            { "airliner", "airlin" }, { "adjustable", "adjust" }, { "defensible", "defens" }, { "replacement", "replac" },
            { "adoption", "adopt" }, { "effective", "effect" }, { "probate", "probat" }, { "rate", "rate" }, { "cease", "ceas" },
            { "controll", "control" }, { "roll", "roll" } };
        for (const auto &row : rows)
            QTest::newRow(row[0]) << QString::fromLatin1(row[0]) << QString::fromLatin1(row[1]);
    }
    void stems()
    {
        QFETCH(QString, word);
        QFETCH(QString, stem);
        QCOMPARE(QString::fromStdString(search::stem(word.toStdString())), stem);
    }

    void edits()
    {
        QCOMPARE(editDistance("vault", "vault", 2, false), 0);
        QCOMPARE(editDistance("vualt", "vault", 2, false), 1); // Swapped.
        QCOMPARE(editDistance("valt", "vault", 2, false), 1);
        QCOMPARE(editDistance("vaullt", "vault", 2, false), 1);
        QCOMPARE(editDistance("vaxlt", "vault", 2, false), 1);
        QCOMPARE(editDistance("kubrenetse", "kubernetes", 2, false), 2);
        QCOMPARE(editDistance("abcdef", "uvwxyz", 2, false), 3);
        QCOMPARE(editDistance("kuberetes", "kubernetes", 1, false), 1);
        QCOMPARE(editDistance("recno", "reconciliation", 1, true), 1); // As it is being typed.
        QCOMPARE(editDistance("", "ab", 2, false), 2);
    }

    void questions()
    {
        const auto asked = DocQuestion::parse(u"how \"exactly once\" site:led owner:money (really?) a,b"_s);
        QCOMPARE(asked.words, (QStringList { u"how"_s, u"really"_s, u"a"_s, u"b"_s }));
        QCOMPARE(asked.phrases, QList<QStringList>({ { u"exactly"_s, u"once"_s } }));
        QCOMPARE(asked.sites, QStringList { u"led"_s });
        QCOMPARE(asked.owners, QStringList { u"money"_s });
        QVERIFY(asked.lastIsOpen);
        QVERIFY(!DocQuestion::parse(u"ledger "_s).lastIsOpen);
        QVERIFY(DocQuestion::parse(u" ?! \"\" "_s).isEmpty());
        QVERIFY(DocQuestion::parse(QString(100'000, u'x')).words.size() <= 1);
    }

    void finds_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("site");
        QTest::addColumn<QString>("address");
        const auto row = [](const char *name, const QString &typed, const QString &site, const QString &address) {
            QTest::newRow(name) << typed << site << address;
        };
        row("title", u"retries and timeouts"_s, ledger, u"retries/"_s);
        row("title of a front page", u"ledger"_s, ledger, u""_s);
        row("heading", u"rolling back"_s, payments, u"deployment/#rolling-back"_s);
        row("identifier", u"ledger-api"_s, ledger, u"#getting-started"_s);
        row("identifier in other words", u"ledger api"_s, ledger, u"#getting-started"_s);
        row("constant", u"PAYMENT_TIMEOUT"_s, ledger, u"retries/#configure-the-timeout"_s);
        row("constant, in part", u"MENT_TIME"_s, ledger, u"retries/#configure-the-timeout"_s);
        row("camel case, in part", u"rotationpol"_s, platform, u"secrets/"_s);
        row("part of camel case", u"rotation policy"_s, platform, u"secrets/"_s);
        row("version, not a longer one", u"v1.2"_s, ledger, u"releases/#v12"_s);
        row("stem", u"deployed versions"_s, payments, u"deployment/#rolling-back"_s);
        row("as it is typed", u"reconcil"_s, ledger, u"releases/#v12"_s);
        row("slip", u"kuberntes"_s, platform, u"#kubernetes"_s);
        row("two slips", u"reconcilliaton"_s, ledger, u"releases/#v12"_s);
        row("slip in an identifier", u"PAYMNET_TIMEOUT"_s, ledger, u"retries/#configure-the-timeout"_s);
        row("phrase", u"\"exactly once\""_s, ledger, u"retries/#idempotency"_s);
        row("words in two sections", u"idempotency transfer"_s, ledger, u"retries/#idempotency"_s);
        row("common words aside", u"how do i keep the secrets"_s, platform, u"secrets/"_s);
    }
    void finds()
    {
        QFETCH(QString, typed);
        const DocAnswer answer = ask(typed);
        QVERIFY(!answer.hits.empty());
        const DocHit &first = answer.hits.front();
        QTEST(first.site, "site");
        // Heading ids are MkDocs' in a real site; here "v1.2" is "v1.2".
        const QString anchor = first.anchor.isEmpty() ? QString() : u'#' + QString(first.anchor).remove(u'.');
        QTEST(QString(first.path + anchor), "address");
    }

    void phraseMustStandTogether()
    {
        const DocAnswer answer = ask(u"\"exactly once\""_s);
        QCOMPARE(answer.hits.size(), 1); // The runbook has both words, apart.
        QCOMPARE(answer.total, 1);
    }

    void allWordsBeforeSome()
    {
        const DocAnswer answer = ask(u"vault tokens nightly"_s);
        QVERIFY(!answer.hits.empty());
        QVERIFY(!answer.hits.front().allWords); // Nothing has all three.
        QCOMPARE(answer.hits.front().path, u"secrets/"_s);
        const DocAnswer both = ask(u"refund worker"_s);
        QVERIFY(both.hits.front().allWords);
        QCOMPARE(both.hits.front().anchor, u"refunds"_s);
        QCOMPARE(both.total, 1);
    }

    void narrows()
    {
        for (const DocHit &hit : ask(u"the site:payments"_s).hits)
            QCOMPARE(hit.site, payments);
        QCOMPARE(ask(u"once site:payments"_s).hits.front().site, payments);
        QCOMPARE(ask(u"money site:\"all about\""_s).hits.front().site, payments);
        QCOMPARE(ask(u"money site:"_s).hits.size(), ask(u"money"_s).hits.size()); // As it is being typed.
        QCOMPARE(ask(u"money site:about"_s).hits.front().site, payments); // By its name.
        const DocAnswer owned = ask(u"money owner:group:default/money"_s);
        QCOMPARE(owned.hits.size(), 1);
        QCOMPARE(owned.hits.front().site, ledger);
        QVERIFY(ask(u"money owner:nobody"_s).hits.empty());
    }

    void ownComesFirst()
    {
        const QString typed = u"money"_s; // In both front pages.
        DocPersonal personal;
        personal.mine = { ledger };
        QCOMPARE(m_search->find(DocQuestion::parse(typed), personal)->hits.front().site, ledger);
        personal.mine = { payments };
        QCOMPARE(m_search->find(DocQuestion::parse(typed), personal)->hits.front().site, payments);
        personal.mine = {};
        personal.recent = { { domain::docKey(ledger, {}), 255 } };
        QCOMPARE(m_search->find(DocQuestion::parse(typed), personal)->hits.front().site, ledger);
        personal.recent = { { domain::docKey(payments, {}), 255 } };
        QCOMPARE(m_search->find(DocQuestion::parse(typed), personal)->hits.front().site, payments);
    }

    void marksWhatWasFound()
    {
        const DocHit hit = ask(u"payment_timeout"_s).hits.front();
        QCOMPARE(hit.snippet, u"Set PAYMENT_TIMEOUT in the environment. export PAYMENT_TIMEOUT=30s"_s);
        QStringList marked;
        for (const DocMark &mark : hit.snippetMarks)
            marked += hit.snippet.sliced(mark.start, mark.length);
        QCOMPARE(marked, (QStringList { u"PAYMENT_TIMEOUT"_s, u"PAYMENT_TIMEOUT"_s }));

        const DocHit inside = ask(u"rotationpol"_s).hits.front();
        QCOMPARE(inside.snippetMarks.size(), 1);
        QCOMPARE(inside.snippet.sliced(inside.snippetMarks[0].start, inside.snippetMarks[0].length), u"RotationPol"_s);

        const DocHit slip = ask(u"kuberntes"_s).hits.front();
        QCOMPARE(slip.headingMarks, (QList<DocMark> { { 0, 10 } }));
        QCOMPARE(slip.match, DocHit::Match::Typo);
        QVERIFY(ask(u"kuberntes"_s).withTypos);
        QVERIFY(!ask(u"kubernetes"_s).withTypos);
    }

    void namesItsSite()
    {
        QCOMPARE(ask(u"runbook"_s).hits.front().siteName, u"All about Payments"_s);
        QCOMPARE(ask(u"ledger"_s).hits.front().siteName, u"ledger"_s);
    }

    void onePagePerHit()
    {
        const DocAnswer answer = ask(u"the"_s);
        QSet<QString> pages;
        for (const DocHit &hit : answer.hits)
            pages.insert(domain::docKey(hit.site, hit.path));
        QCOMPARE(pages.size(), answer.hits.size());
        QCOMPARE(int(m_search->find(DocQuestion::parse(u"the"_s), {}, 2)->hits.size()), 2);
    }

    void strangeQuestions()
    {
        for (const QString &typed : { u"\"\"\""_s, u"%_*?\\"_s, QString(5000, u'a'), u"' OR 1=1 --"_s, u"決"_s, QString(QChar(0xd800)), u"a"_s,
                 u"-"_s, u"site:"_s, u"\"a b c d e f g h i j k l m n o p q\""_s })
            std::ignore = ask(typed);
        QVERIFY(ask({}).hits.empty());
        QVERIFY(ask(u"qqqqzzzz"_s).hits.empty());
    }

    void stops()
    {
        std::stop_source stop;
        stop.request_stop();
        const auto answer = m_search->find(DocQuestion::parse(u"ledger"_s), {}, 20, stop.get_token());
        QVERIFY(answer);
        QVERIFY(answer->cancelled);
        QVERIFY(answer->hits.empty());
    }

    void answersTheLastThatWasAsked()
    {
        LiveDocSearch live(*m_mirror);
        QSignalSpy answered(&live, &LiveDocSearch::answered);
        for (const QString &typed : { u"l"_s, u"le"_s, u"led"_s, u"runbook"_s })
            live.ask(typed);
        QTRY_VERIFY(!live.isBusy());
        QCOMPARE(answered.size(), 1);
        QCOMPARE(live.asked(), u"runbook"_s);
        QCOMPARE(live.answer().hits.front().path, u"runbook/"_s);
        live.ask({});
        QCOMPARE(answered.size(), 2);
        QVERIFY(live.answer().hits.empty());
    }

    /// A page that came since the last question is found by the next.
    void seesWhatChanged()
    {
        QVERIFY(ask(u"brandnewword"_s).hits.empty());
        auto pull = m_mirror->beginPull(u"other"_s, u"docs"_s, {});
        QVERIFY(pull);
        (*pull)->put(page(platform, u"new/"_s, u"New"_s, { u"A brandnewword."_s }).toRecord());
        QVERIFY((*pull)->complete());
        QVERIFY(m_mirror->finishIndexing());
        QCOMPARE(ask(u"brandnewword"_s).hits.size(), 1);
    }

private:
    DocAnswer ask(const QString &typed)
    {
        auto found = m_search->find(DocQuestion::parse(typed));
        return found ? *std::move(found) : DocAnswer();
    }

    QTemporaryDir m_folder;
    std::unique_ptr<mirror::Mirror> m_mirror;
    std::unique_ptr<DocSearch> m_search;
};

QTEST_GUILESS_MAIN(TstDocSearch)
#include "tst_docsearch.moc"
