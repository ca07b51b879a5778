// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/filestore.h"

#include "models/catalog/weburl.h"

namespace callboard::catalog {

using namespace Qt::StringLiterals;
using Outcome = DocumentResult::Outcome;

namespace {

bool isPattern(const LocationRef &target)
{
    if (target.type == u"file")
        return target.target.contains(u'*') || target.target.contains(u'?');
    const auto url = WebUrl::parse(target.target);
    return url && url->pathName().contains(u'*');
}

QString locationOf(const LocationRef &target)
{
    return target.type + u':' + target.target;
}

domain::Error withoutReader()
{
    return { domain::ErrorCode::Offline, u"there is nothing to read it with"_s, 0, {}, {} };
}

} // namespace

void FileStore::beginRun()
{
    m_roots.clear();
    m_current.clear();
    m_selectedNow.clear();
}

void FileStore::endRun()
{
    m_kept = std::move(m_current);
    m_current.clear();
    m_selected = std::move(m_selectedNow);
    m_selectedNow.clear();
    m_roots.clear();
}

void FileStore::clear()
{
    m_kept.clear();
    m_current.clear();
    m_selected.clear();
    m_selectedNow.clear();
}

void FileStore::addRoot(const Descriptor &root)
{
    m_roots.insert(root.location, &root);
}

FileStore::Loaded FileStore::load(const LocationRef &target)
{
    return isPattern(target) ? loadPattern(target) : loadFile(target);
}

FileStore::Loaded FileStore::loadPattern(const LocationRef &target)
{
    const auto list = m_reader ? m_reader->list(target.target) : std::unexpected(withoutReader());
    if (!list)
        return loadSelection(target, list.error());
    if (list->isEmpty())
        return { {}, { { target.target, { domain::ErrorCode::NotFound, u"no file matches it"_s, 0, {}, {} }, {} } } };
    Loaded all;
    QStringList selected;
    for (const QString &url : *list) {
        Loaded one = loadFile({ target.type, url });
        all.files.insert(all.files.end(), one.files.begin(), one.files.end());
        all.unread.insert(all.unread.end(), one.unread.begin(), one.unread.end());
        selected.append(locationOf({ target.type, url }));
    }
    const std::lock_guard lock(m_mutex);
    m_selectedNow.insert(locationOf(target), selected);
    return all;
}

/// What a pattern selects now cannot be known: it is taken for what it was.
FileStore::Loaded FileStore::loadSelection(const LocationRef &pattern, const domain::Error &error)
{
    const std::lock_guard lock(m_mutex);
    const QStringList before = m_selected.value(locationOf(pattern));
    if (!before.isEmpty())
        m_selectedNow.insert(locationOf(pattern), before);
    return { {}, { { pattern.target, error, before } } };
}

FileStore::Loaded FileStore::loadFile(const LocationRef &target)
{
    const QString location = locationOf(target);
    if (const auto root = m_roots.constFind(location); root != m_roots.constEnd())
        return { { process(**root) }, {} };
    {
        const std::lock_guard lock(m_mutex);
        if (const auto found = m_current.constFind(location); found != m_current.constEnd())
            return { { found->result }, {} };
    }
    const auto bytes = m_reader ? m_reader->read(target.target) : std::unexpected(withoutReader());
    if (!bytes)
        return { {}, { { target.target, bytes.error(), { location } } } };
    return { { process({ location, *bytes, m_reader->localPath(target.target) }) }, {} };
}

FileResultPtr FileStore::process(const Descriptor &file)
{
    {
        const std::lock_guard lock(m_mutex);
        if (const auto found = m_current.constFind(file.location); found != m_current.constEnd())
            return found->result;
    }
    const QByteArray text = file.text.bytes();
    const QByteArray hash = contentHash(text);
    const std::optional<Kept> before = keptOf(file.location);
    Kept now;
    if (before && before->hash == hash && stillHolds(*before->result)) {
        now = *before;
    } else {
        now = { hash, std::make_shared<const FileResult>(processFile({ file.location, text, file.localPath }, m_options, m_reader, m_packer)), {} };
        if (before && m_options.keepLastGood)
            now.earlier = earlierOf(*before, *now.result);
    }
    const std::lock_guard lock(m_mutex);
    m_current.insert(now.result->location, now);
    return now.result;
}

std::optional<FileStore::Kept> FileStore::keptOf(const QString &location)
{
    const std::lock_guard lock(m_mutex);
    const auto kept = m_kept.constFind(location);
    return kept == m_kept.constEnd() ? std::nullopt : std::optional(*kept);
}

QHash<QString, DocumentAt> FileStore::earlierOf(const Kept &before, const FileResult &now)
{
    QHash<QString, DocumentAt> earlier = before.earlier;
    quint32 index = 0;
    for (const DocumentResult &document : before.result->documents.unpacked()) {
        if (document.outcome == Outcome::Good)
            earlier.insert(document.ref, { before.result, index });
        ++index;
    }
    const std::vector<DocumentResult> documents = now.documents.unpacked();
    QSet<QString> broken, good;
    for (const DocumentResult &document : documents)
        (document.outcome == Outcome::Good ? good : broken).insert(document.ref);
    // What cannot be read at all cannot say of which entity it was.
    const bool mayBeAny = isRefused(documents);
    earlier.removeIf([&](const auto &entry) {
        return good.contains(entry.key()) || (!mayBeAny && !broken.contains(entry.key()));
    });
    return earlier;
}

FileResultPtr FileStore::before(const QString &location)
{
    const auto kept = keptOf(location);
    return kept ? kept->result : nullptr;
}

std::optional<DocumentAt> FileStore::lastGood(const QString &location, const QString &ref)
{
    const std::lock_guard lock(m_mutex);
    const QHash<QString, DocumentAt> earlier = m_current.value(location).earlier;
    const auto found = earlier.constFind(ref);
    return found == earlier.cend() ? std::nullopt : std::optional(*found);
}

void FileStore::keep(const QString &location)
{
    const std::lock_guard lock(m_mutex);
    if (const auto kept = m_kept.constFind(location); kept != m_kept.cend() && !m_current.contains(location))
        m_current.insert(location, *kept);
}

bool FileStore::stillHolds(const FileResult &result)
{
    for (const ReadMark &mark : result.reads) {
        const auto bytes = m_reader ? m_reader->read(mark.target) : domain::fail(domain::ErrorCode::Offline, {});
        if ((bytes ? contentHash(*bytes) : QByteArray()) != mark.hash)
            return false;
    }
    return true;
}

} // namespace callboard::catalog
