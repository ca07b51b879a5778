// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/buildlog.h"

#include <QDir>
#include <QUuid>

#include <algorithm>

namespace callboard::sync {

using namespace Qt::StringLiterals;
using domain::ErrorCode;

namespace {

constexpr auto userOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

QString folderOf(const QString &directory)
{
    return directory + u"/logs"_s;
}

} // namespace

domain::Result<std::unique_ptr<BuildLogFile>> BuildLogFile::create(const QString &directory, qint64 most)
{
    std::unique_ptr<BuildLogFile> log(new BuildLogFile);
    log->m_most = most;
    QDir().mkdir(folderOf(directory), userOnly | QFileDevice::ExeOwner);
    log->m_file.setFileName(folderOf(directory) + u'/' + QUuid::createUuid().toString(QUuid::WithoutBraces) + u".log"_s);
    if (!log->m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly, userOnly))
        return domain::fail(ErrorCode::Storage, log->m_file.errorString(), log->m_file.fileName());
    return log;
}

BuildLogFile::~BuildLogFile()
{
    m_file.close();
    QFile::remove(m_file.fileName());
}

bool BuildLogFile::append(QByteArrayView piece)
{
    if (m_cut || !m_problem.isEmpty())
        return false;
    const qsizetype taken = qsizetype(std::min<qint64>(piece.size(), m_most - m_bytes));
    m_cut = taken < piece.size();
    if (m_file.write(piece.data(), taken) != taken) {
        m_problem = m_file.errorString();
        return false;
    }
    m_bytes += taken;
    return !m_cut;
}

domain::Result<void> BuildLogFile::flush()
{
    if (m_problem.isEmpty() && !m_file.flush())
        m_problem = m_file.errorString();
    if (!m_problem.isEmpty())
        return domain::fail(ErrorCode::Storage, m_problem, m_file.fileName());
    return {};
}

BuildLog BuildLogFile::log() const
{
    return { .path = m_file.fileName(), .bytes = m_bytes, .ended = false, .cut = m_cut, .blob = {} };
}

void BuildLogFile::sweep(const QString &directory)
{
    QDir(folderOf(directory)).removeRecursively();
}

} // namespace callboard::sync
