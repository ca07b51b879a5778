// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/graph/boxedlayout.h"

#include "models/graph/spread.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QProcess>
#include <QStandardPaths>

#include <sys/resource.h>

namespace callboard::graph {

using namespace Qt::StringLiterals;
using domain::ErrorCode;

namespace {

    constexpr int slice = 10; // ms between looks at the stop token
    constexpr qint64 largestAnswer = 64 * 1024 * 1024;

    /// Bounds of the helper by itself, should we end before it does. Runs between fork and exec: system calls only.
    void boundChild()
    {
        const rlimit time { 30, 30 };
        setrlimit(RLIMIT_CPU, &time);
        const rlimit memory { rlim_t(2) << 30, rlim_t(2) << 30 };
        setrlimit(RLIMIT_AS, &memory);
    }

    void end(QProcess &process)
    {
        process.kill();
        process.waitForFinished(1000);
    }

    /// The program's answer. Timeout, Cancelled, or Internal when it failed.
    domain::Result<QByteArray> ask(const QString &program, const QStringList &arguments, const QByteArray &input,
        std::chrono::milliseconds deadline, const std::stop_token &stop)
    {
        QProcess process;
        process.setChildProcessModifier(boundChild);
        process.setStandardErrorFile(QProcess::nullDevice());
        QElapsedTimer timer;
        timer.start();
        process.start(program, arguments);
        if (!process.waitForStarted(int(deadline.count())))
            return domain::fail(ErrorCode::Unsupported, process.errorString(), program);
        process.write(input);
        process.closeWriteChannel();
        while (!process.waitForFinished(slice) && process.state() != QProcess::NotRunning) {
            const bool late = timer.elapsed() > deadline.count() || process.bytesAvailable() > largestAnswer;
            if (!stop.stop_requested() && !late)
                continue;
            end(process);
            return domain::fail(stop.stop_requested() ? ErrorCode::Cancelled : ErrorCode::Timeout, {}, program);
        }
        if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
            return domain::fail(ErrorCode::Internal, u"exit status %1"_s.arg(process.exitCode()), program);
        return process.readAllStandardOutput();
    }

    Layout::Because becauseOf(const domain::Error &error)
    {
        switch (error.code) {
        case ErrorCode::Unsupported: return Layout::Because::NoGraphviz;
        case ErrorCode::Timeout: return Layout::Because::TookTooLong;
        default: return Layout::Because::GraphvizFailed;
        }
    }

    /// Tries Graphviz, layers first where they are wanted. Cancelled ends all; other errors say why there is none.
    domain::Result<Layout> layByGraphviz(const LayoutRequest &request, const std::stop_token &stop, const LayoutSettings &settings);

    /// The boxes and what is in none, each in one piece: by Graphviz, else in columns of our own.
    domain::Result<Layout> layOutermost(const LayoutRequest &request, const std::stop_token &stop, const LayoutSettings &settings)
    {
        auto layout = layByGraphviz(request, stop, settings);
        return layout || layout.error().code == ErrorCode::Cancelled ? layout : layOwn(request, stop);
    }

    domain::Result<Layout> layByGraphviz(const LayoutRequest &request, const std::stop_token &stop, const LayoutSettings &settings)
    {
        const QString program = QStandardPaths::findExecutable(settings.program);
        if (program.isEmpty())
            return domain::fail(ErrorCode::Unsupported, u"no Graphviz"_s);
        Layout::Because because = Layout::Because::Large;
        if (request.nodes.size() <= settings.layersUpTo && request.edges.size() <= settings.layersUpToEdges) {
            auto layout = ask(program, { u"-Kdot"_s, u"-Tjson0"_s }, layoutText(request, false), settings.layersDeadline, stop)
                              .and_then([&](const QByteArray &answer) { return readLayout(answer, request, false); });
            if (layout || layout.error().code == ErrorCode::Cancelled || settings.onlyLayers)
                return layout;
            because = becauseOf(layout.error());
        }
        if (settings.onlyLayers)
            return domain::fail(ErrorCode::Unsupported, u"too large"_s);
        if (!request.boxParents.empty()) {
            const OutermostLayout outermost = [&](const LayoutRequest &boxes) { return layOutermost(boxes, stop, settings); };
            auto layout = layBoxed(request, outermost, stop);
            if (layout)
                layout->because = because;
            return layout;
        }
        auto layout = laySpread(request,
            [&](const QByteArray &text) { return ask(program, { u"-Ksfdp"_s, u"-Tjson0"_s }, text, settings.spreadDeadline, stop); }, stop);
        if (layout)
            layout->because = because;
        return layout;
    }

} // namespace

LayoutRequest LayoutRequest::of(const MapGraph &graph, std::vector<QSizeF> sizes)
{
    LayoutRequest request;
    request.nodes = std::move(sizes);
    for (const MapGraph::Node &node : graph.nodes)
        request.boxOf.push_back(node.box);
    for (const MapGraph::Box &box : graph.boxes)
        request.boxParents.push_back(box.parent);
    for (const MapGraph::Edge &edge : graph.edges)
        request.edges.push_back({ edge.from, edge.to, edge.type == "providesApi"_L1 });
    return request;
}

domain::Result<Layout> lay(const LayoutRequest &request, std::stop_token stop, const LayoutSettings &settings)
{
    QElapsedTimer timer;
    timer.start();
    auto layout = layByGraphviz(request, stop, settings);
    if (!layout && layout.error().code != ErrorCode::Cancelled && !settings.onlyLayers) {
        const Layout::Because because = becauseOf(layout.error());
        layout = layOwn(request, stop);
        if (layout)
            layout->because = because;
    }
    if (layout)
        layout->took = std::chrono::milliseconds(timer.elapsed());
    return layout;
}

LayoutCache::LayoutCache(size_t capacity)
    : m_capacity(capacity)
{
}

LayoutPtr LayoutCache::find(const QByteArray &key)
{
    const QMutexLocker lock(&m_mutex);
    for (auto used = m_used.begin(); used != m_used.end(); ++used) {
        if (used->first != key)
            continue;
        m_used.splice(m_used.begin(), m_used, used);
        return used->second;
    }
    return {};
}

void LayoutCache::insert(const QByteArray &key, LayoutPtr layout)
{
    const QMutexLocker lock(&m_mutex);
    m_used.emplace_front(key, std::move(layout));
    if (m_used.size() > m_capacity)
        m_used.pop_back();
}

QByteArray LayoutCache::keyOf(const LayoutRequest &request)
{
    return QCryptographicHash::hash(layoutText(request, false), QCryptographicHash::Sha256);
}

} // namespace callboard::graph
