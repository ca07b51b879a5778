// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/hostcontext.h"

#include "models/catalog/yaml.h"
#include "models/mirror/blobfiles.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace callboard::sync {

using domain::ErrorCode;
using domain::fail;

namespace {
constexpr auto progressRest = 100ms;
// What is shorter is no secret worth the name, and would tear holes into innocent words.
constexpr qsizetype shortestSecret = 4;
// Of descriptors; what is beyond waits packed for the catalog engine. Ten thousand descriptors are less.
constexpr qsizetype plainDescriptorBytes = 8 << 20;
}

HostContext::HostContext(Setup setup)
    : m_setup(std::move(setup))
{
    m_progress.connectionId = m_setup.key.connectionId;
    m_progress.feedId = m_setup.key.feedId;
}

HostContext::~HostContext() = default;

domain::Result<void> HostContext::begin(mirror::Mirror &mirror, const QString &principal)
{
    const std::lock_guard lock(m_mutex);
    if (m_closed)
        return fail(ErrorCode::Cancelled, u"the workspace was closed"_s);
    auto pull = mirror.beginPull(m_setup.key.connectionId, m_setup.key.feedId, principal);
    if (!pull)
        return std::unexpected(pull.error());
    m_pull = std::move(*pull);
    m_mirror = &mirror;
    m_docs = std::make_unique<DocIntake>(DocIntake::Sink { [this](domain::Record record) { putRecord(std::move(record)); },
        [this](const QString &type, const QString &key) { remove(type, key); },
        [this](const QByteArray &bytes) { return putBlob(bytes); }, [this](const QString &line) { log(line); },
        [this](QLatin1StringView type, const QString &site) { return known(type, site); },
        [this](QLatin1StringView type, const QString &site) { return knownKeys(type, site); } });
    return {};
}

domain::Result<void> HostContext::complete()
{
    const std::lock_guard lock(m_mutex);
    if (!m_pull)
        return fail(ErrorCode::Cancelled, u"the workspace was closed"_s);
    const auto result = m_pull->complete();
    m_pull.reset();
    return result;
}

void HostContext::abandon(const domain::Error &why)
{
    const std::lock_guard lock(m_mutex);
    if (m_pull)
        m_pull->abandon(withoutSecrets(why));
    m_pull.reset();
}

void HostContext::whileOpen(const std::function<void(mirror::Mirror *)> &work)
{
    const std::lock_guard lock(m_mutex);
    if (!m_closed)
        work(m_mirror);
}

void HostContext::close()
{
    m_stop.request_stop();
    const std::lock_guard lock(m_mutex);
    m_closed = true;
    m_pull.reset();
    m_mirror = nullptr;
    m_setup.onProgress = nullptr;
    m_setup.onLog = nullptr;
}

PullProgress HostContext::currentProgress() const
{
    const std::lock_guard lock(m_shownMutex);
    return m_progress;
}

std::vector<catalog::Descriptor> HostContext::takeDescriptors()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_descriptors, {});
}

std::vector<sdk::DocSource> HostContext::takeDocSources()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_docSources, {});
}

QStringList HostContext::sitesPut() const
{
    return m_docs ? m_docs->sites() : QStringList();
}

QSet<QString> HostContext::sitesTouched() const
{
    const std::lock_guard lock(m_mutex);
    return m_sitesTouched;
}

bool HostContext::isClosed() const
{
    const std::lock_guard lock(m_mutex);
    return m_closed;
}

void HostContext::setAsked(std::vector<sdk::AskedEntity> asked)
{
    const std::lock_guard lock(m_shownMutex);
    m_setup.asked = std::move(asked);
}

std::vector<sdk::AskedEntity> HostContext::entities() const
{
    const std::lock_guard lock(m_shownMutex);
    return m_setup.asked;
}

void HostContext::wantPage(const QString &entityRef, const QString &path)
{
    const std::lock_guard lock(m_shownMutex);
    const auto asked = std::ranges::find(m_setup.asked, entityRef, &sdk::AskedEntity::ref);
    if (asked == m_setup.asked.end())
        return;
    asked->pages.removeAll(path);
    asked->pages.prepend(path);
    std::rotate(m_setup.asked.begin(), asked, asked + 1);
}

domain::Result<QString> HostContext::putBlob(const QByteArray &bytes)
{
    const std::lock_guard lock(m_mutex);
    if (!m_mirror)
        return fail(ErrorCode::Cancelled, u"the workspace was closed"_s);
    return m_mirror->putBlob(bytes);
}

domain::Result<QString> HostContext::takeBlobFile(const QString &path)
{
    const std::lock_guard lock(m_mutex);
    if (!m_mirror)
        return fail(ErrorCode::Cancelled, u"the workspace was closed"_s);
    return mirror::takeBlobFile(m_mirror->directory(), path);
}

std::vector<domain::Record> HostContext::known(QLatin1StringView type, const QString &entityRef) const
{
    const std::lock_guard lock(m_mutex);
    if (!m_mirror)
        return {};
    return m_mirror->records(QString(type), entityRef, m_setup.connectionId).value_or(std::vector<domain::Record>());
}

QStringList HostContext::knownKeys(QLatin1StringView type, const QString &entityRef) const
{
    const std::lock_guard lock(m_mutex);
    if (!m_mirror)
        return {};
    return m_mirror->recordKeys(QString(type), entityRef, m_setup.connectionId).value_or(QStringList());
}

domain::Result<QString> HostContext::secret(const QString &field)
{
    if (const auto typed = m_setup.typedSecrets.constFind(field); typed != m_setup.typedSecrets.cend())
        return handedOut(*typed);
    if (!m_setup.services.secrets)
        return fail(ErrorCode::Unsupported, u"this host keeps no secrets (asked for \"%1\")"_s.arg(field));
    return handedOut(m_setup.services.secrets->read(SecretStore::keyOf(m_setup.connectionId, field), stopToken()));
}

domain::Result<QString> HostContext::accessToken(const sdk::OAuthClient &client, const QString &refused)
{
    if (!m_setup.services.oauth)
        return fail(ErrorCode::Unsupported, u"this host keeps no sign-ins"_s);
    const auto network = ConnectionNetwork::from(m_setup.connectionId, m_setup.settings);
    const auto makeHttp = [client = m_setup.services.http, network](std::stop_token stop) { return client->forCall(network, Urgency::Person, stop); };
    return handedOut(m_setup.services.oauth->accessToken(m_setup.connectionId, client, makeHttp, refused, stopToken()));
}

domain::Result<QString> HostContext::handedOut(domain::Result<QString> secret)
{
    const std::lock_guard lock(m_secretsMutex);
    if (secret && secret->size() >= shortestSecret)
        m_secrets.insert(*secret);
    return secret;
}

QString HostContext::withoutSecrets(QString text) const
{
    const std::lock_guard lock(m_secretsMutex);
    for (const QString &secret : m_secrets)
        text.replace(secret, u"•••"_s);
    return text;
}

domain::Error HostContext::withoutSecrets(domain::Error error) const
{
    error.detail = withoutSecrets(error.detail);
    error.source = withoutSecrets(error.source);
    return error;
}

sdk::Http &HostContext::http()
{
    if (!m_http) {
        const auto network = ConnectionNetwork::from(m_setup.connectionId, m_setup.settings);
        auto http = m_setup.services.http ? m_setup.services.http->forCall(network, m_setup.urgency, stopToken())
                                          : HttpClient({}).forCall(network, m_setup.urgency, stopToken());
        // A connection may remember what it was given in an earlier call, or by its server.
        const auto remember = [this](const QByteArray &credential) { std::ignore = handedOut(QString::fromUtf8(credential)); };
        m_http = std::make_unique<MeteredHttp>(std::move(http), m_meter, remember);
    }
    return *m_http;
}

QByteArray HostContext::cursor() const
{
    const std::lock_guard lock(m_mutex);
    return m_pull ? m_pull->cursor() : QByteArray();
}

void HostContext::saveCursor(const QByteArray &cursor)
{
    const std::lock_guard lock(m_mutex);
    if (m_pull)
        m_pull->setCursor(cursor);
}

void HostContext::put(sdk::Descriptor descriptor)
{
    const bool isMuch = (m_descriptorBytes += descriptor.text.size()) > plainDescriptorBytes;
    catalog::PackedText text = isMuch ? catalog::PackedText::compressed(descriptor.text, m_packer) : catalog::PackedText(std::move(descriptor.text));
    const std::lock_guard lock(m_mutex);
    if (m_pull)
        m_descriptors.push_back({ std::move(descriptor.location), std::move(text), std::move(descriptor.localPath) });
}

void HostContext::put(sdk::DocSource source)
{
    const std::lock_guard lock(m_mutex);
    if (m_pull)
        m_docSources.push_back(std::move(source));
}

void HostContext::put(sdk::DocFile file)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_pull)
            return;
    }
    m_docs->take(std::move(file)); // Without the lock: others ask for the progress meanwhile.
}

void HostContext::put(domain::Entity entity)
{
    const std::lock_guard lock(m_mutex);
    if (m_pull)
        m_pull->put(std::move(entity));
}

void HostContext::put(domain::Record record)
{
    if (record.type == domain::recordtype::docSite && m_docs)
        record = m_docs->withKnown(std::move(record));
    putRecord(std::move(record));
}

void HostContext::putRecord(domain::Record record)
{
    const std::lock_guard lock(m_mutex);
    if (!m_pull)
        return;
    if (record.type == domain::recordtype::docPage)
        m_sitesTouched.insert(record.entityRef);
    m_pull->put(std::move(record));
}

void HostContext::keepOnly(const QString &keyPrefix)
{
    const std::lock_guard lock(m_mutex);
    if (m_pull)
        m_pull->keepOnly(keyPrefix);
}

void HostContext::bringOnlyChanges()
{
    const std::lock_guard lock(m_mutex);
    m_onlyChanges = true;
    if (m_pull)
        m_pull->bringOnlyChanges();
}

void HostContext::remove(const QString &type, const QString &key)
{
    std::vector<std::pair<QString, QString>> gone;
    if (type == domain::recordtype::docSite && m_docs)
        gone = m_docs->belongings(key);
    gone.emplace_back(type, key);
    const std::lock_guard lock(m_mutex);
    for (const auto &[goneType, goneKey] : gone) {
        if (!m_pull)
            return;
        if (goneType == domain::recordtype::docPage)
            m_sitesTouched.insert(goneKey.section(u'/', 0, 1));
        m_pull->remove(goneType, goneKey);
    }
}

void HostContext::progress(qint64 done, qint64 total, const QString &text)
{
    const std::lock_guard lock(m_mutex);
    PullProgress now;
    {
        const std::lock_guard shown(m_shownMutex);
        m_progress.done = done;
        m_progress.total = total;
        m_progress.text = withoutSecrets(text);
        now = m_progress;
    }
    const auto time = std::chrono::steady_clock::now();
    if (!m_setup.onProgress || time - m_lastTold < progressRest)
        return;
    m_lastTold = time;
    m_setup.onProgress(now);
}

void HostContext::log(const QString &line)
{
    const std::lock_guard lock(m_mutex);
    if (m_setup.onLog)
        m_setup.onLog(withoutSecrets(line));
}

domain::Result<std::vector<sdk::YamlDocument>> HostContext::readYaml(const QByteArray &text) const
{
    std::vector<sdk::YamlDocument> documents;
    for (catalog::YamlDocument &read : catalog::readYaml(text)) {
        if (read.error)
            return fail(ErrorCode::Invalid, u"line %1: %2"_s.arg(read.error->at.line).arg(read.error->message));
        const auto shared = std::make_shared<const catalog::YamlDocument>(std::move(read));
        documents.push_back({ shared->value, [shared](QStringView pointer) {
            const catalog::Position at = shared->at(pointer);
            return (qint64(at.line) << 32) + at.column;
        } });
    }
    return documents;
}

} // namespace callboard::sync
