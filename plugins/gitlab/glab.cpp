// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/gitlab/glab.h"

#include <QFile>
#include <QHash>
#include <QStandardPaths>

namespace callboard::gitlab {

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using domain::fail;

namespace {

constexpr qint64 largestFile = 256 << 10;

/// A value as glab writes it: plain or quoted, perhaps with a tag before it ("!!null") or a comment behind.
QString valueOf(QString text)
{
    text = text.trimmed();
    if (text.startsWith("!!"_L1))
        text = text.section(u' ', 1).trimmed();
    if (text.size() >= 2 && (text[0] == u'"' || text[0] == u'\'')) {
        const qsizetype end = text.indexOf(text[0], 1);
        return end < 0 ? QString() : text.mid(1, end - 1);
    }
    return text.section(u" #"_s, 0, 0).trimmed();
}

qsizetype indentOf(const QString &line)
{
    qsizetype indent = 0;
    while (indent < line.size() && line[indent] == u' ')
        ++indent;
    return indent;
}

} // namespace

QString glabConfigPath()
{
    const QString folder = qEnvironmentVariable("GLAB_CONFIG_DIR");
    if (!folder.isEmpty())
        return folder + u"/config.yml"_s;
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/glab-cli/config.yml"_s;
}

// The file is glab's own, flat but for "hosts": a map of maps of plain values. Source: gitlab-org/cli, internal/config.
domain::Result<GlabLogin> readGlabConfig(const QByteArray &text, const QString &host)
{
    qsizetype hostIndent = -1;
    bool inHosts = false, isThis = false;
    QHash<QString, QString> values;
    const QStringList lines = QString::fromUtf8(text.left(largestFile)).split(u'\n');
    for (const QString &line : lines) {
        const QString bare = line.trimmed();
        if (bare.isEmpty() || bare.startsWith(u'#'))
            continue;
        const qsizetype indent = indentOf(line);
        if (indent == 0) {
            inHosts = bare == "hosts:"_L1;
            hostIndent = -1;
            isThis = false;
            continue;
        }
        if (!inHosts)
            continue;
        if (hostIndent < 0)
            hostIndent = indent;
        if (indent == hostIndent) {
            isThis = bare.endsWith(u':') && valueOf(bare.chopped(1)).compare(host, Qt::CaseInsensitive) == 0;
            continue;
        }
        if (isThis && bare.contains(u':'))
            values.insert(bare.section(u':', 0, 0).trimmed(), valueOf(bare.section(u':', 1)));
    }
    if (values.value(u"token"_s).isEmpty())
        return fail(ErrorCode::NotFound, u"glab holds no token for this host in its file"_s, host);
    return GlabLogin { values[u"token"_s], values.value(u"user"_s), values.value(u"is_oauth2"_s) == "true"_L1 };
}

domain::Result<GlabLogin> glabLogin(const QString &host)
{
    QFile file(glabConfigPath());
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotFound, u"glab is not set up on this machine"_s, host);
    return readGlabConfig(file.read(largestFile), host);
}

} // namespace callboard::gitlab
