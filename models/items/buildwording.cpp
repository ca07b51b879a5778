// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/buildwording.h"

#include <QLocale>

#include <cmath>

namespace callboard::items {

using namespace Qt::StringLiterals;
using domain::BuildState;

QString BuildWording::state(BuildState state)
{
    switch (state) {
    case BuildState::Unknown: return tr("unknown");
    case BuildState::Queued: return tr("queued");
    case BuildState::Waiting: return tr("waiting for approval");
    case BuildState::Running: return tr("running");
    case BuildState::Passed: return tr("passed");
    case BuildState::Failed: return tr("failed");
    case BuildState::Errored: return tr("errored");
    case BuildState::Cancelled: return tr("cancelled");
    case BuildState::Skipped: return tr("skipped");
    }
    return {};
}

QString BuildWording::duration(qint64 milliseconds)
{
    if (milliseconds < 0)
        return {};
    const qint64 seconds = (milliseconds + 500) / 1000;
    const auto two = [](qint64 number) { return u"%1"_s.arg(number, 2, 10, QChar(u'0')); };
    if (seconds < 60)
        return tr("%1s").arg(seconds);
    if (seconds < 3600)
        return tr("%1m %2s").arg(seconds / 60).arg(two(seconds % 60));
    if (seconds < 86'400)
        return tr("%1h %2m").arg(seconds / 3600).arg(two(seconds / 60 % 60));
    return tr("%1d %2h").arg(seconds / 86'400).arg(seconds / 3600 % 24);
}

QString BuildWording::number(const builds::RunIndex &index, builds::RunRow row)
{
    const auto &run = index.run(row);
    return run.number > 0 ? u'#' + QString::number(run.number) : index.text(run.id).toString();
}

QString BuildWording::cause(const QString &trigger, const QString &actor)
{
    if (actor.isEmpty())
        return trigger;
    return trigger.isEmpty() ? actor : tr("%1 by %2").arg(trigger, actor);
}

QString BuildWording::flakyPart(const builds::RunIndex &index, const builds::Flakiness::Part &part, bool withProject)
{
    const QString project = index.text(part.project).toString().section(u'/', -1);
    const QString pipeline = index.text(part.pipeline).toString();
    const QString name = !part.job.isEmpty() ? part.job : pipeline;
    if (name.isEmpty())
        return project;
    return withProject && !project.isEmpty() ? tr("%1 of %2", "a job, and its project").arg(name, project) : name;
}

QString BuildWording::percent(double part)
{
    return part < 0 ? QString() : tr("%1 %").arg(QLocale().toString(part * 100, 'f', part > 0.995 && part < 1 ? 1 : 0));
}

QString BuildWording::coverage(double percent)
{
    return tr("%1 %").arg(QLocale().toString(std::round(percent * 100) / 100, 'f', QLocale::FloatingPointShortest));
}

} // namespace callboard::items
