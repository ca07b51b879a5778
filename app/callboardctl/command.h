// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <span>

namespace callboard::ctl {

/// What the program's exit status says.
enum ExitCode {
    Good = 0,
    ProblemsFound = 1,
    UsageOrIo = 2,
};

/// One command, in a file of its own. `run` gets what follows the command's name.
struct Command {
    QLatin1StringView name;
    QLatin1StringView arguments; ///< As the help shows them.
    QLatin1StringView summary;
    ExitCode (*run)(const QStringList &arguments);
};

/// All commands, in the order of the help.
std::span<const Command> commands();

// Output. Results go to standard output, everything else to standard error. What is read in a terminal steers none: it may come from a server.
void printJson(const QJsonObject &value); ///< One value, on one line.
void printLine(const QString &line);
void complain(const QString &line);
QString harmless(QString text); ///< Each control that is no end of a line and no tab becomes U+FFFD, and each mark that turns what is read around.
ExitCode badUsage(const QString &what); ///< Complains and names the help.

// Command line arguments.

/// Splits arguments into options and the rest. `--name value` and `--name=value` both work; `--` ends options.
class Arguments final {
public:
    /// `flags` stand alone, `valued` take a value and may repeat. Includes `--json`, which every command knows.
    Arguments(const QStringList &given, const QStringList &flags, const QStringList &valued);

    const QString &error() const { return m_error; } ///< Empty where all is understood.
    bool has(const QString &flag) const { return m_flags.contains(flag); }
    QString value(const QString &name) const; ///< The last one given; empty where there is none.
    QStringList values(const QString &name) const;
    const QStringList &rest() const { return m_rest; }

private:
    QString m_error;
    QStringList m_flags;
    QList<std::pair<QString, QString>> m_values;
    QStringList m_rest;
};

} // namespace callboard::ctl
