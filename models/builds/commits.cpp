// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/builds/commits.h"

#include <QFile>
#include <QTimeZone>

#include <git2.h>

#include <memory>

namespace callboard::builds {

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using domain::fail;

namespace {

constexpr size_t mostPaths = 8;

template<typename T, void (*release)(T *)>
struct Releaser {
    void operator()(T *object) const { release(object); }
};
template<typename T, void (*release)(T *)>
using Owned = std::unique_ptr<T, Releaser<T, release>>;
using RepositoryHandle = Owned<git_repository, git_repository_free>;
using CommitHandle = Owned<git_commit, git_commit_free>;
using Walk = Owned<git_revwalk, git_revwalk_free>;
using Tree = Owned<git_tree, git_tree_free>;
using Diff = Owned<git_diff, git_diff_free>;

/// Counted by libgit2 itself.
struct Library {
    Library()
    {
        git_libgit2_init();
        // Clones of another owner are refused by default, because git would run what their configuration names. Here nothing is run.
        git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
    }
    ~Library() { git_libgit2_shutdown(); }
    Q_DISABLE_COPY_MOVE(Library)
};

std::unexpected<domain::Error> gitError(ErrorCode code, const QString &clone)
{
    const git_error *error = git_error_last();
    return fail(code, error && error->message ? QString::fromUtf8(error->message) : u"unknown error of libgit2"_s, clone);
}

CommitHandle lookUp(git_repository *repository, const git_oid &id)
{
    git_commit *commit = nullptr;
    return CommitHandle(git_commit_lookup(&commit, repository, &id) == 0 ? commit : nullptr);
}

Tree treeOf(const git_commit *commit)
{
    git_tree *tree = nullptr;
    return Tree(git_commit_tree(&tree, commit) == 0 ? tree : nullptr);
}

QStringList pathsOf(git_repository *repository, const git_commit *commit)
{
    if (git_commit_parentcount(commit) != 1)
        return {};
    git_commit *before = nullptr;
    if (git_commit_parent(&before, commit, 0) != 0)
        return {};
    const CommitHandle parent(before);
    git_diff *made = nullptr;
    if (git_diff_tree_to_tree(&made, repository, treeOf(parent.get()).get(), treeOf(commit).get(), nullptr) != 0)
        return {};
    const Diff diff(made);
    QStringList paths;
    for (size_t i = 0; i < std::min(git_diff_num_deltas(diff.get()), mostPaths); ++i)
        paths.append(QString::fromUtf8(git_diff_get_delta(diff.get(), i)->new_file.path));
    return paths;
}

domain::BuildCommit describe(git_repository *repository, const git_commit *commit)
{
    char id[GIT_OID_MAX_HEXSIZE + 1] = {};
    git_oid_tostr(id, sizeof id, git_commit_id(commit));
    const char *summary = git_commit_summary(const_cast<git_commit *>(commit)); // Kept in the commit: its only write.
    const git_signature *author = git_commit_author(commit);
    return { QString::fromLatin1(id), QString::fromUtf8(summary ? summary : ""), QString::fromUtf8(author && author->name ? author->name : ""),
        QDateTime::fromSecsSinceEpoch(git_commit_time(commit), QTimeZone::UTC), pathsOf(repository, commit) };
}

/// Where in a run's address its repository's ends, by host: what comes after the repository.
struct Host {
    QLatin1StringView behind, compare, commit;
};
constexpr Host hosts[] {
    { "/actions/runs/"_L1, "/compare/%1...%2"_L1, "/commit/%1"_L1 },
    { "/-/pipelines/"_L1, "/-/compare/%1...%2"_L1, "/-/commit/%1"_L1 },
    { "/-/jobs/"_L1, "/-/compare/%1...%2"_L1, "/-/commit/%1"_L1 },
    { "/pipelines/results/"_L1, "/branches/compare/%2%0D%1"_L1, "/commits/%1"_L1 },
    { "/addon/pipelines/"_L1, "/branches/compare/%2%0D%1"_L1, "/commits/%1"_L1 },
};

const Host *hostOf(const QString &runUrl)
{
    for (const Host &host : hosts) {
        if (runUrl.contains(host.behind))
            return &host;
    }
    return nullptr;
}

bool isCommit(const QString &id)
{
    return id.size() >= 7 && id.size() <= 64 && std::ranges::all_of(id, [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F'); });
}

/// A page of the repository that a run's page lies in.
QUrl pageOf(const QString &runUrl, const QString &path)
{
    const QUrl url(repositoryUrl(runUrl) + path, QUrl::StrictMode);
    return url.scheme() == "https"_L1 || url.scheme() == "http"_L1 ? url : QUrl();
}

} // namespace

domain::Result<std::vector<domain::BuildCommit>> commitsBetween(const QString &clone, const QString &from, const QString &to, int most)
{
    const Library library;
    git_repository *opened = nullptr;
    if (git_repository_open_ext(&opened, QFile::encodeName(clone).constData(), GIT_REPOSITORY_OPEN_NO_SEARCH, nullptr) != 0)
        return gitError(ErrorCode::Invalid, clone);
    const RepositoryHandle repository(opened);
    git_oid begin, end;
    if (!isCommit(from) || !isCommit(to) || git_oid_fromstr(&begin, from.toLatin1().constData()) != 0 || git_oid_fromstr(&end, to.toLatin1().constData()) != 0)
        return fail(ErrorCode::Invalid, u"not the full id of a commit"_s, clone);
    git_revwalk *made = nullptr;
    if (git_revwalk_new(&made, repository.get()) != 0)
        return gitError(ErrorCode::Storage, clone);
    const Walk walk(made);
    git_revwalk_sorting(walk.get(), GIT_SORT_TIME | GIT_SORT_TOPOLOGICAL);
    if (git_revwalk_push(walk.get(), &end) != 0 || git_revwalk_hide(walk.get(), &begin) != 0)
        return gitError(ErrorCode::NotFound, clone);
    std::vector<domain::BuildCommit> commits;
    git_oid next;
    while (int(commits.size()) < most && git_revwalk_next(&next, walk.get()) == 0) {
        if (const CommitHandle commit = lookUp(repository.get(), next))
            commits.push_back(describe(repository.get(), commit.get()));
    }
    return commits;
}

QString repositoryUrl(const QString &runUrl)
{
    const Host *host = hostOf(runUrl);
    return host ? runUrl.first(runUrl.indexOf(host->behind)) : QString();
}

const domain::CloneState *cloneOf(std::span<const domain::CloneState> clones, const QString &runUrl)
{
    const QString repository = repositoryUrl(runUrl);
    for (const domain::CloneState &clone : clones) {
        QString page = clone.webUrl;
        while (page.endsWith(u'/'))
            page.chop(1);
        if (!repository.isEmpty() && page.compare(repository, Qt::CaseInsensitive) == 0)
            return &clone;
    }
    return nullptr;
}

QUrl compareUrl(const QString &runUrl, const QString &from, const QString &to)
{
    const Host *host = hostOf(runUrl);
    if (!host || !isCommit(from) || !isCommit(to))
        return {};
    QString path = host->compare;
    path.replace("%1"_L1, from).replace("%2"_L1, to);
    return pageOf(runUrl, path);
}

QUrl commitUrl(const QString &runUrl, const QString &id)
{
    const Host *host = hostOf(runUrl);
    return host && isCommit(id) ? pageOf(runUrl, QString(host->commit).replace("%1"_L1, id)) : QUrl();
}

} // namespace callboard::builds
