// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/architecture/targetgraph.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace {

QJsonObject readObject(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

/// The newest index names the files of one reply; older ones may lie beside it for a moment.
QString codemodelFile(const QDir &reply)
{
    const auto indexes = reply.entryList({ u"index-*.json"_s }, QDir::Files, QDir::Name);
    if (indexes.isEmpty())
        return {};
    const auto objects = readObject(reply.filePath(indexes.last()))["objects"_L1].toArray();
    for (const auto &object : objects) {
        if (object["kind"_L1].toString() == "codemodel"_L1)
            return object["jsonFile"_L1].toString();
    }
    return {};
}

CMakeTarget readTarget(const QJsonObject &object, const QHash<QString, QString> &namesById)
{
    CMakeTarget target {
        .name = object["name"_L1].toString(),
        .type = object["type"_L1].toString(),
        .folder = object["paths"_L1]["source"_L1].toString(),
        .dependencies = {},
        .linkLine = {},
    };
    for (const auto &dependency : object["dependencies"_L1].toArray())
        target.dependencies.append(namesById.value(dependency["id"_L1].toString()));
    for (const auto &fragment : object["link"_L1]["commandFragments"_L1].toArray()) {
        target.linkLine += u' ';
        target.linkLine += fragment["fragment"_L1].toString();
    }
    return target;
}

} // namespace

std::vector<CMakeTarget> readTargets(const QString &buildFolder)
{
    const QDir reply(buildFolder + "/.cmake/api/v1/reply"_L1);
    const auto model = readObject(reply.filePath(codemodelFile(reply)));
    const auto entries = model["configurations"_L1][0]["targets"_L1].toArray();

    QHash<QString, QString> namesById;
    for (const auto &entry : entries)
        namesById.insert(entry["id"_L1].toString(), entry["name"_L1].toString());

    std::vector<CMakeTarget> targets;
    targets.reserve(static_cast<std::size_t>(entries.size()));
    for (const auto &entry : entries) {
        const auto file = reply.filePath(entry["jsonFile"_L1].toString());
        targets.push_back(readTarget(readObject(file), namesById));
    }
    return targets;
}
