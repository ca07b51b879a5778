// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/circleci/circleciconnection.h"

#include "plugins/circleci/actions.h"
#include "plugins/circleci/detail.h"

#include <QCoreApplication>

namespace callboard::circleci {

using namespace Qt::StringLiterals;

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(CircleCI)
};
}

CircleCiConnection::CircleCiConnection(const QJsonObject &settings)
    : m_host(settings)
    , m_builds(m_host)
{
}

std::unique_ptr<sdk::Feed> CircleCiConnection::feed(const QString &feedId)
{
    return feedId == "builds"_L1 ? std::make_unique<sdk::ProjectBuildsFeed>(m_builds) : nullptr;
}

sdk::Result<QString> CircleCiConnection::principal(sdk::PullContext &context)
{
    const auto person = m_host.person(context);
    if (!person)
        return std::unexpected(person.error());
    return person->login + u'@' + (*m_host.api())->name();
}

sdk::Result<std::vector<sdk::SignInMethod>> CircleCiConnection::signInMethods(sdk::PullContext &)
{
    const auto api = m_host.api();
    if (!api)
        return std::unexpected(api.error());
    return std::vector { sdk::SignInMethod { u"token"_s, Words::tr("With a personal API token"), sdk::SignInMethod::Kind::Token, u"token"_s, {}, {} } };
}

sdk::Result<sdk::ProbeReport> CircleCiConnection::probe(sdk::PullContext &context)
{
    const auto person = m_host.person(context);
    if (!person)
        return std::unexpected(person.error());
    const QString name = person->name.isEmpty() ? person->login : person->name;
    return sdk::ProbeReport { person->login, Words::tr("%1 at %2.").arg(name, (*m_host.api())->name()), {}, {} };
}

sdk::Result<sdk::ActionAnswer> CircleCiConnection::act(const sdk::ActionRequest &request, sdk::PullContext &context)
{
    return circleci::act(m_host, request, context);
}

sdk::Result<sdk::Permission> CircleCiConnection::mayAct(const sdk::ActionRequest &request, sdk::PullContext &)
{
    return circleci::mayAct(request);
}

sdk::Result<std::vector<sdk::FormField>> CircleCiConnection::actionForm(const sdk::ActionRequest &request, sdk::PullContext &context)
{
    return circleci::actionForm(m_host, request, context);
}

sdk::Result<domain::BuildDetail> CircleCiConnection::buildDetail(const domain::BuildRun &run, sdk::PullContext &context)
{
    return circleci::buildDetail(m_host, run, context);
}

sdk::Result<bool> CircleCiConnection::buildLog(const domain::BuildRun &run, const domain::BuildJob &job, qint64 from,
    const std::function<bool(QByteArrayView)> &onData, sdk::PullContext &context)
{
    return circleci::buildLog(m_host, run, job, from, onData, context);
}

} // namespace callboard::circleci
