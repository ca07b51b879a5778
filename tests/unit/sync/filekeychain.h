// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/secretstore.h"

#include <QDir>
#include <QSaveFile>

#include <condition_variable>
#include <mutex>
#include <thread>

namespace callboard::test {

/// A keychain that outlives its program: a file for each secret. As the real one it is written behind what it is told, one after the other,
/// and takes its time for each.
class FileKeychain final : public sync::SecretStore {
public:
    FileKeychain(const QString &folder, std::chrono::microseconds slowness)
        : m_folder(folder)
        , m_slowness(slowness)
        , m_thread([this] { run(); })
    {
        QDir().mkpath(folder);
    }
    ~FileKeychain() override
    {
        {
            const std::lock_guard lock(m_mutex);
            m_ending = true;
            m_changed.notify_all();
        }
        m_thread.join();
    }
    Q_DISABLE_COPY_MOVE(FileKeychain)

    /// What is in the files, by key.
    static QMap<QString, QString> kept(const QString &folder)
    {
        QMap<QString, QString> all;
        for (const QFileInfo &info : QDir(folder).entryInfoList(QDir::Files)) {
            QFile file(info.filePath());
            // A name of another form is a file that a kill left half written, beside the whole one.
            const QString key = keyOfFile(info.fileName());
            if (!key.isEmpty() && file.open(QIODevice::ReadOnly))
                all.insert(key, QString::fromUtf8(file.readAll()));
        }
        return all;
    }

    State state() override { return State::Available; }
    std::optional<State> lastState() const override { return State::Available; }
    domain::Result<QString> read(const QString &key, std::stop_token) override
    {
        const std::lock_guard lock(m_mutex);
        const auto waiting = m_waiting.constFind(key);
        const auto value = waiting != m_waiting.cend() ? *waiting : fromFile(key);
        return value ? domain::Result<QString>(*value) : domain::fail(domain::ErrorCode::NotFound, QStringLiteral("no secret is kept under that name"), QStringLiteral("keychain"));
    }
    domain::Result<void> write(const QString &key, const QString &value, std::stop_token) override
    {
        put(key, value);
        return wait(key);
    }
    domain::Result<void> remove(const QString &key, std::stop_token) override
    {
        put(key, std::nullopt);
        return wait(key);
    }
    void keep(const QString &key, const QString &value) override { put(key, value); }
    void drop(const QString &key) override { put(key, std::nullopt); }
    domain::Result<void> waitFor(const QString &key, std::stop_token) override { return wait(key); }
    domain::Result<void> unlock(std::stop_token) override { return {}; }
    void onStateChanged(std::function<void()>) override { }

private:
    using Value = std::optional<QString>; ///< Nothing: to be removed.

    QString fileOf(const QString &key) const { return m_folder + QChar(u'/') + QString::fromLatin1(key.toUtf8().toHex()) + QStringLiteral(".secret"); }
    static QString keyOfFile(const QString &name)
    {
        return name.endsWith(QStringLiteral(".secret")) ? QString::fromUtf8(QByteArray::fromHex(name.chopped(7).toLatin1())) : QString();
    }
    Value fromFile(const QString &key) const
    {
        QFile file(fileOf(key));
        return file.open(QIODevice::ReadOnly) ? Value(QString::fromUtf8(file.readAll())) : std::nullopt;
    }
    void put(const QString &key, const Value &value)
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.insert(key, value);
        m_changed.notify_all();
    }
    domain::Result<void> wait(const QString &key)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] { return !m_waiting.contains(key); });
        return {};
    }
    void run()
    {
        std::unique_lock lock(m_mutex);
        for (;;) {
            m_changed.wait(lock, [this] { return m_ending || !m_waiting.isEmpty(); });
            if (m_waiting.isEmpty())
                return;
            const QString key = m_waiting.firstKey();
            const Value value = m_waiting.first();
            lock.unlock();
            std::this_thread::sleep_for(m_slowness);
            store(key, value);
            lock.lock();
            if (m_waiting.value(key) == value)
                m_waiting.remove(key);
            m_changed.notify_all();
        }
    }
    void store(const QString &key, const Value &value) const
    {
        if (!value) {
            QFile::remove(fileOf(key));
            return;
        }
        QSaveFile file(fileOf(key));
        if (!file.open(QIODevice::WriteOnly) || file.write(value->toUtf8()) < 0 || !file.commit())
            qFatal("the keychain of the test cannot be written");
    }

    const QString m_folder;
    const std::chrono::microseconds m_slowness;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    QMap<QString, Value> m_waiting;
    bool m_ending = false;
    std::thread m_thread; ///< Last: it uses all of the above.
};

} // namespace callboard::test
