// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/docfeedback.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QUrlQuery>
#include <QUuid>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace callboard::items {

namespace {

constexpr auto key = "docs.feedback"_L1;
constexpr std::array stateNames { "noted"_L1, "sent"_L1, "answered"_L1 };
constexpr qsizetype most = 2000;
constexpr qsizetype longestText = 20'000;
constexpr qsizetype longestMail = 1800;
constexpr qsizetype longestAddress = 7000; ///< Hosts refuse longer ones.

struct Say {
    Q_DECLARE_TR_FUNCTIONS(callboard::items::DocFeedback)
};

QJsonObject toJson(const DocFeedback &one)
{
    return { { u"id"_s, one.id }, { u"site"_s, one.address.site }, { u"path"_s, one.address.path }, { u"anchor"_s, one.address.anchor },
        { u"title"_s, one.title }, { u"version"_s, one.version }, { u"passage"_s, one.passage }, { u"text"_s, one.text },
        { u"state"_s, stateNames[size_t(one.state)] }, { u"at"_s, one.at.toString(Qt::ISODateWithMs) } };
}

DocFeedback fromJson(const QJsonObject &json)
{
    const auto state = std::ranges::find(stateNames, json["state"_L1].toString());
    return { .id = json["id"_L1].toString(),
        .address = { json["site"_L1].toString(), json["path"_L1].toString(), json["anchor"_L1].toString() },
        .title = json["title"_L1].toString(), .version = json["version"_L1].toString(), .passage = json["passage"_L1].toString(),
        .text = json["text"_L1].toString(),
        .state = state == stateNames.end() ? DocFeedback::State::Noted : DocFeedback::State(state - stateNames.begin()),
        .at = QDateTime::fromString(json["at"_L1].toString(), Qt::ISODateWithMs) };
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
    return Say::tr("Documentation: %1").arg(feedback.title.isEmpty() ? feedback.address.path : feedback.title);
}

/// A query value as every host takes it: a plus is a plus.
QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

} // namespace

DocFeedbackStore::DocFeedbackStore(mirror::Mirror &mirror, DocLibrary &library, QObject *parent)
    : QObject(parent)
    , m_mirror(mirror)
{
    for (const auto &one : mirror.value(key).toArray())
        m_all.push_back(fromJson(one.toObject()));
    connect(&library, &DocLibrary::pagesChanged, this, [this, &library] {
        QSet<QString> open;
        for (const DocFeedback &one : m_all) {
            if (one.state != DocFeedback::State::Answered)
                open.insert(one.address.key());
        }
        for (const QString &page : std::as_const(open)) {
            if (const auto now = library.page(DocAddress::fromKey(page)))
                settle(*now);
        }
    });
}

void DocFeedbackStore::store()
{
    QJsonArray all;
    for (const DocFeedback &one : m_all)
        all.append(toJson(one));
    [[maybe_unused]] const auto kept = m_mirror.setValue(key, all);
    Q_EMIT changed();
}

std::vector<DocFeedback> DocFeedbackStore::of(const DocAddress &page) const
{
    std::vector<DocFeedback> found;
    std::ranges::copy_if(m_all, std::back_inserter(found), [&](const auto &one) { return one.address.key() == page.key(); });
    std::ranges::sort(found, std::greater {}, &DocFeedback::at);
    return found;
}

std::vector<DocFeedback> DocFeedbackStore::ofSite(const QString &site) const
{
    std::vector<DocFeedback> found;
    std::ranges::copy_if(m_all, std::back_inserter(found), [&](const auto &one) { return one.address.site == site; });
    std::ranges::sort(found, std::greater {}, &DocFeedback::at);
    return found;
}

QString DocFeedbackStore::add(DocFeedback feedback)
{
    feedback.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (!feedback.at.isValid())
        feedback.at = QDateTime::currentDateTimeUtc();
    feedback.text.truncate(longestText);
    feedback.passage.truncate(longestText);
    m_all.push_back(feedback);
    if (qsizetype(m_all.size()) > most)
        m_all.erase(m_all.begin());
    store();
    return feedback.id;
}

void DocFeedbackStore::setState(const QString &id, DocFeedback::State state)
{
    const auto found = std::ranges::find(m_all, id, &DocFeedback::id);
    if (found == m_all.end() || found->state == state)
        return;
    found->state = state;
    store();
}

void DocFeedbackStore::remove(const QString &id)
{
    if (std::erase_if(m_all, [&](const auto &one) { return one.id == id; }) > 0)
        store();
}

void DocFeedbackStore::settle(const domain::DocPage &page)
{
    const DocAddress address { page.site, page.path, {} };
    const QString version = DocReading::hashOf(DocReading::textOf(page.document));
    bool settled = false;
    for (DocFeedback &one : m_all) {
        if (one.address.key() == address.key() && one.state != DocFeedback::State::Answered && one.version != version) {
            one.state = DocFeedback::State::Answered;
            settled = true;
        }
    }
    if (settled)
        store();
}

QString feedbackBody(const DocFeedback &feedback)
{
    QString body = quoted(feedback.passage) + feedback.text.trimmed();
    QString place = feedback.address.path.isEmpty() ? u"/"_s : feedback.address.path;
    if (!feedback.address.anchor.isEmpty())
        place += u'#' + feedback.address.anchor;
    body += u"\n\n"_s + Say::tr("Page: %1 of %2").arg(place, feedback.address.site);
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
