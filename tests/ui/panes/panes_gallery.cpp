// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Draws every pane to PNG files, for eyes: panes_gallery FOLDER [light|dark|high-contrast] [scale]
#include "tests/ui/panes/world.h"

#include "ui/kit/paneframe.h"
#include "ui/kit/style.h"
#include "ui/panes/catalog/catalogpane.h"
#include "ui/panes/catalog/entityview.h"
#include "ui/panes/entity/entitypage.h"
#include "ui/panes/panes.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QBoxLayout>
#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace callboard;
using testkit::World;

namespace {

ui::ThemeChoice themeOf(const QString &name)
{
    return name == u"dark" ? ui::ThemeChoice::Dark : name == u"high-contrast" ? ui::ThemeChoice::HighContrast : ui::ThemeChoice::Light;
}

std::vector<domain::Problem> problems()
{
    using domain::Severity;
    const auto problem = [](Severity severity, const QString &rule, const QString &message, int line, const QString &ref) {
        domain::Problem problem;
        problem.severity = severity;
        problem.rule = rule;
        problem.message = message;
        problem.line = line;
        problem.column = 3;
        problem.path = u"/home/mira/clones/ledger/catalog-info.yaml"_s;
        problem.location = u"file:"_s + problem.path;
        problem.entityRef = ref;
        return problem;
    };
    return { problem(Severity::Error, u"FieldFormat"_s, u"metadata.name is \"Ledger API\": use letters, digits, '-', '_' and '.' only, at most 63"_s, 4, u"component:default/ledger-api"_s),
        problem(Severity::Warning, u"UnknownTarget"_s, u"spec.dependsOn names resource:gone, which no descriptor defines"_s, 21, u"component:default/ledger-api"_s),
        problem(Severity::Error, u"Schema"_s, u"spec.owner is missing: name the group that owns it"_s, 9, u"component:default/fx-rates"_s) };
}

class Gallery {
public:
    Gallery(const QString &folder, const QString &theme)
        : m_folder(folder)
        , m_theme(theme)
    {
    }

    void save(QWidget &widget, const QString &name, QSize size)
    {
        widget.resize(size);
        widget.show();
        QTest::qWait(150);
        const QString file = m_folder + u'/' + name + u'-' + m_theme + u".png"_s;
        widget.grab().save(file);
        qInfo("%s", qPrintable(file));
        widget.hide();
    }

private:
    QString m_folder;
    QString m_theme;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QStringList arguments = QApplication::arguments();
    const QString folder = arguments.value(1, u"."_s);
    QDir().mkpath(folder);
    ui::Theme theme;
    theme.setChoice(themeOf(arguments.value(2)));
    ui::CallboardStyle::install(theme);
    World world;
    world.fill(World::company());
    world.putProblems(problems());
    if (arguments.contains(u"big"_s))
        world.fillSynthetic(2418);
    world.focus().go({ ui::FocusTarget::Kind::Entity, u"component:default/ledger-api"_s });
    Gallery gallery(folder, arguments.value(2, u"light"_s));

    for (const ui::PaneFactory &factory : ui::panes::allPanes()) {
        ui::PaneFrame frame(factory.make(world.context()));
        frame.pane().setTarget(world.focus().target());
        const bool wide = factory.area == ui::PaneFactory::Area::Bottom;
        gallery.save(frame, factory.id, wide ? QSize(900, 240) : QSize(factory.id == u"catalog" ? 487 : 400, 640));
    }
    for (const QString &ref : { u"component:default/ledger-api"_s, u"group:default/team-ledger"_s, u"api:default/ledger-grpc"_s,
             u"template:default/new-service"_s, u"widget:default/odd-one"_s, u"user:default/mira.k"_s, u"component:default/nobody"_s }) {
        ui::panes::EntityPage page(world.context(), ref);
        const QString name = u"page-"_s + QString(ref).replace(u':', u'-').replace(u'/', u'-');
        gallery.save(page, name, { 520, 760 });
        if (ref.startsWith(u"component:default/ledger"))
            gallery.save(page, name + u"-wide"_s, { 1100, 620 });
        for (const QString &tab : { u"definition"_s, u"relations"_s, u"owned"_s, u"parameters"_s, u"spec"_s, u"source"_s, u"changes"_s }) {
            page.showTab(tab);
            if (page.currentTab() == tab)
                gallery.save(page, name + u'-' + tab, { 520, 620 });
        }
    }
    return 0;
}
