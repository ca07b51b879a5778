// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/docs.h"
#include "models/mirror/mirror.h"
#include "ui/kit/documentimages.h"

#include <QHash>
#include <QThreadPool>

namespace callboard::ui {
class Outward;
}

namespace callboard::ui::panes {

/// The pictures of a site, from the mirror's blobs; decoded by a worker. What lies on the network is never fetched: asked for, it opens
/// in the browser.
class MirrorImages final : public DocumentImages {
    Q_OBJECT
public:
    MirrorImages(const mirror::Mirror &mirror, Outward &outward, QObject *parent = nullptr);
    ~MirrorImages() override;

    void setSite(const QString &site);
    void forgetMissing(); ///< They may be here now.
    Found find(const QString &source) override;
    void ask(const QString &source) override;
    bool isBusy() const { return m_pool.activeThreadCount() > 0; }

    /// The picture in these bytes; null for what is none, or has more than fits a screen many times over. SVG only where it refers
    /// to nothing outside of itself. Any thread.
    static QImage decode(const QByteArray &bytes);

private:
    void load(const QString &source);

    const mirror::Mirror &m_mirror;
    Outward &m_outward;
    QString m_site;
    QHash<QString, Found> m_found;
    QThreadPool m_pool; ///< Last: waits for its threads before the rest goes.
};

} // namespace callboard::ui::panes
