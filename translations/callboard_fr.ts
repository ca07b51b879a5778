<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>callboard::items::EntityTableModel</name>
    <message>
        <source>now</source>
        <translation>maint.</translation>
    </message>
    <message>
        <source>%1m</source>
        <comment>minutes</comment>
        <translation>%1m</translation>
    </message>
    <message>
        <source>%1h</source>
        <comment>hours</comment>
        <translation>%1h</translation>
    </message>
    <message>
        <source>%1d</source>
        <comment>days</comment>
        <translation>%1j</translation>
    </message>
    <message>
        <source>%1y</source>
        <comment>years</comment>
        <translation>%1an</translation>
    </message>
    <message>
        <source>When the entity last changed</source>
        <translation>Date du dernier changement de l’entité</translation>
    </message>
    <message>
        <source>When a source last confirmed it</source>
        <translation>Date de la dernière confirmation par une source</translation>
    </message>
    <message>
        <source>Problems in its descriptor or its relations</source>
        <translation>Problèmes dans son descripteur ou ses relations</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Propriétaire</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Système</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Lifecycle</source>
        <translation>Cycle de vie</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>Repository</source>
        <translation>Dépôt</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modifié</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problèmes</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Vu</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n entities</source>
        <translation>
            <numerusform>%1, %n entité</numerusform>
            <numerusform>%1, %n entités</numerusform>
        </translation>
    </message>
    <message>
        <source>No owner</source>
        <translation>Sans propriétaire</translation>
    </message>
    <message>
        <source>No system</source>
        <translation>Sans système</translation>
    </message>
    <message>
        <source>No lifecycle</source>
        <translation>Sans cycle de vie</translation>
    </message>
    <message>
        <source>No repository</source>
        <translation>Sans dépôt</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>problem</source>
        <translation>problème</translation>
    </message>
    <message>
        <source>dangling</source>
        <translation>lien rompu</translation>
    </message>
    <message>
        <source>orphaned</source>
        <translation>orpheline</translation>
    </message>
    <message>
        <source>Its descriptor has problems</source>
        <translation>Son descripteur a des problèmes</translation>
    </message>
    <message>
        <source>It names an entity that is not in the catalog</source>
        <translation>Elle nomme une entité absente du catalogue</translation>
    </message>
    <message>
        <source>No location names it any more</source>
        <translation>Plus aucun emplacement ne la nomme</translation>
    </message>
    <message>
        <source>%1w</source>
        <comment>weeks</comment>
        <translation>%1sem</translation>
    </message>
</context>
<context>
    <name>callboard::items::Export</name>
    <message>
        <source>Group</source>
        <translation>Groupe</translation>
    </message>
</context>
<context>
    <name>callboard::items::FacetModel</name>
    <message>
        <source>Kind</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Propriétaire</translation>
    </message>
    <message>
        <source>Lifecycle</source>
        <translation>Cycle de vie</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Système</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Freshness</source>
        <translation>Fraîcheur</translation>
    </message>
    <message>
        <source>over a day</source>
        <translation>plus d’un jour</translation>
    </message>
    <message>
        <source>over a week</source>
        <translation>plus d’une semaine</translation>
    </message>
    <message>
        <source>problems</source>
        <translation>problèmes</translation>
    </message>
    <message>
        <source>orphaned</source>
        <translation>orphelines</translation>
    </message>
    <message>
        <source>dangling</source>
        <translation>liens rompus</translation>
    </message>
    <message>
        <source>my teams</source>
        <translation>mes équipes</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n entities</source>
        <translation>
            <numerusform>%1, %n entité</numerusform>
            <numerusform>%1, %n entités</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n de plus</numerusform>
            <numerusform>%n de plus</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::items::MembersModel</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Propriétaire</translation>
    </message>
    <message>
        <source>Lifecycle</source>
        <translation>Cycle de vie</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Through</source>
        <translation>Via</translation>
    </message>
</context>
<context>
    <name>callboard::items::PaletteModel</name>
    <message numerus="yes">
        <source>%n results in %1 ms</source>
        <translation>
            <numerusform>%n résultat en %1 ms</numerusform>
            <numerusform>%n résultats en %1 ms</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>Entities</source>
        <translation>Entités</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Actions</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Docs</source>
        <translation>Docs</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n results</source>
        <translation>
            <numerusform>%1, %n résultat</numerusform>
            <numerusform>%1, %n résultats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n personne</numerusform>
            <numerusform>%n personnes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n entities</source>
        <translation>
            <numerusform>%n entité</numerusform>
            <numerusform>%n entités</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::items::ProblemsModel</name>
    <message>
        <source>Severity</source>
        <translation>Gravité</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problème</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Règle</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Champ</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>Entité</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Avertissement</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Remarque</translation>
    </message>
</context>
<context>
    <name>callboard::items::RelationsModel</name>
    <message>
        <source>Owned by</source>
        <translation>Appartient à</translation>
    </message>
    <message>
        <source>Part of</source>
        <translation>Fait partie de</translation>
    </message>
    <message>
        <source>Has parts</source>
        <translation>Comprend</translation>
    </message>
    <message>
        <source>Provides</source>
        <translation>Fournit</translation>
    </message>
    <message>
        <source>Provided by</source>
        <translation>Fourni par</translation>
    </message>
    <message>
        <source>Consumes</source>
        <translation>Consomme</translation>
    </message>
    <message>
        <source>Consumed by</source>
        <translation>Consommé par</translation>
    </message>
    <message>
        <source>Depends on</source>
        <translation>Dépend de</translation>
    </message>
    <message>
        <source>Needed by</source>
        <translation>Requis par</translation>
    </message>
    <message>
        <source>Owns</source>
        <translation>Possède</translation>
    </message>
    <message>
        <source>Member of</source>
        <translation>Membre de</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Membres</translation>
    </message>
    <message>
        <source>Part of group</source>
        <translation>Fait partie du groupe</translation>
    </message>
    <message>
        <source>Groups below</source>
        <translation>Sous-groupes</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Propriétaire</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Lifecycle</source>
        <translation>Cycle de vie</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>%1 is not in the catalog</source>
        <translation>%1 n’est pas dans le catalogue</translation>
    </message>
</context>
<context>
    <name>callboard::items::SourcesModel</name>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>Flux</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>En date de</translation>
    </message>
    <message>
        <source>Last tried</source>
        <translation>Dernier essai</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Avancement</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>lecture en cours</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échec</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>prête</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>pas encore lue</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
</context>
<context>
    <name>callboard::ui::AsOfLabel</name>
    <message>
        <source>%1, not current</source>
        <translation>%1, pas à jour</translation>
    </message>
</context>
<context>
    <name>callboard::ui::Banner</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>callboard::ui::CodeView</name>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
</context>
<context>
    <name>callboard::ui::ConnectionForm</name>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>A folder of clones</source>
        <translation>Un dossier de clones</translation>
    </message>
    <message>
        <source>More options</source>
        <translation>Plus d’options</translation>
    </message>
    <message>
        <source>No folder chosen yet</source>
        <translation>Aucun dossier choisi</translation>
    </message>
</context>
<context>
    <name>callboard::ui::Documents</name>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Open pages</source>
        <translation>Pages ouvertes</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Close the others</source>
        <translation>Fermer les autres</translation>
    </message>
</context>
<context>
    <name>callboard::ui::FilterBox</name>
    <message>
        <source>Filter %1. Press to edit it.</source>
        <translation>Filtre %1. Appuyez pour le modifier.</translation>
    </message>
</context>
<context>
    <name>callboard::ui::FirstRun</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Try the connection</source>
        <translation>Essayer la connexion</translation>
    </message>
    <message>
        <source>Look what is there</source>
        <translation>Voir ce qui s’y trouve</translation>
    </message>
    <message>
        <source>Callboard: first run</source>
        <translation>Callboard&#xa0;: premier démarrage</translation>
    </message>
    <message>
        <source>Callboard: add a source</source>
        <translation>Callboard&#xa0;: ajouter une source</translation>
    </message>
    <message>
        <source>first run</source>
        <translation>premier démarrage</translation>
    </message>
    <message>
        <source>a further source</source>
        <translation>une source de plus</translation>
    </message>
    <message>
        <source>How to begin</source>
        <translation>Pour commencer</translation>
    </message>
    <message>
        <source>What we found</source>
        <translation>Ce qui a été trouvé</translation>
    </message>
    <message>
        <source>Nothing leaves this machine. Files are only read. Closing this window does not stop the reading.</source>
        <translation>Rien ne quitte cette machine. Les fichiers sont seulement lus. Fermer cette fenêtre n’arrête pas la lecture.</translation>
    </message>
    <message>
        <source>How would you like to begin?</source>
        <translation>Comment voulez-vous commencer&#x202f;?</translation>
    </message>
    <message>
        <source>You can add the others later. All of them end up on the same board.</source>
        <translation>Vous pourrez ajouter les autres plus tard. Tout arrive sur le même tableau.</translation>
    </message>
    <message>
        <source>A folder of clones</source>
        <translation>Un dossier de clones</translation>
    </message>
    <message>
        <source>Build the board from the working copies on this disk. Works without a network.</source>
        <translation>Construit le tableau à partir des copies de travail de ce disque. Fonctionne sans réseau.</translation>
    </message>
    <message>
        <source>needs: a folder. A few seconds.</source>
        <translation>il faut&#xa0;: un dossier. Quelques secondes.</translation>
    </message>
    <message>
        <source>The sample portal</source>
        <translation>Le portail d’exemple</translation>
    </message>
    <message>
        <source>Quayline, an invented ferry company with some 80 entities, to look around first.</source>
        <translation>Quayline, une compagnie de ferries inventée avec environ 80 entités, pour d’abord faire un tour.</translation>
    </message>
    <message>
        <source>needs nothing. Remove it with one click.</source>
        <translation>il ne faut rien. Se retire en un clic.</translation>
    </message>
    <message>
        <source>A portal that is already there</source>
        <translation>Un portail qui existe déjà</translation>
    </message>
    <message>
        <source>Backstage, or any portal built on it. This version cannot connect to one yet.</source>
        <translation>Backstage, ou tout portail bâti dessus. Cette version ne sait pas encore s’y connecter.</translation>
    </message>
    <message>
        <source>comes with a later version</source>
        <translation>viendra dans une prochaine version</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>Qui êtes-vous&#x202f;?</translation>
    </message>
    <message>
        <source>Then “mine” shows what you and your groups own. It stays on this machine.</source>
        <translation>«&#xa0;À moi&#xa0;» montre alors ce que vous et vos groupes possédez. Cela reste sur cette machine.</translation>
    </message>
    <message>
        <source>Connect: %1</source>
        <translation>Connecter&#xa0;: %1</translation>
    </message>
    <message>
        <source>this form comes from the integration’s description</source>
        <translation>ce formulaire vient de la description de l’intégration</translation>
    </message>
    <message>
        <source>Open the board</source>
        <translation>Ouvrir le tableau</translation>
    </message>
    <message>
        <source>Open the board, finish reading behind it</source>
        <translation>Ouvrir le tableau, finir la lecture en arrière-plan</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Recherche…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>lecture…</translation>
    </message>
    <message numerus="yes">
        <source>%n with problems</source>
        <translation>
            <numerusform>%n avec des problèmes</numerusform>
            <numerusform>%n avec des problèmes</numerusform>
        </translation>
    </message>
    <message>
        <source>No people in this catalog yet</source>
        <translation>Encore personne dans ce catalogue</translation>
    </message>
    <message>
        <source>Nobody in particular</source>
        <translation>Personne en particulier</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entities</source>
        <translation>
            <numerusform>%Ln entité</numerusform>
            <numerusform>%Ln entités</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::Glyphs</name>
    <message>
        <source>good</source>
        <translation>bon</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>avertissement</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échec</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>not current</source>
        <translation>pas à jour</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en attente</translation>
    </message>
</context>
<context>
    <name>callboard::ui::HeaderBar</name>
    <message>
        <source>Focus</source>
        <translation>Focus</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>En-tête</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>À moi</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>What the panes look at</source>
        <translation>Ce que montrent les volets</translation>
    </message>
    <message>
        <source>Open in</source>
        <translation>Ouvrir dans</translation>
    </message>
    <message>
        <source>Go to anything in %1</source>
        <translation>Aller à un élément de %1</translation>
    </message>
    <message>
        <source>Go to anything</source>
        <translation>Aller à un élément</translation>
    </message>
    <message>
        <source>Recently seen</source>
        <translation>Vus récemment</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Encore rien</translation>
    </message>
</context>
<context>
    <name>callboard::ui::MainWindow</name>
    <message>
        <source>The mirror was damaged and is being read anew.</source>
        <translation>La copie locale était endommagée&#x202f;; elle est relue.</translation>
    </message>
    <message>
        <source>The old one is kept as %1.</source>
        <translation>L’ancienne est gardée sous %1.</translation>
    </message>
    <message>
        <source>The program ended unexpectedly while %1 was at work.</source>
        <translation>Le programme s’est arrêté de façon inattendue pendant que %1 travaillait.</translation>
    </message>
    <message>
        <source>It is held back. Decide in Settings, Plugins, whether it may run again.</source>
        <translation>L’intégration est mise de côté. Décidez dans Paramètres, Plugins, si elle peut reprendre.</translation>
    </message>
    <message>
        <source>Nothing is on the board yet</source>
        <translation>Le tableau est encore vide</translation>
    </message>
    <message>
        <source>Add a folder of clones, or the sample portal, and its catalog appears here.</source>
        <translation>Ajoutez un dossier de clones ou le portail d’exemple, et son catalogue apparaît ici.</translation>
    </message>
    <message>
        <source>Add a source…</source>
        <translation>Ajouter une source…</translation>
    </message>
    <message>
        <source>No page is open</source>
        <translation>Aucune page n’est ouverte</translation>
    </message>
    <message>
        <source>Choose something in the catalog, or press Ctrl+K and type a few letters of its name.</source>
        <translation>Choisissez quelque chose dans le catalogue, ou appuyez sur Ctrl+K et tapez quelques lettres de son nom.</translation>
    </message>
    <message>
        <source>Go to anything</source>
        <translation>Aller à un élément</translation>
    </message>
    <message>
        <source>%1 has no page on the web.</source>
        <translation>%1 n’a pas de page sur le Web.</translation>
    </message>
    <message>
        <source>Its descriptor names no repository that a browser could show.</source>
        <translation>Son descripteur ne nomme aucun dépôt qu’un navigateur pourrait afficher.</translation>
    </message>
    <message>
        <source>This place cannot be opened here.</source>
        <translation>Cet endroit ne peut pas être ouvert ici.</translation>
    </message>
    <message>
        <source>The saved layout could not be read; this is the one to begin with.</source>
        <translation>La disposition enregistrée est illisible&#x202f;; voici celle du début.</translation>
    </message>
    <message>
        <source>The layout could not be kept.</source>
        <translation>La disposition n’a pas pu être gardée.</translation>
    </message>
    <message>
        <source>Rename “%1”…</source>
        <translation>Renommer «&#xa0;%1&#xa0;»…</translation>
    </message>
    <message>
        <source>Rename the perspective</source>
        <translation>Renommer la perspective</translation>
    </message>
    <message>
        <source>Delete “%1”</source>
        <translation>Supprimer «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Name of the arrangement of panes:</source>
        <translation>Nom de la disposition des volets&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Add a source…</source>
        <translation>&amp;Ajouter une source…</translation>
    </message>
    <message>
        <source>Connect a folder of clones or the sample portal</source>
        <translation>Connecter un dossier de clones ou le portail d’exemple</translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation>&amp;Paramètres</translation>
    </message>
    <message>
        <source>Appearance, sources, shortcuts</source>
        <translation>Apparence, sources, raccourcis</translation>
    </message>
    <message>
        <source>&amp;Close the page</source>
        <translation>&amp;Fermer la page</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Left panes</source>
        <translation>Volets de &amp;gauche</translation>
    </message>
    <message>
        <source>Show or hide the panes on the left</source>
        <translation>Afficher ou masquer les volets de gauche</translation>
    </message>
    <message>
        <source>&amp;Right panes</source>
        <translation>Volets de d&amp;roite</translation>
    </message>
    <message>
        <source>Show or hide the panes on the right</source>
        <translation>Afficher ou masquer les volets de droite</translation>
    </message>
    <message>
        <source>&amp;Compact or comfortable rows</source>
        <translation>Lignes &amp;compactes ou aérées</translation>
    </message>
    <message>
        <source>Colours of the &amp;system</source>
        <translation>Couleurs du s&amp;ystème</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Sombre</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>Contraste éle&amp;vé</translation>
    </message>
    <message>
        <source>Larger &amp;text</source>
        <translation>&amp;Agrandir le texte</translation>
    </message>
    <message>
        <source>&amp;Normal text</source>
        <translation>&amp;Taille de texte normale</translation>
    </message>
    <message>
        <source>Save this arrangement…</source>
        <translation>Enregistrer cette disposition…</translation>
    </message>
    <message>
        <source>Keep the arrangement of panes under a name</source>
        <translation>Garder la disposition des volets sous un nom</translation>
    </message>
    <message>
        <source>Save the arrangement</source>
        <translation>Enregistrer la disposition</translation>
    </message>
    <message>
        <source>Reset the arrangement</source>
        <translation>Rétablir la disposition</translation>
    </message>
    <message>
        <source>Put every pane where it was at first</source>
        <translation>Remettre chaque volet à sa place de départ</translation>
    </message>
    <message>
        <source>&amp;Go to anything…</source>
        <translation>&amp;Aller à un élément…</translation>
    </message>
    <message>
        <source>Entities, people and commands, by a few letters</source>
        <translation>Entités, personnes et commandes, en quelques lettres</translation>
    </message>
    <message>
        <source>Find a &amp;command…</source>
        <translation>Trouver une &amp;commande…</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Retour</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>A&amp;vancer</translation>
    </message>
    <message>
        <source>Focus on &amp;mine</source>
        <translation>Focus sur ce qui est à &amp;moi</translation>
    </message>
    <message>
        <source>What I and my groups own</source>
        <translation>Ce que mes groupes et moi possédons</translation>
    </message>
    <message>
        <source>Focus on &amp;all</source>
        <translation>Focus sur &amp;tout</translation>
    </message>
    <message>
        <source>&amp;Recent entities</source>
        <translation>&amp;Entités récentes</translation>
    </message>
    <message>
        <source>&amp;Next page</source>
        <translation>Page &amp;suivante</translation>
    </message>
    <message>
        <source>&amp;Previous page</source>
        <translation>Page &amp;précédente</translation>
    </message>
    <message>
        <source>Show the pane “%1”, or go back to the page</source>
        <translation>Afficher le volet «&#xa0;%1&#xa0;», ou revenir à la page</translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation>Volet &amp;suivant</translation>
    </message>
    <message>
        <source>&amp;Previous pane</source>
        <translation>Volet &amp;précédent</translation>
    </message>
    <message>
        <source>P&amp;in or unpin this pane</source>
        <translation>Épin&amp;gler ou libérer ce volet</translation>
    </message>
    <message>
        <source>A pinned pane keeps what it shows when the focus moves</source>
        <translation>Un volet épinglé garde ce qu’il montre quand le focus change</translation>
    </message>
    <message>
        <source>&amp;Sync now</source>
        <translation>&amp;Synchroniser maintenant</translation>
    </message>
    <message>
        <source>Read every source now</source>
        <translation>Lire chaque source maintenant</translation>
    </message>
    <message>
        <source>S&amp;top reading</source>
        <translation>A&amp;rrêter la lecture</translation>
    </message>
    <message>
        <source>&amp;Manage sources…</source>
        <translation>&amp;Gérer les sources…</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Raccourcis clavier</translation>
    </message>
    <message>
        <source>Every command with its keys; they can be changed here</source>
        <translation>Chaque commande avec ses touches&#x202f;; elles se changent ici</translation>
    </message>
    <message>
        <source>&amp;About Callboard</source>
        <translation>À &amp;propos de Callboard</translation>
    </message>
    <message>
        <source>Pers&amp;pectives</source>
        <translation>Perspect&amp;ives</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>&amp;Plein écran</translation>
    </message>
    <message>
        <source>L&amp;ight</source>
        <translation>C&amp;lair</translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation>Ré&amp;duire le texte</translation>
    </message>
    <message>
        <source>Re&amp;lations of the focus</source>
        <translation>Re&amp;lations du focus</translation>
    </message>
    <message>
        <source>Colours of the window</source>
        <translation>Couleurs de la fenêtre</translation>
    </message>
</context>
<context>
    <name>callboard::ui::Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>É&amp;dition</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>A&amp;ller</translation>
    </message>
    <message>
        <source>E&amp;ntity</source>
        <translation>&amp;Entité</translation>
    </message>
    <message>
        <source>&amp;Panes</source>
        <translation>&amp;Volets</translation>
    </message>
    <message>
        <source>&amp;Sync</source>
        <translation>&amp;Synchronisation</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;ide</translation>
    </message>
</context>
<context>
    <name>callboard::ui::PaletteBox</name>
    <message>
        <source>Go to anything</source>
        <translation>Aller à un élément</translation>
    </message>
    <message>
        <source>Go to anything in %1</source>
        <translation>Aller à un élément de %1</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>next scope</source>
        <translation>portée suivante</translation>
    </message>
    <message>
        <source>people</source>
        <translation>personnes</translation>
    </message>
    <message>
        <source>actions</source>
        <translation>actions</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Résultats</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>choisir</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>open or run</source>
        <translation>ouvrir ou lancer</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>open beside</source>
        <translation>ouvrir à côté</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>in the browser</source>
        <translation>navigateur</translation>
    </message>
    <message>
        <source>copy reference</source>
        <translation>copier la référence</translation>
    </message>
    <message>
        <source>searched offline, %1</source>
        <translation>hors ligne, %1</translation>
    </message>
    <message>
        <source>searched offline</source>
        <translation>hors ligne</translation>
    </message>
    <message>
        <source>%1 copied</source>
        <translation>%1&#xa0;: copié</translation>
    </message>
</context>
<context>
    <name>callboard::ui::PaletteDelegate</name>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
</context>
<context>
    <name>callboard::ui::PalettePreview</name>
    <message>
        <source>Relations</source>
        <translation>Relations</translation>
    </message>
    <message>
        <source>Open beside</source>
        <translation>Ouvrir à côté</translation>
    </message>
    <message>
        <source>Type a few letters</source>
        <translation>Tapez quelques lettres</translation>
    </message>
    <message>
        <source>Nothing fits “%1”</source>
        <translation>Rien ne correspond à «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Of a name, an owner, a kind, or of what you want to do.</source>
        <translation>D’un nom, d’un propriétaire, d’un genre, ou de ce que vous voulez faire.</translation>
    </message>
    <message>
        <source>Fewer letters find more. With &gt; in front, commands are searched; with @, people.</source>
        <translation>Moins de lettres trouvent plus. Avec &gt; devant, on cherche des commandes&#x202f;; avec @, des personnes.</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lancer</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Propriétaire</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Système</translation>
    </message>
    <message>
        <source>Lifecycle</source>
        <translation>Cycle de vie</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Référence</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Vu</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n de plus</numerusform>
            <numerusform>%n de plus</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
</context>
<context>
    <name>callboard::ui::PaneFrame</name>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Autres actions</translation>
    </message>
    <message>
        <source>Follow the focus</source>
        <translation>Suivre le focus</translation>
    </message>
    <message>
        <source>Pin to what it shows</source>
        <translation>Épingler sur son contenu</translation>
    </message>
</context>
<context>
    <name>callboard::ui::PaneHost</name>
    <message>
        <source>Put back</source>
        <translation>Remettre en place</translation>
    </message>
    <message>
        <source>Take out of the window</source>
        <translation>Sortir de la fenêtre</translation>
    </message>
    <message>
        <source>Close this pane</source>
        <translation>Fermer ce volet</translation>
    </message>
</context>
<context>
    <name>callboard::ui::PinButton</name>
    <message>
        <source>Pinned. Press to follow the focus.</source>
        <translation>Épinglé. Appuyez pour suivre le focus.</translation>
    </message>
    <message>
        <source>Follows the focus. Press to pin.</source>
        <translation>Suit le focus. Appuyez pour épingler.</translation>
    </message>
    <message>
        <source>Pinned to what it shows</source>
        <translation>Épinglé sur son contenu</translation>
    </message>
    <message>
        <source>Follows the focus</source>
        <translation>Suit le focus</translation>
    </message>
</context>
<context>
    <name>callboard::ui::RecentSwitcher</name>
    <message>
        <source>Recent entities</source>
        <translation>Entités récentes</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Récents</translation>
    </message>
</context>
<context>
    <name>callboard::ui::ScopeTab</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>callboard::ui::Sentences</name>
    <message>
        <source>The source</source>
        <translation>La source</translation>
    </message>
    <message>
        <source>%1 (%2).</source>
        <translation>%1 (%2).</translation>
    </message>
    <message>
        <source>%1 asks us to slow down.</source>
        <translation>%1 demande de ralentir.</translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation>Un nouvel essai se fera tout seul.</translation>
    </message>
    <message numerus="yes">
        <source>It is tried again in %n min.</source>
        <translation>
            <numerusform>Nouvel essai dans %n min.</numerusform>
            <numerusform>Nouvel essai dans %n min.</numerusform>
        </translation>
    </message>
    <message>
        <source>The mirror could not be written.</source>
        <translation>La copie locale n’a pas pu être écrite.</translation>
    </message>
    <message>
        <source>Is the disk full, or the folder read-only?</source>
        <translation>Le disque est-il plein, ou le dossier en lecture seule&#x202f;?</translation>
    </message>
    <message>
        <source>Stopped before it was done.</source>
        <translation>Arrêté avant la fin.</translation>
    </message>
    <message>
        <source>%1 cannot be reached.</source>
        <translation>%1 est injoignable.</translation>
    </message>
    <message>
        <source>What was read before stays here.</source>
        <translation>Ce qui a déjà été lu reste ici.</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 n’a pas répondu à temps.</translation>
    </message>
    <message>
        <source>%1 cannot prove who it is.</source>
        <translation>%1 ne peut pas prouver son identité.</translation>
    </message>
    <message>
        <source>Check its certificate, or add the authority that signed it.</source>
        <translation>Vérifiez son certificat, ou ajoutez l’autorité qui l’a signé.</translation>
    </message>
    <message>
        <source>The token was refused</source>
        <translation>Le jeton a été refusé</translation>
    </message>
    <message>
        <source>It may have expired: make a new one.</source>
        <translation>Il a peut-être expiré&#xa0;: créez-en un nouveau.</translation>
    </message>
    <message>
        <source>%1 does not let you read this</source>
        <translation>%1 ne vous laisse pas lire ceci</translation>
    </message>
    <message>
        <source>Ask its owner for the right to read.</source>
        <translation>Demandez le droit de lecture à son propriétaire.</translation>
    </message>
    <message>
        <source>%1 was not found.</source>
        <translation>%1 est introuvable.</translation>
    </message>
    <message>
        <source>It</source>
        <translation>L’élément demandé</translation>
    </message>
    <message>
        <source>Somebody else changed this meanwhile.</source>
        <translation>Quelqu’un d’autre a modifié ceci entre-temps.</translation>
    </message>
    <message>
        <source>Read it again, then try once more.</source>
        <translation>Relisez, puis essayez de nouveau.</translation>
    </message>
    <message>
        <source>%1 gave an answer that makes no sense</source>
        <translation>%1 a donné une réponse qui n’a pas de sens</translation>
    </message>
    <message>
        <source>This is not valid.</source>
        <translation>Ceci n’est pas valide.</translation>
    </message>
    <message>
        <source>This version of Callboard cannot do that.</source>
        <translation>Cette version de Callboard ne sait pas le faire.</translation>
    </message>
    <message>
        <source>Something went wrong inside Callboard.</source>
        <translation>Une erreur s’est produite dans Callboard.</translation>
    </message>
</context>
<context>
    <name>callboard::ui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Who I am</source>
        <translation>Qui je suis</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>Plugins</source>
        <translation>Plugins</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Raccourcis</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Données</translation>
    </message>
    <message>
        <source>About</source>
        <translation>À propos</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste élevé</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Couleurs</translation>
    </message>
    <message>
        <source>Compact, 24 px</source>
        <translation>Compactes, 24 px</translation>
    </message>
    <message>
        <source>Comfortable, 32 px</source>
        <translation>Aérées, 32 px</translation>
    </message>
    <message>
        <source>&amp;Rows</source>
        <translation>&amp;Lignes</translation>
    </message>
    <message>
        <source>&amp;Text size</source>
        <translation>&amp;Taille du texte</translation>
    </message>
    <message>
        <source>what the desktop opens such files with</source>
        <translation>le programme du bureau pour ces fichiers</translation>
    </message>
    <message>
        <source>&amp;Editor</source>
        <translation>Édite&amp;ur</translation>
    </message>
    <message>
        <source>A program with its options; {path} and {line} stand for the place, as in “code -g {path}:{line}”.</source>
        <translation>Un programme avec ses options&#x202f;; {path} et {line} désignent l’endroit, comme dans «&#xa0;code -g {path}:{line}&#xa0;».</translation>
    </message>
    <message>
        <source>“Mine” is what you and your groups own, their sub-groups included. It stays on this machine.</source>
        <translation>«&#xa0;À moi&#xa0;» désigne ce que vous et vos groupes possédez, sous-groupes compris. Cela reste sur cette machine.</translation>
    </message>
    <message>
        <source>Nobody in particular</source>
        <translation>Personne en particulier</translation>
    </message>
    <message>
        <source>There are no people in this catalog yet.</source>
        <translation>Il n’y a encore personne dans ce catalogue.</translation>
    </message>
    <message>
        <source>Where this workspace reads from. What was read stays when a source is paused; it is erased when it is removed.</source>
        <translation>D’où lit cet espace de travail. Ce qui a été lu reste quand une source est en pause&#x202f;; c’est effacé quand elle est retirée.</translation>
    </message>
    <message>
        <source>Add a source…</source>
        <translation>Ajouter une source…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Synchroniser</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Mettre en pause</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Retirer…</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pause</translation>
    </message>
    <message>
        <source>There is no source yet.</source>
        <translation>Il n’y a encore aucune source.</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Retirer %1</translation>
    </message>
    <message>
        <source>Remove %1 and erase what was read from it?</source>
        <translation>Retirer %1 et effacer ce qui en a été lu&#x202f;?</translation>
    </message>
    <message>
        <source>The source itself is not touched. Adding it again reads it anew.</source>
        <translation>La source elle-même n’est pas touchée. L’ajouter de nouveau la relit.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Integrations run inside the program: one that is installed can do what the program can. Disable what you do not trust.</source>
        <translation>Les intégrations tournent dans le programme&#xa0;: celle qui est installée peut faire tout ce que peut le programme. Désactivez celles auxquelles vous ne vous fiez pas.</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>Activée</translation>
    </message>
    <message>
        <source>%1 enabled</source>
        <translation>%1 activée</translation>
    </message>
    <message>
        <source>Safe mode: no integration is loaded.</source>
        <translation>Mode sans échec&#xa0;: aucune intégration n’est chargée.</translation>
    </message>
    <message>
        <source>No integration was found.</source>
        <translation>Aucune intégration n’a été trouvée.</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Espace de travail</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>Sur le disque</translation>
    </message>
    <message>
        <source>Entities</source>
        <translation>Entités</translation>
    </message>
    <message>
        <source>Current as of</source>
        <translation>À jour au</translation>
    </message>
    <message>
        <source>never</source>
        <translation>jamais</translation>
    </message>
    <message>
        <source>Full text</source>
        <translation>Texte intégral</translation>
    </message>
    <message>
        <source>up to date</source>
        <translation>à jour</translation>
    </message>
    <message>
        <source>being indexed</source>
        <translation>indexation en cours</translation>
    </message>
    <message>
        <source>Only you can read these files. Removing a source erases what was read from it, history included.</source>
        <translation>Vous seul pouvez lire ces fichiers. Retirer une source efface ce qui en a été lu, historique compris.</translation>
    </message>
    <message>
        <source>Version %1, with Qt %2</source>
        <translation>Version %1, avec Qt %2</translation>
    </message>
    <message>
        <source>A native desktop developer portal: who is on, what changed, what is next.</source>
        <translation>Un portail de développement natif pour le bureau&#xa0;: qui est là, ce qui a changé, ce qui vient.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation>Logiciel libre sous la licence publique générale GNU, version 3 ou ultérieure. Il est fourni sans aucune garantie.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
</context>
<context>
    <name>callboard::ui::ShortcutEditor</name>
    <message>
        <source>Use these keys</source>
        <translation>Utiliser ces touches</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>Comme avant</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Raccourcis</translation>
    </message>
    <message>
        <source>Filter by name or keys</source>
        <translation>Filtrer par nom ou touches</translation>
    </message>
    <message>
        <source>Filter the commands</source>
        <translation>Filtrer les commandes</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>Nouvelles touches</translation>
    </message>
    <message>
        <source>These keys belong to “%1”, which would lose them.</source>
        <translation>Ces touches sont celles de «&#xa0;%1&#xa0;», qui les perdrait.</translation>
    </message>
    <message>
        <source>Take these keys</source>
        <translation>Prendre ces touches</translation>
    </message>
</context>
<context>
    <name>callboard::ui::StatusLine</name>
    <message>
        <source>Press to stop reading</source>
        <translation>Appuyez pour arrêter la lecture</translation>
    </message>
    <message>
        <source>No sources yet</source>
        <translation>Encore aucune source</translation>
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
            <numerusform>%n en échec</numerusform>
            <numerusform>%n en échec</numerusform>
        </translation>
    </message>
    <message>
        <source>offline ready</source>
        <translation>prêt hors ligne</translation>
    </message>
    <message>
        <source>Reading %1: %2 of %3</source>
        <translation>Lecture de %1&#xa0;: %2 sur %3</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>Lecture de %1</translation>
    </message>
    <message numerus="yes">
        <source>, %n more</source>
        <translation>
            <numerusform>, %n de plus</numerusform>
            <numerusform>, %n de plus</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. Press to stop.</source>
        <translation>%1. Appuyez pour arrêter.</translation>
    </message>
    <message>
        <source>mirror %1</source>
        <translation>copie locale %1</translation>
    </message>
    <message>
        <source>compact</source>
        <translation>compactes</translation>
    </message>
    <message>
        <source>comfortable</source>
        <translation>aérées</translation>
    </message>
    <message>
        <source>Row height: %1</source>
        <translation>Lignes&#xa0;: %1</translation>
    </message>
    <message>
        <source>Switch between compact and comfortable rows</source>
        <translation>Basculer entre lignes compactes et aérées</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entities</source>
        <translation>
            <numerusform>%Ln entité</numerusform>
            <numerusform>%Ln entités</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::StepList</name>
    <message>
        <source>Steps</source>
        <translation>Étapes</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>Étape %1 sur %2&#xa0;: %3</translation>
    </message>
</context>
<context>
    <name>callboard::ui::Times</name>
    <message>
        <source>yesterday %1</source>
        <translation>hier %1</translation>
    </message>
    <message>
        <source>now</source>
        <translation>maint.</translation>
    </message>
    <message>
        <source>%1m</source>
        <comment>minutes</comment>
        <translation>%1m</translation>
    </message>
    <message>
        <source>%1h</source>
        <comment>hours</comment>
        <translation>%1h</translation>
    </message>
    <message>
        <source>%1d</source>
        <comment>days</comment>
        <translation>%1j</translation>
    </message>
    <message>
        <source>%1w</source>
        <comment>weeks</comment>
        <translation>%1sem</translation>
    </message>
    <message>
        <source>%1y</source>
        <comment>years</comment>
        <translation>%1an</translation>
    </message>
    <message>
        <source>never</source>
        <translation>jamais</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>à l’instant</translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>il y a %n min</numerusform>
            <numerusform>il y a %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>il y a %n h</numerusform>
            <numerusform>il y a %n h</numerusform>
        </translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>lu&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::CatalogPane</name>
    <message>
        <source>Facets</source>
        <translation>Facettes</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Vues enregistrées</translation>
    </message>
    <message>
        <source>Catalog</source>
        <translation>Catalogue</translation>
    </message>
    <message>
        <source>Filter the catalog</source>
        <translation>Filtrer le catalogue</translation>
    </message>
    <message>
        <source>&amp;Export what is shown…</source>
        <translation>&amp;Exporter ce qui est affiché…</translation>
    </message>
    <message>
        <source>Writes the rows and columns of the catalog pane to a file.</source>
        <translation>Écrit les lignes et colonnes du volet du catalogue dans un fichier.</translation>
    </message>
    <message>
        <source>Keeps filter, columns and grouping under a name.</source>
        <translation>Garde filtre, colonnes et groupement sous un nom.</translation>
    </message>
    <message>
        <source>The column of values beside the catalog.</source>
        <translation>La colonne de valeurs à côté du catalogue.</translation>
    </message>
    <message>
        <source>Catalog view: %1</source>
        <translation>Vue du catalogue&#xa0;: %1</translation>
    </message>
    <message>
        <source>Shows this saved view of the catalog.</source>
        <translation>Affiche cette vue enregistrée du catalogue.</translation>
    </message>
    <message>
        <source>Nothing is yours yet</source>
        <translation>Rien n’est encore à vous</translation>
    </message>
    <message>
        <source>Say who you are above, and what you and your groups own is listed here.</source>
        <translation>Dites ci-dessus qui vous êtes, et ce que vous et vos groupes possédez est listé ici.</translation>
    </message>
    <message>
        <source>Nothing is owned by you or your groups</source>
        <translation>Ni vous ni vos groupes ne possédez rien</translation>
    </message>
    <message>
        <source>Descriptors name their owner in spec.owner.</source>
        <translation>Les descripteurs nomment leur propriétaire dans spec.owner.</translation>
    </message>
    <message>
        <source>No entity fits this filter</source>
        <translation>Aucune entité ne correspond à ce filtre</translation>
    </message>
    <message>
        <source>Clear it to see the whole catalog again.</source>
        <translation>Effacez-le pour revoir tout le catalogue.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Effacer le filtre</translation>
    </message>
    <message>
        <source>Save this view…</source>
        <translation>Enregistrer cette vue…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>Enregistrer cette vue</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>Nom de la vue</translation>
    </message>
    <message>
        <source>&amp;Save this view of the catalog…</source>
        <translation>Enregistrer cette v&amp;ue du catalogue…</translation>
    </message>
    <message>
        <source>Show or hide the fa&amp;cets</source>
        <translation>Afficher ou masquer les &amp;facettes</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::CellDelegate</name>
    <message>
        <source>missing</source>
        <translation>absent</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::CellTableModel</name>
    <message>
        <source>%1, missing from the catalog</source>
        <translation>%1, absent du catalogue</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Lien</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::EntityCommands</name>
    <message>
        <source>Copy as &amp;JSON</source>
        <translation>Copier en &amp;JSON</translation>
    </message>
    <message>
        <source>Puts the whole entity on the clipboard.</source>
        <translation>Met l’entité entière dans le presse-papiers.</translation>
    </message>
    <message>
        <source>Open descriptor in the &amp;browser</source>
        <translation>Ouvrir le descripteur dans le &amp;navigateur</translation>
    </message>
    <message>
        <source>Open descriptor in the &amp;editor</source>
        <translation>Ouvrir le descripteur dans l’é&amp;diteur</translation>
    </message>
    <message>
        <source>Opens the file of the clone in your editor.</source>
        <translation>Ouvre le fichier du clone dans votre éditeur.</translation>
    </message>
    <message>
        <source>Show in the &amp;file manager</source>
        <translation>Afficher dans le gestionnaire de &amp;fichiers</translation>
    </message>
    <message>
        <source>Shows where the descriptor is on this machine.</source>
        <translation>Montre où se trouve le descripteur sur cette machine.</translation>
    </message>
    <message>
        <source>Open &amp;terminal in the clone</source>
        <translation>Ouvrir un &amp;terminal dans le clone</translation>
    </message>
    <message>
        <source>Opens a terminal where the clone is.</source>
        <translation>Ouvre un terminal là où se trouve le clone.</translation>
    </message>
    <message>
        <source>&amp;Star</source>
        <translation>Ajouter aux fa&amp;voris</translation>
    </message>
    <message>
        <source>Keeps the entity at hand; again removes the star.</source>
        <translation>Garde l’entité sous la main&#x202f;; une seconde fois la retire des favoris.</translation>
    </message>
    <message>
        <source>&amp;Copy reference</source>
        <translation>Copier la &amp;référence</translation>
    </message>
    <message>
        <source>Puts the entity’s reference on the clipboard.</source>
        <translation>Met la référence de l’entité dans le presse-papiers.</translation>
    </message>
    <message>
        <source>Opens the descriptor’s page at its host.</source>
        <translation>Ouvre la page du descripteur chez son hébergeur.</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::EntityDelegate</name>
    <message>
        <source>prod</source>
        <comment>lifecycle production, short</comment>
        <translation>prod</translation>
    </message>
    <message>
        <source>exp</source>
        <comment>lifecycle experimental, short</comment>
        <translation>exp</translation>
    </message>
    <message>
        <source>depr</source>
        <comment>lifecycle deprecated, short</comment>
        <translation>dépr</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::EntityHead</name>
    <message>
        <source>Copy the entity reference</source>
        <translation>Copier la référence de l’entité</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Ajouter aux favoris</translation>
    </message>
    <message>
        <source>More for this entity</source>
        <translation>Autres actions pour cette entité</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>from %1, %2</source>
        <translation>de %1, %2</translation>
    </message>
    <message>
        <source>%1, missing</source>
        <translation>%1, absent</translation>
    </message>
    <message>
        <source>%1 is not in the catalog</source>
        <translation>%1 n’est pas dans le catalogue</translation>
    </message>
    <message>
        <source>Show all with %1</source>
        <translation>Afficher tout ce qui a %1</translation>
    </message>
    <message>
        <source>Remove the star</source>
        <translation>Retirer des favoris</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::EntityListPane</name>
    <message>
        <source>Choose columns</source>
        <translation>Choisir les colonnes</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>Grouper par</translation>
    </message>
    <message>
        <source>Export what is shown…</source>
        <translation>Exporter ce qui est affiché…</translation>
    </message>
    <message>
        <source>Entities</source>
        <translation>Entités</translation>
    </message>
    <message>
        <source>filter by name, tag, text</source>
        <translation>filtrer par nom, tag, texte</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>Filtrer la liste</translation>
    </message>
    <message>
        <source>Not grouped</source>
        <translation>Sans groupement</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Propriétaire</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Système</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>Lifecycle</source>
        <translation>Cycle de vie</translation>
    </message>
    <message>
        <source>Repository</source>
        <translation>Dépôt</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>The catalog is empty</source>
        <translation>Le catalogue est vide</translation>
    </message>
    <message>
        <source>Add a connection…</source>
        <translation>Ajouter une connexion…</translation>
    </message>
    <message>
        <source>%1 could not be read.</source>
        <translation>%1 n’a pas pu être lu.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Reading the catalog</source>
        <translation>Lecture du catalogue</translation>
    </message>
    <message>
        <source>The sources hold no entities</source>
        <translation>Les sources ne contiennent aucune entité</translation>
    </message>
    <message>
        <source>Descriptors named catalog-info.yaml in them fill the catalog.</source>
        <translation>Les descripteurs nommés catalog-info.yaml qui s’y trouvent remplissent le catalogue.</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Synchroniser</translation>
    </message>
    <message>
        <source>Not newer than %1: %2 could not be read.</source>
        <translation>Dernière lecture&#xa0;: %1. %2 n’a pas pu être lu.</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Ouvrir</translation>
    </message>
    <message>
        <source>Open &amp;beside</source>
        <translation>Ouvrir à &amp;côté</translation>
    </message>
    <message>
        <source>Open in the b&amp;rowser</source>
        <translation>Ouvrir dans le &amp;navigateur</translation>
    </message>
    <message>
        <source>Remove the &amp;star</source>
        <translation>Retirer des fa&amp;voris</translation>
    </message>
    <message>
        <source>&amp;Star</source>
        <translation>Ajouter aux fa&amp;voris</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>Co&amp;pier</translation>
    </message>
    <message>
        <source>Copy &amp;reference</source>
        <translation>Copier la &amp;référence</translation>
    </message>
    <message>
        <source>Connect a folder of clones or the sample portal to fill it.</source>
        <translation>Connectez un dossier de clones ou le portail d’exemple pour le remplir.</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::EntityMenu</name>
    <message>
        <source>Open &amp;beside</source>
        <translation>Ouvrir à &amp;côté</translation>
    </message>
    <message>
        <source>Open descriptor in &amp;browser</source>
        <translation>Ouvrir le descripteur dans le &amp;navigateur</translation>
    </message>
    <message>
        <source>Open descriptor in &amp;editor</source>
        <translation>Ouvrir le descripteur dans l’é&amp;diteur</translation>
    </message>
    <message>
        <source>Show in &amp;file manager</source>
        <translation>Afficher dans le gestionnaire de &amp;fichiers</translation>
    </message>
    <message>
        <source>Open &amp;terminal here</source>
        <translation>Ouvrir un &amp;terminal ici</translation>
    </message>
    <message>
        <source>Copy &amp;reference</source>
        <translation>Copier la &amp;référence</translation>
    </message>
    <message>
        <source>Copy &amp;name</source>
        <translation>Copier le n&amp;om</translation>
    </message>
    <message>
        <source>Copy as &amp;JSON</source>
        <translation>Copier en &amp;JSON</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::EntityPage</name>
    <message>
        <source>%1 is not in the catalog</source>
        <translation>%1 n’est pas dans le catalogue</translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation>%1 ne peut pas être lu</translation>
    </message>
    <message>
        <source>It may be in a source that has not been read yet, or it was removed there.</source>
        <translation>L’entité est peut-être dans une source pas encore lue, ou elle y a été supprimée.</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Synchroniser</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Définition</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Étapes</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Membres</translation>
    </message>
    <message>
        <source>Owned</source>
        <translation>Possédées</translation>
    </message>
    <message>
        <source>APIs</source>
        <translation>API</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>Relations</translation>
    </message>
    <message>
        <source>Spec</source>
        <translation>Spec</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>API definition</source>
        <translation>Définition de l’API</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n personne</numerusform>
            <numerusform>%n personnes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entities</source>
        <translation>
            <numerusform>%n entité</numerusform>
            <numerusform>%n entités</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing from the catalog</source>
        <translation>
            <numerusform>%n absente du catalogue</numerusform>
            <numerusform>%n absentes du catalogue</numerusform>
        </translation>
    </message>
    <message>
        <source>Through groups too</source>
        <translation>Aussi via les groupes</translation>
    </message>
    <message>
        <source>Through sub-groups too</source>
        <translation>Aussi via les sous-groupes</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::EntityView</name>
    <message>
        <source>Life</source>
        <comment>lifecycle, as a narrow heading</comment>
        <translation>Cycle</translation>
    </message>
    <message>
        <source>Age</source>
        <comment>when it was last confirmed</comment>
        <translation>Âge</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Usual columns</source>
        <translation>Colonnes habituelles</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::Export</name>
    <message>
        <source>Export what is shown</source>
        <translation>Exporter ce qui est affiché</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Valeurs séparées par des virgules (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>%1 n’a pas pu être écrit.</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::FacetChips</name>
    <message>
        <source>Facets in force</source>
        <translation>Facettes actives</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n values</source>
        <translation>
            <numerusform>%1&#xa0;: %n valeur</numerusform>
            <numerusform>%1&#xa0;: %n valeurs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::FacetColumn</name>
    <message>
        <source>Facets of the catalog</source>
        <translation>Facettes du catalogue</translation>
    </message>
    <message>
        <source>Check values to narrow the list</source>
        <translation>Cochez des valeurs pour réduire la liste</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::Overview</name>
    <message>
        <source>Overview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>APIs</source>
        <translation>API</translation>
    </message>
    <message>
        <source>Owns</source>
        <translation>Possède</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Membres</translation>
    </message>
    <message>
        <source>Parent groups</source>
        <translation>Groupes parents</translation>
    </message>
    <message>
        <source>Sub-groups</source>
        <translation>Sous-groupes</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problèmes</translation>
    </message>
    <message>
        <source>About</source>
        <translation>À propos</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Liens</translation>
    </message>
    <message>
        <source>Where it is from</source>
        <translation>Provenance</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Changements</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Annotations</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::PageContent</name>
    <message>
        <source>Kind</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Lifecycle</source>
        <translation>Cycle de vie</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Propriétaire</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Système</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domaine</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>Parent</translation>
    </message>
    <message>
        <source>Display name</source>
        <translation>Nom affiché</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Cible</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>API version</source>
        <translation>Version API</translation>
    </message>
    <message>
        <source>View descriptor</source>
        <translation>Voir le descripteur</translation>
    </message>
    <message>
        <source>Edit descriptor</source>
        <translation>Modifier le descripteur</translation>
    </message>
    <message>
        <source>Source folder</source>
        <translation>Dossier source</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::PageRows</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Lien</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Propriétaire</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>Relation</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problème</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Endroit</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Changement</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Âge</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Retirée</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>Apparue</translation>
    </message>
    <message>
        <source>Relations changed</source>
        <translation>Relations modifiées</translation>
    </message>
    <message>
        <source>Descriptor changed</source>
        <translation>Descripteur modifié</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confirmée</translation>
    </message>
    <message>
        <source>Seen as</source>
        <translation>Vue comme</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Web</source>
        <translation>Web</translation>
    </message>
    <message>
        <source>detached</source>
        <translation>détaché</translation>
    </message>
    <message numerus="yes">
        <source>%n ahead</source>
        <translation>
            <numerusform>%n en avance</numerusform>
            <numerusform>%n en avance</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n behind</source>
        <translation>
            <numerusform>%n en retard</numerusform>
            <numerusform>%n en retard</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n modifié</numerusform>
            <numerusform>%n modifiés</numerusform>
        </translation>
    </message>
    <message>
        <source>Clone</source>
        <translation>Clone</translation>
    </message>
    <message>
        <source>Directly</source>
        <translation>Directement</translation>
    </message>
    <message>
        <source>With sub-groups</source>
        <translation>Avec les sous-groupes</translation>
    </message>
    <message>
        <source>%1 directly</source>
        <translation>%1 directement</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>%1 en tout</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>Paramètre</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Signification</translation>
    </message>
    <message>
        <source>%1, required</source>
        <translation>%1, obligatoire</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Étape</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::PageTabs</name>
    <message>
        <source>Parts of this page</source>
        <translation>Parties de cette page</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::PluginsPane</name>
    <message>
        <source>Plugins</source>
        <translation>Plugins</translation>
    </message>
    <message>
        <source>Integrations</source>
        <translation>Intégrations</translation>
    </message>
    <message>
        <source>ready, not loaded yet</source>
        <translation>prête, pas encore chargée</translation>
    </message>
    <message>
        <source>loaded</source>
        <translation>chargée</translation>
    </message>
    <message>
        <source>switched off by you</source>
        <translation>désactivée par vous</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>refusée</translation>
    </message>
    <message>
        <source>failed to load</source>
        <translation>échec du chargement</translation>
    </message>
    <message>
        <source>was running when Callboard last ended badly</source>
        <translation>tournait quand Callboard s’est mal terminé</translation>
    </message>
    <message numerus="yes">
        <source>%n integrations</source>
        <translation>
            <numerusform>%n intégration</numerusform>
            <numerusform>%n intégrations</numerusform>
        </translation>
    </message>
    <message>
        <source>safe mode: none is loaded</source>
        <translation>mode sans échec&#xa0;: aucune n’est chargée</translation>
    </message>
    <message>
        <source>No integrations are installed</source>
        <translation>Aucune intégration n’est installée</translation>
    </message>
    <message>
        <source>They are found in the folders for plugins beside the program.</source>
        <translation>Elles sont cherchées dans les dossiers de plugins à côté du programme.</translation>
    </message>
    <message>
        <source>%1 %2, %3</source>
        <translation>%1 %2, %3</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>Activée</translation>
    </message>
    <message>
        <source>%1 enabled</source>
        <translation>%1 activée</translation>
    </message>
    <message>
        <source>Enable again</source>
        <translation>Réactiver</translation>
    </message>
    <message>
        <source>Enable %1 again</source>
        <translation>Réactiver %1</translation>
    </message>
    <message>
        <source>%1, paused</source>
        <translation>%1, en pause</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::ProblemsPane</name>
    <message>
        <source>Problems</source>
        <translation>Problèmes</translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation>Problème suivant</translation>
    </message>
    <message>
        <source>Previous problem</source>
        <translation>Problème précédent</translation>
    </message>
    <message>
        <source>Export what is shown…</source>
        <translation>Exporter ce qui est affiché…</translation>
    </message>
    <message>
        <source>filter by message, rule, file, entity</source>
        <translation>filtrer par message, règle, fichier, entité</translation>
    </message>
    <message>
        <source>Filter the problems</source>
        <translation>Filtrer les problèmes</translation>
    </message>
    <message>
        <source>Opens the place of the next problem.</source>
        <translation>Ouvre l’endroit du problème suivant.</translation>
    </message>
    <message>
        <source>Opens the place of the problem before.</source>
        <translation>Ouvre l’endroit du problème précédent.</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n erreur</numerusform>
            <numerusform>%n erreurs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n avertissement</numerusform>
            <numerusform>%n avertissements</numerusform>
        </translation>
    </message>
    <message>
        <source>No problem fits this filter</source>
        <translation>Aucun problème ne correspond à ce filtre</translation>
    </message>
    <message>
        <source>Clear it to see all %1.</source>
        <translation>Effacez-le pour tous les voir (%1).</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Effacer le filtre</translation>
    </message>
    <message>
        <source>Nothing was checked yet</source>
        <translation>Rien n’a encore été vérifié</translation>
    </message>
    <message>
        <source>Descriptors are checked whenever a source is read.</source>
        <translation>Les descripteurs sont vérifiés à chaque lecture d’une source.</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Synchroniser</translation>
    </message>
    <message>
        <source>No descriptor has a problem</source>
        <translation>Aucun descripteur n’a de problème</translation>
    </message>
    <message>
        <source>Each is checked again whenever its source is read.</source>
        <translation>Chacun est revérifié à chaque lecture de sa source.</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Vérifier à nouveau</translation>
    </message>
    <message>
        <source>Ne&amp;xt problem</source>
        <translation>Problème suiva&amp;nt</translation>
    </message>
    <message>
        <source>Pre&amp;vious problem</source>
        <translation>Problème précé&amp;dent</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::RecentPane</name>
    <message>
        <source>Recent</source>
        <translation>Récents</translation>
    </message>
    <message>
        <source>No recent entity fits this filter</source>
        <translation>Aucune entité récente ne correspond à ce filtre</translation>
    </message>
    <message>
        <source>Clear it to see all that were looked at.</source>
        <translation>Effacez-le pour voir toutes celles qui ont été consultées.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Effacer le filtre</translation>
    </message>
    <message>
        <source>Nothing was looked at yet</source>
        <translation>Rien n’a encore été consulté</translation>
    </message>
    <message>
        <source>Entities you open are kept here, the latest first.</source>
        <translation>Les entités que vous ouvrez sont gardées ici, la dernière d’abord.</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::RelationsPane</name>
    <message>
        <source>Relations</source>
        <translation>Relations</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>absent</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrer</translation>
    </message>
    <message>
        <source>Export what is shown…</source>
        <translation>Exporter ce qui est affiché…</translation>
    </message>
    <message>
        <source>filter by name, kind, owner</source>
        <translation>filtrer par nom, genre, propriétaire</translation>
    </message>
    <message>
        <source>Filter the relations</source>
        <translation>Filtrer les relations</translation>
    </message>
    <message>
        <source>No entity in focus</source>
        <translation>Aucune entité en focus</translation>
    </message>
    <message>
        <source>No entity is in focus</source>
        <translation>Aucune entité n’est en focus</translation>
    </message>
    <message>
        <source>Choose one in the catalog, and all it is related to is listed here.</source>
        <translation>Choisissez-en une dans le catalogue, et tout ce qui lui est relié est listé ici.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
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
            <numerusform>%n absente</numerusform>
            <numerusform>%n absentes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is related to nothing</source>
        <translation>%1 n’est relié à rien</translation>
    </message>
    <message>
        <source>Relations come from the descriptors: owner, system, dependsOn, providesApis and others.</source>
        <translation>Les relations viennent des descripteurs&#xa0;: owner, system, dependsOn, providesApis et d’autres.</translation>
    </message>
    <message>
        <source>No relation of %1 fits this filter</source>
        <translation>Aucune relation de %1 ne correspond à ce filtre</translation>
    </message>
    <message>
        <source>Clear it to see them all.</source>
        <translation>Effacez-le pour les voir toutes.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Effacer le filtre</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::SourceTab</name>
    <message>
        <source>Problems in this file</source>
        <translation>Problèmes dans ce fichier</translation>
    </message>
    <message>
        <source>Source of %1</source>
        <translation>Source de %1</translation>
    </message>
    <message>
        <source>As %1 serves it; the descriptor’s own text is not here.</source>
        <translation>Tel que %1 le fournit&#x202f;; le texte d’origine du descripteur n’est pas ici.</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::SourcesPane</name>
    <message>
        <source>Sources</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>Sync all sources now</source>
        <translation>Synchroniser toutes les sources maintenant</translation>
    </message>
    <message>
        <source>integration missing</source>
        <translation>intégration absente</translation>
    </message>
    <message>
        <source>%1, paused</source>
        <translation>%1, en pause</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Synchroniser</translation>
    </message>
    <message>
        <source>Sync %1 now</source>
        <translation>Synchroniser %1 maintenant</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Mettre en pause</translation>
    </message>
    <message>
        <source>Resume %1</source>
        <translation>Reprendre %1</translation>
    </message>
    <message>
        <source>Pause %1</source>
        <translation>Mettre %1 en pause</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Retirer…</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Retirer %1</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>Avancement de %1</translation>
    </message>
    <message>
        <source>Cancel the sync of %1</source>
        <translation>Annuler la synchronisation de %1</translation>
    </message>
    <message>
        <source>never synced</source>
        <translation>jamais synchronisée</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n source</numerusform>
            <numerusform>%n sources</numerusform>
        </translation>
    </message>
    <message>
        <source>No source is connected</source>
        <translation>Aucune source n’est connectée</translation>
    </message>
    <message>
        <source>Add a connection…</source>
        <translation>Ajouter une connexion…</translation>
    </message>
    <message>
        <source>%1 could not be read.</source>
        <translation>%1 n’a pas pu être lu.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>%1 of %2 %3</source>
        <translation>%1 sur %2 %3</translation>
    </message>
    <message>
        <source>Remove %1 and all that was read from it?</source>
        <translation>Retirer %1 et tout ce qui en a été lu&#x202f;?</translation>
    </message>
    <message>
        <source>Its entities, history and files kept for offline use are erased. The source itself is not touched.</source>
        <translation>Ses entités, son historique et les fichiers gardés pour un usage hors ligne sont effacés. La source elle-même n’est pas touchée.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Point Callboard at a folder of clones or at the sample portal.</source>
        <translation>Indiquez à Callboard un dossier de clones ou le portail d’exemple.</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::SpecTree</name>
    <message>
        <source>Spec</source>
        <translation>Spec</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clé</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::StarredPane</name>
    <message>
        <source>Starred</source>
        <translation>Favoris</translation>
    </message>
    <message>
        <source>No starred entity fits this filter</source>
        <translation>Aucun favori ne correspond à ce filtre</translation>
    </message>
    <message>
        <source>Clear it to see all that are starred.</source>
        <translation>Effacez-le pour voir tous les favoris.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Effacer le filtre</translation>
    </message>
    <message>
        <source>Nothing is starred</source>
        <translation>Aucun favori</translation>
    </message>
    <message>
        <source>Press Ctrl+D on an entity, here or in the catalog, to keep it at hand.</source>
        <translation>Appuyez sur Ctrl+D sur une entité, ici ou dans le catalogue, pour la garder sous la main.</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::TableCard</name>
    <message>
        <source>Show all %1</source>
        <translation>Tout afficher (%1)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::WhoAreYou</name>
    <message>
        <source>Who are you?</source>
        <translation>Qui êtes-vous&#x202f;?</translation>
    </message>
    <message>
        <source>Who are you in this catalog?</source>
        <translation>Qui êtes-vous dans ce catalogue&#x202f;?</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Votre nom</translation>
    </message>
    <message>
        <source>type your name</source>
        <translation>tapez votre nom</translation>
    </message>
    <message>
        <source>This is me</source>
        <translation>C’est moi</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::Wording</name>
    <message>
        <source>Provides</source>
        <translation>Fournit</translation>
    </message>
    <message>
        <source>provides</source>
        <translation>fournit</translation>
    </message>
    <message>
        <source>Consumes</source>
        <translation>Consomme</translation>
    </message>
    <message>
        <source>consumes</source>
        <translation>consomme</translation>
    </message>
    <message>
        <source>Provided by</source>
        <translation>Fourni par</translation>
    </message>
    <message>
        <source>provided by</source>
        <translation>fourni par</translation>
    </message>
    <message>
        <source>Consumed by</source>
        <translation>Consommé par</translation>
    </message>
    <message>
        <source>consumed by</source>
        <translation>consommé par</translation>
    </message>
    <message>
        <source>Depends on</source>
        <translation>Dépend de</translation>
    </message>
    <message>
        <source>depends on</source>
        <translation>dépend de</translation>
    </message>
    <message>
        <source>Dependency of</source>
        <translation>Dépendance de</translation>
    </message>
    <message>
        <source>dependency of</source>
        <translation>dépendance de</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Membres</translation>
    </message>
    <message>
        <source>has member</source>
        <translation>a pour membre</translation>
    </message>
    <message>
        <source>Member of</source>
        <translation>Membre de</translation>
    </message>
    <message>
        <source>member of</source>
        <translation>membre de</translation>
    </message>
    <message>
        <source>Parent group</source>
        <translation>Groupe parent</translation>
    </message>
    <message>
        <source>child of</source>
        <translation>enfant de</translation>
    </message>
    <message>
        <source>Sub-groups</source>
        <translation>Sous-groupes</translation>
    </message>
    <message>
        <source>parent of</source>
        <translation>parent de</translation>
    </message>
    <message>
        <source>Has parts</source>
        <translation>Comprend</translation>
    </message>
    <message>
        <source>has part</source>
        <translation>comprend</translation>
    </message>
    <message>
        <source>Part of</source>
        <translation>Fait partie de</translation>
    </message>
    <message>
        <source>part of</source>
        <translation>fait partie de</translation>
    </message>
    <message>
        <source>Owns</source>
        <translation>Possède</translation>
    </message>
    <message>
        <source>owns</source>
        <translation>possède</translation>
    </message>
    <message>
        <source>Owned by</source>
        <translation>Appartient à</translation>
    </message>
    <message>
        <source>owned by</source>
        <translation>appartient à</translation>
    </message>
    <message>
        <source>Systems</source>
        <translation>Systèmes</translation>
    </message>
    <message>
        <source>Subcomponents</source>
        <translation>Sous-composants</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>Composants</translation>
    </message>
    <message>
        <source>APIs</source>
        <translation>API</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Ressources</translation>
    </message>
    <message>
        <source>Domains</source>
        <translation>Domaines</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Groupes</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Utilisateurs</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>Locations</source>
        <translation>Emplacements</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Sample portal</source>
        <translation>Portail d’exemple</translation>
    </message>
    <message>
        <source>This version cannot connect to a portal yet.</source>
        <translation>Cette version ne sait pas encore se connecter à un portail.</translation>
    </message>
    <message>
        <source>%1 was not opened. A folder of clones or the sample portal can be.</source>
        <translation>%1 n’a pas été ouvert. Un dossier de clones ou le portail d’exemple peut l’être.</translation>
    </message>
</context>
</TS>
