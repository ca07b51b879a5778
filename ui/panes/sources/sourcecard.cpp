// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/sources/sourcecard.h"

#include "models/sync/proxylogins.h"
#include "ui/kit/icons.h"
#include "ui/kit/sentences.h"
#include "ui/kit/style.h"
#include "ui/kit/times.h"
#include "ui/kit/widgets.h"

#include <QLocale>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;

namespace {

    using State = FeedView::State;

    Status statusOf(State state)
    {
        switch (state) {
        case State::Never: return Status::Queued;
        case State::Good: return Status::Ok;
        case State::Stale: return Status::Stale;
        case State::Failed: return Status::Failed;
        case State::Paused: return Status::None;
        case State::Running: return Status::Running;
        }
        return Status::None;
    }

    QPushButton *smallButton(const QString &text)
    {
        auto *button = new QPushButton(text);
        setSmall(button);
        return button;
    }

    /// Under the name, past the glyph.
    constexpr int indent = 18;

    /// When something was true; with the dashed line where it is not current.
    class WhenLabel final : public TextLabel {
    public:
        using TextLabel::TextLabel;
        void setOld(bool old)
        {
            m_isOld = old;
            setInk(old ? Ink::Stale : Ink::Secondary);
        }

    protected:
        void paintEvent(QPaintEvent *event) override
        {
            TextLabel::paintEvent(event);
            if (!m_isOld)
                return;
            QPainter painter(this);
            paintStaleUnderline(&painter, QRectF(contentsRect()).adjusted(0, 0, 0, -1), Theme::of(this).colours());
        }

    private:
        bool m_isOld = false;
    };

} // namespace

// FeedRow

FeedRow::FeedRow(const FeedView &feed, QWidget *parent)
    : QWidget(parent)
    , m_glyph(new StatusGlyph)
    , m_name(new TextLabel(feed.name, TextRole::Dense, TextLabel::Ink::Primary, QFont::Medium))
    , m_live(new BadgeLabel(tr("live"), Status::Ok))
    , m_when(new WhenLabel({}, TextRole::Caption, TextLabel::Ink::Secondary))
    , m_pull(new IconButton(u"sync"_s, tr("Sync %1 now").arg(feed.name)))
    , m_detail(new TextLabel({}, TextRole::Caption, TextLabel::Ink::Secondary))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    m_glyph->setGlyphStyle(GlyphStyle::Quiet);
    m_name->setElide(Qt::ElideRight);
    row->addWidget(m_glyph);
    row->addWidget(m_name, 1);
    m_live->setToolTip(tr("It is told of changes as they happen, and does not wait for the clock"));
    row->addWidget(m_live);
    row->addWidget(m_when);
    row->addWidget(m_pull);
    column->addLayout(row);
    m_detail->setContentsMargins(indent, 0, 0, 0);
    m_detail->setWordWrap(true);
    column->addWidget(m_detail);
    makeTrouble(column);
    makeProgress(column, feed.name);
    setAccessibleName(feed.name);
    connect(m_pull, &QToolButton::clicked, this, &FeedRow::pullRequested);
    showFeed(feed, false);
}

void FeedRow::makeTrouble(QVBoxLayout *column)
{
    m_error = new TextLabel({}, TextRole::Dense, TextLabel::Ink::Failed);
    m_error->setWordWrap(true);
    m_error->setSelectable();
    m_error->setContentsMargins(indent, 0, 0, 0);
    column->addWidget(m_error);
    m_signIn = smallButton(tr("Sign in again…"));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(indent, 2, 0, 2);
    m_proxyLogin = smallButton(tr("Sign in to the proxy…"));
    row->addWidget(m_signIn);
    row->addWidget(m_proxyLogin);
    row->addStretch(1);
    column->addLayout(row);
    m_signIn->hide();
    m_proxyLogin->hide();
    connect(m_proxyLogin, &QPushButton::clicked, this, [this] { Q_EMIT proxyLoginRequested(m_proxy); });
    connect(m_signIn, &QPushButton::clicked, this, &FeedRow::signInRequested);
}

void FeedRow::makeProgress(QVBoxLayout *column, const QString &name)
{
    m_running = new QWidget;
    auto *row = new QHBoxLayout(m_running);
    row->setContentsMargins(indent, 0, 0, 0);
    row->setSpacing(8);
    m_bar = new QProgressBar;
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress of %1").arg(name));
    m_bar->setMinimumWidth(40);
    row->addWidget(m_bar, 1);
    m_progress = new TextLabel({}, TextRole::Caption, TextLabel::Ink::Secondary);
    m_progress->setElide(Qt::ElideRight);
    row->addWidget(m_progress, 2);
    auto *cancel = new IconButton(u"close"_s, tr("Cancel the sync of %1").arg(name));
    connect(cancel, &QToolButton::clicked, this, &FeedRow::cancelRequested);
    row->addWidget(cancel);
    m_running->hide();
    column->addWidget(m_running);
}

void FeedRow::showTimes(const FeedView &feed)
{
    const bool old = feed.state == State::Stale || feed.state == State::Failed;
    static_cast<WhenLabel *>(m_when)->setOld(old && feed.lastSuccess.isValid());
    m_when->setText(feed.lastSuccess.isValid() ? relativeTime(feed.lastSuccess) : tr("never synced"));
    showTip(feed);
    QStringList detail;
    for (const QString &text : { nextRunText(feed), costText(feed) }) {
        if (!text.isEmpty())
            detail.append(text);
    }
    m_detail->setText(detail.join(u" · "_s));
    m_detail->setVisible(!detail.isEmpty());
}

/// Exact times ask the locale and the time zone: only where they differ.
void FeedRow::showTip(const FeedView &feed)
{
    std::array<qint64, 3> times {};
    std::ranges::transform(std::array { feed.lastSuccess, feed.lastAttempt, feed.next.at }, times.begin(),
        [](const QDateTime &time) { return time.isValid() ? time.toSecsSinceEpoch() : -1; });
    if (std::exchange(m_tipOf, times) == times)
        return;
    QStringList tip;
    if (feed.lastSuccess.isValid())
        tip.append(tr("Last success: %1").arg(exactTime(feed.lastSuccess)));
    if (feed.lastAttempt.isValid() && feed.lastAttempt != feed.lastSuccess)
        tip.append(tr("Last tried: %1").arg(exactTime(feed.lastAttempt)));
    if (feed.next.at.isValid())
        tip.append(tr("Next: %1").arg(exactTime(feed.next.at)));
    m_when->setToolTip(tip.join(u'\n'));
}

void FeedRow::showFeed(const FeedView &feed, bool offerSignIn)
{
    m_glyph->setStatus(statusOf(feed.state));
    m_live->setVisible(feed.next.live && !feed.error && feed.state != State::Paused);
    showTimes(feed);
    m_error->setVisible(feed.error.has_value());
    if (feed.error) {
        const QString again = feed.lastAttempt.isValid() ? tr("(%1)").arg(relativeTime(feed.lastAttempt)) : QString();
        const QString unread = feed.proxyUnread
            ? tr("The keychain failed to say what it keeps for that proxy; it is asked again when Callboard starts the next time.")
            : QString();
        m_error->setText(QString(QString(sentenceText(*feed.error) + u' ' + unread).trimmed() + u' ' + again).trimmed());
    }
    m_signIn->setVisible(offerSignIn && feed.error && wantsPerson(*feed.error));
    m_proxy = (feed.error ? sync::proxyThatAsks(*feed.error) : std::nullopt).value_or(QString());
    m_proxyLogin->setVisible(!m_proxy.isEmpty());
    m_running->setVisible(feed.running.has_value());
    if (feed.running)
        showProgress(*feed.running);
    // Not hidden: what has the keyboard must not vanish under it.
    m_pull->setEnabled(!feed.running || m_pull->hasFocus());
}

void FeedRow::showProgress(const sync::PullProgress &progress)
{
    m_running->show();
    // QProgressBar counts in int; a pull may count in bytes.
    const bool known = progress.total > 0;
    m_bar->setRange(0, known ? 1000 : 0);
    if (known)
        m_bar->setValue(int(qMin<qint64>(1000, progress.done * 1000 / progress.total)));
    const QLocale locale;
    QString text = progress.text;
    if (known)
        text = tr("%1 of %2 %3").arg(locale.toString(progress.done), locale.toString(progress.total), progress.text);
    m_progress->setText(text.trimmed());
}

// SourceCard

SourceCard::SourceCard(const SourceView &source, QWidget *parent)
    : Card(source.name, hasIcon(source.icon) ? source.icon : u"sync"_s, parent)
    , m_source(source)
    , m_feedColumn(new QVBoxLayout)
    , m_waiting(new QWidget)
    , m_waitingText(new TextLabel({}, TextRole::Caption, TextLabel::Ink::Secondary))
    , m_hosts(new TextLabel({}, TextRole::Caption, TextLabel::Ink::Secondary))
{
    auto *content = new QWidget;
    auto *body = new QVBoxLayout(content);
    body->setContentsMargins(10, 8, 10, 10);
    body->setSpacing(6);
    m_feedColumn->setSpacing(8);
    body->addLayout(m_feedColumn);
    body->addWidget(makeRefusal());
    auto *waitingRow = new QHBoxLayout(m_waiting);
    waitingRow->setContentsMargins(0, 0, 0, 0);
    waitingRow->setSpacing(6);
    auto *queued = new StatusGlyph;
    queued->setGlyphStyle(GlyphStyle::Quiet);
    queued->setStatus(Status::Queued);
    m_waitingText->setWordWrap(true);
    waitingRow->addWidget(queued, 0, Qt::AlignTop);
    waitingRow->addWidget(m_waitingText, 1);
    body->addWidget(m_waiting);
    m_hosts->setWordWrap(true);
    m_hosts->setSelectable();
    body->addWidget(m_hosts);
    body->addWidget(makeButtons());
    setContent(content);
    makeFeeds();
    showSource(source);
}

void SourceCard::makeFeeds()
{
    qDeleteAll(m_feeds);
    m_feeds.clear();
    for (const FeedView &feed : m_source.feeds) {
        auto *row = new FeedRow(feed);
        m_feedColumn->addWidget(row);
        m_feeds.insert(feed.id, row);
        connect(row, &FeedRow::pullRequested, this, [this, id = feed.id] { Q_EMIT pullRequested(id); });
        connect(row, &FeedRow::cancelRequested, this, [this, id = feed.id] { Q_EMIT cancelRequested(id); });
        connect(row, &FeedRow::signInRequested, this, &SourceCard::signInRequested);
        connect(row, &FeedRow::proxyLoginRequested, this, &SourceCard::proxyLoginRequested);
    }
}

QWidget *SourceCard::makeButtons()
{
    auto *box = new QWidget;
    auto *row = new FlowLayout(box, 6, 6);
    m_pull = smallButton(tr("Sync now"));
    m_pause = smallButton({});
    m_edit = smallButton(tr("Edit…"));
    m_requests = smallButton(tr("Requests…"));
    m_remove = smallButton(tr("Remove…"));
    setButtonRole(m_remove, ButtonRole::Danger);
    for (QPushButton *button : { m_pull, m_pause, m_edit, m_requests, m_remove })
        row->addWidget(button);
    m_buttons = row;
    connect(m_pull, &QPushButton::clicked, this, [this] { Q_EMIT pullRequested({}); });
    connect(m_pause, &QPushButton::clicked, this, [this] { Q_EMIT pauseRequested(!m_source.paused); });
    connect(m_edit, &QPushButton::clicked, this, &SourceCard::editRequested);
    connect(m_requests, &QPushButton::clicked, this, &SourceCard::logRequested);
    connect(m_remove, &QPushButton::clicked, this, &SourceCard::removeRequested);
    return box;
}

/// Asked in its place, not in a box: nothing waits for the answer.
QWidget *SourceCard::makeRefusal()
{
    m_refusal = new QWidget;
    auto *column = new QVBoxLayout(m_refusal);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_refusalText = new TextLabel({}, TextRole::Dense, TextLabel::Ink::Warning);
    m_refusalText->setWordWrap(true);
    column->addWidget(m_refusalText);
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    m_keep = smallButton(tr("Keep it"));
    m_erase = smallButton(tr("Erase what it brought"));
    setButtonRole(m_erase, ButtonRole::Danger);
    row->addWidget(m_keep);
    row->addWidget(m_erase);
    row->addStretch(1);
    column->addLayout(row);
    connect(m_keep, &QPushButton::clicked, this, &SourceCard::keepRequested);
    connect(m_erase, &QPushButton::clicked, this, &SourceCard::eraseRequested);
    m_refusal->hide();
    return m_refusal;
}

void SourceCard::showRefusal()
{
    m_refusal->setVisible(m_source.refusedSince.isValid());
    if (!m_source.refusedSince.isValid())
        return;
    m_refusalText->setText(tr("It has not let you in since %1. What it brought is here still: erase it, or keep it?")
            .arg(QLocale().toString(m_source.refusedSince.toLocalTime().date(), QLocale::ShortFormat)));
    m_keep->setAccessibleName(tr("Keep what %1 brought").arg(m_source.name));
    m_erase->setAccessibleName(tr("Erase what %1 brought").arg(m_source.name));
}

/// Writes that the other side has not seen yet.
void SourceCard::showWaiting()
{
    constexpr qsizetype most = 5;
    QStringList lines = m_source.waiting.first(std::min(most, m_source.waiting.size()));
    if (m_source.waiting.size() > most)
        lines.append(u"…"_s);
    m_waitingText->setText(lines.join(u'\n'));
    m_waiting->setVisible(!lines.isEmpty());
}

void SourceCard::showActions()
{
    if (m_source.actions == m_shownActions)
        return;
    m_shownActions = m_source.actions;
    qDeleteAll(std::exchange(m_actionButtons, {}));
    for (const SourceView::Action &action : m_shownActions) {
        QPushButton *button = smallButton(action.name + u'…');
        button->setToolTip(action.help);
        m_buttons->addWidget(button);
        m_actionButtons.append(button);
        connect(button, &QPushButton::clicked, this, [this, id = action.id] { Q_EMIT actionRequested(id); });
    }
}

void SourceCard::showSource(const SourceView &source)
{
    const bool sameFeeds = std::ranges::equal(source.feeds, m_source.feeds, {}, &FeedView::id, &FeedView::id);
    m_source = source;
    setTitle(source.name);
    setTrailing(source.paused ? tr("%1, paused").arg(source.kind) : source.kind);
    if (!sameFeeds)
        makeFeeds();
    // One button is enough where every feed was refused.
    bool offered = false;
    for (const FeedView &feed : source.feeds) {
        const bool refused = feed.error && wantsPerson(*feed.error);
        m_feeds.value(feed.id)->showFeed(feed, source.wantsSignIn && refused && !offered);
        offered = offered || refused;
    }
    QStringList hosts = trafficLines(source);
    for (const QString &line : { source.pace, source.held }) {
        if (!line.isEmpty())
            hosts.append(line);
    }
    m_hosts->setText(hosts.join(u'\n'));
    m_hosts->setVisible(!hosts.isEmpty());
    showRefusal();
    showWaiting();
    showActions();
    m_pause->setText(source.paused ? tr("Resume") : tr("Pause"));
    m_pull->setEnabled(!source.missing);
    m_edit->setEnabled(!source.missing);
    m_requests->setVisible(source.network);
    m_pull->setAccessibleName(tr("Sync %1 now").arg(source.name));
    m_pause->setAccessibleName(source.paused ? tr("Resume %1").arg(source.name) : tr("Pause %1").arg(source.name));
    m_edit->setAccessibleName(tr("Edit %1").arg(source.name));
    m_requests->setAccessibleName(tr("Requests of %1").arg(source.name));
    m_remove->setAccessibleName(tr("Remove %1").arg(source.name));
}

} // namespace callboard::ui::panes
