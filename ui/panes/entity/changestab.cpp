// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/entity/changestab.h"

#include "models/items/changewording.h"
#include "ui/kit/diffview.h"
#include "ui/kit/times.h"
#include "ui/kit/widgets.h"
#include "ui/panes/entity/celltable.h"
#include "ui/panes/entity/pagedata.h"

#include <QItemSelectionModel>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>
#include <tuple>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;
using items::ChangeWording;
using items::EntityDiff;
using mirror::Version;

namespace {

    constexpr int shownVersions = 7; ///< Rows of the list before it scrolls.
    constexpr int diffHeight = 260;
    constexpr size_t mostDescribed = 500;
    const QString sidesKey = u"history.sideBySide"_s;

    /// The entity as a version has it; nothing for one that removed it.
    std::optional<domain::Entity> entityOf(const mirror::Mirror &mirror, const Version *version)
    {
        if (!version || version->removed)
            return std::nullopt;
        auto entity = mirror.versionBody(version->id);
        return entity ? std::optional(*std::move(entity)) : std::nullopt;
    }

    const domain::Entity *pointerTo(const std::optional<domain::Entity> &entity) { return entity ? &*entity : nullptr; }

    QString iconOf(mirror::ChangeKind kind)
    {
        switch (kind) {
        case mirror::ChangeKind::Added:
        case mirror::ChangeKind::Returned: return u"plus"_s;
        case mirror::ChangeKind::Removed: return u"close"_s;
        case mirror::ChangeKind::Relations: return u"graph"_s;
        case mirror::ChangeKind::Body: break;
        }
        return u"history"_s;
    }

} // namespace

struct ChangesTab::Comparison {
    quint64 shown = 0;
    std::pair<qint64, qint64> versions;
    EntityDiff diff;
};

ChangesTab::ChangesTab(sync::Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_versions(new CellTable)
    , m_summary(new TextLabel({}, TextRole::Dense))
    , m_diff(new DiffView)
{
    m_pool.setMaxThreadCount(1);
    setAccessibleName(tr("Changes"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_versions->setScrolls(true);
    m_versions->setAccessibleName(tr("Versions"));
    m_versions->setAccessibleDescription(tr("One selected version is compared with the one before it, two with each other."));
    column->addWidget(m_versions);
    m_summary->setContentsMargins(10, 0, 10, 0);
    m_summary->setWordWrap(true);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    column->addWidget(m_summary);
    m_diff->setMinimumHeight(diffHeight);
    m_diff->setSideBySide(workspace.mirror().value(sidesKey).toBool(true));
    column->addWidget(m_diff, 1);
    connect(m_diff, &DiffView::sideBySideChanged, this, [this](bool on) { std::ignore = m_workspace.mirror().setValue(sidesKey, on); });
    connect(m_versions->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ChangesTab::onSelectionChanged);
}

ChangesTab::~ChangesTab()
{
    m_stop.request_stop();
}

void ChangesTab::show(const QString &ref, std::vector<Version> history)
{
    std::ranges::sort(history, std::greater {}, &Version::id);
    const bool sameEntity = ref == m_ref;
    const auto compared = sameEntity ? m_compared : std::pair<qint64, qint64>();
    m_stop.request_stop();
    m_stop = std::stop_source();
    ++m_shown;
    if (!sameEntity)
        m_sentences.clear();
    m_ref = ref;
    m_history = std::move(history);
    fillRows();
    describe();
    // The latest change by itself; where nothing has changed yet, what was first seen.
    selectAgain(compared);
}

void ChangesTab::fillRows()
{
    m_filling = true;
    std::vector<CellRow> rows;
    for (const Version &version : m_history) {
        Cell when;
        when.text = relativeTime(version.at);
        when.toolTip = exactTime(version.at);
        when.look = Cell::Look::Secondary;
        Cell what;
        what.icon = iconOf(version.kind);
        what.text = version.before == 0 ? tr("First seen") : ChangeWording::kind(version.kind);
        if (const QString sentence = m_sentences.value(version.id); !sentence.isEmpty())
            what.text = sentence;
        what.toolTip = what.text;
        Cell source;
        source.text = connectionName(m_workspace, version.connectionId);
        source.look = Cell::Look::Secondary;
        rows.push_back({ what, source, when });
    }
    m_versions->setRows({ tr("What changed"), tr("Source"), tr("When") }, std::move(rows), { 1, 0, 0 });
    m_versions->setShownRows(std::min(int(m_history.size()), shownVersions));
    m_versions->setFixedHeight(std::max(1, m_versions->heightOfRows()));
    m_filling = false;
}

/// Says of each version what it changed, in a line.
void ChangesTab::describe()
{
    m_pool.start([this, history = m_history, known = m_sentences, shown = m_shown, stop = m_stop.get_token()] {
        QHash<qint64, QString> sentences;
        for (size_t i = 0; i < std::min(history.size(), mostDescribed) && !stop.stop_requested(); ++i) {
            const Version &version = history[i];
            const auto before = std::ranges::find(history, version.before, &Version::id);
            if (known.contains(version.id) || version.removed || before == history.end() || before->removed)
                continue;
            const auto was = entityOf(m_workspace.mirror(), &*before);
            const auto is = entityOf(m_workspace.mirror(), &version);
            if (was && is)
                sentences.insert(version.id, ChangeWording::summary(EntityDiff::summaryOf(&*was, &*is)));
        }
        if (sentences.isEmpty() || stop.stop_requested())
            return;
        QMetaObject::invokeMethod(this, [this, sentences, shown] {
            if (shown != m_shown)
                return;
            const auto compared = m_compared;
            m_sentences.insert(sentences);
            fillRows();
            selectAgain(compared);
        }, Qt::QueuedConnection);
    });
}

void ChangesTab::select(qint64 version)
{
    if (m_history.empty())
        return;
    auto at = std::ranges::find(m_history, version, &Version::id);
    if (at == m_history.end())
        at = m_history.begin();
    const QModelIndex index = m_versions->model()->index(int(at - m_history.begin()), 0);
    m_versions->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_versions->scrollTo(index);
}

/// Both of two that were compared with each other: nobody who looks at them asked for another comparison, whatever a pull brought.
void ChangesTab::selectAgain(const std::pair<qint64, qint64> &compared)
{
    select(compared.second);
    const Version *after = version(compared.second);
    const auto before = std::ranges::find(m_history, compared.first, &Version::id);
    if (!after || compared.first == after->before || before == m_history.end())
        return;
    const QModelIndex index = m_versions->model()->index(int(before - m_history.begin()), 0);
    m_versions->selectionModel()->select(index, QItemSelectionModel::Select | QItemSelectionModel::Rows);
}

void ChangesTab::onSelectionChanged()
{
    if (m_filling)
        return;
    const QModelIndexList rows = m_versions->selectionModel()->selectedRows();
    if (rows.isEmpty() || rows.size() > 2)
        return;
    std::vector<size_t> chosen;
    for (const QModelIndex &row : rows)
        chosen.push_back(size_t(row.row()));
    std::ranges::sort(chosen); // The later version stands above.
    const Version &after = m_history[chosen.front()];
    compare(chosen.size() == 2 ? m_history[chosen.back()].id : after.before, after.id);
}

void ChangesTab::compare(qint64 before, qint64 after)
{
    m_compared = { before, after };
    const Version *from = version(before), *to = version(after);
    m_pool.start([this, from = from ? std::optional(*from) : std::nullopt, to = to ? std::optional(*to) : std::nullopt,
                     versions = m_compared, shown = m_shown, stop = m_stop.get_token()] {
        if (stop.stop_requested())
            return;
        const auto was = entityOf(m_workspace.mirror(), from ? &*from : nullptr);
        const auto is = entityOf(m_workspace.mirror(), to ? &*to : nullptr);
        Comparison comparison { shown, versions, EntityDiff::of(pointerTo(was), pointerTo(is)) };
        QMetaObject::invokeMethod(
            this, [this, comparison = std::move(comparison)] { take(comparison); }, Qt::QueuedConnection);
    });
}

void ChangesTab::take(const Comparison &comparison)
{
    if (comparison.shown != m_shown || comparison.versions != m_compared)
        return;
    const auto &[before, after] = comparison.versions;
    const Version *to = version(after);
    QString said;
    if (to && to->removed)
        said = tr("Removed from %1.").arg(connectionName(m_workspace, to->connectionId));
    else if (before == 0)
        said = m_history.size() == 1 ? tr("First seen %1. Nothing has changed since.").arg(relativeTime(to ? to->at : QDateTime()))
                                     : tr("As it was first seen.");
    else
        said = ChangeWording::summary(comparison.diff, 3);
    m_summary->setText(said.isEmpty() ? tr("These two versions say the same.") : said);
    m_diff->setDiff(comparison.diff.text, titleOf(before), titleOf(after));
    Q_EMIT compared();
}

const Version *ChangesTab::version(qint64 id) const
{
    const auto found = std::ranges::find(m_history, id, &Version::id);
    return found == m_history.end() ? nullptr : &*found;
}

QString ChangesTab::titleOf(qint64 id) const
{
    const Version *found = version(id);
    if (!found)
        return tr("Not there");
    const QString at = QLocale().toString(found->at.toLocalTime(), QLocale::ShortFormat);
    const QString title = tr("%1, %2").arg(at, connectionName(m_workspace, found->connectionId));
    return found->removed ? tr("%1 (removed)").arg(title) : title;
}

} // namespace callboard::ui::panes
