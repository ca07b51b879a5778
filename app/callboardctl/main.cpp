// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callboardctl/commands.h"

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
    };
    return table;
}

namespace {

void help()
{
    printLine(u"callboardctl COMMAND [--json]"_s);
    for (const Command &command : commands())
        printLine(u"  %1 %2\n      %3"_s.arg(command.name, command.arguments, command.summary));
    printLine(u"Exit status: 0 good, 1 problems found, 2 wrong usage or a file that cannot be read."_s);
}

ExitCode run(QStringList arguments)
{
    if (arguments.isEmpty())
        return badUsage(u"which command?"_s);
    const QString name = arguments.takeFirst();
    if (name == u"help" || name == u"--help" || name == u"-h") {
        help();
        return Good;
    }
    if (name == u"--version") {
        printLine(QCoreApplication::applicationVersion());
        return Good;
    }
    const auto all = commands();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Command &command) { return name == command.name; });
    return found == all.end() ? badUsage(u"there is no command \"%1\""_s.arg(name)) : found->run(arguments);
}

} // namespace

} // namespace callboard::ctl

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("callboard"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CALLBOARD_VERSION));
    return callboard::ctl::run(QCoreApplication::arguments().mid(1));
}
