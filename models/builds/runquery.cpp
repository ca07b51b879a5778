// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/builds/runquery.h"

#include <algorithm>
#include <array>

namespace callboard::builds {

using namespace Qt::StringLiterals;
using Key = RunTerm::Key;

namespace {

constexpr std::array keyNames { std::pair { "state"_L1, Key::State }, std::pair { "branch"_L1, Key::Branch },
    std::pair { "owner"_L1, Key::Owner }, std::pair { "service"_L1, Key::Service }, std::pair { "entity"_L1, Key::Service },
    std::pair { "pipeline"_L1, Key::Pipeline }, std::pair { "project"_L1, Key::Project }, std::pair { "by"_L1, Key::By },
    std::pair { "trigger"_L1, Key::Trigger }, std::pair { "commit"_L1, Key::Commit }, std::pair { "pr"_L1, Key::PullRequest },
    std::pair { "is"_L1, Key::Is } };
constexpr std::array isNames { "default"_L1, "pr"_L1, "broken"_L1, "active"_L1, "flaky"_L1, "mine"_L1 };

std::vector<QString> wordsOf(QStringView text)
{
    std::vector<QString> words;
    QString word;
    bool quoted = false;
    for (const QChar c : text) {
        if (c == u'"') {
            quoted = !quoted;
        } else if (c.isSpace() && !quoted) {
            if (!word.isEmpty())
                words.push_back(std::exchange(word, {}));
        } else {
            word += c;
        }
    }
    if (!word.isEmpty())
        words.push_back(word);
    return words;
}

bool contains(QStringView text, const QString &value) { return text.contains(value, Qt::CaseInsensitive); }
bool equals(QStringView text, const QString &value) { return text.compare(value, Qt::CaseInsensitive) == 0; }

/// Of these candidates, those that are one of the values, or else hold one.
template<typename TextOf>
std::vector<quint8> chosen(size_t count, const QStringList &values, TextOf textOf)
{
    std::vector<quint8> marked(count, 0);
    for (const QString &value : values) {
        bool exact = false;
        for (size_t i = 0; i < count; ++i) {
            if (equals(textOf(i), value)) {
                exact = true;
                marked[i] = 1;
            }
        }
        for (size_t i = 0; i < count && !exact; ++i)
            marked[i] |= quint8(contains(textOf(i), value));
    }
    return marked;
}

class Filtering final {
public:
    Filtering(const RunEstate &estate)
        : m_estate(estate)
        , m_index(*estate.index())
        , m_shown(m_index.size(), 1)
    {
    }

    std::vector<quint8> run(const RunQuestion &question)
    {
        if (question.scope == RunQuestion::Scope::Mine)
            bySet(false, [&](quint32 set) { return m_estate.isMine(set); });
        else if (question.scope == RunQuestion::Scope::Entity)
            byEntity(false, entitiesOf(question.entity));
        for (const RunTerm &term : parseRunQuery(question.text)) {
            if (!term.values.isEmpty())
                apply(term);
        }
        return std::move(m_shown);
    }

private:
    template<typename Test>
    void byRow(bool negated, Test test)
    {
        for (RunRow row = 0; row < m_index.size(); ++row) {
            if (m_shown[row])
                m_shown[row] = quint8(bool(test(row)) != negated);
        }
    }

    template<typename Test>
    void bySet(bool negated, Test test)
    {
        std::vector<quint8> holds(m_index.setCount());
        for (quint32 set = 0; set < holds.size(); ++set)
            holds[set] = quint8(test(set));
        byRow(negated, [&](RunRow row) { return holds[m_index.brief(row).entities]; });
    }

    void byEntity(bool negated, const std::vector<quint8> &entities)
    {
        bySet(negated, [&](quint32 set) {
            return std::ranges::any_of(m_index.set(set), [&](quint32 entity) { return entities[entity] != 0; });
        });
    }

    std::vector<quint8> entitiesOf(const QString &ref) const
    {
        const bool owns = ref.startsWith("group:"_L1) || ref.startsWith("user:"_L1);
        std::vector<quint8> marked(m_index.entities().size());
        for (quint32 entity = 0; entity < marked.size(); ++entity)
            marked[entity] = quint8(m_index.text(m_index.entities()[entity]) == ref || (owns && m_estate.facts(entity).owner == ref));
        return marked;
    }

    void byColumn(const RunTerm &term, RunIndex::Column column)
    {
        const auto values = m_index.valuesOf(column);
        const auto which = chosen(values.size(), term.values, [&](size_t i) { return m_index.text(values[i]); });
        std::vector<quint8> marked(m_index.stringCount() + 1, 0);
        for (size_t i = 0; i < values.size(); ++i)
            marked[values[i]] = which[i];
        if (column == RunIndex::Column::Actor)
            return byRow(term.negated, [&](RunRow row) { return marked[m_index.brief(row).actor]; });
        if (column == RunIndex::Column::Trigger)
            return byRow(term.negated, [&](RunRow row) { return marked[m_index.run(row).trigger]; });
        byLine(term.negated, [&](const RunIndex::Line &line) { return marked[RunIndex::valueOf(line, column)]; });
    }

    /// Commits that begin so, by string id. Each is looked at once, however many runs it has.
    std::vector<quint8> commitsThatBegin(const QStringList &beginnings) const
    {
        std::vector<quint8> marked(m_index.stringCount() + 1, 0);
        for (const StringId commit : m_index.valuesOf(RunIndex::Column::Commit)) {
            const QStringView text = m_index.text(commit);
            marked[commit] = quint8(std::ranges::any_of(beginnings, [&](const QString &value) { return text.startsWith(value, Qt::CaseInsensitive); }));
        }
        return marked;
    }

    template<typename Test>
    std::vector<quint8> linesThat(Test test) const
    {
        std::vector<quint8> lines(m_index.lineCount());
        for (quint32 line = 0; line < lines.size(); ++line)
            lines[line] = quint8(bool(test(m_index.lineFacts(line))));
        return lines;
    }

    template<typename Test>
    void byLine(bool negated, Test test)
    {
        const auto lines = linesThat(test);
        byRow(negated, [&](RunRow row) { return lines[m_index.brief(row).line]; });
    }

    void byWord(const RunTerm &term)
    {
        const QString &word = term.values.first();
        const std::vector<quint8> texts = m_index.textsWith(word);
        std::vector<quint8> sets(m_index.setCount(), 0);
        for (quint32 set = 0; set < sets.size(); ++set) {
            for (const quint32 entity : m_index.set(set))
                sets[set] |= quint8(texts[m_index.entities()[entity]] || contains(m_estate.facts(entity).name, word));
        }
        bool isNumber = false;
        const qint64 number = QStringView(word).sliced(word.startsWith(u'#') ? 1 : 0).toLongLong(&isNumber);
        const bool isCommit = word.size() >= 4 && std::ranges::all_of(word, [](QChar c) {
            return (c >= u'0' && c <= u'9') || (c.toLower() >= u'a' && c.toLower() <= u'f');
        });
        const auto commits = isCommit ? commitsThatBegin({ word }) : std::vector<quint8>();
        const auto lines = linesThat([&](const RunIndex::Line &line) { return texts[line.branch] | texts[line.pipeline] | texts[line.project]; });
        byRow(term.negated, [&](RunRow row) {
            const RunIndex::Brief &run = m_index.brief(row);
            return (texts[run.title] | lines[run.line] | texts[run.actor] | sets[run.entities])
                || (isNumber && m_index.number(row) == number)
                || (isCommit && commits[m_index.run(row).commit]);
        });
    }

    void byState(const RunTerm &term)
    {
        std::array<quint8, size_t(BuildState::Skipped) + 1> wanted {};
        for (size_t state = 0; state < wanted.size(); ++state) {
            const QString name = domain::buildStateName(BuildState(state));
            wanted[state] = quint8(std::ranges::any_of(term.values, [&](const QString &value) { return name.startsWith(value, Qt::CaseInsensitive); }));
        }
        byRow(term.negated, [&](RunRow row) { return wanted[size_t(m_index.state(row))]; });
    }

    void byIs(const RunTerm &term)
    {
        const auto asks = [&](QLatin1StringView what) { return term.values.contains(what); };
        const bool isDefault = asks("default"_L1), isBrokenAsked = asks("broken"_L1), isActive = asks("active"_L1), isMine = asks("mine"_L1),
                   isFlaky = asks("flaky"_L1), isRequest = asks("pr"_L1);
        byRow(term.negated, [&](RunRow row) {
            const RunIndex::Brief &run = m_index.brief(row);
            return (isDefault && run.isDefaultBranch) || (isBrokenAsked && isBroken(run.state))
                || (isActive && !domain::isFinished(run.state) && run.state != BuildState::Unknown) || (isMine && m_estate.isMine(run.entities))
                || (isFlaky && m_estate.flakiness().isFlaky(row)) || (isRequest && m_index.lineFacts(run.line).pullRequest != 0);
        });
    }

    void apply(const RunTerm &term)
    {
        switch (term.key) {
        case Key::Word: return byWord(term);
        case Key::State: return byState(term);
        case Key::Branch: return byColumn(term, RunIndex::Column::Branch);
        case Key::Pipeline: return byColumn(term, RunIndex::Column::Pipeline);
        case Key::Project: return byColumn(term, RunIndex::Column::Project);
        case Key::By: return byColumn(term, RunIndex::Column::Actor);
        case Key::Trigger: return byColumn(term, RunIndex::Column::Trigger);
        case Key::PullRequest: return byColumn(term, RunIndex::Column::PullRequest);
        case Key::Is: return byIs(term);
        case Key::Owner:
            return byEntity(term.negated, chosen(m_index.entities().size(), term.values, [&](size_t i) {
                const EntityFacts &facts = m_estate.facts(quint32(i));
                return QStringView(facts.owner).sliced(facts.owner.lastIndexOf(u'/') + 1);
            }));
        case Key::Service:
            return byEntity(term.negated, chosen(m_index.entities().size(), term.values, [&](size_t i) {
                const QStringView ref = m_index.text(m_index.entities()[i]);
                return ref.sliced(ref.lastIndexOf(u'/') + 1);
            }));
        case Key::Commit: {
            const auto commits = commitsThatBegin(term.values);
            return byRow(term.negated, [&](RunRow row) { return commits[m_index.run(row).commit]; });
        }
        }
    }

    const RunEstate &m_estate;
    const RunIndex &m_index;
    std::vector<quint8> m_shown;
};

} // namespace

RunEstate::RunEstate(RunIndexPtr index, const std::function<EntityFacts(const QString &ref)> &factsOf, FlakinessPtr flakiness)
    : m_index(std::move(index))
    , m_flakiness(flakiness ? std::move(flakiness) : std::make_shared<const Flakiness>(*m_index, std::span<const JobOutcomes>()))
{
    for (const StringId entity : m_index->entities())
        m_facts.push_back(factsOf(m_index->text(entity).toString()));
    for (quint32 set = 0; set < m_index->setCount(); ++set)
        m_mineSets.push_back(std::ranges::any_of(m_index->set(set), [this](quint32 entity) { return m_facts[entity].mine; }));
}

std::vector<RunTerm> parseRunQuery(QStringView text)
{
    std::vector<RunTerm> terms;
    for (QString &word : wordsOf(text)) {
        RunTerm term;
        term.negated = word.size() > 1 && word.startsWith(u'-');
        const QString rest = term.negated ? word.sliced(1) : word;
        const qsizetype colon = rest.indexOf(u':');
        const auto known = std::ranges::find_if(keyNames, [&](const auto &key) { return colon > 0 && QStringView(rest).first(colon).compare(key.first, Qt::CaseInsensitive) == 0; });
        if (known != keyNames.end()) {
            term.key = known->second;
            term.values = rest.sliced(colon + 1).split(u',', Qt::SkipEmptyParts);
            if (term.key == Key::Is)
                term.values.removeIf([](const QString &value) { return std::ranges::find(isNames, value) == isNames.end(); });
        } else {
            term.values = QStringList { rest };
        }
        terms.push_back(std::move(term));
    }
    return terms;
}

QStringList runQueryWords()
{
    QStringList words;
    for (const auto &[name, key] : keyNames) {
        if (key != Key::Is && key != Key::State)
            words.append(name + u':');
    }
    for (const QLatin1StringView name : isNames)
        words.append(u"is:"_s + name);
    for (size_t state = 0; state <= size_t(BuildState::Skipped); ++state)
        words.append(u"state:"_s + domain::buildStateName(BuildState(state)));
    return words;
}

std::vector<quint8> filterRuns(const RunEstate &estate, const RunQuestion &question)
{
    if (!estate.index())
        return {};
    return Filtering(estate).run(question);
}

} // namespace callboard::builds
