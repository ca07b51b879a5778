// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/textcache.h"
#include "ui/kit/glyphs.h"
#include "ui/kit/icons.h"
#include "ui/kit/style.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace callboard::ui;
using namespace Qt::StringLiterals;

namespace {

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

/// WCAG 2.2, relative luminance.
double luminance(const QColor &c)
{
    return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double x = luminance(a);
    const double y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

QByteArray tokensFile()
{
    QFile file(u":/callboard/tokens.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll();
}

} // namespace

class TestTheme final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(); }

    void missingTokenIsNamed()
    {
        QByteArray json = tokensFile();
        json.replace("\"textMark\"", "\"textMork\"");
        const auto tokens = Tokens::parse(json);
        QVERIFY(!tokens);
        QCOMPARE(tokens.error().code, callboard::domain::ErrorCode::Invalid);
        QCOMPARE(tokens.error().detail, u"colour.light.selection.textMark"_s);
    }

    void brokenFileIsAnError()
    {
        QVERIFY(!Tokens::parse("{ \"colour\": "));
        QVERIFY(!Tokens::parse(""));
    }

    void everyTextIsReadable_data()
    {
        QTest::addColumn<int>("mode");
        QTest::newRow("light") << int(Theme::Mode::Light);
        QTest::newRow("dark") << int(Theme::Mode::Dark);
        QTest::newRow("high contrast") << int(Theme::Mode::HighContrast);
    }
    void everyTextIsReadable()
    {
        QFETCH(int, mode);
        const Theme theme;
        const Colours &c = theme.colours(Theme::Mode(mode));
        // What this program draws on what; 4.5 for text, 3 for shapes, as the design language asks.
        for (const QColor &ground : { c.house, c.wings, c.board, c.slip, c.hover, c.selection, c.selectionInactive }) {
            QVERIFY2(contrast(c.text, ground) >= 4.5, qPrintable(ground.name()));
            QVERIFY2(contrast(c.textSecondary, ground) >= 4.5, qPrintable(ground.name()));
        }
        for (const auto status : { Status::Ok, Status::Running, Status::Warning, Status::Failed, Status::None, Status::Stale }) {
            QVERIFY(contrast(c.status(status).text, c.status(status).fill) >= 4.5);
            QVERIFY(contrast(c.status(status).glyph, c.board) >= 3.0);
            QVERIFY(contrast(c.status(status).glyph, c.slip) >= 3.0);
        }
        QVERIFY(contrast(c.textOnAccent, c.accent) >= 4.5);
        QVERIFY(contrast(c.textOnAccent, c.accentHover) >= 4.5);
        QVERIFY(contrast(c.link, c.board) >= 4.5);
        QVERIFY(contrast(c.accent, c.selection) >= 3.0);
        QVERIFY(contrast(c.focusRing, c.board) >= 3.0);
        QVERIFY(contrast(c.borderControl, c.slip) >= 3.0);
        for (const QColor &ink : { c.syntax.keyword, c.syntax.string, c.syntax.number, c.syntax.comment, c.syntax.type, c.syntax.function, c.syntax.key })
            QVERIFY(contrast(ink, c.code) >= 4.5);
    }

    void aTagCanBeToldFromTheCardUnderIt()
    {
        for (const auto choice : { ThemeChoice::Light, ThemeChoice::Dark, ThemeChoice::HighContrast }) {
            Theme theme;
            theme.setChoice(choice);
            QImage image(60, 20, QImage::Format_ARGB32_Premultiplied);
            image.fill(theme.colours().slip);
            {
                QPainter painter(&image);
                paintChip(&painter, image.rect(), theme, u"go"_s, ChipKind::Tag, {}, false, false);
            }
            QVERIFY(contrast(image.pixelColor(30, 0), theme.colours().slip) >= 1.15);
        }
    }

    void computedContrastMatchesTheTokens()
    {
        // The block in the file was computed by the design's own tool; ours must agree, or one of them is wrong.
        const QJsonObject root = QJsonDocument::fromJson(tokensFile()).object();
        const Theme theme;
        const Colours &light = theme.colours(Theme::Mode::Light);
        int compared = 0;
        const auto pairs = root.value("contrast"_L1).toObject().value("light"_L1).toObject().value("pairs"_L1).toArray();
        for (const auto &value : pairs) {
            const QJsonArray pair = value.toArray();
            const QHash<QString, QColor> grounds { { u"house"_s, light.house }, { u"wings"_s, light.wings }, { u"board"_s, light.board }, { u"slip"_s, light.slip } };
            const QString ground = pair.at(1).toString();
            if (pair.at(0).toString() != "text.primary"_L1 || !grounds.contains(ground))
                continue;
            QVERIFY(std::abs(contrast(light.text, grounds.value(ground)) - pair.at(2).toDouble()) < 0.02);
            ++compared;
        }
        QCOMPARE(compared, 4);
    }

    void paletteComesFromTheTheme()
    {
        Theme theme;
        theme.setChoice(ThemeChoice::Dark);
        const QPalette palette = theme.palette();
        QCOMPARE(palette.color(QPalette::Active, QPalette::Window), theme.colours().house);
        QCOMPARE(palette.color(QPalette::Active, QPalette::Highlight), theme.colours().selection);
        QCOMPARE(palette.color(QPalette::Disabled, QPalette::Text), theme.colours().textDisabled);
    }

    void changesAreTold()
    {
        Theme theme;
        theme.setChoice(ThemeChoice::Light);
        QSignalSpy changed(&theme, &Theme::changed);
        QSignalSpy density(&theme, &Theme::densityChanged);
        const quint64 before = theme.revision();
        theme.setChoice(ThemeChoice::HighContrast);
        QCOMPARE(changed.count(), 1);
        QVERIFY(theme.isHighContrast());
        QVERIFY(theme.revision() > before);
        const int compact = theme.rowHeight();
        theme.setDensity(Density::Comfortable);
        QCOMPARE(density.count(), 1);
        QVERIFY(theme.rowHeight() > compact);
        theme.setTextPercent(150);
        QCOMPARE(theme.scaled(100), 150);
        theme.setTextPercent(5000);
        QCOMPARE(theme.textPercent(), 200);
    }

    /// Where figures stand under each other; elsewhere the feature would widen the hyphens of names.
    void figuresAreTabularAndNamesAreNot()
    {
        const Theme theme;
        TextCache cache;
        for (const auto role : { TextRole::Caption, TextRole::Dense, TextRole::Body }) {
            QVERIFY(!theme.font(role).isFeatureSet(QFont::Tag("tnum")));
            const TextCache::Style figures { role, QFont::Normal, true };
            QVERIFY(cache.font(theme, figures).isFeatureSet(QFont::Tag("tnum")));
            const QFontMetricsF &metrics = cache.metrics(theme, figures);
            QCOMPARE(metrics.horizontalAdvance(u"1111"_s), metrics.horizontalAdvance(u"8888"_s));
        }
    }

    /// However little room: what is cut has room, to a pixel, and says so, what has room is not cut, and of what is cut two letters are missing at
    /// most that would have had room, where kerning is tight.
    void cutTextsFillTheirRoom()
    {
        const Theme theme;
        TextCache cache;
        int cut = 0;
        for (const QString &text : { u"payment-service-1234"_s, u"AVATAR To Wave. Type"_s, u"illicit lily"_s, u"WWWWWWWW"_s, u"r\u00e9sum\u00e9 of the year"_s, u"x"_s }) {
            for (const auto weight : { QFont::Normal, QFont::Bold }) {
                const TextCache::Style style { TextRole::Dense, weight, false };
                const QFontMetricsF metrics = cache.metrics(theme, style);
                for (int width = 0; width < 260; ++width) {
                    const TextCache::Entry &entry = cache.entry(theme, text, style, width, Qt::ElideRight);
                    QVERIFY2(entry.width <= std::max<qreal>(width, metrics.horizontalAdvance(QChar(u'\u2026'))) + 1, qPrintable(entry.text.text()));
                    QVERIFY2(entry.cut || entry.text.text() == text, qPrintable(entry.text.text()));
                    const QString whole = metrics.elidedText(text, Qt::ElideRight, width);
                    QVERIFY2(entry.text.text().size() >= whole.size() - 2, qPrintable(entry.text.text() + u" / "_s + whole));
                    QVERIFY2(!entry.cut || metrics.horizontalAdvance(text) > width - 1, qPrintable(text));
                    cut += entry.cut;
                }
            }
        }
        QVERIFY(cut > 200);
    }

    void everyIconDraws_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &file : QDir(u":/callboard/icons"_s).entryList({ u"*.svg"_s }))
            QTest::newRow(qPrintable(file)) << file.chopped(4);
    }
    void everyIconDraws()
    {
        QFETCH(QString, name);
        const QColor colour(0x12, 0x34, 0x56);
        for (const qreal ratio : { 1.0, 1.5, 2.0 }) {
            const QImage image = iconPixmap(name, 16, ratio, colour).toImage();
            QCOMPARE(image.size(), QSize(qRound(16 * ratio), qRound(16 * ratio)));
            int inked = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    const QColor at = image.pixelColor(x, y);
                    if (at.alpha() < 200)
                        continue;
                    ++inked;
                    // Blended edges are off by the rounding of premultiplied pixels.
                    QVERIFY(std::abs(at.red() - colour.red()) <= 2);
                    QVERIFY(std::abs(at.blue() - colour.blue()) <= 2);
                }
            }
            QVERIFY2(inked > 0, qPrintable(name));
        }
    }

    void iconsFollowTheTheme()
    {
        Theme theme;
        theme.setChoice(ThemeChoice::Light);
        CallboardStyle::install(theme);
        const QIcon star = icon(u"star"_s);
        const QImage light = star.pixmap(16, QIcon::Normal).toImage();
        theme.setChoice(ThemeChoice::Dark);
        const QImage dark = star.pixmap(16, QIcon::Normal).toImage();
        QVERIFY(light != dark);
        QVERIFY(star.pixmap(16, QIcon::Normal, QIcon::On).toImage() != dark);
        QVERIFY(icon(u"no-such-icon"_s).isNull());
        QCOMPARE(kindIconName(u"API"), u"api"_s);
        QCOMPARE(kindIconName(u"Whatever"), u"component"_s);
        QApplication::setStyle(u"fusion"_s);
    }

    void buttonsAreDrawnFromTokens()
    {
        Theme theme;
        theme.setChoice(ThemeChoice::Light);
        CallboardStyle::install(theme);
        QPushButton button(u"Connect"_s);
        setButtonRole(&button, ButtonRole::Primary);
        button.resize(button.sizeHint());
        QCOMPARE(button.height(), theme.metrics().control.normal);
        const QImage image = button.grab().toImage();
        QCOMPARE(image.pixelColor(6, image.height() / 2), theme.colours().accent);
        setSmall(&button);
        QCOMPARE(button.sizeHint().height(), theme.metrics().control.small);
        QApplication::setStyle(u"fusion"_s);
    }

    void badgesAreSplitOffTitles()
    {
        QCOMPARE(splitBadge(u"CI runs 1"_s).badge, u"1"_s);
        QCOMPARE(splitBadge(u"CI runs 1"_s).text, u"CI runs"_s);
        QCOMPARE(splitBadge(u"Problems"_s).badge, QString());
        QCOMPARE(splitBadge(u"12"_s).badge, QString());
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
