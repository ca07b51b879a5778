// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settingsdialog.h"

#include "ui/kit/card.h"
#include "ui/kit/icons.h"
#include "ui/kit/sentences.h"
#include "ui/kit/style.h"
#include "ui/kit/times.h"
#include "ui/kit/widgets.h"
#include "ui/shell/preferences.h"
#include "ui/shell/settingspages.h"
#include "ui/shell/shortcuteditor.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QFormLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace callboard::ui {

namespace {

void clear(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (QWidget *widget = item->widget())
            widget->deleteLater();
        delete item;
    }
}

} // namespace

SettingsDialog::SettingsDialog(PaneContext context, Theme &theme, Preferences &preferences, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_theme(theme)
    , m_preferences(preferences)
    , m_list(new QListWidget)
    , m_stack(new QStackedWidget)
{
    setWindowTitle(tr("Settings"));
    setSurface(this, Surface::Board);
    resize(960, 600);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto *side = new SurfaceWidget(int(Surface::Wings), Qt::RightEdge);
    side->setFixedWidth(theme.scaled(190));
    auto *sideColumn = new QVBoxLayout(side);
    sideColumn->setContentsMargins(0, 12, 1, 12);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setAccessibleName(tr("Settings"));
    m_list->setIconSize(QSize(16, 16));
    sideColumn->addWidget(m_list);
    row->addWidget(side);
    row->addWidget(m_stack, 1);

    addPage(u"appearance"_s, tr("Appearance"), u"eye"_s, [this] { return makeAppearance(); });
    addPage(u"me"_s, tr("Who I am"), u"user"_s, [this] { return makeMe(); });
    addPage(u"sources"_s, tr("Sources"), u"server"_s, [this] { return makeSources(); });
    addPage(u"plugins"_s, tr("Plugins"), u"component"_s, [this] { return makePlugins(); });
    addPage(u"notices"_s, tr("Notices"), u"bell"_s, [this] { return makeNoticesPage(m_context); });
    addPage(u"tray"_s, tr("Tray and start"), u"home"_s, [this] { return makeTrayPage(m_context, m_preferences); });
    addPage(u"network"_s, tr("Network"), u"offline"_s, [this] { return makeNetworkPage(m_context, m_preferences); });
    addPage(u"shortcuts"_s, tr("Shortcuts"), u"key"_s, [this] { return new ShortcutEditor(m_context.commands); });
    addPage(u"data"_s, tr("Data"), u"resource"_s, [this] { return makeData(); });
    addPage(u"about"_s, tr("About"), u"info"_s, [this] { return makeAbout(); });
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int at) {
        Page &chosen = m_pages[size_t(at)];
        // Made when first looked at: opening the settings must not cost what nobody asked for.
        if (!chosen.widget) {
            chosen.widget = chosen.make();
            m_stack->addWidget(chosen.widget);
        }
        m_stack->setCurrentWidget(chosen.widget);
    });
    m_list->setCurrentRow(0);
}

void SettingsDialog::addPage(
    const QString &id, const QString &title, const QString &iconName, std::function<QWidget *()> make)
{
    auto *item = new QListWidgetItem(icon(iconName), title, m_list);
    item->setSizeHint({ 10, m_theme.scaled(32) });
    m_pages.push_back({ id, std::move(make) });
}

void SettingsDialog::showPage(const QString &id)
{
    for (size_t i = 0; i < m_pages.size(); ++i) {
        if (m_pages[i].id == id)
            m_list->setCurrentRow(int(i));
    }
}

QWidget *SettingsDialog::makeAppearance()
{
    QVBoxLayout *column = nullptr;
    QWidget *area = settingsPage(tr("Appearance"), &column);
    auto *form = new QFormLayout;
    form->setVerticalSpacing(12);
    form->setHorizontalSpacing(14);

    auto *theme = new QComboBox;
    theme->addItems({ tr("As the system"), tr("Light"), tr("Dark"), tr("High contrast") });
    theme->setCurrentIndex(int(m_theme.choice()));
    connect(theme, &QComboBox::activated, this, [this](int index) { m_theme.setChoice(ThemeChoice(index)); });
    connect(&m_theme, &Theme::changed, theme, [this, theme] { theme->setCurrentIndex(int(m_theme.choice())); });
    form->addRow(tr("&Colours"), theme);

    auto *density = new QComboBox;
    density->addItems({ tr("Compact, 24 px"), tr("Comfortable, 32 px") });
    density->setCurrentIndex(int(m_theme.density()));
    connect(density, &QComboBox::activated, this, [this](int index) { m_theme.setDensity(Density(index)); });
    connect(&m_theme, &Theme::densityChanged, density, [this, density] { density->setCurrentIndex(int(m_theme.density())); });
    form->addRow(tr("&Rows"), density);

    auto *text = new QSpinBox;
    text->setRange(80, 200);
    text->setSingleStep(10);
    text->setSuffix(u" %"_s);
    text->setValue(m_theme.textPercent());
    text->setKeyboardTracking(false);
    connect(text, &QSpinBox::valueChanged, this, [this](int value) { m_theme.setTextPercent(value); });
    connect(&m_theme, &Theme::changed, text, [this, text] { text->setValue(m_theme.textPercent()); });
    form->addRow(tr("&Text size"), text);

    auto *editor = new QLineEdit(m_preferences.editorCommand());
    editor->setPlaceholderText(tr("the first that is known here, else what the desktop opens such files with"));
    connect(editor, &QLineEdit::editingFinished, this, [this, editor] { m_preferences.setEditorCommand(editor->text().trimmed()); });
    form->addRow(tr("&Editor"), editor);
    form->addRow(QString(), quietLabel(tr("A program with its options; {path} and {line} stand for the place, as in “code -g {path}:{line}”.")));
    column->addLayout(form);
    column->addStretch(1);
    return area;
}

QWidget *SettingsDialog::makeMe()
{
    QVBoxLayout *column = nullptr;
    QWidget *area = settingsPage(tr("Who I am"), &column);
    column->addWidget(quietLabel(tr("“Mine” is what you and your groups own, their sub-groups included. It stays on this machine.")));
    auto *people = new QComboBox;
    people->setAccessibleName(tr("Who I am"));
    people->setMaximumWidth(m_theme.scaled(380));
    people->addItem(tr("Nobody in particular"), QString());
    const auto snapshot = m_context.workspace.mirror().snapshot();
    QMap<QString, QString> sorted;
    for (mirror::Row row = 0; row < snapshot->size(); ++row) {
        if (snapshot->kind(row).compare(u"User", Qt::CaseInsensitive) == 0)
            sorted.insert(snapshot->displayName(row).toString() + u" · "_s + snapshot->name(row), snapshot->ref(row).toString());
    }
    for (auto it = sorted.cbegin(); it != sorted.cend(); ++it)
        people->addItem(icon(u"user"_s), it.key(), it.value());
    people->setCurrentIndex(qMax(0, people->findData(m_context.workspace.me())));
    connect(people, &QComboBox::activated, this,
        [this, people] { m_context.workspace.setMe(people->currentData().toString()); });
    column->addWidget(people);
    if (sorted.isEmpty())
        column->addWidget(quietLabel(tr("There are no people in this catalog yet.")));
    column->addStretch(1);
    return area;
}

QWidget *SettingsDialog::makeSources()
{
    QVBoxLayout *column = nullptr;
    QWidget *area = settingsPage(tr("Sources"), &column);
    column->addWidget(quietLabel(tr("Where this workspace reads from. What was read stays when a source is paused; it is erased when it is removed.")));
    auto *list = new QVBoxLayout;
    list->setSpacing(8);
    column->addLayout(list);
    auto *add = new QPushButton(tr("Add a source…"));
    setButtonRole(add, ButtonRole::Primary);
    connect(add, &QPushButton::clicked, this, &SettingsDialog::addSourceRequested);
    auto *row = new QHBoxLayout;
    row->addWidget(add);
    row->addStretch(1);
    column->addSpacing(4);
    column->addLayout(row);
    auto *days = new QSpinBox;
    days->setRange(0, 3650);
    days->setSpecialValueText(tr("never"));
    days->setValue(m_context.workspace.askToEraseAfter());
    days->setKeyboardTracking(false);
    connect(days, &QSpinBox::valueChanged, this, [this](int value) { complainUnlessSaved(m_context.workspace.setAskToEraseAfter(value)); });
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    form->addRow(tr("Days of &refusal after which to ask about erasing what a source brought"), days);
    column->addSpacing(8);
    column->addLayout(form);
    column->addStretch(1);
    fillSources(list);
    const auto again = [this, list] { fillSources(list); };
    connect(&m_context.workspace, &sync::Workspace::connectionsChanged, area, again);
    connect(&m_context.workspace, &sync::Workspace::pullFinished, area, again);
    return area;
}

QString SettingsDialog::feedName(const QString &integrationId, const QString &feedId) const
{
    for (const auto &info : m_context.workspace.integrations()) {
        for (const auto &feed : info.feeds) {
            if (info.id == integrationId && feed.id == feedId)
                return feed.name;
        }
    }
    return {};
}

void SettingsDialog::fillSources(QVBoxLayout *list)
{
    clear(list);
    const auto states = m_context.workspace.mirror().feedStates();
    const auto integrations = m_context.workspace.integrations();
    for (const auto &connection : m_context.workspace.connections()) {
        auto *card = new Card(connection.name, connection.integrationId == "folder"_L1 ? u"folder"_s : u"server"_s);
        auto *content = new QWidget;
        auto *row = new QHBoxLayout(content);
        row->setContentsMargins(12, 8, 10, 9);
        const auto integration = std::ranges::find(integrations, connection.integrationId, &sync::IntegrationInfo::id);
        QStringList words { integration == integrations.end() ? connection.integrationId : integration->name };
        for (auto it = connection.settings.begin(); it != connection.settings.end(); ++it) {
            if (it.value().isString() && it.value().toString().contains(u'/'))
                words.append(it.value().toString());
        }
        QString error;
        for (const auto &state : states.value_or(std::vector<mirror::FeedState> {})) {
            if (state.connectionId != connection.id)
                continue;
            // What the program itself keeps beside a source's feeds has no name, and is nobody's concern here.
            if (const QString name = feedName(connection.integrationId, state.feedId); state.lastSuccess.isValid() && !name.isEmpty())
                words.append(tr("%1: %2").arg(name, relativeTime(state.lastSuccess)));
            if (state.lastError && state.lastError->code != domain::ErrorCode::Cancelled)
                error = sentenceText(*state.lastError);
        }
        auto *texts = new QVBoxLayout;
        texts->setSpacing(2);
        texts->addWidget(quietLabel(words.join(u" · ")));
        if (!error.isEmpty()) {
            auto *problem = new TextLabel(error, TextRole::Dense, TextLabel::Ink::Failed);
            problem->setWordWrap(true);
            texts->addWidget(problem);
        }
        row->addLayout(texts, 1);
        auto *sync = new QPushButton(tr("Sync now"));
        auto *pause = new QPushButton(connection.paused ? tr("Resume") : tr("Pause"));
        auto *remove = new QPushButton(tr("Remove…"));
        setButtonRole(remove, ButtonRole::Danger);
        for (QPushButton *button : { sync, pause, remove }) {
            setSmall(button);
            row->addWidget(button, 0, Qt::AlignTop);
        }
        sync->setEnabled(!connection.paused);
        if (connection.paused)
            card->setTrailing(tr("paused"));
        card->setContent(content);
        list->addWidget(card);
        connect(sync, &QPushButton::clicked, card, [this, id = connection.id] { m_context.workspace.pullNow(id); });
        connect(pause, &QPushButton::clicked, card, [this, connection] {
            complainUnlessSaved(m_context.workspace.setPaused(connection.id, !connection.paused));
        });
        connect(remove, &QPushButton::clicked, card, [this, connection] { askRemove(connection.id, connection.name); });
    }
    if (m_context.workspace.connections().empty())
        list->addWidget(quietLabel(tr("There is no source yet.")));
}

void SettingsDialog::complainUnlessSaved(const domain::Result<void> &done)
{
    const auto complain = [this](const domain::Error &error) {
        auto *box = new QMessageBox(QMessageBox::NoIcon, windowTitle(), sentenceText(error), QMessageBox::Ok, this);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->open();
    };
    if (!done)
        return complain(done.error());
    m_context.workspace.whenSaved(this, [complain](const domain::Result<void> &saved) {
        if (!saved)
            complain(saved.error());
    });
}

void SettingsDialog::askRemove(const QString &connectionId, const QString &name)
{
    // Not easily undone: everything read from it would have to be read again.
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("Remove %1").arg(name),
        tr("Remove %1 and erase what was read from it?").arg(name), QMessageBox::Cancel, this);
    box->setInformativeText(tr("What was noted of your use of its entities is erased too. The source itself is not touched. Adding it again reads it anew."));
    box->setAttribute(Qt::WA_DeleteOnClose);
    auto *remove = box->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    setButtonRole(remove, ButtonRole::Danger);
    connect(remove, &QAbstractButton::clicked, this, [this, connectionId] {
        complainUnlessSaved(m_context.workspace.removeConnection(connectionId));
    });
    box->open();
}

QWidget *SettingsDialog::makePlugins()
{
    QVBoxLayout *column = nullptr;
    QWidget *area = settingsPage(tr("Plugins"), &column);
    column->addWidget(quietLabel(tr("Integrations run inside the program: one that is installed can do what the program can. Disable what you do not trust.")));
    auto *list = new QVBoxLayout;
    list->setSpacing(8);
    column->addLayout(list);
    column->addStretch(1);
    fillPlugins(list);
    connect(&m_context.workspace, &sync::Workspace::integrationsChanged, area, [this, list] { fillPlugins(list); });
    return area;
}

void SettingsDialog::fillPlugins(QVBoxLayout *list)
{
    using State = sync::IntegrationInfo::State;
    clear(list);
    for (const auto &info : m_context.workspace.integrations()) {
        auto *card = new Card(info.name, info.icon.isEmpty() ? u"component"_s : info.icon);
        card->setTrailing(info.version);
        auto *content = new QWidget;
        auto *row = new QHBoxLayout(content);
        row->setContentsMargins(12, 8, 10, 9);
        auto *texts = new QVBoxLayout;
        texts->setSpacing(2);
        texts->addWidget(quietLabel(info.description));
        if (!info.reason.isEmpty()) {
            auto *reason = new TextLabel(info.reason, TextRole::Dense,
                info.state == State::Failed || info.state == State::Refused ? TextLabel::Ink::Failed : TextLabel::Ink::Warning);
            reason->setWordWrap(true);
            texts->addWidget(reason);
        }
        row->addLayout(texts, 1);
        auto *enabled = new QCheckBox(tr("Enabled"));
        enabled->setAccessibleName(tr("%1 enabled").arg(info.name));
        enabled->setChecked(info.enabled);
        enabled->setEnabled(info.state != State::Refused);
        row->addWidget(enabled, 0, Qt::AlignTop);
        card->setContent(content);
        list->addWidget(card);
        connect(enabled, &QCheckBox::toggled, this,
            [this, id = info.id](bool on) { m_context.workspace.setIntegrationEnabled(id, on); });
    }
    if (m_context.workspace.integrations().empty())
        list->addWidget(quietLabel(m_context.workspace.isSafeMode() ? tr("Safe mode: no integration is loaded.") : tr("No integration was found.")));
}

QWidget *SettingsDialog::makeData()
{
    QVBoxLayout *column = nullptr;
    QWidget *area = settingsPage(tr("Data"), &column);
    auto &mirror = m_context.workspace.mirror();
    auto *form = new QFormLayout;
    form->setVerticalSpacing(8);
    const auto row = [&](const QString &name, const QString &value) {
        auto *label = new TextLabel(value, TextRole::Body);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        form->addRow(new TextLabel(name, TextRole::Body, TextLabel::Ink::Secondary), label);
    };
    row(tr("Workspace"), m_context.workspace.name());
    row(tr("Folder"), mirror.directory());
    row(tr("On disk"), byteCount(mirror.bytesOnDisk()));
    row(tr("Entities"), QLocale().toString(mirror.snapshot()->size()));
    const QDateTime asOf = mirror.asOf();
    row(tr("Current as of"), asOf.isValid() ? exactTime(asOf) : tr("never"));
    row(tr("Full text"), mirror.textIndexedAll() ? tr("up to date") : tr("being indexed"));
    column->addLayout(form);
    column->addWidget(quietLabel(tr("Only you can read these files. Removing a source erases what was read from it, history included.")));
    column->addStretch(1);
    return area;
}

QWidget *SettingsDialog::makeAbout()
{
    QVBoxLayout *column = nullptr;
    QWidget *area = settingsPage(tr("About"), &column);
    auto *row = new QHBoxLayout;
    auto *mark = new QLabel;
    mark->setPixmap(applicationIcon().pixmap(QSize(64, 64), devicePixelRatioF()));
    row->addWidget(mark);
    auto *texts = new QVBoxLayout;
    texts->addWidget(new TextLabel(u"Callboard"_s, TextRole::Heading1, TextLabel::Ink::Primary, QFont::DemiBold));
    texts->addWidget(quietLabel(tr("Version %1, with Qt %2").arg(QCoreApplication::applicationVersion(), QLatin1StringView(qVersion()))));
    row->addLayout(texts, 1);
    column->addLayout(row);
    column->addWidget(quietLabel(tr("A native desktop developer portal: who is on, what changed, what is next.")));
    column->addWidget(quietLabel(tr("Free software under the GNU General Public License, version 3 or later. It comes without any warranty.")));
    column->addStretch(1);
    return area;
}

} // namespace callboard::ui
