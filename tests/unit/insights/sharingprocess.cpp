// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// sharingprocess FOLDER POSTS FIRST: a person's use, shared by its own clock, until killed. Opens an entity each millisecond, numbered
// from FIRST; what is posted is written to the end of the file POSTS, a number a line, as the other side would keep it. Says "sharing" when it does.
#include "models/insights/usagesharer.h"
#include "models/mirror/mirror.h"

#include <QCoreApplication>
#include <QFile>
#include <QTimer>

#include <cstdio>

using namespace callboard;
using namespace callboard::insights;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc < 4)
        return 2;
    auto opened = mirror::Mirror::open(QString::fromLocal8Bit(argv[1]), {});
    QFile posts(QString::fromLocal8Bit(argv[2]));
    if (!opened || !posts.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
        return 1;
    mirror::Mirror &mirror = **opened;
    const QString portal = u"portal-1"_s;
    const ShareTerms terms { u"user:default/mira"_s, u"https://portal.example.org"_s };
    UsageSharer::Ways ways;
    ways.takers = ways.connections = [&] { return QStringList { portal }; };
    ways.pace = [](const QString &) { return UsageSharer::Pace::AsUsual; };
    ways.interval = 3ms;
    ways.ask = [&](const ShareRequest &request, const std::function<void(domain::Result<ShareAnswer>)> &done) {
        QByteArray lines;
        for (const UsageEvent &event : request.events)
            lines += event.what.toLatin1() + '\n';
        posts.write(lines);
        // The answer takes its time: a kill may come between.
        QTimer::singleShot(1ms, &application, [done, terms] { done(ShareAnswer { terms, {}, true }); });
    };
    UsageSharer sharer(mirror, ways);
    qint64 number = QByteArray(argv[3]).toLongLong();
    QTimer person;
    QObject::connect(&person, &QTimer::timeout, &application, [&] {
        UsageLog::of(mirror).record(UsageDeed::OpenedEntity, QString::number(number++), u"component:default/a"_s);
    });
    bool said = false;
    const auto look = [&] {
        if (!sharer.state(portal).on)
            return sharer.begin(portal, terms);
        if (std::exchange(said, true))
            return;
        std::puts("sharing");
        std::fflush(stdout);
        person.start(1ms);
    };
    QObject::connect(&sharer, &UsageSharer::changed, &application, look);
    // What was agreed before is read with the log; only where nothing was, it is begun.
    QTimer begun;
    begun.setInterval(1ms);
    QObject::connect(&begun, &QTimer::timeout, &application, [&] {
        if (!UsageLog::of(mirror).hasLoaded())
            return;
        begun.stop();
        QTimer::singleShot(0, &application, look);
    });
    begun.start();
    return QCoreApplication::exec();
}
