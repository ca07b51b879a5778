// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/linediff.h"

#include <QHash>

#include <algorithm>
#include <span>

namespace callboard::domain {

using namespace Qt::StringLiterals;

namespace {

/// So many changes in a row are searched for the fewest; then the best way so far is taken and the search begins anew.
constexpr int mostCost = 256;
/// Longer lines (a minified document) are one word.
constexpr qsizetype longestMarked = 2000;
/// Characters of one comparison that are compared word by word; what comes after them is marked by the line.
constexpr qsizetype mostMarked = 400'000;
/// Lines that share less than this part of their characters are not the same line changed.
constexpr double leastShared = 0.4;

enum class Step : char { Same, Removed, Added };

/// Steps from one sequence of symbols to the other. Greedy Myers from the front, in rounds of at most `mostCost` changes.
class Myers final {
public:
    Myers(std::span<const int> before, std::span<const int> after)
        : m_a(before)
        , m_b(after)
    {
    }

    std::vector<Step> run()
    {
        size_t x = 0, y = 0;
        size_t tail = 0;
        while (x < m_a.size() && x < m_b.size() && m_a[x] == m_b[x])
            ++x;
        y = x;
        m_steps.assign(x, Step::Same);
        while (tail < m_a.size() - x && tail < m_b.size() - y && m_a[m_a.size() - 1 - tail] == m_b[m_b.size() - 1 - tail])
            ++tail;
        m_endA = m_a.size() - tail;
        m_endB = m_b.size() - tail;
        while (x < m_endA || y < m_endB)
            round(x, y);
        m_steps.insert(m_steps.end(), tail, Step::Same);
        return std::move(m_steps);
    }

private:
    // Coordinates of a round count from its beginning; diagonal k has x - y == k.
    void round(size_t &x0, size_t &y0)
    {
        const int n = int(m_endA - x0);
        const int m = int(m_endB - y0);
        if (n == 0 || m == 0) {
            m_steps.insert(m_steps.end(), size_t(n), Step::Removed);
            m_steps.insert(m_steps.end(), size_t(m), Step::Added);
            x0 = m_endA;
            y0 = m_endB;
            return;
        }
        const int most = std::min(n + m, mostCost);
        m_furthest.assign(size_t(2 * most + 3), 0);
        m_trace.clear();
        const auto at = [&](int k) -> int & { return m_furthest[size_t(k + most + 1)]; };
        int d = 0, k = 0;
        for (;; ++d) {
            m_trace.push_back(m_furthest);
            for (k = -d; k <= d; k += 2) {
                int x = k == -d || (k != d && at(k - 1) < at(k + 1)) ? at(k + 1) : at(k - 1) + 1;
                int y = x - k;
                while (x < n && y >= 0 && y < m && m_a[x0 + size_t(x)] == m_b[y0 + size_t(y)]) {
                    ++x;
                    ++y;
                }
                at(k) = x;
                if (x >= n && y >= m) {
                    walkBack(d, k, most, x0, y0);
                    return;
                }
            }
            if (d == most)
                break;
        }
        walkBack(d, bestDiagonal(d, most, n, m), most, x0, y0);
    }

    /// Where most of both texts has been passed, of what lies within them.
    int bestDiagonal(int d, int most, int n, int m) const
    {
        int best = 0, bestSum = -1;
        for (int k = -d; k <= d; k += 2) {
            const int x = m_furthest[size_t(k + most + 1)];
            const int y = x - k;
            if (x >= 0 && x <= n && y >= 0 && y <= m && x + y > bestSum) {
                bestSum = x + y;
                best = k;
            }
        }
        return best;
    }

    void walkBack(int d, int k, int most, size_t &x0, size_t &y0)
    {
        int x = m_furthest[size_t(k + most + 1)];
        const int endX = x, endY = x - k;
        std::vector<Step> back;
        for (; d > 0; --d) {
            const std::vector<int> &before = m_trace[size_t(d)];
            const auto at = [&](int diagonal) { return before[size_t(diagonal + most + 1)]; };
            const bool down = k == -d || (k != d && at(k - 1) < at(k + 1));
            const int from = down ? k + 1 : k - 1;
            const int fromX = at(from);
            back.insert(back.end(), size_t(x - (down ? fromX : fromX + 1)), Step::Same);
            back.push_back(down ? Step::Added : Step::Removed);
            x = fromX;
            k = from;
        }
        back.insert(back.end(), size_t(x), Step::Same);
        m_steps.insert(m_steps.end(), back.rbegin(), back.rend());
        x0 += size_t(endX);
        y0 += size_t(endY);
    }

    std::span<const int> m_a, m_b;
    size_t m_endA = 0, m_endB = 0;
    std::vector<int> m_furthest;
    std::vector<std::vector<int>> m_trace; ///< What was furthest before each number of changes.
    std::vector<Step> m_steps;
};

/// Equal texts, equal numbers.
template<typename Text>
std::vector<int> numbered(const QList<Text> &texts, QHash<Text, int> &known)
{
    std::vector<int> numbers;
    numbers.reserve(size_t(texts.size()));
    for (const Text &text : texts) {
        auto number = known.constFind(text);
        if (number == known.cend())
            number = known.insert(text, int(known.size()));
        numbers.push_back(*number);
    }
    return numbers;
}

template<typename Text>
std::vector<Step> steps(const QList<Text> &before, const QList<Text> &after)
{
    QHash<Text, int> known;
    const std::vector<int> a = numbered(before, known);
    const std::vector<int> b = numbered(after, known);
    return Myers(a, b).run();
}

QStringList linesOf(const QString &text)
{
    QStringList lines = text.split(u'\n');
    if (lines.back().isEmpty())
        lines.removeLast(); // A line ends with its break.
    return lines;
}

/// Runs of letters and digits, runs of spaces, and every other character by itself.
QList<QStringView> wordsOf(QStringView line)
{
    const auto sort = [](QChar c) { return c.isLetterOrNumber() || c == u'_' || c.isSurrogate() ? 1 : c.isSpace() ? 2 : 0; };
    QList<QStringView> words;
    for (qsizetype begin = 0; begin < line.size();) {
        qsizetype end = begin + 1;
        while (end < line.size() && sort(line[begin]) != 0 && sort(line[end]) == sort(line[begin]))
            ++end;
        words.append(line.sliced(begin, end - begin));
        begin = end;
    }
    return words;
}

void extend(std::vector<TextSpan> &spans, qsizetype begin, qsizetype length)
{
    if (!spans.empty() && spans.back().begin + spans.back().length == begin)
        spans.back().length += length;
    else
        spans.push_back({ begin, length });
}

/// Marks what differs in two lines; false when they have too little in common to be one line changed.
bool markWords(DiffLine &removed, DiffLine &added)
{
    if (std::max(removed.text.size(), added.text.size()) > longestMarked)
        return false;
    const QList<QStringView> before = wordsOf(removed.text);
    const QList<QStringView> after = wordsOf(added.text);
    std::vector<TextSpan> gone, come;
    qsizetype a = 0, b = 0, i = 0, j = 0, shared = 0;
    for (const Step step : steps(before, after)) {
        if (step == Step::Same) {
            shared += before[i].trimmed().size();
            a += before[i++].size();
            b += after[j++].size();
        } else if (step == Step::Removed) {
            extend(gone, a, before[i].size());
            a += before[i++].size();
        } else {
            extend(come, b, after[j].size());
            b += after[j++].size();
        }
    }
    const auto least = double(std::min(removed.text.trimmed().size(), added.text.trimmed().size()));
    if (double(shared) < least * leastShared)
        return false;
    removed.marks = std::move(gone);
    added.marks = std::move(come);
    return true;
}

QString range(int begin, int count)
{
    // An empty range names the line before it.
    return QString::number(count == 0 ? begin : begin + 1) + u',' + QString::number(count);
}

} // namespace

LineDiff LineDiff::of(const QString &before, const QString &after)
{
    const QStringList a = linesOf(before);
    const QStringList b = linesOf(after);
    LineDiff diff;
    std::vector<DiffLine> added; // Of the block at hand: what goes is shown before what comes.
    const auto endBlock = [&] {
        diff.m_lines.insert(diff.m_lines.end(), std::make_move_iterator(added.begin()), std::make_move_iterator(added.end()));
        added.clear();
    };
    int i = 0, j = 0;
    for (const Step step : steps(a, b)) {
        if (step == Step::Same) {
            endBlock();
            diff.m_lines.push_back({ DiffLine::Op::Same, i, j, -1, a[i], {} });
            ++i;
            ++j;
            continue;
        }
        if (diff.m_hunks.empty() || diff.m_hunks.back().first + diff.m_hunks.back().count != int(diff.m_lines.size() + added.size()))
            diff.m_hunks.push_back({ int(diff.m_lines.size() + added.size()), 0 });
        ++diff.m_hunks.back().count;
        if (step == Step::Removed) {
            diff.m_lines.push_back({ DiffLine::Op::Removed, i, -1, -1, a[i], {} });
            ++i;
            ++diff.m_removed;
        } else {
            added.push_back({ DiffLine::Op::Added, -1, j, -1, b[j], {} });
            ++j;
            ++diff.m_added;
        }
    }
    endBlock();
    qsizetype left = mostMarked;
    for (const DiffHunk &hunk : diff.m_hunks)
        diff.addMarks(hunk, left);
    return diff;
}

/// Each removed line has become the added one at its place in the block, where they have enough in common.
void LineDiff::addMarks(const DiffHunk &hunk, qsizetype &left)
{
    const auto first = m_lines.begin() + hunk.first;
    const auto end = first + hunk.count;
    const auto middle = std::find_if(first, end, [](const DiffLine &line) { return line.op == DiffLine::Op::Added; });
    auto to = middle;
    for (auto from = first; from != middle && left > 0; ++from) {
        // A line may have been put in before its partner.
        const auto last = to + std::min<qsizetype>(end - to, 4);
        const auto found = std::find_if(to, last, [&](DiffLine &line) {
            left -= from->text.size() + line.text.size();
            return markWords(*from, line);
        });
        if (found == last)
            continue;
        from->partner = int(found - m_lines.begin());
        found->partner = int(from - m_lines.begin());
        to = found + 1;
    }
}

std::vector<std::pair<int, int>> LineDiff::sideBySide() const
{
    std::vector<std::pair<int, int>> rows;
    size_t hunk = 0;
    for (int i = 0; i < int(m_lines.size());) {
        if (hunk == m_hunks.size() || i < m_hunks[hunk].first) {
            rows.emplace_back(i, i);
            ++i;
            continue;
        }
        const int end = i + m_hunks[hunk++].count;
        int right = i;
        while (right < end && m_lines[size_t(right)].op == DiffLine::Op::Removed)
            ++right;
        const int middle = right;
        for (int left = i; left < middle; ++left) {
            const int partner = m_lines[size_t(left)].partner;
            for (; partner >= 0 && right < partner; ++right)
                rows.emplace_back(-1, right);
            // Lines without a partner share a row as long as both sides have such.
            const bool both = partner >= 0 || (right < end && m_lines[size_t(right)].partner < 0);
            rows.emplace_back(left, both ? right++ : -1);
        }
        for (; right < end; ++right)
            rows.emplace_back(-1, right);
        i = end;
    }
    return rows;
}

QStringList LineDiff::appliedTo(const QStringList &before) const
{
    QStringList after;
    for (const DiffLine &line : m_lines) {
        if (line.before >= 0 && (line.before >= before.size() || before[line.before] != line.text))
            return {};
        if (line.op != DiffLine::Op::Removed)
            after.append(line.text);
    }
    return after;
}

QString LineDiff::unified(const QString &beforeName, const QString &afterName, int context) const
{
    if (isEmpty())
        return {};
    QString out = u"--- "_s + beforeName + u"\n+++ "_s + afterName + u'\n';
    for (size_t h = 0; h < m_hunks.size();) {
        const int begin = std::max(0, m_hunks[h].first - context);
        int end = m_hunks[h].first + m_hunks[h].count;
        for (++h; h < m_hunks.size() && m_hunks[h].first - end <= 2 * context; ++h)
            end = m_hunks[h].first + m_hunks[h].count;
        end = std::min(int(m_lines.size()), end + context);
        int beforeAt = 0, afterAt = 0, beforeCount = 0, afterCount = 0;
        for (int i = 0; i < end; ++i) {
            const DiffLine &line = m_lines[size_t(i)];
            (i < begin ? beforeAt : beforeCount) += line.op != DiffLine::Op::Added;
            (i < begin ? afterAt : afterCount) += line.op != DiffLine::Op::Removed;
        }
        out += u"@@ -"_s + range(beforeAt, beforeCount) + u" +"_s + range(afterAt, afterCount) + u" @@\n"_s;
        for (int i = begin; i < end; ++i) {
            const DiffLine &line = m_lines[size_t(i)];
            out += line.op == DiffLine::Op::Same ? u' ' : line.op == DiffLine::Op::Removed ? u'-' : u'+';
            out += line.text + u'\n';
        }
    }
    return out;
}

} // namespace callboard::domain
