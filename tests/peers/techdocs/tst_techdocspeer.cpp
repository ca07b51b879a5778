// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/docs.h"
#include "models/mirror/doctext.h"
#include "models/sync/httpclient.h"
#include "models/sync/workspace.h"
#include "tests/peers/portal/realportal.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace callboard;
using namespace callboard::sync;
using namespace callboard::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
namespace recordtype = domain::recordtype;

/// The documentation of a real Backstage backend that builds it with MkDocs: read, read without it, and read again when it was built anew.
/// The functions build on each other, in this order.
class TestTechdocsPeer final : public QObject {
    Q_OBJECT

    std::unique_ptr<RealPortal> portal;
    QTemporaryDir sources;
    QTemporaryDir directory;
    std::unique_ptr<Workspace> workspace;
    QString connection;
    const QString ref = u"component:default/handbook"_s;

    bool write(const QString &path, const QByteArray &text)
    {
        const QString full = sources.filePath(path);
        QFile file(full);
        return QDir().mkpath(QFileInfo(full).path()) && file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    }
    QString text(const QString &path) const
    {
        const auto record = workspace->mirror().record(QString(recordtype::docPage), domain::docKey(ref, path));
        if (!record)
            return {};
        QStringList lines;
        for (const auto &block : domain::DocPage::fromRecord(*record).document.blocks)
            lines.append(domain::plainText(block));
        return lines.join(u'\n');
    }
    void pull()
    {
        workspace->pullNow();
        QVERIFY(workspace->waitForIdle(120s));
        workspace->mirror().flush();
    }
    QString complaints() const { return workspace->log(connection).join(u'\n') + u'\n' + portal->complaint(); }
    bool openWorkspace()
    {
        Workspace::Options options;
        options.directory = directory.path();
        options.schedule = false;
        options.secrets = std::make_shared<RunSecrets>();
        auto opened = Workspace::open(options);
        if (opened)
            workspace = std::move(*opened);
        return opened.has_value();
    }
    /// Of every page that is searched, its number by its path.
    QMap<QString, qint64> pageNumbers() const
    {
        QMap<QString, qint64> numbers;
        if (!workspace->mirror().finishIndexing())
            return {};
        const auto read = workspace->mirror().readDocText([&](mirror::DocTextReader &reader) {
            std::vector<qint64> pages;
            reader.forEachPage([&](qint64 page, QByteArrayView) { pages.push_back(page); });
            for (const qint64 page : pages)
                numbers.insert(reader.page(page).path, page);
        });
        return read ? numbers : QMap<QString, qint64>();
    }
    QStringList staticRequests(const QDateTime &since) const
    {
        QStringList urls;
        for (const RequestLine &line : workspace->requestLog()) {
            if (line.at >= since && line.url.contains("/static/docs/"_L1))
                urls.append(QString::number(line.status) + u' ' + line.url.section("/handbook/"_L1, 1));
        }
        return urls;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(write(u"mkdocs.yml"_s, "site_name: Handbook\ntheme: {name: material}\nnav:\n  - Home: index.md\n  - Guide:\n    - Setup: guide/setup.md\n"));
        QVERIFY(write(u"docs/index.md"_s, "# Welcome\n\nSee [the guide](guide/setup.md#linux). ![d](img/d.png)\n"));
        QVERIFY(write(u"docs/guide/setup.md"_s, "# Setup\n\n## Linux\n\nFirst.\n"));
        QVERIFY(write(u"docs/img/d.png"_s, "a picture"));
        QVERIFY(write(u"catalog-info.yaml"_s, "x: 1\n"));
        portal = std::make_unique<RealPortal>();
        QVERIFY2(portal->start(), qPrintable(portal->complaint()));
        const QString location = u"file:"_s + sources.filePath(u"catalog-info.yaml"_s);
        const QJsonObject annotations { { u"backstage.io/techdocs-ref"_s, u"dir:."_s }, { u"backstage.io/managed-by-location"_s, location },
            { u"backstage.io/managed-by-origin-location"_s, location } };
        const QJsonObject entity { { u"apiVersion"_s, u"backstage.io/v1alpha1"_s }, { u"kind"_s, u"Component"_s },
            { u"metadata"_s, QJsonObject { { u"name"_s, u"handbook"_s }, { u"namespace"_s, u"default"_s }, { u"annotations"_s, annotations } } },
            { u"spec"_s, QJsonObject { { u"type"_s, u"documentation"_s }, { u"lifecycle"_s, u"production"_s }, { u"owner"_s, u"user:default/guest"_s } } } };
        QVERIFY2(portal->change({ entity }, {}, 1), qPrintable(portal->complaint()));
        QVERIFY(openWorkspace());
    }

    void aSiteIsBuiltAndRead()
    {
        QVERIFY(workspace->setKeepDocs(ref, true));
        const auto added = workspace->addConnection(u"backstage"_s, u"Portal"_s, { { u"url"_s, portal->url() } });
        QVERIFY(added);
        connection = *added;
        QVERIFY(workspace->waitForIdle(300s));
        pull();
        const auto record = workspace->mirror().record(QString(recordtype::docSite), ref);
        QVERIFY2(record, qPrintable(complaints()));
        const auto site = domain::DocSite::fromRecord(*record);
        QVERIFY2(site.complete, qPrintable(complaints()));
        QCOMPARE(site.name, u"Handbook"_s);
        QCOMPARE(site.pages, 2);
        QCOMPARE(site.nav.size(), 2u);
        QCOMPARE(site.nav[1].children.at(0).path, u"guide/setup/"_s);
        QCOMPARE(text({}), u"Welcome\nSee the guide. d"_s);
        QCOMPARE(text(u"guide/setup/"_s), u"Setup\nLinux\nFirst."_s);
        const auto asset = workspace->mirror().record(QString(recordtype::docAsset), domain::docKey(ref, u"img/d.png"_s));
        QVERIFY(asset);
        QCOMPARE(workspace->mirror().blob(domain::DocAsset::fromRecord(*asset).blob).value(), "a picture");
    }

    void aBuildAnewChangesOnlyWhatChanged()
    {
        const auto before = pageNumbers();
        QCOMPARE(before.size(), 2);
        QVERIFY(write(u"docs/guide/setup.md"_s, "# Setup\n\n## Linux\n\nSecond.\n"));
        QVERIFY(write(u"docs/extra.md"_s, "# Extra\n\nNew.\n"));
        // The next morning: a running portal looks at a site's sources once a minute at most, and so do we at the site.
        portal->kill();
        workspace.reset();
        QVERIFY2(portal->start(), qPrintable(portal->complaint()));
        QVERIFY(openWorkspace());
        pull();
        QCOMPARE(text(u"guide/setup/"_s), u"Setup\nLinux\nSecond."_s);
        QCOMPARE(text(u"extra/"_s), u"Extra\nNew."_s);
        QCOMPARE(text({}), u"Welcome\nSee the guide. d"_s);
        // A portal that builds writes every file anew, and its ETags are made of their times: all of it travels. What is the same
        // is not written: the index gives every page that is written a new number.
        const auto after = pageNumbers();
        QCOMPARE(after.size(), 3);
        QCOMPARE(after.value(u""_s), before.value(u""_s));
        QVERIFY(after.value(u"guide/setup/"_s) > before.value(u"guide/setup/"_s));

        // And where the portal built nothing, nothing but its word for that travels.
        const QDateTime since = QDateTime::currentDateTimeUtc();
        workspace.reset();
        QVERIFY(openWorkspace());
        pull();
        QCOMPARE(staticRequests(since), QStringList());
        QCOMPARE(pageNumbers(), after);
    }

    void withoutThePortalItIsStillThere()
    {
        portal->kill();
        workspace->setDocInterest(ref, u"guide/setup/"_s);
        pull();
        QCOMPARE(text(u"guide/setup/"_s), u"Setup\nLinux\nSecond."_s);
        QVERIFY(domain::DocSite::fromRecord(*workspace->mirror().record(QString(recordtype::docSite), ref)).complete);
    }
};

QTEST_GUILESS_MAIN(TestTechdocsPeer)
#include "tst_techdocspeer.moc"
