// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callboardctl/commands.h"
#include "app/callboardctl/docscommands.h"
#include "app/callboardctl/workspacecommands.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace callboard::ctl {

using namespace Qt::StringLiterals;

std::span<const Command> commands()
{
    static constexpr std::array table {
        Command { "lint"_L1, "PATH… [--model default|alpha] [--allow-kind KIND]"_L1,
            "check descriptor files, and every descriptor under a folder"_L1, lint },
        Command { "catalog"_L1, "PATH [--roots | --all | --root FILE…] [--base-url URL] [--model default|alpha] [--allow-kind KIND]"_L1,
            "the processed catalog of a folder of repositories"_L1, catalog },
        Command { "docs"_L1,
            "search TERMS [--limit N] | list | show SITE [PATH] [--folder DIR] [--workspace DIR];"
            " build FOLDER [--site FOLDER… | --all]; relevance QUERIES.json FOLDER"_L1,
            "documentation of a workspace, or of the sites in a folder; the pages that such a folder has; which rank expected pages have"_L1, docs },
        Command { "query"_L1, "[TEXT | --filter a=b,c …] [--order-field F] [--fields F] [--limit N] [--workspace DIR]"_L1,
            "entities of a workspace, by the plain language or as entities/by-query"_L1, query },
        Command { "show"_L1, "REF [--workspace DIR]"_L1, "one entity, where it came from and when"_L1, show },
        Command { "history"_L1, "REF [--since TIME] [--diff VERSION VERSION | --diff VERSION] [--workspace DIR]"_L1,
            "every version of an entity that was ever mirrored, or what differs between two"_L1, history },
        Command { "changes"_L1, "[--since TIME] [--until TIME] [--owner REF | --mine | --entity REF] [--limit N] [--workspace DIR]"_L1,
            "what changed; TIME is a date, yesterday, or 7d, 12h (the last 7 days by default)"_L1, changes },
        Command { "map"_L1, "REF | --estate system|domain [--depth N] [--direction in|out|both] [--hide TYPE-OR-KIND …] [--implied] [--limit N] [--format dot|svg|json] [--workspace DIR]"_L1,
            "what an entity is related to, drawn: for Graphviz, as SVG, or as data"_L1, map },
        Command { "impact"_L1, "REF [--workspace DIR]"_L1, "what breaks if this does: who needs it, directly or through others"_L1, impact },
        Command { "path"_L1, "FROM TO [--hide TYPE …] [--workspace DIR]"_L1, "a shortest way between two entities over their relations"_L1, path },
        Command { "export"_L1, "[TEXT | --filter …] [--format csv|json|yaml] [--workspace DIR]"_L1,
            "whole entities of a workspace"_L1, exportEntities },
        Command { "api"_L1, "show FILE|REF | list [TERMS] | diff A B [--workspace DIR]"_L1,
            "what an API definition holds; operations, types and messages of all APIs; what changed from A to B, 1 when that breaks (REF@VERSION is one of an entity's versions)"_L1, api },
        Command { "builds"_L1, "list [--entity REF] [--state STATE] [--branch B] [--limit N] | show BUILD | log BUILD [JOB] [--workspace DIR]"_L1,
            "builds of all CI systems, newest first; the jobs of one; a job's log, which is then here offline"_L1, builds },
        Command { "insights"_L1, "own | org | catalog [--days N | --from DAY --to DAY] [--team REF] [--kind KIND] [--workspace DIR]"_L1,
            "what you used, what your organisation used, and how the catalog grew; the last 28 days by default"_L1, insightsOf },
        Command { "connect"_L1,
            "folder PATH | backstage URL | sample [--name NAME] [--set NAME=VALUE] [--token-stdin] [--sign-in guest|token|oauth] [--device] [--workspace DIR]"_L1,
            "adds a connection and pulls it; a token is read from standard input"_L1, connectSource },
        Command { "disconnect"_L1, "CONNECTION [--workspace DIR]"_L1, "removes a connection and all that it brought"_L1, disconnectSource },
        Command { "proxy"_L1, "login ADDRESS --user NAME --password-stdin | forget ADDRESS [--workspace DIR]"_L1,
            "keeps what a proxy that asks is told, in the keychain; the password is read from standard input"_L1, signInToProxy },
        Command { "sync"_L1, "[CONNECTION] [--workspace DIR] [--safe-mode]"_L1,
            "pulls one connection, or all: entities, requests, bytes, seconds, and how each feed went"_L1, syncSources },
        Command { "pull"_L1, "[CONNECTION] [--workspace DIR] [--safe-mode]"_L1, "the same as sync"_L1, syncSources },
        Command { "sources"_L1, "[--workspace DIR]"_L1,
            "the connections, how each of their feeds stands and when it runs next, and what was asked of hosts today"_L1, listSources },
        Command { "pause"_L1, "[CONNECTION] [--workspace DIR]"_L1,
            "stops what is read by the clock, of one connection or of all; what is here stays"_L1, pauseSources },
        Command { "resume"_L1, "[CONNECTION] [--workspace DIR]"_L1,
            "takes that back; each connection's own pause stays where all are meant"_L1, resumeSources },
        Command { "connections"_L1, "export FILE | import FILE [--workspace DIR]"_L1,
            "takes connections to another machine, without their secrets; - is standard output and input"_L1, moveConnections },
        Command { "doctor"_L1, "[--trust INTEGRATION] [--workspace DIR]"_L1,
            "looks for what is wrong with integrations and a workspace"_L1, doctor },
    };
    return table;
}

namespace {

const Command *find(const QString &name)
{
    const auto all = commands();
    const auto found = std::ranges::find(all, name, &Command::name);
    return found == all.end() ? nullptr : &*found;
}

ExitCode noSuch(const QString &name)
{
    return badUsage(u"there is no command \"%1\""_s.arg(name));
}

/// Of all commands, or of the one that is named.
ExitCode help(const QString &name)
{
    if (!name.isEmpty() && !find(name))
        return noSuch(name);
    printLine(u"callboardctl %1 [--json]"_s.arg(name.isEmpty() ? u"COMMAND"_s : name));
    for (const Command &command : commands()) {
        if (name.isEmpty() || name == command.name)
            printLine(u"  %1 %2\n      %3"_s.arg(command.name, QString::fromUtf8(command.arguments), QString::fromUtf8(command.summary)));
    }
    printLine(u"Exit status: 0 good, 1 problems found, 2 wrong usage or a file that cannot be read."_s);
    return Good;
}

ExitCode run(QStringList arguments)
{
    if (arguments.isEmpty())
        return badUsage(u"name a command"_s);
    const QString name = arguments.takeFirst();
    if (name == u"help" || name == u"--help" || name == u"-h")
        return help(arguments.value(0));
    if (name == u"--version") {
        printLine(QCoreApplication::applicationVersion());
        return Good;
    }
    const Command *command = find(name);
    return command ? command->run(arguments) : noSuch(name);
}

} // namespace

} // namespace callboard::ctl

/// What start.cpp calls: the application is there.
extern "C" Q_DECL_EXPORT int callboardctlRun(const QStringList &arguments)
{
    return callboard::ctl::run(arguments);
}
