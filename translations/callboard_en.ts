<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Backstage</name>
    <message numerus="yes">
        <source>It would bring %n entities.</source>
        <translation>
            <numerusform>It would bring %n entity.</numerusform>
            <numerusform>It would bring %n entities.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entities would go with it.</source>
        <translation>
            <numerusform>%n entity would go with it.</numerusform>
            <numerusform>%n entities would go with it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entities</source>
        <translation>
            <numerusform>%Ln entity</numerusform>
            <numerusform>%Ln entities</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CcTray</name>
    <message numerus="yes">
        <source>%n project(s) at %1.</source>
        <translation>
            <numerusform>%n project at %1.</numerusform>
            <numerusform>%n projects at %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Folder</name>
    <message numerus="yes">
        <source>%Ln descriptors</source>
        <translation>
            <numerusform>%Ln descriptor</numerusform>
            <numerusform>%Ln descriptors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln repositories</source>
        <translation>
            <numerusform>%Ln repository</numerusform>
            <numerusform>%Ln repositories</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln repositories without a known Git host: their entities have no links to it.</source>
        <translation>
            <numerusform>%Ln repository without a known Git host: its entities have no links to it.</numerusform>
            <numerusform>%Ln repositories without a known Git host: their entities have no links to it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Jenkins</name>
    <message numerus="yes">
        <source>%n job(s) and folder(s) at %1.</source>
        <translation>
            <numerusform>%n job or folder at %1.</numerusform>
            <numerusform>%n jobs and folders at %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::items::ApiWording</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n breaking</source>
        <translation>
            <numerusform>%n breaking</numerusform>
            <numerusform>%n breaking</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>%n added</numerusform>
            <numerusform>%n added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>%n removed</numerusform>
            <numerusform>%n removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::items::BuildsModel</name>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failing</source>
        <translation>
            <numerusform>%n failing</numerusform>
            <numerusform>%n failing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failing on branches</source>
        <translation>
            <numerusform>%n failing on branches</numerusform>
            <numerusform>%n failing on branches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n under way</source>
        <translation>
            <numerusform>%n under way</numerusform>
            <numerusform>%n under way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, on %n commit(s), last %2</source>
        <translation>
            <numerusform>%1, on %n commit, last %2</numerusform>
            <numerusform>%1, on %n commits, last %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::items::ChangeWording</name>
    <message numerus="yes">
        <source>more than %n further field(s)</source>
        <translation>
            <numerusform>more than %n further field</numerusform>
            <numerusform>more than %n further fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n further field(s)</source>
        <translation>
            <numerusform>%n further field</numerusform>
            <numerusform>%n further fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n relation(s) added</source>
        <translation>
            <numerusform>%n relation added</numerusform>
            <numerusform>%n relations added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n relation(s) removed</source>
        <translation>
            <numerusform>%n relation removed</numerusform>
            <numerusform>%n relations removed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::items::ChangesModel</name>
    <message numerus="yes">
        <source>%1 (%n times)</source>
        <translation>
            <numerusform>%1 (once)</numerusform>
            <numerusform>%1 (%n times)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::items::Diagram</name>
    <message numerus="yes">
        <source>Flowchart with %n node(s)</source>
        <translation>
            <numerusform>Flowchart with %n node</numerusform>
            <numerusform>Flowchart with %n nodes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::items::DocTreeModel</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::items::EntityTableModel</name>
    <message numerus="yes">
        <source>%1, %n entities</source>
        <translation>
            <numerusform>%1, %n entity</numerusform>
            <numerusform>%1, %n entities</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::items::FacetModel</name>
    <message numerus="yes">
        <source>%1, %n entities</source>
        <translation>
            <numerusform>%1, %n entity</numerusform>
            <numerusform>%1, %n entities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::items::PaletteModel</name>
    <message numerus="yes">
        <source>%n results in %1 ms</source>
        <translation>
            <numerusform>%n result in %1 ms</numerusform>
            <numerusform>%n results in %1 ms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n results</source>
        <translation>
            <numerusform>%1, %n result</numerusform>
            <numerusform>%1, %n results</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entities</source>
        <translation>
            <numerusform>%n entity</numerusform>
            <numerusform>%n entities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at least %n results in %1 ms</source>
        <translation>
            <numerusform>at least %n result in %1 ms</numerusform>
            <numerusform>at least %n results in %1 ms</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::items::ReviewsModel</name>
    <message numerus="yes">
        <source>%n file(s), %1</source>
        <translation>
            <numerusform>%n file, %1</numerusform>
            <numerusform>%n files, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n comment</numerusform>
            <numerusform>%n comments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::items::RunPartsModel</name>
    <message numerus="yes">
        <source>Annotations, %n</source>
        <translation>
            <numerusform>Annotations, %n</numerusform>
            <numerusform>Annotations, %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::notices::CatalogChanges</name>
    <message numerus="yes">
        <source>%1 breaks who uses it, at %n place(s)</source>
        <translation>
            <numerusform>%1 breaks who uses it, at %n place</numerusform>
            <numerusform>%1 breaks who uses it, at %n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entities are no longer in the catalog</source>
        <translation>
            <numerusform>%n entity is no longer in the catalog</numerusform>
            <numerusform>%n entities are no longer in the catalog</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::notices::Inbox</name>
    <message numerus="yes">
        <source>Mark %n as done</source>
        <translation>
            <numerusform>Mark %n as done</numerusform>
            <numerusform>Mark %n as done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Bring %n back</source>
        <translation>
            <numerusform>Bring %n back</numerusform>
            <numerusform>Bring %n back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put %n aside until it changes</source>
        <translation>
            <numerusform>Put %n aside until it changes</numerusform>
            <numerusform>Put %n aside until it changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark %n as read</source>
        <translation>
            <numerusform>Mark %n as read</numerusform>
            <numerusform>Mark %n as read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark %n as unread</source>
        <translation>
            <numerusform>Mark %n as unread</numerusform>
            <numerusform>Mark %n as unread</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save %n</source>
        <translation>
            <numerusform>Save %n</numerusform>
            <numerusform>Save %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No longer save %n</source>
        <translation>
            <numerusform>No longer save %n</numerusform>
            <numerusform>No longer save %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put %n aside for later</source>
        <translation>
            <numerusform>Put %n aside for later</numerusform>
            <numerusform>Put %n aside for later</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::notices::ReviewChanges</name>
    <message numerus="yes">
        <source>%1 · +%2 −%3 in %n file(s)</source>
        <translation>
            <numerusform>%1 · +%2 −%3 in %n file</numerusform>
            <numerusform>%1 · +%2 −%3 in %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::ActionDialog</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::Chart</name>
    <message numerus="yes">
        <source>and %n more, in the table</source>
        <translation>
            <numerusform>and %n more, in the table</numerusform>
            <numerusform>and %n more, in the table</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::ChartTable</name>
    <message numerus="yes">
        <source>%n row(s), first %1.</source>
        <translation>
            <numerusform>%n row, first %1.</numerusform>
            <numerusform>%n rows, first %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s), from %1 to %2.</source>
        <translation>
            <numerusform>%n point, from %1 to %2.</numerusform>
            <numerusform>%n points, from %1 to %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::DiffView</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::FirstRun</name>
    <message numerus="yes">
        <source>%n with problems</source>
        <translation>
            <numerusform>%n with problems</numerusform>
            <numerusform>%n with problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entities</source>
        <translation>
            <numerusform>%Ln entity</numerusform>
            <numerusform>%Ln entities</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::NoticePopups</name>
    <message numerus="yes">
        <source>%n notice(s)</source>
        <translation>
            <numerusform>%n notice</numerusform>
            <numerusform>%n notices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::PalettePreview</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::Sentences</name>
    <message numerus="yes">
        <source>It is tried again in %n min.</source>
        <translation>
            <numerusform>It is tried again in %n min.</numerusform>
            <numerusform>It is tried again in %n min.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::SignInChoice</name>
    <message numerus="yes">
        <source>%n way(s) to sign in were found.</source>
        <translation>
            <numerusform>%n way to sign in was found.</numerusform>
            <numerusform>%n ways to sign in were found.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::Standing</name>
    <message numerus="yes">
        <source>%n source(s) cannot be reached</source>
        <translation>
            <numerusform>%n source cannot be reached</numerusform>
            <numerusform>%n sources cannot be reached</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n source</numerusform>
            <numerusform>%n sources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::StatusLine</name>
    <message numerus="yes">
        <source>, %n more</source>
        <translation>
            <numerusform>, %n more</numerusform>
            <numerusform>, %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entities</source>
        <translation>
            <numerusform>%Ln entity</numerusform>
            <numerusform>%Ln entities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) to send</source>
        <translation>
            <numerusform>%n change to send</numerusform>
            <numerusform>%n changes to send</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::Times</name>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n h ago</numerusform>
            <numerusform>%n h ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::Tray</name>
    <message numerus="yes">
        <source>%n build(s) fail</source>
        <translation>
            <numerusform>%n build fails</numerusform>
            <numerusform>%n builds fail</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n approval(s) needed</source>
        <translation>
            <numerusform>%n approval needed</numerusform>
            <numerusform>%n approvals needed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review(s) wait for you</source>
        <translation>
            <numerusform>%n review waits for you</numerusform>
            <numerusform>%n reviews wait for you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n build(s) run</source>
        <translation>
            <numerusform>%n build runs</numerusform>
            <numerusform>%n builds run</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::ApiDetail</name>
    <message numerus="yes">
        <source>Names %n other file(s), which are not read: %1</source>
        <translation>
            <numerusform>Names %n other file, which is not read: %1</numerusform>
            <numerusform>Names %n other files, which are not read: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::ApiPane</name>
    <message numerus="yes">
        <source>%n items</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::ArticlePage</name>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::ArticleSide</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) wait for an answer.</source>
        <translation>
            <numerusform>%n report waits for an answer.</numerusform>
            <numerusform>%n reports wait for an answer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::BehindDialog</name>
    <message numerus="yes">
        <source>%n row(s).</source>
        <translation>
            <numerusform>%n row.</numerusform>
            <numerusform>%n rows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::BuildsPane</name>
    <message numerus="yes">
        <source>%n failing on default branches</source>
        <translation>
            <numerusform>%n failing on default branches</numerusform>
            <numerusform>%n failing on default branches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n running</numerusform>
            <numerusform>%n running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queued</source>
        <translation>
            <numerusform>%n queued</numerusform>
            <numerusform>%n queued</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting for approval</source>
        <translation>
            <numerusform>%n waiting for approval</numerusform>
            <numerusform>%n waiting for approval</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::ChangesPane</name>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>%n added</numerusform>
            <numerusform>%n added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>%n removed</numerusform>
            <numerusform>%n removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entities first seen</source>
        <translation>
            <numerusform>%n entity first seen</numerusform>
            <numerusform>%n entities first seen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::DocsPane</name>
    <message numerus="yes">
        <source>%1 of %n site(s) can be read offline</source>
        <translation>
            <numerusform>%1 of %n site can be read offline</numerusform>
            <numerusform>%1 of %n sites can be read offline</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::EntityPage</name>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entities</source>
        <translation>
            <numerusform>%n entity</numerusform>
            <numerusform>%n entities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing from the catalog</source>
        <translation>
            <numerusform>%n missing from the catalog</numerusform>
            <numerusform>%n missing from the catalog</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Documentation, %n page(s)</source>
        <translation>
            <numerusform>Documentation, %n page</numerusform>
            <numerusform>Documentation, %n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::FacetChips</name>
    <message numerus="yes">
        <source>%1: %n values</source>
        <translation>
            <numerusform>%1: %n value</numerusform>
            <numerusform>%1: %n values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::InboxPane</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::Insights</name>
    <message numerus="yes">
        <source>%n in all</source>
        <translation>
            <numerusform>%n in all</numerusform>
            <numerusform>%n in all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>last %n day(s), as the portal counts</source>
        <translation>
            <numerusform>last %n day, as the portal counts</numerusform>
            <numerusform>last %n days, as the portal counts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The newest %n are listed.</source>
        <translation>
            <numerusform>The newest %n are listed.</numerusform>
            <numerusform>The newest %n are listed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 licensed people in %n day(s)</source>
        <translation>
            <numerusform>%1 of %2 licensed people in %n day</numerusform>
            <numerusform>%1 of %2 licensed people in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 people in %n day(s)</source>
        <translation>
            <numerusform>%1 people in %n day</numerusform>
            <numerusform>%1 people in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n are listed.</source>
        <translation>
            <numerusform>The first %n are listed.</numerusform>
            <numerusform>The first %n are listed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::InsightsPane</name>
    <message numerus="yes">
        <source>last %n day(s)</source>
        <translation>
            <numerusform>last %n day</numerusform>
            <numerusform>last %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::KeptPage</name>
    <message numerus="yes">
        <source>keep %n month(s)</source>
        <translation>
            <numerusform>keep %n month</numerusform>
            <numerusform>keep %n months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::LogPanel</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failing line(s)</source>
        <translation>
            <numerusform>%n failing line</numerusform>
            <numerusform>%n failing lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n line(s)</source>
        <translation>
            <numerusform>in %n line</numerusform>
            <numerusform>in %n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::LogView</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) folded</source>
        <translation>
            <numerusform>%n line folded</numerusform>
            <numerusform>%n lines folded</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::MapCanvas</name>
    <message numerus="yes">
        <source>%n further, without a colour of their own</source>
        <translation>
            <numerusform>%n further, without a colour of its own</numerusform>
            <numerusform>%n further, without a colour of their own</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::MapControls</name>
    <message numerus="yes">
        <source>%n found; Enter goes to the next</source>
        <translation>
            <numerusform>%n found; Enter goes to the next</numerusform>
            <numerusform>%n found; Enter goes to the next</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::MapLists</name>
    <message numerus="yes">
        <source>%n entities</source>
        <translation>
            <numerusform>%n entity</numerusform>
            <numerusform>%n entities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n systems</source>
        <translation>
            <numerusform>%n system</numerusform>
            <numerusform>%n systems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n teams</source>
        <translation>
            <numerusform>%n team</numerusform>
            <numerusform>%n teams</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to tell</source>
        <comment>entities of a team</comment>
        <translation>
            <numerusform>%n to tell</numerusform>
            <numerusform>%n to tell</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n steps</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n</source>
        <comment>members of a circle</comment>
        <translation>
            <numerusform>of %n</numerusform>
            <numerusform>of %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::MapPane</name>
    <message numerus="yes">
        <source>%n steps</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entities</source>
        <translation>
            <numerusform>%n entity</numerusform>
            <numerusform>%n entities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n relations</source>
        <translation>
            <numerusform>%n relation</numerusform>
            <numerusform>%n relations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n missing</numerusform>
            <numerusform>%n missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n folded</source>
        <translation>
            <numerusform>%n folded</numerusform>
            <numerusform>%n folded</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::MapScene</name>
    <message numerus="yes">
        <source>+ %n more</source>
        <translation>
            <numerusform>+ %n more</numerusform>
            <numerusform>+ %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n missing</numerusform>
            <numerusform>%n missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entities</source>
        <translation>
            <numerusform>%n entity</numerusform>
            <numerusform>%n entities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more relations</source>
        <translation>
            <numerusform>and %n more relation</numerusform>
            <numerusform>and %n more relations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::PageRows</name>
    <message numerus="yes">
        <source>%n ahead</source>
        <translation>
            <numerusform>%n ahead</numerusform>
            <numerusform>%n ahead</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n behind</source>
        <translation>
            <numerusform>%n behind</numerusform>
            <numerusform>%n behind</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::PluginsPane</name>
    <message numerus="yes">
        <source>%n integrations</source>
        <translation>
            <numerusform>%n integration</numerusform>
            <numerusform>%n integrations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::ProblemsPane</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::RelationsPane</name>
    <message numerus="yes">
        <source>%n relations</source>
        <translation>
            <numerusform>%n relation</numerusform>
            <numerusform>%n relations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n missing</numerusform>
            <numerusform>%n missing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::RequestLog</name>
    <message numerus="yes">
        <source>%Ln request(s), the latest 500 at most. No headers, no bodies, no secrets.</source>
        <translation>
            <numerusform>%Ln request, the latest 500 at most. No headers, no bodies, no secrets.</numerusform>
            <numerusform>%Ln requests, the latest 500 at most. No headers, no bodies, no secrets.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::ReviewsPane</name>
    <message numerus="yes">
        <source>%n wait for you</source>
        <translation>
            <numerusform>%n waits for you</numerusform>
            <numerusform>%n wait for you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) there have uncommitted changes</source>
        <translation>
            <numerusform>%n file there has uncommitted changes</numerusform>
            <numerusform>%n files there have uncommitted changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of yours that git does not keep are in the way: %1</source>
        <translation>
            <numerusform>%n file of yours that git does not keep is in the way: %1</numerusform>
            <numerusform>%n files of yours that git does not keep are in the way: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::RunView</name>
    <message numerus="yes">
        <source>Broken since %1: %n runs in a row</source>
        <translation>
            <numerusform>Broken since %1: %n run in a row</numerusform>
            <numerusform>Broken since %1: %n runs in a row</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n commit(s)</source>
        <translation>
            <numerusform>%n commit</numerusform>
            <numerusform>%n commits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::ShareBox</name>
    <message numerus="yes">
        <source>%n line(s) wait, and go at %1.</source>
        <translation>
            <numerusform>%n line waits, and goes at %1.</numerusform>
            <numerusform>%n lines wait, and go at %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) wait: nothing goes by itself now.</source>
        <translation>
            <numerusform>%n line waits: nothing goes by itself now.</numerusform>
            <numerusform>%n lines wait: nothing goes by itself now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) went, the last time %1.</source>
        <translation>
            <numerusform>%n line went, the last time %1.</numerusform>
            <numerusform>%n lines went, the last time %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n line(s) nobody knows whether they arrived: they are not sent again.</source>
        <translation>
            <numerusform>Of %n line nobody knows whether it arrived: it is not sent again.</numerusform>
            <numerusform>Of %n lines nobody knows whether they arrived: they are not sent again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) were too large to be sent.</source>
        <translation>
            <numerusform>%n line was too large to be sent.</numerusform>
            <numerusform>%n lines were too large to be sent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::SourceView</name>
    <message numerus="yes">
        <source>next in %n s</source>
        <translation>
            <numerusform>next in %n s</numerusform>
            <numerusform>next in %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>next in %n min</source>
        <translation>
            <numerusform>next in %n min</numerusform>
            <numerusform>next in %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>next in %n h</source>
        <translation>
            <numerusform>next in %n h</numerusform>
            <numerusform>next in %n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln request</numerusform>
            <numerusform>%Ln requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) left</source>
        <translation>
            <numerusform>%Ln request left</numerusform>
            <numerusform>%Ln requests left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>today %Ln request(s), %1</source>
        <translation>
            <numerusform>today %Ln request, %1</numerusform>
            <numerusform>today %Ln requests, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>While nothing happens, it shares the requests of one host with %n other(s)</source>
        <translation>
            <numerusform>While nothing happens, it shares the requests of one host with %n other</numerusform>
            <numerusform>While nothing happens, it shares the requests of one host with %n others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n other host(s)</source>
        <translation>
            <numerusform>and %n other host</numerusform>
            <numerusform>and %n other hosts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>what is idle every %n min</source>
        <translation>
            <numerusform>what is idle every %n min</numerusform>
            <numerusform>what is idle every %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>what is idle every %n h</source>
        <translation>
            <numerusform>what is idle every %n h</numerusform>
            <numerusform>what is idle every %n h</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::SourcesPane</name>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n source</numerusform>
            <numerusform>%n sources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) added.</source>
        <translation>
            <numerusform>%n connection added.</numerusform>
            <numerusform>%n connections added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n other(s); the pane has them all</source>
        <translation>
            <numerusform>and %n other; the pane has it</numerusform>
            <numerusform>and %n others; the pane has them all</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::TrendsView</name>
    <message numerus="yes">
        <source>last %n day(s)</source>
        <translation>
            <numerusform>last %n day</numerusform>
            <numerusform>last %n days</numerusform>
        </translation>
    </message>
</context>
</TS>
