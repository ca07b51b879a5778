// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/document.h"

#include <QDataStream>
#include <QIODevice>
#include <QJsonDocument>
#include <QStringDecoder>

#include <algorithm>

namespace callboard::catalog {

namespace {

// Together they are half of what each takes by itself; more of them, and one body takes long to come.
constexpr qsizetype packetBytes = 8 * 1024;

/// Texts as UTF-8, a relation's field as where it lies: it lives as long as the program, and this no longer.
class Writer final {
public:
    explicit Writer(QByteArray &bytes)
        : m_stream(&bytes, QIODevice::WriteOnly)
    {
    }
    void put(const QString &text) { m_stream << text.toUtf8(); }
    void put(int number) { m_stream << qint32(number); }
    void put(Position at)
    {
        put(at.line);
        put(at.column);
    }
    void put(const Reference &reference)
    {
        m_stream << quint64(reinterpret_cast<quintptr>(reference.field));
        put(reference.target);
    }
    void put(const Violation &violation)
    {
        put(int(violation.stage));
        for (const QString *text : { &violation.rule, &violation.field, &violation.message })
            put(*text);
        put(Position { violation.line, violation.column });
    }
    void put(const LocationTargets::Target &target)
    {
        put(target.written);
        put(target.field);
        put(target.at);
    }
    template<typename T>
    void put(const std::vector<T> &items)
    {
        put(int(items.size()));
        for (const T &item : items)
            put(item);
    }
    void put(const DocumentResult &document)
    {
        put(int(document.outcome));
        put(document.start);
        put(document.ref);
        put(document.references);
        put(document.violations);
        put(int(document.location.has_value()));
        if (!document.location)
            return;
        put(document.location->type);
        put(int(document.location->optional));
        put(document.location->targets);
    }

private:
    QDataStream m_stream;
};

class Reader final {
public:
    explicit Reader(const QByteArray &bytes)
        : m_stream(bytes)
    {
    }
    void take(QString &text)
    {
        QByteArray bytes;
        m_stream >> bytes;
        // QString::fromUtf8 leaves out a mark of byte order.
        QStringDecoder decode(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
        text = decode(bytes);
    }
    int number()
    {
        qint32 number = 0;
        m_stream >> number;
        return number;
    }
    void take(Position &at)
    {
        at.line = number();
        at.column = number();
    }
    void take(Reference &reference)
    {
        quint64 field = 0;
        m_stream >> field;
        reference.field = reinterpret_cast<const RelationField *>(quintptr(field));
        take(reference.target);
    }
    void take(Violation &violation)
    {
        violation.stage = Stage(number());
        for (QString *text : { &violation.rule, &violation.field, &violation.message })
            take(*text);
        violation.line = number();
        violation.column = number();
    }
    void take(LocationTargets::Target &target)
    {
        take(target.written);
        take(target.field);
        take(target.at);
    }
    template<typename T>
    void take(std::vector<T> &items)
    {
        items.resize(size_t(number()));
        for (T &item : items)
            take(item);
    }
    void take(DocumentResult &document)
    {
        document.outcome = DocumentResult::Outcome(number());
        take(document.start);
        take(document.ref);
        take(document.references);
        take(document.violations);
        if (number() == 0)
            return;
        LocationTargets &location = document.location.emplace();
        take(location.type);
        location.optional = number() != 0;
        take(location.targets);
    }

private:
    QDataStream m_stream;
};

} // namespace

PackedDocuments::PackedDocuments(
    std::shared_ptr<Packer> packer, const std::vector<DocumentResult> &documents, const QByteArrayList &bodies)
{
    QByteArray results;
    Writer(results).put(documents);
    m_results = packer->pack(results);
    quint32 first = 0;
    QByteArray lines;
    for (qsizetype i = 0; i < bodies.size(); ++i) {
        lines += bodies[i];
        lines += '\n';
        if (lines.size() < packetBytes && i + 1 < bodies.size())
            continue;
        m_packets.push_back({ first, packer->pack(lines) });
        lines.clear();
        first = quint32(i + 1);
    }
    m_packets.shrink_to_fit();
    m_packer = std::move(packer);
}

std::vector<DocumentResult> PackedDocuments::unpacked() const
{
    std::vector<DocumentResult> documents;
    if (m_packer)
        Reader(m_packer->unpack(m_results)).take(documents);
    return documents;
}

QJsonObject PackedDocuments::body(quint32 document) const
{
    const auto next = std::ranges::upper_bound(m_packets, document, {}, &Packet::first);
    if (next == m_packets.begin())
        return {};
    const Packet &packet = *std::prev(next);
    const QByteArray lines = m_packer->unpack(packet.lines);
    qsizetype begin = 0;
    for (quint32 before = packet.first; before < document; ++before)
        begin = lines.indexOf('\n', begin) + 1;
    const QByteArrayView json = QByteArrayView(lines).sliced(begin, lines.indexOf('\n', begin) - begin);
    return QJsonDocument::fromJson(QByteArray::fromRawData(json.data(), json.size())).object();
}

} // namespace callboard::catalog
