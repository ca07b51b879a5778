// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/sdk/projectbuilds.h"

#include "plugins/sdk/projectstate.h"

#include <QJsonArray>

#include <algorithm>

namespace callboard::sdk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::fail;
using projectstate::Known;
using projectstate::Standing;
using projectstate::State;
using projectstate::text;
using projectstate::timeIn;

namespace {

// Clocks differ, and a host may show a run a little after it changed.
constexpr auto overlap = 5min;
constexpr auto hintEvery = 5min;
// What was asked a moment ago is not asked again because somebody presses the key again.
constexpr auto wantedRest = 30s;
// What was not asked for this long is asked at once when it comes on screen.
constexpr auto onScreenEvery = 30min;
// How much sooner what the person works on comes round.
constexpr int keptSooner = 8;
// Where a host has no hint to give.
constexpr auto hintAgain = 1h;
// Older than this, something unfinished waits for somebody, or was forgotten by its host: it is no reason to ask each time.
constexpr auto oldAfter = 24h;
// Of its age, the part that passes until it is asked for again; a day at most.
constexpr int partsOfAge = 24;
// How long a note is believed in what seldom changes.
constexpr auto believedFor = 24h;
// How often one is asked out of turn, where its host said that something happened and its answer is an error.
constexpr int mostTries = 3;

/// Errors that are one project's own.
bool isOfProject(const domain::Error &error)
{
    if (error.source == "keychain"_L1)
        return false; // Nobody was asked.
    return error.code == ErrorCode::NotFound || error.code == ErrorCode::Forbidden || error.code == ErrorCode::Invalid
        || error.code == ErrorCode::BadResponse || error.code == ErrorCode::Conflict || error.code == ErrorCode::Unsupported;
}

void remove(PullContext &context, QLatin1StringView type, const QString &project, const QJsonObject &ids)
{
    for (auto it = ids.begin(); it != ids.end(); ++it)
        context.remove(QString(type), project + u'#' + it.key());
}

/// Takes over what came, and lets the oldest go beyond what is kept.
void remember(PullContext &context, QLatin1StringView type, const QString &project, QJsonObject &ids, int kept)
{
    if (ids.size() <= kept)
        return;
    std::vector<std::pair<QString, QString>> byTime;
    for (auto it = ids.begin(); it != ids.end(); ++it)
        byTime.emplace_back(it.value().toString(), it.key());
    std::ranges::sort(byTime, std::greater());
    for (size_t i = size_t(kept); i < byTime.size(); ++i) {
        context.remove(QString(type), project + u'#' + byTime[i].second);
        ids.remove(byTime[i].second);
    }
}

/// A run that failed may be run again under the same id, and then its host tells only how it stands now. What was seen of it before is
/// its earlier attempts, unless the host tells them itself.
void rememberVerdict(QJsonObject &verdicts, domain::BuildRun &run)
{
    constexpr qsizetype most = 10; // Of one run.
    QJsonArray seen = verdicts.value(run.id).toArray();
    const QJsonArray now { run.attempt, domain::buildStateName(run.state) };
    if (domain::isVerdict(run.state) && (domain::isBroken(run.state) || !seen.isEmpty()) && seen.last() != now)
        seen.append(now);
    while (seen.size() > most)
        seen.removeFirst();
    if (seen.isEmpty())
        return;
    verdicts.insert(run.id, seen);
    if (seen.last() == now)
        seen.removeLast();
    if (!run.earlier.empty())
        return;
    for (const QJsonValue one : std::as_const(seen))
        run.earlier.push_back({ one[0].toInt(1), domain::buildStateFrom(one[1].toString()) });
}

QDateTime orderOf(const domain::BuildRun &run)
{
    return run.queuedAt.isValid() ? run.queuedAt : run.startedAt.isValid() ? run.startedAt : run.finishedAt;
}

class Pull final {
public:
    /// `refusals`: of the pulls since the last one that was completed; its own is noted there.
    Pull(ProjectSource &source, PullContext &context, const QDateTime &now, ProjectRefusals &refusals)
        : m_source(source)
        , m_context(context)
        , m_now(now)
        , m_refusals(refusals)
        , m_cursor(context.cursor())
        , m_state(State::load(m_cursor))
    {
        if (refusals.cursor != m_cursor)
            refusals = {};
        m_state.goOnFrom(State::load(refusals.asked));
    }

    Result<void> run()
    {
        const auto projects = m_source.projects(m_context);
        m_context.bringOnlyChanges();
        forgetAllBut(projects);
        if (const auto hinted = askForHint(); !hinted)
            return hinted;
        const auto chosen = choose(projects);
        qint64 done = 0;
        for (const HostedProject *project : chosen) {
            if (m_context.stopRequested())
                return fail(ErrorCode::Cancelled, u"stopped"_s);
            m_context.progress(done++, qint64(chosen.size()), project->name);
            if (const auto asked = ask(*project); !asked)
                return asked;
        }
        if (const auto further = askFurther(projects, chosen); !further)
            return further;
        m_state.at = m_now;
        if (const auto refusal = whereAllRefuse()) {
            // What this one has asked counts, though it brings nothing: so that each has its turn, and none costs more than its share.
            m_refusals = { refusal, m_cursor, m_state.save() };
            return std::unexpected(*refusal);
        }
        m_refusals = {};
        m_context.saveCursor(m_state.save());
        return {};
    }

private:
    bool hasAnswered() const
    {
        return std::ranges::any_of(m_state.projects, [](const Known &known) { return known.standing == Standing::Answers; });
    }

    /// One that is not the person's to see says nothing of its host, also where it alone had its turn. Where all that were asked refuse and
    /// others do not yet, those are asked until one answers, on credit: they may have errors of their own, and then it is used up at some time.
    Result<void> askFurther(const std::vector<HostedProject> &projects, const std::vector<const HostedProject *> &chosen)
    {
        if (m_answers > 0 || !m_refusal)
            return {};
        std::vector<const HostedProject *> others;
        for (const HostedProject &project : projects) {
            const auto known = m_state.projects.constFind(project.name);
            const bool mayAnswer = known == m_state.projects.cend() || known->standing == Standing::Answers || known->standing == Standing::New;
            if (mayAnswer && !std::ranges::contains(chosen, &project))
                others.push_back(&project);
        }
        std::ranges::stable_sort(others, std::greater(), [this](const HostedProject *project) { return secondsSinceAsked(*project); });
        others.resize(std::min(others.size(), size_t(ProjectBuildsFeed::wantedAtOnce)));
        for (const HostedProject *project : others) {
            if (m_context.stopRequested())
                return fail(ErrorCode::Cancelled, u"stopped"_s);
            if (m_state.saved <= -double(ProjectBuildsFeed::wantedAtOnce))
                return {};
            m_state.saved -= 1;
            if (const auto asked = ask(*project); !asked || m_answers > 0)
                return asked;
        }
        return {};
    }

    /// A token without rights, a sign-on that the organisation wants first: the host refuses, and not one of its projects.
    std::optional<domain::Error> whereAllRefuse() const
    {
        const bool refuses = std::ranges::any_of(m_state.projects, [](const Known &known) { return known.standing == Standing::Refused; });
        if (hasAnswered() || !refuses)
            return std::nullopt;
        const domain::Error before { ErrorCode::Forbidden, u"this host refuses each of its projects"_s, 0, std::nullopt, {} };
        return m_refusal ? *m_refusal : m_refusals.error.value_or(before);
    }

    void forgetAllBut(const std::vector<HostedProject> &projects)
    {
        QSet<QString> named;
        for (const HostedProject &project : projects)
            named.insert(project.name);
        m_state.projects.removeIf([&](const auto &entry) {
            if (named.contains(entry.key()))
                return false;
            remove(m_context, domain::recordtype::buildRun, entry.key(), entry.value().runs);
            remove(m_context, domain::recordtype::deployment, entry.key(), entry.value().deployments);
            return true;
        });
    }

    bool isHintDue() const
    {
        const auto passed = [this](const QDateTime &since, std::chrono::seconds least) {
            return !since.isValid() || double(since.secsTo(m_now)) * m_context.idleShare() >= double(least.count());
        };
        const std::chrono::seconds rest = m_context.isWanted() ? wantedRest : hintEvery;
        return !m_state.projects.isEmpty() && passed(m_state.hinted, rest) && passed(m_state.unhinted, hintAgain);
    }

    Result<void> askForHint()
    {
        if (!isHintDue())
            return {};
        const QDateTime since = m_state.hinted.isValid() ? m_state.hinted.addDuration(-overlap) : m_now.addDuration(-1h);
        const auto active = m_source.active(since, m_context);
        if (!active && !isOfProject(active.error()))
            return std::unexpected(active.error());
        if (!active) {
            m_state.unhinted = m_now;
            return {};
        }
        noteActive(*active);
        m_state.hinted = m_now;
        m_state.unhinted = {};
        return {};
    }

    void noteActive(const QStringList &told)
    {
        QSet<QString> active; // Hosts do not tell cases of letters apart; the catalog writes them as it likes.
        for (const QString &name : told)
            active.insert(name.toLower());
        for (auto known = m_state.projects.begin(); known != m_state.projects.end(); ++known) {
            const QString other = known->note.value("repository"_L1).toString();
            if (active.contains(known.key().toLower()) || (!other.isEmpty() && active.contains(other.toLower())))
                known->tries = mostTries;
        }
    }

    bool isOld(const QDateTime &began) const { return !began.isValid() || began.addDuration(oldAfter) < m_now; }

    qint64 secondsSinceAsked(const HostedProject &project) const
    {
        const auto known = m_state.projects.constFind(project.name);
        return known == m_state.projects.cend() ? 0 : known->asked.secsTo(m_now);
    }
    bool hasRested(const HostedProject &project, std::chrono::seconds rest) const { return secondsSinceAsked(project) >= rest.count(); }

    /// A few each time, those asked longest ago; a list has many that nothing happens in.
    QSet<QString> onScreenNow(const std::vector<HostedProject> &projects) const
    {
        std::vector<const HostedProject *> seen;
        for (const HostedProject &project : projects) {
            if (project.onScreen && m_state.projects.contains(project.name))
                seen.push_back(&project);
        }
        std::ranges::stable_sort(seen, std::greater(), [this](const HostedProject *project) { return secondsSinceAsked(*project); });
        QSet<QString> now;
        for (const HostedProject *project : seen) {
            if (now.size() < ProjectBuildsFeed::onScreenAtOnce || hasRested(*project, onScreenEvery))
                now.insert(project->name);
        }
        return now;
    }

    bool isUrgent(const HostedProject &project, const Known &known) const
    {
        const bool runs = std::ranges::any_of(known.unfinished, [this](const QJsonValue &began) { return !isOld(timeIn(began)); });
        return known.tries > 0 || runs || project.entityRefs != known.refs;
    }

    std::vector<const HostedProject *> choose(const std::vector<HostedProject> &projects)
    {
        std::vector<const HostedProject *> urgent, fresh, idle;
        const QSet<QString> onScreen = onScreenNow(projects);
        for (const HostedProject &project : projects) {
            const auto known = m_state.projects.constFind(project.name);
            if (known == m_state.projects.cend())
                fresh.push_back(&project);
            else
                (onScreen.contains(project.name) || isUrgent(project, *known) ? urgent : idle).push_back(&project);
        }
        const double passed = m_state.at.isValid() ? double(std::max<qint64>(0, m_state.at.secsTo(m_now))) : 0;
        m_state.saved = std::min(projectstate::mostSaved, m_state.saved + passed * idlePerSecond());
        tellRound(idle);
        const size_t turns = arrangeIdle(idle);
        m_state.saved -= double(turns);
        fresh.resize(std::min(fresh.size(), size_t(ProjectBuildsFeed::newAtOnce)));
        urgent.insert(urgent.end(), fresh.begin(), fresh.end());
        urgent.insert(urgent.end(), idle.begin(), idle.begin() + ptrdiff_t(turns));
        return urgent;
    }

    double idlePerSecond() const { return m_context.idleShare() * ProjectBuildsFeed::idleAnHour / 3600; }

    /// In the order of their turns. How many of them are asked now: more than have come to it, where a person asks for their own.
    size_t arrangeIdle(std::vector<const HostedProject *> &idle) const
    {
        const auto due = [this](const HostedProject *project) { return secondsSinceAsked(*project) * (project->keep ? keptSooner : 1); };
        std::ranges::stable_sort(idle, std::greater(), due);
        const auto upTo = [](size_t count, double most) { return std::min(count, size_t(std::max(0.0, most))); };
        const size_t turns = upTo(idle.size(), m_state.saved);
        if (!m_context.isWanted())
            return turns;
        const auto others = std::ranges::stable_partition(idle,
            [this](const HostedProject *project) { return (project->keep || project->onScreen) && hasRested(*project, wantedRest); });
        const size_t wanted = idle.size() - others.size();
        return std::max(turns, upTo(wanted, m_state.saved + ProjectBuildsFeed::wantedAtOnce));
    }

    /// In the time of a round each of the others has one turn, and what the person works on several.
    void tellRound(const std::vector<const HostedProject *> &idle) const
    {
        const auto kept = std::ranges::count_if(idle, &HostedProject::keep);
        const double turns = double(idle.size()) + double(kept) * (keptSooner - 1);
        m_context.tellRound(std::chrono::seconds(qint64(turns / idlePerSecond())));
    }

    Result<void> ask(const HostedProject &project)
    {
        Known &known = m_state.projects[project.name];
        ProjectMemory memory { {}, known.note };
        // Runs of before name the entities of before: all are brought anew.
        if (known.refs != project.entityRefs)
            known.answered = {};
        if (known.answered.isValid())
            memory.since = known.answered.addDuration(-overlap);
        // Of a note, "branch" (the default one) and "by" (the way of asking, each with ids of its own kind) are left out after a day,
        // for the source to find them anew: a branch is renamed, a server gets another version.
        const bool isBelieved = known.noted.isValid() && known.noted.addDuration(believedFor) > m_now;
        if (!isBelieved) {
            memory.note.remove("branch"_L1);
            memory.note.remove("by"_L1);
        }
        auto told = m_source.builds(project, memory, m_context);
        known.asked = m_now;
        known.refs = project.entityRefs;
        known.tries = told ? 0 : std::max(0, known.tries - 1);
        noteStanding(told ? std::nullopt : std::optional(told.error()), known);
        if (!told) {
            if (!isOfProject(told.error()))
                return std::unexpected(told.error());
            m_context.log(u"%1: %2"_s.arg(project.name, told.error().detail));
            return {};
        }
        const auto hasChanged = [&](QLatin1StringView what) { return known.note.contains(what) && known.note.value(what) != told->note.value(what); };
        // Runs of before are judged by the branch of before: all are brought anew the next time.
        known.answered = hasChanged("branch"_L1) ? QDateTime() : m_now;
        // What was asked in another way has ids of another kind.
        if (hasChanged("by"_L1) && told->note.contains("by"_L1)) {
            remove(m_context, domain::recordtype::buildRun, project.name, known.runs);
            known.runs = {};
            known.unfinished = {};
            known.unlisted = {};
            known.verdicts = {};
        }
        known.noted = isBelieved ? known.noted : m_now;
        known.note = told->note;
        memory.note = told->note;
        if (const auto taken = takeRuns(project, memory, *told, known); !taken)
            return taken;
        for (domain::Deployment &deployment : told->deployments) {
            if (deployment.id.isEmpty())
                continue;
            deployment.project = project.name;
            deployment.entityRefs = project.entityRefs;
            known.deployments.insert(deployment.id, text(deployment.createdAt));
            m_context.put(deployment.toRecord());
        }
        remember(m_context, domain::recordtype::deployment, project.name, known.deployments, ProjectBuildsFeed::keptRuns);
        return {};
    }

    void noteStanding(const std::optional<domain::Error> &error, Known &known)
    {
        if (!error) {
            ++m_answers;
            known.standing = Standing::Answers;
        } else if (error->code == ErrorCode::Forbidden) {
            known.standing = Standing::Refused;
            m_refusal = m_refusal ? m_refusal : error;
        } else if (error->code == ErrorCode::NotFound) {
            known.standing = Standing::Missing;
        }
    }

    /// Those that were told, and those that would be if the list were longer.
    Result<void> takeRuns(const HostedProject &project, const ProjectMemory &memory, ProjectBuilds &told, Known &known)
    {
        QSet<QString> listed;
        for (domain::BuildRun &run : told.runs) {
            if (run.id.isEmpty() || listed.contains(run.id))
                continue;
            listed.insert(run.id);
            takeRun(project, run, known);
        }
        if (!told.isUnchanged)
            noteUnlisted(listed, known);
        if (const auto asked = askForUnlisted(project, memory, known); !asked)
            return asked;
        forgetOldRuns(project, known);
        return {};
    }

    void takeRun(const HostedProject &project, domain::BuildRun &run, Known &known)
    {
        run.project = project.name;
        run.entityRefs = project.entityRefs;
        known.runs.insert(run.id, text(orderOf(run)));
        if (domain::isFinished(run.state) || run.state == domain::BuildState::Unknown)
            known.settle(run.id);
        else
            known.unfinished.insert(run.id, text(orderOf(run)));
        rememberVerdict(known.verdicts, run);
        m_context.put(run.toRecord());
    }

    /// Many hosts list the newest runs alone: an older one that has not ended is told no more.
    static void noteUnlisted(const QSet<QString> &listed, Known &known)
    {
        QJsonObject unlisted;
        const QStringList ids = known.unfinished.keys();
        for (const QString &id : ids) {
            if (!listed.contains(id))
                unlisted.insert(id, known.unlisted.value(id).toString());
        }
        known.unlisted = unlisted;
    }

    /// A deployment may wait for its approval for weeks: the longer, the more seldom it is asked for.
    bool isDue(const Known &known, const QString &id) const
    {
        const QDateTime began = timeIn(known.unfinished.value(id)), asked = timeIn(known.unlisted.value(id));
        if (!isOld(began) || !asked.isValid())
            return true;
        const qint64 day = std::chrono::seconds(oldAfter).count();
        return asked.secsTo(m_now) >= (began.isValid() ? std::min(day, began.secsTo(m_now) / partsOfAge) : day);
    }

    /// The longest not asked for, so that of many each has its turn.
    QStringList nextUnlisted(const Known &known) const
    {
        QStringList ids = known.unlisted.keys();
        ids.removeIf([&](const QString &id) { return !isDue(known, id); });
        std::ranges::stable_sort(ids, {}, [&known](const QString &id) { return known.unlisted.value(id).toString(); });
        return ids.mid(0, ProjectBuildsFeed::byIdAtOnce);
    }

    Result<void> askForUnlisted(const HostedProject &project, const ProjectMemory &memory, Known &known)
    {
        const QStringList ids = nextUnlisted(known);
        for (const QString &id : ids) {
            if (m_context.stopRequested())
                return fail(ErrorCode::Cancelled, u"stopped"_s);
            known.unlisted.insert(id, text(m_now));
            const bool isIdle = isOld(timeIn(known.unfinished.value(id)));
            auto told = runOf(project, id, memory);
            if (isIdle)
                m_state.saved -= m_source.requestsOfRun(); // They are part of what an idle estate may cost.
            if (told) {
                takeRun(project, *told, known);
                continue;
            }
            const domain::Error &error = told.error();
            if (!isOfProject(error))
                return std::unexpected(error);
            if (error.code == ErrorCode::Unsupported) {
                known.unlisted = {};
                return {};
            }
            m_context.log(u"%1#%2: %3"_s.arg(project.name, id, error.detail));
            if (error.code == ErrorCode::NotFound)
                forgetRun(project, id, known);
        }
        return {};
    }

    Result<domain::BuildRun> runOf(const HostedProject &project, const QString &id, const ProjectMemory &memory)
    {
        auto told = m_source.run(project, id, memory, m_context);
        if (told && told->id != id)
            return fail(ErrorCode::BadResponse, u"the answer is not the run that was asked for"_s);
        return told;
    }

    void forgetRun(const HostedProject &project, const QString &id, Known &known)
    {
        remove(m_context, domain::recordtype::buildRun, project.name, QJsonObject { { id, QString() } });
        known.runs.remove(id);
        known.verdicts.remove(id);
        known.settle(id);
    }

    void forgetOldRuns(const HostedProject &project, Known &known)
    {
        remember(m_context, domain::recordtype::buildRun, project.name, known.runs, ProjectBuildsFeed::keptRuns);
        for (const QString &id : known.verdicts.keys()) {
            if (!known.runs.contains(id))
                known.verdicts.remove(id);
        }
        for (const QString &id : known.unfinished.keys()) {
            if (!known.runs.contains(id)) // Nor is it asked for by its id: that would bring it back.
                known.settle(id);
        }
    }

    ProjectSource &m_source;
    PullContext &m_context;
    QDateTime m_now;
    ProjectRefusals &m_refusals;
    QByteArray m_cursor;
    State m_state;
    int m_answers = 0;
    std::optional<domain::Error> m_refusal; ///< The first one.
};

} // namespace

ProjectSource::~ProjectSource() = default;

Result<QStringList> ProjectSource::active(const QDateTime &, PullContext &)
{
    return fail(ErrorCode::Unsupported, u"this host does not tell where something happened"_s);
}

Result<domain::BuildRun> ProjectSource::run(const HostedProject &, const QString &, const ProjectMemory &, PullContext &)
{
    return fail(ErrorCode::Unsupported, u"this host is not asked for single runs"_s);
}

int ProjectSource::requestsOfRun() const { return 1; }

ProjectBuildsFeed::ProjectBuildsFeed(ProjectSource &source, Clock clock)
    : m_source(source)
    , m_clock(std::move(clock))
{
}

Result<void> ProjectBuildsFeed::pull(PullContext &context)
{
    return Pull(m_source, context, m_clock(), m_refusals).run();
}

} // namespace callboard::sdk
