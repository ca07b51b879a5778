// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mirror/mirror.h"
#include "models/search/paletteentries.h"

#include <QObject>
#include <QThreadPool>

#include <map>

namespace callboard::items {

/// Operations, channels, types and messages of all APIs of a mirror, for the palette. Derived from the definitions in the entities
/// by a worker, once they are asked for; afterwards only those whose entity changed are read again. GUI thread.
class PaletteApis final : public QObject {
    Q_OBJECT
public:
    explicit PaletteApis(const mirror::Mirror &mirror, QObject *parent = nullptr);
    ~PaletteApis() override;

    /// Never null; begins the reading, and tells by `changed` when there is more.
    search::PaletteEntriesPtr entries();
    bool isReading() const { return m_reading; }

Q_SIGNALS:
    void changed();

private:
    /// What one API had when it was last read.
    struct Known {
        qint64 changedAt = 0;
        std::vector<search::PaletteEntry> entries;
    };
    using Library = std::map<QString, std::shared_ptr<const Known>>; ///< By ref.
    void read();
    static Library readAll(const mirror::Mirror &mirror, const mirror::Snapshot &snapshot, const Library &last, const std::stop_token &stop);

    const mirror::Mirror &m_mirror;
    Library m_library;
    search::PaletteEntriesPtr m_entries;
    bool m_asked = false;
    bool m_reading = false;
    bool m_stale = true; ///< The catalog is another one than was read.
    std::stop_source m_stop;
    QThreadPool m_pool; ///< Last: waits for its thread before the rest goes.
};

} // namespace callboard::items
