// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/processedcatalog.h"

#include "models/catalog/document.h"

#include <algorithm>

namespace callboard::catalog {

using namespace Qt::StringLiterals;

namespace {

QJsonObject withOrigin(QJsonObject body, const QString &origin)
{
    QJsonObject metadata = body[u"metadata"].toObject();
    QJsonObject annotations = metadata[u"annotations"].toObject();
    if (annotations.value(annotation::managedByOriginLocation).toString() == origin)
        return body;
    annotations.insert(annotation::managedByOriginLocation, origin);
    metadata.insert(u"annotations"_s, annotations);
    body.insert(u"metadata"_s, metadata);
    return body;
}

QJsonObject statusItem(const QString &message)
{
    return { { u"type"_s, u"backstage.io/catalog-processing"_s }, { u"level"_s, u"error"_s },
        { u"message"_s, QString(u"InputError: " + message) },
        { u"error"_s, QJsonObject { { u"name"_s, u"InputError"_s }, { u"message"_s, message } } } };
}

} // namespace

ProcessedEntities::ProcessedEntities(std::shared_ptr<const NameTable> names)
    : m_names(std::move(names))
{
}

void ProcessedEntities::add(const DocumentAt &at, int line, quint32 ref, quint32 origin, const QStringList &errors)
{
    m_rows.push_back({ at, line, ref, origin });
    for (const QString &error : errors)
        m_statusItems[ref].append(statusItem(error));
}

void ProcessedEntities::settle()
{
    std::ranges::sort(m_rows, {}, [this](const Row &row) { return m_names->utf8(row.ref); });
}

ProcessedEntity ProcessedEntities::at(size_t index) const
{
    const Row &row = m_rows.at(index);
    return { .ref = m_names->at(row.ref), .origin = m_names->at(row.origin), .statusItems = m_statusItems.value(row.ref),
        .location = row.at.file->location, .localPath = row.at.file->localPath, .document = int(row.at.index), .line = row.line,
        .file = row.at.file };
}

domain::Entity ProcessedCatalog::entity(const ProcessedEntity &processed) const
{
    return { .body = withOrigin(processed.file->documents.body(quint32(processed.document)), processed.origin),
        .relations = relations.of(processed.ref), .statusItems = processed.statusItems };
}

} // namespace callboard::catalog
