// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/insights/dashboard.h"

#include "ui/kit/announce.h"
#include "ui/kit/icons.h"
#include "ui/kit/listcommands.h"
#include "ui/kit/style.h"

#include <QAction>
#include <QApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QMouseEvent>
#include <QScrollBar>
#include <QTableView>

#include <algorithm>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;

namespace {

    constexpr int gap = 8, cardHeight = 244, narrowest = 400, mostColumns = 3;
    constexpr int barRow = 20, roundBars = 66, fewestBars = 3;

    QStringList textsOf(const QJsonValue &value)
    {
        QStringList texts;
        for (const QJsonValue &each : value.toArray())
            texts.append(each.toString());
        return texts;
    }

} // namespace

Dashboard::Dashboard(std::vector<CardSpec> specs, Commands &commands, QWidget *parent)
    : QScrollArea(parent)
    , m_specs(std::move(specs))
    , m_commands(commands)
    , m_board(new QWidget)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setSurface(m_board, Surface::Board);
    setSurface(viewport(), Surface::Board);
    setWidget(m_board);
    for (const CardSpec &spec : m_specs)
        addCard(spec);
    arrange();
}

void Dashboard::addCard(const CardSpec &spec)
{
    auto *card = new ChartCard(spec.kind, m_board);
    m_cards.insert(spec.id, card);
    m_order.append(spec.id);
    card->setContent({ spec.title, {}, ChartUnit::Count, {}, {} }, {}, spec.definition);
    card->setOpens(true);
    card->setShowsTable(spec.asTable);
    card->installEventFilter(this);
    const auto action = [&](const QString &text, const std::function<void()> &run) {
        auto *made = new QAction(text, card);
        connect(made, &QAction::triggered, this, run);
        card->addMenuAction(made);
        return made;
    };
    const auto command = [](const QString &id, const QString &text, const QKeySequence &keys) {
        return Commands::Command { id, text, {}, {}, { keys }, {}, false, true };
    };
    m_commands.bind(command(u"card.earlier"_s, tr("Move the card earlier"), Qt::CTRL | Qt::SHIFT | Qt::Key_Left), card,
        action(tr("Move earlier"), [this, id = spec.id] { move(id, -1); }));
    m_commands.bind(command(u"card.later"_s, tr("Move the card later"), Qt::CTRL | Qt::SHIFT | Qt::Key_Right), card,
        action(tr("Move later"), [this, id = spec.id] { move(id, 1); }));
    action(tr("Hide"), [this, id = spec.id] { setHidden(id, true); });
    connect(card, &ChartCard::opened, this, [this, id = spec.id](int row, int series) { Q_EMIT opened(id, row, series); });
    connect(card, &ChartCard::totalOpened, this, [this, id = spec.id] { Q_EMIT totalOpened(id); });
    connect(card, &ChartCard::tableToggled, this, [this] {
        arrange();
        Q_EMIT arranged();
    });
}

const CardSpec &Dashboard::spec(const QString &id) const
{
    return *std::ranges::find(m_specs, id, &CardSpec::id);
}

QStringList Dashboard::shown() const
{
    QStringList shown;
    for (const QString &id : m_order) {
        if (!m_hidden.contains(id))
            shown.append(id);
    }
    return shown;
}

void Dashboard::setAnswer(const InsightsAnswer &answer)
{
    for (const CardSpec &spec : m_specs) {
        CardContent content = spec.make(answer);
        if (const insights::UsageTime &time = answer.ownQuestion.time; content.chart.time.isEmpty() && time.from.isValid())
            content.chart.time = chartTime(time.from, time.to);
        ChartCard *card = m_cards.value(spec.id);
        card->chart().setAbsence(content.headline, content.detail);
        card->setContent(content.chart, content.note, spec.definition);
        card->setTotal(content.total);
    }
    arrange();
}

void Dashboard::setHidden(const QString &id, bool hidden)
{
    if (!m_cards.contains(id) || m_hidden.contains(id) == hidden)
        return;
    if (hidden)
        m_hidden.append(id);
    else
        m_hidden.removeAll(id);
    arrange();
    Q_EMIT arranged();
}

void Dashboard::move(const QString &id, int by)
{
    const QStringList visible = shown();
    const qsizetype at = visible.indexOf(id), to = at + by;
    if (at < 0 || to < 0 || to >= visible.size())
        return;
    drop(id, visible[to]);
    announce(id);
}

/// Takes the place of the other, which gives way to the side it came from.
void Dashboard::drop(const QString &id, const QString &onto)
{
    if (id == onto)
        return;
    const qsizetype place = m_order.indexOf(onto);
    m_order.removeAll(id);
    m_order.insert(place, id);
    arrange();
    ensureWidgetVisible(m_cards.value(id), 0, gap);
    Q_EMIT arranged();
}

void Dashboard::announce(const QString &id)
{
    ui::announce(m_cards.value(id), tr("Place %1 of %2").arg(shown().indexOf(id) + 1).arg(shown().size()));
}

/// Bars take no more room than they fill; fewer than a sentence and its explanation would need are given theirs.
int Dashboard::heightOf(const QString &id) const
{
    const Theme &theme = Theme::of(this);
    ChartCard *card = m_cards.value(id);
    const int whole = theme.scaled(cardHeight);
    if (card->chart().kind() != ChartKind::TopBars || card->showsTable())
        return whole;
    return std::min(whole, theme.scaled(roundBars + barRow * std::max(fewestBars, card->table().rowCount())));
}

void Dashboard::arrange()
{
    const Theme &theme = Theme::of(this);
    // As if the bar were there: else its coming would make another layout, which sends it away again.
    const int width = std::max(200, this->width() - verticalScrollBar()->sizeHint().width());
    const int columns = std::clamp((width - gap) / theme.scaled(narrowest), 1, mostColumns);
    const int each = (width - gap * (columns + 1)) / columns;
    for (const QString &id : std::as_const(m_order))
        m_cards.value(id)->setVisible(!m_hidden.contains(id));
    const QStringList visible = shown();
    int top = gap, height = 0;
    QWidget *before = nullptr;
    for (qsizetype at = 0; at < visible.size(); ++at) {
        if (at % columns == 0) { // A row is as high as its highest card.
            top += at == 0 ? 0 : height + gap;
            height = 0;
            for (const QString &id : visible.sliced(at, std::min<qsizetype>(columns, visible.size() - at)))
                height = std::max(height, heightOf(id));
        }
        ChartCard *card = m_cards.value(visible[at]);
        card->setGeometry(gap + int(at % columns) * (each + gap), top, each, height);
        if (before)
            QWidget::setTabOrder(before, &card->chart());
        QWidget::setTabOrder(&card->chart(), &card->tableView());
        before = &card->tableView();
    }
    m_board->resize(width, top + height + gap);
}

void Dashboard::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    arrange();
}

void Dashboard::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        arrange();
}

QString Dashboard::cardAt(const QPoint &point) const
{
    for (const QString &id : m_order) {
        if (!m_hidden.contains(id) && m_cards.value(id)->geometry().contains(point))
            return id;
    }
    return {};
}

bool Dashboard::eventFilter(QObject *watched, QEvent *event)
{
    auto *card = qobject_cast<ChartCard *>(watched);
    const auto *mouse = dynamic_cast<QMouseEvent *>(event);
    if (!card || !mouse)
        return QScrollArea::eventFilter(watched, event);
    const Theme &theme = Theme::of(this);
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        if (mouse->button() != Qt::LeftButton || mouse->position().y() > theme.scaled(theme.metrics().bar.paneHeader))
            break;
        m_dragged = m_cards.key(card);
        m_pressed = mouse->globalPosition().toPoint();
        m_dragging = false;
        return true;
    case QEvent::MouseMove:
        if (m_dragged.isEmpty() || !(mouse->buttons() & Qt::LeftButton))
            break;
        m_dragging |= (mouse->globalPosition().toPoint() - m_pressed).manhattanLength() >= QApplication::startDragDistance();
        if (m_dragging) {
            card->setCursor(Qt::ClosedHandCursor);
            // It goes where the pointer is, so that one sees what letting go would do.
            if (const QString onto = cardAt(m_board->mapFromGlobal(mouse->globalPosition().toPoint())); !onto.isEmpty())
                drop(m_dragged, onto);
        }
        return true;
    case QEvent::MouseButtonRelease:
        if (m_dragged.isEmpty())
            break;
        m_dragged.clear();
        m_dragging = false;
        card->unsetCursor();
        return true;
    default: break;
    }
    return QScrollArea::eventFilter(watched, event);
}

QJsonObject Dashboard::saveState() const
{
    QJsonArray tables;
    for (const QString &id : m_order) {
        if (m_cards.value(id)->showsTable() != spec(id).asTable)
            tables.append(id);
    }
    return { { u"order"_s, QJsonArray::fromStringList(m_order) }, { u"hidden"_s, QJsonArray::fromStringList(m_hidden) }, { u"switched"_s, tables } };
}

void Dashboard::restoreState(const QJsonObject &state)
{
    QStringList order;
    for (const QString &id : textsOf(state[u"order"])) {
        if (m_cards.contains(id) && !order.contains(id))
            order.append(id);
    }
    for (const QString &id : std::as_const(m_order)) {
        if (!order.contains(id))
            order.append(id);
    }
    m_order = order;
    m_hidden.clear();
    for (const QString &id : textsOf(state[u"hidden"])) {
        if (m_cards.contains(id) && !m_hidden.contains(id))
            m_hidden.append(id);
    }
    const QStringList switched = textsOf(state[u"switched"]);
    for (const QString &id : std::as_const(m_order))
        m_cards.value(id)->setShowsTable(spec(id).asTable != switched.contains(id));
    arrange();
}

} // namespace callboard::ui::panes
