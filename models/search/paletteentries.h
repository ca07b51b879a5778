// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/search/entitymatcher.h"

#include <QStringList>

#include <memory>

namespace callboard::search {

/// A part of an entity that the palette finds: an operation, channel, type or message of an API.
struct PaletteEntry {
    QString title;    ///< "POST /refunds"
    QString subtitle;
    QString ref;      ///< Canonical, of the entity that it is a part of.
    QString id;       ///< Of the part within the entity.
    QString kind;     ///< What it is, as people read it.
    QStringList words; ///< What it is found by beside its title.
    bool deprecated = false;
};

/// Many of them, made ready for matching. Immutable: any thread.
class PaletteEntries final {
public:
    static std::shared_ptr<const PaletteEntries> build(std::vector<PaletteEntry> entries);

    size_t size() const { return m_entries.size(); }
    const PaletteEntry &at(size_t index) const { return m_entries[index]; }

    struct Hit {
        int entry = 0;
        int score = 0;
    };
    struct Answer {
        std::vector<Hit> hits; ///< Best first, at most as many as asked for.
        int total = 0;
        std::vector<Word> words; ///< For highlights.
        bool withTypos = false;
    };
    /// Those that hold every word, in their title first. "who has POST /refunds" is looked up as "POST /refunds".
    Answer match(const QString &typed, size_t limit) const;

private:
    struct Folded {
        std::basic_string<Byte> bytes;
        quint64 starts = 0;
        quint64 letters = 0;
    };
    static Folded folded(QStringView text);
    int fitEntry(size_t index, const std::vector<Word> &words, bool typos) const;

    std::vector<PaletteEntry> m_entries;
    std::vector<Folded> m_titles;
    std::vector<Folded> m_words; ///< Everything else.
};
using PaletteEntriesPtr = std::shared_ptr<const PaletteEntries>;

} // namespace callboard::search
