// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/noticerulesform.h"

#include "models/items/inboxmodel.h"
#include "ui/kit/widgets.h"
#include "ui/panes/inbox/noticedesk.h"
#include "ui/shell/settingspages.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QTimeEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace callboard::ui {

using notices::Level;
using notices::NoticeRules;
using notices::Rule;
using notices::What;
using notices::Whose;

namespace {

constexpr int mostRows = 30;

QString wordFor(Whose whose)
{
    switch (whose) {
    case Whose::Mine: return NoticeRulesForm::tr("mine");
    case Whose::MineOrStarred: return NoticeRulesForm::tr("mine or starred");
    case Whose::Anyone: break;
    }
    return NoticeRulesForm::tr("anyone’s");
}

QString wordFor(Level level)
{
    switch (level) {
    case Level::Normal: return NoticeRulesForm::tr("at least normal");
    case Level::High: return NoticeRulesForm::tr("at least high");
    case Level::Critical: return NoticeRulesForm::tr("only critical");
    case Level::Low: break;
    }
    return NoticeRulesForm::tr("any urgency");
}

/// `letters`: for how many there is room at least; six columns and three buttons share the page.
QComboBox *choice(const QStringList &texts, int current, const QString &name, int letters)
{
    auto *box = new QComboBox;
    box->addItems(texts);
    box->setCurrentIndex(current);
    box->setAccessibleName(name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(letters);
    return box;
}

} // namespace

NoticeRulesForm::NoticeRulesForm(const NoticeRules &rules, QWidget *parent)
    : QWidget(parent)
    , m_rules(rules)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(new QWidget); // Where the rows come.
    auto *buttons = new QHBoxLayout;
    m_add = new QPushButton(tr("Add a rule"));
    auto *calm = new QPushButton(tr("Restore the calm rules"));
    buttons->addWidget(m_add);
    buttons->addWidget(calm);
    buttons->addStretch(1);
    column->addLayout(buttons);
    column->addWidget(makeQuiet());
    connect(m_add, &QPushButton::clicked, this, [this] {
        if (rowCount() >= mostRows)
            return;
        // First, so that it counts before what is there.
        m_rules.rules.insert(m_rules.rules.begin(), Rule { What::Any, Whose::Mine, Level::High, { true, true, false } });
        fillRows();
        Q_EMIT edited(m_rules);
    });
    connect(calm, &QPushButton::clicked, this, [this] {
        m_rules.rules = NoticeRules::calm();
        fillRows();
        Q_EMIT edited(m_rules);
    });
    fillRows();
}

void NoticeRulesForm::fillRows()
{
    auto *column = static_cast<QVBoxLayout *>(layout());
    auto *rows = new QWidget;
    auto *grid = new QGridLayout(rows);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(6);
    grid->setVerticalSpacing(4);
    QLayoutItem *old = column->takeAt(0);
    if (old->widget())
        old->widget()->deleteLater();
    delete old;
    column->insertWidget(0, rows);
    m_rowsHolder = rows;
    const QStringList heads { tr("When"), tr("Whose"), tr("How urgent"), tr("Count"), tr("Pop up"), tr("Sound") };
    for (int at = 0; at < heads.size(); ++at)
        grid->addWidget(new TextLabel(heads.at(at), TextRole::Caption, TextLabel::Ink::Secondary), 0, at);
    for (int at = 0; at < rowCount(); ++at)
        addRow(at);
    if (rowCount() == 0)
        grid->addWidget(new TextLabel(tr("Without a rule nothing is counted and nothing pops up; all of it is in the inbox."), TextRole::Dense, TextLabel::Ink::Secondary), 1, 0, 1, 7);
    // What they choose from differs in length with the language: when is the longest everywhere.
    for (const auto &[column, share] : { std::pair { 0, 3 }, std::pair { 1, 2 }, std::pair { 2, 2 } })
        grid->setColumnStretch(column, share);
    // They are made last, and come first: the keyboard goes as the eye does. QWidget::setTabOrder() does nothing with one that takes no
    // focus, and that is what stands before the button.
    QWidget *const anchor = m_add->previousInFocusChain();
    const Qt::FocusPolicy policy = anchor->focusPolicy();
    anchor->setFocusPolicy(Qt::StrongFocus);
    QWidget *before = anchor;
    for (QWidget *widget : rows->findChildren<QWidget *>(Qt::FindDirectChildrenOnly)) {
        if (!(widget->focusPolicy() & Qt::TabFocus))
            continue;
        setTabOrder(before, widget);
        before = widget;
    }
    anchor->setFocusPolicy(policy);
}

void NoticeRulesForm::addRow(int at)
{
    auto *grid = static_cast<QGridLayout *>(m_rowsHolder->layout());
    const Rule &rule = m_rules.rules[size_t(at)];
    const QString number = QLocale().toString(at + 1);
    QStringList whats, whoses, levels;
    for (int what = 0; what < notices::whats; ++what)
        whats.append(items::InboxModel::wordFor(What(what)));
    for (const Whose whose : { Whose::Anyone, Whose::Mine, Whose::MineOrStarred })
        whoses.append(wordFor(whose));
    for (const Level level : { Level::Low, Level::Normal, Level::High, Level::Critical })
        levels.append(wordFor(level));
    auto *what = choice(whats, int(rule.what), tr("When, rule %1").arg(number), 12);
    auto *whose = choice(whoses, int(rule.whose), tr("Whose, rule %1").arg(number), 6);
    auto *level = choice(levels, int(rule.atLeast), tr("How urgent, rule %1").arg(number), 7);
    const auto box = [&](bool on, const QString &name) {
        auto *check = new QCheckBox;
        check->setChecked(on);
        check->setAccessibleName(name);
        check->setToolTip(name);
        return check;
    };
    auto *badge = box(rule.effects.badge, tr("Count it, rule %1").arg(number));
    auto *popup = box(rule.effects.popup, tr("Pop up on the desktop, rule %1").arg(number));
    auto *sound = box(rule.effects.sound, tr("With a sound, rule %1").arg(number));
    sound->setEnabled(rule.effects.popup);
    auto *up = new IconButton(u"chevron-up"_s, tr("Earlier, rule %1").arg(number));
    auto *down = new IconButton(u"chevron-down"_s, tr("Later, rule %1").arg(number));
    auto *remove = new IconButton(u"close"_s, tr("Take rule %1 away").arg(number));
    up->setEnabled(at > 0);
    down->setEnabled(at + 1 < rowCount());
    int column = 0;
    for (QWidget *widget : std::initializer_list<QWidget *> { what, whose, level, badge, popup, sound, up, down, remove })
        grid->addWidget(widget, at + 1, column++);
    connect(what, &QComboBox::activated, this, [this, at](int chosen) { rowChanged(at, [&](Rule &changed) { changed.what = What(chosen); }); });
    connect(whose, &QComboBox::activated, this, [this, at](int chosen) { rowChanged(at, [&](Rule &changed) { changed.whose = Whose(chosen); }); });
    connect(level, &QComboBox::activated, this, [this, at](int chosen) { rowChanged(at, [&](Rule &changed) { changed.atLeast = Level(chosen); }); });
    connect(badge, &QCheckBox::toggled, this, [this, at](bool on) { rowChanged(at, [&](Rule &changed) { changed.effects.badge = on; }); });
    connect(popup, &QCheckBox::toggled, this, [this, at, sound](bool on) {
        sound->setEnabled(on);
        rowChanged(at, [&](Rule &changed) { changed.effects.popup = on; });
    });
    connect(sound, &QCheckBox::toggled, this, [this, at](bool on) { rowChanged(at, [&](Rule &changed) { changed.effects.sound = on; }); });
    connect(up, &QAbstractButton::clicked, this, [this, at] { moveRow(at, -1); });
    connect(down, &QAbstractButton::clicked, this, [this, at] { moveRow(at, 1); });
    connect(remove, &QAbstractButton::clicked, this, [this, at] {
        m_rules.rules.erase(m_rules.rules.begin() + at);
        fillRows();
        Q_EMIT edited(m_rules);
    });
}

void NoticeRulesForm::rowChanged(int at, const std::function<void(Rule &)> &change)
{
    change(m_rules.rules[size_t(at)]);
    Q_EMIT edited(m_rules);
}

void NoticeRulesForm::moveRow(int at, int by)
{
    std::swap(m_rules.rules[size_t(at)], m_rules.rules[size_t(at + by)]);
    fillRows();
    Q_EMIT edited(m_rules);
}

QWidget *NoticeRulesForm::makeQuiet()
{
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 12, 0, 0);
    m_quiet = new QCheckBox(tr("Quiet hours: nothing pops up, and what came is told in one afterwards"));
    column->addWidget(m_quiet);
    auto *times = new QHBoxLayout;
    m_from = new QTimeEdit(m_rules.quiet.from);
    m_to = new QTimeEdit(m_rules.quiet.to);
    QString format = QLocale().timeFormat(QLocale::ShortFormat);
    format.remove(u":ss"_s); // That of the plain locale has seconds.
    for (QTimeEdit *time : { m_from, m_to })
        time->setDisplayFormat(format);
    m_from->setAccessibleName(tr("Quiet from"));
    m_to->setAccessibleName(tr("Quiet until"));
    times->addWidget(new TextLabel(tr("From"), TextRole::Dense, TextLabel::Ink::Primary));
    times->addWidget(m_from);
    times->addWidget(new TextLabel(tr("to"), TextRole::Dense, TextLabel::Ink::Primary));
    times->addWidget(m_to);
    times->addStretch(1);
    column->addLayout(times);
    auto *days = new QHBoxLayout;
    for (int day = 1; day <= 7; ++day) {
        auto *box = new QCheckBox(QLocale().standaloneDayName(day, QLocale::ShortFormat));
        box->setAccessibleName(tr("Quiet hours begin on %1").arg(QLocale().standaloneDayName(day)));
        m_days.append(box);
        days->addWidget(box);
        connect(box, &QCheckBox::clicked, this, &NoticeRulesForm::keepQuiet);
    }
    days->addStretch(1);
    column->addLayout(days);
    m_weekend = new QCheckBox(tr("All of Saturday and Sunday as well"));
    column->addWidget(m_weekend);
    showQuiet();
    connect(m_quiet, &QCheckBox::clicked, this, &NoticeRulesForm::keepQuiet);
    connect(m_weekend, &QCheckBox::clicked, this, &NoticeRulesForm::keepQuiet);
    connect(m_from, &QTimeEdit::timeChanged, this, &NoticeRulesForm::keepQuiet);
    connect(m_to, &QTimeEdit::timeChanged, this, &NoticeRulesForm::keepQuiet);
    return part;
}

void NoticeRulesForm::showQuiet()
{
    const notices::QuietHours &quiet = m_rules.quiet;
    m_quiet->setChecked(quiet.on);
    m_weekend->setChecked(quiet.wholeWeekend);
    for (int at = 0; at < m_days.size(); ++at)
        m_days.at(at)->setChecked(quiet.days.contains(at + 1));
    for (QWidget *widget : std::initializer_list<QWidget *> { m_from, m_to, m_weekend })
        widget->setEnabled(quiet.on);
    for (QCheckBox *day : std::as_const(m_days))
        day->setEnabled(quiet.on);
}

void NoticeRulesForm::keepQuiet()
{
    notices::QuietHours &quiet = m_rules.quiet;
    quiet.on = m_quiet->isChecked();
    quiet.wholeWeekend = m_weekend->isChecked();
    quiet.from = m_from->time();
    quiet.to = m_to->time();
    quiet.days.clear();
    for (int at = 0; at < m_days.size(); ++at) {
        if (m_days.at(at)->isChecked())
            quiet.days.append(at + 1);
    }
    showQuiet();
    Q_EMIT edited(m_rules);
}

QWidget *makeNoticesPage(PaneContext context)
{
    QVBoxLayout *column = nullptr;
    QWidget *area = settingsPage(NoticeRulesForm::tr("Notices"), &column);
    column->addWidget(quietLabel(NoticeRulesForm::tr("Everything is in the inbox. These rules say what is counted beside, and what pops up on the desktop; the first that fits decides. "
                                                     "A desktop that shall not disturb you keeps that promise.")));
    auto &desk = panes::NoticeDesk::of(context);
    auto *form = new NoticeRulesForm(desk.inbox().rules());
    QObject::connect(form, &NoticeRulesForm::edited, &desk, [&desk](const NoticeRules &rules) { desk.inbox().setRules(rules); });
    column->addWidget(form);
    column->addStretch(1);
    return area;
}

} // namespace callboard::ui
