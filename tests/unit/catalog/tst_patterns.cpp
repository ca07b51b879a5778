// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Locations whose target is a pattern, where not all that it selects can be read.
#include "models/catalog/engine.h"

#include <QHash>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace callboard;
using namespace callboard::catalog;
using domain::ErrorCode;

namespace {

const QString folder = u"https://github.com/org/repo/tree/main/all/"_s;

/// A folder that a pattern selects from. What has no text is there and cannot be read.
class FolderReader final : public SourceReader {
public:
    QHash<QString, QByteArray> files;
    bool isStalled = false;

    domain::Result<QByteArray> read(const QString &target) override
    {
        const QString name = target.section(u'/', -1);
        if (isStalled)
            return domain::fail(ErrorCode::Timeout, u"no answer"_s);
        if (!files.contains(name))
            return domain::fail(ErrorCode::NotFound, u"nothing there"_s);
        if (files[name].isEmpty())
            return domain::fail(ErrorCode::Forbidden, u"it is a link that leads out of the repository"_s);
        return files[name];
    }

    domain::Result<QStringList> list(const QString &) override
    {
        if (isStalled)
            return domain::fail(ErrorCode::Timeout, u"no answer"_s);
        QStringList found;
        for (auto it = files.cbegin(); it != files.cend(); ++it)
            found.append(QString(folder + it.key()));
        found.sort();
        return found;
    }
};

QByteArray component(const QByteArray &name)
{
    return "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: " + name
        + "\nspec:\n  type: service\n  lifecycle: production\n  owner: team-a\n";
}

std::vector<Descriptor> root()
{
    return { { u"url:https://github.com/org/repo/blob/main/catalog-info.yaml"_s,
        QByteArray("apiVersion: backstage.io/v1alpha1\nkind: Location\nmetadata: {name: root}\nspec: {target: ./all/*.yaml}\n"), {} } };
}

EngineOptions asTheWindow()
{
    EngineOptions options;
    options.keepNeighbours = true;
    options.keepLastGood = true;
    return options;
}

QStringList refs(const ProcessedCatalog &made)
{
    QStringList found;
    for (const ProcessedEntity &entity : made.entities)
        found.append(entity.ref);
    return found;
}

const QStringList bothAndRoot { u"component:default/a"_s, u"component:default/b"_s, u"location:default/root"_s };
const QStringList oneAndRoot { u"component:default/a"_s, u"location:default/root"_s };

} // namespace

class TestPatterns final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesAllThatItSelects()
    {
        FolderReader reader;
        reader.files = { { u"a.yaml"_s, component("a") }, { u"b.yaml"_s, component("b") } };
        const auto made = Engine().process(root(), &reader);
        QCOMPARE(refs(made), bothAndRoot);
        QVERIFY(made.rejected.empty());
    }

    /// A Backstage backend takes all files of a pattern, or none: UrlReaderProcessor waits for all of them, and what is emitted beside an
    /// error is not stored.
    void takesNothingWhereOneFails()
    {
        FolderReader reader;
        reader.files = { { u"a.yaml"_s, component("a") }, { u"bad.yaml"_s, {} } };
        const auto made = Engine().process(root(), &reader);
        QCOMPARE(refs(made), QStringList());
        QCOMPARE(made.rejected.size(), 1U);
        const QString errors = made.rejected[0].errors.join(u' ');
        QVERIFY2(errors.contains(u"all/bad.yaml cannot be read"_s), qPrintable(errors));
    }

    void keepsTheNeighboursOfABadFile()
    {
        FolderReader reader;
        reader.files = { { u"a.yaml"_s, component("a") }, { u"bad.yaml"_s, {} }, { u"worse.yaml"_s, {} } };
        EngineOptions options;
        options.keepNeighbours = true;
        const auto made = Engine(options).process(root(), &reader);
        QCOMPARE(refs(made), oneAndRoot);
        QStringList told;
        for (const domain::Problem &problem : made.problems)
            told.append(QString(problem.rule + u' ' + problem.message.section(u' ', 0, 0).section(u'/', -1)));
        QCOMPARE(told, (QStringList { u"Unreadable bad.yaml"_s, u"Unreadable worse.yaml"_s }));
    }

    void aFileThatCannotBeReadIsWhatItWas()
    {
        FolderReader reader;
        reader.files = { { u"a.yaml"_s, component("a") }, { u"b.yaml"_s, component("b") } };
        Engine engine(asTheWindow());
        QCOMPARE(refs(engine.process(root(), &reader)), bothAndRoot);
        reader.files.insert(u"b.yaml"_s, {});
        QCOMPARE(refs(engine.process(root(), &reader)), bothAndRoot);
        QCOMPARE(refs(engine.process(root(), &reader)), bothAndRoot);
    }

    // It never reads cleanly, so no good reading of it as a whole is remembered.
    void whatItSelectedIsThereWhileItCannotBeAsked()
    {
        FolderReader reader;
        reader.files = { { u"a.yaml"_s, component("a") }, { u"bad.yaml"_s, {} } };
        Engine engine(asTheWindow());
        QCOMPARE(refs(engine.process(root(), &reader)), oneAndRoot);
        reader.isStalled = true;
        QCOMPARE(refs(engine.process(root(), &reader)), oneAndRoot);
        QCOMPARE(refs(engine.process(root(), &reader)), oneAndRoot);
        // What is gone is gone, once it can be asked again.
        reader.isStalled = false;
        reader.files.remove(u"a.yaml"_s);
        QCOMPARE(refs(engine.process(root(), &reader)), QStringList { u"location:default/root"_s });
    }
};

QTEST_GUILESS_MAIN(TestPatterns)
#include "tst_patterns.moc"
