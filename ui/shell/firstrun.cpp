// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/firstrun.h"

#include "plugins/sdk/integration.h"
#include "ui/kit/card.h"
#include "ui/kit/dialogfooter.h"
#include "ui/kit/icons.h"
#include "ui/kit/sentences.h"
#include "ui/kit/style.h"
#include "ui/kit/widgets.h"
#include "ui/shell/connectionform.h"
#include "ui/shell/signinpanel.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QMap>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace callboard::ui {

namespace {

constexpr QLatin1StringView folderId("folder");
constexpr QLatin1StringView sampleId("sample");
constexpr QLatin1StringView portalId("backstage");
constexpr QLatin1StringView hostsId("hosts"); ///< The card of all other integrations; none of them has this id.
constexpr QLatin1StringView usualHostId("github");

enum Page { BeginPage, SignInPage, FoundPage };

} // namespace

FirstRun::FirstRun(sync::Workspace &workspace, QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_integrations(workspace.integrations())
    , m_steps(new StepList)
    , m_pages(new QStackedWidget)
    , m_choices(new QButtonGroup(this))
    , m_formTitle(new TextLabel({}, TextRole::Body, TextLabel::Ink::Primary, QFont::DemiBold))
    , m_problem(new TextLabel({}, TextRole::Dense, TextLabel::Ink::Failed))
    , m_signIn(new SignInPanel(workspace))
    , m_foundLine(new TextLabel({}, TextRole::Dense))
    , m_foundDetail(new TextLabel({}, TextRole::Dense, TextLabel::Ink::Secondary))
    , m_progress(new QProgressBar)
    , m_kinds(new QWidget)
    , m_me(new QComboBox)
    , m_close(new QPushButton(tr("Close")))
    , m_try(new QPushButton(tr("Try the connection")))
    , m_next(new QPushButton(tr("Look what is there")))
{
    const bool first = workspace.connections().empty();
    setWindowTitle(first ? tr("Callboard: first run") : tr("Callboard: add a source"));
    setWindowIcon(applicationIcon());
    setSurface(this, Surface::Board);
    resize(1000, 690);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(makeSide());
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    m_pages->addWidget(makeBeginPage());
    m_pages->addWidget(makeSignInPage());
    m_pages->addWidget(makeFoundPage());
    column->addWidget(m_pages, 1);
    column->addWidget(makeFooter());
    row->addLayout(column, 1);

    connect(m_choices, &QButtonGroup::idToggled, this, [this](int, bool on) {
        if (on)
            showForm();
    });
    const auto refresh = [this] {
        if (m_pages->currentIndex() == FoundPage)
            showFound();
    };
    connect(&workspace, &sync::Workspace::pullProgress, this, refresh);
    connect(&workspace, &sync::Workspace::pullFinished, this, refresh);
    connect(&workspace.mirror(), &mirror::Mirror::snapshotChanged, this, refresh);
    connect(&workspace, &sync::Workspace::meChanged, this, refresh);
    showSteps();
    choose(integration(sampleId) ? QString(sampleId) : QString(folderId));
}

const sync::IntegrationInfo *FirstRun::integration(const QString &id) const
{
    const auto at = std::ranges::find(m_integrations, id, &sync::IntegrationInfo::id);
    return at == m_integrations.end() ? nullptr : &*at;
}

QWidget *FirstRun::makeSide()
{
    auto *side = new SurfaceWidget(int(Surface::Wings), Qt::RightEdge);
    side->setFixedWidth(Theme::of(this).scaled(224));
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 20, 1, 20);
    column->setSpacing(0);
    auto *brand = new QHBoxLayout;
    brand->setContentsMargins(20, 0, 12, 16);
    brand->setSpacing(11);
    auto *mark = new QLabel;
    mark->setPixmap(applicationIcon().pixmap(QSize(36, 36), devicePixelRatioF()));
    brand->addWidget(mark);
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(new TextLabel(u"Callboard"_s, TextRole::Heading3, TextLabel::Ink::Primary, QFont::DemiBold));
    names->addWidget(new TextLabel(m_workspace.connections().empty() ? tr("first run") : tr("a further source"),
        TextRole::Caption, TextLabel::Ink::Secondary));
    brand->addLayout(names, 1);
    column->addLayout(brand);
    column->addWidget(m_steps);
    column->addStretch(1);
    auto *promise = new TextLabel(
        tr("Nothing leaves this machine except the requests to the host you name. Tokens go to the system keychain. "
           "Closing this window does not stop the reading."),
        TextRole::Caption, TextLabel::Ink::Secondary);
    promise->setWordWrap(true);
    promise->setContentsMargins(20, 0, 16, 0);
    column->addWidget(promise);
    return side;
}

// Four cards whatever is installed, so that the form below them is always in sight.
QWidget *FirstRun::makeCards()
{
    const auto usable = [](const sync::IntegrationInfo *info) {
        return info && info->enabled && info->state != sync::IntegrationInfo::State::Refused;
    };
    bool anyHost = false;
    for (const auto &info : m_integrations) {
        const bool isHost = info.id != folderId && info.id != sampleId && info.id != portalId;
        anyHost |= isHost;
        if (isHost && usable(&info))
            m_hosts.push_back(&info);
    }
    std::ranges::sort(m_hosts, [](const auto *a, const auto *b) { return a->name.localeAwareCompare(b->name) < 0; });
    const auto usual = std::ranges::find(m_hosts, usualHostId, &sync::IntegrationInfo::id);
    if (!m_hosts.empty())
        m_host = (usual == m_hosts.end() ? m_hosts.front() : *usual)->id;

    auto *cards = new QWidget;
    auto *grid = new QGridLayout(cards);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(12);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    const auto add = [&](const QString &id, bool enabled, const QString &iconName, const QString &title, const QString &text, const QString &needs) {
        const int place = int(m_cards.size());
        auto *card = new ChoiceCard(iconName, title, text, needs);
        card->setEnabled(enabled);
        m_cards.insert(id, card);
        m_choices->addButton(card, place);
        grid->addWidget(card, place / 2, place % 2);
    };
    if (integration(portalId))
        add(portalId, usable(integration(portalId)), u"server"_s, tr("A portal that is already there"),
            tr("Backstage, or any portal built on it. Sign in as a guest, with a token, or in your browser."),
            tr("needs: its address. Takes about a minute."));
    if (anyHost)
        add(hostsId, !m_hosts.empty(), u"branch"_s, tr("A Git host or CI server"),
            tr("Builds, reviews and what waits for you there, of the entities in your catalog."),
            tr("needs: a token that may read."));
    add(folderId, usable(integration(folderId)), u"folder"_s, tr("A folder of clones"),
        tr("Build the board from the working copies on this disk. Works without a network."),
        tr("needs: a folder. A few seconds."));
    add(sampleId, usable(integration(sampleId)), u"star"_s, tr("The sample portal"),
        tr("Quayline, an invented ferry company with some 80 entities, to look around first."),
        tr("needs nothing. Remove it with one click."));
    return cards;
}

QWidget *FirstRun::makeBeginPage()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(30, 22, 30, 18);
    column->setSpacing(2);
    column->addWidget(new TextLabel(tr("How would you like to begin?"), TextRole::Heading1, TextLabel::Ink::Primary, QFont::DemiBold));
    column->addWidget(new TextLabel(tr("You can add the others later. All of them end up on the same board."),
        TextRole::Body, TextLabel::Ink::Secondary));
    column->addSpacing(12);
    column->addWidget(makeCards());
    column->addSpacing(14);

    auto *card = new Card({});
    m_formCard = card;
    auto *content = new QWidget;
    m_formColumn = new QVBoxLayout(content);
    m_formColumn->setContentsMargins(16, 12, 16, 14);
    m_formColumn->setSpacing(8);
    card->setContent(content);
    column->addWidget(card);
    m_problem->setWordWrap(true);
    m_problem->hide();
    column->addWidget(m_problem);
    column->addStretch(1);
    // A long form scrolls rather than squeezes its fields.
    setSurface(page, Surface::Board);
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(page);
    return area;
}

QWidget *FirstRun::makeSignInPage()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(30, 22, 30, 18);
    column->addWidget(m_signIn);
    connect(m_signIn, &SignInPanel::finished, this, [this](bool ok) {
        if (ok && m_pages->currentIndex() == SignInPage) {
            m_workspace.pullNow(m_connectionId);
            goTo(FoundPage);
        } else {
            updateButtons();
        }
    });
    return page;
}

QWidget *FirstRun::makeFoundPage()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(30, 22, 30, 18);
    column->setSpacing(8);
    column->addWidget(new TextLabel(tr("What we found"), TextRole::Heading1, TextLabel::Ink::Primary, QFont::DemiBold));
    auto *bar = new QHBoxLayout;
    bar->setSpacing(12);
    m_progress->setTextVisible(false);
    bar->addWidget(m_progress, 1);
    bar->addWidget(m_foundLine);
    column->addLayout(bar);
    m_foundDetail->setWordWrap(true);
    column->addWidget(m_foundDetail);
    new FlowLayout(m_kinds, 6, 6);
    column->addWidget(m_kinds);
    column->addSpacing(14);
    auto *me = new Card(tr("Who are you?"), u"user"_s);
    auto *content = new QWidget;
    auto *inner = new QVBoxLayout(content);
    inner->setContentsMargins(14, 10, 14, 12);
    inner->setSpacing(6);
    auto *why = new TextLabel(tr("Then “mine” shows what you and your groups own. It stays on this machine."),
        TextRole::Dense, TextLabel::Ink::Secondary);
    why->setWordWrap(true);
    inner->addWidget(why);
    m_me->setEditable(false);
    m_me->setMaximumWidth(Theme::of(this).scaled(360));
    m_me->setAccessibleName(tr("Who are you?"));
    m_me->setMaxVisibleItems(14);
    inner->addWidget(m_me);
    me->setContent(content);
    column->addWidget(me);
    column->addStretch(1);
    connect(m_me, &QComboBox::activated, this, [this] { m_workspace.setMe(m_me->currentData().toString()); });
    return page;
}

QWidget *FirstRun::makeFooter()
{
    setButtonRole(m_close, ButtonRole::Flat);
    QWidget *footer = dialogFooter({ m_close }, { m_try, m_next }, m_next);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    connect(m_try, &QPushButton::clicked, this, [this] { m_form->test(); });
    connect(m_next, &QPushButton::clicked, this, [this] {
        if (m_pages->currentIndex() == BeginPage)
            begin();
        else if (m_pages->currentIndex() == SignInPage)
            goTo(FoundPage);
        else
            close();
    });
    return footer;
}

void FirstRun::choose(const QString &integrationId)
{
    const bool isHost = std::ranges::contains(m_hosts, integrationId, &sync::IntegrationInfo::id);
    ChoiceCard *card = m_cards.value(isHost ? QString(hostsId) : integrationId);
    if (!card || !card->isEnabled())
        return;
    if (isHost)
        m_host = integrationId;
    if (card->isChecked())
        showForm();
    else
        card->setChecked(true);
}

QString FirstRun::titleOfChosen() const
{
    if (const ChoiceCard *card = m_cards.value(m_chosen))
        return card->text();
    const sync::IntegrationInfo *info = integration(m_chosen);
    return info ? info->name : QString();
}

void FirstRun::showForm()
{
    for (auto it = m_cards.cbegin(); it != m_cards.cend(); ++it) {
        if (it.value()->isChecked())
            m_chosen = it.key() == hostsId ? m_host : it.key();
    }
    const sync::IntegrationInfo *info = integration(m_chosen);
    if (!info)
        return;
    delete m_form;
    m_form = new ConnectionForm(m_workspace, *info);
    static_cast<Card *>(m_formCard)->setTitle(tr("Connect: %1").arg(titleOfChosen()));
    static_cast<Card *>(m_formCard)->setTrailing(tr("this form comes from the integration’s description"));
    if (m_chosen == m_host)
        addKindOfHost();
    m_formColumn->addWidget(m_form);
    m_formCard->setVisible(!info->fields.empty());
    m_problem->hide();
    connect(m_form, &ConnectionForm::changed, this, [this] {
        showSteps();
        updateButtons();
    });
    showSteps();
    updateButtons();
}

void FirstRun::addKindOfHost()
{
    auto *kind = new QComboBox;
    kind->setObjectName(u"kindOfHost"_s);
    kind->setAccessibleName(tr("Kind of host"));
    for (const auto *info : m_hosts)
        kind->addItem(info->name, info->id);
    kind->setCurrentIndex(kind->findData(m_chosen));
    const QString about = integration(m_chosen)->description;
    kind->setAccessibleDescription(about);
    auto *cell = new QWidget;
    cell->setFocusProxy(kind);
    auto *column = new QVBoxLayout(cell);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(kind);
    auto *note = new TextLabel(about, TextRole::Caption, TextLabel::Ink::Secondary);
    note->setWordWrap(true);
    column->addWidget(note);
    m_form->addFirstRow(tr("Kind of host"), cell);
    // The list goes with the form that it chooses: only when it has said all that it has to say.
    connect(kind, &QComboBox::activated, this, [this, kind] {
        choose(kind->currentData().toString());
        if (auto *next = m_form->findChild<QComboBox *>(u"kindOfHost"_s))
            next->setFocus(Qt::TabFocusReason);
    }, Qt::QueuedConnection);
}

void FirstRun::updateButtons()
{
    const bool beginning = m_pages->currentIndex() == BeginPage;
    m_try->setVisible(beginning && m_form && !m_form->integration().fields.empty());
    // Who signs in in the browser has nothing to try before.
    m_try->setEnabled(m_form && m_form->isComplete() && !m_form->needsBrowser());
    if (beginning) {
        m_next->setText(m_form && m_form->needsBrowser() ? m_form->signInText() : tr("Look what is there"));
        m_next->setEnabled(m_form && m_form->isComplete());
    } else if (m_pages->currentIndex() == SignInPage) {
        m_next->setText(tr("Sign in later"));
        m_next->setEnabled(true);
    } else {
        m_next->setText(m_workspace.running().empty() ? tr("Open the board") : tr("Open the board, finish reading behind it"));
        m_next->setEnabled(true);
    }
    m_close->setVisible(beginning);
}

bool FirstRun::begin()
{
    if (!m_form || !m_form->isComplete() || !m_form->check())
        return false;
    const auto added = m_workspace.addConnection(m_chosen, m_form->suggestedName(), m_form->settings(), m_form->secrets());
    m_problem->setVisible(!added);
    if (!added) {
        m_problem->setText(sentenceText(added.error()));
        return false;
    }
    m_connectionId = *added;
    m_workspace.whenSaved(this, [this](const domain::Result<void> &saved) {
        if (saved)
            return;
        m_signIn->cancel();
        goTo(BeginPage);
        m_problem->setText(sentenceText(saved.error()));
        m_problem->setVisible(true);
    });
    if (!m_form->needsBrowser()) {
        goTo(FoundPage);
        return true;
    }
    // Nobody has signed in yet: what is being pulled now can only be refused.
    m_workspace.cancelPulls(m_connectionId);
    const sdk::SignInMethod method = *m_form->signInMethod();
    const QStringList otherWays = m_form->otherSignIns();
    goTo(SignInPage);
    m_signIn->start(m_connectionId, m_form->suggestedName(), method, otherWays);
    return true;
}

void FirstRun::goTo(int page)
{
    m_pages->setCurrentIndex(page);
    m_steps->setCurrent(page == FoundPage && !m_form->needsBrowser() ? 1 : page);
    if (page == FoundPage)
        showFound();
    updateButtons();
    m_next->setFocus();
}

void FirstRun::showSteps()
{
    QList<std::pair<QString, QString>> steps { { tr("How to begin"), titleOfChosen() } };
    if (m_form && m_form->needsBrowser())
        steps.append({ tr("Sign in"), m_form->suggestedName() });
    steps.append({ tr("What we found"), {} });
    m_steps->setSteps(steps);
}

void FirstRun::openPortal(const QString &url)
{
    choose(portalId);
    if (!m_form || m_chosen != portalId)
        return;
    m_form->setValue(u"url"_s, url);
    m_form->findSignIn();
}

void FirstRun::showFound()
{
    const auto running = m_workspace.running();
    const auto mine = std::ranges::find(running, m_connectionId, &sync::PullProgress::connectionId);
    const auto snapshot = m_workspace.mirror().snapshot();
    if (mine != running.end()) {
        m_progress->setRange(0, int(qMax<qint64>(mine->total, 0)));
        m_progress->setValue(int(mine->done));
        m_foundLine->setText(mine->total > 0 ? tr("%1 of %2").arg(QLocale().toString(mine->done), QLocale().toString(mine->total)) : tr("reading…"));
        m_foundDetail->setText(mine->text);
    } else {
        m_progress->setRange(0, 1);
        m_progress->setValue(1);
        m_foundLine->setText(tr("%Ln entities", nullptr, int(snapshot->size())));
        m_foundDetail->setText({});
        if (const auto states = m_workspace.mirror().feedStates()) {
            for (const auto &state : *states) {
                if (state.connectionId == m_connectionId && state.lastError)
                    m_foundDetail->setText(sentenceText(*state.lastError));
            }
        }
    }
    m_foundDetail->setVisible(!m_foundDetail->text().isEmpty());
    QMap<QString, int> kinds;
    int problems = 0;
    for (mirror::Row row = 0; row < snapshot->size(); ++row) {
        ++kinds[snapshot->kind(row).toString()];
        problems += (snapshot->flags(row) & mirror::Snapshot::HasProblems) != 0;
    }
    const auto old = m_kinds->findChildren<ChipButton *>(Qt::FindDirectChildrenOnly);
    qDeleteAll(old);
    for (auto it = kinds.cbegin(); it != kinds.cend(); ++it) {
        auto *chip = new ChipButton(u"%1 %2"_s.arg(it.key()).arg(it.value()));
        chip->setIconName(kindIconName(it.key()));
        chip->setPressable(false);
        m_kinds->layout()->addWidget(chip);
    }
    if (problems > 0) {
        auto *chip = new ChipButton(tr("%n with problems", nullptr, problems));
        chip->setIconName(u"warning"_s);
        chip->setPressable(false);
        m_kinds->layout()->addWidget(chip);
    }
    fillPeople();
    updateButtons();
}

void FirstRun::fillPeople()
{
    const auto snapshot = m_workspace.mirror().snapshot();
    QMap<QString, QString> people;
    for (mirror::Row row = 0; row < snapshot->size(); ++row) {
        if (snapshot->kind(row).compare(u"User", Qt::CaseInsensitive) == 0)
            people.insert(snapshot->displayName(row).toString() + u" · "_s + snapshot->name(row), snapshot->ref(row).toString());
    }
    if (m_me->count() == people.size() + 1 && m_me->currentData().toString() == m_workspace.me())
        return;
    m_me->clear();
    m_me->addItem(people.isEmpty() ? tr("No people in this catalog yet") : tr("Nobody in particular"), QString());
    for (auto it = people.cbegin(); it != people.cend(); ++it)
        m_me->addItem(it.key(), it.value());
    m_me->setEnabled(!people.isEmpty());
    m_me->setCurrentIndex(qMax(0, m_me->findData(m_workspace.me())));
}

} // namespace callboard::ui
