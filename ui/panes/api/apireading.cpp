// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/api/apireading.h"

#include <algorithm>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;

namespace {

    /// Versions in which the definition was another than in the one after it.
    std::vector<ReadApi::Version> versionsOf(const mirror::Mirror &mirror, const QString &ref, const QString &text)
    {
        std::vector<ReadApi::Version> found;
        auto history = mirror.history(ref);
        if (!history)
            return found;
        std::ranges::sort(*history, std::greater {}, &mirror::Version::id);
        constexpr size_t most = 50; // bodies that are read
        QString later = text;
        size_t looked = 0;
        for (const mirror::Version &version : *history) {
            if (version.removed || version.relationsOnly)
                continue;
            if (++looked > most)
                break;
            const auto entity = mirror.versionBody(version.id);
            const QString was = entity ? apis::definitionText(entity->spec()) : QString();
            if (was.isEmpty() || was == later)
                continue;
            later = was;
            found.push_back({ version.id, version.at });
        }
        return found;
    }

    ReadApiPtr readOne(const mirror::Mirror &mirror, const QString &ref)
    {
        auto read = std::make_shared<ReadApi>();
        read->ref = ref;
        const auto entity = mirror.entity(ref);
        if (!entity) {
            read->error = entity.error();
            return read;
        }
        read->name = entity->displayName();
        read->type = entity->spec()["type"_L1].toString();
        read->text = apis::definitionText(entity->spec());
        if (const auto provenance = mirror.provenance(ref)) {
            read->seenAt = provenance->seenAt;
            read->connectionId = provenance->connectionId;
        }
        if (read->text.isEmpty())
            return read;
        auto definition = apis::parseApi(entity->spec());
        if (!definition) {
            read->error = definition.error();
            return read;
        }
        read->fileName = codeFileName(definition->format, read->text);
        read->definition = std::make_shared<const apis::ApiDefinition>(std::move(*definition));
        read->versions = versionsOf(mirror, ref, read->text);
        return read;
    }

} // namespace

QString codeFileName(apis::ApiFormat format, QStringView text)
{
    switch (format) {
    case apis::ApiFormat::GraphQl:
        if (text.trimmed().startsWith(u'{')) // what a server says of itself
            break;
        return u"api.graphql"_s;
    case apis::ApiFormat::Protobuf: return u"api.proto"_s;
    default: break;
    }
    const QStringView trimmed = text.first(std::min<qsizetype>(200, text.size())).trimmed();
    return trimmed.startsWith(u'{') || trimmed.startsWith(u'[') ? u"api.json"_s : format == apis::ApiFormat::Unknown ? u"api.txt"_s : u"api.yaml"_s;
}

ApiReading::ApiReading(mirror::Mirror &mirror, QObject *parent)
    : QObject(parent)
    , m_mirror(mirror)
{
    m_pool.setMaxThreadCount(1);
}

ApiReading::~ApiReading()
{
    m_pool.clear();
}

void ApiReading::read(const QString &ref)
{
    const quint64 asked = ++m_asked;
    if (ref.isEmpty())
        return;
    ++m_running;
    m_pool.start([this, ref, asked] {
        auto read = readOne(m_mirror, ref);
        QMetaObject::invokeMethod(this, [this, read, asked] {
            --m_running;
            if (asked == m_asked)
                Q_EMIT done(read);
        });
    });
}

void ApiReading::compare(const QString &ref, qint64 version, items::ApiDefinitionPtr with)
{
    ++m_running;
    m_pool.start([this, ref, version, with] {
        auto read = std::make_shared<ReadComparison>();
        read->ref = ref;
        read->version = version;
        const auto entity = m_mirror.versionBody(version);
        const auto before = entity ? apis::parseApi(entity->spec()) : domain::Result<apis::ApiDefinition>(std::unexpected(entity.error()));
        if (before)
            read->comparison = apis::compare(*before, *with);
        else
            read->error = before.error();
        QMetaObject::invokeMethod(this, [this, read = std::shared_ptr<const ReadComparison>(read)] {
            --m_running;
            Q_EMIT compared(read);
        });
    });
}

} // namespace callboard::ui::panes
