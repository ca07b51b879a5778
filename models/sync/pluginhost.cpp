// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/pluginhost.h"

#include "models/sync/connectionstore.h"
#include "models/sync/metadata.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QPluginLoader>

using namespace Qt::StringLiterals;

namespace callboard::sync {

using domain::ErrorCode;
using domain::fail;
using State = IntegrationInfo::State;

namespace {

/// Changes with every build of a library, so that a repaired one is not held to what an older one did.
QString printOf(const QString &libraryPath)
{
    const QFileInfo file(libraryPath);
    return QString::number(file.size()) + u'@' + QString::number(file.lastModified().toMSecsSinceEpoch()) + u' ' + libraryPath;
}

QMap<QString, QString> toMap(const QJsonValue &value)
{
    QMap<QString, QString> map;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        map.insert(it.key(), it->toString());
    return map;
}

QJsonObject toObject(const QMap<QString, QString> &map)
{
    QJsonObject object;
    for (auto it = map.begin(); it != map.end(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

QString fileIn(const QString &directory, QLatin1StringView name)
{
    return QDir(directory).filePath(name);
}

constexpr auto choicesFile = "integrations.json"_L1;
constexpr auto observedFile = "observed.json"_L1;

} // namespace

QStringList PluginHost::defaultDirectories()
{
    QStringList directories = qEnvironmentVariable("CALLBOARD_PLUGIN_PATH").split(QDir::listSeparator(), Qt::SkipEmptyParts);
    const QString program = QCoreApplication::applicationDirPath();
    directories << QDir::cleanPath(program + u"/../plugins/callboard"_s)
                << QDir::cleanPath(program + u"/../" CALLBOARD_LIBDIR "/callboard"_s);
    return directories;
}

PluginHost::PluginHost(const Options &options)
    : m_options(options)
    , m_sentinel(QDir(options.stateDirectory).filePath(u"running"_s))
{
    scan();
    readObserved();
    if (const auto choices = readJsonFile(fileIn(options.stateDirectory, choicesFile))) {
        for (const QJsonValue &id : choices->value("disabled"_L1).toArray())
            m_disabled.append(id.toString());
    }
    const auto traces = m_sentinel.takeTraces();
    for (const CrashTrace &trace : traces)
        m_suspected.insert(trace.integrationId, trace.reason);
    // At once: the traces are gone. Only when there is something to say, so that a mere look at a workspace leaves no trace.
    if (!traces.empty())
        (void)writeJsonFile(fileIn(options.stateDirectory, observedFile), observed());
    applyStates();
}

PluginHost::~PluginHost() = default;

void PluginHost::scan()
{
    QSet<QString> seen;
    for (const QString &directory : std::as_const(m_options.directories)) {
        for (const QFileInfo &file : QDir(directory).entryInfoList({ u"*.so"_s }, QDir::Files, QDir::Name)) {
            if (seen.contains(file.canonicalFilePath()))
                continue;
            seen.insert(file.canonicalFilePath());
            m_integrations.push_back(readIntegration(file.canonicalFilePath()));
        }
    }
    checkTogether(m_integrations);
}

void PluginHost::readObserved()
{
    const auto observed = readJsonFile(fileIn(m_options.stateDirectory, observedFile));
    if (!observed)
        return;
    m_proven = toMap(observed->value("proven"_L1));
    m_suspected = toMap(observed->value("suspected"_L1));
}

QJsonObject PluginHost::observed() const
{
    return { { u"proven"_s, toObject(m_proven) }, { u"suspected"_s, toObject(m_suspected) } };
}

void PluginHost::saveObserved()
{
    m_saver.save(fileIn(m_options.stateDirectory, observedFile), observed());
}

void PluginHost::saveChoices()
{
    m_saver.save(fileIn(m_options.stateDirectory, choicesFile), { { u"disabled"_s, QJsonArray::fromStringList(m_disabled) } });
}

void PluginHost::applyStates()
{
    for (IntegrationInfo &info : m_integrations) {
        info.enabled = !m_disabled.contains(info.id);
        if (info.state == State::Refused)
            continue;
        info.reason.clear();
        if (m_loaded.contains(info.id)) {
            info.state = State::Loaded;
        } else if (!info.enabled) {
            info.state = State::DisabledByUser;
        } else if (m_suspected.contains(info.id)) {
            info.state = State::Suspected;
            info.reason = m_suspected.value(info.id);
        } else if (m_failed.contains(info.id)) {
            info.state = State::Failed;
            info.reason = m_failed.value(info.id);
        } else {
            info.state = State::Available;
        }
        // Switched off while its library is in use: it stays in memory, but nothing asks it any more.
        if (info.state == State::Loaded && !info.enabled) {
            info.state = State::DisabledByUser;
            info.reason = u"it stays in memory until the program ends"_s;
        }
    }
}

IntegrationInfo *PluginHost::find(const QString &id)
{
    const auto it = std::ranges::find(m_integrations, id, &IntegrationInfo::id);
    return it == m_integrations.end() ? nullptr : &*it;
}

std::vector<IntegrationInfo> PluginHost::integrations() const
{
    const std::lock_guard lock(m_mutex);
    return m_integrations;
}

std::optional<IntegrationInfo> PluginHost::integration(const QString &id) const
{
    const std::lock_guard lock(m_mutex);
    const auto it = std::ranges::find(m_integrations, id, &IntegrationInfo::id);
    return it == m_integrations.end() ? std::nullopt : std::optional(*it);
}

void PluginHost::setEnabled(const QString &id, bool enabled)
{
    const std::lock_guard lock(m_mutex);
    m_disabled.removeAll(id);
    if (!enabled)
        m_disabled.append(id);
    saveChoices();
    applyStates();
}

QStringList PluginHost::suspected() const
{
    const std::lock_guard lock(m_mutex);
    QStringList ids;
    for (const IntegrationInfo &info : m_integrations) {
        if (info.state == State::Suspected)
            ids.append(info.id);
    }
    return ids;
}

void PluginHost::forgive(const QString &id)
{
    const std::lock_guard lock(m_mutex);
    m_suspected.remove(id);
    m_failed.remove(id);
    saveObserved();
    applyStates();
}

domain::Result<void> PluginHost::mayLoad(const IntegrationInfo &info) const
{
    if (m_options.safeMode)
        return fail(ErrorCode::Unsupported, u"safe mode: no integration is loaded"_s, info.id);
    switch (info.state) {
    case State::Available:
    case State::Loaded:
        return {};
    case State::DisabledByUser:
        return fail(ErrorCode::Unsupported, u"the integration \"%1\" is switched off"_s.arg(info.id), info.id);
    case State::Refused:
    case State::Failed:
    case State::Suspected:
        return fail(ErrorCode::Unsupported, u"the integration \"%1\" is not loaded: %2"_s.arg(info.id, info.reason), info.id);
    }
    Q_UNREACHABLE_RETURN({});
}

domain::Result<sdk::Integration *> PluginHost::load(const QString &id)
{
    const std::lock_guard loading(m_loading);
    return loadLocked(id);
}

domain::Result<sdk::Integration *> PluginHost::loadLocked(const QString &id)
{
    QString path;
    QStringList needs;
    {
        const std::lock_guard lock(m_mutex);
        const IntegrationInfo *info = find(id);
        if (!info)
            return fail(ErrorCode::NotFound, u"there is no integration \"%1\" here"_s.arg(id), id);
        if (const auto allowed = mayLoad(*info); !allowed)
            return std::unexpected(allowed.error());
        if (sdk::Integration *loaded = m_loaded.value(id))
            return loaded;
        path = info->libraryPath;
        needs = info->needs;
    }
    for (const QString &need : std::as_const(needs)) {
        if (const auto needed = loadLocked(need); !needed)
            return needed;
    }
    auto loaded = loadLibrary(id, path);
    const std::lock_guard lock(m_mutex);
    if (loaded)
        m_loaded.insert(id, *loaded);
    else
        m_failed.insert(id, loaded.error().detail);
    applyStates();
    return loaded;
}

domain::Result<sdk::Integration *> PluginHost::loadLibrary(const QString &id, const QString &path)
{
    const CrashSentinel::Guard guard(m_sentinel, id, u"loaded"_s);
    const Mark mark(m_sentinel, id);
    QPluginLoader loader(path);
    try {
        QObject *root = loader.instance();
        if (!root)
            return fail(ErrorCode::Unsupported, loader.errorString(), id);
        // Made on the thread that happened to need it first; it shall not depend on that one's event loop.
        if (QCoreApplication::instance())
            root->moveToThread(QCoreApplication::instance()->thread());
        if (auto *integration = qobject_cast<sdk::Integration *>(root))
            return integration;
        return fail(ErrorCode::Unsupported, u"its root object is not an integration"_s, id);
    } catch (const std::exception &error) {
        return fail(ErrorCode::Internal, u"an exception was thrown while it was loaded: "_s + QString::fromUtf8(error.what()), id);
    } catch (...) {
        return fail(ErrorCode::Internal, u"an exception was thrown while it was loaded"_s, id);
    }
}

std::unique_ptr<CrashSentinel::Guard> PluginHost::guardPull(const QString &id)
{
    {
        const std::lock_guard lock(m_mutex);
        const IntegrationInfo *info = find(id);
        if (info && m_proven.value(id) == printOf(info->libraryPath))
            return nullptr;
    }
    return std::make_unique<CrashSentinel::Guard>(m_sentinel, id, u"pulled for the first time"_s);
}

void PluginHost::noteCompletedPull(const QString &id)
{
    const std::lock_guard lock(m_mutex);
    const IntegrationInfo *info = find(id);
    if (!info || m_proven.value(id) == printOf(info->libraryPath))
        return;
    m_proven.insert(id, printOf(info->libraryPath));
    saveObserved();
}

} // namespace callboard::sync
