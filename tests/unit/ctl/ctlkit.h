// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <functional>

namespace callboard::test {

/// Runs the command line's program as a person or a script does, in a folder of its own.
class CtlTest : public QObject {
protected:
    struct Outcome {
        int status = -1; ///< As it is where the program did not start, did not end in time or crashed.
        QByteArray out;
        QByteArray err;
        QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    };

    /// `before` is called in the child process, before it becomes the program.
    Outcome run(const QStringList &arguments, const QByteArray &input = {}, const std::function<void()> &before = {})
    {
        QProcess process;
        process.setWorkingDirectory(m_dir.path());
        if (before)
            process.setChildProcessModifier(before);
        process.start(qEnvironmentVariable("CALLBOARDCTL", QStringLiteral(CALLBOARDCTL)), arguments);
        process.write(input);
        process.closeWriteChannel();
        // The loop runs meanwhile: this process may be the window.
        if (process.state() != QProcess::NotRunning) {
            QEventLoop loop;
            connect(&process, &QProcess::finished, &loop, &QEventLoop::quit);
            QTimer::singleShot(20'000, &loop, &QEventLoop::quit);
            loop.exec();
        }
        const bool ended = process.state() == QProcess::NotRunning && process.error() != QProcess::FailedToStart
            && process.exitStatus() == QProcess::NormalExit;
        return { ended ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError() };
    }

    void put(const QString &name, const QByteArray &text)
    {
        const QString path = m_dir.filePath(name);
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }

    QTemporaryDir m_dir;
};

} // namespace callboard::test
