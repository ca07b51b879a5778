// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/crashsentinel.h"

#include <QDir>
#include <QFile>

#include <array>
#include <atomic>
#include <csignal>
#include <cstring>

#include <execinfo.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace callboard::sync {

namespace {

// Signal handlers have no arguments: what they need is static, and touched only by atomic or thread-local means.
struct ThreadMark {
    char integration[64];
    int file;
};
constinit thread_local ThreadMark threadMark { {}, -1 };
constinit std::array<std::atomic<int>, 8> openFiles { -1, -1, -1, -1, -1, -1, -1, -1 };

// write(2) only; everything else here is not safe in a signal handler.
void append(int file, const char *text)
{
    [[maybe_unused]] const auto written = ::write(file, text, std::strlen(text));
}

void noteInAll(const char *line)
{
    for (const auto &slot : openFiles) {
        if (const int file = slot.load(); file >= 0)
            append(file, line);
    }
}

// Where it happened, on standard error: addresses, for addr2line. backtrace(3) allocates in its first call only, which was at the start.
void printStack()
{
    void *frames[64];
    const int count = ::backtrace(frames, int(std::size(frames)));
    append(STDERR_FILENO, "callboard has crashed:\n");
    ::backtrace_symbols_fd(frames, count, STDERR_FILENO);
}

// Restored to the default by SA_RESETHAND, so raising it again ends the program as it would have ended without us.
void onCrash(int signal)
{
    if (threadMark.integration[0] == 0) {
        noteInAll("crashed -\n");
    } else if (threadMark.file >= 0) {
        append(threadMark.file, "crashed ");
        append(threadMark.file, threadMark.integration);
        append(threadMark.file, "\n");
    }
    printStack();
    ::raise(signal);
}

void onOrderlyEnd(int signal)
{
    noteInAll("ended -\n");
    ::raise(signal);
}

// Takes only signals nobody else has taken: a sanitizer's or the program's own handler stays.
void install(int signal, void (*handler)(int))
{
    struct sigaction current = {};
    if (::sigaction(signal, nullptr, &current) != 0 || current.sa_handler != SIG_DFL)
        return;
    struct sigaction ours = {};
    ours.sa_handler = handler;
    ours.sa_flags = static_cast<int>(SA_RESETHAND | SA_NODEFER | SA_ONSTACK);
    ::sigaction(signal, &ours, nullptr);
}

void installHandlers()
{
    static std::once_flag once;
    std::call_once(once, [] {
        void *frame = nullptr;
        ::backtrace(&frame, 1);
        for (const int signal : { SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT })
            install(signal, onCrash);
        for (const int signal : { SIGTERM, SIGINT, SIGHUP })
            install(signal, onOrderlyEnd);
    });
}

void remember(int file)
{
    for (auto &slot : openFiles) {
        int free = -1;
        if (slot.compare_exchange_strong(free, file))
            return;
    }
}

void forget(int file)
{
    for (auto &slot : openFiles) {
        int expected = file;
        slot.compare_exchange_strong(expected, -1);
    }
}

std::vector<CrashTrace> tracesIn(const QByteArray &content)
{
    std::map<QString, QString> open;
    for (const QByteArray &line : content.split('\n')) {
        const QString text = QString::fromUtf8(line);
        const QString verb = text.section(u' ', 0, 0);
        const QString id = text.section(u' ', 1, 1);
        if (verb == "ended"_L1)
            return {};
        if (verb == "crashed"_L1 && id == "-"_L1)
            return {}; // The program's own fault: nobody else is blamed for it.
        if (verb == "crashed"_L1)
            return { { id, u"the program crashed inside it"_s } };
        if (verb == "begin"_L1)
            open[id] = text.section(u' ', 2);
        if (verb == "done"_L1)
            open.erase(id);
    }
    std::vector<CrashTrace> traces;
    for (const auto &[id, doing] : open)
        traces.push_back({ id, u"it was being %1 when the program died"_s.arg(doing) });
    return traces;
}

} // namespace

CrashSentinel::CrashSentinel(const QString &directory)
    : m_directory(directory)
{
}

CrashSentinel::~CrashSentinel()
{
    if (m_file < 0)
        return;
    forget(m_file);
    ::unlink(m_path.constData());
    ::close(m_file);
}

std::vector<CrashTrace> CrashSentinel::takeTraces()
{
    std::vector<CrashTrace> traces;
    const QDir directory(m_directory);
    for (const QString &name : directory.entryList({ u"*.running"_s }, QDir::Files)) {
        const QByteArray path = QFile::encodeName(directory.filePath(name));
        const int file = ::open(path.constData(), O_RDWR | O_CLOEXEC);
        if (file < 0)
            continue;
        if (::flock(file, LOCK_EX | LOCK_NB) == 0) {
            QFile reader;
            if (reader.open(file, QIODevice::ReadOnly)) {
                const auto found = tracesIn(reader.read(64 * 1024));
                traces.insert(traces.end(), found.begin(), found.end());
            }
            ::unlink(path.constData());
        }
        ::close(file);
    }
    return traces;
}

bool CrashSentinel::openFile()
{
    if (m_file >= 0)
        return true;
    QDir().mkpath(QFileInfo(m_directory).path());
    QDir().mkdir(m_directory, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    if (!QFileInfo(m_directory).isDir())
        return false;
    static std::atomic<int> counter = 0;
    const QString name = QString::number(::getpid()) + u'-' + QString::number(++counter) + u".running"_s;
    m_path = QFile::encodeName(QDir(m_directory).filePath(name));
    m_file = ::open(m_path.constData(), O_RDWR | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0600);
    if (m_file < 0)
        return false;
    ::flock(m_file, LOCK_EX | LOCK_NB);
    remember(m_file);
    installHandlers();
    return true;
}

void CrashSentinel::write(const QByteArray &line, bool sync)
{
    const std::lock_guard lock(m_mutex);
    // Without a place to write there is no protection, but no reason to do nothing either.
    if (!openFile())
        return;
    append(m_file, line.constData());
    if (sync)
        ::fsync(m_file);
}

CrashSentinel::Guard::Guard(CrashSentinel &sentinel, const QString &integrationId, const QString &doing)
    : m_sentinel(sentinel)
    , m_line(integrationId.toUtf8())
{
    m_sentinel.write("begin " + m_line + ' ' + doing.toUtf8() + '\n', true);
}

CrashSentinel::Guard::~Guard()
{
    m_sentinel.write("done " + m_line + '\n', false);
}

Mark::Mark(const CrashSentinel &sentinel, const QString &integrationId)
    : m_fileBefore(threadMark.file)
{
    std::memcpy(m_before, threadMark.integration, sizeof m_before);
    const QByteArray id = integrationId.toUtf8().left(sizeof(m_before) - 1);
    // The first byte last: a handler in between sees either no mark or a whole one.
    threadMark.integration[0] = 0;
    std::memset(threadMark.integration + 1, 0, sizeof(m_before) - 1);
    threadMark.file = sentinel.m_file;
    if (!id.isEmpty()) {
        std::memcpy(threadMark.integration + 1, id.constData() + 1, size_t(id.size() - 1));
        threadMark.integration[0] = id.at(0);
    }
}

Mark::~Mark()
{
    threadMark.integration[0] = 0;
    threadMark.file = m_fileBefore;
    std::memcpy(threadMark.integration, m_before, sizeof m_before);
}

SignalStack::SignalStack()
    : m_memory(std::make_unique<char[]>(64 * 1024))
{
    stack_t stack = {};
    stack.ss_sp = m_memory.get();
    stack.ss_size = 64 * 1024;
    ::sigaltstack(&stack, nullptr);
}

SignalStack::~SignalStack()
{
    stack_t off = {};
    off.ss_flags = SS_DISABLE;
    ::sigaltstack(&off, nullptr);
}

} // namespace callboard::sync
