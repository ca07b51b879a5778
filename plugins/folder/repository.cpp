// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/folder/repository.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <git2.h>

using namespace Qt::StringLiterals;

namespace callboard::folder {

using domain::ErrorCode;
using domain::fail;

namespace {

template<typename T, void (*release)(T *)>
struct Releaser {
    void operator()(T *object) const { release(object); }
};
template<typename T, void (*release)(T *)>
using Owned = std::unique_ptr<T, Releaser<T, release>>;

using Reference = Owned<git_reference, git_reference_free>;
using RemoteHandle = Owned<git_remote, git_remote_free>;
using StatusList = Owned<git_status_list, git_status_list_free>;

QString lastGitError()
{
    const git_error *error = git_error_last();
    return error && error->message ? QString::fromUtf8(error->message) : u"unknown error of libgit2"_s;
}

QString textOf(const git_oid *id)
{
    char text[GIT_OID_MAX_HEXSIZE + 1] = {};
    git_oid_tostr(text, sizeof text, id);
    return QString::fromLatin1(text);
}

Reference headOf(git_repository *repository)
{
    git_reference *head = nullptr;
    return Reference(git_repository_head(&head, repository) == 0 ? head : nullptr);
}

void countAgainstUpstream(git_repository *repository, git_reference *head, domain::CloneState &state)
{
    git_reference *found = nullptr;
    if (git_branch_upstream(&found, head) != 0)
        return;
    const Reference upstream(found);
    state.upstream = QString::fromUtf8(git_reference_shorthand(upstream.get()));
    size_t ahead = 0;
    size_t behind = 0;
    const git_oid *ours = git_reference_target(head);
    const git_oid *theirs = git_reference_target(upstream.get());
    if (ours && theirs && git_graph_ahead_behind(&ahead, &behind, repository, ours, theirs) == 0) {
        state.ahead = int(ahead);
        state.behind = int(behind);
    }
}

domain::Result<int> dirtyFiles(git_repository *repository, const QString &workTree)
{
    git_status_options options;
    git_status_options_init(&options, GIT_STATUS_OPTIONS_VERSION);
    options.show = GIT_STATUS_SHOW_INDEX_AND_WORKDIR;
    options.flags = GIT_STATUS_OPT_INCLUDE_UNTRACKED | GIT_STATUS_OPT_EXCLUDE_SUBMODULES;
    git_status_list *list = nullptr;
    if (git_status_list_new(&list, repository, &options) != 0)
        return fail(ErrorCode::Storage, workTree + u": "_s + lastGitError(), workTree);
    const StatusList owned(list);
    return int(git_status_list_entrycount(list));
}

} // namespace

GitLibrary::GitLibrary()
{
    git_libgit2_init();
    // Clones of another owner are refused by default, because git would run what their configuration names. Here nothing
    // is ever run: no hooks, no filters, no helpers.
    git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
}

GitLibrary::~GitLibrary()
{
    git_libgit2_shutdown();
}

void Repository::Free::operator()(git_repository *repository) const
{
    git_repository_free(repository);
}

Repository::Repository(QString workTree, git_repository *repository)
    : m_workTree(std::move(workTree))
    , m_repository(repository)
{
}

Repository::Repository(Repository &&) noexcept = default;
Repository &Repository::operator=(Repository &&) noexcept = default;
Repository::~Repository() = default;

domain::Result<Repository> Repository::open(const QString &workTree)
{
    git_repository *repository = nullptr;
    if (git_repository_open_ext(&repository, QFile::encodeName(workTree).constData(), GIT_REPOSITORY_OPEN_NO_SEARCH, nullptr) != 0)
        return fail(ErrorCode::Invalid, workTree + u": "_s + lastGitError(), workTree);
    return Repository(workTree, repository);
}

QString Repository::workTreeAround(const QString &folder)
{
    for (QDir dir(folder);;) {
        if (QFileInfo::exists(dir.filePath(u".git"_s)))
            return dir.absolutePath();
        if (!dir.cdUp())
            return {};
    }
}

QString Repository::gitFolder() const
{
    return QDir::cleanPath(QFile::decodeName(git_repository_path(m_repository.get())));
}

QString Repository::remoteName() const
{
    git_strarray names = {};
    if (git_remote_list(&names, m_repository.get()) != 0)
        return {};
    QString name;
    for (size_t i = 0; i < names.count; ++i) {
        const QString candidate = QString::fromUtf8(names.strings[i]);
        if (candidate == "origin"_L1 || name.isEmpty())
            name = candidate;
    }
    git_strarray_dispose(&names);
    return name;
}

QString Repository::remoteUrl() const
{
    const QString name = remoteName();
    git_remote *remote = nullptr;
    if (name.isEmpty() || git_remote_lookup(&remote, m_repository.get(), name.toUtf8().constData()) != 0)
        return {};
    const RemoteHandle owned(remote);
    return QString::fromUtf8(git_remote_url(remote));
}

QString Repository::currentBranch() const
{
    if (git_repository_head_detached(m_repository.get()) == 1)
        return {};
    // Read as a symbolic reference, so that a branch without a commit has its name too.
    git_reference *head = nullptr;
    if (git_reference_lookup(&head, m_repository.get(), "HEAD") != 0)
        return {};
    const Reference owned(head);
    const QString target = QString::fromUtf8(git_reference_symbolic_target(head));
    return target.startsWith("refs/heads/"_L1) ? target.mid(11) : QString();
}

QString Repository::defaultBranch() const
{
    const QString prefix = u"refs/remotes/"_s + remoteName() + u'/';
    git_reference *head = nullptr;
    if (git_reference_lookup(&head, m_repository.get(), QString(prefix + u"HEAD"_s).toUtf8().constData()) != 0)
        return {};
    const Reference owned(head);
    const QString target = QString::fromUtf8(git_reference_symbolic_target(head));
    return target.startsWith(prefix) ? target.mid(prefix.size()) : QString();
}

QString Repository::head() const
{
    const Reference head = headOf(m_repository.get());
    const git_oid *id = head ? git_reference_target(head.get()) : nullptr;
    return id ? textOf(id) : QString();
}

bool Repository::isIgnored(const QString &path) const
{
    int ignored = 0;
    return git_ignore_path_is_ignored(&ignored, m_repository.get(), path.toUtf8().constData()) == 0 && ignored == 1;
}

domain::Result<domain::CloneState> Repository::state() const
{
    domain::CloneState state;
    state.path = m_workTree;
    state.branch = currentBranch();
    state.head = head();
    if (const Reference head = headOf(m_repository.get()); head && !state.branch.isEmpty())
        countAgainstUpstream(m_repository.get(), head.get(), state);
    const auto dirty = dirtyFiles(m_repository.get(), m_workTree);
    if (!dirty)
        return std::unexpected(dirty.error());
    state.dirty = *dirty;
    const QFileInfo fetched(QDir(gitFolder()).filePath(u"FETCH_HEAD"_s));
    if (fetched.exists())
        state.fetchedAt = fetched.lastModified().toUTC();
    return state;
}

HostType typeByContent(const QString &workTree)
{
    const QDir dir(workTree);
    if (dir.exists(u".gitlab-ci.yml"_s) || dir.exists(u".gitlab"_s))
        return HostType::GitLab;
    if (dir.exists(u".gitea"_s) || dir.exists(u".forgejo"_s))
        return HostType::Gitea;
    if (dir.exists(u"azure-pipelines.yml"_s))
        return HostType::Azure;
    if (dir.exists(u".github"_s))
        return HostType::GitHub;
    return HostType::Unknown;
}

} // namespace callboard::folder
