<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>Azure</name>
    <message>
        <source>%1 in %2.</source>
        <translation>%1 dans %2.</translation>
    </message>
    <message>
        <source>The token may not read projects: it needs “Project and Team (read)”, “Code (read)” and “Build (read)”.</source>
        <translation>Le jeton ne peut pas lire les projets&#xa0;: il lui faut «&#xa0;Project and Team (read)&#xa0;», «&#xa0;Code (read)&#xa0;» et «&#xa0;Build (read)&#xa0;».</translation>
    </message>
    <message>
        <source>%1 starts for %2.</source>
        <translation>%1 démarre pour %2.</translation>
    </message>
    <message>
        <source>%1 starts again.</source>
        <translation>%1 redémarre.</translation>
    </message>
    <message>
        <source>Approved.</source>
        <translation>Approuvé.</translation>
    </message>
    <message>
        <source>Rejected.</source>
        <translation>Rejeté.</translation>
    </message>
    <message>
        <source>The jobs that failed run again.</source>
        <translation>Les jobs en échec sont relancés.</translation>
    </message>
    <message>
        <source>The build is being cancelled.</source>
        <translation>Le build est en cours d’annulation.</translation>
    </message>
    <message>
        <source>It has ended.</source>
        <translation>C’est terminé.</translation>
    </message>
    <message>
        <source>Nothing in it has failed.</source>
        <translation>Rien n’y a échoué.</translation>
    </message>
    <message>
        <source>It waits for nobody.</source>
        <translation>Cela n’attend personne.</translation>
    </message>
    <message>
        <source>Sign in with the browser</source>
        <translation>Se connecter avec le navigateur</translation>
    </message>
    <message>
        <source>With a personal access token</source>
        <translation>Avec un jeton d’accès personnel</translation>
    </message>
    <message>
        <source>It needs the id of an application that is registered in your Microsoft Entra: type it first.</source>
        <translation>Il faut l’identifiant d’une application enregistrée dans votre Microsoft Entra&#xa0;: saisissez-le d’abord.</translation>
    </message>
</context>
<context>
    <name>Backstage</name>
    <message>
        <source>Starred at the portal.</source>
        <translation>Marqué d’une étoile sur le portail.</translation>
    </message>
    <message>
        <source>No longer starred at the portal.</source>
        <translation>N’a plus d’étoile sur le portail.</translation>
    </message>
    <message>
        <source>The portal reads it anew.</source>
        <translation>Le portail le relit.</translation>
    </message>
    <message>
        <source>It is registered already.</source>
        <translation>Il est déjà enregistré.</translation>
    </message>
    <message numerus="yes">
        <source>It would bring %n entities.</source>
        <translation>
            <numerusform>Il apporterait %n entité.</numerusform>
            <numerusform>Il apporterait %n entités.</numerusform>
        </translation>
    </message>
    <message>
        <source>Registered; the portal reads it now.</source>
        <translation>Enregistré&#x202f;; le portail le lit maintenant.</translation>
    </message>
    <message numerus="yes">
        <source>%n entities would go with it.</source>
        <translation>
            <numerusform>%n entité partirait avec lui.</numerusform>
            <numerusform>%n entités partiraient avec lui.</numerusform>
        </translation>
    </message>
    <message>
        <source>No longer registered at the portal.</source>
        <translation>N’est plus enregistré sur le portail.</translation>
    </message>
    <message>
        <source>Only a person has stars: sign in as one, not with a service&apos;s token.</source>
        <translation>Seule une personne a des étoiles&#xa0;: connectez-vous en tant que telle, pas avec le jeton d’un service.</translation>
    </message>
    <message>
        <source>This portal keeps stars in the browser only.</source>
        <translation>Ce portail ne garde les étoiles que dans le navigateur.</translation>
    </message>
    <message>
        <source>The portal does not allow %1 to do this.</source>
        <translation>Le portail ne permet pas cela à %1.</translation>
    </message>
    <message>
        <source>Stars and notifications belong to a person; this is a service&apos;s token, or nobody.</source>
        <translation>Les étoiles et les notifications appartiennent à une personne&#x202f;; ceci est le jeton d’un service, ou personne.</translation>
    </message>
    <message>
        <source>This portal sends no notifications.</source>
        <translation>Ce portail n’envoie pas de notifications.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entities</source>
        <translation>
            <numerusform>%Ln entité</numerusform>
            <numerusform>%Ln entités</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign in with the browser</source>
        <translation>Se connecter avec le navigateur</translation>
    </message>
    <message>
        <source>As a guest</source>
        <translation>En tant qu’invité</translation>
    </message>
    <message>
        <source>Without signing in</source>
        <translation>Sans se connecter</translation>
    </message>
    <message>
        <source>With an access token</source>
        <translation>Avec un jeton d’accès</translation>
    </message>
    <message>
        <source>This portal offers programs no sign-in of its own. Its administrators can switch it on: auth.clientIdMetadataDocuments.enabled.</source>
        <translation>Ce portail n’offre pas de connexion aux programmes. Ses administrateurs peuvent l’activer&#xa0;: auth.clientIdMetadataDocuments.enabled.</translation>
    </message>
    <message>
        <source>Only a person has notifications: sign in as one, not with a service&apos;s token.</source>
        <translation>Seule une personne a des notifications&#xa0;: connectez-vous en tant que telle, pas avec le jeton d’un service.</translation>
    </message>
    <message>
        <source>The portal does not allow %1 to see any entity: its administrators give out the role for that.</source>
        <translation>Le portail ne permet à %1 de voir aucune entité&#xa0;: ses administrateurs attribuent le rôle nécessaire.</translation>
    </message>
    <message>
        <source>This portal names a sign-in at another address than this one, or an unencrypted one. Its backend.baseUrl is the address to connect to.</source>
        <translation>Ce portail indique une connexion à une autre adresse que celle-ci, ou non chiffrée. C’est à son backend.baseUrl qu’il faut se connecter.</translation>
    </message>
</context>
<context>
    <name>Bitbucket</name>
    <message>
        <source>The token of a workspace or repository at bitbucket.org.</source>
        <translation>Le jeton d’un espace de travail ou d’un dépôt sur bitbucket.org.</translation>
    </message>
    <message>
        <source>It belongs to nobody: which pull requests wait for you cannot be told. An API token of your own, with your e-mail, can.</source>
        <translation>Il n’appartient à personne&#xa0;: impossible de dire quelles pull requests vous attendent. Avec un jeton d’API à vous et votre e-mail, c’est possible.</translation>
    </message>
    <message>
        <source>%1 at bitbucket.org.</source>
        <translation>%1 sur bitbucket.org.</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Étape %1</translation>
    </message>
    <message>
        <source>It runs again.</source>
        <translation>C’est relancé.</translation>
    </message>
    <message>
        <source>A pipeline starts for %1.</source>
        <translation>Un pipeline démarre pour %1.</translation>
    </message>
    <message>
        <source>Approved.</source>
        <translation>Approuvé.</translation>
    </message>
    <message>
        <source>The pipeline is being stopped.</source>
        <translation>Le pipeline est en cours d’arrêt.</translation>
    </message>
    <message>
        <source>Nobody approves what is their own.</source>
        <translation>On n’approuve pas ce qui vient de soi.</translation>
    </message>
    <message>
        <source>It has ended.</source>
        <translation>C’est terminé.</translation>
    </message>
    <message>
        <source>Other variables</source>
        <translation>Autres variables</translation>
    </message>
    <message>
        <source>NAME=value, separated by semicolons.</source>
        <translation>NOM=valeur, séparées par des points-virgules.</translation>
    </message>
    <message>
        <source>Sign in with the browser</source>
        <translation>Se connecter avec le navigateur</translation>
    </message>
    <message>
        <source>With a token</source>
        <translation>Avec un jeton</translation>
    </message>
    <message>
        <source>It needs an OAuth consumer of your workspace: type its key and secret first.</source>
        <translation>Il faut un consommateur OAuth de votre espace&#xa0;: saisissez d’abord sa clé et son secret.</translation>
    </message>
</context>
<context>
    <name>CcTray</name>
    <message numerus="yes">
        <source>%n project(s) at %1.</source>
        <translation>
            <numerusform>%n projet sur %1.</numerusform>
            <numerusform>%n projets sur %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CircleCI</name>
    <message>
        <source>What failed runs again.</source>
        <translation>Ce qui a échoué est relancé.</translation>
    </message>
    <message>
        <source>It runs again.</source>
        <translation>C’est relancé.</translation>
    </message>
    <message>
        <source>The workflow is being cancelled.</source>
        <translation>Le workflow est en cours d’annulation.</translation>
    </message>
    <message>
        <source>Approved.</source>
        <translation>Approuvé.</translation>
    </message>
    <message>
        <source>A pipeline starts for %1.</source>
        <translation>Un pipeline démarre pour %1.</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>Approbation</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>Pipeline</translation>
    </message>
    <message>
        <source>It has no workflow.</source>
        <translation>Cela n’a pas de workflow.</translation>
    </message>
    <message>
        <source>It has ended.</source>
        <translation>C’est terminé.</translation>
    </message>
    <message>
        <source>It waits for nobody.</source>
        <translation>Cela n’attend personne.</translation>
    </message>
    <message>
        <source>Nothing of it failed.</source>
        <translation>Rien n’y a échoué.</translation>
    </message>
    <message>
        <source>What this step wrote cannot be had.</source>
        <translation>Ce que cette étape a écrit ne peut pas être obtenu.</translation>
    </message>
    <message>
        <source>With a personal API token</source>
        <translation>Avec un jeton d’API personnel</translation>
    </message>
    <message>
        <source>%1 at %2.</source>
        <translation>%1 sur %2.</translation>
    </message>
</context>
<context>
    <name>Folder</name>
    <message>
        <source>%1 in %2</source>
        <translation>%1 dans %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln descriptors</source>
        <translation>
            <numerusform>%Ln descripteur</numerusform>
            <numerusform>%Ln descripteurs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln repositories</source>
        <translation>
            <numerusform>%Ln dépôt</numerusform>
            <numerusform>%Ln dépôts</numerusform>
        </translation>
    </message>
    <message>
        <source>No file called %1 was found.</source>
        <translation>Aucun fichier nommé %1 n’a été trouvé.</translation>
    </message>
    <message>
        <source> or </source>
        <translation> ou </translation>
    </message>
    <message>
        <source>The folder %1 cannot be read.</source>
        <translation>Le dossier %1 ne peut pas être lu.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln repositories without a known Git host: their entities have no links to it.</source>
        <translation>
            <numerusform>%Ln dépôt sans hôte Git connu&#xa0;: ses entités n’ont pas de lien vers lui.</numerusform>
            <numerusform>%Ln dépôts sans hôte Git connu&#xa0;: leurs entités n’ont pas de lien vers lui.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GitHub</name>
    <message>
        <source>The run is approved.</source>
        <translation>L’exécution est approuvée.</translation>
    </message>
    <message>
        <source>Approved for %1.</source>
        <translation>Approuvé pour %1.</translation>
    </message>
    <message>
        <source>Rejected for %1.</source>
        <translation>Rejeté pour %1.</translation>
    </message>
    <message>
        <source>%1 starts for %2.</source>
        <translation>%1 démarre pour %2.</translation>
    </message>
    <message>
        <source>All of it runs again.</source>
        <translation>Tout est relancé.</translation>
    </message>
    <message>
        <source>The jobs that failed run again.</source>
        <translation>Les jobs en échec sont relancés.</translation>
    </message>
    <message>
        <source>The run is being cancelled.</source>
        <translation>L’exécution est en cours d’annulation.</translation>
    </message>
    <message>
        <source>Read at GitHub, too.</source>
        <translation>Lu sur GitHub aussi.</translation>
    </message>
    <message>
        <source>Done at GitHub, too.</source>
        <translation>Traité sur GitHub aussi.</translation>
    </message>
    <message>
        <source>The token may not read private repositories, nor start or cancel runs: it would need the scope “repo”.</source>
        <translation>Le jeton ne peut ni lire les dépôts privés, ni lancer ou annuler des exécutions&#xa0;: il lui faudrait la portée «&#xa0;repo&#xa0;».</translation>
    </message>
    <message>
        <source>Notifications cannot be read: GitHub gives them to classic tokens with the scope “notifications” only.</source>
        <translation>Les notifications ne peuvent pas être lues&#xa0;: GitHub ne les donne qu’aux jetons classiques ayant la portée «&#xa0;notifications&#xa0;».</translation>
    </message>
    <message>
        <source>%1 at %2.</source>
        <translation>%1 sur %2.</translation>
    </message>
    <message>
        <source>Sign in with the browser</source>
        <translation>Se connecter avec le navigateur</translation>
    </message>
    <message>
        <source>With an access token</source>
        <translation>Avec un jeton d’accès</translation>
    </message>
    <message>
        <source>With what gh holds on this machine</source>
        <translation>Avec ce que gh détient sur cette machine</translation>
    </message>
    <message>
        <source>As %1, with what gh holds on this machine</source>
        <translation>En tant que %1, avec ce que gh détient sur cette machine</translation>
    </message>
    <message>
        <source>It needs the client id of an OAuth app of your organisation with the device flow switched on: type it first.</source>
        <translation>Il faut l’identifiant client d’une application OAuth de votre organisation où le «&#xa0;device flow&#xa0;» est activé&#xa0;: saisissez-le d’abord.</translation>
    </message>
    <message>
        <source>A deployment waits for your approval</source>
        <translation>Un déploiement attend votre approbation</translation>
    </message>
    <message>
        <source>It was assigned to you</source>
        <translation>Cela vous a été assigné</translation>
    </message>
    <message>
        <source>Something happened in what you began</source>
        <translation>Il s’est passé quelque chose dans ce que vous avez commencé</translation>
    </message>
    <message>
        <source>A workflow run that you set off has ended</source>
        <translation>Une exécution de workflow que vous avez lancée est terminée</translation>
    </message>
    <message>
        <source>Something happened where you commented</source>
        <translation>Il s’est passé quelque chose là où vous avez commenté</translation>
    </message>
    <message>
        <source>You were mentioned</source>
        <translation>Vous avez été mentionné</translation>
    </message>
    <message>
        <source>Your team was mentioned</source>
        <translation>Votre équipe a été mentionnée</translation>
    </message>
    <message>
        <source>Your review is asked for</source>
        <translation>Votre revue est demandée</translation>
    </message>
    <message>
        <source>A weakness was found in a dependency</source>
        <translation>Une faille a été trouvée dans une dépendance</translation>
    </message>
    <message>
        <source>It was closed, merged or opened again</source>
        <translation>Fermeture, fusion ou réouverture</translation>
    </message>
    <message>
        <source>Approved.</source>
        <translation>Approuvé.</translation>
    </message>
    <message>
        <source>Nobody approves what is their own.</source>
        <translation>On n’approuve pas ce qui vient de soi.</translation>
    </message>
    <message>
        <source>It has ended.</source>
        <translation>C’est terminé.</translation>
    </message>
    <message>
        <source>It has not ended.</source>
        <translation>Elle n’est pas terminée.</translation>
    </message>
    <message>
        <source>Nothing in it has failed.</source>
        <translation>Rien n’y a échoué.</translation>
    </message>
    <message>
        <source>It waits for nobody.</source>
        <translation>Cela n’attend personne.</translation>
    </message>
    <message>
        <source>Its API does not say why: the run&apos;s page in the browser does. Mostly the workflow&apos;s file is wrong.</source>
        <translation>Son API ne dit pas pourquoi : la page de l’exécution dans le navigateur le dit. Le plus souvent, le fichier du workflow est erroné.</translation>
    </message>
    <message>
        <source>GitHub started no job of this run</source>
        <translation>GitHub n’a lancé aucun job de cette exécution</translation>
    </message>
</context>
<context>
    <name>GitLab</name>
    <message>
        <source>Job %1 starts.</source>
        <translation>Le job %1 démarre.</translation>
    </message>
    <message>
        <source>A pipeline starts for %1.</source>
        <translation>Un pipeline démarre pour %1.</translation>
    </message>
    <message>
        <source>The jobs that failed run again.</source>
        <translation>Les jobs en échec sont relancés.</translation>
    </message>
    <message>
        <source>The pipeline is being cancelled.</source>
        <translation>Le pipeline est en cours d’annulation.</translation>
    </message>
    <message>
        <source>A pipeline starts for merge request %1.</source>
        <translation>Un pipeline démarre pour la merge request %1.</translation>
    </message>
    <message>
        <source>Done at GitLab, too.</source>
        <translation>Traité sur GitLab aussi.</translation>
    </message>
    <message>
        <source>Approved.</source>
        <translation>Approuvé.</translation>
    </message>
    <message>
        <source>It has ended.</source>
        <translation>C’est terminé.</translation>
    </message>
    <message>
        <source>Nothing in it has failed.</source>
        <translation>Rien n’y a échoué.</translation>
    </message>
    <message>
        <source>It waits for nobody.</source>
        <translation>Cela n’attend personne.</translation>
    </message>
    <message>
        <source>The token may only read: pipelines cannot be started or cancelled, and to-dos not be marked as done. It would need the scope “api”.</source>
        <translation>Le jeton ne peut que lire&#xa0;: les pipelines ne peuvent être ni lancés ni annulés, et les tâches à faire ne peuvent pas être marquées comme faites. Il lui faudrait la portée «&#xa0;api&#xa0;».</translation>
    </message>
    <message>
        <source>The token may not read pipelines, merge requests and to-dos: it needs the scope “read_api” or “api”.</source>
        <translation>Le jeton ne peut pas lire les pipelines, les merge requests et les tâches à faire&#xa0;: il lui faut la portée «&#xa0;read_api&#xa0;» ou «&#xa0;api&#xa0;».</translation>
    </message>
    <message>
        <source>%1 at %2.</source>
        <translation>%1 sur %2.</translation>
    </message>
    <message>
        <source>Sign in with the browser</source>
        <translation>Se connecter avec le navigateur</translation>
    </message>
    <message>
        <source>With an access token</source>
        <translation>Avec un jeton d’accès</translation>
    </message>
    <message>
        <source>With what glab holds on this machine</source>
        <translation>Avec ce que glab détient sur cette machine</translation>
    </message>
    <message>
        <source>As %1, with what glab holds on this machine</source>
        <translation>En tant que %1, avec ce que glab détient sur cette machine</translation>
    </message>
    <message>
        <source>It needs the id of an application that is registered at this GitLab: type it first.</source>
        <translation>Il faut l’identifiant d’une application enregistrée sur ce GitLab&#xa0;: saisissez-le d’abord.</translation>
    </message>
    <message>
        <source>%1 assigned it to you</source>
        <translation>%1 vous l’a assigné</translation>
    </message>
    <message>
        <source>%1 mentioned you</source>
        <translation>%1 vous a mentionné</translation>
    </message>
    <message>
        <source>The pipeline failed</source>
        <translation>Le pipeline a échoué</translation>
    </message>
    <message>
        <source>You added it to your to-dos</source>
        <translation>Vous l’avez ajouté à vos tâches à faire</translation>
    </message>
    <message>
        <source>Your approval is needed</source>
        <translation>Votre approbation est nécessaire</translation>
    </message>
    <message>
        <source>It can no longer be merged</source>
        <translation>La fusion n’est plus possible</translation>
    </message>
    <message>
        <source>It was taken off the merge train</source>
        <translation>Retrait du train de fusion</translation>
    </message>
    <message>
        <source>%1 asks for your review</source>
        <translation>%1 demande votre revue</translation>
    </message>
    <message>
        <source>%1 reviewed it</source>
        <translation>%1 a fait la revue</translation>
    </message>
    <message>
        <source>%1 asks for access</source>
        <translation>%1 demande un accès</translation>
    </message>
    <message>
        <source>Approved for %1. Its job can be started once all approvals are there.</source>
        <translation>Approuvé pour %1. Son job peut être démarré une fois toutes les approbations données.</translation>
    </message>
    <message>
        <source>Rejected for %1.</source>
        <translation>Rejeté pour %1.</translation>
    </message>
    <message>
        <source>Other variables</source>
        <translation>Autres variables</translation>
    </message>
    <message>
        <source>NAME=value, separated by semicolons.</source>
        <translation>NOM=valeur, séparées par des points-virgules.</translation>
    </message>
    <message>
        <source>Nothing was done, and your comment was not sent: %1 approved it already. Job %2 can be started.</source>
        <translation>Rien n’a été fait, et votre commentaire n’a pas été envoyé&#xa0;: %1 l’a déjà approuvé. Le job %2 peut être démarré.</translation>
    </message>
    <message>
        <source>Nothing was done: %1 approved it already. Job %2 can be started.</source>
        <translation>Rien n’a été fait&#xa0;: %1 l’a déjà approuvé. Le job %2 peut être démarré.</translation>
    </message>
    <message>
        <source>Job %1 starts. GitLab takes no comment with that: yours was not sent.</source>
        <translation>Le job %1 démarre. GitLab n’accepte pas de commentaire pour cela&#xa0;: le vôtre n’a pas été envoyé.</translation>
    </message>
    <message>
        <source>NAME=value, separated by semicolons. What included files describe could not be read.</source>
        <translation>NOM=valeur, séparées par des points-virgules. Ce que décrivent les fichiers inclus n’a pas pu être lu.</translation>
    </message>
    <message>
        <source>To-do %1</source>
        <translation>Tâche à faire %1</translation>
    </message>
</context>
<context>
    <name>Gitea</name>
    <message>
        <source>%1 starts for %2.</source>
        <translation>%1 démarre pour %2.</translation>
    </message>
    <message>
        <source>Read at the server, too.</source>
        <translation>Lu sur le serveur aussi.</translation>
    </message>
    <message>
        <source>Approved.</source>
        <translation>Approuvé.</translation>
    </message>
    <message>
        <source>It runs again.</source>
        <translation>C’est relancé.</translation>
    </message>
    <message>
        <source>The jobs that failed run again.</source>
        <translation>Les jobs en échec sont relancés.</translation>
    </message>
    <message>
        <source>It is being cancelled.</source>
        <translation>L’annulation est en cours.</translation>
    </message>
    <message>
        <source>It may run.</source>
        <translation>L’exécution est permise.</translation>
    </message>
    <message>
        <source>Nobody approves what is their own.</source>
        <translation>On n’approuve pas ce qui vient de soi.</translation>
    </message>
    <message>
        <source>Another CI system told of it: only it can change that.</source>
        <translation>Un autre système de CI l’a signalé&#xa0;: lui seul peut y changer quelque chose.</translation>
    </message>
    <message>
        <source>It has ended.</source>
        <translation>C’est terminé.</translation>
    </message>
    <message>
        <source>It waits for nobody.</source>
        <translation>Cela n’attend personne.</translation>
    </message>
    <message>
        <source>Nothing in it has failed.</source>
        <translation>Rien n’y a échoué.</translation>
    </message>
    <message>
        <source>%1 at %2.</source>
        <translation>%1 sur %2.</translation>
    </message>
    <message>
        <source>%1 at %2, version %3.</source>
        <translation>%1 sur %2, version %3.</translation>
    </message>
    <message>
        <source>The token may not read notifications: it needs “write:notification”.</source>
        <translation>Le jeton ne peut pas lire les notifications&#xa0;: il lui faut «&#xa0;write:notification&#xa0;».</translation>
    </message>
    <message>
        <source>The token may not read pull requests: it needs “read:issue” and “read:repository”.</source>
        <translation>Le jeton ne peut pas lire les pull requests&#xa0;: il lui faut «&#xa0;read:issue&#xa0;» et «&#xa0;read:repository&#xa0;».</translation>
    </message>
    <message>
        <source>Sign in with the browser</source>
        <translation>Se connecter avec le navigateur</translation>
    </message>
    <message>
        <source>With an access token</source>
        <translation>Avec un jeton d’accès</translation>
    </message>
    <message>
        <source>It needs the id of an application that is registered at this server: type it first.</source>
        <translation>Il faut l’identifiant d’une application enregistrée sur ce serveur&#xa0;: saisissez-le d’abord.</translation>
    </message>
    <message>
        <source>A pull request was merged</source>
        <translation>Une pull request a été fusionnée</translation>
    </message>
    <message>
        <source>Something new in a pull request</source>
        <translation>Du nouveau dans une pull request</translation>
    </message>
    <message>
        <source>An issue was closed</source>
        <translation>Un ticket a été fermé</translation>
    </message>
    <message>
        <source>Something new in an issue</source>
        <translation>Du nouveau dans un ticket</translation>
    </message>
    <message>
        <source>Something new about a commit</source>
        <translation>Du nouveau sur un commit</translation>
    </message>
    <message>
        <source>Something new about a repository</source>
        <translation>Du nouveau sur un dépôt</translation>
    </message>
    <message>
        <source>The version of the server that told of it cannot do that.</source>
        <translation>La version du serveur qui l’a signalé ne sait pas le faire.</translation>
    </message>
    <message>
        <source>It has not ended.</source>
        <translation>L’exécution n’est pas terminée.</translation>
    </message>
    <message>
        <source>Pinned at the server, too.</source>
        <translation>Épinglé sur le serveur aussi.</translation>
    </message>
    <message>
        <source>No longer pinned at the server, either.</source>
        <translation>N’est plus épinglé sur le serveur non plus.</translation>
    </message>
    <message>
        <source>It is pinned at the server, where that is neither read nor unread.</source>
        <translation>C’est épinglé sur le serveur, où cela n’est ni lu ni non lu.</translation>
    </message>
    <message>
        <source>Unread at the server, too.</source>
        <translation>Non lu sur le serveur aussi.</translation>
    </message>
    <message>
        <source>Notification %1</source>
        <translation>Notification %1</translation>
    </message>
</context>
<context>
    <name>Jenkins</name>
    <message numerus="yes">
        <source>%n job(s) and folder(s) at %1.</source>
        <translation>
            <numerusform>%n job ou dossier sur %1.</numerusform>
            <numerusform>%n jobs et dossiers sur %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is signed in: builds cannot be started or stopped.</source>
        <translation>Personne n’est connecté&#xa0;: les builds ne peuvent être ni lancés ni arrêtés.</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Console</translation>
    </message>
    <message>
        <source>Another build is in the queue.</source>
        <translation>Un autre build est en file d’attente.</translation>
    </message>
    <message>
        <source>The build is being stopped.</source>
        <translation>Le build est en cours d’arrêt.</translation>
    </message>
    <message>
        <source>A build with parameters is in the queue.</source>
        <translation>Un build avec paramètres est en file d’attente.</translation>
    </message>
    <message>
        <source>It goes on.</source>
        <translation>Cela continue.</translation>
    </message>
    <message>
        <source>It is stopped.</source>
        <translation>C’est arrêté.</translation>
    </message>
    <message>
        <source>It has ended.</source>
        <translation>C’est terminé.</translation>
    </message>
    <message>
        <source>It waits for nobody.</source>
        <translation>Cela n’attend personne.</translation>
    </message>
    <message>
        <source>It is taken out of the queue.</source>
        <translation>Il est retiré de la file d’attente.</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Saisie</translation>
    </message>
    <message>
        <source>Several inputs wait, and one asks for values: answer them in Jenkins.</source>
        <translation>Plusieurs saisies attendent, et l’une demande des valeurs : répondez dans Jenkins.</translation>
    </message>
    <message>
        <source>It asks for a password, which is given in Jenkins alone.</source>
        <translation>Un mot de passe est demandé, qui ne se donne que dans Jenkins.</translation>
    </message>
    <message>
        <source>It asks for something that can only be given in Jenkins (%1).</source>
        <translation>Quelque chose est demandé qui ne peut être donné que dans Jenkins (%1).</translation>
    </message>
    <message>
        <source>It asks for more than can be given from here: answer it in Jenkins.</source>
        <translation>Il est demandé plus que ce qui peut être donné d’ici : répondez dans Jenkins.</translation>
    </message>
    <message>
        <source>[What comes before is in the console.]</source>
        <translation>[Ce qui précède est dans la console.]</translation>
    </message>
    <message>
        <source>What this step wrote cannot be had.</source>
        <translation>Ce que cette étape a écrit ne peut pas être obtenu.</translation>
    </message>
</context>
<context>
    <name>callboard::items::ApiWording</name>
    <message>
        <source>deprecated</source>
        <translation>obsolète</translation>
    </message>
    <message>
        <source> or null</source>
        <translation> ou null</translation>
    </message>
    <message>
        <source>read only</source>
        <translation>lecture seule</translation>
    </message>
    <message>
        <source>write only</source>
        <translation>écriture seule</translation>
    </message>
    <message>
        <source>defined elsewhere: %1</source>
        <translation>défini ailleurs&#xa0;: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n de plus</numerusform>
            <numerusform>%n de plus</numerusform>
        </translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>un parmi %1</translation>
    </message>
    <message>
        <source>always %1</source>
        <translation>toujours %1</translation>
    </message>
    <message>
        <source>default %1</source>
        <translation>par défaut %1</translation>
    </message>
    <message>
        <source>nothing else</source>
        <translation>rien d’autre</translation>
    </message>
    <message>
        <source>content</source>
        <translation>contenu</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Exemple</translation>
    </message>
    <message>
        <source>Example %1</source>
        <translation>Exemple %1</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Arguments</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>En-têtes</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>Charge utile</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Requête</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Responses</source>
        <translation>Réponses</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Membres</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Sécurité</translation>
    </message>
    <message>
        <source>nothing needed</source>
        <translation>rien n’est exigé</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Serveurs</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n de plus</numerusform>
            <numerusform>et %n de plus</numerusform>
        </translation>
    </message>
    <message>
        <source>Uses</source>
        <translation>Utilise</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Utilisé par</translation>
    </message>
    <message>
        <source>field %1</source>
        <translation>champ %1</translation>
    </message>
    <message>
        <source>any other name</source>
        <translation>tout autre nom</translation>
    </message>
    <message>
        <source>either %1</source>
        <translation>au choix %1</translation>
    </message>
    <message>
        <source>maybe %1</source>
        <translation>peut-être %1</translation>
    </message>
    <message>
        <source>implements %1</source>
        <translation>implémente %1</translation>
    </message>
    <message>
        <source>not</source>
        <translation>pas</translation>
    </message>
    <message>
        <source>required</source>
        <translation>requis</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Opération</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Requête</translation>
    </message>
    <message>
        <source>Mutation</source>
        <translation>Mutation</translation>
    </message>
    <message>
        <source>Subscription</source>
        <translation>Abonnement</translation>
    </message>
    <message>
        <source>Interface</source>
        <translation>Interface</translation>
    </message>
    <message>
        <source>Union</source>
        <translation>Union</translation>
    </message>
    <message>
        <source>Enum</source>
        <translation>Énumération</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Scalar</source>
        <translation>Scalaire</translation>
    </message>
    <message>
        <source>Directive</source>
        <translation>Directive</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Méthode</translation>
    </message>
    <message>
        <source>Remote</source>
        <translation>Accès distant</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Outil</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>Ressource</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Invite</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>Opérations</translation>
    </message>
    <message>
        <source>Webhooks</source>
        <translation>Webhooks</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Canaux</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>Requêtes</translation>
    </message>
    <message>
        <source>Mutations</source>
        <translation>Mutations</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>Abonnements</translation>
    </message>
    <message>
        <source>Types</source>
        <translation>Types</translation>
    </message>
    <message>
        <source>Interfaces</source>
        <translation>Interfaces</translation>
    </message>
    <message>
        <source>Unions</source>
        <translation>Unions</translation>
    </message>
    <message>
        <source>Enums</source>
        <translation>Énumérations</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Entrées</translation>
    </message>
    <message>
        <source>Scalars</source>
        <translation>Scalaires</translation>
    </message>
    <message>
        <source>Directives</source>
        <translation>Directives</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>Methods</source>
        <translation>Méthodes</translation>
    </message>
    <message>
        <source>Remotes</source>
        <translation>Accès distants</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Outils</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Ressources</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>Invites</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>anything</source>
        <translation>n’importe quoi</translation>
    </message>
    <message>
        <source>%1 is deprecated</source>
        <translation>%1 est obsolète</translation>
    </message>
    <message>
        <source>new required parameter %1</source>
        <translation>nouveau paramètre requis %1</translation>
    </message>
    <message>
        <source>new parameter %1</source>
        <translation>nouveau paramètre %1</translation>
    </message>
    <message>
        <source>parameter %1 is gone</source>
        <translation>le paramètre %1 a disparu</translation>
    </message>
    <message>
        <source>parameter %1 is required now</source>
        <translation>le paramètre %1 est désormais requis</translation>
    </message>
    <message>
        <source>parameter %1 is optional now</source>
        <translation>le paramètre %1 est désormais facultatif</translation>
    </message>
    <message>
        <source>new required body</source>
        <translation>nouveau corps requis</translation>
    </message>
    <message>
        <source>new body</source>
        <translation>nouveau corps</translation>
    </message>
    <message>
        <source>the body is gone</source>
        <translation>le corps a disparu</translation>
    </message>
    <message>
        <source>the body is required now</source>
        <translation>le corps est désormais requis</translation>
    </message>
    <message>
        <source>%1 as well</source>
        <translation>%1 aussi</translation>
    </message>
    <message>
        <source>%1 no more</source>
        <translation>%1 n’y est plus</translation>
    </message>
    <message>
        <source>new response %1</source>
        <translation>nouvelle réponse %1</translation>
    </message>
    <message>
        <source>response %1 is gone</source>
        <translation>la réponse %1 a disparu</translation>
    </message>
    <message>
        <source>new required %1</source>
        <translation>nouveau et requis&#xa0;: %1</translation>
    </message>
    <message>
        <source>new: %1</source>
        <translation>nouveau&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1 is gone</source>
        <translation>%1 a disparu</translation>
    </message>
    <message>
        <source>%1 is required now</source>
        <translation>%1 est désormais requis</translation>
    </message>
    <message>
        <source>%1 is optional now</source>
        <translation>%1 est désormais facultatif</translation>
    </message>
    <message>
        <source>type %1 → %2</source>
        <translation>type %1 → %2</translation>
    </message>
    <message>
        <source>%1: type %2 → %3</source>
        <translation>%1&#xa0;: type %2 → %3</translation>
    </message>
    <message>
        <source>format %1 → %2</source>
        <translation>format %1 → %2</translation>
    </message>
    <message>
        <source>may be null now</source>
        <translation>peut désormais être null</translation>
    </message>
    <message>
        <source>may not be null any more</source>
        <translation>ne peut plus être null</translation>
    </message>
    <message>
        <source>new value %1</source>
        <translation>nouvelle valeur %1</translation>
    </message>
    <message>
        <source>value %1 is gone</source>
        <translation>la valeur %1 a disparu</translation>
    </message>
    <message>
        <source>also %1</source>
        <translation>aussi %1</translation>
    </message>
    <message>
        <source>new limit %1</source>
        <translation>nouvelle limite %1</translation>
    </message>
    <message>
        <source>limit %1 is gone</source>
        <translation>la limite %1 a disparu</translation>
    </message>
    <message>
        <source>%1 %2 → %3</source>
        <translation>%1 %2 → %3</translation>
    </message>
    <message>
        <source>default %1 → %2</source>
        <translation>défaut %1 → %2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>needs %1 now</source>
        <translation>exige désormais %1</translation>
    </message>
    <message>
        <source>security %1 → %2</source>
        <translation>sécurité %1 → %2</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>number of %1: %2 → %3</source>
        <translation>numéro de %1&#xa0;: %2 → %3</translation>
    </message>
    <message>
        <source>number %2 of %1 is used by %3 now</source>
        <translation>le numéro %2 de %1 sert maintenant à %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Ajouté</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Retiré</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modifié</translation>
    </message>
    <message>
        <source>in another language</source>
        <translation>dans une autre langue</translation>
    </message>
    <message numerus="yes">
        <source>%n breaking</source>
        <translation>
            <numerusform>%n rupture</numerusform>
            <numerusform>%n ruptures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>%n ajout</numerusform>
            <numerusform>%n ajouts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>%n retrait</numerusform>
            <numerusform>%n retraits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changement</numerusform>
            <numerusform>%n changements</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing changed</source>
        <translation>rien n’a changé</translation>
    </message>
</context>
<context>
    <name>callboard::items::BuildWording</name>
    <message>
        <source>unknown</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>en file d’attente</translation>
    </message>
    <message>
        <source>waiting for approval</source>
        <translation>en attente d’approbation</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>réussi</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échoué</translation>
    </message>
    <message>
        <source>errored</source>
        <translation>en erreur</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>annulé</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>ignoré</translation>
    </message>
    <message>
        <source>%1s</source>
        <translation>%1s</translation>
    </message>
    <message>
        <source>%1m %2s</source>
        <translation>%1m %2s</translation>
    </message>
    <message>
        <source>%1h %2m</source>
        <translation>%1h %2m</translation>
    </message>
    <message>
        <source>%1d %2h</source>
        <translation>%1j %2h</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 par %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>a job, and its project</comment>
        <translation>%1 de %2</translation>
    </message>
</context>
<context>
    <name>callboard::items::BuildsModel</name>
    <message>
        <source>Run</source>
        <translation>Exécution</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Branche</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Commit</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Âge</translation>
    </message>
    <message>
        <source>No owner</source>
        <translation>Sans propriétaire</translation>
    </message>
    <message>
        <source>No branch</source>
        <translation>Sans branche</translation>
    </message>
    <message>
        <source>No service</source>
        <translation>Sans service</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n exécution</numerusform>
            <numerusform>%n exécutions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failing</source>
        <translation>
            <numerusform>%n en échec</numerusform>
            <numerusform>%n en échec</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failing on branches</source>
        <translation>
            <numerusform>%n en échec sur des branches</numerusform>
            <numerusform>%n en échec sur des branches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n under way</source>
        <translation>
            <numerusform>%n en cours</numerusform>
            <numerusform>%n en cours</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (#%2)</source>
        <translation>%1 (#%2)</translation>
    </message>
    <message>
        <source>%1 (the host says “%2”)</source>
        <translation>%1 (l’hôte dit «&#xa0;%2&#xa0;»)</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>tentative %1</translation>
    </message>
    <message>
        <source>waited %1</source>
        <translation>attente %1</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n de plus</numerusform>
            <numerusform>%n de plus</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>a job, and its pipeline</comment>
        <translation>%1 dans %2</translation>
    </message>
    <message>
        <source>Passed and failed on the same commit:</source>
        <translation>Réussi et échoué sur le même commit&#xa0;:</translation>
    </message>
    <message numerus="yes">
        <source>%1, on %n commit(s), last %2</source>
        <translation>
            <numerusform>%1, sur %n commit, en dernier %2</numerusform>
            <numerusform>%1, sur %n commits, en dernier %2</numerusform>
        </translation>
    </message>
    <message>
        <source>flaky: %1</source>
        <translation>instable&#xa0;: %1</translation>
    </message>
    <message>
        <source>failed in an earlier attempt</source>
        <translation>échec lors d’une tentative précédente</translation>
    </message>
    <message>
        <source>Other branches and pull requests</source>
        <translation>Autres branches et pull requests</translation>
    </message>
</context>
<context>
    <name>callboard::items::ChangeWording</name>
    <message>
        <source>Added</source>
        <translation>Ajoutée</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>Revenue</translation>
    </message>
    <message>
        <source>Descriptor changed</source>
        <translation>Descripteur modifié</translation>
    </message>
    <message>
        <source>Relations changed</source>
        <translation>Relations modifiées</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Retirée</translation>
    </message>
    <message>
        <source>%1: added %2</source>
        <translation>%1&#xa0;: ajout de %2</translation>
    </message>
    <message>
        <source>%1: removed %2</source>
        <translation>%1&#xa0;: retrait de %2</translation>
    </message>
    <message>
        <source>%1: changed</source>
        <translation>%1&#xa0;: modifié</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1&#xa0;: %2 → %3</translation>
    </message>
    <message numerus="yes">
        <source>more than %n further field(s)</source>
        <translation>
            <numerusform>plus de %n autre champ</numerusform>
            <numerusform>plus de %n autres champs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n further field(s)</source>
        <translation>
            <numerusform>%n autre champ</numerusform>
            <numerusform>%n autres champs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n relation(s) added</source>
        <translation>
            <numerusform>%n relation ajoutée</numerusform>
            <numerusform>%n relations ajoutées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n relation(s) removed</source>
        <translation>
            <numerusform>%n relation retirée</numerusform>
            <numerusform>%n relations retirées</numerusform>
        </translation>
    </message>
    <message>
        <source>…and further fields</source>
        <translation>…et d’autres champs</translation>
    </message>
    <message>
        <source>relation added: %1 %2</source>
        <translation>relation ajoutée&#xa0;: %1 %2</translation>
    </message>
    <message>
        <source>relation removed: %1 %2</source>
        <translation>relation retirée&#xa0;: %1 %2</translation>
    </message>
</context>
<context>
    <name>callboard::items::ChangesModel</name>
    <message>
        <source>Entity</source>
        <translation>Entité</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Ce qui a changé</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Hier</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n times)</source>
        <translation>
            <numerusform>%1 (%n fois)</numerusform>
            <numerusform>%1 (%n fois)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::items::Diagram</name>
    <message numerus="yes">
        <source>Flowchart with %n node(s)</source>
        <translation>
            <numerusform>Organigramme à %n nœud</numerusform>
            <numerusform>Organigramme à %n nœuds</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 vers %2</translation>
    </message>
    <message>
        <source>%1 to %2: %3</source>
        <translation>%1 vers %2&#xa0;: %3</translation>
    </message>
    <message>
        <source>Sequence diagram of %1</source>
        <translation>Diagramme de séquence de %1</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Remarque&#xa0;: %1</translation>
    </message>
    <message>
        <source>Flowchart</source>
        <translation>Organigramme</translation>
    </message>
    <message>
        <source>Sequence diagram</source>
        <translation>Diagramme de séquence</translation>
    </message>
</context>
<context>
    <name>callboard::items::DocFeedback</name>
    <message>
        <source>Documentation: %1</source>
        <translation>Documentation&#xa0;: %1</translation>
    </message>
    <message>
        <source>Page: %1 of %2</source>
        <translation>Page&#xa0;: %1 de %2</translation>
    </message>
    <message>
        <source>Version: %1</source>
        <translation>Version&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>callboard::items::DocTreeModel</name>
    <message>
        <source>Mine</source>
        <translation>Les miens</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>Favoris</translation>
    </message>
    <message>
        <source>Recently read</source>
        <translation>Lus récemment</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tout</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message>
        <source>Changed %1</source>
        <translation>Changé %1</translation>
    </message>
    <message>
        <source>All of it can be read offline.</source>
        <translation>Tout peut être lu hors ligne.</translation>
    </message>
    <message>
        <source>Pages come when they are looked at.</source>
        <translation>Les pages viennent quand on les regarde.</translation>
    </message>
</context>
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
    <message>
        <source>Entity ref</source>
        <translation>Référence de l’entité</translation>
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
    <name>callboard::items::InboxModel</name>
    <message>
        <source>About no entity</source>
        <translation>Sur aucune entité</translation>
    </message>
    <message>
        <source>Callboard</source>
        <translation>Callboard</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Avis</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Anything</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>Default branch breaks</source>
        <translation>La branche par défaut casse</translation>
    </message>
    <message>
        <source>Default branch heals</source>
        <translation>La branche par défaut se rétablit</translation>
    </message>
    <message>
        <source>Review asked</source>
        <translation>Revue demandée</translation>
    </message>
    <message>
        <source>Approval needed</source>
        <translation>Approbation nécessaire</translation>
    </message>
    <message>
        <source>New dependant</source>
        <translation>Nouveau dépendant</translation>
    </message>
    <message>
        <source>Owner changed</source>
        <translation>Propriétaire changé</translation>
    </message>
    <message>
        <source>API broken</source>
        <translation>API rompue</translation>
    </message>
    <message>
        <source>Entity orphaned</source>
        <translation>Entité orpheline</translation>
    </message>
    <message>
        <source>Watched documentation</source>
        <translation>Documentation surveillée</translation>
    </message>
    <message>
        <source>From a host</source>
        <translation>D’un hôte</translation>
    </message>
    <message>
        <source>From a portal</source>
        <translation>D’un portail</translation>
    </message>
    <message>
        <source>read</source>
        <translation>lu</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>non lu</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>enregistré</translation>
    </message>
    <message>
        <source>My review to be mended</source>
        <translation>Ma revue à corriger</translation>
    </message>
    <message>
        <source>Entity gone</source>
        <translation>Entité disparue</translation>
    </message>
    <message>
        <source>Entity deprecated</source>
        <translation>Entité dépréciée</translation>
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
    <message>
        <source>In APIs</source>
        <translation>Dans les API</translation>
    </message>
    <message>
        <source>%1, document of %2</source>
        <translation>%1, document de %2</translation>
    </message>
    <message>
        <source>%1, %2 of %3</source>
        <translation>%1, %2 de %3</translation>
    </message>
    <message numerus="yes">
        <source>at least %n results in %1 ms</source>
        <translation>
            <numerusform>au moins %n résultat en %1 ms</numerusform>
            <numerusform>au moins %n résultats en %1 ms</numerusform>
        </translation>
    </message>
    <message>
        <source>In the text</source>
        <translation>Dans le texte</translation>
    </message>
</context>
<context>
    <name>callboard::items::ProblemWording</name>
    <message>
        <source>apiVersion %1 is not of the form &quot;group/version&quot;; write for example &quot;backstage.io/v1alpha1&quot;</source>
        <translation>apiVersion %1 n’est pas de la forme &quot;groupe/version&quot;&#x202f;; écrivez par exemple &quot;backstage.io/v1alpha1&quot;</translation>
    </message>
    <message>
        <source>kind %1 may have letters and digits only, a letter first, at most 63; write for example &quot;Component&quot;</source>
        <translation>kind %1 ne peut avoir que des lettres et des chiffres, une lettre d’abord, 63 au plus&#x202f;; écrivez par exemple &quot;Component&quot;</translation>
    </message>
    <message>
        <source>namespace %1 may have lower-case letters, digits and &quot;-&quot; between them only, at most 63</source>
        <translation>namespace %1 ne peut avoir que des minuscules, des chiffres et &quot;-&quot; entre eux, 63 au plus</translation>
    </message>
    <message>
        <source>name &quot;%1&quot; has %2 characters, and at most 63 are allowed; shorten it and put the long form into metadata.title</source>
        <translation>name &quot;%1&quot; a %2 caractères, et 63 au plus sont permis&#x202f;; raccourcissez-le et mettez la forme longue dans metadata.title</translation>
    </message>
    <message>
        <source>label &quot;%1&quot;: value &quot;%2&quot; has %3 characters, and at most 63 are allowed; shorten it and put the long form into metadata.title</source>
        <translation>label &quot;%1&quot;&#xa0;: la valeur &quot;%2&quot; a %3 caractères, et 63 au plus sont permis&#x202f;; raccourcissez-la et mettez la forme longue dans metadata.title</translation>
    </message>
    <message>
        <source>name %1 may have letters, digits and &quot;-&quot;, &quot;_&quot; or &quot;.&quot; between them only, at most 63</source>
        <translation>name %1 ne peut avoir que des lettres, des chiffres et &quot;-&quot;, &quot;_&quot; ou &quot;.&quot; entre eux, 63 au plus</translation>
    </message>
    <message>
        <source>label &quot;%1&quot;: value %2 may have letters, digits and &quot;-&quot;, &quot;_&quot; or &quot;.&quot; between them only, at most 63</source>
        <translation>label &quot;%1&quot;&#xa0;: la valeur %2 ne peut avoir que des lettres, des chiffres et &quot;-&quot;, &quot;_&quot; ou &quot;.&quot; entre eux, 63 au plus</translation>
    </message>
    <message>
        <source>%1 key &quot;%2&quot; is not of the form &quot;name&quot; or &quot;prefix.example.com/name&quot;; at most one &quot;/&quot;, a lower-case domain before it, letters, digits and &quot;-_.&quot; after it, at most 63</source>
        <translation>la clé de %1 &quot;%2&quot; n’est pas de la forme &quot;nom&quot; ou &quot;prefix.example.com/nom&quot;&#x202f;; un seul &quot;/&quot; au plus, un domaine en minuscules devant, des lettres, des chiffres et &quot;-_.&quot; derrière, 63 au plus</translation>
    </message>
    <message>
        <source>annotation &quot;%1&quot; must be text, but is %2; put it in quotes</source>
        <translation>annotation &quot;%1&quot; doit être du texte, mais c’est %2&#x202f;; mettez-la entre guillemets</translation>
    </message>
    <message>
        <source>tag %1 may have lower-case letters, digits, &quot;+&quot;, &quot;#&quot; and &quot;:&quot;, in words joined by single &quot;-&quot;, at most 63</source>
        <translation>tag %1 ne peut avoir que des minuscules, des chiffres, &quot;+&quot;, &quot;#&quot; et &quot;:&quot;, en mots joints par un seul &quot;-&quot;, 63 au plus</translation>
    </message>
    <message>
        <source>link %1 is not a whole URL; write it with its scheme, for example &quot;https://%2&quot;</source>
        <translation>le lien %1 n’est pas une URL complète&#x202f;; écrivez-le avec son schéma, par exemple &quot;https://%2&quot;</translation>
    </message>
    <message>
        <source>the %1 of a link must not be empty; write one or leave the line out</source>
        <translation>le champ %1 d’un lien ne doit pas être vide&#x202f;; remplissez-le ou supprimez la ligne</translation>
    </message>
    <message>
        <source>metadata.annotations must be a map; write &quot;key: value&quot; lines under it</source>
        <translation>metadata.annotations doit être une table&#x202f;; écrivez des lignes &quot;clé: valeur&quot; dessous</translation>
    </message>
    <message>
        <source>%1 must be %2, but is %3; %4</source>
        <translation>%1 doit être %2, mais c’est %3&#x202f;; %4</translation>
    </message>
    <message>
        <source>%1 is missing; add &quot;%2&quot;</source>
        <translation>%1 manque&#x202f;; ajoutez &quot;%2&quot;</translation>
    </message>
    <message>
        <source>&quot;%1&quot; may not stand at the top of a descriptor; %2</source>
        <translation>&quot;%1&quot; ne peut pas se trouver en tête d’un descripteur&#x202f;; %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; may not stand under %2; remove it</source>
        <translation>&quot;%1&quot; ne peut pas se trouver sous %2&#x202f;; supprimez-le</translation>
    </message>
    <message>
        <source>%1 must not be empty; write a value or remove the line</source>
        <translation>%1 ne doit pas être vide&#x202f;; écrivez une valeur ou supprimez la ligne</translation>
    </message>
    <message>
        <source>%1 is too long; at most %2 characters are allowed</source>
        <translation>%1 est trop long&#x202f;; %2 caractères au plus sont permis</translation>
    </message>
    <message>
        <source>%1 must have an entry; write at least %2</source>
        <translation>%1 doit avoir une entrée&#x202f;; écrivez-en au moins %2</translation>
    </message>
    <message>
        <source>%1 may have letters, digits and _ only</source>
        <translation>%1 ne peut avoir que des lettres, des chiffres et _</translation>
    </message>
    <message>
        <source>%1 is %2; write one of: %3</source>
        <translation>%1 est %2&#x202f;; écrivez l’un de&#xa0;: %3</translation>
    </message>
    <message>
        <source>%1 fits none of its forms; write a map, or a list of maps</source>
        <translation>%1 n’a aucune des formes prévues&#x202f;; écrivez une table, ou une liste de tables</translation>
    </message>
    <message>
        <source>kind %1 is not known with apiVersion &quot;%2&quot;; write &quot;apiVersion: %3&quot;</source>
        <translation>kind %1 n’est pas connu avec apiVersion &quot;%2&quot;&#x202f;; écrivez &quot;apiVersion: %3&quot;</translation>
    </message>
    <message>
        <source>kind &quot;%1&quot; is not known; write &quot;kind: %2&quot;, capitals matter</source>
        <translation>kind &quot;%1&quot; n’est pas connu&#x202f;; écrivez &quot;kind: %2&quot;, les majuscules comptent</translation>
    </message>
    <message>
        <source>kind &quot;%1&quot; is not one that Backstage knows; write one of %2, or allow your own with --allow-kind %1</source>
        <translation>kind &quot;%1&quot; n’est pas connu de Backstage&#x202f;; écrivez l’un de %2, ou permettez le vôtre avec --allow-kind %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is made by the catalog and may not be written; remove it</source>
        <translation>&quot;%1&quot; est fait par le catalogue et ne peut pas être écrit&#x202f;; supprimez-le</translation>
    </message>
    <message>
        <source>a descriptor is a map; write &quot;apiVersion:&quot;, &quot;kind:&quot; and &quot;metadata:&quot; at the top</source>
        <translation>un descripteur est une table&#x202f;; écrivez &quot;apiVersion:&quot;, &quot;kind:&quot; et &quot;metadata:&quot; en tête</translation>
    </message>
    <message>
        <source>%1 is described again further down in this file, and that one counts; rename or remove one</source>
        <translation>%1 est décrit de nouveau plus bas dans ce fichier, et c’est celui-là qui compte&#x202f;; renommez-en ou supprimez-en un</translation>
    </message>
    <message>
        <source>%1 is already described at %2, and that one counts; rename one, or give it a namespace of its own</source>
        <translation>%1 est déjà décrit dans %2, et c’est celui-là qui compte&#x202f;; renommez-en un, ou donnez-lui un espace de noms à lui</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a folder; name a file in it</source>
        <translation>&quot;%1&quot; est un dossier&#x202f;; nommez un fichier qu’il contient</translation>
    </message>
    <message>
        <source>a Location of type &quot;%1&quot; cannot be followed from here; write &quot;type: url&quot;, or leave the type out</source>
        <translation>une Location de type &quot;%1&quot; ne peut pas être suivie d’ici&#x202f;; écrivez &quot;type: url&quot;, ou omettez le type</translation>
    </message>
    <message>
        <source>The descriptor cannot be read: %1</source>
        <translation>Le descripteur ne peut pas être lu&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1 names nothing; write a reference or remove the entry</source>
        <translation>%1 ne nomme rien&#x202f;; écrivez une référence ou supprimez l’entrée</translation>
    </message>
    <message>
        <source>%1 must name an entity by text; write &quot;[kind:][namespace/]name&quot;</source>
        <translation>%1 doit nommer une entité par du texte&#x202f;; écrivez &quot;[kind:][namespace/]name&quot;</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; does not say its kind; write &quot;component:%2&quot; or &quot;resource:%2&quot;</source>
        <translation>%1&#xa0;: &quot;%2&quot; ne dit pas son genre&#x202f;; écrivez &quot;component:%2&quot; ou &quot;resource:%2&quot;</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is not a reference; write &quot;[kind:][namespace/]name&quot;, with nothing left empty</source>
        <translation>%1&#xa0;: &quot;%2&quot; n’est pas une référence&#x202f;; écrivez &quot;[kind:][namespace/]name&quot;, sans rien laisser vide</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a location; write &quot;&lt;type&gt;:&lt;target&gt;&quot;, for example &quot;url:https://host/path&quot;</source>
        <translation>&quot;%1&quot; n’est pas un emplacement&#x202f;; écrivez &quot;&lt;type&gt;:&lt;target&gt;&quot;, par exemple &quot;url:https://host/path&quot;</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a location; write &quot;url:%1&quot;</source>
        <translation>&quot;%1&quot; n’est pas un emplacement&#x202f;; écrivez &quot;url:%1&quot;</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a javascript: address, which is not allowed</source>
        <translation>&quot;%1&quot; est une adresse javascript:, ce qui n’est pas permis</translation>
    </message>
    <message>
        <source>a location needs a type and a target</source>
        <translation>un emplacement a besoin d’un type et d’une cible</translation>
    </message>
    <message>
        <source>%1 needs one line of text; write a URL or a path such as ./openapi.yaml</source>
        <translation>%1 a besoin d’une ligne de texte&#x202f;; écrivez une URL ou un chemin tel que ./openapi.yaml</translation>
    </message>
    <message>
        <source>%1 cannot take in &quot;%2&quot;: %3</source>
        <translation>%1 ne peut pas inclure &quot;%2&quot;&#xa0;: %3</translation>
    </message>
    <message>
        <source>the document</source>
        <translation>le document</translation>
    </message>
    <message>
        <source>text</source>
        <translation>du texte</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>une liste</translation>
    </message>
    <message>
        <source>a map</source>
        <translation>une table</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true ou false</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vide</translation>
    </message>
    <message>
        <source>the word %1</source>
        <translation>le mot %1</translation>
    </message>
    <message>
        <source>the number %1</source>
        <translation>le nombre %1</translation>
    </message>
    <message>
        <source>the text &quot;%1&quot;</source>
        <translation>le texte &quot;%1&quot;</translation>
    </message>
    <message>
        <source>write a value or remove the line</source>
        <translation>écrivez une valeur ou supprimez la ligne</translation>
    </message>
    <message>
        <source>put it in quotes: &quot;%1&quot;</source>
        <translation>mettez-le entre guillemets&#xa0;: &quot;%1&quot;</translation>
    </message>
    <message>
        <source>keep one entry, without the &quot;- &quot;</source>
        <translation>gardez une seule entrée, sans le &quot;- &quot;</translation>
    </message>
    <message>
        <source>write one line of text</source>
        <translation>écrivez une ligne de texte</translation>
    </message>
    <message>
        <source>write each entry on a line of its own after &quot;- &quot;, or [%1]</source>
        <translation>écrivez chaque entrée sur sa propre ligne après &quot;- &quot;, ou [%1]</translation>
    </message>
    <message>
        <source>write entries that begin with &quot;- &quot;</source>
        <translation>écrivez des entrées qui commencent par &quot;- &quot;</translation>
    </message>
    <message>
        <source>write &quot;key: value&quot; lines under %1</source>
        <translation>écrivez des lignes &quot;clé: valeur&quot; sous %1</translation>
    </message>
    <message>
        <source>write &quot;key: value&quot; lines</source>
        <translation>écrivez des lignes &quot;clé: valeur&quot;</translation>
    </message>
    <message>
        <source>indent it, so that it stands under spec</source>
        <translation>indentez-le, pour qu’il se trouve sous spec</translation>
    </message>
    <message>
        <source>indent it, so that it stands under metadata</source>
        <translation>indentez-le, pour qu’il se trouve sous metadata</translation>
    </message>
    <message>
        <source>only apiVersion, kind, metadata and spec may stand there; move or remove it</source>
        <translation>seuls apiVersion, kind, metadata et spec peuvent s’y trouver&#x202f;; déplacez-le ou supprimez-le</translation>
    </message>
    <message>
        <source>metadata: with a name under it</source>
        <translation>metadata: avec un name dessous</translation>
    </message>
    <message>
        <source>spec: with the fields of the kind under it</source>
        <translation>spec: avec les champs du genre dessous</translation>
    </message>
    <message>
        <source>lifecycle: production (or experimental, deprecated)</source>
        <translation>lifecycle: production (ou experimental, deprecated)</translation>
    </message>
    <message>
        <source>definition: with the text of the API, or $text: ./openapi.yaml under it</source>
        <translation>definition: avec le texte de l’API, ou $text: ./openapi.yaml dessous</translation>
    </message>
    <message>
        <source>steps: with a list of actions under it</source>
        <translation>steps: avec une liste d’actions dessous</translation>
    </message>
    <message>
        <source>action: fetch:template (or another action)</source>
        <translation>action: fetch:template (ou une autre action)</translation>
    </message>
    <message>
        <source>it is not JSON: %1 at character %2</source>
        <translation>ce n’est pas du JSON&#xa0;: %1 au caractère %2</translation>
    </message>
    <message>
        <source>it does not hold one JSON value</source>
        <translation>il ne contient pas une seule valeur JSON</translation>
    </message>
    <message>
        <source>it must hold exactly one YAML document, and holds %1</source>
        <translation>il doit contenir exactement un document YAML, et en contient %1</translation>
    </message>
    <message>
        <source>it is not YAML: %1 (line %2)</source>
        <translation>ce n’est pas du YAML&#xa0;: %1 (ligne %2)</translation>
    </message>
    <message>
        <source>%1; write &quot;%2&quot;</source>
        <translation>%1&#x202f;; écrivez &quot;%2&quot;</translation>
    </message>
    <message>
        <source>%1, or make it an annotation</source>
        <translation>%1, ou faites-en une annotation</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1 ou %2</translation>
    </message>
    <message>
        <source>The text is %1 bytes long, more than the %2 that are read: split it</source>
        <translation>Le texte fait %1 octets, plus que les %2 qui sont lus&#xa0;: divisez-le</translation>
    </message>
    <message>
        <source>Nested more than %1 levels deep: write it flatter</source>
        <translation>Imbriqué sur plus de %1 niveaux&#xa0;: écrivez-le plus à plat</translation>
    </message>
    <message>
        <source>This document holds too many values to be read: split it with `---`</source>
        <translation>Ce document contient trop de valeurs pour être lu&#xa0;: divisez-le par `---`</translation>
    </message>
    <message>
        <source>The aliases of this document stand for more than %1 values: write fewer</source>
        <translation>Les alias de ce document représentent plus de %1 valeurs&#xa0;: écrivez-en moins</translation>
    </message>
    <message>
        <source>There are too many aliases here: write the values out</source>
        <translation>Il y a trop d’alias ici&#xa0;: écrivez les valeurs elles-mêmes</translation>
    </message>
    <message>
        <source>A list must begin on a line of its own behind its anchor or tag</source>
        <translation>Une liste doit commencer sur sa propre ligne après son ancre ou son tag</translation>
    </message>
    <message>
        <source>A list may not begin on the line of its key: put the `- ` on a line of its own</source>
        <translation>Une liste ne peut pas commencer sur la ligne de sa clé&#xa0;: mettez le `- ` sur sa propre ligne</translation>
    </message>
    <message>
        <source>A list cannot be a key: indent its `- ` under the key that it belongs to, or take out what follows it</source>
        <translation>Une liste ne peut pas être une clé&#xa0;: indentez son `- ` sous la clé dont elle dépend, ou retirez ce qui la suit</translation>
    </message>
    <message>
        <source>All items of a list must start in the same column: line this `-` up with the others</source>
        <translation>Tous les éléments d’une liste doivent commencer dans la même colonne&#xa0;: alignez ce `-` sur les autres</translation>
    </message>
    <message>
        <source>An item of a list must begin with `- `</source>
        <translation>Un élément de liste doit commencer par `- `</translation>
    </message>
    <message>
        <source>The keys of a !!set must not have values</source>
        <translation>Les clés d’un `!!set` ne doivent pas avoir de valeur</translation>
    </message>
    <message>
        <source>Each item of !!pairs or !!omap must be one `key: value`</source>
        <translation>Chaque élément de `!!pairs` ou `!!omap` doit être un seul `clé: valeur`</translation>
    </message>
    <message>
        <source>The keys of an !!omap must differ</source>
        <translation>Les clés d’un `!!omap` doivent être différentes</translation>
    </message>
    <message>
        <source>All keys of a mapping must start in the same column: line this one up with the others</source>
        <translation>Toutes les clés d’une table doivent commencer dans la même colonne&#xa0;: alignez celle-ci sur les autres</translation>
    </message>
    <message>
        <source>A key must be on one line and be followed by `:`: write `key: value`</source>
        <translation>Une clé doit tenir sur une ligne et être suivie de `:`&#xa0;: écrivez `clé: valeur`</translation>
    </message>
    <message>
        <source>A key must be followed by `:` and a value: write `key: value`</source>
        <translation>Une clé doit être suivie de `:` et d’une valeur&#xa0;: écrivez `clé: valeur`</translation>
    </message>
    <message>
        <source>The keys of a mapping must be unique: remove or rename one of the two</source>
        <translation>Les clés d’une table doivent être uniques&#xa0;: supprimez ou renommez l’une des deux</translation>
    </message>
    <message>
        <source>There can be one `key: value` in a line: quote the value if the second colon is part of it</source>
        <translation>Il ne peut y avoir qu’un `clé: valeur` par ligne&#xa0;: mettez la valeur entre guillemets si le second deux-points en fait partie</translation>
    </message>
    <message>
        <source>A key may be 1024 characters long: write `? ` before a longer one</source>
        <translation>Une clé peut avoir 1024 caractères&#xa0;: écrivez `? ` devant une plus longue</translation>
    </message>
    <message>
        <source>A key in a `[…]` list must be on one line</source>
        <translation>Une clé dans une liste `[…]` doit tenir sur une ligne</translation>
    </message>
    <message>
        <source>There is one `%1` too many here</source>
        <translation>Il y a un `%1` de trop ici</translation>
    </message>
    <message>
        <source>A `,` is missing between two values in brackets: write one, or quote the whole value</source>
        <translation>Il manque un `,` entre deux valeurs entre crochets&#xa0;: écrivez-le, ou mettez toute la valeur entre guillemets</translation>
    </message>
    <message>
        <source>A `,` or `:` is missing between two values in brackets: write one, or quote the whole value</source>
        <translation>Il manque un `,` ou un `:` entre deux valeurs entre crochets&#xa0;: écrivez-le, ou mettez toute la valeur entre guillemets</translation>
    </message>
    <message>
        <source>Within brackets there can only be values in brackets: write `[a, b]` or `{key: value}`</source>
        <translation>Entre crochets, il ne peut y avoir que des valeurs entre crochets&#xa0;: écrivez `[a, b]` ou `{clé: valeur}`</translation>
    </message>
    <message>
        <source>A space is missing behind `:`</source>
        <translation>Il manque un espace après `:`</translation>
    </message>
    <message>
        <source>The closing `%1` is missing: write it, or quote the value if the bracket is text</source>
        <translation>Le `%1` fermant manque&#xa0;: écrivez-le, ou mettez la valeur entre guillemets si le crochet est du texte</translation>
    </message>
    <message>
        <source>The closing `%1` is missing, or a line before it is indented too little: write it, or quote the value if the bracket is text</source>
        <translation>Le `%1` fermant manque, ou une ligne avant lui est trop peu indentée&#xa0;: écrivez-le, ou mettez la valeur entre guillemets si le crochet est du texte</translation>
    </message>
    <message>
        <source>The closing &apos; is missing</source>
        <translation>Le &apos; fermant manque</translation>
    </message>
    <message>
        <source>The closing &quot; is missing</source>
        <translation>Le &quot; fermant manque</translation>
    </message>
    <message>
        <source>A comment may not stand between the parts of a mapping here: move it above them</source>
        <translation>Un commentaire ne peut pas se trouver ici entre les parties d’une table&#xa0;: déplacez-le au-dessus</translation>
    </message>
    <message>
        <source>A comment must be separated from what is before it: write a space before `#`</source>
        <translation>Un commentaire doit être séparé de ce qui le précède&#xa0;: écrivez un espace avant `#`</translation>
    </message>
    <message>
        <source>Nothing but a comment may follow a complete value: quote the whole value, or begin a new line</source>
        <translation>Seul un commentaire peut suivre une valeur complète&#xa0;: mettez toute la valeur entre guillemets, ou commencez une nouvelle ligne</translation>
    </message>
    <message>
        <source>Nothing but comments may follow `...`: begin the next document with `---`</source>
        <translation>Seuls des commentaires peuvent suivre `...`&#xa0;: commencez le document suivant par `---`</translation>
    </message>
    <message>
        <source>There is no document that `...` could end: leave it out</source>
        <translation>Il n’y a pas de document que `...` pourrait terminer&#xa0;: enlevez-le</translation>
    </message>
    <message>
        <source>A mapping or list may not begin on the line of `---`: begin it on the next line</source>
        <translation>Une table ou une liste ne peut pas commencer sur la ligne de `---`&#xa0;: commencez-la à la ligne suivante</translation>
    </message>
    <message>
        <source>A `---` line must stand between the directives (%) and the document</source>
        <translation>Une ligne `---` doit séparer les directives (%) du document</translation>
    </message>
    <message>
        <source>This does not belong here: quote the value</source>
        <translation>Ceci n’a pas sa place ici&#xa0;: mettez la valeur entre guillemets</translation>
    </message>
    <message>
        <source>This does not belong here: the text of a block scalar begins on the line after `|` or `&gt;`</source>
        <translation>Ceci n’a pas sa place ici&#xa0;: le texte d’un bloc commence à la ligne après `|` ou `&gt;`</translation>
    </message>
    <message>
        <source>This does not belong here: a bracket is closed that was never opened</source>
        <translation>Ceci n’a pas sa place ici&#xa0;: un crochet est fermé sans avoir été ouvert</translation>
    </message>
    <message>
        <source>This does not belong here</source>
        <translation>Ceci n’a pas sa place ici</translation>
    </message>
    <message>
        <source>`%1` does not belong here: quote the value if it is text</source>
        <translation>`%1` n’a pas sa place ici&#xa0;: mettez la valeur entre guillemets si c’est du texte</translation>
    </message>
    <message>
        <source>Tabs are not allowed as indentation: use spaces</source>
        <translation>Les tabulations ne sont pas permises pour indenter&#xa0;: utilisez des espaces</translation>
    </message>
    <message>
        <source>A plain value cannot start with %1: put the value in quotes</source>
        <translation>Une valeur sans guillemets ne peut pas commencer par %1&#xa0;: mettez-la entre guillemets</translation>
    </message>
    <message>
        <source>There is no such escape in double quotes: write `\\` for a backslash, or use single quotes</source>
        <translation>Il n’y a pas de telle séquence entre guillemets doubles&#xa0;: écrivez `\\` pour une barre oblique inverse, ou utilisez des guillemets simples</translation>
    </message>
    <message>
        <source>This escape is no character: write \x41, \u0041 or \U00000041, with so many digits</source>
        <translation>Cette séquence n’est pas un caractère&#xa0;: écrivez \x41, \u0041 ou \U00000041, avec autant de chiffres</translation>
    </message>
    <message>
        <source>The text of a block scalar begins on the line after `|` or `&gt;`</source>
        <translation>Le texte d’un bloc commence à la ligne après `|` ou `&gt;`</translation>
    </message>
    <message>
        <source>The text of a block scalar must be indented further than its key</source>
        <translation>Le texte d’un bloc doit être plus indenté que sa clé</translation>
    </message>
    <message>
        <source>This line is indented less than the text of its block scalar: indent it as far as the first</source>
        <translation>Cette ligne est moins indentée que le texte de son bloc&#xa0;: indentez-la autant que la première</translation>
    </message>
    <message>
        <source>The empty lines above are indented further than the text: take the spaces out of them, or write the indentation behind `|` or `&gt;`, as in `|2`</source>
        <translation>Les lignes vides au-dessus sont plus indentées que le texte&#xa0;: retirez-en les espaces, ou écrivez l’indentation après `|` ou `&gt;`, comme dans `|2`</translation>
    </message>
    <message>
        <source>Behind `|` or `&gt;` there can be one of `+` and `-` and a digit from 1 to 9: begin the text on the next line</source>
        <translation>Après `|` ou `&gt;`, il peut y avoir l’un de `+` et `-` et un chiffre de 1 à 9&#xa0;: commencez le texte à la ligne suivante</translation>
    </message>
    <message>
        <source>An anchor or a tag must be followed by a space</source>
        <translation>Une ancre ou un tag doit être suivi d’un espace</translation>
    </message>
    <message>
        <source>Anchors and tags must stand behind the `%1`</source>
        <translation>Les ancres et les tags doivent se trouver après le `%1`</translation>
    </message>
    <message>
        <source>An anchor needs a name: write it directly behind `&amp;`, or quote the value</source>
        <translation>Une ancre a besoin d’un nom&#xa0;: écrivez-le juste après `&amp;`, ou mettez la valeur entre guillemets</translation>
    </message>
    <message>
        <source>A value can have one anchor (&amp;): take one out</source>
        <translation>Une valeur ne peut avoir qu’une ancre (&amp;)&#xa0;: retirez-en une</translation>
    </message>
    <message>
        <source>A value can have one tag (!): take one out</source>
        <translation>Une valeur ne peut avoir qu’un tag (!)&#xa0;: retirez-en un</translation>
    </message>
    <message>
        <source>An alias needs a name: write it directly behind `*`, or quote the value</source>
        <translation>Un alias a besoin d’un nom&#xa0;: écrivez-le juste après `*`, ou mettez la valeur entre guillemets</translation>
    </message>
    <message>
        <source>An alias (*) cannot have an anchor or a tag: put them where the anchor (&amp;) is</source>
        <translation>Un alias (*) ne peut avoir ni ancre ni tag&#xa0;: mettez-les là où est l’ancre (&amp;)</translation>
    </message>
    <message>
        <source>There is no anchor `&amp;%1` before this alias: write one, or quote the value</source>
        <translation>Il n’y a pas d’ancre `&amp;%1` avant cet alias&#xa0;: écrivez-la, ou mettez la valeur entre guillemets</translation>
    </message>
    <message>
        <source>An alias cannot stand within what it stands for</source>
        <translation>Un alias ne peut pas se trouver dans ce qu’il représente</translation>
    </message>
    <message>
        <source>What `&lt;&lt;` takes over must be a mapping or a list of mappings</source>
        <translation>Ce que `&lt;&lt;` reprend doit être une table ou une liste de tables</translation>
    </message>
    <message>
        <source>The tag does not fit the value: write a date as 2026-01-31, or leave the tag out</source>
        <translation>Le tag ne convient pas à la valeur&#xa0;: écrivez une date comme 2026-01-31, ou enlevez le tag</translation>
    </message>
    <message>
        <source>This tag means nothing: write `!` alone, or leave it out</source>
        <translation>Ce tag ne veut rien dire&#xa0;: écrivez `!` seul, ou enlevez-le</translation>
    </message>
    <message>
        <source>A tag that begins with `!&lt;` must end with `&gt;`</source>
        <translation>Un tag qui commence par `!&lt;` doit finir par `&gt;`</translation>
    </message>
    <message>
        <source>The tag has no name: write it directly behind `!`, or quote the value</source>
        <translation>Le tag n’a pas de nom&#xa0;: écrivez-le juste après `!`, ou mettez la valeur entre guillemets</translation>
    </message>
    <message>
        <source>The %-escapes in this tag are no UTF-8</source>
        <translation>Les séquences % de ce tag ne sont pas de l’UTF-8</translation>
    </message>
    <message>
        <source>The tag&apos;s prefix is not declared: declare it with %TAG, or leave the tag out</source>
        <translation>Le préfixe du tag n’est pas déclaré&#xa0;: déclarez-le par %TAG, ou enlevez le tag</translation>
    </message>
    <message>
        <source>A %TAG directive needs a handle and a prefix: write `%TAG !e! tag:example.com,2026:`</source>
        <translation>Une directive %TAG a besoin d’un identifiant et d’un préfixe&#xa0;: écrivez-y `!e!`, puis `tag:example.com,2026:`</translation>
    </message>
    <message>
        <source>A %YAML directive needs a version: write `%YAML 1.2`</source>
        <translation>Une directive %YAML a besoin d’une version&#xa0;: écrivez `%YAML 1.2`</translation>
    </message>
    <message>
        <source>This is not a YAML version: write `%YAML 1.2`</source>
        <translation>Ce n’est pas une version de YAML&#xa0;: écrivez `%YAML 1.2`</translation>
    </message>
    <message>
        <source>a tab</source>
        <translation>une tabulation</translation>
    </message>
    <message>
        <source>the closing `}` is missing</source>
        <translation>le `}` fermant manque</translation>
    </message>
    <message>
        <source>the closing `]` is missing</source>
        <translation>le `]` fermant manque</translation>
    </message>
    <message>
        <source>the closing &quot; is missing</source>
        <translation>le &quot; fermant manque</translation>
    </message>
    <message>
        <source>a `:` is missing behind a name</source>
        <translation>il manque un `:` après un nom</translation>
    </message>
    <message>
        <source>a `,` is missing between two values</source>
        <translation>il manque un `,` entre deux valeurs</translation>
    </message>
    <message>
        <source>a name or a value is missing</source>
        <translation>il manque un nom ou une valeur</translation>
    </message>
    <message>
        <source>JSON has no such value</source>
        <translation>JSON n’a pas de telle valeur</translation>
    </message>
    <message>
        <source>JSON has no such number</source>
        <translation>JSON n’a pas de tel nombre</translation>
    </message>
    <message>
        <source>JSON has no such escape</source>
        <translation>JSON n’a pas de telle séquence</translation>
    </message>
    <message>
        <source>the text is not UTF-8</source>
        <translation>le texte n’est pas de l’UTF-8</translation>
    </message>
    <message>
        <source>it is nested too deep</source>
        <translation>c’est trop imbriqué</translation>
    </message>
    <message>
        <source>it is too long</source>
        <translation>c’est trop long</translation>
    </message>
    <message>
        <source>more follows than one value</source>
        <translation>il y a plus d’une valeur</translation>
    </message>
    <message>
        <source>there is no such file (%1)</source>
        <translation>il n’y a pas de tel fichier (%1)</translation>
    </message>
    <message>
        <source>there is no such file; write its path relative to this descriptor</source>
        <translation>il n’y a pas de tel fichier&#x202f;; écrivez son chemin relativement à ce descripteur</translation>
    </message>
    <message>
        <source>it is in another repository; copy the file into this one</source>
        <translation>il est dans un autre dépôt&#x202f;; copiez le fichier dans celui-ci</translation>
    </message>
    <message>
        <source>it is outside of the repository; copy the file into it</source>
        <translation>il est hors du dépôt&#x202f;; copiez-y le fichier</translation>
    </message>
    <message>
        <source>&quot;/&quot; means the root of the repository, and this folder is in none</source>
        <translation>&quot;/&quot; désigne la racine du dépôt, et ce dossier n’est dans aucun</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a URL</source>
        <translation>&quot;%1&quot; n’est pas une URL</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not say where its repository begins</source>
        <translation>&quot;%1&quot; ne dit pas où commence son dépôt</translation>
    </message>
    <message>
        <source>&quot;%1&quot; leads out of its repository</source>
        <translation>&quot;%1&quot; mène hors de son dépôt</translation>
    </message>
    <message>
        <source>it cannot be read: %1</source>
        <translation>il ne peut pas être lu&#xa0;: %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a template&apos;s placeholder; write what it stands for, or keep the file in a folder called &quot;skeleton&quot;, where it is filled in</source>
        <translation>&quot;%1&quot; est un paramètre de modèle&#x202f;; écrivez ce qu’il représente, ou gardez le fichier dans un dossier nommé &quot;skeleton&quot;, où il est rempli</translation>
    </message>
    <message>
        <source>%1 is missing; write &quot;%2&quot; instead of &quot;%3&quot;</source>
        <translation>%1 manque&#x202f;; écrivez &quot;%2&quot; au lieu de &quot;%3&quot;</translation>
    </message>
    <message>
        <source>kind &quot;%1&quot; is not known; write &quot;kind: %2&quot;</source>
        <translation>kind &quot;%1&quot; n’est pas connu&#x202f;; écrivez &quot;kind: %2&quot;</translation>
    </message>
    <message>
        <source>a descriptor is a map, and this is a list; take out the &quot;- &quot; and write &quot;---&quot; between entities</source>
        <translation>un descripteur est une table, et ceci est une liste&#x202f;; retirez le &quot;- &quot; et écrivez &quot;---&quot; entre les entités</translation>
    </message>
    <message>
        <source>this is UTF-16, or no text at all; save the file as UTF-8</source>
        <translation>ceci est de l’UTF-16, ou n’est pas du texte&#x202f;; enregistrez le fichier en UTF-8</translation>
    </message>
    <message>
        <source>Git left its marks of two versions here: keep one, and take out the lines `&lt;&lt;&lt;&lt;&lt;&lt;&lt;`, `=======` and `&gt;&gt;&gt;&gt;&gt;&gt;&gt;`</source>
        <translation>Git a laissé ici ses marques de deux versions&#x202f;: gardez-en une, et retirez les lignes `&lt;&lt;&lt;&lt;&lt;&lt;&lt;`, `=======` et `&gt;&gt;&gt;&gt;&gt;&gt;&gt;`</translation>
    </message>
    <message>
        <source>put a template&apos;s placeholder in quotes: &quot;%1&quot;</source>
        <translation>mettez le paramètre de modèle entre guillemets&#x202f;: &quot;%1&quot;</translation>
    </message>
    <message>
        <source>write &quot;%1&quot; instead</source>
        <translation>écrivez plutôt &quot;%1&quot;</translation>
    </message>
    <message>
        <source>folders are parted by &quot;/&quot; here; write &quot;%1&quot;</source>
        <translation>ici, les dossiers sont séparés par &quot;/&quot;&#x202f;; écrivez &quot;%1&quot;</translation>
    </message>
    <message>
        <source>it is a link that leads out of the repository</source>
        <translation>c’est un lien qui mène hors du dépôt</translation>
    </message>
    <message>
        <source>it is a link that leads out of the folder</source>
        <translation>c’est un lien qui mène hors du dossier</translation>
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
    <name>callboard::items::ReviewsModel</name>
    <message>
        <source>Waiting for my review</source>
        <translation>En attente de ma revue</translation>
    </message>
    <message>
        <source>Mine, to be mended</source>
        <translation>Les miennes, à corriger</translation>
    </message>
    <message>
        <source>Mine, waiting for others</source>
        <translation>Les miennes, en attente d’autres personnes</translation>
    </message>
    <message>
        <source>Stale: nothing for two weeks</source>
        <translation>En sommeil&#xa0;: rien depuis deux semaines</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Les autres</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>réussi</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échoué</translation>
    </message>
    <message>
        <source>errored</source>
        <translation>en erreur</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>en file d’attente</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>annulé</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>ignoré</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>approuvé</translation>
    </message>
    <message>
        <source>changes wanted</source>
        <translation>changements demandés</translation>
    </message>
    <message>
        <source>commented</source>
        <translation>commenté</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Revue</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Contrôles</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>Entité</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Propriétaire</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Âge</translation>
    </message>
    <message>
        <source>conflicts</source>
        <translation>conflits</translation>
    </message>
    <message>
        <source>approved by %1</source>
        <translation>approuvé par %1</translation>
    </message>
    <message>
        <source>Asked %1, last changed %2</source>
        <translation>Demandée %1, dernier changement %2</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), %1</source>
        <translation>
            <numerusform>%n fichier, %1</numerusform>
            <numerusform>%n fichiers, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n commentaire</numerusform>
            <numerusform>%n commentaires</numerusform>
        </translation>
    </message>
    <message>
        <source>Mine, checks fail</source>
        <translation>Les miennes, contrôles en échec</translation>
    </message>
    <message>
        <source>Reviewers</source>
        <translation>Relecteurs</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Auteur</translation>
    </message>
    <message>
        <source>%1, conflicts</source>
        <translation>%1, conflits</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
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
    <message>
        <source>Failed tests, %1 of %2</source>
        <translation>Tests en échec, %1 sur %2</translation>
    </message>
    <message>
        <source>Tests, all %1 passed</source>
        <translation>Tests, tous réussis (%1)</translation>
    </message>
    <message>
        <source>%1 passed, %2 failed, %3 errored, %4 skipped</source>
        <translation>%1 réussis, %2 échoués, %3 en erreur, %4 ignorés</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n en échec</numerusform>
            <numerusform>%n en échec</numerusform>
        </translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Job</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>à partir de %1</translation>
    </message>
    <message>
        <source>on the critical path</source>
        <translation>sur le chemin critique</translation>
    </message>
    <message>
        <source>waited %1</source>
        <translation>attente %1</translation>
    </message>
    <message>
        <source>on the critical path, as far as times tell</source>
        <translation>sur le chemin critique, d’après les heures connues</translation>
    </message>
    <message>
        <source>of an earlier attempt</source>
        <translation>d’une tentative précédente</translation>
    </message>
    <message>
        <source>attempt %1, ran again</source>
        <translation>tentative %1, relancée</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>tentative %1</translation>
    </message>
    <message>
        <source>Coverage, %1</source>
        <translation>Couverture de code, %1</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Couverture de code</translation>
    </message>
</context>
<context>
    <name>callboard::notices::BuildChanges</name>
    <message>
        <source>by %1</source>
        <translation>par %1</translation>
    </message>
    <message>
        <source>the default branch</source>
        <translation>la branche par défaut</translation>
    </message>
    <message>
        <source>%1 fails on %2</source>
        <translation>%1 échoue sur %2</translation>
    </message>
    <message>
        <source>%1 is whole again on %2</source>
        <translation>%1 est rétabli sur %2</translation>
    </message>
    <message>
        <source>%1 waits for an approval</source>
        <translation>%1 attend une approbation</translation>
    </message>
</context>
<context>
    <name>callboard::notices::CatalogChanges</name>
    <message>
        <source>%1 depends on %2 now</source>
        <translation>%1 dépend désormais de %2</translation>
    </message>
    <message>
        <source>%1 consumes %2 now</source>
        <translation>%1 consomme désormais %2</translation>
    </message>
    <message>
        <source>It is owned by %1.</source>
        <translation>Propriétaire&#xa0;: %1.</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>personne</translation>
    </message>
    <message>
        <source>%1 belongs to %2 now</source>
        <translation>%1 appartient désormais à %2</translation>
    </message>
    <message>
        <source>It belonged to %1.</source>
        <translation>Propriétaire précédent&#xa0;: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%1 breaks who uses it, at %n place(s)</source>
        <translation>
            <numerusform>%1 casse ses utilisateurs, à %n endroit</numerusform>
            <numerusform>%1 casse ses utilisateurs, à %n endroits</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing brings %1 any more</source>
        <translation>Plus rien n’apporte %1</translation>
    </message>
    <message>
        <source>Its descriptor is gone from where it was registered; the portal keeps it as an orphan.</source>
        <translation>Son descripteur a disparu de l’endroit où il était enregistré&#x202f;; le portail garde l’entité comme orpheline.</translation>
    </message>
    <message>
        <source>%1 is deprecated now</source>
        <translation>%1 est désormais déprécié</translation>
    </message>
    <message>
        <source>%1 is no longer in the catalog</source>
        <translation>%1 n’est plus dans le catalogue</translation>
    </message>
    <message>
        <source>Something of yours uses it. It belonged to %1.</source>
        <translation>Quelque chose à vous l’utilise. Propriétaire précédent&#xa0;: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n entities are no longer in the catalog</source>
        <translation>
            <numerusform>%n entité n’est plus dans le catalogue</numerusform>
            <numerusform>%n entités ne sont plus dans le catalogue</numerusform>
        </translation>
    </message>
    <message>
        <source>Among them: %1</source>
        <translation>Dont&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>callboard::notices::Inbox</name>
    <message numerus="yes">
        <source>Mark %n as done</source>
        <translation>
            <numerusform>Marquer %n avis comme traité</numerusform>
            <numerusform>Marquer %n avis comme traités</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Bring %n back</source>
        <translation>
            <numerusform>Ramener %n avis</numerusform>
            <numerusform>Ramener %n avis</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put %n aside until it changes</source>
        <translation>
            <numerusform>Mettre %n avis de côté jusqu’à son changement</numerusform>
            <numerusform>Mettre %n avis de côté jusqu’à leur changement</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark %n as read</source>
        <translation>
            <numerusform>Marquer %n avis comme lu</numerusform>
            <numerusform>Marquer %n avis comme lus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark %n as unread</source>
        <translation>
            <numerusform>Marquer %n avis comme non lu</numerusform>
            <numerusform>Marquer %n avis comme non lus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save %n</source>
        <translation>
            <numerusform>Enregistrer %n avis</numerusform>
            <numerusform>Enregistrer %n avis</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No longer save %n</source>
        <translation>
            <numerusform>Ne plus garder %n avis enregistré</numerusform>
            <numerusform>Ne plus garder %n avis enregistrés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put %n aside for later</source>
        <translation>
            <numerusform>Mettre %n avis de côté pour plus tard</numerusform>
            <numerusform>Mettre %n avis de côté pour plus tard</numerusform>
        </translation>
    </message>
    <message>
        <source>Mute %1</source>
        <translation>Mettre %1 en sourdine</translation>
    </message>
    <message>
        <source>No longer mute %1</source>
        <translation>Ne plus mettre %1 en sourdine</translation>
    </message>
</context>
<context>
    <name>callboard::notices::ReviewChanges</name>
    <message>
        <source>%1 asks for your review: %2</source>
        <translation>%1 demande votre revue&#xa0;: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 · +%2 −%3 in %n file(s)</source>
        <translation>
            <numerusform>%1 · +%2 −%3 dans %n fichier</numerusform>
            <numerusform>%1 · +%2 −%3 dans %n fichiers</numerusform>
        </translation>
    </message>
    <message>
        <source>Checks fail: %1</source>
        <translation>Des contrôles échouent&#xa0;: %1</translation>
    </message>
    <message>
        <source>Changes are wanted: %1</source>
        <translation>Des modifications sont demandées&#xa0;: %1</translation>
    </message>
    <message>
        <source>It conflicts: %1</source>
        <translation>Il y a conflit&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>callboard::notices::Situation</name>
    <message>
        <source>%1 fails</source>
        <translation>%1 échoue</translation>
    </message>
    <message>
        <source>%1 fails on %2</source>
        <translation>%1 échoue sur %2</translation>
    </message>
    <message>
        <source>%1 waits for an approval</source>
        <translation>%1 attend une approbation</translation>
    </message>
    <message>
        <source>%1 is being built</source>
        <translation>%1 est en cours de build</translation>
    </message>
    <message>
        <source>Review: %1</source>
        <translation>Revue&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>callboard::sample::BuildOrders</name>
    <message>
        <source>All of it runs again.</source>
        <translation>Tout est relancé.</translation>
    </message>
    <message>
        <source>The jobs that failed run again.</source>
        <translation>Les jobs en échec sont relancés.</translation>
    </message>
    <message>
        <source>The run is cancelled.</source>
        <translation>L’exécution est annulée.</translation>
    </message>
    <message>
        <source>Approved: the deployment goes on.</source>
        <translation>Approuvé&#xa0;: le déploiement continue.</translation>
    </message>
    <message>
        <source>Rejected: nothing is deployed.</source>
        <translation>Rejeté&#xa0;: rien n’est déployé.</translation>
    </message>
    <message>
        <source>The workflow starts.</source>
        <translation>Le workflow démarre.</translation>
    </message>
    <message>
        <source>It has ended.</source>
        <translation>L’exécution est terminée.</translation>
    </message>
    <message>
        <source>It has not ended.</source>
        <translation>L’exécution n’est pas terminée.</translation>
    </message>
    <message>
        <source>Nothing in it has failed.</source>
        <translation>Rien n’y a échoué.</translation>
    </message>
    <message>
        <source>It waits for nobody.</source>
        <translation>Elle n’attend personne.</translation>
    </message>
    <message>
        <source>Started by hand</source>
        <translation>Lancée à la main</translation>
    </message>
    <message>
        <source>Started by hand: %1</source>
        <translation>Lancée à la main&#xa0;: %1</translation>
    </message>
    <message>
        <source>A release begins with a tag.</source>
        <translation>Une publication commence par une étiquette.</translation>
    </message>
</context>
<context>
    <name>callboard::sample::SampleIntegration</name>
    <message>
        <source>%1 repositories of an imaginary ferry company</source>
        <translation>%1 dépôts d’une compagnie de ferries imaginaire</translation>
    </message>
</context>
<context>
    <name>callboard::sync::DocWatch</name>
    <message>
        <source>%1 and more</source>
        <translation>%1 et d’autres</translation>
    </message>
    <message>
        <source>Page without a title</source>
        <translation>Page sans titre</translation>
    </message>
    <message>
        <source>“%1” changed</source>
        <translation>«&#xa0;%1&#xa0;» a changé</translation>
    </message>
    <message>
        <source>“%1” is new</source>
        <translation>«&#xa0;%1&#xa0;» est nouveau</translation>
    </message>
    <message>
        <source>The page “%1” is gone</source>
        <translation>La page «&#xa0;%1&#xa0;» a disparu</translation>
    </message>
    <message>
        <source>You watch this page of %1.</source>
        <translation>Vous surveillez cette page de %1.</translation>
    </message>
    <message>
        <source>You watch the documentation of %1.</source>
        <translation>Vous surveillez la documentation de %1.</translation>
    </message>
    <message>
        <source>The documentation of %1 changed</source>
        <translation>La documentation de %1 a changé</translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <translation>Changé&#xa0;: %1</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>Nouveau&#xa0;: %1</translation>
    </message>
    <message>
        <source>Gone: %1</source>
        <translation>Disparu&#xa0;: %1</translation>
    </message>
    <message>
        <source>“%1” changed since you reported on it</source>
        <translation>«&#xa0;%1&#xa0;» a changé depuis votre signalement</translation>
    </message>
</context>
<context>
    <name>callboard::sync::Refusals</name>
    <message>
        <source>%1 has not let you in since %2.</source>
        <translation>%1 ne vous laisse plus entrer depuis le %2.</translation>
    </message>
    <message>
        <source>What it brought is here still. Sources asks whether to erase or to keep it.</source>
        <translation>Ce qu’il a apporté est encore là. Le volet Sources demande s’il faut l’effacer ou le garder.</translation>
    </message>
</context>
<context>
    <name>callboard::sync::SignedOut</name>
    <message>
        <source>You are signed out of %1 here, but the server could not be told.</source>
        <translation>Vous êtes déconnecté de %1 ici, mais le serveur n’a pas pu être prévenu.</translation>
    </message>
    <message>
        <source>The token is good there until %1.</source>
        <translation>Le jeton y reste valable jusqu’au %1.</translation>
    </message>
    <message>
        <source>The sign-in is good there until you, or the server, end it there.</source>
        <translation>La session y reste valable jusqu’à ce que vous, ou le serveur, y mettiez fin.</translation>
    </message>
</context>
<context>
    <name>callboard::ui::ActionDesk</name>
    <message>
        <source>“%1” was not done.</source>
        <translation>«&#xa0;%1&#xa0;» n’a pas été fait.</translation>
    </message>
    <message>
        <source>“%1” was not done for %2.</source>
        <translation>«&#xa0;%1&#xa0;» n’a pas été fait pour %2.</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1, sur %2</translation>
    </message>
    <message>
        <source>“%1” is kept, and done when %2 can be reached.</source>
        <translation>«&#xa0;%1&#xa0;» est gardé, et sera fait dès que %2 sera joignable.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>“%1” had been kept for %2, and is now refused.</source>
        <translation>«&#xa0;%1&#xa0;» avait été gardé pour %2, et vient d’être refusé.</translation>
    </message>
</context>
<context>
    <name>callboard::ui::ActionDialog</name>
    <message>
        <source>At %1.</source>
        <translation>Sur %1.</translation>
    </message>
    <message>
        <source>%1, at %2.</source>
        <translation>%1, sur %2.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>Entité</translation>
    </message>
    <message>
        <source>In the catalog</source>
        <translation>Au catalogue</translation>
    </message>
    <message>
        <source>Entities</source>
        <translation>Entités</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Show what it would do</source>
        <translation>Voir l’effet</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>Demande à %1…</translation>
    </message>
    <message>
        <source>there already</source>
        <translation>déjà là</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nouvelle</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n de plus</numerusform>
            <numerusform>et %n de plus</numerusform>
        </translation>
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
    <name>callboard::ui::AskedForm</name>
    <message>
        <source>Asking %1 what it needs…</source>
        <translation>Demande à %1 ce qu’il faut…</translation>
    </message>
    <message>
        <source>What it asks for is not known. %1</source>
        <translation>On ne sait pas ce qui est demandé. %1</translation>
    </message>
    <message>
        <source>It asks for nothing more.</source>
        <translation>Rien d’autre n’est demandé.</translation>
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
    <name>callboard::ui::Chart</name>
    <message>
        <source>Nothing to show yet</source>
        <translation>Encore rien à montrer</translation>
    </message>
    <message>
        <source>Not enough to draw yet</source>
        <translation>Pas encore assez pour dessiner</translation>
    </message>
    <message>
        <source>A line needs two moments. The table has what is known.</source>
        <translation>Une courbe demande deux moments. Le tableau donne ce qui est connu.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>series and value</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>%1 (%)</source>
        <comment>head of a column in percent</comment>
        <translation>%1 (%)</translation>
    </message>
    <message>
        <source>%1 (s)</source>
        <comment>head of a column in seconds</comment>
        <translation>%1 (s)</translation>
    </message>
    <message>
        <source>%1 (bytes)</source>
        <translation>%1 (octets)</translation>
    </message>
    <message numerus="yes">
        <source>and %n more, in the table</source>
        <translation>
            <numerusform>et %n de plus, dans le tableau</numerusform>
            <numerusform>et %n de plus, dans le tableau</numerusform>
        </translation>
    </message>
    <message>
        <source>%1bn</source>
        <translation>%1&#xa0;Md</translation>
    </message>
    <message>
        <source>%1m</source>
        <translation>%1&#xa0;M</translation>
    </message>
    <message>
        <source>%1k</source>
        <translation>%1&#xa0;k</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1&#xa0;ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1&#xa0;s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1&#xa0;min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1&#xa0;h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1&#xa0;j</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>a date in a sentence</comment>
        <translation>d MMMM yyyy</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>date below an axis</comment>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>Week of %1</source>
        <translation>Semaine du %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::ChartCard</name>
    <message>
        <source>Show as Table</source>
        <translation>Montrer en tableau</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Autres actions</translation>
    </message>
    <message>
        <source>Show the numbers as a table</source>
        <translation>Montrer les chiffres en tableau</translation>
    </message>
    <message>
        <source>%1, as a table</source>
        <translation>%1, en tableau</translation>
    </message>
    <message>
        <source>More of %1</source>
        <translation>Autres actions pour %1</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>Exporter %1</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Image (*.png)</translation>
    </message>
    <message>
        <source>Drawing (*.svg)</source>
        <translation>Dessin (*.svg)</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Valeurs séparées par des virgules (*.csv)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>%1 n’a pas pu être écrit.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
</context>
<context>
    <name>callboard::ui::ChartTable</name>
    <message>
        <source>%1: nothing known.</source>
        <translation>%1&#xa0;: rien de connu.</translation>
    </message>
    <message>
        <source>%1: lowest %2 (%3), highest %4 (%5), last %6.</source>
        <translation>%1&#xa0;: minimum %2 (%3), maximum %4 (%5), dernier %6.</translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <translation>%1 avec %2</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s), first %1.</source>
        <translation>
            <numerusform>%n ligne, d’abord %1.</numerusform>
            <numerusform>%n lignes, d’abord %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Nothing to show.</source>
        <translation>Rien à montrer.</translation>
    </message>
    <message numerus="yes">
        <source>%n point(s), from %1 to %2.</source>
        <translation>
            <numerusform>%n point, de %1 à %2.</numerusform>
            <numerusform>%n points, de %1 à %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>series and value</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>row and its values</comment>
        <translation>%1&#xa0;: %2</translation>
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
    <name>callboard::ui::ConnectionDialog</name>
    <message>
        <source>Try the connection</source>
        <translation>Essayer la connexion</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Se déconnecter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>Modifier %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>You are signed out.</source>
        <translation>Vous êtes déconnecté.</translation>
    </message>
</context>
<context>
    <name>callboard::ui::ConnectionForm</name>
    <message>
        <source>More options</source>
        <translation>Plus d’options</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>http://host:port, socks5://host:port, or none. Empty: as the system has it.</source>
        <translation>http://host:port, socks5://host:port, ou none. Vide&#xa0;: comme le système.</translation>
    </message>
    <message>
        <source>Further authorities</source>
        <translation>Autres autorités</translation>
    </message>
    <message>
        <source>A PEM file of the authorities that signed the server’s certificate.</source>
        <translation>Un fichier PEM des autorités qui ont signé le certificat du serveur.</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>Certificat client</translation>
    </message>
    <message>
        <source>A PEM file, where the server wants one.</source>
        <translation>Un fichier PEM, si le serveur en demande un.</translation>
    </message>
    <message>
        <source>Its key</source>
        <translation>Sa clé</translation>
    </message>
    <message>
        <source>A PEM file. Empty: it is in the certificate’s.</source>
        <translation>Un fichier PEM. Vide&#xa0;: elle est dans celui du certificat.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>Proxy and certificates</source>
        <translation>Proxy et certificats</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>inchangé</translation>
    </message>
    <message>
        <source>to be typed again: the address is another one</source>
        <translation>à retaper&#xa0;: l’adresse a changé</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>Essai…</translation>
    </message>
    <message>
        <source>You are %1.</source>
        <translation>Vous êtes %1.</translation>
    </message>
    <message>
        <source>Sign in to the proxy…</source>
        <translation>Se connecter au proxy…</translation>
    </message>
    <message>
        <source>Sign in on another device…</source>
        <translation>Se connecter sur un autre appareil…</translation>
    </message>
    <message>
        <source>Sign in in the browser…</source>
        <translation>Se connecter par le navigateur…</translation>
    </message>
    <message>
        <source>Not encrypted: others on the way can read what is sent, a token too.</source>
        <translation>Non chiffré&#xa0;: d’autres sur le trajet peuvent lire ce qui est envoyé, un jeton aussi.</translation>
    </message>
</context>
<context>
    <name>callboard::ui::Desktop</name>
    <message>
        <source>Show &amp;Callboard</source>
        <translation>Afficher &amp;Callboard</translation>
    </message>
    <message>
        <source>Brings the window to the front</source>
        <translation>Mettre la fenêtre au premier plan</translation>
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
        <source>&amp;New workspace…</source>
        <translation>&amp;Nouvel espace de travail…</translation>
    </message>
    <message>
        <source>A further set of sources, in a window of its own</source>
        <translation>Un autre ensemble de sources, dans sa propre fenêtre</translation>
    </message>
    <message>
        <source>&amp;Rename this workspace…</source>
        <translation>&amp;Renommer cet espace…</translation>
    </message>
    <message>
        <source>Gives it another name; Callboard starts again for that</source>
        <translation>Lui donner un autre nom&#x202f;; Callboard redémarre pour cela</translation>
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
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>That link leads nowhere.</source>
        <translation>Ce lien ne mène nulle part.</translation>
    </message>
    <message>
        <source>%1 is not in this catalog.</source>
        <translation>%1 n’est pas dans ce catalogue.</translation>
    </message>
    <message>
        <source>It may be in another workspace, or in a source that was not read yet.</source>
        <translation>L’entité est peut-être dans un autre espace de travail, ou dans une source pas encore lue.</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Fermer la fenêtre</translation>
    </message>
    <message>
        <source>Keep Callboard in the tray?</source>
        <translation>Garder Callboard dans la zone de notification&#x202f;?</translation>
    </message>
    <message>
        <source>It goes on reading its sources there, and its icon brings the window back. You are asked once; the settings have it too.</source>
        <translation>Il continue d’y lire ses sources, et son icône ramène la fenêtre. La question n’est posée qu’une fois&#x202f;; elle est aussi dans les paramètres.</translation>
    </message>
    <message>
        <source>Keep in the tray</source>
        <translation>Garder en arrière-plan</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>The workspace “%1” could not be opened.</source>
        <translation>L’espace de travail «&#xa0;%1&#xa0;» n’a pas pu être ouvert.</translation>
    </message>
    <message>
        <source>There is no workspace “%1” here.</source>
        <translation>Il n’y a pas d’espace de travail «&#xa0;%1&#xa0;» ici.</translation>
    </message>
    <message>
        <source>The link names one that this computer does not have, or that has another name by now.</source>
        <translation>Le lien en nomme un que cet ordinateur n’a pas, ou qui porte désormais un autre nom.</translation>
    </message>
</context>
<context>
    <name>callboard::ui::DiffView</name>
    <message>
        <source>Side by side</source>
        <translation>Côte à côte</translation>
    </message>
    <message>
        <source>Previous change (Shift+F8)</source>
        <translation>Changement précédent (Maj+F8)</translation>
    </message>
    <message>
        <source>Next change (F8)</source>
        <translation>Changement suivant (F8)</translation>
    </message>
    <message>
        <source>Copy as a patch</source>
        <translation>Copier comme patch</translation>
    </message>
    <message>
        <source>What changed, in one text</source>
        <translation>Ce qui a changé, en un seul texte</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Après</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>Avant&#xa0;: %1</translation>
    </message>
    <message>
        <source>After: %1</source>
        <translation>Après&#xa0;: %1</translation>
    </message>
    <message>
        <source>There is no room for two texts beside each other here.</source>
        <translation>La place manque ici pour deux textes côte à côte.</translation>
    </message>
    <message>
        <source>+%1 −%2 lines</source>
        <translation>+%1 −%2 lignes</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>No difference</source>
        <translation>Aucune différence</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n changement</numerusform>
            <numerusform>%n changements</numerusform>
        </translation>
    </message>
    <message>
        <source>Change %1 of %2</source>
        <translation>Changement %1 sur %2</translation>
    </message>
</context>
<context>
    <name>callboard::ui::DocumentView</name>
    <message>
        <source>Copy this code</source>
        <translation>Copier ce code</translation>
    </message>
    <message>
        <source>A picture on the network; press to open it:
%1</source>
        <translation>Une image sur le réseau&#x202f;; appuyez pour l’ouvrir&#xa0;:
%1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Open beside</source>
        <translation>Ouvrir à côté</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Copier l’adresse</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Tout sélectionner</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>Trouver…</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>%1, shown as its source</source>
        <translation>%1, montré par sa source</translation>
    </message>
    <message>
        <source>Show the drawing large</source>
        <translation>Montrer le dessin en grand</translation>
    </message>
    <message>
        <source>Show drawing</source>
        <translation>Montrer le dessin</translation>
    </message>
    <message>
        <source>Show source</source>
        <translation>Montrer la source</translation>
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
    <name>callboard::ui::FieldEditors</name>
    <message>
        <source>No file chosen</source>
        <translation>Aucun fichier choisi</translation>
    </message>
    <message>
        <source>No folder chosen yet</source>
        <translation>Aucun dossier choisi</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>Choisir&#xa0;: %1</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>Afficher la saisie</translation>
    </message>
</context>
<context>
    <name>callboard::ui::FieldWords</name>
    <message>
        <source>This is needed.</source>
        <translation>Ce champ est obligatoire.</translation>
    </message>
    <message>
        <source>This is not an address. One looks like https://portal.example.org.</source>
        <translation>Ce n’est pas une adresse. Par exemple&#xa0;: https://portal.example.org.</translation>
    </message>
    <message>
        <source>The address must begin with https:// or http://.</source>
        <translation>L’adresse doit commencer par https:// ou http://.</translation>
    </message>
    <message>
        <source>Leave name and password out: they would be written down with it.</source>
        <translation>Laissez de côté nom et mot de passe&#xa0;: ils seraient notés avec elle.</translation>
    </message>
    <message>
        <source>This is not a number.</source>
        <translation>Ce n’est pas un nombre.</translation>
    </message>
    <message>
        <source>From %1 to %2.</source>
        <translation>De %1 à %2.</translation>
    </message>
    <message>
        <source>Choose one of the list.</source>
        <translation>Choisissez dans la liste.</translation>
    </message>
    <message>
        <source>This cannot be read.</source>
        <translation>Ceci ne peut pas être lu.</translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation>Ce dossier n’existe pas.</translation>
    </message>
    <message>
        <source>There is no such file, or it cannot be read.</source>
        <translation>Ce fichier n’existe pas ou ne peut pas être lu.</translation>
    </message>
    <message>
        <source>This file is not PEM: it has no line with BEGIN.</source>
        <translation>Ce fichier n’est pas du PEM&#xa0;: il n’a pas de ligne BEGIN.</translation>
    </message>
    <message>
        <source>A proxy looks like http://host:port or socks5://host:port; “none” goes without one.</source>
        <translation>Un proxy s’écrit http://host:port ou socks5://host:port&#x202f;; «&#xa0;none&#xa0;» s’en passe.</translation>
    </message>
    <message>
        <source>Kept in the keychain.</source>
        <translation>Gardé dans le trousseau.</translation>
    </message>
    <message>
        <source>Kept in the keychain once it is unlocked; until then, until you quit.</source>
        <translation>Gardé dans le trousseau dès qu’il sera déverrouillé&#x202f;; d’ici là, jusqu’à la fermeture.</translation>
    </message>
    <message>
        <source>Kept until you quit: the keychain refuses.</source>
        <translation>Gardé jusqu’à la fermeture&#xa0;: le trousseau refuse.</translation>
    </message>
    <message>
        <source>Kept until you quit: there is no keychain here.</source>
        <translation>Gardé jusqu’à la fermeture&#xa0;: il n’y a pas de trousseau ici.</translation>
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
    <message>
        <source>Nothing leaves this machine except the requests to the host you name. Tokens go to the system keychain. Closing this window does not stop the reading.</source>
        <translation>Rien ne quitte cette machine, sauf les requêtes à l’hôte que vous nommez. Les jetons vont dans le trousseau du système. Fermer cette fenêtre n’arrête pas la lecture.</translation>
    </message>
    <message>
        <source>Backstage, or any portal built on it. Sign in as a guest, with a token, or in your browser.</source>
        <translation>Backstage, ou tout portail bâti dessus. Connexion en invité, avec un jeton ou par le navigateur.</translation>
    </message>
    <message>
        <source>needs: its address. Takes about a minute.</source>
        <translation>il faut&#xa0;: son adresse. Environ une minute.</translation>
    </message>
    <message>
        <source>Sign in later</source>
        <translation>Se connecter plus tard</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>A Git host or CI server</source>
        <translation>Un hébergement Git ou un serveur de CI</translation>
    </message>
    <message>
        <source>Builds, reviews and what waits for you there, of the entities in your catalog.</source>
        <translation>Builds, relectures et ce qui vous y attend, pour les entités de votre catalogue.</translation>
    </message>
    <message>
        <source>needs: a token that may read.</source>
        <translation>nécessite&#xa0;: un jeton autorisé à lire.</translation>
    </message>
    <message>
        <source>Kind of host</source>
        <translation>Type d’hébergement</translation>
    </message>
</context>
<context>
    <name>callboard::ui::FlowBuilder</name>
    <message>
        <source>%1 diagram, shown as its source</source>
        <translation>diagramme %1, montré par sa source</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
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
    <message>
        <source>Workspace %1: another one, a new one</source>
        <translation>Espace de travail %1&#xa0;: en changer, en créer un</translation>
    </message>
    <message>
        <source>Workspace %1</source>
        <translation>Espace de travail %1</translation>
    </message>
</context>
<context>
    <name>callboard::ui::ListCommands</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>Puts the rows that are selected on the clipboard.</source>
        <translation>Copie les lignes sélectionnées dans le presse-papiers.</translation>
    </message>
    <message>
        <source>&amp;Export what is shown…</source>
        <translation>&amp;Exporter ce qui est affiché…</translation>
    </message>
    <message>
        <source>Writes the list to a file, as it is filtered and sorted.</source>
        <translation>Écrit la liste dans un fichier, telle qu’elle est filtrée et triée.</translation>
    </message>
    <message>
        <source>Open the row in the &amp;browser</source>
        <translation>Ouvrir la ligne dans le &amp;navigateur</translation>
    </message>
    <message>
        <source>Opens the page of the row at its host.</source>
        <translation>Ouvre la page de la ligne chez son hôte.</translation>
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
        <source>Relatio&amp;ns of the focus</source>
        <translation>Relatio&amp;ns du focus</translation>
    </message>
    <message>
        <source>Colours of the window</source>
        <translation>Couleurs de la fenêtre</translation>
    </message>
    <message>
        <source>&amp;Map of the focus</source>
        <translation>&amp;Carte du focus</translation>
    </message>
    <message>
        <source>Draws what the entity in focus is related to</source>
        <translation>Dessine ce à quoi l’entité au focus est reliée</translation>
    </message>
    <message>
        <source>Add a portal, a folder of clones or the sample, and its catalog appears here.</source>
        <translation>Ajoutez un portail, un dossier de clones ou l’exemple, et son catalogue apparaît ici.</translation>
    </message>
    <message>
        <source>&amp;Builds of the focus</source>
        <translation>&amp;Builds du focus</translation>
    </message>
    <message>
        <source>Shows how the builds of what is in focus stand</source>
        <translation>Montre l’état des builds de ce qui est au focus</translation>
    </message>
    <message>
        <source>Connects a portal, a Git host, a folder of clones or the sample.</source>
        <translation>Connecte un portail, un hôte Git, un dossier de clones ou l’exemple.</translation>
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
    <name>callboard::ui::NoticePopups</name>
    <message numerus="yes">
        <source>%n notice(s)</source>
        <translation>
            <numerusform>%n avis</numerusform>
            <numerusform>%n avis</numerusform>
        </translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>et %1 de plus</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Open the inbox</source>
        <translation>Ouvrir la boîte de réception</translation>
    </message>
    <message>
        <source>In an hour</source>
        <translation>Dans une heure</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Relancer</translation>
    </message>
</context>
<context>
    <name>callboard::ui::NoticeRulesForm</name>
    <message>
        <source>mine</source>
        <translation>à moi</translation>
    </message>
    <message>
        <source>mine or starred</source>
        <translation>à moi ou en favori</translation>
    </message>
    <message>
        <source>anyone’s</source>
        <translation>à n’importe qui</translation>
    </message>
    <message>
        <source>at least normal</source>
        <translation>dès normale</translation>
    </message>
    <message>
        <source>at least high</source>
        <translation>dès haute</translation>
    </message>
    <message>
        <source>only critical</source>
        <translation>critique</translation>
    </message>
    <message>
        <source>any urgency</source>
        <translation>toutes</translation>
    </message>
    <message>
        <source>Add a rule</source>
        <translation>Ajouter une règle</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>À qui</translation>
    </message>
    <message>
        <source>How urgent</source>
        <translation>Urgence</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Compter</translation>
    </message>
    <message>
        <source>Pop up</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Son</translation>
    </message>
    <message>
        <source>Without a rule nothing is counted and nothing pops up; all of it is in the inbox.</source>
        <translation>Sans règle, rien n’est compté et rien ne s’affiche&#x202f;; tout est dans la boîte de réception.</translation>
    </message>
    <message>
        <source>When, rule %1</source>
        <translation>Quand, règle %1</translation>
    </message>
    <message>
        <source>Whose, rule %1</source>
        <translation>À qui, règle %1</translation>
    </message>
    <message>
        <source>How urgent, rule %1</source>
        <translation>Urgence, règle %1</translation>
    </message>
    <message>
        <source>Count it, rule %1</source>
        <translation>Compter, règle %1</translation>
    </message>
    <message>
        <source>Pop up on the desktop, rule %1</source>
        <translation>Afficher sur le bureau, règle %1</translation>
    </message>
    <message>
        <source>With a sound, rule %1</source>
        <translation>Avec un son, règle %1</translation>
    </message>
    <message>
        <source>Earlier, rule %1</source>
        <translation>Plus tôt, règle %1</translation>
    </message>
    <message>
        <source>Later, rule %1</source>
        <translation>Plus tard, règle %1</translation>
    </message>
    <message>
        <source>Take rule %1 away</source>
        <translation>Retirer la règle %1</translation>
    </message>
    <message>
        <source>Quiet hours: nothing pops up, and what came is told in one afterwards</source>
        <translation>Heures calmes&#xa0;: rien ne s’affiche, et ce qui est arrivé est annoncé en une fois ensuite</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Calme à partir de</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Calme jusqu’à</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>to</source>
        <translation>à</translation>
    </message>
    <message>
        <source>Quiet hours begin on %1</source>
        <translation>Début des heures calmes&#xa0;: %1</translation>
    </message>
    <message>
        <source>All of Saturday and Sunday as well</source>
        <translation>Tout le samedi et le dimanche aussi</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Avis</translation>
    </message>
    <message>
        <source>Everything is in the inbox. These rules say what is counted beside, and what pops up on the desktop; the first that fits decides. A desktop that shall not disturb you keeps that promise.</source>
        <translation>Tout est dans la boîte de réception. Ces règles disent ce qui est compté à côté, et ce qui s’affiche sur le bureau&#x202f;; la première qui convient décide. Un bureau réglé pour ne pas déranger tient cette promesse.</translation>
    </message>
    <message>
        <source>Restore the calm rules</source>
        <translation>Rétablir les règles calmes</translation>
    </message>
</context>
<context>
    <name>callboard::ui::OfflineNotice</name>
    <message>
        <source>%1: this waits for the network.</source>
        <translation>%1&#xa0;: ceci attend le réseau.</translation>
    </message>
    <message>
        <source>What was read before stays here.</source>
        <translation>Ce qui a déjà été lu reste ici.</translation>
    </message>
    <message>
        <source>It begins by itself when the network is back.</source>
        <translation>Cela commence tout seul au retour du réseau.</translation>
    </message>
    <message>
        <source>Go online</source>
        <translation>Repasser en ligne</translation>
    </message>
    <message>
        <source>Try all the same</source>
        <translation>Essayer quand même</translation>
    </message>
</context>
<context>
    <name>callboard::ui::Outward</name>
    <message>
        <source>Only addresses of the web and of mail are opened from here.</source>
        <translation>Seules les adresses web et e-mail sont ouvertes d’ici.</translation>
    </message>
    <message>
        <source>No mail program could be opened.</source>
        <translation>Aucun logiciel de messagerie n’a pu être ouvert.</translation>
    </message>
    <message>
        <source>No browser could be opened.</source>
        <translation>Aucun navigateur n’a pu être ouvert.</translation>
    </message>
    <message>
        <source>The file is not on this machine.</source>
        <translation>Le fichier n’est pas sur cette machine.</translation>
    </message>
    <message>
        <source>The editor “%1” could not be started.</source>
        <translation>L’éditeur «&#xa0;%1&#xa0;» n’a pas pu être lancé.</translation>
    </message>
    <message>
        <source>No editor could be opened. One can be named in the settings.</source>
        <translation>Aucun éditeur n’a pu être ouvert. Vous pouvez en indiquer un dans les réglages.</translation>
    </message>
    <message>
        <source>No file manager could be opened.</source>
        <translation>Aucun gestionnaire de fichiers n’a pu être ouvert.</translation>
    </message>
    <message>
        <source>No terminal could be opened.</source>
        <translation>Aucun terminal n’a pu être ouvert.</translation>
    </message>
    <message>
        <source>It has no page on the web.</source>
        <translation>Il n’a pas de page sur le web.</translation>
    </message>
</context>
<context>
    <name>callboard::ui::OutwardNotice</name>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
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
    <message>
        <source>docs</source>
        <translation>docs</translation>
    </message>
    <message>
        <source>in APIs</source>
        <translation>dans les API</translation>
    </message>
    <message>
        <source>in the text</source>
        <translation>dans le texte</translation>
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
    <message>
        <source>Site</source>
        <translation>Site</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>Fewer letters find more. With &gt; in front, commands are searched; with @, people; with “d ”, documents; with “a ”, what is in APIs; with “t ”, all text of entities.</source>
        <translation>Moins de lettres en trouvent plus. Avec &gt; devant, on cherche les commandes&#x202f;; avec @, les personnes&#x202f;; avec «&#xa0;d&#xa0;» et une espace, les documents&#x202f;; avec «&#xa0;a&#xa0;» et une espace, le contenu des API&#x202f;; avec «&#xa0;t&#xa0;» et une espace, tout le texte des entités.</translation>
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
    <name>callboard::ui::ProxyLoginDialog</name>
    <message>
        <source>Sign in to the proxy</source>
        <translation>Se connecter au proxy</translation>
    </message>
    <message>
        <source>%1 asks for a user and a password. Every source that goes through it uses them.</source>
        <translation>%1 demande un utilisateur et un mot de passe. Toutes les sources qui passent par lui s’en servent.</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Utilisateur</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>The keychain did not keep it. It counts until you quit.</source>
        <translation>Le trousseau ne l’a pas gardé. Cela vaut jusqu’à ce que vous quittiez.</translation>
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
    <message>
        <source>%1, at least %2</source>
        <translation>%1, au moins %2</translation>
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
    <message>
        <source>The keychain is locked, or refuses.</source>
        <translation>Le trousseau est verrouillé, ou refuse.</translation>
    </message>
    <message>
        <source>Unlock it; what waits for it is pulled then.</source>
        <translation>Déverrouillez-le&#x202f;; ce qui l’attend est alors lu.</translation>
    </message>
    <message>
        <source>The proxy %1 asks for a user and a password.</source>
        <translation>Le proxy %1 demande un utilisateur et un mot de passe.</translation>
    </message>
    <message>
        <source>Give them once, and they are kept in the keychain. If you gave them already, it did not take them.</source>
        <translation>Donnez-les une fois, ils sont gardés dans le trousseau. Si vous les aviez déjà donnés, il ne les a pas acceptés.</translation>
    </message>
    <message>
        <source>Its secret is not here (any more).</source>
        <translation>Son secret n’est pas (ou plus) ici.</translation>
    </message>
    <message>
        <source>Sign in again. Without a keychain that lasts until you quit.</source>
        <translation>Reconnectez-vous. Sans trousseau, cela dure jusqu’à ce que vous quittiez.</translation>
    </message>
    <message>
        <source>The sign-in was declined.</source>
        <translation>La connexion a été refusée.</translation>
    </message>
    <message>
        <source>Whoever was asked said no, or may not use this program there.</source>
        <translation>La personne interrogée a dit non, ou n’a pas le droit d’utiliser ce programme là-bas.</translation>
    </message>
    <message>
        <source>The code has expired.</source>
        <translation>Le code a expiré.</translation>
    </message>
    <message>
        <source>Nobody signed in with it in time: try again for a new one.</source>
        <translation>Personne ne s’est connecté avec à temps&#xa0;: réessayez pour en obtenir un nouveau.</translation>
    </message>
    <message>
        <source>Nobody signed in in time.</source>
        <translation>Personne ne s’est connecté à temps.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Réessayez.</translation>
    </message>
    <message>
        <source>Git was not let in: unlock the SSH key, or sign in with git once on the command line.</source>
        <translation>Git n’a pas été admis&#xa0;: déverrouillez la clé SSH, ou connectez-vous une fois avec git en ligne de commande.</translation>
    </message>
    <message>
        <source>The host could not be reached.</source>
        <translation>L’hôte n’a pas pu être joint.</translation>
    </message>
    <message>
        <source>The repository or the branch is not there any more.</source>
        <translation>Le dépôt ou la branche n’existe plus.</translation>
    </message>
    <message>
        <source>It took too long.</source>
        <translation>Cela a pris trop de temps.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 did not accept the sign-in</source>
        <translation>%1 n’a pas accepté la connexion</translation>
    </message>
    <message>
        <source>Try again. If it goes on so, ask its owner to let this program sign in.</source>
        <translation>Réessayez. Si cela continue, demandez à son responsable d’autoriser ce programme à se connecter.</translation>
    </message>
    <message>
        <source>Check its address and the network, then try again.</source>
        <translation>Vérifiez son adresse et le réseau, puis réessayez.</translation>
    </message>
    <message>
        <source>%1 has no sign-in at its address</source>
        <translation>%1 n’a pas de connexion à son adresse</translation>
    </message>
    <message>
        <source>Check its address.</source>
        <translation>Vérifiez son adresse.</translation>
    </message>
    <message>
        <source>Wait a while, then try again.</source>
        <translation>Attendez un peu, puis réessayez.</translation>
    </message>
    <message>
        <source>Try again. If it goes on so, this may tell its owner why: %1</source>
        <translation>Réessayez. Si cela continue, ceci peut en dire la raison à son responsable&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1 refuses the sign-in</source>
        <translation>%1 refuse la connexion</translation>
    </message>
    <message>
        <source>Ask its owner to let this program sign in.</source>
        <translation>Demandez à son responsable d’autoriser ce programme à se connecter.</translation>
    </message>
    <message>
        <source>Not signed in there (any more).</source>
        <translation>Pas (ou plus) connecté là-bas.</translation>
    </message>
    <message>
        <source>Sign in again, or give it a token that holds.</source>
        <translation>Reconnectez-vous, ou donnez un jeton valable.</translation>
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
    <message>
        <source>Tray and start</source>
        <translation>Arrière-plan</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Avis</translation>
    </message>
    <message>
        <source>What was noted of your use of its entities is erased too. The source itself is not touched. Adding it again reads it anew.</source>
        <translation>Ce qui a été noté de votre usage de ses entités est effacé aussi. La source elle-même n’est pas touchée. L’ajouter de nouveau la relit entièrement.</translation>
    </message>
    <message>
        <source>the first that is known here, else what the desktop opens such files with</source>
        <translation>le premier connu ici, sinon ce avec quoi le bureau ouvre ces fichiers</translation>
    </message>
    <message>
        <source>Days of &amp;refusal after which to ask about erasing what a source brought</source>
        <translation>Jours de &amp;refus avant de proposer d’effacer ce qu’une source a apporté</translation>
    </message>
</context>
<context>
    <name>callboard::ui::SettingsPages</name>
    <message>
        <source>Start in the tray when I log in</source>
        <translation>Démarrer en zone de notification à l’ouverture de session</translation>
    </message>
    <message>
        <source>Tray and start</source>
        <translation>Arrière-plan</translation>
    </message>
    <message>
        <source>The icon says by its shape whether a source fails, cannot be reached, or is being read for long.</source>
        <translation>La forme de l’icône indique si une source échoue, est injoignable ou est longue à lire.</translation>
    </message>
    <message>
        <source>This desktop shows no tray, so closing the window ends Callboard. On GNOME an extension brings a tray.</source>
        <translation>Ce bureau n’a pas de zone de notification&#xa0;: fermer la fenêtre quitte Callboard. Sous GNOME, une extension en apporte une.</translation>
    </message>
    <message>
        <source>Show an icon in the tray</source>
        <translation>Afficher une icône dans la zone de notification</translation>
    </message>
    <message>
        <source>Asks what to do</source>
        <translation>Demande que faire</translation>
    </message>
    <message>
        <source>Keeps Callboard in the tray</source>
        <translation>Garde Callboard en arrière-plan</translation>
    </message>
    <message>
        <source>Quits</source>
        <translation>Quitte</translation>
    </message>
    <message>
        <source>&amp;Closing the window</source>
        <translation>Fer&amp;mer la fenêtre</translation>
    </message>
    <message>
        <source>As the system’s colours</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>A light panel</source>
        <translation>Une barre claire</translation>
    </message>
    <message>
        <source>A dark panel</source>
        <translation>Une barre sombre</translation>
    </message>
    <message>
        <source>The icon stands on</source>
        <translation>L’icône est sur</translation>
    </message>
    <message>
        <source>For this workspace. Hidden, it takes little memory: the window is made when it is first opened.</source>
        <translation>Pour cet espace de travail. Caché, il prend peu de mémoire&#xa0;: la fenêtre est créée à sa première ouverture.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>Work offline</source>
        <translation>Travailler hors ligne</translation>
    </message>
    <message>
        <source>Nothing goes over the network, and nothing is missing of what was read before. Folders on this machine are read all the same.</source>
        <translation>Rien ne passe par le réseau, et rien ne manque de ce qui a déjà été lu. Les dossiers de cette machine sont lus quand même.</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>Comme d’habitude</translation>
    </message>
    <message>
        <source>Rarely, at a sixth of the pace</source>
        <translation>Rarement, six fois moins souvent</translation>
    </message>
    <message>
        <source>Only when I ask</source>
        <translation>Seulement à ma demande</translation>
    </message>
    <message>
        <source>On a &amp;metered network, read</source>
        <translation>Sur un réseau &amp;limité, lire</translation>
    </message>
    <message>
        <source>When &amp;power is saved, read</source>
        <translation>En é&amp;conomie d’énergie, lire</translation>
    </message>
    <message>
        <source>What you ask for by hand is always read. Before the machine sleeps reading stops, and it goes on when it wakes up.</source>
        <translation>Ce que vous demandez à la main est toujours lu. La lecture s’arrête avant la mise en veille et reprend au réveil.</translation>
    </message>
    <message>
        <source>metered network</source>
        <translation>réseau limité</translation>
    </message>
    <message>
        <source>power is being saved</source>
        <translation>économie d’énergie</translation>
    </message>
</context>
<context>
    <name>callboard::ui::ShortcutEditor</name>
    <message>
        <source>Use these keys</source>
        <translation>Utiliser ces touches</translation>
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
    <message>
        <source>Restore the default</source>
        <translation>Rétablir l’origine</translation>
    </message>
</context>
<context>
    <name>callboard::ui::SignInChoice</name>
    <message>
        <source>Find out how to sign in</source>
        <translation>Chercher comment se connecter</translation>
    </message>
    <message>
        <source>Asks the server which ways it offers.</source>
        <translation>Demande au serveur les moyens qu’il propose.</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Demande au serveur…</translation>
    </message>
    <message>
        <source>Nobody needs to sign in here.</source>
        <translation>Ici, personne n’a besoin de se connecter.</translation>
    </message>
    <message numerus="yes">
        <source>%n way(s) to sign in were found.</source>
        <translation>
            <numerusform>%n moyen de se connecter trouvé.</numerusform>
            <numerusform>%n moyens de se connecter trouvés.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign in on another device</source>
        <translation>Se connecter sur un autre appareil</translation>
    </message>
    <message>
        <source>Shows an address and a code for a browser on any machine.</source>
        <translation>Affiche une adresse et un code pour un navigateur sur n’importe quelle machine.</translation>
    </message>
</context>
<context>
    <name>callboard::ui::SignInPanel</name>
    <message>
        <source>Copy the code</source>
        <translation>Copier le code</translation>
    </message>
    <message>
        <source>Sign in in the browser…</source>
        <translation>Se connecter par le navigateur…</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Copier l’adresse</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Code to type in the browser</source>
        <translation>Code à taper dans le navigateur</translation>
    </message>
    <message>
        <source>Sign in to %1</source>
        <translation>Se connecter à %1</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Demande au serveur…</translation>
    </message>
    <message>
        <source>Open the browser again</source>
        <translation>Rouvrir le navigateur</translation>
    </message>
    <message>
        <source>Finish in the browser that was opened. This window goes on by itself.</source>
        <translation>Terminez dans le navigateur ouvert. Cette fenêtre continue toute seule.</translation>
    </message>
    <message>
        <source>No browser could be opened. Copy the address and open it yourself; this window goes on by itself.</source>
        <translation>Aucun navigateur n’a pu être ouvert. Copiez l’adresse et ouvrez-la vous-même&#x202f;; cette fenêtre continue toute seule.</translation>
    </message>
    <message>
        <source>Sign in again…</source>
        <translation>Se reconnecter…</translation>
    </message>
    <message>
        <source>Try again…</source>
        <translation>Réessayer…</translation>
    </message>
    <message>
        <source>You are signed in.</source>
        <translation>Vous êtes connecté.</translation>
    </message>
    <message>
        <source>Address to open in a browser</source>
        <translation>Adresse à ouvrir dans un navigateur</translation>
    </message>
    <message>
        <source>Open it on this machine</source>
        <translation>L’ouvrir sur cette machine</translation>
    </message>
    <message>
        <source>The server asks for patience: after you have typed the code it may take some seconds longer.</source>
        <translation>Le serveur demande de la patience&#xa0;: une fois le code tapé, cela peut prendre quelques secondes de plus.</translation>
    </message>
    <message>
        <source>Open this address in any browser, on any machine, and type the code there. This window goes on by itself.</source>
        <translation>Ouvrez cette adresse dans n’importe quel navigateur, sur n’importe quelle machine, et tapez-y le code. Cette fenêtre continue toute seule.</translation>
    </message>
    <message>
        <source>Other ways to sign in there: %1.</source>
        <translation>Autres façons de s’y connecter&#xa0;: %1.</translation>
    </message>
</context>
<context>
    <name>callboard::ui::Standing</name>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>all data %1</source>
        <translation>toutes données, %1</translation>
    </message>
    <message>
        <source>nothing was read yet</source>
        <translation>rien n’a encore été lu</translation>
    </message>
    <message>
        <source>Working offline</source>
        <translation>Travail hors ligne</translation>
    </message>
    <message>
        <source>The network wants a sign-in on its own page first</source>
        <translation>Le réseau demande d’abord une connexion sur sa propre page</translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <translation>Hors ligne depuis %1</translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) cannot be reached</source>
        <translation>
            <numerusform>%n source injoignable</numerusform>
            <numerusform>%n sources injoignables</numerusform>
        </translation>
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
        <source>paused</source>
        <translation>en pause</translation>
    </message>
</context>
<context>
    <name>callboard::ui::StatusLine</name>
    <message>
        <source>Press to stop reading</source>
        <translation>Appuyez pour arrêter la lecture</translation>
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
    <message numerus="yes">
        <source>%n change(s) to send</source>
        <translation>
            <numerusform>%n changement à envoyer</numerusform>
            <numerusform>%n changements à envoyer</numerusform>
        </translation>
    </message>
    <message>
        <source>Kept, and sent when the portal can be reached. Press to see them.</source>
        <translation>Gardés, et envoyés dès que le portail sera joignable. Appuyez pour les voir.</translation>
    </message>
    <message>
        <source>&amp;Try now</source>
        <translation>&amp;Essayer maintenant</translation>
    </message>
    <message>
        <source>Give up: %1, %2</source>
        <translation>Abandonner&#xa0;: %1, %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n de plus</numerusform>
            <numerusform>et %n de plus</numerusform>
        </translation>
    </message>
    <message>
        <source>What somebody else made waits until they sign in again.</source>
        <translation>Ce que quelqu’un d’autre a fait attend que cette personne se reconnecte.</translation>
    </message>
    <message>
        <source>Give up: %1, %2 (of %3)</source>
        <translation>Abandonner&#xa0;: %1, %2 (de %3)</translation>
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
    <name>callboard::ui::SyncCommands</name>
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
        <source>&amp;Pause all sources</source>
        <translation>Mettre tout &amp;en pause</translation>
    </message>
    <message>
        <source>Nothing is read by itself until this is taken back; by hand it can be</source>
        <translation>Rien n’est lu tout seul tant que ceci n’est pas levé&#x202f;; à la main, c’est possible</translation>
    </message>
    <message>
        <source>&amp;Work offline</source>
        <translation>&amp;Travailler hors ligne</translation>
    </message>
    <message>
        <source>Nothing goes over the network until this is taken back</source>
        <translation>Rien ne passe par le réseau tant que ceci n’est pas levé</translation>
    </message>
    <message>
        <source>Unlock the &amp;keychain…</source>
        <translation>&amp;Déverrouiller le trousseau…</translation>
    </message>
    <message>
        <source>Have the desktop ask for the keychain&apos;s password; sources that wait for it are read then</source>
        <translation>Faire demander par le bureau le mot de passe du trousseau&#x202f;; les sources qui l’attendent sont alors lues</translation>
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
    <name>callboard::ui::Tray</name>
    <message>
        <source>Callboard, %1</source>
        <translation>Callboard, %1</translation>
    </message>
    <message numerus="yes">
        <source>%n build(s) fail</source>
        <translation>
            <numerusform>%n build échoue</numerusform>
            <numerusform>%n builds échouent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n approval(s) needed</source>
        <translation>
            <numerusform>%n approbation nécessaire</numerusform>
            <numerusform>%n approbations nécessaires</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review(s) wait for you</source>
        <translation>
            <numerusform>%n revue vous attend</numerusform>
            <numerusform>%n revues vous attendent</numerusform>
        </translation>
    </message>
    <message>
        <source>Quiet for an hour</source>
        <translation>Calme pendant une heure</translation>
    </message>
    <message numerus="yes">
        <source>%n build(s) run</source>
        <translation>
            <numerusform>%n build en cours</numerusform>
            <numerusform>%n builds en cours</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the sources</source>
        <translation>Lecture des sources</translation>
    </message>
</context>
<context>
    <name>callboard::ui::WorkspaceMenu</name>
    <message>
        <source>Workspaces</source>
        <translation>Espaces de travail</translation>
    </message>
    <message>
        <source>Name of the workspace:</source>
        <translation>Nom de l’espace de travail&#xa0;:</translation>
    </message>
    <message>
        <source>There is a workspace “%1” already.</source>
        <translation>Il y a déjà un espace de travail «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of a workspace.</source>
        <translation>«&#xa0;%1&#xa0;» ne peut pas être le nom d’un espace de travail.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>A name has at most 60 characters, and none of / \ : * ? &quot; &lt; &gt; |.</source>
        <translation>Un nom a au plus 60 caractères, et aucun de /&#xa0;\&#xa0;:&#xa0;*&#xa0;?&#xa0;&quot; &lt; &gt; |.</translation>
    </message>
    <message>
        <source>New workspace</source>
        <translation>Nouvel espace de travail</translation>
    </message>
    <message>
        <source>Rename the workspace</source>
        <translation>Renommer l’espace de travail</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::ApiChanges</name>
    <message>
        <source>Since</source>
        <translation>Depuis</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Comparer avec</translation>
    </message>
    <message>
        <source>Changes in the definition</source>
        <translation>Changements de la définition</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Ce qui a changé</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Comment</translation>
    </message>
    <message>
        <source>This is the only version that was seen here. The next one is compared with it.</source>
        <translation>C’est la seule version vue ici. La prochaine lui sera comparée.</translation>
    </message>
    <message>
        <source>%1, breaking</source>
        <translation>%1, rupture</translation>
    </message>
    <message>
        <source>breaking</source>
        <translation>rupture</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::ApiDetail</name>
    <message>
        <source>deprecated</source>
        <translation>obsolète</translation>
    </message>
    <message>
        <source>Try it…</source>
        <translation>Essayer…</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>Copier pour curl</translation>
    </message>
    <message>
        <source>What it takes and gives</source>
        <translation>Ce qu’elle prend et rend</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Exemple</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>Ligne %1</translation>
    </message>
    <message>
        <source>Shows where it stands in the definition</source>
        <translation>Montre sa place dans la définition</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>version %1</translation>
    </message>
    <message numerus="yes">
        <source>Names %n other file(s), which are not read: %1</source>
        <translation>
            <numerusform>Nomme %n autre fichier, qui n’est pas lu&#xa0;: %1</numerusform>
            <numerusform>Nomme %n autres fichiers, qui ne sont pas lus&#xa0;: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::ApiItemDelegate</name>
    <message>
        <source>deprecated</source>
        <translation>obsolète</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::ApiPane</name>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Changements</translation>
    </message>
    <message>
        <source>Which API</source>
        <translation>Quelle API</translation>
    </message>
    <message>
        <source>filter by name, tag, type</source>
        <translation>filtrer par nom, étiquette, type</translation>
    </message>
    <message>
        <source>Filter the operations, types and messages</source>
        <translation>Filtrer les opérations, types et messages</translation>
    </message>
    <message>
        <source>Operations, types and messages</source>
        <translation>Opérations, types et messages</translation>
    </message>
    <message>
        <source>find in the definition</source>
        <translation>trouver dans la définition</translation>
    </message>
    <message>
        <source>Find in the definition</source>
        <translation>Trouver dans la définition</translation>
    </message>
    <message>
        <source>Try this operation…</source>
        <translation>Essayer cette opération…</translation>
    </message>
    <message>
        <source>Builds a request from the API’s definition; nothing is sent before you say so.</source>
        <translation>Construit une requête d’après la définition de l’API&#x202f;; rien n’est envoyé avant votre accord.</translation>
    </message>
    <message>
        <source>Copy this operation as curl</source>
        <translation>Copier cette opération pour curl</translation>
    </message>
    <message>
        <source>Puts a command for a shell on the clipboard.</source>
        <translation>Met une commande de shell dans le presse-papiers.</translation>
    </message>
    <message>
        <source>Show where this stands in the definition</source>
        <translation>Montrer sa place dans la définition</translation>
    </message>
    <message>
        <source>Goes from an operation, type or message to its line.</source>
        <translation>Va d’une opération, d’un type ou d’un message à sa ligne.</translation>
    </message>
    <message>
        <source>Show what stands at this line of the definition</source>
        <translation>Montrer ce qui se trouve à cette ligne de la définition</translation>
    </message>
    <message>
        <source>Goes from a line to the operation, type or message that it is of.</source>
        <translation>Va d’une ligne à l’opération, au type ou au message dont elle fait partie.</translation>
    </message>
    <message>
        <source>Next problem in the definition</source>
        <translation>Problème suivant de la définition</translation>
    </message>
    <message>
        <source>Goes to the next line with a problem.</source>
        <translation>Va à la ligne suivante qui a un problème.</translation>
    </message>
    <message>
        <source>Compare the API with an earlier version</source>
        <translation>Comparer l’API avec une version antérieure</translation>
    </message>
    <message>
        <source>Says what was added, removed and changed, and what of it breaks.</source>
        <translation>Dit ce qui a été ajouté, retiré et modifié, et ce qui fait rupture.</translation>
    </message>
    <message>
        <source>Copy a link to this operation</source>
        <translation>Copier un lien vers cette opération</translation>
    </message>
    <message>
        <source>Puts a callboard: link to the operation, type or message on the clipboard.</source>
        <translation>Met dans le presse-papiers un lien callboard: vers l’opération, le type ou le message.</translation>
    </message>
    <message>
        <source>%1 (provided)</source>
        <translation>%1 (fournie)</translation>
    </message>
    <message>
        <source>%1 (consumed)</source>
        <translation>%1 (consommée)</translation>
    </message>
    <message>
        <source>No API in focus</source>
        <translation>Aucune API au focus</translation>
    </message>
    <message>
        <source>This entity provides and consumes no API</source>
        <translation>Cette entité ne fournit ni ne consomme d’API</translation>
    </message>
    <message>
        <source>No API is in focus</source>
        <translation>Aucune API n’est au focus</translation>
    </message>
    <message>
        <source>Choose an API, or a component that provides one, and its operations and types are listed here.</source>
        <translation>Choisissez une API, ou un composant qui en fournit une&#xa0;: ses opérations et ses types sont listés ici.</translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation>%1 est illisible</translation>
    </message>
    <message>
        <source>%1 has no definition</source>
        <translation>%1 n’a pas de définition</translation>
    </message>
    <message>
        <source>Its descriptor names none, or it could not be read where it lies.</source>
        <translation>Son descripteur n’en nomme aucune, ou elle n’a pas pu être lue là où elle se trouve.</translation>
    </message>
    <message>
        <source>text</source>
        <translation>texte</translation>
    </message>
    <message numerus="yes">
        <source>%n items</source>
        <translation>
            <numerusform>%n élément</numerusform>
            <numerusform>%n éléments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problème</numerusform>
            <numerusform>%n problèmes</numerusform>
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
        <source>Changes %1</source>
        <translation>Changements %1</translation>
    </message>
    <message>
        <source>provided by</source>
        <translation>fournie par</translation>
    </message>
    <message>
        <source>consumed by</source>
        <translation>consommée par</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n de plus</numerusform>
            <numerusform>et %n de plus</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1 de %2&#xa0;: %3</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>Show the catalog</source>
        <translation>Afficher le catalogue</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::ArticlePage</name>
    <message>
        <source>Save as PDF</source>
        <translation>Enregistrer en PDF</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>%1 n’a pas pu être écrit.</translation>
    </message>
    <message>
        <source>As read %1</source>
        <translation>Comme lue %1</translation>
    </message>
    <message>
        <source>As read</source>
        <translation>Comme lue</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Maintenant</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>Page précédente</translation>
    </message>
    <message>
        <source>Page after</source>
        <translation>Page suivante</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Favori</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Ouvrir dans le navigateur</translation>
    </message>
    <message>
        <source>Find in this page</source>
        <translation>Trouver dans cette page</translation>
    </message>
    <message>
        <source>More for this page</source>
        <translation>Plus pour cette page</translation>
    </message>
    <message>
        <source>Thank you.</source>
        <translation>Merci.</translation>
    </message>
    <message>
        <source>This version of the page counts as read and right.</source>
        <translation>Cette version de la page compte comme lue et juste.</translation>
    </message>
    <message>
        <source>%1 has no documentation here</source>
        <translation>%1 n’a pas de documentation ici</translation>
    </message>
    <message>
        <source>A folder of clones brings it where the entity names it (backstage.io/techdocs-ref), a portal where it has built it.</source>
        <translation>Un dossier de clones l’apporte si l’entité la nomme (backstage.io/techdocs-ref), un portail s’il l’a construite.</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Synchroniser</translation>
    </message>
    <message>
        <source>This page of %1 is not here yet</source>
        <translation>Cette page de %1 n’est pas encore ici</translation>
    </message>
    <message>
        <source>It was asked for, and appears here as soon as it has come. Without a network that is when there is one again.</source>
        <translation>Elle a été demandée et paraîtra ici dès son arrivée. Sans réseau, ce sera à son retour.</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Redemander</translation>
    </message>
    <message>
        <source>%1, page %2 of %3</source>
        <translation>%1, page %2 de %3</translation>
    </message>
    <message>
        <source>This is as it was %1</source>
        <translation>Telle qu’elle était %1</translation>
    </message>
    <message>
        <source>Its source could not be asked since. What is here can be read all the same.</source>
        <translation>Sa source n’a pas pu être interrogée depuis. Ce qui est ici peut être lu quand même.</translation>
    </message>
    <message>
        <source>This page changed since you read it %1</source>
        <translation>Cette page a changé depuis votre lecture %1</translation>
    </message>
    <message>
        <source>This page changed since you read it</source>
        <translation>Cette page a changé depuis votre lecture</translation>
    </message>
    <message>
        <source>Show the page</source>
        <translation>Montrer la page</translation>
    </message>
    <message>
        <source>Show what changed</source>
        <translation>Montrer ce qui a changé</translation>
    </message>
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
    <message>
        <source>About this page</source>
        <translation>À propos de cette page</translation>
    </message>
    <message>
        <source>On this page</source>
        <translation>Sur cette page</translation>
    </message>
    <message>
        <source>Mentioned here</source>
        <translation>Mentionnés ici</translation>
    </message>
    <message>
        <source>Pages that link here</source>
        <translation>Pages qui mènent ici</translation>
    </message>
    <message>
        <source>Is it right?</source>
        <translation>Est-ce juste&#x202f;?</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Signaler…</translation>
    </message>
    <message>
        <source>This page is right</source>
        <translation>Cette page est juste</translation>
    </message>
    <message>
        <source>Report what is wrong with this page</source>
        <translation>Signaler ce qui est faux dans cette page</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n de plus</numerusform>
            <numerusform>et %n de plus</numerusform>
        </translation>
    </message>
    <message>
        <source>noted</source>
        <translation>noté</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>envoyé</translation>
    </message>
    <message>
        <source>the page changed since</source>
        <translation>la page a changé depuis</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Nothing was reported on this page.</source>
        <translation>Rien n’a été signalé sur cette page.</translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) wait for an answer.</source>
        <translation>
            <numerusform>%n signalement attend une réponse.</numerusform>
            <numerusform>%n signalements attendent une réponse.</numerusform>
        </translation>
    </message>
    <message>
        <source>All that was reported is answered.</source>
        <translation>Tout ce qui a été signalé a reçu une réponse.</translation>
    </message>
    <message>
        <source>You watch all of this documentation: it is said when a page of it changes.</source>
        <translation>Vous surveillez toute cette documentation&#xa0;: un changement d’une de ses pages est signalé.</translation>
    </message>
    <message>
        <source>You watch this page: it is said when it changes.</source>
        <translation>Vous surveillez cette page&#xa0;: son changement est signalé.</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::BehindDialog</name>
    <message>
        <source>Being counted…</source>
        <translation>Comptage…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s).</source>
        <translation>
            <numerusform>%n ligne.</numerusform>
            <numerusform>%n lignes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::BuildsPane</name>
    <message>
        <source>Trends</source>
        <translation>Tendances</translation>
    </message>
    <message>
        <source>Export what is shown…</source>
        <translation>Exporter ce qui est affiché…</translation>
    </message>
    <message>
        <source>filter: branch:main state:failed is:pr</source>
        <translation>filtrer&#xa0;: branch:main state:failed is:pr</translation>
    </message>
    <message>
        <source>Filter the builds</source>
        <translation>Filtrer les builds</translation>
    </message>
    <message>
        <source>By service</source>
        <translation>Par service</translation>
    </message>
    <message>
        <source>By branch</source>
        <translation>Par branche</translation>
    </message>
    <message>
        <source>By owner</source>
        <translation>Par propriétaire</translation>
    </message>
    <message>
        <source>Group the builds</source>
        <translation>Grouper les builds</translation>
    </message>
    <message numerus="yes">
        <source>%n failing on default branches</source>
        <translation>
            <numerusform>%n en échec sur les branches par défaut</numerusform>
            <numerusform>%n en échec sur les branches par défaut</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n en cours</numerusform>
            <numerusform>%n en cours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queued</source>
        <translation>
            <numerusform>%n en file d’attente</numerusform>
            <numerusform>%n en file d’attente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting for approval</source>
        <translation>
            <numerusform>%n en attente d’approbation</numerusform>
            <numerusform>%n en attente d’approbation</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n exécution</numerusform>
            <numerusform>%n exécutions</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>What is mine</source>
        <translation>Ce qui est à moi</translation>
    </message>
    <message>
        <source>The builds cannot be read</source>
        <translation>Les builds ne peuvent pas être lus</translation>
    </message>
    <message>
        <source>No build fits this filter</source>
        <translation>Aucun build ne correspond à ce filtre</translation>
    </message>
    <message>
        <source>Clear it to see the others.</source>
        <translation>Effacez-le pour voir les autres.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Effacer le filtre</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>Qui êtes-vous&#x202f;?</translation>
    </message>
    <message>
        <source>Choose yourself in the catalog pane; then builds of what your teams own are shown here.</source>
        <translation>Indiquez qui vous êtes dans le volet du catalogue&#x202f;; les builds de ce que vos équipes possèdent s’affichent alors ici.</translation>
    </message>
    <message>
        <source>Nothing of yours was built</source>
        <translation>Rien de ce qui est à vous n’a été construit</translation>
    </message>
    <message>
        <source>Nothing was built for %1</source>
        <translation>Rien n’a été construit pour %1</translation>
    </message>
    <message>
        <source>Builds belong to an entity by its annotations, or by where its source lies.</source>
        <translation>Les builds appartiennent à une entité par ses annotations, ou par l’endroit où se trouve sa source.</translation>
    </message>
    <message>
        <source>Show all builds</source>
        <translation>Afficher tous les builds</translation>
    </message>
    <message>
        <source>No builds yet</source>
        <translation>Pas encore de builds</translation>
    </message>
    <message>
        <source>A connection to a CI, as GitHub, GitLab or Jenkins, fills this pane.</source>
        <translation>Une connexion à une CI, comme GitHub, GitLab ou Jenkins, remplit ce volet.</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Synchroniser</translation>
    </message>
    <message>
        <source>CI</source>
        <translation>CI</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Ouvrir dans le navigateur</translation>
    </message>
    <message>
        <source>Copy the row</source>
        <translation>Copier la ligne</translation>
    </message>
    <message>
        <source>Copy the commit</source>
        <translation>Copier le commit</translation>
    </message>
    <message>
        <source>Close the group</source>
        <translation>Fermer le groupe</translation>
    </message>
    <message>
        <source>Open the group</source>
        <translation>Ouvrir le groupe</translation>
    </message>
    <message>
        <source>Open its page</source>
        <translation>Ouvrir sa page</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Afficher plus</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
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
    <message>
        <source>S&amp;ort the catalog by…</source>
        <translation>Tri&amp;er le catalogue par…</translation>
    </message>
    <message>
        <source>Choosing the same column again turns the order.</source>
        <translation>Choisir encore la même colonne inverse l’ordre.</translation>
    </message>
    <message>
        <source>&amp;Group the catalog by…</source>
        <translation>Gr&amp;ouper le catalogue par…</translation>
    </message>
    <message>
        <source>Puts the entities of the catalog pane under headings.</source>
        <translation>Place les entités du volet du catalogue sous des titres.</translation>
    </message>
    <message>
        <source>Choos&amp;e the catalog’s columns…</source>
        <translation>C&amp;hoisir les colonnes du catalogue…</translation>
    </message>
    <message>
        <source>Which columns the catalog pane shows.</source>
        <translation>Les colonnes qu’affiche le volet du catalogue.</translation>
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
    <name>callboard::ui::panes::ChangesPane</name>
    <message>
        <source>Export what is shown…</source>
        <translation>Exporter ce qui est affiché…</translation>
    </message>
    <message>
        <source>filter by entity or change</source>
        <translation>filtrer par entité ou changement</translation>
    </message>
    <message>
        <source>Filter the changes</source>
        <translation>Filtrer les changements</translation>
    </message>
    <message>
        <source>Since yesterday</source>
        <translation>Depuis hier</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>7 derniers jours</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>30 derniers jours</translation>
    </message>
    <message>
        <source>Since a date</source>
        <translation>Depuis une date</translation>
    </message>
    <message>
        <source>All of history</source>
        <translation>Tout l’historique</translation>
    </message>
    <message>
        <source>Since when</source>
        <translation>Depuis quand</translation>
    </message>
    <message>
        <source>Since this date</source>
        <translation>Depuis cette date</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Ce qui a changé</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>What is mine</source>
        <translation>Ce qui est à moi</translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>%n ajoutée</numerusform>
            <numerusform>%n ajoutées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n changement</numerusform>
            <numerusform>%n changements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>%n retirée</numerusform>
            <numerusform>%n retirées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entities first seen</source>
        <translation>
            <numerusform>%n entité apparue</numerusform>
            <numerusform>%n entités apparues</numerusform>
        </translation>
    </message>
    <message>
        <source>What changed cannot be read</source>
        <translation>Les changements ne peuvent pas être lus</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Later changes are not known: %1 could not be read.</source>
        <translation>Les changements suivants sont inconnus&#xa0;: %1 n’a pas pu être lu.</translation>
    </message>
    <message>
        <source>No change fits this filter</source>
        <translation>Aucun changement ne correspond à ce filtre</translation>
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
        <source>Who are you?</source>
        <translation>Qui êtes-vous&#x202f;?</translation>
    </message>
    <message>
        <source>Choose yourself in the catalog pane; then what your teams own is shown here.</source>
        <translation>Choisissez-vous dans le volet du catalogue&#x202f;; ce que vos équipes possèdent s’affiche alors ici.</translation>
    </message>
    <message>
        <source>Nothing has been read yet</source>
        <translation>Rien n’a encore été lu</translation>
    </message>
    <message>
        <source>From the first sync on, every change is kept here.</source>
        <translation>Dès la première synchronisation, chaque changement est gardé ici.</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Synchroniser</translation>
    </message>
    <message>
        <source>History is kept since %1.</source>
        <translation>L’historique est gardé depuis le %1.</translation>
    </message>
    <message>
        <source>Nothing has changed since it was first read</source>
        <translation>Rien n’a changé depuis la première lecture</translation>
    </message>
    <message>
        <source>Nothing has changed in this time</source>
        <translation>Rien n’a changé sur cette période</translation>
    </message>
    <message>
        <source>Show all of history</source>
        <translation>Afficher tout l’historique</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Journal</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::ChangesTab</name>
    <message>
        <source>Changes</source>
        <translation>Changements</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>One selected version is compared with the one before it, two with each other.</source>
        <translation>Une version choisie est comparée à la précédente, deux le sont entre elles.</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>Apparue</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Ce qui a changé</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Removed from %1.</source>
        <translation>Retirée de %1.</translation>
    </message>
    <message>
        <source>First seen %1. Nothing has changed since.</source>
        <translation>Apparue %1. Rien n’a changé depuis.</translation>
    </message>
    <message>
        <source>As it was first seen.</source>
        <translation>Telle qu’elle est apparue.</translation>
    </message>
    <message>
        <source>These two versions say the same.</source>
        <translation>Ces deux versions disent la même chose.</translation>
    </message>
    <message>
        <source>Not there</source>
        <translation>Absente</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 (removed)</source>
        <translation>%1 (retirée)</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::ColumnChoice</name>
    <message>
        <source>Usual columns</source>
        <translation>Colonnes habituelles</translation>
    </message>
    <message>
        <source>%1, ascending</source>
        <translation>%1, croissant</translation>
    </message>
    <message>
        <source>%1, descending</source>
        <translation>%1, décroissant</translation>
    </message>
    <message>
        <source>As it comes</source>
        <translation>Sans tri</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::Dashboard</name>
    <message>
        <source>Hide</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Place %1 of %2</source>
        <translation>Place %1 sur %2</translation>
    </message>
    <message>
        <source>Move earlier</source>
        <translation>Déplacer avant</translation>
    </message>
    <message>
        <source>Move later</source>
        <translation>Déplacer après</translation>
    </message>
    <message>
        <source>Move the card earlier</source>
        <translation>Déplacer la carte vers l’avant</translation>
    </message>
    <message>
        <source>Move the card later</source>
        <translation>Déplacer la carte vers l’arrière</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::DocsCommands</name>
    <message>
        <source>&amp;Find in the page…</source>
        <translation>&amp;Trouver dans la page…</translation>
    </message>
    <message>
        <source>Marks every place where a text is in the page.</source>
        <translation>Marque chaque endroit de la page où se trouve un texte.</translation>
    </message>
    <message>
        <source>Find the &amp;next</source>
        <translation>Trouver le suiva&amp;nt</translation>
    </message>
    <message>
        <source>Find the pre&amp;vious</source>
        <translation>Trouver le &amp;précédent</translation>
    </message>
    <message>
        <source>&amp;Outline of the page</source>
        <translation>&amp;Plan de la page</translation>
    </message>
    <message>
        <source>The keyboard goes to “On this page”.</source>
        <translation>Le clavier va à «&#xa0;Sur cette page&#xa0;».</translation>
    </message>
    <message>
        <source>Next heading</source>
        <translation>Titre suivant</translation>
    </message>
    <message>
        <source>In the page itself: N.</source>
        <translation>Dans la page même&#xa0;: N.</translation>
    </message>
    <message>
        <source>Previous heading</source>
        <translation>Titre précédent</translation>
    </message>
    <message>
        <source>In the page itself: P.</source>
        <translation>Dans la page même&#xa0;: P.</translation>
    </message>
    <message>
        <source>Ne&amp;xt page of the documentation</source>
        <translation>Page suiva&amp;nte de la documentation</translation>
    </message>
    <message>
        <source>Pre&amp;vious page of the documentation</source>
        <translation>Page &amp;précédente de la documentation</translation>
    </message>
    <message>
        <source>What &amp;changed since it was read</source>
        <translation>Ce qui a &amp;changé depuis la lecture</translation>
    </message>
    <message>
        <source>Compares the page with how it was when it was last read.</source>
        <translation>Compare la page à ce qu’elle était à la dernière lecture.</translation>
    </message>
    <message>
        <source>Outline beside the page</source>
        <translation>Plan à côté de la page</translation>
    </message>
    <message>
        <source>Shows or hides what is beside an article.</source>
        <translation>Montre ou cache ce qui est à côté d’un article.</translation>
    </message>
    <message>
        <source>Larger text of documentation</source>
        <translation>Agrandir le texte de la documentation</translation>
    </message>
    <message>
        <source>Smaller text of documentation</source>
        <translation>Réduire le texte de la documentation</translation>
    </message>
    <message>
        <source>Normal text of documentation</source>
        <translation>Taille normale du texte de la documentation</translation>
    </message>
    <message>
        <source>Reading &amp;width: narrow, usual, all</source>
        <translation>&amp;Largeur de lecture&#xa0;: étroite, usuelle, entière</translation>
    </message>
    <message>
        <source>How wide a line of documentation may be.</source>
        <translation>La largeur que peut avoir une ligne de documentation.</translation>
    </message>
    <message>
        <source>&amp;Edit this page</source>
        <translation>&amp;Modifier cette page</translation>
    </message>
    <message>
        <source>Opens its source where it can be changed.</source>
        <translation>Ouvre sa source là où elle se modifie.</translation>
    </message>
    <message>
        <source>Open documentation in the &amp;browser</source>
        <translation>Ouvrir la documentation dans le navigateu&amp;r</translation>
    </message>
    <message>
        <source>Copy &amp;link to this page</source>
        <translation>Copier &amp;un lien vers cette page</translation>
    </message>
    <message>
        <source>A callboard: link to the heading that is being read.</source>
        <translation>Un lien callboard: vers le titre en cours de lecture.</translation>
    </message>
    <message>
        <source>&amp;Print the page…</source>
        <translation>&amp;Imprimer la page…</translation>
    </message>
    <message>
        <source>The whole article, in light colours.</source>
        <translation>L’article entier, en couleurs claires.</translation>
    </message>
    <message>
        <source>Save the page as P&amp;DF…</source>
        <translation>Enregistrer la page en P&amp;DF…</translation>
    </message>
    <message>
        <source>&amp;Keep this documentation offline</source>
        <translation>&amp;Garder cette documentation hors ligne</translation>
    </message>
    <message>
        <source>All of its pages are fetched, and stay here.</source>
        <translation>Toutes ses pages sont rapatriées et restent ici.</translation>
    </message>
    <message>
        <source>&amp;Watch this page</source>
        <translation>Sur&amp;veiller cette page</translation>
    </message>
    <message>
        <source>Says so when the page changes.</source>
        <translation>Prévient quand la page change.</translation>
    </message>
    <message>
        <source>Watch all of this &amp;documentation</source>
        <translation>Surveiller toute cette &amp;documentation</translation>
    </message>
    <message>
        <source>Says so when any of its pages changes.</source>
        <translation>Prévient quand une de ses pages change.</translation>
    </message>
    <message>
        <source>&amp;Report what is wrong with the page…</source>
        <translation>&amp;Signaler ce qui est faux dans la page…</translation>
    </message>
    <message>
        <source>&amp;Documentation of the focus</source>
        <translation>&amp;Documentation du focus</translation>
    </message>
    <message>
        <source>Opens the front page of the entity’s documentation.</source>
        <translation>Ouvre la première page de la documentation de l’entité.</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::DocsPane</name>
    <message>
        <source>new</source>
        <translation>nouveau</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>changé</translation>
    </message>
    <message>
        <source>Search the documentation</source>
        <translation>Chercher dans la documentation</translation>
    </message>
    <message>
        <source>Documentation</source>
        <translation>Documentation</translation>
    </message>
    <message>
        <source>Search %1 pages</source>
        <translation>Chercher dans %1 pages</translation>
    </message>
    <message>
        <source>No documentation is here yet</source>
        <translation>Aucune documentation n’est encore ici</translation>
    </message>
    <message>
        <source>It comes with the sources: from mkdocs.yml and README files of clones, and from what a portal has built.</source>
        <translation>Elle vient avec les sources&#xa0;: des fichiers mkdocs.yml et README des clones, et de ce qu’un portail a construit.</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Synchroniser</translation>
    </message>
    <message>
        <source>No page has “%1” in it</source>
        <translation>Aucune page ne contient «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Fewer letters find more.</source>
        <translation>Moins de lettres en trouvent plus.</translation>
    </message>
    <message>
        <source>All pages can be read offline</source>
        <translation>Toutes les pages sont lisibles hors ligne</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n site(s) can be read offline</source>
        <translation>
            <numerusform>%1 site sur %n lisible hors ligne</numerusform>
            <numerusform>%1 sites sur %n lisibles hors ligne</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Open beside</source>
        <translation>Ouvrir à côté</translation>
    </message>
    <message>
        <source>Open what it is about</source>
        <translation>Ouvrir ce dont elle parle</translation>
    </message>
    <message>
        <source>Keep this documentation offline</source>
        <translation>Garder cette documentation hors ligne</translation>
    </message>
    <message>
        <source>Watch all of this documentation</source>
        <translation>Surveiller toute cette documentation</translation>
    </message>
    <message>
        <source>Watch this page</source>
        <translation>Surveiller cette page</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Favori</translation>
    </message>
    <message>
        <source>Docs</source>
        <translation>Docs</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::EntityActions</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>The portal does not allow it.</source>
        <translation>Le portail ne le permet pas.</translation>
    </message>
    <message>
        <source>You work offline.</source>
        <translation>Vous travaillez hors ligne.</translation>
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
    <message>
        <source>Copy &amp;link</source>
        <translation>Copier le l&amp;ien</translation>
    </message>
    <message>
        <source>Puts a callboard: link to the entity on the clipboard, which opens it here.</source>
        <translation>Met dans le presse-papiers un lien callboard: vers l’entité, qui l’ouvre ici.</translation>
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
    <message>
        <source>from %1</source>
        <translation>de %1</translation>
    </message>
    <message>
        <source>%1. What you chose last is kept, and sent when the portal can be reached.</source>
        <translation>%1. Votre dernier choix est gardé, et envoyé dès que le portail sera joignable.</translation>
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
        <source>Nothing was read before the network went away</source>
        <translation>Rien n’a été lu avant la perte du réseau</translation>
    </message>
    <message>
        <source>It is read as soon as its source can be reached.</source>
        <translation>La lecture se fera dès que la source sera joignable.</translation>
    </message>
    <message>
        <source>Connect a portal, a folder of clones or the sample to fill it.</source>
        <translation>Connectez un portail, un dossier de clones ou l’exemple pour le remplir.</translation>
    </message>
    <message>
        <source>Add a source…</source>
        <translation>Ajouter une source…</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Trier par</translation>
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
    <message>
        <source>Changes</source>
        <translation>Changements</translation>
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
    <name>callboard::ui::panes::FeedRow</name>
    <message>
        <source>live</source>
        <translation>direct</translation>
    </message>
    <message>
        <source>Sync %1 now</source>
        <translation>Synchroniser %1 maintenant</translation>
    </message>
    <message>
        <source>Sign in again…</source>
        <translation>Se reconnecter…</translation>
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
        <source>Last success: %1</source>
        <translation>Dernier succès&#xa0;: %1</translation>
    </message>
    <message>
        <source>Last tried: %1</source>
        <translation>Dernier essai&#xa0;: %1</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Prochain&#xa0;: %1</translation>
    </message>
    <message>
        <source>(%1)</source>
        <translation>(%1)</translation>
    </message>
    <message>
        <source>%1 of %2 %3</source>
        <translation>%1 sur %2 %3</translation>
    </message>
    <message>
        <source>Sign in to the proxy…</source>
        <translation>Se connecter au proxy…</translation>
    </message>
    <message>
        <source>The keychain failed to say what it keeps for that proxy; it is asked again when Callboard starts the next time.</source>
        <translation>Le trousseau n’a pas pu dire ce qu’il garde pour ce proxy&#x202f;; il sera interrogé de nouveau au prochain démarrage de Callboard.</translation>
    </message>
    <message>
        <source>It is told of changes as they happen, and does not wait for the clock</source>
        <translation>Informé des changements au fur et à mesure, sans attendre l’horaire</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::FeedbackDialog</name>
    <message>
        <source>What is wrong with “%1”?</source>
        <translation>Qu’est-ce qui est faux dans «&#xa0;%1&#xa0;»&#x202f;?</translation>
    </message>
    <message>
        <source>The passage that is selected:</source>
        <translation>Le passage sélectionné&#xa0;:</translation>
    </message>
    <message>
        <source>What is wrong, and what would be right:</source>
        <translation>Ce qui est faux, et ce qui serait juste&#xa0;:</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Ce qui est faux</translation>
    </message>
    <message>
        <source>It is kept with this page. An issue or a mail is written for you, and sent by you.</source>
        <translation>C’est gardé avec cette page. Un ticket ou un courriel est rédigé pour vous, et envoyé par vous.</translation>
    </message>
    <message>
        <source>Write an issue…</source>
        <translation>Écrire un ticket…</translation>
    </message>
    <message>
        <source>Write a mail…</source>
        <translation>Écrire un courriel…</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::FindBar</name>
    <message>
        <source>Find in this page</source>
        <translation>Trouver dans cette page</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>Endroit précédent</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Endroit suivant</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>nowhere in this page</source>
        <translation>nulle part dans cette page</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::InboxPane</name>
    <message>
        <source>saved</source>
        <translation>enregistré</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Enregistrés</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Traité</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>En sourdine</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>À regarder</translation>
    </message>
    <message>
        <source>Unread only</source>
        <translation>Non lus seulement</translation>
    </message>
    <message>
        <source>The notice</source>
        <translation>L’avis</translation>
    </message>
    <message>
        <source>search the notices</source>
        <translation>chercher dans les avis</translation>
    </message>
    <message>
        <source>Search the notices</source>
        <translation>Chercher dans les avis</translation>
    </message>
    <message>
        <source>Which notices</source>
        <translation>Quels avis</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Avis</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Ouvrir dans le navigateur</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Marquer comme lu</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Later…</source>
        <translation>Plus tard…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Mark all shown as read</source>
        <translation>Marquer tout ce qui est affiché comme lu</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>When it changes</source>
        <translation>Quand il change</translation>
    </message>
    <message>
        <source>All about %1</source>
        <translation>Tout sur %1</translation>
    </message>
    <message>
        <source>All from %1</source>
        <translation>Tout ce qui vient de %1</translation>
    </message>
    <message>
        <source>All of this kind: %1</source>
        <translation>Tout de ce genre&#xa0;: %1</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Mettre en sourdine</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>Marquer comme non lu</translation>
    </message>
    <message>
        <source>No longer save</source>
        <translation>Ne plus garder enregistré</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Ramener</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Boîte de réception</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n non lu</numerusform>
            <numerusform>%n non lus</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Annuler&#xa0;: %1</translation>
    </message>
    <message>
        <source>What you did holds here, but was refused where the notice came from.</source>
        <translation>Ce que vous avez fait vaut ici, mais a été refusé là d’où venait l’avis.</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Compris</translation>
    </message>
    <message>
        <source>No notice here fits this search</source>
        <translation>Aucun avis ici ne correspond à cette recherche</translation>
    </message>
    <message>
        <source>Other folders are not searched.</source>
        <translation>La recherche ne porte pas sur les autres dossiers.</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Effacer la recherche</translation>
    </message>
    <message>
        <source>Everything here is read</source>
        <translation>Tout est lu ici</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>Back to the inbox</source>
        <translation>Retour à la boîte de réception</translation>
    </message>
    <message>
        <source>Nothing is saved</source>
        <translation>Rien n’est enregistré</translation>
    </message>
    <message>
        <source>Nothing waits for later</source>
        <translation>Rien n’attend pour plus tard</translation>
    </message>
    <message>
        <source>Nothing is done</source>
        <translation>Rien n’est traité</translation>
    </message>
    <message>
        <source>Nothing is muted</source>
        <translation>Rien n’est en sourdine</translation>
    </message>
    <message>
        <source>Mute an entity, a source or a kind in the menu of a notice.</source>
        <translation>Mettez en sourdine une entité, une source ou un genre dans le menu d’un avis.</translation>
    </message>
    <message>
        <source>Nothing to look at</source>
        <translation>Rien à regarder</translation>
    </message>
    <message>
        <source>Builds that break, reviews that are asked of you, and what portals and hosts tell you come here.</source>
        <translation>Les builds qui cassent, les revues qui vous sont demandées et ce que vous disent portails et hôtes arrivent ici.</translation>
    </message>
    <message>
        <source>Show: %1</source>
        <translation>Afficher&#xa0;: %1</translation>
    </message>
    <message>
        <source>Mark the notice as read or unread</source>
        <translation>Marquer l’avis comme lu ou non lu</translation>
    </message>
    <message>
        <source>Save the notice</source>
        <translation>Garder l’avis</translation>
    </message>
    <message>
        <source>The notice is done</source>
        <translation>L’avis est traité</translation>
    </message>
    <message>
        <source>Show the notice again later…</source>
        <translation>Montrer l’avis de nouveau plus tard…</translation>
    </message>
    <message>
        <source>Undo what was done to notices</source>
        <translation>Annuler ce qui a été fait aux avis</translation>
    </message>
    <message>
        <source>Mark all notices shown as read</source>
        <translation>Marquer comme lus tous les avis affichés</translation>
    </message>
    <message>
        <source>“Undo”</source>
        <translation>«&#xa0;Annuler&#xa0;»</translation>
    </message>
    <message>
        <source>%1. %2 takes it back.</source>
        <translation>%1. %2 pour annuler.</translation>
    </message>
    <message>
        <source>%1 saves a notice: here, and at the portal that sent it.</source>
        <translation>%1 enregistre un avis&#xa0;: ici, et sur le portail qui l’a envoyé.</translation>
    </message>
    <message>
        <source>“Save”</source>
        <translation>«&#xa0;Enregistrer&#xa0;»</translation>
    </message>
    <message>
        <source>%1 puts a notice aside until a time, or until it changes.</source>
        <translation>%1 met un avis de côté jusqu’à une heure donnée, ou jusqu’à son changement.</translation>
    </message>
    <message>
        <source>“Later”</source>
        <translation>«&#xa0;Plus tard&#xa0;»</translation>
    </message>
    <message>
        <source>%1 puts a notice here. It comes back when it changes.</source>
        <translation>%1 met un avis ici. Il revient quand il change.</translation>
    </message>
    <message>
        <source>“Done”</source>
        <translation>«&#xa0;Traité&#xa0;»</translation>
    </message>
    <message>
        <source>At another time…</source>
        <translation>À un autre moment…</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::Insights</name>
    <message>
        <source>Nothing known of this time</source>
        <translation>Rien de connu sur cette période</translation>
    </message>
    <message>
        <source>The catalog&apos;s history fills it, from the first sync on.</source>
        <translation>L’historique du catalogue la remplit, dès la première synchronisation.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>Lifecycle</source>
        <translation>Cycle de vie</translation>
    </message>
    <message>
        <source>Entities that have a lifecycle, by what it was at the end of each step.</source>
        <translation>Entités ayant un cycle de vie, selon sa valeur à la fin de chaque intervalle.</translation>
    </message>
    <message>
        <source>Systems</source>
        <translation>Systèmes</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>Équipes</translation>
    </message>
    <message>
        <source>entities</source>
        <translation>entités</translation>
    </message>
    <message>
        <source>documented</source>
        <translation>documentées</translation>
    </message>
    <message>
        <source>fresh</source>
        <translation>fraîches</translation>
    </message>
    <message>
        <source>orphans</source>
        <translation>orphelines</translation>
    </message>
    <message>
        <source>with problems</source>
        <translation>avec problèmes</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Système</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Équipe</translation>
    </message>
    <message>
        <source>no owner</source>
        <translation>sans propriétaire</translation>
    </message>
    <message numerus="yes">
        <source>%n in all</source>
        <translation>
            <numerusform>%n en tout</numerusform>
            <numerusform>%n en tout</numerusform>
        </translation>
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
        <source>Reference</source>
        <translation>Référence</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>disparue</translation>
    </message>
    <message>
        <source>Growth</source>
        <translation>Croissance</translation>
    </message>
    <message>
        <source>Entities of all kinds at the end of each step.</source>
        <translation>Entités de tous genres à la fin de chaque intervalle.</translation>
    </message>
    <message>
        <source>Entities</source>
        <translation>Entités</translation>
    </message>
    <message>
        <source>Ownership, documentation, freshness</source>
        <translation>Propriétaires, documentation, fraîcheur</translation>
    </message>
    <message>
        <source>Shares of the entities of kinds that have owners. Fresh: changed within 180 days. A value opens those that lack it.</source>
        <translation>Parts des entités dont le genre a un propriétaire. Fraîches&#xa0;: modifiées depuis moins de 180 jours. Une valeur ouvre celles à qui cela manque.</translation>
    </message>
    <message>
        <source>owned</source>
        <translation>avec propriétaire</translation>
    </message>
    <message>
        <source>Without an owner</source>
        <translation>Sans propriétaire</translation>
    </message>
    <message>
        <source>Without documentation</source>
        <translation>Sans documentation</translation>
    </message>
    <message>
        <source>Not changed for long</source>
        <translation>Sans changement depuis longtemps</translation>
    </message>
    <message>
        <source>Came and went</source>
        <translation>Apparues et disparues</translation>
    </message>
    <message>
        <source>Entities that appeared, and that disappeared, in each step.</source>
        <translation>Entités apparues et disparues dans chaque intervalle.</translation>
    </message>
    <message>
        <source>came</source>
        <translation>apparues</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Apparues</translation>
    </message>
    <message>
        <source>went</source>
        <translation>disparues</translation>
    </message>
    <message>
        <source>Went</source>
        <translation>Disparues</translation>
    </message>
    <message>
        <source>Problems and orphans</source>
        <translation>Problèmes et orphelines</translation>
    </message>
    <message>
        <source>Entities with problems, as far as the program looked, and entities whose source is gone, at the end of each step.</source>
        <translation>Entités avec problèmes, pour ce que le programme a vérifié, et entités dont la source a disparu, à la fin de chaque intervalle.</translation>
    </message>
    <message>
        <source>With problems</source>
        <translation>Avec problèmes</translation>
    </message>
    <message>
        <source>Orphans</source>
        <translation>Orphelines</translation>
    </message>
    <message>
        <source>Nobody tells of this</source>
        <translation>Personne ne renseigne ceci</translation>
    </message>
    <message>
        <source>A portal with usage insights fills it: see Sources.</source>
        <translation>Un portail avec des statistiques d’usage la remplit&#xa0;: voir Sources.</translation>
    </message>
    <message>
        <source>Nothing in this time</source>
        <translation>Rien sur cette période</translation>
    </message>
    <message>
        <source>What you do in Callboard fills it, and stays on this machine.</source>
        <translation>Ce que vous faites dans Callboard la remplit, et reste sur cette machine.</translation>
    </message>
    <message>
        <source>times</source>
        <translation>fois</translation>
    </message>
    <message>
        <source>people</source>
        <translation>personnes</translation>
    </message>
    <message numerus="yes">
        <source>last %n day(s), as the portal counts</source>
        <translation>
            <numerusform>dernier jour (%n), selon le portail</numerusform>
            <numerusform>%n derniers jours, selon le portail</numerusform>
        </translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Fois</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Dernière fois</translation>
    </message>
    <message>
        <source>The portal tells the number, and no list behind it.</source>
        <translation>Le portail donne le nombre, sans la liste derrière.</translation>
    </message>
    <message>
        <source>done</source>
        <translation>activités</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nouvelles</translation>
    </message>
    <message>
        <source>returning</source>
        <translation>de retour</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Documentation</source>
        <translation>Documentation</translation>
    </message>
    <message>
        <source>days since</source>
        <translation>jours depuis</translation>
    </message>
    <message>
        <source>never</source>
        <translation>jamais</translation>
    </message>
    <message>
        <source>Time saved by templates</source>
        <translation>Temps gagné grâce aux modèles</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Runs of each template, times what it says that it saves (backstage.io/time-saved). Those that do not say are left out.</source>
        <translation>Lancements de chaque modèle, multipliés par ce qu’il dit faire gagner (backstage.io/time-saved). Ceux qui ne le disent pas sont laissés de côté.</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>gagné</translation>
    </message>
    <message>
        <source>No template says what it saves</source>
        <translation>Aucun modèle ne dit ce qu’il fait gagner</translation>
    </message>
    <message>
        <source>Templates say it in the annotation backstage.io/time-saved.</source>
        <translation>Les modèles le disent dans l’annotation backstage.io/time-saved.</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>%1 en tout</translation>
    </message>
    <message>
        <source>by day</source>
        <translation>par jour</translation>
    </message>
    <message>
        <source>by week</source>
        <translation>par semaine</translation>
    </message>
    <message>
        <source>by month</source>
        <translation>par mois</translation>
    </message>
    <message>
        <source>Opened a pane</source>
        <translation>Volet ouvert</translation>
    </message>
    <message>
        <source>Opened an entity</source>
        <translation>Entité ouverte</translation>
    </message>
    <message>
        <source>Read documentation</source>
        <translation>Documentation lue</translation>
    </message>
    <message>
        <source>Searched</source>
        <translation>Recherche</translation>
    </message>
    <message>
        <source>Ran a template</source>
        <translation>Modèle lancé</translation>
    </message>
    <message>
        <source>Ran an action</source>
        <translation>Action lancée</translation>
    </message>
    <message>
        <source>Dealt with</source>
        <translation>Traité</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fait</translation>
    </message>
    <message>
        <source>About</source>
        <translation>À propos</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Trouvé</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message numerus="yes">
        <source>The newest %n are listed.</source>
        <translation>
            <numerusform>Seul le plus récent est listé (%n).</numerusform>
            <numerusform>Les %n plus récents sont listés.</numerusform>
        </translation>
    </message>
    <message>
        <source>What you did</source>
        <translation>Ce que vous avez fait</translation>
    </message>
    <message>
        <source>Everything that is recorded of your use: see What is Kept.</source>
        <translation>Tout ce qui est noté de votre usage&#xa0;: voir Ce qui est gardé.</translation>
    </message>
    <message>
        <source>Entities you opened</source>
        <translation>Entités que vous avez ouvertes</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>Entité</translation>
    </message>
    <message>
        <source>Pages of entities, each time one was opened.</source>
        <translation>Pages d’entités, chaque fois que l’une est ouverte.</translation>
    </message>
    <message>
        <source>Panes you used</source>
        <translation>Volets que vous avez utilisés</translation>
    </message>
    <message>
        <source>Pane</source>
        <translation>Volet</translation>
    </message>
    <message>
        <source>Each time a pane was opened or come to.</source>
        <translation>Chaque fois qu’un volet a été ouvert ou rejoint.</translation>
    </message>
    <message>
        <source>Documentation you read</source>
        <translation>Documentation que vous avez lue</translation>
    </message>
    <message>
        <source>Pages opened, by the entity they document.</source>
        <translation>Pages ouvertes, selon l’entité qu’elles documentent.</translation>
    </message>
    <message>
        <source>What you searched for</source>
        <translation>Ce que vous avez cherché</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Mots</translation>
    </message>
    <message>
        <source>Searches that came to rest; case and spaces do not count.</source>
        <translation>Recherches menées à terme&#x202f;; casse et espaces ne comptent pas.</translation>
    </message>
    <message>
        <source>Searches that found nothing</source>
        <translation>Recherches sans résultat</translation>
    </message>
    <message>
        <source>Searches with no result at all.</source>
        <translation>Recherches qui n’ont donné aucun résultat.</translation>
    </message>
    <message>
        <source>Actions you ran</source>
        <translation>Actions que vous avez lancées</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Documentation you did not open</source>
        <translation>Documentation que vous n’avez pas ouverte</translation>
    </message>
    <message>
        <source>Sites of the catalog that you did not open in this time.</source>
        <translation>Sites du catalogue que vous n’avez pas ouverts sur cette période.</translation>
    </message>
    <message>
        <source>Active people</source>
        <translation>Personnes actives</translation>
    </message>
    <message>
        <source>People who did anything in each step; new are those who never did before.</source>
        <translation>Personnes ayant fait quelque chose dans chaque intervalle&#x202f;; sont nouvelles celles qui n’avaient encore rien fait.</translation>
    </message>
    <message>
        <source>Most used plugins</source>
        <translation>Plugins les plus utilisés</translation>
    </message>
    <message>
        <source>Plugin</source>
        <translation>Plugin</translation>
    </message>
    <message>
        <source>Each time a plugin was opened.</source>
        <translation>Chaque fois qu’un plugin a été ouvert.</translation>
    </message>
    <message>
        <source>Most opened entities</source>
        <translation>Entités les plus ouvertes</translation>
    </message>
    <message>
        <source>Most read documentation</source>
        <translation>Documentation la plus lue</translation>
    </message>
    <message>
        <source>Most run templates</source>
        <translation>Modèles les plus lancés</translation>
    </message>
    <message>
        <source>Runs of templates.</source>
        <translation>Lancements de modèles.</translation>
    </message>
    <message>
        <source>Documentation nobody opens</source>
        <translation>Documentation que personne n’ouvre</translation>
    </message>
    <message>
        <source>Sites of the catalog that nobody opened in this time.</source>
        <translation>Sites du catalogue que personne n’a ouverts sur cette période.</translation>
    </message>
    <message>
        <source>Searches</source>
        <translation>Recherches</translation>
    </message>
    <message>
        <source>Searches in each step, and those of them with no result at all, where that is told.</source>
        <translation>Recherches de chaque période, dont celles sans aucun résultat, là où c’est indiqué.</translation>
    </message>
    <message>
        <source>searches</source>
        <translation>recherches</translation>
    </message>
    <message>
        <source>found nothing</source>
        <translation>sans résultat</translation>
    </message>
    <message>
        <source>The portal tells how many, and not what was searched for.</source>
        <translation>Le portail indique combien, mais pas ce qui a été cherché.</translation>
    </message>
    <message>
        <source>What is searched for</source>
        <translation>Ce qui est recherché</translation>
    </message>
    <message>
        <source>of all teams</source>
        <translation>de toutes les équipes</translation>
    </message>
    <message>
        <source>of all kinds</source>
        <translation>de tous les genres</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 licensed people in %n day(s)</source>
        <translation>
            <numerusform>%1 personnes sur %2 sous licence en %n jour</numerusform>
            <numerusform>%1 personnes sur %2 sous licence en %n jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 people in %n day(s)</source>
        <translation>
            <numerusform>%1 personnes en %n jour</numerusform>
            <numerusform>%1 personnes en %n jours</numerusform>
        </translation>
    </message>
    <message>
        <source>Entities of each system at the end of the time; its table has documentation, freshness, orphans and problems as well.</source>
        <translation>Entités de chaque système à la fin de la période&#x202f;; son tableau donne aussi documentation, fraîcheur, orphelines et problèmes.</translation>
    </message>
    <message>
        <source>Entities that each team owned at the end of the time; its table has documentation, freshness, orphans and problems as well.</source>
        <translation>Entités que chaque équipe possédait à la fin de la période&#x202f;; son tableau donne aussi documentation, fraîcheur, orphelines et problèmes.</translation>
    </message>
    <message>
        <source>Not counted yet</source>
        <translation>Pas encore compté</translation>
    </message>
    <message>
        <source>The portal is asked about this time; what it tells comes with its next sync.</source>
        <translation>Le portail est interrogé sur cette période&#x202f;; sa réponse arrive avec la prochaine synchronisation.</translation>
    </message>
    <message>
        <source>%1 to %2, as the portal counts</source>
        <translation>du %1 au %2, selon le portail</translation>
    </message>
    <message>
        <source>Actions of integrations, such as running a build again.</source>
        <translation>Actions des intégrations, comme relancer un build.</translation>
    </message>
    <message numerus="yes">
        <source>The first %n are listed.</source>
        <translation>
            <numerusform>Le %n premier est affiché.</numerusform>
            <numerusform>Les %n premiers sont affichés.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::InsightsPane</name>
    <message>
        <source>Choose cards</source>
        <translation>Choisir les cartes</translation>
    </message>
    <message>
        <source>Save a report as PDF</source>
        <translation>Enregistrer un rapport en PDF</translation>
    </message>
    <message>
        <source>My use</source>
        <translation>Mon usage</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Catalog</source>
        <translation>Catalogue</translation>
    </message>
    <message>
        <source>What is kept</source>
        <translation>Ce qui est gardé</translation>
    </message>
    <message>
        <source>Sections of the insights</source>
        <translation>Sections des statistiques</translation>
    </message>
    <message>
        <source>Insights</source>
        <translation>Statistiques</translation>
    </message>
    <message>
        <source>Nothing to count yet</source>
        <translation>Encore rien à compter</translation>
    </message>
    <message>
        <source>A catalog, and what you do with it, fill the insights.</source>
        <translation>Un catalogue, et ce que vous en faites, remplissent les statistiques.</translation>
    </message>
    <message>
        <source>last 7 days</source>
        <translation>7 derniers jours</translation>
    </message>
    <message>
        <source>last 4 weeks</source>
        <translation>4 dernières semaines</translation>
    </message>
    <message>
        <source>last 12 weeks</source>
        <translation>12 dernières semaines</translation>
    </message>
    <message>
        <source>last 6 months</source>
        <translation>6 derniers mois</translation>
    </message>
    <message>
        <source>last year</source>
        <translation>dernière année</translation>
    </message>
    <message>
        <source>last 3 years</source>
        <translation>3 dernières années</translation>
    </message>
    <message>
        <source>all teams</source>
        <translation>toutes les équipes</translation>
    </message>
    <message>
        <source>all kinds</source>
        <translation>tous les genres</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Équipe</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>du %1 au %2</translation>
    </message>
    <message numerus="yes">
        <source>last %n day(s)</source>
        <translation>
            <numerusform>dernier jour (%n)</numerusform>
            <numerusform>%n derniers jours</numerusform>
        </translation>
    </message>
    <message>
        <source>Insights · %1</source>
        <translation>Statistiques · %1</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>%1 n’a pas pu être écrit.</translation>
    </message>
    <message>
        <source>between two days</source>
        <translation>entre deux jours</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Premier jour</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Dernier jour</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::KeptModel</name>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fait</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>About</source>
        <translation>À propos</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Trouvé</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::KeptPage</name>
    <message>
        <source>Record what I do in Callboard</source>
        <translation>Noter ce que je fais dans Callboard</translation>
    </message>
    <message>
        <source>What is kept</source>
        <translation>Ce qui est gardé</translation>
    </message>
    <message numerus="yes">
        <source>keep %n month(s)</source>
        <translation>
            <numerusform>garder %n mois</numerusform>
            <numerusform>garder %n mois</numerusform>
        </translation>
    </message>
    <message>
        <source>How long it is kept</source>
        <translation>Durée de conservation</translation>
    </message>
    <message>
        <source>Nothing is recorded: %1</source>
        <translation>Rien n’est noté&#xa0;: %1</translation>
    </message>
    <message>
        <source>Nothing is kept.</source>
        <translation>Rien n’est gardé.</translation>
    </message>
    <message>
        <source>%1 lines, %2 on disk, since %3.</source>
        <translation>%1 lignes, %2 sur le disque, depuis le %3.</translation>
    </message>
    <message>
        <source>Press again to erase everything</source>
        <translation>Appuyez encore pour tout effacer</translation>
    </message>
    <message>
        <source>Each line below is kept in a file of its own on this machine, readable by you alone. It says what was opened, searched, run and dealt with, and nothing else.</source>
        <translation>Chaque ligne ci-dessous est conservée dans un fichier à part sur cette machine, lisible par vous seul. Elle dit ce qui a été ouvert, cherché, exécuté et traité, et rien d’autre.</translation>
    </message>
    <message>
        <source>Of these lines, only what you share goes anywhere.</source>
        <translation>De ces lignes, seul ce que vous partagez part quelque part.</translation>
    </message>
    <message>
        <source>It is sent nowhere.</source>
        <translation>Elle n’est envoyée nulle part.</translation>
    </message>
    <message>
        <source>Erase selected</source>
        <translation>Effacer la sélection</translation>
    </message>
    <message>
        <source>Erase everything…</source>
        <translation>Tout effacer…</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::LaterDialog</name>
    <message>
        <source>Show the notice again</source>
        <translation>Montrer de nouveau l’avis</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>Mettre de côté</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::LogPanel</name>
    <message>
        <source>Times</source>
        <translation>Heures</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Suivre</translation>
    </message>
    <message>
        <source>saved as %1</source>
        <translation>enregistré sous %1</translation>
    </message>
    <message>
        <source>not saved: %1</source>
        <translation>non enregistré&#xa0;: %1</translation>
    </message>
    <message>
        <source>Find in this log</source>
        <translation>Trouver dans ce journal</translation>
    </message>
    <message>
        <source>Previous place found (Shift+F3)</source>
        <translation>Endroit trouvé précédent (Maj+F3)</translation>
    </message>
    <message>
        <source>Next place found (F3)</source>
        <translation>Endroit trouvé suivant (F3)</translation>
    </message>
    <message>
        <source>Next failing line (F8)</source>
        <translation>Ligne en échec suivante (F8)</translation>
    </message>
    <message>
        <source>Fold all groups</source>
        <translation>Replier tous les groupes</translation>
    </message>
    <message>
        <source>Unfold all groups</source>
        <translation>Déplier tous les groupes</translation>
    </message>
    <message>
        <source>Copy the selected lines</source>
        <translation>Copier les lignes sélectionnées</translation>
    </message>
    <message>
        <source>Save the log…</source>
        <translation>Enregistrer le journal…</translation>
    </message>
    <message>
        <source>More for this log</source>
        <translation>Autres actions pour ce journal</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n ligne</numerusform>
            <numerusform>%n lignes</numerusform>
        </translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>lecture…</translation>
    </message>
    <message>
        <source>growing</source>
        <translation>s’allonge</translation>
    </message>
    <message numerus="yes">
        <source>%n failing line(s)</source>
        <translation>
            <numerusform>%n ligne en échec</numerusform>
            <numerusform>%n lignes en échec</numerusform>
        </translation>
    </message>
    <message>
        <source>searching…</source>
        <translation>recherche…</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>rien trouvé</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message numerus="yes">
        <source>in %n line(s)</source>
        <translation>
            <numerusform>dans %n ligne</numerusform>
            <numerusform>dans %n lignes</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>Enregistrer le journal</translation>
    </message>
    <message>
        <source>Next failing line</source>
        <translation>Ligne en échec suivante</translation>
    </message>
    <message>
        <source>Previous failing line</source>
        <translation>Ligne en échec précédente</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::LogView</name>
    <message>
        <source>Log</source>
        <translation>Journal</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n ligne</numerusform>
            <numerusform>%n lignes</numerusform>
        </translation>
    </message>
    <message>
        <source> … cut: the line is very long</source>
        <translation> … coupé&#xa0;: la ligne est très longue</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Ligne %1&#xa0;: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) folded</source>
        <translation>
            <numerusform>%n ligne repliée</numerusform>
            <numerusform>%n lignes repliées</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::MapCanvas</name>
    <message>
        <source>Map of relations</source>
        <translation>Carte des relations</translation>
    </message>
    <message>
        <source>Arrow keys go from one entity to the next, Enter opens it, plus and minus zoom, 0 shows all</source>
        <translation>Les flèches vont d’une entité à l’autre, Entrée l’ouvre, plus et moins zooment, 0 montre tout</translation>
    </message>
    <message>
        <source>not current</source>
        <translation>pas à jour</translation>
    </message>
    <message>
        <source>touches the focus</source>
        <translation>touche le focus</translation>
    </message>
    <message numerus="yes">
        <source>%n further, without a colour of their own</source>
        <translation>
            <numerusform>%n autre, sans couleur propre</numerusform>
            <numerusform>%n autres, sans couleur propre</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::MapControls</name>
    <message>
        <source>What is on the map</source>
        <translation>Ce qui est sur la carte</translation>
    </message>
    <message>
        <source>Find in the map</source>
        <translation>Trouver sur la carte</translation>
    </message>
    <message>
        <source>Rolled up to</source>
        <translation>Regroupé par</translation>
    </message>
    <message>
        <source>systems</source>
        <translation>systèmes</translation>
    </message>
    <message>
        <source>domains</source>
        <translation>domaines</translation>
    </message>
    <message>
        <source>Steps from the focus</source>
        <translation>Pas depuis le focus</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Sens</translation>
    </message>
    <message>
        <source>In</source>
        <translation>Entrant</translation>
    </message>
    <message>
        <source>What needs it</source>
        <translation>Ce qui a besoin d’elle</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Les deux</translation>
    </message>
    <message>
        <source>Either way</source>
        <translation>Dans les deux sens</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>Sortant</translation>
    </message>
    <message>
        <source>What it needs</source>
        <translation>Ce dont elle a besoin</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>Relations</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>Types</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>Cadres</translation>
    </message>
    <message>
        <source>Systems</source>
        <translation>Systèmes</translation>
    </message>
    <message>
        <source>Domains</source>
        <translation>Domaines</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>Équipes</translation>
    </message>
    <message>
        <source>Through APIs</source>
        <translation>À travers les API</translation>
    </message>
    <message>
        <source>Who needs whom</source>
        <translation>Qui a besoin de qui</translation>
    </message>
    <message>
        <source>Also draws a line from who consumes an API to who provides it</source>
        <translation>Trace aussi une ligne de qui consomme une API à qui la fournit</translation>
    </message>
    <message>
        <source>Colour by</source>
        <translation>Colorer par</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>team</source>
        <translation>équipe</translation>
    </message>
    <message>
        <source>lifecycle</source>
        <translation>cycle de vie</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>If it stops</source>
        <translation>Si elle s’arrête</translation>
    </message>
    <message>
        <source>Circles</source>
        <translation>Cycles</translation>
    </message>
    <message>
        <source>Shortest way to…</source>
        <translation>Plus court chemin vers…</translation>
    </message>
    <message>
        <source>Shortest way from the focus to</source>
        <translation>Plus court chemin du focus à</translation>
    </message>
    <message>
        <source>A name or reference, then Enter</source>
        <translation>Un nom ou une référence, puis Entrée</translation>
    </message>
    <message>
        <source>as boxes</source>
        <translation>en cadres</translation>
    </message>
    <message>
        <source>Not on this map</source>
        <translation>Pas sur cette carte</translation>
    </message>
    <message numerus="yes">
        <source>%n found; Enter goes to the next</source>
        <translation>
            <numerusform>%n trouvée&#x202f;; Entrée va à la suivante</numerusform>
            <numerusform>%n trouvées&#x202f;; Entrée va à la suivante</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::MapLists</name>
    <message>
        <source>Relations on the map</source>
        <translation>Relations sur la carte</translation>
    </message>
    <message>
        <source>The whole estate</source>
        <translation>Tout le parc</translation>
    </message>
    <message numerus="yes">
        <source>%n entities</source>
        <translation>
            <numerusform>%n entité</numerusform>
            <numerusform>%n entités</numerusform>
        </translation>
    </message>
    <message>
        <source>Depend on it</source>
        <translation>Dépendent d’elle</translation>
    </message>
    <message>
        <source>It depends on</source>
        <translation>Elle dépend de</translation>
    </message>
    <message>
        <source>It provides</source>
        <translation>Elle fournit</translation>
    </message>
    <message>
        <source>Provided by</source>
        <translation>Fournie par</translation>
    </message>
    <message>
        <source>Further relations</source>
        <translation>Autres relations</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>verb, times</comment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>%1, not current</source>
        <translation>%1, pas à jour</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>absente</translation>
    </message>
    <message>
        <source>If it stops</source>
        <translation>Si elle s’arrête</translation>
    </message>
    <message>
        <source>Nothing that the catalog knows of needs it</source>
        <translation>Rien de ce que connaît le catalogue n’en a besoin</translation>
    </message>
    <message>
        <source>%1 in %2, %3</source>
        <translation>%1 dans %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%n systems</source>
        <translation>
            <numerusform>%n système</numerusform>
            <numerusform>%n systèmes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n teams</source>
        <translation>
            <numerusform>%n équipe</numerusform>
            <numerusform>%n équipes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to tell</source>
        <comment>entities of a team</comment>
        <translation>
            <numerusform>%n à prévenir</numerusform>
            <numerusform>%n à prévenir</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n steps</source>
        <translation>
            <numerusform>%n pas</numerusform>
            <numerusform>%n pas</numerusform>
        </translation>
    </message>
    <message>
        <source>On the map</source>
        <translation>Sur la carte</translation>
    </message>
    <message>
        <source>Shortest way</source>
        <translation>Plus court chemin</translation>
    </message>
    <message>
        <source>← %1</source>
        <comment>against a relation</comment>
        <translation>← %1</translation>
    </message>
    <message>
        <source>Circles</source>
        <translation>Cycles</translation>
    </message>
    <message numerus="yes">
        <source>of %n</source>
        <comment>members of a circle</comment>
        <translation>
            <numerusform>de %n</numerusform>
            <numerusform>de %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::MapPane</name>
    <message>
        <source>%1 could not be written.</source>
        <translation>%1 n’a pas pu être écrit.</translation>
    </message>
    <message>
        <source>Export the map</source>
        <translation>Exporter la carte</translation>
    </message>
    <message>
        <source>Scalable drawing (*.svg)</source>
        <translation>Dessin vectoriel (*.svg)</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Image (*.png)</translation>
    </message>
    <message>
        <source>Graphviz (*.dot)</source>
        <translation>Graphviz (*.dot)</translation>
    </message>
    <message>
        <source>&amp;Unfold</source>
        <translation>&amp;Déplier</translation>
    </message>
    <message>
        <source>Put in the &amp;middle</source>
        <translation>Mettre au &amp;milieu</translation>
    </message>
    <message>
        <source>Open its &amp;page</source>
        <translation>Ouvrir sa &amp;page</translation>
    </message>
    <message>
        <source>Shortest &amp;way from the focus</source>
        <translation>Plus court c&amp;hemin depuis le focus</translation>
    </message>
    <message>
        <source>Map: zoom out</source>
        <translation>Carte&#xa0;: réduire</translation>
    </message>
    <message>
        <source>Shows more of the map, smaller</source>
        <translation>Montre plus de la carte, plus petit</translation>
    </message>
    <message>
        <source>Map: zoom in</source>
        <translation>Carte&#xa0;: agrandir</translation>
    </message>
    <message>
        <source>Shows less of the map, larger</source>
        <translation>Montre moins de la carte, plus grand</translation>
    </message>
    <message>
        <source>Map: show all of it</source>
        <translation>Carte&#xa0;: la montrer toute</translation>
    </message>
    <message>
        <source>Brings all of the map into view</source>
        <translation>Amène toute la carte en vue</translation>
    </message>
    <message>
        <source>Map: the whole estate</source>
        <translation>Carte&#xa0;: tout le parc</translation>
    </message>
    <message>
        <source>Every system or domain, and how many relations run between them</source>
        <translation>Chaque système ou domaine, et le nombre de relations entre eux</translation>
    </message>
    <message>
        <source>Map: export as SVG…</source>
        <translation>Carte&#xa0;: exporter en SVG…</translation>
    </message>
    <message>
        <source>Map: export as PNG…</source>
        <translation>Carte&#xa0;: exporter en PNG…</translation>
    </message>
    <message>
        <source>Map: export for Graphviz…</source>
        <translation>Carte&#xa0;: exporter pour Graphviz…</translation>
    </message>
    <message>
        <source>It is spread out, without boxes.</source>
        <translation>Elle est étalée, sans cadres.</translation>
    </message>
    <message>
        <source>A simpler arrangement is shown, without boxes.</source>
        <translation>Une disposition plus simple est montrée, sans cadres.</translation>
    </message>
    <message>
        <source>This map is large.</source>
        <translation>Cette carte est grande.</translation>
    </message>
    <message>
        <source>Fewer steps or kinds make it smaller.</source>
        <translation>Moins de pas ou de types la rendent plus petite.</translation>
    </message>
    <message>
        <source>Graphviz is not installed.</source>
        <translation>Graphviz n’est pas installé.</translation>
    </message>
    <message>
        <source>Arranging this map took too long.</source>
        <translation>Disposer cette carte a pris trop de temps.</translation>
    </message>
    <message>
        <source>Graphviz could not arrange this map.</source>
        <translation>Graphviz n’a pas pu disposer cette carte.</translation>
    </message>
    <message>
        <source>%1 is not in the catalog</source>
        <translation>%1 n’est pas dans le catalogue</translation>
    </message>
    <message>
        <source>Choose another entity, or look at the whole estate.</source>
        <translation>Choisissez une autre entité, ou regardez tout le parc.</translation>
    </message>
    <message>
        <source>The whole estate</source>
        <translation>Tout le parc</translation>
    </message>
    <message>
        <source>Nothing is in the catalog that could be drawn</source>
        <translation>Le catalogue n’a rien qui puisse être dessiné</translation>
    </message>
    <message>
        <source>When a source was read, its systems and how they are related are drawn here.</source>
        <translation>Une fois une source lue, ses systèmes et leurs relations sont dessinés ici.</translation>
    </message>
    <message numerus="yes">
        <source>%n steps</source>
        <translation>
            <numerusform>%n pas</numerusform>
            <numerusform>%n pas</numerusform>
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
    <message numerus="yes">
        <source>%n folded</source>
        <translation>
            <numerusform>%n repliée</numerusform>
            <numerusform>%n repliées</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>zoom</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Nothing is called “%1”</source>
        <translation>Rien ne s’appelle «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>No way leads to %1 over the relations chosen</source>
        <translation>Aucun chemin ne mène à %1 par les relations choisies</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Carte</translation>
    </message>
    <message>
        <source>Map: its relations as a table</source>
        <translation>Carte&#xa0;: ses relations en tableau</translation>
    </message>
    <message>
        <source>Rows to sort, filter and export, in the place of the drawing</source>
        <translation>Des lignes à trier, filtrer et exporter, à la place du dessin</translation>
    </message>
    <message>
        <source>Map: export its relations…</source>
        <translation>Carte&#xa0;: exporter ses relations…</translation>
    </message>
    <message>
        <source>The rows of the table, as CSV or JSON</source>
        <translation>Les lignes du tableau, en CSV ou JSON</translation>
    </message>
    <message>
        <source>laid out in %1 ms</source>
        <translation>disposée en %1 ms</translation>
    </message>
    <message>
        <source>Each box is arranged by itself.</source>
        <translation>Chaque cadre est disposé à part.</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::MapScene</name>
    <message numerus="yes">
        <source>+ %n more</source>
        <translation>
            <numerusform>+ %n de plus</numerusform>
            <numerusform>+ %n de plus</numerusform>
        </translation>
    </message>
    <message>
        <source>+ %1 more %2</source>
        <translation>+ %1 %2 de plus</translation>
    </message>
    <message>
        <source>part of none</source>
        <translation>dans aucun</translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n absente</numerusform>
            <numerusform>%n absentes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entities</source>
        <translation>
            <numerusform>%n entité</numerusform>
            <numerusform>%n entités</numerusform>
        </translation>
    </message>
    <message>
        <source>missing</source>
        <translation>absente</translation>
    </message>
    <message>
        <source>owned by %1</source>
        <translation>appartient à %1</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>dans %1</translation>
    </message>
    <message>
        <source>the focus</source>
        <translation>le focus</translation>
    </message>
    <message>
        <source>not current</source>
        <translation>pas à jour</translation>
    </message>
    <message>
        <source>has problems</source>
        <translation>a des problèmes</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>verb, name</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2 this</source>
        <comment>name, verb</comment>
        <translation>%1 %2 celle-ci</translation>
    </message>
    <message numerus="yes">
        <source>and %n more relations</source>
        <translation>
            <numerusform>et %n relation de plus</numerusform>
            <numerusform>et %n relations de plus</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::MapTable</name>
    <message>
        <source>Relations of the map, as a table</source>
        <translation>Relations de la carte, en tableau</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::MapTableModel</name>
    <message>
        <source>%1 × %2</source>
        <comment>verb, times</comment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>%1, not current</source>
        <translation>%1, pas à jour</translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <comment>an entity, a verb, an entity</comment>
        <translation>%1 %2 %3</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>Its owner</source>
        <translation>Son propriétaire</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>Relation</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Vers</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::NoticeDesk</name>
    <message>
        <source>In an hour, %1</source>
        <translation>Dans une heure, %1</translation>
    </message>
    <message>
        <source>This evening, %1</source>
        <translation>Ce soir, %1</translation>
    </message>
    <message>
        <source>Tomorrow, %1</source>
        <translation>Demain, %1</translation>
    </message>
    <message>
        <source>Next Monday, %1</source>
        <translation>Lundi prochain, %1</translation>
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
    <message>
        <source>Builds</source>
        <translation>Builds</translation>
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
    <message>
        <source>Build</source>
        <translation>Build</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Branche</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>result and duration of a build</comment>
        <translation>%1, %2</translation>
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
    <message>
        <source>filter: owner:payments rule:name</source>
        <translation>filtrer&#xa0;: owner:payments rule:name</translation>
    </message>
    <message>
        <source>Open the problem in the e&amp;ditor</source>
        <translation>Ouvrir le problème dans l’é&amp;diteur</translation>
    </message>
    <message>
        <source>Opens the file of the problem in your editor, at its line.</source>
        <translation>Ouvre le fichier du problème dans votre éditeur, à sa ligne.</translation>
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
    <message>
        <source>Show the catalog</source>
        <translation>Afficher le catalogue</translation>
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
    <message>
        <source>Show as a map</source>
        <translation>Montrer en carte</translation>
    </message>
    <message>
        <source>Show the catalog</source>
        <translation>Afficher le catalogue</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Synchroniser</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::RequestLog</name>
    <message>
        <source>Request log</source>
        <translation>Journal des requêtes</translation>
    </message>
    <message>
        <source>filter by address, status, method</source>
        <translation>filtrer par adresse, état, méthode</translation>
    </message>
    <message>
        <source>Filter the requests</source>
        <translation>Filtrer les requêtes</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Requêtes</translation>
    </message>
    <message>
        <source>All sources</source>
        <translation>Toutes les sources</translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s), the latest 500 at most. No headers, no bodies, no secrets.</source>
        <translation>
            <numerusform>%Ln requête, les 500 dernières au plus. Ni en-têtes, ni corps, ni secrets.</numerusform>
            <numerusform>%Ln requêtes, les 500 dernières au plus. Ni en-têtes, ni corps, ni secrets.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>No request was made yet</source>
        <translation>Aucune requête pour l’instant</translation>
    </message>
    <message>
        <source>No request matches</source>
        <translation>Aucune requête ne correspond</translation>
    </message>
    <message>
        <source>What sources ask over the network in this run of the program shows here.</source>
        <translation>Ce que les sources demandent par le réseau depuis le démarrage s’affiche ici.</translation>
    </message>
    <message>
        <source>Other words, or another source, show more.</source>
        <translation>D’autres mots, ou une autre source, en montrent plus.</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::RequestLogModel</name>
    <message>
        <source>%1 unchanged</source>
        <translation>%1 inchangé</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Méthode</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Octets</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::ReviewsPane</name>
    <message>
        <source>Reviews</source>
        <translation>Revues</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>brouillon</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Ouvrir dans le navigateur</translation>
    </message>
    <message>
        <source>Check out in the clone</source>
        <translation>Extraire dans le clone</translation>
    </message>
    <message>
        <source>Show what it changes</source>
        <translation>Montrer ce qui change</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>filter the reviews</source>
        <translation>filtrer les revues</translation>
    </message>
    <message>
        <source>Filter the reviews</source>
        <translation>Filtrer les revues</translation>
    </message>
    <message numerus="yes">
        <source>%n wait for you</source>
        <translation>
            <numerusform>%n vous attend</numerusform>
            <numerusform>%n vous attendent</numerusform>
        </translation>
    </message>
    <message>
        <source>No review fits this filter</source>
        <translation>Aucune revue ne correspond à ce filtre</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Effacer le filtre</translation>
    </message>
    <message>
        <source>No reviews are open</source>
        <translation>Aucune revue n’est ouverte</translation>
    </message>
    <message>
        <source>A source that hosts code brings pull and merge requests here.</source>
        <translation>Une source qui héberge du code apporte ici les pull requests et merge requests.</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Compris</translation>
    </message>
    <message>
        <source>There is no clone of %1 in your folders</source>
        <translation>Il n’y a pas de clone de %1 dans vos dossiers</translation>
    </message>
    <message>
        <source>Add the folder that it lies in as a source.</source>
        <translation>Ajoutez comme source le dossier où il se trouve.</translation>
    </message>
    <message>
        <source>%1 is checked out</source>
        <translation>%1 est extrait</translation>
    </message>
    <message>
        <source>It is not in the clone yet</source>
        <translation>Ce n’est pas encore dans le clone</translation>
    </message>
    <message>
        <source>Nothing was checked out: your work there stays as it is</source>
        <translation>Rien n’a été extrait&#xa0;: votre travail y reste tel quel</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>It cannot be compared in the clone</source>
        <translation>La comparaison est impossible dans le clone</translation>
    </message>
    <message>
        <source>%1: what it changes</source>
        <translation>%1&#xa0;: ce qui change</translation>
    </message>
    <message>
        <source>What %1 changes</source>
        <translation>Ce que change %1</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Synchroniser</translation>
    </message>
    <message>
        <source>Check the review out in the clone</source>
        <translation>Extraire la revue dans le clone</translation>
    </message>
    <message>
        <source>Show what the review changes</source>
        <translation>Montrer ce que la revue change</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Fetching %1</source>
        <translation>Récupération de %1</translation>
    </message>
    <message>
        <source>It could not be fetched</source>
        <translation>La récupération a échoué</translation>
    </message>
    <message>
        <source>It has moved on at its host since it was read here</source>
        <translation>Cela a changé sur son hôte depuis la dernière lecture</translation>
    </message>
    <message>
        <source>Sync, then try once more (%1).</source>
        <translation>Synchronisez, puis réessayez (%1).</translation>
    </message>
    <message>
        <source>You work offline: try again once the network may be used (%1).</source>
        <translation>Vous travaillez hors ligne&#xa0;: réessayez dès que le réseau peut être utilisé (%1).</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Approuver</translation>
    </message>
    <message>
        <source>Approve the review…</source>
        <translation>Approuver la revue…</translation>
    </message>
    <message>
        <source>Approves it at its host, once you have said yes.</source>
        <translation>L’approuve chez son hôte, une fois que vous avez dit oui.</translation>
    </message>
    <message>
        <source>Export what is shown…</source>
        <translation>Exporter ce qui est affiché…</translation>
    </message>
    <message>
        <source>Approve (its host offers nothing here)</source>
        <translation>Approuver (son hôte ne l’offre pas)</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Trier par</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>asked: %1</source>
        <translation>demandé&#xa0;: %1</translation>
    </message>
    <message>
        <source>Commit %1 is not in this clone yet</source>
        <translation>Le commit %1 n’est pas encore dans ce clone</translation>
    </message>
    <message>
        <source>A merge, rebase or the like is under way there</source>
        <translation>Une fusion, un rebasage ou autre y est en cours</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) there have uncommitted changes</source>
        <translation>
            <numerusform>%n fichier y a des changements non validés</numerusform>
            <numerusform>%n fichiers y ont des changements non validés</numerusform>
        </translation>
    </message>
    <message>
        <source>The branch %1 there has commits of its own</source>
        <translation>La branche %1 y a des commits à elle</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of yours that git does not keep are in the way: %1</source>
        <translation>
            <numerusform>%n fichier à vous que git ne garde pas gêne&#xa0;: %1</numerusform>
            <numerusform>%n fichiers à vous que git ne garde pas gênent&#xa0;: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The branch %1 is not in this clone</source>
        <translation>La branche %1 n’est pas dans ce clone</translation>
    </message>
    <message>
        <source>Its branch has no usable name</source>
        <translation>Sa branche n’a pas de nom utilisable</translation>
    </message>
    <message>
        <source>It is cut: only the first %1 are shown.</source>
        <translation>Il est coupé&#xa0;: seuls les premiers %1 sont montrés.</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::RunDelegate</name>
    <message>
        <source>p50 %1</source>
        <translation>p50 %1</translation>
    </message>
    <message>
        <source>flaky: %1</source>
        <translation>instable&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::RunTree</name>
    <message>
        <source>Builds</source>
        <translation>Builds</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::RunView</name>
    <message>
        <source>Jobs and steps</source>
        <translation>Jobs et étapes</translation>
    </message>
    <message>
        <source>Back to the list (Esc)</source>
        <translation>Retour à la liste (Échap)</translation>
    </message>
    <message>
        <source>Compare at the host</source>
        <translation>Comparer chez l’hôte</translation>
    </message>
    <message>
        <source>Commits since the last good run</source>
        <translation>Commits depuis la dernière exécution réussie</translation>
    </message>
    <message>
        <source>%1 %2, %3</source>
        <translation>%1 %2, %3</translation>
    </message>
    <message>
        <source>%1 for #%2</source>
        <translation>%1 pour #%2</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>durée %1</translation>
    </message>
    <message>
        <source>waited %1</source>
        <translation>attente %1</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>tentative %1</translation>
    </message>
    <message>
        <source>The host says “%1”; %2</source>
        <translation>L’hôte dit «&#xa0;%1&#xa0;»&#x202f;; %2</translation>
    </message>
    <message numerus="yes">
        <source>Broken since %1: %n runs in a row</source>
        <translation>
            <numerusform>Cassé depuis %1&#xa0;: %n exécution de suite</numerusform>
            <numerusform>Cassé depuis %1&#xa0;: %n exécutions de suite</numerusform>
        </translation>
    </message>
    <message>
        <source>last passed: %1, %2</source>
        <translation>dernière réussite&#xa0;: %1, %2</translation>
    </message>
    <message>
        <source>it never passed here</source>
        <translation>jamais réussi ici</translation>
    </message>
    <message>
        <source>flaky: it both passed and failed on this commit</source>
        <translation>instable&#xa0;: réussite et échec sur ce même commit</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Ouvrir dans le navigateur</translation>
    </message>
    <message>
        <source>Copy the commit</source>
        <translation>Copier le commit</translation>
    </message>
    <message>
        <source>More for this run</source>
        <translation>Autres actions pour cette exécution</translation>
    </message>
    <message>
        <source>What this run is made of cannot be told now. %1</source>
        <translation>Impossible de dire maintenant de quoi cette exécution est faite. %1</translation>
    </message>
    <message>
        <source>The host names no jobs of this run.</source>
        <translation>L’hôte ne nomme aucun job de cette exécution.</translation>
    </message>
    <message>
        <source>“%1” has no log: it is %2.</source>
        <translation>«&#xa0;%1&#xa0;» n’a pas de journal (%2).</translation>
    </message>
    <message>
        <source>The log cannot be read. %1</source>
        <translation>Le journal ne peut pas être lu. %1</translation>
    </message>
    <message>
        <source>kept for offline</source>
        <translation>gardé hors ligne</translation>
    </message>
    <message>
        <source>cut: there was more than may be kept</source>
        <translation>coupé&#xa0;: il y avait plus que ce qui peut être gardé</translation>
    </message>
    <message>
        <source>Since the last pass, %1</source>
        <translation>Depuis la dernière réussite, %1</translation>
    </message>
    <message>
        <source>flaky jobs: %1</source>
        <translation>jobs instables&#xa0;: %1</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Commit</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Auteur</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message numerus="yes">
        <source>%n commit(s)</source>
        <translation>
            <numerusform>%n commit</numerusform>
            <numerusform>%n commits</numerusform>
        </translation>
    </message>
    <message>
        <source>Next failure</source>
        <translation>Échec suivant</translation>
    </message>
    <message>
        <source>Goes to the next run that failed, or to the next place in the log that says why.</source>
        <translation>Va à l’exécution en échec suivante, ou à l’endroit suivant du journal qui dit pourquoi.</translation>
    </message>
    <message>
        <source>Previous failure</source>
        <translation>Échec précédent</translation>
    </message>
    <message>
        <source>The same backwards.</source>
        <translation>La même chose en arrière.</translation>
    </message>
    <message>
        <source>Run the build again</source>
        <translation>Relancer le build</translation>
    </message>
    <message>
        <source>Save the log…</source>
        <translation>Enregistrer le journal…</translation>
    </message>
    <message>
        <source>Writes the log to a file.</source>
        <translation>Écrit le journal dans un fichier.</translation>
    </message>
    <message>
        <source>Has the CI run the build that is open, or chosen in the list, once more.</source>
        <translation>Fait exécuter de nouveau par la CI le build ouvert, ou choisi dans la liste.</translation>
    </message>
    <message>
        <source>It runs #{number} of {project} on {branch} once more.</source>
        <translation>Relance le n° {number} de {project} sur {branch}.</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::ShareBox</name>
    <message>
        <source>What I search for too</source>
        <translation>Ce que je cherche aussi</translation>
    </message>
    <message>
        <source>Share my use with %1</source>
        <translation>Partager mon usage avec %1</translation>
    </message>
    <message>
        <source>Share what I search for with %1 too</source>
        <translation>Partager aussi avec %1 ce que je cherche</translation>
    </message>
    <message>
        <source>Show what goes to %1 next</source>
        <translation>Montrer ce qui part ensuite vers %1</translation>
    </message>
    <message>
        <source>Send what waits to %1 now</source>
        <translation>Envoyer maintenant à %1 ce qui attend</translation>
    </message>
    <message>
        <source>What goes to %1 next</source>
        <translation>Ce qui part ensuite vers %1</translation>
    </message>
    <message>
        <source>What you open, read and run of its entities, and whatever you search for in Callboard, is sent to %1 and counted there as %2.</source>
        <translation>Ce que vous ouvrez, lisez et exécutez de ses entités, et tout ce que vous cherchez dans Callboard, est envoyé à %1 et y est compté sous %2.</translation>
    </message>
    <message>
        <source>What you open, read and run of its entities is sent to %1 and counted there as %2.</source>
        <translation>Ce que vous ouvrez, lisez et exécutez de ses entités est envoyé à %1 et y est compté sous %2.</translation>
    </message>
    <message>
        <source>Nothing goes of what you did before you switched it on, nor of other sources. Lines that you erase here before they go do not go.</source>
        <translation>Rien ne part de ce que vous avez fait avant de l’activer, ni d’autres sources. Les lignes que vous effacez ici avant leur départ ne partent pas.</translation>
    </message>
    <message>
        <source>Being switched on…</source>
        <translation>Activation en cours…</translation>
    </message>
    <message>
        <source>Nothing of this is sent to %1.</source>
        <translation>Rien de ceci n’est envoyé à %1.</translation>
    </message>
    <message>
        <source>It cannot be switched on now: %1</source>
        <translation>Impossible de l’activer maintenant&#xa0;: %1</translation>
    </message>
    <message>
        <source>Switched on, what you open, read and run of its entities from then on goes to %1 and is counted there as %2. You can end that at any time.</source>
        <translation>Une fois activé, ce que vous ouvrez, lisez et exécutez de ses entités à partir de là part vers %1 et y est compté sous %2. Vous pouvez y mettre fin à tout moment.</translation>
    </message>
    <message>
        <source>Sharing was ended: you are signed in there as somebody else now, or the address is another.</source>
        <translation>Le partage a pris fin&#xa0;: vous y êtes connecté maintenant sous un autre nom, ou l’adresse a changé.</translation>
    </message>
    <message>
        <source>Being sent…</source>
        <translation>Envoi en cours…</translation>
    </message>
    <message>
        <source>Nothing waits.</source>
        <translation>Rien n’attend.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) wait, and go at %1.</source>
        <translation>
            <numerusform>%n ligne attend, et part à %1.</numerusform>
            <numerusform>%n lignes attendent, et partent à %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) wait: nothing goes by itself now.</source>
        <translation>
            <numerusform>%n ligne attend&#xa0;: rien ne part tout seul pour l’instant.</numerusform>
            <numerusform>%n lignes attendent&#xa0;: rien ne part tout seul pour l’instant.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) went, the last time %1.</source>
        <translation>
            <numerusform>%n ligne est partie, la dernière fois %1.</numerusform>
            <numerusform>%n lignes sont parties, la dernière fois %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Shared up to what you did at %1.</source>
        <translation>Partagé jusqu’à ce que vous avez fait à %1.</translation>
    </message>
    <message numerus="yes">
        <source>Of %n line(s) nobody knows whether they arrived: they are not sent again.</source>
        <translation>
            <numerusform>De %n ligne, personne ne sait si elle est arrivée&#xa0;: elle n’est pas renvoyée.</numerusform>
            <numerusform>De %n lignes, personne ne sait si elles sont arrivées&#xa0;: elles ne sont pas renvoyées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) were too large to be sent.</source>
        <translation>
            <numerusform>%n ligne était trop grande pour être envoyée.</numerusform>
            <numerusform>%n lignes étaient trop grandes pour être envoyées.</numerusform>
        </translation>
    </message>
    <message>
        <source>The last attempt came to nothing: %1</source>
        <translation>La dernière tentative n’a rien donné&#xa0;: %1</translation>
    </message>
    <message>
        <source>Show what goes next</source>
        <translation>Montrer ce qui part ensuite</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Envoyer maintenant</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::SharedModel</name>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fait</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>As it is sent</source>
        <translation>Tel qu’envoyé</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::SourceCard</name>
    <message>
        <source>Sync now</source>
        <translation>Synchroniser</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Requests…</source>
        <translation>Requêtes…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Retirer…</translation>
    </message>
    <message>
        <source>%1, paused</source>
        <translation>%1, en pause</translation>
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
        <source>Sync %1 now</source>
        <translation>Synchroniser %1 maintenant</translation>
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
        <source>Edit %1</source>
        <translation>Modifier %1</translation>
    </message>
    <message>
        <source>Requests of %1</source>
        <translation>Requêtes de %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Retirer %1</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Le garder</translation>
    </message>
    <message>
        <source>Erase what it brought</source>
        <translation>Effacer ce qu’elle a apporté</translation>
    </message>
    <message>
        <source>It has not let you in since %1. What it brought is here still: erase it, or keep it?</source>
        <translation>Elle ne vous laisse plus entrer depuis le %1. Ce qu’elle a apporté est encore là&#xa0;: l’effacer, ou le garder&#x202f;?</translation>
    </message>
    <message>
        <source>Keep what %1 brought</source>
        <translation>Garder ce que %1 a apporté</translation>
    </message>
    <message>
        <source>Erase what %1 brought</source>
        <translation>Effacer ce que %1 a apporté</translation>
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
    <name>callboard::ui::panes::SourceView</name>
    <message>
        <source>next now</source>
        <translation>prochain&#xa0;: maint.</translation>
    </message>
    <message numerus="yes">
        <source>next in %n s</source>
        <translation>
            <numerusform>prochain dans %n s</numerusform>
            <numerusform>prochain dans %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>next in %n min</source>
        <translation>
            <numerusform>prochain dans %n min</numerusform>
            <numerusform>prochain dans %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>next in %n h</source>
        <translation>
            <numerusform>prochain dans %n h</numerusform>
            <numerusform>prochain dans %n h</numerusform>
        </translation>
    </message>
    <message>
        <source>integration missing</source>
        <translation>intégration absente</translation>
    </message>
    <message>
        <source>waiting for its turn</source>
        <translation>attend son tour</translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln requête</numerusform>
            <numerusform>%Ln requêtes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>rests until %1</source>
        <translation>au repos jusqu’à %1</translation>
    </message>
    <message>
        <source>%1 of %2 requests left</source>
        <translation>reste %1 requêtes sur %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) left</source>
        <translation>
            <numerusform>reste %Ln requête</numerusform>
            <numerusform>reste %Ln requêtes</numerusform>
        </translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>jusqu’à %1</translation>
    </message>
    <message numerus="yes">
        <source>today %Ln request(s), %1</source>
        <translation>
            <numerusform>aujourd’hui %Ln requête, %1</numerusform>
            <numerusform>aujourd’hui %Ln requêtes, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>While nothing happens, it shares the requests of one host with %n other(s)</source>
        <translation>
            <numerusform>Tant que rien ne se passe, elle partage les requêtes d’un seul hôte avec %n autre</numerusform>
            <numerusform>Tant que rien ne se passe, elle partage les requêtes d’un seul hôte avec %n autres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n other host(s)</source>
        <translation>
            <numerusform>et %n autre hôte</numerusform>
            <numerusform>et %n autres hôtes</numerusform>
        </translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>durée %1</translation>
    </message>
    <message numerus="yes">
        <source>what is idle every %n min</source>
        <translation>
            <numerusform>ce qui est inactif toutes les %n min</numerusform>
            <numerusform>ce qui est inactif toutes les %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>what is idle every %n h</source>
        <translation>
            <numerusform>ce qui est inactif toutes les %n h</numerusform>
            <numerusform>ce qui est inactif toutes les %n h</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: waits until %2 signs in again</source>
        <translation>%1&#xa0;: attend que %2 se reconnecte</translation>
    </message>
    <message>
        <source>All sources are paused: it is read only when you ask</source>
        <translation>Toutes les sources sont en pause&#xa0;: elle n’est lue qu’à votre demande</translation>
    </message>
    <message>
        <source>Read rarely: the network is metered</source>
        <translation>Lue rarement&#xa0;: le réseau est limité</translation>
    </message>
    <message>
        <source>Read only when you ask: the network is metered</source>
        <translation>Lue seulement à votre demande&#xa0;: le réseau est limité</translation>
    </message>
    <message>
        <source>Read rarely: power is being saved</source>
        <translation>Lue rarement&#xa0;: l’énergie est économisée</translation>
    </message>
    <message>
        <source>Read only when you ask: power is being saved</source>
        <translation>Lue seulement à votre demande&#xa0;: l’énergie est économisée</translation>
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
        <source>Remove %1</source>
        <translation>Retirer %1</translation>
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
        <source>Remove %1 and all that was read from it?</source>
        <translation>Retirer %1 et tout ce qui en a été lu&#x202f;?</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Request log…</source>
        <translation>Journal des requêtes…</translation>
    </message>
    <message>
        <source>Export the connections…</source>
        <translation>Exporter les connexions…</translation>
    </message>
    <message>
        <source>Import connections…</source>
        <translation>Importer des connexions…</translation>
    </message>
    <message>
        <source>Point Callboard at a portal, a folder of clones or the sample portal.</source>
        <translation>Indiquez à Callboard un portail, un dossier de clones ou le portail d’exemple.</translation>
    </message>
    <message>
        <source>The keychain is locked.</source>
        <translation>Le trousseau est verrouillé.</translation>
    </message>
    <message>
        <source>Sources that need a secret wait for it.</source>
        <translation>Les sources qui ont besoin d’un secret l’attendent.</translation>
    </message>
    <message>
        <source>Unlock it…</source>
        <translation>Déverrouiller…</translation>
    </message>
    <message>
        <source>Export the connections</source>
        <translation>Exporter les connexions</translation>
    </message>
    <message>
        <source>Import connections</source>
        <translation>Importer des connexions</translation>
    </message>
    <message>
        <source>Connections (*.json)</source>
        <translation>Connexions (*.json)</translation>
    </message>
    <message>
        <source>%1 cannot be read as a file of connections.</source>
        <translation>%1 ne peut pas être lu comme fichier de connexions.</translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) added.</source>
        <translation>
            <numerusform>%n connexion ajoutée.</numerusform>
            <numerusform>%n connexions ajoutées.</numerusform>
        </translation>
    </message>
    <message>
        <source>Here already: %1.</source>
        <translation>Déjà là&#xa0;: %1.</translation>
    </message>
    <message>
        <source>%1 was not taken: %2.</source>
        <translation>%1 n’a pas été prise&#xa0;: %2.</translation>
    </message>
    <message>
        <source>One</source>
        <translation>Une connexion</translation>
    </message>
    <message>
        <source>Secrets are in no file: sign in anew where a source asks for it.</source>
        <translation>Les secrets ne sont dans aucun fichier&#xa0;: reconnectez-vous là où une source le demande.</translation>
    </message>
    <message>
        <source>Its entities, history and files kept for offline use are erased, with what was noted of your use of them, and its secrets forgotten. The source itself is not touched.</source>
        <translation>Ses entités, son historique et les fichiers conservés pour un usage hors ligne sont effacés, avec ce qui a été noté de votre usage de celles-ci, et ses secrets oubliés. La source elle-même n’est pas touchée.</translation>
    </message>
    <message>
        <source>Read them now</source>
        <translation>Les lire maintenant</translation>
    </message>
    <message>
        <source>Leave them paused</source>
        <translation>Les laisser en pause</translation>
    </message>
    <message numerus="yes">
        <source>and %n other(s); the pane has them all</source>
        <translation>
            <numerusform>et %n autre&#x202f;; le volet les montre toutes</numerusform>
            <numerusform>et %n autres&#x202f;; le volet les montre toutes</numerusform>
        </translation>
    </message>
    <message>
        <source>They are paused: nothing is read from these places before you say so.</source>
        <translation>Elles sont en pause&#xa0;: rien n’est lu de ces emplacements avant que vous ne le demandiez.</translation>
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
    <message>
        <source>Show the catalog</source>
        <translation>Afficher le catalogue</translation>
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
    <name>callboard::ui::panes::TrendsView</name>
    <message>
        <source>by day</source>
        <translation>par jour</translation>
    </message>
    <message>
        <source>by week</source>
        <translation>par semaine</translation>
    </message>
    <message numerus="yes">
        <source>last %n day(s)</source>
        <translation>
            <numerusform>dernier jour (%n)</numerusform>
            <numerusform>%n derniers jours</numerusform>
        </translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Intervalle</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>Deployments a day</source>
        <translation>Déploiements par jour</translation>
    </message>
    <message>
        <source>Lead time</source>
        <translation>Délai de livraison</translation>
    </message>
    <message>
        <source>Failed deployments</source>
        <translation>Déploiements échoués</translation>
    </message>
    <message>
        <source>Time to restore</source>
        <translation>Temps de rétablissement</translation>
    </message>
    <message>
        <source>By group</source>
        <translation>Par groupe</translation>
    </message>
    <message>
        <source>The same by group</source>
        <translation>La même chose par groupe</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Semaine</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>%1 is not known here</source>
        <translation>%1 n’est pas connu ici</translation>
    </message>
    <message>
        <source>Success rate</source>
        <translation>Taux de réussite</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>réussies</translation>
    </message>
    <message>
        <source>Passed among passed, failed and errored; cancelled and skipped runs do not count.</source>
        <translation>Réussies parmi les réussies, échouées et en erreur&#x202f;; les exécutions annulées et ignorées ne comptent pas.</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>From start to end: half, and 95 %, of the runs took no longer.</source>
        <translation>Du début à la fin&#xa0;: la moitié, et 95&#xa0;%, des exécutions n’ont pas duré plus.</translation>
    </message>
    <message>
        <source>Time to repair</source>
        <translation>Temps de réparation</translation>
    </message>
    <message>
        <source>Default branches: from the end of the first broken run to that of the next that passed, the median.</source>
        <translation>Branches par défaut&#xa0;: de la fin de la première exécution cassée à celle de la prochaine réussie, en médiane.</translation>
    </message>
    <message>
        <source>Queue time</source>
        <translation>Temps d’attente</translation>
    </message>
    <message>
        <source>From being queued to the start, the median, where the host tells both.</source>
        <translation>De la mise en file d’attente au démarrage, en médiane, quand l’hôte donne les deux.</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>Counted are deployments to production.</source>
        <translation>Sont comptés les déploiements en production.</translation>
    </message>
    <message>
        <source>No environment is named like production: all count.</source>
        <translation>Aucun environnement ne porte un nom de production&#xa0;: tous comptent.</translation>
    </message>
    <message>
        <source>Deployment frequency: deployments that succeeded, per day (%1 in all).</source>
        <translation>Fréquence de déploiement&#xa0;: déploiements réussis, par jour (%1 en tout).</translation>
    </message>
    <message>
        <source>Lead time: from the first run of the deployed commit to its deployment, the median of %1. When it was pushed nobody tells.</source>
        <translation>Délai de livraison&#xa0;: de la première exécution du commit déployé à son déploiement, médiane de %1. Quand il a été poussé, personne ne le dit.</translation>
    </message>
    <message>
        <source>Change failure rate: failed deployments among all that ended (%1 failed).</source>
        <translation>Taux d’échec des changements&#xa0;: déploiements échoués parmi tous ceux qui sont terminés (%1 échoués).</translation>
    </message>
    <message>
        <source>Time to restore: from a failed deployment to the next one to the same place that succeeded, the median of %1.</source>
        <translation>Temps de rétablissement&#xa0;: d’un déploiement échoué au suivant réussi au même endroit, médiane de %1.</translation>
    </message>
    <message>
        <source>No deployments are known: DORA&apos;s measures are counted from them.</source>
        <translation>Aucun déploiement n’est connu&#xa0;: les mesures DORA en sont tirées.</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groupe</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Exécutions</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>Réussite</translation>
    </message>
    <message>
        <source>p50</source>
        <translation>p50</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Attente</translation>
    </message>
    <message>
        <source>Repairs</source>
        <translation>Réparations</translation>
    </message>
    <message>
        <source>All that shows</source>
        <translation>Tout ce qui s’affiche</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>The charts are of the group that is chosen here.</source>
        <translation>Les graphiques montrent le groupe choisi ici.</translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation>Déploiements</translation>
    </message>
    <message>
        <source>deployments</source>
        <translation>déploiements</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échoués</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::TryItDialog</name>
    <message>
        <source>(%1 of data that is no text)</source>
        <translation>(%1 de données qui ne sont pas du texte)</translation>
    </message>
    <message>
        <source>… and %1 more</source>
        <translation>… et %1 de plus</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>Copier pour curl</translation>
    </message>
    <message>
        <source>Exactly this is sent, and no credential of yours with it:</source>
        <translation>Voici exactement ce qui est envoyé, sans aucun de vos secrets&#xa0;:</translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation>Ce qui est envoyé</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>values, parted by commas</source>
        <translation>valeurs, séparées par des virgules</translation>
    </message>
    <message>
        <source>Send %1</source>
        <translation>Envoyer %1</translation>
    </message>
    <message>
        <source>server</source>
        <translation>serveur</translation>
    </message>
    <message>
        <source>%1 (%2, required)</source>
        <translation>%1 (%2, requis)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Type of the body</source>
        <translation>Type du corps</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Corps</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Sending to %1…</source>
        <translation>Envoi à %1…</translation>
    </message>
    <message>
        <source>Status %1 after %2 ms, %3</source>
        <translation>État %1 après %2 ms, %3</translation>
    </message>
    <message>
        <source>Try %1 of %2</source>
        <translation>Essayer %1 de %2</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Requête</translation>
    </message>
    <message>
        <source>Variables, as JSON</source>
        <translation>Variables, en JSON</translation>
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
    <message>
        <source>AI resources</source>
        <translation>Ressources d’IA</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Sample portal</source>
        <translation>Portail d’exemple</translation>
    </message>
    <message>
        <source>This workspace is in use by another program.</source>
        <translation>Cet espace de travail est utilisé par un autre programme.</translation>
    </message>
    <message>
        <source>callboardctl may be writing to it: wait until it is done, or open another one with --workspace. (%1)</source>
        <translation>callboardctl y écrit peut-être&#xa0;: attendez qu’il ait fini, ou ouvrez-en un autre avec --workspace. (%1)</translation>
    </message>
    <message>
        <source>Callboard has this workspace open already, and does not answer.</source>
        <translation>Callboard a déjà ouvert cet espace de travail et ne répond pas.</translation>
    </message>
    <message>
        <source>It may be busy or stuck: wait for it, or end it and start again. (%1)</source>
        <translation>Il est peut-être occupé ou bloqué&#xa0;: attendez, ou arrêtez-le et relancez. (%1)</translation>
    </message>
</context>
</TS>
