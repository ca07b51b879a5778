// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/search/docsearch.h"

#include "models/domain/docs.h"
#include "models/mirror/doctext.h"
#include "models/search/docrank.h"
#include "models/search/docsnippet.h"

#include <QElapsedTimer>

#include <algorithm>
#include <map>

namespace callboard::search {

using namespace Qt::StringLiterals;
using mirror::DocTextReader;
using mirror::SegmentView;

namespace {

// Candidates whose text is looked at for how close the words stand, and for phrases.
constexpr size_t lookedAt = 32;
// With phrases: pages that may be looked at, and sections and text that are read for it at most. Two common words stand in half of
// all sections, and mostly apart.
constexpr size_t lookedAtForPhrases = 400;
constexpr int sectionsForPhrases = 256;
constexpr qsizetype unitsForPhrases = 512 * 1024;
constexpr qsizetype unitsLookedAt = 8 * 1024;
constexpr float closeTogether = 0.35f;
constexpr float mineBoost = 1.15f;
constexpr float starredBoost = 1.1f;
constexpr float recentBoost = 0.2f;
constexpr qsizetype longestQuestion = 512;

bool isPartOfWord(QChar c)
{
    static const QString joints = u"-_./:@#='’"_s;
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate() || joints.contains(c);
}

/// Words of typed text, without what does not belong to any.
QStringList wordsIn(QStringView typed)
{
    QStringList words;
    qsizetype at = 0;
    while (at < typed.size()) {
        qsizetype end = at;
        while (end < typed.size() && isPartOfWord(typed[end]))
            ++end;
        QStringView word = typed.sliced(at, end - at);
        const auto isLetter = [](QChar c) { return c.isLetterOrNumber() || c.isMark() || c.isSurrogate(); };
        while (!word.isEmpty() && !isLetter(word.front()))
            word = word.sliced(1);
        while (!word.isEmpty() && !isLetter(word.back()))
            word.chop(1);
        if (!word.isEmpty())
            words += word.toString();
        at = end + 1;
    }
    return words;
}

/// The list that a word narrows, and its value, which a quoted text may follow for; null where it narrows nothing.
QStringList *takeNarrowing(QStringView word, DocQuestion &question)
{
    for (const auto &[name, into] : { std::pair("site:"_L1, &question.sites), std::pair("owner:"_L1, &question.owners) }) {
        if (!word.startsWith(name, Qt::CaseInsensitive))
            continue;
        if (word.size() > name.size())
            into->append(word.sliced(name.size()).toString());
        return into;
    }
    return nullptr;
}

bool holdsAny(QStringView text, const QStringList &wanted)
{
    return std::ranges::any_of(wanted, [&](const QString &part) { return text.contains(part, Qt::CaseInsensitive); });
}

std::shared_ptr<const DocIndexView> readView(DocTextReader &reader, const std::shared_ptr<const DocIndexView> &last)
{
    auto view = std::make_shared<DocIndexView>();
    view->generation = reader.generation();
    for (const qint64 id : reader.segments()) {
        mirror::SegmentPtr segment;
        if (last) {
            const auto known = std::ranges::find(last->segments, id, [](const mirror::SegmentPtr &s) { return s->id(); });
            segment = known != last->segments.end() ? *known : nullptr;
        }
        if (!segment)
            segment = reader.segment(id);
        if (!segment)
            continue; // Damaged: the writer makes the index anew.
        view->sections += segment->sections();
        view->segments.push_back(std::move(segment));
    }
    std::map<QByteArray, qint32> sites;
    std::vector<std::pair<qint64, qint32>> pages; // By ascending page.
    reader.forEachPage([&](qint64 page, QByteArrayView site) {
        const auto [known, isNew] = sites.try_emplace(site.toByteArray(), qint32(view->sites.size()));
        if (isNew)
            view->sites += QString::fromUtf8(site);
        pages.emplace_back(page, known->second);
    });
    for (const mirror::SegmentPtr &segment : view->segments) {
        std::vector<qint32> &siteOfPage = view->siteOfPage.emplace_back();
        for (const SegmentView::Page &page : segment->pages()) {
            const auto known = std::ranges::lower_bound(pages, page.id, {}, &std::pair<qint64, qint32>::first);
            siteOfPage.push_back(known != pages.end() && known->first == page.id ? known->second : DocIndexView::gone);
        }
    }
    return view;
}

} // namespace

DocQuestion DocQuestion::parse(const QString &typed)
{
    DocQuestion question;
    const QStringView text = QStringView(typed).first(std::min(typed.size(), longestQuestion));
    question.lastIsOpen = !text.isEmpty() && isPartOfWord(text.back());
    bool quoted = false;
    QStringList *waiting = nullptr; ///< Its value is what is quoted next.
    for (const QStringView piece : text.split(u'"')) {
        if (quoted && waiting) {
            waiting->append(piece.toString());
        } else if (quoted) {
            if (QStringList words = wordsIn(piece); words.size() > 1)
                question.phrases += words;
            else
                question.words += words;
        } else {
            waiting = nullptr;
            for (const QStringView word : piece.split(u' ', Qt::SkipEmptyParts)) {
                waiting = takeNarrowing(word, question);
                if (!waiting)
                    question.words += wordsIn(word);
            }
            if (piece.isEmpty() || piece.back() != u':')
                waiting = nullptr;
        }
        quoted = !quoted;
    }
    return question;
}

struct DocSearch::Data {
    explicit Data(const mirror::Mirror &mirror)
        : mirror(mirror)
    {
    }
    struct Looked {
        DocCandidate candidate;
        DocTextReader::PageRow page;
        DocTextReader::SectionRow section;
    };
    /// What may still be read to find phrases.
    struct Budget {
        int sections = sectionsForPhrases;
        qsizetype units = unitsForPhrases;
        bool isSpent() const { return sections <= 0 || units <= 0; }
    };

    void refreshView(DocTextReader &reader);
    DocAnswer answer(DocTextReader &reader, const DocQuestion &question, const DocPersonal &personal, int limit, const std::stop_token &stop);
    std::vector<float> boosts(DocTextReader &reader, const DocQuestion &question, const DocPersonal &personal);
    QString siteName(DocTextReader &reader, const QString &site);
    static bool hasPhrases(DocTextReader &reader, Looked &looked, const QList<QStringList> &phrases, Budget &budget);
    DocHit hitOf(DocTextReader &reader, const Looked &looked, const DocPlaces &places);

    const mirror::Mirror &mirror;
    std::mutex mutex;
    std::shared_ptr<const DocIndexView> view;
    QHash<QString, QString> siteNames; ///< As of `view`.
};

DocSearch::DocSearch(const mirror::Mirror &mirror)
    : d(std::make_unique<Data>(mirror))
{
}

DocSearch::~DocSearch() = default;

void DocSearch::prepare()
{
    const std::lock_guard lock(d->mutex);
    std::ignore = d->mirror.readDocText([&](DocTextReader &reader) { d->refreshView(reader); });
}

domain::Result<DocAnswer> DocSearch::find(
    const DocQuestion &question, const DocPersonal &personal, int limit, std::stop_token stop)
{
    QElapsedTimer timer;
    timer.start();
    DocAnswer answer;
    if (question.isEmpty() || limit <= 0)
        return answer;
    const std::lock_guard lock(d->mutex);
    const auto read = d->mirror.readDocText(
        [&](DocTextReader &reader) { answer = d->answer(reader, question, personal, limit, stop); });
    if (!read)
        return std::unexpected(read.error());
    answer.cancelled = stop.stop_requested();
    answer.milliseconds = double(timer.nsecsElapsed()) / 1e6;
    return answer;
}

QString DocSearch::Data::siteName(DocTextReader &reader, const QString &site)
{
    const auto known = siteNames.constFind(site);
    if (known != siteNames.cend())
        return *known;
    QString name = reader.siteName(site);
    if (name.isEmpty())
        name = site.section(u'/', -1);
    siteNames.insert(site, name);
    return name;
}

/// What each site is worth; 0: not asked for.
std::vector<float> DocSearch::Data::boosts(DocTextReader &reader, const DocQuestion &question, const DocPersonal &personal)
{
    const mirror::SnapshotPtr catalog = mirror.snapshot();
    std::vector<float> boosts;
    for (const QString &site : view->sites) {
        float boost = (personal.mine.contains(site) ? mineBoost : 1) * (personal.starred.contains(site) ? starredBoost : 1);
        if (!question.sites.isEmpty() && !holdsAny(site, question.sites) && !holdsAny(siteName(reader, site), question.sites))
            boost = 0;
        if (boost > 0 && !question.owners.isEmpty()) {
            const mirror::Row row = catalog->find(site);
            if (row == mirror::noRow || !holdsAny(catalog->string(catalog->ownerId(row)), question.owners))
                boost = 0;
        }
        boosts.push_back(boost);
    }
    return boosts;
}

/// Whether all stand in one section of the page: that is the one to be shown then.
bool DocSearch::Data::hasPhrases(DocTextReader &reader, Looked &looked, const QList<QStringList> &phrases, Budget &budget)
{
    DocCandidate &candidate = looked.candidate;
    // The best first, if it can be one.
    const auto best = std::ranges::find(candidate.together, candidate.section);
    if (best != candidate.together.end())
        std::rotate(candidate.together.begin(), best, best + 1);
    for (const int section : candidate.together) {
        if (budget.isSpent())
            return false;
        looked.section = reader.section(candidate.page, section);
        --budget.sections;
        budget.units -= looked.section.text.size();
        const bool fits = std::ranges::all_of(phrases, [&](const QStringList &phrase) {
            return holdsPhrase(looked.page.title, phrase) || holdsPhrase(looked.section.heading, phrase) || holdsPhrase(looked.section.text, phrase);
        });
        if (fits) {
            candidate.section = section;
            return true;
        }
    }
    return false;
}

DocHit DocSearch::Data::hitOf(DocTextReader &reader, const Looked &looked, const DocPlaces &places)
{
    DocHit hit;
    hit.site = looked.page.site;
    hit.siteName = siteName(reader, hit.site);
    hit.path = looked.page.path;
    hit.pageTitle = looked.page.title;
    hit.anchor = looked.section.anchor;
    hit.heading = looked.section.heading;
    const DocPlaces::Snippet snippet = places.snippet(looked.section.text);
    hit.snippet = snippet.text;
    hit.snippetMarks = snippet.marks;
    hit.titleMarks = places.marksIn(hit.pageTitle);
    hit.headingMarks = places.marksIn(hit.heading);
    hit.score = double(looked.candidate.score);
    hit.match = looked.candidate.match;
    hit.allWords = looked.candidate.allWords;
    return hit;
}

void DocSearch::Data::refreshView(DocTextReader &reader)
{
    if (view && view->generation == reader.generation())
        return;
    view = readView(reader, view);
    siteNames.clear();
}

DocAnswer DocSearch::Data::answer(
    DocTextReader &reader, const DocQuestion &question, const DocPersonal &personal, int limit, const std::stop_token &stop)
{
    DocAnswer answer;
    answer.complete = reader.isCaughtUp();
    refreshView(reader);
    std::vector<DocWord> words = docWordsOf(question);
    std::vector<DocExpansion> expansions;
    for (const DocWord &word : words) {
        expansions.push_back(expand(word, view->segments, stop));
        answer.withTypos |= expansions.back().isTypo;
    }
    if (stop.stop_requested() || words.empty())
        return answer;
    std::map<std::pair<qint64, int>, QByteArray> chunks;
    const DocPostings read = [&](const SegmentView &segment, SegmentView::Place place) {
        auto [chunk, isNew] = chunks.try_emplace({ segment.id(), place.chunk });
        if (isNew)
            chunk->second = reader.chunk(segment.id(), place.chunk);
        return chunk->second;
    };
    const bool withPhrases = !question.phrases.isEmpty();
    const size_t wanted = std::max(size_t(limit), lookedAt);
    const size_t looks = withPhrases ? std::max(wanted, lookedAtForPhrases) : wanted;
    const DocRanking ranking = rank(*view, words, expansions, boosts(reader, question, personal), read,
        looks, phraseWordsOf(question), stop);
    answer.total = ranking.total;
    const DocPlaces places(words, expansions);
    std::vector<Looked> looked;
    Budget budget;
    size_t seen = 0;
    QSet<QString> known; // Several connections may have one site.
    for (const DocCandidate &candidate : ranking.best) {
        if (stop.stop_requested())
            return answer;
        if (withPhrases && (budget.isSpent() || looked.size() >= wanted))
            break;
        ++seen;
        Looked look { candidate, reader.page(candidate.page), {} };
        const QString key = domain::docKey(look.page.site, look.page.path);
        if (known.contains(key) || (withPhrases && !hasPhrases(reader, look, question.phrases, budget)))
            continue;
        if (!withPhrases)
            look.section = reader.section(candidate.page, candidate.section);
        known.insert(key);
        if (looked.size() < lookedAt) {
            const float close = std::max(DocPlaces::closeness(places.in(look.section.text, unitsLookedAt)),
                std::max(DocPlaces::closeness(places.in(look.section.heading, unitsLookedAt)),
                    DocPlaces::closeness(places.in(look.page.title, unitsLookedAt))));
            look.candidate.score *= 1 + closeTogether * close;
        }
        look.candidate.score *= 1 + recentBoost * float(personal.recent.value(key)) / 255;
        looked.push_back(std::move(look));
    }
    if (withPhrases) {
        answer.total = int(looked.size());
        answer.totalIsLeast = seen < ranking.best.size() || ranking.best.size() >= looks || budget.isSpent();
    }
    std::ranges::stable_sort(looked, std::greater<> {}, [](const Looked &look) { return look.candidate.score; });
    looked.resize(std::min(looked.size(), size_t(limit)));
    for (const Looked &look : looked)
        answer.hits.push_back(hitOf(reader, look, places));
    return answer;
}

} // namespace callboard::search
