// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/peers/insights/postings.h"

#include <QCryptographicHash>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace callboard::test {

using domain::UsageStep;
using domain::UsageTable;

namespace {

constexpr int licensedUsers = 250; // As config.js has it.
constexpr int history = 400;       // Days.

QString timeOf(const QDateTime &at) { return at.toString(Qt::ISODateWithMs); }

QJsonObject attributesOf(const QString &kind, const QString &name)
{
    return { { u"kind"_s, kind }, { u"namespace"_s, u"default"_s }, { u"name"_s, name } };
}

Posting page(const QDateTime &at, const QString &user, const QString &plugin)
{
    return { at, user, plugin, u"navigate"_s, u'/' + plugin };
}

/// Who was there so many days ago.
QStringList peopleOf(int daysAgo)
{
    QStringList people;
    const auto add = [&](const QString &name, int first, int last, int each) {
        if (daysAgo <= first && daysAgo >= last && daysAgo % each == 0)
            people.append(u"user:default/"_s + name);
    };
    add(u"mira"_s, history, 0, 3);
    add(u"tove"_s, 300, 0, 4);
    add(u"ines"_s, 200, 0, 7);
    add(u"oskar"_s, 120, 61, 2); // Left.
    add(u"late"_s, 20, 0, 5);
    return people;
}

/// Something else on each day, for each person.
Posting deedOf(const QDateTime &at, const QString &user, int number)
{
    static const std::array entities { u"night-boat"_s, u"Ledger-UI"_s, u"harbour"_s, u"Lighthouse"_s };
    const QString &entity = entities[size_t(number / 5) % entities.size()];
    switch (number % 8) {
    case 0:
    case 3: return visit(at, user, number % 16 < 8 ? u"component"_s : u"system"_s, entity);
    case 1: return reading(at, user, entity, u"guide/%1"_s.arg(number % 5));
    case 2: return search(at, user, u"term %1"_s.arg(number % 6));
    case 4: return run(at, user, number % 3 ? u"go-service"_s : u"web-page"_s);
    case 5: return page(at, user, number % 3 ? u"kubernetes"_s : u"catalog"_s); // The list of all entities is about none.
    case 6: return page(at, user, u"techdocs"_s);                                // And so is that of all documentation.
    default: return { at, user, u"root"_s, u"signIn"_s, u"success"_s };
    }
}

QDate beginOf(QDate day, UsageStep step)
{
    return step == UsageStep::Day ? day : step == UsageStep::Week ? day.addDays(1 - day.dayOfWeek()) : QDate(day.year(), day.month(), 1);
}

std::vector<UsageTable::Row> peopleOverTime(const UsageTable &table, const std::vector<Posting> &all)
{
    std::map<QString, QDate> first;
    std::map<QDate, std::set<QString>> present;
    for (const Posting &one : all) {
        const QDate day = one.at.date();
        const auto known = first.try_emplace(one.user, day).first;
        known->second = std::min(known->second, day);
        if (day >= table.from && day <= table.to)
            present[beginOf(day, table.step)].insert(one.user);
    }
    std::vector<UsageTable::Row> rows;
    for (const auto &[date, people] : present) {
        // A month that the time cuts is what is left of it.
        const QDate since = table.step == UsageStep::Month ? std::max(date, table.from) : date;
        const qint64 fresh = std::ranges::count_if(people, [&](const QString &user) { return first.at(user) >= since; });
        rows.push_back({ date, {}, {}, qint64(people.size()), fresh, qint64(people.size()) - fresh, {} });
    }
    return rows;
}

/// What a ranking names it; empty for what it does not count.
QString subjectOf(const QString &measure, const Posting &one)
{
    const bool navigates = one.action == "navigate"_L1;
    if (measure == "plugins"_L1)
        return navigates ? one.plugin : QString();
    if (measure == "templates"_L1)
        return one.plugin == "scaffolder"_L1 && one.action == "click"_L1 && one.subject == "Create"_L1 ? one.templateRef : QString();
    const QString plugin = measure == "docs"_L1 ? u"techdocs"_s : u"catalog"_s;
    const QString kind = one.attributes["kind"_L1].toString();
    if (!navigates || one.plugin != plugin || kind.isEmpty())
        return {};
    return kind + u":default/"_s + one.attributes["name"_L1].toString().toLower();
}

std::vector<UsageTable::Row> ranking(const UsageTable &table, const std::vector<Posting> &all)
{
    std::map<QString, UsageTable::Row> found;
    for (const Posting &one : all) {
        const QString subject = subjectOf(table.measure, one);
        if (subject.isEmpty() || one.at.date() < table.from || one.at.date() > table.to)
            continue;
        UsageTable::Row &row = found[subject];
        row.subject = subject;
        ++row.count;
        if (table.measure != "plugins"_L1)
            row.last = row.last.isValid() ? std::max(row.last, one.at) : one.at;
        // Where documentation has no title yet, it is called by its entity's name.
        if (table.measure == "docs"_L1)
            row.title = one.attributes["name"_L1].toString();
    }
    std::vector<UsageTable::Row> rows;
    for (auto &[subject, row] : found)
        rows.push_back(std::move(row));
    std::ranges::stable_sort(rows, std::greater {}, &UsageTable::Row::count);
    return rows;
}

} // namespace

QJsonObject Posting::event() const
{
    QJsonObject context { { u"pluginId"_s, plugin }, { u"extensionId"_s, QString(u"page:"_s + plugin) }, { u"userName"_s, user }, { u"timestamp"_s, timeOf(at) },
        { u"userId"_s, QString::fromLatin1(QCryptographicHash::hash(user.toUtf8(), QCryptographicHash::Sha256).toHex()) } };
    if (!templateRef.isEmpty())
        context.insert(u"entityRef"_s, templateRef);
    QJsonObject made { { u"action"_s, action }, { u"subject"_s, subject }, { u"attributes"_s, attributes }, { u"context"_s, context } };
    if (action == "search"_L1)
        made.insert(u"value"_s, 7);
    return made;
}

QJsonObject Posting::row() const
{
    return { { u"created_at"_s, timeOf(at) }, { u"user_ref"_s, user }, { u"plugin_id"_s, plugin }, { u"action"_s, action }, { u"subject"_s, subject },
        { u"attributes"_s, attributes }, { u"context"_s, event()["context"_L1] } };
}

Posting visit(const QDateTime &at, const QString &user, const QString &kind, const QString &name)
{
    return { at, user, u"catalog"_s, u"navigate"_s, u"/catalog/default/%1/%2"_s.arg(kind, name), attributesOf(kind, name) };
}

Posting reading(const QDateTime &at, const QString &user, const QString &name, const QString &page)
{
    return { at, user, u"techdocs"_s, u"navigate"_s, u"/docs/default/component/%1/%2"_s.arg(name, page), attributesOf(u"component"_s, name) };
}

Posting run(const QDateTime &at, const QString &user, const QString &name)
{
    return { at, user, u"scaffolder"_s, u"click"_s, u"Create"_s, attributesOf(u"template"_s, name), u"template:default/"_s + name };
}

Posting search(const QDateTime &at, const QString &user, const QString &term) { return { at, user, u"search"_s, u"search"_s, term }; }

std::vector<Posting> monthsOfUse(const QDateTime &now)
{
    std::vector<Posting> all;
    int number = 0;
    for (int daysAgo = history; daysAgo >= 0; --daysAgo) {
        const QDateTime midnight = now.date().addDays(-daysAgo).startOfDay(QTimeZone::UTC);
        for (const QString &user : peopleOf(daysAgo)) {
            const int deeds = 1 + number % 4;
            for (int i = 0; i < deeds; ++i) {
                // 00:00:00.000, 23:59:59.999, and between.
                const qint64 time = number % 9 == 0 ? 0 : number % 9 == 1 ? 86'399'999 : (number * 7'919'017LL) % 86'400'000;
                if (const QDateTime at = midnight.addMSecs(time); at < now)
                    all.push_back(deedOf(at, user, number));
                ++number;
            }
        }
    }
    return all;
}

std::vector<UsageTable::Row> countedByHand(const UsageTable &table, const std::vector<Posting> &postings)
{
    if (table.measure == "activePeople"_L1)
        return peopleOverTime(table, postings);
    std::map<QDate, qint64> searches;
    std::set<QString> people;
    for (const Posting &one : postings) {
        if (one.at.date() < table.from || one.at.date() > table.to)
            continue;
        people.insert(one.user);
        if (one.action == "search"_L1)
            ++searches[beginOf(one.at.date(), table.step)];
    }
    if (table.measure == "people"_L1)
        return { { {}, {}, {}, qint64(people.size()), licensedUsers, 0, {} } };
    if (table.measure != "searches"_L1)
        return ranking(table, postings);
    std::vector<UsageTable::Row> rows;
    for (const auto &[date, count] : searches)
        rows.push_back({ date, {}, {}, count, 0, 0, {} });
    return rows;
}

} // namespace callboard::test
