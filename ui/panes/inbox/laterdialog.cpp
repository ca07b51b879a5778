// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/inbox/laterdialog.h"

#include "ui/kit/dialogfooter.h"
#include "ui/kit/style.h"

#include <QDateTimeEdit>
#include <QFormLayout>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace callboard::ui::panes {

LaterDialog::LaterDialog(const QDateTime &now, QWidget *parent)
    : QDialog(parent)
    , m_at(new QDateTimeEdit(QDateTime(now.date().addDays(1), QTime(9, 0))))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Show the notice again"));
    setSurface(this, Surface::Board);
    QString format = QLocale().dateTimeFormat(QLocale::ShortFormat);
    format.remove(u":ss"_s); // That of the plain locale has seconds.
    m_at->setDisplayFormat(format);
    m_at->setCalendarPopup(true);
    m_at->setMinimumDateTime(now);
    m_at->setAccessibleName(tr("When"));
    auto *form = new QFormLayout;
    form->setContentsMargins(24, 24, 24, 16);
    form->addRow(tr("When"), m_at);
    auto *cancel = new QPushButton(tr("Cancel"));
    auto *later = new QPushButton(tr("Put aside"));
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(later, &QPushButton::clicked, this, &QDialog::accept);
    connect(this, &QDialog::accepted, this, [this] { Q_EMIT chosen(m_at->dateTime().toUTC()); });
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(form, 1);
    column->addWidget(dialogFooter({}, { cancel, later }, later));
    m_at->setFocus();
}

} // namespace callboard::ui::panes
