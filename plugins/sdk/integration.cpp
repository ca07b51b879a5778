// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/sdk/integration.h"

#include <string_view>

// Destructors live here so that each interface has one type information, shared by the host and every plugin.
namespace callboard::sdk {

static_assert(sdkMajor < 10 && std::string_view(CALLBOARD_INTEGRATION_IID).back() == '0' + sdkMajor,
    "the interface id carries the major version");

Reader::~Reader() = default;
Http::~Http() = default;
PullContext::~PullContext() = default;
Feed::~Feed() = default;
Connection::~Connection() = default;
Integration::~Integration() = default;

QString Reader::localPath(const QString &) const
{
    return {};
}

Result<void> Feed::waitForChange(PullContext &)
{
    return domain::fail(ErrorCode::Unsupported, QStringLiteral("this feed does not tell of changes"));
}

Reader *Connection::reader()
{
    return nullptr;
}

} // namespace callboard::sdk
