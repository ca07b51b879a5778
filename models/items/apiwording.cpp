// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/apiwording.h"

#include "models/docs/gfm.h"
#include "models/docs/htmldocument.h"

namespace callboard::items {

using namespace Qt::StringLiterals;
using apis::Change;
using apis::ItemKind;

QString ApiWording::kind(ItemKind kind)
{
    switch (kind) {
    case ItemKind::Operation: return tr("Operation");
    case ItemKind::Webhook: return tr("Webhook");
    case ItemKind::Channel: return tr("Channel");
    case ItemKind::Message: return tr("Message");
    case ItemKind::Query: return tr("Query");
    case ItemKind::Mutation: return tr("Mutation");
    case ItemKind::Subscription: return tr("Subscription");
    case ItemKind::Type: return tr("Type");
    case ItemKind::Interface: return tr("Interface");
    case ItemKind::Union: return tr("Union");
    case ItemKind::Enum: return tr("Enum");
    case ItemKind::Input: return tr("Input");
    case ItemKind::Scalar: return tr("Scalar");
    case ItemKind::Directive: return tr("Directive");
    case ItemKind::Service: return tr("Service");
    case ItemKind::Method: return tr("Method");
    case ItemKind::Remote: return tr("Remote");
    case ItemKind::Tool: return tr("Tool");
    case ItemKind::Resource: return tr("Resource");
    case ItemKind::Prompt: return tr("Prompt");
    }
    return {};
}

QString ApiWording::kinds(ItemKind kind)
{
    switch (kind) {
    case ItemKind::Operation: return tr("Operations");
    case ItemKind::Webhook: return tr("Webhooks");
    case ItemKind::Channel: return tr("Channels");
    case ItemKind::Message: return tr("Messages");
    case ItemKind::Query: return tr("Queries");
    case ItemKind::Mutation: return tr("Mutations");
    case ItemKind::Subscription: return tr("Subscriptions");
    case ItemKind::Type: return tr("Types");
    case ItemKind::Interface: return tr("Interfaces");
    case ItemKind::Union: return tr("Unions");
    case ItemKind::Enum: return tr("Enums");
    case ItemKind::Input: return tr("Inputs");
    case ItemKind::Scalar: return tr("Scalars");
    case ItemKind::Directive: return tr("Directives");
    case ItemKind::Service: return tr("Services");
    case ItemKind::Method: return tr("Methods");
    case ItemKind::Remote: return tr("Remotes");
    case ItemKind::Tool: return tr("Tools");
    case ItemKind::Resource: return tr("Resources");
    case ItemKind::Prompt: return tr("Prompts");
    }
    return {};
}

QString ApiWording::format(apis::ApiFormat format)
{
    switch (format) {
    case apis::ApiFormat::OpenApi: return u"OpenAPI"_s;
    case apis::ApiFormat::AsyncApi: return u"AsyncAPI"_s;
    case apis::ApiFormat::GraphQl: return u"GraphQL"_s;
    case apis::ApiFormat::Protobuf: return u"Protobuf"_s;
    case apis::ApiFormat::Mcp: return u"MCP"_s;
    case apis::ApiFormat::Unknown: break;
    }
    return tr("Text");
}

QString ApiWording::plain(const apis::Difference &one)
{
    const QString before = one.before.isEmpty() ? tr("anything") : one.before;
    const QString after = one.after.isEmpty() ? tr("anything") : one.after;
    switch (one.change) {
    case Change::Deprecated: return one.subject.isEmpty() ? tr("deprecated") : tr("%1 is deprecated").arg(one.subject);
    case Change::ParameterAdded: return one.breaking ? tr("new required parameter %1").arg(one.subject) : tr("new parameter %1").arg(one.subject);
    case Change::ParameterRemoved: return tr("parameter %1 is gone").arg(one.subject);
    case Change::ParameterRequired: return tr("parameter %1 is required now").arg(one.subject);
    case Change::ParameterOptional: return tr("parameter %1 is optional now").arg(one.subject);
    case Change::BodyAdded: return one.breaking ? tr("new required body") : tr("new body");
    case Change::BodyRemoved: return tr("the body is gone");
    case Change::BodyRequired: return tr("the body is required now");
    case Change::MediaTypeAdded: return tr("%1 as well").arg(one.subject);
    case Change::MediaTypeRemoved: return tr("%1 no more").arg(one.subject);
    case Change::ResponseAdded: return tr("new response %1").arg(one.subject);
    case Change::ResponseRemoved: return tr("response %1 is gone").arg(one.subject);
    case Change::PropertyAdded: return one.breaking ? tr("new required %1").arg(one.subject) : tr("new: %1").arg(one.subject);
    case Change::PropertyRemoved: return tr("%1 is gone").arg(one.subject);
    case Change::PropertyRequired: return tr("%1 is required now").arg(one.subject);
    case Change::PropertyOptional: return tr("%1 is optional now").arg(one.subject);
    case Change::TypeChanged: return one.subject.isEmpty() ? tr("type %1 → %2").arg(before, after) : tr("%1: type %2 → %3").arg(one.subject, before, after);
    case Change::FormatChanged: return tr("format %1 → %2").arg(before, after);
    case Change::NullAllowed: return tr("may be null now");
    case Change::NullRefused: return tr("may not be null any more");
    case Change::ValueAdded: return tr("new value %1").arg(one.subject);
    case Change::ValueRemoved: return tr("value %1 is gone").arg(one.subject);
    case Change::VariantAdded: return tr("also %1").arg(one.subject);
    case Change::VariantRemoved: return tr("%1 no more").arg(one.subject);
    case Change::LimitAdded: return tr("new limit %1").arg(one.subject);
    case Change::LimitRemoved: return tr("limit %1 is gone").arg(one.subject);
    case Change::LimitChanged: return tr("%1 %2 → %3").arg(one.subject, one.before, one.after);
    case Change::DefaultChanged:
        return tr("default %1 → %2").arg(one.before.isEmpty() ? tr("none") : one.before, one.after.isEmpty() ? tr("none") : one.after);
    case Change::SecurityAdded: return tr("needs %1 now").arg(one.subject);
    case Change::SecurityChanged:
        return tr("security %1 → %2").arg(one.before.isEmpty() ? tr("none") : one.before, one.after.isEmpty() ? tr("none") : one.after);
    case Change::StreamingChanged: return tr("%1 → %2").arg(one.before, one.after);
    case Change::NumberChanged: return tr("number of %1: %2 → %3").arg(one.subject, one.before, one.after);
    case Change::NumberReused: return tr("number %2 of %1 is used by %3 now").arg(one.subject, one.before, one.after);
    }
    return {};
}

QString ApiWording::difference(const apis::Difference &difference)
{
    const bool saysWhere = difference.change == Change::ParameterAdded || difference.change == Change::ParameterRemoved
        || difference.change == Change::ParameterRequired || difference.change == Change::ParameterOptional;
    return difference.where.isEmpty() || saysWhere ? plain(difference) : tr("%1: %2").arg(difference.where, plain(difference));
}

QString ApiWording::change(apis::ItemChange::Kind kind)
{
    switch (kind) {
    case apis::ItemChange::Kind::Added: return tr("Added");
    case apis::ItemChange::Kind::Removed: return tr("Removed");
    case apis::ItemChange::Kind::Changed: return tr("Changed");
    }
    return {};
}

QString ApiWording::summary(const apis::Comparison &comparison)
{
    using Kind = apis::ItemChange::Kind;
    if (comparison.isIncomparable)
        return tr("in another language");
    QStringList said;
    if (const int breaking = int(comparison.breaking()); breaking > 0)
        said.append(tr("%n breaking", nullptr, breaking));
    if (const int added = int(comparison.count(Kind::Added)); added > 0)
        said.append(tr("%n added", nullptr, added));
    if (const int removed = int(comparison.count(Kind::Removed)); removed > 0)
        said.append(tr("%n removed", nullptr, removed));
    if (const int changed = int(comparison.count(Kind::Changed)); changed > 0)
        said.append(tr("%n changed", nullptr, changed));
    return said.isEmpty() ? tr("nothing changed") : said.join(u" · "_s);
}

namespace {

void addLines(const std::vector<domain::Block> &blocks, const QString &lead, QStringList &lines)
{
    using Kind = domain::Block::Kind;
    int number = 1;
    for (const domain::Block &block : blocks) {
        const bool isItem = block.kind == Kind::Item;
        const QString mark = isItem ? lead : QString();
        if (block.kind == Kind::Code)
            lines += block.text;
        if (block.kind == Kind::Row) {
            QStringList cells;
            for (const domain::Block &cell : block.children)
                cells += domain::plainText(cell).simplified();
            lines += cells.join(QStringLiteral("  "));
            continue;
        }
        const QString said = domain::plainText(block.runs);
        if (!said.isEmpty())
            lines += (mark.isEmpty() && isItem ? QString::number(number) + QStringLiteral(". ") : mark) + said;
        const qsizetype before = lines.size();
        addLines(block.children, block.kind == Kind::List && !block.ordered ? QStringLiteral("• ") : QString(), lines);
        if (isItem && said.isEmpty() && lines.size() > before)
            lines[before].prepend(mark.isEmpty() ? QString::number(number) + QStringLiteral(". ") : mark);
        number += isItem ? 1 : 0;
    }
}

} // namespace

QString ApiWording::description(const QString &markdown, qsizetype most)
{
    const auto shortened = [most](const QString &text) { return text.size() > most ? QString(text.first(most).trimmed() + QChar(0x2026)) : text; };
    // What is cut off need not be read; a little more than is shown, for the marks.
    const auto html = docs::gfmToHtml(markdown.left(2 * most + 200).toUtf8());
    const auto document = html ? docs::documentFromHtml(*html, {}) : domain::Result<domain::Document>(std::unexpected(html.error()));
    if (!document)
        return shortened(markdown.trimmed());
    QStringList lines;
    addLines(document->blocks, {}, lines);
    return shortened(lines.join(u'\n').trimmed());
}

} // namespace callboard::items
