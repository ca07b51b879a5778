// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/diagram.h"

#include <algorithm>
#include <cmath>

namespace callboard::items::diagram {

using namespace Qt::StringLiterals;
using docs::SequenceDiagram;
using Step = SequenceDiagram::Step;
using Shape = Diagram::Shape;
using Role = Diagram::Role;

namespace {

constexpr qreal margin = 8;
constexpr qreal padX = 14;
constexpr qreal padY = 8;
constexpr qreal leastWidth = 84;
constexpr qreal gap = 34;       ///< Between two participants, at least.
constexpr qreal stepGap = 14;
constexpr qreal loopWidth = 36; ///< Of an arrow to oneself.
constexpr qreal barWidth = 10;  ///< Of an activation.
constexpr qreal framePad = 10;
constexpr qreal boxPad = 16; ///< So that a frame lies inside.
constexpr qreal figureHeight = 38; ///< Of an actor.

Shape box(Role role, const QRectF &rect, qreal radius)
{
    return {.kind = Shape::Kind::Box, .role = role, .rect = rect, .radius = radius, .points = {}, .text = {}};
}

Shape line(Role role, std::vector<QPointF> points)
{
    return {.kind = Shape::Kind::Line, .role = role, .rect = {}, .points = std::move(points), .text = {}};
}

Shape words(const QRectF &rect, const QString &text, Role role = Role::Text, bool strong = false, bool left = false)
{
    return {.kind = Shape::Kind::Text, .role = role, .rect = rect, .points = {}, .text = text, .left = left, .strong = strong};
}

/// Goes through the steps from above, after the columns were placed.
class SequenceLayout final {
public:
    SequenceLayout(const SequenceDiagram &sequence, const MeasureText &measure)
        : m_sequence(sequence)
        , m_measure(measure)
    {
    }

    Diagram lay()
    {
        placeColumns();
        m_y = margin;
        if (!m_sequence.title.isEmpty()) {
            const QSizeF size = m_measure(m_sequence.title, true);
            m_front.push_back(words({m_columns.front(), m_y, std::max(size.width(), m_columns.back() - m_columns.front()), size.height()}, m_sequence.title, Role::Text, true));
            m_right = std::max(m_right, m_columns.front() + size.width());
            m_y += size.height() + stepGap;
        }
        const bool boxed = std::ranges::any_of(m_sequence.participants, [](const auto &one) { return one.box >= 0; });
        const qreal boxTop = m_y;
        if (boxed)
            m_y += 26;
        m_headTop = m_y;
        for (size_t i = 0; i < m_columns.size(); ++i) {
            if (!m_createdLater[i])
                addHead(i, m_headTop + m_headHeight - headHeight(i), m_front);
            m_lineFrom[i] = m_headTop + m_headHeight;
        }
        m_y = m_headTop + m_headHeight + stepGap;
        for (size_t at = 0; at < m_sequence.steps.size(); ++at)
            addStep(at);
        return finish(boxed ? boxTop : -1);
    }

private:
    const SequenceDiagram::Participant &participant(size_t index) const { return m_sequence.participants[index]; }
    QSizeF headSize(size_t index) const
    {
        QSizeF size = m_measure(participant(index).text, false) + QSizeF(2 * padX, 2 * padY);
        size.setWidth(std::max(size.width(), leastWidth));
        if (participant(index).isActor)
            size.rheight() += figureHeight - padY;
        return size;
    }
    qreal headHeight(size_t index) const { return headSize(index).height(); }
    QString textOf(const Step &step) const { return step.number > 0 ? u"%1. %2"_s.arg(step.number).arg(step.text).trimmed() : step.text; }

    // Columns

    /// Each as far from those before it as what is written between them needs.
    void placeColumns()
    {
        const size_t count = m_sequence.participants.size();
        std::vector<qreal> half(count);
        m_columns.assign(count, 0);
        m_lineFrom.assign(count, 0);
        m_lineTo.assign(count, -1);
        m_createdLater.assign(count, false);
        m_bars.resize(count);
        for (size_t i = 0; i < count; ++i) {
            const QSizeF size = headSize(i);
            half[i] = size.width() / 2;
            m_headHeight = std::max(m_headHeight, size.height());
        }
        // What two columns want between them, the right one given.
        struct Wish {
            size_t left;
            qreal room;
        };
        std::vector<std::vector<Wish>> wishes(count);
        qreal leftRoom = half.front();
        for (const Step &step : m_sequence.steps) {
            if (step.kind == Step::Kind::Create)
                m_createdLater[size_t(step.from)] = true;
            if (step.kind != Step::Kind::Message && step.kind != Step::Kind::Note)
                continue;
            const auto from = size_t(std::min(step.from, step.to)), to = size_t(std::max(step.from, step.to));
            const qreal width = m_measure(textOf(step), false).width();
            if (step.kind == Step::Kind::Note) {
                const qreal room = width + 2 * padX;
                if (step.side == Step::Side::Left && from == 0)
                    leftRoom = std::max(leftRoom, room + barWidth);
                else if (step.side == Step::Side::Left)
                    wishes[from].push_back({from - 1, room + 2 * barWidth});
                else if (step.side == Step::Side::Right && from + 1 < count)
                    wishes[from + 1].push_back({from, room + 2 * barWidth});
                else if (step.side == Step::Side::Over && from == to && from == 0)
                    leftRoom = std::max(leftRoom, room / 2);
                if (step.side == Step::Side::Over && from == to) {
                    if (from + 1 < count)
                        wishes[from + 1].push_back({from, room / 2 + barWidth + 4});
                    if (from > 0)
                        wishes[from].push_back({from - 1, room / 2 + barWidth + 4});
                } else if (step.side == Step::Side::Over) {
                    wishes[to].push_back({from, room - 2 * padX});
                }
            } else if (from == to) {
                if (from + 1 < count)
                    wishes[from + 1].push_back({from, std::max(loopWidth, width) + 2 * barWidth + 16});
            } else {
                wishes[to].push_back({from, width + 2 * barWidth + 24});
            }
        }
        m_columns[0] = margin + leftRoom;
        for (size_t i = 1; i < count; ++i) {
            m_columns[i] = m_columns[i - 1] + half[i - 1] + half[i] + gap;
            for (const Wish &wish : wishes[i])
                m_columns[i] = std::max(m_columns[i], m_columns[wish.left] + wish.room);
        }
        m_left = m_columns[0] - leftRoom;
        m_right = m_columns.back() + half.back();
    }

    void addHead(size_t index, qreal top, std::vector<Shape> &shapes)
    {
        const QSizeF size = headSize(index);
        const qreal x = m_columns[index];
        QRectF rect(x - size.width() / 2, top, size.width(), size.height());
        if (!participant(index).isActor) {
            shapes.push_back(box(Role::Participant, rect, 4));
            shapes.push_back(words(rect, participant(index).text));
            return;
        }
        const qreal y = top;
        shapes.push_back({.kind = Shape::Kind::Ellipse, .role = Role::Participant, .rect = QRectF(x - 6, y, 12, 12), .points = {}, .text = {}});
        shapes.push_back(line(Role::Link, {{x, y + 12}, {x, y + 24}}));
        shapes.push_back(line(Role::Link, {{x - 10, y + 16}, {x + 10, y + 16}}));
        shapes.push_back(line(Role::Link, {{x - 8, y + 34}, {x, y + 24}, {x + 8, y + 34}}));
        rect.setTop(y + figureHeight - padY);
        shapes.push_back(words(rect, participant(index).text));
    }

    // Steps

    void addStep(size_t at)
    {
        const Step &step = m_sequence.steps[at];
        switch (step.kind) {
        case Step::Kind::Message: {
            const Step *next = at + 1 < m_sequence.steps.size() ? &m_sequence.steps[at + 1] : nullptr;
            addMessage(step, next && next->kind == Step::Kind::Activate && next->from == step.to);
            break;
        }
        case Step::Kind::Note: addNote(step); break;
        case Step::Kind::Activate: m_bars[size_t(step.from)].push_back(m_lastY > 0 ? m_lastY : m_y); break;
        case Step::Kind::Deactivate: endBar(size_t(step.from), m_lastY > 0 ? m_lastY : m_y); break;
        case Step::Kind::Create: m_created = step.from; break;
        case Step::Kind::Destroy: m_destroyed = step.from; break;
        case Step::Kind::Open: openFrame(step); break;
        case Step::Kind::Part: addPart(step); break;
        case Step::Kind::Close: closeFrame(); break;
        }
    }

    void endBar(size_t index, qreal y)
    {
        if (m_bars[index].empty())
            return;
        const qreal from = m_bars[index].back();
        m_bars[index].pop_back();
        const qreal x = m_columns[index] + qreal(m_bars[index].size()) * barWidth / 2;
        m_middle.push_back(box(Role::Activation, {x - barWidth / 2, from, barWidth, std::max(6.0, y - from)}, 1));
    }

    /// Where an arrow meets a line, or the bar on it; `more` bars begin with the arrow.
    qreal edgeOf(size_t index, bool onRight, int more = 0) const
    {
        const auto bars = qreal(m_bars[index].size()) + more;
        return bars <= 0 ? m_columns[index] : m_columns[index] + (onRight ? (bars - 1) * barWidth / 2 + barWidth / 2 : -barWidth / 2);
    }

    void addMessage(const Step &step, bool beginsBar)
    {
        const auto from = size_t(step.from), to = size_t(step.to);
        const QString text = textOf(step);
        const QSizeF size = text.isEmpty() ? QSizeF() : m_measure(text, false);
        touch(from);
        touch(to);
        Shape arrow = line(Role::Link, {});
        arrow.dash = step.dotted ? Diagram::Dash::Dotted : Diagram::Dash::Solid;
        arrow.width = 1.2;
        arrow.end = step.head == SequenceDiagram::Head::Filled ? Diagram::Head::Filled
            : step.head == SequenceDiagram::Head::Open         ? Diagram::Head::Open
            : step.head == SequenceDiagram::Head::Cross        ? Diagram::Head::Cross
                                                               : Diagram::Head::None;
        arrow.start = step.bothWays ? arrow.end : Diagram::Head::None;
        if (from == to) {
            const qreal x = edgeOf(from, true);
            say({x + 6, m_y, size.width() + 2, size.height()}, text, Role::Text, true);
            m_y += size.height() + 4;
            const qreal back = edgeOf(from, true, beginsBar ? 1 : 0);
            arrow.points = {{x, m_y}, {back + loopWidth, m_y}, {back + loopWidth, m_y + 14}, {back, m_y + 14}};
            m_front.push_back(std::move(arrow));
            m_lastY = m_y + 14;
            reach(x, std::max(back + loopWidth, x + size.width() + 8));
            m_y += 14 + stepGap;
            return;
        }
        const bool isRight = to > from;
        qreal start = edgeOf(from, isRight), end = edgeOf(to, !isRight, beginsBar ? 1 : 0);
        m_y += size.height() + 3;
        if (m_created == step.to) {
            const QSizeF head = headSize(to);
            addHead(to, m_y - head.height() / 2, m_front);
            m_lineFrom[to] = m_y + head.height() / 2;
            end = m_columns[to] + (isRight ? -1 : 1) * head.width() / 2;
        }
        const qreal left = std::min(start, end), width = std::abs(end - start);
        say({left + (width - size.width()) / 2 - 1, m_y - size.height() - 3, size.width() + 2, size.height()}, text, Role::Text, false);
        arrow.points = {{start, m_y}, {end, m_y}};
        m_front.push_back(std::move(arrow));
        m_lastY = m_y;
        if (m_created == step.to) {
            m_y += headSize(to).height() / 2;
            m_created = -1;
        }
        for (const size_t one : {from, to}) {
            if (m_destroyed == int(one))
                destroy(one);
        }
        m_y += stepGap;
    }

    void destroy(size_t index)
    {
        const qreal x = m_columns[index];
        m_lineTo[index] = m_lastY;
        m_front.push_back(line(Role::Link, {{x - 7, m_lastY - 7}, {x + 7, m_lastY + 7}}));
        m_front.push_back(line(Role::Link, {{x - 7, m_lastY + 7}, {x + 7, m_lastY - 7}}));
        m_destroyed = -1;
        m_y += 6;
    }

    void addNote(const Step &step)
    {
        const auto from = size_t(step.from), to = size_t(step.to);
        touch(from);
        touch(to);
        const QSizeF size = m_measure(step.text, false) + QSizeF(2 * padX, 2 * padY - 4);
        QRectF rect(0, m_y, size.width(), size.height());
        if (step.side == Step::Side::Left)
            rect.moveRight(m_columns[from] - barWidth);
        else if (step.side == Step::Side::Right)
            rect.moveLeft(m_columns[from] + barWidth);
        else {
            rect.setWidth(std::max(size.width(), m_columns[to] - m_columns[from] + 2 * padX));
            rect.moveLeft((m_columns[from] + m_columns[to] - rect.width()) / 2);
        }
        m_front.push_back(box(Role::Note, rect, 2));
        m_front.push_back(words(rect, step.text));
        reach(rect.left(), rect.right());
        m_lastY = rect.bottom();
        m_y += rect.height() + stepGap;
    }

    // Frames

    struct Frame {
        QString word;
        QString text;
        qreal top = 0;
        qreal left = 1e9;
        qreal right = -1e9;
        struct Part {
            qreal y;
            QString text;
        };
        std::vector<Part> parts;
    };

    void touch(size_t index) { reach(m_columns[index] - headSize(index).width() / 2, m_columns[index] + headSize(index).width() / 2); }
    void reach(qreal left, qreal right)
    {
        m_left = std::min(m_left, left);
        m_right = std::max(m_right, right);
        for (Frame &frame : m_frames) {
            frame.left = std::min(frame.left, left);
            frame.right = std::max(frame.right, right);
        }
    }
    QString condition(const QString &text) const { return text.isEmpty() ? QString() : u'[' + text + u']'; }

    void openFrame(const Step &step)
    {
        m_frames.push_back({step.word, step.text, m_y, 1e9, -1e9, {}});
        if (step.word == "rect"_L1)
            m_y += framePad;
        else
            m_y += std::max(22.0, m_measure(condition(step.text), false).height() + 4) + 8;
        m_lastY = 0;
    }

    void addPart(const Step &step)
    {
        if (m_frames.empty())
            return;
        m_frames.back().parts.push_back({m_y, step.text});
        m_y += std::max(step.text.isEmpty() ? 0.0 : m_measure(condition(step.text), false).height() + 4, 4.0) + 8;
        m_lastY = 0;
    }

    void closeFrame()
    {
        if (m_frames.empty())
            return;
        const Frame frame = std::move(m_frames.back());
        m_frames.pop_back();
        qreal left = frame.left, right = frame.right;
        if (left > right) {
            left = m_columns.front() - leastWidth / 2;
            right = m_columns.back() + leastWidth / 2;
        }
        left -= framePad;
        const bool isTint = frame.word == "rect"_L1;
        const qreal tag = isTint ? 0 : m_measure(frame.word, true).width() + 20;
        right = std::max(right + framePad, left + tag + m_measure(condition(frame.text), false).width() + 16);
        for (const Frame::Part &part : frame.parts)
            right = std::max(right, left + m_measure(condition(part.text), false).width() + 24);
        const QRectF rect(left, frame.top, right - left, m_y - frame.top);
        // What is around comes before what it is around.
        std::vector<Shape> shapes {box(isTint ? Role::FramePart : Role::Frame, rect, 4)};
        if (!isTint) {
            const QRectF label(left, frame.top, tag, 20);
            m_front.push_back(box(Role::FrameTag, label, 4));
            m_front.push_back(words(label, frame.word, Role::Text, true));
            addCondition(frame.text, left + tag + 8, frame.top + 2);
        }
        for (const Frame::Part &part : frame.parts) {
            Shape between = line(Role::Lifeline, {{left, part.y}, {right, part.y}});
            between.dash = Diagram::Dash::Dotted;
            shapes.push_back(std::move(between));
            addCondition(part.text, left + 10, part.y + 4);
        }
        m_back.insert(m_back.begin(), shapes.begin(), shapes.end());
        reach(left, right);
        m_y += stepGap;
        m_lastY = 0;
    }
    void addCondition(const QString &text, qreal x, qreal y)
    {
        const QSizeF size = m_measure(condition(text), false);
        say({x, y, size.width() + 2, size.height()}, condition(text), Role::QuietText, true);
    }

    /// What stands on no box of its own: the lines of participants leave room for it.
    void say(const QRectF &rect, const QString &text, Role role, bool left)
    {
        if (text.isEmpty())
            return;
        m_said.push_back(rect);
        m_front.push_back(words(rect, text, role, false, left));
    }

    // All together

    /// The line of a participant, parted where something is said across it.
    void addLifeline(std::vector<Shape> &shapes, size_t index, qreal foot) const
    {
        const qreal x = m_columns[index], end = m_lineTo[index] < 0 ? foot : m_lineTo[index];
        qreal y = m_lineFrom[index];
        for (const QRectF &said : m_said) { // From above.
            if (said.left() > x || said.right() < x || said.bottom() <= y || said.top() >= end)
                continue;
            if (said.top() > y)
                shapes.push_back(line(Role::Lifeline, {{x, y}, {x, said.top()}}));
            y = said.bottom();
        }
        if (y < end)
            shapes.push_back(line(Role::Lifeline, {{x, y}, {x, end}}));
    }

    /// A bar is no line that could be parted: what is said across one has a ground.
    void addGrounds(std::vector<Shape> &shapes) const
    {
        for (const QRectF &said : m_said) {
            if (std::ranges::any_of(m_middle, [&](const Shape &bar) { return bar.rect.intersects(said); }))
                shapes.push_back(box(Role::Ground, said.adjusted(-2, 0, 2, 0), 2));
        }
    }

    Diagram finish(qreal boxTop)
    {
        while (!m_frames.empty())
            closeFrame();
        const qreal foot = m_y + 2;
        std::ranges::sort(m_said, {}, [](const QRectF &said) { return said.top(); });
        for (size_t i = 0; i < m_columns.size(); ++i) {
            while (!m_bars[i].empty())
                endBar(i, foot);
        }
        std::vector<Shape> shapes;
        for (size_t index = 0; boxTop >= 0 && index < m_sequence.boxes.size(); ++index)
            addBox(shapes, int(index), boxTop, foot);
        shapes.insert(shapes.end(), m_back.begin(), m_back.end());
        for (size_t i = 0; i < m_columns.size(); ++i)
            addLifeline(shapes, i, foot);
        // The bar that began first is under those that began on it.
        std::ranges::stable_sort(m_middle, {}, [](const Shape &bar) { return bar.rect.left(); });
        shapes.insert(shapes.end(), m_middle.begin(), m_middle.end());
        addGrounds(shapes);
        shapes.insert(shapes.end(), m_front.begin(), m_front.end());
        Diagram diagram;
        for (Shape &shape : shapes) {
            shape.rect.translate(margin - m_left, 0);
            for (QPointF &point : shape.points)
                point.rx() += margin - m_left;
        }
        diagram.shapes = std::move(shapes);
        diagram.size = {m_right - m_left + 2 * margin, foot + margin};
        return diagram;
    }

    void addBox(std::vector<Shape> &shapes, int index, qreal top, qreal foot)
    {
        qreal left = 1e9, right = -1e9;
        for (size_t i = 0; i < m_columns.size(); ++i) {
            if (participant(i).box != index)
                continue;
            left = std::min(left, m_columns[i] - headSize(i).width() / 2 - boxPad);
            right = std::max(right, m_columns[i] + headSize(i).width() / 2 + boxPad);
        }
        if (left > right)
            return;
        reach(left, right);
        shapes.push_back(box(Role::Group, {left, top, right - left, foot - top}, 6));
        shapes.push_back(words({left + 6, top + 3, right - left - 12, 20}, m_sequence.boxes[size_t(index)], Role::QuietText, true));
    }

    const SequenceDiagram &m_sequence;
    const MeasureText &m_measure;
    std::vector<qreal> m_columns; ///< The middle of each.
    std::vector<qreal> m_lineFrom, m_lineTo;
    std::vector<bool> m_createdLater;
    std::vector<std::vector<qreal>> m_bars; ///< Where those began that have not ended.
    std::vector<Frame> m_frames;
    std::vector<Shape> m_back, m_middle, m_front;
    std::vector<QRectF> m_said;
    qreal m_headHeight = 0, m_headTop = 0;
    qreal m_y = 0;
    qreal m_lastY = 0; ///< Of the last arrow; 0 where there is none to begin a bar at.
    qreal m_left = 0, m_right = 0;
    int m_created = -1, m_destroyed = -1;
};

} // namespace

Diagram laySequence(const SequenceDiagram &sequence, const MeasureText &measure)
{
    return SequenceLayout(sequence, measure).lay();
}

} // namespace callboard::items::diagram
