// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/insights/insightspane.h"

#include "ui/kit/icons.h"
#include "ui/kit/listcommands.h"
#include "ui/kit/sentences.h"
#include "ui/kit/style.h"
#include "ui/kit/widgets.h"
#include "ui/panes/insights/behinddialog.h"
#include "ui/panes/insights/dashboard.h"
#include "ui/panes/insights/keptpage.h"

#include <QAction>
#include <QComboBox>
#include <QDateEdit>
#include <QFileDialog>
#include <QJsonObject>
#include <QMenu>
#include <QMessageBox>
#include <QPointer>
#include <QStackedWidget>
#include <QTabBar>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;

namespace {

    constexpr int keptSection = 3;
    constexpr int chosenPeriod = 0; ///< In place of a number of days.
    constexpr int untilTold = 1'000; ///< Milliseconds: who walks through days is at none of them yet.
    const QDate firstDay(2000, 1, 1);
    constexpr std::array sectionIds { "own"_L1, "organisation"_L1, "catalog"_L1, "kept"_L1 };

    std::vector<CardSpec> cardsOf(const std::vector<CardSpec> &cards, InsightsSection section)
    {
        std::vector<CardSpec> some;
        for (const CardSpec &card : cards) {
            if (card.section == section)
                some.push_back(card);
        }
        return some;
    }

    void choose(QComboBox *box, const QVariant &data)
    {
        const QSignalBlocker quiet(box);
        box->setCurrentIndex(std::max(0, box->findData(data)));
    }

} // namespace

InsightsPane::InsightsPane(PaneContext context, QWidget *parent)
    : Pane(context, parent)
    , m_cards(insightsCards())
    , m_sections(new QTabBar)
    , m_stack(new QStackedWidget)
    , m_kept(new KeptPage(context))
    , m_period(new QComboBox)
    , m_team(new QComboBox)
    , m_kind(new QComboBox)
    , m_source(new QComboBox)
    , m_from(new QDateEdit)
    , m_to(new QDateEdit)
    , m_until(new TextLabel(u"–"_s, TextRole::Caption, TextLabel::Ink::Secondary))
    , m_tellSoon(new QTimer(this))
    , m_counted(new TextLabel({}, TextRole::Caption, TextLabel::Ink::Secondary))
    , m_cardsAction(new QAction(icon(u"columns"_s), tr("Choose cards"), this))
    , m_reportAction(new QAction(icon(u"export"_s), tr("Save a report as PDF"), this))
{
    m_pool.setMaxThreadCount(1);
    for (const QString &name : { tr("My use"), tr("Organisation"), tr("Catalog"), tr("What is kept") })
        m_sections->addTab(name);
    m_sections->setAccessibleName(tr("Sections of the insights"));
    m_sections->setExpanding(false);
    m_sections->setDrawBase(false);
    for (const InsightsSection section : { InsightsSection::Own, InsightsSection::Organisation, InsightsSection::Catalog }) {
        auto *board = new Dashboard(cardsOf(m_cards, section), context.commands);
        m_dashboards[size_t(section)] = board;
        m_stack->addWidget(board);
        connect(board, &Dashboard::opened, this, &InsightsPane::openBehind);
        connect(board, &Dashboard::totalOpened, this, &InsightsPane::openAll);
    }
    m_stack->addWidget(m_kept);
    m_filters = makeFilters();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_sections);
    column->addWidget(m_filters);
    column->addWidget(m_stack, 1);
    connect(m_sections, &QTabBar::currentChanged, this, &InsightsPane::showSection);
    connect(m_cardsAction, &QAction::triggered, this, &InsightsPane::showCardsMenu);
    connect(m_reportAction, &QAction::triggered, this, &InsightsPane::askForReport);
    context.commands.bind(exportCommand(), this, m_reportAction);
    connect(this, &Pane::statusActionTriggered, this, &InsightsPane::ask);
    setSubject(tr("Insights"));
    // An empty page is shown instead of the pane, and a pane that nobody sees asks nothing: so it begins with what the catalog tells.
    showEmptiness();
    connect(&context.workspace.mirror(), &mirror::Mirror::snapshotChanged, this, &InsightsPane::showEmptiness);
}

InsightsPane::~InsightsPane() = default;

void InsightsPane::showEmptiness()
{
    const bool isEmpty = !m_answer.hasOwn() && !m_answer.organisationSource() && context().workspace.mirror().snapshot()->size() == 0;
    if (isEmpty)
        setStatus({ PaneStatus::State::Empty, tr("Nothing to count yet"), tr("A catalog, and what you do with it, fill the insights."), {}, iconName() });
    else if (status().state == PaneStatus::State::Empty)
        setStatus({});
}

QWidget *InsightsPane::makeFilters()
{
    auto *bar = new QWidget;
    auto *row = new FlowLayout(bar, 6, 4);
    row->setContentsMargins(8, 6, 8, 2);
    for (const auto &[days, name] : { std::pair { 7, tr("last 7 days") }, std::pair { 28, tr("last 4 weeks") }, std::pair { 84, tr("last 12 weeks") },
             std::pair { 182, tr("last 6 months") }, std::pair { 365, tr("last year") }, std::pair { 1'095, tr("last 3 years") } })
        m_period->addItem(name, days);
    m_period->addItem(tr("between two days"), chosenPeriod);
    m_team->addItem(tr("all teams"), QString());
    m_kind->addItem(tr("all kinds"), QString());
    for (const auto &[box, name] : { std::pair { m_period, tr("Period") }, std::pair { m_team, tr("Team") }, std::pair { m_kind, tr("Kind") }, std::pair { m_source, tr("Source") } }) {
        box->setAccessibleName(name);
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        box->setMaximumWidth(Theme::of(this).scaled(240));
        setSmall(box);
        row->addWidget(box);
        connect(box, &QComboBox::activated, this, &InsightsPane::onFilter);
        if (box != m_period)
            continue;
        for (QWidget *each : std::initializer_list<QWidget *> { m_from, m_until, m_to })
            row->addWidget(each);
    }
    row->addWidget(m_counted);
    m_from->setAccessibleName(tr("First day"));
    m_to->setAccessibleName(tr("Last day"));
    for (QDateEdit *day : { m_from, m_to }) {
        day->setCalendarPopup(true);
        day->setKeyboardTracking(false); // Half a date that is being typed is none.
        day->setMinimumDate(firstDay);
        setSmall(day);
        connect(day, &QDateEdit::dateChanged, this, [this, day] { onDay(day == m_from); });
    }
    m_tellSoon->setSingleShot(true);
    m_tellSoon->setInterval(untilTold);
    connect(m_tellSoon, &QTimer::timeout, this, &InsightsPane::tellPortals);
    showPeriod();
    m_source->hide();
    return bar;
}

void InsightsPane::showPeriod()
{
    const bool isChosen = m_question.isChosen();
    choose(m_period, isChosen ? chosenPeriod : m_question.days);
    const insights::UsageTime time = m_question.time(QDate::currentDate());
    for (const auto &[day, date] : { std::pair { m_from, isChosen ? m_question.from : time.from }, std::pair { m_to, isChosen ? m_question.to : time.to } }) {
        const QSignalBlocker quiet(day);
        day->setMaximumDate(QDate::currentDate());
        day->setDate(date);
        day->setVisible(isChosen);
    }
    m_until->setVisible(isChosen);
}

/// The other one gives way.
void InsightsPane::onDay(bool isFirst)
{
    if (m_from->date() > m_to->date()) {
        const QSignalBlocker quiet(isFirst ? m_to : m_from);
        (isFirst ? m_to : m_from)->setDate((isFirst ? m_from : m_to)->date());
    }
    onFilter();
}

/// What a portal counts of a time, it has to be asked.
void InsightsPane::tellPortals() { context().workspace.setUsageTime(m_question.from, m_question.to); }

QWidget *InsightsPane::focusWidgetOfPane()
{
    if (const Dashboard *board = currentDashboard(); board && !board->shown().isEmpty()) {
        ChartCard *card = board->card(board->shown().front());
        return card->showsTable() ? static_cast<QWidget *>(&card->tableView()) : &card->chart();
    }
    return m_sections;
}

Dashboard *InsightsPane::currentDashboard() const { return qobject_cast<Dashboard *>(m_stack->currentWidget()); }

void InsightsPane::showSection(int at)
{
    m_stack->setCurrentIndex(at);
    m_filters->setVisible(at != keptSection);
    m_source->setVisible(at == int(InsightsSection::Organisation) && m_source->count() > 1);
    m_cardsAction->setEnabled(at != keptSection);
}

/// Nobody sees it. Behind its own empty page it still waits for what would fill it.
bool InsightsPane::isAside() const { return !isVisible() && status().state != PaneStatus::State::Empty; }

void InsightsPane::showEvent(QShowEvent *event)
{
    Pane::showEvent(event);
    auto &live = insights::LiveInsights::of(context().workspace.mirror());
    if (!std::exchange(m_wanted, true)) {
        connect(&live, &insights::LiveInsights::changed, this, &InsightsPane::onState);
        connect(&live, &insights::LiveInsights::failed, this, &InsightsPane::onState);
        m_busy = m_outdated = true;
    }
    if (!m_interest) {
        m_interest = std::make_unique<QObject>();
        live.want(m_interest.get());
    }
    // Days went by, too.
    showPeriod();
    if (m_outdated || live.state() != m_answer.state || m_answer.ownQuestion.time != m_question.time(QDate::currentDate()))
        onState();
}

void InsightsPane::hideEvent(QHideEvent *event)
{
    Pane::hideEvent(event);
    if (isAside())
        m_interest.reset();
}

void InsightsPane::onState()
{
    const auto &live = insights::LiveInsights::of(context().workspace.mirror());
    if (isAside()) {
        m_outdated = true;
        return;
    }
    if (live.failure()) {
        m_busy = false;
        const Sentence said = sentence(*live.failure());
        setStatus({ PaneStatus::State::Failed, said.what, said.remedy, tr("Try again"), {} });
    } else if (!live.hasLoaded()) {
        setStatus({ PaneStatus::State::Loading, {}, {}, {}, {} });
    } else {
        ask();
    }
}

void InsightsPane::ask()
{
    const auto &live = insights::LiveInsights::of(context().workspace.mirror());
    m_outdated = !live.hasLoaded() || isAside();
    if (m_outdated)
        return;
    m_busy = true;
    m_pool.clear(); // What waits was asked before.
    m_pool.start([this, asked = ++m_asked, state = live.state(), question = m_question, today = QDate::currentDate()] {
        InsightsAnswer answer = answerOf(state, question, today);
        QMetaObject::invokeMethod(this, [this, asked, answer = std::move(answer)] {
            if (asked == m_asked)
                take(answer);
        }, Qt::QueuedConnection);
    });
}

void InsightsPane::take(const InsightsAnswer &answer)
{
    m_busy = false;
    m_answer = answer;
    for (Dashboard *board : m_dashboards)
        board->setAnswer(answer);
    fillChoices();
    setStatus({});
    showEmptiness();
    if (isAside())
        m_interest.reset(); // It was hidden while it showed its empty page.
    setAsOf(QDateTime::currentDateTimeUtc());
    const QLocale locale;
    m_counted->setText(tr("%1 to %2").arg(locale.toString(answer.ownQuestion.time.from, QLocale::ShortFormat), locale.toString(answer.ownQuestion.time.to, QLocale::ShortFormat)));
    Q_EMIT answered();
}

void InsightsPane::fillChoices()
{
    const auto fill = [](QComboBox *box, const QString &all, const std::vector<InsightsAnswer::Choice> &choices, const QString &current) {
        const QSignalBlocker quiet(box);
        std::vector<InsightsAnswer::Choice> wanted;
        if (!all.isEmpty())
            wanted.push_back({ all, QString() });
        wanted.insert(wanted.end(), choices.begin(), choices.end());
        if (!current.isEmpty() && !std::ranges::contains(wanted, current, &InsightsAnswer::Choice::key))
            wanted.push_back({ current, current }); // What is asked for is never hidden, even where it is gone.
        bool isSame = box->count() == int(wanted.size());
        for (int at = 0; isSame && at < box->count(); ++at)
            isSame = box->itemText(at) == wanted[size_t(at)].title && box->itemData(at) == wanted[size_t(at)].key;
        if (!isSame) { // Its list may be open.
            box->clear();
            for (const InsightsAnswer::Choice &choice : wanted)
                box->addItem(choice.title, choice.key);
        }
        choose(box, current);
    };
    fill(m_team, tr("all teams"), m_answer.teams, m_question.team);
    fill(m_kind, tr("all kinds"), m_answer.kinds, m_question.kind);
    std::vector<InsightsAnswer::Choice> sources;
    for (const insights::UsageSource &source : m_answer.state->sources) {
        QString name = source.connectionId;
        for (const sync::ConnectionInfo &connection : context().workspace.connections()) {
            if (connection.id == source.connectionId)
                name = connection.name;
        }
        sources.push_back({ name, source.connectionId });
    }
    fill(m_source, {}, sources, m_answer.organisationSource() ? m_answer.organisationSource()->connectionId : QString());
    showSection(m_sections->currentIndex());
}

void InsightsPane::onFilter()
{
    InsightsQuestion question = m_question;
    if (m_period->currentData().toInt() == chosenPeriod) {
        question.choose(m_from->date(), m_to->date());
    } else {
        question.days = m_period->currentData().toInt();
        question.from = question.to = {};
    }
    question.team = m_team->currentData().toString();
    question.kind = m_kind->currentData().toString();
    if (m_source->count() > 0)
        question.source = m_source->currentData().toString();
    setQuestion(question);
}

void InsightsPane::setQuestion(const InsightsQuestion &question)
{
    if (m_question == question)
        return;
    const bool isOtherTime = m_question.from != question.from || m_question.to != question.to;
    m_question = question;
    if (m_period->findData(question.days) < 0)
        m_period->addItem(tr("last %n day(s)", nullptr, question.days), question.days);
    showPeriod();
    if (isOtherTime)
        m_tellSoon->start();
    choose(m_team, question.team);
    choose(m_kind, question.kind);
    ask();
}

BehindDialog *InsightsPane::openBehind(const QString &id, int row, int series)
{
    const auto spec = std::ranges::find(m_cards, id, &CardSpec::id);
    if (spec == m_cards.end())
        return nullptr;
    const ChartContent &shown = m_dashboards[size_t(spec->section)]->card(id)->table().content();
    if (row < 0 || row >= int(shown.rows.size()) || series < 0 || series >= int(shown.series.size()))
        return nullptr;
    const QString rowKey = shown.rows[size_t(row)].key, seriesKey = shown.series[size_t(series)].key;
    return openList(spec->title,
        [behind = spec->behind, rowKey, seriesKey](const InsightsAnswer &answer) { return behind(answer, rowKey, seriesKey); });
}

BehindDialog *InsightsPane::openAll(const QString &id)
{
    const auto spec = std::ranges::find(m_cards, id, &CardSpec::id);
    return spec != m_cards.end() && spec->all ? openList(spec->title, spec->all) : nullptr;
}

BehindDialog *InsightsPane::openList(const QString &title, std::function<BehindList(const InsightsAnswer &)> make)
{
    auto *dialog = new BehindDialog(context(), title, this);
    dialog->show();
    m_lists.start([answer = m_answer, make = std::move(make), this, dialog = QPointer(dialog)] {
        BehindList list = make(answer);
        // Through the pane, which outlives its pool; the dialog may be closed by then.
        QMetaObject::invokeMethod(this, [dialog, list = std::move(list)]() mutable {
            if (dialog)
                dialog->setList(std::move(list));
        }, Qt::QueuedConnection);
    });
    return dialog;
}

void InsightsPane::showCardsMenu()
{
    Dashboard *board = currentDashboard();
    if (!board)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const QString &id : board->order()) {
        QAction *action = menu->addAction(board->spec(id).title);
        action->setCheckable(true);
        action->setChecked(!board->isHidden(id));
        connect(action, &QAction::toggled, board, [board, id](bool shown) { board->setHidden(id, !shown); });
    }
    menu->popup(mapToGlobal(QPoint(width() - menu->sizeHint().width(), 0)));
}

QString InsightsPane::filterText() const
{
    QStringList parts { m_counted->text() };
    if (!m_question.team.isEmpty())
        parts += m_team->currentText();
    if (!m_question.kind.isEmpty())
        parts += m_kind->currentText();
    return parts.join(u" · "_s);
}

std::vector<InsightsReport::Part> InsightsPane::reportParts() const
{
    std::vector<InsightsReport::Part> parts;
    for (int section = 0; section < int(m_dashboards.size()); ++section) {
        const Dashboard *board = m_dashboards[size_t(section)];
        for (const QString &id : board->shown()) {
            ChartCard *card = board->card(id);
            // As a table also what has no bar, as documentation that was never opened.
            const bool asTable = card->showsTable() && card->table().rowCount() > 0;
            if (asTable || card->chart().isDrawn())
                parts.push_back({ m_sections->tabText(section), card->table().content(), card->chart().kind(), asTable });
        }
    }
    return parts;
}

void InsightsPane::writeReport(const QString &fileName)
{
    const QString title = tr("Insights · %1").arg(context().workspace.name());
    auto *report = new InsightsReport(Theme::of(this), fileName, title, filterText(), reportParts(), this);
    connect(report, &InsightsReport::finished, this, &InsightsPane::reported);
    report->start();
}

void InsightsPane::askForReport()
{
    auto *dialog = new QFileDialog(this, tr("Save a report as PDF"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("PDF (*.pdf)"));
    dialog->setDefaultSuffix(u"pdf"_s);
    dialog->selectFile(u"insights.pdf"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &fileName) {
        connect(this, &InsightsPane::reported, this, [this, fileName](bool good, const QString &why) {
            if (good)
                return;
            auto *box = new QMessageBox(QMessageBox::NoIcon, tr("Report"), tr("%1 could not be written.").arg(fileName), QMessageBox::Ok, this);
            box->setInformativeText(why);
            box->setAttribute(Qt::WA_DeleteOnClose);
            box->open();
        }, Qt::SingleShotConnection);
        writeReport(fileName);
    });
    dialog->open();
}

QJsonObject InsightsPane::saveState() const
{
    QJsonObject state = m_question.toJson();
    state[u"section"] = sectionIds[size_t(m_sections->currentIndex())];
    for (size_t at = 0; at < m_dashboards.size(); ++at)
        state[sectionIds[at]] = m_dashboards[at]->saveState();
    return state;
}

void InsightsPane::restoreState(const QJsonObject &state)
{
    setQuestion(InsightsQuestion::fromJson(state));
    for (size_t at = 0; at < m_dashboards.size(); ++at)
        m_dashboards[at]->restoreState(state[sectionIds[at]].toObject());
    for (int at = 0; at < int(sectionIds.size()); ++at) {
        if (state[u"section"].toString() == sectionIds[size_t(at)])
            m_sections->setCurrentIndex(at);
    }
}

} // namespace callboard::ui::panes
