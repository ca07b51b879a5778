// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callboardctl/workspaceaccess.h"
#include "app/callboardctl/workspacecommands.h"
#include "models/sync/connectionstore.h"
#include "models/sync/pluginhost.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>

namespace callboard::ctl {

using namespace Qt::StringLiterals;

namespace {

using State = sync::IntegrationInfo::State;

/// What was looked at, in order.
class Findings final {
public:
    void good(const QString &what, const QString &detail) { add(what, true, detail); }
    void bad(const QString &what, const QString &detail) { add(what, false, detail); }
    bool allGood() const { return m_good; }
    const QJsonArray &list() const { return m_list; }

private:
    void add(const QString &what, bool good, const QString &detail)
    {
        m_list.append(QJsonObject { { u"what"_s, what }, { u"good"_s, good }, { u"detail"_s, detail } });
        m_good = m_good && good;
    }
    QJsonArray m_list;
    bool m_good = true;
};

QString nameOf(State state)
{
    switch (state) {
    case State::Available: return u"available"_s;
    case State::Loaded: return u"loaded"_s;
    case State::DisabledByUser: return u"switched off"_s;
    case State::Refused: return u"refused"_s;
    case State::Failed: return u"failed"_s;
    case State::Suspected: return u"suspected"_s;
    }
    return {};
}

void lookAtIntegrations(Findings &findings, sync::PluginHost &host)
{
    const auto integrations = host.integrations();
    if (integrations.empty())
        findings.bad(u"integrations"_s, u"none found in %1"_s.arg(sync::PluginHost::defaultDirectories().join(u", "_s)));
    for (const sync::IntegrationInfo &info : integrations) {
        const bool good = info.state == State::Available || info.state == State::Loaded || info.state == State::DisabledByUser;
        QString detail = (info.version.isEmpty() ? QString() : QString(info.version + u' ')) + nameOf(info.state);
        if (!info.reason.isEmpty())
            detail += u": "_s + info.reason;
        if (info.state == State::Suspected)
            detail += u" (\"callboardctl doctor --trust %1\" lets it load again)"_s.arg(info.id);
        const QString what = u"integration "_s + info.id;
        good ? findings.good(what, detail) : findings.bad(what, detail);
    }
}

void lookAtMirror(Findings &findings, const QString &directory)
{
    const QFileInfo file(directory + u"/mirror.sqlite"_s);
    if (!file.exists()) {
        findings.good(u"mirror"_s, u"none yet in %1"_s.arg(directory));
        return;
    }
    if (file.permissions() & (QFile::ReadGroup | QFile::ReadOther))
        findings.bad(u"permissions"_s, u"%1 can be read by others"_s.arg(file.filePath()));
    mirror::Mirror::Options options;
    options.readOnly = true;
    const auto mirror = mirror::Mirror::open(directory, options);
    if (!mirror) {
        findings.bad(u"mirror"_s, u"%1: %2"_s.arg(domain::name(mirror.error().code), mirror.error().detail));
        return;
    }
    // Reading every body finds a damaged page as surely as SQLite's own check, and a damaged body too.
    qsizetype read = 0;
    const auto visited = (*mirror)->forEachEntity({}, [&](const domain::Entity &entity) {
        read += !entity.body.isEmpty();
        return true;
    });
    const qsizetype listed = (*mirror)->snapshot()->size();
    if (!visited)
        findings.bad(u"mirror"_s, visited.error().detail);
    else if (read != listed)
        findings.bad(u"mirror"_s, u"%1 entities are listed, %2 can be read"_s.arg(listed).arg(read));
    else
        findings.good(u"mirror"_s, u"%1 entities, %2 bytes in %3"_s.arg(listed).arg((*mirror)->bytesOnDisk()).arg(directory));

    const auto states = (*mirror)->feedStates();
    for (const mirror::FeedState &state : states.value_or(std::vector<mirror::FeedState>())) {
        const QString what = u"feed %1 %2"_s.arg(state.connectionId, state.feedId);
        if (state.lastError)
            findings.bad(what, u"%1: %2"_s.arg(domain::name(state.lastError->code), state.lastError->detail));
        else
            findings.good(what, u"pulled at "_s + state.lastSuccess.toUTC().toString(Qt::ISODate));
    }
}

void lookAtConnections(Findings &findings, const QString &directory, const sync::PluginHost &host)
{
    const auto connections = sync::ConnectionStore(directory).load();
    if (!connections) {
        findings.bad(u"connections"_s, connections.error().detail);
        return;
    }
    for (const sync::ConnectionInfo &info : connections->connections) {
        const QString what = u"connection "_s + info.id;
        if (host.integration(info.integrationId))
            findings.good(what, info.name + (info.paused ? u", paused"_s : QString()));
        else
            findings.bad(what, u"its integration \"%1\" is not here"_s.arg(info.integrationId));
    }
}

void lookAtSession(Findings &findings)
{
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    const bool bus = qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS") || (!runtime.isEmpty() && QFileInfo::exists(runtime + u"/bus"_s));
    findings.good(u"session bus"_s, bus ? u"there"_s : u"none: no keychain and no notifications in this session"_s);
    const bool display = qEnvironmentVariableIsSet("WAYLAND_DISPLAY") || qEnvironmentVariableIsSet("DISPLAY");
    findings.good(u"display"_s, display ? u"there"_s : u"none: the window cannot be opened in this session"_s);
}

} // namespace

ExitCode doctor(const QStringList &given)
{
    const Arguments arguments(given, {}, { u"workspace"_s, u"trust"_s });
    if (!arguments.error().isEmpty())
        return badUsage(arguments.error());
    const QString directory = workspaceDirectory(arguments);
    sync::PluginHost host({ sync::PluginHost::defaultDirectories(), directory, true });
    for (const QString &id : arguments.values(u"trust"_s))
        host.forgive(id);

    Findings findings;
    findings.good(u"version"_s, u"%1 on Qt %2, integration interface %3"_s.arg(
        QCoreApplication::applicationVersion(), QString::fromLatin1(qVersion())).arg(sdk::sdkMajor));
    lookAtIntegrations(findings, host);
    lookAtConnections(findings, directory, host);
    lookAtMirror(findings, directory);
    lookAtSession(findings);

    if (arguments.has(u"json"_s)) {
        printJson({ { u"good"_s, findings.allGood() }, { u"findings"_s, findings.list() } });
    } else {
        for (const QJsonValue &value : findings.list()) {
            const QJsonObject finding = value.toObject();
            printLine(u"%1 %2: %3"_s.arg(finding["good"_L1].toBool() ? u"  "_s : u"! "_s, finding["what"_L1].toString(), finding["detail"_L1].toString()));
        }
    }
    return findings.allGood() ? Good : ProblemsFound;
}

} // namespace callboard::ctl
