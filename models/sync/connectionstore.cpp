// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/connectionstore.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace callboard::sync {

using domain::ErrorCode;
using domain::fail;

namespace {

QJsonArray listOf(const std::vector<ConnectionInfo> &connections)
{
    QJsonArray entries;
    for (const ConnectionInfo &info : connections) {
        entries.append(QJsonObject {
            { u"id"_s, info.id },
            { u"integration"_s, info.integrationId },
            { u"name"_s, info.name },
            { u"settings"_s, info.settings },
            { u"paused"_s, info.paused },
        });
    }
    return entries;
}

domain::Result<std::vector<ConnectionInfo>> readList(const QJsonValue &list, const QString &path)
{
    std::vector<ConnectionInfo> connections;
    for (const QJsonValue &value : list.toArray()) {
        const QJsonObject entry = value.toObject();
        ConnectionInfo info;
        info.id = entry["id"_L1].toString();
        info.integrationId = entry["integration"_L1].toString();
        info.name = entry["name"_L1].toString();
        info.settings = entry["settings"_L1].toObject();
        info.paused = entry["paused"_L1].toBool();
        if (info.id.isEmpty() || info.integrationId.isEmpty())
            return fail(ErrorCode::Invalid, path + u": a connection lacks its id or integration"_s, path);
        connections.push_back(std::move(info));
    }
    return connections;
}

} // namespace

domain::Result<void> writeJsonFile(const QString &path, const QJsonObject &content)
{
    QSaveFile file(path);
    const QByteArray bytes = QJsonDocument(content).toJson();
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(bytes) != bytes.size() || !file.commit())
        return fail(ErrorCode::Storage, path + u": "_s + file.errorString(), path);
    return {};
}

domain::Result<QJsonObject> readJsonFile(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return QJsonObject();
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Storage, path + u": "_s + file.errorString(), path);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
    if (!document.isObject()) {
        const QString why = error.error == QJsonParseError::NoError ? u"it is not an object"_s : error.errorString();
        return fail(ErrorCode::Invalid, path + u": "_s + why, path);
    }
    return document.object();
}

ConnectionStore::ConnectionStore(const QString &directory)
    : m_path(QDir(directory).filePath(u"connections.json"_s))
    , m_workspaceId(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

domain::Result<ConnectionContent> ConnectionStore::load()
{
    const auto file = readJsonFile(m_path);
    if (!file)
        return std::unexpected(file.error());
    m_numbers = file->value("numbers"_L1).toObject();
    auto connections = readList(file->value("connections"_L1), m_path);
    if (!connections)
        return std::unexpected(connections.error());
    auto leaving = readList(file->value("leaving"_L1), m_path);
    if (!leaving)
        return std::unexpected(leaving.error());
    ConnectionContent content { *std::move(connections), *std::move(leaving), {} };
    for (const QJsonValue &id : file->value("outdated"_L1).toArray())
        content.outdated.append(id.toString());
    if (const QUuid id(file->value("workspace"_L1).toString()); !id.isNull())
        m_workspaceId = id.toString(QUuid::WithoutBraces);
    else if (const auto saved = content.connections.empty() ? domain::Result<void>() : save(content); !saved)
        return std::unexpected(saved.error()); // Of a version that kept no secrets.
    return content;
}

QString ConnectionStore::newId(const QString &integrationId, const std::vector<ConnectionInfo> &existing)
{
    int last = m_numbers[integrationId].toInt();
    const QString prefix = integrationId + u'-';
    for (const ConnectionInfo &info : existing) {
        if (info.id.startsWith(prefix))
            last = std::max(last, QStringView(info.id).mid(prefix.size()).toInt());
    }
    m_numbers.insert(integrationId, last + 1);
    return prefix + QString::number(last + 1);
}

domain::Result<void> ConnectionStore::save(const ConnectionContent &content) const
{
    return writeJsonFile(m_path, file(content));
}

QJsonObject ConnectionStore::file(const ConnectionContent &content) const
{
    QJsonObject file { { u"version"_s, 1 }, { u"workspace"_s, m_workspaceId }, { u"numbers"_s, m_numbers },
        { u"connections"_s, listOf(content.connections) } };
    if (!content.leaving.empty())
        file.insert("leaving"_L1, listOf(content.leaving));
    if (!content.outdated.isEmpty())
        file.insert("outdated"_L1, QJsonArray::fromStringList(content.outdated));
    return file;
}

} // namespace callboard::sync
