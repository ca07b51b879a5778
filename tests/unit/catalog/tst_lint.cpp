// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/lint.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace callboard::catalog;

class TestLint final : public QObject {
    Q_OBJECT
    QTemporaryDir m_dir;

    void put(const QString &name, const QByteArray &text)
    {
        const QString path = m_dir.filePath(name);
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }

    LintedFile lintText(const QByteArray &text) { return lint({ m_dir.filePath(u"catalog-info.yaml"_s), text }, {}); }

private Q_SLOTS:
    void findsDescriptors()
    {
        const QByteArray entity = "apiVersion: backstage.io/v1alpha1\nkind: Component\n";
        put(u"r/catalog-info.yaml"_s, entity);
        put(u"r/backstage.yml"_s, "x: y\n");
        put(u"r/.hidden/other.yaml"_s, "a: b\n---\n  apiVersion: \"backstage.io/v1beta1\"\n");
        put(u"r/plain.yaml"_s, "apiVersion: apps/v1\n# backstage.io/x\n");
        put(u"r/catalog-info.txt"_s, entity);
        put(u"r/node_modules/x/catalog-info.yaml"_s, entity);
        put(u"r/skeleton/catalog-info.yaml"_s, entity);
        put(u"r/skeletons/catalog-info.yaml"_s, entity);
        put(u"r/${{ values.x }}/catalog-info.yaml"_s, entity);
        put(u"r/t/template.yaml"_s,
            "apiVersion: scaffolder.backstage.io/v1beta3\nkind: Template\nspec:\n  steps:\n    - action: fetch:template\n      input: {url: "
            "./content}\n    - action: fetch:plain\n      input: {url: https://example.com/x}\n");
        put(u"r/t/content/catalog-info.yaml"_s, entity);
        QStringList found;
        for (const DescriptorFile &file : findDescriptors(m_dir.filePath(u"r"_s)))
            found.append(QDir(m_dir.filePath(u"r"_s)).relativeFilePath(file.path));
        QCOMPARE(found,
            (QStringList { u".hidden/other.yaml"_s, u"backstage.yml"_s, u"catalog-info.yaml"_s,
                u"skeletons/catalog-info.yaml"_s, u"t/template.yaml"_s }));
    }

    /// A repository is another's: what it has in it may not show files of whoever looks at it.
    void linksLeadNowhereElse()
    {
        const QByteArray text = "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {name: a}\nspec:\n  type: x\n"
                                "  lifecycle: x\n  owner: o\n  note: {$text: ./note.txt}\n";
        put(u"outside/own.txt"_s, "own");
        put(u"linked/.git/HEAD"_s, "ref: refs/heads/main\n");
        put(u"linked/a/catalog-info.yaml"_s, text);
        put(u"linked/b/catalog-info.yaml"_s, text);
        put(u"linked/b/own.txt"_s, "own");
        const auto link = [&](const QString &to, const QString &name) { return QFile::link(m_dir.filePath(to), m_dir.filePath(name)); };
        QVERIFY(link(u"outside/own.txt"_s, u"linked/a/note.txt"_s));
        QVERIFY(link(u"linked/b/own.txt"_s, u"linked/b/note.txt"_s));
        QVERIFY(link(u"outside/own.txt"_s, u"linked/catalog-info.yaml"_s));
        QVERIFY(link(u"linked/b/catalog-info.yaml"_s, u"linked/a/catalog-info-b.yaml"_s));

        const std::vector<DescriptorFile> found = findDescriptors(m_dir.filePath(u"linked/a"_s));
        QCOMPARE(found.size(), 2U); // one is a link within the repository
        QCOMPARE(findDescriptors(m_dir.filePath(u"linked"_s)).size(), 3U);
        const LintedFile linted = lint(found[1], {});
        QCOMPARE(QFileInfo(linted.path).fileName(), u"catalog-info.yaml"_s);
        QCOMPARE(linted.documents.at(0).verdict.violations.at(0).rule, u"$text"_s);
        QVERIFY(linted.documents.at(0).verdict.violations.at(0).message.contains(u"outside"_s));
        QVERIFY(lint({ m_dir.filePath(u"linked/b/catalog-info.yaml"_s), text }, {}).isGood());
    }

    void saysWhatToWriteInstead_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("field");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("remedy");
        const QByteArray head = "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: a\n";
        const QByteArray spec = "spec:\n  type: service\n  lifecycle: production\n  owner: o\n";
        QTest::newRow("missing") << head + "spec:\n  type: x\n  owner: o\n" << u"/spec/lifecycle"_s << 5 << u"lifecycle: production"_s;
        QTest::newRow("list") << head + spec + "  system: [a]\n" << u"/spec/system"_s << 9 << u"keep one entry"_s;
        QTest::newRow("number") << head + "  title: 5\n" + spec << u"/metadata/title"_s << 5 << u"\"5\""_s;
        QTest::newRow("root") << head + spec + "dependsOn: []\n" << u"/dependsOn"_s << 9 << u"under spec"_s;
        QTest::newRow("tag") << head + "  tags: [Java Script]\n" + spec << u"/metadata/tags/0"_s << 5 << u"\"java-script\""_s;
        QTest::newRow("name") << QByteArray("apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: my service!\n") + spec
                              << u"/metadata/name"_s << 4 << u"\"my-service\""_s;
        QTest::newRow("kind") << QByteArray("apiVersion: backstage.io/v1alpha1\nkind: component\nmetadata:\n  name: a\n") + spec
                              << u"/kind"_s << 2 << u"kind: Component"_s;
        QTest::newRow("version") << QByteArray("apiVersion: backstage.io/v1\nkind: Component\nmetadata:\n  name: a\n") + spec << u"/kind"_s
                                 << 2 << u"backstage.io/v1alpha1"_s;
        QTest::newRow("link") << head + "  links:\n    - url: www.example.com\n" + spec << u"/metadata/links/0/url"_s << 6
                              << u"https://www.example.com"_s;
        QTest::newRow("slip in a member") << QByteArray("apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  nmae: a\n") + spec
                                          << u"/metadata/name"_s << 3 << u"write \"name\" instead of \"nmae\""_s;
        QTest::newRow("slip in spec") << head + "spec:\n  type: x\n  lifecyle: y\n  owner: o\n" << u"/spec/lifecycle"_s << 5
                                      << u"\"lifecycle\" instead of \"lifecyle\""_s;
        QTest::newRow("slip at the root") << head + spec + "metdata: {}\n" << u"/metdata"_s << 9 << u"write \"metadata\" instead"_s;
        QTest::newRow("slip in the kind") << QByteArray("apiVersion: backstage.io/v1alpha1\nkind: Componnet\nmetadata:\n  name: a\n") + spec
                                          << u"/kind"_s << 2 << u"kind: Component"_s;
        QTest::newRow("nothing near") << QByteArray("apiVersion: backstage.io/v1alpha1\nkind: Widget\nmetadata:\n  name: a\n") + spec
                                      << u"/kind"_s << 2 << u"--allow-kind Widget"_s;
        QTest::newRow("placeholder") << QByteArray("apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: {{ name }}\n") + spec
                                     << u"/metadata/name"_s << 4 << u"in quotes: \"{{ name }}\""_s;
        QTest::newRow("skeleton") << QByteArray("apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: ${{ values.x }}\n") + spec
                                  << u"/metadata/name"_s << 4 << u"called \"skeleton\""_s;
        QTest::newRow("windows") << head + spec + "  note:\n    $text: .\\docs\\a.txt\n" << u"/spec/note/$text"_s << 10
                                 << u"write \"./docs/a.txt\""_s;
        QTest::newRow("text") << head + spec + "  note:\n    $text: ./gone\n" << u"/spec/note/$text"_s << 10 << u"relative to this"_s;
    }

    void saysWhatToWriteInstead()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, field);
        QFETCH(int, line);
        QFETCH(QString, remedy);
        const LintedFile linted = lintText(text);
        QCOMPARE(linted.documents.size(), 1U);
        QVERIFY(!linted.documents[0].verdict.valid);
        const Violation &first = linted.documents[0].verdict.violations.at(0);
        QCOMPARE(first.field, field);
        QCOMPARE(first.line, line);
        QVERIFY2(first.message.contains(remedy), qPrintable(first.message));
    }

    /// What is missing, or no text at all, needs not be told of its letters as well.
    void saysOfOneFieldOneThing_data()
    {
        QTest::addColumn<QByteArray>("metadata");
        QTest::newRow("missing") << QByteArray("{}");
        QTest::newRow("a number") << QByteArray("{name: 5}");
        QTest::newRow("empty") << QByteArray("{name: a, namespace: ''}");
    }

    void saysOfOneFieldOneThing()
    {
        QFETCH(QByteArray, metadata);
        const LintedFile linted = lintText("apiVersion: backstage.io/v1alpha1\nkind: System\nmetadata: " + metadata + "\nspec: {owner: o}\n");
        QVERIFY(!linted.documents.at(0).verdict.valid);
        QCOMPARE(linted.documents.at(0).verdict.violations.size(), 1U);
    }

    void referencesAreToldButDoNotRefuse()
    {
        const LintedFile linted = lintText(
            "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {name: a}\nspec:\n  type: x\n  lifecycle: x\n  owner: o\n"
            "  dependsOn: [db]\n");
        QVERIFY(linted.documents[0].verdict.valid);
        QCOMPARE(linted.documents[0].verdict.violations.at(0).field, u"/spec/dependsOn/0"_s);
        QVERIFY(linted.documents[0].verdict.violations.at(0).message.contains(u"component:db"_s));
        QVERIFY(!linted.isGood());
    }

    /// A check that did not look at a file may not call it good.
    void whatCannotBeReadIsTold()
    {
        const LintedFile linted = lint({ m_dir.filePath(u"catalog-info.yaml"_s), {}, u"Permission denied"_s }, {});
        QVERIFY(!linted.isGood());
        QCOMPARE(linted.failures.at(0).rule, u"Unreadable"_s);
        QVERIFY(linted.failures.at(0).message.contains(u"Permission denied"_s));

        put(u"closed/catalog-info.yaml"_s, "kind: System\n");
        put(u"closed/other.yaml"_s, "kind: System\n");
        for (const QString &name : { u"closed/catalog-info.yaml"_s, u"closed/other.yaml"_s })
            QVERIFY(QFile::setPermissions(m_dir.filePath(name), QFileDevice::WriteOwner));
        if (QFile file(m_dir.filePath(u"closed/other.yaml"_s)); file.open(QIODevice::ReadOnly))
            QSKIP("root reads everything");
        const auto found = findDescriptors(m_dir.filePath(u"closed"_s));
        QCOMPARE(found.size(), 1U);
        QVERIFY(!found[0].error.isEmpty());
    }

    void saysWhyItIsNoDescriptor_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("remedy");
        const QByteArray good = "apiVersion: backstage.io/v1alpha1\nkind: System\nmetadata: {name: a}\n";
        const QByteArray sides = "<<<<<<< HEAD\nspec: {owner: a}\n=======\nspec: {owner: b}\n>>>>>>> theirs\n";
        QTest::newRow("two versions") << good + sides << 4 << u"`<<<<<<<`"_s;
        QTest::newRow("two versions of all") << QByteArray("<<<<<<< HEAD\n" + good + "=======\n>>>>>>> theirs\n") << 1 << u"`<<<<<<<`"_s;
        QTest::newRow("in the second document") << good + "spec: {owner: a}\n---\n" + good + sides << 9 << u"`<<<<<<<`"_s;
        QTest::newRow("a list") << QByteArray("- apiVersion: backstage.io/v1alpha1\n") << 1 << u"\"---\" between"_s;
        QTest::newRow("UTF-16") << QByteArray("\xff\xfek\0i\0n\0d\0", 10) << 1 << u"UTF-8"_s;
    }

    void saysWhyItIsNoDescriptor()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, line);
        QFETCH(QString, remedy);
        const LintedFile linted = lintText(text);
        QCOMPARE(linted.failures.size(), 1U);
        QCOMPARE(linted.failures[0].at.line, line);
        QVERIFY2(linted.failures[0].message.contains(remedy), qPrintable(linted.failures[0].message));
    }

    void aPathWithNulIsNoFile()
    {
        QTest::failOnWarning();
        put(u"nul/.git/HEAD"_s, "ref: refs/heads/main\n");
        put(u"nul/a"_s, "what Qt would read of it");
        const LintedFile linted = lint({ m_dir.filePath(u"nul/catalog-info.yaml"_s),
                                           "apiVersion: backstage.io/v1alpha1\nkind: System\nmetadata: {name: a}\nspec:\n  owner: o\n"
                                           "  note: {$text: \"./a\\0b\"}\n" },
            {});
        QCOMPARE(linted.documents.at(0).verdict.violations.at(0).rule, u"$text"_s);
    }

    void whatIsNotReadRefusesNothing()
    {
        const LintedFile linted = lintText(
            "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: a\n  tags: [{$text: \"https://example.com/tag\"}]\n"
            "spec:\n  type: x\n  lifecycle: x\n  owner: o\n");
        QVERIFY(linted.isGood());
    }

    void tellsDocumentsApart()
    {
        const LintedFile linted = lintText("---\n# only a comment\n---\n[]\n---\na: [\n---\nkind: Component\n");
        QCOMPARE(linted.failures.size(), 2U);
        QCOMPARE(linted.failures[0].rule, u"NotAnObject"_s);
        QCOMPARE(linted.failures[0].document, 1);
        QCOMPARE(linted.failures[1].rule, u"Yaml"_s);
        QCOMPARE(linted.documents.size(), 1U);
        QCOMPARE(linted.documents[0].document, 3);
    }
};

QTEST_GUILESS_MAIN(TestLint)
#include "tst_lint.moc"
