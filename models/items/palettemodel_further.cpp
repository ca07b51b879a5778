// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/docreading.h"
#include "models/items/palettemodel.h"
#include "models/items/userstate.h"

#include <algorithm>
#include <optional>

/// What comes from elsewhere than the catalog's index: documents, parts of APIs, the text of entities.
namespace callboard::items {

using search::PaletteScope;
using search::Row;
using search::noRow;

namespace {

// Beside everything else, and alone.
constexpr size_t mostBeside = 4;
constexpr size_t mostOfOneScope = 60;
// An index that goes on says so many times a second.
constexpr std::chrono::milliseconds catchUpAfter(500);

/// What a later answer brings to the hits that are shown: where they stand alone they give way to others, else what is new comes behind
/// them. The first that is new; nothing where they gave way.
template<typename Answer, typename IsAgain, typename IsSame>
std::optional<size_t> addHits(Answer &shown, const Answer &later, bool isAlone, IsAgain isAgain, IsSame isSame)
{
    if (isAlone && !std::ranges::equal(shown.hits, later.hits, isSame)) {
        shown = later;
        return std::nullopt;
    }
    const size_t before = shown.hits.size();
    shown.total = later.total;
    shown.totalIsLeast = later.totalIsLeast;
    for (const auto &hit : later.hits) {
        const bool isThere = std::ranges::any_of(shown.hits, [&](const auto &known) { return isAgain(known, hit); });
        if (!isAlone && shown.hits.size() < mostBeside && !isThere)
            shown.hits.push_back(hit);
    }
    return before;
}

} // namespace

/// The lines that came from elsewhere than the index. They are the last ones.
void PaletteModel::dropFurther()
{
    const auto first = std::ranges::find_if(m_lines, [](const Line &line) {
        return line.scope == PaletteScope::Apis || line.scope == PaletteScope::Docs || line.scope == PaletteScope::Text;
    });
    if (first == m_lines.end())
        return;
    beginRemoveRows({}, int(first - m_lines.begin()), int(m_lines.size()) - 1);
    m_lines.erase(first, m_lines.end());
    endRemoveRows();
}

/// What the catalog's index does not know.
void PaletteModel::askFurther(const search::PaletteInput &input)
{
    m_partAnswer = {};
    if (m_apis && input.wants(PaletteScope::Apis) && !input.text.trimmed().isEmpty()) {
        m_parts = m_apis->entries();
        m_partAnswer = m_parts->match(input.text, input.scope == PaletteScope::Apis ? mostOfOneScope : mostBeside);
    }
    if (!m_documentSearch)
        return;
    askText(input);
    m_documentsTrail = m_documentsAreLater = false;
    const bool wanted = input.wants(PaletteScope::Docs);
    // Where there is nothing else, the last documents stay until the next are there.
    if (input.scope != PaletteScope::Docs)
        m_documents = {};
    m_documentsAreDue = wanted && !search::DocQuestion::parse(input.text).isEmpty();
    if (!m_documentsAreDue)
        m_documents = {};
    m_documentSearch->setLimit(input.scope == PaletteScope::Docs ? int(mostOfOneScope) : int(mostBeside));
    m_documentSearch->setPersonal(docPersonal());
    m_documentSearch->ask(m_documentsAreDue ? input.text : QString());
}

void PaletteModel::askText(const search::PaletteInput &input)
{
    m_textsTrail = m_textsAreLater = false;
    m_textsAreDue = input.wants(PaletteScope::Text) && !input.text.trimmed().isEmpty();
    // Alone the last ones stay until the next are there, as of documents.
    if (!m_textsAreDue || input.scope != PaletteScope::Text)
        m_texts = {};
    if (!m_textsAreDue) {
        m_textSearch->cancel();
        return;
    }
    lookForText(input);
}

void PaletteModel::lookForText(const search::PaletteInput &input)
{
    const bool isAlone = input.scope == PaletteScope::Text;
    const search::IndexPtr index = m_live.index();
    m_textSearch->ask({ input.text, index, personal(index), int(isAlone ? mostOfOneScope : mostBeside), !isAlone });
}

/// Made anew only when the marks are others: a letter must not cost a walk over the catalog.
const search::DocPersonal &PaletteModel::docPersonal()
{
    search::DocPersonal &personal = m_docPersonal;
    const auto snapshot = m_live.index()->snapshotPtr();
    const auto marks = m_user ? m_user->personal(snapshot) : nullptr;
    if (std::exchange(m_readingIsOther, false))
        personal.recent = m_reading ? m_reading->recency() : QHash<QString, int>();
    if (marks == m_docPersonalOf)
        return personal;
    m_docPersonalOf = marks;
    personal.mine.clear();
    for (Row row = 0; marks && row < snapshot->size(); ++row) {
        if (marks->has(row, search::Personal::Mine))
            personal.mine.insert(snapshot->ref(row).toString());
    }
    const QStringList starred = m_user ? m_user->starred() : QStringList();
    personal.starred = QSet<QString>(starred.begin(), starred.end());
    return personal;
}

void PaletteModel::takeDocuments()
{
    if (!m_documentsAreDue)
        return;
    m_documentsAreDue = false;
    if (m_documentsAreLater)
        return takeLaterDocuments(m_documentSearch->answer());
    m_documents = m_documentSearch->answer();
    takeFurther(PaletteScope::Docs, documentLines());
}

void PaletteModel::takeText()
{
    m_textsAreDue = false;
    if (m_textsAreLater)
        return takeLaterText(m_textSearch->answer());
    m_texts = m_textSearch->answer();
    takeFurther(PaletteScope::Text, textLines());
}

void PaletteModel::noteIndexed(PaletteScope scope)
{
    (scope == PaletteScope::Text ? m_textsTrail : m_documentsTrail) = true;
    if (!m_catchUp.isActive())
        m_catchUp.start(catchUpAfter);
}

void PaletteModel::catchUp()
{
    const search::PaletteInput input = search::PaletteInput::parse(m_text, m_scope);
    if (!m_documentSearch || input.text.trimmed().isEmpty())
        return;
    if (m_textsTrail && !m_textsAreDue && input.wants(PaletteScope::Text)) {
        m_textsTrail = false;
        m_textsAreDue = m_textsAreLater = true;
        lookForText(input);
    }
    if (m_documentsTrail && !m_documentsAreDue && input.wants(PaletteScope::Docs) && !search::DocQuestion::parse(input.text).isEmpty()) {
        m_documentsTrail = false;
        m_documentsAreDue = m_documentsAreLater = true;
        m_documentSearch->ask(input.text);
    }
    // What is asked just now may have been looked for before the index went on.
    if ((m_textsTrail && m_textsAreDue) || (m_documentsTrail && m_documentsAreDue))
        m_catchUp.start(catchUpAfter);
}

void PaletteModel::takeLaterText(const search::TextAnswer &answer)
{
    const auto isAgain = [](const search::TextHit &a, const search::TextHit &b) { return a.ref == b.ref; };
    const auto isSame = [](const search::TextHit &a, const search::TextHit &b) { return a.ref == b.ref && a.place == b.place && a.snippet == b.snippet; };
    if (const auto before = addHits(m_texts, answer, scope() == PaletteScope::Text, isAgain, isSame))
        addLater(PaletteScope::Text, textLines(*before), m_texts.total);
    else
        takeFurther(PaletteScope::Text, {});
}

void PaletteModel::takeLaterDocuments(const search::DocAnswer &answer)
{
    const auto isAgain = [](const search::DocHit &a, const search::DocHit &b) { return a.site == b.site && a.path == b.path; };
    const auto isSame = [&](const search::DocHit &a, const search::DocHit &b) { return isAgain(a, b) && a.anchor == b.anchor && a.snippet == b.snippet; };
    if (const auto before = addHits(m_documents, answer, scope() == PaletteScope::Docs, isAgain, isSame))
        addLater(PaletteScope::Docs, documentLines(*before), m_documents.total);
    else
        takeFurther(PaletteScope::Docs, {});
}

/// Behind those of its section that are there: nothing moves under the person's hand.
void PaletteModel::addLater(PaletteScope of, std::vector<Line> lines, int total)
{
    if (scope() == of) {
        Q_EMIT extended(); // The same as before, and maybe more behind it.
        return;
    }
    const auto first = std::ranges::find(m_lines, of, &Line::scope);
    if (first == m_lines.end())
        return takeFurther(of, lines);
    const int header = int(first - m_lines.begin());
    first->total = total;
    const auto end = std::find_if(first, m_lines.end(), [of](const Line &line) { return line.scope != of; });
    const int at = int(end - m_lines.begin());
    std::erase_if(lines, &Line::isHeader);
    if (!lines.empty()) {
        beginInsertRows({}, at, at + int(lines.size()) - 1);
        m_lines.insert(end, lines.begin(), lines.end());
        endInsertRows();
    }
    Q_EMIT dataChanged(index(header), index(header));
    Q_EMIT extended();
}

/// What a worker found: all there is where nothing else was asked for, else in the order in which it comes.
void PaletteModel::takeFurther(PaletteScope from, const std::vector<Line> &lines)
{
    if (scope() == from) {
        beginResetModel();
        rebuild();
        endResetModel();
        Q_EMIT answered();
        return;
    }
    if (!lines.empty()) {
        beginInsertRows({}, int(m_lines.size()), int(m_lines.size() + lines.size()) - 1);
        m_lines.insert(m_lines.end(), lines.begin(), lines.end());
        endInsertRows();
    }
    Q_EMIT extended();
}

/// Of those from one on.
std::vector<PaletteModel::Line> PaletteModel::documentLines(size_t from) const
{
    std::vector<Line> lines;
    if (m_documents.hits.size() <= from)
        return lines;
    if (scope() == PaletteScope::Everything)
        lines.push_back({ true, PaletteScope::Docs, m_documents.total, {} });
    for (size_t i = from; i < m_documents.hits.size(); ++i)
        lines.push_back({ false, PaletteScope::Docs, m_documents.total, {}, int(i) });
    return lines;
}

std::vector<PaletteModel::Line> PaletteModel::textLines(size_t from) const
{
    std::vector<Line> lines;
    if (!m_answer.index)
        return lines; // In a large catalog a worker has the first answer, perhaps later than this one.
    for (size_t i = from; i < m_texts.hits.size(); ++i) {
        const Row row = m_answer.index->snapshot().find(m_texts.hits[i].ref);
        if (row != noRow && !isListed(row))
            lines.push_back({ false, PaletteScope::Text, m_texts.total, { row, -1, 0 }, -1, -1, int(i) });
    }
    if (!lines.empty() && scope() == PaletteScope::Everything)
        lines.insert(lines.begin(), { true, PaletteScope::Text, m_texts.total, {} });
    return lines;
}

/// Among what was found at once.
bool PaletteModel::isListed(Row row) const
{
    return std::ranges::any_of(m_answer.sections, [row](const search::PaletteSection &section) {
        return std::ranges::any_of(section.hits, [row](const search::PaletteHit &hit) { return hit.row == row; });
    });
}

void PaletteModel::addParts()
{
    if (m_partAnswer.hits.empty())
        return;
    if (scope() == PaletteScope::Everything)
        m_lines.push_back({ true, PaletteScope::Apis, m_partAnswer.total, {} });
    for (int i = 0; i < int(m_partAnswer.hits.size()); ++i)
        m_lines.push_back({ false, PaletteScope::Apis, m_partAnswer.total, {}, -1, i });
}

} // namespace callboard::items
