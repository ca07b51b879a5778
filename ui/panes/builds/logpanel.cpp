// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/builds/logpanel.h"

#include "ui/kit/icons.h"
#include "ui/kit/style.h"
#include "ui/kit/times.h"
#include "ui/kit/widgets.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;

LogPanel::LogPanel(QWidget *parent)
    : QWidget(parent)
    , m_view(new LogView)
    , m_find(new QLineEdit)
    , m_found(new TextLabel({}, TextRole::Caption, TextLabel::Ink::Secondary))
    , m_message(new TextLabel({}, TextRole::Dense, TextLabel::Ink::Secondary))
    , m_facts(new TextLabel({}, TextRole::Caption, TextLabel::Ink::Secondary))
    , m_failures(new TextLabel({}, TextRole::Caption, TextLabel::Ink::Failed))
    , m_times(new QCheckBox(tr("Times")))
    , m_follow(new QCheckBox(tr("Follow")))
    , m_bar(new QWidget)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    makeBar();
    column->addWidget(m_bar);
    m_message->setContentsMargins(12, 8, 12, 8);
    m_message->setWordWrap(true);
    m_message->setSelectable();
    m_message->hide();
    column->addWidget(m_message);
    column->addWidget(m_view, 1);
    m_facts->setContentsMargins(12, 3, 12, 3);
    m_facts->setElide(Qt::ElideRight);
    column->addWidget(m_facts);
    builds::LogDocument *document = &m_view->document();
    connect(document, &builds::LogDocument::indexed, this, &LogPanel::showFacts);
    connect(document, &builds::LogDocument::found, this, &LogPanel::showFacts);
    connect(document, &builds::LogDocument::saved, this, [this](const QString &path, const QString &problem) {
        setNote(problem.isEmpty() ? tr("saved as %1").arg(path) : tr("not saved: %1").arg(problem));
    });
    connect(m_view, &LogView::currentChanged, this, &LogPanel::showFacts);
    connect(m_view, &LogView::followingChanged, m_follow, &QCheckBox::setChecked);
    connect(m_view, &LogView::saveRequested, this, &LogPanel::save);
    connect(m_view, &LogView::findRequested, this, [this] {
        m_find->setFocus(Qt::ShortcutFocusReason);
        m_find->selectAll();
    });
    showFacts();
}

void LogPanel::makeBar()
{
    auto *row = new QHBoxLayout(m_bar);
    row->setContentsMargins(8, 4, 8, 4);
    row->setSpacing(6);
    m_find->setPlaceholderText(tr("Find in this log"));
    m_find->setAccessibleName(tr("Find in this log"));
    m_find->setClearButtonEnabled(true);
    m_find->setMinimumWidth(110);
    m_find->setMaximumWidth(260);
    m_find->installEventFilter(this);
    setSmall(m_find);
    row->addWidget(m_find, 4);
    row->addWidget(m_found);
    const auto button = [&](const QString &icon, const QString &name, auto run) {
        auto *made = new IconButton(icon, name);
        connect(made, &QToolButton::clicked, this, run);
        row->addWidget(made);
        return made;
    };
    button(u"back"_s, tr("Previous place found (Shift+F3)"), [this] { m_view->goToHit(-1); });
    button(u"forward"_s, tr("Next place found (F3)"), [this] { m_view->goToHit(1); });
    row->addStretch(1);
    row->addWidget(m_failures);
    button(u"build-fail"_s, tr("Next failing line (F8)"), [this] { m_view->goToFailure(1); });
    m_times->setChecked(true);
    row->addWidget(m_times);
    row->addWidget(m_follow);
    IconButton *more = button(u"more"_s, tr("More for this log"), [] {});
    makeMenu();
    connect(more, &QToolButton::clicked, m_menu, [this, more] { m_menu->popup(more->mapToGlobal(QPoint(0, more->height()))); });
    connect(m_times, &QCheckBox::toggled, m_view, &LogView::setTimes);
    connect(m_follow, &QCheckBox::toggled, m_view, &LogView::setFollowing);
    connect(m_find, &QLineEdit::textChanged, this, [this](const QString &text) { m_view->document().search(text); });
}

/// Of the button, and of the log itself.
void LogPanel::makeMenu()
{
    m_menu = new QMenu(this);
    QAction *copy = m_menu->addAction(icon(u"copy"_s), tr("Copy the selected lines"), this, [this] { m_view->copy(); });
    m_menu->addAction(icon(u"search"_s), tr("Find in this log"), this, [this] { Q_EMIT m_view->findRequested(); });
    QAction *next = m_menu->addAction(icon(u"build-fail"_s), tr("Next failing line"), this, [this] { m_view->goToFailure(1); });
    QAction *previous = m_menu->addAction(icon(u"build-fail"_s), tr("Previous failing line"), this, [this] { m_view->goToFailure(-1); });
    m_menu->addSeparator();
    m_menu->addAction(icon(u"minus"_s), tr("Fold all groups"), this, [this] { m_view->setAllFolded(true); });
    m_menu->addAction(icon(u"plus"_s), tr("Unfold all groups"), this, [this] { m_view->setAllFolded(false); });
    m_menu->addSeparator();
    QAction *save = m_menu->addAction(icon(u"export"_s), tr("Save the log…"), this, [this] { this->save(); });
    connect(m_menu, &QMenu::aboutToShow, this, [this, copy, next, previous, save] {
        const builds::LogDocument &document = m_view->document();
        for (QAction *action : { copy, save })
            action->setEnabled(document.isOpen());
        for (QAction *action : { next, previous })
            action->setEnabled(document.errorCount() > 0);
    });
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) { m_menu->popup(m_view->viewport()->mapToGlobal(at)); });
}

void LogPanel::say(const QString &text)
{
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty());
}

void LogPanel::setNote(const QString &note)
{
    m_note = note;
    showFacts();
}

void LogPanel::showFacts()
{
    const builds::LogDocument &document = m_view->document();
    QStringList said;
    if (document.isOpen()) {
        said += tr("%n line(s)", nullptr, int(document.lineCount()));
        said += byteCount(document.bytes());
        if (!document.isWhole())
            said += document.hasEnded() ? tr("reading…") : tr("growing");
    }
    if (!m_note.isEmpty())
        said += m_note;
    m_facts->setText(said.join(u", "_s));
    m_failures->setText(document.errorCount() > 0 ? tr("%n failing line(s)", nullptr, int(document.errorCount())) : QString());
    if (m_find->text().isEmpty()) {
        m_found->setText({});
    } else if (document.hits().empty()) {
        m_found->setText(document.isSearching() ? tr("searching…") : tr("nothing found"));
    } else {
        const QLocale locale;
        const int at = m_view->hitNumber();
        const QString all = locale.toString(qulonglong(document.hits().size()));
        m_found->setText(at > 0 ? tr("%1 of %2").arg(locale.toString(at), all) : tr("in %n line(s)", nullptr, int(document.hits().size())));
    }
}

void LogPanel::save()
{
    if (!m_view->document().isOpen())
        return;
    auto *dialog = new QFileDialog(this, tr("Save the log"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    QString name = m_baseName;
    for (QChar &c : name) {
        if (!c.isLetterOrNumber() && c != u'.' && c != u'_')
            c = u'-';
    }
    dialog->selectFile((name.isEmpty() ? u"build"_s : name) + u".log"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) { m_view->document().saveTo(path); });
    dialog->open();
}

bool LogPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_find || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter: m_view->goToHit(key->modifiers() & Qt::ShiftModifier ? -1 : 1); return true;
    case Qt::Key_Escape:
        m_find->clear();
        m_view->setFocus(Qt::OtherFocusReason);
        return true;
    case Qt::Key_Down: m_view->setFocus(Qt::OtherFocusReason); return true;
    default: return QWidget::eventFilter(watched, event);
    }
}

} // namespace callboard::ui::panes
