// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/unit/hosts/hostcontext.h"

/// A Jenkins with the one job that an entity names.
namespace callboard::test {

using namespace Qt::StringLiterals;

inline const QString job = u"/job/ledger/job/api"_s;

inline domain::Record recordOf(const QString &id)
{
    domain::BuildRun run;
    run.id = id;
    run.project = u"ledger/api"_s;
    return run.toRecord();
}

inline std::unique_ptr<sdk::Connection> connection() { return connectTo({ { u"url"_s, u"https://ci.example.org"_s }, { u"user"_s, u"mira"_s } }); }

inline void serve(HostContext &server, const QJsonObject &served)
{
    server.secrets.insert(u"token"_s, u"11token"_s);
    server.asked = { { u"component:default/ledger-api"_s, { { u"jenkins.io/job-full-name"_s, u"ledger/api"_s } } } };
    server.on(u"GET "_s + job + u"/api/json", served);
}

} // namespace callboard::test
