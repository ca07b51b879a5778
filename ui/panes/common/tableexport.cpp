// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/common/tableexport.h"

#include "models/items/export.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QHeaderView>
#include <QMessageBox>
#include <QPointer>
#include <QSaveFile>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;

namespace {
    struct Say {
        Q_DECLARE_TR_FUNCTIONS(callboard::ui::panes::Export)
    };
}

QList<int> visibleColumns(const QHeaderView &header)
{
    QList<int> columns;
    for (int visual = 0; visual < header.count(); ++visual)
        if (const int column = header.logicalIndex(visual); !header.isSectionHidden(column))
            columns += column;
    return columns;
}

bool writeTable(const QAbstractItemModel &model, const QList<int> &columns, const QString &fileName, QString *why)
{
    const bool json = fileName.endsWith(".json"_L1, Qt::CaseInsensitive);
    const QByteArray bytes
        = items::exportModel(model, json ? items::ExportFormat::Json : items::ExportFormat::Csv, columns);
    QSaveFile file(fileName);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return true;
    *why = file.errorString();
    return false;
}

void exportTable(QWidget *parent, const QAbstractItemModel &model, const QList<int> &columns, const QString &baseName)
{
    auto *dialog = new QFileDialog(parent, Say::tr("Export what is shown"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({ Say::tr("Comma-separated values (*.csv)"), Say::tr("JSON (*.json)") });
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->selectFile(baseName + u".csv"_s);
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains("json"_L1) ? u"json"_s : u"csv"_s);
    });
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, [parent, &model, columns](const QString &fileName) {
        QString why;
        if (writeTable(model, columns, fileName, &why))
            return;
        auto *box = new QMessageBox(QMessageBox::NoIcon, Say::tr("Export"),
            Say::tr("%1 could not be written.").arg(fileName), QMessageBox::Ok, parent);
        box->setInformativeText(why);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->open();
    });
    dialog->open();
}

} // namespace callboard::ui::panes
