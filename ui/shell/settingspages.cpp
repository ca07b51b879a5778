// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settingspages.h"

#include "models/sync/workspaces.h"
#include "ui/kit/sentences.h"
#include "ui/kit/standing.h"
#include "ui/kit/style.h"
#include "ui/kit/widgets.h"
#include "ui/shell/autostart.h"
#include "ui/shell/preferences.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSystemTrayIcon>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace callboard::ui {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(callboard::ui::SettingsPages)
};

QFormLayout *formIn(QVBoxLayout *column)
{
    auto *form = new QFormLayout;
    form->setVerticalSpacing(12);
    form->setHorizontalSpacing(14);
    column->addLayout(form);
    return form;
}

QComboBox *choice(const QStringList &texts, int current)
{
    auto *box = new QComboBox;
    box->addItems(texts);
    box->setCurrentIndex(current);
    return box;
}

/// What `--workspace` must be for this workspace; empty for the default one.
QString workspaceOption(sync::Workspace &workspace)
{
    const QString directory = QDir(workspace.mirror().directory()).absolutePath();
    if (directory == QDir(sync::Workspace::defaultDirectory()).absolutePath())
        return {};
    const bool named = QFileInfo(directory).absolutePath() == QDir(sync::workspacesFolder()).absolutePath();
    return named ? workspace.name() : directory;
}

QCheckBox *loginBox(sync::Workspace &workspace, TextLabel *problem)
{
    const Autostart autostart(QCoreApplication::applicationFilePath(), workspaceOption(workspace));
    auto *box = new QCheckBox(Say::tr("Start in the tray when I log in"));
    box->setChecked(autostart.isOn());
    problem->hide();
    QObject::connect(box, &QCheckBox::toggled, problem, [autostart, box, problem](bool on) {
        const auto done = autostart.setOn(on);
        problem->setVisible(!done);
        if (done)
            return;
        problem->setText(sentenceText(done.error()));
        const QSignalBlocker quiet(box);
        box->setChecked(autostart.isOn());
    });
    return box;
}

} // namespace

QWidget *settingsPage(const QString &title, QVBoxLayout **column)
{
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    auto *content = new QWidget;
    setSurface(content, Surface::Board);
    *column = new QVBoxLayout(content);
    (*column)->setContentsMargins(28, 20, 28, 20);
    (*column)->setSpacing(10);
    (*column)->addWidget(new TextLabel(title, TextRole::Heading2, TextLabel::Ink::Primary, QFont::DemiBold));
    area->setWidget(content);
    return area;
}

TextLabel *quietLabel(const QString &text)
{
    auto *label = new TextLabel(text, TextRole::Dense, TextLabel::Ink::Secondary);
    label->setWordWrap(true);
    return label;
}

QWidget *makeTrayPage(PaneContext context, Preferences &preferences)
{
    QVBoxLayout *column = nullptr;
    QWidget *area = settingsPage(Say::tr("Tray and start"), &column);
    const bool hasHost = QSystemTrayIcon::isSystemTrayAvailable();
    column->addWidget(quietLabel(hasHost
            ? Say::tr("The icon says by its shape whether a source fails, cannot be reached, or is being read for long.")
            : Say::tr("This desktop shows no tray, so closing the window ends Callboard. On GNOME an extension brings a tray.")));
    auto *shown = new QCheckBox(Say::tr("Show an icon in the tray"));
    shown->setChecked(preferences.showsTray());
    shown->setEnabled(hasHost);
    column->addWidget(shown);

    auto *form = formIn(column);
    auto *closing = choice({ Say::tr("Asks what to do"), Say::tr("Keeps Callboard in the tray"), Say::tr("Quits") }, int(preferences.closing()));
    form->addRow(Say::tr("&Closing the window"), closing);
    auto *ground = choice({ Say::tr("As the system’s colours"), Say::tr("A light panel"), Say::tr("A dark panel") }, int(preferences.trayGround()));
    form->addRow(Say::tr("The icon stands on"), ground);

    auto *problem = new TextLabel({}, TextRole::Dense, TextLabel::Ink::Failed);
    problem->setWordWrap(true);
    column->addSpacing(4);
    column->addWidget(loginBox(context.workspace, problem));
    column->addWidget(problem);
    column->addWidget(quietLabel(Say::tr("For this workspace. Hidden, it takes little memory: the window is made when it is first opened.")));
    column->addStretch(1);

    const auto follow = [shown, closing, ground, hasHost] {
        closing->setEnabled(hasHost && shown->isChecked());
        ground->setEnabled(hasHost && shown->isChecked());
    };
    follow();
    QObject::connect(shown, &QCheckBox::toggled, area, [&preferences, follow](bool on) {
        preferences.setShowsTray(on);
        follow();
    });
    QObject::connect(closing, &QComboBox::activated, area, [&preferences](int at) { preferences.setClosing(Closing(at)); });
    QObject::connect(ground, &QComboBox::activated, area, [&preferences](int at) { preferences.setTrayGround(TrayGround(at)); });
    QObject::connect(&preferences, &Preferences::desktopChanged, area,
        [&preferences, closing] { closing->setCurrentIndex(int(preferences.closing())); });
    return area;
}

QWidget *makeNetworkPage(PaneContext context, Preferences &preferences)
{
    QVBoxLayout *column = nullptr;
    QWidget *area = settingsPage(Say::tr("Network"), &column);
    sync::Workspace &workspace = context.workspace;
    auto *now = quietLabel({});
    column->addWidget(now);
    auto *offline = new QCheckBox(Say::tr("Work offline"));
    column->addWidget(offline);
    column->addWidget(quietLabel(Say::tr("Nothing goes over the network, and nothing is missing of what was read before. Folders on this machine are read all the same.")));
    column->addSpacing(6);
    const QStringList ways { Say::tr("As usual"), Say::tr("Rarely, at a sixth of the pace"), Say::tr("Only when I ask") };
    auto *form = formIn(column);
    auto *metered = choice(ways, int(preferences.networkPolicy().metered));
    auto *saver = choice(ways, int(preferences.networkPolicy().powerSaver));
    form->addRow(Say::tr("On a &metered network, read"), metered);
    form->addRow(Say::tr("When &power is saved, read"), saver);
    column->addWidget(quietLabel(Say::tr("What you ask for by hand is always read. Before the machine sleeps reading stops, and it goes on when it wakes up.")));
    column->addStretch(1);

    const auto show = [&workspace, now, offline] {
        const auto &network = workspace.network();
        offline->setChecked(network.isWorkingOffline());
        QStringList words { standingText(standingOf(workspace)) };
        if (network.isMetered())
            words.append(Say::tr("metered network"));
        if (network.isPowerSaver())
            words.append(Say::tr("power is being saved"));
        now->setText(words.join(u" · "));
    };
    show();
    QObject::connect(&workspace, &sync::Workspace::networkChanged, area, show);
    QObject::connect(offline, &QCheckBox::clicked, area, [&workspace](bool on) { workspace.setWorkOffline(on); });
    const auto keep = [&preferences, metered, saver] {
        preferences.setNetworkPolicy({ sync::Background(metered->currentIndex()), sync::Background(saver->currentIndex()) });
    };
    QObject::connect(metered, &QComboBox::activated, area, keep);
    QObject::connect(saver, &QComboBox::activated, area, keep);
    return area;
}

} // namespace callboard::ui
