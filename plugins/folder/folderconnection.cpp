// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/folder/folderconnection.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace callboard::folder {

using domain::ErrorCode;
using domain::fail;

namespace {

// Where not all folders can be watched, they are walked through again.
constexpr auto rescan = 30s;
constexpr auto noRescan = 1h;
// Dirty counts follow the saving of files, but not every single one of a build.
constexpr auto clonesQuiet = 1s;

class CatalogFeed final : public sdk::Feed {
public:
    explicit CatalogFeed(FolderConnection &connection)
        : m_connection(connection)
    {
    }
    sdk::Result<void> pull(sdk::PullContext &context) override { return m_connection.pullCatalog(context); }
    sdk::Result<void> waitForChange(sdk::PullContext &context) override { return m_connection.waitForDescriptors(context); }

private:
    FolderConnection &m_connection;
};

class ClonesFeed final : public sdk::Feed {
public:
    explicit ClonesFeed(FolderConnection &connection)
        : m_connection(connection)
    {
    }
    sdk::Result<void> pull(sdk::PullContext &context) override { return m_connection.pullClones(context); }
    sdk::Result<void> waitForChange(sdk::PullContext &context) override { return m_connection.waitForClones(context); }

private:
    FolderConnection &m_connection;
};

class DocsFeed final : public sdk::Feed {
public:
    explicit DocsFeed(FolderConnection &connection)
        : m_connection(connection)
    {
    }
    sdk::Result<void> pull(sdk::PullContext &context) override { return m_connection.pullDocs(context); }
    sdk::Result<void> waitForChange(sdk::PullContext &context) override { return m_connection.waitForDocs(context); }

private:
    FolderConnection &m_connection;
};

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Folder)
};

sdk::Result<void> stopped()
{
    return fail(ErrorCode::Cancelled, u"stopped"_s);
}

domain::Record unreadableFile(const QString &location, const QString &path, const domain::Error &why)
{
    domain::Problem problem;
    problem.rule = u"Unreadable"_s;
    problem.message = u"The descriptor cannot be read: "_s + why.detail;
    problem.location = location;
    problem.path = path;
    return problem.toRecord();
}

} // namespace

FolderConnection::FolderConnection(const QJsonObject &form)
    : m_settings(Settings::from(form))
    , m_reader(m_settings, [this] { return newestSurvey(); })
{
}

std::unique_ptr<sdk::Feed> FolderConnection::feed(const QString &feedId)
{
    if (feedId == "catalog"_L1)
        return std::make_unique<CatalogFeed>(*this);
    if (feedId == "clones"_L1)
        return std::make_unique<ClonesFeed>(*this);
    if (feedId == "docs"_L1)
        return std::make_unique<DocsFeed>(*this);
    return nullptr;
}

sdk::Result<sdk::ProbeReport> FolderConnection::probe(sdk::PullContext &context)
{
    // A connection that is in use knows the answer; one as typed has to look.
    std::shared_ptr<const Survey> found = knownSurvey();
    if (!found) {
        auto walked = walk(m_settings, context.stopToken(),
            { {}, [&](int folders) { context.progress(folders, 0, m_settings.folder); } });
        if (!walked)
            return std::unexpected(walked.error());
        found = std::make_shared<const Survey>(std::move(*walked));
    }
    sdk::ProbeReport report;
    report.summary = Words::tr("%1 in %2").arg(Words::tr("%Ln descriptors", nullptr, int(found->descriptors.size())),
        Words::tr("%Ln repositories", nullptr, int(found->clones.size())));
    if (found->descriptors.empty())
        report.missing.append(Words::tr("No file called %1 was found.").arg(m_settings.names.join(Words::tr(" or "))));
    for (const QString &folder : found->unreadable)
        report.missing.append(Words::tr("The folder %1 cannot be read.").arg(folder));
    const auto nowhere = std::ranges::count_if(found->clones, [](const Clone &clone) {
        return !clone.remote || clone.remote->type == HostType::Unknown;
    });
    if (nowhere > 0)
        report.missing.append(Words::tr("%Ln repositories without a known Git host: their entities have no links to it.", nullptr, int(nowhere)));
    return report;
}

domain::Result<std::shared_ptr<const Survey>> FolderConnection::survey(sdk::PullContext &context)
{
    QSet<QString> entered;
    WalkHooks hooks;
    // Watched before it is listed: a file that appears in between is seen by one or the other.
    hooks.enter = [&](const QString &folder) {
        m_watch.add(folder);
        entered.insert(folder);
    };
    hooks.progress = [&](int folders) { context.progress(folders, 0, u"looking for descriptors"_s); };
    const std::lock_guard walking(m_walking);
    auto walked = walk(m_settings, context.stopToken(), hooks);
    if (!walked)
        return std::unexpected(walked.error());
    const auto survey = std::make_shared<const Survey>(std::move(*walked));
    for (const Clone &clone : survey->clones)
        entered << clone.gitFolder << clone.gitFolder + u"/logs"_s;
    m_watch.keepOnly(entered);
    watchGitFolders(*survey);
    const std::lock_guard lock(m_mutex);
    m_survey = survey;
    return survey;
}

void FolderConnection::watchGitFolders(const Survey &survey)
{
    for (const Clone &clone : survey.clones) {
        m_watch.add(clone.gitFolder);
        m_watch.add(clone.gitFolder + u"/logs"_s);
    }
}

std::shared_ptr<const Survey> FolderConnection::knownSurvey()
{
    const std::lock_guard lock(m_mutex);
    return m_survey;
}

std::shared_ptr<const Survey> FolderConnection::newestSurvey()
{
    if (auto known = knownSurvey())
        return known;
    const std::lock_guard walking(m_walking);
    if (auto known = knownSurvey())
        return known;
    auto walked = walk(m_settings, {});
    auto survey = std::make_shared<const Survey>(walked ? std::move(*walked) : Survey());
    const std::lock_guard lock(m_mutex);
    return m_survey = std::move(survey);
}

void FolderConnection::reportLimits(sdk::PullContext &context, const Survey &survey)
{
    for (const QString &folder : survey.unreadable)
        context.log(u"%1 cannot be read"_s.arg(folder));
    if (m_watch.isLimited() && !std::exchange(m_limitReported, true)) {
        context.log(u"the system watches no more folders for changes (fs.inotify.max_user_watches): "
                    "%1 is walked through every %2 seconds instead"_s.arg(m_settings.folder).arg(rescan.count()));
    }
}

sdk::Result<void> FolderConnection::pullCatalog(sdk::PullContext &context)
{
    const auto found = survey(context);
    if (!found)
        return std::unexpected(found.error());
    const Survey &survey = **found;
    reportLimits(context, survey);
    const qint64 total = qint64(survey.descriptors.size());
    for (qint64 i = 0; i < total; ++i) {
        if (context.stopRequested())
            return stopped();
        const Survey::File &file = survey.descriptors[size_t(i)];
        const QString location = survey.locationOf(file);
        auto text = readFile(file.path);
        if (text)
            context.put(sdk::Descriptor { location, std::move(*text), file.path });
        else if (text.error().code != ErrorCode::NotFound) // Gone since the walk: then it is no descriptor.
            context.put(unreadableFile(location, file.path, text.error()));
        context.progress(i + 1, total, u"reading descriptors"_s);
    }
    return {};
}

bool FolderConnection::concernsCatalog(const ChangeWatch::Change &change) const
{
    if (change.path.isEmpty())
        return true;
    const QString name = change.path.section(u'/', -1);
    if (change.path.contains("/.git/"_L1) || change.path.endsWith("/.git/logs"_L1))
        return name == "HEAD"_L1;
    if (name == ".git"_L1 || name == ".gitignore"_L1 || (change.isFolder && !isForeignFolder(name)))
        return true;
    if (m_settings.isDescriptorName(name) || m_reader.wasAskedFor(change.path))
        return true;
    const bool yaml = name.endsWith(".yaml"_L1) || name.endsWith(".yml"_L1);
    return yaml && (m_settings.anyDescriptor || name.contains("template"_L1));
}

bool FolderConnection::sortOut(const std::vector<ChangeWatch::Change> &changes)
{
    if (!changes.empty()) {
        const std::lock_guard lock(m_clonesMutex);
        m_clonesDirty = true;
        m_clonesTouched.notify_all();
    }
    const bool ofFiles = std::ranges::any_of(changes, [](const auto &change) { return !change.path.contains("/.git"_L1); });
    if (ofFiles) {
        const std::lock_guard lock(m_docsMutex);
        m_docsDirty = true;
        m_docsTouched.notify_all();
    }
    return std::ranges::any_of(changes, [this](const auto &change) { return concernsCatalog(change); });
}

sdk::Result<void> FolderConnection::waitForDescriptors(sdk::PullContext &context)
{
    const std::stop_token stop = context.stopToken();
    bool concerned = false;
    while (!concerned) {
        const bool limited = m_watch.isLimited();
        const auto changes = m_watch.wait(stop, limited ? std::chrono::milliseconds(rescan) : noRescan);
        if (stop.stop_requested())
            return stopped();
        concerned = sortOut(changes) || (limited && changes.empty());
    }
    const auto began = std::chrono::steady_clock::now();
    while (std::chrono::steady_clock::now() - began < longestUnrest) {
        const auto more = m_watch.wait(stop, quiet);
        if (more.empty())
            break;
        sortOut(more);
    }
    return stop.stop_requested() ? stopped() : sdk::Result<void>();
}

sdk::Result<void> FolderConnection::pullClones(sdk::PullContext &context)
{
    std::shared_ptr<const Survey> survey = newestSurvey();
    if (!QFileInfo(m_settings.folder).isDir())
        return fail(ErrorCode::NotFound, u"there is no folder %1"_s.arg(m_settings.folder), m_settings.folder);
    const qint64 total = qint64(survey->clones.size());
    for (qint64 i = 0; i < total; ++i) {
        if (context.stopRequested())
            return stopped();
        const Clone &clone = survey->clones[size_t(i)];
        const auto repository = Repository::open(clone.workTree);
        auto state = repository ? repository->state() : std::unexpected(repository.error());
        if (!state) {
            context.log(state.error().detail);
            continue;
        }
        state->webUrl = clone.remote ? clone.remote->webUrl : QString();
        context.put(state->toRecord());
        context.progress(i + 1, total, u"looking at clones"_s);
    }
    return {};
}

sdk::Result<void> FolderConnection::waitForClones(sdk::PullContext &context)
{
    std::unique_lock lock(m_clonesMutex);
    if (!m_clonesTouched.wait(lock, context.stopToken(), [this] { return m_clonesDirty; }))
        return stopped();
    // Quiet for a moment first: a checkout touches thousands of files.
    do {
        m_clonesDirty = false;
    } while (m_clonesTouched.wait_for(lock, context.stopToken(), clonesQuiet, [this] { return m_clonesDirty; }));
    return context.stopRequested() ? stopped() : sdk::Result<void>();
}

} // namespace callboard::folder
