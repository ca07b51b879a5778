// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/map/mapscene.h"

#include <QObject>
#include <QThreadPool>

#include <stop_token>

namespace callboard::ui::panes {

/// Builds and lays out maps away from the GUI thread. Of several asked for, only the last one is answered; those before are
/// cancelled, which kills their helper process.
class MapWorker final : public QObject {
    Q_OBJECT
public:
    struct Request {
        mirror::SnapshotPtr snapshot;
        graph::MapOptions options;
        MapLook look;
    };

    explicit MapWorker(QObject *parent = nullptr);

    /// Measures, lays out and indexes a map: what is done away from the GUI thread. `cache` may be null.
    static domain::Result<MapScenePtr> sceneOf(graph::MapGraph map, const MapLook &look, const std::stop_token &stop, graph::LayoutCache *cache);
    ~MapWorker() override; ///< Waits for the helper to be killed: some 20 ms at most.

    void ask(const Request &request);
    void cancel(); ///< Nothing follows.
    bool isBusy() const { return m_busy; }
    /// Relations of the snapshot last asked for; null before. For paths and the like.
    std::shared_ptr<const graph::Relations> relations() const { return m_relations; }

Q_SIGNALS:
    void busyChanged();
    void made(const callboard::ui::panes::MapScenePtr &scene);
    void failed(const callboard::domain::Error &error);

private:
    struct Answer {
        domain::Result<MapScenePtr> scene;
        std::shared_ptr<const graph::Relations> relations;
    };
    static domain::Result<std::shared_ptr<MapScene>> prepare(graph::MapGraph map, const MapLook &look, const std::stop_token &stop, graph::LayoutCache *cache);
    static Answer make(const Request &request, std::shared_ptr<const graph::Relations> known, graph::LayoutCache &cache, const std::stop_token &stop);
    void take(quint64 serial, const Answer &answer);

    QThreadPool m_pool;
    std::shared_ptr<graph::LayoutCache> m_cache;
    std::shared_ptr<const graph::Relations> m_relations;
    std::stop_source m_stop;
    quint64 m_serial = 0;
    bool m_busy = false;
};

} // namespace callboard::ui::panes
