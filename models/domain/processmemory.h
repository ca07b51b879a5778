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

/// How the C library takes memory from the system; for the beginning of `main`.
///
/// Each thread has a heap of its own, however many there are. glibc makes eight for each processor and has the others share, the window's own
/// among them: then the window waits for every thread that lost its processor while it allocated.
///
/// Blocks of half a megabyte and more come from the system one by one and go back to it. Else glibc keeps them in its heaps once the first was
/// freed: what a catalog of 100,000 leaves between them there is 6 MB, and more of it during a sync.
inline void arrangeHeaps()
{
#ifdef __GLIBC__
    constexpr int large = 1 << 19; // More than what a key press takes and frees again.
    ::mallopt(M_ARENA_MAX, 256);
    ::mallopt(M_MMAP_THRESHOLD, large);
    ::mallopt(M_TRIM_THRESHOLD, large);
#endif
}

} // namespace callboard::domain
