// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <cstdio>
#include <string>

#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace callboard::bench {

/// How long the thread that makes this had work and waited for a processor, so far. Any thread may ask. Source: Linux,
/// Documentation/scheduler/sched-stats.rst, /proc/<pid>/schedstat.
class RunDelay final {
public:
    RunDelay()
        : m_file(::open(("/proc/self/task/" + std::to_string(::syscall(SYS_gettid)) + "/schedstat").c_str(), O_RDONLY | O_CLOEXEC))
    {
    }
    ~RunDelay()
    {
        if (m_file >= 0)
            ::close(m_file);
    }
    Q_DISABLE_COPY_MOVE(RunDelay)

    bool isKnown() const { return m_file >= 0; }
    double milliseconds() const
    {
        char text[96];
        const auto size = m_file < 0 ? -1 : ::pread(m_file, text, sizeof text - 1, 0);
        if (size <= 0)
            return 0;
        text[size] = 0;
        unsigned long long ran = 0, waited = 0;
        return std::sscanf(text, "%llu %llu", &ran, &waited) == 2 ? double(waited) / 1e6 : 0;
    }

private:
    int m_file;
};

} // namespace callboard::bench
