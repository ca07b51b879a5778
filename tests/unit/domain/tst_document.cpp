// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/docs.h"

#include <QJsonArray>
#include <QTest>

using namespace callboard::domain;
using namespace Qt::StringLiterals;

namespace {

Run run(const QString &text, quint16 style = Run::Plain, const QString &link = {})
{
    Run made;
    made.text = text;
    made.style = style;
    made.link = link;
    return made;
}

Block block(Block::Kind kind, std::vector<Run> runs, std::vector<Block> children = {})
{
    Block made;
    made.kind = kind;
    made.runs = std::move(runs);
    made.children = std::move(children);
    return made;
}

DocPage page()
{
    auto heading = block(Block::Kind::Heading, { run(u"Set up"_s) });
    heading.level = 2;
    heading.id = u"set-up"_s;
    auto code = block(Block::Kind::Code, {});
    code.text = u"a = 1\nb = 2"_s;
    code.language = u"python"_s;
    code.marked = { 2 };
    code.firstLine = 7;
    auto item = block(Block::Kind::Item, { run(u"one "_s), run(u"bold"_s, Run::Strong | Run::Code), run(u"there"_s, 0, u"guide/#x"_s) }, { heading });
    item.check = Block::Check::Done;
    auto list = block(Block::Kind::List, {}, { item });
    list.ordered = true;
    list.start = 3;
    auto cell = block(Block::Kind::Cell, { run(u"right"_s) });
    cell.align = Block::Align::Right;
    cell.columnSpan = 2;
    auto table = block(Block::Kind::Table, {}, { block(Block::Kind::Row, {}, { cell }) });
    table.headerRows = 1;
    auto details = block(Block::Kind::Details, {}, { table });
    details.open = true;
    details.title = u"More"_s;
    return { .site = u"component:default/ledger"_s, .path = u"guide/set-up/"_s, .source = u"guide/set-up.md"_s, .title = u"Set up"_s,
        .editUrl = u"https://example.org/e"_s, .status = {}, .date = {}, .document = { { heading, code, list, details } } };
}

} // namespace

class TestDocument final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void pageGoesThroughItsRecord()
    {
        const auto record = page().toRecord();
        QCOMPARE(record.key, u"component:default/ledger/guide/set-up/"_s);
        QCOMPARE(DocPage::fromRecord(record), page());
    }
    void siteGoesThroughItsRecord()
    {
        DocSite site;
        site.entityRef = u"component:default/ledger"_s;
        site.name = u"Ledger"_s;
        site.nav = { { u"Home"_s, u""_s, {}, true, {} }, { u"Guide"_s, {}, {}, false, { { u"Out"_s, {}, u"https://example.org"_s, false, {} } } } };
        site.pages = 4;
        site.builtAt = QDateTime::fromString(u"2026-11-01T10:00:00.000Z"_s, Qt::ISODateWithMs);
        QCOMPARE(DocSite::fromRecord(site.toRecord()), site);
    }
    void headingsInsideOfListsAreInTheOutline()
    {
        const auto found = headings(page().document);
        QCOMPARE(found.size(), 2U);
        QCOMPARE(found[1], (DocHeading { 2, u"set-up"_s, u"Set up"_s }));
    }
    void plainTextIsWhatAPersonReads()
    {
        QCOMPARE(plainText(page().document.blocks[2]), u"one boldthere\nSet up"_s);
        QCOMPARE(plainText(page().document.blocks[3]), u"More\nright"_s);
    }
    void depthIsBounded()
    {
        QJsonObject json { { u"k"_s, u"p"_s }, { u"r"_s, QJsonArray { u"deep"_s } } };
        for (int i = 0; i < 200; ++i)
            json = { { u"k"_s, u"quote"_s }, { u"c"_s, QJsonArray { json } } };
        const auto document = Document::fromJson({ { u"blocks"_s, QJsonArray { json } } });
        int depth = 0;
        for (const auto *at = &document.blocks; !at->empty(); at = &at->front().children)
            ++depth;
        QCOMPARE(depth, 65);
    }
    void whatIsNotUnderstoodIsLeftOut()
    {
        const auto document = Document::fromJson({ { u"blocks"_s, QJsonArray { QJsonObject { { u"k"_s, u"hologram"_s } }, 7, QJsonObject { { u"k"_s, u"rule"_s } } } } });
        QCOMPARE(document.blocks.size(), 1U);
        QCOMPARE(document.blocks.front().kind, Block::Kind::Rule);
    }
};

QTEST_APPLESS_MAIN(TestDocument)
#include "tst_document.moc"
