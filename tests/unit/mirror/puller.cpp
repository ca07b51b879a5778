// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pulls one generation after the other into the mirror given, whole ones and such that bring only changes, and says
// each that is complete, until killed.
#include "tests/unit/mirror/killcatalog.h"

#include <cstdio>

using namespace callboard::mirror;
using namespace callboard::mirror::test;

namespace {

void bring(Pull &pull, qint64 generation)
{
    const bool patch = kill::isPatch(generation);
    if (patch)
        pull.bringOnlyChanges();
    for (int index = 0; index < kill::entities; ++index) {
        if (kill::holds(generation, index) && (!patch || kill::isChanged(generation, index)))
            pull.put(kill::entityOf(generation, index));
        else if (patch && !kill::holds(generation, index) && kill::holds(generation - 1, index))
            pull.remove(u"Entity"_s, kill::refOf(index));
    }
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (argc < 2)
        return 2;
    const auto mirror = Mirror::open(QString::fromLocal8Bit(argv[1]), {});
    if (!mirror) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(mirror.error().detail));
        return 1;
    }
    for (;;) {
        auto pull = (*mirror)->beginPull(u"c"_s, u"catalog"_s, u"me"_s);
        const qint64 generation = (*pull)->cursor().toLongLong() + 1;
        bring(**pull, generation);
        (*pull)->setCursor(QByteArray::number(generation));
        if (const auto completed = (*pull)->complete(); !completed) {
            std::fprintf(stderr, "%s\n", qUtf8Printable(completed.error().detail));
            return 1;
        }
        std::printf("%lld\n", generation);
        std::fflush(stdout);
    }
}
