// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/entity/wording.h"

#include <QHash>

#include <array>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;

namespace {

    struct Words {
        const char *type;
        const char *title;
        const char *verb;
        const char *icon;
    };

    // In the order in which their cards stand on a page.
    constexpr std::array words {
        Words { "providesApi", QT_TRANSLATE_NOOP("callboard::ui::panes::Wording", "Provides"),
            QT_TRANSLATE_NOOP("callboard::ui::panes::Wording", "provides"), "api" },
        Words { "consumesApi", QT_TRANSLATE_NOOP("callboard::ui::panes::Wording", "Consumes"),
            QT_TRANSLATE_NOOP("callboard::ui::panes::Wording", "consumes"), "api" },
        Words { "apiProvidedBy", QT_TRANSLATE_NOOP("callboard::ui::panes::Wording", "Provided by"),
            QT_TRANSLATE_NOOP("callboard::ui::panes::Wording", "provided by"), "component" },
        Words { "apiConsumedBy", QT_TRANSLATE_NOOP("callboard::ui::panes::Wording", "Consumed by"),
            QT_TRANSLATE_NOOP("callboard::ui::panes::Wording", "consumed by"), "component" },
        Words { "dependsOn", QT_TRANSLATE_NOOP("callboard::ui::panes::Wording", "Depends on"),
            QT_TRANSLATE_NOOP("callboard::ui::panes::Wording", "depends on"), "graph" },
        Words { "dependencyOf", QT_TRANSLATE_NOOP("callboard::ui::panes::Wording", "Dependency of"),
            QT_TRANSLATE_NOOP("callboard::ui::panes::Wording", "dependency of"), "graph" },
        Words { "hasMember", QT_TRANSLATE_NOOP("callboard::ui::panes::Wording", "Members"),
            QT_TRANSLATE_NOOP("callboard::ui::panes::Wording", "has member"), "user" },
        Words { "memberOf", QT_TRANSLATE_NOOP("callboard::ui::panes::Wording", "Member of"),
            QT_TRANSLATE_NOOP("callboard::ui::panes::Wording", "member of"), "group" },
        Words { "childOf", QT_TRANSLATE_NOOP("callboard::ui::panes::Wording", "Parent group"),
            QT_TRANSLATE_NOOP("callboard::ui::panes::Wording", "child of"), "group" },
        Words { "parentOf", QT_TRANSLATE_NOOP("callboard::ui::panes::Wording", "Sub-groups"),
            QT_TRANSLATE_NOOP("callboard::ui::panes::Wording", "parent of"), "group" },
        Words { "hasPart", QT_TRANSLATE_NOOP("callboard::ui::panes::Wording", "Has parts"),
            QT_TRANSLATE_NOOP("callboard::ui::panes::Wording", "has part"), "system" },
        Words { "partOf", QT_TRANSLATE_NOOP("callboard::ui::panes::Wording", "Part of"),
            QT_TRANSLATE_NOOP("callboard::ui::panes::Wording", "part of"), "system" },
        Words { "ownerOf", QT_TRANSLATE_NOOP("callboard::ui::panes::Wording", "Owns"),
            QT_TRANSLATE_NOOP("callboard::ui::panes::Wording", "owns"), "component" },
        Words { "ownedBy", QT_TRANSLATE_NOOP("callboard::ui::panes::Wording", "Owned by"),
            QT_TRANSLATE_NOOP("callboard::ui::panes::Wording", "owned by"), "group" },
    };

    const Words *find(const QString &type)
    {
        for (const Words &each : words)
            if (type == QLatin1StringView(each.type))
                return &each;
        return nullptr;
    }

    /// "ownedByTeam" -> "owned by team": a relation type of somebody's own is still readable.
    QString spaced(const QString &camel)
    {
        QString out;
        for (const QChar c : camel) {
            if (c.isUpper() && !out.isEmpty())
                out += u' ';
            out += c.toLower();
        }
        return out;
    }

    QString capitalised(QString text)
    {
        if (!text.isEmpty())
            text[0] = text[0].toUpper();
        return text;
    }

} // namespace

QString Wording::relationTitle(const QString &type, const QString &kind)
{
    if (type == "hasPart"_L1 && kind.compare("domain"_L1, Qt::CaseInsensitive) == 0)
        return tr("Systems");
    if (type == "hasPart"_L1 && kind.compare("component"_L1, Qt::CaseInsensitive) == 0)
        return tr("Subcomponents");
    const Words *found = find(type);
    return found ? tr(found->title) : capitalised(spaced(type));
}

QString Wording::relationVerb(const QString &type)
{
    const Words *found = find(type);
    return found ? tr(found->verb) : spaced(type);
}

QString Wording::relationIcon(const QString &type)
{
    const Words *found = find(type);
    return found ? QString::fromLatin1(found->icon) : u"graph"_s;
}

int Wording::relationOrder(const QString &type)
{
    const Words *found = find(type);
    return found ? int(found - words.data()) : int(words.size());
}

QString Wording::kindPlural(const QString &kind)
{
    const QString lower = kind.toLower();
    if (lower == "component"_L1)
        return tr("Components");
    if (lower == "api"_L1)
        return tr("APIs");
    if (lower == "resource"_L1)
        return tr("Resources");
    if (lower == "system"_L1)
        return tr("Systems");
    if (lower == "domain"_L1)
        return tr("Domains");
    if (lower == "group"_L1)
        return tr("Groups");
    if (lower == "user"_L1)
        return tr("Users");
    if (lower == "template"_L1)
        return tr("Templates");
    if (lower == "location"_L1)
        return tr("Locations");
    if (lower == "airesource"_L1)
        return tr("AI resources");
    return kind;
}

QString Wording::definitionFileName(const QString &apiType, const QString &definition)
{
    if (apiType == "graphql"_L1)
        return u"definition.graphql"_s;
    if (apiType == "grpc"_L1)
        return u"definition.proto"_s;
    for (const QChar c : definition) {
        if (c.isSpace())
            continue;
        return c == u'{' || c == u'[' ? u"definition.json"_s : u"definition.yaml"_s;
    }
    return u"definition.yaml"_s;
}

QString Wording::linkIcon(const QString &backstageIcon, const QUrl &url)
{
    static const QHash<QString, QString> known {
        { u"docs"_s, u"docs"_s }, { u"help"_s, u"docs"_s }, { u"techdocs"_s, u"docs"_s },
        { u"book"_s, u"docs"_s }, { u"dashboard"_s, u"chart"_s }, { u"chart"_s, u"chart"_s },
        { u"github"_s, u"branch"_s }, { u"gitlab"_s, u"branch"_s }, { u"code"_s, u"branch"_s },
        { u"source"_s, u"branch"_s }, { u"api"_s, u"api"_s }, { u"alert"_s, u"incident"_s },
        { u"warning"_s, u"warning"_s }, { u"group"_s, u"group"_s }, { u"user"_s, u"user"_s },
        { u"search"_s, u"search"_s }, { u"catalog"_s, u"component"_s },
        { u"scaffolder"_s, u"template"_s }, { u"web"_s, u"external-link"_s },
    };
    const auto found = known.constFind(backstageIcon.toLower());
    if (found != known.cend())
        return *found;
    const QString host = url.host();
    if (host.contains("github"_L1) || host.contains("gitlab"_L1) || host.contains("bitbucket"_L1))
        return u"branch"_s;
    if (host.contains("grafana"_L1) || host.contains("datadog"_L1))
        return u"chart"_s;
    return u"external-link"_s;
}

} // namespace callboard::ui::panes
