// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notices/noticerules.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace callboard::notices {

namespace {

constexpr qsizetype mostRules = 100;
// By the values of the enumerations.
const QStringList whatNames { u"any"_s, u"buildBroke"_s, u"buildHealed"_s, u"reviewAsked"_s, u"reviewToMend"_s, u"approvalWaiting"_s, u"catalogDependant"_s,
    u"catalogOwner"_s, u"catalogApi"_s, u"catalogOrphan"_s, u"catalogGone"_s, u"catalogDeprecated"_s, u"docs"_s, u"host"_s, u"portal"_s };
const QStringList levelNames { u"low"_s, u"normal"_s, u"high"_s, u"critical"_s };
const QStringList whoseNames { u"anyone"_s, u"mine"_s, u"mineOrStarred"_s };

template<typename Enum>
Enum fromName(const QStringList &names, QStringView name, Enum otherwise)
{
    const auto at = names.indexOf(name);
    return at < 0 ? otherwise : Enum(at);
}

QJsonObject toJson(const Rule &rule)
{
    return { { u"what"_s, nameOf(rule.what) }, { u"whose"_s, nameOf(rule.whose) }, { u"atLeast"_s, nameOf(rule.atLeast) },
        { u"badge"_s, rule.effects.badge }, { u"popup"_s, rule.effects.popup }, { u"sound"_s, rule.effects.sound } };
}

/// Nothing where a newer version wrote something that means nothing here: a rule for "anything" in its place would be worse.
std::optional<Rule> ruleFrom(const QJsonObject &json)
{
    const auto what = whatNames.indexOf(json["what"_L1].toString());
    const auto whose = whoseNames.indexOf(json["whose"_L1].toString());
    const auto level = levelNames.indexOf(json["atLeast"_L1].toString());
    if (what < 0 || whose < 0 || level < 0)
        return std::nullopt;
    return Rule { What(what), Whose(whose), Level(level),
        { json["badge"_L1].toBool(), json["popup"_L1].toBool(), json["sound"_L1].toBool() } };
}

bool fits(const Rule &rule, const NoticeFacts &facts)
{
    if (rule.what != What::Any && rule.what != facts.what)
        return false;
    if (facts.level < rule.atLeast)
        return false;
    switch (rule.whose) {
    case Whose::Mine: return facts.isMine;
    case Whose::MineOrStarred: return facts.isMine || facts.isStarred;
    case Whose::Anyone: break;
    }
    return true;
}

What catalogWhat(const QString &about)
{
    if (about == topic::owner)
        return What::CatalogOwner;
    if (about == topic::apiBroken)
        return What::CatalogApi;
    if (about == topic::gone)
        return What::CatalogGone;
    if (about == topic::deprecated)
        return What::CatalogDeprecated;
    return about == topic::orphan ? What::CatalogOrphan : What::CatalogDependant;
}

} // namespace

QString nameOf(What what) { return whatNames.at(int(what)); }
What whatFrom(QStringView name) { return fromName(whatNames, name, What::Any); }
QString nameOf(Level level) { return levelNames.at(int(level)); }
Level levelOf(QStringView severity) { return fromName(levelNames, severity, Level::Normal); }
QString nameOf(Whose whose) { return whoseNames.at(int(whose)); }

What whatOf(const domain::Notice &notice)
{
    if (notice.kind == "build"_L1) {
        if (notice.topic == topic::approval)
            return What::ApprovalWaiting;
        return notice.topic == topic::healed ? What::BuildHealed : What::BuildBroke;
    }
    if (notice.kind == "review"_L1)
        return notice.topic == topic::reviewToMend ? What::ReviewToMend : What::ReviewAsked;
    if (notice.kind == "catalog"_L1)
        return catalogWhat(notice.topic);
    if (notice.kind == "docs"_L1 || notice.origin == "docs"_L1)
        return What::Docs;
    return notice.kind == "host"_L1 ? What::Host : What::Portal;
}

bool QuietHours::contains(const QDateTime &local) const
{
    if (!on)
        return false;
    const int day = local.date().dayOfWeek();
    if (wholeWeekend && day >= Qt::Saturday)
        return true;
    const QTime time = local.time();
    if (from < to)
        return days.contains(day) && time >= from && time < to;
    const int dayBefore = day == Qt::Monday ? int(Qt::Sunday) : day - 1;
    return (days.contains(day) && time >= from) || (days.contains(dayBefore) && time < to);
}

Effects NoticeRules::effectsFor(const NoticeFacts &facts) const
{
    const auto rule = std::ranges::find_if(rules, [&](const Rule &one) { return fits(one, facts); });
    return rule == rules.end() ? Effects {} : rule->effects;
}

std::vector<Rule> NoticeRules::calm()
{
    constexpr Effects tell { true, true, false };
    constexpr Effects tellOnly { false, true, false };
    constexpr Effects count { true, false, false };
    return {
        { What::BuildBroke, Whose::Mine, Level::Low, tell },
        { What::BuildHealed, Whose::Mine, Level::Low, tellOnly },
        { What::ReviewAsked, Whose::Anyone, Level::Low, tell },
        { What::ApprovalWaiting, Whose::Mine, Level::Low, tell },
        { What::Portal, Whose::Mine, Level::Critical, tell },
        { What::Any, Whose::Anyone, Level::Normal, count },
    };
}

QJsonValue NoticeRules::toJson() const
{
    QJsonArray list;
    for (const Rule &rule : rules)
        list.append(notices::toJson(rule));
    QJsonArray days;
    for (const int day : quiet.days)
        days.append(day);
    return QJsonObject { { u"rules"_s, list },
        { u"quiet"_s, QJsonObject { { u"on"_s, quiet.on }, { u"from"_s, quiet.from.toString(u"HH:mm"_s) }, { u"to"_s, quiet.to.toString(u"HH:mm"_s) },
                          { u"days"_s, days }, { u"wholeWeekend"_s, quiet.wholeWeekend } } } };
}

NoticeRules NoticeRules::fromJson(const QJsonValue &json)
{
    NoticeRules read;
    if (!json["rules"_L1].isArray())
        return read;
    read.rules.clear();
    for (const QJsonValue &value : json["rules"_L1].toArray()) {
        const auto rule = ruleFrom(value.toObject());
        if (rule && qsizetype(read.rules.size()) < mostRules)
            read.rules.push_back(*rule);
    }
    const QJsonValue quiet = json["quiet"_L1];
    read.quiet.on = quiet["on"_L1].toBool();
    read.quiet.wholeWeekend = quiet["wholeWeekend"_L1].toBool();
    const QTime from = QTime::fromString(quiet["from"_L1].toString(), u"HH:mm"_s);
    const QTime to = QTime::fromString(quiet["to"_L1].toString(), u"HH:mm"_s);
    if (from.isValid() && to.isValid()) {
        read.quiet.from = from;
        read.quiet.to = to;
    }
    if (quiet["days"_L1].isArray()) {
        read.quiet.days.clear();
        for (const QJsonValue &day : quiet["days"_L1].toArray()) {
            if (day.toInt() >= 1 && day.toInt() <= 7 && !read.quiet.days.contains(day.toInt()))
                read.quiet.days.append(day.toInt());
        }
    }
    return read;
}

} // namespace callboard::notices
