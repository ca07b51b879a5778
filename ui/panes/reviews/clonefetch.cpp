// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/reviews/clonefetch.h"

#include "plugins/sdk/remote.h"
#include "ui/panes/reviews/gitclone.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRegularExpression>
#include <QUrl>

#include <csignal>
#include <ranges>

using namespace Qt::StringLiterals;

namespace callboard::ui::panes {

using domain::ErrorCode;
using domain::fail;
using domain::Result;
using domain::Review;

namespace {

    constexpr int slice = 50;                    // Milliseconds until a stop is seen.
    constexpr qint64 longest = 10 * 60 * 1000;   // A large repository over a slow line.
    constexpr qsizetype longestMessage = 300;

    /// As it is written in the configuration: what `insteadOf` makes of it may be no address of the host.
    QString urlOf(git_repository *repository, const QString &remote)
    {
        git_config *config = nullptr;
        if (git_repository_config_snapshot(&config, repository) != 0)
            return {};
        const GitOwned<git_config, git_config_free> owned(config);
        const char *url = nullptr;
        const QByteArray key = u"remote.%1.url"_s.arg(remote).toUtf8();
        return git_config_get_string(&url, config, key.constData()) == 0 ? QString::fromUtf8(url) : QString();
    }

    QStringList remotesOf(git_repository *repository)
    {
        git_strarray names {};
        QStringList all;
        if (git_remote_list(&names, repository) != 0)
            return all;
        for (size_t i = 0; i < names.count; ++i)
            all.append(QString::fromUtf8(names.strings[i]));
        git_strarray_dispose(&names);
        return all;
    }

    bool holds(const QString &webUrl, const QString &page)
    {
        return !webUrl.isEmpty() && page.startsWith(QString(webUrl + u'/'), Qt::CaseInsensitive);
    }

    /// The remote that is the review's repository, and its page. Of a fork's clone that is often not the first.
    std::optional<std::pair<QString, QString>> remoteOf(git_repository *repository, const Review &review)
    {
        for (const QString &name : remotesOf(repository)) {
            const auto remote = sdk::parseRemote(urlOf(repository, name));
            if (remote && holds(remote->webUrl, review.url))
                return std::pair(name, remote->webUrl);
        }
        return std::nullopt;
    }

    /// What the host keeps for a review, also of a fork; empty for a host that keeps nothing. Sources:
    /// https://docs.github.com/en/pull-requests/collaborating-with-pull-requests/reviewing-changes-in-pull-requests/checking-out-pull-requests-locally,
    /// https://docs.gitlab.com/user/project/merge_requests/merge_request_troubleshooting/#check-out-locally-through-the-head-ref; Gitea as GitHub.
    QString keptRef(const Review &review)
    {
        static const QRegularExpression number(u"^[0-9]+$"_s);
        if (!number.match(review.id).hasMatch())
            return {};
        if (review.url.contains(u"/-/merge_requests/"_s + review.id))
            return u"refs/merge-requests/%1/head"_s.arg(review.id);
        if (review.url.contains(u"/pull/"_s + review.id) || review.url.contains(u"/pulls/"_s + review.id))
            return u"refs/pull/%1/head"_s.arg(review.id);
        return {};
    }

    /// Of a fork's address, which came from outside: nothing but a plain one.
    bool isPlainAddress(const QString &address)
    {
        const QUrl url(address, QUrl::StrictMode);
        return url.isValid() && (url.scheme() == "https"_L1 || url.scheme() == "http"_L1) && !url.host().isEmpty() && url.userInfo().isEmpty();
    }

    QProcessEnvironment environment()
    {
        QProcessEnvironment all = QProcessEnvironment::systemEnvironment();
        all.insert(u"GIT_TERMINAL_PROMPT"_s, u"0"_s);
        all.insert(u"LC_ALL"_s, u"C"_s); // Its words are read below.
        // Set where this program was begun by a hook or an alias of git's: they would mean another repository.
        for (const QString &name : { u"GIT_DIR"_s, u"GIT_WORK_TREE"_s, u"GIT_INDEX_FILE"_s, u"GIT_OBJECT_DIRECTORY"_s, u"GIT_COMMON_DIR"_s, u"GIT_NAMESPACE"_s })
            all.remove(name);
        return all;
    }

    domain::Error errorOf(const QString &said, const QString &clone)
    {
        static const QRegularExpression credentials(u"://[^/@\\s]*@"_s);
        const QString lower = said.toLower();
        const auto has = [&](std::initializer_list<QLatin1StringView> words) { return std::ranges::any_of(words, [&](QLatin1StringView word) { return lower.contains(word); }); };
        ErrorCode code = ErrorCode::BadResponse;
        if (has({ "couldn't find remote ref"_L1, "not found"_L1, "does not appear to be a git repository"_L1 }))
            code = ErrorCode::NotFound;
        else if (has({ "authentication failed"_L1, "permission denied"_L1, "could not read username"_L1, "could not read password"_L1, "host key verification failed"_L1 }))
            code = ErrorCode::Unauthorised;
        else if (has({ "could not resolve"_L1, "failed to connect"_L1, "connection refused"_L1, "network is unreachable"_L1, "timed out"_L1 }))
            code = ErrorCode::Offline;
        // What ssh or the host says comes first, what git makes of it after that.
        const QStringList lines = said.split(u'\n', Qt::SkipEmptyParts);
        const auto fatal = std::ranges::find_if(lines, [](const QString &one) { return one.startsWith("fatal:"_L1); });
        QString line = lines.value(0).trimmed();
        if (fatal != lines.end() && *fatal != lines.first())
            line += u"; "_s + *fatal;
        line.remove(u"fatal: "_s).replace(credentials, u"://"_s);
        return { code, line.isEmpty() ? u"git says nothing"_s : line.left(longestMessage), 0, std::nullopt, clone };
    }

    /// With what it began to do the work: it leads a session of its own.
    void end(QProcess &process)
    {
        if (const qint64 id = process.processId(); id > 0)
            ::kill(pid_t(-id), SIGKILL);
        process.kill();
        process.waitForFinished(1000);
    }

    Result<void> runGit(const QStringList &arguments, const QString &clone, const std::stop_token &stop)
    {
        QProcess process;
        process.setProcessEnvironment(environment());
        process.setStandardInputFile(QProcess::nullDevice());
        process.setStandardOutputFile(QProcess::nullDevice());
        // Without a terminal, ssh asks through the desktop or nobody.
        process.setUnixProcessParameters(QProcess::UnixProcessFlag::CreateNewSession);
        QElapsedTimer timer;
        timer.start();
        process.start(u"git"_s, arguments);
        if (!process.waitForStarted())
            return fail(ErrorCode::Unsupported, u"git is not installed, or cannot be started"_s, clone);
        while (!process.waitForFinished(slice) && process.state() != QProcess::NotRunning) {
            if (!stop.stop_requested() && timer.elapsed() < longest)
                continue;
            end(process);
            return fail(stop.stop_requested() ? ErrorCode::Cancelled : ErrorCode::Timeout, u"git took too long"_s, clone);
        }
        if (process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
            return {};
        return std::unexpected(errorOf(QString::fromUtf8(process.readAllStandardError().right(64 << 10)), clone));
    }

} // namespace

Result<ReviewHead> headOf(const QString &clone, const Review &review)
{
    const GitLibrary library;
    const auto repository = openClone(clone);
    if (!repository)
        return std::unexpected(repository.error());
    const auto remote = remoteOf(repository->get(), review);
    if (!remote)
        return fail(ErrorCode::NotFound, u"none of its remotes is the repository of %1"_s.arg(review.key()), clone);
    if (const QString kept = keptRef(review); !kept.isEmpty())
        return ReviewHead { remote->first, kept };
    int isName = 0;
    if (git_branch_name_is_valid(&isName, review.branch.toUtf8().constData()) != 0 || isName == 0)
        return fail(ErrorCode::Invalid, u"its branch has no usable name"_s, clone);
    const auto home = sdk::parseRemote(review.cloneUrl);
    const bool isOfFork = home && !home->webUrl.isEmpty() && home->webUrl.compare(remote->second, Qt::CaseInsensitive) != 0;
    if (isOfFork && !isPlainAddress(review.cloneUrl))
        return fail(ErrorCode::Invalid, u"the fork that it comes from has no usable address"_s, clone);
    return ReviewHead { isOfFork ? review.cloneUrl : remote->first, u"refs/heads/"_s + review.branch };
}

Result<void> fetchReview(const QString &clone, const Review &review, const std::stop_token &stop)
{
    const auto head = headOf(clone, review);
    if (!head)
        return std::unexpected(head.error());
    // No reference is made: the check-out that follows makes one, and objects without one stay for weeks.
    return runGit({ u"-C"_s, clone, u"fetch"_s, u"--quiet"_s, u"--no-tags"_s, u"--no-recurse-submodules"_s, u"--no-auto-maintenance"_s, u"--no-write-fetch-head"_s, u"--"_s,
                      head->from, head->ref },
        clone, stop);
}

} // namespace callboard::ui::panes
