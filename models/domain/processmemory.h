// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>

#ifdef __GLIBC__
#    include <malloc.h>
#endif

namespace callboard::domain {

/// This process's proportional share of memory, in MB: what it shares with others counts in parts. 0 where the system does not tell.
/// Source: Linux, Documentation/filesystems/proc.rst, smaps_rollup.
inline double proportionalMegabytes()
{
    QFile file(QStringLiteral("/proc/self/smaps_rollup"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArrayList lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("Pss:"))
            return line.mid(4).trimmed().split(' ').front().toDouble() / 1024;
    }
    return 0;
}

/// Lets each thread have a heap of its own, however many there are. glibc makes eight for each processor and has the others share, the window's
/// own heap among them: then the window waits for every thread that lost its processor while it allocated. For the beginning of `main`.
inline void giveThreadsTheirOwnHeaps()
{
#ifdef __GLIBC__
    ::mallopt(M_ARENA_MAX, 256);
#endif
}

} // namespace callboard::domain
