// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/search/completion.h"
#include "models/search/palette.h"
#include "tests/bench/areas.h"

using namespace Qt::StringLiterals;

namespace callboard::bench {

namespace {

constexpr double matchBudget = 4;
constexpr double workerBudget = 100;

} // namespace

QStringList typedTexts(const search::CatalogIndex &index)
{
    QStringList texts { u"ledger api"_s, u"payment service"_s, u"team"_s, u"data pipeline"_s, u"qqqzz"_s };
    for (const search::Row row : { index.size() / 3, index.size() / 2, index.size() - 1 }) {
        const QString name = index.snapshot().name(row).toString();
        texts.append(name);
        // As one types who knows the name: the beginnings of its words.
        QString beginnings;
        for (const QString &part : name.split(u'-'))
            beginnings += part.left(2);
        texts.append(beginnings);
        texts.append(name.section(u'-', -1) + u' ' + name.section(u'-', 0, 0));
        QString typo = name;
        if (typo.size() > 5)
            std::swap(typo[3], typo[4]);
        texts.append(typo);
    }
    return texts;
}

void benchIndex(const mirror::SnapshotPtr &snapshot, int rounds, Report &report)
{
    Samples build;
    Samples order;
    for (int round = 0; round < rounds; ++round) {
        search::IndexPtr index;
        build.add(measured([&] { index = search::CatalogIndex::build(snapshot); }));
        order.add(measured([&] { index->nameRanks(); }));
    }
    report.samples(u"index: build (worker)"_s, snapshot->size(), build);
    report.samples(u"index: order by name (worker)"_s, snapshot->size(), order);
}

void benchPalette(const search::IndexPtr &index, int rounds, Report &report)
{
    const double budget = index->size() > guiLimit ? workerBudget : matchBudget;
    search::PaletteSearch palette;
    std::vector<search::PaletteAction> actions;
    for (int i = 0; i < 200; ++i)
        actions.push_back({ u"a%1"_s.arg(i), u"Do something with pane %1"_s.arg(i), {}, u"What it does, in a sentence"_s, {}, true });
    palette.setActions(std::move(actions));
    search::Personal personal;
    personal.marks.assign(index->size(), 0);
    personal.recency.assign(index->size(), 0);
    for (search::Row row = 0; row < index->size(); row += 97)
        personal.marks[row] = search::Personal::Mine;
    Samples key;
    Samples fresh;
    Samples highlight;
    for (int round = 0; round < rounds; ++round) {
        for (const QString &text : typedTexts(*index)) {
            for (qsizetype length = 1; length <= text.size(); ++length) {
                search::PaletteAnswer answer;
                const search::PaletteInput input = search::PaletteInput::parse(text.first(length));
                key.add(measured([&] { answer = palette.run(index, input, &personal); }));
                highlight.add(measured([&] {
                    for (const search::PaletteSection &section : answer.sections) {
                        for (const search::PaletteHit &hit : section.hits) {
                            if (hit.row != search::noRow)
                                search::highlights(answer.words, index->snapshot().displayName(hit.row), search::Looseness::Scattered, answer.withTypos);
                        }
                    }
                }));
            }
            search::PaletteSearch cold;
            fresh.add(measured([&] { cold.run(index, search::PaletteInput::parse(text), &personal); }));
        }
    }
    report.samples(u"palette: match per key"_s, index->size(), key, budget);
    report.samples(u"palette: match of a pasted text"_s, index->size(), fresh, budget);
    report.samples(u"palette: highlights of what is seen"_s, index->size(), highlight, 1);
    Samples completion;
    for (const QString &text : { u"ow"_s, u"owner:te"_s, u"tag:j"_s, u"kind:c"_s, u"rel:d"_s })
        completion.add(measured([&] { search::completions(text, text.size(), *index); }));
    report.samples(u"filter box: completions"_s, index->size(), completion);
}

} // namespace callboard::bench
