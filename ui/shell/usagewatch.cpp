// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/usagewatch.h"

#include "models/insights/usagelog.h"
#include "ui/panes/entity/entityactions.h"
#include "ui/shell/documents.h"
#include "ui/shell/panehost.h"

namespace callboard::ui {

using namespace Qt::StringLiterals;
using insights::UsageDeed;

UsageWatch::UsageWatch(const PaneContext &context, Documents &documents, PaneHost &panes, QObject *parent)
    : QObject(parent)
{
    insights::UsageRecorder &recorder = insights::UsageLog::of(context.workspace.mirror());
    // Where the person is already is not where they went.
    connect(&documents, &Documents::currentTargetChanged, this, [&recorder, last = documents.currentTarget()](const TrailStep &target) mutable {
        if (target == last || target.focus.ref.isEmpty())
            return;
        last = target;
        if (target.readsDocs())
            recorder.record(UsageDeed::OpenedDoc, target.target().section(u'#', 0, 0), target.focus.ref);
        else
            recorder.record(UsageDeed::OpenedEntity, u"catalog"_s, target.focus.ref);
    });
    connect(&panes, &PaneHost::keyboardMoved, this, [&recorder, last = QString()](const QString &id) mutable {
        if (!id.isEmpty() && id != last)
            recorder.record(UsageDeed::OpenedPane, id);
        if (!id.isEmpty())
            last = id;
    });
    connect(&panes::EntityActions::of(context), &panes::EntityActions::answered, this, [&recorder](const panes::EntityActions::Offer &offer) {
        recorder.record(UsageDeed::RanAction, offer.action.id, offer.entityRef);
    });
}

} // namespace callboard::ui
