// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/sample/sampleintegration.h"

#include "plugins/sample/portalreader.h"
#include "plugins/sample/samplenotices.h"
#include "plugins/sdk/docs.h"

using namespace Qt::StringLiterals;

namespace callboard::sample {

namespace {

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

class SampleConnection final : public sdk::Connection {
public:
    std::unique_ptr<sdk::Feed> feed(const QString &feedId) override
    {
        if (feedId == "catalog"_L1)
            return std::make_unique<CatalogFeed>(m_reader);
        if (feedId == "docs"_L1)
            return std::make_unique<DocsFeed>();
        if (feedId == "notices"_L1)
            return std::make_unique<NoticesFeed>();
        if (feedId == "reviews"_L1)
            return std::make_unique<ReviewsFeed>();
        return nullptr;
    }

    sdk::Reader *reader() override { return &m_reader; }

    sdk::Result<sdk::ProbeReport> probe(sdk::PullContext &) override
    {
        sdk::ProbeReport report;
        report.who = u"mira.k"_s;
        report.suggestedMe = u"user:default/mira.k"_s;
        report.summary = u"%1 repositories of an imaginary ferry company"_s.arg(PortalReader::roots().size());
        return report;
    }

private:
    PortalReader m_reader;
};

} // namespace

std::unique_ptr<sdk::Connection> SampleIntegration::connect(const QJsonObject &)
{
    return std::make_unique<SampleConnection>();
}

} // namespace callboard::sample
