// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/card.h"
#include "ui/kit/codecolours.h"
#include "ui/kit/codeview.h"
#include "ui/kit/filterbox.h"
#include "ui/kit/glyphs.h"
#include "ui/kit/rowdelegate.h"
#include "ui/kit/sentences.h"
#include "ui/kit/style.h"
#include "ui/kit/times.h"
#include "ui/kit/widgets.h"

#include <QAbstractTextDocumentLayout>
#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPainter>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QHeaderView>
#include <QStandardItemModel>
#include <QStyleOption>
#include <QTableView>
#include <QTest>
#include <QTextBlock>
#include <QToolTip>

using namespace callboard;
using namespace callboard::ui;
using namespace Qt::StringLiterals;

namespace {

bool isToken(const QString &word)
{
    return word.contains(u':');
}

class HitDelegate final : public RowDelegate {
public:
    using RowDelegate::RowDelegate;

protected:
    RowCell cell(const QModelIndex &index) const override
    {
        RowCell cell = RowDelegate::cell(index);
        cell.iconName = u"component"_s;
        cell.hits = { { 0, 3 } };
        return cell;
    }
};

} // namespace

class TestKitWidgets final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QTest::failOnWarning();
        m_theme.setChoice(ThemeChoice::Light);
        CallboardStyle::install(m_theme);
    }
    void cleanupTestCase() { QApplication::setStyle(u"fusion"_s); }

    void aRadioButtonKeepsWithinItsSquare()
    {
        QImage image(18, 18, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        {
            QPainter painter(&image);
            QStyleOptionButton option;
            option.rect = QRect(1, 1, 16, 16);
            option.state = QStyle::State_Enabled;
            QApplication::style()->drawPrimitive(QStyle::PE_IndicatorRadioButton, &option, &painter);
        }
        QVERIFY(image.pixelColor(9, 1).alpha() > 0);
        for (int x = 0; x < image.width(); ++x)
            QVERIFY(image.pixelColor(x, 0).alpha() == 0 && image.pixelColor(x, image.height() - 1).alpha() == 0);
    }

    // Its number is put in its middle, as of all the others.
    void theLastLineOfCodeIsAsHighAsTheOthers()
    {
        QPlainTextEdit edit;
        edit.setPlainText(u"first\nlast"_s);
        const QTextDocument &text = *edit.document();
        const auto height = [&text](const QTextBlock &of) { return linesHeight(of, text.documentLayout()->blockBoundingRect(of)); };
        QVERIFY(height(text.firstBlock()) > 0);
        QCOMPARE(height(text.lastBlock()), height(text.firstBlock()));
    }

    /// ">" on a key stays what it is where people read from right to left.
    void signsOnKeysAreNotMirrored()
    {
        const auto painted = [this](Qt::LayoutDirection direction) {
            QImage image(40, 30, QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            painter.setLayoutDirection(direction);
            paintKeyCaps(&painter, { 4, 15 }, m_theme, { u">"_s });
            return image;
        };
        QCOMPARE(painted(Qt::RightToLeft), painted(Qt::LeftToRight));
    }

    // What a server says may look like markup, which could name a file of this machine as its picture.
    void whatIsSaidIsNoMarkup()
    {
        const QString evil = u"<b>pay</b> <img src='file:///dev/zero'>"_s;
        QWidget over;
        over.show();
        QToolTip::showText({ 10, 10 }, evil, &over);
        const auto windows = QApplication::topLevelWidgets();
        const auto at = std::ranges::find_if(windows, [](const QWidget *one) { return one->inherits("QTipLabel"); });
        QVERIFY(at != windows.end());
        QCOMPARE(qobject_cast<QLabel *>(*at)->textFormat(), Qt::PlainText);
        QCOMPARE(QToolTip::text(), evil);
        QToolTip::hideText();

        QMessageBox box(QMessageBox::NoIcon, u"Remove"_s, evil);
        box.setInformativeText(evil);
        box.show();
        int seen = 0;
        for (const QLabel *label : box.findChildren<QLabel *>()) {
            if (label->text() != evil)
                continue;
            ++seen;
            QCOMPARE(label->textFormat(), Qt::PlainText);
        }
        QCOMPARE(seen, 2);
    }

    void toolTipsAreNoWiderThanIsReadWell()
    {
        const QString word = u"payments"_s;
        const QString broken = toolTipLines(QStringList(30, word).join(u' '));
        QVERIFY(broken.contains(u'\n'));
        for (const QString &line : broken.split(u'\n'))
            QVERIFY(line.size() <= 90);
        QCOMPARE(QString(broken).replace(u'\n', u' '), QStringList(30, word).join(u' '));
        QCOMPARE(toolTipLines(u"  of two\n    lines"_s), u"  of two\n    lines"_s);
        QCOMPARE(toolTipLines(QString(200, u'x')), QString(200, u'x'));
    }

    void wordsCanBeChosenWhileThePointerIsOverThem()
    {
        TextLabel label(u"c0ffee"_s);
        label.setSelectable();
        label.resize(200, 30);
        const auto isSelectable = [&] { return label.textInteractionFlags().testFlag(Qt::TextSelectableByMouse); };
        const auto leave = [&] {
            QEvent event(QEvent::Leave);
            QApplication::sendEvent(&label, &event);
        };
        QVERIFY(!isSelectable());
        label.show();
        QVERIFY(QTest::qWaitForWindowExposed(&label));
        QEnterEvent enter({ 5, 5 }, { 5, 5 }, { 5, 5 });
        QApplication::sendEvent(&label, &enter);
        QVERIFY(isSelectable());
        QTest::mouseDClick(&label, Qt::LeftButton, {}, { 10, 15 });
        QCOMPARE(label.selectedText(), u"c0ffee"_s);
        leave();
        QCOMPARE(label.selectedText(), u"c0ffee"_s);
        label.setSelection(0, 0);
        leave();
        QVERIFY(!isSelectable());
    }

    void filterWordsKeepQuotes()
    {
        QCOMPARE(FilterBox::words(u"owner:\"Team Web\"  ledger "_s), (QStringList { u"owner:\"Team Web\""_s, u"ledger"_s }));
    }

    void wrappedTextIsAsHighAsAPlainLabel()
    {
        TextLabel label(u"What fills it is said in a sentence that needs more than one line."_s);
        label.setWordWrap(true);
        const auto compare = [&label] {
            QLabel plain(label.text());
            plain.setTextFormat(Qt::PlainText);
            plain.setWordWrap(true);
            plain.setFont(label.font());
            plain.setContentsMargins(label.contentsMargins());
            // More widths than are kept, and each asked for twice.
            for (int at = 0; at < 40; ++at) {
                const int width = 60 + at % 20 * 16;
                QCOMPARE(label.heightForWidth(width), plain.heightForWidth(width));
            }
        };
        compare();
        label.setText(u"Short."_s);
        compare();
        label.setText(u"A longer sentence again, and this time with a few words more than there were at first."_s);
        label.setRole(TextRole::Heading1);
        compare();
        label.setContentsMargins(20, 10, 20, 10);
        compare();
    }

    void boxesAreAsTheyAreDrawn_data()
    {
        QTest::addColumn<QRectF>("rect");
        QTest::addColumn<qreal>("ratio");
        QTest::addColumn<QColor>("fill");
        QTest::addColumn<QColor>("border");
        QTest::addColumn<qreal>("width");
        const QColor red(200, 30, 40), grey(220, 222, 226), glass(20, 90, 200, 60);
        for (const qreal ratio : { 1.0, 1.5, 2.0 }) {
            const auto add = [&](const char *name, const QRectF &rect, const QColor &fill, const QColor &border, qreal width) {
                QTest::addRow("%s at %g", name, ratio) << rect << ratio << fill << border << width;
            };
            add("filled with a line", { 4, 2, 60, 30 }, grey, red, 1);
            add("with a ring", { 4, 2, 60, 30 }, grey, red, 2);
            add("line alone", { 4, 2, 60, 30 }, {}, red, 1);
            add("filled alone", { 4, 2, 60, 30 }, grey, {}, 1);
            add("glass", { 4, 2, 60, 30 }, glass, red, 1);
            add("glass round glass", { 4, 2, 60, 30 }, glass, glass, 1);
            add("between pixels", { 4.3, 2.6, 60.5, 30 }, grey, red, 1);
            add("small", { 4, 2, 9, 8 }, grey, red, 1);
        }
    }
    void boxesAreAsTheyAreDrawn()
    {
        QFETCH(QRectF, rect);
        QFETCH(qreal, ratio);
        QFETCH(QColor, fill);
        QFETCH(QColor, border);
        QFETCH(qreal, width);
        constexpr qreal radius = 5;
        const auto drawn = [&](auto draw) {
            QImage image(QSize(72, 40) * ratio, QImage::Format_ARGB32_Premultiplied);
            image.setDevicePixelRatio(ratio);
            image.fill(Qt::white);
            QPainter painter(&image);
            draw(painter);
            return image;
        };
        const QImage shown = drawn([&](QPainter &painter) { paintBox(&painter, rect, radius, fill, border, width); });
        const QImage wanted = drawn([&](QPainter &painter) {
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(border.isValid() ? QPen(border, width) : QPen(Qt::NoPen));
            painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
            const qreal inset = border.isValid() ? width / 2 : 0;
            painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset);
        });
        int most = 0;
        for (int y = 0; y < wanted.height(); ++y) {
            for (int x = 0; x < wanted.width(); ++x) {
                const QColor one = shown.pixelColor(x, y), other = wanted.pixelColor(x, y);
                most = std::max({ most, std::abs(one.red() - other.red()), std::abs(one.green() - other.green()), std::abs(one.blue() - other.blue()) });
            }
        }
        QVERIFY2(most <= 3, qPrintable(QString::number(most))); // Rounding: what shines through is laid on twice.
    }

    void tokenBecomesAChip()
    {
        FilterBox box;
        box.setTokenTest(isToken);
        QSignalSpy changed(&box, &FilterBox::textChanged);
        QTest::keyClicks(box.edit(), u"owner:web led"_s);
        QCOMPARE(box.edit()->text(), u"led"_s);
        QCOMPARE(box.text(), u"owner:web led"_s);
        QCOMPARE(box.findChildren<ChipButton *>().size(), 1);
        QCOMPARE(changed.last().first().toString(), u"owner:web led"_s);
    }

    void backspaceTakesTheChipBack()
    {
        FilterBox box;
        box.setTokenTest(isToken);
        box.setText(u"kind:api"_s);
        QCOMPARE(box.edit()->text(), QString());
        QTest::keyClick(box.edit(), Qt::Key_Backspace);
        QCOMPARE(box.edit()->text(), u"kind:api"_s);
        QCOMPARE(box.text(), u"kind:api"_s);
    }

    void escapeClearsThenLeaves()
    {
        FilterBox box;
        QSignalSpy left(&box, &FilterBox::escapePressed);
        box.setText(u"abc"_s);
        QTest::keyClick(box.edit(), Qt::Key_Escape);
        QCOMPARE(box.text(), QString());
        QCOMPARE(left.count(), 0);
        QTest::keyClick(box.edit(), Qt::Key_Escape);
        QCOMPARE(left.count(), 1);
    }

    void rowsDrawInEveryTheme_data()
    {
        QTest::addColumn<int>("choice");
        QTest::newRow("light") << int(ThemeChoice::Light);
        QTest::newRow("dark") << int(ThemeChoice::Dark);
        QTest::newRow("high contrast") << int(ThemeChoice::HighContrast);
    }
    void rowsDrawInEveryTheme()
    {
        QFETCH(int, choice);
        m_theme.setChoice(ThemeChoice(choice));
        QStandardItemModel model(3, 1);
        for (int row = 0; row < 3; ++row)
            model.setItem(row, new QStandardItem(u"ledger-api"_s));
        QTableView view;
        HitDelegate delegate;
        delegate.attach(&view);
        view.setModel(&model);
        view.resize(300, 200);
        view.selectRow(1);
        const QImage image = view.grab().toImage();
        const Colours &c = m_theme.colours();
        const int header = view.viewport()->y();
        const int row = m_theme.rowHeight();
        QCOMPARE(view.rowHeight(0), row);
        // An unselected row shows the board, a selected one a selection.
        QCOMPARE(image.pixelColor(280, header + row / 2), c.board);
        const QColor chosen = image.pixelColor(view.columnWidth(0) - 3, header + row + row / 2);
        QVERIFY(chosen == c.selection || chosen == c.selectionInactive);
        // The hits are in the accent: it occurs among the pixels of the first row.
        bool accent = false;
        for (int x = 0; x < 120 && !accent; ++x) {
            for (int y = header; y < header + row; ++y)
                accent |= image.pixelColor(x, y) == c.accent;
        }
        QVERIFY(accent);
        m_theme.setChoice(ThemeChoice::Light);
    }

    void densityChangesRows()
    {
        QTableView view;
        RowDelegate delegate;
        delegate.attach(&view);
        QStandardItemModel model(1, 1);
        view.setModel(&model);
        const int compact = view.rowHeight(0);
        m_theme.setDensity(Density::Comfortable);
        QVERIFY(view.verticalHeader()->defaultSectionSize() > compact);
        m_theme.setDensity(Density::Compact);
    }

    void cardsReflow()
    {
        CardGrid grid;
        for (int i = 0; i < 6; ++i) {
            auto *card = new Card(u"Card"_s);
            auto *content = new QWidget;
            content->setMinimumHeight(100);
            card->setContent(content);
            grid.addCard(card);
        }
        QVERIFY(grid.heightForWidth(300) > grid.heightForWidth(600));
        QVERIFY(grid.heightForWidth(600) > grid.heightForWidth(1100));
    }

    void oneTextAfterTheOther()
    {
        // Lines of the first are still put off when the second comes; they crashed the pane.
        QString big;
        for (int i = 0; i < 4000; ++i)
            big += u"{\n\"in\": [\n1,\n2 ]\n},\n"_s;
        CodeView view;
        for (int i = 0; i < 3; ++i) {
            view.setSource(big, u"openapi.json"_s);
            view.setSource(u"kind: API\n"_s, u"catalog-info.yaml"_s);
            QCoreApplication::processEvents();
        }
        QCOMPARE(view.document()->firstBlock().layout()->formats().first().format.foreground().color(), m_theme.colours().syntax.key);
    }

    void codeIsColouredAndMarked()
    {
        CodeView view;
        view.resize(400, 300);
        view.setSource(u"kind: Component\nmetadata:\n  name: bad name\n"_s, u"catalog-info.yaml"_s, 10);
        view.setMarks({ { 3, 9, 8, domain::Severity::Error, u"No spaces"_s } });
        view.goToLine(12);
        QCOMPARE(view.textCursor().blockNumber(), 2);
        const auto formats = view.document()->firstBlock().layout()->formats();
        QVERIFY(!formats.isEmpty());
        QCOMPARE(formats.first().format.foreground().color(), m_theme.colours().syntax.key);
        bool underlined = false;
        const auto selections = view.extraSelections();
        for (const auto &selection : selections)
            underlined |= selection.format.underlineStyle() == QTextCharFormat::WaveUnderline && selection.cursor.selectedText() == "bad name"_L1;
        QVERIFY(underlined);
    }

    void timesAreWords_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<QString>("column");
        QTest::newRow("now") << 5 << u"now"_s;
        QTest::newRow("minutes") << 125 << u"2m"_s;
        QTest::newRow("hours") << 3 * 3600 << u"3h"_s;
        QTest::newRow("days") << 3 * 86400 << u"3d"_s;
        QTest::newRow("weeks") << 21 * 86400 << u"3w"_s;
        QTest::newRow("years") << 800 * 86400 << u"2y"_s;
    }
    void timesAreWords()
    {
        QFETCH(int, seconds);
        QFETCH(QString, column);
        const QDateTime now(QDate(2026, 6, 15), QTime(12, 0), QTimeZone::UTC);
        QCOMPARE(shortAge(now.addSecs(-seconds), now), column);
    }

    void noTimeIsNoText()
    {
        QCOMPARE(shortAge({}), QString());
        QCOMPARE(asOfText({}), QString());
    }

    void errorsAreSentences()
    {
        using domain::Error;
        using domain::ErrorCode;
        const Error refused { ErrorCode::Unauthorised, {}, 401, std::nullopt, u"git.example"_s };
        QCOMPARE(sentence(refused).what, u"The token was refused (401)."_s);
        const Error nothingToShow { ErrorCode::Unauthorised, u"no access token was given"_s, 0, std::nullopt, u"git.example"_s };
        QCOMPARE(sentence(nothingToShow).what, u"Not signed in there (any more)."_s);
        const auto ofGit = [](ErrorCode code) { return gitSentenceText({ code, u"fatal: no"_s, 0, std::nullopt, {} }, u"/clones/ledger"_s); };
        QCOMPARE(ofGit(ErrorCode::Timeout), u"It took too long. fatal: no (/clones/ledger)"_s);
        QCOMPARE(ofGit(ErrorCode::Internal), u"fatal: no (/clones/ledger)"_s);
        for (int code = 0; code <= int(ErrorCode::Internal); ++code) {
            const QString text = sentenceText(Error { ErrorCode(code), u"detail"_s, 0, std::nullopt, u"host"_s });
            QVERIFY(!text.isEmpty());
            QVERIFY(!text.contains(u'!'));
        }
    }

    void keyCapsNameTheKeys()
    {
        QCOMPARE(keyCaps(QKeySequence(u"Ctrl+K"_s)), (QStringList { u"Ctrl"_s, u"K"_s }));
        QCOMPARE(keyCaps(QKeySequence(u"Ctrl++"_s)), (QStringList { u"Ctrl"_s, u"+"_s }));
        QVERIFY(keyCaps({}).isEmpty());
    }

    void widgetsHaveNames()
    {
        QCOMPARE(IconButton(u"more"_s, u"More"_s).accessibleName(), u"More"_s);
        QAction action(u"&Pin"_s);
        const IconButton button(&action);
        QCOMPARE(button.accessibleName(), u"Pin"_s);
        action.setText(u"&Unpin"_s);
        QCOMPARE(button.accessibleName(), u"Unpin"_s);
        QCOMPARE(BadgeLabel(u"2 failing"_s, Status::Failed).accessibleName(), u"2 failing"_s);
        QVERIFY(!StatusGlyph(Status::Warning).accessibleName().isEmpty());
        QCOMPARE(Card(u"APIs"_s).accessibleName(), u"APIs"_s);
    }

private:
    Theme m_theme;
};

QTEST_MAIN(TestKitWidgets)
#include "tst_kitwidgets.moc"
