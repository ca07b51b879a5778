// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/doclibrary.h"
#include "models/items/docreading.h"
#include "models/items/palettemodel.h"
#include "models/items/userstate.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace callboard;
using search::PaletteScope;
using Model = items::PaletteModel;

namespace {

const QString site = u"component:default/ledger"_s;

domain::DocPage pageAt(int number)
{
    domain::DocPage page;
    page.site = site;
    page.path = u"p%1/"_s.arg(number);
    page.title = u"Runbook"_s;
    domain::Block text;
    text.runs.resize(1);
    text.runs.front().text = u"It is delivered exactly once."_s;
    page.document.blocks = { text };
    return page;
}

} // namespace

class TestPaletteDocs final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(); }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        auto opened = mirror::Mirror::open(m_folder->path(), {});
        QVERIFY(opened);
        m_mirror = std::move(*opened);
    }

    void cleanup() { m_mirror.reset(); }

    // Of pages that fit alike, the one that was read a moment ago comes first, and one of some weeks ago before none.
    void whatWasReadLatelyGoesFirst()
    {
        fill(12);
        search::LiveIndex live(*m_mirror);
        items::UserState user(nullptr);
        items::DocLibrary library(*m_mirror);
        items::DocReading reading(*m_mirror, library);
        Model model(live, &user);
        model.setMirror(*m_mirror);
        model.setReading(&reading);
        model.setText(u"d runbook"_s);
        QTRY_COMPARE(model.totalOf(PaletteScope::Docs), 12);
        QVERIFY(placeOf(model, 0) != u"p7/"_s);
        const QDateTime now = QDateTime::currentDateTimeUtc();
        reading.read(pageAt(3), now.addDays(-21));
        reading.read(pageAt(7), now);
        QCOMPARE(reading.recency(now).value(domain::docKey(site, u"p7/"_s)), 255);
        QCOMPARE(reading.recency(now).value(domain::docKey(site, u"p3/"_s)), 32); // Halved three times.
        QCOMPARE(reading.recency(now.addYears(1)).value(domain::docKey(site, u"p7/"_s)), 1);
        model.setText(u"d runbook "_s);
        QTRY_COMPARE(placeOf(model, 0), u"p7/"_s);
        QCOMPARE(placeOf(model, 1), u"p3/"_s);
    }

    // Phrases are looked for in the best pages only: what was counted is the least that there is.
    void saysThatThereMayBeMore()
    {
        fill(600);
        search::LiveIndex live(*m_mirror);
        items::UserState user(nullptr);
        Model model(live, &user);
        model.setMirror(*m_mirror);
        model.setText(u"d runbook"_s);
        QTRY_COMPARE(model.totalOf(PaletteScope::Docs), 600);
        QVERIFY(!model.isTotalLeast(PaletteScope::Docs));
        QVERIFY(!model.figure().contains("at least"_L1));
        QSignalSpy answered(&model, &Model::answered);
        model.setText(u"d \"exactly once\""_s);
        QTRY_VERIFY(model.isTotalLeast(PaletteScope::Docs));
        QVERIFY(model.totalOf(PaletteScope::Docs) > 0 && model.totalOf(PaletteScope::Docs) < 600);
        QVERIFY2(model.figure().startsWith("at least"_L1), qPrintable(model.figure()));
        QVERIFY(!model.isTotalLeast(PaletteScope::Entities));
        model.setText(u"\"exactly once\""_s);
        QTRY_VERIFY(model.isTotalLeast(PaletteScope::Everything));
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex at = model.index(row, 0);
            if (at.data(Model::HeaderRole).toBool() && PaletteScope(at.data(Model::ScopeRole).toInt()) == PaletteScope::Docs)
                QVERIFY(at.data(Model::CountTextRole).toString().endsWith(u'+'));
        }
    }

private:
    void fill(int count)
    {
        auto pull = m_mirror->beginPull(u"c"_s, u"all"_s, {});
        QVERIFY(pull);
        for (int number = 0; number < count; ++number)
            (*pull)->put(pageAt(number).toRecord());
        QVERIFY((*pull)->complete());
        QVERIFY(m_mirror->finishIndexing());
        m_mirror->flush();
    }

    static QString placeOf(const Model &model, int row) { return model.index(row, 0).data(Model::TargetPlaceRole).toString(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<mirror::Mirror> m_mirror;
};

QTEST_GUILESS_MAIN(TestPaletteDocs)
#include "tst_palettedocs.moc"
