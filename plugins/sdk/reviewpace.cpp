// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/sdk/reviewpace.h"

#include "plugins/sdk/hostjson.h"

namespace callboard::sdk {

using namespace Qt::StringLiterals;

namespace {

/// Short for a list, whatever its order.
QString markOf(QStringList texts)
{
    texts.sort();
    return fingerprintOf(texts);
}

QString markOf(const std::vector<HostedProject> &projects)
{
    QStringList texts;
    for (const HostedProject &project : projects)
        texts.append(project.name + u' ' + project.entityRefs.join(u' '));
    return markOf(std::move(texts));
}

} // namespace

ReviewPace::ReviewPace(const QJsonValue &before, const std::vector<HostedProject> &projects, const PullContext &context, const QDateTime &now)
    : m_before(before.toObject())
    , m_estate(markOf(projects))
    , m_now(now)
    , m_share(context.idleShare())
    , m_isWanted(context.isWanted())
{
}

bool ReviewPace::isDue(const QStringList &waiting) const
{
    const QDateTime asked = QDateTime::fromString(m_before["at"_L1].toString(), Qt::ISODate);
    const std::chrono::seconds every = m_before["busy"_L1].toBool() ? busyEvery : restEvery;
    // A clock that was set back is no reason to wait.
    const bool isTime = !asked.isValid() || asked > m_now || double(asked.secsTo(m_now)) * m_share >= double(every.count());
    return m_isWanted || isTime || m_before["waiting"_L1] != markOf(waiting) || m_before["projects"_L1] != m_estate;
}

QJsonObject ReviewPace::note(const QStringList &waiting, bool isBusy) const
{
    return { { u"at"_s, m_now.toString(Qt::ISODate) }, { u"busy"_s, isBusy }, { u"waiting"_s, markOf(waiting) }, { u"projects"_s, m_estate } };
}

} // namespace callboard::sdk
