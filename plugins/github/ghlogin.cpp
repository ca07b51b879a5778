// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/github/ghlogin.h"

#include <QFile>
#include <QHash>
#include <QProcess>
#include <QStandardPaths>

namespace callboard::github {

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using domain::fail;

namespace {

constexpr qint64 largestFile = 256 << 10;
constexpr int patienceMs = 5000;

QString unquoted(QString text)
{
    text = text.trimmed();
    if (text.size() >= 2 && (text[0] == u'"' || text[0] == u'\'') && text.back() == text[0])
        return text.mid(1, text.size() - 2);
    return text.section(u" #"_s, 0, 0).trimmed();
}

qsizetype indentOf(const QString &line)
{
    qsizetype indent = 0;
    while (indent < line.size() && line[indent] == u' ')
        ++indent;
    return indent;
}

/// The token from gh's keyring. It comes back on a pipe, and stands in no command line.
QString askGh(const QString &host)
{
    const QString program = QStandardPaths::findExecutable(u"gh"_s);
    if (program.isEmpty())
        return {};
    QProcess gh;
    gh.start(program, { u"auth"_s, u"token"_s, u"--hostname"_s, host });
    if (!gh.waitForStarted(patienceMs) || !gh.waitForFinished(patienceMs)) {
        gh.kill();
        gh.waitForFinished(1000);
        return {};
    }
    return gh.exitCode() == 0 ? QString::fromUtf8(gh.readAllStandardOutput()).trimmed() : QString();
}

} // namespace

QString ghHostsPath()
{
    const QString folder = qEnvironmentVariable("GH_CONFIG_DIR");
    if (!folder.isEmpty())
        return folder + u"/hosts.yml"_s;
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/gh/hosts.yml"_s;
}

// The file is gh's own: hosts at the left, below each plain values, and since 2.40 the users of it below "users", whose tokens
// are those of other accounts. Source: cli/cli, internal/config.
domain::Result<GhLogin> readGhHosts(const QByteArray &text, const QString &host)
{
    bool isThis = false, isKnown = false;
    qsizetype indent = -1;
    QHash<QString, QString> values;
    const QStringList lines = QString::fromUtf8(text.left(largestFile)).split(u'\n');
    for (const QString &line : lines) {
        const QString bare = line.trimmed();
        if (bare.isEmpty() || bare.startsWith(u'#') || !bare.contains(u':'))
            continue;
        if (indentOf(line) == 0) {
            isThis = bare.endsWith(u':') && unquoted(bare.chopped(1)).compare(host, Qt::CaseInsensitive) == 0;
            isKnown = isKnown || isThis;
            indent = -1;
            continue;
        }
        if (!isThis)
            continue;
        if (indent < 0)
            indent = indentOf(line);
        if (indentOf(line) == indent)
            values.insert(bare.section(u':', 0, 0).trimmed(), unquoted(bare.section(u':', 1)));
    }
    if (!isKnown)
        return fail(ErrorCode::NotFound, u"gh is not signed in at this host"_s, host);
    return GhLogin { values.value(u"oauth_token"_s), values.value(u"user"_s) };
}

domain::Result<GhLogin> ghUser(const QString &host)
{
    QFile file(ghHostsPath());
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotFound, u"gh is not set up on this machine"_s, host);
    return readGhHosts(file.read(largestFile), host);
}

domain::Result<GhLogin> ghLogin(const QString &host)
{
    auto login = ghUser(host);
    if (login && login->token.isEmpty())
        login->token = askGh(host);
    if (login && login->token.isEmpty())
        return fail(ErrorCode::NotFound, u"gh holds no token for this host"_s, host);
    return login;
}

} // namespace callboard::github
