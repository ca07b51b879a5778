// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/panes/somereviews.h"
#include "tests/ui/panes/world.h"
#include "ui/kit/filterbox.h"
#include "ui/kit/style.h"
#include "ui/panes/reviews/clonefetch.h"
#include "ui/panes/reviews/clonework.h"
#include "ui/panes/reviews/reviewspane.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>
#include <QTimeZone>
#include <QTreeView>

using namespace callboard;
using namespace callboard::testkit;
using namespace callboard::ui;
using namespace callboard::ui::panes;
using namespace Qt::StringLiterals;
using domain::BuildState;
using domain::ErrorCode;
using domain::Review;
using items::ReviewsModel;

class TestReviewsPane final : public QObject {
    Q_OBJECT

    Theme m_theme;
    QTemporaryDir m_folder;
    QString m_clone;
    QString m_bare; ///< The project's repository, where there is one.
    int m_clones = 0;
    QString m_head; ///< Of the branch "feature".

    QString git(const QStringList &arguments)
    {
        QProcess process;
        process.setWorkingDirectory(m_clone);
        process.start(u"git"_s, QStringList { u"-c"_s, u"user.name=T"_s, u"-c"_s, u"user.email=t@example.org"_s, u"-c"_s, u"init.defaultBranch=main"_s } + arguments);
        if (!process.waitForFinished() || process.exitCode() != 0)
            qFatal("git %s: %s", qPrintable(arguments.join(u' ')), process.readAllStandardError().constData());
        return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
    }
    void write(const QString &name, const QByteArray &text)
    {
        QFile file(QDir(m_clone).filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    QByteArray read(const QString &name)
    {
        QFile file(QDir(m_clone).filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
    }
    /// A review whose head the project's repository has, under the name that GitLab keeps it by, and the clone has not.
    Review unseen()
    {
        const QString clone = m_clone;
        const QString other = m_folder.filePath(QString::number(++m_clones));
        m_bare = other + u".git"_s;
        git({ u"clone"_s, u"-q"_s, u"--bare"_s, clone, m_bare });
        git({ u"clone"_s, u"-q"_s, m_bare, other });
        m_clone = other;
        write(u"c.txt"_s, "unseen\n");
        git({ u"add"_s, u"."_s });
        git({ u"commit"_s, u"-qm"_s, u"third"_s });
        Review one = asked();
        one.commit = git({ u"rev-parse"_s, u"HEAD"_s });
        git({ u"push"_s, u"-q"_s, u"origin"_s, u"HEAD:refs/merge-requests/7/head"_s });
        m_clone = clone;
        // The clone knows it by its address; a person's own configuration says how that is reached.
        const QString address = u"https://git.example.org/acme/ledger.git"_s;
        git({ u"remote"_s, u"add"_s, u"upstream"_s, address });
        git({ u"config"_s, u"url.%1.insteadOf"_s.arg(m_bare), address });
        return one;
    }
    Review asked()
    {
        Review one = review(u"7"_s, u"Seven"_s);
        one.commit = m_head;
        return one;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_theme.setChoice(ThemeChoice::Light);
        CallboardStyle::install(m_theme);
    }
    void cleanupTestCase() { QApplication::setStyle(u"fusion"_s); }

    /// A clone as git leaves it after a fetch: the branch is known, and nobody has checked it out.
    void init()
    {
        m_clone = m_folder.filePath(QString::number(++m_clones));
        QDir().mkpath(m_clone);
        git({ u"init"_s, u"-q"_s });
        write(u"a.txt"_s, "one\n");
        git({ u"add"_s, u"."_s });
        git({ u"commit"_s, u"-qm"_s, u"first"_s });
        git({ u"checkout"_s, u"-qb"_s, u"feature"_s });
        write(u"a.txt"_s, "two\n");
        write(u"b.txt"_s, "new\n");
        git({ u"add"_s, u"."_s });
        git({ u"commit"_s, u"-qm"_s, u"second"_s });
        m_head = git({ u"rev-parse"_s, u"HEAD"_s });
        git({ u"checkout"_s, u"-q"_s, u"main"_s });
        git({ u"update-ref"_s, u"refs/remotes/origin/feature"_s, m_head });
        git({ u"branch"_s, u"-qD"_s, u"feature"_s });
    }

    void checksOut()
    {
        write(u"untracked.txt"_s, "mine\n");
        const auto branch = checkOut(m_clone, asked());
        QVERIFY2(branch, branch ? "" : qPrintable(branch.error().detail));
        QCOMPARE(*branch, u"feature"_s);
        QCOMPARE(git({ u"rev-parse"_s, u"--abbrev-ref"_s, u"HEAD"_s }), u"feature"_s);
        QCOMPARE(git({ u"rev-parse"_s, u"HEAD"_s }), m_head);
        QCOMPARE(read(u"a.txt"_s), QByteArray("two\n"));
        QCOMPARE(git({ u"status"_s, u"--porcelain"_s }), u"?? untracked.txt"_s);
        QVERIFY(checkOut(m_clone, asked())); // Once more changes nothing.
    }

    void neverOverWork_data()
    {
        QTest::addColumn<QString>("what");
        QTest::newRow("changed") << u"changed"_s;
        QTest::newRow("staged") << u"staged"_s;
        QTest::newRow("untracked in the way") << u"untracked"_s;
        QTest::newRow("ignored in the way") << u"ignored"_s;
        QTest::newRow("merge under way") << u"merge"_s;
        QTest::newRow("own commits") << u"commits"_s;
    }
    void neverOverWork()
    {
        QFETCH(QString, what);
        if (what == "changed"_L1) {
            write(u"a.txt"_s, "work\n");
        } else if (what == "staged"_L1) {
            write(u"c.txt"_s, "work\n");
            git({ u"add"_s, u"c.txt"_s });
        } else if (what == "untracked"_L1) {
            write(u"b.txt"_s, "work\n");
        } else if (what == "ignored"_L1) {
            write(u".gitignore"_s, "b.txt\n");
            write(u"b.txt"_s, "work\n");
        } else if (what == "merge"_L1) {
            write(u".git/MERGE_HEAD"_s, m_head.toLatin1() + '\n');
        } else {
            git({ u"checkout"_s, u"-qb"_s, u"feature"_s });
            git({ u"commit"_s, u"--allow-empty"_s, u"-qm"_s, u"own"_s });
            git({ u"checkout"_s, u"-q"_s, u"main"_s });
        }
        const QString head = git({ u"rev-parse"_s, u"--abbrev-ref"_s, u"HEAD"_s });
        const QString status = git({ u"status"_s, u"--porcelain"_s });
        const QByteArray a = read(u"a.txt"_s);
        const QByteArray b = read(u"b.txt"_s);
        const QString branches = git({ u"for-each-ref"_s });
        const auto branch = checkOut(m_clone, asked());
        QVERIFY(!branch);
        QCOMPARE(branch.error().code, ErrorCode::Conflict);
        const QString why = branch.error().detail;
        QVERIFY(!why.isEmpty());
        if (what == "untracked"_L1 || what == "ignored"_L1)
            QVERIFY2(why.contains("b.txt"_L1), qPrintable(why));
        QCOMPARE(git({ u"rev-parse"_s, u"--abbrev-ref"_s, u"HEAD"_s }), head);
        QCOMPARE(git({ u"status"_s, u"--porcelain"_s }), status);
        QCOMPARE(read(u"a.txt"_s), a);
        QCOMPARE(read(u"b.txt"_s), b);
        QCOMPARE(git({ u"for-each-ref"_s }), branches);
    }

    void whatIsNotThereIsSaid()
    {
        Review other = asked();
        other.commit = QString(40, u'1');
        QCOMPARE(checkOut(m_clone, other).error().code, ErrorCode::NotFound);
        other.commit = u"--upload-pack=x"_s;
        QCOMPARE(checkOut(m_clone, other).error().code, ErrorCode::NotFound);
        QCOMPARE(checkOut(m_folder.filePath(u"nowhere"_s), asked()).error().code, ErrorCode::NotFound);
        for (const QString &name : { u"../../x"_s, u"-f"_s, u""_s, u"a..b"_s, u"x y"_s, u"HEAD"_s }) {
            other = asked();
            other.branch = name;
            const auto branch = checkOut(m_clone, other);
            QVERIFY2(!branch, qPrintable(name));
            QCOMPARE(branch.error().code, ErrorCode::Invalid);
        }
        QCOMPARE(git({ u"rev-parse"_s, u"--abbrev-ref"_s, u"HEAD"_s }), u"main"_s);
    }

    void namesWhatIsFetched_data()
    {
        QTest::addColumn<QString>("remote");
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("fork");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("ref");
        const QString kept = u"refs/pull/7/head"_s, branch = u"refs/heads/feature"_s;
        QTest::newRow("GitHub") << u"git@github.com:acme/ledger.git"_s << u"https://github.com/acme/ledger/pull/7"_s << u"https://github.com/tobin/ledger"_s << u"origin"_s << kept;
        QTest::newRow("Gitea") << u"https://git.example.org/acme/ledger"_s << u"https://git.example.org/acme/ledger/pulls/7"_s << QString() << u"origin"_s << kept;
        QTest::newRow("GitLab") << u"ssh://git@git.example.org/acme/sub/ledger.git"_s << u"https://git.example.org/acme/sub/ledger/-/merge_requests/7"_s << QString() << u"origin"_s
                                << u"refs/merge-requests/7/head"_s;
        QTest::newRow("Bitbucket") << u"git@bitbucket.org:acme/ledger.git"_s << u"https://bitbucket.org/acme/ledger/pull-requests/7"_s << u"https://bitbucket.org/acme/ledger.git"_s << u"origin"_s << branch;
        QTest::newRow("Bitbucket, a fork") << u"git@bitbucket.org:acme/ledger.git"_s << u"https://bitbucket.org/acme/ledger/pull-requests/7"_s << u"https://bitbucket.org/tobin/ledger.git"_s
                                           << u"https://bitbucket.org/tobin/ledger.git"_s << branch;
        QTest::newRow("a password in it") << u"git@bitbucket.org:acme/ledger.git"_s << u"https://bitbucket.org/acme/ledger/pull-requests/7"_s << u"https://t:secret@bitbucket.org/tobin/ledger.git"_s
                                          << QString() << QString();
        QTest::newRow("another repository") << u"git@github.com:acme/other.git"_s << u"https://github.com/acme/ledger/pull/7"_s << QString() << QString() << QString();
    }
    void namesWhatIsFetched()
    {
        QFETCH(QString, remote);
        QFETCH(QString, page);
        QFETCH(QString, fork);
        QFETCH(QString, from);
        QFETCH(QString, ref);
        git({ u"remote"_s, u"add"_s, u"elsewhere"_s, u"https://github.com/nobody/else.git"_s });
        git({ u"remote"_s, u"add"_s, u"origin"_s, remote });
        Review one = asked();
        one.url = page;
        one.cloneUrl = fork;
        const auto head = headOf(m_clone, one);
        QCOMPARE(head.has_value(), !ref.isEmpty());
        if (head)
            QCOMPARE(*head, (ReviewHead { from, ref }));
        one.branch = u"-f"_s; // It is no branch's name, wherever it would be one.
        if (const auto odd = headOf(m_clone, one))
            QVERIFY(!odd->ref.contains("-f"_L1));
    }

    /// A branch that the clone has never seen is brought from the project's own repository, as git brings it.
    void fetchesWhatIsNotThere()
    {
        Review one = unseen();
        QVERIFY(!hasHead(m_clone, one));
        QCOMPARE(checkOut(m_clone, one).error().code, ErrorCode::NotFound);
        write(u"a.txt"_s, "work\n"); // A fetch leaves work alone, and a check-out refuses over it.
        const QString references = git({ u"for-each-ref"_s });
        const auto fetched = fetchReview(m_clone, one, {});
        QVERIFY2(fetched, fetched ? "" : qPrintable(fetched.error().detail));
        QVERIFY(hasHead(m_clone, one));
        QCOMPARE(git({ u"for-each-ref"_s }), references);
        QVERIFY(!QFile::exists(QDir(m_clone).filePath(u".git/FETCH_HEAD"_s)));
        QCOMPARE(checkOut(m_clone, one).error().code, ErrorCode::Conflict);
        QCOMPARE(read(u"a.txt"_s), QByteArray("work\n"));
        git({ u"checkout"_s, u"-q"_s, u"a.txt"_s });
        QCOMPARE(checkOut(m_clone, one).value_or(QString()), u"feature"_s);
        QCOMPARE(git({ u"rev-parse"_s, u"HEAD"_s }), one.commit);
        QCOMPARE(read(u"c.txt"_s), QByteArray("unseen\n"));
    }

    void whatCannotBeFetchedIsSaid()
    {
        Review one = unseen();
        one.id = u"8"_s;
        one.url = one.url.chopped(1) + u'8';
        const auto fetched = fetchReview(m_clone, one, {});
        QVERIFY(!fetched);
        QCOMPARE(fetched.error().code, ErrorCode::NotFound);
        QVERIFY(fetched.error().detail.contains("refs/merge-requests/8/head"_L1) && !fetched.error().detail.contains(u'\n'));
    }

    void aRepositoryThatIsGoneIsSaid()
    {
        Review one = unseen();
        QVERIFY(QDir(m_bare).removeRecursively());
        const auto fetched = fetchReview(m_clone, one, {});
        QVERIFY(!fetched && !fetched.error().detail.isEmpty());
        std::stop_source stop;
        stop.request_stop();
        const auto stopped = fetchReview(m_clone, one, stop.get_token());
        QVERIFY(!stopped);
        one.url = u"https://elsewhere.example.org/acme/ledger/-/merge_requests/7"_s;
        QCOMPARE(fetchReview(m_clone, one, {}).error().code, ErrorCode::NotFound);
    }

    /// Bitbucket tells the beginning of a commit.
    void theBeginningOfACommitIsEnough()
    {
        Review one = asked();
        one.commit = m_head.left(12);
        QVERIFY(hasHead(m_clone, one));
        QVERIFY(checkOut(m_clone, one));
        QCOMPARE(git({ u"rev-parse"_s, u"HEAD"_s }), m_head);
        one.commit = m_head.left(4);
        QVERIFY(!hasHead(m_clone, one));
    }

    void comparesAsGitDoes()
    {
        git({ u"commit"_s, u"--allow-empty"_s, u"-qm"_s, u"meanwhile"_s });
        const auto diff = diffOf(m_clone, asked());
        QVERIFY(diff && !diff->isCut);
        QCOMPARE(diff->text.trimmed(), git({ u"diff"_s, u"--no-color"_s, u"--abbrev=7"_s, u"main...origin/feature"_s }));
    }

    void aLargeComparisonSaysThatItIsCut()
    {
        git({ u"checkout"_s, u"-qb"_s, u"large"_s });
        write(u"large.txt"_s, QByteArray("a line of some length\n").repeated(250'000));
        git({ u"add"_s, u"."_s });
        git({ u"commit"_s, u"-qm"_s, u"large"_s });
        Review one = asked();
        one.commit = git({ u"rev-parse"_s, u"HEAD"_s });
        const auto diff = diffOf(m_clone, one);
        QVERIFY(diff && diff->isCut);
        QVERIFY(diff->text.size() >= longestReviewDiff && diff->text.size() < longestReviewDiff + 100);
    }

    void findsTheClone()
    {
        const std::vector<domain::CloneState> clones { { .path = u"/x/ledger"_s, .webUrl = u"https://git.example.org/acme/ledger"_s, .branch = {}, .head = {}, .upstream = {}, .fetchedAt = {} },
            { .path = u"/x/led"_s, .webUrl = u"https://git.example.org/acme/led"_s, .branch = {}, .head = {}, .upstream = {}, .fetchedAt = {} } };
        QCOMPARE(cloneOf(review(u"1"_s, {}), clones), u"/x/ledger"_s);
        QCOMPARE(cloneOf(review(u"1"_s, {}), { clones[1] }), QString());
    }

    void paneShowsAndRefuses()
    {
        testkit::World world;
        world.fill(testkit::World::company());
        ReviewsPane pane(world.context());
        pane.resize(900, 300);
        pane.show();
        QVERIFY(QTest::qWaitForWindowExposed(&pane));
        QCOMPARE(pane.status().state, PaneStatus::State::Empty);
        QVERIFY(world.workspace().addConnection(u"folder"_s, u"Host"_s, { { u"folder"_s, world.folder() } }));
        auto pull = world.mirror().beginPull(world.workspace().connections().front().id, u"reviews"_s, u"tester"_s);
        QVERIFY(pull);
        Review waits = asked();
        waits.waitsForMe = true;
        (*pull)->put(waits.toRecord());
        domain::CloneState clone;
        clone.path = m_clone;
        clone.webUrl = u"https://git.example.org/acme/ledger"_s;
        (*pull)->put(clone.toRecord());
        QVERIFY((*pull)->complete());
        QTRY_COMPARE_WITH_TIMEOUT(pane.model().reviewCount(), 1, 20'000);
        QCOMPARE(pane.count(), 1);
        // Whoever follows a line of the tray's menu comes to the review itself, whatever was filtered before.
        pane.filterBox()->setText(u"nothing of that name"_s);
        QTRY_COMPARE(pane.model().reviewCount(), 0);
        pane.reveal(world.workspace().connections().front().id, waits.key());
        QTRY_COMPARE(pane.model().reviewCount(), 1);
        QCOMPARE(pane.view()->currentIndex(), pane.model().index(0, 0, pane.model().index(0, 0)));
        pane.view()->setFocus();
        write(u"a.txt"_s, "work\n");
        QSignalSpy done(&pane, &ReviewsPane::done);
        QTest::keyClick(pane.view(), Qt::Key_G, Qt::ControlModifier);
        QTRY_COMPARE(done.size(), 1);
        QCOMPARE(pane.status().state, PaneStatus::State::Stale);
        QCOMPARE(read(u"a.txt"_s), QByteArray("work\n"));
        git({ u"checkout"_s, u"-q"_s, u"a.txt"_s });
        QTest::keyClick(pane.view(), Qt::Key_G, Qt::ControlModifier);
        QTRY_COMPARE(done.size(), 2);
        QCOMPARE(git({ u"rev-parse"_s, u"--abbrev-ref"_s, u"HEAD"_s }), u"feature"_s);
        // One that the clone has never seen is fetched with the same key; not while the person wants the network left alone.
        git({ u"checkout"_s, u"-q"_s, u"main"_s });
        Review other = unseen();
        other.branch = u"unseen"_s;
        other.waitsForMe = true;
        auto second = world.mirror().beginPull(world.workspace().connections().front().id, u"reviews"_s, u"tester"_s);
        QVERIFY(second);
        (*second)->put(other.toRecord());
        (*second)->put(clone.toRecord());
        QVERIFY((*second)->complete());
        const auto isThere = [&] {
            const auto *seen = pane.model().reviewAt(pane.model().index(0, 0, pane.model().index(0, 0)));
            return seen && seen->review.branch == "unseen"_L1;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isThere(), 20'000);
        pane.view()->setCurrentIndex(pane.model().index(0, 0, pane.model().index(0, 0)));
        world.workspace().setWorkOffline(true);
        QTest::keyClick(pane.view(), Qt::Key_G, Qt::ControlModifier);
        QTRY_COMPARE(done.size(), 3);
        QVERIFY(!hasHead(m_clone, other));
        world.workspace().setWorkOffline(false);
        QTest::keyClick(pane.view(), Qt::Key_G, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(done.size(), 4, 20'000);
        QCOMPARE(git({ u"rev-parse"_s, u"--abbrev-ref"_s, u"HEAD"_s }), u"unseen"_s);
        QCOMPARE(git({ u"rev-parse"_s, u"HEAD"_s }), other.commit);
        QTest::keyClick(pane.view(), Qt::Key_Return);
        QCOMPARE(world.focus().target().ref, u"component:default/ledger-api"_s);
    }
};

QTEST_MAIN(TestReviewsPane)
#include "tst_reviewspane.moc"
