// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/kit/documents.h"
#include "tests/ui/panes/world.h"

#include "models/items/docfeedback.h"
#include "models/mirror/ownnotices.h"
#include "models/sync/docwatch.h"
#include "ui/kit/diffview.h"
#include "ui/kit/documentview.h"
#include "ui/kit/filterbox.h"
#include "ui/kit/links.h"
#include "ui/kit/paneframe.h"
#include "ui/kit/style.h"
#include "ui/kit/widgets.h"
#include "ui/panes/docs/articlepage.h"
#include "ui/panes/docs/docspane.h"
#include "ui/panes/docs/findbar.h"
#include "ui/panes/docs/mirrorimages.h"
#include "ui/panes/panes.h"
#include "ui/shell/documents.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/panehost.h"
#include "ui/shell/preferences.h"

#include <QBuffer>
#include <QClipboard>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace callboard;
using namespace callboard::testkit;
using domain::DocPage;
using domain::DocSite;
using items::DocAddress;
using items::DocTreeModel;
using ui::panes::ArticlePage;
using ui::panes::DocsDesk;
using ui::panes::DocsPane;

namespace {

const QString site = u"component:default/ledger-api"_s;

domain::DocNavEntry navPage(const QString &title, const QString &path)
{
    return { title, path, {}, true, {} };
}

DocSite ledger(int extra = 0)
{
    DocSite result;
    result.entityRef = site;
    result.name = u"Ledger"_s;
    result.nav = { navPage(u"Overview"_s, QString()), { u"Runbooks"_s, {}, {}, false, { navPage(u"Replay a day"_s, u"runbooks/replay/"_s), navPage(u"Drain"_s, u"runbooks/drain/"_s) } } };
    for (int at = 0; at < extra; ++at)
        result.nav.push_back(navPage(u"Extra %1"_s.arg(at), u"extra%1/"_s.arg(at)));
    result.pages = 3 + extra;
    result.complete = true;
    result.sourceUrl = u"https://github.com/quayline/ledger"_s;
    result.builtAt = QDateTime::currentDateTimeUtc().addDays(-2);
    return result;
}

DocPage page(const QString &path, const QString &title, std::vector<Block> blocks)
{
    DocPage result;
    result.site = site;
    result.path = path;
    result.title = title;
    result.source = path.isEmpty() ? u"index.md"_s : path.chopped(1) + u".md"_s;
    result.editUrl = u"https://github.com/quayline/ledger/edit/main/docs/"_s + result.source;
    result.document.blocks = std::move(blocks);
    result.document.blocks.insert(result.document.blocks.begin(), heading(1, title, u"top"_s));
    return result;
}

std::vector<DocPage> pages(const QString &sentence = u"Rehearsing takes nine minutes."_s)
{
    std::vector<Block> replay { paragraph({ run(u"Stop "_s), run(u"fx-rates"_s, Run::Code), run(u" first, then "_s), run(u"drain"_s, 0, u"runbooks/drain/"_s), run(u"."_s) }),
        heading(2, u"Rehearse"_s, u"rehearse"_s), paragraph(sentence) };
    for (int at = 0; at < 40; ++at)
        replay.push_back(paragraph(u"A line to make the page long."_s));
    replay.push_back(heading(2, u"Commit"_s, u"commit"_s));
    replay.push_back(paragraph(u"Both names go into the journal."_s));
    return { page({}, u"Overview"_s, { paragraph({ run(u"See "_s), run(u"how to replay"_s, 0, u"runbooks/replay/#rehearse"_s), run(u"."_s) }) }),
        page(u"runbooks/replay/"_s, u"Replay a day"_s, std::move(replay)),
        page(u"runbooks/drain/"_s, u"Drain"_s, { paragraph({ run(u"After "_s), run(u"the replay"_s, 0, u"runbooks/replay/"_s), run(u"."_s) }) }) };
}

const DocAddress replay { site, u"runbooks/replay/"_s, {} };

void show(QWidget &widget, const QSize &size = { 1000, 700 })
{
    widget.resize(size);
    widget.show();
    QVERIFY(QTest::qWaitForWindowExposed(&widget));
}

QStringList labels(const DocTreeModel &model, const QModelIndex &parent = {})
{
    QStringList found;
    for (int row = 0; row < model.rowCount(parent); ++row)
        found.append(model.index(row, 0, parent).data().toString());
    return found;
}

} // namespace

class TestDocsPane final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        ui::CallboardStyle::install(m_theme);
        QTest::failOnWarning();
    }
    void init()
    {
        m_world = std::make_unique<World>();
        m_world->fill(World::company());
        m_world->putDocs({ ledger() }, pages());
    }
    void cleanup() { m_world.reset(); }

    void aliasOpensWhatItShows()
    {
        DocSite alias;
        alias.entityRef = u"component:default/ledger-replay"_s;
        alias.aliasOf = site;
        alias.aliasPath = u"runbooks/replay"_s;
        m_world->putDocs({ ledger(), alias }, pages());
        DocsDesk &desk = DocsDesk::of(m_world->context());
        QTRY_VERIFY(desk.library().site(alias.entityRef));
        QSignalSpy opened(&desk, &DocsDesk::openRequested);
        desk.open(alias.entityRef, {});
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened[0][0].toString(), site);
        QCOMPARE(opened[0][1].toString(), u"runbooks/replay/"_s);
    }

    void saysWhatWouldFillIt()
    {
        World empty;
        DocsPane pane(empty.context());
        QCOMPARE(pane.status().state, ui::PaneStatus::State::Empty);
        QVERIFY(!pane.status().actionText.isEmpty());
    }

    void listsSitesAndTheirPages()
    {
        m_world->user().setStarred(site, true);
        DocsPane pane(m_world->context());
        const auto &model = pane.model();
        QCOMPARE(labels(model), (QStringList { u"Starred"_s, u"All"_s }));
        const QModelIndex ledger = model.index(0, 0, model.index(1, 0));
        QCOMPARE(ledger.data(), u"Ledger"_s);
        QCOMPARE(labels(model, ledger), (QStringList { u"Overview"_s, u"Runbooks"_s }));
        QCOMPARE(labels(model, model.index(1, 0, ledger)), (QStringList { u"Replay a day"_s, u"Drain"_s }));
        QCOMPARE(pane.filterBox()->edit()->placeholderText(), u"Search 3 pages"_s);
    }

    void putsWhatIsMineFirst()
    {
        m_world->user().setMe(u"user:default/mira.k"_s);
        DocsPane pane(m_world->context());
        QCOMPARE(labels(pane.model()).constFirst(), u"Mine"_s);
    }

    void keepsWhatIsOpenWhenTheListChanges()
    {
        DocsPane pane(m_world->context());
        const QModelIndex page = pane.model().find(replay);
        const QModelIndex section = page.parent();
        QVERIFY(!pane.tree()->isExpanded(section));
        QVERIFY(pane.tree()->isExpanded(section.parent().parent()));
        pane.tree()->expand(section.parent());
        pane.tree()->expand(section);
        pane.tree()->setCurrentIndex(page);
        // Having read a page or starring a site makes the list anew.
        QSignalSpy reset(&pane.model(), &QAbstractItemModel::modelReset);
        m_world->user().setStarred(u"component:default/fx-rates"_s, true);
        QTRY_VERIFY(!reset.isEmpty());
        QCOMPARE(pane.tree()->indexAbove(pane.model().find(replay)).data().toString(), u"Runbooks"_s);
        QVERIFY(pane.tree()->isExpanded(pane.model().find(replay).parent()));
        m_world->user().setStarred(u"component:default/fx-rates"_s, false);
    }

    void opensByKeyboard()
    {
        DocsPane pane(m_world->context());
        QSignalSpy asked(&DocsDesk::of(m_world->context()), &DocsDesk::openRequested);
        show(pane, { 300, 500 });
        pane.tree()->setFocus();
        const QModelIndex index = pane.model().find(replay);
        for (QModelIndex up = index.parent(); up.isValid(); up = up.parent())
            pane.tree()->expand(up);
        pane.tree()->setCurrentIndex(index);
        QTest::keyClick(pane.tree(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.front().at(0).toString(), site);
        QCOMPARE(asked.front().at(1).toString(), replay.path);
        QCOMPARE(asked.front().at(2).value<ui::Focus::How>(), ui::Focus::How::Beside);
    }

    void findsPages()
    {
        DocsPane pane(m_world->context());
        show(pane, { 300, 500 });
        pane.filterBox()->setText(u"drain"_s);
        QTRY_VERIFY(pane.model().showsFound() && pane.model().rowCount() > 0);
        QTRY_VERIFY(std::ranges::any_of(labels(pane.model()), [](const QString &label) { return label.startsWith("Drain"_L1); }));
        QTest::keyClick(pane.filterBox()->edit(), Qt::Key_Escape);
        QTRY_VERIFY(!pane.model().showsFound());
        QCOMPARE(labels(pane.model()), QStringList(u"All"_s));
    }

    void showsAPageWithAllAroundIt()
    {
        ArticlePage article(m_world->context(), replay);
        show(article);
        QVERIFY(article.isHere());
        QCOMPARE(article.title(), u"Replay a day"_s);
        QCOMPARE(article.side().outline()->count(), 2);
        QCOMPARE(article.side().outline()->item(0)->text(), u"Rehearse"_s);
        const auto links = [&] {
            QStringList texts;
            for (const auto *link : article.side().findChildren<ui::LinkLabel *>())
                texts.append(link->text());
            return texts;
        };
        QTRY_VERIFY(links().contains(u"fx-rates"_s)); // Mentioned.
        QTRY_VERIFY(links().contains(u"Overview"_s) && links().contains(u"Drain"_s)); // They link here.
        QSignalSpy asked(&DocsDesk::of(m_world->context()), &DocsDesk::openRequested);
        const auto &flow = article.view().flow();
        const auto drain = std::ranges::find_if(flow.stops, [&](const auto &stop) { return flow.links[size_t(stop.index)].target == u"runbooks/drain/"_s; });
        QVERIFY(drain != flow.stops.end());
        article.view().activateStop(int(drain - flow.stops.begin()));
        QCOMPARE(asked.takeFirst().at(1).toString(), u"runbooks/drain/"_s);
    }

    void goesToHeadingsAndBackToItsPlace()
    {
        ArticlePage article(m_world->context(), { site, replay.path, u"commit"_s });
        show(article);
        const auto headings = article.view().headings();
        QCOMPARE(headings[size_t(article.view().currentHeading())].id, u"commit"_s);
        QCOMPARE(article.side().outline()->currentRow(), 1);
        const QJsonObject place = article.view().place();
        article.setAddress({ site, u"runbooks/drain/"_s, {} });
        QCOMPARE(article.title(), u"Drain"_s);
        article.setAddress({ site, replay.path, u"commit"_s }, true);
        QCOMPARE(article.view().place()["leaf"_L1], place["leaf"_L1]);
    }

    void saysThatAPageIsNotHereYetAndShowsItWhenItComes()
    {
        ArticlePage article(m_world->context(), { site, u"extra0/"_s, {} });
        show(article);
        QVERIFY(!article.isHere());
        auto all = pages();
        all.push_back(page(u"extra0/"_s, u"Extra 0"_s, { paragraph(u"It has come."_s) }));
        m_world->putDocs({ ledger(1) }, all);
        QTRY_VERIFY(article.isHere());
        QCOMPARE(article.title(), u"Extra 0"_s);
    }

    void marksWhatChangedSinceItWasRead()
    {
        DocsDesk &desk = DocsDesk::of(m_world->context());
        desk.reading().read(pages()[1]);
        QVERIFY(!desk.reading().isChanged(replay));
        auto all = pages(u"Rehearsing takes eleven minutes."_s);
        all.push_back(page(u"extra0/"_s, u"Extra 0"_s, {}));
        m_world->putDocs({ ledger(1) }, all);
        QTRY_VERIFY(desk.reading().isChanged(replay));
        QVERIFY(!desk.reading().isChanged({ site, u"runbooks/drain/"_s, {} }));
        QTRY_VERIFY(desk.reading().isNew({ site, u"extra0/"_s, {} }));
        QVERIFY(!desk.reading().isNew(replay));
        DocsPane pane(m_world->context());
        QVERIFY(pane.model().find(replay).data(DocTreeModel::ChangedRole).toBool());

        ArticlePage article(m_world->context(), replay);
        show(article);
        QVERIFY(article.hasDifference());
        article.showDifference(true);
        const auto *diff = article.findChild<ui::DiffView *>();
        QCOMPARE(diff->diff().added(), 1);
        QCOMPARE(diff->diff().removed(), 1);
        QTRY_VERIFY(!desk.reading().isChanged(replay)); // Looked at for a while, it is read.
        QVERIFY(article.hasDifference());               // And can still be compared.
        // It is kept over a restart of the window's part.
        items::DocReading again(m_world->mirror(), desk.library());
        QVERIFY(again.isRead(replay));
        QCOMPARE(again.textAsRead(replay), items::DocReading::textOf(all[1].document));
    }

    void watchingBeginsWithWhatItIs()
    {
        DocsDesk &desk = DocsDesk::of(m_world->context());
        auto &mirror = m_world->mirror();
        desk.reading().setWatched(site, true);
        sync::DocWatch watch(mirror);
        watch.begin();
        m_world->putDocs({ ledger() }, pages(u"Another sentence."_s));
        desk.reading().setWatched(site, false);
        desk.reading().setWatched(site, true);
        watch.begin();
        watch.settle({ site });
        mirror.flush();
        QCOMPARE(mirror::OwnNotices(mirror).all().size(), 0u);
        m_world->putDocs({ ledger() }, pages(u"A third one."_s));
        watch.settle({ site });
        mirror.flush();
        const auto notices = mirror::OwnNotices(mirror).all();
        QCOMPARE(notices.size(), 1u);
        QCOMPARE(notices.front().title, u"“Replay a day” changed"_s);
        const auto link = ui::parseLink(notices.front().link);
        QVERIFY(link);
        QCOMPARE(*link, (ui::Link { ui::Link::Kind::Doc, site, replay.path }));
    }

    void keepsFeedbackUntilThePageAnswers()
    {
        DocsDesk &desk = DocsDesk::of(m_world->context());
        items::DocFeedback feedback;
        feedback.site = replay.site;
        feedback.path = replay.path;
        feedback.title = u"Replay a day"_s;
        feedback.version = items::DocReading::hashOf(items::DocReading::textOf(pages()[1].document));
        feedback.passage = u"Rehearsing takes nine minutes."_s;
        feedback.text = u"It takes eleven & more"_s;
        const QString id = desk.feedback().put(feedback);
        desk.feedback().setState(id, items::DocFeedback::State::Sent);
        QCOMPARE(desk.feedback().of(replay).front().state, items::DocFeedback::State::Sent); // Before it is written.
        m_world->mirror().flush();
        items::DocFeedbackStore again(m_world->mirror());
        QCOMPARE(again.of(replay).size(), 1u);
        QCOMPARE(again.of(replay).front().state, items::DocFeedback::State::Sent);
        QCOMPARE(again.ofSite(site).size(), 1u);
        feedback = again.of(replay).front();
        feedback.text = u"It takes eleven"_s;
        QCOMPARE(again.put(feedback), id); // Changed, and not one more.
        m_world->putDocs({ ledger() }, pages(u"Rehearsing takes eleven minutes."_s));
        sync::DocWatch(m_world->mirror()).settle({ site });
        QTRY_COMPARE(desk.feedback().of(replay).front().state, items::DocFeedback::State::Answered);
        QCOMPARE(desk.feedback().of(replay).size(), 1u);
        QCOMPARE(desk.feedback().of(replay).front().text, u"It takes eleven"_s);
        desk.feedback().remove(id);
        m_world->mirror().flush();
        QCOMPARE(items::DocFeedbackStore(m_world->mirror()).ofSite(site).size(), 0u);
    }

    void writesIssuesAndMails_data()
    {
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("body");
        QTest::newRow("GitHub") << u"https://github.com/quayline/ledger/edit/main/docs/a.md"_s << u"https://github.com/quayline/ledger/issues/new"_s << u"body"_s;
        QTest::newRow("GitLab") << u"https://gitlab.example.com/group/sub/ledger/-/edit/main/docs/a.md"_s << u"https://gitlab.example.com/group/sub/ledger/-/issues/new"_s
                                << u"issue[description]"_s;
        QTest::newRow("Gitea") << u"https://git.quayline.example/quayline/ledger/src/branch/main/docs/a.md"_s << u"https://git.quayline.example/quayline/ledger/issues/new"_s << u"body"_s;
        QTest::newRow("Bitbucket") << u"https://bitbucket.org/quayline/ledger/src/main/a.md"_s << u"https://bitbucket.org/quayline/ledger/issues/new"_s << u"content"_s;
        QTest::newRow("no host") << u"https://docs.example.com/ledger/page.html"_s << QString() << QString();
        QTest::newRow("no web") << u"javascript:alert(1)"_s << QString() << QString();
    }
    void writesIssuesAndMails()
    {
        QFETCH(QString, page);
        QFETCH(QString, address);
        QFETCH(QString, body);
        items::DocFeedback feedback;
        feedback.site = replay.site;
        feedback.path = replay.path;
        feedback.title = u"Replay & more"_s;
        feedback.passage = u"nine minutes"_s;
        feedback.text = u"eleven + one"_s;
        const QUrl url = items::newIssueUrl(page, feedback);
        if (address.isEmpty()) {
            QVERIFY(!url.isValid() || url.isEmpty());
            return;
        }
        QCOMPARE(url.adjusted(QUrl::RemoveQuery).toString(), address);
        const QUrlQuery query(url);
        QVERIFY(query.queryItemValue(QString::fromLatin1(QUrl::toPercentEncoding(body)), QUrl::FullyDecoded).startsWith(u"> nine minutes\n\neleven + one"_s));
        const QUrl mail = items::feedbackMail(u"ledger@quayline.example"_s, feedback);
        QCOMPARE(mail.path(), u"ledger@quayline.example"_s);
        QVERIFY(QUrlQuery(mail).queryItemValue(u"subject"_s, QUrl::FullyDecoded).contains(u"Replay & more"_s));
        QVERIFY(items::feedbackMail(u"a@b.example?bcc=c@d.example"_s, feedback).isEmpty());
    }

    void savesAsPdf()
    {
        ArticlePage article(m_world->context(), replay);
        show(article);
        const QString path = m_world->folder() + u"/page.pdf"_s;
        QVERIFY(article.writePdf(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith("%PDF-"));
    }

    void showsPicturesAndRefusesDangerousOnes()
    {
        QImage image(20, 10, QImage::Format_RGB32);
        image.fill(Qt::red);
        QBuffer png;
        png.open(QIODevice::WriteOnly);
        image.save(&png, "PNG");
        const auto blob = m_world->mirror().putBlob(png.data());
        QVERIFY(blob);
        m_world->putDocs({ ledger() }, pages(), { { site, u"img/a.png"_s, *blob, png.size() } });
        ui::panes::MirrorImages images(m_world->mirror(), m_world->outward());
        images.setSite(site);
        QCOMPARE(images.find(u"img/a.png"_s).state, ui::DocumentImages::State::Loading);
        QTRY_COMPARE(images.find(u"img/a.png"_s).state, ui::DocumentImages::State::Ready);
        QCOMPARE(images.find(u"img/a.png"_s).image.size(), QSize(20, 10));
        (void)images.find(u"img/none.png"_s);
        QTRY_COMPARE(images.find(u"img/none.png"_s).state, ui::DocumentImages::State::Missing);
        QCOMPARE(images.find(u"https://example.com/a.png"_s).state, ui::DocumentImages::State::NotAsked);
        using ui::panes::MirrorImages;
        QVERIFY(!MirrorImages::decode("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9' height='9'/></svg>").isNull());
        QVERIFY(MirrorImages::decode("<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='9' height='9'>"
                                     "<image xlink:href='file:///etc/passwd' width='9' height='9'/></svg>").isNull());
        QVERIFY(MirrorImages::decode("<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY a 'aaaa'>]>"
                                     "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><text>&a;</text></svg>").isNull());
        QVERIFY(MirrorImages::decode("GIF89a nothing").isNull());
    }

    /// Open the pane, a page, find in it, go to a heading by the outline, and back to the page before: without a mouse.
    void journeyByKeyboard()
    {
        QObject::disconnect(&m_world->focus(), &ui::Focus::openRequested, &m_world->focus(), nullptr);
        ui::Preferences preferences(nullptr, m_theme, m_world->commands());
        ui::MainWindow window({ m_world->context(), m_theme, preferences, ui::panes::allPanes(), {} });
        show(window, { 1440, 900 });
        const auto command = [&](const QString &id) {
            QAction *action = m_world->commands().action(id);
            QVERIFY2(action && action->isEnabled(), qPrintable(id));
            action->trigger();
        };
        m_world->focus().open(site);
        command(u"docs.open"_s);
        auto *article = window.documents().currentArticle();
        QVERIFY(article);
        QCOMPARE(article->title(), u"Overview"_s);
        QVERIFY(window.windowTitle().startsWith(u"Overview"_s));
        // The link on the front page leads to a heading of another page.
        article->view().setFocus();
        for (int at = 0; at < 6 && article->address().path != replay.path; ++at) {
            QTest::keyClick(&article->view(), Qt::Key_Tab);
            const auto &stop = article->view().flow().stops[size_t(std::max(0, article->view().focusedStop()))];
            if (article->view().focusedStop() >= 0 && article->view().flow().links[size_t(stop.index)].target.startsWith(u"runbooks"_s))
                QTest::keyClick(&article->view(), Qt::Key_Return);
        }
        QCOMPARE(article->address(), (DocAddress { site, replay.path, u"rehearse"_s }));
        QCOMPARE(window.documents().count(), 2); // The entity, and one page of documentation.
        command(u"docs.find"_s);
        QTest::keyClicks(article->findBar().edit(), u"journal"_s);
        QCOMPARE(article->view().hitCount(), 1);
        QTest::keyClick(article->findBar().edit(), Qt::Key_Escape);
        QVERIFY(article->view().hasFocus());
        command(u"docs.outline"_s);
        QVERIFY(article->side().outline()->hasFocus());
        QTest::keyClick(article->side().outline(), Qt::Key_End);
        QTest::keyClick(article->side().outline(), Qt::Key_Return);
        QCOMPARE(article->view().headings()[size_t(article->view().currentHeading())].id, u"commit"_s);
        command(u"docs.copyLink"_s);
        QCOMPARE(QGuiApplication::clipboard()->text(), ui::linkToDoc(site, u"runbooks/replay/#commit"_s));
        command(u"go.back"_s);
        QCOMPARE(article->title(), u"Overview"_s);
        command(u"go.back"_s);
        QVERIFY(!window.documents().currentArticle());
        QCOMPARE(window.documents().currentRef(), site);
        command(u"go.forward"_s);
        command(u"go.forward"_s);
        QCOMPARE(article->title(), u"Replay a day"_s);
        command(u"docs.nextPage"_s);
        QCOMPARE(article->title(), u"Drain"_s);
        // The pane shows where one is.
        window.panes().show(u"docs"_s);
        auto *pane = window.findChild<DocsPane *>();
        QVERIFY(pane);
        QCOMPARE(pane->tree()->currentIndex().data().toString(), u"Drain"_s);
        QCOMPARE(window.documents().refs(), (QStringList { site, u"docs:"_s + site + u"/runbooks/drain/"_s }));
        if (const QString folder = qEnvironmentVariable("CALLBOARD_PICTURES"); !folder.isEmpty()) {
            DocsDesk::of(m_world->context()).open(site, replay.path);
            QTest::qWait(300);
            QVERIFY(window.grab().save(folder + u"/docs-window.png"_s));
        }
    }

private:
    ui::Theme m_theme;
    std::unique_ptr<World> m_world;
};

QTEST_MAIN(TestDocsPane)
#include "tst_docspane.moc"
