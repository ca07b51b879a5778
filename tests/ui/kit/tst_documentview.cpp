// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/kit/documents.h"

#include "ui/kit/documentcopy.h"
#include "ui/kit/documentdiagrams.h"
#include "ui/kit/documentprint.h"
#include "ui/kit/documentview.h"
#include "ui/kit/style.h"

#include <QAccessible>
#include <QBuffer>
#include <QClipboard>
#include <QJsonObject>
#include <QMimeData>
#include <QPdfWriter>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace callboard;
using namespace callboard::testkit;
using ui::DocumentFlow;
using ui::DocumentImages;
using ui::DocumentPosition;
using ui::DocumentView;
using Stop = DocumentFlow::Stop;

namespace {

class FewImages final : public DocumentImages {
public:
    Found find(const QString &source) override
    {
        if (source == "img/here.png"_L1) {
            QImage image(300, 150, QImage::Format_RGB32);
            image.fill(Qt::darkCyan);
            return { State::Ready, image };
        }
        return { source.startsWith("http"_L1) ? State::NotAsked : State::Missing, {} };
    }
    void ask(const QString &source) override { asked.append(source); }

    QStringList asked;
};

Run picture(const QString &source, const QString &text)
{
    Run image = run(text);
    image.image = source;
    return image;
}

/// One of everything that a page can hold.
domain::Document everything()
{
    Block list = block(Block::Kind::List, { item({ run(u"first"_s) }), item({ run(u"second"_s) }, { block(Block::Kind::List, { item({ run(u"inner"_s) }) }) }) });
    Block steps = block(Block::Kind::List, { item({ run(u"do"_s) }), item({ run(u"done"_s) }) });
    steps.ordered = true;
    steps.start = 3;
    Block tasks = block(Block::Kind::List, { item({ run(u"to do"_s) }), item({ run(u"it is done"_s) }) });
    tasks.children[0].check = Block::Check::Empty;
    tasks.children[1].check = Block::Check::Done;
    Block table = block(Block::Kind::Table, { row({ u"Code"_s, u"Meaning"_s, u"Last 30 days"_s }), row({ u"FX-ROUND"_s, u"legs differ by one minor unit"_s, u"12"_s }),
                                                row({ u"KEY-DUP"_s, u"two postings share a key"_s, u"3"_s }) });
    table.headerRows = 1;
    for (Block &one : table.children)
        one.children[2].align = Block::Align::Right;
    Block bash = code(u"# a day is in harbour time, not UTC\nexport DAY=\"2026-11-14\"\nledgerctl replay \"$DAY\" --shadow --workers 8"_s, u"bash"_s);
    Block listing = code(u"def replay(day):\n    return post(day)"_s, u"python"_s);
    listing.title = u"replay.py"_s;
    listing.firstLine = 9;
    listing.marked = { 2 };
    Block details = titled(Block::Kind::Details, u"Why so slow"_s, u"note"_s, { paragraph(u"Because of hidden things."_s) });
    Block tabs = block(Block::Kind::Tabs,
        { titled(Block::Kind::Tab, u"Linux"_s, {}, { paragraph(u"apt install ledger"_s) }), titled(Block::Kind::Tab, u"macOS"_s, {}, { paragraph(u"brew install ledger"_s) }) });
    Block term = paragraph(u"Posting"_s);
    term.kind = Block::Kind::Term;
    Block definition = paragraph(u"One line of the journal."_s);
    definition.kind = Block::Kind::Definition;
    Block note = block(Block::Kind::Footnote, { paragraph(u"In harbour time."_s) });
    note.id = u"fn:1"_s;
    return { {
        heading(1, u"Replay a day"_s, u"replay-a-day"_s),
        paragraph({ run(u"A replay posts a day again. It never writes to the live ledger until "_s), run(u"--commit"_s, Run::Code), run(u" is given"_s),
            run(u"1"_s, Run::FootnoteMark, u"#fn:1"_s), run(u", see "_s), run(u"Backstage"_s, 0, u"https://backstage.io/docs"_s), run(u" and "_s),
            run(u"the drain page"_s, Run::Strong, u"runbooks/drain/"_s), run(u"."_s) }),
        titled(Block::Kind::Admonition, u"Before you start"_s, u"warning"_s, { paragraph({ run(u"Stop "_s), run(u"settlement-batch"_s, 0, u"settlement/"_s), run(u" first."_s) }) }),
        heading(2, u"1. Rehearse"_s, u"rehearse"_s), paragraph(u"Rehearsing takes about nine minutes."_s), bash, listing,
        heading(2, u"2. Read the differences"_s, u"differences"_s), table, heading(3, u"Lists"_s, u"lists"_s), list, steps, tasks, details, tabs,
        block(Block::Kind::DefinitionList, { term, definition }), block(Block::Kind::Quote, { paragraph(u"Both names go into the posting journal."_s) }),
        paragraph({ picture(u"img/here.png"_s, u"The harbour"_s), picture(u"https://img.shields.io/badge.svg"_s, u"build passing"_s) }), block(Block::Kind::Rule),
        heading(2, u"3. Commit"_s, u"commit"_s), paragraph({ run(u"Press "_s), run(u"Ctrl"_s, Run::Keyboard), run(u" and "_s), run(u"mark"_s, Run::Mark), run(u" it."_s) }),
        block(Block::Kind::Footnotes, { note }),
    } };
}

domain::Document longPage(int sections)
{
    domain::Document document { { heading(1, u"Long"_s, u"long"_s) } };
    const QString sentence = u"The quick brown fox jumps over the lazy dog and goes on to post a day again. "_s;
    for (int at = 0; at < sections; ++at) {
        document.blocks.push_back(heading(2, u"Section %1"_s.arg(at), u"s%1"_s.arg(at)));
        document.blocks.push_back(paragraph(sentence.repeated(1 + at % 9)));
        document.blocks.push_back(code(u"line one\nline two"_s, {}));
    }
    return document;
}

int stopOf(const DocumentView &view, Stop::Kind kind, int which = 0)
{
    for (size_t at = 0; at < view.flow().stops.size(); ++at) {
        if (view.flow().stops[at].kind == kind && which-- == 0)
            return int(at);
    }
    return -1;
}

int leafWith(const DocumentView &view, const QString &text)
{
    const auto leaf = std::ranges::find_if(view.flow().leaves, [&](const auto &one) { return one.text.contains(text); });
    return leaf == view.flow().leaves.end() ? -1 : int(leaf - view.flow().leaves.begin());
}

/// A page in a window of its own.
struct Shown {
    explicit Shown(const domain::Document &document, const QSize &size = { 900, 700 })
    {
        view.setImages(&images);
        view.resize(size);
        view.setDocument(document);
        view.show();
        [[maybe_unused]] const bool exposed = QTest::qWaitForWindowExposed(&view);
        view.setFocus();
    }
    void click(const QRectF &inColumn) { QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.viewportRect(inColumn).center()); }

    FewImages images;
    DocumentView view;
};

} // namespace

class TestDocumentView final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        ui::CallboardStyle::install(m_theme);
        QTest::failOnWarning();
    }

    void copiesAllAsTextAndHtml()
    {
        Shown shown(everything());
        QTest::keySequence(&shown.view, QKeySequence::SelectAll);
        QTest::keySequence(&shown.view, QKeySequence::Copy);
        const QMimeData *data = QGuiApplication::clipboard()->mimeData();
        const QString text = data->text();
        QVERIFY(text.startsWith(u"Replay a day\n\nA replay posts a day again. It never writes to the live ledger until --commit is given1, see Backstage and the drain page.\n\nBefore you start\n\nStop settlement-batch first."_s));
        QVERIFY(text.contains(u"# a day is in harbour time, not UTC\nexport DAY=\"2026-11-14\"\n"_s));
        QVERIFY(text.contains(u"Code\tMeaning\tLast 30 days\nFX-ROUND\tlegs differ by one minor unit\t12\n"_s));
        QVERIFY(text.contains(u"- first\n- second\n- inner\n3. do\n4. done\n- [ ] to do\n- [x] it is done"_s));
        QVERIFY(text.contains(u"The harbourbuild passing"_s)); // Pictures by what stands for them.
        QVERIFY(!text.contains(u"hidden things"_s));
        QVERIFY(!text.contains(u"brew install"_s));
        const QString html = data->html();
        QVERIFY(html.contains(u"<h1>Replay a day</h1>"_s));
        QVERIFY(html.contains(u"<code>--commit</code>"_s));
        QVERIFY(html.contains(u"<a href=\"https://backstage.io/docs\">Backstage</a>"_s));
        QVERIFY(html.contains(u"<table><tr><th>Code</th><th>Meaning</th><th>Last 30 days</th></tr><tr><td>FX-ROUND</td>"_s));
        QVERIFY(html.contains(u"export DAY=&quot;2026-11-14&quot;\n"_s));
        QVERIFY(html.contains(u"<ul><li>first</li>"_s));
    }

    void selectsAcrossBlocksByMouse()
    {
        Shown shown(everything());
        auto &layout = shown.view.documentLayout();
        const int from = leafWith(shown.view, u"A replay posts"_s);
        const int to = leafWith(shown.view, u"Rehearsing takes"_s);
        const QPoint start = shown.view.viewportRect(layout.caretRect({ from, 2 })).center();
        const QPoint end = shown.view.viewportRect(layout.caretRect({ to, 10 })).center();
        QTest::mousePress(shown.view.viewport(), Qt::LeftButton, {}, start);
        QTest::mouseMove(shown.view.viewport(), end);
        QTest::mouseRelease(shown.view.viewport(), Qt::LeftButton, {}, end);
        QCOMPARE(shown.view.anchor(), (DocumentPosition { from, 2 }));
        QCOMPARE(shown.view.caret(), (DocumentPosition { to, 10 }));
        QVERIFY(shown.view.selectedText().startsWith(u"replay posts"_s));
        QVERIFY(shown.view.selectedText().endsWith(u"1. Rehearse\n\nRehearsing"_s));
    }

    void selectsByKeyboard()
    {
        Shown shown({ { paragraph(u"One two three"_s), paragraph(u"Four"_s) } });
        QTest::keyClick(&shown.view, Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(shown.view.selectedText(), u"O"_s);
        QTest::keyClick(&shown.view, Qt::Key_Right, Qt::ShiftModifier | Qt::ControlModifier);
        QCOMPARE(shown.view.selectedText(), u"One "_s);
        QTest::keyClick(&shown.view, Qt::Key_End, Qt::ShiftModifier);
        QCOMPARE(shown.view.selectedText(), u"One two three"_s);
        QTest::keyClick(&shown.view, Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(&shown.view, Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(shown.view.selectedText(), u"One two three\n\nF"_s);
        QTest::keyClick(&shown.view, Qt::Key_Up, Qt::ShiftModifier);
        QVERIFY(!shown.view.selectedText().contains(u'\n'));
        QTest::keyClick(&shown.view, Qt::Key_End, Qt::ShiftModifier | Qt::ControlModifier);
        QCOMPARE(shown.view.selectedText(), u"One two three\n\nFour"_s);
        QTest::keyClick(&shown.view, Qt::Key_Escape);
        QVERIFY(!shown.view.hasSelection());
    }

    void findsAlsoWhatIsFolded()
    {
        Shown shown(everything());
        QSignalSpy hits(&shown.view, &DocumentView::hitsChanged);
        shown.view.find(u"LEDGER"_s);
        // "the live ledger", "ledgerctl", and one in each of the tabs.
        QCOMPARE(shown.view.hitCount(), 4);
        QCOMPARE(shown.view.currentHit(), 0);
        QCOMPARE(hits.count(), 1);
        const int hidden = leafWith(shown.view, u"brew install"_s);
        QVERIFY(shown.view.flow().leaves[size_t(hidden)].hidden);
        shown.view.stepHit(-1);
        QCOMPARE(shown.view.currentHit(), 3);
        QVERIFY(!shown.view.flow().leaves[size_t(hidden)].hidden);
        QVERIFY(shown.view.flow().leaves[size_t(leafWith(shown.view, u"apt install"_s))].hidden);
        shown.view.stepHit(1);
        QCOMPARE(shown.view.currentHit(), 0);
        shown.view.find({});
        QCOMPARE(shown.view.hitCount(), 0);
    }

    void goesToAnchorsAndTellsTheHeading()
    {
        Shown shown(longPage(200));
        QSignalSpy current(&shown.view, &DocumentView::currentHeadingChanged);
        QVERIFY(shown.view.goToAnchor(u"s120"_s));
        QCOMPARE(shown.view.currentHeading(), 121);
        const int leaf = shown.view.flow().headings[121].leaf;
        const QRect rect = shown.view.viewportRect({ 0, shown.view.documentLayout().top(leaf), 100, shown.view.documentLayout().height(leaf) });
        QVERIFY2(rect.bottom() > 0 && rect.bottom() < 70, qPrintable(QString::number(rect.bottom())));
        QTest::keyClick(&shown.view, Qt::Key_N);
        QCOMPARE(shown.view.currentHeading(), 122);
        QTest::keyClick(&shown.view, Qt::Key_P);
        QTest::keyClick(&shown.view, Qt::Key_P);
        QCOMPARE(shown.view.currentHeading(), 120);
        QVERIFY(shown.view.goToAnchor(u"s199"_s)); // It cannot reach the top, and is the one that was asked for.
        QCOMPARE(shown.view.currentHeading(), 200);
        QVERIFY(!shown.view.goToAnchor(u"nowhere"_s));
        QTest::keyClick(&shown.view, Qt::Key_Home);
        QCOMPARE(shown.view.verticalScrollBar()->value(), 0);
        QCOMPARE(shown.view.currentHeading(), 0);
    }

    /// What is seen stays where it is while what lies above turns out to be higher or lower than was thought.
    void doesNotJumpWhenGuessesAreMadeRight()
    {
        Shown shown(longPage(200));
        auto &layout = shown.view.documentLayout();
        shown.view.verticalScrollBar()->setValue(shown.view.verticalScrollBar()->maximum() / 2);
        QScrollBar *bar = shown.view.verticalScrollBar();
        for (int step = 0; step < 60; ++step) {
            const int leaf = layout.leafAt(shown.view.columnPoint({ 0, 350 }).y());
            const int before = shown.view.viewportRect({ 0, layout.top(leaf), 10, 10 }).top();
            const int by = std::min(90, bar->value());
            bar->setValue(bar->value() - by);
            const int after = shown.view.viewportRect({ 0, layout.top(leaf), 10, 10 }).top();
            QVERIFY2(std::abs(after - before - by) <= 1, qPrintable(u"step %1: %2 px instead of %3"_s.arg(step).arg(after - before).arg(by)));
        }
    }

    void keepsItsPlaceUnderAnotherWidth()
    {
        Shown shown(longPage(100));
        shown.view.goToAnchor(u"s60"_s);
        const QJsonObject place = shown.view.place();
        shown.view.resize(500, 700);
        QCOMPARE(shown.view.place()["leaf"_L1], place["leaf"_L1]);
        shown.view.goToAnchor({});
        QCOMPARE(shown.view.verticalScrollBar()->value(), 0);
        shown.view.setPlace(place);
        QCOMPARE(shown.view.place()["leaf"_L1], place["leaf"_L1]);
    }

    void linksByKeyboardAndMouse()
    {
        Shown shown(everything());
        QSignalSpy links(&shown.view, &DocumentView::linkActivated);
        QTest::keyClick(&shown.view, Qt::Key_Tab);
        QTest::keyClick(&shown.view, Qt::Key_Tab);
        QTest::keyClick(&shown.view, Qt::Key_Return);
        QCOMPARE(links.takeFirst().front().toString(), u"https://backstage.io/docs"_s);
        QTest::keyClick(&shown.view, Qt::Key_Tab);
        QTest::keyClick(&shown.view, Qt::Key_Return, Qt::ControlModifier);
        const auto beside = links.takeFirst();
        QCOMPARE(beside.front().toString(), u"runbooks/drain/"_s);
        QCOMPARE(beside.at(1).value<Qt::KeyboardModifiers>(), Qt::KeyboardModifiers(Qt::ControlModifier));
        shown.click(shown.view.documentLayout().stopRect(stopOf(shown.view, Stop::Kind::Link, 3)));
        QCOMPARE(links.takeFirst().front().toString(), u"settlement/"_s);
        // From the last on, Tab leaves the page.
        shown.view.focusStop(int(shown.view.flow().stops.size()) - 1);
        QTest::keyClick(&shown.view, Qt::Key_Tab);
        QCOMPARE(shown.view.focusedStop(), -1);
    }

    void foldsChoosesAndCopies()
    {
        Shown shown(everything());
        const int inside = leafWith(shown.view, u"hidden things"_s);
        QVERIFY(shown.view.flow().leaves[size_t(inside)].hidden);
        const qreal before = shown.view.documentLayout().totalHeight();
        shown.view.focusStop(stopOf(shown.view, Stop::Kind::Fold));
        QTest::keyClick(&shown.view, Qt::Key_Space);
        QVERIFY(!shown.view.flow().leaves[size_t(inside)].hidden);
        QVERIFY(shown.view.documentLayout().totalHeight() > before);
        shown.view.focusStop(stopOf(shown.view, Stop::Kind::Tab, 1));
        QTest::keyClick(&shown.view, Qt::Key_Return);
        QVERIFY(!shown.view.flow().leaves[size_t(leafWith(shown.view, u"brew install"_s))].hidden);
        QVERIFY(shown.view.flow().leaves[size_t(leafWith(shown.view, u"apt install"_s))].hidden);
        shown.view.focusStop(stopOf(shown.view, Stop::Kind::Copy, 1));
        shown.click(shown.view.documentLayout().stopRect(stopOf(shown.view, Stop::Kind::Copy, 1)));
        QCOMPARE(QGuiApplication::clipboard()->text(), u"def replay(day):\n    return post(day)"_s);
    }

    void fetchesNoPictureUnasked()
    {
        Shown shown(everything());
        QSignalSpy large(&shown.view, &DocumentView::imageActivated);
        shown.view.selectAll();
        QTest::keyClick(&shown.view, Qt::Key_End);
        shown.view.grab();
        QVERIFY(shown.images.asked.isEmpty());
        shown.view.activateStop(stopOf(shown.view, Stop::Kind::Image, 1));
        QCOMPARE(shown.images.asked, QStringList(u"https://img.shields.io/badge.svg"_s));
        QVERIFY(large.isEmpty());
        shown.view.activateStop(stopOf(shown.view, Stop::Kind::Image, 0));
        QCOMPARE(large.takeFirst().front().toString(), u"img/here.png"_s);
    }

    void laysOutOnlyWhatIsSeenOfALongTable()
    {
        Block table = block(Block::Kind::Table, { row({ u"Number"_s, u"Name"_s, u"What it is"_s }) });
        table.headerRows = 1;
        for (int at = 0; at < 20'000; ++at)
            table.children.push_back(row({ QString::number(at), u"row-%1"_s.arg(at), u"One of very many rows"_s }));
        Shown shown({ { heading(1, u"Rows"_s, u"rows"_s), table } });
        const auto laid = [&] {
            int count = 0;
            for (int leaf = 0; leaf < shown.view.documentLayout().count(); ++leaf)
                count += shown.view.documentLayout().isLaid(leaf);
            return count;
        };
        QVERIFY(laid() < 300);
        shown.view.verticalScrollBar()->setValue(shown.view.verticalScrollBar()->maximum());
        QVERIFY(laid() < 300);
        shown.view.find(u"row-13777"_s);
        QCOMPARE(shown.view.hitCount(), 1);
        const int leaf = leafWith(shown.view, u"row-13777"_s);
        QVERIFY(shown.view.viewport()->rect().contains(shown.view.viewportRect(shown.view.documentLayout().caretRect({ leaf, 0 })).center()));
        QVERIFY(laid() < 400);
    }

    void wideCodeScrollsByItself()
    {
        Shown shown({ { paragraph(u"Above"_s), code(u"x"_s.repeated(400), u"text"_s), paragraph(u"Below"_s) } });
        auto &layout = shown.view.documentLayout();
        const int leaf = leafWith(shown.view, u"xxxx"_s);
        const int box = layout.scrollerOf(leaf);
        QVERIFY(layout.contentWidth(box) > layout.boxRect(box).width());
        const QPoint at = shown.view.viewportRect(layout.boxRect(box)).center();
        QWheelEvent wheel(at, shown.view.viewport()->mapToGlobal(at), {}, { -240, 0 }, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(shown.view.viewport(), &wheel);
        QVERIFY(layout.scrollOf(box) > 0);
        QCOMPARE(shown.view.verticalScrollBar()->value(), 0);
        // What is found far to the right is brought into view.
        layout.setScroll(box, 0);
        shown.view.select({ leaf, 390 }, { leaf, 395 });
        shown.view.bringIntoView({ leaf, 390 });
        const QRectF caret = layout.caretRect({ leaf, 390 });
        QVERIFY(layout.boxRect(box).contains(caret.center()));
    }

    void setsRightToLeftFromTheRight()
    {
        Shown shown({ { block(Block::Kind::List, { item({ run(u"שלום עולם"_s) }), item({ run(u"Hello"_s) }) }) } });
        auto &layout = shown.view.documentLayout();
        const QRectF hebrew = layout.rectsOf(leafWith(shown.view, u"שלום"_s), 0, 9).front();
        const QRectF latin = layout.rectsOf(leafWith(shown.view, u"Hello"_s), 0, 5).front();
        QVERIFY2(hebrew.right() > layout.width() - 40 && hebrew.right() < layout.width() - 10, qPrintable(u"%1 to %2 of %3"_s.arg(hebrew.left()).arg(hebrew.right()).arg(layout.width())));
        QVERIFY(latin.left() > 10 && latin.left() < 40);
    }

    void keepsTheMeasure()
    {
        Shown shown(longPage(3), { 1600, 700 });
        QCOMPARE(shown.view.documentLayout().width(), 704.0);
        shown.view.setReadingWidth(0);
        QVERIFY(shown.view.documentLayout().width() > 1400);
        shown.view.setReadingWidth(DocumentView::usualReadingWidth);
        shown.view.setTextPercent(150);
        QCOMPARE(shown.view.documentLayout().width(), 1056.0);
        shown.view.resize(400, 700);
        QVERIFY(shown.view.documentLayout().width() <= 400 - 32);
    }

    void isReadOut()
    {
        Shown shown(everything());
        QAccessibleInterface *page = QAccessible::queryAccessibleInterface(&shown.view);
        QVERIFY(page);
        QCOMPARE(page->role(), QAccessible::Document);
        QAccessibleTextInterface *text = page->textInterface();
        QVERIFY(text);
        QVERIFY(text->text(0, text->characterCount()).contains(u"Rehearsing takes about nine minutes."_s));
        QVERIFY(!text->text(0, text->characterCount()).contains(u"hidden things"_s));
        QAccessibleInterface *first = page->child(0);
        QCOMPARE(first->role(), QAccessible::Heading);
        QCOMPARE(first->text(QAccessible::Name), u"Replay a day"_s);
        QCOMPARE(page->child(2)->attributesInterface()->attributeValue(QAccessible::Attribute::Level).toInt(), 2);
        const auto headings = int(shown.view.headings().size());
        QAccessibleInterface *link = page->child(headings + 1);
        QCOMPARE(link->role(), QAccessible::Link);
        QCOMPARE(link->text(QAccessible::Name), u"Backstage"_s);
        QCOMPARE(page->indexOfChild(link), headings + 1);
        QSignalSpy links(&shown.view, &DocumentView::linkActivated);
        link->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(links.count(), 1);
        text->addSelection(0, 6);
        QCOMPARE(shown.view.selectedText(), u"Replay"_s);
    }

    void drawsDiagrams()
    {
        const QString source = u"sequenceDiagram\n  Web->>Ledger: Post a day\n  Ledger-->>Web: done"_s;
        Shown shown({ { heading(1, u"Flow"_s, u"flow"_s), code(source, u"mermaid"_s), code(u"stateDiagram-v2\n  [*] --> Still"_s, u"mermaid"_s),
            paragraph(u"And on."_s) } });
        const auto isHidden = [&](const QString &text) { return shown.view.flow().leaves[size_t(leafWith(shown.view, text))].hidden; };
        // The source stands until the drawing is there.
        QVERIFY(leafWith(shown.view, u"Mermaid diagram, shown as its source"_s) >= 0);
        QTRY_VERIFY(shown.view.flow().boxes[0].isDrawn());
        QVERIFY(isHidden(u"Web->>Ledger"_s));
        const auto headShown = [&] {
            const auto head = std::ranges::find(shown.view.flow().leaves, DocumentFlow::LeafKind::CodeHead, &DocumentFlow::Leaf::kind);
            const auto &laid = shown.view.documentLayout().laid(int(head - shown.view.flow().leaves.begin()));
            return laid.texts.empty() ? QString() : laid.texts.front().layout->text();
        };
        QCOMPARE(headShown(), u"Sequence diagram"_s);
        // What it says is read aloud.
        const int drawing = stopOf(shown.view, Stop::Kind::Diagram);
        QVERIFY(shown.view.flow().leaves[size_t(shown.view.flow().stops[size_t(drawing)].leaf)].text.contains(u"Web to Ledger: Post a day"_s));
        QVERIFY(shown.view.documentLayout().stopRect(drawing).height() > 60);
        // Another kind stays as it is, and says so.
        QTRY_VERIFY(!shown.view.diagrams().isBusy());
        QVERIFY(!shown.view.flow().boxes[1].diagram);
        QVERIFY(!isHidden(u"stateDiagram-v2"_s));
        QVERIFY(!shown.view.flow().isStopShown(shown.view.flow().stops[size_t(stopOf(shown.view, Stop::Kind::Source, 1))]));
        // By keyboard to the source and back; by copying, the source.
        QTest::keySequence(&shown.view, QKeySequence::SelectAll);
        QVERIFY(shown.view.selectedText().contains(u"Web->>Ledger: Post a day"_s));
        shown.view.clearSelection();
        const int button = stopOf(shown.view, Stop::Kind::Source);
        QTest::keyClick(&shown.view, Qt::Key_Tab);
        QTest::keyClick(&shown.view, Qt::Key_Tab);
        QCOMPARE(shown.view.focusedStop(), button);
        QTest::keyClick(&shown.view, Qt::Key_Return);
        QVERIFY(!isHidden(u"Web->>Ledger"_s));
        QCOMPARE(headShown(), u"Sequence diagram, shown as its source"_s);
        QTest::keyClick(&shown.view, Qt::Key_Return);
        QVERIFY(isHidden(u"Web->>Ledger"_s));
        // Found in its source, the source is shown.
        shown.view.find(u"Post a day"_s);
        QVERIFY(!isHidden(u"Web->>Ledger"_s));
        QSignalSpy large(&shown.view, &DocumentView::diagramActivated);
        shown.click(shown.view.documentLayout().stopRect(button));
        shown.click(shown.view.documentLayout().stopRect(drawing));
        QCOMPARE(large.count(), 1);
        QVERIFY(large[0][0].value<QImage>().width() > 100);
    }

    void oneSourceIsDrawnOnce()
    {
        domain::Document page;
        for (int i = 0; i < 100; ++i)
            page.blocks.push_back(code(u"sequenceDiagram\n A->>B: again"_s, u"mermaid"_s));
        DocumentView view;
        QSignalSpy drawn(&view.diagrams(), &ui::DocumentDiagrams::drawn);
        view.setDocument(page);
        QTRY_VERIFY(std::ranges::all_of(view.flow().boxes, &DocumentFlow::Box::isDrawn));
        QVERIFY(view.flow().boxes.size() == 100);
        QTRY_VERIFY(!view.diagrams().isBusy());
        QCoreApplication::processEvents();
        QCOMPARE(drawn.count(), 1);
    }

    void drawingsAreDroppedBetweenPagesOnly()
    {
        const auto source = [](int number) { return code(u"sequenceDiagram\n A->>B: number %1"_s.arg(number), u"mermaid"_s); };
        domain::Document many;
        for (int i = 0; i < 100; ++i)
            many.blocks.push_back(source(i));
        DocumentView view;
        view.setDocument(many);
        const auto areDrawn = [&] { return std::ranges::all_of(view.flow().boxes, &DocumentFlow::Box::isDrawn); };
        QTRY_VERIFY_WITH_TIMEOUT(areDrawn(), 60'000);
        // As many are kept as may be: one of them on the next page, before one that is new.
        view.setDocument({ { source(7), source(100) } });
        QTRY_VERIFY_WITH_TIMEOUT(areDrawn(), 60'000);
    }

    void diagramsLookGoodInEveryTheme()
    {
        const QString folder = qEnvironmentVariable("CALLBOARD_PICTURES");
        if (folder.isEmpty())
            QSKIP("SKIPPED: only pictures, and CALLBOARD_PICTURES is not set");
        for (const auto choice : { ui::ThemeChoice::Light, ui::ThemeChoice::Dark, ui::ThemeChoice::HighContrast }) {
            m_theme.setChoice(choice);
            Shown shown({ { code(u"flowchart LR\n shop[ticket-web] --> router[payout-router]\n router -->|Post| api(ledger-api)\n batch([settlement-batch]) ==>|lock, total| api\n subgraph Ledger\n api --> db[(ledger-db)]\n db -.->|outbox table| worker{{worker}}\n end\n worker --> topic[[ledger-outbox]]\n worker --> ok{Lag over<br/>a minute?}\n ok --x bad((page)) & good>quiet]"_s, u"mermaid"_s),
                code(u"sequenceDiagram\n autonumber\n actor Ann\n participant W as ticket-web\n participant L as ledger-api\n Ann->>+W: buy\n alt enough money\n W->>+L: Post(key, legs)\n Note over W,L: the key is the order's number\n L-->>-W: posting\n else not enough\n W-xL: nothing is written\n end\n loop each minute\n L-)L: settle\n end\n W-->>-Ann: ticket"_s, u"mermaid"_s),
                code(u"flowchart TD\n subgraph Edge [At the edge]\n direction LR\n gate[[api-gateway]] <--> auth(Sign in)\n end\n subgraph Core\n subgraph Money\n book[(ledger-db)]\n end\n pay[/payout/] --o book\n end\n Edge -->|with a token| Core\n gate ---|a rather long text on an edge| mail[\\mail/]\n pay -. later .-> pay"_s, u"mermaid"_s),
                code(u"sequenceDiagram\n title A refund\n box Shop\n participant W as ticket-web\n participant P as payout-router\n end\n actor Ann\n rect rgb(200, 220, 240)\n Ann->>+W: refund\n W->>+W: check\n deactivate W\n end\n create participant T as temporary\n W->>T: begin\n par money\n W->>+P: pay back\n and mail\n W--)Ann: told\n end\n critical all or nothing\n P->>+P: book\n P-->>-P: booked\n option no connection\n P--xW: later\n end\n Note left of W: long note<br/>of two lines\n Note right of Ann: done\n destroy T\n W-xT: end\n P-->>-W: ok\n W<<->>Ann: both\n W-->>-Ann: money"_s, u"mermaid"_s) } }, { 1000, 2100 });
            QTRY_VERIFY(std::ranges::all_of(shown.view.flow().boxes, &DocumentFlow::Box::isDrawn));
            QVERIFY(shown.view.viewport()->grab().save(folder + u"/diagrams-%1.png"_s.arg(int(choice))));
        }
        m_theme.setChoice(ui::ThemeChoice::Light);
    }

    void printsAllOfIt()
    {
        QBuffer pdf;
        pdf.open(QIODevice::ReadWrite);
        QPdfWriter writer(&pdf);
        writer.setPageSize(QPageSize(QPageSize::A4));
        const int sheets = ui::printDocument(writer, longPage(60), {}, nullptr, u"Long"_s);
        // Sixty sections of some 180 px at 88 % do not fit on fewer sheets of 1,000 px, and do not need twice as many.
        QVERIFY2(sheets >= 9 && sheets <= 20, qPrintable(QString::number(sheets)));
        QCOMPARE(pdf.data().count("/Type /Page\n"), qsizetype(sheets));
    }

    void survivesEmptyAndOdd()
    {
        Shown shown({});
        QTest::keySequence(&shown.view, QKeySequence::SelectAll);
        QTest::keyClick(&shown.view, Qt::Key_End);
        shown.view.setDocument({ { block(Block::Kind::Table), block(Block::Kind::List), block(Block::Kind::Tabs), block(Block::Kind::Details), paragraph(QString()),
            block(Block::Kind::List, { item({}, { block(Block::Kind::List, { item({}) }) }) }), code({}, {}) } });
        shown.view.grab();
        shown.view.find(u"Details"_s);
        QCOMPARE(shown.view.hitCount(), 1); // What says that something is folded there.
        QTest::keySequence(&shown.view, QKeySequence::SelectAll);
        QTest::keyClick(&shown.view, Qt::Key_Tab);
    }

    void looksGoodInEveryTheme()
    {
        for (const auto choice : { ui::ThemeChoice::Light, ui::ThemeChoice::Dark, ui::ThemeChoice::HighContrast }) {
            m_theme.setChoice(choice);
            Shown shown(everything(), { 780, 1900 });
            QTRY_VERIFY(!shown.view.documentLayout().wantsColours());
            const QImage image = shown.view.viewport()->grab().toImage();
            QCOMPARE(image.pixelColor(2, 2), m_theme.colours().board);
            if (const QString folder = qEnvironmentVariable("CALLBOARD_PICTURES"); !folder.isEmpty())
                QVERIFY(image.save(folder + u"/document-%1.png"_s.arg(int(choice))));
        }
        m_theme.setChoice(ui::ThemeChoice::Light);
    }

private:
    ui::Theme m_theme;
};

QTEST_MAIN(TestDocumentView)
#include "tst_documentview.moc"
