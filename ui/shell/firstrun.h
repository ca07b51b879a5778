// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/workspace.h"

#include <QDialog>
#include <QRadioButton>

class QButtonGroup;
class QComboBox;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace callboard::ui {

class ConnectionForm;
class SignInPanel;
class StepList;
class TextLabel;

/// One way to begin: a card that is chosen like a radio button.
class ChoiceCard final : public QRadioButton {
    Q_OBJECT
public:
    ChoiceCard(const QString &iconName, const QString &title, const QString &text, const QString &needs, QWidget *parent = nullptr);
    void setNeeds(const QString &needs);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override; ///< A card wraps its words.
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    bool hitButton(const QPoint &place) const override { return rect().contains(place); }
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QString m_iconName, m_text, m_needs;
};

/// The steps of the dialog at its left.
class StepList final : public QWidget {
    Q_OBJECT
public:
    explicit StepList(QWidget *parent = nullptr);
    void setSteps(const QList<std::pair<QString, QString>> &steps); ///< Title and what was chosen there.
    void setCurrent(int step);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<std::pair<QString, QString>> m_steps;
    int m_current = 0;
};

/// How to begin: choose a source, fill in its form, see what is found. Also how a further source is added. Closing it
/// never stops the reading.
class FirstRun final : public QDialog {
    Q_OBJECT
public:
    explicit FirstRun(sync::Workspace &workspace, QWidget *parent = nullptr);

    void choose(const QString &integrationId);
    /// The portal at that address: fills it in and asks it how to sign in.
    void openPortal(const QString &url);
    ConnectionForm *form() const { return m_form; }
    bool begin(); ///< What the main button of the first page does.

private:
    QWidget *makeSide();
    QWidget *makeBeginPage();
    QWidget *makeCards();
    QWidget *makeSignInPage();
    QWidget *makeFoundPage();
    QWidget *makeFooter();
    void showForm();
    void addKindOfHost();
    QString titleOfChosen() const;
    void showSteps();
    void goTo(int page);
    void showFound();
    void fillPeople();
    void updateButtons();
    const sync::IntegrationInfo *integration(const QString &id) const;

    sync::Workspace &m_workspace;
    std::vector<sync::IntegrationInfo> m_integrations;
    StepList *m_steps;
    QStackedWidget *m_pages;
    QButtonGroup *m_choices;
    QHash<QString, ChoiceCard *> m_cards; ///< By integration; one for all hosts.
    std::vector<const sync::IntegrationInfo *> m_hosts; ///< Those that can be used, by name.
    QWidget *m_formCard;
    QVBoxLayout *m_formColumn;
    TextLabel *m_formTitle;
    ConnectionForm *m_form = nullptr;
    TextLabel *m_problem;
    QString m_host; ///< The integration that the card of hosts stands for.
    QString m_chosen;
    QString m_connectionId;
    SignInPanel *m_signIn;

    TextLabel *m_foundLine;
    TextLabel *m_foundDetail;
    QProgressBar *m_progress;
    QWidget *m_kinds;
    QComboBox *m_me;
    QPushButton *m_close;
    QPushButton *m_try;
    QPushButton *m_next;
};

} // namespace callboard::ui
