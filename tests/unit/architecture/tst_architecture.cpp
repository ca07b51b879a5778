// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Holds the tree against the table of layers in docs/architecture.md: CMake's own target graph, and every #include.
#include "tests/unit/architecture/layertable.h"
#include "tests/unit/architecture/targetgraph.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const auto sourceDir = QString::fromUtf8(CALLBOARD_SOURCE_DIR);
const QStringList layeredFolders { u"models"_s, u"plugins"_s, u"resources"_s, u"ui"_s, u"app"_s };

QString readText(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

bool isLayered(const QString &path)
{
    return layeredFolders.contains(path.section(u'/', 0, 0));
}

} // namespace

class TestArchitecture final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void tableListsLowerRowsFirst();
    void everyTargetIsInTheTable();
    void linksPointDown();
    void includesPointDown();
    void integrationsLinkTheSdkOnly();
    void commandLineHasNoWindow();
    void wrongArrowIsFound();

private:
    QStringList upwardLinks(const std::vector<CMakeTarget> &targets) const;
    const LayerTable::Row *rowOf(const CMakeTarget &target) const;

    LayerTable m_table;
    std::vector<CMakeTarget> m_targets;
};

void TestArchitecture::initTestCase()
{
    QTest::failOnWarning();
    m_table = LayerTable::fromMarkdown(readText(sourceDir + "/docs/architecture.md"_L1));
    QVERIFY2(m_table.rows().size() > 10, "docs/architecture.md has no table of layers");
    for (auto &target : readTargets(QString::fromUtf8(CALLBOARD_BINARY_DIR))) {
        if (isLayered(target.folder) && target.type != "UTILITY"_L1)
            m_targets.push_back(std::move(target));
    }
    QVERIFY2(!m_targets.empty(), "CMake left no codemodel in the build folder");
}

void TestArchitecture::tableListsLowerRowsFirst()
{
    QCOMPARE(m_table.mistakes().join(u'\n'), QString());
}

/// An integration's target is named like its folder; all others are named in the table.
const LayerTable::Row *TestArchitecture::rowOf(const CMakeTarget &target) const
{
    if (const auto *row = m_table.rowOfTarget(target.name))
        return row;
    const bool isIntegration = target.type == "MODULE_LIBRARY"_L1
        && target.folder.startsWith("plugins/"_L1);
    return isIntegration ? m_table.rowOfPath(target.folder) : nullptr;
}

void TestArchitecture::everyTargetIsInTheTable()
{
    QStringList unknown;
    for (const auto &target : m_targets) {
        // Qt splits a resource library into object libraries of its own making.
        if (target.type != "OBJECT_LIBRARY"_L1 && !rowOf(target))
            unknown.append(target.name + " in "_L1 + target.folder);
    }
    QCOMPARE(unknown.join(u'\n'), QString());
}

QStringList TestArchitecture::upwardLinks(const std::vector<CMakeTarget> &targets) const
{
    QStringList found;
    for (const auto &target : targets) {
        const auto *from = rowOf(target);
        if (!from)
            continue;
        const auto below = m_table.foldersBelow(*from);
        for (const auto &name : target.dependencies) {
            const auto *to = m_table.rowOfTarget(name);
            if (to && to != from && !below.contains(to->folder))
                found.append(target.name + " -> "_L1 + name);
        }
    }
    return found;
}

void TestArchitecture::linksPointDown()
{
    QCOMPARE(upwardLinks(m_targets).join(u'\n'), QString());
}

void TestArchitecture::includesPointDown()
{
    static const QRegularExpression include(
        u"^#include \"([a-z]+/[^\"]+)\""_s, QRegularExpression::MultilineOption);
    QStringList upward;
    for (const auto &top : layeredFolders) {
        QDirIterator files(sourceDir + u'/' + top, { u"*.h"_s, u"*.cpp"_s }, QDir::Files,
            QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const auto path = files.next().sliced(sourceDir.size() + 1);
            const auto *from = m_table.rowOfPath(path);
            QVERIFY2(from, qPrintable(path + " is in no layer"_L1));
            const auto below = m_table.foldersBelow(*from);
            const auto text = readText(files.filePath());
            for (const auto &match : include.globalMatch(text)) {
                const auto *to = m_table.rowOfPath(match.captured(1));
                const bool sameLayer = to == from
                    && path.section(u'/', 0, 1) == match.captured(1).section(u'/', 0, 1);
                if (to && !sameLayer && !below.contains(to->folder))
                    upward.append(path + " includes "_L1 + match.captured(1));
            }
        }
    }
    QCOMPARE(upward.join(u'\n'), QString());
}

void TestArchitecture::integrationsLinkTheSdkOnly()
{
    const QSet<QString> allowed { u"callboard_sdk"_s, u"callboard_domain"_s };
    int integrations = 0;
    for (const auto &target : m_targets) {
        // A part of a program that is loaded late is in the table; an integration is not.
        if (target.type != "MODULE_LIBRARY"_L1 || m_table.rowOfTarget(target.name))
            continue;
        ++integrations;
        for (const auto &name : target.dependencies) {
            if (m_table.rowOfTarget(name))
                QVERIFY2(allowed.contains(name), qPrintable(target.name + " links "_L1 + name));
        }
    }
    QVERIFY(integrations > 0);
}

void TestArchitecture::commandLineHasNoWindow()
{
    for (const QString &name : { u"callboardctl"_s, u"callboardctl_commands"_s }) {
        const auto program = std::ranges::find(m_targets, name, &CMakeTarget::name);
        QVERIFY2(program != m_targets.end(), qPrintable(name));
        QVERIFY(program->linkLine.contains("Qt6Core"_L1));
        QVERIFY2(!program->linkLine.contains("Qt6Widgets"_L1), qPrintable(program->linkLine));
        QVERIFY2(!program->linkLine.contains("Qt6Gui"_L1), qPrintable(program->linkLine));
    }
}

/// The checks above see a wrong arrow when there is one.
void TestArchitecture::wrongArrowIsFound()
{
    const CMakeTarget domain { u"callboard_domain"_s, u"STATIC_LIBRARY"_s, u"models/domain"_s,
        { u"callboard_mirror"_s }, {} };
    const CMakeTarget plugin { u"folder"_s, u"MODULE_LIBRARY"_s, u"plugins/folder"_s,
        { u"callboard_sdk"_s, u"callboard_sync"_s }, {} };
    const QStringList expected { u"callboard_domain -> callboard_mirror"_s,
        u"folder -> callboard_sync"_s };
    QCOMPARE(upwardLinks({ domain, plugin }), expected);
}

QTEST_GUILESS_MAIN(TestArchitecture)
#include "tst_architecture.moc"
