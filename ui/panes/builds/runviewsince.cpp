// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What changed since the last good run.
#include "ui/panes/builds/runview.h"

#include "models/builds/runstory.h"
#include "models/items/buildwording.h"
#include "ui/kit/outward.h"
#include "ui/kit/sentences.h"
#include "ui/kit/theme.h"
#include "ui/kit/times.h"
#include "ui/kit/widgets.h"
#include "ui/panes/builds/buildlook.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QTreeView>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;
using builds::noRun;
using builds::RunRow;
using items::BuildWording;

void RunView::lookBack()
{
    const builds::RunIndexPtr index = m_runs.index();
    const RunRow row = index->findKey(m_key);
    const RunRow good = row == noRun || !builds::isBroken(m_run.state) ? noRun : builds::lastGoodBefore(*index, row);
    if (good == noRun || index->run(good).commit == 0 || m_run.commit.isEmpty() || index->run(good).commit == index->run(row).commit) {
        m_since->hide();
        return;
    }
    const QString from = index->text(index->run(good).commit).toString();
    m_compareUrl = builds::compareUrl(m_run.url, from, m_run.commit);
    m_compare->setVisible(!m_compareUrl.isEmpty());
    m_sinceTitle->setText(tr("Since the last pass, %1").arg(BuildWording::number(*index, good)));
    m_commitItems.clear();
    m_commits->hide();
    m_since->setVisible(!m_compareUrl.isEmpty());
    const auto record = m_context.workspace.mirror().record(QString(domain::recordtype::buildRun), index->key(good));
    const auto lastGood = record ? domain::BuildRun::fromRecord(*record) : domain::BuildRun();
    m_pool.start([this, asked = m_asked, lastGood, from, to = m_run.commit, url = m_run.url, &mirror = m_context.workspace.mirror()] {
        Background found;
        std::vector<domain::CloneState> clones;
        for (const domain::Record &record : mirror.records(QString(domain::recordtype::clone)).value_or(std::vector<domain::Record>()))
            clones.push_back(domain::CloneState::fromRecord(record));
        if (const domain::CloneState *clone = builds::cloneOf(clones, url)) {
            if (auto commits = builds::commitsBetween(clone->path, from, to)) {
                found.hasClone = true;
                found.commits = *std::move(commits);
            }
        }
        QMetaObject::invokeMethod(this, [this, asked, lastGood, found = std::move(found)] {
            if (asked == m_asked)
                take(found, lastGood);
        }, Qt::QueuedConnection);
    });
}

/// A clone says most and costs nothing; where there is none that has both commits, the host is asked.
void RunView::take(const Background &found, const domain::BuildRun &good)
{
    if (found.hasClone)
        return showCommits(found.commits);
    if (good.commit.isEmpty())
        return;
    m_context.workspace.buildCommits(m_connection, good, m_run, this, [this, asked = m_asked](const domain::Result<std::vector<domain::BuildCommit>> &commits) {
        if (asked != m_asked)
            return;
        if (commits)
            return showCommits(*commits);
        // Hosts that do not tell have their own page, or nothing.
        if (commits.error().code != domain::ErrorCode::Unsupported)
            addToSince(sentenceText(commits.error()));
    });
}

/// Instead of what was added before: a run that moves on is looked back from once more.
void RunView::addToSince(const QString &text)
{
    static const QString between = u" · "_s;
    m_sinceTitle->setText(m_sinceTitle->text().section(between, 0, 0) + between + text);
}

void RunView::showCommits(const std::vector<domain::BuildCommit> &commits)
{
    // Nobody tells of the files that the host's commits touch.
    const bool hasPaths = std::ranges::any_of(commits, [](const domain::BuildCommit &commit) { return !commit.paths.isEmpty(); });
    m_commitItems.clear();
    m_commitItems.setHorizontalHeaderLabels({ tr("Commit"), tr("Subject"), tr("Author"), tr("Files") });
    for (const domain::BuildCommit &commit : commits) {
        QList<QStandardItem *> items { new QStandardItem(shortId(commit.id)), new QStandardItem(commit.subject), new QStandardItem(commit.author), new QStandardItem(commit.paths.join(u", "_s)) };
        for (QStandardItem *item : std::as_const(items))
            item->setToolTip(commit.at.isValid() ? commit.id + u'\n' + exactTime(commit.at) : commit.id);
        items.first()->setData(commit.id, items::RefRole);
        m_commitItems.appendRow(items);
    }
    addToSince(tr("%n commit(s)", nullptr, int(commits.size())));
    m_commits->setColumnHidden(3, !hasPaths);
    m_commits->header()->resizeSection(0, Theme::of(this).scaled(84));
    m_commits->header()->resizeSection(1, Theme::of(this).scaled(300));
    m_commits->show();
    m_since->show();
}

QUrl RunView::commitPage() const
{
    return builds::commitUrl(m_run.url, m_commits->currentIndex().siblingAtColumn(0).data(items::RefRole).toString());
}

void RunView::openCommit()
{
    if (const QUrl page = commitPage(); !page.isEmpty())
        m_context.outward.browse(page);
}

void RunView::copyCommit() const
{
    const QModelIndex at = m_commits->currentIndex().siblingAtColumn(0);
    if (!at.isValid())
        return;
    QStringList said { at.data(items::RefRole).toString() };
    for (const int column : { 1, 2 }) // Its subject and who wrote it.
        said += at.siblingAtColumn(column).data().toString();
    QGuiApplication::clipboard()->setText(said.join(u'\t'));
}

} // namespace callboard::ui::panes
