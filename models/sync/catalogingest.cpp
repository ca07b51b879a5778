// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/catalogingest.h"

#include "models/sync/scmhosts.h"

using namespace Qt::StringLiterals;

namespace callboard::sync {

using domain::ErrorCode;
using domain::fail;

namespace {

// A text shared by several entities, or a long one, is kept once, by content; a short one rides with its entity.
constexpr qsizetype longestInlineText = 64 * 1024;

QStringList urlsOf(const std::vector<catalog::Descriptor> &roots)
{
    QStringList urls;
    for (const catalog::Descriptor &root : roots)
        urls.append(root.location.section(u':', 1));
    return urls;
}

/// Remembers the texts of files that were read on the way, for the source records.
class RememberingReader final : public catalog::SourceReader {
public:
    explicit RememberingReader(catalog::SourceReader &inner)
        : m_inner(inner)
    {
    }
    domain::Result<QByteArray> read(const QString &target) override
    {
        auto text = m_inner.read(target);
        if (text) {
            const std::lock_guard lock(m_mutex);
            m_texts.insert(target, *text);
        }
        return text;
    }
    domain::Result<QStringList> list(const QString &pattern) override { return m_inner.list(pattern); }
    QString localPath(const QString &target) const override { return m_inner.localPath(target); }
    QByteArray textOf(const QString &target) const { return m_texts.value(target); }

private:
    catalog::SourceReader &m_inner;
    std::mutex m_mutex;
    QHash<QString, QByteArray> m_texts;
};

} // namespace

ReaderChain::ReaderChain(LinkAt linkAt, const CrashSentinel &sentinel)
    : m_linkAt(std::move(linkAt))
    , m_sentinel(sentinel)
{
}

template<typename T, typename Ask>
domain::Result<T> ReaderChain::ask(const Ask &ask) const
{
    domain::Result<T> answer = fail(ErrorCode::NotFound, u"no connection can read this"_s);
    for (size_t i = 0;; ++i) {
        const auto link = m_linkAt(i);
        if (!link)
            return answer;
        if (!link->reader)
            continue;
        domain::Result<T> next = fail(ErrorCode::Internal, u"an exception was thrown while reading"_s, link->integrationId);
        try {
            const Mark mark(m_sentinel, link->integrationId);
            next = ask(*link->reader);
        } catch (const std::exception &error) {
            next.error().detail += u": "_s + QString::fromUtf8(error.what());
        } catch (...) {
        }
        if (next || (next.error().code != ErrorCode::NotFound && next.error().code != ErrorCode::Unsupported))
            return next;
        // The first is the connection's own: its reason is the one to tell.
        if (i == 0)
            answer = std::move(next);
    }
}

domain::Result<QByteArray> ReaderChain::read(const QString &target)
{
    return ask<QByteArray>([&](sdk::Reader &reader) { return reader.read(target); });
}

domain::Result<QStringList> ReaderChain::list(const QString &pattern)
{
    return ask<QStringList>([&](sdk::Reader &reader) { return reader.list(pattern); });
}

QString ReaderChain::localPath(const QString &target) const
{
    const auto path = ask<QString>([&](sdk::Reader &reader) -> domain::Result<QString> {
        const QString found = reader.localPath(target);
        if (found.isEmpty())
            return fail(ErrorCode::NotFound, {});
        return found;
    });
    return path.value_or(QString());
}

CatalogIngest::CatalogIngest(bool alphaModel)
{
    m_options.model = alphaModel ? catalog::Model::Alpha : catalog::Model::Default;
    m_options.keepUnknownKinds = true;
    m_options.keepNeighbours = true;
    m_options.keepLastGood = true;
}

CatalogIngest::~CatalogIngest() = default;

catalog::Engine &CatalogIngest::engineFor(const catalog::ScmHosts &hosts)
{
    if (!m_engine || hosts != m_options.hosts) {
        m_options.hosts = hosts;
        m_engine = std::make_unique<catalog::Engine>(m_options);
    }
    return *m_engine;
}

domain::Result<void> CatalogIngest::run(HostContext &context, std::vector<catalog::Descriptor> roots,
    catalog::SourceReader &reader)
{
    RememberingReader remembering(reader);
    const auto catalog = engineFor(scmHostsOf(urlsOf(roots))).process(roots, &remembering, context.stopToken(),
        [&](qsizetype done, qsizetype total) { context.progress(done, total, u"reading descriptors"_s); });
    if (catalog.stopped)
        return fail(ErrorCode::Cancelled, u"stopped while descriptors were read"_s);

    for (const catalog::ProcessedEntity &processed : catalog.entities)
        context.put(catalog.entity(processed));
    putProblems(context, catalog.problems);

    QHash<QString, catalog::PackedText> texts;
    for (const catalog::Descriptor &root : roots)
        texts.insert(root.location, root.text);
    for (const catalog::ProcessedEntity &processed : catalog.entities) {
        if (!texts.contains(processed.location)) {
            const QString target = processed.location.section(u':', 1);
            texts.insert(processed.location, remembering.textOf(target));
        }
    }
    putSources(context, catalog, texts);
    return {};
}

// A record's key is unique: a rule that is broken twice at one place (by two lines of a list, say) gets a number.
void CatalogIngest::putProblems(HostContext &context, const std::vector<domain::Problem> &problems)
{
    QHash<QString, int> uses;
    for (const domain::Problem &problem : problems) {
        domain::Record record = problem.toRecord();
        if (const int before = uses[record.key]++; before > 0)
            record.key += u'~' + QString::number(before + 1);
        context.put(std::move(record));
    }
}

void CatalogIngest::putSources(HostContext &context, const catalog::ProcessedCatalog &catalog,
    const QHash<QString, catalog::PackedText> &texts) const
{
    QHash<QString, int> entitiesOf;
    for (const catalog::ProcessedEntity &processed : catalog.entities)
        ++entitiesOf[processed.location];
    QHash<QString, QString> blobs;
    for (const catalog::ProcessedEntity &processed : catalog.entities) {
        const bool isShared = entitiesOf.value(processed.location) > 1;
        const bool isKept = isShared && blobs.contains(processed.location);
        const QByteArray text = isKept ? QByteArray() : texts.value(processed.location).bytes();
        if (text.isEmpty() && !isKept)
            continue;
        QJsonObject body {
            { u"location"_s, processed.location },
            { u"document"_s, processed.document },
            { u"line"_s, processed.line },
        };
        if (!processed.localPath.isEmpty())
            body.insert(u"localPath"_s, processed.localPath);
        const bool inlined = !isShared && text.size() <= longestInlineText && QString::fromUtf8(text).toUtf8() == text;
        if (inlined) {
            body.insert(u"text"_s, QString::fromUtf8(text));
        } else {
            if (!isKept)
                blobs.insert(processed.location, context.putBlob(text).value_or(QString()));
            body.insert(u"blob"_s, blobs.value(processed.location));
        }
        const QString ref = processed.ref;
        context.put(domain::Record { sourceRecordType, ref, ref, body });
    }
}

domain::Result<Workspace::Source> sourceOf(const mirror::Mirror &mirror, const QString &canonicalRef)
{
    const auto records = mirror.records(QString(sourceRecordType), canonicalRef);
    if (!records)
        return std::unexpected(records.error());
    if (records->empty())
        return fail(ErrorCode::NotFound, u"no descriptor is known for %1"_s.arg(canonicalRef));
    const QJsonObject body = records->front().body;
    Workspace::Source source;
    source.location = body["location"_L1].toString();
    source.localPath = body["localPath"_L1].toString();
    source.document = body["document"_L1].toInt();
    source.firstLine = body["line"_L1].toInt(1);
    if (body.contains("text"_L1)) {
        source.text = body["text"_L1].toString().toUtf8();
        return source;
    }
    auto blob = mirror.blob(body["blob"_L1].toString());
    if (!blob)
        return std::unexpected(blob.error());
    source.text = std::move(*blob);
    return source;
}

} // namespace callboard::sync
