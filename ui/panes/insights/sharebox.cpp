// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/insights/sharebox.h"

#include "ui/kit/rowdelegate.h"
#include "ui/kit/sentences.h"
#include "ui/kit/style.h"
#include "ui/kit/times.h"
#include "ui/kit/widgets.h"
#include "ui/panes/insights/insightscards.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QJsonDocument>
#include <QLocale>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;
using insights::SharingState;

namespace {

    constexpr int linesShown = 6; ///< Of the list; the rest is scrolled to.

    QString onOneLine(const QJsonObject &sent) { return QString::fromUtf8(QJsonDocument(sent).toJson(QJsonDocument::Compact)); }

} // namespace

void SharedModel::setPreview(const insights::SharePreview &preview)
{
    if (preview.sent == m_preview.sent && preview.events == m_preview.events && preview.failure.has_value() == m_preview.failure.has_value())
        return;
    beginResetModel();
    m_preview = preview;
    endResetModel();
}

int SharedModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int((m_preview.failure ? m_preview.events.size() : m_preview.sent.size())); }

int SharedModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(Columns::Count); }

QVariant SharedModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const size_t row = size_t(index.row());
    if (Columns(index.column()) == Columns::Sent && m_preview.failure)
        return {};
    if (Columns(index.column()) == Columns::Sent) {
        const QJsonDocument sent(m_preview.sent[row]);
        return role == Qt::ToolTipRole ? QString::fromUtf8(sent.toJson()) : onOneLine(m_preview.sent[row]);
    }
    if (!m_preview.failure && m_preview.sent.size() != m_preview.events.size())
        return {}; // Which line is which is not told.
    const insights::UsageEvent &event = m_preview.events[row];
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(event.at, QTimeZone::UTC);
    switch (Columns(index.column())) {
    case Columns::When: return role == Qt::ToolTipRole ? exactTime(at) : QLocale().toString(at.toLocalTime(), QLocale::ShortFormat);
    case Columns::Deed: return deedText(event.deed);
    case Columns::What: return event.about.isEmpty() ? event.what : event.about;
    case Columns::Sent:
    case Columns::Count: break;
    }
    return {};
}

QVariant SharedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Columns(section)) {
    case Columns::When: return tr("When");
    case Columns::Deed: return tr("Done");
    case Columns::What: return tr("What");
    case Columns::Sent: return tr("As it is sent");
    case Columns::Count: break;
    }
    return {};
}

ShareBox::ShareBox(insights::UsageSharer &sharer, const QString &connectionId, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_sharer(sharer)
    , m_connectionId(connectionId)
    , m_switch(new QCheckBox)
    , m_searches(new QCheckBox(tr("What I search for too")))
    , m_terms(new TextLabel({}, TextRole::Dense, TextLabel::Ink::Secondary))
    , m_standing(new TextLabel({}, TextRole::Caption, TextLabel::Ink::Secondary))
    , m_list(new QPushButton(tr("Show what goes next")))
    , m_send(new QPushButton(tr("Send now")))
    , m_view(new QTableView)
{
    m_terms->setWordWrap(true);
    m_standing->setWordWrap(true);
    m_list->setCheckable(true);
    m_view->setModel(&m_model);
    (new RowDelegate(m_view))->attach(m_view);
    m_view->verticalHeader()->hide();
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->setTabKeyNavigation(false);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    const Theme &theme = Theme::of(this);
    const int widths[] { 150, 140, 220 };
    for (int column = 0; column < 3; ++column)
        m_view->setColumnWidth(column, theme.scaled(widths[column]));
    auto *bar = new QWidget;
    auto *row = new FlowLayout(bar, 8, 4);
    for (QWidget *each : std::initializer_list<QWidget *> { m_switch, m_searches, m_list, m_send })
        row->addWidget(each);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(bar);
    column->addWidget(m_terms);
    column->addWidget(m_standing);
    column->addWidget(m_view);
    setName(name);
    setListShown(false);
    connect(m_switch, &QCheckBox::clicked, this, [this](bool on) {
        if (on)
            m_sharer.begin(m_connectionId, m_preview.terms);
        else
            m_sharer.end(m_connectionId);
        refresh();
    });
    connect(m_searches, &QCheckBox::clicked, this, [this](bool on) { m_sharer.setSearches(m_connectionId, on); });
    connect(m_list, &QPushButton::toggled, this, &ShareBox::setListShown);
    connect(m_send, &QPushButton::clicked, this, [this] { m_sharer.sendNow(m_connectionId); });
    connect(&m_sharer, &insights::UsageSharer::changed, this, [this](const QString &id) {
        if (id != m_connectionId)
            return;
        refresh();
        look();
    });
    refresh();
}

void ShareBox::setName(const QString &name)
{
    m_name = name;
    m_switch->setText(tr("Share my use with %1").arg(name));
    m_searches->setAccessibleName(tr("Share what I search for with %1 too").arg(name));
    m_list->setAccessibleName(tr("Show what goes to %1 next").arg(name));
    m_send->setAccessibleName(tr("Send what waits to %1 now").arg(name));
    m_view->setAccessibleName(tr("What goes to %1 next").arg(name));
}

void ShareBox::setListShown(bool shown)
{
    m_view->setVisible(shown);
    m_view->setFixedHeight(m_view->horizontalHeader()->sizeHint().height() + linesShown * m_view->verticalHeader()->defaultSectionSize());
    if (shown)
        look();
}

void ShareBox::look()
{
    if (std::exchange(m_looking, true)) {
        m_again = true;
        return;
    }
    m_sharer.look(m_connectionId, this, [this](const domain::Result<insights::SharePreview> &preview) { takePreview(preview); });
}

void ShareBox::takePreview(const domain::Result<insights::SharePreview> &preview)
{
    m_looking = false;
    m_unknown = preview ? preview->failure : std::optional(preview.error());
    if (preview)
        m_preview = *preview;
    m_model.setPreview(m_preview);
    refresh();
    if (std::exchange(m_again, false))
        look();
}

QString ShareBox::termsText() const { return m_terms->text(); }

QString ShareBox::standingText() const { return m_standing->text(); }

void ShareBox::refresh() { show(m_sharer.state(m_connectionId)); }

void ShareBox::show(const SharingState &state)
{
    m_switch->setChecked(state.on || state.busy);
    // Nobody agrees to what is not told.
    m_switch->setEnabled(state.on || (!state.busy && !m_unknown && !m_preview.terms.user.isEmpty()));
    m_searches->setVisible(state.on);
    m_searches->setChecked(state.searches);
    m_list->setVisible(state.on);
    m_send->setVisible(state.on);
    if (!state.on)
        m_list->setChecked(false);
    m_terms->setText(termsOf(state));
    m_switch->setAccessibleDescription(m_terms->text());
    const QString standing = standingOf(state);
    m_standing->setText(standing);
    m_standing->setVisible(!standing.isEmpty());
    m_standing->setInk(state.failure ? TextLabel::Ink::Warning : TextLabel::Ink::Secondary);
}

QString ShareBox::termsOf(const SharingState &state) const
{
    if (state.on) {
        const QString what = state.searches
            ? tr("What you open, read and run of its entities, and whatever you search for in Callboard, is sent to %1 and counted there as %2.")
            : tr("What you open, read and run of its entities is sent to %1 and counted there as %2.");
        return what.arg(state.terms.address, state.terms.user) + u' '
            + tr("Nothing goes of what you did before you switched it on, nor of other sources. Lines that you erase here before they go do not go.");
    }
    if (state.busy)
        return tr("Being switched on…");
    const QString nothing = tr("Nothing of this is sent to %1.").arg(m_name);
    if (m_unknown)
        return nothing + u' ' + tr("It cannot be switched on now: %1").arg(sentenceText(*m_unknown));
    if (m_preview.terms.user.isEmpty())
        return nothing;
    return nothing + u' '
        + tr("Switched on, what you open, read and run of its entities from then on goes to %1 and is counted there as %2. You can end that at any time.")
              .arg(m_preview.terms.address, m_preview.terms.user);
}

QString ShareBox::standingOf(const SharingState &state) const
{
    if (!state.on) {
        return state.failure && state.failure->code == domain::ErrorCode::Conflict
            ? tr("Sharing was ended: you are signed in there as somebody else now, or the address is another.")
            : state.failure ? sentenceText(*state.failure) : QString();
    }
    QStringList parts;
    const int waiting = int(qint64(m_preview.events.size()) + m_preview.more);
    if (state.busy)
        parts += tr("Being sent…");
    else if (waiting == 0)
        parts += tr("Nothing waits.");
    else if (state.next.isValid())
        parts += tr("%n line(s) wait, and go at %1.", nullptr, waiting).arg(QLocale().toString(state.next.toLocalTime().time(), QLocale::ShortFormat));
    else
        parts += tr("%n line(s) wait: nothing goes by itself now.", nullptr, waiting);
    if (state.taken > 0) {
        parts += tr("%n line(s) went, the last time %1.", nullptr, int(state.taken)).arg(exactTime(state.lastTaken));
        if (m_preview.upTo.isValid())
            parts += tr("Shared up to what you did at %1.").arg(exactTime(m_preview.upTo));
    }
    if (state.unsure > 0)
        parts += tr("Of %n line(s) nobody knows whether they arrived: they are not sent again.", nullptr, int(state.unsure));
    if (state.refused > 0)
        parts += tr("%n line(s) were too large to be sent.", nullptr, int(state.refused));
    if (state.failure)
        parts += tr("The last attempt came to nothing: %1").arg(sentenceText(*state.failure));
    return parts.join(u' ');
}

} // namespace callboard::ui::panes
