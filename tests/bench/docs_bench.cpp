// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/docs.h"
#include "models/domain/processmemory.h"
#include "models/mirror/mirror.h"
#include "models/search/docsearch.h"
#include "tests/bench/figures.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

#include <cmath>
#include <random>

using namespace Qt::StringLiterals;
using namespace callboard;

namespace {

constexpr int words = 40'000;
constexpr int pagesPerSite = 100;
constexpr double smallBudget = 8;
constexpr double largeBudget = 25;

/// Words as often as words are: the n-th most frequent one nth as often as the first (G. K. Zipf). Each is made of syllables, so that
/// words share beginnings and insides as those of a language do.
class Language {
public:
    Language()
    {
        std::mt19937 random(11);
        static const QStringList syllables = u"re con de in pro ta ser vi ce na tion lo ad mi gra fi ca ble tor ing ed er ly ment port da ba se que ue sto ra ge net wo rk cli ent api ser ver con fig ure ti me out pay led ger"_s.split(u' ');
        for (int i = 0; i < words; ++i) {
            QString word;
            const int length = 1 + int(random() % 2) + (i > 100) + (i > 3000);
            for (int j = 0; j < length; ++j)
                word += syllables[qsizetype(random() % size_t(syllables.size()))];
            if (i % 9 == 4)
                word += u'-' + syllables[qsizetype(random() % size_t(syllables.size()))] + u"er"_s;
            if (i % 23 == 7)
                word = word.toUpper() + u"_TIMEOUT"_s;
            m_words += word;
            m_sums.push_back((m_sums.empty() ? 0 : m_sums.back()) + 1.0 / (i + 1));
        }
    }
    const QString &word(double part) const
    {
        const auto at = std::lower_bound(m_sums.begin(), m_sums.end(), part * m_sums.back());
        return m_words[std::min<qsizetype>(at - m_sums.begin(), words - 1)];
    }
    const QString &rank(int rank) const { return m_words[rank]; }
    QString sentence(std::mt19937 &random, int length) const
    {
        QStringList sentence;
        for (int i = 0; i < length; ++i)
            sentence += word(double(random()) / double(std::mt19937::max()));
        return sentence.join(u' ');
    }

private:
    QStringList m_words;
    std::vector<double> m_sums;
};

domain::DocPage makePage(const Language &language, quint32 number)
{
    std::mt19937 random(number);
    domain::DocPage page;
    page.site = u"component:default/site-%1"_s.arg(number / pagesPerSite);
    page.path = u"page-%1/"_s.arg(number);
    page.title = language.sentence(random, 3);
    const auto add = [&](domain::Block::Kind kind, const QString &text) {
        domain::Block block;
        block.kind = kind;
        block.runs.resize(1);
        block.runs.front().text = text;
        if (kind == domain::Block::Kind::Heading) {
            block.level = 2;
            block.id = QString(text).replace(u' ', u'-');
        }
        page.document.blocks.push_back(std::move(block));
    };
    add(domain::Block::Kind::Paragraph, language.sentence(random, 60));
    for (quint32 section = 0; section < 3 + number % 6; ++section) {
        add(domain::Block::Kind::Heading, language.sentence(random, 3));
        for (int paragraph = 0; paragraph < 2; ++paragraph)
            add(domain::Block::Kind::Paragraph, language.sentence(random, 45));
    }
    return page;
}

struct Asked {
    QString operation;
    QStringList typed;
};

std::vector<Asked> questions(const Language &language)
{
    const auto typo = [](QString word) {
        if (word.size() > 5)
            std::swap(word[2], word[3]);
        return word;
    };
    std::vector<Asked> asked { { u"docs: common word"_s, {} }, { u"docs: rare word"_s, {} }, { u"docs: three words"_s, {} },
        { u"docs: letter by letter"_s, {} }, { u"docs: inside of a word"_s, {} }, { u"docs: slip"_s, {} }, { u"docs: phrase"_s, {} } };
    for (int i = 0; i < 20; ++i) {
        const QString common = language.rank(i);
        const QString middle = language.rank(300 + i * 37);
        const QString rare = language.rank(9000 + i * 113);
        asked[0].typed += common;
        asked[1].typed += rare;
        asked[2].typed += common + u' ' + middle + u' ' + language.rank(2000 + i * 59);
        for (qsizetype length = 1; length <= middle.size(); ++length)
            asked[3].typed += middle.first(length);
        asked[4].typed += rare.sliced(1, rare.size() - 2);
        asked[5].typed += typo(language.rank(1000 + i * 71));
        asked[6].typed += u"\"%1 %2\""_s.arg(language.rank(i), language.rank(i + 3));
    }
    return asked;
}

void fill(mirror::Mirror &mirror, const Language &language, quint32 pages, bench::Report &report)
{
    report.value(u"docs: pull and index beside it"_s, pages, u"ms"_s, bench::milliseconds([&] {
        auto pull = mirror.beginPull(u"bench"_s, u"docs"_s, {});
        for (quint32 i = 0; i < pages; ++i)
            (*pull)->put(makePage(language, i).toRecord());
        std::ignore = (*pull)->complete();
    }));
    const double indexing = bench::milliseconds([&] { std::ignore = mirror.finishIndexing(); });
    report.value(u"docs: indexing after it"_s, pages, u"ms"_s, indexing);
    report.value(u"docs: pages indexed a second, when alone"_s, pages, u"per_second"_s, pages * 1e3 / std::max(1.0, indexing));
}

/// In a folder of its own, or in `kept`, which is filled only where it has no mirror yet.
void run(quint32 pages, int rounds, const QString &kept, bench::Report &report)
{
    const Language language;
    const QTemporaryDir own;
    const QDir folder(kept.isEmpty() ? own.path() : kept);
    const bool isFilled = folder.exists(u"mirror.sqlite"_s);
    auto opened = mirror::Mirror::open(folder.path(), {});
    if (!opened)
        qFatal("%s", qUtf8Printable(opened.error().detail));
    mirror::Mirror &mirror = **opened;
    if (!isFilled)
        fill(mirror, language, pages, report);
    const double before = domain::proportionalMegabytes();
    search::DocSearch search(mirror);
    bench::Samples first;
    first.add(bench::measured([&] { std::ignore = search.find(search::DocQuestion::parse(language.rank(50))); }));
    report.samples(u"docs: first question, which reads the vocabulary"_s, pages, first);
    bench::Samples all;
    for (const Asked &asked : questions(language)) {
        bench::Samples samples;
        for (int round = 0; round < rounds; ++round) {
            for (const QString &typed : asked.typed) {
                const auto cost = bench::measured([&] { std::ignore = search.find(search::DocQuestion::parse(typed)); });
                samples.add(cost);
                all.add(cost);
            }
        }
        report.samples(asked.operation, pages, samples);
    }
    report.samples(u"docs: all questions"_s, pages, all, pages <= 1000 ? smallBudget : largeBudget);
    report.value(u"docs: memory of searching"_s, pages, u"mb"_s, domain::proportionalMegabytes() - before);
    report.value(u"docs: file"_s, pages, u"mb"_s, double(QFileInfo(folder.filePath(u"mirror.sqlite"_s)).size()) / 1e6);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Times search in made-up documentation; one JSON line each."_s);
    parser.addHelpOption();
    const QCommandLineOption sizes(u"sizes"_s, u"Pages, comma separated."_s, u"list"_s, u"1000,50000"_s);
    const QCommandLineOption rounds(u"rounds"_s, u"How often each question is asked."_s, u"n"_s, u"5"_s);
    const QCommandLineOption strict(u"strict"_s, u"Exit 1 when a budget is not met."_s);
    const QCommandLineOption keep(u"keep"_s, u"Search in the mirror of this folder, which is filled with the first size where it is empty."_s, u"folder"_s);
    parser.addOptions({ sizes, rounds, keep, strict });
    parser.process(application);
    bench::Report report;
    QStringList list = parser.value(sizes).split(u',');
    if (parser.isSet(keep))
        list.resize(1);
    for (const QString &size : std::as_const(list))
        run(size.toUInt(), parser.value(rounds).toInt(), parser.value(keep), report);
    return parser.isSet(strict) && !report.allMet() ? 1 : 0;
}
