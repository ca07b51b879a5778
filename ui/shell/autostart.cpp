// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/autostart.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace callboard::ui {

namespace {

QString fileName(const QString &workspace)
{
    if (workspace.isEmpty())
        return u"io.callboard.Callboard.desktop"_s;
    const QByteArray key = QCryptographicHash::hash(workspace.toUtf8(), QCryptographicHash::Sha256).toHex().left(12);
    return u"io.callboard.Callboard-%1.desktop"_s.arg(QLatin1StringView(key));
}

} // namespace

QString execArgument(const QString &text)
{
    QString quoted;
    for (const QChar c : text) {
        // A backslash is itself escaped once more, as in every string of the file.
        if (u"\"`$"_s.contains(c))
            quoted += u"\\\\"_s + c;
        else if (c == u'\\')
            quoted += u"\\\\\\\\"_s;
        else if (c == u'%')
            quoted += u"%%"_s;
        else
            quoted += c;
    }
    return u'"' + quoted + u'"';
}

Autostart::Autostart(QString program, QString workspace)
    : m_program(std::move(program))
    , m_workspace(std::move(workspace))
    , m_path(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/autostart/"_s + fileName(m_workspace))
{
}

bool Autostart::isOn() const
{
    return QFileInfo::exists(m_path);
}

domain::Result<void> Autostart::setOn(bool on) const
{
    if (!on) {
        if (isOn() && !QFile::remove(m_path))
            return domain::fail(domain::ErrorCode::Storage, u"%1 cannot be removed"_s.arg(m_path), m_path);
        return {};
    }
    QString exec = execArgument(m_program) + u" --hidden"_s;
    if (!m_workspace.isEmpty())
        exec += u" --workspace "_s + execArgument(m_workspace);
    const QString text = u"[Desktop Entry]\nType=Application\nName=Callboard\nExec=%1\nIcon=io.callboard.Callboard\n"
                         "Terminal=false\nX-GNOME-Autostart-enabled=true\n"_s.arg(exec);
    QSaveFile file(m_path);
    if (!QDir().mkpath(QFileInfo(m_path).path()) || !file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0 || !file.commit())
        return domain::fail(domain::ErrorCode::Storage, u"%1 cannot be written"_s.arg(m_path), m_path);
    return {};
}

} // namespace callboard::ui
