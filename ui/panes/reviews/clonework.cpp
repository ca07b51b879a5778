// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/reviews/clonework.h"

#include "ui/panes/reviews/gitclone.h"
#include "ui/panes/reviews/reviewspane.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace callboard::ui::panes {

using domain::ErrorCode;
using domain::fail;
using domain::Result;
using domain::Review;

namespace {

    using Commit = GitOwned<git_commit, git_commit_free>;
    using Tree = GitOwned<git_tree, git_tree_free>;
    using Reference = GitOwned<git_reference, git_reference_free>;
    using StatusList = GitOwned<git_status_list, git_status_list_free>;
    using Diff = GitOwned<git_diff, git_diff_free>;

    Result<Commit> commitOf(git_repository *repository, const QString &id, const QString &clone)
    {
        // Bitbucket tells the beginning of one.
        constexpr qsizetype shortest = 12;
        const QByteArray hex = id.toLatin1();
        git_oid oid;
        git_commit *commit = nullptr;
        if (hex.size() < shortest || hex.size() > GIT_OID_MAX_HEXSIZE || git_oid_fromstrn(&oid, hex.constData(), size_t(hex.size())) != 0
            || git_commit_lookup_prefix(&commit, repository, &oid, size_t(hex.size())) != 0)
            return fail(ErrorCode::NotFound, ReviewsPane::tr("Commit %1 is not in this clone yet").arg(id.left(12)), clone);
        return Commit(commit);
    }

    /// Files that are not git's are not looked at here: a safe check-out leaves them alone or refuses.
    Result<void> mustBeClean(git_repository *repository, const QString &clone)
    {
        if (git_repository_state(repository) != GIT_REPOSITORY_STATE_NONE)
            return fail(ErrorCode::Conflict, ReviewsPane::tr("A merge, rebase or the like is under way there"), clone);
        git_status_options options;
        git_status_options_init(&options, GIT_STATUS_OPTIONS_VERSION);
        options.show = GIT_STATUS_SHOW_INDEX_AND_WORKDIR;
        options.flags = GIT_STATUS_OPT_EXCLUDE_SUBMODULES;
        git_status_list *list = nullptr;
        if (git_status_list_new(&list, repository, &options) != 0)
            return gitFailure(ErrorCode::Storage, clone);
        const StatusList owned(list);
        if (const size_t changed = git_status_list_entrycount(list); changed > 0)
            return fail(ErrorCode::Conflict, ReviewsPane::tr("%n file(s) there have uncommitted changes", nullptr, int(changed)), clone);
        return {};
    }

    /// A local branch of the name may be there, if what it has is in the review.
    Result<void> mustLead(git_repository *repository, const QByteArray &branch, const git_oid *to, const QString &clone)
    {
        git_reference *found = nullptr;
        if (git_branch_lookup(&found, repository, branch.constData(), GIT_BRANCH_LOCAL) != 0)
            return {};
        const Reference owned(found);
        const git_oid *from = git_reference_target(found);
        if (from && (git_oid_equal(from, to) || git_graph_descendant_of(repository, to, from) == 1))
            return {};
        const QString why = ReviewsPane::tr("The branch %1 there has commits of its own").arg(QString::fromUtf8(branch));
        return fail(ErrorCode::Conflict, why, clone);
    }

    int noteInTheWay(
        git_checkout_notify_t, const char *path, const git_diff_file *, const git_diff_file *, const git_diff_file *, void *payload)
    {
        static_cast<QStringList *>(payload)->append(QString::fromUtf8(path));
        return 0;
    }

    std::unexpected<domain::Error> checkOutFailure(const QStringList &inTheWay, const QString &clone)
    {
        constexpr qsizetype most = 3;
        if (inTheWay.isEmpty())
            return gitFailure(ErrorCode::Conflict, clone);
        QString named = inTheWay.first(std::min(most, inTheWay.size())).join(u", "_s);
        if (inTheWay.size() > most)
            named += u", …"_s;
        const QString why = ReviewsPane::tr("%n file(s) of yours that git does not keep are in the way: %1", nullptr, int(inTheWay.size()));
        return fail(ErrorCode::Conflict, why.arg(named), clone);
    }

    /// Where the target branch is, as far as the clone knows: at its remote first, since a local one may be old.
    Result<git_oid> targetOf(git_repository *repository, const QString &name, const QString &clone)
    {
        for (const QString &place : { u"refs/remotes/origin/"_s, u"refs/remotes/upstream/"_s, u"refs/heads/"_s }) {
            const QString ref = place + name;
            git_oid oid;
            if (git_reference_name_to_id(&oid, repository, ref.toUtf8().constData()) == 0)
                return oid;
        }
        return fail(ErrorCode::NotFound, ReviewsPane::tr("The branch %1 is not in this clone").arg(name), clone);
    }

    int appendLine(const git_diff_delta *, const git_diff_hunk *, const git_diff_line *line, void *payload)
    {
        auto &text = *static_cast<QByteArray *>(payload);
        if (text.size() > longestReviewDiff)
            return 1;
        if (line->origin == GIT_DIFF_LINE_CONTEXT || line->origin == GIT_DIFF_LINE_ADDITION || line->origin == GIT_DIFF_LINE_DELETION)
            text.append(line->origin);
        text.append(line->content, qsizetype(line->content_len));
        return 0;
    }

} // namespace

std::unexpected<domain::Error> gitFailure(ErrorCode code, const QString &clone)
{
    const git_error *error = git_error_last();
    return fail(code, error ? QString::fromUtf8(error->message) : u"git says nothing"_s, clone);
}

Result<GitRepository> openClone(const QString &clone)
{
    git_repository *repository = nullptr;
    if (git_repository_open_ext(&repository, QFile::encodeName(clone).constData(), GIT_REPOSITORY_OPEN_NO_SEARCH, nullptr) != 0)
        return gitFailure(ErrorCode::NotFound, clone);
    return GitRepository(repository);
}

QString cloneOf(const Review &review, const std::vector<domain::CloneState> &clones)
{
    QString best;
    qsizetype length = 0;
    for (const domain::CloneState &clone : clones) {
        const bool fits = !clone.webUrl.isEmpty() && review.url.startsWith(QString(clone.webUrl + u'/'), Qt::CaseInsensitive);
        if (fits && clone.webUrl.size() > length) {
            best = clone.path;
            length = clone.webUrl.size();
        }
    }
    return best;
}

bool hasHead(const QString &clone, const Review &review)
{
    const GitLibrary library;
    const auto repository = openClone(clone);
    return repository && commitOf(repository->get(), review.commit, clone).has_value();
}

Result<QString> checkOut(const QString &clone, const Review &review)
{
    const GitLibrary library;
    const auto repository = openClone(clone);
    if (!repository)
        return std::unexpected(repository.error());
    const auto commit = commitOf(repository->get(), review.commit, clone);
    if (!commit)
        return std::unexpected(commit.error());
    if (const auto clean = mustBeClean(repository->get(), clone); !clean)
        return std::unexpected(clean.error());
    // A name from outside: one that is no name of a branch never becomes a reference.
    const QByteArray branch = review.branch.toUtf8();
    int isName = 0;
    if (branch == "HEAD" || git_branch_name_is_valid(&isName, branch.constData()) != 0 || isName == 0)
        return fail(ErrorCode::Invalid, ReviewsPane::tr("Its branch has no usable name"), clone);
    const git_oid *to = git_commit_id(commit->get());
    if (const auto leads = mustLead(repository->get(), branch, to, clone); !leads)
        return std::unexpected(leads.error());
    git_checkout_options options;
    git_checkout_options_init(&options, GIT_CHECKOUT_OPTIONS_VERSION);
    // Without the second, a file that git ignores, as notes or a key, would be written over without a word.
    options.checkout_strategy = GIT_CHECKOUT_SAFE | GIT_CHECKOUT_DONT_OVERWRITE_IGNORED;
    QStringList inTheWay;
    options.notify_flags = GIT_CHECKOUT_NOTIFY_CONFLICT;
    options.notify_cb = noteInTheWay;
    options.notify_payload = &inTheWay;
    if (git_checkout_tree(repository->get(), reinterpret_cast<const git_object *>(commit->get()), &options) != 0)
        return checkOutFailure(inTheWay, clone);
    const QByteArray name = "refs/heads/" + branch;
    git_reference *reference = nullptr;
    if (git_reference_create(&reference, repository->get(), name.constData(), to, 1, "checkout: a review") != 0)
        return gitFailure(ErrorCode::Storage, clone);
    const Reference owned(reference);
    if (git_repository_set_head(repository->get(), name.constData()) != 0)
        return gitFailure(ErrorCode::Storage, clone);
    return review.branch;
}

Result<ReviewDiff> diffOf(const QString &clone, const Review &review)
{
    const GitLibrary library;
    const auto repository = openClone(clone);
    if (!repository)
        return std::unexpected(repository.error());
    const auto commit = commitOf(repository->get(), review.commit, clone);
    if (!commit)
        return std::unexpected(commit.error());
    const auto target = targetOf(repository->get(), review.targetBranch, clone);
    if (!target)
        return std::unexpected(target.error());
    git_oid base;
    git_commit *baseCommit = nullptr;
    if (git_merge_base(&base, repository->get(), &*target, git_commit_id(commit->get())) != 0 || git_commit_lookup(&baseCommit, repository->get(), &base) != 0)
        return gitFailure(ErrorCode::NotFound, clone);
    const Commit from(baseCommit);
    git_tree *before = nullptr;
    git_tree *after = nullptr;
    if (git_commit_tree(&before, baseCommit) != 0)
        return gitFailure(ErrorCode::Storage, clone);
    const Tree beforeTree(before);
    if (git_commit_tree(&after, commit->get()) != 0)
        return gitFailure(ErrorCode::Storage, clone);
    const Tree afterTree(after);
    git_diff *diff = nullptr;
    if (git_diff_tree_to_tree(&diff, repository->get(), before, after, nullptr) != 0)
        return gitFailure(ErrorCode::Storage, clone);
    const Diff owned(diff);
    QByteArray text;
    const bool isCut = git_diff_print(diff, GIT_DIFF_FORMAT_PATCH, appendLine, &text) != 0;
    return ReviewDiff { QString::fromUtf8(text), isCut };
}

} // namespace callboard::ui::panes
