// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/map/mapworker.h"

#include <QElapsedTimer>
#include <QPainter>

namespace callboard::ui::panes {

namespace {

    constexpr qreal margin = 28;
    constexpr int overviewSide = 1400; // px of its longer side

    QImage overviewOf(const MapScene &scene)
    {
        const qreal scale = qMin(1.0, overviewSide / qMax(1.0, qMax(scene.bounds.width(), scene.bounds.height())));
        QImage image((scene.bounds.size() * scale).toSize().expandedTo({ 1, 1 }), QImage::Format_RGB32);
        QPainter painter(&image);
        painter.scale(image.width() / scene.bounds.width(), image.height() / scene.bounds.height());
        painter.translate(-scene.bounds.topLeft());
        paintScene(painter, scene, scene.bounds, detailAt(scale), nullptr);
        return image;
    }

    void index(MapScene &scene)
    {
        scene.bounds = QRectF({}, scene.layout.size).adjusted(-margin, -margin, margin, margin);
        scene.edgesOfNode.resize(scene.graph.nodes.size());
        for (size_t i = 0; i < scene.graph.edges.size(); ++i) {
            const auto &edge = scene.graph.edges[i];
            scene.edgesOfNode[size_t(edge.from)].push_back(quint32(i));
            if (edge.to != edge.from)
                scene.edgesOfNode[size_t(edge.to)].push_back(quint32(i));
            QPolygonF points(QList<QPointF>(scene.layout.edges[i].begin(), scene.layout.edges[i].end()));
            scene.edgeBounds.push_back(points.boundingRect().adjusted(-8, -8, 8, 8));
        }
    }

} // namespace

MapWorker::MapWorker(QObject *parent)
    : QObject(parent)
    , m_cache(std::make_shared<graph::LayoutCache>())
{
    m_pool.setMaxThreadCount(1);
}

MapWorker::~MapWorker()
{
    m_stop.request_stop();
    m_pool.clear();
    m_pool.waitForDone();
}

void MapWorker::cancel()
{
    ++m_serial;
    m_stop.request_stop();
    m_pool.clear();
    if (std::exchange(m_busy, false))
        Q_EMIT busyChanged();
}

void MapWorker::ask(const Request &request)
{
    m_stop.request_stop();
    m_pool.clear();
    m_stop = std::stop_source();
    const quint64 serial = ++m_serial;
    const auto known = m_relations && m_relations->snapshotPtr() == request.snapshot ? m_relations : nullptr;
    m_pool.start([this, serial, request, known, cache = m_cache, stop = m_stop.get_token()] {
        Answer answer = make(request, known, *cache, stop);
        QMetaObject::invokeMethod(this, [this, serial, answer = std::move(answer)] { take(serial, answer); }, Qt::QueuedConnection);
    });
    if (!std::exchange(m_busy, true))
        Q_EMIT busyChanged();
}

void MapWorker::take(quint64 serial, const Answer &answer)
{
    if (serial != m_serial)
        return;
    m_busy = false;
    if (answer.relations)
        m_relations = answer.relations;
    if (answer.scene)
        Q_EMIT made(*answer.scene);
    else
        Q_EMIT failed(answer.scene.error());
    Q_EMIT busyChanged();
}

domain::Result<std::shared_ptr<MapScene>> MapWorker::prepare(graph::MapGraph map, const MapLook &look, const std::stop_token &stop, graph::LayoutCache *cache)
{
    auto scene = std::make_shared<MapScene>();
    scene->graph = std::move(map);
    scene->look = look;
    const auto wanted = graph::LayoutRequest::of(scene->graph, measureNodes(scene->graph, look));
    const QByteArray key = cache ? graph::LayoutCache::keyOf(wanted) : QByteArray();
    graph::LayoutPtr layout = cache ? cache->find(key) : nullptr;
    if (!layout) {
        auto laid = graph::lay(wanted, stop);
        if (!laid)
            return std::unexpected(laid.error());
        layout = std::make_shared<const graph::Layout>(*std::move(laid));
        if (cache)
            cache->insert(key, layout);
    }
    scene->layout = *layout;
    scene->texts = cutTexts(scene->graph, scene->layout.nodes, look);
    index(*scene);
    scene->overview = overviewOf(*scene);
    return scene;
}

domain::Result<MapScenePtr> MapWorker::sceneOf(graph::MapGraph map, const MapLook &look, const std::stop_token &stop, graph::LayoutCache *cache)
{
    return prepare(std::move(map), look, stop, cache).transform([](std::shared_ptr<MapScene> &&scene) { return MapScenePtr(std::move(scene)); });
}

MapWorker::Answer MapWorker::make(
    const Request &request, std::shared_ptr<const graph::Relations> known, graph::LayoutCache &cache, const std::stop_token &stop)
{
    QElapsedTimer timer;
    timer.start();
    Answer answer { domain::fail(domain::ErrorCode::Cancelled, {}), known };
    if (!answer.relations)
        answer.relations = std::make_shared<const graph::Relations>(request.snapshot);
    if (stop.stop_requested())
        return answer;
    auto built = graph::buildMap(*answer.relations, request.options);
    if (!built) {
        answer.scene = std::unexpected(built.error());
        return answer;
    }
    auto prepared = prepare(*std::move(built), request.look, stop, &cache);
    if (!prepared) {
        answer.scene = std::unexpected(prepared.error());
        return answer;
    }
    const std::shared_ptr<MapScene> scene = *std::move(prepared);
    if (!request.options.focus.isEmpty()) {
        if (auto impact = graph::impactOf(*answer.relations, request.options.focus))
            scene->impact = *std::move(impact);
    }
    scene->circles = graph::circles(*answer.relations);
    scene->tookMs = int(timer.elapsed());
    answer.scene = MapScenePtr(scene);
    return answer;
}

} // namespace callboard::ui::panes
