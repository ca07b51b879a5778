// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/sample/sampleintegration.h"

#include "plugins/sample/buildorders.h"
#include "plugins/sample/portalreader.h"
#include "plugins/sample/samplebuilds.h"
#include "plugins/sample/samplenotices.h"
#include "plugins/sample/sampleusage.h"
#include "plugins/sdk/docs.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace callboard::sample {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(callboard::sample::SampleIntegration)
};

/// The descriptors at the roots of the repositories; the rest follows from their Locations, as anywhere else.
class CatalogFeed final : public sdk::Feed {
public:
    explicit CatalogFeed(PortalReader &reader)
        : m_reader(reader)
    {
    }

    sdk::Result<void> pull(sdk::PullContext &context) override
    {
        const QStringList roots = PortalReader::roots();
        for (const QString &url : roots) {
            if (context.stopRequested())
                return domain::fail(sdk::ErrorCode::Cancelled, u"stopped"_s);
            auto text = m_reader.read(url);
            if (!text)
                return std::unexpected(text.error());
            context.put(sdk::Descriptor { u"url:"_s + url, std::move(*text), {} });
        }
        return {};
    }

private:
    PortalReader &m_reader;
};

/// The documentation that lies beside the descriptors.
class DocsFeed final : public sdk::Feed {
public:
    sdk::Result<void> pull(sdk::PullContext &context) override
    {
        std::vector<sdk::AskedEntity> own;
        for (sdk::AskedEntity &entity : context.entities()) {
            if (PortalReader::isOwn(sdk::descriptorTargetOf(entity)))
                own.push_back(std::move(entity));
        }
        for (const sdk::AskedEntity &entity : own) {
            if (const auto alias = sdk::docAliasOf(entity))
                context.put(alias->toRecord());
        }
        for (sdk::DocSource &source : sdk::docSourcesOf(own))
            context.put(std::move(source));
        return {};
    }
};

/// What the portal and the host tell Mira, and what waits for whom.
class NoticesFeed final : public sdk::Feed {
public:
    sdk::Result<void> pull(sdk::PullContext &context) override
    {
        for (const domain::Notice &notice : sampleNotices(QDateTime::currentDateTimeUtc()))
            context.put(notice.toRecord());
        return {};
    }
};

class ReviewsFeed final : public sdk::Feed {
public:
    sdk::Result<void> pull(sdk::PullContext &context) override
    {
        for (const domain::Review &review : sampleReviews(QDateTime::currentDateTimeUtc()))
            context.put(review.toRecord());
        return {};
    }
};

/// Builds and deployments as they would be now, with what the person did to them.
class BuildsFeed final : public sdk::Feed {
public:
    explicit BuildsFeed(BuildOrders &orders)
        : m_orders(orders)
    {
    }

    sdk::Result<void> pull(sdk::PullContext &context) override
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        m_orders.addFromCursor(context.cursor());
        for (const domain::BuildRun &run : m_orders.applied(buildRuns(now), now))
            context.put(run.toRecord());
        for (const domain::Deployment &deployment : deployments(now))
            context.put(deployment.toRecord());
        context.saveCursor(m_orders.toCursor(now));
        return {};
    }

    sdk::Result<void> waitForChange(sdk::PullContext &context) override
    {
        if (!m_orders.waitForStep(context.stopToken()))
            return domain::fail(sdk::ErrorCode::Cancelled, u"stopped"_s);
        return {};
    }

private:
    BuildOrders &m_orders;
};

/// What the company did in the last half year.
class UsageFeed final : public sdk::Feed {
public:
    sdk::Result<void> pull(sdk::PullContext &context) override
    {
        for (const domain::UsageDay &day : sampleUsage(QDateTime::currentDateTimeUtc()))
            context.put(day.toRecord());
        return {};
    }
};

class SampleConnection final : public sdk::Connection {
public:
    std::unique_ptr<sdk::Feed> feed(const QString &feedId) override
    {
        if (feedId == "catalog"_L1)
            return std::make_unique<CatalogFeed>(m_reader);
        if (feedId == "docs"_L1)
            return std::make_unique<DocsFeed>();
        if (feedId == "builds"_L1)
            return std::make_unique<BuildsFeed>(m_orders);
        if (feedId == "notices"_L1)
            return std::make_unique<NoticesFeed>();
        if (feedId == "reviews"_L1)
            return std::make_unique<ReviewsFeed>();
        if (feedId == "usage"_L1)
            return std::make_unique<UsageFeed>();
        return nullptr;
    }

    sdk::Reader *reader() override { return &m_reader; }

    sdk::Result<sdk::ProbeReport> probe(sdk::PullContext &) override
    {
        sdk::ProbeReport report;
        report.who = u"mira.k"_s;
        report.suggestedMe = u"user:default/mira.k"_s;
        report.summary = Words::tr("%1 repositories of an imaginary ferry company").arg(PortalReader::roots().size());
        return report;
    }

    sdk::Result<domain::BuildDetail> buildDetail(const domain::BuildRun &run, sdk::PullContext &) override
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        return m_orders.detailOf(asItIs(run, now), now);
    }

    sdk::Result<std::vector<domain::BuildCommit>> commitsBetween(const domain::BuildRun &good, const domain::BuildRun &run, sdk::PullContext &) override
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        return sample::commitsBetween(good, run, m_orders.applied(buildRuns(now), now));
    }

    sdk::Result<sdk::ActionAnswer> act(const sdk::ActionRequest &request, sdk::PullContext &) override
    {
        return m_orders.act(request, QDateTime::currentDateTimeUtc());
    }

    sdk::Result<sdk::Permission> mayAct(const sdk::ActionRequest &request, sdk::PullContext &) override { return BuildOrders::mayAct(request); }

    sdk::Result<bool> buildLog(const domain::BuildRun &run, const domain::BuildJob &job, qint64 from,
        const std::function<bool(QByteArrayView)> &onData, sdk::PullContext &) override
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const domain::BuildRun latest = asItIs(run, now);
        const auto detail = m_orders.detailOf(latest, now);
        const auto current = std::ranges::find(detail.jobs, job.id, &domain::BuildJob::id);
        const QByteArray log = current == detail.jobs.end() ? QByteArray() : m_orders.logOf(latest, *current, now);
        if (log.isEmpty())
            return domain::fail(sdk::ErrorCode::NotFound, u"it has not begun"_s);
        onData(QByteArrayView(log).sliced(std::min<qsizetype>(qsizetype(from), log.size())));
        return isFinished(current->state);
    }

private:
    /// Who asks may have seen it a while ago.
    domain::BuildRun asItIs(const domain::BuildRun &run, const QDateTime &now) const
    {
        const auto runs = m_orders.applied(buildRuns(now), now);
        const auto found = std::ranges::find(runs, run.key(), &domain::BuildRun::key);
        return found == runs.end() ? run : *found;
    }

    PortalReader m_reader;
    BuildOrders m_orders;
};

} // namespace

std::unique_ptr<sdk::Connection> SampleIntegration::connect(const QJsonObject &)
{
    return std::make_unique<SampleConnection>();
}

} // namespace callboard::sample
