// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/doclibrary.h"
#include "models/items/docreading.h"
#include "models/items/palettemodel.h"
#include "models/items/userstate.h"
#include "models/search/textsearch.h"

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
        open({});
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

    // What stands in a definition or an annotation and nowhere on the screen: found, with the words around it marked.
    void textOfEntitiesIsFound()
    {
        fillEntities();
        search::LiveIndex live(*m_mirror);
        items::UserState user(nullptr);
        Model model(live, &user);
        model.setMirror(*m_mirror);
        model.setText(u"t settlement refu"_s);
        QCOMPARE(model.scope(), PaletteScope::Text);
        QVERIFY(model.isBusy()); // Never at once: it is asked for behind the typing.
        QTRY_COMPARE(model.totalOf(PaletteScope::Text), 1);
        const QModelIndex hit = model.index(0, 0);
        QCOMPARE(hit.data(items::RefRole).toString(), u"component:default/ledger"_s);
        const QString line = hit.data(Model::SubtitleRole).toString();
        QVERIFY2(line.startsWith("spec.notes: "_L1), qPrintable(line));
        QCOMPARE(marked(hit), QStringList({ u"refu"_s, u"settlement"_s }));

        model.setText(u"t \"settlement refund\""_s); // Not together in this order.
        QTRY_VERIFY(!model.isBusy());
        QCOMPARE(model.totalOf(PaletteScope::Text), 0);
        model.setText(u"t \"refund of a settlement\""_s);
        QTRY_COMPARE(model.totalOf(PaletteScope::Text), 1);

        model.setText(u"t everywhere"_s);
        QTRY_COMPARE(model.totalOf(PaletteScope::Text), 2);
        model.setText(u"t everywhere k:api"_s); // Terms narrow it.
        QTRY_COMPARE(model.totalOf(PaletteScope::Text), 1);
        QCOMPARE(model.index(0, 0).data(items::RefRole).toString(), u"api:default/payments"_s);
        QCOMPARE(model.index(0, 0).data(Model::SubtitleRole).toString(), u"spec.definition: said everywhere"_s);
    }

    // The index of texts trails what is there: what it finds later comes behind what is there, and of texts alone there is another answer.
    void textsThatAreIndexedLaterCome()
    {
        open({ .inMemoryIndexOnly = true }); // It goes on when it is told to.
        fillEntities();
        search::LiveIndex live(*m_mirror);
        items::UserState user(nullptr);
        Model model(live, &user);
        model.setMirror(*m_mirror);
        model.setText(u"everywhere"_s);
        QTRY_VERIFY(!model.isBusy());
        QCOMPARE(model.totalOf(PaletteScope::Text), 1); // The other one has it as its type.
        putShipping();
        QTRY_VERIFY(live.snapshot().find(u"component:default/shipping"_s) != mirror::noRow && !model.isBusy());
        QCOMPARE(model.totalOf(PaletteScope::Text), 1);
        const QPersistentModelIndex payments(textRow(model, u"api:default/payments"_s));
        QVERIFY(payments.isValid());
        const int at = payments.row();
        QSignalSpy reset(&model, &Model::modelReset), extended(&model, &Model::extended);
        QVERIFY(m_mirror->finishIndexing());
        model.noteIndexed(PaletteScope::Text);
        QTRY_COMPARE(model.totalOf(PaletteScope::Text), 2);
        QCOMPARE(reset.size(), 0);
        QCOMPARE(payments.row(), at);
        QCOMPARE(textRow(model, u"component:default/shipping"_s).row(), at + 1);
        QCOMPARE(model.index(at - 1, 0).data(Model::HeaderRole).toBool(), true);
        QCOMPARE(model.index(at - 1, 0).data(items::CountRole).toInt(), 2);

        model.setText(u"t everywhere"_s);
        QTRY_COMPARE(model.totalOf(PaletteScope::Text), 3);
        reset.clear();
        extended.clear();
        // The same again changes nothing.
        model.noteIndexed(PaletteScope::Text);
        QTRY_COMPARE(extended.size(), 1);
        QCOMPARE(reset.size(), 0);
        QCOMPARE(model.rowCount(), 3);
    }

    void documentsThatAreIndexedLaterCome()
    {
        open({ .inMemoryIndexOnly = true });
        fill(2);
        search::LiveIndex live(*m_mirror);
        items::UserState user(nullptr);
        Model model(live, &user);
        model.setMirror(*m_mirror);
        model.setText(u"runbook"_s);
        QTRY_VERIFY(!model.isBusy());
        QCOMPARE(model.totalOf(PaletteScope::Docs), 2);
        auto pull = m_mirror->beginPull(u"c"_s, u"more"_s, {});
        QVERIFY(pull);
        (*pull)->put(pageAt(99).toRecord());
        QVERIFY((*pull)->complete());
        QVERIFY(m_mirror->finishIndexing());
        QSignalSpy reset(&model, &Model::modelReset);
        model.noteIndexed(PaletteScope::Docs);
        QTRY_COMPARE(model.totalOf(PaletteScope::Docs), 3);
        QCOMPARE(reset.size(), 0);
        QCOMPARE(placeOf(model, model.rowCount() - 1), u"p99/"_s);
        model.setText(u"d runbook"_s);
        QTRY_VERIFY(!model.isBusy());
        QCOMPARE(model.rowCount(), 3);
    }

    // What a first question would wait for can be made beforehand, and changes no answer.
    void isPreparedBeforehand()
    {
        fill(3);
        search::LiveIndex live(*m_mirror);
        items::UserState user(nullptr);
        Model model(live, &user);
        model.prepare(); // Without a mirror there is nothing to prepare.
        model.setMirror(*m_mirror);
        QVERIFY(!model.isBusy());
        model.prepare();
        QVERIFY(model.isBusy()); // Parts of APIs are being read.
        QTRY_VERIFY(!model.isBusy());
        model.setText(u"runbook"_s);
        QTRY_COMPARE(model.totalOf(PaletteScope::Docs), 3);
    }

    // In a large catalog the lines stay until a worker has others: none may name what is asked for anew.
    void noLineOutlivesItsAnswer()
    {
        fillEntities();
        search::LiveIndex live(*m_mirror);
        items::UserState user(nullptr);
        Model model(live, &user);
        model.setMirror(*m_mirror);
        model.setInlineLimit(0);
        model.setText(u"everywhere"_s);
        QTRY_VERIFY(model.totalOf(PaletteScope::Text) > 0 && !model.isBusy());
        QVERIFY(model.rowCount() >= 2);
        model.setText(u"everywhere s"_s);
        for (int row = 0; row < model.rowCount(); ++row) {
            for (const int role : { int(Qt::DisplayRole), int(Model::SubtitleRole), int(items::RefRole), int(items::MatchRole) })
                (void)model.index(row, 0).data(role);
            QVERIFY(PaletteScope(model.index(row, 0).data(Model::ScopeRole).toInt()) != PaletteScope::Text);
        }
        QTRY_VERIFY(!model.isBusy());
    }

    // Who goes on typing is answered once, to the last text.
    void whatWasAskedBeforeIsDropped()
    {
        fillEntities();
        search::LiveTextSearch text(*m_mirror);
        search::LiveIndex live(*m_mirror);
        QSignalSpy answered(&text, &search::LiveTextSearch::answered);
        for (const QString &typed : { u"everywhere"_s, u"settlement"_s, u"everywhere said"_s })
            text.ask({ typed, live.index(), {}, 5, false });
        QVERIFY(answered.wait());
        QCOMPARE(text.answer().total, 1);
        QCOMPARE(text.answer().hits.front().ref, u"api:default/payments"_s);
        text.ask({ u"everywhere"_s, live.index(), {}, 5, false });
        text.cancel();
        QVERIFY(!answered.wait(300));
        QCOMPARE(answered.count(), 1);
        std::stop_source stopped;
        stopped.request_stop();
        QVERIFY(search::findInText(*m_mirror, { u"everywhere"_s, live.index(), {}, 5, false }, stopped.get_token()).hits.empty());
    }

private:
    void open(const mirror::Mirror::Options &options)
    {
        m_mirror.reset();
        auto opened = mirror::Mirror::open(m_folder->path(), options);
        QVERIFY(opened);
        m_mirror = std::move(*opened);
    }

    static domain::Entity entity(const QString &kind, const QString &name, const QJsonObject &spec)
    {
        domain::Entity entity;
        entity.body = { { u"apiVersion"_s, u"backstage.io/v1alpha1"_s }, { u"kind"_s, kind },
            { u"metadata"_s, QJsonObject { { u"name"_s, name } } }, { u"spec"_s, spec } };
        return entity;
    }

    /// Nobody indexes it yet.
    void putShipping()
    {
        auto pull = m_mirror->beginPull(u"c"_s, u"more"_s, {});
        QVERIFY(pull);
        (*pull)->put(entity(u"Component"_s, u"shipping"_s, { { u"notes"_s, u"goes everywhere"_s } }));
        QVERIFY((*pull)->complete());
        m_mirror->flush();
    }

    /// Of what was found in the text of an entity.
    static QModelIndex textRow(const Model &model, const QString &ref)
    {
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex at = model.index(row, 0);
            if (at.data(items::RefRole).toString() == ref && PaletteScope(at.data(Model::ScopeRole).toInt()) == PaletteScope::Text)
                return at;
        }
        return {};
    }

    void fillEntities()
    {
        auto pull = m_mirror->beginPull(u"c"_s, u"all"_s, {});
        QVERIFY(pull);
        (*pull)->put(entity(u"Component"_s, u"ledger"_s,
            { { u"type"_s, u"everywhere"_s }, { u"notes"_s, QString(u"Lines before.\n"_s.repeated(900) + u"Makes the refund of a settlement."_s) } }));
        (*pull)->put(entity(u"API"_s, u"payments"_s, { { u"definition"_s, u"said everywhere"_s } }));
        QVERIFY((*pull)->complete());
        QVERIFY(m_mirror->finishIndexing());
        m_mirror->flush();
    }

    static QStringList marked(const QModelIndex &hit)
    {
        const QString line = hit.data(Model::SubtitleRole).toString();
        QStringList stretches;
        int last = -2;
        for (const int unit : hit.data(Model::SubtitleMatchRole).value<QList<int>>()) {
            if (unit != last + 1)
                stretches.append(QString());
            stretches.last() += line[unit];
            last = unit;
        }
        return stretches;
    }

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
