// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/builds/logdocument.h"

#include <QFile>
#include <QSaveFile>

#include <cstring>

namespace callboard::builds {

using namespace Qt::StringLiterals;

namespace {

// Small, so that who paints never waits for a piece to be indexed.
constexpr qint64 pieceBytes = 128 * 1024;
constexpr qint64 searchPiece = 1024 * 1024;
constexpr qsizetype longestNeedle = 1'000;

void lowerAscii(QByteArray &bytes)
{
    for (char &c : bytes)
        c = c >= 'A' && c <= 'Z' ? char(c + 32) : c;
}

} // namespace

LogDocument::LogDocument(QObject *parent)
    : QObject(parent)
{
    m_thread = std::jthread([this](const std::stop_token &stop) { loop(stop); });
}

LogDocument::~LogDocument()
{
    for (std::jthread *thread : { &m_searcher, &m_thread, &m_saver })
        thread->request_stop();
    for (std::jthread *thread : { &m_searcher, &m_thread, &m_saver }) {
        if (thread->joinable())
            thread->join();
    }
}

void LogDocument::open(const QString &path, qint64 bytes, bool ended)
{
    clear();
    if (path.isEmpty())
        return;
    if (!m_reader.open(path)) {
        m_failure = domain::Error { domain::ErrorCode::Storage, m_reader.file().errorString(), 0, std::nullopt, path };
        Q_EMIT failed();
        return;
    }
    m_path = path;
    m_bytes = bytes;
    m_ended = ended;
    wake();
}

void LogDocument::grow(const QString &path, qint64 bytes, bool ended)
{
    if (!isOpen() || bytes < m_bytes)
        return open(path, bytes, ended);
    // A file that was moved is the same to who has it open; a further look needs its new place.
    m_path = path;
    const bool more = bytes > m_bytes;
    m_bytes = bytes;
    m_ended = ended;
    if (more)
        wake();
    else
        Q_EMIT indexed();
}

void LogDocument::clear()
{
    ++m_number;
    m_reader.close();
    m_folds = {};
    m_path.clear();
    m_bytes = m_indexed = 0;
    m_ended = false;
    m_failure.reset();
    m_errors.clear();
    m_warnings.clear();
    m_lineCount = m_errorCount = 0;
    m_firstTime = -1;
    search({});
    wake();
    Q_EMIT indexed();
}

void LogDocument::wake()
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_work.number != m_number)
            m_index = {};
        m_work = { m_path, m_bytes, m_number };
    }
    m_wake.notify_all();
}

void LogDocument::loop(const std::stop_token &stop)
{
    QFile file;
    quint64 opened = 0;
    QByteArray piece;
    while (!stop.stop_requested()) {
        Work work;
        qint64 from = 0;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, stop, [&] { return m_index.bytes() < m_work.bytes; });
            work = m_work;
            from = m_index.bytes();
        }
        if (stop.stop_requested())
            return;
        if (std::exchange(opened, work.number) != work.number) {
            file.close();
            file.setFileName(work.path);
            std::ignore = file.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
        }
        piece.resize(std::min(pieceBytes, work.bytes - from));
        const qint64 got = file.seek(from) ? file.read(piece.data(), piece.size()) : -1;
        const std::lock_guard lock(m_mutex);
        if (m_work.number != work.number)
            continue;
        if (got <= 0) {
            m_work.bytes = from; // It is shorter than was said: what is there is shown.
            QMetaObject::invokeMethod(this, [this, from, number = work.number] {
                if (number == m_number)
                    m_bytes = from;
                take();
            }, Qt::QueuedConnection);
            continue;
        }
        m_index.feed(QByteArrayView(piece.constData(), got));
        if (!std::exchange(m_told, true))
            QMetaObject::invokeMethod(this, &LogDocument::take, Qt::QueuedConnection);
    }
}

void LogDocument::take()
{
    {
        const std::lock_guard lock(m_mutex);
        m_told = false;
        if (m_work.number != m_number)
            return;
        m_lineCount = m_index.lineCount();
        m_errorCount = m_index.errorCount();
        m_indexed = m_index.bytes();
        m_firstTime = m_index.firstTime();
        // Marks only grow: the new ones are taken.
        m_errors.insert(m_errors.end(), m_index.errors().begin() + qsizetype(m_errors.size()), m_index.errors().end());
        m_warnings.insert(m_warnings.end(), m_index.warnings().begin() + qsizetype(m_warnings.size()), m_index.warnings().end());
        m_folds.update(m_index.groups(), m_lineCount);
    }
    Q_EMIT indexed();
}

std::vector<LogReader::Line> LogDocument::lines(quint32 first, quint32 count)
{
    const std::lock_guard lock(m_mutex);
    if (!m_reader.isOpen() || m_work.number != m_number || first >= m_index.lineCount())
        return {};
    return m_reader.lines(m_index, first, count);
}

qsizetype LogDocument::memory() const
{
    const std::lock_guard lock(m_mutex);
    return m_index.memory() + qsizetype((m_errors.capacity() + m_warnings.capacity() + m_hits.capacity()) * sizeof(quint32));
}

void LogDocument::search(const QString &text)
{
    m_searcher.request_stop();
    if (m_searcher.joinable())
        m_searcher.join(); // It looks at its stop once a piece, which takes a millisecond.
    ++m_searchNumber;
    m_hits.clear();
    m_searched = text;
    QByteArray needle = text.toUtf8().first(std::min<qsizetype>(text.toUtf8().size(), longestNeedle));
    lowerAscii(needle);
    m_searching = !needle.isEmpty() && isOpen();
    Q_EMIT found();
    if (m_searching) {
        m_searcher = std::jthread([this, path = m_path, bytes = m_bytes, needle, number = m_searchNumber](const std::stop_token &stop) {
            searchLoop(stop, path, bytes, needle, number);
        });
    }
}

void LogDocument::searchLoop(const std::stop_token &stop, QString path, qint64 bytes, const QByteArray &needle, quint64 number)
{
    QFile file(path);
    const bool isThere = file.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    quint32 line = 0;
    size_t total = 0;
    quint32 last = noLine;
    QByteArray rest; // The end of the last piece, in which a hit may begin.
    std::vector<quint32> hits;
    const auto tell = [&](bool done) {
        QMetaObject::invokeMethod(this, [this, hits = std::exchange(hits, {}), number, done] {
            if (number != m_searchNumber)
                return;
            m_hits.insert(m_hits.end(), hits.begin(), hits.end());
            m_searching = !done;
            Q_EMIT found();
        }, Qt::QueuedConnection);
    };
    for (qint64 at = 0; isThere && at < bytes && total < mostHits && !stop.stop_requested();) {
        QByteArray piece = file.read(std::min(searchPiece, bytes - at));
        if (piece.isEmpty())
            break;
        at += piece.size();
        lowerAscii(piece);
        piece.prepend(rest);
        const char *from = piece.constData();
        const char *const end = from + piece.size();
        const char *counted = from;
        while (total < mostHits) {
            const auto *hit = static_cast<const char *>(memmem(from, size_t(end - from), needle.constData(), size_t(needle.size())));
            if (!hit)
                break;
            line += quint32(std::count(counted, hit, '\n'));
            counted = hit;
            if (std::exchange(last, line) != line) {
                hits.push_back(line);
                ++total;
            }
            from = hit + 1;
        }
        const qsizetype kept = std::min<qsizetype>(needle.size() - 1, end - counted);
        line += quint32(std::count(counted, end - kept, '\n'));
        rest = QByteArray(end - kept, kept);
        if (!hits.empty())
            tell(false);
    }
    if (!stop.stop_requested())
        tell(true);
}

void LogDocument::saveTo(const QString &path)
{
    m_saver = std::jthread([this, from = m_path, path, bytes = m_bytes](const std::stop_token &stop) {
        QFile source(from);
        QSaveFile target(path);
        bool good = source.open(QIODevice::ReadOnly) && target.open(QIODevice::WriteOnly);
        for (qint64 left = bytes; good && left > 0 && !stop.stop_requested();) {
            const QByteArray piece = source.read(std::min(searchPiece, left));
            if (piece.isEmpty())
                break;
            left -= piece.size();
            good = target.write(piece) == piece.size();
        }
        if (stop.stop_requested())
            return;
        good = good && target.commit();
        const QString problem = good ? QString() : source.isOpen() ? target.errorString() : source.errorString();
        QMetaObject::invokeMethod(this, [this, path, problem] { Q_EMIT saved(path, problem); }, Qt::QueuedConnection);
    });
}

} // namespace callboard::builds
