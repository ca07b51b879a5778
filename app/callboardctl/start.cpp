// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The program itself. What looks at files alone is in here; everything else is in a library of commands, loaded when one of them is
// asked for: a mirror and a network cost four times what the start of a check does, and a hook runs that on every commit.
#include "app/callboardctl/commands.h"

#include <QCoreApplication>
#include <QLibrary>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace callboard::ctl {

namespace {

using Run = int (*)(const QStringList &arguments);

/// Where it was built or installed; null where it is not.
Run loadCommands()
{
    const QString program = QCoreApplication::applicationDirPath();
    for (const QString &folder : { u"/../lib"_s, u"/../" CALLBOARD_LIBDIR ""_s }) {
        if (const auto run = QLibrary::resolve(program + folder + u"/callboardctl/commands.so"_s, "callboardctlRun"))
            return reinterpret_cast<Run>(run);
    }
    return nullptr;
}

/// `COMMAND --help`, wherever it stands, is `help COMMAND`.
QStringList helpFirst(const QStringList &arguments)
{
    const qsizetype end = arguments.indexOf("--"_L1);
    const bool asked = arguments.first(end < 0 ? arguments.size() : end).contains("--help"_L1);
    if (!asked || arguments.first() == "--help"_L1)
        return arguments;
    return { u"help"_s, arguments.first() };
}

int start(const QStringList &given)
{
    const QStringList arguments = helpFirst(given);
    const QString name = arguments.value(0);
    if (name == "lint"_L1)
        return lint(arguments.mid(1));
    if (name == "catalog"_L1)
        return catalog(arguments.mid(1));
    if (name == "--version"_L1) {
        printLine(QCoreApplication::applicationVersion());
        return Good;
    }
    if (const Run run = loadCommands())
        return run(arguments);
    complain(u"callboardctl: its commands are not installed: there is no callboardctl/commands.so"_s);
    return UsageOrIo;
}

} // namespace

} // namespace callboard::ctl

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("callboard"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CALLBOARD_VERSION));
    const int status = callboard::ctl::start(QCoreApplication::arguments().mid(1));
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0)
        return status;
    callboard::ctl::complain(u"callboardctl: not all of it could be written"_s);
    return callboard::ctl::UsageOrIo;
}
