// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/metadata.h"

#include "plugins/sdk/integration.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QPluginLoader>
#include <QSet>

using namespace Qt::StringLiterals;

namespace callboard::sync {

namespace {

using Field = IntegrationInfo::Field;

QStringList strings(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue &item : value.toArray())
        list.append(item.toString());
    return list;
}

/// "name[fr_CA]", else "name[fr]", else "name".
QString translated(const QJsonObject &object, const QString &key, const QLocale &locale)
{
    const QString full = locale.name();
    for (const QString &tag : { full, full.section(u'_', 0, 0) }) {
        const QJsonValue value = object.value(QString(key + u'[' + tag + u']'));
        if (value.isString())
            return value.toString();
    }
    return object.value(key).toString();
}

std::optional<Field::Type> fieldType(const QString &name)
{
    static const QHash<QString, Field::Type> types {
        { u"text"_s, Field::Type::Text }, { u"folder"_s, Field::Type::Folder }, { u"url"_s, Field::Type::Url },
        { u"number"_s, Field::Type::Number }, { u"choice"_s, Field::Type::Choice },
        { u"boolean"_s, Field::Type::Boolean }, { u"secret"_s, Field::Type::Secret },
    };
    const auto it = types.find(name);
    return it == types.end() ? std::nullopt : std::optional(*it);
}

void refuse(IntegrationInfo &info, const QString &reason)
{
    info.state = IntegrationInfo::State::Refused;
    info.reason = reason;
}

/// A form; a sentence where it is broken.
QString readFields(std::vector<Field> &form, const QJsonArray &fields, const QLocale &locale)
{
    for (const QJsonValue &value : fields) {
        const QJsonObject object = value.toObject();
        const auto type = fieldType(object["type"_L1].toString());
        const QString id = object["id"_L1].toString();
        if (id.isEmpty() || !type)
            return u"its metadata is broken: a form field lacks its id or has an unknown type (\"%1\")"_s.arg(
                object["type"_L1].toString());
        Field field;
        field.id = id;
        field.type = *type;
        field.label = translated(object, u"label"_s, locale);
        field.help = translated(object, u"help"_s, locale);
        field.defaultValue = object["default"_L1];
        field.required = object["required"_L1].toBool();
        field.choices = strings(object["choices"_L1]);
        field.least = object["least"_L1].toInt(field.least);
        field.most = object["most"_L1].toInt(field.most);
        field.asked = object["asked"_L1].toBool();
        form.push_back(std::move(field));
    }
    return {};
}

QString readFeeds(IntegrationInfo &info, const QJsonArray &feeds, const QLocale &locale)
{
    for (const QJsonValue &value : feeds) {
        const QJsonObject object = value.toObject();
        IntegrationInfo::Feed feed;
        feed.id = object["id"_L1].toString();
        feed.name = translated(object, u"name"_s, locale);
        feed.recordTypes = strings(object["records"_L1]);
        feed.perEntity = object["scope"_L1].toString() == "entity"_L1;
        feed.live = object["live"_L1].toBool();
        feed.paced = object["paced"_L1].toBool();
        feed.intervalSeconds = object["interval"_L1].toInt(600);
        if (feed.id.isEmpty() || feed.recordTypes.isEmpty() || feed.intervalSeconds < 1)
            return u"its metadata is broken: a feed needs an id, its record types and an interval of a second or more"_s;
        info.feeds.push_back(std::move(feed));
    }
    if (info.feeds.empty())
        return u"its metadata is broken: it declares no feed"_s;
    return {};
}

QString readActions(IntegrationInfo &info, const QJsonArray &actions, const QLocale &locale)
{
    for (const QJsonValue &value : actions) {
        const QJsonObject object = value.toObject();
        IntegrationInfo::Action action;
        action.id = object["id"_L1].toString();
        action.name = translated(object, u"name"_s, locale);
        action.help = translated(object, u"help"_s, locale);
        action.about = translated(object, u"about"_s, locale);
        action.icon = object["icon"_L1].toString();
        action.scope = object["scope"_L1].toString(u"entity"_s);
        action.asksFirst = object["asksFirst"_L1].toBool();
        action.dryRun = object["dryRun"_L1].toBool();
        action.queued = object["queued"_L1].toBool();
        action.later = object["later"_L1].toBool();
        action.together = object["together"_L1].toBool();
        if (action.id.isEmpty() || action.name.isEmpty())
            return u"its metadata is broken: an action needs an id and a name"_s;
        if (const QString broken = readFields(action.fields, object["form"_L1].toArray(), locale); !broken.isEmpty())
            return broken;
        info.actions.push_back(std::move(action));
    }
    return {};
}

void readDeclaration(IntegrationInfo &info, const QJsonObject &meta, const QLocale &locale)
{
    info.name = translated(meta, u"name"_s, locale);
    info.description = translated(meta, u"description"_s, locale);
    info.version = meta["version"_L1].toString();
    info.icon = meta["icon"_L1].toString();
    info.recordTypes = strings(meta["records"_L1]);
    info.annotations = strings(meta["annotations"_L1]);
    info.hosts = strings(meta["hosts"_L1]);
    info.needs = strings(meta["requires"_L1]);
    info.network = meta["network"_L1].toBool();
    QString broken = readFields(info.fields, meta["form"_L1].toArray(), locale);
    if (broken.isEmpty())
        broken = readActions(info, meta["actions"_L1].toArray(), locale);
    if (broken.isEmpty())
        broken = readFeeds(info, meta["feeds"_L1].toArray(), locale);
    if (!broken.isEmpty())
        refuse(info, broken);
}

/// The major version in "io.callboard.Integration/1"; 0 where it is no such id.
int majorOf(const QString &iid)
{
    const QString ours = QStringLiteral(CALLBOARD_INTEGRATION_IID);
    const QString prefix = ours.section(u'/', 0, 0) + u'/';
    return iid.startsWith(prefix) ? iid.mid(prefix.size()).toInt() : 0;
}

} // namespace

IntegrationInfo readIntegration(const QString &libraryPath, const QLocale &locale)
{
    IntegrationInfo info;
    info.libraryPath = libraryPath;
    info.id = QFileInfo(libraryPath).completeBaseName();
    info.name = info.id;

    const QPluginLoader loader(libraryPath);
    const QJsonObject outer = loader.metaData();
    if (outer.isEmpty()) {
        const QString why = loader.errorString();
        refuse(info, u"it is not an integration, or the file is damaged"_s + (why.isEmpty() ? QString() : QString(u": "_s + why)));
        return info;
    }
    const int major = majorOf(outer["IID"_L1].toString());
    if (major == 0) {
        refuse(info, u"it is a Qt plugin of another program (%1)"_s.arg(outer["IID"_L1].toString()));
        return info;
    }
    const QJsonObject meta = outer["MetaData"_L1].toObject();
    info.sdkMajor = major;
    const QString id = meta["id"_L1].toString();
    if (!id.isEmpty()) {
        info.id = id;
        info.name = id;
    }
    // Of another major nothing but id, name and version is trusted to mean what it means today.
    if (major != sdk::sdkMajor) {
        info.name = translated(meta, u"name"_s, locale);
        info.version = meta["version"_L1].toString();
        refuse(info, u"it is built for version %1 of the integration interface; this program has version %2"_s
                .arg(major).arg(sdk::sdkMajor));
        return info;
    }
    if (id.isEmpty()) {
        refuse(info, u"its metadata is broken: it declares no id"_s);
        return info;
    }
    if (const int declared = meta["sdk"_L1].toInt(); declared != major) {
        refuse(info, u"its metadata is broken: it names version %1 of the integration interface, the library version %2"_s
                .arg(declared).arg(major));
        return info;
    }
    readDeclaration(info, meta, locale);
    return info;
}

namespace {

class CircleFinder final {
public:
    explicit CircleFinder(const std::vector<IntegrationInfo> &all)
    {
        for (const IntegrationInfo &info : all) {
            if (info.state != IntegrationInfo::State::Refused)
                m_needs.insert(info.id, info.needs);
        }
    }

    /// "a → b → a", or nothing.
    QString circleThrough(const QString &id) const
    {
        QStringList path { id };
        QSet<QString> seen;
        return walk(id, id, path, seen) ? path.join(u" → "_s) : QString();
    }

private:
    bool walk(const QString &from, const QString &goal, QStringList &path, QSet<QString> &seen) const
    {
        for (const QString &next : m_needs.value(from)) {
            path.append(next);
            if (next == goal)
                return true;
            if (!seen.contains(next)) {
                seen.insert(next);
                if (walk(next, goal, path, seen))
                    return true;
            }
            path.removeLast();
        }
        return false;
    }

    QHash<QString, QStringList> m_needs;
};

QString freeId(const QString &id, const QHash<QString, QString> &taken)
{
    int number = 2;
    while (taken.contains(QString(id + u'#' + QString::number(number))))
        ++number;
    return id + u'#' + QString::number(number);
}

/// The first library of an id keeps it. A refused one never takes an id from one that could be loaded.
void refuseSecondOfOneId(std::vector<IntegrationInfo> &integrations)
{
    QHash<QString, QString> libraryOf;
    for (const bool refusedOnes : { false, true }) {
        for (IntegrationInfo &info : integrations) {
            if ((info.state == IntegrationInfo::State::Refused) != refusedOnes || libraryOf.value(info.id) == info.libraryPath)
                continue;
            if (libraryOf.contains(info.id)) {
                if (!refusedOnes)
                    refuse(info, u"another library is the integration \"%1\" already: %2"_s.arg(info.id, libraryOf.value(info.id)));
                info.id = freeId(info.id, libraryOf);
            }
            libraryOf.insert(info.id, info.libraryPath);
        }
    }
}

} // namespace

void checkTogether(std::vector<IntegrationInfo> &integrations)
{
    refuseSecondOfOneId(integrations);
    const CircleFinder finder(integrations);
    for (IntegrationInfo &info : integrations) {
        if (info.state == IntegrationInfo::State::Refused)
            continue;
        if (const QString circle = finder.circleThrough(info.id); !circle.isEmpty())
            refuse(info, u"it needs itself in a circle: "_s + circle);
    }
    // One refusal can bring the next: repeat until nothing changes.
    for (bool changed = true; changed;) {
        changed = false;
        for (IntegrationInfo &info : integrations) {
            if (info.state == IntegrationInfo::State::Refused)
                continue;
            for (const QString &need : std::as_const(info.needs)) {
                const auto it = std::ranges::find(integrations, need, &IntegrationInfo::id);
                if (it != integrations.end() && it->state != IntegrationInfo::State::Refused)
                    continue;
                refuse(info, u"it needs the integration \"%1\", which is not here"_s.arg(need));
                changed = true;
                break;
            }
        }
    }
}

} // namespace callboard::sync
