// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/http/answercache.h"

#include "models/sync/http/address.h"

#include <QCoreApplication>
#include <QDataStream>
#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>
#include <QTimeZone>

#include <zstd.h>

#include <algorithm>
#include <filesystem>

using namespace Qt::StringLiterals;

namespace callboard::sync {

namespace {

constexpr QFileDevice::Permissions ours = QFile::ReadOwner | QFile::WriteOwner;
constexpr quint32 mark = 0x43424131; // "CBA1": another number for another layout.
constexpr size_t mostPlain = 32 << 20; ///< Of one answer; larger ones are not kept.
constexpr int saltBytes = 32;
constexpr int level = 3;

/// Readable by nobody else at any moment, also not while it is being written; never half a file under its name.
bool writeWhole(const QString &path, const QString &part, const QByteArray &bytes)
{
    QFile file(part);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate, ours) || file.write(bytes) != bytes.size() || !file.flush()) {
        file.remove();
        return false;
    }
    file.close();
    std::error_code error;
    std::filesystem::rename(part.toStdU16String(), path.toStdU16String(), error);
    if (error)
        QFile::remove(part);
    return !error;
}

QByteArray pack(const AnswerCache::Answer &answer)
{
    QByteArray plain;
    QDataStream out(&plain, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_8);
    out << mark << answer.etag << qint32(answer.status) << answer.headers << answer.body;
    if (size_t(plain.size()) > mostPlain)
        return {};
    const std::unique_ptr<ZSTD_CCtx, decltype([](ZSTD_CCtx *context) { ZSTD_freeCCtx(context); })> context(ZSTD_createCCtx());
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, level);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
    QByteArray packed(qsizetype(ZSTD_compressBound(size_t(plain.size()))), Qt::Uninitialized);
    const size_t size = ZSTD_compress2(context.get(), packed.data(), size_t(packed.size()), plain.constData(), size_t(plain.size()));
    if (ZSTD_isError(size))
        return {};
    packed.truncate(qsizetype(size));
    packed.squeeze();
    return packed;
}

std::optional<AnswerCache::Answer> unpack(const QByteArray &packed)
{
    const auto size = ZSTD_getFrameContentSize(packed.constData(), size_t(packed.size()));
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > mostPlain)
        return std::nullopt;
    QByteArray plain(qsizetype(size), Qt::Uninitialized);
    if (ZSTD_decompress(plain.data(), size_t(plain.size()), packed.constData(), size_t(packed.size())) != size)
        return std::nullopt;
    QDataStream in(plain);
    in.setVersion(QDataStream::Qt_6_8);
    quint32 found = 0;
    qint32 status = 0;
    AnswerCache::Answer answer;
    in >> found >> answer.etag >> status >> answer.headers >> answer.body;
    answer.status = status;
    if (found != mark || in.status() != QDataStream::Ok || answer.etag.isEmpty())
        return std::nullopt;
    return answer;
}

} // namespace

AnswerCache::AnswerCache(const QString &directory, qint64 mostBytes)
    : m_directory(directory)
    , m_mostBytes(mostBytes)
{
}

AnswerCache::~AnswerCache() = default;

void AnswerCache::open()
{
    QByteArray fresh(saltBytes, Qt::Uninitialized);
    QRandomGenerator::system()->fillRange(reinterpret_cast<quint32 *>(fresh.data()), saltBytes / 4);
    m_salt = fresh;
    if (!isOn())
        return;
    QDir().mkpath(m_directory);
    QFile::setPermissions(m_directory, ours | QFile::ExeOwner);
    QFile salt(m_directory + "/salt"_L1);
    if (salt.open(QIODevice::ReadOnly) && salt.size() == saltBytes)
        m_salt = salt.readAll();
    else
        writeWhole(salt.fileName(), salt.fileName() + u'.' + QString::number(QCoreApplication::applicationPid()), fresh);

    struct Found {
        QString key;
        qint64 size;
        QDateTime used;
    };
    std::vector<Found> found;
    QDirIterator files(m_directory, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QFileInfo info = files.nextFileInfo();
        const QString key = info.filePath().sliced(m_directory.size() + 1);
        if (key.contains(u'.')) // Being written, by another program or by one that died.
            continue;
        if (key.contains(u'/'))
            found.push_back({ key, info.size(), info.lastModified(QTimeZone::UTC) });
    }
    std::ranges::sort(found, {}, &Found::used);
    const std::lock_guard lock(m_mutex);
    for (const Found &one : found)
        remember(one.key, one.size);
}

QByteArray AnswerCache::hash(const QByteArray &text)
{
    std::call_once(m_opened, [this] { open(); });
    return QMessageAuthenticationCode::hash(text, m_salt, QCryptographicHash::Sha256).toHex().left(40);
}

QByteArray AnswerCache::who(const sdk::HttpRequest &request)
{
    QByteArrayList credentials;
    for (const auto &[name, value] : request.headers) {
        if (holdsCredential(name))
            credentials.append(name.toLower() + ": " + value);
    }
    if (!request.rememberAs.isEmpty())
        credentials = { "as " + request.rememberAs };
    if (credentials.isEmpty())
        return {};
    std::ranges::sort(credentials);
    return hash(credentials.join('\n'));
}

QString AnswerCache::folderOf(const QString &connectionId) { return QString::fromLatin1(hash("connection " + connectionId.toUtf8())); }

QString AnswerCache::keyOf(const QString &connectionId, const sdk::HttpRequest &request)
{
    if (!isOn() || !request.remember || request.method != "GET" || connectionId.isEmpty())
        return {};
    QByteArrayList wanted { originOf(request.url), request.url.toEncoded(QUrl::RemoveFragment), who(request) };
    for (const auto &[name, value] : request.headers) {
        const QByteArray lower = name.toLower();
        if (lower.startsWith("if-") || lower == "range")
            return {}; // Who asks by conditions of their own wants the answer as it is.
        // Whoever names an owner has told which headers change without the answer changing: the credentials.
        if (!(request.rememberAs.isEmpty() ? holdsCredential(name) : isCredential(name)))
            wanted.append(lower + ": " + value);
    }
    return folderOf(connectionId) + u'/' + QString::fromLatin1(hash("answer " + wanted.join('\n')));
}

QString AnswerCache::pathOf(const QString &key) const { return m_directory + u'/' + key; }

std::optional<AnswerCache::Answer> AnswerCache::find(const QString &key)
{
    if (key.isEmpty())
        return std::nullopt;
    QFile file(pathOf(key));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    auto answer = file.size() <= qint64(ZSTD_COMPRESSBOUND(mostPlain)) ? unpack(file.readAll()) : std::nullopt;
    if (!answer) {
        file.close();
        drop(key);
        return std::nullopt;
    }
    file.setFileTime(QDateTime::currentDateTimeUtc(), QFileDevice::FileModificationTime); // The order of use, for the next start.
    const std::lock_guard lock(m_mutex);
    remember(key, file.size());
    return answer;
}

void AnswerCache::keep(const QString &key, const Answer &answer)
{
    const QByteArray packed = key.isEmpty() || answer.etag.isEmpty() ? QByteArray() : pack(answer);
    if (packed.isEmpty())
        return;
    quint64 number = 0;
    {
        const std::lock_guard lock(m_mutex);
        number = ++m_written;
    }
    const QString path = pathOf(key);
    const QString part = path + u'.' + QString::number(QCoreApplication::applicationPid()) + u'.' + QString::number(number);
    if (!writeWhole(path, part, packed)) {
        const QString folder = path.section(u'/', 0, -2);
        QDir().mkpath(folder);
        QFile::setPermissions(folder, ours | QFile::ExeOwner);
        if (!writeWhole(path, part, packed))
            return;
    }
    QStringList surplus;
    {
        const std::lock_guard lock(m_mutex);
        remember(key, packed.size());
        surplus = takeSurplus();
    }
    for (const QString &old : std::as_const(surplus))
        QFile::remove(pathOf(old));
}

void AnswerCache::drop(const QString &key)
{
    if (key.isEmpty())
        return;
    QFile::remove(pathOf(key));
    const std::lock_guard lock(m_mutex);
    forgetFile(key);
}

void AnswerCache::forget(const QString &connectionId)
{
    if (!isOn() || connectionId.isEmpty())
        return;
    const QString folder = folderOf(connectionId);
    {
        const std::lock_guard lock(m_mutex);
        QStringList keys;
        for (const File &file : m_files) {
            if (file.key.startsWith(folder + u'/'))
                keys.append(file.key);
        }
        for (const QString &key : std::as_const(keys))
            forgetFile(key);
    }
    QDir(pathOf(folder)).removeRecursively();
}

qint64 AnswerCache::bytes() const
{
    const std::lock_guard lock(m_mutex);
    return m_bytes;
}

void AnswerCache::remember(const QString &key, qint64 size)
{
    forgetFile(key);
    m_files.push_back({ key, size });
    m_places.insert(key, std::prev(m_files.end()));
    m_bytes += size;
}

void AnswerCache::forgetFile(const QString &key)
{
    const auto place = m_places.constFind(key);
    if (place == m_places.cend())
        return;
    m_bytes -= (*place)->size;
    m_files.erase(*place);
    m_places.erase(place);
}

QStringList AnswerCache::takeSurplus()
{
    QStringList surplus;
    while (m_bytes > m_mostBytes && !m_files.empty()) {
        surplus.append(m_files.front().key);
        forgetFile(surplus.last());
    }
    return surplus;
}

} // namespace callboard::sync
