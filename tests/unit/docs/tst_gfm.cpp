// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/docs/gfm.h"

#include <QTest>

using namespace callboard::docs;

class TestGfm final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // Examples of the specification, by their numbers in https://github.github.com/gfm/ (0.29).
    void answersAsTheSpecification_data()
    {
        QTest::addColumn<QByteArray>("markdown");
        QTest::addColumn<QByteArray>("html");
        QTest::newRow("198: table") << QByteArray("| foo | bar |\n| --- | --- |\n| baz | bim |\n")
                                    << QByteArray("<table>\n<thead>\n<tr>\n<th>foo</th>\n<th>bar</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n"
                                                  "<td>baz</td>\n<td>bim</td>\n</tr>\n</tbody>\n</table>\n");
        QTest::newRow("491: strikethrough") << QByteArray("~~Hi~~ Hello, ~there~ world!\n")
                                            << QByteArray("<p><del>Hi</del> Hello, <del>there</del> world!</p>\n");
        QTest::newRow("346: code span") << QByteArray("`` foo ` bar ``\n") << QByteArray("<p><code>foo ` bar</code></p>\n");
    }
    void answersAsTheSpecification()
    {
        QFETCH(const QByteArray, markdown);
        QFETCH(const QByteArray, html);
        QCOMPARE(gfmToHtml(markdown).value(), html);
    }
    void tooMuchIsRefused()
    {
        const auto answer = gfmToHtml(QByteArray((32 << 20) + 1, 'x'));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, callboard::domain::ErrorCode::Invalid);
    }
};

QTEST_APPLESS_MAIN(TestGfm)
#include "tst_gfm.moc"
