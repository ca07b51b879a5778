// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStringList>

namespace callboard::test {

/// Writes a file and the folders above it.
inline bool writeFile(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

/// Runs git in a folder, as nobody in particular and with nobody's configuration.
inline bool git(const QString &folder, const QStringList &arguments)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &role : { QStringLiteral("AUTHOR"), QStringLiteral("COMMITTER") }) {
        environment.insert(QStringLiteral("GIT_") + role + QStringLiteral("_NAME"), QStringLiteral("Test"));
        environment.insert(QStringLiteral("GIT_") + role + QStringLiteral("_EMAIL"), QStringLiteral("test@example.org"));
    }
    environment.insert(QStringLiteral("GIT_CONFIG_GLOBAL"), QStringLiteral("/dev/null"));
    environment.insert(QStringLiteral("GIT_CONFIG_NOSYSTEM"), QStringLiteral("1"));
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(folder);
    process.start(QStringLiteral("git"), arguments);
    return process.waitForFinished() && process.exitCode() == 0;
}

/// A repository with one commit of all that lies in the folder, and a remote that is only a name.
inline bool makeClone(const QString &folder, const QString &remote)
{
    return QDir().mkpath(folder) && git(folder, { QStringLiteral("init"), QStringLiteral("-q"), QStringLiteral("-b"), QStringLiteral("main") })
        && git(folder, { QStringLiteral("add"), QStringLiteral("-A") })
        && git(folder, { QStringLiteral("commit"), QStringLiteral("-qm"), QStringLiteral("Begin"), QStringLiteral("--allow-empty") })
        && git(folder, { QStringLiteral("remote"), QStringLiteral("add"), QStringLiteral("origin"), remote });
}

inline QByteArray component(const QByteArray &name, const QByteArray &more = {})
{
    return "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: " + name
        + "\nspec:\n  type: service\n  lifecycle: production\n  owner: team-a\n" + more;
}

} // namespace callboard::test
