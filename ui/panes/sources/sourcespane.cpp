// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/sources/sourcespane.h"

#include "models/sync/connectionstore.h"
#include "ui/kit/commands.h"
#include "ui/kit/icons.h"
#include "ui/kit/proxylogindialog.h"
#include "ui/kit/sentences.h"
#include "ui/kit/style.h"
#include "ui/panes/common/freshness.h"
#include "ui/panes/common/gathered.h"
#include "ui/panes/sources/requestlog.h"
#include "ui/panes/sources/sourcecard.h"

#include <QAction>
#include <QApplication>
#include <QFile>
#include <QFileDialog>
#include <QJsonDocument>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QThreadPool>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <ranges>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;

namespace {

    constexpr int tickMs = 15'000;
    constexpr std::chrono::milliseconds rest(100);
    /// A card has some thirty widgets: more of them in one go would be seen as a pause.
    constexpr int mostNewCards = 2;
    constexpr int all = std::numeric_limits<int>::max();
    constexpr qint64 largestImport = 4 << 20;

} // namespace

SourcesPane::SourcesPane(PaneContext context, QWidget *parent)
    : Pane(context, parent)
    , m_scroll(new QScrollArea(this))
    , m_tick(new QTimer(this))
    , m_refreshing(new Gathered(rest, [this] { refresh(mostNewCards); }, this))
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_scroll);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setAccessibleName(tr("Sources"));
    auto *list = new QWidget;
    m_column = new QVBoxLayout(list);
    m_column->setContentsMargins(8, 8, 8, 8);
    m_column->setSpacing(8);
    m_column->addStretch(1);
    m_scroll->setWidget(list);
    setSurface(list, Surface::Board);
    makeActions();

    sync::Workspace &workspace = context.workspace;
    const auto soon = [this] { m_refreshing->askLater(); };
    // At once: what could not be saved is told right behind this.
    connect(&workspace, &sync::Workspace::connectionsChanged, this, [this] { m_trouble.reset(); });
    // In a turn of its own: all that is open looks at the connections when one of them changed.
    connect(&workspace, &sync::Workspace::connectionsChanged, this, [this] { m_refreshing->ask(); }, Qt::QueuedConnection);
    connect(&workspace, &sync::Workspace::integrationsChanged, this, soon);
    connect(&workspace, &sync::Workspace::pullStarted, this, soon);
    connect(&workspace, &sync::Workspace::pullFinished, this, soon);
    connect(&workspace, &sync::Workspace::scheduleChanged, this, soon);
    connect(&workspace, &sync::Workspace::pendingActionsChanged, this, soon);
    connect(&workspace.mirror(), &mirror::Mirror::feedStateChanged, this, soon);
    connect(&workspace, &sync::Workspace::pullProgress, this, [this](const sync::PullProgress &progress) {
        const SourceCard *shown = card(progress.connectionId);
        if (FeedRow *row = shown ? shown->feed(progress.feedId) : nullptr)
            row->showProgress(progress);
    });
    connect(&workspace, &sync::Workspace::keychainChanged, this, soon);
    connect(this, &Pane::statusActionTriggered, this, &SourcesPane::onStatusAction);
    connect(m_tick, &QTimer::timeout, this, [this] { refresh(mostNewCards, true); });
    m_tick->start(tickMs);
    refresh(all);
}

void SourcesPane::onStatusAction()
{
    sync::Workspace &workspace = context().workspace;
    if (workspace.connections().empty()) {
        Q_EMIT addRequested();
    } else if (isKeychainLocked()) {
        workspace.unlockKeychain(this, [this](const domain::Result<void> &done) {
            if (!done)
                complain(done.error());
            else
                refresh(mostNewCards);
        });
    }
}

bool SourcesPane::isKeychainLocked() const
{
    return context().workspace.keychainState() == sync::SecretStore::State::Locked;
}

void SourcesPane::makeActions()
{
    const auto add = [this](const QString &iconName, const QString &text, const std::function<void()> &run) {
        auto *action = new QAction(icon(iconName), text, this);
        connect(action, &QAction::triggered, this, run);
        m_actions.append(action);
    };
    add(u"sync"_s, tr("Sync all sources now"), [this] { context().workspace.pullNow(); });
    add(u"plus"_s, tr("Add a connection…"), [this] { Q_EMIT addRequested(); });
    add(u"history"_s, tr("Request log…"), [this] { openRequestLog(); });
    add(u"export"_s, tr("Export the connections…"), [this] { chooseFile(true); });
    add(u"folder"_s, tr("Import connections…"), [this] { chooseFile(false); });
}

QWidget *SourcesPane::focusWidgetOfPane()
{
    return m_cards.isEmpty() ? static_cast<QWidget *>(m_scroll) : m_cards.first()->firstButton();
}

SourceCard *SourcesPane::card(const QString &connectionId) const
{
    const auto at = std::ranges::find_if(m_cards, [&](const SourceCard *one) { return one->id() == connectionId; });
    return at == m_cards.end() ? nullptr : *at;
}

// In place: a card stays while its connection does.
void SourcesPane::refresh(int mostNew, bool timesToo)
{
    const std::vector<SourceView> sources = readSources(context().workspace);
    QList<SourceCard *> cards;
    int made = 0;
    for (const SourceView &source : sources) {
        SourceCard *shown = card(source.id);
        if (!shown && made++ < mostNew)
            shown = makeCard(source);
        else if (!shown)
            continue;
        else if (timesToo || shown->source() != source) // Of many that pull, a few change at a time.
            shown->showSource(source);
        cards.append(shown);
    }
    if (made > mostNew)
        m_refreshing->askLater();
    for (SourceCard *old : std::as_const(m_cards)) {
        if (!cards.contains(old)) {
            old->hide();
            old->deleteLater();
        }
    }
    m_cards = cards;
    for (int at = 0; at < int(cards.size()); ++at) {
        if (m_column->indexOf(cards[at]) != at)
            m_column->insertWidget(at, cards[at]);
    }
    refreshHeader(qsizetype(sources.size()));
}

SourceCard *SourcesPane::makeCard(const SourceView &source)
{
    auto *card = new SourceCard(source);
    sync::Workspace &workspace = context().workspace;
    const QString id = source.id;
    connect(card, &SourceCard::pullRequested, this, [&workspace, id](const QString &feed) { workspace.pullNow(id, feed); });
    connect(card, &SourceCard::cancelRequested, this, [&workspace, id](const QString &feed) { workspace.cancelPulls(id, feed); });
    connect(card, &SourceCard::pauseRequested, this, [this, &workspace, id](bool paused) {
        complainUnlessSaved(workspace.setPaused(id, paused));
    });
    connect(card, &SourceCard::editRequested, this, [this, id] { Q_EMIT editRequested(id); });
    connect(card, &SourceCard::signInRequested, this, [this, id] { Q_EMIT signInRequested(id); });
    connect(card, &SourceCard::proxyLoginRequested, this, [this, &workspace](const QString &proxy) {
        auto *dialog = new ProxyLoginDialog(workspace, proxy, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    connect(card, &SourceCard::actionRequested, this, [this, id](const QString &actionId) {
        // The window's own command, with its dialog.
        if (QAction *action = context().commands.action(u"do."_s + id + u'.' + actionId))
            action->trigger();
    });
    connect(card, &SourceCard::logRequested, this, [this, id] { openRequestLog(id); });
    connect(card, &SourceCard::keepRequested, this, [&workspace, id] { workspace.keepRefused(id); });
    connect(card, &SourceCard::eraseRequested, this, [this, &workspace, id] { complainUnlessSaved(workspace.eraseBrought(id)); });
    connect(card, &SourceCard::removeRequested, this, [this, card, id] { removeConnection(id, card->accessibleName()); });
    return card;
}

void SourcesPane::refreshHeader(qsizetype sources)
{
    const Freshness freshness(context().workspace, {});
    setSubject(tr("%n source(s)", nullptr, int(sources)));
    setAsOf(freshness.asOf());
    setCount(freshness.failure() ? 1 : 0);
    // What went wrong is said where it went wrong: no banner above the rows repeats it.
    if (m_trouble)
        setStatus({ PaneStatus::State::Failed, sentence(*m_trouble).what, sentence(*m_trouble).remedy, {}, {} });
    else if (sources == 0)
        setStatus({ PaneStatus::State::Empty, tr("No source is connected"),
            tr("Point Callboard at a portal, a folder of clones or the sample portal."), tr("Add a connection…"), u"sync"_s });
    else if (isKeychainLocked())
        setStatus({ PaneStatus::State::Failed, tr("The keychain is locked."),
            tr("Sources that need a secret wait for it."), tr("Unlock it…"), {} });
    else
        setStatus({});
}

void SourcesPane::complain(const domain::Error &error)
{
    m_trouble = error;
    refresh(mostNewCards);
}

void SourcesPane::complainUnlessSaved(const domain::Result<void> &done)
{
    if (!done)
        return complain(done.error());
    context().workspace.whenSaved(this, [this](const domain::Result<void> &saved) {
        if (!saved)
            complain(saved.error());
    });
}

RequestLog *SourcesPane::openRequestLog(const QString &connectionId)
{
    if (!m_log) {
        m_log = new RequestLog(context().workspace, this);
        m_log->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_log->showConnection(connectionId);
    m_log->show();
    m_log->raise();
    return m_log;
}

void SourcesPane::removeConnection(const QString &connectionId, const QString &name)
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("Remove %1").arg(name),
        tr("Remove %1 and all that was read from it?").arg(name), QMessageBox::Cancel, this);
    box->setInformativeText(tr("Its entities, history and files kept for offline use are erased, with what was noted of your use of them, and its secrets forgotten. The source itself is not touched."));
    QPushButton *remove = box->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    setButtonRole(remove, ButtonRole::Danger);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(box, &QMessageBox::buttonClicked, this, [this, box, remove, connectionId](QAbstractButton *pressed) {
        if (pressed != remove)
            return;
        complainUnlessSaved(context().workspace.removeConnection(connectionId));
        box->close();
    });
    box->open();
}

void SourcesPane::chooseFile(bool toWrite)
{
    auto *dialog = new QFileDialog(this, toWrite ? tr("Export the connections") : tr("Import connections"), {},
        tr("Connections (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(toWrite ? QFileDialog::AcceptSave : QFileDialog::AcceptOpen);
    dialog->setDefaultSuffix(u"json"_s);
    if (toWrite)
        dialog->selectFile(u"callboard-connections.json"_s);
    else
        dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this, toWrite](const QString &fileName) {
        if (toWrite)
            exportTo(fileName);
        else
            importFrom(fileName);
    });
    dialog->open();
}

void SourcesPane::exportTo(const QString &fileName)
{
    // Where somebody keeps such a file may be slow.
    QThreadPool::globalInstance()->start([self = QPointer(this), fileName, content = context().workspace.exportConnections()] {
        const auto written = sync::writeJsonFile(fileName, content);
        QMetaObject::invokeMethod(qApp, [self, fileName, written] {
            if (!self)
                return;
            if (!written)
                self->complain(written.error());
            Q_EMIT self->exported(fileName, written.has_value());
        });
    });
}

void SourcesPane::importFrom(const QString &fileName)
{
    QThreadPool::globalInstance()->start([self = QPointer(this), fileName] {
        QFile file(fileName);
        std::optional<QJsonObject> read;
        if (file.open(QIODevice::ReadOnly))
            read = QJsonDocument::fromJson(file.read(largestImport)).object(); // What is cut off there is no JSON.
        QMetaObject::invokeMethod(qApp, [self, fileName, read] {
            if (self && read)
                self->import(*read);
            else if (self)
                self->complain({ domain::ErrorCode::Invalid, tr("%1 cannot be read as a file of connections.").arg(fileName), 0, {}, {} });
        });
    });
}

void SourcesPane::import(const QJsonObject &connections)
{
    const auto report = context().workspace.importConnections(connections);
    if (!report) {
        complain(report.error());
        return;
    }
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("Import connections"), importText(*report), QMessageBox::NoButton, this);
    box->setTextFormat(Qt::PlainText); // What a file says is no markup of ours.
    box->setAttribute(Qt::WA_DeleteOnClose);
    const bool canBegin = !std::ranges::all_of(report->added, &sync::ImportReport::Added::wasPaused);
    if (!canBegin) {
        box->addButton(QMessageBox::Ok);
        box->open();
        return;
    }
    QPushButton *begin = box->addButton(tr("Read them now"), QMessageBox::AcceptRole);
    QPushButton *later = box->addButton(tr("Leave them paused"), QMessageBox::RejectRole);
    box->setDefaultButton(later);
    box->setEscapeButton(later);
    connect(begin, &QAbstractButton::clicked, this, [this, added = report->added] { beginImported(added); });
    box->open();
}

/// Whoever sent the file chose whom these connections ask: the person looks at that first.
QString SourcesPane::importText(const sync::ImportReport &report)
{
    constexpr size_t mostShown = 12;
    QStringList lines { tr("%n connection(s) added.", nullptr, int(report.added.size())) };
    // The name last: it is from the file as well, and may turn around what stands behind it (Unicode, UAX #9).
    for (const auto &one : report.added | std::views::take(mostShown))
        lines.append(one.places.isEmpty() ? one.name : u"%1 (%2)"_s.arg(one.places.join(u", "_s), one.name));
    if (report.added.size() > mostShown)
        lines.append(tr("and %n other(s); the pane has them all", nullptr, int(report.added.size() - mostShown)));
    if (!report.added.empty())
        lines.append(tr("They are paused: nothing is read from these places before you say so."));
    if (!report.skipped.isEmpty())
        lines.append(tr("Here already: %1.").arg(report.skipped.join(u", "_s)));
    for (const auto &refused : report.refused)
        lines.append(tr("%1 was not taken: %2.").arg(refused.name.isEmpty() ? tr("One") : refused.name, refused.reason));
    if (!std::ranges::all_of(report.added, [](const auto &one) { return one.secretFields.isEmpty(); }))
        lines.append(tr("Secrets are in no file: sign in anew where a source asks for it."));
    return lines.join(u'\n');
}

/// Those that were paused where they come from stay so.
void SourcesPane::beginImported(const std::vector<sync::ImportReport::Added> &added)
{
    QString wantsSecret;
    for (const auto &one : added) {
        if (one.wasPaused)
            continue;
        complainUnlessSaved(context().workspace.setPaused(one.id, false));
        context().workspace.pullNow(one.id);
        if (wantsSecret.isEmpty() && !one.secretFields.isEmpty())
            wantsSecret = one.id;
    }
    if (!wantsSecret.isEmpty())
        Q_EMIT signInRequested(wantsSecret);
}

} // namespace callboard::ui::panes
