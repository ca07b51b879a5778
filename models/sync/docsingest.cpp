// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/docsingest.h"

#include "models/docs/htmldocument.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QTimeZone>

namespace callboard::sync {

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using domain::fail;
namespace recordtype = domain::recordtype;

namespace {

constexpr qsizetype largestAsset = 32 << 20;
constexpr qsizetype mostWarnings = 20;

const QString pageRule = u"DocsPage"_s;
const QString siteRule = u"DocsSite"_s;

} // namespace

QStringList pagesGone(const QStringList &missing, const QSet<QString> &unreadable, const std::function<std::vector<domain::Record>()> &known)
{
    if (missing.isEmpty() || unreadable.isEmpty())
        return missing;
    // A source is named from the docs folder on, a file from the site's: all that a file may be called.
    QSet<QString> names;
    for (const QString &file : unreadable) {
        names.insert(file);
        for (qsizetype slash = file.indexOf(u'/'); slash >= 0; slash = file.indexOf(u'/', slash + 1))
            names.insert(file.sliced(slash + 1));
    }
    QSet<QString> staying;
    for (const domain::Record &record : known()) {
        if (names.contains(domain::DocPage::fromRecord(record).source))
            staying.insert(record.key);
    }
    QStringList gone = missing;
    gone.removeIf([&](const QString &key) { return staying.contains(key); });
    return gone;
}

/// One site while it is built.
struct DocsIngest::Site {
    const sdk::DocSource &source;
    ObservedFiles &files;
    QSet<QString> pages = {}; ///< Keys that were put.
    QSet<QString> assets = {};
    QSet<QString> problems = {};
    QSet<QString> keptSources = {}; ///< Sources of pages that stay as they were.
    QCryptographicHash content { QCryptographicHash::Sha1 };
    bool complete = true;

    QString ref() const { return source.entityRef; }
};

domain::Result<void> DocsIngest::run(HostContext &context, const std::vector<sdk::DocSource> &sources, catalog::SourceReader &reader)
{
    const bool wholly = !context.bringsOnlyChanges();
    context.bringOnlyChanges();
    QSet<QString> there;
    for (size_t i = 0; i < sources.size(); ++i) {
        if (context.stopRequested())
            return fail(ErrorCode::Cancelled, u"stopped while documentation was read"_s);
        const sdk::DocSource &source = sources[i];
        there.insert(source.entityRef);
        context.progress(qint64(i), qint64(sources.size()), source.entityRef);
        if (const auto built = build(context, source, reader); !built)
            return built;
    }
    if (!wholly)
        return {};
    for (const QString &key : context.sitesPut())
        there.insert(key);
    for (const domain::Record &site : context.known(recordtype::docSite, {})) {
        if (there.contains(site.key))
            continue;
        context.remove(QString(recordtype::docSite), site.key);
        m_stamps.remove(site.key);
    }
    return {};
}

domain::Result<void> DocsIngest::build(HostContext &context, const sdk::DocSource &source, catalog::SourceReader &reader)
{
    const QString local = reader.localPath(source.folder);
    std::unique_ptr<ObservedFiles> files;
    LocalSiteFiles *onDisk = nullptr;
    if (local.isEmpty()) {
        files = std::make_unique<RemoteSiteFiles>(reader, source.folder);
    } else {
        auto folder = std::make_unique<LocalSiteFiles>(local);
        onDisk = folder.get();
        files = std::move(folder);
    }
    const QByteArray options = (source.folder + u'\n' + source.adrFolder + u'\n' + source.editTemplate).toUtf8();
    if (const auto before = m_stamps.constFind(source.entityRef); onDisk && before != m_stamps.cend() && onDisk->isAsIn(*before, options))
        return {};

    Site site { source, *files };
    const docs::SiteOptions how { .folder = {}, .adrFolder = source.adrFolder, .editTemplate = source.editTemplate };
    const auto built = docs::buildSite(*files, how, [&](docs::SitePage &&page) { return putPage(context, site, page); });
    if (!built && built.error().code == ErrorCode::Cancelled)
        return std::unexpected(built.error());
    if (!built && built.error().code == ErrorCode::NotFound) {
        // Nothing to read here (any more).
        context.remove(QString(recordtype::docSite), source.entityRef);
        removeRest(context, site);
    } else if (!built) {
        domain::Problem problem;
        problem.rule = siteRule;
        problem.message = built.error().detail;
        static const QRegularExpression placed(u"^([^:]+):(\\d+):(\\d+): (.*)$"_s, QRegularExpression::DotMatchesEverythingOption);
        const auto match = placed.match(built.error().detail);
        if (match.hasMatch()) {
            problem.line = match.captured(2).toInt();
            problem.column = match.captured(3).toInt();
            problem.message = match.captured(4);
        }
        putProblem(context, site, problem, match.hasMatch() ? match.captured(1) : u"mkdocs.yml"_s);
    } else {
        putAssets(context, site, *built);
        putSite(context, site, *built);
        removeRest(context, site);
        for (const QString &warning : built->warnings.first(std::min(mostWarnings, built->warnings.size())))
            context.log(u"%1: %2"_s.arg(source.entityRef, warning));
    }
    if (onDisk)
        m_stamps.insert(source.entityRef, onDisk->stamp(options));
    return {};
}

bool DocsIngest::putPage(HostContext &context, Site &site, const docs::SitePage &page)
{
    const QByteArray html = page.html.toUtf8();
    site.content.addData(page.path.toUtf8());
    site.content.addData(html);
    const QString key = domain::docKey(site.ref(), page.path);
    site.pages.insert(key);
    auto document = docs::documentFromHtml(html, { page.path, {} });
    if (!document) {
        // The page stays as it was when it could be read.
        domain::Problem problem;
        problem.rule = pageRule;
        problem.message = u"The page cannot be read: "_s + document.error().detail;
        putProblem(context, site, problem, page.file);
        site.complete = false;
        return !context.stopRequested();
    }
    context.put(domain::DocPage { .site = site.ref(), .path = page.path, .source = page.source, .title = page.title, .editUrl = page.editUrl,
        .status = page.status, .date = page.date, .document = *std::move(document) }.toRecord());
    return !context.stopRequested();
}

void DocsIngest::putAssets(HostContext &context, Site &site, const docs::BuiltSite &built)
{
    for (const docs::SiteAsset &asset : built.assets) {
        if (context.stopRequested())
            return;
        const QString key = domain::docKey(site.ref(), asset.path);
        site.assets.insert(key);
        const auto bytes = site.files.read(asset.file);
        if (!bytes) {
            context.log(u"%1: %2"_s.arg(site.ref(), bytes.error().detail));
            site.complete = false;
            continue;
        }
        domain::DocAsset record { site.ref(), asset.path, {}, bytes->size() };
        if (bytes->size() <= largestAsset)
            record.blob = context.putBlob(*bytes).value_or(QString());
        site.content.addData(asset.path.toUtf8());
        site.content.addData(record.blob.toLatin1());
        context.put(record.toRecord());
    }
}

void DocsIngest::putSite(HostContext &context, Site &site, const docs::BuiltSite &built)
{
    for (const QString &file : site.files.unreadable()) {
        domain::Problem problem;
        problem.rule = pageRule;
        problem.message = u"The file cannot be read."_s;
        putProblem(context, site, problem, file);
        site.keptSources.insert(file);
        site.complete = false;
    }
    domain::DocSite record;
    record.entityRef = site.ref();
    record.name = built.name;
    record.description = built.description;
    record.nav = built.nav;
    record.flavour = built.flavour;
    record.sourceUrl = site.source.folder.startsWith("http"_L1) ? site.source.folder : QString();
    record.pages = built.pages;
    record.complete = site.complete;
    record.etag = QString::fromLatin1(site.content.result().toHex());
    const auto known = context.known(recordtype::docSite, site.ref());
    const auto before = known.empty() ? domain::DocSite() : domain::DocSite::fromRecord(known.front());
    if (before.etag == record.etag)
        record.builtAt = before.builtAt;
    else if (site.files.newest() > 0)
        record.builtAt = QDateTime::fromMSecsSinceEpoch(site.files.newest(), QTimeZone::UTC);
    else
        record.builtAt = QDateTime::currentDateTimeUtc();
    context.put(record.toRecord());
}

void DocsIngest::putProblem(HostContext &context, Site &site, domain::Problem problem, const QString &file)
{
    const QString &folder = site.source.folder;
    problem.location = (folder.startsWith(u'/') ? u"file:"_s : u"url:"_s) + folder + file;
    problem.path = site.files.localPath(file);
    problem.entityRef = site.ref();
    const domain::Record record = problem.toRecord();
    if (site.problems.contains(record.key))
        return;
    site.problems.insert(record.key);
    context.put(record);
}

void DocsIngest::removeRest(HostContext &context, const Site &site)
{
    QStringList missing;
    for (const QString &key : context.knownKeys(recordtype::docPage, site.ref())) {
        if (!site.pages.contains(key))
            missing.append(key);
    }
    const auto known = [&] { return context.known(recordtype::docPage, site.ref()); };
    for (const QString &key : pagesGone(missing, site.keptSources, known))
        context.remove(QString(recordtype::docPage), key);
    for (const QString &key : context.knownKeys(recordtype::docAsset, site.ref())) {
        if (!site.assets.contains(key))
            context.remove(QString(recordtype::docAsset), key);
    }
    for (const domain::Record &record : context.known(recordtype::problem, site.ref())) {
        const QString rule = domain::Problem::fromRecord(record).rule;
        if ((rule == pageRule || rule == siteRule) && !site.problems.contains(record.key))
            context.remove(QString(recordtype::problem), record.key);
    }
}

} // namespace callboard::sync
