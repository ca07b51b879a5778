// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/search/textsearch.h"

#include "models/catalog/queryplain.h"
#include "models/mirror/doctokens.h"
#include "models/search/docsnippet.h"
#include "models/search/terms.h"

#include <QElapsedTimer>
#include <QJsonArray>

#include <algorithm>
#include <bit>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace callboard::search {

namespace {

// Between two letters of who types without looking.
constexpr auto pause = 90ms;
// Further matches are of words that everything has.
constexpr int mostRefs = 2000;
constexpr qsizetype longestValue = 64 * 1024; // Of one value: definitions have megabytes.
constexpr qsizetype before = 400; // Of the first match, as much as a snippet may begin with.

/// What was typed: the words of the text, and the rows that the other terms leave.
struct Asked {
    QStringList words;
    std::vector<quint8> shown; ///< Empty: all.
};

bool isOfText(const catalog::PlainTerm &term) { return term.isComplete() && term.key == catalog::TermKey::Word && !term.negated; }

Asked askedOf(const TextQuestion &question)
{
    Asked asked;
    for (const catalog::PlainTerm &term : catalog::parsePlainQuery(question.typed).terms) {
        if (isOfText(term)) {
            asked.words += term.values;
        } else if (term.isComplete()) {
            asked.shown.resize(question.index->size(), 1);
            keepTerm(*question.index, term, question.personal.get(), asked.shown);
        }
    }
    return asked;
}

/// What the instant answer has too, loose and mistyped matches aside: those are many, and seldom what is meant.
std::vector<quint8> foundByName(const TextQuestion &question, const QStringList &words, std::stop_token stop)
{
    std::vector<quint8> found(question.index->size(), 0);
    EntityMatcher matcher({ .looseness = Looseness::Contained, .typos = false, .scores = false });
    for (const Hit &hit : matcher.match(question.index, words.join(u' '), stop).hits)
        found[hit.row] = 1;
    return found;
}

/// Calls back with each text in a body, and where it stands.
void forEachText(const QJsonValue &value, const QString &place, const std::function<void(const QString &, const QString &)> &visit)
{
    if (value.isString()) {
        visit(place, value.toString());
    } else if (value.isArray()) {
        for (const QJsonValue item : value.toArray())
            forEachText(item, place, visit);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto at = object.begin(); at != object.end(); ++at)
            forEachText(at.value(), place.isEmpty() ? at.key() : QString(place + u'.' + at.key()), visit);
    }
}

/// The words of a question as `DocPlaces` takes them.
class Places final {
public:
    explicit Places(const QStringList &words)
    {
        for (const QString &typed : words) {
            mirror::forEachToken(typed, [&](const mirror::DocToken &token) {
                if (!token.whole && m_words.size() < mostWords)
                    m_words.push_back({ std::string(token.term), {}, {}, true, false });
            });
        }
    }

    /// How many of the words a text has.
    int count(QStringView text) const
    {
        quint32 found = 0;
        forEachMatch(text, [&](size_t word, const mirror::DocToken &) { found |= quint32(1) << word; });
        return std::popcount(found);
    }

    DocPlaces::Snippet snippet(const QString &text) const
    {
        std::vector<DocExpansion> expansions(m_words.size());
        qsizetype first = -1;
        forEachMatch(text, [&](size_t word, const mirror::DocToken &token) {
            expansions[word].terms.try_emplace(std::string(token.term));
            first = first < 0 ? token.start : first;
        });
        return DocPlaces(m_words, expansions).snippet(text.sliced(std::max<qsizetype>(0, first - before)));
    }

private:
    static constexpr size_t mostWords = 12;

    /// As in the index, each word may be the beginning of one.
    void forEachMatch(QStringView text, const std::function<void(size_t word, const mirror::DocToken &)> &visit) const
    {
        mirror::forEachToken(text.first(std::min(text.size(), longestValue)), [&](const mirror::DocToken &token) {
            for (size_t word = 0; word < m_words.size(); ++word) {
                if (token.term.starts_with(m_words[word].term))
                    visit(word, token);
            }
        });
    }

    std::vector<DocWord> m_words;
};

/// The text of an entity that has the most of the words; of as many, one that is not shown as its name already.
TextHit hitOf(const domain::Entity &entity, const QString &ref, const Places &places)
{
    const auto isName = [](const QString &place) { return place == "metadata.name"_L1 || place == "metadata.title"_L1; };
    QString best;
    TextHit hit { ref, {}, {}, {} };
    int most = 0;
    forEachText(entity.body, {}, [&](const QString &place, const QString &text) {
        const int count = 2 * places.count(text) - (isName(place) ? 1 : 0);
        if (count <= most)
            return;
        most = count;
        best = text;
        hit.place = place;
    });
    DocPlaces::Snippet snippet = places.snippet(best);
    hit.snippet = std::move(snippet.text);
    hit.marks = std::move(snippet.marks);
    return hit;
}

/// The refs among `refs` that the question leaves, in their order.
QStringList kept(const QStringList &refs, const TextQuestion &question, const Asked &asked, std::stop_token stop)
{
    const std::vector<quint8> named = question.beyondNames ? foundByName(question, asked.words, stop) : std::vector<quint8>();
    QStringList left;
    for (const QString &ref : refs) {
        const Row row = question.index->snapshot().find(ref);
        if (row != noRow && (asked.shown.empty() || asked.shown[row]) && (named.empty() || !named[row]))
            left.append(ref);
    }
    return left;
}

} // namespace

TextAnswer findInText(const mirror::Mirror &mirror, const TextQuestion &question, std::stop_token stop)
{
    QElapsedTimer timer;
    timer.start();
    const Asked asked = askedOf(question);
    if (asked.words.isEmpty())
        return {};
    const auto refs = mirror.fullText(asked.words, mostRefs, stop);
    if (!refs)
        return {};
    const QStringList left = kept(*refs, question, asked, stop);
    TextAnswer answer { {}, int(left.size()), refs->size() >= mostRefs, 0 };
    const Places places(asked.words);
    for (const QString &ref : left.first(std::min<qsizetype>(left.size(), question.limit))) {
        if (stop.stop_requested())
            return {};
        if (const auto entity = mirror.entity(ref))
            answer.hits.push_back(hitOf(*entity, ref, places));
    }
    answer.milliseconds = double(timer.nsecsElapsed()) / 1e6;
    return answer;
}

LiveTextSearch::LiveTextSearch(const mirror::Mirror &mirror, QObject *parent)
    : QObject(parent)
    , m_mirror(mirror)
{
    m_pool.setMaxThreadCount(1);
    m_pool.setExpiryTimeout(-1); // As in LiveDocSearch.
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &LiveTextSearch::begin);
}

LiveTextSearch::~LiveTextSearch()
{
    m_stop.request_stop();
    m_pool.clear();
    m_pool.waitForDone();
}

void LiveTextSearch::prepare()
{
    m_pool.start([] {});
}

void LiveTextSearch::ask(const TextQuestion &question)
{
    cancel();
    m_question = question;
    m_pause.start();
}

void LiveTextSearch::cancel()
{
    ++m_generation;
    m_stop.request_stop();
    m_stop = {};
    m_pool.clear();
    m_pause.stop();
}

void LiveTextSearch::begin()
{
    m_pool.start([this, question = m_question, generation = m_generation, stop = m_stop.get_token()] {
        TextAnswer answer = findInText(m_mirror, question, stop);
        if (stop.stop_requested())
            return;
        QMetaObject::invokeMethod(
            this, [this, generation, answer = std::move(answer)]() mutable { take(generation, std::move(answer)); }, Qt::QueuedConnection);
    });
}

void LiveTextSearch::take(quint64 generation, TextAnswer answer)
{
    if (generation != m_generation)
        return;
    m_answer = std::move(answer);
    Q_EMIT answered();
}

} // namespace callboard::search
