// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/document.h"

#include "models/catalog/advice.h"
#include "models/catalog/kinds.h"
#include "models/catalog/substitute.h"

#include <QCryptographicHash>
#include <QJsonArray>

#include <algorithm>

namespace callboard::catalog {

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using domain::fail;
using domain::Result;
using Outcome = DocumentResult::Outcome;

namespace {

/// Files as a descriptor at `base` may take them in: of its own repository only.
class LocationPlaceholders final : public PlaceholderSource {
public:
    LocationPlaceholders(const LocationRef &base, const EngineOptions &options, SourceReader *reader)
        : m_base(base)
        , m_options(options)
        , m_reader(reader)
    {
    }

    Result<File> fetch(const QString &value) override
    {
        const auto target = resolve(value);
        if (!target)
            return std::unexpected(target.error());
        if (!m_reader)
            return fail(ErrorCode::Offline, u"there is nothing to read it with"_s);
        auto bytes = m_reader->read(*target);
        reads.push_back({ *target, bytes ? contentHash(*bytes) : QByteArray() });
        if (bytes)
            return File { std::move(*bytes), true };
        if (bytes.error().code == ErrorCode::NotFound)
            return fail(ErrorCode::NotFound, u"there is no such file (%1)"_s.arg(*target));
        return fail(bytes.error().code, u"it cannot be read: %1"_s.arg(bytes.error().detail));
    }

    bool takesApis() const override { return m_options.apiPlaceholders; }

    std::vector<ReadMark> reads;

private:
    Result<QString> resolve(const QString &value) const
    {
        if (m_base.type == u"file") {
            const bool absolute = value.contains(u"://"_s);
            return absolute ? value : absoluteTarget(m_options.hosts, m_base, m_base.type, value);
        }
        const auto target = m_options.hosts.resolve(value, m_base.target);
        if (target && !mayReference(*target, m_base.target))
            return fail(ErrorCode::Forbidden, u"it is in another repository; copy the file into this one"_s);
        return target;
    }

    const LocationRef &m_base;
    const EngineOptions &m_options;
    SourceReader *m_reader;
};

/// What lodash, by which Backstage merges its annotations in, leaves out of a map.
bool isLeftOut(const QString &key, const QJsonValue &value)
{
    return key == u"__proto__" && (value.isObject() || value.isArray());
}

bool holdsLeftOut(const QJsonValue &value)
{
    if (value.isArray()) {
        const QJsonArray items = value.toArray();
        return std::any_of(items.begin(), items.end(), [](const QJsonValue &item) { return holdsLeftOut(item); });
    }
    const QJsonObject members = value.toObject();
    for (auto member = members.begin(); member != members.end(); ++member) {
        const QJsonValue inner = member.value();
        if ((inner.isObject() || inner.isArray()) && (isLeftOut(member.key(), inner) || holdsLeftOut(inner)))
            return true;
    }
    return false;
}

QJsonValue withoutLeftOut(const QJsonValue &value)
{
    if (value.isArray()) {
        QJsonArray items;
        for (const QJsonValue &item : value.toArray())
            items.append(withoutLeftOut(item));
        return items;
    }
    if (!value.isObject())
        return value;
    QJsonObject members = value.toObject();
    for (auto member = members.begin(); member != members.end();) {
        if (isLeftOut(member.key(), member.value())) {
            member = members.erase(member);
            continue;
        }
        member.value() = withoutLeftOut(member.value());
        ++member;
    }
    return members;
}

class DocumentProcessor final {
public:
    DocumentProcessor(const YamlDocument &document, const LocationRef &location, const EngineOptions &options, SourceReader *reader)
        : m_document(document)
        , m_location(location)
        , m_options(options)
        , m_placeholders(location, options, reader)
    {
        m_result.start = document.start;
    }

    /// `body` is filled in where the document is good.
    DocumentResult run(std::vector<ReadMark> &reads, QByteArray &body)
    {
        if (readEntity()) {
            process();
            locate(m_result.violations, m_document);
        }
        reads.insert(reads.end(), m_placeholders.reads.begin(), m_placeholders.reads.end());
        if (m_result.outcome == Outcome::Good)
            body = exactJson(m_entity);
        return std::move(m_result);
    }

private:
    void refuse(Violation violation)
    {
        m_result.outcome = Outcome::Refused;
        if (violation.line == 0) {
            const Position at = m_document.at(violation.field);
            violation.line = at.line;
            violation.column = at.column;
        }
        m_result.violations.push_back(std::move(violation));
    }

    /// What Backstage asks of a document before it takes it for an entity.
    bool readEntity()
    {
        if (m_document.error) {
            refuse({ Stage::Envelope, u"Yaml"_s, {}, m_document.error->message, m_document.error->at.line,
                m_document.error->at.column });
            return false;
        }
        if (m_document.isEmpty())
            return false;
        if (!m_document.value.isObject()) {
            refuse({ Stage::Envelope, u"NotAnObject"_s, {}, adviceForValue(m_document.value), 0, 0 });
            return false;
        }
        m_entity = m_document.value.toObject();
        m_kind = m_entity[u"kind"].toString();
        return hasGoodEnvelope() && hasGoodAnnotations() && isOfAllowedKind();
    }

    bool hasGoodEnvelope()
    {
        for (const SchemaError &error : check(envelopeSchema(), m_entity))
            refuse({ Stage::Envelope, u"Envelope"_s, error.field(), adviceFor(error, m_entity), 0, 0 });
        return m_result.outcome != Outcome::Refused;
    }

    bool hasGoodAnnotations()
    {
        const QJsonValue annotations = m_entity[u"metadata"][u"annotations"];
        if (isFalsy(annotations) || annotations.isObject())
            return true;
        refuse({ Stage::Envelope, u"Annotations"_s, u"/metadata/annotations"_s,
            u"metadata.annotations must be a map; write \"key: value\" lines under it"_s, 0, 0 });
        return false;
    }

    /// The kinds that the catalog's rules let in. Capitals do not matter here, but do later.
    bool isOfAllowedKind()
    {
        if (m_options.keepUnknownKinds || m_options.allowedKinds.contains(m_kind, Qt::CaseInsensitive))
            return true;
        const auto &kinds = kindSchemas(m_options.model);
        if (std::any_of(kinds.begin(), kinds.end(),
                [&](const KindSchema &kind) { return kind.kind.compare(m_kind, Qt::CaseInsensitive) == 0; }))
            return true;
        refuse({ Stage::Kind, u"UnknownKind"_s, u"/kind"_s,
            adviceForKind(m_kind, m_entity[u"apiVersion"].toString(), m_options.model), 0, 0 });
        return false;
    }

    void process()
    {
        m_result.ref = canonicalRef(m_entity);
        m_result.outcome = Outcome::Failed;
        markAnnotations();
        if (!replacePlaceholders())
            return;
        m_entity = withSortedReferences(m_entity);
        if (holdsLeftOut(m_entity))
            m_entity = withoutLeftOut(m_entity).toObject();
        if (!annotate())
            return;
        QJsonObject metadata = m_entity[u"metadata"].toObject();
        if (!metadata.contains(u"namespace"_s))
            metadata.insert(u"namespace"_s, u"default"_s);
        m_entity.insert(u"metadata"_s, metadata);
        judge();
    }

    /// Backstage notes where an entity comes from before it looks for placeholders: annotations that were one are none by then.
    void markAnnotations()
    {
        QJsonObject metadata = m_entity[u"metadata"].toObject();
        QJsonObject annotations = metadata[u"annotations"].toObject();
        if (annotations.size() != 1 || !annotations.constBegin().key().startsWith(u'$'))
            return;
        annotations.insert(annotation::managedByLocation, QString());
        metadata.insert(u"annotations"_s, annotations);
        m_entity.insert(u"metadata"_s, metadata);
    }

    bool replacePlaceholders()
    {
        Substituted made = substitute(m_entity, m_placeholders);
        m_entity = made.value.toObject();
        m_result.violations = std::move(made.violations);
        return m_result.violations.empty();
    }

    bool annotate()
    {
        const auto added = locationAnnotations(m_options.hosts, m_location, m_location);
        if (!added) {
            m_result.violations.push_back({ Stage::Placeholder, u"Location"_s, {}, added.error().detail, 0, 0 });
            return false;
        }
        QJsonObject metadata = m_entity[u"metadata"].toObject();
        QJsonObject annotations = *added;
        const QJsonObject written = metadata[u"annotations"].toObject();
        for (auto it = written.begin(); it != written.end(); ++it) {
            const bool ours = it.key() == annotation::managedByLocation || it.key() == annotation::managedByOriginLocation;
            if (!ours)
                annotations.insert(it.key(), it.value());
        }
        for (const QLatin1StringView link : { annotation::viewUrl, annotation::editUrl }) {
            if (isScriptUrl(annotations.value(link).toString()))
                annotations.insert(link, u"https://backstage.io/annotation-rejected-for-security-reasons"_s);
        }
        metadata.insert(u"annotations"_s, annotations);
        m_entity.insert(u"metadata"_s, metadata);
        return true;
    }

    void judge()
    {
        const ValidationOptions options { m_options.model, m_options.allowedKinds };
        Verdict verdict = validate(m_entity, options, &m_document);
        bool ownKind = options.allowedKinds.contains(m_kind, Qt::CaseInsensitive);
        if (!verdict.knownKind && m_options.keepUnknownKinds && verdict.violations.size() == 1) {
            verdict.valid = true;
            ownKind = true;
        }
        OwnRelations relations = ownRelations(m_entity, m_options.model, ownKind && !isBuiltIn());
        m_result.violations = std::move(verdict.violations);
        if (!verdict.valid || !relations.violations.empty())
            return;
        m_result.outcome = Outcome::Good;
        m_result.references = std::move(relations.references);
        if (m_kind == u"Location")
            takeTargets();
    }

    bool isBuiltIn() const
    {
        const auto &kinds = kindSchemas(m_options.model);
        return std::any_of(kinds.begin(), kinds.end(), [&](const KindSchema &kind) { return kind.kind == m_kind; });
    }

    void takeTargets()
    {
        const QJsonObject spec = m_entity[u"spec"].toObject();
        LocationTargets asked { spec[u"type"].toString(), spec[u"presence"].toString() == u"optional", {} };
        const auto take = [&](const QString &target, const QString &field) {
            asked.targets.push_back({ target, field, m_document.at(field) });
        };
        if (const QString target = spec[u"target"].toString(); !target.isEmpty())
            take(target, u"/spec/target"_s);
        const QJsonArray targets = spec[u"targets"].toArray();
        for (qsizetype i = 0; i < targets.size(); ++i)
            take(targets.at(i).toString(), u"/spec/targets/%1"_s.arg(i));
        m_result.location = std::move(asked);
    }

    const YamlDocument &m_document;
    const LocationRef &m_location;
    const EngineOptions &m_options;
    LocationPlaceholders m_placeholders;
    QJsonObject m_entity;
    QString m_kind; ///< As written.
    DocumentResult m_result;
};

} // namespace

bool isMap(const DocumentResult &document)
{
    const auto unreadable = [](const Violation &violation) {
        return violation.rule == u"Yaml" || violation.rule == u"NotAnObject";
    };
    return document.outcome != Outcome::Empty
        && std::none_of(document.violations.begin(), document.violations.end(), unreadable);
}

bool isRefused(const std::vector<DocumentResult> &documents)
{
    return std::ranges::contains(documents, Outcome::Refused, &DocumentResult::outcome);
}

FileResult processFile(const Descriptor &file, const EngineOptions &options, SourceReader *reader, const std::shared_ptr<Packer> &packer)
{
    FileResult result { file.location, file.localPath, {}, {} };
    std::vector<DocumentResult> documents;
    QByteArrayList bodies;
    if (const auto location = LocationRef::parse(file.location)) {
        for (const YamlDocument &document : readYaml(file.text.bytes())) {
            DocumentProcessor processor(document, *location, options, reader);
            documents.push_back(processor.run(result.reads, bodies.emplaceBack()));
        }
    } else {
        DocumentResult &refused = documents.emplace_back();
        refused.outcome = Outcome::Refused;
        refused.violations.push_back({ Stage::Envelope, u"Location"_s, {}, location.error().detail, 1, 1 });
        bodies.emplaceBack();
    }
    result.documents = PackedDocuments(packer, documents, bodies);
    return result;
}

QByteArray contentHash(QByteArrayView bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha1);
}

} // namespace callboard::catalog
