// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/panes/world.h"
#include "tests/ui/shell/plainpane.h"
#include "models/insights/usagelog.h"
#include "models/items/palettemodel.h"
#include "ui/kit/banner.h"
#include "ui/kit/paneframe.h"
#include "ui/kit/style.h"
#include "ui/panes/api/apipane.h"
#include "ui/panes/entity/entitypage.h"
#include "ui/panes/panes.h"
#include "ui/shell/documents.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/palettebox.h"
#include "ui/shell/palettedelegate.h"
#include "ui/shell/panehost.h"
#include "ui/shell/preferences.h"

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QJsonObject>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QPainter>
#include <QPushButton>
#include <QStandardPaths>
#include <QStyleOptionTab>
#include <QTabBar>
#include <QTest>

using namespace callboard;
using namespace callboard::ui;
using namespace Qt::StringLiterals;

class TestMainWindow final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        m_theme.setChoice(ThemeChoice::Light);
        CallboardStyle::install(m_theme);
    }
    void cleanupTestCase() { QApplication::setStyle(u"fusion"_s); }

    void init()
    {
        m_world = std::make_unique<testkit::World>();
        m_world->fill(testkit::World::company());
        // Here is a real shell: the world's stand-in for it must not answer first.
        QObject::disconnect(&m_world->focus(), &Focus::openRequested, &m_world->focus(), nullptr);
    }
    void cleanup()
    {
        m_window.reset();
        m_preferences.reset();
        m_world.reset();
    }

    void openingAnEntityFocusesItEverywhere()
    {
        show(standard());
        m_world->focus().open(someRef());
        QCOMPARE(m_window->documents().currentRef(), someRef());
        QCOMPARE(m_world->focus().target().ref, someRef());
        QCOMPARE(plainPane(u"alpha"_s)->shown.ref, someRef());
        QVERIFY(m_window->windowTitle().endsWith(u"Callboard"));
    }

    void pinnedPaneStays()
    {
        show(standard());
        m_world->focus().open(someRef());
        m_window->panes().frame(u"alpha"_s)->setPinned(true);
        m_world->focus().open(otherRef());
        QCOMPARE(plainPane(u"alpha"_s)->shown.ref, someRef());
        QCOMPARE(plainPane(u"beta"_s)->shown.ref, otherRef());
        m_window->panes().frame(u"alpha"_s)->setPinned(false);
        QCOMPARE(plainPane(u"alpha"_s)->shown.ref, otherRef());
    }

    void backAndForwardBringThePageAlong()
    {
        show(standard());
        m_world->focus().open(someRef());
        m_world->focus().open(otherRef());
        trigger(u"go.back"_s);
        QCOMPARE(m_window->documents().currentRef(), someRef());
        trigger(u"go.forward"_s);
        QCOMPARE(m_window->documents().currentRef(), otherRef());
        QCOMPARE(m_window->documents().count(), 1);
        m_world->focus().open(someRef(), Focus::How::Beside);
        QCOMPARE(m_window->documents().count(), 2);
    }

    void layoutSurvivesARestart()
    {
        show(standard());
        plainPane(u"alpha"_s)->setText(u"kept"_s);
        m_world->focus().open(someRef());
        m_window->panes().frame(u"alpha"_s)->setPinned(true);
        m_window->panes().setShown(u"beta"_s, false);
        m_window->close();
        show(standard());
        QVERIFY(!m_window->panes().isShown(u"beta"_s));
        QVERIFY(m_window->panes().isShown(u"alpha"_s));
        QCOMPARE(plainPane(u"alpha"_s)->text(), u"kept"_s);
        QVERIFY(m_window->panes().frame(u"alpha"_s)->isPinned());
        QCOMPARE(plainPane(u"alpha"_s)->shown.ref, someRef());
        QCOMPARE(m_window->documents().currentRef(), someRef());
    }

    void paneLeftOutStaysOutAfterARestart()
    {
        const auto factories = [] {
            auto all = standard();
            all.push_back(plain(u"quiet"_s, PaneFactory::Area::Right));
            all.back().shown = false;
            return all;
        };
        show(factories());
        QVERIFY(!m_window->panes().isShown(u"quiet"_s));
        m_window->close();
        show(factories());
        QVERIFY(!m_window->panes().isShown(u"quiet"_s));
        QVERIFY(!m_window->panes().frame(u"quiet"_s)); // nor made before anybody asks
        m_window->panes().show(u"quiet"_s);
        QVERIFY(m_window->panes().isShown(u"quiet"_s));
        m_window->close();
        show(factories());
        QVERIFY(m_window->panes().isShown(u"quiet"_s));
    }

    void paneBehindATabFollowsLater()
    {
        const auto factories = [] { return std::vector<PaneFactory> { plain(u"alpha"_s, PaneFactory::Area::Right), plain(u"beta"_s, PaneFactory::Area::Right) }; };
        show(factories());
        m_window->panes().show(u"beta"_s);
        m_window->panes().show(u"alpha"_s);
        const auto shown = [this](const QString &id) { return static_cast<PlainPane &>(m_window->panes().frame(id)->pane()).shown.ref; };
        m_world->focus().open(someRef());
        QCOMPARE(shown(u"alpha"_s), someRef());
        QVERIFY(shown(u"beta"_s) != someRef());
        QTRY_COMPARE(shown(u"beta"_s), someRef());
        // Whoever asks for it, or brings it to the front, finds it as it should be.
        m_world->focus().open(otherRef());
        QVERIFY(shown(u"beta"_s) != otherRef());
        m_window->panes().dock(u"beta"_s)->raise();
        QCOMPARE(shown(u"beta"_s), otherRef());
        m_world->focus().open(someRef());
        QVERIFY(shown(u"alpha"_s) != someRef());
        QCOMPARE(plainPane(u"alpha"_s)->shown.ref, someRef());
    }

    void theKeyboardWaitsForWhatIsStillEmpty()
    {
        show(standard());
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        PlainPane *alpha = plainPane(u"alpha"_s);
        alpha->setStatus({ PaneStatus::State::Empty, u"Nothing yet"_s, {}, {}, {} });
        m_window->panes().show(u"alpha"_s);
        QVERIFY(!alpha->focusWidgetOfPane()->hasFocus());
        alpha->setStatus({});
        QVERIFY(alpha->focusWidgetOfPane()->hasFocus());
        // Whoever went on is left where they are.
        alpha->setStatus({ PaneStatus::State::Empty, u"Nothing again"_s, {}, {}, {} });
        m_window->panes().show(u"alpha"_s);
        m_window->panes().show(u"beta"_s);
        QWidget *beta = plainPane(u"beta"_s)->focusWidgetOfPane();
        QVERIFY(beta->hasFocus());
        alpha->setStatus({});
        QVERIFY(beta->hasFocus());
    }

    void missingPaneKeepsItsState()
    {
        show(standard());
        plainPane(u"beta"_s)->setText(u"mine"_s);
        m_window->close();
        show({ plain(u"alpha"_s, PaneFactory::Area::Left) });
        QVERIFY(!m_window->panes().dock(u"beta"_s));
        m_window->close();
        show(standard());
        m_window->panes().show(u"beta"_s);
        QCOMPARE(plainPane(u"beta"_s)->text(), u"mine"_s);
    }

    void damagedLayoutFallsBack()
    {
        QFile file(layoutPath());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{ this is no layout");
        file.close();
        show(standard());
        QVERIFY(m_window->panes().isShown(u"alpha"_s));
        QVERIFY(QFile::exists(layoutPath() + u".bad"_s));
    }

    void paneOfTheCentreComesBack()
    {
        const auto factories = [] { return std::vector<PaneFactory> { plain(u"alpha"_s, PaneFactory::Area::Left), plain(u"gamma"_s, PaneFactory::Area::Centre) }; };
        show(factories());
        m_world->focus().open(someRef());
        m_world->focus().open(otherRef(), Focus::How::Beside);
        m_window->panes().show(u"gamma"_s);
        plainPane(u"gamma"_s)->setText(u"kept"_s);
        const QStringList open { u"pane:gamma"_s, someRef(), otherRef() };
        QCOMPARE(m_window->documents().refs(), open);
        m_window->close();
        show(factories());
        QCOMPARE(m_window->documents().refs(), open);
        QVERIFY(m_window->documents().currentPane());
        QVERIFY(m_window->panes().isShown(u"gamma"_s));
        QCOMPARE(plainPane(u"gamma"_s)->text(), u"kept"_s);
        // Behind a page, where it was left; and where its pane is not there any more, the pages stay.
        m_world->focus().open(otherRef());
        m_window->close();
        show(factories());
        QCOMPARE(m_window->documents().refs(), open);
        QCOMPARE(m_window->documents().currentRef(), otherRef());
        m_window->close();
        show({ plain(u"alpha"_s, PaneFactory::Area::Left) });
        QCOMPARE(m_window->documents().refs(), (QStringList { someRef(), otherRef() }));
        QCOMPARE(m_window->documents().currentRef(), otherRef());
    }

    void everyMnemonicMeansOneThing()
    {
        show({ plain(u"relations"_s, PaneFactory::Area::Right), plain(u"map"_s, PaneFactory::Area::Centre) });
        int menus = 0;
        const auto bar = m_window->menuBar()->actions();
        QStringList clashes;
        const auto look = [&](const QString &menu, const QList<QAction *> &actions) {
            QHash<QChar, QString> known;
            for (const QAction *action : actions) {
                const QKeySequence key = QKeySequence::mnemonic(action->text());
                if (key.isEmpty() || !action->isVisible())
                    continue;
                const QChar letter(char16_t(key[0].key()));
                if (known.contains(letter))
                    clashes.append(menu + u": "_s + known.value(letter) + u" / "_s + action->text());
                known.insert(letter, action->text());
            }
        };
        look(u"the bar"_s, bar);
        for (QAction *action : bar) {
            QMenu *menu = action->menu();
            QVERIFY(menu);
            Q_EMIT menu->aboutToShow();
            look(action->text(), menu->actions());
            menus += menu->isEmpty() ? 0 : 1;
        }
        QVERIFY(menus > 5);
        QCOMPARE(clashes.join(u'\n'), QString());
    }

    // However narrow the dock is, its titles are read whole as long as there is any way.
    void titlesOfDocksAreReadWhole()
    {
        std::vector<PaneFactory> factories { plain(u"alpha"_s, PaneFactory::Area::Left) };
        for (const QString &title : { u"Relations"_s, u"Problems"_s, u"API"_s, u"Sources"_s }) {
            factories.push_back(plain(title.toLower(), PaneFactory::Area::Right));
            factories.back().title = title;
            factories.back().iconName = u"graph"_s;
        }
        show(std::move(factories));
        m_window->resize(1280, 800);
        m_window->resetLayout();
        const auto isWhole = [this] {
            bool found = false;
            for (const QTabBar *bar : m_window->findChildren<QTabBar *>(Qt::FindDirectChildrenOnly)) {
                int width = 0;
                for (int i = 0; i < bar->count(); ++i) {
                    QStyleOptionTab tab;
                    tab.text = bar->tabText(i);
                    tab.icon = bar->tabIcon(i);
                    tab.state.setFlag(QStyle::State_Selected, i == bar->currentIndex());
                    if (bar->tabRect(i).width() < bar->style()->sizeFromContents(QStyle::CT_TabBarTab, &tab, {}, bar).width())
                        return false;
                    width += bar->tabRect(i).width();
                }
                found |= bar->count() == 4 && bar->isVisible() && width <= bar->width();
            }
            return found;
        };
        QTRY_VERIFY(isWhole());
        m_window->panes().dock(u"problems"_s)->setWindowTitle(u"Problems 27"_s);
        m_window->panes().dock(u"sources"_s)->setWindowTitle(u"Sources 3"_s);
        QTRY_VERIFY(isWhole());
    }

    void f6GoesAround()
    {
        show(standard());
        m_window->panes().show(u"alpha"_s);
        QTRY_COMPARE(m_window->panes().paneWithKeyboard(), u"alpha"_s);
        QStringList seen;
        for (int i = 0; i < 3; ++i) {
            trigger(u"cycle.next"_s);
            QTest::qWait(20);
            seen.append(m_window->panes().paneWithKeyboard());
        }
        // Left, the page, right, and left again.
        QCOMPARE(seen, (QStringList { QString(), u"beta"_s, u"alpha"_s }));
        trigger(u"cycle.previous"_s);
        QTRY_COMPARE(m_window->panes().paneWithKeyboard(), u"beta"_s);
    }

    void paneOfTheCentreStaysInFront()
    {
        show({ plain(u"alpha"_s, PaneFactory::Area::Left), plain(u"gamma"_s, PaneFactory::Area::Centre) });
        Documents &documents = m_window->documents();
        QVERIFY(!m_window->panes().isShown(u"gamma"_s)); // Only when somebody asks for it.
        m_world->focus().open(someRef());
        m_window->panes().show(u"gamma"_s);
        QVERIFY(documents.currentPane());
        QVERIFY(m_window->panes().isShown(u"gamma"_s));
        QTRY_COMPARE(m_window->panes().paneWithKeyboard(), u"gamma"_s);
        QCOMPARE(documents.refs(), (QStringList { u"pane:gamma"_s, someRef() }));
        // The focus moves on, and the page behind goes along.
        m_world->focus().go({ FocusTarget::Kind::Entity, otherRef() });
        QVERIFY(documents.currentPane());
        QCOMPARE(plainPane(u"gamma"_s)->shown.ref, otherRef());
        QCOMPARE(documents.refs(), (QStringList { u"pane:gamma"_s, otherRef() }));
        // Whoever opens something wants to see it.
        m_world->focus().open(someRef());
        QVERIFY(!documents.currentPane());
        QCOMPARE(documents.currentRef(), someRef());
        // Closed, it is kept as it was.
        plainPane(u"gamma"_s)->setText(u"kept"_s);
        m_window->panes().show(u"gamma"_s);
        documents.closeCurrent();
        QVERIFY(!m_window->panes().isShown(u"gamma"_s));
        m_window->panes().show(u"gamma"_s);
        QCOMPARE(plainPane(u"gamma"_s)->text(), u"kept"_s);
        trigger(u"cycle.next"_s);
        QTRY_COMPARE(m_window->panes().paneWithKeyboard(), u"alpha"_s);
    }

    void paneKeyGoesThereAndBack()
    {
        show(standard());
        trigger(u"pane.show.beta"_s);
        QTRY_COMPARE(m_window->panes().paneWithKeyboard(), u"beta"_s);
        trigger(u"pane.show.beta"_s);
        QTRY_COMPARE(m_window->panes().paneWithKeyboard(), QString());
    }

    void sidesHideAndComeBack()
    {
        show(standard());
        trigger(u"view.leftDocks"_s);
        QVERIFY(!m_window->panes().isShown(u"alpha"_s));
        QVERIFY(m_window->panes().isShown(u"beta"_s));
        trigger(u"view.leftDocks"_s);
        QVERIFY(m_window->panes().isShown(u"alpha"_s));
    }

    /// What no program opens is said over the board, with the address to copy.
    void whatCannotBeOpenedIsSaid()
    {
        show(standard());
        m_world->setDesktopOpens(false);
        m_world->outward().browse(QUrl(u"https://a.example/x"_s));
        const auto banners = m_window->findChildren<Banner *>();
        const auto shown = std::ranges::find_if(banners, [](const Banner *banner) { return banner->isVisible() && banner->accessibleDescription() == "https://a.example/x"_L1; });
        QVERIFY(shown != banners.end());
        auto *copy = (*shown)->findChild<QPushButton *>();
        QVERIFY(copy);
        copy->click();
        QCOMPARE(QApplication::clipboard()->text(), u"https://a.example/x"_s);
        QVERIFY(!(*shown)->isVisible());
    }

    void typingInThePaletteOpens()
    {
        show(standard());
        PaletteBox &palette = m_window->openPalette();
        QTest::keyClicks(palette.edit(), someRef().section(u'/', -1));
        QTRY_VERIFY(palette.model().firstHitRow() >= 0);
        QCOMPARE(palette.list()->currentIndex().data(items::RefRole).toString(), someRef());
        QTest::keyClick(palette.edit(), Qt::Key_Return);
        QVERIFY(!palette.isVisible());
        QCOMPARE(m_window->documents().currentRef(), someRef());
    }

    // What lies in the palette leaves the line round it whole, at its corners too.
    void theLineRoundThePaletteTurnsItsCorners()
    {
        show(standard());
        PaletteBox &palette = m_window->openPalette();
        const QImage image = palette.grab().toImage();
        const int right = image.width() - 2, bottom = image.height() - 2;
        for (const QPoint corner : { QPoint(1, 1), QPoint(right, 1), QPoint(1, bottom), QPoint(right, bottom) })
            QCOMPARE(image.pixelColor(corner).name(), Theme::of(&palette).colours().borderControl.name());
    }

    /// What is at the left of a row is at its right where people read from there; Latin words stay as they are written.
    void rowsOfThePaletteAreMirrored()
    {
        show(standard());
        PaletteBox &palette = m_window->openPalette(someRef().section(u'/', -1));
        QTRY_VERIFY(palette.model().firstHitRow() >= 0);
        QListView &list = *palette.list();
        const QModelIndex index = palette.model().index(palette.model().firstHitRow());
        constexpr int width = 500;
        const auto painted = [&](Qt::LayoutDirection direction, bool chosen) {
            QImage image(width, 40, QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            QStyleOptionViewItem option;
            option.widget = &list;
            option.rect = image.rect();
            option.direction = direction;
            option.state = chosen ? QStyle::State_Enabled | QStyle::State_Selected : QStyle::State_Enabled;
            list.itemDelegate()->paint(&painter, option, index);
            return image;
        };
        const auto inked = [](const QImage &image) {
            std::pair<int, int> ends { image.width(), -1 };
            for (int x = 0; x < image.width(); ++x) {
                for (int y = 0; y < image.height(); ++y) {
                    if (image.pixelColor(x, y) != Qt::white)
                        ends = { qMin(ends.first, x), x };
                }
            }
            return ends;
        };
        const auto [left, right] = inked(painted(Qt::LeftToRight, false));
        const auto [mirroredLeft, mirroredRight] = inked(painted(Qt::RightToLeft, false));
        QVERIFY(left < 20 && right < width - 40);
        QVERIFY(mirroredRight >= width - 20 && mirroredLeft > 40);
        QVERIFY2(qAbs((mirroredRight - mirroredLeft) - (right - left)) <= 4, "the same words take another width");
        // The bar of the chosen row.
        const QColor accent = Theme::of(&list).colours().accent;
        QCOMPARE(painted(Qt::LeftToRight, true).pixelColor(1, 20), accent);
        QCOMPARE(painted(Qt::RightToLeft, true).pixelColor(width - 2, 20), accent);
        palette.hide();
    }

    void paletteOpensAnOperation()
    {
        domain::Entity api;
        api.body = { { u"apiVersion"_s, u"backstage.io/v1alpha1"_s }, { u"kind"_s, u"API"_s }, { u"metadata"_s, QJsonObject { { u"name"_s, u"payouts"_s } } },
            { u"spec"_s,
                QJsonObject { { u"type"_s, u"openapi"_s },
                    { u"definition"_s, uR"({"openapi":"3.0.0","info":{"title":"P","version":"1"},"paths":{
                        "/payouts":{"get":{"responses":{"200":{"description":"ok"}}}},
                        "/refunds":{"get":{"responses":{"200":{"description":"ok"}}},
                            "post":{"summary":"Give money back","responses":{"200":{"description":"ok"}}}}}})"_s } } } };
        auto entities = testkit::World::company();
        entities.push_back(api);
        m_world->fill(entities);
        show(panes::allPanes());
        PaletteBox &palette = m_window->openPalette(u"a POST refund"_s);
        QTRY_COMPARE(palette.list()->currentIndex().data().toString(), u"POST /refunds"_s);
        QTest::keyClick(palette.edit(), Qt::Key_Return);
        QVERIFY(!palette.isVisible());
        QVERIFY(m_window->panes().isShown(u"api"_s));
        const auto *pane = qobject_cast<panes::ApiPane *>(m_window->panes().pane(u"api"_s));
        QVERIFY(pane);
        QCOMPARE(pane->shownRef(), u"api:default/payouts"_s);
        QTRY_COMPARE(pane->currentItem(), u"POST /refunds"_s);
    }

    /// Scopes are read whole; hints that have no room beside them are left out whole.
    /// What somebody went to stays, when the same question has another answer; another question begins at its best.
    void whatIsChosenInThePaletteStays()
    {
        show(standard());
        PaletteBox &palette = m_window->openPalette(u"l"_s);
        QTRY_VERIFY(palette.model().firstHitRow() >= 0 && !palette.model().isBusy());
        const auto current = [&palette] {
            const QModelIndex index = palette.list()->currentIndex();
            return QString(index.data(items::RefRole).toString() + index.data(items::PaletteModel::ActionRole).toString());
        };
        const QString best = current();
        Q_EMIT m_world->index().changed();
        QCOMPARE(palette.list()->currentIndex().row(), palette.model().firstHitRow());
        QTest::keyClick(palette.edit(), Qt::Key_Down);
        QTest::keyClick(palette.edit(), Qt::Key_Down);
        const QString chosen = current();
        QVERIFY(!chosen.isEmpty() && chosen != best);
        Q_EMIT m_world->index().changed();
        QCOMPARE(current(), chosen);
        QTRY_VERIFY(!palette.model().isBusy());
        QCOMPARE(current(), chosen);
        palette.edit()->setText(u"le"_s);
        QTRY_VERIFY(palette.model().firstHitRow() >= 0);
        QCOMPARE(palette.list()->currentIndex().row(), palette.model().firstHitRow());
        palette.hide();
    }

    void scopesOfThePaletteAreReadWhole()
    {
        show(standard());
        m_window->resize(620, 600);
        PaletteBox &palette = m_window->openPalette(u"l"_s);
        QTRY_VERIFY(palette.model().firstHitRow() >= 0);
        const auto tabs = palette.findChildren<ScopeTab *>();
        QVERIFY(tabs.size() > 4);
        QTRY_VERIFY(std::ranges::all_of(tabs, [](const ScopeTab *tab) { return tab->width() >= tab->sizeHint().width(); }));
    }

    void paletteRunsCommands()
    {
        show(standard());
        m_theme.setDensity(Density::Compact);
        PaletteBox &palette = m_window->openPalette(u">compact"_s);
        QTRY_VERIFY(palette.model().firstHitRow() >= 0);
        QTest::keyClick(palette.edit(), Qt::Key_Return);
        QCOMPARE(m_theme.density(), Density::Comfortable);
        m_theme.setDensity(Density::Compact);
    }

    void whatIsUsedIsRecorded()
    {
        show(standard());
        insights::UsageLog &log = insights::UsageLog::of(m_world->workspace().mirror());
        log.eraseAll();
        log.flush();
        m_world->focus().open(someRef());
        m_world->focus().open(someRef()); // The person is there already.
        PaletteBox &palette = m_window->openPalette(u">compact"_s);
        QTRY_VERIFY(palette.model().firstHitRow() >= 0);
        QTest::keyClick(palette.edit(), Qt::Key_Return);
        m_theme.setDensity(Density::Compact);
        m_window->openPalette(u"no such thing at all"_s);
        QTRY_COMPARE(palette.model().text(), u"no such thing at all"_s);
        // Given up before all was looked through, nobody knows whether there was nothing.
        QVERIFY(palette.model().isBusy());
        QTest::keyClick(palette.edit(), Qt::Key_Escape);
        m_window->openPalette(u"no such thing at all"_s);
        QTRY_VERIFY(palette.model().firstHitRow() < 0 && !palette.model().isBusy());
        QTest::keyClick(palette.edit(), Qt::Key_Escape);
        log.flush();
        std::vector<std::tuple<insights::UsageDeed, QString, bool>> used;
        QVERIFY(log.forEach([&](const insights::KeptUse &kept) {
            if (kept.event.deed != insights::UsageDeed::OpenedPane) // Which has the keyboard when is not the matter here.
                used.emplace_back(kept.event.deed, kept.event.what + kept.event.about, kept.event.hits == 0);
        }));
        QCOMPARE(used.size(), size_t(3));
        QVERIFY((used[0] == std::tuple(insights::UsageDeed::OpenedEntity, u"catalog"_s + someRef(), false)));
        QVERIFY((used[1] == std::tuple(insights::UsageDeed::Searched, u">compact"_s, false)));
        QVERIFY((used[2] == std::tuple(insights::UsageDeed::Searched, u"no such thing at all"_s, true)));
    }

    void everyShortcutIsFree()
    {
        show(panes::allPanes());
        for (const auto &factory : m_window->panes().factories())
            m_window->panes().pane(factory.id);
        QSet<QKeySequence> taken;
        for (const auto &command : m_world->commands().all()) {
            const QStringList others = m_world->commands().conflicts(command.id, command.shortcuts);
            QVERIFY2(others.isEmpty(), qPrintable(command.id + u": "_s + others.join(u", "_s)));
            taken.unite(QSet<QKeySequence>(command.shortcuts.begin(), command.shortcuts.end()));
        }
        for (const QString &id : { u"list.copy"_s, u"list.export"_s, u"list.browse"_s, u"review.checkOut"_s, u"notice.done"_s })
            QVERIFY2(m_world->commands().find(id), qPrintable(id)); // Where they can be changed.
        for (const QString &keys : { u"Ctrl+K"_s, u"F6"_s, u"Shift+F6"_s, u"Ctrl+M"_s, u"Ctrl+Shift+A"_s, u"Alt+Left"_s, u"Ctrl+."_s, u"F5"_s, u"F9"_s, u"Ctrl+B"_s, u"Ctrl+Shift+B"_s, u"Ctrl+,"_s, u"Ctrl+1"_s, u"Ctrl+Tab"_s, u"Ctrl+D"_s })
            QVERIFY2(taken.contains(QKeySequence(keys)), qPrintable(keys));
    }

    void resetPutsPanesBack()
    {
        show(standard());
        m_window->panes().setShown(u"beta"_s, false);
        m_window->resetLayout();
        QVERIFY(m_window->panes().isShown(u"beta"_s));
    }

private:
    static std::vector<PaneFactory> standard()
    {
        return { plain(u"alpha"_s, PaneFactory::Area::Left), plain(u"beta"_s, PaneFactory::Area::Right) };
    }
    QString layoutPath() const { return m_world->folder() + u"/layout.json"_s; }
    QString ref(int which) const
    {
        const auto &snapshot = m_world->index().snapshot();
        for (mirror::Row row = 0; row < snapshot.size(); ++row) {
            if (snapshot.kind(row) == u"Component" && which-- == 0)
                return snapshot.ref(row).toString();
        }
        return {};
    }
    QString someRef() const { return ref(0); }
    QString otherRef() const { return ref(1); }
    PlainPane *plainPane(const QString &id) { return static_cast<PlainPane *>(m_window->panes().pane(id)); }
    void trigger(const QString &id) { m_world->commands().action(id)->trigger(); }
    void show(std::vector<PaneFactory> factories)
    {
        m_window.reset();
        // A restart begins with new commands; the world's are taken away one by one.
        QStringList ids;
        for (const auto &command : m_world->commands().all())
            ids.append(command.id);
        for (const QString &id : std::as_const(ids))
            m_world->commands().remove(id);
        m_preferences = std::make_unique<Preferences>(nullptr, m_theme, m_world->commands());
        m_window = std::make_unique<MainWindow>(MainWindow::Parts { m_world->context(), m_theme, *m_preferences, std::move(factories), layoutPath() });
        m_window->resize(1400, 900);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    Theme m_theme;
    std::unique_ptr<testkit::World> m_world;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
