// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/docfeedback.h"

#include <QCoreApplication>
#include <QUrlQuery>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace callboard::items {

namespace {

constexpr qsizetype longestFeedback = 20'000;
constexpr qsizetype longestMail = 1800;
constexpr qsizetype longestAddress = 7000; ///< Hosts refuse longer ones.

struct Say {
    Q_DECLARE_TR_FUNCTIONS(callboard::items::DocFeedback)
};

using Records = std::vector<domain::Record>;
const QString feedbackType = QString(domain::recordtype::docFeedback);

/// Those for which there is no room beside one more, by id.
QStringList withoutRoom(const Records &there, const QString &more)
{
    std::vector<DocFeedback> all;
    for (const domain::Record &record : there) {
        if (record.key != more)
            all.push_back(DocFeedback::fromRecord(record));
    }
    if (all.size() < DocFeedbackStore::most)
        return {};
    std::ranges::sort(all, {}, [](const DocFeedback &one) { return std::pair(one.state != DocFeedback::State::Answered, one.at); });
    QStringList gone;
    for (size_t i = 0; i + DocFeedbackStore::most <= all.size(); ++i)
        gone.append(all[i].id);
    return gone;
}

QString quoted(const QString &passage)
{
    QString text = passage.trimmed();
    return text.isEmpty() ? QString() : u"> "_s + text.replace(u'\n', "\n> "_L1) + u"\n\n"_s;
}

/// The repository that a page of a code host belongs to, and how its new issues are addressed.
struct Host {
    QString newIssue;
    QString title;
    QString body;
};

/// GitHub: docs.github.com/en/issues/tracking-your-work-with-issues/using-issues/creating-an-issue#creating-an-issue-from-a-url-query
/// GitLab: docs.gitlab.com/user/project/issues/create_issues/#using-a-url-with-prefilled-values
/// Gitea and Forgejo: routers/web/repo/issue_new.go, "title" and "body"; Bitbucket has no such address for its text.
std::optional<Host> hostOf(const QUrl &page)
{
    const QString host = page.host().toLower();
    const QString base = page.scheme() + "://"_L1 + page.authority();
    const QString path = page.path();
    if (path.contains("/-/"_L1))
        return Host { base + path.section("/-/"_L1, 0, 0) + "/-/issues/new"_L1, u"issue[title]"_s, u"issue[description]"_s };
    const QString repository = base + u'/' + path.section(u'/', 1, 2);
    if (path.section(u'/', 1, 2).count(u'/') != 1)
        return std::nullopt;
    if (host.contains("gitlab"_L1))
        return Host { repository + "/-/issues/new"_L1, u"issue[title]"_s, u"issue[description]"_s };
    if (host == "bitbucket.org"_L1)
        return Host { repository + "/issues/new"_L1, u"title"_s, u"content"_s };
    const QString third = path.section(u'/', 3, 3);
    const bool looksKnown = third == "blob"_L1 || third == "edit"_L1 || third == "tree"_L1 || third == "raw"_L1 || third == "src"_L1
        || third == "_edit"_L1 || (third.isEmpty() && host.contains("git"_L1));
    if (!looksKnown)
        return std::nullopt;
    return Host { repository + "/issues/new"_L1, u"title"_s, u"body"_s };
}

QString titleOf(const DocFeedback &feedback)
{
    return Say::tr("Documentation: %1").arg(feedback.title.isEmpty() ? feedback.path : feedback.title);
}

/// A query value as every host takes it: a plus is a plus.
QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

} // namespace

DocFeedbackStore::DocFeedbackStore(mirror::Mirror &mirror, QObject *parent)
    : QObject(parent)
    , m_mirror(mirror)
{
    load();
    connect(&mirror, &mirror::Mirror::recordsChanged, this, [this](const QString &type) {
        if (type != domain::recordtype::docFeedback)
            return;
        load();
        Q_EMIT changed();
    });
}

void DocFeedbackStore::load()
{
    m_all.clear();
    for (const domain::Record &record : m_mirror.ownRecords(feedbackType))
        m_all.push_back(DocFeedback::fromRecord(record));
}

std::vector<DocFeedback> DocFeedbackStore::of(const DocAddress &page) const
{
    std::vector<DocFeedback> found = ofSite(page.site);
    std::erase_if(found, [&](const auto &one) { return one.path != page.path; });
    return found;
}

std::vector<DocFeedback> DocFeedbackStore::ofSite(const QString &site) const
{
    std::vector<DocFeedback> found;
    std::ranges::copy_if(m_all, std::back_inserter(found), [&](const auto &one) { return one.site == site; });
    std::ranges::sort(found, std::greater {}, &DocFeedback::at);
    return found;
}

QString DocFeedbackStore::put(DocFeedback feedback)
{
    if (feedback.id.isEmpty())
        feedback.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (!feedback.at.isValid())
        feedback.at = QDateTime::currentDateTimeUtc();
    feedback.text.truncate(longestFeedback);
    feedback.passage.truncate(longestFeedback);
    std::erase_if(m_all, [&](const auto &one) { return one.id == feedback.id; });
    m_all.push_back(feedback);
    [[maybe_unused]] const auto kept = m_mirror.changeOwn(feedbackType,
        [feedback](const Records &there) { return mirror::OwnChange { { feedback.toRecord() }, withoutRoom(there, feedback.id) }; });
    Q_EMIT changed();
    return feedback.id;
}

void DocFeedbackStore::setState(const QString &id, DocFeedback::State state)
{
    if (const auto known = std::ranges::find(m_all, id, &DocFeedback::id); known != m_all.end())
        known->state = state;
    [[maybe_unused]] const auto kept = m_mirror.changeOwn(feedbackType, [id, state](const Records &there) {
        mirror::OwnChange change;
        if (const auto record = std::ranges::find(there, id, &domain::Record::key); record != there.end()) {
            auto feedback = DocFeedback::fromRecord(*record);
            feedback.state = state;
            change.put.push_back(feedback.toRecord());
        }
        return change;
    });
    Q_EMIT changed();
}

void DocFeedbackStore::remove(const QString &id)
{
    std::erase_if(m_all, [&](const auto &one) { return one.id == id; });
    [[maybe_unused]] const auto kept = m_mirror.changeOwn(feedbackType, [id](const Records &) { return mirror::OwnChange { {}, { id } }; });
    Q_EMIT changed();
}

QString feedbackBody(const DocFeedback &feedback)
{
    QString body = quoted(feedback.passage) + feedback.text.trimmed();
    QString place = feedback.path.isEmpty() ? u"/"_s : feedback.path;
    if (!feedback.anchor.isEmpty())
        place += u'#' + feedback.anchor;
    body += u"\n\n"_s + Say::tr("Page: %1 of %2").arg(place, feedback.site);
    body += u'\n' + Say::tr("Version: %1").arg(feedback.version.left(12));
    return body;
}

QUrl newIssueUrl(const QString &repositoryPage, const DocFeedback &feedback)
{
    const QUrl page(repositoryPage);
    if (page.scheme() != "https"_L1 && page.scheme() != "http"_L1)
        return {};
    const auto host = hostOf(page);
    if (!host)
        return {};
    QString body = feedbackBody(feedback);
    const auto addressWith = [&](const QString &text) {
        return host->newIssue + u'?' + encoded(host->title) + u'=' + encoded(titleOf(feedback)) + u'&' + encoded(host->body) + u'=' + encoded(text);
    };
    QString address = addressWith(body);
    while (address.size() > longestAddress && !body.isEmpty()) {
        body.chop(std::max<qsizetype>(1, body.size() / 8));
        address = addressWith(body + u'…');
    }
    return QUrl::fromEncoded(address.toLatin1());
}

QUrl feedbackMail(const QString &address, const DocFeedback &feedback)
{
    // What is no plain address would write further headers into the mail.
    const bool plain = !address.isEmpty() && std::ranges::all_of(address, [](QChar c) { return c.isPrint() && !u"?&%<>, "_s.contains(c); });
    if (!plain)
        return {};
    return QUrl::fromEncoded(("mailto:"_L1 + encoded(address).replace("%40"_L1, "@"_L1) + "?subject="_L1 + encoded(titleOf(feedback)) + "&body="_L1
        + encoded(feedbackBody(feedback).left(longestMail)))
            .toLatin1());
}

} // namespace callboard::items
