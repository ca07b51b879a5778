// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Records one use after the other in the folder given, and says up to which all are on disk, until killed.
#include "models/insights/usagelog.h"

#include <QCoreApplication>

#include <cstdio>

using namespace callboard::insights;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (argc < 2)
        return 2;
    UsageLog log(QString::fromLocal8Bit(argv[1]));
    log.flush();
    for (qint64 number = log.newest();;) {
        for (int i = 0; i < 7; ++i) {
            ++number;
            log.record(UsageDeed::Searched, QString::number(number), {}, number % 5);
        }
        log.flush();
        if (log.failure())
            return 1;
        std::printf("%lld\n", static_cast<long long>(number));
        std::fflush(stdout);
    }
}
