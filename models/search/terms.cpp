// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/search/terms.h"

#include <QJsonArray>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace callboard::search {

using catalog::PlainTerm;
using catalog::TermKey;
using mirror::Snapshot;
using mirror::StringId;

namespace {

/// Clears what a test per row does not hold for, the sign considered.
template<typename Test>
void keepRows(std::vector<quint8> &shown, bool negated, Test holds)
{
    for (size_t row = 0; row < shown.size(); ++row)
        shown[row] = quint8(shown[row] & quint8(holds(Row(row)) != negated));
}

/// May a word stand together in a text? The masks leave most out unread.
bool mayHold(const TextColumn &texts, quint32 at, const Word &word)
{
    return !(word.letters & ~texts.letters[at]) && !(word.pairs & ~texts.pairs[at]);
}

/// In the name or the title.
bool mayBeNamed(const CatalogIndex &index, const Word &word, Row row)
{
    if (mayHold(index.names(), row, word))
        return true;
    const quint32 title = index.titleOf(row);
    return title != CatalogIndex::noTitle && mayHold(index.titles(), title, word);
}

bool isSame(QStringView a, QStringView b) { return a.size() == b.size() && a.compare(b, Qt::CaseInsensitive) == 0; }

/// How a typed value fits a written one: 3 the same, 2 begins it, 1 begins a word of it, 0 not.
int valueFit(QStringView written, QStringView typed)
{
    if (isSame(written, typed))
        return 3;
    if (written.startsWith(typed, Qt::CaseInsensitive))
        return 2;
    // Where words begin is asked last: most texts do not hold the value at all.
    for (qsizetype at = written.indexOf(typed, 1, Qt::CaseInsensitive); at > 0 && at < 64; at = written.indexOf(typed, at + 1, Qt::CaseInsensitive)) {
        if (wordStarts(written) >> at & 1)
            return 1;
    }
    return 0;
}

/// The same for a reference: whole, `namespace/name`, the name, or the title of what it names, which is `row` or noRow.
int referenceFit(const Snapshot &snapshot, QStringView ref, Row row, QStringView typed)
{
    const QStringView scoped = ref.sliced(ref.indexOf(u':') + 1);
    const QStringView name = ref.sliced(ref.lastIndexOf(u'/') + 1);
    if (isSame(ref, typed) || isSame(scoped, typed))
        return 3;
    // "group:payments" leaves the default namespace out.
    if (const qsizetype colon = typed.indexOf(u':'); colon > 0)
        return isSame(ref.first(std::max<qsizetype>(0, ref.indexOf(u':'))), typed.first(colon)) ? valueFit(name, typed.sliced(colon + 1)) : 0;
    const int fit = valueFit(name, typed);
    return row == noRow ? fit : std::max(fit, valueFit(snapshot.title(row), typed));
}

int codeFit(const CatalogIndex &index, Field field, Code code, QStringView typed)
{
    const QStringView written = index.value(field, code);
    if (field != Field::Owner && field != Field::System)
        return valueFit(written, typed);
    const Snapshot &snapshot = index.snapshot();
    return referenceFit(snapshot, written, snapshot.rowOf(index.column(field).values[code]), typed);
}

std::vector<quint8> allowedCodes(const CatalogIndex &index, Field field, const QStringList &values)
{
    std::vector<quint8> allowed(index.column(field).size(), 0);
    for (const QString &value : values) {
        for (const Code code : codesFor(index, field, value))
            allowed[code] = 1;
    }
    return allowed;
}

void keepField(const CatalogIndex &index, Field field, const PlainTerm &term, std::vector<quint8> &shown)
{
    const std::vector<quint8> allowed = allowedCodes(index, field, term.values);
    const std::vector<Code> &codes = index.column(field).codes;
    keepRows(shown, term.negated, [&](Row row) { return allowed[codes[row]] != 0; });
}

/// Groups and users that a typed owner means: entities of those kinds, and owners that nothing describes.
std::vector<Row> ownerRows(const CatalogIndex &index, const QStringList &values)
{
    const Snapshot &snapshot = index.snapshot();
    const Column &kinds = index.column(Field::Kind);
    std::vector<quint8> mayOwn(kinds.size(), 0);
    for (Code code = 1; code < kinds.size(); ++code)
        mayOwn[code] = isSame(index.value(Field::Kind, code), u"Group") || isSame(index.value(Field::Kind, code), u"User");
    std::vector<Row> rows;
    for (const QString &value : values) {
        const Word word(value);
        const bool isReference = value.contains(u':') || value.contains(u'/');
        int bestFit = 1;
        std::vector<Row> found;
        for (Row row = 0; row < index.size(); ++row) {
            if (!mayOwn[kinds.codes[row]] || (!isReference && !mayBeNamed(index, word, row)))
                continue;
            const int fit = referenceFit(snapshot, snapshot.ref(row), row, value);
            if (fit < bestFit)
                continue;
            if (fit > bestFit)
                found.clear();
            bestFit = fit;
            found.push_back(row);
        }
        rows.insert(rows.end(), found.begin(), found.end());
    }
    return rows;
}

/// An owner's own, and what the groups below it own.
void keepOwner(const CatalogIndex &index, const PlainTerm &term, std::vector<quint8> &shown)
{
    const std::vector<Row> owners = ownerRows(index, term.values);
    const std::vector<bool> owned = owners.empty() ? std::vector<bool>(index.size()) : index.snapshot().ownedBy(owners, true);
    // Owners that are only named, and by whom nothing is described, are matched as values.
    const std::vector<quint8> allowed = allowedCodes(index, Field::Owner, term.values);
    const std::vector<Code> &codes = index.column(Field::Owner).codes;
    keepRows(shown, term.negated, [&](Row row) { return owned[row] || allowed[codes[row]] != 0; });
}

void keepTag(const CatalogIndex &index, const PlainTerm &term, std::vector<quint8> &shown)
{
    const std::vector<StringId> &tags = index.tagValues();
    std::vector<quint8> allowed(tags.size(), 0);
    for (const QString &value : term.values) {
        int bestFit = 1;
        std::vector<int> fits(tags.size(), 0);
        for (Code code = 1; code < tags.size(); ++code) {
            fits[code] = valueFit(index.snapshot().string(tags[code]), value);
            bestFit = std::max(bestFit, fits[code]);
        }
        for (Code code = 1; code < tags.size(); ++code)
            allowed[code] = quint8(allowed[code] | quint8(fits[code] == bestFit));
    }
    keepRows(shown, term.negated, [&](Row row) {
        const std::span<const Code> own = index.tags(row);
        return std::any_of(own.begin(), own.end(), [&](Code code) { return allowed[code] != 0; });
    });
}

/// Is a word together somewhere in the name or the title?
bool isNamed(const CatalogIndex &index, const Word &word, Row row)
{
    const auto stands = [&](const TextColumn &texts, quint32 at) {
        return mayHold(texts, at, word) && fit(word, index.text(texts, at), Looseness::Contained) != 0;
    };
    if (stands(index.names(), row) && word.verify(index.snapshot().name(row)))
        return true;
    const quint32 title = index.titleOf(row);
    return title != CatalogIndex::noTitle && stands(index.titles(), title) && word.verify(index.snapshot().title(row));
}

void keepName(const CatalogIndex &index, const PlainTerm &term, std::vector<quint8> &shown)
{
    std::vector<Word> words;
    for (const QString &value : term.values)
        words.emplace_back(value);
    keepRows(shown, term.negated, [&](Row row) {
        return std::any_of(words.begin(), words.end(), [&](const Word &word) { return isNamed(index, word, row); });
    });
}

enum class Is { Mine, Starred, Recent, Problem, Orphan, Dangling };

bool holdsIs(const CatalogIndex &index, const Personal *personal, Is value, Row row)
{
    const quint16 flags = index.flags()[row];
    const auto marked = [&](Personal::Mark mark) { return personal && personal->has(row, mark); };
    switch (value) {
    case Is::Mine: return marked(Personal::Mine);
    case Is::Starred: return marked(Personal::Starred);
    case Is::Recent: return marked(Personal::Recent);
    case Is::Problem: return (flags & Snapshot::HasProblems) != 0;
    case Is::Orphan: return (flags & Snapshot::Orphan) != 0;
    case Is::Dangling: return (flags & Snapshot::Dangling) != 0;
    }
    return false;
}

void keepIs(const CatalogIndex &index, const PlainTerm &term, const Personal *personal, std::vector<quint8> &shown)
{
    std::vector<Is> wanted;
    for (const QString &value : term.values)
        wanted.push_back(Is(catalog::isValues().indexOf(value)));
    keepRows(shown, term.negated, [&](Row row) {
        return std::any_of(wanted.begin(), wanted.end(), [&](Is value) { return holdsIs(index, personal, value, row); });
    });
}

/// Remembers the answer to a question about strings, since thousands of edges share a few.
class StringTest {
public:
    StringTest(const Snapshot &snapshot, std::function<bool(StringId)> holds)
        : m_holds(std::move(holds))
        , m_known(snapshot.stringCount(), Unknown)
    {
    }

    bool operator()(StringId id)
    {
        if (m_known[id] == Unknown)
            m_known[id] = m_holds(id) ? Yes : No;
        return m_known[id] == Yes;
    }

private:
    enum Answer : quint8 { Unknown, No, Yes };
    std::function<bool(StringId)> m_holds;
    std::vector<quint8> m_known;
};

void keepRelation(const CatalogIndex &index, const PlainTerm &term, std::vector<quint8> &shown)
{
    const Snapshot &snapshot = index.snapshot();
    StringTest isType(snapshot, [&](StringId type) { return snapshot.string(type).startsWith(term.field, Qt::CaseInsensitive); });
    StringTest isTarget(snapshot, [&](StringId ref) {
        return term.values.isEmpty() || std::any_of(term.values.begin(), term.values.end(), [&](const QString &value) {
            return referenceFit(snapshot, snapshot.string(ref), snapshot.rowOf(ref), value) >= 2;
        });
    });
    keepRows(shown, term.negated, [&](Row row) {
        if (!shown[row])
            return term.negated;
        return std::ranges::any_of(snapshot.edges(row), [&](const Snapshot::Edge &edge) { return isType(edge.type) && isTarget(edge.target); });
    });
}

/// A phrase or a word that must not be there: as it stands in name, title, tag, description or reference.
void keepPhrase(const CatalogIndex &index, const PlainTerm &term, std::vector<quint8> &shown)
{
    const Snapshot &snapshot = index.snapshot();
    const Word phrase(term.values.join(u' '));
    const bool isReference = phrase.typed.contains(u':') || phrase.typed.contains(u'/');
    StringTest isTag(snapshot, [&](StringId tag) { return isIn(phrase, snapshot.string(tag)); });
    keepRows(shown, term.negated, [&](Row row) {
        if (!shown[row])
            return term.negated;
        if (isNamed(index, phrase, row))
            return true;
        if (holds(index.descriptionPairs(row), phrase.widePairs) && isIn(phrase, snapshot.descriptionUtf8(row)))
            return true;
        if (isReference && isIn(phrase, snapshot.ref(row)))
            return true;
        const std::span<const StringId> tags = snapshot.tagIds(row);
        return std::any_of(tags.begin(), tags.end(), [&](StringId tag) { return isTag(tag); });
    });
}

/// A value at a dotted path whose keys may hold dots.
QJsonValue valueAt(const QJsonObject &object, const QString &path)
{
    for (auto at = object.begin(); at != object.end(); ++at) {
        if (isSame(at.key(), path))
            return at.value();
        if (path.startsWith(at.key() + u'.', Qt::CaseInsensitive) && at.value().isObject()) {
            const QJsonValue found = valueAt(at.value().toObject(), path.sliced(at.key().size() + 1));
            if (!found.isUndefined())
                return found;
        }
    }
    return QJsonValue(QJsonValue::Undefined);
}

bool holdsPair(const QJsonObject &pairs, const PlainTerm &term)
{
    for (auto at = pairs.begin(); at != pairs.end(); ++at) {
        // A key may be given without what stands before its slash.
        if (!isSame(at.key(), term.field) && !isSame(at.key().sliced(at.key().indexOf(u'/') + 1), term.field))
            continue;
        if (term.values.isEmpty())
            return true;
        const QString written = at.value().toString();
        if (std::any_of(term.values.begin(), term.values.end(), [&](const QString &value) { return written.contains(value, Qt::CaseInsensitive); }))
            return true;
    }
    return false;
}

} // namespace

std::vector<Code> codesFor(const CatalogIndex &index, Field field, QStringView typed)
{
    int bestFit = 1;
    std::vector<Code> codes;
    for (Code code = 1; code < index.column(field).size(); ++code) {
        const int fit = codeFit(index, field, code, typed);
        if (fit < bestFit)
            continue;
        if (fit > bestFit)
            codes.clear();
        bestFit = fit;
        codes.push_back(code);
    }
    return codes;
}

bool isFreeWord(const PlainTerm &term)
{
    const auto isReference = [](const QString &value) { return value.contains(u':') || value.contains(u'/'); };
    return term.key == TermKey::Word && !term.negated && !term.quoted && term.isComplete() && !isReference(term.values.front());
}

void keepTerm(const CatalogIndex &index, const PlainTerm &term, const Personal *personal, std::vector<quint8> &shown)
{
    switch (term.key) {
    case TermKey::Word: keepPhrase(index, term, shown); break;
    case TermKey::Kind: keepField(index, Field::Kind, term, shown); break;
    case TermKey::Owner: keepOwner(index, term, shown); break;
    case TermKey::System: keepField(index, Field::System, term, shown); break;
    case TermKey::Type: keepField(index, Field::Type, term, shown); break;
    case TermKey::Lifecycle: keepField(index, Field::Lifecycle, term, shown); break;
    case TermKey::Namespace: keepField(index, Field::Namespace, term, shown); break;
    case TermKey::Tag: keepTag(index, term, shown); break;
    case TermKey::Name: keepName(index, term, shown); break;
    case TermKey::Is: keepIs(index, term, personal, shown); break;
    case TermKey::Relation: keepRelation(index, term, shown); break;
    case TermKey::Has:
    case TermKey::Annotation:
    case TermKey::Label:
    case TermKey::Text: break; // Need whole entities: FilterEngine asks for them last.
    }
}

bool holdsInBody(const PlainTerm &term, const domain::Entity &entity)
{
    const QJsonObject metadata = entity.body.value("metadata"_L1).toObject();
    switch (term.key) {
    case TermKey::Annotation: return holdsPair(metadata.value("annotations"_L1).toObject(), term);
    case TermKey::Label: return holdsPair(metadata.value("labels"_L1).toObject(), term);
    case TermKey::Has:
        return std::ranges::any_of(QStringList { term.field, u"spec."_s + term.field, u"metadata."_s + term.field },
            [&](const QString &path) { return !valueAt(entity.body, path).isUndefined(); });
    default: return true;
    }
}

} // namespace callboard::search
