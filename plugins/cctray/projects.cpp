// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/cctray/projects.h"

#include <QRegularExpression>
#include <QTimeZone>
#include <QUrl>
#include <QXmlStreamReader>

namespace callboard::cctray {

using namespace Qt::StringLiterals;
using domain::BuildRun;
using domain::BuildState;
using domain::ErrorCode;
using domain::fail;

namespace {

constexpr qsizetype longestName = 300, mostBreakers = 20;
const QString separator = u" :: "_s;
/// Of a run that has neither a label nor a time that can be read: each takes the place of the one before.
const QString untoldLabel = u"last"_s;

bool isWord(const QString &told, QLatin1StringView word) { return told.compare(word, Qt::CaseInsensitive) == 0; }

// Sources: https://cctray.org/v1/; CruiseControl.NET's IntegrationStatus has one word more.
BuildState stateOf(const QString &word)
{
    if (isWord(word, "Success"_L1))
        return BuildState::Passed;
    if (isWord(word, "Failure"_L1))
        return BuildState::Failed;
    if (isWord(word, "Exception"_L1)) // The server could not build at all.
        return BuildState::Errored;
    return isWord(word, "Cancelled"_L1) ? BuildState::Cancelled : BuildState::Unknown;
}

/// Nothing has ended yet that the file could tell of: CruiseControl.rb has "Unknown" for a label, too, and 1970 for the time.
bool isUntold(const Project &project)
{
    const bool hasNothing = project.label.isEmpty() && project.lastWord.isEmpty();
    return !project.lastTime.isValid() && (hasNothing || isWord(project.lastWord, "Unknown"_L1));
}

/// With seven digits of a second (.NET), with or without an offset; the latter is taken for UTC. Also as TeamCity's other answers write it, without
/// separators: "20160610T122530+0200", and with blanks: "2016-06-10 12:25:30 +0200".
QDateTime timeOf(QString text)
{
    static const QRegularExpression fraction(u"\\.(\\d{3})\\d*"_s);
    static const QRegularExpression basic(u"^(\\d{4})(\\d\\d)(\\d\\d)T(\\d\\d)(\\d\\d)(\\d\\d)"_s);
    static const QRegularExpression blank(u" (?=[+-]|UTC$|Z$)"_s);
    text = text.left(60).trimmed().replace(fraction, u".\\1"_s).replace(basic, u"\\1-\\2-\\3T\\4:\\5:\\6"_s);
    text.remove(blank);
    if (text.endsWith("UTC"_L1))
        text.replace(text.size() - 3, 3, u"Z"_s);
    QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (time.isValid() && time.timeSpec() == Qt::LocalTime)
        time.setTimeZone(QTimeZone::UTC);
    return time.isValid() && time.date().year() > 1970 ? time.toUTC() : QDateTime();
}

QString webUrl(const QString &text)
{
    const QUrl url(text.left(2000), QUrl::StrictMode);
    const bool isWeb = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    return text.size() <= 2000 && url.isValid() && isWeb && !url.host().isEmpty() && url.userInfo().isEmpty() ? text : QString();
}

/// Case differs between servers: cruisecontrol.rb writes "lastbuildstatus" in an old version.
QString attribute(const QXmlStreamAttributes &attributes, QLatin1StringView name)
{
    for (const QXmlStreamAttribute &one : attributes) {
        if (one.name().compare(name, Qt::CaseInsensitive) == 0)
            return one.value().left(4000).toString();
    }
    return {};
}

/// GoCD's label of a stage that was run again: "12 :: 2". Source: ccTrayLastBuildLabel of its StageIdentifier.
struct Label {
    qint64 number = 0; ///< 0: it is none.
    int attempt = 1;

    explicit Label(const QString &label)
        : number(std::max<qint64>(0, label.section(separator, 0, 0).toLongLong()))
        , attempt(std::clamp(label.section(separator, 1).toInt(), 1, 100'000))
    {
    }
};

// Source: https://cctray.org/v1/ ("messages"), and what GoCD and TeamCity's plugin write there.
QString readBreakers(QXmlStreamReader &reader)
{
    QStringList names;
    for (int depth = 1; depth > 0 && !reader.atEnd();) {
        const auto token = reader.readNext();
        if (token == QXmlStreamReader::EndElement)
            --depth;
        if (token != QXmlStreamReader::StartElement)
            continue;
        ++depth;
        const bool isSaid = reader.name().compare("message"_L1, Qt::CaseInsensitive) == 0
            && attribute(reader.attributes(), "kind"_L1).compare("Breakers"_L1, Qt::CaseInsensitive) == 0;
        if (const QString name = isSaid ? attribute(reader.attributes(), "text"_L1).simplified() : QString(); !name.isEmpty() && !names.contains(name))
            names.append(name);
        if (names.size() > mostBreakers)
            names.removeLast();
    }
    return names.join(u", "_s).left(longestName);
}

Project readProject(const QXmlStreamAttributes &attributes)
{
    Project project;
    project.name = attribute(attributes, "name"_L1).simplified().left(longestName);
    project.lastWord = attribute(attributes, "lastBuildStatus"_L1).left(60);
    project.last = stateOf(project.lastWord);
    project.isBuilding = isWord(attribute(attributes, "activity"_L1), "Building"_L1);
    project.label = attribute(attributes, "lastBuildLabel"_L1).simplified().left(longestName);
    project.lastTime = timeOf(attribute(attributes, "lastBuildTime"_L1));
    project.url = webUrl(attribute(attributes, "webUrl"_L1));
    return project;
}

} // namespace

domain::Result<std::vector<Project>> readProjects(const QByteArray &xml)
{
    QXmlStreamReader reader(xml);
    std::vector<Project> projects;
    bool isCcTray = false;
    while (!reader.atEnd()) {
        const auto token = reader.readNext();
        // No feed has one; with it come entities that grow without end, or name files.
        if (token == QXmlStreamReader::DTD || token == QXmlStreamReader::EntityReference)
            return fail(ErrorCode::BadResponse, u"the feed has a document type, which no cctray.xml needs"_s);
        if (token != QXmlStreamReader::StartElement)
            continue;
        // CruiseControl.NET's XmlServerReport has the projects in it, and the queues behind them.
        if (!isCcTray && reader.name().compare("CruiseControl"_L1, Qt::CaseInsensitive) == 0)
            continue;
        if (!isCcTray) {
            if (reader.name().compare("Projects"_L1, Qt::CaseInsensitive) != 0)
                return fail(ErrorCode::BadResponse, u"this is no cctray.xml: it begins with <%1>"_s.arg(reader.name().left(60)));
            isCcTray = true;
            continue;
        }
        Project project = reader.name().compare("Project"_L1, Qt::CaseInsensitive) == 0 ? readProject(reader.attributes()) : Project();
        project.breakers = readBreakers(reader);
        if (project.name.isEmpty())
            continue;
        if (qsizetype(projects.size()) >= mostProjects)
            return fail(ErrorCode::BadResponse, u"the feed has more than %1 projects"_s.arg(mostProjects));
        projects.push_back(std::move(project));
    }
    if (reader.hasError())
        return fail(ErrorCode::BadResponse, u"the feed is no XML: %1"_s.arg(reader.errorString().left(200)));
    return projects;
}

bool isPlaceholder(const QString &runId)
{
    return runId == untoldLabel || runId == "first"_L1 || runId.startsWith("after "_L1);
}

std::vector<BuildRun> runsOf(const Project &project)
{
    std::vector<BuildRun> runs;
    BuildRun run;
    run.project = project.name;
    run.url = project.url;
    run.isDefaultBranch = true; // A project has one line of builds: where it breaks, it is broken.
    const QString last = project.label.isEmpty() ? project.lastTime.toString(Qt::ISODate) : project.label;
    // Travis labels what runs, and says nothing of the one before.
    const bool isOfRunning = project.isBuilding && project.last == BuildState::Unknown && !project.lastTime.isValid();
    if (!isOfRunning && !isUntold(project)) {
        run.id = last.isEmpty() ? untoldLabel : last;
        run.number = Label(project.label).number;
        run.attempt = Label(project.label).attempt;
        run.actor = domain::isBroken(project.last) ? project.breakers : QString();
        run.state = project.last;
        run.vendorState = project.lastWord;
        run.finishedAt = project.lastTime;
        runs.push_back(run);
    }
    if (project.isBuilding) {
        run.id = isOfRunning || last.isEmpty() ? u"first"_s : u"after "_s + last;
        run.number = isOfRunning ? Label(project.label).number : 0;
        run.attempt = 1;
        run.actor.clear();
        run.state = BuildState::Running;
        run.vendorState = u"Building"_s;
        run.finishedAt = {};
        runs.push_back(run);
    }
    return runs;
}

QString stageOf(const QString &name, const QSet<QString> &names)
{
    const QString stage = name.section(separator, 0, -2);
    return stage.contains(separator) && names.contains(stage) ? stage : QString();
}

QSet<QString> namesOf(const std::vector<Project> &projects)
{
    QSet<QString> names;
    for (const Project &project : projects)
        names.insert(project.name);
    return names;
}

std::vector<domain::BuildJob> jobsOf(const BuildRun &run, const std::vector<Project> &projects)
{
    const auto stage = std::ranges::find(projects, run.project, &Project::name);
    const bool isRunning = run.state == BuildState::Running;
    std::vector<domain::BuildJob> jobs;
    if (stage == projects.end() || (isRunning ? !stage->isBuilding : stage->label != run.id))
        return jobs;
    const QString prefix = run.project + separator;
    for (const Project &project : projects) {
        const QString name = project.name.startsWith(prefix) ? project.name.mid(prefix.size()) : QString();
        if (name.isEmpty() || name.contains(separator))
            continue;
        // Its word is of its last run that ended: of the stage's that runs, once its label is another one than the stage's.
        const bool isOfRun = isRunning ? !project.isBuilding && project.label != stage->label : project.label == run.id;
        if (!isRunning && !isOfRun)
            continue; // One that was not run again with the rest of the stage says nothing of this run.
        domain::BuildJob job;
        job.id = job.name = name;
        job.url = project.url;
        job.state = isOfRun ? project.last : project.isBuilding ? BuildState::Running : BuildState::Queued;
        job.vendorState = isOfRun ? project.lastWord : project.isBuilding ? u"Building"_s : QString();
        if (isOfRun)
            job.finishedAt = project.lastTime;
        jobs.push_back(std::move(job));
    }
    return jobs;
}

} // namespace callboard::cctray
