// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

class QDataStream;

namespace callboard::backstage {

/// Texts that are hexadecimal digits of one number, with dashes at the same places: held in half of their bytes, end to end. From the first
/// one that is written otherwise, all are held as they are.
class HexColumn final {
public:
    HexColumn(qsizetype digits, QByteArrayView dashes)
        : m_digits(digits)
        , m_dashes(dashes)
    {
    }
    void append(const QByteArray &text);
    void append(const HexColumn &other, size_t i);
    void set(size_t i, const QByteArray &text);
    QByteArray at(size_t i) const;
    /// As it is held: equal and ordered as the texts are. It lasts until the next change.
    QByteArrayView bytes(size_t i) const;
    size_t size() const { return m_texts.empty() ? size_t(m_raw.size() / width()) : m_texts.size(); }

    /// The places in the order of their texts, as bytes compare.
    std::vector<quint32> sorted() const;
    /// The place of a text, by `sorted`.
    std::optional<size_t> find(const std::vector<quint32> &sorted, const QByteArray &text) const;

    void write(QDataStream &out) const;
    /// False where there are not `count` of them.
    bool read(QDataStream &in, size_t count);
    bool operator==(const HexColumn &other) const { return m_raw == other.m_raw && m_texts == other.m_texts; }

private:
    qsizetype width() const { return m_digits / 2; }
    QByteArray packed(const QByteArray &text) const; ///< Empty where it is written otherwise.
    QByteArray unpacked(QByteArrayView raw) const;
    void keepAsTexts();

    qsizetype m_digits;
    QByteArrayView m_dashes; ///< Places in the text, ascending.
    QByteArray m_raw;
    std::vector<QByteArray> m_texts;
};

/// What telling changes of a portal's catalog needs of each entity, in some 90 bytes each: its uid, as served; its etag; its canonical ref.
class CatalogEntries final {
public:
    CatalogEntries();
    void append(const QByteArray &uid, const QByteArray &etag, const QString &ref);
    void append(const CatalogEntries &other, size_t i);
    size_t size() const { return m_refEnds.size(); }
    bool empty() const { return m_refEnds.empty(); }
    QByteArray uid(size_t i) const { return m_uids.at(i); }
    QByteArray etag(size_t i) const { return m_etags.at(i); }
    QString ref(size_t i) const { return QString::fromUtf8(refUtf8(i)); }
    QByteArrayView refUtf8(size_t i) const;
    const HexColumn &uids() const { return m_uids; }
    const HexColumn &etags() const { return m_etags; }
    void setEtag(size_t i, const QByteArray &etag) { m_etags.set(i, etag); }

    void write(QDataStream &out) const;
    /// False for what is not `count` of them.
    bool read(QDataStream &in, size_t count);
    bool operator==(const CatalogEntries &) const = default;

private:
    void appendRef(QByteArrayView ref);

    HexColumn m_uids, m_etags;
    QByteArray m_refs; ///< A line each.
    std::vector<quint32> m_refEnds; ///< Behind the line's end.
};

/// The refs of entries that grow, to tell whether one is there already. Four to eight bytes each.
class KnownRefs final {
public:
    explicit KnownRefs(const CatalogEntries &entries)
        : m_entries(entries)
    {
    }
    bool contains(QByteArrayView ref) const { return !m_slots.empty() && m_slots[slotOf(ref)] != free; }
    /// Of an entry whose ref is not there yet.
    void add(size_t entry);

private:
    static constexpr quint32 free = ~quint32(0);
    /// Where it is, or would be.
    size_t slotOf(QByteArrayView ref) const;
    void grow();

    const CatalogEntries &m_entries;
    std::vector<quint32> m_slots; ///< Open addressing, linear probing, a power of two.
    size_t m_count = 0;
};

} // namespace callboard::backstage
