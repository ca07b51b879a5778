// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callboardctl/docscommands.h"
#include "app/callboardctl/docsfolder.h"
#include "app/callboardctl/workspaceaccess.h"
#include "models/search/docsearch.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <ctime>
#include <map>
#include <optional>

namespace callboard::ctl {

using namespace Qt::StringLiterals;

namespace {

constexpr int looked = 50;    ///< Hits among which the expected page is looked for.
constexpr int good = 3;       ///< Ranks that count as found.
constexpr int timedRounds = 5;
constexpr double target = 0.9;

struct Tally {
    int all = 0;
    int found = 0;
    double share() const { return all == 0 ? 1 : double(found) / all; }
};

struct Judged {
    int rank = 0; ///< From 1; 0: not among those looked at.
    bool anchorRight = false;
    QString best; ///< What came first.
};

bool isExpected(const search::DocHit &hit, const QString &site, const QJsonObject &wanted)
{
    const auto fits = [&](const QJsonObject &page) { return page["site"_L1].toString() == site && page["path"_L1].toString() == hit.path; };
    const auto also = wanted["also"_L1].toArray();
    return fits(wanted) || std::ranges::any_of(also, [&](const QJsonValue &page) { return fits(page.toObject()); });
}

Judged judge(DocShelf &shelf, const search::DocAnswer &answer, const QJsonObject &wanted)
{
    Judged judged;
    for (size_t i = 0; i < answer.hits.size(); ++i) {
        const search::DocHit &hit = answer.hits[i];
        const QString site = shelf.nameOf(hit.site);
        if (i == 0)
            judged.best = site + u'/' + hit.path;
        if (!isExpected(hit, site, wanted))
            continue;
        judged.rank = int(i) + 1;
        judged.anchorRight = wanted["anchor"_L1].toString().isEmpty() || wanted["anchor"_L1].toString() == hit.anchor;
        break;
    }
    return judged;
}

/// Of the processor, by this thread: what others on the machine do is not in it.
double spentMilliseconds()
{
    timespec now {};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

std::optional<QJsonArray> readQueries(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        complain(u"callboardctl: %1 cannot be read"_s.arg(path));
        return std::nullopt;
    }
    const QJsonDocument json = QJsonDocument::fromJson(file.readAll());
    const QJsonArray queries = json.isArray() ? json.array() : json["queries"_L1].toArray();
    if (queries.isEmpty())
        complain(u"callboardctl: %1 has no queries: [{\"class\", \"query\", \"site\", \"path\"}]"_s.arg(path));
    return queries.isEmpty() ? std::nullopt : std::optional(queries);
}

QJsonObject summary(const std::map<QString, Tally> &classes, const Tally &all, std::vector<double> times)
{
    std::ranges::sort(times);
    QJsonObject byClass;
    for (const auto &[name, tally] : classes)
        byClass.insert(name, QJsonObject { { u"queries"_s, tally.all }, { u"found"_s, tally.found }, { u"share"_s, tally.share() } });
    return { { u"classes"_s, byClass }, { u"queries"_s, all.all }, { u"inFirstThree"_s, all.found }, { u"share"_s, all.share() },
        { u"p50_ms"_s, times[times.size() / 2] }, { u"p95_ms"_s, times[size_t(double(times.size()) * 0.95)] } };
}

} // namespace

/// Which rank the expected page of each query has among the hits over all sites of a folder.
ExitCode docsRelevance(const QStringList &given)
{
    const Arguments arguments(given, {}, {});
    if (!arguments.error().isEmpty())
        return badUsage(arguments.error());
    if (arguments.rest().size() != 2)
        return badUsage(u"docs relevance QUERIES.json FOLDER"_s);
    const auto queries = readQueries(arguments.rest().first());
    const auto shelf = queries ? DocShelf::ofFolder(arguments.rest().last()) : nullptr;
    if (!shelf)
        return UsageOrIo;
    search::DocSearch search(shelf->mirror());
    const bool json = arguments.has(u"json"_s);
    std::map<QString, Tally> classes;
    Tally all;
    std::vector<double> times;
    QJsonArray items;
    for (const QJsonValue &value : *queries) {
        const QJsonObject wanted = value.toObject();
        const auto question = search::DocQuestion::parse(wanted["query"_L1].toString());
        const auto answer = search.find(question, {}, looked);
        if (!answer)
            return complainOf(answer.error());
        for (int round = 0; round < timedRounds; ++round) {
            const double before = spentMilliseconds();
            if (search.find(question))
                times.push_back(spentMilliseconds() - before);
        }
        const Judged judged = judge(*shelf, *answer, wanted);
        const QString kind = wanted["class"_L1].toString();
        const bool found = judged.rank >= 1 && judged.rank <= good;
        for (Tally *tally : { &all, &classes[kind] }) {
            ++tally->all;
            tally->found += found;
        }
        items.append(QJsonObject { { u"class"_s, kind }, { u"query"_s, wanted["query"_L1] }, { u"rank"_s, judged.rank },
            { u"anchor"_s, judged.anchorRight }, { u"best"_s, judged.best } });
        if (!json)
            printLine(u"%1  %2  %3  %4%5"_s.arg(found ? u"ok "_s : u"BAD"_s, judged.rank == 0 ? u" -"_s : u"%1"_s.arg(judged.rank, 2), kind.leftJustified(8),
                wanted["query"_L1].toString(), found ? (judged.anchorRight ? QString() : u"  (another heading)"_s) : u"  (first: %1)"_s.arg(judged.best)));
    }
    const QJsonObject told = summary(classes, all, times);
    if (json) {
        printJson({ { u"items"_s, items }, { u"summary"_s, told }, { u"pages"_s, shelf->pages() }, { u"indexedPerSecond"_s, shelf->indexedPerSecond() } });
    } else {
        for (const auto &[name, tally] : classes)
            printLine(u"%1 %2 of %3"_s.arg(name.leftJustified(8)).arg(tally.found).arg(tally.all));
        printLine(u"%1 of %2 in the first three (%3 %), %4 pages indexed at %5 a second, search p50 %6 ms, p95 %7 ms of processor"_s
                .arg(all.found).arg(all.all).arg(100 * all.share(), 0, 'f', 1).arg(shelf->pages())
                .arg(shelf->indexedPerSecond(), 0, 'f', 0).arg(told["p50_ms"_L1].toDouble(), 0, 'f', 2).arg(told["p95_ms"_L1].toDouble(), 0, 'f', 2));
    }
    return all.share() >= target ? Good : ProblemsFound;
}

} // namespace callboard::ctl
