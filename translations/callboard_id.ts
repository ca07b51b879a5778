<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>Azure</name>
    <message>
        <source>%1 in %2.</source>
        <translation>%1 di %2.</translation>
    </message>
    <message>
        <source>The token may not read projects: it needs “Project and Team (read)”, “Code (read)” and “Build (read)”.</source>
        <translation>Token tidak boleh membaca proyek: perlu “Project and Team (read)”, “Code (read)”, dan “Build (read)”.</translation>
    </message>
    <message>
        <source>%1 starts for %2.</source>
        <translation>%1 dimulai untuk %2.</translation>
    </message>
    <message>
        <source>%1 starts again.</source>
        <translation>%1 dimulai lagi.</translation>
    </message>
    <message>
        <source>Approved.</source>
        <translation>Disetujui.</translation>
    </message>
    <message>
        <source>Rejected.</source>
        <translation>Ditolak.</translation>
    </message>
    <message>
        <source>The jobs that failed run again.</source>
        <translation>Job yang gagal dijalankan lagi.</translation>
    </message>
    <message>
        <source>The build is being cancelled.</source>
        <translation>Build sedang dibatalkan.</translation>
    </message>
    <message>
        <source>It has ended.</source>
        <translation>Sudah berakhir.</translation>
    </message>
    <message>
        <source>Nothing in it has failed.</source>
        <translation>Tidak ada yang gagal di dalamnya.</translation>
    </message>
    <message>
        <source>It waits for nobody.</source>
        <translation>Tidak menunggu siapa pun.</translation>
    </message>
    <message>
        <source>Sign in with the browser</source>
        <translation>Masuk dengan peramban</translation>
    </message>
    <message>
        <source>With a personal access token</source>
        <translation>Dengan token akses pribadi</translation>
    </message>
    <message>
        <source>It needs the id of an application that is registered in your Microsoft Entra: type it first.</source>
        <translation>Perlu id aplikasi yang terdaftar di Microsoft Entra Anda: ketik dahulu.</translation>
    </message>
</context>
<context>
    <name>Backstage</name>
    <message>
        <source>Starred at the portal.</source>
        <translation>Diberi bintang di portal.</translation>
    </message>
    <message>
        <source>No longer starred at the portal.</source>
        <translation>Tidak lagi berbintang di portal.</translation>
    </message>
    <message>
        <source>The portal reads it anew.</source>
        <translation>Portal membacanya kembali.</translation>
    </message>
    <message>
        <source>It is registered already.</source>
        <translation>Sudah terdaftar.</translation>
    </message>
    <message numerus="yes">
        <source>It would bring %n entities.</source>
        <translation>
            <numerusform>Akan membawa %n entitas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Registered; the portal reads it now.</source>
        <translation>Terdaftar; portal membacanya sekarang.</translation>
    </message>
    <message numerus="yes">
        <source>%n entities would go with it.</source>
        <translation>
            <numerusform>%n entitas akan ikut hilang.</numerusform>
        </translation>
    </message>
    <message>
        <source>No longer registered at the portal.</source>
        <translation>Tidak lagi terdaftar di portal.</translation>
    </message>
    <message>
        <source>Only a person has stars: sign in as one, not with a service&apos;s token.</source>
        <translation>Hanya orang yang punya bintang: masuklah sebagai orang, bukan dengan token layanan.</translation>
    </message>
    <message>
        <source>This portal keeps stars in the browser only.</source>
        <translation>Portal ini menyimpan bintang hanya di peramban.</translation>
    </message>
    <message>
        <source>The portal does not allow %1 to do this.</source>
        <translation>Portal tidak mengizinkan %1 melakukan ini.</translation>
    </message>
    <message>
        <source>Stars and notifications belong to a person; this is a service&apos;s token, or nobody.</source>
        <translation>Bintang dan pemberitahuan milik orang; ini token layanan, atau bukan siapa-siapa.</translation>
    </message>
    <message>
        <source>This portal sends no notifications.</source>
        <translation>Portal ini tidak mengirim pemberitahuan.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entities</source>
        <translation>
            <numerusform>%Ln entitas</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign in with the browser</source>
        <translation>Masuk dengan peramban</translation>
    </message>
    <message>
        <source>As a guest</source>
        <translation>Sebagai tamu</translation>
    </message>
    <message>
        <source>Without signing in</source>
        <translation>Tanpa masuk</translation>
    </message>
    <message>
        <source>With an access token</source>
        <translation>Dengan token akses</translation>
    </message>
    <message>
        <source>This portal offers programs no sign-in of its own. Its administrators can switch it on: auth.clientIdMetadataDocuments.enabled.</source>
        <translation>Portal ini tidak menyediakan cara masuk untuk program. Pengelolanya dapat menyalakannya: auth.clientIdMetadataDocuments.enabled.</translation>
    </message>
    <message>
        <source>Only a person has notifications: sign in as one, not with a service&apos;s token.</source>
        <translation>Hanya orang yang punya pemberitahuan: masuklah sebagai orang, bukan dengan token layanan.</translation>
    </message>
    <message>
        <source>The portal does not allow %1 to see any entity: its administrators give out the role for that.</source>
        <translation>Portal tidak mengizinkan %1 melihat entitas apa pun: administratornya yang memberikan peran untuk itu.</translation>
    </message>
    <message>
        <source>This portal names a sign-in at another address than this one, or an unencrypted one. Its backend.baseUrl is the address to connect to.</source>
        <translation>Portal ini menyebut cara masuk di alamat lain daripada alamat ini, atau yang tidak terenkripsi. Sambungkan ke alamat backend.baseUrl-nya.</translation>
    </message>
</context>
<context>
    <name>Bitbucket</name>
    <message>
        <source>The token of a workspace or repository at bitbucket.org.</source>
        <translation>Token ruang kerja atau repositori di bitbucket.org.</translation>
    </message>
    <message>
        <source>It belongs to nobody: which pull requests wait for you cannot be told. An API token of your own, with your e-mail, can.</source>
        <translation>Bukan milik siapa pun: pull request yang menunggu Anda tidak dapat diketahui. Token API milik Anda sendiri, dengan surel Anda, bisa.</translation>
    </message>
    <message>
        <source>%1 at bitbucket.org.</source>
        <translation>%1 pada bitbucket.org.</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Langkah %1</translation>
    </message>
    <message>
        <source>It runs again.</source>
        <translation>Dijalankan lagi.</translation>
    </message>
    <message>
        <source>A pipeline starts for %1.</source>
        <translation>Pipeline dimulai untuk %1.</translation>
    </message>
    <message>
        <source>Approved.</source>
        <translation>Disetujui.</translation>
    </message>
    <message>
        <source>The pipeline is being stopped.</source>
        <translation>Pipeline sedang dihentikan.</translation>
    </message>
    <message>
        <source>Nobody approves what is their own.</source>
        <translation>Tidak ada yang menyetujui miliknya sendiri.</translation>
    </message>
    <message>
        <source>It has ended.</source>
        <translation>Sudah berakhir.</translation>
    </message>
    <message>
        <source>Other variables</source>
        <translation>Variabel lain</translation>
    </message>
    <message>
        <source>NAME=value, separated by semicolons.</source>
        <translation>NAMA=nilai, dipisahkan titik koma.</translation>
    </message>
    <message>
        <source>Sign in with the browser</source>
        <translation>Masuk dengan peramban</translation>
    </message>
    <message>
        <source>With a token</source>
        <translation>Dengan token</translation>
    </message>
    <message>
        <source>It needs an OAuth consumer of your workspace: type its key and secret first.</source>
        <translation>Diperlukan konsumer OAuth workspace Anda: ketikkan kunci dan rahasianya dahulu.</translation>
    </message>
</context>
<context>
    <name>CcTray</name>
    <message numerus="yes">
        <source>%n project(s) at %1.</source>
        <translation>
            <numerusform>%n proyek di %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CircleCI</name>
    <message>
        <source>What failed runs again.</source>
        <translation>Yang gagal dijalankan lagi.</translation>
    </message>
    <message>
        <source>It runs again.</source>
        <translation>Dijalankan lagi.</translation>
    </message>
    <message>
        <source>The workflow is being cancelled.</source>
        <translation>Workflow sedang dibatalkan.</translation>
    </message>
    <message>
        <source>Approved.</source>
        <translation>Disetujui.</translation>
    </message>
    <message>
        <source>A pipeline starts for %1.</source>
        <translation>Pipeline dimulai untuk %1.</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>Persetujuan</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>Pipeline</translation>
    </message>
    <message>
        <source>It has no workflow.</source>
        <translation>Tidak memiliki workflow.</translation>
    </message>
    <message>
        <source>It has ended.</source>
        <translation>Sudah berakhir.</translation>
    </message>
    <message>
        <source>It waits for nobody.</source>
        <translation>Tidak menunggu siapa pun.</translation>
    </message>
    <message>
        <source>Nothing of it failed.</source>
        <translation>Tidak ada yang gagal di dalamnya.</translation>
    </message>
    <message>
        <source>What this step wrote cannot be had.</source>
        <translation>Yang ditulis langkah ini tidak dapat diambil.</translation>
    </message>
    <message>
        <source>With a personal API token</source>
        <translation>Dengan token API pribadi</translation>
    </message>
    <message>
        <source>%1 at %2.</source>
        <translation>%1 pada %2.</translation>
    </message>
</context>
<context>
    <name>Folder</name>
    <message>
        <source>%1 in %2</source>
        <translation>%1 di %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln descriptors</source>
        <translation>
            <numerusform>%Ln deskriptor</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln repositories</source>
        <translation>
            <numerusform>%Ln repositori</numerusform>
        </translation>
    </message>
    <message>
        <source>No file called %1 was found.</source>
        <translation>Tidak ditemukan berkas bernama %1.</translation>
    </message>
    <message>
        <source> or </source>
        <translation> atau </translation>
    </message>
    <message>
        <source>The folder %1 cannot be read.</source>
        <translation>Folder %1 tidak dapat dibaca.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln repositories without a known Git host: their entities have no links to it.</source>
        <translation>
            <numerusform>%Ln repositori tanpa host Git yang dikenal: entitasnya tidak memiliki tautan ke sana.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GitHub</name>
    <message>
        <source>The run is approved.</source>
        <translation>Proses disetujui.</translation>
    </message>
    <message>
        <source>Approved for %1.</source>
        <translation>Disetujui untuk %1.</translation>
    </message>
    <message>
        <source>Rejected for %1.</source>
        <translation>Ditolak untuk %1.</translation>
    </message>
    <message>
        <source>%1 starts for %2.</source>
        <translation>%1 dimulai untuk %2.</translation>
    </message>
    <message>
        <source>All of it runs again.</source>
        <translation>Semuanya dijalankan lagi.</translation>
    </message>
    <message>
        <source>The jobs that failed run again.</source>
        <translation>Job yang gagal dijalankan lagi.</translation>
    </message>
    <message>
        <source>The run is being cancelled.</source>
        <translation>Proses sedang dibatalkan.</translation>
    </message>
    <message>
        <source>Read at GitHub, too.</source>
        <translation>Dibaca juga di GitHub.</translation>
    </message>
    <message>
        <source>Done at GitHub, too.</source>
        <translation>Selesai juga di GitHub.</translation>
    </message>
    <message>
        <source>The token may not read private repositories, nor start or cancel runs: it would need the scope “repo”.</source>
        <translation>Token tidak boleh membaca repositori privat, juga tidak memulai atau membatalkan proses: untuk itu perlu cakupan “repo”.</translation>
    </message>
    <message>
        <source>Notifications cannot be read: GitHub gives them to classic tokens with the scope “notifications” only.</source>
        <translation>Pemberitahuan tidak dapat dibaca: GitHub memberikannya hanya kepada token klasik dengan cakupan “notifications”.</translation>
    </message>
    <message>
        <source>%1 at %2.</source>
        <translation>%1 pada %2.</translation>
    </message>
    <message>
        <source>Sign in with the browser</source>
        <translation>Masuk dengan peramban</translation>
    </message>
    <message>
        <source>With an access token</source>
        <translation>Dengan token akses</translation>
    </message>
    <message>
        <source>With what gh holds on this machine</source>
        <translation>Dengan yang disimpan gh di komputer ini</translation>
    </message>
    <message>
        <source>As %1, with what gh holds on this machine</source>
        <translation>Sebagai %1, dengan yang disimpan gh di komputer ini</translation>
    </message>
    <message>
        <source>It needs the client id of an OAuth app of your organisation with the device flow switched on: type it first.</source>
        <translation>Diperlukan client id aplikasi OAuth organisasi Anda dengan device flow diaktifkan: ketikkan dahulu.</translation>
    </message>
    <message>
        <source>A deployment waits for your approval</source>
        <translation>Sebuah deployment menunggu persetujuan Anda</translation>
    </message>
    <message>
        <source>It was assigned to you</source>
        <translation>Ini ditugaskan kepada Anda</translation>
    </message>
    <message>
        <source>Something happened in what you began</source>
        <translation>Ada yang terjadi pada yang Anda mulai</translation>
    </message>
    <message>
        <source>A workflow run that you set off has ended</source>
        <translation>Workflow yang Anda jalankan telah berakhir</translation>
    </message>
    <message>
        <source>Something happened where you commented</source>
        <translation>Ada yang terjadi di tempat Anda berkomentar</translation>
    </message>
    <message>
        <source>You were mentioned</source>
        <translation>Anda disebut</translation>
    </message>
    <message>
        <source>Your team was mentioned</source>
        <translation>Tim Anda disebut</translation>
    </message>
    <message>
        <source>Your review is asked for</source>
        <translation>Tinjauan Anda diminta</translation>
    </message>
    <message>
        <source>A weakness was found in a dependency</source>
        <translation>Kelemahan ditemukan pada sebuah dependensi</translation>
    </message>
    <message>
        <source>It was closed, merged or opened again</source>
        <translation>Ini ditutup, digabungkan, atau dibuka lagi</translation>
    </message>
    <message>
        <source>Approved.</source>
        <translation>Disetujui.</translation>
    </message>
    <message>
        <source>Nobody approves what is their own.</source>
        <translation>Tidak ada yang menyetujui miliknya sendiri.</translation>
    </message>
    <message>
        <source>It has ended.</source>
        <translation>Sudah berakhir.</translation>
    </message>
    <message>
        <source>It has not ended.</source>
        <translation>Belum berakhir.</translation>
    </message>
    <message>
        <source>Nothing in it has failed.</source>
        <translation>Tidak ada yang gagal di dalamnya.</translation>
    </message>
    <message>
        <source>It waits for nobody.</source>
        <translation>Tidak menunggu siapa pun.</translation>
    </message>
    <message>
        <source>Its API does not say why: the run&apos;s page in the browser does. Mostly the workflow&apos;s file is wrong.</source>
        <translation>API-nya tidak memberi tahu alasannya: halaman proses ini di peramban memberi tahu. Biasanya berkas workflow-nya salah.</translation>
    </message>
    <message>
        <source>GitHub started no job of this run</source>
        <translation>GitHub tidak memulai satu pun job dari proses ini</translation>
    </message>
</context>
<context>
    <name>GitLab</name>
    <message>
        <source>Job %1 starts.</source>
        <translation>Job %1 dimulai.</translation>
    </message>
    <message>
        <source>A pipeline starts for %1.</source>
        <translation>Pipeline dimulai untuk %1.</translation>
    </message>
    <message>
        <source>The jobs that failed run again.</source>
        <translation>Job yang gagal dijalankan lagi.</translation>
    </message>
    <message>
        <source>The pipeline is being cancelled.</source>
        <translation>Pipeline sedang dibatalkan.</translation>
    </message>
    <message>
        <source>A pipeline starts for merge request %1.</source>
        <translation>Pipeline dimulai untuk merge request %1.</translation>
    </message>
    <message>
        <source>Done at GitLab, too.</source>
        <translation>Selesai juga di GitLab.</translation>
    </message>
    <message>
        <source>Approved.</source>
        <translation>Disetujui.</translation>
    </message>
    <message>
        <source>It has ended.</source>
        <translation>Sudah berakhir.</translation>
    </message>
    <message>
        <source>Nothing in it has failed.</source>
        <translation>Tidak ada yang gagal di dalamnya.</translation>
    </message>
    <message>
        <source>It waits for nobody.</source>
        <translation>Tidak menunggu siapa pun.</translation>
    </message>
    <message>
        <source>The token may only read: pipelines cannot be started or cancelled, and to-dos not be marked as done. It would need the scope “api”.</source>
        <translation>Token hanya boleh membaca: pipeline tidak dapat dimulai atau dibatalkan, dan to-do tidak dapat ditandai selesai. Untuk itu perlu cakupan “api”.</translation>
    </message>
    <message>
        <source>The token may not read pipelines, merge requests and to-dos: it needs the scope “read_api” or “api”.</source>
        <translation>Token tidak boleh membaca pipeline, merge request, dan to-do: perlu cakupan “read_api” atau “api”.</translation>
    </message>
    <message>
        <source>%1 at %2.</source>
        <translation>%1 pada %2.</translation>
    </message>
    <message>
        <source>Sign in with the browser</source>
        <translation>Masuk dengan peramban</translation>
    </message>
    <message>
        <source>With an access token</source>
        <translation>Dengan token akses</translation>
    </message>
    <message>
        <source>With what glab holds on this machine</source>
        <translation>Dengan yang disimpan glab di komputer ini</translation>
    </message>
    <message>
        <source>As %1, with what glab holds on this machine</source>
        <translation>Sebagai %1, dengan yang disimpan glab di komputer ini</translation>
    </message>
    <message>
        <source>It needs the id of an application that is registered at this GitLab: type it first.</source>
        <translation>Diperlukan id aplikasi yang terdaftar di GitLab ini: ketikkan dahulu.</translation>
    </message>
    <message>
        <source>%1 assigned it to you</source>
        <translation>%1 menugaskannya kepada Anda</translation>
    </message>
    <message>
        <source>%1 mentioned you</source>
        <translation>%1 menyebut Anda</translation>
    </message>
    <message>
        <source>The pipeline failed</source>
        <translation>Pipeline gagal</translation>
    </message>
    <message>
        <source>You added it to your to-dos</source>
        <translation>Anda menambahkannya ke to-do Anda</translation>
    </message>
    <message>
        <source>Your approval is needed</source>
        <translation>Persetujuan Anda diperlukan</translation>
    </message>
    <message>
        <source>It can no longer be merged</source>
        <translation>Tidak dapat digabungkan lagi</translation>
    </message>
    <message>
        <source>It was taken off the merge train</source>
        <translation>Dikeluarkan dari merge train</translation>
    </message>
    <message>
        <source>%1 asks for your review</source>
        <translation>%1 meminta tinjauan Anda</translation>
    </message>
    <message>
        <source>%1 reviewed it</source>
        <translation>%1 meninjaunya</translation>
    </message>
    <message>
        <source>%1 asks for access</source>
        <translation>%1 meminta akses</translation>
    </message>
    <message>
        <source>Approved for %1. Its job can be started once all approvals are there.</source>
        <translation>Disetujui untuk %1. Job-nya dapat dimulai setelah semua persetujuan ada.</translation>
    </message>
    <message>
        <source>Rejected for %1.</source>
        <translation>Ditolak untuk %1.</translation>
    </message>
    <message>
        <source>Other variables</source>
        <translation>Variabel lain</translation>
    </message>
    <message>
        <source>NAME=value, separated by semicolons.</source>
        <translation>NAMA=nilai, dipisahkan titik koma.</translation>
    </message>
    <message>
        <source>Nothing was done, and your comment was not sent: %1 approved it already. Job %2 can be started.</source>
        <translation>Tidak ada yang dilakukan, dan komentar Anda tidak dikirim: %1 sudah menyetujuinya. Job %2 dapat dimulai.</translation>
    </message>
    <message>
        <source>Nothing was done: %1 approved it already. Job %2 can be started.</source>
        <translation>Tidak ada yang dilakukan: %1 sudah menyetujuinya. Job %2 dapat dimulai.</translation>
    </message>
    <message>
        <source>Job %1 starts. GitLab takes no comment with that: yours was not sent.</source>
        <translation>Job %1 dimulai. GitLab tidak menerima komentar untuk itu: komentar Anda tidak dikirim.</translation>
    </message>
    <message>
        <source>NAME=value, separated by semicolons. What included files describe could not be read.</source>
        <translation>NAMA=nilai, dipisahkan titik koma. Yang dijelaskan berkas yang disertakan tidak dapat dibaca.</translation>
    </message>
    <message>
        <source>To-do %1</source>
        <translation>To-do %1</translation>
    </message>
</context>
<context>
    <name>Gitea</name>
    <message>
        <source>%1 starts for %2.</source>
        <translation>%1 dimulai untuk %2.</translation>
    </message>
    <message>
        <source>Read at the server, too.</source>
        <translation>Dibaca juga di server.</translation>
    </message>
    <message>
        <source>Approved.</source>
        <translation>Disetujui.</translation>
    </message>
    <message>
        <source>It runs again.</source>
        <translation>Dijalankan lagi.</translation>
    </message>
    <message>
        <source>The jobs that failed run again.</source>
        <translation>Job yang gagal dijalankan lagi.</translation>
    </message>
    <message>
        <source>It is being cancelled.</source>
        <translation>Sedang dibatalkan.</translation>
    </message>
    <message>
        <source>It may run.</source>
        <translation>Boleh berjalan.</translation>
    </message>
    <message>
        <source>Nobody approves what is their own.</source>
        <translation>Tidak ada yang menyetujui miliknya sendiri.</translation>
    </message>
    <message>
        <source>Another CI system told of it: only it can change that.</source>
        <translation>Sistem CI lain yang memberitakannya: hanya sistem itu yang dapat mengubahnya.</translation>
    </message>
    <message>
        <source>It has ended.</source>
        <translation>Sudah berakhir.</translation>
    </message>
    <message>
        <source>It waits for nobody.</source>
        <translation>Tidak menunggu siapa pun.</translation>
    </message>
    <message>
        <source>Nothing in it has failed.</source>
        <translation>Tidak ada yang gagal di dalamnya.</translation>
    </message>
    <message>
        <source>%1 at %2.</source>
        <translation>%1 pada %2.</translation>
    </message>
    <message>
        <source>%1 at %2, version %3.</source>
        <translation>%1 pada %2, versi %3.</translation>
    </message>
    <message>
        <source>The token may not read notifications: it needs “write:notification”.</source>
        <translation>Token tidak boleh membaca pemberitahuan: perlu “write:notification”.</translation>
    </message>
    <message>
        <source>The token may not read pull requests: it needs “read:issue” and “read:repository”.</source>
        <translation>Token tidak boleh membaca pull request: perlu “read:issue” dan “read:repository”.</translation>
    </message>
    <message>
        <source>Sign in with the browser</source>
        <translation>Masuk dengan peramban</translation>
    </message>
    <message>
        <source>With an access token</source>
        <translation>Dengan token akses</translation>
    </message>
    <message>
        <source>It needs the id of an application that is registered at this server: type it first.</source>
        <translation>Perlu id aplikasi yang terdaftar di server ini: ketik dahulu.</translation>
    </message>
    <message>
        <source>A pull request was merged</source>
        <translation>Sebuah pull request digabungkan</translation>
    </message>
    <message>
        <source>Something new in a pull request</source>
        <translation>Ada yang baru di sebuah pull request</translation>
    </message>
    <message>
        <source>An issue was closed</source>
        <translation>Sebuah isu ditutup</translation>
    </message>
    <message>
        <source>Something new in an issue</source>
        <translation>Ada yang baru di sebuah isu</translation>
    </message>
    <message>
        <source>Something new about a commit</source>
        <translation>Ada yang baru tentang sebuah commit</translation>
    </message>
    <message>
        <source>Something new about a repository</source>
        <translation>Ada yang baru tentang sebuah repositori</translation>
    </message>
    <message>
        <source>The version of the server that told of it cannot do that.</source>
        <translation>Versi server yang memberitahukannya tidak dapat melakukannya.</translation>
    </message>
    <message>
        <source>It has not ended.</source>
        <translation>Belum selesai.</translation>
    </message>
    <message>
        <source>Pinned at the server, too.</source>
        <translation>Disematkan juga di server.</translation>
    </message>
    <message>
        <source>No longer pinned at the server, either.</source>
        <translation>Tidak lagi disematkan di server juga.</translation>
    </message>
    <message>
        <source>It is pinned at the server, where that is neither read nor unread.</source>
        <translation>Ini disematkan di server, yang di sana bukan dibaca dan bukan belum dibaca.</translation>
    </message>
    <message>
        <source>Unread at the server, too.</source>
        <translation>Belum dibaca juga di server.</translation>
    </message>
    <message>
        <source>Notification %1</source>
        <translation>Pemberitahuan %1</translation>
    </message>
</context>
<context>
    <name>Jenkins</name>
    <message numerus="yes">
        <source>%n job(s) and folder(s) at %1.</source>
        <translation>
            <numerusform>%n job dan folder di %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is signed in: builds cannot be started or stopped.</source>
        <translation>Tidak ada yang masuk: build tidak dapat dimulai atau dihentikan.</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Konsol</translation>
    </message>
    <message>
        <source>Another build is in the queue.</source>
        <translation>Build lain ada di antrean.</translation>
    </message>
    <message>
        <source>The build is being stopped.</source>
        <translation>Build sedang dihentikan.</translation>
    </message>
    <message>
        <source>A build with parameters is in the queue.</source>
        <translation>Build dengan parameter ada di antrean.</translation>
    </message>
    <message>
        <source>It goes on.</source>
        <translation>Dilanjutkan.</translation>
    </message>
    <message>
        <source>It is stopped.</source>
        <translation>Dihentikan.</translation>
    </message>
    <message>
        <source>It has ended.</source>
        <translation>Sudah berakhir.</translation>
    </message>
    <message>
        <source>It waits for nobody.</source>
        <translation>Tidak menunggu siapa pun.</translation>
    </message>
    <message>
        <source>It is taken out of the queue.</source>
        <translation>Itu dikeluarkan dari antrean.</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Masukan</translation>
    </message>
    <message>
        <source>Several inputs wait, and one asks for values: answer them in Jenkins.</source>
        <translation>Beberapa masukan menunggu, dan salah satunya meminta nilai: jawablah di Jenkins.</translation>
    </message>
    <message>
        <source>It asks for a password, which is given in Jenkins alone.</source>
        <translation>Ia meminta kata sandi, yang hanya diberikan di Jenkins.</translation>
    </message>
    <message>
        <source>It asks for something that can only be given in Jenkins (%1).</source>
        <translation>Ia meminta sesuatu yang hanya dapat diberikan di Jenkins (%1).</translation>
    </message>
    <message>
        <source>It asks for more than can be given from here: answer it in Jenkins.</source>
        <translation>Ia meminta lebih dari yang dapat diberikan dari sini: jawablah di Jenkins.</translation>
    </message>
    <message>
        <source>[What comes before is in the console.]</source>
        <translation>[Yang sebelumnya ada di konsol.]</translation>
    </message>
    <message>
        <source>What this step wrote cannot be had.</source>
        <translation>Yang ditulis langkah ini tidak dapat diambil.</translation>
    </message>
</context>
<context>
    <name>callboard::items::ApiWording</name>
    <message>
        <source>deprecated</source>
        <translation>usang</translation>
    </message>
    <message>
        <source> or null</source>
        <translation> atau null</translation>
    </message>
    <message>
        <source>read only</source>
        <translation>hanya baca</translation>
    </message>
    <message>
        <source>write only</source>
        <translation>hanya tulis</translation>
    </message>
    <message>
        <source>defined elsewhere: %1</source>
        <translation>didefinisikan di tempat lain: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n lagi</numerusform>
        </translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>salah satu dari %1</translation>
    </message>
    <message>
        <source>always %1</source>
        <translation>selalu %1</translation>
    </message>
    <message>
        <source>default %1</source>
        <translation>bawaan %1</translation>
    </message>
    <message>
        <source>nothing else</source>
        <translation>tidak ada yang lain</translation>
    </message>
    <message>
        <source>content</source>
        <translation>isi</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Contoh</translation>
    </message>
    <message>
        <source>Example %1</source>
        <translation>Contoh %1</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Argumen</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>Muatan</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Permintaan</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Jawaban</translation>
    </message>
    <message>
        <source>Responses</source>
        <translation>Respons</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Anggota</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Keamanan</translation>
    </message>
    <message>
        <source>nothing needed</source>
        <translation>tidak perlu apa pun</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Server</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>dan %n lagi</numerusform>
        </translation>
    </message>
    <message>
        <source>Uses</source>
        <translation>Memakai</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Dipakai oleh</translation>
    </message>
    <message>
        <source>field %1</source>
        <translation>bidang %1</translation>
    </message>
    <message>
        <source>any other name</source>
        <translation>nama lain apa pun</translation>
    </message>
    <message>
        <source>either %1</source>
        <translation>salah satu %1</translation>
    </message>
    <message>
        <source>maybe %1</source>
        <translation>mungkin %1</translation>
    </message>
    <message>
        <source>implements %1</source>
        <translation>mengimplementasikan %1</translation>
    </message>
    <message>
        <source>not</source>
        <translation>bukan</translation>
    </message>
    <message>
        <source>required</source>
        <translation>wajib</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipe</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Operasi</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Pesan</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Kueri</translation>
    </message>
    <message>
        <source>Mutation</source>
        <translation>Mutasi</translation>
    </message>
    <message>
        <source>Subscription</source>
        <translation>Langganan</translation>
    </message>
    <message>
        <source>Interface</source>
        <translation>Antarmuka</translation>
    </message>
    <message>
        <source>Union</source>
        <translation>Union</translation>
    </message>
    <message>
        <source>Enum</source>
        <translation>Enum</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Masukan</translation>
    </message>
    <message>
        <source>Scalar</source>
        <translation>Skalar</translation>
    </message>
    <message>
        <source>Directive</source>
        <translation>Direktif</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Layanan</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Metode</translation>
    </message>
    <message>
        <source>Remote</source>
        <translation>Akses jauh</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Alat</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>Sumber daya</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>Operasi</translation>
    </message>
    <message>
        <source>Webhooks</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Pesan</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>Kueri</translation>
    </message>
    <message>
        <source>Mutations</source>
        <translation>Mutasi</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>Langganan</translation>
    </message>
    <message>
        <source>Types</source>
        <translation>Tipe</translation>
    </message>
    <message>
        <source>Interfaces</source>
        <translation>Antarmuka</translation>
    </message>
    <message>
        <source>Unions</source>
        <translation>Union</translation>
    </message>
    <message>
        <source>Enums</source>
        <translation>Enum</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Masukan</translation>
    </message>
    <message>
        <source>Scalars</source>
        <translation>Skalar</translation>
    </message>
    <message>
        <source>Directives</source>
        <translation>Direktif</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Layanan</translation>
    </message>
    <message>
        <source>Methods</source>
        <translation>Metode</translation>
    </message>
    <message>
        <source>Remotes</source>
        <translation>Akses jauh</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Alat</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Sumber daya</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Teks</translation>
    </message>
    <message>
        <source>anything</source>
        <translation>apa saja</translation>
    </message>
    <message>
        <source>%1 is deprecated</source>
        <translation>%1 sudah usang</translation>
    </message>
    <message>
        <source>new required parameter %1</source>
        <translation>parameter wajib baru %1</translation>
    </message>
    <message>
        <source>new parameter %1</source>
        <translation>parameter baru %1</translation>
    </message>
    <message>
        <source>parameter %1 is gone</source>
        <translation>parameter %1 sudah tidak ada</translation>
    </message>
    <message>
        <source>parameter %1 is required now</source>
        <translation>parameter %1 kini wajib</translation>
    </message>
    <message>
        <source>parameter %1 is optional now</source>
        <translation>parameter %1 kini opsional</translation>
    </message>
    <message>
        <source>new required body</source>
        <translation>isi wajib baru</translation>
    </message>
    <message>
        <source>new body</source>
        <translation>isi baru</translation>
    </message>
    <message>
        <source>the body is gone</source>
        <translation>isi sudah tidak ada</translation>
    </message>
    <message>
        <source>the body is required now</source>
        <translation>isi kini wajib</translation>
    </message>
    <message>
        <source>%1 as well</source>
        <translation>%1 juga</translation>
    </message>
    <message>
        <source>%1 no more</source>
        <translation>%1 tidak lagi</translation>
    </message>
    <message>
        <source>new response %1</source>
        <translation>respons baru %1</translation>
    </message>
    <message>
        <source>response %1 is gone</source>
        <translation>respons %1 sudah tidak ada</translation>
    </message>
    <message>
        <source>new required %1</source>
        <translation>baru dan wajib: %1</translation>
    </message>
    <message>
        <source>new: %1</source>
        <translation>baru: %1</translation>
    </message>
    <message>
        <source>%1 is gone</source>
        <translation>%1 sudah tidak ada</translation>
    </message>
    <message>
        <source>%1 is required now</source>
        <translation>%1 kini wajib</translation>
    </message>
    <message>
        <source>%1 is optional now</source>
        <translation>%1 kini opsional</translation>
    </message>
    <message>
        <source>type %1 → %2</source>
        <translation>tipe %1 → %2</translation>
    </message>
    <message>
        <source>%1: type %2 → %3</source>
        <translation>%1: tipe %2 → %3</translation>
    </message>
    <message>
        <source>format %1 → %2</source>
        <translation>format %1 → %2</translation>
    </message>
    <message>
        <source>may be null now</source>
        <translation>kini boleh null</translation>
    </message>
    <message>
        <source>may not be null any more</source>
        <translation>tidak lagi boleh null</translation>
    </message>
    <message>
        <source>new value %1</source>
        <translation>nilai baru %1</translation>
    </message>
    <message>
        <source>value %1 is gone</source>
        <translation>nilai %1 sudah tidak ada</translation>
    </message>
    <message>
        <source>also %1</source>
        <translation>juga %1</translation>
    </message>
    <message>
        <source>new limit %1</source>
        <translation>batas baru %1</translation>
    </message>
    <message>
        <source>limit %1 is gone</source>
        <translation>batas %1 sudah tidak ada</translation>
    </message>
    <message>
        <source>%1 %2 → %3</source>
        <translation>%1 %2 → %3</translation>
    </message>
    <message>
        <source>default %1 → %2</source>
        <translation>bawaan %1 → %2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>tidak ada</translation>
    </message>
    <message>
        <source>needs %1 now</source>
        <translation>kini memerlukan %1</translation>
    </message>
    <message>
        <source>security %1 → %2</source>
        <translation>keamanan %1 → %2</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>number of %1: %2 → %3</source>
        <translation>nomor %1: %2 → %3</translation>
    </message>
    <message>
        <source>number %2 of %1 is used by %3 now</source>
        <translation>nomor %2 dari %1 kini dipakai oleh %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Ditambahkan</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Dibuang</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Berubah</translation>
    </message>
    <message>
        <source>in another language</source>
        <translation>dalam bahasa lain</translation>
    </message>
    <message numerus="yes">
        <source>%n breaking</source>
        <translation>
            <numerusform>%n merusak</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>%n ditambahkan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>%n dibuang</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n berubah</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing changed</source>
        <translation>tidak ada yang berubah</translation>
    </message>
</context>
<context>
    <name>callboard::items::BuildWording</name>
    <message>
        <source>unknown</source>
        <translation>tidak diketahui</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>dalam antrean</translation>
    </message>
    <message>
        <source>waiting for approval</source>
        <translation>menunggu persetujuan</translation>
    </message>
    <message>
        <source>running</source>
        <translation>berjalan</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>lulus</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gagal</translation>
    </message>
    <message>
        <source>errored</source>
        <translation>galat</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>dibatalkan</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>dilewati</translation>
    </message>
    <message>
        <source>%1s</source>
        <translation>%1dtk</translation>
    </message>
    <message>
        <source>%1m %2s</source>
        <translation>%1m %2dtk</translation>
    </message>
    <message>
        <source>%1h %2m</source>
        <translation>%1j %2m</translation>
    </message>
    <message>
        <source>%1d %2h</source>
        <translation>%1h %2j</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 oleh %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>a job, and its project</comment>
        <translation>%1 dari %2</translation>
    </message>
</context>
<context>
    <name>callboard::items::BuildsModel</name>
    <message>
        <source>Run</source>
        <translation>Proses</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Branch</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Commit</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Oleh</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Lama</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Usia</translation>
    </message>
    <message>
        <source>No owner</source>
        <translation>Tanpa pemilik</translation>
    </message>
    <message>
        <source>No branch</source>
        <translation>Tanpa branch</translation>
    </message>
    <message>
        <source>No service</source>
        <translation>Tanpa layanan</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n proses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failing</source>
        <translation>
            <numerusform>%n gagal</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failing on branches</source>
        <translation>
            <numerusform>%n gagal di branch</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n under way</source>
        <translation>
            <numerusform>%n sedang berlangsung</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (#%2)</source>
        <translation>%1 (#%2)</translation>
    </message>
    <message>
        <source>%1 (the host says “%2”)</source>
        <translation>%1 (host menyebutnya “%2”)</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>percobaan %1</translation>
    </message>
    <message>
        <source>waited %1</source>
        <translation>menunggu %1</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n lagi</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>a job, and its pipeline</comment>
        <translation>%1 di %2</translation>
    </message>
    <message>
        <source>Passed and failed on the same commit:</source>
        <translation>Lulus dan gagal pada commit yang sama:</translation>
    </message>
    <message numerus="yes">
        <source>%1, on %n commit(s), last %2</source>
        <translation>
            <numerusform>%1, pada %n commit, terakhir %2</numerusform>
        </translation>
    </message>
    <message>
        <source>flaky: %1</source>
        <translation>tidak stabil: %1</translation>
    </message>
    <message>
        <source>failed in an earlier attempt</source>
        <translation>gagal pada percobaan sebelumnya</translation>
    </message>
    <message>
        <source>Other branches and pull requests</source>
        <translation>Branch lain dan pull request</translation>
    </message>
</context>
<context>
    <name>callboard::items::ChangeWording</name>
    <message>
        <source>Added</source>
        <translation>Ditambahkan</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>Muncul lagi</translation>
    </message>
    <message>
        <source>Descriptor changed</source>
        <translation>Deskriptor berubah</translation>
    </message>
    <message>
        <source>Relations changed</source>
        <translation>Relasi berubah</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Dibuang</translation>
    </message>
    <message>
        <source>%1: added %2</source>
        <translation>%1: tambah %2</translation>
    </message>
    <message>
        <source>%1: removed %2</source>
        <translation>%1: buang %2</translation>
    </message>
    <message>
        <source>%1: changed</source>
        <translation>%1: berubah</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1: %2 → %3</translation>
    </message>
    <message numerus="yes">
        <source>more than %n further field(s)</source>
        <translation>
            <numerusform>lebih dari %n bidang lain</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n further field(s)</source>
        <translation>
            <numerusform>%n bidang lain</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n relation(s) added</source>
        <translation>
            <numerusform>%n relasi ditambahkan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n relation(s) removed</source>
        <translation>
            <numerusform>%n relasi dibuang</numerusform>
        </translation>
    </message>
    <message>
        <source>…and further fields</source>
        <translation>…dan bidang lain</translation>
    </message>
    <message>
        <source>relation added: %1 %2</source>
        <translation>relasi ditambahkan: %1 %2</translation>
    </message>
    <message>
        <source>relation removed: %1 %2</source>
        <translation>relasi dibuang: %1 %2</translation>
    </message>
</context>
<context>
    <name>callboard::items::ChangesModel</name>
    <message>
        <source>Entity</source>
        <translation>Entitas</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Yang berubah</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Sumber</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Kapan</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hari ini</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Kemarin</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n times)</source>
        <translation>
            <numerusform>%1 (%n kali)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::items::Diagram</name>
    <message numerus="yes">
        <source>Flowchart with %n node(s)</source>
        <translation>
            <numerusform>Bagan alir dengan %n simpul</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 ke %2</translation>
    </message>
    <message>
        <source>%1 to %2: %3</source>
        <translation>%1 ke %2: %3</translation>
    </message>
    <message>
        <source>Sequence diagram of %1</source>
        <translation>Diagram urutan %1</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Catatan: %1</translation>
    </message>
    <message>
        <source>Flowchart</source>
        <translation>Bagan alir</translation>
    </message>
    <message>
        <source>Sequence diagram</source>
        <translation>Diagram urutan</translation>
    </message>
</context>
<context>
    <name>callboard::items::DocFeedback</name>
    <message>
        <source>Documentation: %1</source>
        <translation>Dokumentasi: %1</translation>
    </message>
    <message>
        <source>Page: %1 of %2</source>
        <translation>Halaman: %1 dari %2</translation>
    </message>
    <message>
        <source>Version: %1</source>
        <translation>Versi: %1</translation>
    </message>
</context>
<context>
    <name>callboard::items::DocTreeModel</name>
    <message>
        <source>Mine</source>
        <translation>Milik saya</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>Berbintang</translation>
    </message>
    <message>
        <source>Recently read</source>
        <translation>Baru dibaca</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Semua</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n halaman</numerusform>
        </translation>
    </message>
    <message>
        <source>Changed %1</source>
        <translation>Berubah %1</translation>
    </message>
    <message>
        <source>All of it can be read offline.</source>
        <translation>Semuanya dapat dibaca luring.</translation>
    </message>
    <message>
        <source>Pages come when they are looked at.</source>
        <translation>Halaman diambil saat dilihat.</translation>
    </message>
</context>
<context>
    <name>callboard::items::EntityTableModel</name>
    <message>
        <source>now</source>
        <translation>baru</translation>
    </message>
    <message>
        <source>%1m</source>
        <comment>minutes</comment>
        <translation>%1m</translation>
    </message>
    <message>
        <source>%1h</source>
        <comment>hours</comment>
        <translation>%1j</translation>
    </message>
    <message>
        <source>%1d</source>
        <comment>days</comment>
        <translation>%1h</translation>
    </message>
    <message>
        <source>%1y</source>
        <comment>years</comment>
        <translation>%1th</translation>
    </message>
    <message>
        <source>When the entity last changed</source>
        <translation>Kapan entitas terakhir berubah</translation>
    </message>
    <message>
        <source>When a source last confirmed it</source>
        <translation>Kapan sumber terakhir memastikannya</translation>
    </message>
    <message>
        <source>Problems in its descriptor or its relations</source>
        <translation>Masalah pada deskriptor atau relasinya</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Pemilik</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistem</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipe</translation>
    </message>
    <message>
        <source>Lifecycle</source>
        <translation>Siklus hidup</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Ruang nama</translation>
    </message>
    <message>
        <source>Repository</source>
        <translation>Repositori</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Deskripsi</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Berubah</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Masalah</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Terlihat</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n entities</source>
        <translation>
            <numerusform>%1, %n entitas</numerusform>
        </translation>
    </message>
    <message>
        <source>No owner</source>
        <translation>Tanpa pemilik</translation>
    </message>
    <message>
        <source>No system</source>
        <translation>Tanpa sistem</translation>
    </message>
    <message>
        <source>No lifecycle</source>
        <translation>Tanpa siklus hidup</translation>
    </message>
    <message>
        <source>No repository</source>
        <translation>Tanpa repositori</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Tidak ada</translation>
    </message>
    <message>
        <source>problem</source>
        <translation>masalah</translation>
    </message>
    <message>
        <source>dangling</source>
        <translation>tautan putus</translation>
    </message>
    <message>
        <source>orphaned</source>
        <translation>yatim</translation>
    </message>
    <message>
        <source>Its descriptor has problems</source>
        <translation>Deskriptornya bermasalah</translation>
    </message>
    <message>
        <source>It names an entity that is not in the catalog</source>
        <translation>Ia menyebut entitas yang tidak ada di katalog</translation>
    </message>
    <message>
        <source>No location names it any more</source>
        <translation>Tidak ada lagi lokasi yang menyebutnya</translation>
    </message>
    <message>
        <source>%1w</source>
        <comment>weeks</comment>
        <translation>%1mg</translation>
    </message>
    <message>
        <source>Entity ref</source>
        <translation>Referensi entitas</translation>
    </message>
</context>
<context>
    <name>callboard::items::Export</name>
    <message>
        <source>Group</source>
        <translation>Grup</translation>
    </message>
</context>
<context>
    <name>callboard::items::FacetModel</name>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Pemilik</translation>
    </message>
    <message>
        <source>Lifecycle</source>
        <translation>Siklus hidup</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipe</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistem</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>Freshness</source>
        <translation>Kesegaran</translation>
    </message>
    <message>
        <source>over a day</source>
        <translation>lebih dari sehari</translation>
    </message>
    <message>
        <source>over a week</source>
        <translation>lebih dari seminggu</translation>
    </message>
    <message>
        <source>problems</source>
        <translation>masalah</translation>
    </message>
    <message>
        <source>orphaned</source>
        <translation>yatim</translation>
    </message>
    <message>
        <source>dangling</source>
        <translation>tautan putus</translation>
    </message>
    <message>
        <source>my teams</source>
        <translation>tim saya</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n entities</source>
        <translation>
            <numerusform>%1, %n entitas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n lagi</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::items::InboxModel</name>
    <message>
        <source>About no entity</source>
        <translation>Tidak tentang entitas</translation>
    </message>
    <message>
        <source>Callboard</source>
        <translation>Callboard</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Pemberitahuan</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Dari</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Waktu</translation>
    </message>
    <message>
        <source>Anything</source>
        <translation>Apa saja</translation>
    </message>
    <message>
        <source>Default branch breaks</source>
        <translation>Branch bawaan rusak</translation>
    </message>
    <message>
        <source>Default branch heals</source>
        <translation>Branch bawaan pulih</translation>
    </message>
    <message>
        <source>Review asked</source>
        <translation>Tinjauan diminta</translation>
    </message>
    <message>
        <source>Approval needed</source>
        <translation>Persetujuan diperlukan</translation>
    </message>
    <message>
        <source>New dependant</source>
        <translation>Yang bergantung bertambah</translation>
    </message>
    <message>
        <source>Owner changed</source>
        <translation>Pemilik berubah</translation>
    </message>
    <message>
        <source>API broken</source>
        <translation>API rusak</translation>
    </message>
    <message>
        <source>Entity orphaned</source>
        <translation>Entitas menjadi yatim</translation>
    </message>
    <message>
        <source>Watched documentation</source>
        <translation>Dokumentasi yang diamati</translation>
    </message>
    <message>
        <source>From a host</source>
        <translation>Dari host</translation>
    </message>
    <message>
        <source>From a portal</source>
        <translation>Dari portal</translation>
    </message>
    <message>
        <source>read</source>
        <translation>sudah dibaca</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>belum dibaca</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>tersimpan</translation>
    </message>
    <message>
        <source>My review to be mended</source>
        <translation>Tinjauan saya perlu diperbaiki</translation>
    </message>
    <message>
        <source>Entity gone</source>
        <translation>Entitas hilang</translation>
    </message>
    <message>
        <source>Entity deprecated</source>
        <translation>Entitas usang</translation>
    </message>
</context>
<context>
    <name>callboard::items::MembersModel</name>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipe</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Pemilik</translation>
    </message>
    <message>
        <source>Lifecycle</source>
        <translation>Siklus hidup</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Deskripsi</translation>
    </message>
    <message>
        <source>Through</source>
        <translation>Melalui</translation>
    </message>
</context>
<context>
    <name>callboard::items::PaletteModel</name>
    <message numerus="yes">
        <source>%n results in %1 ms</source>
        <translation>
            <numerusform>%n hasil dalam %1 md</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Semua</translation>
    </message>
    <message>
        <source>Entities</source>
        <translation>Entitas</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Tindakan</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Orang</translation>
    </message>
    <message>
        <source>Docs</source>
        <translation>Dokumen</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n results</source>
        <translation>
            <numerusform>%1, %n hasil</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n orang</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n entities</source>
        <translation>
            <numerusform>%n entitas</numerusform>
        </translation>
    </message>
    <message>
        <source>In APIs</source>
        <translation>Di dalam API</translation>
    </message>
    <message>
        <source>%1, document of %2</source>
        <translation>%1, dokumen dari %2</translation>
    </message>
    <message>
        <source>%1, %2 of %3</source>
        <translation>%1, %2 dari %3</translation>
    </message>
    <message numerus="yes">
        <source>at least %n results in %1 ms</source>
        <translation>
            <numerusform>setidaknya %n hasil dalam %1 ms</numerusform>
        </translation>
    </message>
    <message>
        <source>In the text</source>
        <translation>Di dalam teks</translation>
    </message>
</context>
<context>
    <name>callboard::items::ProblemWording</name>
    <message>
        <source>apiVersion %1 is not of the form &quot;group/version&quot;; write for example &quot;backstage.io/v1alpha1&quot;</source>
        <translation>apiVersion %1 tidak berbentuk &quot;grup/versi&quot;; tulis misalnya &quot;backstage.io/v1alpha1&quot;</translation>
    </message>
    <message>
        <source>kind %1 may have letters and digits only, a letter first, at most 63; write for example &quot;Component&quot;</source>
        <translation>kind %1 hanya boleh berisi huruf dan angka, diawali huruf, paling banyak 63; tulis misalnya &quot;Component&quot;</translation>
    </message>
    <message>
        <source>namespace %1 may have lower-case letters, digits and &quot;-&quot; between them only, at most 63</source>
        <translation>namespace %1 hanya boleh berisi huruf kecil, angka, dan &quot;-&quot; di antaranya, paling banyak 63</translation>
    </message>
    <message>
        <source>name &quot;%1&quot; has %2 characters, and at most 63 are allowed; shorten it and put the long form into metadata.title</source>
        <translation>name &quot;%1&quot; berisi %2 karakter, padahal paling banyak 63; pendekkan dan taruh bentuk panjangnya di metadata.title</translation>
    </message>
    <message>
        <source>label &quot;%1&quot;: value &quot;%2&quot; has %3 characters, and at most 63 are allowed; shorten it and put the long form into metadata.title</source>
        <translation>label &quot;%1&quot;: nilai &quot;%2&quot; berisi %3 karakter, padahal paling banyak 63; pendekkan dan taruh bentuk panjangnya di metadata.title</translation>
    </message>
    <message>
        <source>name %1 may have letters, digits and &quot;-&quot;, &quot;_&quot; or &quot;.&quot; between them only, at most 63</source>
        <translation>name %1 hanya boleh berisi huruf, angka, dan &quot;-&quot;, &quot;_&quot; atau &quot;.&quot; di antaranya, paling banyak 63</translation>
    </message>
    <message>
        <source>label &quot;%1&quot;: value %2 may have letters, digits and &quot;-&quot;, &quot;_&quot; or &quot;.&quot; between them only, at most 63</source>
        <translation>label &quot;%1&quot;: nilai %2 hanya boleh berisi huruf, angka, dan &quot;-&quot;, &quot;_&quot; atau &quot;.&quot; di antaranya, paling banyak 63</translation>
    </message>
    <message>
        <source>%1 key &quot;%2&quot; is not of the form &quot;name&quot; or &quot;prefix.example.com/name&quot;; at most one &quot;/&quot;, a lower-case domain before it, letters, digits and &quot;-_.&quot; after it, at most 63</source>
        <translation>kunci %1 &quot;%2&quot; tidak berbentuk &quot;nama&quot; atau &quot;prefix.example.com/nama&quot;; paling banyak satu &quot;/&quot;, domain huruf kecil di depannya, huruf, angka, dan &quot;-_.&quot; di belakangnya, paling banyak 63</translation>
    </message>
    <message>
        <source>annotation &quot;%1&quot; must be text, but is %2; put it in quotes</source>
        <translation>annotation &quot;%1&quot; harus berupa teks, tetapi isinya %2; beri tanda kutip</translation>
    </message>
    <message>
        <source>tag %1 may have lower-case letters, digits, &quot;+&quot;, &quot;#&quot; and &quot;:&quot;, in words joined by single &quot;-&quot;, at most 63</source>
        <translation>tag %1 hanya boleh berisi huruf kecil, angka, &quot;+&quot;, &quot;#&quot;, dan &quot;:&quot;, dalam kata yang disambung satu &quot;-&quot;, paling banyak 63</translation>
    </message>
    <message>
        <source>link %1 is not a whole URL; write it with its scheme, for example &quot;https://%2&quot;</source>
        <translation>tautan %1 bukan URL utuh; tulis beserta skemanya, misalnya &quot;https://%2&quot;</translation>
    </message>
    <message>
        <source>the %1 of a link must not be empty; write one or leave the line out</source>
        <translation>%1 sebuah tautan tidak boleh kosong; isi atau hapus barisnya</translation>
    </message>
    <message>
        <source>metadata.annotations must be a map; write &quot;key: value&quot; lines under it</source>
        <translation>metadata.annotations harus berupa map; tulis baris &quot;kunci: nilai&quot; di bawahnya</translation>
    </message>
    <message>
        <source>%1 must be %2, but is %3; %4</source>
        <translation>%1 harus berupa %2, tetapi isinya %3; %4</translation>
    </message>
    <message>
        <source>%1 is missing; add &quot;%2&quot;</source>
        <translation>%1 tidak ada; tambahkan &quot;%2&quot;</translation>
    </message>
    <message>
        <source>&quot;%1&quot; may not stand at the top of a descriptor; %2</source>
        <translation>&quot;%1&quot; tidak boleh berada di tingkat teratas deskriptor; %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; may not stand under %2; remove it</source>
        <translation>&quot;%1&quot; tidak boleh berada di bawah %2; hapus</translation>
    </message>
    <message>
        <source>%1 must not be empty; write a value or remove the line</source>
        <translation>%1 tidak boleh kosong; tulis nilainya atau hapus barisnya</translation>
    </message>
    <message>
        <source>%1 is too long; at most %2 characters are allowed</source>
        <translation>%1 terlalu panjang; paling banyak %2 karakter</translation>
    </message>
    <message>
        <source>%1 must have an entry; write at least %2</source>
        <translation>%1 harus berisi; tulis paling sedikit %2</translation>
    </message>
    <message>
        <source>%1 may have letters, digits and _ only</source>
        <translation>%1 hanya boleh berisi huruf, angka, dan _</translation>
    </message>
    <message>
        <source>%1 is %2; write one of: %3</source>
        <translation>%1 berisi %2; tulis salah satu dari: %3</translation>
    </message>
    <message>
        <source>%1 fits none of its forms; write a map, or a list of maps</source>
        <translation>%1 tidak cocok dengan bentuk mana pun; tulis map, atau daftar map</translation>
    </message>
    <message>
        <source>kind %1 is not known with apiVersion &quot;%2&quot;; write &quot;apiVersion: %3&quot;</source>
        <translation>kind %1 tidak dikenal dengan apiVersion &quot;%2&quot;; tulis &quot;apiVersion: %3&quot;</translation>
    </message>
    <message>
        <source>kind &quot;%1&quot; is not known; write &quot;kind: %2&quot;, capitals matter</source>
        <translation>kind &quot;%1&quot; tidak dikenal; tulis &quot;kind: %2&quot;, huruf besar berpengaruh</translation>
    </message>
    <message>
        <source>kind &quot;%1&quot; is not one that Backstage knows; write one of %2, or allow your own with --allow-kind %1</source>
        <translation>kind &quot;%1&quot; tidak dikenal Backstage; tulis salah satu dari %2, atau izinkan milik Anda dengan --allow-kind %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is made by the catalog and may not be written; remove it</source>
        <translation>&quot;%1&quot; dibuat oleh katalog dan tidak boleh ditulis; hapus</translation>
    </message>
    <message>
        <source>a descriptor is a map; write &quot;apiVersion:&quot;, &quot;kind:&quot; and &quot;metadata:&quot; at the top</source>
        <translation>deskriptor adalah map; tulis &quot;apiVersion:&quot;, &quot;kind:&quot;, dan &quot;metadata:&quot; di bagian atas</translation>
    </message>
    <message>
        <source>%1 is described again further down in this file, and that one counts; rename or remove one</source>
        <translation>%1 dideskripsikan lagi di bawah dalam berkas ini, dan itulah yang berlaku; ganti nama atau hapus salah satunya</translation>
    </message>
    <message>
        <source>%1 is already described at %2, and that one counts; rename one, or give it a namespace of its own</source>
        <translation>%1 sudah dideskripsikan di %2, dan itulah yang berlaku; ganti nama salah satunya, atau beri namespace sendiri</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a folder; name a file in it</source>
        <translation>&quot;%1&quot; adalah folder; sebutkan berkas di dalamnya</translation>
    </message>
    <message>
        <source>a Location of type &quot;%1&quot; cannot be followed from here; write &quot;type: url&quot;, or leave the type out</source>
        <translation>Location bertipe &quot;%1&quot; tidak dapat diikuti dari sini; tulis &quot;type: url&quot;, atau hilangkan tipenya</translation>
    </message>
    <message>
        <source>The descriptor cannot be read: %1</source>
        <translation>Deskriptor tidak dapat dibaca: %1</translation>
    </message>
    <message>
        <source>%1 names nothing; write a reference or remove the entry</source>
        <translation>%1 tidak menyebut apa pun; tulis referensi atau hapus entrinya</translation>
    </message>
    <message>
        <source>%1 must name an entity by text; write &quot;[kind:][namespace/]name&quot;</source>
        <translation>%1 harus menyebut entitas dengan teks; tulis &quot;[kind:][namespace/]name&quot;</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; does not say its kind; write &quot;component:%2&quot; or &quot;resource:%2&quot;</source>
        <translation>%1: &quot;%2&quot; tidak menyebut jenisnya; tulis &quot;component:%2&quot; atau &quot;resource:%2&quot;</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is not a reference; write &quot;[kind:][namespace/]name&quot;, with nothing left empty</source>
        <translation>%1: &quot;%2&quot; bukan referensi; tulis &quot;[kind:][namespace/]name&quot;, tanpa bagian kosong</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a location; write &quot;&lt;type&gt;:&lt;target&gt;&quot;, for example &quot;url:https://host/path&quot;</source>
        <translation>&quot;%1&quot; bukan lokasi; tulis &quot;&lt;type&gt;:&lt;target&gt;&quot;, misalnya &quot;url:https://host/path&quot;</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a location; write &quot;url:%1&quot;</source>
        <translation>&quot;%1&quot; bukan lokasi; tulis &quot;url:%1&quot;</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a javascript: address, which is not allowed</source>
        <translation>&quot;%1&quot; adalah alamat javascript:, yang tidak diizinkan</translation>
    </message>
    <message>
        <source>a location needs a type and a target</source>
        <translation>lokasi memerlukan tipe dan target</translation>
    </message>
    <message>
        <source>%1 needs one line of text; write a URL or a path such as ./openapi.yaml</source>
        <translation>%1 memerlukan satu baris teks; tulis URL atau jalur seperti ./openapi.yaml</translation>
    </message>
    <message>
        <source>%1 cannot take in &quot;%2&quot;: %3</source>
        <translation>%1 tidak dapat memasukkan &quot;%2&quot;: %3</translation>
    </message>
    <message>
        <source>the document</source>
        <translation>dokumen</translation>
    </message>
    <message>
        <source>text</source>
        <translation>teks</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>daftar</translation>
    </message>
    <message>
        <source>a map</source>
        <translation>map</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true atau false</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>tidak ada</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>kosong</translation>
    </message>
    <message>
        <source>the word %1</source>
        <translation>kata %1</translation>
    </message>
    <message>
        <source>the number %1</source>
        <translation>angka %1</translation>
    </message>
    <message>
        <source>the text &quot;%1&quot;</source>
        <translation>teks &quot;%1&quot;</translation>
    </message>
    <message>
        <source>write a value or remove the line</source>
        <translation>tulis nilainya atau hapus barisnya</translation>
    </message>
    <message>
        <source>put it in quotes: &quot;%1&quot;</source>
        <translation>beri tanda kutip: &quot;%1&quot;</translation>
    </message>
    <message>
        <source>keep one entry, without the &quot;- &quot;</source>
        <translation>sisakan satu entri, tanpa &quot;- &quot;</translation>
    </message>
    <message>
        <source>write one line of text</source>
        <translation>tulis satu baris teks</translation>
    </message>
    <message>
        <source>write each entry on a line of its own after &quot;- &quot;, or [%1]</source>
        <translation>tulis tiap entri di baris sendiri setelah &quot;- &quot;, atau [%1]</translation>
    </message>
    <message>
        <source>write entries that begin with &quot;- &quot;</source>
        <translation>tulis entri yang diawali &quot;- &quot;</translation>
    </message>
    <message>
        <source>write &quot;key: value&quot; lines under %1</source>
        <translation>tulis baris &quot;kunci: nilai&quot; di bawah %1</translation>
    </message>
    <message>
        <source>write &quot;key: value&quot; lines</source>
        <translation>tulis baris &quot;kunci: nilai&quot;</translation>
    </message>
    <message>
        <source>indent it, so that it stands under spec</source>
        <translation>beri indentasi agar berada di bawah spec</translation>
    </message>
    <message>
        <source>indent it, so that it stands under metadata</source>
        <translation>beri indentasi agar berada di bawah metadata</translation>
    </message>
    <message>
        <source>only apiVersion, kind, metadata and spec may stand there; move or remove it</source>
        <translation>hanya apiVersion, kind, metadata, dan spec yang boleh di sana; pindahkan atau hapus</translation>
    </message>
    <message>
        <source>metadata: with a name under it</source>
        <translation>metadata: dengan name di bawahnya</translation>
    </message>
    <message>
        <source>spec: with the fields of the kind under it</source>
        <translation>spec: dengan field jenis itu di bawahnya</translation>
    </message>
    <message>
        <source>lifecycle: production (or experimental, deprecated)</source>
        <translation>lifecycle: production (atau experimental, deprecated)</translation>
    </message>
    <message>
        <source>definition: with the text of the API, or $text: ./openapi.yaml under it</source>
        <translation>definition: dengan teks API, atau $text: ./openapi.yaml di bawahnya</translation>
    </message>
    <message>
        <source>steps: with a list of actions under it</source>
        <translation>steps: dengan daftar aksi di bawahnya</translation>
    </message>
    <message>
        <source>action: fetch:template (or another action)</source>
        <translation>action: fetch:template (atau aksi lain)</translation>
    </message>
    <message>
        <source>it is not JSON: %1 at character %2</source>
        <translation>ini bukan JSON: %1 pada karakter %2</translation>
    </message>
    <message>
        <source>it does not hold one JSON value</source>
        <translation>isinya bukan satu nilai JSON</translation>
    </message>
    <message>
        <source>it must hold exactly one YAML document, and holds %1</source>
        <translation>harus berisi tepat satu dokumen YAML, tetapi berisi %1</translation>
    </message>
    <message>
        <source>it is not YAML: %1 (line %2)</source>
        <translation>ini bukan YAML: %1 (baris %2)</translation>
    </message>
    <message>
        <source>%1; write &quot;%2&quot;</source>
        <translation>%1; tulis &quot;%2&quot;</translation>
    </message>
    <message>
        <source>%1, or make it an annotation</source>
        <translation>%1, atau jadikan annotation</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1 atau %2</translation>
    </message>
    <message>
        <source>The text is %1 bytes long, more than the %2 that are read: split it</source>
        <translation>Teksnya %1 bita, lebih dari %2 yang dibaca: bagilah</translation>
    </message>
    <message>
        <source>Nested more than %1 levels deep: write it flatter</source>
        <translation>Bersarang lebih dari %1 tingkat: tulis lebih datar</translation>
    </message>
    <message>
        <source>This document holds too many values to be read: split it with `---`</source>
        <translation>Dokumen ini berisi terlalu banyak nilai untuk dibaca: bagilah dengan `---`</translation>
    </message>
    <message>
        <source>The aliases of this document stand for more than %1 values: write fewer</source>
        <translation>Alias dalam dokumen ini mewakili lebih dari %1 nilai: kurangi</translation>
    </message>
    <message>
        <source>There are too many aliases here: write the values out</source>
        <translation>Terlalu banyak alias di sini: tulis nilainya langsung</translation>
    </message>
    <message>
        <source>A list must begin on a line of its own behind its anchor or tag</source>
        <translation>Daftar harus dimulai di baris sendiri setelah anchor atau tag-nya</translation>
    </message>
    <message>
        <source>A list may not begin on the line of its key: put the `- ` on a line of its own</source>
        <translation>Daftar tidak boleh dimulai di baris kuncinya: taruh `- ` di baris sendiri</translation>
    </message>
    <message>
        <source>A list cannot be a key: indent its `- ` under the key that it belongs to, or take out what follows it</source>
        <translation>Daftar tidak bisa menjadi kunci: jorokkan `- ` ke dalam di bawah kuncinya, atau hapus yang mengikutinya</translation>
    </message>
    <message>
        <source>All items of a list must start in the same column: line this `-` up with the others</source>
        <translation>Semua butir daftar harus mulai di kolom yang sama: sejajarkan `-` ini dengan yang lain</translation>
    </message>
    <message>
        <source>An item of a list must begin with `- `</source>
        <translation>Butir daftar harus dimulai dengan `- `</translation>
    </message>
    <message>
        <source>The keys of a !!set must not have values</source>
        <translation>Kunci dari !!set tidak boleh punya nilai</translation>
    </message>
    <message>
        <source>Each item of !!pairs or !!omap must be one `key: value`</source>
        <translation>Tiap butir !!pairs atau !!omap harus satu `kunci: nilai`</translation>
    </message>
    <message>
        <source>The keys of an !!omap must differ</source>
        <translation>Kunci dari !!omap harus berbeda-beda</translation>
    </message>
    <message>
        <source>All keys of a mapping must start in the same column: line this one up with the others</source>
        <translation>Semua kunci dalam map harus mulai di kolom yang sama: sejajarkan yang ini dengan yang lain</translation>
    </message>
    <message>
        <source>A key must be on one line and be followed by `:`: write `key: value`</source>
        <translation>Kunci harus di satu baris dan diikuti `:`: tulis `kunci: nilai`</translation>
    </message>
    <message>
        <source>A key must be followed by `:` and a value: write `key: value`</source>
        <translation>Kunci harus diikuti `:` dan nilai: tulis `kunci: nilai`</translation>
    </message>
    <message>
        <source>The keys of a mapping must be unique: remove or rename one of the two</source>
        <translation>Kunci dalam map harus unik: hapus atau ganti nama salah satunya</translation>
    </message>
    <message>
        <source>There can be one `key: value` in a line: quote the value if the second colon is part of it</source>
        <translation>Hanya boleh ada satu `kunci: nilai` dalam satu baris: beri tanda kutip pada nilainya jika titik dua kedua bagian darinya</translation>
    </message>
    <message>
        <source>A key may be 1024 characters long: write `? ` before a longer one</source>
        <translation>Kunci boleh sepanjang 1024 karakter: tulis `? ` di depan yang lebih panjang</translation>
    </message>
    <message>
        <source>A key in a `[…]` list must be on one line</source>
        <translation>Kunci dalam daftar `[…]` harus di satu baris</translation>
    </message>
    <message>
        <source>There is one `%1` too many here</source>
        <translation>Ada satu `%1` berlebih di sini</translation>
    </message>
    <message>
        <source>A `,` is missing between two values in brackets: write one, or quote the whole value</source>
        <translation>Kurang `,` di antara dua nilai dalam kurung: tulis, atau beri tanda kutip pada seluruh nilainya</translation>
    </message>
    <message>
        <source>A `,` or `:` is missing between two values in brackets: write one, or quote the whole value</source>
        <translation>Kurang `,` atau `:` di antara dua nilai dalam kurung: tulis, atau beri tanda kutip pada seluruh nilainya</translation>
    </message>
    <message>
        <source>Within brackets there can only be values in brackets: write `[a, b]` or `{key: value}`</source>
        <translation>Di dalam kurung hanya boleh ada nilai dalam kurung: tulis `[a, b]` atau `{kunci: nilai}`</translation>
    </message>
    <message>
        <source>A space is missing behind `:`</source>
        <translation>Kurang spasi setelah `:`</translation>
    </message>
    <message>
        <source>The closing `%1` is missing: write it, or quote the value if the bracket is text</source>
        <translation>Penutup `%1` tidak ada: tulis, atau beri tanda kutip pada nilainya jika kurungnya adalah teks</translation>
    </message>
    <message>
        <source>The closing `%1` is missing, or a line before it is indented too little: write it, or quote the value if the bracket is text</source>
        <translation>Penutup `%1` tidak ada, atau baris sebelumnya kurang menjorok: tulis, atau beri tanda kutip pada nilainya jika kurungnya adalah teks</translation>
    </message>
    <message>
        <source>The closing &apos; is missing</source>
        <translation>Penutup &apos; tidak ada</translation>
    </message>
    <message>
        <source>The closing &quot; is missing</source>
        <translation>Penutup &quot; tidak ada</translation>
    </message>
    <message>
        <source>A comment may not stand between the parts of a mapping here: move it above them</source>
        <translation>Komentar tidak boleh di antara bagian-bagian map di sini: pindahkan ke atasnya</translation>
    </message>
    <message>
        <source>A comment must be separated from what is before it: write a space before `#`</source>
        <translation>Komentar harus terpisah dari yang di depannya: tulis spasi sebelum `#`</translation>
    </message>
    <message>
        <source>Nothing but a comment may follow a complete value: quote the whole value, or begin a new line</source>
        <translation>Hanya komentar yang boleh mengikuti nilai yang sudah lengkap: beri tanda kutip pada seluruh nilainya, atau mulai baris baru</translation>
    </message>
    <message>
        <source>Nothing but comments may follow `...`: begin the next document with `---`</source>
        <translation>Hanya komentar yang boleh mengikuti `...`: mulai dokumen berikutnya dengan `---`</translation>
    </message>
    <message>
        <source>There is no document that `...` could end: leave it out</source>
        <translation>Tidak ada dokumen yang bisa diakhiri `...`: hapus saja</translation>
    </message>
    <message>
        <source>A mapping or list may not begin on the line of `---`: begin it on the next line</source>
        <translation>Map atau daftar tidak boleh dimulai di baris `---`: mulai di baris berikutnya</translation>
    </message>
    <message>
        <source>A `---` line must stand between the directives (%) and the document</source>
        <translation>Baris `---` harus ada di antara direktif (%) dan dokumen</translation>
    </message>
    <message>
        <source>This does not belong here: quote the value</source>
        <translation>Ini tidak pada tempatnya: beri tanda kutip pada nilainya</translation>
    </message>
    <message>
        <source>This does not belong here: the text of a block scalar begins on the line after `|` or `&gt;`</source>
        <translation>Ini tidak pada tempatnya: teks blok dimulai di baris setelah `|` atau `&gt;`</translation>
    </message>
    <message>
        <source>This does not belong here: a bracket is closed that was never opened</source>
        <translation>Ini tidak pada tempatnya: kurung ditutup padahal tidak pernah dibuka</translation>
    </message>
    <message>
        <source>This does not belong here</source>
        <translation>Ini tidak pada tempatnya</translation>
    </message>
    <message>
        <source>`%1` does not belong here: quote the value if it is text</source>
        <translation>`%1` tidak pada tempatnya: beri tanda kutip pada nilainya jika itu teks</translation>
    </message>
    <message>
        <source>Tabs are not allowed as indentation: use spaces</source>
        <translation>Tab tidak boleh dipakai untuk menjorokkan: pakai spasi</translation>
    </message>
    <message>
        <source>A plain value cannot start with %1: put the value in quotes</source>
        <translation>Nilai tanpa tanda kutip tidak boleh dimulai dengan %1: beri tanda kutip pada nilainya</translation>
    </message>
    <message>
        <source>There is no such escape in double quotes: write `\\` for a backslash, or use single quotes</source>
        <translation>Tidak ada escape seperti itu dalam kutip ganda: tulis `\\` untuk garis miring terbalik, atau pakai kutip tunggal</translation>
    </message>
    <message>
        <source>This escape is no character: write \x41, \u0041 or \U00000041, with so many digits</source>
        <translation>Escape ini bukan karakter: tulis \x41, \u0041, atau \U00000041, dengan digit sebanyak itu</translation>
    </message>
    <message>
        <source>The text of a block scalar begins on the line after `|` or `&gt;`</source>
        <translation>Teks blok dimulai di baris setelah `|` atau `&gt;`</translation>
    </message>
    <message>
        <source>The text of a block scalar must be indented further than its key</source>
        <translation>Teks blok harus lebih menjorok daripada kuncinya</translation>
    </message>
    <message>
        <source>This line is indented less than the text of its block scalar: indent it as far as the first</source>
        <translation>Baris ini kurang menjorok dibanding teks bloknya: jorokkan sejauh baris pertama</translation>
    </message>
    <message>
        <source>The empty lines above are indented further than the text: take the spaces out of them, or write the indentation behind `|` or `&gt;`, as in `|2`</source>
        <translation>Baris kosong di atas lebih menjorok daripada teksnya: hapus spasinya, atau tulis lebar jorokan setelah `|` atau `&gt;`, seperti `|2`</translation>
    </message>
    <message>
        <source>Behind `|` or `&gt;` there can be one of `+` and `-` and a digit from 1 to 9: begin the text on the next line</source>
        <translation>Setelah `|` atau `&gt;` boleh ada salah satu dari `+` dan `-` serta satu angka 1 sampai 9: mulai teksnya di baris berikutnya</translation>
    </message>
    <message>
        <source>An anchor or a tag must be followed by a space</source>
        <translation>Anchor atau tag harus diikuti spasi</translation>
    </message>
    <message>
        <source>Anchors and tags must stand behind the `%1`</source>
        <translation>Anchor dan tag harus berada setelah `%1`</translation>
    </message>
    <message>
        <source>An anchor needs a name: write it directly behind `&amp;`, or quote the value</source>
        <translation>Anchor memerlukan nama: tulis langsung setelah `&amp;`, atau beri tanda kutip pada nilainya</translation>
    </message>
    <message>
        <source>A value can have one anchor (&amp;): take one out</source>
        <translation>Satu nilai hanya boleh punya satu anchor (&amp;): hapus salah satu</translation>
    </message>
    <message>
        <source>A value can have one tag (!): take one out</source>
        <translation>Satu nilai hanya boleh punya satu tag (!): hapus salah satu</translation>
    </message>
    <message>
        <source>An alias needs a name: write it directly behind `*`, or quote the value</source>
        <translation>Alias memerlukan nama: tulis langsung setelah `*`, atau beri tanda kutip pada nilainya</translation>
    </message>
    <message>
        <source>An alias (*) cannot have an anchor or a tag: put them where the anchor (&amp;) is</source>
        <translation>Alias (*) tidak boleh punya anchor atau tag: taruh di tempat anchor (&amp;)</translation>
    </message>
    <message>
        <source>There is no anchor `&amp;%1` before this alias: write one, or quote the value</source>
        <translation>Tidak ada anchor `&amp;%1` sebelum alias ini: tulis, atau beri tanda kutip pada nilainya</translation>
    </message>
    <message>
        <source>An alias cannot stand within what it stands for</source>
        <translation>Alias tidak boleh berada di dalam yang diwakilinya</translation>
    </message>
    <message>
        <source>What `&lt;&lt;` takes over must be a mapping or a list of mappings</source>
        <translation>Yang diambil alih `&lt;&lt;` harus berupa map atau daftar map</translation>
    </message>
    <message>
        <source>The tag does not fit the value: write a date as 2026-01-31, or leave the tag out</source>
        <translation>Tag-nya tidak cocok dengan nilainya: tulis tanggal seperti 2026-01-31, atau hapus tag-nya</translation>
    </message>
    <message>
        <source>This tag means nothing: write `!` alone, or leave it out</source>
        <translation>Tag ini tidak berarti apa-apa: tulis `!` saja, atau hapus</translation>
    </message>
    <message>
        <source>A tag that begins with `!&lt;` must end with `&gt;`</source>
        <translation>Tag yang dimulai dengan `!&lt;` harus diakhiri `&gt;`</translation>
    </message>
    <message>
        <source>The tag has no name: write it directly behind `!`, or quote the value</source>
        <translation>Tag-nya tidak punya nama: tulis langsung setelah `!`, atau beri tanda kutip pada nilainya</translation>
    </message>
    <message>
        <source>The %-escapes in this tag are no UTF-8</source>
        <translation>Escape % dalam tag ini bukan UTF-8</translation>
    </message>
    <message>
        <source>The tag&apos;s prefix is not declared: declare it with %TAG, or leave the tag out</source>
        <translation>Prefiks tag-nya tidak dideklarasikan: deklarasikan dengan %TAG, atau hapus tag-nya</translation>
    </message>
    <message>
        <source>A %TAG directive needs a handle and a prefix: write `%TAG !e! tag:example.com,2026:`</source>
        <translation>Direktif %TAG memerlukan handle dan prefiks: tulis `%TAG !e! tag:example.com,2026:`</translation>
    </message>
    <message>
        <source>A %YAML directive needs a version: write `%YAML 1.2`</source>
        <translation>Direktif %YAML memerlukan versi: tulis `%YAML 1.2`</translation>
    </message>
    <message>
        <source>This is not a YAML version: write `%YAML 1.2`</source>
        <translation>Ini bukan versi YAML: tulis `%YAML 1.2`</translation>
    </message>
    <message>
        <source>a tab</source>
        <translation>tab</translation>
    </message>
    <message>
        <source>the closing `}` is missing</source>
        <translation>penutup `}` tidak ada</translation>
    </message>
    <message>
        <source>the closing `]` is missing</source>
        <translation>penutup `]` tidak ada</translation>
    </message>
    <message>
        <source>the closing &quot; is missing</source>
        <translation>penutup &quot; tidak ada</translation>
    </message>
    <message>
        <source>a `:` is missing behind a name</source>
        <translation>kurang `:` setelah sebuah nama</translation>
    </message>
    <message>
        <source>a `,` is missing between two values</source>
        <translation>kurang `,` di antara dua nilai</translation>
    </message>
    <message>
        <source>a name or a value is missing</source>
        <translation>kurang nama atau nilai</translation>
    </message>
    <message>
        <source>JSON has no such value</source>
        <translation>JSON tidak punya nilai seperti itu</translation>
    </message>
    <message>
        <source>JSON has no such number</source>
        <translation>JSON tidak punya angka seperti itu</translation>
    </message>
    <message>
        <source>JSON has no such escape</source>
        <translation>JSON tidak punya escape seperti itu</translation>
    </message>
    <message>
        <source>the text is not UTF-8</source>
        <translation>teksnya bukan UTF-8</translation>
    </message>
    <message>
        <source>it is nested too deep</source>
        <translation>bersarang terlalu dalam</translation>
    </message>
    <message>
        <source>it is too long</source>
        <translation>terlalu panjang</translation>
    </message>
    <message>
        <source>more follows than one value</source>
        <translation>ada lagi setelah satu nilai</translation>
    </message>
    <message>
        <source>there is no such file (%1)</source>
        <translation>tidak ada berkas seperti itu (%1)</translation>
    </message>
    <message>
        <source>there is no such file; write its path relative to this descriptor</source>
        <translation>tidak ada berkas seperti itu; tulis jalurnya relatif terhadap deskriptor ini</translation>
    </message>
    <message>
        <source>it is in another repository; copy the file into this one</source>
        <translation>ada di repositori lain; salin berkasnya ke repositori ini</translation>
    </message>
    <message>
        <source>it is outside of the repository; copy the file into it</source>
        <translation>ada di luar repositori; salin berkasnya ke dalamnya</translation>
    </message>
    <message>
        <source>&quot;/&quot; means the root of the repository, and this folder is in none</source>
        <translation>&quot;/&quot; berarti akar repositori, dan folder ini tidak berada di repositori mana pun</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a URL</source>
        <translation>&quot;%1&quot; bukan URL</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not say where its repository begins</source>
        <translation>&quot;%1&quot; tidak menyebut di mana repositorinya dimulai</translation>
    </message>
    <message>
        <source>&quot;%1&quot; leads out of its repository</source>
        <translation>&quot;%1&quot; mengarah ke luar repositorinya</translation>
    </message>
    <message>
        <source>it cannot be read: %1</source>
        <translation>tidak dapat dibaca: %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a template&apos;s placeholder; write what it stands for, or keep the file in a folder called &quot;skeleton&quot;, where it is filled in</source>
        <translation>&quot;%1&quot; adalah placeholder template; tulis isinya, atau simpan berkas di folder bernama &quot;skeleton&quot;, tempat placeholder itu diisi</translation>
    </message>
    <message>
        <source>%1 is missing; write &quot;%2&quot; instead of &quot;%3&quot;</source>
        <translation>%1 tidak ada; tulis &quot;%2&quot;, bukan &quot;%3&quot;</translation>
    </message>
    <message>
        <source>kind &quot;%1&quot; is not known; write &quot;kind: %2&quot;</source>
        <translation>kind &quot;%1&quot; tidak dikenal; tulis &quot;kind: %2&quot;</translation>
    </message>
    <message>
        <source>a descriptor is a map, and this is a list; take out the &quot;- &quot; and write &quot;---&quot; between entities</source>
        <translation>deskriptor adalah map, sedangkan ini daftar; hapus &quot;- &quot; dan tulis &quot;---&quot; di antara entitas</translation>
    </message>
    <message>
        <source>this is UTF-16, or no text at all; save the file as UTF-8</source>
        <translation>ini UTF-16, atau bukan teks; simpan berkas sebagai UTF-8</translation>
    </message>
    <message>
        <source>Git left its marks of two versions here: keep one, and take out the lines `&lt;&lt;&lt;&lt;&lt;&lt;&lt;`, `=======` and `&gt;&gt;&gt;&gt;&gt;&gt;&gt;`</source>
        <translation>Git meninggalkan tanda dua versi di sini: pertahankan salah satu, dan hapus baris `&lt;&lt;&lt;&lt;&lt;&lt;&lt;`, `=======`, dan `&gt;&gt;&gt;&gt;&gt;&gt;&gt;`</translation>
    </message>
    <message>
        <source>put a template&apos;s placeholder in quotes: &quot;%1&quot;</source>
        <translation>beri tanda kutip pada placeholder template: &quot;%1&quot;</translation>
    </message>
    <message>
        <source>write &quot;%1&quot; instead</source>
        <translation>tulis &quot;%1&quot; sebagai gantinya</translation>
    </message>
    <message>
        <source>folders are parted by &quot;/&quot; here; write &quot;%1&quot;</source>
        <translation>folder dipisahkan dengan &quot;/&quot; di sini; tulis &quot;%1&quot;</translation>
    </message>
    <message>
        <source>it is a link that leads out of the repository</source>
        <translation>ini tautan yang menuju ke luar repositori</translation>
    </message>
    <message>
        <source>it is a link that leads out of the folder</source>
        <translation>ini tautan yang menuju ke luar folder</translation>
    </message>
</context>
<context>
    <name>callboard::items::ProblemsModel</name>
    <message>
        <source>Severity</source>
        <translation>Tingkat</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Masalah</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Aturan</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Bidang</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Berkas</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Baris</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>Entitas</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Kesalahan</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Peringatan</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
</context>
<context>
    <name>callboard::items::RelationsModel</name>
    <message>
        <source>Owned by</source>
        <translation>Dimiliki oleh</translation>
    </message>
    <message>
        <source>Part of</source>
        <translation>Bagian dari</translation>
    </message>
    <message>
        <source>Has parts</source>
        <translation>Terdiri dari</translation>
    </message>
    <message>
        <source>Provides</source>
        <translation>Menyediakan</translation>
    </message>
    <message>
        <source>Provided by</source>
        <translation>Disediakan oleh</translation>
    </message>
    <message>
        <source>Consumes</source>
        <translation>Memakai</translation>
    </message>
    <message>
        <source>Consumed by</source>
        <translation>Dipakai oleh</translation>
    </message>
    <message>
        <source>Depends on</source>
        <translation>Bergantung pada</translation>
    </message>
    <message>
        <source>Needed by</source>
        <translation>Dibutuhkan oleh</translation>
    </message>
    <message>
        <source>Owns</source>
        <translation>Memiliki</translation>
    </message>
    <message>
        <source>Member of</source>
        <translation>Anggota dari</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Anggota</translation>
    </message>
    <message>
        <source>Part of group</source>
        <translation>Bagian dari grup</translation>
    </message>
    <message>
        <source>Groups below</source>
        <translation>Grup di bawahnya</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Pemilik</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipe</translation>
    </message>
    <message>
        <source>Lifecycle</source>
        <translation>Siklus hidup</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Deskripsi</translation>
    </message>
    <message>
        <source>%1 is not in the catalog</source>
        <translation>%1 tidak ada di katalog</translation>
    </message>
</context>
<context>
    <name>callboard::items::ReviewsModel</name>
    <message>
        <source>Waiting for my review</source>
        <translation>Menunggu tinjauan saya</translation>
    </message>
    <message>
        <source>Mine, to be mended</source>
        <translation>Milik saya, perlu diperbaiki</translation>
    </message>
    <message>
        <source>Mine, waiting for others</source>
        <translation>Milik saya, menunggu orang lain</translation>
    </message>
    <message>
        <source>Stale: nothing for two weeks</source>
        <translation>Lama diam: dua minggu tanpa perubahan</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Lainnya</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>lulus</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gagal</translation>
    </message>
    <message>
        <source>errored</source>
        <translation>galat</translation>
    </message>
    <message>
        <source>running</source>
        <translation>berjalan</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>dalam antrean</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>menunggu</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>dibatalkan</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>dilewati</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>disetujui</translation>
    </message>
    <message>
        <source>changes wanted</source>
        <translation>perubahan diminta</translation>
    </message>
    <message>
        <source>commented</source>
        <translation>dikomentari</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Tinjauan</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Pemeriksaan</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Putusan</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Ukuran</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>Entitas</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Pemilik</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Usia</translation>
    </message>
    <message>
        <source>conflicts</source>
        <translation>konflik</translation>
    </message>
    <message>
        <source>approved by %1</source>
        <translation>disetujui oleh %1</translation>
    </message>
    <message>
        <source>Asked %1, last changed %2</source>
        <translation>Diminta %1, terakhir berubah %2</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), %1</source>
        <translation>
            <numerusform>%n berkas, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n komentar</numerusform>
        </translation>
    </message>
    <message>
        <source>Mine, checks fail</source>
        <translation>Milik saya, pemeriksaan gagal</translation>
    </message>
    <message>
        <source>Reviewers</source>
        <translation>Peninjau</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Penulis</translation>
    </message>
    <message>
        <source>%1, conflicts</source>
        <translation>%1, konflik</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>callboard::items::RunPartsModel</name>
    <message numerus="yes">
        <source>Annotations, %n</source>
        <translation>
            <numerusform>Anotasi, %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Failed tests, %1 of %2</source>
        <translation>Tes gagal, %1 dari %2</translation>
    </message>
    <message>
        <source>Tests, all %1 passed</source>
        <translation>Tes, semua (%1) lulus</translation>
    </message>
    <message>
        <source>%1 passed, %2 failed, %3 errored, %4 skipped</source>
        <translation>%1 lulus, %2 gagal, %3 galat, %4 dilewati</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n gagal</numerusform>
        </translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Job</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Lama</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Kapan</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>dari %1</translation>
    </message>
    <message>
        <source>on the critical path</source>
        <translation>di jalur kritis</translation>
    </message>
    <message>
        <source>waited %1</source>
        <translation>menunggu %1</translation>
    </message>
    <message>
        <source>on the critical path, as far as times tell</source>
        <translation>di jalur kritis, sejauh terlihat dari waktunya</translation>
    </message>
    <message>
        <source>of an earlier attempt</source>
        <translation>dari percobaan sebelumnya</translation>
    </message>
    <message>
        <source>attempt %1, ran again</source>
        <translation>percobaan %1, dijalankan lagi</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>percobaan %1</translation>
    </message>
    <message>
        <source>Coverage, %1</source>
        <translation>Cakupan kode, %1</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Cakupan kode</translation>
    </message>
</context>
<context>
    <name>callboard::notices::BuildChanges</name>
    <message>
        <source>by %1</source>
        <translation>oleh %1</translation>
    </message>
    <message>
        <source>the default branch</source>
        <translation>branch bawaan</translation>
    </message>
    <message>
        <source>%1 fails on %2</source>
        <translation>%1 gagal di %2</translation>
    </message>
    <message>
        <source>%1 is whole again on %2</source>
        <translation>%1 pulih lagi di %2</translation>
    </message>
    <message>
        <source>%1 waits for an approval</source>
        <translation>%1 menunggu persetujuan</translation>
    </message>
</context>
<context>
    <name>callboard::notices::CatalogChanges</name>
    <message>
        <source>%1 depends on %2 now</source>
        <translation>%1 kini bergantung pada %2</translation>
    </message>
    <message>
        <source>%1 consumes %2 now</source>
        <translation>%1 kini memakai %2</translation>
    </message>
    <message>
        <source>It is owned by %1.</source>
        <translation>Pemiliknya %1.</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>bukan siapa-siapa</translation>
    </message>
    <message>
        <source>%1 belongs to %2 now</source>
        <translation>%1 kini milik %2</translation>
    </message>
    <message>
        <source>It belonged to %1.</source>
        <translation>Sebelumnya milik %1.</translation>
    </message>
    <message numerus="yes">
        <source>%1 breaks who uses it, at %n place(s)</source>
        <translation>
            <numerusform>%1 merusak pemakainya, di %n tempat</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing brings %1 any more</source>
        <translation>Tidak ada lagi yang membawa %1</translation>
    </message>
    <message>
        <source>Its descriptor is gone from where it was registered; the portal keeps it as an orphan.</source>
        <translation>Deskriptornya hilang dari tempat ia didaftarkan; portal menyimpannya sebagai yatim.</translation>
    </message>
    <message>
        <source>%1 is deprecated now</source>
        <translation>%1 kini usang</translation>
    </message>
    <message>
        <source>%1 is no longer in the catalog</source>
        <translation>%1 tidak ada lagi di katalog</translation>
    </message>
    <message>
        <source>Something of yours uses it. It belonged to %1.</source>
        <translation>Sesuatu milik Anda memakainya. Sebelumnya milik %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n entities are no longer in the catalog</source>
        <translation>
            <numerusform>%n entitas tidak ada lagi di katalog</numerusform>
        </translation>
    </message>
    <message>
        <source>Among them: %1</source>
        <translation>Di antaranya: %1</translation>
    </message>
</context>
<context>
    <name>callboard::notices::Inbox</name>
    <message numerus="yes">
        <source>Mark %n as done</source>
        <translation>
            <numerusform>Tandai %n selesai</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Bring %n back</source>
        <translation>
            <numerusform>Kembalikan %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put %n aside until it changes</source>
        <translation>
            <numerusform>Sisihkan %n sampai berubah</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark %n as read</source>
        <translation>
            <numerusform>Tandai %n sudah dibaca</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark %n as unread</source>
        <translation>
            <numerusform>Tandai %n belum dibaca</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save %n</source>
        <translation>
            <numerusform>Simpan %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No longer save %n</source>
        <translation>
            <numerusform>Berhenti menyimpan %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put %n aside for later</source>
        <translation>
            <numerusform>Sisihkan %n untuk nanti</numerusform>
        </translation>
    </message>
    <message>
        <source>Mute %1</source>
        <translation>Bisukan %1</translation>
    </message>
    <message>
        <source>No longer mute %1</source>
        <translation>Berhenti membisukan %1</translation>
    </message>
</context>
<context>
    <name>callboard::notices::ReviewChanges</name>
    <message>
        <source>%1 asks for your review: %2</source>
        <translation>%1 meminta tinjauan Anda: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 · +%2 −%3 in %n file(s)</source>
        <translation>
            <numerusform>%1 · +%2 −%3 dalam %n berkas</numerusform>
        </translation>
    </message>
    <message>
        <source>Checks fail: %1</source>
        <translation>Pemeriksaan gagal: %1</translation>
    </message>
    <message>
        <source>Changes are wanted: %1</source>
        <translation>Perubahan diminta: %1</translation>
    </message>
    <message>
        <source>It conflicts: %1</source>
        <translation>Ada konflik: %1</translation>
    </message>
</context>
<context>
    <name>callboard::notices::Situation</name>
    <message>
        <source>%1 fails</source>
        <translation>%1 gagal</translation>
    </message>
    <message>
        <source>%1 fails on %2</source>
        <translation>%1 gagal di %2</translation>
    </message>
    <message>
        <source>%1 waits for an approval</source>
        <translation>%1 menunggu persetujuan</translation>
    </message>
    <message>
        <source>%1 is being built</source>
        <translation>%1 sedang dibangun</translation>
    </message>
    <message>
        <source>Review: %1</source>
        <translation>Tinjauan: %1</translation>
    </message>
</context>
<context>
    <name>callboard::sample::BuildOrders</name>
    <message>
        <source>All of it runs again.</source>
        <translation>Semuanya dijalankan lagi.</translation>
    </message>
    <message>
        <source>The jobs that failed run again.</source>
        <translation>Job yang gagal dijalankan lagi.</translation>
    </message>
    <message>
        <source>The run is cancelled.</source>
        <translation>Run dibatalkan.</translation>
    </message>
    <message>
        <source>Approved: the deployment goes on.</source>
        <translation>Disetujui: deployment dilanjutkan.</translation>
    </message>
    <message>
        <source>Rejected: nothing is deployed.</source>
        <translation>Ditolak: tidak ada yang di-deploy.</translation>
    </message>
    <message>
        <source>The workflow starts.</source>
        <translation>Workflow dimulai.</translation>
    </message>
    <message>
        <source>It has ended.</source>
        <translation>Sudah selesai.</translation>
    </message>
    <message>
        <source>It has not ended.</source>
        <translation>Belum selesai.</translation>
    </message>
    <message>
        <source>Nothing in it has failed.</source>
        <translation>Tidak ada yang gagal di dalamnya.</translation>
    </message>
    <message>
        <source>It waits for nobody.</source>
        <translation>Tidak menunggu siapa pun.</translation>
    </message>
    <message>
        <source>Started by hand</source>
        <translation>Dimulai secara manual</translation>
    </message>
    <message>
        <source>Started by hand: %1</source>
        <translation>Dimulai secara manual: %1</translation>
    </message>
    <message>
        <source>A release begins with a tag.</source>
        <translation>Rilis dimulai dengan tag.</translation>
    </message>
</context>
<context>
    <name>callboard::sample::SampleIntegration</name>
    <message>
        <source>%1 repositories of an imaginary ferry company</source>
        <translation>%1 repositori milik perusahaan feri khayalan</translation>
    </message>
</context>
<context>
    <name>callboard::sync::DocWatch</name>
    <message>
        <source>%1 and more</source>
        <translation>%1 dan lainnya</translation>
    </message>
    <message>
        <source>Page without a title</source>
        <translation>Halaman tanpa judul</translation>
    </message>
    <message>
        <source>“%1” changed</source>
        <translation>“%1” berubah</translation>
    </message>
    <message>
        <source>“%1” is new</source>
        <translation>“%1” baru</translation>
    </message>
    <message>
        <source>The page “%1” is gone</source>
        <translation>Halaman “%1” hilang</translation>
    </message>
    <message>
        <source>You watch this page of %1.</source>
        <translation>Anda mengamati halaman %1 ini.</translation>
    </message>
    <message>
        <source>You watch the documentation of %1.</source>
        <translation>Anda mengamati dokumentasi %1.</translation>
    </message>
    <message>
        <source>The documentation of %1 changed</source>
        <translation>Dokumentasi %1 berubah</translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <translation>Berubah: %1</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>Baru: %1</translation>
    </message>
    <message>
        <source>Gone: %1</source>
        <translation>Hilang: %1</translation>
    </message>
    <message>
        <source>“%1” changed since you reported on it</source>
        <translation>“%1” berubah sejak Anda melaporkannya</translation>
    </message>
</context>
<context>
    <name>callboard::sync::Refusals</name>
    <message>
        <source>%1 has not let you in since %2.</source>
        <translation>%1 tidak mengizinkan Anda masuk sejak %2.</translation>
    </message>
    <message>
        <source>What it brought is here still. Sources asks whether to erase or to keep it.</source>
        <translation>Yang dibawanya masih ada di sini. Panel Sumber menanyakan apakah akan dihapus atau disimpan.</translation>
    </message>
</context>
<context>
    <name>callboard::sync::SignedOut</name>
    <message>
        <source>You are signed out of %1 here, but the server could not be told.</source>
        <translation>Anda sudah keluar dari %1 di sini, tetapi server tidak dapat diberi tahu.</translation>
    </message>
    <message>
        <source>The token is good there until %1.</source>
        <translation>Token masih berlaku di sana hingga %1.</translation>
    </message>
    <message>
        <source>The sign-in is good there until you, or the server, end it there.</source>
        <translation>Status masuk masih berlaku di sana sampai Anda, atau server, mengakhirinya di sana.</translation>
    </message>
</context>
<context>
    <name>callboard::ui::ActionDesk</name>
    <message>
        <source>“%1” was not done.</source>
        <translation>“%1” tidak dilakukan.</translation>
    </message>
    <message>
        <source>“%1” was not done for %2.</source>
        <translation>“%1” tidak dilakukan untuk %2.</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 di %2</translation>
    </message>
    <message>
        <source>“%1” is kept, and done when %2 can be reached.</source>
        <translation>“%1” disimpan, dan dilakukan saat %2 dapat dijangkau.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Batalkan</translation>
    </message>
    <message>
        <source>“%1” had been kept for %2, and is now refused.</source>
        <translation>“%1” tadinya disimpan untuk %2, dan kini ditolak.</translation>
    </message>
</context>
<context>
    <name>callboard::ui::ActionDialog</name>
    <message>
        <source>At %1.</source>
        <translation>Di %1.</translation>
    </message>
    <message>
        <source>%1, at %2.</source>
        <translation>%1, di %2.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>Entitas</translation>
    </message>
    <message>
        <source>In the catalog</source>
        <translation>Di katalog</translation>
    </message>
    <message>
        <source>Entities</source>
        <translation>Entitas</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Show what it would do</source>
        <translation>Tampilkan akibatnya</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>Menanyai %1…</translation>
    </message>
    <message>
        <source>there already</source>
        <translation>sudah ada</translation>
    </message>
    <message>
        <source>new</source>
        <translation>baru</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>dan %n lagi</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::AsOfLabel</name>
    <message>
        <source>%1, not current</source>
        <translation>%1, tidak terkini</translation>
    </message>
</context>
<context>
    <name>callboard::ui::AskedForm</name>
    <message>
        <source>Asking %1 what it needs…</source>
        <translation>Menanyakan ke %1 apa yang diperlukan…</translation>
    </message>
    <message>
        <source>What it asks for is not known. %1</source>
        <translation>Apa yang diminta belum diketahui. %1</translation>
    </message>
    <message>
        <source>It asks for nothing more.</source>
        <translation>Tidak ada lagi yang diminta.</translation>
    </message>
</context>
<context>
    <name>callboard::ui::Banner</name>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
</context>
<context>
    <name>callboard::ui::Chart</name>
    <message>
        <source>Nothing to show yet</source>
        <translation>Belum ada yang ditampilkan</translation>
    </message>
    <message>
        <source>Not enough to draw yet</source>
        <translation>Belum cukup untuk digambar</translation>
    </message>
    <message>
        <source>A line needs two moments. The table has what is known.</source>
        <translation>Garis perlu dua titik waktu. Yang diketahui ada di tabel.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>series and value</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>tidak diketahui</translation>
    </message>
    <message>
        <source>%1 (%)</source>
        <comment>head of a column in percent</comment>
        <translation>%1 (%)</translation>
    </message>
    <message>
        <source>%1 (s)</source>
        <comment>head of a column in seconds</comment>
        <translation>%1 (dtk)</translation>
    </message>
    <message>
        <source>%1 (bytes)</source>
        <translation>%1 (bita)</translation>
    </message>
    <message numerus="yes">
        <source>and %n more, in the table</source>
        <translation>
            <numerusform>dan %n lagi, di tabel</numerusform>
        </translation>
    </message>
    <message>
        <source>%1bn</source>
        <translation>%1 M</translation>
    </message>
    <message>
        <source>%1m</source>
        <translation>%1 jt</translation>
    </message>
    <message>
        <source>%1k</source>
        <translation>%1 rb</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 md</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 dtk</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 mnt</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 jam</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 hr</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
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
        <translation>Minggu %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>dan %n lagi</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::ChartCard</name>
    <message>
        <source>Show as Table</source>
        <translation>Tampilkan sebagai Tabel</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Lainnya</translation>
    </message>
    <message>
        <source>Show the numbers as a table</source>
        <translation>Menampilkan angkanya sebagai tabel</translation>
    </message>
    <message>
        <source>%1, as a table</source>
        <translation>%1, sebagai tabel</translation>
    </message>
    <message>
        <source>More of %1</source>
        <translation>Lainnya untuk %1</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Ekspor…</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>Ekspor %1</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Gambar (*.png)</translation>
    </message>
    <message>
        <source>Drawing (*.svg)</source>
        <translation>Gambar vektor (*.svg)</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Nilai dipisahkan koma (*.csv)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Ekspor</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>%1 tidak dapat ditulis.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>callboard::ui::ChartTable</name>
    <message>
        <source>%1: nothing known.</source>
        <translation>%1: tidak ada yang diketahui.</translation>
    </message>
    <message>
        <source>%1: lowest %2 (%3), highest %4 (%5), last %6.</source>
        <translation>%1: terendah %2 (%3), tertinggi %4 (%5), terakhir %6.</translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <translation>%1 dengan %2</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s), first %1.</source>
        <translation>
            <numerusform>%n baris, pertama %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Nothing to show.</source>
        <translation>Tidak ada yang ditampilkan.</translation>
    </message>
    <message numerus="yes">
        <source>%n point(s), from %1 to %2.</source>
        <translation>
            <numerusform>%n titik, dari %1 sampai %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>series and value</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>tidak diketahui</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>row and its values</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>callboard::ui::CodeView</name>
    <message>
        <source>Source</source>
        <translation>Sumber</translation>
    </message>
</context>
<context>
    <name>callboard::ui::ConnectionDialog</name>
    <message>
        <source>Try the connection</source>
        <translation>Coba sambungan</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Keluar dari akun</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>Sunting %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>You are signed out.</source>
        <translation>Anda sudah keluar dari akun.</translation>
    </message>
</context>
<context>
    <name>callboard::ui::ConnectionForm</name>
    <message>
        <source>More options</source>
        <translation>Opsi lainnya</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Masuk</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proksi</translation>
    </message>
    <message>
        <source>http://host:port, socks5://host:port, or none. Empty: as the system has it.</source>
        <translation>http://host:port, socks5://host:port, atau none. Kosong: seperti sistem.</translation>
    </message>
    <message>
        <source>Further authorities</source>
        <translation>Otoritas tambahan</translation>
    </message>
    <message>
        <source>A PEM file of the authorities that signed the server’s certificate.</source>
        <translation>Berkas PEM berisi otoritas yang menandatangani sertifikat server.</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>Sertifikat klien</translation>
    </message>
    <message>
        <source>A PEM file, where the server wants one.</source>
        <translation>Berkas PEM, bila server memintanya.</translation>
    </message>
    <message>
        <source>Its key</source>
        <translation>Kuncinya</translation>
    </message>
    <message>
        <source>A PEM file. Empty: it is in the certificate’s.</source>
        <translation>Berkas PEM. Kosong: ada di berkas sertifikat.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Jaringan</translation>
    </message>
    <message>
        <source>Proxy and certificates</source>
        <translation>Proksi dan sertifikat</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>tidak berubah</translation>
    </message>
    <message>
        <source>to be typed again: the address is another one</source>
        <translation>ketik lagi: alamatnya berbeda</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>Mencoba…</translation>
    </message>
    <message>
        <source>You are %1.</source>
        <translation>Anda adalah %1.</translation>
    </message>
    <message>
        <source>Sign in to the proxy…</source>
        <translation>Masuk ke proksi…</translation>
    </message>
    <message>
        <source>Sign in on another device…</source>
        <translation>Masuk di perangkat lain…</translation>
    </message>
    <message>
        <source>Sign in in the browser…</source>
        <translation>Masuk lewat peramban…</translation>
    </message>
    <message>
        <source>Not encrypted: others on the way can read what is sent, a token too.</source>
        <translation>Tidak terenkripsi: pihak lain di jalur dapat membaca yang dikirim, termasuk token.</translation>
    </message>
</context>
<context>
    <name>callboard::ui::Desktop</name>
    <message>
        <source>Show &amp;Callboard</source>
        <translation>&amp;Tampilkan Callboard</translation>
    </message>
    <message>
        <source>Brings the window to the front</source>
        <translation>Membawa jendela ke depan</translation>
    </message>
    <message>
        <source>&amp;Go to anything…</source>
        <translation>&amp;Buka apa saja…</translation>
    </message>
    <message>
        <source>Entities, people and commands, by a few letters</source>
        <translation>Entitas, orang dan perintah, dengan beberapa huruf</translation>
    </message>
    <message>
        <source>&amp;New workspace…</source>
        <translation>Ruang kerja &amp;baru…</translation>
    </message>
    <message>
        <source>A further set of sources, in a window of its own</source>
        <translation>Kumpulan sumber lain, di jendelanya sendiri</translation>
    </message>
    <message>
        <source>&amp;Rename this workspace…</source>
        <translation>&amp;Ubah nama ruang kerja ini…</translation>
    </message>
    <message>
        <source>Gives it another name; Callboard starts again for that</source>
        <translation>Memberinya nama lain; untuk itu Callboard dimulai ulang</translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation>&amp;Pengaturan</translation>
    </message>
    <message>
        <source>Appearance, sources, shortcuts</source>
        <translation>Tampilan, sumber, pintasan</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Keluar</translation>
    </message>
    <message>
        <source>That link leads nowhere.</source>
        <translation>Tautan itu tidak menuju ke mana pun.</translation>
    </message>
    <message>
        <source>%1 is not in this catalog.</source>
        <translation>%1 tidak ada di katalog ini.</translation>
    </message>
    <message>
        <source>It may be in another workspace, or in a source that was not read yet.</source>
        <translation>Mungkin ada di ruang kerja lain, atau di sumber yang belum dibaca.</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Tutup jendela</translation>
    </message>
    <message>
        <source>Keep Callboard in the tray?</source>
        <translation>Simpan Callboard di baki?</translation>
    </message>
    <message>
        <source>It goes on reading its sources there, and its icon brings the window back. You are asked once; the settings have it too.</source>
        <translation>Di sana Callboard tetap membaca sumbernya, dan ikonnya memunculkan jendela lagi. Ini ditanyakan sekali; pengaturan juga memuatnya.</translation>
    </message>
    <message>
        <source>Keep in the tray</source>
        <translation>Simpan di baki</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Keluar</translation>
    </message>
    <message>
        <source>The workspace “%1” could not be opened.</source>
        <translation>Ruang kerja “%1” tidak dapat dibuka.</translation>
    </message>
    <message>
        <source>There is no workspace “%1” here.</source>
        <translation>Tidak ada ruang kerja “%1” di sini.</translation>
    </message>
    <message>
        <source>The link names one that this computer does not have, or that has another name by now.</source>
        <translation>Tautan itu menyebut ruang kerja yang tidak ada di komputer ini, atau yang kini bernama lain.</translation>
    </message>
</context>
<context>
    <name>callboard::ui::DiffView</name>
    <message>
        <source>Side by side</source>
        <translation>Berdampingan</translation>
    </message>
    <message>
        <source>Previous change (Shift+F8)</source>
        <translation>Perubahan sebelumnya (Shift+F8)</translation>
    </message>
    <message>
        <source>Next change (F8)</source>
        <translation>Perubahan berikutnya (F8)</translation>
    </message>
    <message>
        <source>Copy as a patch</source>
        <translation>Salin sebagai patch</translation>
    </message>
    <message>
        <source>What changed, in one text</source>
        <translation>Yang berubah, dalam satu teks</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Sebelum</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Sesudah</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>Sebelum: %1</translation>
    </message>
    <message>
        <source>After: %1</source>
        <translation>Sesudah: %1</translation>
    </message>
    <message>
        <source>There is no room for two texts beside each other here.</source>
        <translation>Tidak cukup ruang untuk dua teks berdampingan di sini.</translation>
    </message>
    <message>
        <source>+%1 −%2 lines</source>
        <translation>+%1 −%2 baris</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>No difference</source>
        <translation>Tidak ada beda</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n perubahan</numerusform>
        </translation>
    </message>
    <message>
        <source>Change %1 of %2</source>
        <translation>Perubahan %1 dari %2</translation>
    </message>
</context>
<context>
    <name>callboard::ui::DocumentView</name>
    <message>
        <source>Copy this code</source>
        <translation>Salin kode ini</translation>
    </message>
    <message>
        <source>A picture on the network; press to open it:
%1</source>
        <translation>Gambar di jaringan; tekan untuk membukanya:
%1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Buka</translation>
    </message>
    <message>
        <source>Open beside</source>
        <translation>Buka di samping</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Salin alamat</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Salin</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Pilih semua</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>Cari…</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>%1, shown as its source</source>
        <translation>%1, ditampilkan sebagai sumbernya</translation>
    </message>
    <message>
        <source>Show the drawing large</source>
        <translation>Tampilkan gambar lebih besar</translation>
    </message>
    <message>
        <source>Show drawing</source>
        <translation>Tampilkan gambar</translation>
    </message>
    <message>
        <source>Show source</source>
        <translation>Tampilkan sumber</translation>
    </message>
</context>
<context>
    <name>callboard::ui::Documents</name>
    <message>
        <source>Pages</source>
        <translation>Halaman</translation>
    </message>
    <message>
        <source>Open pages</source>
        <translation>Halaman terbuka</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Close the others</source>
        <translation>Tutup yang lain</translation>
    </message>
</context>
<context>
    <name>callboard::ui::FieldEditors</name>
    <message>
        <source>No file chosen</source>
        <translation>Belum ada berkas dipilih</translation>
    </message>
    <message>
        <source>No folder chosen yet</source>
        <translation>Belum ada folder yang dipilih</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Pilih…</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>Pilih: %1</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>Tampilkan ketikan</translation>
    </message>
</context>
<context>
    <name>callboard::ui::FieldWords</name>
    <message>
        <source>This is needed.</source>
        <translation>Ini wajib diisi.</translation>
    </message>
    <message>
        <source>This is not an address. One looks like https://portal.example.org.</source>
        <translation>Ini bukan alamat. Contohnya https://portal.example.org.</translation>
    </message>
    <message>
        <source>The address must begin with https:// or http://.</source>
        <translation>Alamat harus diawali https:// atau http://.</translation>
    </message>
    <message>
        <source>Leave name and password out: they would be written down with it.</source>
        <translation>Jangan sertakan nama dan kata sandi: keduanya akan ikut tercatat.</translation>
    </message>
    <message>
        <source>This is not a number.</source>
        <translation>Ini bukan angka.</translation>
    </message>
    <message>
        <source>From %1 to %2.</source>
        <translation>Dari %1 sampai %2.</translation>
    </message>
    <message>
        <source>Choose one of the list.</source>
        <translation>Pilih salah satu dari daftar.</translation>
    </message>
    <message>
        <source>This cannot be read.</source>
        <translation>Ini tidak dapat dibaca.</translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation>Folder itu tidak ada.</translation>
    </message>
    <message>
        <source>There is no such file, or it cannot be read.</source>
        <translation>Berkas itu tidak ada, atau tidak dapat dibaca.</translation>
    </message>
    <message>
        <source>This file is not PEM: it has no line with BEGIN.</source>
        <translation>Berkas ini bukan PEM: tidak ada baris BEGIN.</translation>
    </message>
    <message>
        <source>A proxy looks like http://host:port or socks5://host:port; “none” goes without one.</source>
        <translation>Proksi ditulis http://host:port atau socks5://host:port; “none” berarti tanpa proksi.</translation>
    </message>
    <message>
        <source>Kept in the keychain.</source>
        <translation>Disimpan di keychain.</translation>
    </message>
    <message>
        <source>Kept in the keychain once it is unlocked; until then, until you quit.</source>
        <translation>Disimpan di keychain setelah kuncinya dibuka; sebelum itu, hanya sampai Anda keluar.</translation>
    </message>
    <message>
        <source>Kept until you quit: the keychain refuses.</source>
        <translation>Disimpan sampai Anda keluar: keychain menolak.</translation>
    </message>
    <message>
        <source>Kept until you quit: there is no keychain here.</source>
        <translation>Disimpan sampai Anda keluar: di sini tidak ada keychain.</translation>
    </message>
</context>
<context>
    <name>callboard::ui::FilterBox</name>
    <message>
        <source>Filter %1. Press to edit it.</source>
        <translation>Filter %1. Tekan untuk mengubahnya.</translation>
    </message>
</context>
<context>
    <name>callboard::ui::FirstRun</name>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Try the connection</source>
        <translation>Coba sambungan</translation>
    </message>
    <message>
        <source>Look what is there</source>
        <translation>Lihat isinya</translation>
    </message>
    <message>
        <source>Callboard: first run</source>
        <translation>Callboard: pertama kali</translation>
    </message>
    <message>
        <source>Callboard: add a source</source>
        <translation>Callboard: tambahkan sumber</translation>
    </message>
    <message>
        <source>first run</source>
        <translation>pertama kali</translation>
    </message>
    <message>
        <source>a further source</source>
        <translation>sumber tambahan</translation>
    </message>
    <message>
        <source>How to begin</source>
        <translation>Cara memulai</translation>
    </message>
    <message>
        <source>What we found</source>
        <translation>Yang ditemukan</translation>
    </message>
    <message>
        <source>How would you like to begin?</source>
        <translation>Bagaimana Anda ingin memulai?</translation>
    </message>
    <message>
        <source>You can add the others later. All of them end up on the same board.</source>
        <translation>Yang lain dapat Anda tambahkan nanti. Semuanya berkumpul di papan yang sama.</translation>
    </message>
    <message>
        <source>A folder of clones</source>
        <translation>Folder berisi klon</translation>
    </message>
    <message>
        <source>Build the board from the working copies on this disk. Works without a network.</source>
        <translation>Menyusun papan dari salinan kerja di diska ini. Berjalan tanpa jaringan.</translation>
    </message>
    <message>
        <source>needs: a folder. A few seconds.</source>
        <translation>perlu: satu folder. Beberapa detik.</translation>
    </message>
    <message>
        <source>The sample portal</source>
        <translation>Portal contoh</translation>
    </message>
    <message>
        <source>Quayline, an invented ferry company with some 80 entities, to look around first.</source>
        <translation>Quayline, perusahaan feri rekaan dengan sekitar 80 entitas, untuk melihat-lihat dahulu.</translation>
    </message>
    <message>
        <source>needs nothing. Remove it with one click.</source>
        <translation>tidak perlu apa-apa. Dihapus dengan satu klik.</translation>
    </message>
    <message>
        <source>A portal that is already there</source>
        <translation>Portal yang sudah ada</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>Siapa Anda?</translation>
    </message>
    <message>
        <source>Then “mine” shows what you and your groups own. It stays on this machine.</source>
        <translation>Lalu “milik saya” menampilkan yang dimiliki Anda dan grup Anda. Ini tetap di komputer ini.</translation>
    </message>
    <message>
        <source>Connect: %1</source>
        <translation>Sambungkan: %1</translation>
    </message>
    <message>
        <source>this form comes from the integration’s description</source>
        <translation>formulir ini berasal dari deskripsi integrasi</translation>
    </message>
    <message>
        <source>Open the board</source>
        <translation>Buka papan</translation>
    </message>
    <message>
        <source>Open the board, finish reading behind it</source>
        <translation>Buka papan, lanjutkan membaca di latar belakang</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 dari %2</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>membaca…</translation>
    </message>
    <message numerus="yes">
        <source>%n with problems</source>
        <translation>
            <numerusform>%n bermasalah</numerusform>
        </translation>
    </message>
    <message>
        <source>No people in this catalog yet</source>
        <translation>Belum ada orang di katalog ini</translation>
    </message>
    <message>
        <source>Nobody in particular</source>
        <translation>Bukan siapa-siapa</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entities</source>
        <translation>
            <numerusform>%Ln entitas</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing leaves this machine except the requests to the host you name. Tokens go to the system keychain. Closing this window does not stop the reading.</source>
        <translation>Tidak ada yang keluar dari komputer ini selain permintaan ke host yang Anda sebut. Token masuk ke keychain sistem. Menutup jendela ini tidak menghentikan pembacaan.</translation>
    </message>
    <message>
        <source>Backstage, or any portal built on it. Sign in as a guest, with a token, or in your browser.</source>
        <translation>Backstage, atau portal apa pun yang dibangun di atasnya. Masuk sebagai tamu, dengan token, atau lewat peramban.</translation>
    </message>
    <message>
        <source>needs: its address. Takes about a minute.</source>
        <translation>perlu: alamatnya. Sekitar satu menit.</translation>
    </message>
    <message>
        <source>Sign in later</source>
        <translation>Masuk nanti</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Masuk</translation>
    </message>
    <message>
        <source>A Git host or CI server</source>
        <translation>Host Git atau server CI</translation>
    </message>
    <message>
        <source>Builds, reviews and what waits for you there, of the entities in your catalog.</source>
        <translation>Build, tinjauan, dan apa yang menunggu Anda di sana, untuk entitas dalam katalog Anda.</translation>
    </message>
    <message>
        <source>needs: a token that may read.</source>
        <translation>perlu: token yang boleh membaca.</translation>
    </message>
    <message>
        <source>Kind of host</source>
        <translation>Jenis host</translation>
    </message>
</context>
<context>
    <name>callboard::ui::FlowBuilder</name>
    <message>
        <source>%1 diagram, shown as its source</source>
        <translation>diagram %1, ditampilkan sebagai sumbernya</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Rincian</translation>
    </message>
</context>
<context>
    <name>callboard::ui::Glyphs</name>
    <message>
        <source>good</source>
        <translation>baik</translation>
    </message>
    <message>
        <source>running</source>
        <translation>berjalan</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>peringatan</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gagal</translation>
    </message>
    <message>
        <source>none</source>
        <translation>tidak ada</translation>
    </message>
    <message>
        <source>not current</source>
        <translation>tidak terkini</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>menunggu</translation>
    </message>
</context>
<context>
    <name>callboard::ui::HeaderBar</name>
    <message>
        <source>Focus</source>
        <translation>Fokus</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>Bilah atas</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Milik saya</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Semua</translation>
    </message>
    <message>
        <source>What the panes look at</source>
        <translation>Yang ditampilkan panel</translation>
    </message>
    <message>
        <source>Open in</source>
        <translation>Buka di</translation>
    </message>
    <message>
        <source>Go to anything in %1</source>
        <translation>Buka apa saja di %1</translation>
    </message>
    <message>
        <source>Go to anything</source>
        <translation>Buka apa saja</translation>
    </message>
    <message>
        <source>Recently seen</source>
        <translation>Baru dilihat</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Belum ada</translation>
    </message>
    <message>
        <source>Workspace %1: another one, a new one</source>
        <translation>Ruang kerja %1: ganti, atau buat baru</translation>
    </message>
    <message>
        <source>Workspace %1</source>
        <translation>Ruang kerja %1</translation>
    </message>
</context>
<context>
    <name>callboard::ui::ListCommands</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Salin</translation>
    </message>
    <message>
        <source>Puts the rows that are selected on the clipboard.</source>
        <translation>Menyalin baris yang dipilih ke papan klip.</translation>
    </message>
    <message>
        <source>&amp;Export what is shown…</source>
        <translation>&amp;Ekspor yang ditampilkan…</translation>
    </message>
    <message>
        <source>Writes the list to a file, as it is filtered and sorted.</source>
        <translation>Menulis daftar ke berkas, sesuai saringan dan urutannya.</translation>
    </message>
    <message>
        <source>Open the row in the &amp;browser</source>
        <translation>Buka baris di &amp;peramban</translation>
    </message>
    <message>
        <source>Opens the page of the row at its host.</source>
        <translation>Membuka halaman baris itu di hostnya.</translation>
    </message>
</context>
<context>
    <name>callboard::ui::MainWindow</name>
    <message>
        <source>The mirror was damaged and is being read anew.</source>
        <translation>Salinan lokal rusak dan sedang dibaca ulang.</translation>
    </message>
    <message>
        <source>The old one is kept as %1.</source>
        <translation>Yang lama disimpan sebagai %1.</translation>
    </message>
    <message>
        <source>The program ended unexpectedly while %1 was at work.</source>
        <translation>Program berakhir tak terduga saat %1 bekerja.</translation>
    </message>
    <message>
        <source>It is held back. Decide in Settings, Plugins, whether it may run again.</source>
        <translation>Integrasi itu ditahan. Putuskan di Pengaturan, Plugin, apakah boleh berjalan lagi.</translation>
    </message>
    <message>
        <source>Nothing is on the board yet</source>
        <translation>Papan masih kosong</translation>
    </message>
    <message>
        <source>Add a source…</source>
        <translation>Tambahkan sumber…</translation>
    </message>
    <message>
        <source>No page is open</source>
        <translation>Tidak ada halaman terbuka</translation>
    </message>
    <message>
        <source>Choose something in the catalog, or press Ctrl+K and type a few letters of its name.</source>
        <translation>Pilih sesuatu di katalog, atau tekan Ctrl+K lalu ketik beberapa huruf namanya.</translation>
    </message>
    <message>
        <source>Go to anything</source>
        <translation>Buka apa saja</translation>
    </message>
    <message>
        <source>%1 has no page on the web.</source>
        <translation>%1 tidak punya halaman di web.</translation>
    </message>
    <message>
        <source>Its descriptor names no repository that a browser could show.</source>
        <translation>Deskriptornya tidak menyebut repositori yang dapat ditampilkan peramban.</translation>
    </message>
    <message>
        <source>The saved layout could not be read; this is the one to begin with.</source>
        <translation>Tata letak tersimpan tidak dapat dibaca; ini tata letak awal.</translation>
    </message>
    <message>
        <source>The layout could not be kept.</source>
        <translation>Tata letak tidak dapat disimpan.</translation>
    </message>
    <message>
        <source>Rename “%1”…</source>
        <translation>Ubah nama “%1”…</translation>
    </message>
    <message>
        <source>Rename the perspective</source>
        <translation>Ubah nama perspektif</translation>
    </message>
    <message>
        <source>Delete “%1”</source>
        <translation>Hapus “%1”</translation>
    </message>
    <message>
        <source>Name of the arrangement of panes:</source>
        <translation>Nama susunan panel:</translation>
    </message>
    <message>
        <source>&amp;Add a source…</source>
        <translation>T&amp;ambahkan sumber…</translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation>&amp;Pengaturan</translation>
    </message>
    <message>
        <source>Appearance, sources, shortcuts</source>
        <translation>Tampilan, sumber, pintasan</translation>
    </message>
    <message>
        <source>&amp;Close the page</source>
        <translation>&amp;Tutup halaman</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Keluar</translation>
    </message>
    <message>
        <source>&amp;Left panes</source>
        <translation>Panel &amp;kiri</translation>
    </message>
    <message>
        <source>Show or hide the panes on the left</source>
        <translation>Menampilkan atau menyembunyikan panel di kiri</translation>
    </message>
    <message>
        <source>&amp;Right panes</source>
        <translation>Panel kana&amp;n</translation>
    </message>
    <message>
        <source>Show or hide the panes on the right</source>
        <translation>Menampilkan atau menyembunyikan panel di kanan</translation>
    </message>
    <message>
        <source>&amp;Compact or comfortable rows</source>
        <translation>Baris rapat atau &amp;lapang</translation>
    </message>
    <message>
        <source>Colours of the &amp;system</source>
        <translation>Warna &amp;sistem</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Gelap</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>Kontras t&amp;inggi</translation>
    </message>
    <message>
        <source>Larger &amp;text</source>
        <translation>P&amp;erbesar teks</translation>
    </message>
    <message>
        <source>&amp;Normal text</source>
        <translation>Teks n&amp;ormal</translation>
    </message>
    <message>
        <source>Save this arrangement…</source>
        <translation>Simpan susunan ini…</translation>
    </message>
    <message>
        <source>Keep the arrangement of panes under a name</source>
        <translation>Menyimpan susunan panel dengan nama</translation>
    </message>
    <message>
        <source>Save the arrangement</source>
        <translation>Simpan susunan</translation>
    </message>
    <message>
        <source>Reset the arrangement</source>
        <translation>Kembalikan susunan awal</translation>
    </message>
    <message>
        <source>Put every pane where it was at first</source>
        <translation>Mengembalikan setiap panel ke tempat semula</translation>
    </message>
    <message>
        <source>&amp;Go to anything…</source>
        <translation>&amp;Buka apa saja…</translation>
    </message>
    <message>
        <source>Entities, people and commands, by a few letters</source>
        <translation>Entitas, orang dan perintah, dengan beberapa huruf</translation>
    </message>
    <message>
        <source>Find a &amp;command…</source>
        <translation>&amp;Cari perintah…</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Kembali</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>&amp;Maju</translation>
    </message>
    <message>
        <source>Focus on &amp;mine</source>
        <translation>Fokus pada milik s&amp;aya</translation>
    </message>
    <message>
        <source>What I and my groups own</source>
        <translation>Yang dimiliki saya dan grup saya</translation>
    </message>
    <message>
        <source>Focus on &amp;all</source>
        <translation>Fokus pada s&amp;emua</translation>
    </message>
    <message>
        <source>&amp;Recent entities</source>
        <translation>Entitas &amp;terkini</translation>
    </message>
    <message>
        <source>&amp;Next page</source>
        <translation>Halaman be&amp;rikutnya</translation>
    </message>
    <message>
        <source>&amp;Previous page</source>
        <translation>Halaman &amp;sebelumnya</translation>
    </message>
    <message>
        <source>Show the pane “%1”, or go back to the page</source>
        <translation>Menampilkan panel “%1”, atau kembali ke halaman</translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation>Panel &amp;berikutnya</translation>
    </message>
    <message>
        <source>&amp;Previous pane</source>
        <translation>Panel &amp;sebelumnya</translation>
    </message>
    <message>
        <source>P&amp;in or unpin this pane</source>
        <translation>Se&amp;matkan atau lepaskan panel ini</translation>
    </message>
    <message>
        <source>A pinned pane keeps what it shows when the focus moves</source>
        <translation>Panel yang disematkan tetap menampilkan isinya saat fokus berpindah</translation>
    </message>
    <message>
        <source>&amp;Manage sources…</source>
        <translation>&amp;Kelola sumber…</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Pintasan papan ketik</translation>
    </message>
    <message>
        <source>Every command with its keys; they can be changed here</source>
        <translation>Setiap perintah dengan tombolnya; dapat diubah di sini</translation>
    </message>
    <message>
        <source>&amp;About Callboard</source>
        <translation>&amp;Tentang Callboard</translation>
    </message>
    <message>
        <source>Pers&amp;pectives</source>
        <translation>Pe&amp;rspektif</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>Layar pen&amp;uh</translation>
    </message>
    <message>
        <source>L&amp;ight</source>
        <translation>&amp;Terang</translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation>&amp;Perkecil teks</translation>
    </message>
    <message>
        <source>Relatio&amp;ns of the focus</source>
        <translation>Relasi foku&amp;s</translation>
    </message>
    <message>
        <source>Colours of the window</source>
        <translation>Warna jendela</translation>
    </message>
    <message>
        <source>&amp;Map of the focus</source>
        <translation>&amp;Peta fokus</translation>
    </message>
    <message>
        <source>Draws what the entity in focus is related to</source>
        <translation>Menggambar apa yang berhubungan dengan entitas dalam fokus</translation>
    </message>
    <message>
        <source>Add a portal, a folder of clones or the sample, and its catalog appears here.</source>
        <translation>Tambahkan portal, folder klona, atau contoh, dan katalognya muncul di sini.</translation>
    </message>
    <message>
        <source>&amp;Builds of the focus</source>
        <translation>&amp;Build fokus</translation>
    </message>
    <message>
        <source>Shows how the builds of what is in focus stand</source>
        <translation>Menampilkan keadaan build dari yang ada dalam fokus</translation>
    </message>
    <message>
        <source>Connects a portal, a Git host, a folder of clones or the sample.</source>
        <translation>Menghubungkan portal, host Git, folder klona, atau contoh.</translation>
    </message>
</context>
<context>
    <name>callboard::ui::Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Berkas</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Sunting</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Tampilan</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Navigasi</translation>
    </message>
    <message>
        <source>E&amp;ntity</source>
        <translation>&amp;Entitas</translation>
    </message>
    <message>
        <source>&amp;Panes</source>
        <translation>&amp;Panel</translation>
    </message>
    <message>
        <source>&amp;Sync</source>
        <translation>Sin&amp;kronisasi</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>B&amp;antuan</translation>
    </message>
</context>
<context>
    <name>callboard::ui::NoticePopups</name>
    <message numerus="yes">
        <source>%n notice(s)</source>
        <translation>
            <numerusform>%n pemberitahuan</numerusform>
        </translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>dan %1 lagi</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Buka</translation>
    </message>
    <message>
        <source>Open the inbox</source>
        <translation>Buka kotak masuk</translation>
    </message>
    <message>
        <source>In an hour</source>
        <translation>Dalam satu jam</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Jalankan lagi</translation>
    </message>
</context>
<context>
    <name>callboard::ui::NoticeRulesForm</name>
    <message>
        <source>mine</source>
        <translation>milik saya</translation>
    </message>
    <message>
        <source>mine or starred</source>
        <translation>milik saya atau berbintang</translation>
    </message>
    <message>
        <source>anyone’s</source>
        <translation>milik siapa pun</translation>
    </message>
    <message>
        <source>at least normal</source>
        <translation>mulai normal</translation>
    </message>
    <message>
        <source>at least high</source>
        <translation>mulai tinggi</translation>
    </message>
    <message>
        <source>only critical</source>
        <translation>hanya kritis</translation>
    </message>
    <message>
        <source>any urgency</source>
        <translation>semua</translation>
    </message>
    <message>
        <source>Add a rule</source>
        <translation>Tambah aturan</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Jika</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>Milik siapa</translation>
    </message>
    <message>
        <source>How urgent</source>
        <translation>Urgensi</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Hitung</translation>
    </message>
    <message>
        <source>Pop up</source>
        <translation>Munculkan</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Suara</translation>
    </message>
    <message>
        <source>Without a rule nothing is counted and nothing pops up; all of it is in the inbox.</source>
        <translation>Tanpa aturan, tidak ada yang dihitung dan tidak ada yang muncul; semuanya ada di kotak masuk.</translation>
    </message>
    <message>
        <source>When, rule %1</source>
        <translation>Jika, aturan %1</translation>
    </message>
    <message>
        <source>Whose, rule %1</source>
        <translation>Milik siapa, aturan %1</translation>
    </message>
    <message>
        <source>How urgent, rule %1</source>
        <translation>Urgensi, aturan %1</translation>
    </message>
    <message>
        <source>Count it, rule %1</source>
        <translation>Hitung, aturan %1</translation>
    </message>
    <message>
        <source>Pop up on the desktop, rule %1</source>
        <translation>Munculkan di desktop, aturan %1</translation>
    </message>
    <message>
        <source>With a sound, rule %1</source>
        <translation>Dengan suara, aturan %1</translation>
    </message>
    <message>
        <source>Earlier, rule %1</source>
        <translation>Lebih awal, aturan %1</translation>
    </message>
    <message>
        <source>Later, rule %1</source>
        <translation>Lebih akhir, aturan %1</translation>
    </message>
    <message>
        <source>Take rule %1 away</source>
        <translation>Buang aturan %1</translation>
    </message>
    <message>
        <source>Quiet hours: nothing pops up, and what came is told in one afterwards</source>
        <translation>Jam tenang: tidak ada yang muncul, dan yang datang disampaikan sekaligus sesudahnya</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Tenang dari</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Tenang sampai</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Dari</translation>
    </message>
    <message>
        <source>to</source>
        <translation>sampai</translation>
    </message>
    <message>
        <source>Quiet hours begin on %1</source>
        <translation>Jam tenang mulai pada %1</translation>
    </message>
    <message>
        <source>All of Saturday and Sunday as well</source>
        <translation>Sepanjang Sabtu dan Minggu juga</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Pemberitahuan</translation>
    </message>
    <message>
        <source>Everything is in the inbox. These rules say what is counted beside, and what pops up on the desktop; the first that fits decides. A desktop that shall not disturb you keeps that promise.</source>
        <translation>Semuanya ada di kotak masuk. Aturan ini menentukan apa yang dihitung di sampingnya, dan apa yang muncul di desktop; yang pertama cocok yang menentukan. Desktop yang diminta tidak mengganggu Anda tetap menepatinya.</translation>
    </message>
    <message>
        <source>Restore the calm rules</source>
        <translation>Pulihkan aturan tenang</translation>
    </message>
</context>
<context>
    <name>callboard::ui::OfflineNotice</name>
    <message>
        <source>%1: this waits for the network.</source>
        <translation>%1: ini menunggu jaringan.</translation>
    </message>
    <message>
        <source>What was read before stays here.</source>
        <translation>Yang sudah dibaca tetap ada di sini.</translation>
    </message>
    <message>
        <source>It begins by itself when the network is back.</source>
        <translation>Dimulai sendiri saat jaringan kembali.</translation>
    </message>
    <message>
        <source>Go online</source>
        <translation>Kembali daring</translation>
    </message>
    <message>
        <source>Try all the same</source>
        <translation>Coba saja</translation>
    </message>
</context>
<context>
    <name>callboard::ui::Outward</name>
    <message>
        <source>Only addresses of the web and of mail are opened from here.</source>
        <translation>Hanya alamat web dan surel yang dibuka dari sini.</translation>
    </message>
    <message>
        <source>No mail program could be opened.</source>
        <translation>Tidak ada program surel yang dapat dibuka.</translation>
    </message>
    <message>
        <source>No browser could be opened.</source>
        <translation>Tidak ada peramban yang dapat dibuka.</translation>
    </message>
    <message>
        <source>The file is not on this machine.</source>
        <translation>Berkasnya tidak ada di mesin ini.</translation>
    </message>
    <message>
        <source>The editor “%1” could not be started.</source>
        <translation>Editor “%1” tidak dapat dijalankan.</translation>
    </message>
    <message>
        <source>No editor could be opened. One can be named in the settings.</source>
        <translation>Tidak ada editor yang dapat dibuka. Editor dapat ditentukan di pengaturan.</translation>
    </message>
    <message>
        <source>No file manager could be opened.</source>
        <translation>Tidak ada pengelola berkas yang dapat dibuka.</translation>
    </message>
    <message>
        <source>No terminal could be opened.</source>
        <translation>Tidak ada terminal yang dapat dibuka.</translation>
    </message>
    <message>
        <source>It has no page on the web.</source>
        <translation>Tidak ada halamannya di web.</translation>
    </message>
</context>
<context>
    <name>callboard::ui::OutwardNotice</name>
    <message>
        <source>Copy</source>
        <translation>Salin</translation>
    </message>
</context>
<context>
    <name>callboard::ui::PaletteBox</name>
    <message>
        <source>Go to anything</source>
        <translation>Buka apa saja</translation>
    </message>
    <message>
        <source>Go to anything in %1</source>
        <translation>Buka apa saja di %1</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>next scope</source>
        <translation>cakupan berikutnya</translation>
    </message>
    <message>
        <source>people</source>
        <translation>orang</translation>
    </message>
    <message>
        <source>actions</source>
        <translation>tindakan</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Hasil</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>pilih</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>open or run</source>
        <translation>buka atau jalankan</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>open beside</source>
        <translation>buka di samping</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>in the browser</source>
        <translation>di peramban</translation>
    </message>
    <message>
        <source>copy reference</source>
        <translation>salin referensi</translation>
    </message>
    <message>
        <source>searched offline, %1</source>
        <translation>luring, %1</translation>
    </message>
    <message>
        <source>searched offline</source>
        <translation>luring</translation>
    </message>
    <message>
        <source>%1 copied</source>
        <translation>%1 disalin</translation>
    </message>
    <message>
        <source>docs</source>
        <translation>dokumen</translation>
    </message>
    <message>
        <source>in APIs</source>
        <translation>di dalam API</translation>
    </message>
    <message>
        <source>in the text</source>
        <translation>di dalam teks</translation>
    </message>
</context>
<context>
    <name>callboard::ui::PaletteDelegate</name>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
</context>
<context>
    <name>callboard::ui::PalettePreview</name>
    <message>
        <source>Relations</source>
        <translation>Relasi</translation>
    </message>
    <message>
        <source>Open beside</source>
        <translation>Buka di samping</translation>
    </message>
    <message>
        <source>Type a few letters</source>
        <translation>Ketik beberapa huruf</translation>
    </message>
    <message>
        <source>Nothing fits “%1”</source>
        <translation>Tidak ada yang cocok dengan “%1”</translation>
    </message>
    <message>
        <source>Of a name, an owner, a kind, or of what you want to do.</source>
        <translation>Dari nama, pemilik, jenis, atau hal yang ingin Anda lakukan.</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Perintah</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tombol</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Jalankan</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Pemilik</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistem</translation>
    </message>
    <message>
        <source>Lifecycle</source>
        <translation>Siklus hidup</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referensi</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Terlihat</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n lagi</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Buka</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Situs</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Halaman</translation>
    </message>
    <message>
        <source>Fewer letters find more. With &gt; in front, commands are searched; with @, people; with “d ”, documents; with “a ”, what is in APIs; with “t ”, all text of entities.</source>
        <translation>Huruf lebih sedikit menemukan lebih banyak. Dengan &gt; di depan, perintah yang dicari; dengan @, orang; dengan “d ”, dokumen; dengan “a ”, isi API; dengan “t ”, seluruh teks entitas.</translation>
    </message>
</context>
<context>
    <name>callboard::ui::PaneFrame</name>
    <message>
        <source>Stop</source>
        <translation>Hentikan</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Lainnya</translation>
    </message>
    <message>
        <source>Follow the focus</source>
        <translation>Ikuti fokus</translation>
    </message>
    <message>
        <source>Pin to what it shows</source>
        <translation>Sematkan pada isinya</translation>
    </message>
</context>
<context>
    <name>callboard::ui::PaneHost</name>
    <message>
        <source>Put back</source>
        <translation>Kembalikan</translation>
    </message>
    <message>
        <source>Take out of the window</source>
        <translation>Keluarkan dari jendela</translation>
    </message>
    <message>
        <source>Close this pane</source>
        <translation>Tutup panel ini</translation>
    </message>
</context>
<context>
    <name>callboard::ui::PinButton</name>
    <message>
        <source>Pinned. Press to follow the focus.</source>
        <translation>Disematkan. Tekan untuk mengikuti fokus.</translation>
    </message>
    <message>
        <source>Follows the focus. Press to pin.</source>
        <translation>Mengikuti fokus. Tekan untuk menyematkan.</translation>
    </message>
    <message>
        <source>Pinned to what it shows</source>
        <translation>Disematkan pada isinya</translation>
    </message>
    <message>
        <source>Follows the focus</source>
        <translation>Mengikuti fokus</translation>
    </message>
</context>
<context>
    <name>callboard::ui::ProxyLoginDialog</name>
    <message>
        <source>Sign in to the proxy</source>
        <translation>Masuk ke proksi</translation>
    </message>
    <message>
        <source>%1 asks for a user and a password. Every source that goes through it uses them.</source>
        <translation>%1 meminta nama pengguna dan kata sandi. Semua sumber yang melaluinya memakainya.</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Pengguna</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Kata sandi</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Masuk</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>The keychain did not keep it. It counts until you quit.</source>
        <translation>Keychain tidak menyimpannya. Ini berlaku sampai Anda keluar.</translation>
    </message>
</context>
<context>
    <name>callboard::ui::RecentSwitcher</name>
    <message>
        <source>Recent entities</source>
        <translation>Entitas terkini</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Terkini</translation>
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
        <translation>%1, setidaknya %2</translation>
    </message>
</context>
<context>
    <name>callboard::ui::Sentences</name>
    <message>
        <source>The source</source>
        <translation>Sumber</translation>
    </message>
    <message>
        <source>%1 (%2).</source>
        <translation>%1 (%2).</translation>
    </message>
    <message>
        <source>%1 asks us to slow down.</source>
        <translation>%1 meminta kita melambat.</translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation>Akan dicoba lagi dengan sendirinya.</translation>
    </message>
    <message numerus="yes">
        <source>It is tried again in %n min.</source>
        <translation>
            <numerusform>Akan dicoba lagi dalam %n mnt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The mirror could not be written.</source>
        <translation>Salinan lokal tidak dapat ditulis.</translation>
    </message>
    <message>
        <source>Is the disk full, or the folder read-only?</source>
        <translation>Apakah diska penuh, atau folder hanya-baca?</translation>
    </message>
    <message>
        <source>Stopped before it was done.</source>
        <translation>Dihentikan sebelum selesai.</translation>
    </message>
    <message>
        <source>%1 cannot be reached.</source>
        <translation>%1 tidak dapat dijangkau.</translation>
    </message>
    <message>
        <source>What was read before stays here.</source>
        <translation>Yang sudah dibaca tetap ada di sini.</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 tidak menjawab tepat waktu.</translation>
    </message>
    <message>
        <source>%1 cannot prove who it is.</source>
        <translation>%1 tidak dapat membuktikan identitasnya.</translation>
    </message>
    <message>
        <source>Check its certificate, or add the authority that signed it.</source>
        <translation>Periksa sertifikatnya, atau tambahkan otoritas yang menandatanganinya.</translation>
    </message>
    <message>
        <source>The token was refused</source>
        <translation>Token ditolak</translation>
    </message>
    <message>
        <source>It may have expired: make a new one.</source>
        <translation>Mungkin sudah kedaluwarsa: buat yang baru.</translation>
    </message>
    <message>
        <source>%1 does not let you read this</source>
        <translation>%1 tidak mengizinkan Anda membaca ini</translation>
    </message>
    <message>
        <source>Ask its owner for the right to read.</source>
        <translation>Mintalah hak baca kepada pemiliknya.</translation>
    </message>
    <message>
        <source>%1 was not found.</source>
        <translation>%1 tidak ditemukan.</translation>
    </message>
    <message>
        <source>It</source>
        <translation>Yang diminta</translation>
    </message>
    <message>
        <source>Somebody else changed this meanwhile.</source>
        <translation>Sementara itu orang lain telah mengubahnya.</translation>
    </message>
    <message>
        <source>Read it again, then try once more.</source>
        <translation>Baca ulang, lalu coba sekali lagi.</translation>
    </message>
    <message>
        <source>%1 gave an answer that makes no sense</source>
        <translation>%1 memberi jawaban yang tidak masuk akal</translation>
    </message>
    <message>
        <source>This is not valid.</source>
        <translation>Ini tidak sah.</translation>
    </message>
    <message>
        <source>This version of Callboard cannot do that.</source>
        <translation>Versi Callboard ini tidak dapat melakukannya.</translation>
    </message>
    <message>
        <source>Something went wrong inside Callboard.</source>
        <translation>Terjadi kesalahan di dalam Callboard.</translation>
    </message>
    <message>
        <source>The keychain is locked, or refuses.</source>
        <translation>Keychain terkunci, atau menolak.</translation>
    </message>
    <message>
        <source>Unlock it; what waits for it is pulled then.</source>
        <translation>Buka kuncinya; yang menunggunya lalu dibaca.</translation>
    </message>
    <message>
        <source>The proxy %1 asks for a user and a password.</source>
        <translation>Proksi %1 meminta nama pengguna dan kata sandi.</translation>
    </message>
    <message>
        <source>Give them once, and they are kept in the keychain. If you gave them already, it did not take them.</source>
        <translation>Berikan sekali, lalu disimpan di keychain. Jika sudah pernah diberikan, proksi tidak menerimanya.</translation>
    </message>
    <message>
        <source>Its secret is not here (any more).</source>
        <translation>Rahasianya tidak (lagi) ada di sini.</translation>
    </message>
    <message>
        <source>Sign in again. Without a keychain that lasts until you quit.</source>
        <translation>Masuk lagi. Tanpa keychain, itu berlaku sampai Anda keluar dari Callboard.</translation>
    </message>
    <message>
        <source>The sign-in was declined.</source>
        <translation>Upaya masuk ditolak.</translation>
    </message>
    <message>
        <source>Whoever was asked said no, or may not use this program there.</source>
        <translation>Yang ditanya menolak, atau tidak boleh memakai program ini di sana.</translation>
    </message>
    <message>
        <source>The code has expired.</source>
        <translation>Kode sudah kedaluwarsa.</translation>
    </message>
    <message>
        <source>Nobody signed in with it in time: try again for a new one.</source>
        <translation>Tidak ada yang masuk dengannya tepat waktu: coba lagi untuk kode baru.</translation>
    </message>
    <message>
        <source>Nobody signed in in time.</source>
        <translation>Tidak ada yang masuk tepat waktu.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Coba lagi.</translation>
    </message>
    <message>
        <source>Git was not let in: unlock the SSH key, or sign in with git once on the command line.</source>
        <translation>Git tidak diizinkan masuk: buka kunci SSH, atau masuk sekali dengan git di baris perintah.</translation>
    </message>
    <message>
        <source>The host could not be reached.</source>
        <translation>Host tidak dapat dijangkau.</translation>
    </message>
    <message>
        <source>The repository or the branch is not there any more.</source>
        <translation>Repositori atau cabangnya sudah tidak ada.</translation>
    </message>
    <message>
        <source>It took too long.</source>
        <translation>Terlalu lama.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 did not accept the sign-in</source>
        <translation>%1 tidak menerima proses masuk</translation>
    </message>
    <message>
        <source>Try again. If it goes on so, ask its owner to let this program sign in.</source>
        <translation>Coba lagi. Jika tetap begitu, minta pemiliknya mengizinkan program ini masuk.</translation>
    </message>
    <message>
        <source>Check its address and the network, then try again.</source>
        <translation>Periksa alamatnya dan jaringan, lalu coba lagi.</translation>
    </message>
    <message>
        <source>%1 has no sign-in at its address</source>
        <translation>%1 tidak punya halaman masuk di alamatnya</translation>
    </message>
    <message>
        <source>Check its address.</source>
        <translation>Periksa alamatnya.</translation>
    </message>
    <message>
        <source>Wait a while, then try again.</source>
        <translation>Tunggu sebentar, lalu coba lagi.</translation>
    </message>
    <message>
        <source>Try again. If it goes on so, this may tell its owner why: %1</source>
        <translation>Coba lagi. Jika tetap begitu, ini mungkin menjelaskan sebabnya kepada pemiliknya: %1</translation>
    </message>
    <message>
        <source>%1 refuses the sign-in</source>
        <translation>%1 menolak upaya masuk</translation>
    </message>
    <message>
        <source>Ask its owner to let this program sign in.</source>
        <translation>Minta pemiliknya mengizinkan program ini masuk.</translation>
    </message>
    <message>
        <source>Not signed in there (any more).</source>
        <translation>Belum (atau tidak lagi) masuk di sana.</translation>
    </message>
    <message>
        <source>Sign in again, or give it a token that holds.</source>
        <translation>Masuk lagi, atau beri token yang berlaku.</translation>
    </message>
</context>
<context>
    <name>callboard::ui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Pengaturan</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Tampilan</translation>
    </message>
    <message>
        <source>Who I am</source>
        <translation>Siapa saya</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Sumber</translation>
    </message>
    <message>
        <source>Plugins</source>
        <translation>Plugin</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Pintasan</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Tentang</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Seperti sistem</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Terang</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Gelap</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Kontras tinggi</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Warna</translation>
    </message>
    <message>
        <source>Compact, 24 px</source>
        <translation>Rapat, 24 px</translation>
    </message>
    <message>
        <source>Comfortable, 32 px</source>
        <translation>Lapang, 32 px</translation>
    </message>
    <message>
        <source>&amp;Rows</source>
        <translation>&amp;Baris</translation>
    </message>
    <message>
        <source>&amp;Text size</source>
        <translation>&amp;Ukuran teks</translation>
    </message>
    <message>
        <source>&amp;Editor</source>
        <translation>&amp;Editor</translation>
    </message>
    <message>
        <source>A program with its options; {path} and {line} stand for the place, as in “code -g {path}:{line}”.</source>
        <translation>Program dengan opsinya; {path} dan {line} mewakili tempatnya, seperti pada “code -g {path}:{line}”.</translation>
    </message>
    <message>
        <source>“Mine” is what you and your groups own, their sub-groups included. It stays on this machine.</source>
        <translation>“Milik saya” adalah yang dimiliki Anda dan grup Anda, termasuk subgrupnya. Ini tetap di komputer ini.</translation>
    </message>
    <message>
        <source>Nobody in particular</source>
        <translation>Bukan siapa-siapa</translation>
    </message>
    <message>
        <source>There are no people in this catalog yet.</source>
        <translation>Belum ada orang di katalog ini.</translation>
    </message>
    <message>
        <source>Where this workspace reads from. What was read stays when a source is paused; it is erased when it is removed.</source>
        <translation>Dari mana ruang kerja ini membaca. Yang sudah dibaca tetap ada saat sumber dijeda; dihapus saat sumber dibuang.</translation>
    </message>
    <message>
        <source>Add a source…</source>
        <translation>Tambahkan sumber…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Sinkronkan</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Jeda</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Buang…</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>dijeda</translation>
    </message>
    <message>
        <source>There is no source yet.</source>
        <translation>Belum ada sumber.</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Buang %1</translation>
    </message>
    <message>
        <source>Remove %1 and erase what was read from it?</source>
        <translation>Buang %1 dan hapus yang dibaca darinya?</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Buang</translation>
    </message>
    <message>
        <source>Integrations run inside the program: one that is installed can do what the program can. Disable what you do not trust.</source>
        <translation>Integrasi berjalan di dalam program: yang terpasang dapat melakukan apa yang dapat dilakukan program. Nonaktifkan yang tidak Anda percaya.</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>Aktif</translation>
    </message>
    <message>
        <source>%1 enabled</source>
        <translation>%1 aktif</translation>
    </message>
    <message>
        <source>Safe mode: no integration is loaded.</source>
        <translation>Mode aman: tidak ada integrasi yang dimuat.</translation>
    </message>
    <message>
        <source>No integration was found.</source>
        <translation>Tidak ada integrasi yang ditemukan.</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Ruang kerja</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>Di diska</translation>
    </message>
    <message>
        <source>Entities</source>
        <translation>Entitas</translation>
    </message>
    <message>
        <source>Current as of</source>
        <translation>Terkini per</translation>
    </message>
    <message>
        <source>never</source>
        <translation>tidak pernah</translation>
    </message>
    <message>
        <source>Full text</source>
        <translation>Teks lengkap</translation>
    </message>
    <message>
        <source>up to date</source>
        <translation>terkini</translation>
    </message>
    <message>
        <source>being indexed</source>
        <translation>sedang diindeks</translation>
    </message>
    <message>
        <source>Only you can read these files. Removing a source erases what was read from it, history included.</source>
        <translation>Hanya Anda yang dapat membaca berkas ini. Membuang sumber menghapus yang dibaca darinya, termasuk riwayat.</translation>
    </message>
    <message>
        <source>Version %1, with Qt %2</source>
        <translation>Versi %1, dengan Qt %2</translation>
    </message>
    <message>
        <source>A native desktop developer portal: who is on, what changed, what is next.</source>
        <translation>Portal pengembang desktop asli: siapa yang bertugas, apa yang berubah, apa berikutnya.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation>Perangkat lunak bebas di bawah GNU General Public License, versi 3 atau lebih baru. Tanpa jaminan apa pun.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Lanjutkan</translation>
    </message>
    <message>
        <source>Tray and start</source>
        <translation>Baki dan awal</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Jaringan</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Pemberitahuan</translation>
    </message>
    <message>
        <source>What was noted of your use of its entities is erased too. The source itself is not touched. Adding it again reads it anew.</source>
        <translation>Catatan tentang penggunaan Anda atas entitasnya juga dihapus. Sumbernya sendiri tidak disentuh. Menambahkannya lagi akan membacanya dari awal.</translation>
    </message>
    <message>
        <source>the first that is known here, else what the desktop opens such files with</source>
        <translation>yang pertama dikenal di sini, jika tidak ada program yang dipakai desktop untuk berkas seperti itu</translation>
    </message>
    <message>
        <source>Days of &amp;refusal after which to ask about erasing what a source brought</source>
        <translation>Hari &amp;penolakan sebelum ditanya tentang menghapus yang dibawa sebuah sumber</translation>
    </message>
</context>
<context>
    <name>callboard::ui::SettingsPages</name>
    <message>
        <source>Start in the tray when I log in</source>
        <translation>Mulai di baki saat saya masuk</translation>
    </message>
    <message>
        <source>Tray and start</source>
        <translation>Baki dan awal</translation>
    </message>
    <message>
        <source>The icon says by its shape whether a source fails, cannot be reached, or is being read for long.</source>
        <translation>Bentuk ikon menunjukkan apakah sumber gagal, tidak terjangkau, atau sedang lama dibaca.</translation>
    </message>
    <message>
        <source>This desktop shows no tray, so closing the window ends Callboard. On GNOME an extension brings a tray.</source>
        <translation>Desktop ini tidak menampilkan baki, jadi menutup jendela mengakhiri Callboard. Di GNOME, sebuah ekstensi menyediakan baki.</translation>
    </message>
    <message>
        <source>Show an icon in the tray</source>
        <translation>Tampilkan ikon di baki</translation>
    </message>
    <message>
        <source>Asks what to do</source>
        <translation>Menanyakan dahulu</translation>
    </message>
    <message>
        <source>Keeps Callboard in the tray</source>
        <translation>Menyimpan Callboard di baki</translation>
    </message>
    <message>
        <source>Quits</source>
        <translation>Mengakhiri</translation>
    </message>
    <message>
        <source>&amp;Closing the window</source>
        <translation>Menutup &amp;jendela</translation>
    </message>
    <message>
        <source>As the system’s colours</source>
        <translation>Seperti warna sistem</translation>
    </message>
    <message>
        <source>A light panel</source>
        <translation>Panel terang</translation>
    </message>
    <message>
        <source>A dark panel</source>
        <translation>Panel gelap</translation>
    </message>
    <message>
        <source>The icon stands on</source>
        <translation>Ikon berada di</translation>
    </message>
    <message>
        <source>For this workspace. Hidden, it takes little memory: the window is made when it is first opened.</source>
        <translation>Untuk ruang kerja ini. Saat tersembunyi, memori yang dipakai sedikit: jendela dibuat saat pertama dibuka.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Jaringan</translation>
    </message>
    <message>
        <source>Work offline</source>
        <translation>Bekerja luring</translation>
    </message>
    <message>
        <source>Nothing goes over the network, and nothing is missing of what was read before. Folders on this machine are read all the same.</source>
        <translation>Tidak ada yang lewat jaringan, dan yang sudah dibaca tetap lengkap. Folder di komputer ini tetap dibaca.</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>Seperti biasa</translation>
    </message>
    <message>
        <source>Rarely, at a sixth of the pace</source>
        <translation>Jarang, seperenam kali lipat</translation>
    </message>
    <message>
        <source>Only when I ask</source>
        <translation>Hanya bila saya minta</translation>
    </message>
    <message>
        <source>On a &amp;metered network, read</source>
        <translation>Di jaringan &amp;berkuota, baca</translation>
    </message>
    <message>
        <source>When &amp;power is saved, read</source>
        <translation>Saat &amp;hemat daya, baca</translation>
    </message>
    <message>
        <source>What you ask for by hand is always read. Before the machine sleeps reading stops, and it goes on when it wakes up.</source>
        <translation>Yang Anda minta sendiri selalu dibaca. Pembacaan berhenti sebelum komputer tidur, dan berlanjut saat bangun.</translation>
    </message>
    <message>
        <source>metered network</source>
        <translation>jaringan berkuota</translation>
    </message>
    <message>
        <source>power is being saved</source>
        <translation>hemat daya</translation>
    </message>
</context>
<context>
    <name>callboard::ui::ShortcutEditor</name>
    <message>
        <source>Use these keys</source>
        <translation>Pakai tombol ini</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Pintasan</translation>
    </message>
    <message>
        <source>Filter by name or keys</source>
        <translation>Filter menurut nama atau tombol</translation>
    </message>
    <message>
        <source>Filter the commands</source>
        <translation>Filter perintah</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Perintah</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tombol</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Perintah</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>Tombol baru</translation>
    </message>
    <message>
        <source>These keys belong to “%1”, which would lose them.</source>
        <translation>Tombol ini milik “%1”, yang akan kehilangan tombolnya.</translation>
    </message>
    <message>
        <source>Take these keys</source>
        <translation>Ambil tombol ini</translation>
    </message>
    <message>
        <source>Restore the default</source>
        <translation>Pulihkan bawaan</translation>
    </message>
</context>
<context>
    <name>callboard::ui::SignInChoice</name>
    <message>
        <source>Find out how to sign in</source>
        <translation>Cari cara masuk</translation>
    </message>
    <message>
        <source>Asks the server which ways it offers.</source>
        <translation>Menanyakan cara yang ditawarkan server.</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Menanyai server…</translation>
    </message>
    <message>
        <source>Nobody needs to sign in here.</source>
        <translation>Di sini tidak perlu masuk.</translation>
    </message>
    <message numerus="yes">
        <source>%n way(s) to sign in were found.</source>
        <translation>
            <numerusform>%n cara masuk ditemukan.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign in on another device</source>
        <translation>Masuk di perangkat lain</translation>
    </message>
    <message>
        <source>Shows an address and a code for a browser on any machine.</source>
        <translation>Menampilkan alamat dan kode untuk peramban di mesin mana pun.</translation>
    </message>
</context>
<context>
    <name>callboard::ui::SignInPanel</name>
    <message>
        <source>Copy the code</source>
        <translation>Salin kode</translation>
    </message>
    <message>
        <source>Sign in in the browser…</source>
        <translation>Masuk lewat peramban…</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Salin alamat</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Code to type in the browser</source>
        <translation>Kode untuk diketik di peramban</translation>
    </message>
    <message>
        <source>Sign in to %1</source>
        <translation>Masuk ke %1</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Menanyai server…</translation>
    </message>
    <message>
        <source>Open the browser again</source>
        <translation>Buka lagi peramban</translation>
    </message>
    <message>
        <source>Finish in the browser that was opened. This window goes on by itself.</source>
        <translation>Selesaikan di peramban yang terbuka. Jendela ini berlanjut sendiri.</translation>
    </message>
    <message>
        <source>No browser could be opened. Copy the address and open it yourself; this window goes on by itself.</source>
        <translation>Tidak ada peramban yang dapat dibuka. Salin alamatnya dan buka sendiri; jendela ini berlanjut sendiri.</translation>
    </message>
    <message>
        <source>Sign in again…</source>
        <translation>Masuk lagi…</translation>
    </message>
    <message>
        <source>Try again…</source>
        <translation>Coba lagi…</translation>
    </message>
    <message>
        <source>You are signed in.</source>
        <translation>Anda sudah masuk.</translation>
    </message>
    <message>
        <source>Address to open in a browser</source>
        <translation>Alamat untuk dibuka di peramban</translation>
    </message>
    <message>
        <source>Open it on this machine</source>
        <translation>Buka di mesin ini</translation>
    </message>
    <message>
        <source>The server asks for patience: after you have typed the code it may take some seconds longer.</source>
        <translation>Server meminta kesabaran: setelah Anda mengetik kode, mungkin perlu beberapa detik lebih lama.</translation>
    </message>
    <message>
        <source>Open this address in any browser, on any machine, and type the code there. This window goes on by itself.</source>
        <translation>Buka alamat ini di peramban mana pun, di mesin mana pun, lalu ketik kodenya di sana. Jendela ini berlanjut sendiri.</translation>
    </message>
    <message>
        <source>Other ways to sign in there: %1.</source>
        <translation>Cara lain untuk masuk di sana: %1.</translation>
    </message>
</context>
<context>
    <name>callboard::ui::Standing</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>all data %1</source>
        <translation>semua data %1</translation>
    </message>
    <message>
        <source>nothing was read yet</source>
        <translation>belum ada yang dibaca</translation>
    </message>
    <message>
        <source>Working offline</source>
        <translation>Bekerja luring</translation>
    </message>
    <message>
        <source>The network wants a sign-in on its own page first</source>
        <translation>Jaringan meminta masuk di halamannya dahulu</translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <translation>Luring sejak %1</translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) cannot be reached</source>
        <translation>
            <numerusform>%n sumber tidak terjangkau</numerusform>
        </translation>
    </message>
    <message>
        <source>No sources yet</source>
        <translation>Belum ada sumber</translation>
    </message>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n sumber</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n gagal</numerusform>
        </translation>
    </message>
    <message>
        <source>paused</source>
        <translation>dijeda</translation>
    </message>
</context>
<context>
    <name>callboard::ui::StatusLine</name>
    <message>
        <source>Press to stop reading</source>
        <translation>Tekan untuk menghentikan pembacaan</translation>
    </message>
    <message>
        <source>offline ready</source>
        <translation>siap luring</translation>
    </message>
    <message>
        <source>Reading %1: %2 of %3</source>
        <translation>Membaca %1: %2 dari %3</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>Membaca %1</translation>
    </message>
    <message numerus="yes">
        <source>, %n more</source>
        <translation>
            <numerusform>, %n lagi</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. Press to stop.</source>
        <translation>%1. Tekan untuk menghentikan.</translation>
    </message>
    <message>
        <source>mirror %1</source>
        <translation>salinan lokal %1</translation>
    </message>
    <message>
        <source>compact</source>
        <translation>rapat</translation>
    </message>
    <message>
        <source>comfortable</source>
        <translation>lapang</translation>
    </message>
    <message>
        <source>Row height: %1</source>
        <translation>Tinggi baris: %1</translation>
    </message>
    <message>
        <source>Switch between compact and comfortable rows</source>
        <translation>Beralih antara baris rapat dan lapang</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entities</source>
        <translation>
            <numerusform>%Ln entitas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) to send</source>
        <translation>
            <numerusform>%n perubahan akan dikirim</numerusform>
        </translation>
    </message>
    <message>
        <source>Kept, and sent when the portal can be reached. Press to see them.</source>
        <translation>Disimpan, dan dikirim saat portal dapat dijangkau. Tekan untuk melihatnya.</translation>
    </message>
    <message>
        <source>&amp;Try now</source>
        <translation>&amp;Coba sekarang</translation>
    </message>
    <message>
        <source>Give up: %1, %2</source>
        <translation>Lepaskan: %1, %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>dan %n lagi</numerusform>
        </translation>
    </message>
    <message>
        <source>What somebody else made waits until they sign in again.</source>
        <translation>Yang dibuat orang lain menunggu sampai orang itu masuk lagi.</translation>
    </message>
    <message>
        <source>Give up: %1, %2 (of %3)</source>
        <translation>Lepaskan: %1, %2 (dari %3)</translation>
    </message>
</context>
<context>
    <name>callboard::ui::StepList</name>
    <message>
        <source>Steps</source>
        <translation>Langkah</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>Langkah %1 dari %2: %3</translation>
    </message>
</context>
<context>
    <name>callboard::ui::SyncCommands</name>
    <message>
        <source>&amp;Sync now</source>
        <translation>&amp;Sinkronkan sekarang</translation>
    </message>
    <message>
        <source>Read every source now</source>
        <translation>Membaca setiap sumber sekarang</translation>
    </message>
    <message>
        <source>S&amp;top reading</source>
        <translation>&amp;Hentikan pembacaan</translation>
    </message>
    <message>
        <source>&amp;Pause all sources</source>
        <translation>&amp;Jeda semua sumber</translation>
    </message>
    <message>
        <source>Nothing is read by itself until this is taken back; by hand it can be</source>
        <translation>Tidak ada yang dibaca sendiri sampai ini dibatalkan; secara manual tetap bisa</translation>
    </message>
    <message>
        <source>&amp;Work offline</source>
        <translation>Bekerja &amp;luring</translation>
    </message>
    <message>
        <source>Nothing goes over the network until this is taken back</source>
        <translation>Tidak ada yang lewat jaringan sampai ini dibatalkan</translation>
    </message>
    <message>
        <source>Unlock the &amp;keychain…</source>
        <translation>Buka k&amp;unci keychain…</translation>
    </message>
    <message>
        <source>Have the desktop ask for the keychain&apos;s password; sources that wait for it are read then</source>
        <translation>Desktop menanyakan kata sandi keychain; sumber yang menunggunya lalu dibaca</translation>
    </message>
</context>
<context>
    <name>callboard::ui::Times</name>
    <message>
        <source>yesterday %1</source>
        <translation>kemarin %1</translation>
    </message>
    <message>
        <source>now</source>
        <translation>baru</translation>
    </message>
    <message>
        <source>%1m</source>
        <comment>minutes</comment>
        <translation>%1m</translation>
    </message>
    <message>
        <source>%1h</source>
        <comment>hours</comment>
        <translation>%1j</translation>
    </message>
    <message>
        <source>%1d</source>
        <comment>days</comment>
        <translation>%1h</translation>
    </message>
    <message>
        <source>%1w</source>
        <comment>weeks</comment>
        <translation>%1mg</translation>
    </message>
    <message>
        <source>%1y</source>
        <comment>years</comment>
        <translation>%1th</translation>
    </message>
    <message>
        <source>never</source>
        <translation>tidak pernah</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>baru saja</translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n mnt lalu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n jam lalu</numerusform>
        </translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>per %1</translation>
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
            <numerusform>%n build gagal</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n approval(s) needed</source>
        <translation>
            <numerusform>%n persetujuan diperlukan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review(s) wait for you</source>
        <translation>
            <numerusform>%n tinjauan menunggu Anda</numerusform>
        </translation>
    </message>
    <message>
        <source>Quiet for an hour</source>
        <translation>Tenang selama satu jam</translation>
    </message>
    <message numerus="yes">
        <source>%n build(s) run</source>
        <translation>
            <numerusform>%n build berjalan</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the sources</source>
        <translation>Membaca sumber</translation>
    </message>
</context>
<context>
    <name>callboard::ui::WorkspaceMenu</name>
    <message>
        <source>Workspaces</source>
        <translation>Ruang kerja</translation>
    </message>
    <message>
        <source>Name of the workspace:</source>
        <translation>Nama ruang kerja:</translation>
    </message>
    <message>
        <source>There is a workspace “%1” already.</source>
        <translation>Ruang kerja “%1” sudah ada.</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of a workspace.</source>
        <translation>“%1” tidak dapat menjadi nama ruang kerja.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Pilih nama lain.</translation>
    </message>
    <message>
        <source>A name has at most 60 characters, and none of / \ : * ? &quot; &lt; &gt; |.</source>
        <translation>Nama paling banyak 60 karakter, tanpa / \ : * ? &quot; &lt; &gt; |.</translation>
    </message>
    <message>
        <source>New workspace</source>
        <translation>Ruang kerja baru</translation>
    </message>
    <message>
        <source>Rename the workspace</source>
        <translation>Ubah nama ruang kerja</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::ApiChanges</name>
    <message>
        <source>Since</source>
        <translation>Sejak</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Bandingkan dengan</translation>
    </message>
    <message>
        <source>Changes in the definition</source>
        <translation>Perubahan pada definisi</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Apa yang berubah</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Bagaimana</translation>
    </message>
    <message>
        <source>This is the only version that was seen here. The next one is compared with it.</source>
        <translation>Ini satu-satunya versi yang terlihat di sini. Versi berikutnya akan dibandingkan dengannya.</translation>
    </message>
    <message>
        <source>%1, breaking</source>
        <translation>%1, merusak</translation>
    </message>
    <message>
        <source>breaking</source>
        <translation>merusak</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::ApiDetail</name>
    <message>
        <source>deprecated</source>
        <translation>usang</translation>
    </message>
    <message>
        <source>Try it…</source>
        <translation>Coba…</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>Salin sebagai curl</translation>
    </message>
    <message>
        <source>What it takes and gives</source>
        <translation>Apa yang diterima dan diberikannya</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Contoh</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>Baris %1</translation>
    </message>
    <message>
        <source>Shows where it stands in the definition</source>
        <translation>Menampilkan letaknya dalam definisi</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>versi %1</translation>
    </message>
    <message numerus="yes">
        <source>Names %n other file(s), which are not read: %1</source>
        <translation>
            <numerusform>Menyebut %n berkas lain, yang tidak dibaca: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::ApiItemDelegate</name>
    <message>
        <source>deprecated</source>
        <translation>usang</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::ApiPane</name>
    <message>
        <source>Details</source>
        <translation>Rincian</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Perubahan</translation>
    </message>
    <message>
        <source>Which API</source>
        <translation>API mana</translation>
    </message>
    <message>
        <source>filter by name, tag, type</source>
        <translation>saring menurut nama, tag, tipe</translation>
    </message>
    <message>
        <source>Filter the operations, types and messages</source>
        <translation>Saring operasi, tipe, dan pesan</translation>
    </message>
    <message>
        <source>Operations, types and messages</source>
        <translation>Operasi, tipe, dan pesan</translation>
    </message>
    <message>
        <source>find in the definition</source>
        <translation>cari dalam definisi</translation>
    </message>
    <message>
        <source>Find in the definition</source>
        <translation>Cari dalam definisi</translation>
    </message>
    <message>
        <source>Try this operation…</source>
        <translation>Coba operasi ini…</translation>
    </message>
    <message>
        <source>Builds a request from the API’s definition; nothing is sent before you say so.</source>
        <translation>Menyusun permintaan dari definisi API; tidak ada yang dikirim sebelum Anda menyetujuinya.</translation>
    </message>
    <message>
        <source>Copy this operation as curl</source>
        <translation>Salin operasi ini sebagai curl</translation>
    </message>
    <message>
        <source>Puts a command for a shell on the clipboard.</source>
        <translation>Menaruh perintah shell di papan klip.</translation>
    </message>
    <message>
        <source>Show where this stands in the definition</source>
        <translation>Tampilkan letaknya dalam definisi</translation>
    </message>
    <message>
        <source>Goes from an operation, type or message to its line.</source>
        <translation>Dari operasi, tipe, atau pesan menuju barisnya.</translation>
    </message>
    <message>
        <source>Show what stands at this line of the definition</source>
        <translation>Tampilkan apa yang ada di baris definisi ini</translation>
    </message>
    <message>
        <source>Goes from a line to the operation, type or message that it is of.</source>
        <translation>Dari sebuah baris menuju operasi, tipe, atau pesan tempatnya berada.</translation>
    </message>
    <message>
        <source>Next problem in the definition</source>
        <translation>Masalah berikutnya dalam definisi</translation>
    </message>
    <message>
        <source>Goes to the next line with a problem.</source>
        <translation>Menuju baris bermasalah berikutnya.</translation>
    </message>
    <message>
        <source>Compare the API with an earlier version</source>
        <translation>Bandingkan API dengan versi sebelumnya</translation>
    </message>
    <message>
        <source>Says what was added, removed and changed, and what of it breaks.</source>
        <translation>Menyebut apa yang ditambahkan, dibuang, dan berubah, serta apa yang merusak.</translation>
    </message>
    <message>
        <source>Copy a link to this operation</source>
        <translation>Salin tautan ke operasi ini</translation>
    </message>
    <message>
        <source>Puts a callboard: link to the operation, type or message on the clipboard.</source>
        <translation>Menaruh tautan callboard: ke operasi, tipe, atau pesan di papan klip.</translation>
    </message>
    <message>
        <source>%1 (provided)</source>
        <translation>%1 (disediakan)</translation>
    </message>
    <message>
        <source>%1 (consumed)</source>
        <translation>%1 (dipakai)</translation>
    </message>
    <message>
        <source>No API in focus</source>
        <translation>Tidak ada API dalam fokus</translation>
    </message>
    <message>
        <source>This entity provides and consumes no API</source>
        <translation>Entitas ini tidak menyediakan atau memakai API</translation>
    </message>
    <message>
        <source>No API is in focus</source>
        <translation>Tidak ada API dalam fokus</translation>
    </message>
    <message>
        <source>Choose an API, or a component that provides one, and its operations and types are listed here.</source>
        <translation>Pilih sebuah API, atau komponen yang menyediakannya; operasi dan tipenya didaftar di sini.</translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation>%1 tidak dapat dibaca</translation>
    </message>
    <message>
        <source>%1 has no definition</source>
        <translation>%1 tidak punya definisi</translation>
    </message>
    <message>
        <source>Its descriptor names none, or it could not be read where it lies.</source>
        <translation>Deskriptornya tidak menyebutnya, atau definisi itu tidak dapat dibaca di tempatnya.</translation>
    </message>
    <message>
        <source>text</source>
        <translation>teks</translation>
    </message>
    <message numerus="yes">
        <source>%n items</source>
        <translation>
            <numerusform>%n butir</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n masalah</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n peringatan</numerusform>
        </translation>
    </message>
    <message>
        <source>Changes %1</source>
        <translation>Perubahan %1</translation>
    </message>
    <message>
        <source>provided by</source>
        <translation>disediakan oleh</translation>
    </message>
    <message>
        <source>consumed by</source>
        <translation>dipakai oleh</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>dan %n lagi</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1 dari %2: %3</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>Show the catalog</source>
        <translation>Tampilkan katalog</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::ArticlePage</name>
    <message>
        <source>Save as PDF</source>
        <translation>Simpan sebagai PDF</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>%1 tidak dapat ditulis.</translation>
    </message>
    <message>
        <source>As read %1</source>
        <translation>Seperti saat dibaca %1</translation>
    </message>
    <message>
        <source>As read</source>
        <translation>Seperti saat dibaca</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Sekarang</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>Halaman sebelumnya</translation>
    </message>
    <message>
        <source>Page after</source>
        <translation>Halaman sesudahnya</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Bintang</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Buka di peramban</translation>
    </message>
    <message>
        <source>Find in this page</source>
        <translation>Cari di halaman ini</translation>
    </message>
    <message>
        <source>More for this page</source>
        <translation>Lainnya untuk halaman ini</translation>
    </message>
    <message>
        <source>Thank you.</source>
        <translation>Terima kasih.</translation>
    </message>
    <message>
        <source>This version of the page counts as read and right.</source>
        <translation>Versi halaman ini dianggap sudah dibaca dan benar.</translation>
    </message>
    <message>
        <source>%1 has no documentation here</source>
        <translation>%1 tidak punya dokumentasi di sini</translation>
    </message>
    <message>
        <source>A folder of clones brings it where the entity names it (backstage.io/techdocs-ref), a portal where it has built it.</source>
        <translation>Folder klon membawanya bila entitas menyebutnya (backstage.io/techdocs-ref), portal bila sudah membangunnya.</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Sinkronkan sekarang</translation>
    </message>
    <message>
        <source>This page of %1 is not here yet</source>
        <translation>Halaman %1 ini belum ada di sini</translation>
    </message>
    <message>
        <source>It was asked for, and appears here as soon as it has come. Without a network that is when there is one again.</source>
        <translation>Halaman ini sudah diminta dan muncul di sini begitu tiba. Tanpa jaringan, itu saat jaringan kembali.</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Minta lagi</translation>
    </message>
    <message>
        <source>%1, page %2 of %3</source>
        <translation>%1, halaman %2 dari %3</translation>
    </message>
    <message>
        <source>This is as it was %1</source>
        <translation>Beginilah keadaannya %1</translation>
    </message>
    <message>
        <source>Its source could not be asked since. What is here can be read all the same.</source>
        <translation>Sumbernya tidak dapat ditanya sejak itu. Yang ada di sini tetap dapat dibaca.</translation>
    </message>
    <message>
        <source>This page changed since you read it %1</source>
        <translation>Halaman ini berubah sejak Anda membacanya %1</translation>
    </message>
    <message>
        <source>This page changed since you read it</source>
        <translation>Halaman ini berubah sejak Anda membacanya</translation>
    </message>
    <message>
        <source>Show the page</source>
        <translation>Tampilkan halaman</translation>
    </message>
    <message>
        <source>Show what changed</source>
        <translation>Tampilkan yang berubah</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n mnt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::ArticleSide</name>
    <message>
        <source>About this page</source>
        <translation>Tentang halaman ini</translation>
    </message>
    <message>
        <source>On this page</source>
        <translation>Di halaman ini</translation>
    </message>
    <message>
        <source>Mentioned here</source>
        <translation>Disebut di sini</translation>
    </message>
    <message>
        <source>Pages that link here</source>
        <translation>Halaman yang menuju ke sini</translation>
    </message>
    <message>
        <source>Is it right?</source>
        <translation>Apakah ini benar?</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ya</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Laporkan…</translation>
    </message>
    <message>
        <source>This page is right</source>
        <translation>Halaman ini benar</translation>
    </message>
    <message>
        <source>Report what is wrong with this page</source>
        <translation>Laporkan yang salah di halaman ini</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>dan %n lagi</numerusform>
        </translation>
    </message>
    <message>
        <source>noted</source>
        <translation>dicatat</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>dikirim</translation>
    </message>
    <message>
        <source>the page changed since</source>
        <translation>halaman sudah berubah sejak itu</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Nothing was reported on this page.</source>
        <translation>Tidak ada yang dilaporkan tentang halaman ini.</translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) wait for an answer.</source>
        <translation>
            <numerusform>%n laporan menunggu jawaban.</numerusform>
        </translation>
    </message>
    <message>
        <source>All that was reported is answered.</source>
        <translation>Semua yang dilaporkan sudah dijawab.</translation>
    </message>
    <message>
        <source>You watch all of this documentation: it is said when a page of it changes.</source>
        <translation>Anda memantau seluruh dokumentasi ini: perubahan halamannya akan diberitahukan.</translation>
    </message>
    <message>
        <source>You watch this page: it is said when it changes.</source>
        <translation>Anda memantau halaman ini: perubahannya akan diberitahukan.</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::BehindDialog</name>
    <message>
        <source>Being counted…</source>
        <translation>Sedang dihitung…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Ekspor…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s).</source>
        <translation>
            <numerusform>%n baris.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::BuildsPane</name>
    <message>
        <source>Trends</source>
        <translation>Tren</translation>
    </message>
    <message>
        <source>Export what is shown…</source>
        <translation>Ekspor yang ditampilkan…</translation>
    </message>
    <message>
        <source>filter: branch:main state:failed is:pr</source>
        <translation>filter: branch:main state:failed is:pr</translation>
    </message>
    <message>
        <source>Filter the builds</source>
        <translation>Filter build</translation>
    </message>
    <message>
        <source>By service</source>
        <translation>Menurut layanan</translation>
    </message>
    <message>
        <source>By branch</source>
        <translation>Menurut branch</translation>
    </message>
    <message>
        <source>By owner</source>
        <translation>Menurut pemilik</translation>
    </message>
    <message>
        <source>Group the builds</source>
        <translation>Kelompokkan build</translation>
    </message>
    <message numerus="yes">
        <source>%n failing on default branches</source>
        <translation>
            <numerusform>%n gagal di branch bawaan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n berjalan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queued</source>
        <translation>
            <numerusform>%n dalam antrean</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting for approval</source>
        <translation>
            <numerusform>%n menunggu persetujuan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n proses</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Semua</translation>
    </message>
    <message>
        <source>What is mine</source>
        <translation>Milik saya</translation>
    </message>
    <message>
        <source>The builds cannot be read</source>
        <translation>Build tidak dapat dibaca</translation>
    </message>
    <message>
        <source>No build fits this filter</source>
        <translation>Tidak ada build yang cocok dengan filter ini</translation>
    </message>
    <message>
        <source>Clear it to see the others.</source>
        <translation>Bersihkan untuk melihat yang lain.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Bersihkan filter</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>Siapa Anda?</translation>
    </message>
    <message>
        <source>Choose yourself in the catalog pane; then builds of what your teams own are shown here.</source>
        <translation>Pilih diri Anda di panel katalog; lalu build dari yang dimiliki tim Anda tampil di sini.</translation>
    </message>
    <message>
        <source>Nothing of yours was built</source>
        <translation>Tidak ada build dari milik Anda</translation>
    </message>
    <message>
        <source>Nothing was built for %1</source>
        <translation>Tidak ada build untuk %1</translation>
    </message>
    <message>
        <source>Builds belong to an entity by its annotations, or by where its source lies.</source>
        <translation>Build menjadi milik entitas lewat anotasinya, atau lewat letak sumbernya.</translation>
    </message>
    <message>
        <source>Show all builds</source>
        <translation>Tampilkan semua build</translation>
    </message>
    <message>
        <source>No builds yet</source>
        <translation>Belum ada build</translation>
    </message>
    <message>
        <source>A connection to a CI, as GitHub, GitLab or Jenkins, fills this pane.</source>
        <translation>Sambungan ke CI, seperti GitHub, GitLab, atau Jenkins, mengisi panel ini.</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Sinkronkan sekarang</translation>
    </message>
    <message>
        <source>CI</source>
        <translation>CI</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Buka</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Buka di peramban</translation>
    </message>
    <message>
        <source>Copy the row</source>
        <translation>Salin baris</translation>
    </message>
    <message>
        <source>Copy the commit</source>
        <translation>Salin commit</translation>
    </message>
    <message>
        <source>Close the group</source>
        <translation>Tutup grup</translation>
    </message>
    <message>
        <source>Open the group</source>
        <translation>Buka grup</translation>
    </message>
    <message>
        <source>Open its page</source>
        <translation>Buka halamannya</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Tampilkan lebih banyak</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Kolom</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::CatalogPane</name>
    <message>
        <source>Facets</source>
        <translation>Faset</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Tampilan tersimpan</translation>
    </message>
    <message>
        <source>Catalog</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <source>Filter the catalog</source>
        <translation>Filter katalog</translation>
    </message>
    <message>
        <source>&amp;Export what is shown…</source>
        <translation>&amp;Ekspor yang ditampilkan…</translation>
    </message>
    <message>
        <source>Writes the rows and columns of the catalog pane to a file.</source>
        <translation>Menulis baris dan kolom panel katalog ke berkas.</translation>
    </message>
    <message>
        <source>Keeps filter, columns and grouping under a name.</source>
        <translation>Menyimpan filter, kolom dan pengelompokan dengan nama.</translation>
    </message>
    <message>
        <source>The column of values beside the catalog.</source>
        <translation>Kolom nilai di samping katalog.</translation>
    </message>
    <message>
        <source>Catalog view: %1</source>
        <translation>Tampilan katalog: %1</translation>
    </message>
    <message>
        <source>Shows this saved view of the catalog.</source>
        <translation>Menampilkan tampilan katalog yang tersimpan ini.</translation>
    </message>
    <message>
        <source>Nothing is yours yet</source>
        <translation>Belum ada yang milik Anda</translation>
    </message>
    <message>
        <source>Say who you are above, and what you and your groups own is listed here.</source>
        <translation>Sebutkan siapa Anda di atas, lalu yang dimiliki Anda dan grup Anda didaftar di sini.</translation>
    </message>
    <message>
        <source>Nothing is owned by you or your groups</source>
        <translation>Anda dan grup Anda tidak memiliki apa-apa</translation>
    </message>
    <message>
        <source>Descriptors name their owner in spec.owner.</source>
        <translation>Deskriptor menyebut pemiliknya di spec.owner.</translation>
    </message>
    <message>
        <source>No entity fits this filter</source>
        <translation>Tidak ada entitas yang cocok dengan filter ini</translation>
    </message>
    <message>
        <source>Clear it to see the whole catalog again.</source>
        <translation>Bersihkan untuk melihat seluruh katalog lagi.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Bersihkan filter</translation>
    </message>
    <message>
        <source>Save this view…</source>
        <translation>Simpan tampilan ini…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>Simpan tampilan ini</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>Nama tampilan</translation>
    </message>
    <message>
        <source>&amp;Save this view of the catalog…</source>
        <translation>Simpan t&amp;ampilan katalog ini…</translation>
    </message>
    <message>
        <source>Show or hide the fa&amp;cets</source>
        <translation>Tampilkan atau sembunyikan &amp;faset</translation>
    </message>
    <message>
        <source>S&amp;ort the catalog by…</source>
        <translation>Urutkan katalog &amp;berdasarkan…</translation>
    </message>
    <message>
        <source>Choosing the same column again turns the order.</source>
        <translation>Memilih kolom yang sama lagi membalik urutannya.</translation>
    </message>
    <message>
        <source>&amp;Group the catalog by…</source>
        <translation>Kelompokkan katalog &amp;menurut…</translation>
    </message>
    <message>
        <source>Puts the entities of the catalog pane under headings.</source>
        <translation>Menaruh entitas panel katalog di bawah judul.</translation>
    </message>
    <message>
        <source>Choos&amp;e the catalog’s columns…</source>
        <translation>Pili&amp;h kolom katalog…</translation>
    </message>
    <message>
        <source>Which columns the catalog pane shows.</source>
        <translation>Kolom yang ditampilkan panel katalog.</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::CellDelegate</name>
    <message>
        <source>missing</source>
        <translation>tidak ada</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::CellTableModel</name>
    <message>
        <source>%1, missing from the catalog</source>
        <translation>%1, tidak ada di katalog</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Tautan</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::ChangesPane</name>
    <message>
        <source>Export what is shown…</source>
        <translation>Ekspor yang ditampilkan…</translation>
    </message>
    <message>
        <source>filter by entity or change</source>
        <translation>filter menurut entitas atau perubahan</translation>
    </message>
    <message>
        <source>Filter the changes</source>
        <translation>Filter perubahan</translation>
    </message>
    <message>
        <source>Since yesterday</source>
        <translation>Sejak kemarin</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>7 hari terakhir</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>30 hari terakhir</translation>
    </message>
    <message>
        <source>Since a date</source>
        <translation>Sejak tanggal</translation>
    </message>
    <message>
        <source>All of history</source>
        <translation>Seluruh riwayat</translation>
    </message>
    <message>
        <source>Since when</source>
        <translation>Sejak kapan</translation>
    </message>
    <message>
        <source>Since this date</source>
        <translation>Sejak tanggal ini</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Yang berubah</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Semua</translation>
    </message>
    <message>
        <source>What is mine</source>
        <translation>Milik saya</translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>%n ditambahkan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n perubahan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>%n dibuang</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entities first seen</source>
        <translation>
            <numerusform>%n entitas pertama terlihat</numerusform>
        </translation>
    </message>
    <message>
        <source>What changed cannot be read</source>
        <translation>Perubahan tidak dapat dibaca</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
    <message>
        <source>Later changes are not known: %1 could not be read.</source>
        <translation>Perubahan sesudahnya tidak diketahui: %1 tidak dapat dibaca.</translation>
    </message>
    <message>
        <source>No change fits this filter</source>
        <translation>Tidak ada perubahan yang cocok dengan filter ini</translation>
    </message>
    <message>
        <source>Clear it to see all %1.</source>
        <translation>Bersihkan untuk melihat semuanya (%1).</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Bersihkan filter</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>Siapa Anda?</translation>
    </message>
    <message>
        <source>Choose yourself in the catalog pane; then what your teams own is shown here.</source>
        <translation>Pilih diri Anda di panel katalog; lalu yang dimiliki tim Anda tampil di sini.</translation>
    </message>
    <message>
        <source>Nothing has been read yet</source>
        <translation>Belum ada yang dibaca</translation>
    </message>
    <message>
        <source>From the first sync on, every change is kept here.</source>
        <translation>Sejak sinkronisasi pertama, setiap perubahan disimpan di sini.</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Sinkronkan sekarang</translation>
    </message>
    <message>
        <source>History is kept since %1.</source>
        <translation>Riwayat disimpan sejak %1.</translation>
    </message>
    <message>
        <source>Nothing has changed since it was first read</source>
        <translation>Tidak ada yang berubah sejak pertama dibaca</translation>
    </message>
    <message>
        <source>Nothing has changed in this time</source>
        <translation>Tidak ada yang berubah pada waktu ini</translation>
    </message>
    <message>
        <source>Show all of history</source>
        <translation>Tampilkan seluruh riwayat</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Riwayat</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::ChangesTab</name>
    <message>
        <source>Changes</source>
        <translation>Perubahan</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versi</translation>
    </message>
    <message>
        <source>One selected version is compared with the one before it, two with each other.</source>
        <translation>Satu versi terpilih dibandingkan dengan versi sebelumnya, dua versi satu sama lain.</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>Pertama terlihat</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Yang berubah</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Sumber</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Kapan</translation>
    </message>
    <message>
        <source>Removed from %1.</source>
        <translation>Dibuang dari %1.</translation>
    </message>
    <message>
        <source>First seen %1. Nothing has changed since.</source>
        <translation>Pertama terlihat %1. Belum ada yang berubah sejak itu.</translation>
    </message>
    <message>
        <source>As it was first seen.</source>
        <translation>Seperti saat pertama terlihat.</translation>
    </message>
    <message>
        <source>These two versions say the same.</source>
        <translation>Kedua versi ini sama isinya.</translation>
    </message>
    <message>
        <source>Not there</source>
        <translation>Tidak ada</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 (removed)</source>
        <translation>%1 (dibuang)</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::ColumnChoice</name>
    <message>
        <source>Usual columns</source>
        <translation>Kolom bawaan</translation>
    </message>
    <message>
        <source>%1, ascending</source>
        <translation>%1, naik</translation>
    </message>
    <message>
        <source>%1, descending</source>
        <translation>%1, turun</translation>
    </message>
    <message>
        <source>As it comes</source>
        <translation>Apa adanya</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::Dashboard</name>
    <message>
        <source>Hide</source>
        <translation>Sembunyikan</translation>
    </message>
    <message>
        <source>Place %1 of %2</source>
        <translation>Posisi %1 dari %2</translation>
    </message>
    <message>
        <source>Move earlier</source>
        <translation>Geser ke depan</translation>
    </message>
    <message>
        <source>Move later</source>
        <translation>Geser ke belakang</translation>
    </message>
    <message>
        <source>Move the card earlier</source>
        <translation>Geser kartu ke depan</translation>
    </message>
    <message>
        <source>Move the card later</source>
        <translation>Geser kartu ke belakang</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::DocsCommands</name>
    <message>
        <source>&amp;Find in the page…</source>
        <translation>&amp;Cari di halaman…</translation>
    </message>
    <message>
        <source>Marks every place where a text is in the page.</source>
        <translation>Menandai setiap tempat sebuah teks di halaman.</translation>
    </message>
    <message>
        <source>Find the &amp;next</source>
        <translation>Cari &amp;berikutnya</translation>
    </message>
    <message>
        <source>Find the pre&amp;vious</source>
        <translation>Cari &amp;sebelumnya</translation>
    </message>
    <message>
        <source>&amp;Outline of the page</source>
        <translation>&amp;Kerangka halaman</translation>
    </message>
    <message>
        <source>The keyboard goes to “On this page”.</source>
        <translation>Papan ketik menuju “Di halaman ini”.</translation>
    </message>
    <message>
        <source>Next heading</source>
        <translation>Judul berikutnya</translation>
    </message>
    <message>
        <source>In the page itself: N.</source>
        <translation>Di halaman itu sendiri: N.</translation>
    </message>
    <message>
        <source>Previous heading</source>
        <translation>Judul sebelumnya</translation>
    </message>
    <message>
        <source>In the page itself: P.</source>
        <translation>Di halaman itu sendiri: P.</translation>
    </message>
    <message>
        <source>Ne&amp;xt page of the documentation</source>
        <translation>Halaman dokumentasi &amp;berikutnya</translation>
    </message>
    <message>
        <source>Pre&amp;vious page of the documentation</source>
        <translation>Halaman dokumentasi &amp;sebelumnya</translation>
    </message>
    <message>
        <source>What &amp;changed since it was read</source>
        <translation>Apa yang &amp;berubah sejak dibaca</translation>
    </message>
    <message>
        <source>Compares the page with how it was when it was last read.</source>
        <translation>Membandingkan halaman dengan keadaannya saat terakhir dibaca.</translation>
    </message>
    <message>
        <source>Outline beside the page</source>
        <translation>Kerangka di samping halaman</translation>
    </message>
    <message>
        <source>Shows or hides what is beside an article.</source>
        <translation>Menampilkan atau menyembunyikan yang di samping artikel.</translation>
    </message>
    <message>
        <source>Larger text of documentation</source>
        <translation>Perbesar teks dokumentasi</translation>
    </message>
    <message>
        <source>Smaller text of documentation</source>
        <translation>Perkecil teks dokumentasi</translation>
    </message>
    <message>
        <source>Normal text of documentation</source>
        <translation>Ukuran normal teks dokumentasi</translation>
    </message>
    <message>
        <source>Reading &amp;width: narrow, usual, all</source>
        <translation>&amp;Lebar baca: sempit, biasa, penuh</translation>
    </message>
    <message>
        <source>How wide a line of documentation may be.</source>
        <translation>Selebar apa baris dokumentasi boleh.</translation>
    </message>
    <message>
        <source>&amp;Edit this page</source>
        <translation>&amp;Sunting halaman ini</translation>
    </message>
    <message>
        <source>Opens its source where it can be changed.</source>
        <translation>Membuka sumbernya di tempat ia dapat diubah.</translation>
    </message>
    <message>
        <source>Open documentation in the &amp;browser</source>
        <translation>Buka dokumentasi di pe&amp;ramban</translation>
    </message>
    <message>
        <source>Copy &amp;link to this page</source>
        <translation>Salin &amp;tautan ke halaman ini</translation>
    </message>
    <message>
        <source>A callboard: link to the heading that is being read.</source>
        <translation>Tautan callboard: ke judul yang sedang dibaca.</translation>
    </message>
    <message>
        <source>&amp;Print the page…</source>
        <translation>Ceta&amp;k halaman…</translation>
    </message>
    <message>
        <source>The whole article, in light colours.</source>
        <translation>Seluruh artikel, dalam warna terang.</translation>
    </message>
    <message>
        <source>Save the page as P&amp;DF…</source>
        <translation>Simpan halaman sebagai P&amp;DF…</translation>
    </message>
    <message>
        <source>&amp;Keep this documentation offline</source>
        <translation>Simpan dokumentasi ini &amp;luring</translation>
    </message>
    <message>
        <source>All of its pages are fetched, and stay here.</source>
        <translation>Semua halamannya diambil dan tetap di sini.</translation>
    </message>
    <message>
        <source>&amp;Watch this page</source>
        <translation>&amp;Amati halaman ini</translation>
    </message>
    <message>
        <source>Says so when the page changes.</source>
        <translation>Memberi tahu bila halaman berubah.</translation>
    </message>
    <message>
        <source>Watch all of this &amp;documentation</source>
        <translation>Amati seluruh &amp;dokumentasi ini</translation>
    </message>
    <message>
        <source>Says so when any of its pages changes.</source>
        <translation>Memberi tahu bila salah satu halamannya berubah.</translation>
    </message>
    <message>
        <source>&amp;Report what is wrong with the page…</source>
        <translation>&amp;Laporkan yang salah di halaman…</translation>
    </message>
    <message>
        <source>&amp;Documentation of the focus</source>
        <translation>&amp;Dokumentasi fokus</translation>
    </message>
    <message>
        <source>Opens the front page of the entity’s documentation.</source>
        <translation>Membuka halaman depan dokumentasi entitas.</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::DocsPane</name>
    <message>
        <source>new</source>
        <translation>baru</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>berubah</translation>
    </message>
    <message>
        <source>Search the documentation</source>
        <translation>Cari di dokumentasi</translation>
    </message>
    <message>
        <source>Documentation</source>
        <translation>Dokumentasi</translation>
    </message>
    <message>
        <source>Search %1 pages</source>
        <translation>Cari di %1 halaman</translation>
    </message>
    <message>
        <source>No documentation is here yet</source>
        <translation>Belum ada dokumentasi di sini</translation>
    </message>
    <message>
        <source>It comes with the sources: from mkdocs.yml and README files of clones, and from what a portal has built.</source>
        <translation>Dokumentasi datang bersama sumber: dari berkas mkdocs.yml dan README klon, serta dari yang dibangun portal.</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Sinkronkan sekarang</translation>
    </message>
    <message>
        <source>No page has “%1” in it</source>
        <translation>Tidak ada halaman yang memuat “%1”</translation>
    </message>
    <message>
        <source>Fewer letters find more.</source>
        <translation>Huruf lebih sedikit menemukan lebih banyak.</translation>
    </message>
    <message>
        <source>All pages can be read offline</source>
        <translation>Semua halaman dapat dibaca luring</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n site(s) can be read offline</source>
        <translation>
            <numerusform>%1 dari %n situs dapat dibaca luring</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Buka</translation>
    </message>
    <message>
        <source>Open beside</source>
        <translation>Buka di samping</translation>
    </message>
    <message>
        <source>Open what it is about</source>
        <translation>Buka yang dibahasnya</translation>
    </message>
    <message>
        <source>Keep this documentation offline</source>
        <translation>Simpan dokumentasi ini luring</translation>
    </message>
    <message>
        <source>Watch all of this documentation</source>
        <translation>Amati seluruh dokumentasi ini</translation>
    </message>
    <message>
        <source>Watch this page</source>
        <translation>Amati halaman ini</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Bintang</translation>
    </message>
    <message>
        <source>Docs</source>
        <translation>Dokumen</translation>
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
        <translation>Portal tidak mengizinkannya.</translation>
    </message>
    <message>
        <source>You work offline.</source>
        <translation>Anda bekerja luring.</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::EntityCommands</name>
    <message>
        <source>Copy as &amp;JSON</source>
        <translation>Salin sebagai &amp;JSON</translation>
    </message>
    <message>
        <source>Puts the whole entity on the clipboard.</source>
        <translation>Menaruh seluruh entitas di papan klip.</translation>
    </message>
    <message>
        <source>Open descriptor in the &amp;browser</source>
        <translation>Buka deskriptor di &amp;peramban</translation>
    </message>
    <message>
        <source>Open descriptor in the &amp;editor</source>
        <translation>Buka deskriptor di &amp;editor</translation>
    </message>
    <message>
        <source>Opens the file of the clone in your editor.</source>
        <translation>Membuka berkas klon di editor Anda.</translation>
    </message>
    <message>
        <source>Show in the &amp;file manager</source>
        <translation>Tampilkan di pengelola &amp;berkas</translation>
    </message>
    <message>
        <source>Shows where the descriptor is on this machine.</source>
        <translation>Menunjukkan letak deskriptor di komputer ini.</translation>
    </message>
    <message>
        <source>Open &amp;terminal in the clone</source>
        <translation>Buka &amp;terminal di klon</translation>
    </message>
    <message>
        <source>Opens a terminal where the clone is.</source>
        <translation>Membuka terminal di tempat klon berada.</translation>
    </message>
    <message>
        <source>&amp;Star</source>
        <translation>Beri b&amp;intang</translation>
    </message>
    <message>
        <source>Keeps the entity at hand; again removes the star.</source>
        <translation>Membuat entitas mudah dijangkau; sekali lagi menghapus bintangnya.</translation>
    </message>
    <message>
        <source>&amp;Copy reference</source>
        <translation>Salin &amp;referensi</translation>
    </message>
    <message>
        <source>Puts the entity’s reference on the clipboard.</source>
        <translation>Menaruh referensi entitas di papan klip.</translation>
    </message>
    <message>
        <source>Opens the descriptor’s page at its host.</source>
        <translation>Membuka halaman deskriptor di hostnya.</translation>
    </message>
    <message>
        <source>Copy &amp;link</source>
        <translation>Salin ta&amp;utan</translation>
    </message>
    <message>
        <source>Puts a callboard: link to the entity on the clipboard, which opens it here.</source>
        <translation>Menaruh tautan callboard: ke entitas di papan klip, yang membukanya di sini.</translation>
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
        <translation>eksp</translation>
    </message>
    <message>
        <source>depr</source>
        <comment>lifecycle deprecated, short</comment>
        <translation>usang</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::EntityHead</name>
    <message>
        <source>Copy the entity reference</source>
        <translation>Salin referensi entitas</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Beri bintang</translation>
    </message>
    <message>
        <source>More for this entity</source>
        <translation>Lainnya untuk entitas ini</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, missing</source>
        <translation>%1, tidak ada</translation>
    </message>
    <message>
        <source>%1 is not in the catalog</source>
        <translation>%1 tidak ada di katalog</translation>
    </message>
    <message>
        <source>Show all with %1</source>
        <translation>Tampilkan semua dengan %1</translation>
    </message>
    <message>
        <source>Remove the star</source>
        <translation>Hapus bintang</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>dari %1</translation>
    </message>
    <message>
        <source>%1. What you chose last is kept, and sent when the portal can be reached.</source>
        <translation>%1. Pilihan terakhir Anda disimpan, dan dikirim saat portal dapat dijangkau.</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::EntityListPane</name>
    <message>
        <source>Choose columns</source>
        <translation>Pilih kolom</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>Kelompokkan menurut</translation>
    </message>
    <message>
        <source>Export what is shown…</source>
        <translation>Ekspor yang ditampilkan…</translation>
    </message>
    <message>
        <source>Entities</source>
        <translation>Entitas</translation>
    </message>
    <message>
        <source>filter by name, tag, text</source>
        <translation>filter menurut nama, tag, teks</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>Filter daftar</translation>
    </message>
    <message>
        <source>Not grouped</source>
        <translation>Tidak dikelompokkan</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Pemilik</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistem</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Lifecycle</source>
        <translation>Siklus hidup</translation>
    </message>
    <message>
        <source>Repository</source>
        <translation>Repositori</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 dari %2</translation>
    </message>
    <message>
        <source>The catalog is empty</source>
        <translation>Katalog kosong</translation>
    </message>
    <message>
        <source>%1 could not be read.</source>
        <translation>%1 tidak dapat dibaca.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
    <message>
        <source>Reading the catalog</source>
        <translation>Membaca katalog</translation>
    </message>
    <message>
        <source>The sources hold no entities</source>
        <translation>Sumber tidak berisi entitas</translation>
    </message>
    <message>
        <source>Descriptors named catalog-info.yaml in them fill the catalog.</source>
        <translation>Deskriptor bernama catalog-info.yaml di dalamnya mengisi katalog.</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Sinkronkan sekarang</translation>
    </message>
    <message>
        <source>Not newer than %1: %2 could not be read.</source>
        <translation>Terakhir dibaca: %1. %2 tidak dapat dibaca.</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Buka</translation>
    </message>
    <message>
        <source>Open &amp;beside</source>
        <translation>Buka di &amp;samping</translation>
    </message>
    <message>
        <source>Open in the b&amp;rowser</source>
        <translation>Buka di &amp;peramban</translation>
    </message>
    <message>
        <source>Remove the &amp;star</source>
        <translation>Hapus b&amp;intang</translation>
    </message>
    <message>
        <source>&amp;Star</source>
        <translation>Beri b&amp;intang</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>S&amp;alin</translation>
    </message>
    <message>
        <source>Copy &amp;reference</source>
        <translation>Salin &amp;referensi</translation>
    </message>
    <message>
        <source>Nothing was read before the network went away</source>
        <translation>Belum ada yang dibaca sebelum jaringan terputus</translation>
    </message>
    <message>
        <source>It is read as soon as its source can be reached.</source>
        <translation>Dibaca begitu sumbernya dapat dijangkau.</translation>
    </message>
    <message>
        <source>Connect a portal, a folder of clones or the sample to fill it.</source>
        <translation>Hubungkan portal, folder klona, atau contoh untuk mengisinya.</translation>
    </message>
    <message>
        <source>Add a source…</source>
        <translation>Tambah sumber…</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Urutkan menurut</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::EntityMenu</name>
    <message>
        <source>Open &amp;beside</source>
        <translation>Buka di &amp;samping</translation>
    </message>
    <message>
        <source>Open descriptor in &amp;browser</source>
        <translation>Buka deskriptor di &amp;peramban</translation>
    </message>
    <message>
        <source>Open descriptor in &amp;editor</source>
        <translation>Buka deskriptor di &amp;editor</translation>
    </message>
    <message>
        <source>Show in &amp;file manager</source>
        <translation>Tampilkan di pengelola &amp;berkas</translation>
    </message>
    <message>
        <source>Open &amp;terminal here</source>
        <translation>Buka &amp;terminal di sini</translation>
    </message>
    <message>
        <source>Copy &amp;reference</source>
        <translation>Salin &amp;referensi</translation>
    </message>
    <message>
        <source>Copy &amp;name</source>
        <translation>Salin &amp;nama</translation>
    </message>
    <message>
        <source>Copy as &amp;JSON</source>
        <translation>Salin sebagai &amp;JSON</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::EntityPage</name>
    <message>
        <source>%1 is not in the catalog</source>
        <translation>%1 tidak ada di katalog</translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation>%1 tidak dapat dibaca</translation>
    </message>
    <message>
        <source>It may be in a source that has not been read yet, or it was removed there.</source>
        <translation>Mungkin ada di sumber yang belum dibaca, atau sudah dibuang di sana.</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Sinkronkan sekarang</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Ikhtisar</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Definisi</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Langkah</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Anggota</translation>
    </message>
    <message>
        <source>Owned</source>
        <translation>Dimiliki</translation>
    </message>
    <message>
        <source>APIs</source>
        <translation>API</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>Relasi</translation>
    </message>
    <message>
        <source>Spec</source>
        <translation>Spec</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Sumber</translation>
    </message>
    <message>
        <source>API definition</source>
        <translation>Definisi API</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n orang</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entities</source>
        <translation>
            <numerusform>%n entitas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing from the catalog</source>
        <translation>
            <numerusform>%n tidak ada di katalog</numerusform>
        </translation>
    </message>
    <message>
        <source>Through groups too</source>
        <translation>Juga melalui grup</translation>
    </message>
    <message>
        <source>Through sub-groups too</source>
        <translation>Juga melalui subgrup</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Perubahan</translation>
    </message>
    <message numerus="yes">
        <source>Documentation, %n page(s)</source>
        <translation>
            <numerusform>Dokumentasi, %n halaman</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::EntityView</name>
    <message>
        <source>Life</source>
        <comment>lifecycle, as a narrow heading</comment>
        <translation>Siklus</translation>
    </message>
    <message>
        <source>Age</source>
        <comment>when it was last confirmed</comment>
        <translation>Usia</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Kolom</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::Export</name>
    <message>
        <source>Export what is shown</source>
        <translation>Ekspor yang ditampilkan</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Nilai dipisahkan koma (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Ekspor</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>%1 tidak dapat ditulis.</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::FacetChips</name>
    <message>
        <source>Facets in force</source>
        <translation>Faset yang berlaku</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n values</source>
        <translation>
            <numerusform>%1: %n nilai</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::FacetColumn</name>
    <message>
        <source>Facets of the catalog</source>
        <translation>Faset katalog</translation>
    </message>
    <message>
        <source>Check values to narrow the list</source>
        <translation>Centang nilai untuk mempersempit daftar</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::FeedRow</name>
    <message>
        <source>live</source>
        <translation>langsung</translation>
    </message>
    <message>
        <source>Sync %1 now</source>
        <translation>Sinkronkan %1 sekarang</translation>
    </message>
    <message>
        <source>Sign in again…</source>
        <translation>Masuk lagi…</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>Kemajuan %1</translation>
    </message>
    <message>
        <source>Cancel the sync of %1</source>
        <translation>Batalkan sinkronisasi %1</translation>
    </message>
    <message>
        <source>never synced</source>
        <translation>belum pernah disinkronkan</translation>
    </message>
    <message>
        <source>Last success: %1</source>
        <translation>Terakhir berhasil: %1</translation>
    </message>
    <message>
        <source>Last tried: %1</source>
        <translation>Terakhir dicoba: %1</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Berikutnya: %1</translation>
    </message>
    <message>
        <source>(%1)</source>
        <translation>(%1)</translation>
    </message>
    <message>
        <source>%1 of %2 %3</source>
        <translation>%1 dari %2 %3</translation>
    </message>
    <message>
        <source>Sign in to the proxy…</source>
        <translation>Masuk ke proksi…</translation>
    </message>
    <message>
        <source>The keychain failed to say what it keeps for that proxy; it is asked again when Callboard starts the next time.</source>
        <translation>Keychain gagal menyebut apa yang disimpannya untuk proksi itu; ditanya lagi saat Callboard dimulai berikutnya.</translation>
    </message>
    <message>
        <source>It is told of changes as they happen, and does not wait for the clock</source>
        <translation>Diberi tahu perubahan begitu terjadi, tanpa menunggu jadwal</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::FeedbackDialog</name>
    <message>
        <source>What is wrong with “%1”?</source>
        <translation>Apa yang salah pada “%1”?</translation>
    </message>
    <message>
        <source>The passage that is selected:</source>
        <translation>Bagian yang dipilih:</translation>
    </message>
    <message>
        <source>What is wrong, and what would be right:</source>
        <translation>Apa yang salah, dan apa yang benar:</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Apa yang salah</translation>
    </message>
    <message>
        <source>It is kept with this page. An issue or a mail is written for you, and sent by you.</source>
        <translation>Ini disimpan bersama halaman. Isu atau surel ditulis untuk Anda, dan dikirim oleh Anda.</translation>
    </message>
    <message>
        <source>Write an issue…</source>
        <translation>Tulis isu…</translation>
    </message>
    <message>
        <source>Write a mail…</source>
        <translation>Tulis surel…</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Hapus</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::FindBar</name>
    <message>
        <source>Find in this page</source>
        <translation>Cari di halaman ini</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>Tempat sebelumnya</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Tempat berikutnya</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>nowhere in this page</source>
        <translation>tidak ada di halaman ini</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 dari %2</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::InboxPane</name>
    <message>
        <source>saved</source>
        <translation>tersimpan</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Tersimpan</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Nanti</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>Dibisukan</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>Perlu dilihat</translation>
    </message>
    <message>
        <source>Unread only</source>
        <translation>Hanya yang belum dibaca</translation>
    </message>
    <message>
        <source>The notice</source>
        <translation>Pemberitahuan</translation>
    </message>
    <message>
        <source>search the notices</source>
        <translation>cari pemberitahuan</translation>
    </message>
    <message>
        <source>Search the notices</source>
        <translation>Cari pemberitahuan</translation>
    </message>
    <message>
        <source>Which notices</source>
        <translation>Pemberitahuan yang mana</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Pemberitahuan</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Buka</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Buka di peramban</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Tandai sudah dibaca</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>Later…</source>
        <translation>Nanti…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Batalkan</translation>
    </message>
    <message>
        <source>Mark all shown as read</source>
        <translation>Tandai semua yang tampil sudah dibaca</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Salin</translation>
    </message>
    <message>
        <source>When it changes</source>
        <translation>Bila berubah</translation>
    </message>
    <message>
        <source>All about %1</source>
        <translation>Semua tentang %1</translation>
    </message>
    <message>
        <source>All from %1</source>
        <translation>Semua dari %1</translation>
    </message>
    <message>
        <source>All of this kind: %1</source>
        <translation>Semua jenis ini: %1</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Bisukan</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>Tandai belum dibaca</translation>
    </message>
    <message>
        <source>No longer save</source>
        <translation>Berhenti menyimpan</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Kembalikan</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Kotak masuk</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n belum dibaca</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Batalkan: %1</translation>
    </message>
    <message>
        <source>What you did holds here, but was refused where the notice came from.</source>
        <translation>Yang Anda lakukan berlaku di sini, tetapi ditolak di tempat asal pemberitahuan.</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Mengerti</translation>
    </message>
    <message>
        <source>No notice here fits this search</source>
        <translation>Tidak ada pemberitahuan di sini yang cocok dengan pencarian ini</translation>
    </message>
    <message>
        <source>Other folders are not searched.</source>
        <translation>Folder lain tidak ikut dicari.</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Bersihkan pencarian</translation>
    </message>
    <message>
        <source>Everything here is read</source>
        <translation>Semua di sini sudah dibaca</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tampilkan semua</translation>
    </message>
    <message>
        <source>Back to the inbox</source>
        <translation>Kembali ke kotak masuk</translation>
    </message>
    <message>
        <source>Nothing is saved</source>
        <translation>Tidak ada yang tersimpan</translation>
    </message>
    <message>
        <source>Nothing waits for later</source>
        <translation>Tidak ada yang menunggu untuk nanti</translation>
    </message>
    <message>
        <source>Nothing is done</source>
        <translation>Belum ada yang selesai</translation>
    </message>
    <message>
        <source>Nothing is muted</source>
        <translation>Tidak ada yang dibisukan</translation>
    </message>
    <message>
        <source>Mute an entity, a source or a kind in the menu of a notice.</source>
        <translation>Bisukan entitas, sumber, atau jenis di menu pemberitahuan.</translation>
    </message>
    <message>
        <source>Nothing to look at</source>
        <translation>Tidak ada yang perlu dilihat</translation>
    </message>
    <message>
        <source>Builds that break, reviews that are asked of you, and what portals and hosts tell you come here.</source>
        <translation>Build yang rusak, tinjauan yang diminta dari Anda, serta yang disampaikan portal dan host datang ke sini.</translation>
    </message>
    <message>
        <source>Show: %1</source>
        <translation>Tampilkan: %1</translation>
    </message>
    <message>
        <source>Mark the notice as read or unread</source>
        <translation>Tandai pemberitahuan sudah atau belum dibaca</translation>
    </message>
    <message>
        <source>Save the notice</source>
        <translation>Simpan pemberitahuan</translation>
    </message>
    <message>
        <source>The notice is done</source>
        <translation>Pemberitahuan selesai</translation>
    </message>
    <message>
        <source>Show the notice again later…</source>
        <translation>Tampilkan lagi pemberitahuan nanti…</translation>
    </message>
    <message>
        <source>Undo what was done to notices</source>
        <translation>Urungkan tindakan pada pemberitahuan</translation>
    </message>
    <message>
        <source>Mark all notices shown as read</source>
        <translation>Tandai semua pemberitahuan yang tampil sudah dibaca</translation>
    </message>
    <message>
        <source>“Undo”</source>
        <translation>“Batalkan”</translation>
    </message>
    <message>
        <source>%1. %2 takes it back.</source>
        <translation>%1. %2 membatalkannya.</translation>
    </message>
    <message>
        <source>%1 saves a notice: here, and at the portal that sent it.</source>
        <translation>%1 menyimpan pemberitahuan: di sini, dan di portal yang mengirimnya.</translation>
    </message>
    <message>
        <source>“Save”</source>
        <translation>“Simpan”</translation>
    </message>
    <message>
        <source>%1 puts a notice aside until a time, or until it changes.</source>
        <translation>%1 menyisihkan pemberitahuan sampai waktu tertentu, atau sampai berubah.</translation>
    </message>
    <message>
        <source>“Later”</source>
        <translation>“Nanti”</translation>
    </message>
    <message>
        <source>%1 puts a notice here. It comes back when it changes.</source>
        <translation>%1 menaruh pemberitahuan di sini. Ia kembali bila berubah.</translation>
    </message>
    <message>
        <source>“Done”</source>
        <translation>“Selesai”</translation>
    </message>
    <message>
        <source>At another time…</source>
        <translation>Pada waktu lain…</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::Insights</name>
    <message>
        <source>Nothing known of this time</source>
        <translation>Tidak ada yang diketahui tentang waktu ini</translation>
    </message>
    <message>
        <source>The catalog&apos;s history fills it, from the first sync on.</source>
        <translation>Diisi oleh riwayat katalog, sejak sinkronisasi pertama.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Dari</translation>
    </message>
    <message>
        <source>Lifecycle</source>
        <translation>Siklus hidup</translation>
    </message>
    <message>
        <source>Entities that have a lifecycle, by what it was at the end of each step.</source>
        <translation>Entitas yang punya siklus hidup, menurut siklus hidupnya pada akhir setiap langkah.</translation>
    </message>
    <message>
        <source>Systems</source>
        <translation>Sistem</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>Tim</translation>
    </message>
    <message>
        <source>entities</source>
        <translation>entitas</translation>
    </message>
    <message>
        <source>documented</source>
        <translation>terdokumentasi</translation>
    </message>
    <message>
        <source>fresh</source>
        <translation>segar</translation>
    </message>
    <message>
        <source>orphans</source>
        <translation>yatim</translation>
    </message>
    <message>
        <source>with problems</source>
        <translation>bermasalah</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistem</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Tim</translation>
    </message>
    <message>
        <source>no owner</source>
        <translation>tanpa pemilik</translation>
    </message>
    <message numerus="yes">
        <source>%n in all</source>
        <translation>
            <numerusform>%n seluruhnya</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Pemilik</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referensi</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>tidak ada lagi</translation>
    </message>
    <message>
        <source>Growth</source>
        <translation>Pertumbuhan</translation>
    </message>
    <message>
        <source>Entities of all kinds at the end of each step.</source>
        <translation>Entitas semua jenis pada akhir setiap langkah.</translation>
    </message>
    <message>
        <source>Entities</source>
        <translation>Entitas</translation>
    </message>
    <message>
        <source>Ownership, documentation, freshness</source>
        <translation>Kepemilikan, dokumentasi, kesegaran</translation>
    </message>
    <message>
        <source>Shares of the entities of kinds that have owners. Fresh: changed within 180 days. A value opens those that lack it.</source>
        <translation>Bagian entitas dari jenis yang punya pemilik. Segar: berubah dalam 180 hari. Nilai membuka entitas yang belum memenuhinya.</translation>
    </message>
    <message>
        <source>owned</source>
        <translation>berpemilik</translation>
    </message>
    <message>
        <source>Without an owner</source>
        <translation>Tanpa pemilik</translation>
    </message>
    <message>
        <source>Without documentation</source>
        <translation>Tanpa dokumentasi</translation>
    </message>
    <message>
        <source>Not changed for long</source>
        <translation>Lama tidak berubah</translation>
    </message>
    <message>
        <source>Came and went</source>
        <translation>Muncul dan hilang</translation>
    </message>
    <message>
        <source>Entities that appeared, and that disappeared, in each step.</source>
        <translation>Entitas yang muncul, dan yang hilang, pada setiap langkah.</translation>
    </message>
    <message>
        <source>came</source>
        <translation>muncul</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Muncul</translation>
    </message>
    <message>
        <source>went</source>
        <translation>hilang</translation>
    </message>
    <message>
        <source>Went</source>
        <translation>Hilang</translation>
    </message>
    <message>
        <source>Problems and orphans</source>
        <translation>Masalah dan yatim</translation>
    </message>
    <message>
        <source>Entities with problems, as far as the program looked, and entities whose source is gone, at the end of each step.</source>
        <translation>Entitas bermasalah, sejauh yang diperiksa program, dan entitas yang sumbernya hilang, pada akhir setiap langkah.</translation>
    </message>
    <message>
        <source>With problems</source>
        <translation>Bermasalah</translation>
    </message>
    <message>
        <source>Orphans</source>
        <translation>Yatim</translation>
    </message>
    <message>
        <source>Nobody tells of this</source>
        <translation>Tidak ada yang memberitakan ini</translation>
    </message>
    <message>
        <source>A portal with usage insights fills it: see Sources.</source>
        <translation>Diisi oleh portal yang punya wawasan pemakaian: lihat Sumber.</translation>
    </message>
    <message>
        <source>Nothing in this time</source>
        <translation>Tidak ada apa-apa pada waktu ini</translation>
    </message>
    <message>
        <source>What you do in Callboard fills it, and stays on this machine.</source>
        <translation>Diisi oleh yang Anda lakukan di Callboard, dan tetap di komputer ini.</translation>
    </message>
    <message>
        <source>times</source>
        <translation>kali</translation>
    </message>
    <message>
        <source>people</source>
        <translation>orang</translation>
    </message>
    <message numerus="yes">
        <source>last %n day(s), as the portal counts</source>
        <translation>
            <numerusform>%n hari terakhir, menurut hitungan portal</numerusform>
        </translation>
    </message>
    <message>
        <source>What</source>
        <translation>Apa</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Kali</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Terakhir</translation>
    </message>
    <message>
        <source>The portal tells the number, and no list behind it.</source>
        <translation>Portal hanya memberi angkanya, tanpa daftar di baliknya.</translation>
    </message>
    <message>
        <source>done</source>
        <translation>dilakukan</translation>
    </message>
    <message>
        <source>new</source>
        <translation>baru</translation>
    </message>
    <message>
        <source>returning</source>
        <translation>kembali</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Orang</translation>
    </message>
    <message>
        <source>Documentation</source>
        <translation>Dokumentasi</translation>
    </message>
    <message>
        <source>days since</source>
        <translation>hari berlalu</translation>
    </message>
    <message>
        <source>never</source>
        <translation>tidak pernah</translation>
    </message>
    <message>
        <source>Time saved by templates</source>
        <translation>Waktu yang dihemat templat</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Templat</translation>
    </message>
    <message>
        <source>Runs of each template, times what it says that it saves (backstage.io/time-saved). Those that do not say are left out.</source>
        <translation>Banyaknya setiap templat dijalankan, dikali penghematan yang disebutnya (backstage.io/time-saved). Yang tidak menyebutnya tidak dihitung.</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>dihemat</translation>
    </message>
    <message>
        <source>No template says what it saves</source>
        <translation>Tidak ada templat yang menyebut penghematannya</translation>
    </message>
    <message>
        <source>Templates say it in the annotation backstage.io/time-saved.</source>
        <translation>Templat menyebutnya di anotasi backstage.io/time-saved.</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>%1 seluruhnya</translation>
    </message>
    <message>
        <source>by day</source>
        <translation>per hari</translation>
    </message>
    <message>
        <source>by week</source>
        <translation>per minggu</translation>
    </message>
    <message>
        <source>by month</source>
        <translation>per bulan</translation>
    </message>
    <message>
        <source>Opened a pane</source>
        <translation>Membuka panel</translation>
    </message>
    <message>
        <source>Opened an entity</source>
        <translation>Membuka entitas</translation>
    </message>
    <message>
        <source>Read documentation</source>
        <translation>Membaca dokumentasi</translation>
    </message>
    <message>
        <source>Searched</source>
        <translation>Mencari</translation>
    </message>
    <message>
        <source>Ran a template</source>
        <translation>Menjalankan templat</translation>
    </message>
    <message>
        <source>Ran an action</source>
        <translation>Menjalankan tindakan</translation>
    </message>
    <message>
        <source>Dealt with</source>
        <translation>Ditangani</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Kapan</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Dilakukan</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Tentang</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Ditemukan</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Siapa</translation>
    </message>
    <message numerus="yes">
        <source>The newest %n are listed.</source>
        <translation>
            <numerusform>%n terbaru didaftar.</numerusform>
        </translation>
    </message>
    <message>
        <source>What you did</source>
        <translation>Yang Anda lakukan</translation>
    </message>
    <message>
        <source>Everything that is recorded of your use: see What is Kept.</source>
        <translation>Semua yang dicatat tentang pemakaian Anda: lihat Yang Disimpan.</translation>
    </message>
    <message>
        <source>Entities you opened</source>
        <translation>Entitas yang Anda buka</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>Entitas</translation>
    </message>
    <message>
        <source>Pages of entities, each time one was opened.</source>
        <translation>Halaman entitas, setiap kali dibuka.</translation>
    </message>
    <message>
        <source>Panes you used</source>
        <translation>Panel yang Anda pakai</translation>
    </message>
    <message>
        <source>Pane</source>
        <translation>Panel</translation>
    </message>
    <message>
        <source>Each time a pane was opened or come to.</source>
        <translation>Setiap kali sebuah panel dibuka atau didatangi.</translation>
    </message>
    <message>
        <source>Documentation you read</source>
        <translation>Dokumentasi yang Anda baca</translation>
    </message>
    <message>
        <source>Pages opened, by the entity they document.</source>
        <translation>Halaman yang dibuka, menurut entitas yang didokumentasikannya.</translation>
    </message>
    <message>
        <source>What you searched for</source>
        <translation>Yang Anda cari</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Kata</translation>
    </message>
    <message>
        <source>Searches that came to rest; case and spaces do not count.</source>
        <translation>Pencarian yang selesai diketik; besar kecil huruf dan spasi diabaikan.</translation>
    </message>
    <message>
        <source>Searches that found nothing</source>
        <translation>Pencarian yang tidak menemukan apa pun</translation>
    </message>
    <message>
        <source>Searches with no result at all.</source>
        <translation>Pencarian tanpa hasil sama sekali.</translation>
    </message>
    <message>
        <source>Actions you ran</source>
        <translation>Tindakan yang Anda jalankan</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Tindakan</translation>
    </message>
    <message>
        <source>Documentation you did not open</source>
        <translation>Dokumentasi yang tidak Anda buka</translation>
    </message>
    <message>
        <source>Sites of the catalog that you did not open in this time.</source>
        <translation>Situs katalog yang tidak Anda buka pada waktu ini.</translation>
    </message>
    <message>
        <source>Active people</source>
        <translation>Orang aktif</translation>
    </message>
    <message>
        <source>People who did anything in each step; new are those who never did before.</source>
        <translation>Orang yang melakukan sesuatu pada setiap langkah; baru berarti belum pernah sebelumnya.</translation>
    </message>
    <message>
        <source>Most used plugins</source>
        <translation>Plugin paling sering dipakai</translation>
    </message>
    <message>
        <source>Plugin</source>
        <translation>Plugin</translation>
    </message>
    <message>
        <source>Each time a plugin was opened.</source>
        <translation>Setiap kali sebuah plugin dibuka.</translation>
    </message>
    <message>
        <source>Most opened entities</source>
        <translation>Entitas paling sering dibuka</translation>
    </message>
    <message>
        <source>Most read documentation</source>
        <translation>Dokumentasi paling sering dibaca</translation>
    </message>
    <message>
        <source>Most run templates</source>
        <translation>Templat paling sering dijalankan</translation>
    </message>
    <message>
        <source>Runs of templates.</source>
        <translation>Templat yang dijalankan.</translation>
    </message>
    <message>
        <source>Documentation nobody opens</source>
        <translation>Dokumentasi yang tidak dibuka siapa pun</translation>
    </message>
    <message>
        <source>Sites of the catalog that nobody opened in this time.</source>
        <translation>Situs katalog yang tidak dibuka siapa pun pada waktu ini.</translation>
    </message>
    <message>
        <source>Searches</source>
        <translation>Pencarian</translation>
    </message>
    <message>
        <source>Searches in each step, and those of them with no result at all, where that is told.</source>
        <translation>Pencarian di tiap langkah, dan di antaranya yang tanpa hasil sama sekali, bila diberitahukan.</translation>
    </message>
    <message>
        <source>searches</source>
        <translation>pencarian</translation>
    </message>
    <message>
        <source>found nothing</source>
        <translation>tanpa hasil</translation>
    </message>
    <message>
        <source>The portal tells how many, and not what was searched for.</source>
        <translation>Portal memberi tahu jumlahnya, bukan apa yang dicari.</translation>
    </message>
    <message>
        <source>What is searched for</source>
        <translation>Yang dicari</translation>
    </message>
    <message>
        <source>of all teams</source>
        <translation>semua tim</translation>
    </message>
    <message>
        <source>of all kinds</source>
        <translation>semua jenis</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 licensed people in %n day(s)</source>
        <translation>
            <numerusform>%1 dari %2 orang berlisensi dalam %n hari</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 people in %n day(s)</source>
        <translation>
            <numerusform>%1 orang dalam %n hari</numerusform>
        </translation>
    </message>
    <message>
        <source>Entities of each system at the end of the time; its table has documentation, freshness, orphans and problems as well.</source>
        <translation>Entitas tiap sistem pada akhir waktu itu; tabelnya juga memuat dokumentasi, kesegaran, yatim, dan masalah.</translation>
    </message>
    <message>
        <source>Entities that each team owned at the end of the time; its table has documentation, freshness, orphans and problems as well.</source>
        <translation>Entitas yang dimiliki tiap tim pada akhir waktu itu; tabelnya juga memuat dokumentasi, kesegaran, yatim, dan masalah.</translation>
    </message>
    <message>
        <source>Not counted yet</source>
        <translation>Belum dihitung</translation>
    </message>
    <message>
        <source>The portal is asked about this time; what it tells comes with its next sync.</source>
        <translation>Portal ditanya tentang waktu ini; jawabannya datang dengan sinkronisasi berikutnya.</translation>
    </message>
    <message>
        <source>%1 to %2, as the portal counts</source>
        <translation>%1 sampai %2, menurut hitungan portal</translation>
    </message>
    <message>
        <source>Actions of integrations, such as running a build again.</source>
        <translation>Tindakan dari integrasi, misalnya menjalankan build lagi.</translation>
    </message>
    <message numerus="yes">
        <source>The first %n are listed.</source>
        <translation>
            <numerusform>%n yang pertama ditampilkan.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::InsightsPane</name>
    <message>
        <source>Choose cards</source>
        <translation>Pilih kartu</translation>
    </message>
    <message>
        <source>Save a report as PDF</source>
        <translation>Simpan laporan sebagai PDF</translation>
    </message>
    <message>
        <source>My use</source>
        <translation>Pemakaian saya</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisasi</translation>
    </message>
    <message>
        <source>Catalog</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <source>What is kept</source>
        <translation>Yang disimpan</translation>
    </message>
    <message>
        <source>Sections of the insights</source>
        <translation>Bagian wawasan</translation>
    </message>
    <message>
        <source>Insights</source>
        <translation>Wawasan</translation>
    </message>
    <message>
        <source>Nothing to count yet</source>
        <translation>Belum ada yang dihitung</translation>
    </message>
    <message>
        <source>A catalog, and what you do with it, fill the insights.</source>
        <translation>Katalog, dan yang Anda lakukan dengannya, mengisi wawasan.</translation>
    </message>
    <message>
        <source>last 7 days</source>
        <translation>7 hari terakhir</translation>
    </message>
    <message>
        <source>last 4 weeks</source>
        <translation>4 minggu terakhir</translation>
    </message>
    <message>
        <source>last 12 weeks</source>
        <translation>12 minggu terakhir</translation>
    </message>
    <message>
        <source>last 6 months</source>
        <translation>6 bulan terakhir</translation>
    </message>
    <message>
        <source>last year</source>
        <translation>setahun terakhir</translation>
    </message>
    <message>
        <source>last 3 years</source>
        <translation>3 tahun terakhir</translation>
    </message>
    <message>
        <source>all teams</source>
        <translation>semua tim</translation>
    </message>
    <message>
        <source>all kinds</source>
        <translation>semua jenis</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periode</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Tim</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Sumber</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 sampai %2</translation>
    </message>
    <message numerus="yes">
        <source>last %n day(s)</source>
        <translation>
            <numerusform>%n hari terakhir</numerusform>
        </translation>
    </message>
    <message>
        <source>Insights · %1</source>
        <translation>Wawasan · %1</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Laporan</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>%1 tidak dapat ditulis.</translation>
    </message>
    <message>
        <source>between two days</source>
        <translation>antara dua hari</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Hari pertama</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Hari terakhir</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::KeptModel</name>
    <message>
        <source>When</source>
        <translation>Kapan</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Dilakukan</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Apa</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Tentang</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Ditemukan</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::KeptPage</name>
    <message>
        <source>Record what I do in Callboard</source>
        <translation>Catat yang saya lakukan di Callboard</translation>
    </message>
    <message>
        <source>What is kept</source>
        <translation>Yang disimpan</translation>
    </message>
    <message numerus="yes">
        <source>keep %n month(s)</source>
        <translation>
            <numerusform>simpan %n bulan</numerusform>
        </translation>
    </message>
    <message>
        <source>How long it is kept</source>
        <translation>Berapa lama disimpan</translation>
    </message>
    <message>
        <source>Nothing is recorded: %1</source>
        <translation>Tidak ada yang dicatat: %1</translation>
    </message>
    <message>
        <source>Nothing is kept.</source>
        <translation>Tidak ada yang disimpan.</translation>
    </message>
    <message>
        <source>%1 lines, %2 on disk, since %3.</source>
        <translation>%1 baris, %2 di diska, sejak %3.</translation>
    </message>
    <message>
        <source>Press again to erase everything</source>
        <translation>Tekan lagi untuk menghapus semua</translation>
    </message>
    <message>
        <source>Each line below is kept in a file of its own on this machine, readable by you alone. It says what was opened, searched, run and dealt with, and nothing else.</source>
        <translation>Setiap baris di bawah disimpan dalam berkas tersendiri di mesin ini, hanya dapat dibaca oleh Anda. Isinya apa yang dibuka, dicari, dijalankan, dan ditangani, dan tidak ada yang lain.</translation>
    </message>
    <message>
        <source>Of these lines, only what you share goes anywhere.</source>
        <translation>Dari baris-baris ini, hanya yang Anda bagikan yang dikirim.</translation>
    </message>
    <message>
        <source>It is sent nowhere.</source>
        <translation>Tidak dikirim ke mana pun.</translation>
    </message>
    <message>
        <source>Erase selected</source>
        <translation>Hapus yang dipilih</translation>
    </message>
    <message>
        <source>Erase everything…</source>
        <translation>Hapus semua…</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::LaterDialog</name>
    <message>
        <source>Show the notice again</source>
        <translation>Tampilkan lagi pemberitahuan ini</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Kapan</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>Sisihkan</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::LogPanel</name>
    <message>
        <source>Times</source>
        <translation>Waktu</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Ikuti</translation>
    </message>
    <message>
        <source>saved as %1</source>
        <translation>tersimpan sebagai %1</translation>
    </message>
    <message>
        <source>not saved: %1</source>
        <translation>tidak tersimpan: %1</translation>
    </message>
    <message>
        <source>Find in this log</source>
        <translation>Cari di log ini</translation>
    </message>
    <message>
        <source>Previous place found (Shift+F3)</source>
        <translation>Temuan sebelumnya (Shift+F3)</translation>
    </message>
    <message>
        <source>Next place found (F3)</source>
        <translation>Temuan berikutnya (F3)</translation>
    </message>
    <message>
        <source>Next failing line (F8)</source>
        <translation>Baris gagal berikutnya (F8)</translation>
    </message>
    <message>
        <source>Fold all groups</source>
        <translation>Lipat semua grup</translation>
    </message>
    <message>
        <source>Unfold all groups</source>
        <translation>Buka lipatan semua grup</translation>
    </message>
    <message>
        <source>Copy the selected lines</source>
        <translation>Salin baris yang dipilih</translation>
    </message>
    <message>
        <source>Save the log…</source>
        <translation>Simpan log…</translation>
    </message>
    <message>
        <source>More for this log</source>
        <translation>Lainnya untuk log ini</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n baris</numerusform>
        </translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>membaca…</translation>
    </message>
    <message>
        <source>growing</source>
        <translation>bertambah</translation>
    </message>
    <message numerus="yes">
        <source>%n failing line(s)</source>
        <translation>
            <numerusform>%n baris gagal</numerusform>
        </translation>
    </message>
    <message>
        <source>searching…</source>
        <translation>mencari…</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>tidak ada yang ditemukan</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 dari %2</translation>
    </message>
    <message numerus="yes">
        <source>in %n line(s)</source>
        <translation>
            <numerusform>di %n baris</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>Simpan log</translation>
    </message>
    <message>
        <source>Next failing line</source>
        <translation>Baris gagal berikutnya</translation>
    </message>
    <message>
        <source>Previous failing line</source>
        <translation>Baris gagal sebelumnya</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::LogView</name>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n baris</numerusform>
        </translation>
    </message>
    <message>
        <source> … cut: the line is very long</source>
        <translation> … dipotong: baris ini sangat panjang</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Baris %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) folded</source>
        <translation>
            <numerusform>%n baris dilipat</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::MapCanvas</name>
    <message>
        <source>Map of relations</source>
        <translation>Peta relasi</translation>
    </message>
    <message>
        <source>Arrow keys go from one entity to the next, Enter opens it, plus and minus zoom, 0 shows all</source>
        <translation>Tombol panah berpindah antarentitas, Enter membukanya, plus dan minus memperbesar dan memperkecil, 0 menampilkan semua</translation>
    </message>
    <message>
        <source>not current</source>
        <translation>tidak terkini</translation>
    </message>
    <message>
        <source>touches the focus</source>
        <translation>menyentuh fokus</translation>
    </message>
    <message numerus="yes">
        <source>%n further, without a colour of their own</source>
        <translation>
            <numerusform>%n lainnya, tanpa warna sendiri</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::MapControls</name>
    <message>
        <source>What is on the map</source>
        <translation>Apa yang ada di peta</translation>
    </message>
    <message>
        <source>Find in the map</source>
        <translation>Cari di peta</translation>
    </message>
    <message>
        <source>Rolled up to</source>
        <translation>Dirangkum menurut</translation>
    </message>
    <message>
        <source>systems</source>
        <translation>sistem</translation>
    </message>
    <message>
        <source>domains</source>
        <translation>domain</translation>
    </message>
    <message>
        <source>Steps from the focus</source>
        <translation>Langkah dari fokus</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Arah</translation>
    </message>
    <message>
        <source>In</source>
        <translation>Masuk</translation>
    </message>
    <message>
        <source>What needs it</source>
        <translation>Yang membutuhkannya</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Keduanya</translation>
    </message>
    <message>
        <source>Either way</source>
        <translation>Kedua arah</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>Keluar</translation>
    </message>
    <message>
        <source>What it needs</source>
        <translation>Yang dibutuhkannya</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>Relasi</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>Kotak</translation>
    </message>
    <message>
        <source>Systems</source>
        <translation>Sistem</translation>
    </message>
    <message>
        <source>Domains</source>
        <translation>Domain</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>Tim</translation>
    </message>
    <message>
        <source>Through APIs</source>
        <translation>Lewat API</translation>
    </message>
    <message>
        <source>Who needs whom</source>
        <translation>Siapa membutuhkan siapa</translation>
    </message>
    <message>
        <source>Also draws a line from who consumes an API to who provides it</source>
        <translation>Juga menarik garis dari pemakai API ke penyedianya</translation>
    </message>
    <message>
        <source>Colour by</source>
        <translation>Warnai menurut</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>tidak ada</translation>
    </message>
    <message>
        <source>team</source>
        <translation>tim</translation>
    </message>
    <message>
        <source>lifecycle</source>
        <translation>siklus hidup</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Tanyakan</translation>
    </message>
    <message>
        <source>If it stops</source>
        <translation>Jika berhenti</translation>
    </message>
    <message>
        <source>Circles</source>
        <translation>Lingkaran</translation>
    </message>
    <message>
        <source>Shortest way to…</source>
        <translation>Jalan terpendek ke…</translation>
    </message>
    <message>
        <source>Shortest way from the focus to</source>
        <translation>Jalan terpendek dari fokus ke</translation>
    </message>
    <message>
        <source>A name or reference, then Enter</source>
        <translation>Nama atau referensi, lalu Enter</translation>
    </message>
    <message>
        <source>as boxes</source>
        <translation>sebagai kotak</translation>
    </message>
    <message>
        <source>Not on this map</source>
        <translation>Tidak ada di peta ini</translation>
    </message>
    <message numerus="yes">
        <source>%n found; Enter goes to the next</source>
        <translation>
            <numerusform>%n ditemukan; Enter menuju yang berikutnya</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::MapLists</name>
    <message>
        <source>Relations on the map</source>
        <translation>Relasi di peta</translation>
    </message>
    <message>
        <source>The whole estate</source>
        <translation>Seluruh lanskap</translation>
    </message>
    <message numerus="yes">
        <source>%n entities</source>
        <translation>
            <numerusform>%n entitas</numerusform>
        </translation>
    </message>
    <message>
        <source>Depend on it</source>
        <translation>Bergantung padanya</translation>
    </message>
    <message>
        <source>It depends on</source>
        <translation>Ia bergantung pada</translation>
    </message>
    <message>
        <source>It provides</source>
        <translation>Ia menyediakan</translation>
    </message>
    <message>
        <source>Provided by</source>
        <translation>Disediakan oleh</translation>
    </message>
    <message>
        <source>Further relations</source>
        <translation>Relasi lain</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>verb, times</comment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>%1, not current</source>
        <translation>%1, tidak terkini</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>tidak ada</translation>
    </message>
    <message>
        <source>If it stops</source>
        <translation>Jika berhenti</translation>
    </message>
    <message>
        <source>Nothing that the catalog knows of needs it</source>
        <translation>Tidak ada yang diketahui katalog yang membutuhkannya</translation>
    </message>
    <message>
        <source>%1 in %2, %3</source>
        <translation>%1 di %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%n systems</source>
        <translation>
            <numerusform>%n sistem</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n teams</source>
        <translation>
            <numerusform>%n tim</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to tell</source>
        <comment>entities of a team</comment>
        <translation>
            <numerusform>%n perlu diberi tahu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n steps</source>
        <translation>
            <numerusform>%n langkah</numerusform>
        </translation>
    </message>
    <message>
        <source>On the map</source>
        <translation>Di peta</translation>
    </message>
    <message>
        <source>Shortest way</source>
        <translation>Jalan terpendek</translation>
    </message>
    <message>
        <source>← %1</source>
        <comment>against a relation</comment>
        <translation>← %1</translation>
    </message>
    <message>
        <source>Circles</source>
        <translation>Lingkaran</translation>
    </message>
    <message numerus="yes">
        <source>of %n</source>
        <comment>members of a circle</comment>
        <translation>
            <numerusform>dari %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::MapPane</name>
    <message>
        <source>%1 could not be written.</source>
        <translation>%1 tidak dapat ditulis.</translation>
    </message>
    <message>
        <source>Export the map</source>
        <translation>Ekspor peta</translation>
    </message>
    <message>
        <source>Scalable drawing (*.svg)</source>
        <translation>Gambar vektor (*.svg)</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Gambar (*.png)</translation>
    </message>
    <message>
        <source>Graphviz (*.dot)</source>
        <translation>Graphviz (*.dot)</translation>
    </message>
    <message>
        <source>&amp;Unfold</source>
        <translation>&amp;Buka lipatan</translation>
    </message>
    <message>
        <source>Put in the &amp;middle</source>
        <translation>Taruh di &amp;tengah</translation>
    </message>
    <message>
        <source>Open its &amp;page</source>
        <translation>Buka &amp;halamannya</translation>
    </message>
    <message>
        <source>Shortest &amp;way from the focus</source>
        <translation>&amp;Jalan terpendek dari fokus</translation>
    </message>
    <message>
        <source>Map: zoom out</source>
        <translation>Peta: perkecil</translation>
    </message>
    <message>
        <source>Shows more of the map, smaller</source>
        <translation>Menampilkan lebih banyak peta, lebih kecil</translation>
    </message>
    <message>
        <source>Map: zoom in</source>
        <translation>Peta: perbesar</translation>
    </message>
    <message>
        <source>Shows less of the map, larger</source>
        <translation>Menampilkan lebih sedikit peta, lebih besar</translation>
    </message>
    <message>
        <source>Map: show all of it</source>
        <translation>Peta: tampilkan semuanya</translation>
    </message>
    <message>
        <source>Brings all of the map into view</source>
        <translation>Menampilkan seluruh peta</translation>
    </message>
    <message>
        <source>Map: the whole estate</source>
        <translation>Peta: seluruh lanskap</translation>
    </message>
    <message>
        <source>Every system or domain, and how many relations run between them</source>
        <translation>Setiap sistem atau domain, dan banyaknya relasi di antaranya</translation>
    </message>
    <message>
        <source>Map: export as SVG…</source>
        <translation>Peta: ekspor sebagai SVG…</translation>
    </message>
    <message>
        <source>Map: export as PNG…</source>
        <translation>Peta: ekspor sebagai PNG…</translation>
    </message>
    <message>
        <source>Map: export for Graphviz…</source>
        <translation>Peta: ekspor untuk Graphviz…</translation>
    </message>
    <message>
        <source>It is spread out, without boxes.</source>
        <translation>Peta ini dibentangkan, tanpa kotak.</translation>
    </message>
    <message>
        <source>A simpler arrangement is shown, without boxes.</source>
        <translation>Susunan yang lebih sederhana ditampilkan, tanpa kotak.</translation>
    </message>
    <message>
        <source>This map is large.</source>
        <translation>Peta ini besar.</translation>
    </message>
    <message>
        <source>Fewer steps or kinds make it smaller.</source>
        <translation>Lebih sedikit langkah atau jenis membuatnya lebih kecil.</translation>
    </message>
    <message>
        <source>Graphviz is not installed.</source>
        <translation>Graphviz tidak terpasang.</translation>
    </message>
    <message>
        <source>Arranging this map took too long.</source>
        <translation>Menyusun peta ini terlalu lama.</translation>
    </message>
    <message>
        <source>Graphviz could not arrange this map.</source>
        <translation>Graphviz tidak dapat menyusun peta ini.</translation>
    </message>
    <message>
        <source>%1 is not in the catalog</source>
        <translation>%1 tidak ada di katalog</translation>
    </message>
    <message>
        <source>Choose another entity, or look at the whole estate.</source>
        <translation>Pilih entitas lain, atau lihat seluruh lanskap.</translation>
    </message>
    <message>
        <source>The whole estate</source>
        <translation>Seluruh lanskap</translation>
    </message>
    <message>
        <source>Nothing is in the catalog that could be drawn</source>
        <translation>Tidak ada isi katalog yang dapat digambar</translation>
    </message>
    <message>
        <source>When a source was read, its systems and how they are related are drawn here.</source>
        <translation>Setelah sebuah sumber dibaca, sistem dan hubungannya digambar di sini.</translation>
    </message>
    <message numerus="yes">
        <source>%n steps</source>
        <translation>
            <numerusform>%n langkah</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entities</source>
        <translation>
            <numerusform>%n entitas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n relations</source>
        <translation>
            <numerusform>%n relasi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n tidak ada</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n folded</source>
        <translation>
            <numerusform>%n dilipat</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>zoom</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Nothing is called “%1”</source>
        <translation>Tidak ada yang bernama “%1”</translation>
    </message>
    <message>
        <source>No way leads to %1 over the relations chosen</source>
        <translation>Tidak ada jalan ke %1 melalui relasi yang dipilih</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Peta</translation>
    </message>
    <message>
        <source>Map: its relations as a table</source>
        <translation>Peta: relasinya sebagai tabel</translation>
    </message>
    <message>
        <source>Rows to sort, filter and export, in the place of the drawing</source>
        <translation>Baris untuk diurutkan, disaring, dan diekspor, sebagai ganti gambar</translation>
    </message>
    <message>
        <source>Map: export its relations…</source>
        <translation>Peta: ekspor relasinya…</translation>
    </message>
    <message>
        <source>The rows of the table, as CSV or JSON</source>
        <translation>Baris tabel, sebagai CSV atau JSON</translation>
    </message>
    <message>
        <source>laid out in %1 ms</source>
        <translation>ditata dalam %1 ms</translation>
    </message>
    <message>
        <source>Each box is arranged by itself.</source>
        <translation>Setiap kotak ditata sendiri.</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::MapScene</name>
    <message numerus="yes">
        <source>+ %n more</source>
        <translation>
            <numerusform>+ %n lagi</numerusform>
        </translation>
    </message>
    <message>
        <source>+ %1 more %2</source>
        <translation>+ %1 %2 lagi</translation>
    </message>
    <message>
        <source>part of none</source>
        <translation>bukan bagian dari apa pun</translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n tidak ada</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entities</source>
        <translation>
            <numerusform>%n entitas</numerusform>
        </translation>
    </message>
    <message>
        <source>missing</source>
        <translation>tidak ada</translation>
    </message>
    <message>
        <source>owned by %1</source>
        <translation>milik %1</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>di %1</translation>
    </message>
    <message>
        <source>the focus</source>
        <translation>fokus</translation>
    </message>
    <message>
        <source>not current</source>
        <translation>tidak terkini</translation>
    </message>
    <message>
        <source>has problems</source>
        <translation>bermasalah</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>verb, name</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2 this</source>
        <comment>name, verb</comment>
        <translation>%1 %2 ini</translation>
    </message>
    <message numerus="yes">
        <source>and %n more relations</source>
        <translation>
            <numerusform>dan %n relasi lagi</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::MapTable</name>
    <message>
        <source>Relations of the map, as a table</source>
        <translation>Relasi pada peta, sebagai tabel</translation>
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
        <translation>%1, tidak terkini</translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <comment>an entity, a verb, an entity</comment>
        <translation>%1 %2 %3</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Dari</translation>
    </message>
    <message>
        <source>Its owner</source>
        <translation>Pemiliknya</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>Relasi</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Ke</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::NoticeDesk</name>
    <message>
        <source>In an hour, %1</source>
        <translation>Dalam satu jam, %1</translation>
    </message>
    <message>
        <source>This evening, %1</source>
        <translation>Malam ini, %1</translation>
    </message>
    <message>
        <source>Tomorrow, %1</source>
        <translation>Besok, %1</translation>
    </message>
    <message>
        <source>Next Monday, %1</source>
        <translation>Senin depan, %1</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::Overview</name>
    <message>
        <source>Overview</source>
        <translation>Ikhtisar</translation>
    </message>
    <message>
        <source>APIs</source>
        <translation>API</translation>
    </message>
    <message>
        <source>Owns</source>
        <translation>Memiliki</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Anggota</translation>
    </message>
    <message>
        <source>Parent groups</source>
        <translation>Grup induk</translation>
    </message>
    <message>
        <source>Sub-groups</source>
        <translation>Subgrup</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Masalah</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Tentang</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Tautan</translation>
    </message>
    <message>
        <source>Where it is from</source>
        <translation>Asalnya</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Perubahan</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Anotasi</translation>
    </message>
    <message>
        <source>Builds</source>
        <translation>Build</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::PageContent</name>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipe</translation>
    </message>
    <message>
        <source>Lifecycle</source>
        <translation>Siklus hidup</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Pemilik</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistem</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domain</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>Induk</translation>
    </message>
    <message>
        <source>Display name</source>
        <translation>Nama tampilan</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Surel</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Sasaran</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Ruang nama</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>API version</source>
        <translation>Versi API</translation>
    </message>
    <message>
        <source>View descriptor</source>
        <translation>Lihat deskriptor</translation>
    </message>
    <message>
        <source>Edit descriptor</source>
        <translation>Sunting deskriptor</translation>
    </message>
    <message>
        <source>Source folder</source>
        <translation>Folder sumber</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::PageRows</name>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Nilai</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Tautan</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Alamat</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Pemilik</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>Relasi</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipe</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Masalah</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Tempat</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Perubahan</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Usia</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Dibuang</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>Pertama terlihat</translation>
    </message>
    <message>
        <source>Relations changed</source>
        <translation>Relasi berubah</translation>
    </message>
    <message>
        <source>Descriptor changed</source>
        <translation>Deskriptor berubah</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Sambungan</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Dipastikan</translation>
    </message>
    <message>
        <source>Seen as</source>
        <translation>Dilihat sebagai</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Berkas</translation>
    </message>
    <message>
        <source>Web</source>
        <translation>Web</translation>
    </message>
    <message>
        <source>detached</source>
        <translation>terlepas</translation>
    </message>
    <message numerus="yes">
        <source>%n ahead</source>
        <translation>
            <numerusform>%n di depan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n behind</source>
        <translation>
            <numerusform>%n di belakang</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n berubah</numerusform>
        </translation>
    </message>
    <message>
        <source>Clone</source>
        <translation>Klon</translation>
    </message>
    <message>
        <source>Directly</source>
        <translation>Langsung</translation>
    </message>
    <message>
        <source>With sub-groups</source>
        <translation>Dengan subgrup</translation>
    </message>
    <message>
        <source>%1 directly</source>
        <translation>%1 langsung</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>%1 seluruhnya</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Halaman</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Arti</translation>
    </message>
    <message>
        <source>%1, required</source>
        <translation>%1, wajib</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Langkah</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Tindakan</translation>
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
        <translation>Branch</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Hasil</translation>
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
        <translation>Bagian halaman ini</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::PluginsPane</name>
    <message>
        <source>Plugins</source>
        <translation>Plugin</translation>
    </message>
    <message>
        <source>Integrations</source>
        <translation>Integrasi</translation>
    </message>
    <message>
        <source>ready, not loaded yet</source>
        <translation>siap, belum dimuat</translation>
    </message>
    <message>
        <source>loaded</source>
        <translation>dimuat</translation>
    </message>
    <message>
        <source>switched off by you</source>
        <translation>dimatikan oleh Anda</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>ditolak</translation>
    </message>
    <message>
        <source>failed to load</source>
        <translation>gagal dimuat</translation>
    </message>
    <message>
        <source>was running when Callboard last ended badly</source>
        <translation>sedang berjalan saat Callboard terakhir berakhir buruk</translation>
    </message>
    <message numerus="yes">
        <source>%n integrations</source>
        <translation>
            <numerusform>%n integrasi</numerusform>
        </translation>
    </message>
    <message>
        <source>safe mode: none is loaded</source>
        <translation>mode aman: tidak ada yang dimuat</translation>
    </message>
    <message>
        <source>No integrations are installed</source>
        <translation>Tidak ada integrasi yang terpasang</translation>
    </message>
    <message>
        <source>They are found in the folders for plugins beside the program.</source>
        <translation>Integrasi dicari di folder plugin di samping program.</translation>
    </message>
    <message>
        <source>%1 %2, %3</source>
        <translation>%1 %2, %3</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>Aktif</translation>
    </message>
    <message>
        <source>%1 enabled</source>
        <translation>%1 aktif</translation>
    </message>
    <message>
        <source>Enable again</source>
        <translation>Aktifkan lagi</translation>
    </message>
    <message>
        <source>Enable %1 again</source>
        <translation>Aktifkan lagi %1</translation>
    </message>
    <message>
        <source>%1, paused</source>
        <translation>%1, dijeda</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::ProblemsPane</name>
    <message>
        <source>Problems</source>
        <translation>Masalah</translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation>Masalah berikutnya</translation>
    </message>
    <message>
        <source>Previous problem</source>
        <translation>Masalah sebelumnya</translation>
    </message>
    <message>
        <source>Export what is shown…</source>
        <translation>Ekspor yang ditampilkan…</translation>
    </message>
    <message>
        <source>Filter the problems</source>
        <translation>Filter masalah</translation>
    </message>
    <message>
        <source>Opens the place of the next problem.</source>
        <translation>Membuka tempat masalah berikutnya.</translation>
    </message>
    <message>
        <source>Opens the place of the problem before.</source>
        <translation>Membuka tempat masalah sebelumnya.</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n kesalahan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n peringatan</numerusform>
        </translation>
    </message>
    <message>
        <source>No problem fits this filter</source>
        <translation>Tidak ada masalah yang cocok dengan filter ini</translation>
    </message>
    <message>
        <source>Clear it to see all %1.</source>
        <translation>Bersihkan untuk melihat semuanya (%1).</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Bersihkan filter</translation>
    </message>
    <message>
        <source>Nothing was checked yet</source>
        <translation>Belum ada yang diperiksa</translation>
    </message>
    <message>
        <source>Descriptors are checked whenever a source is read.</source>
        <translation>Deskriptor diperiksa setiap kali sumber dibaca.</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Sinkronkan sekarang</translation>
    </message>
    <message>
        <source>No descriptor has a problem</source>
        <translation>Tidak ada deskriptor yang bermasalah</translation>
    </message>
    <message>
        <source>Each is checked again whenever its source is read.</source>
        <translation>Masing-masing diperiksa lagi setiap kali sumbernya dibaca.</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Periksa lagi</translation>
    </message>
    <message>
        <source>Ne&amp;xt problem</source>
        <translation>Masa&amp;lah berikutnya</translation>
    </message>
    <message>
        <source>Pre&amp;vious problem</source>
        <translation>Masala&amp;h sebelumnya</translation>
    </message>
    <message>
        <source>filter: owner:payments rule:name</source>
        <translation>saring: owner:payments rule:name</translation>
    </message>
    <message>
        <source>Open the problem in the e&amp;ditor</source>
        <translation>Buka masalah di e&amp;ditor</translation>
    </message>
    <message>
        <source>Opens the file of the problem in your editor, at its line.</source>
        <translation>Membuka berkas masalah di editor Anda, pada barisnya.</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::RecentPane</name>
    <message>
        <source>Recent</source>
        <translation>Terkini</translation>
    </message>
    <message>
        <source>No recent entity fits this filter</source>
        <translation>Tidak ada entitas terkini yang cocok dengan filter ini</translation>
    </message>
    <message>
        <source>Clear it to see all that were looked at.</source>
        <translation>Bersihkan untuk melihat semua yang pernah dilihat.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Bersihkan filter</translation>
    </message>
    <message>
        <source>Nothing was looked at yet</source>
        <translation>Belum ada yang dilihat</translation>
    </message>
    <message>
        <source>Entities you open are kept here, the latest first.</source>
        <translation>Entitas yang Anda buka disimpan di sini, yang terbaru lebih dulu.</translation>
    </message>
    <message>
        <source>Show the catalog</source>
        <translation>Tampilkan katalog</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::RelationsPane</name>
    <message>
        <source>Relations</source>
        <translation>Relasi</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>tidak ada</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Export what is shown…</source>
        <translation>Ekspor yang ditampilkan…</translation>
    </message>
    <message>
        <source>filter by name, kind, owner</source>
        <translation>filter menurut nama, jenis, pemilik</translation>
    </message>
    <message>
        <source>Filter the relations</source>
        <translation>Filter relasi</translation>
    </message>
    <message>
        <source>No entity in focus</source>
        <translation>Tidak ada entitas dalam fokus</translation>
    </message>
    <message>
        <source>No entity is in focus</source>
        <translation>Tidak ada entitas dalam fokus</translation>
    </message>
    <message>
        <source>Choose one in the catalog, and all it is related to is listed here.</source>
        <translation>Pilih satu di katalog, lalu semua yang berelasi dengannya didaftar di sini.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n relations</source>
        <translation>
            <numerusform>%n relasi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n tidak ada</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is related to nothing</source>
        <translation>%1 tidak berelasi dengan apa pun</translation>
    </message>
    <message>
        <source>Relations come from the descriptors: owner, system, dependsOn, providesApis and others.</source>
        <translation>Relasi berasal dari deskriptor: owner, system, dependsOn, providesApis dan lainnya.</translation>
    </message>
    <message>
        <source>No relation of %1 fits this filter</source>
        <translation>Tidak ada relasi %1 yang cocok dengan filter ini</translation>
    </message>
    <message>
        <source>Clear it to see them all.</source>
        <translation>Bersihkan untuk melihat semuanya.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Bersihkan filter</translation>
    </message>
    <message>
        <source>Show as a map</source>
        <translation>Tampilkan sebagai peta</translation>
    </message>
    <message>
        <source>Show the catalog</source>
        <translation>Tampilkan katalog</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Sinkronkan</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::RequestLog</name>
    <message>
        <source>Request log</source>
        <translation>Log permintaan</translation>
    </message>
    <message>
        <source>filter by address, status, method</source>
        <translation>filter menurut alamat, status, metode</translation>
    </message>
    <message>
        <source>Filter the requests</source>
        <translation>Filter permintaan</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Sumber</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Salin</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Ekspor…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Permintaan</translation>
    </message>
    <message>
        <source>All sources</source>
        <translation>Semua sumber</translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s), the latest 500 at most. No headers, no bodies, no secrets.</source>
        <translation>
            <numerusform>%Ln permintaan, paling banyak 500 terbaru. Tanpa header, isi, atau rahasia.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 dari %2</translation>
    </message>
    <message>
        <source>No request was made yet</source>
        <translation>Belum ada permintaan</translation>
    </message>
    <message>
        <source>No request matches</source>
        <translation>Tidak ada permintaan yang cocok</translation>
    </message>
    <message>
        <source>What sources ask over the network in this run of the program shows here.</source>
        <translation>Permintaan sumber lewat jaringan selama program berjalan tampil di sini.</translation>
    </message>
    <message>
        <source>Other words, or another source, show more.</source>
        <translation>Kata lain, atau sumber lain, menampilkan lebih banyak.</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::RequestLogModel</name>
    <message>
        <source>%1 unchanged</source>
        <translation>%1 tidak berubah</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Waktu</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Metode</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Alamat</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bita</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>md</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Sumber</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::ReviewsPane</name>
    <message>
        <source>Reviews</source>
        <translation>Tinjauan</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>draf</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Buka di peramban</translation>
    </message>
    <message>
        <source>Check out in the clone</source>
        <translation>Checkout di klon</translation>
    </message>
    <message>
        <source>Show what it changes</source>
        <translation>Tampilkan apa yang diubahnya</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Salin</translation>
    </message>
    <message>
        <source>filter the reviews</source>
        <translation>filter tinjauan</translation>
    </message>
    <message>
        <source>Filter the reviews</source>
        <translation>Filter tinjauan</translation>
    </message>
    <message numerus="yes">
        <source>%n wait for you</source>
        <translation>
            <numerusform>%n menunggu Anda</numerusform>
        </translation>
    </message>
    <message>
        <source>No review fits this filter</source>
        <translation>Tidak ada tinjauan yang cocok dengan filter ini</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Bersihkan filter</translation>
    </message>
    <message>
        <source>No reviews are open</source>
        <translation>Tidak ada tinjauan yang terbuka</translation>
    </message>
    <message>
        <source>A source that hosts code brings pull and merge requests here.</source>
        <translation>Sumber yang menampung kode membawa pull request dan merge request ke sini.</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Mengerti</translation>
    </message>
    <message>
        <source>There is no clone of %1 in your folders</source>
        <translation>Tidak ada klon %1 di folder Anda</translation>
    </message>
    <message>
        <source>Add the folder that it lies in as a source.</source>
        <translation>Tambahkan folder tempatnya berada sebagai sumber.</translation>
    </message>
    <message>
        <source>%1 is checked out</source>
        <translation>%1 sudah di-checkout</translation>
    </message>
    <message>
        <source>It is not in the clone yet</source>
        <translation>Belum ada di klon</translation>
    </message>
    <message>
        <source>Nothing was checked out: your work there stays as it is</source>
        <translation>Tidak ada yang di-checkout: pekerjaan Anda di sana tetap seperti semula</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>It cannot be compared in the clone</source>
        <translation>Tidak dapat dibandingkan di klon</translation>
    </message>
    <message>
        <source>%1: what it changes</source>
        <translation>%1: apa yang diubahnya</translation>
    </message>
    <message>
        <source>What %1 changes</source>
        <translation>Apa yang diubah %1</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Sinkronkan</translation>
    </message>
    <message>
        <source>Check the review out in the clone</source>
        <translation>Checkout review di klon</translation>
    </message>
    <message>
        <source>Show what the review changes</source>
        <translation>Tampilkan yang diubah review</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Fetching %1</source>
        <translation>Mengambil %1</translation>
    </message>
    <message>
        <source>It could not be fetched</source>
        <translation>Tidak dapat diambil</translation>
    </message>
    <message>
        <source>It has moved on at its host since it was read here</source>
        <translation>Di hostnya sudah berubah sejak dibaca di sini</translation>
    </message>
    <message>
        <source>Sync, then try once more (%1).</source>
        <translation>Sinkronkan, lalu coba sekali lagi (%1).</translation>
    </message>
    <message>
        <source>You work offline: try again once the network may be used (%1).</source>
        <translation>Anda bekerja luring: coba lagi setelah jaringan boleh dipakai (%1).</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Setujui</translation>
    </message>
    <message>
        <source>Approve the review…</source>
        <translation>Setujui review…</translation>
    </message>
    <message>
        <source>Approves it at its host, once you have said yes.</source>
        <translation>Menyetujuinya di host-nya, setelah Anda mengiyakan.</translation>
    </message>
    <message>
        <source>Export what is shown…</source>
        <translation>Ekspor yang ditampilkan…</translation>
    </message>
    <message>
        <source>Approve (its host offers nothing here)</source>
        <translation>Setujui (host-nya tidak menawarkan ini)</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Urutkan menurut</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Kolom</translation>
    </message>
    <message>
        <source>asked: %1</source>
        <translation>diminta: %1</translation>
    </message>
    <message>
        <source>Commit %1 is not in this clone yet</source>
        <translation>Commit %1 belum ada di klon ini</translation>
    </message>
    <message>
        <source>A merge, rebase or the like is under way there</source>
        <translation>Sebuah merge, rebase, atau sejenisnya sedang berlangsung di sana</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) there have uncommitted changes</source>
        <translation>
            <numerusform>%n berkas di sana memiliki perubahan yang belum di-commit</numerusform>
        </translation>
    </message>
    <message>
        <source>The branch %1 there has commits of its own</source>
        <translation>Cabang %1 di sana memiliki commit sendiri</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of yours that git does not keep are in the way: %1</source>
        <translation>
            <numerusform>%n berkas Anda yang tidak disimpan git menghalangi: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The branch %1 is not in this clone</source>
        <translation>Cabang %1 tidak ada di klon ini</translation>
    </message>
    <message>
        <source>Its branch has no usable name</source>
        <translation>Cabangnya tidak punya nama yang dapat dipakai</translation>
    </message>
    <message>
        <source>It is cut: only the first %1 are shown.</source>
        <translation>Terpotong: hanya %1 pertama yang ditampilkan.</translation>
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
        <translation>tidak stabil: %1</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::RunTree</name>
    <message>
        <source>Builds</source>
        <translation>Build</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::RunView</name>
    <message>
        <source>Jobs and steps</source>
        <translation>Job dan langkah</translation>
    </message>
    <message>
        <source>Back to the list (Esc)</source>
        <translation>Kembali ke daftar (Esc)</translation>
    </message>
    <message>
        <source>Compare at the host</source>
        <translation>Bandingkan di host</translation>
    </message>
    <message>
        <source>Commits since the last good run</source>
        <translation>Commit sejak proses baik terakhir</translation>
    </message>
    <message>
        <source>%1 %2, %3</source>
        <translation>%1 %2, %3</translation>
    </message>
    <message>
        <source>%1 for #%2</source>
        <translation>%1 untuk #%2</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>lama %1</translation>
    </message>
    <message>
        <source>waited %1</source>
        <translation>menunggu %1</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>percobaan %1</translation>
    </message>
    <message>
        <source>The host says “%1”; %2</source>
        <translation>Host menyebutnya “%1”; %2</translation>
    </message>
    <message numerus="yes">
        <source>Broken since %1: %n runs in a row</source>
        <translation>
            <numerusform>Rusak sejak %1: %n proses berturut-turut</numerusform>
        </translation>
    </message>
    <message>
        <source>last passed: %1, %2</source>
        <translation>terakhir lulus: %1, %2</translation>
    </message>
    <message>
        <source>it never passed here</source>
        <translation>belum pernah lulus di sini</translation>
    </message>
    <message>
        <source>flaky: it both passed and failed on this commit</source>
        <translation>tidak stabil: pernah lulus dan pernah gagal pada commit ini</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Buka di peramban</translation>
    </message>
    <message>
        <source>Copy the commit</source>
        <translation>Salin commit</translation>
    </message>
    <message>
        <source>More for this run</source>
        <translation>Lainnya untuk proses ini</translation>
    </message>
    <message>
        <source>What this run is made of cannot be told now. %1</source>
        <translation>Isi proses ini tidak dapat diketahui sekarang. %1</translation>
    </message>
    <message>
        <source>The host names no jobs of this run.</source>
        <translation>Host tidak menyebut job dari proses ini.</translation>
    </message>
    <message>
        <source>“%1” has no log: it is %2.</source>
        <translation>“%1” tidak punya log: keadaannya %2.</translation>
    </message>
    <message>
        <source>The log cannot be read. %1</source>
        <translation>Log tidak dapat dibaca. %1</translation>
    </message>
    <message>
        <source>kept for offline</source>
        <translation>disimpan untuk luring</translation>
    </message>
    <message>
        <source>cut: there was more than may be kept</source>
        <translation>dipotong: lebih banyak daripada yang boleh disimpan</translation>
    </message>
    <message>
        <source>Since the last pass, %1</source>
        <translation>Sejak terakhir lulus, %1</translation>
    </message>
    <message>
        <source>flaky jobs: %1</source>
        <translation>job tidak stabil: %1</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Commit</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Subjek</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Penulis</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Berkas</translation>
    </message>
    <message numerus="yes">
        <source>%n commit(s)</source>
        <translation>
            <numerusform>%n commit</numerusform>
        </translation>
    </message>
    <message>
        <source>Next failure</source>
        <translation>Kegagalan berikutnya</translation>
    </message>
    <message>
        <source>Goes to the next run that failed, or to the next place in the log that says why.</source>
        <translation>Menuju run gagal berikutnya, atau ke tempat berikutnya di log yang menyebutkan sebabnya.</translation>
    </message>
    <message>
        <source>Previous failure</source>
        <translation>Kegagalan sebelumnya</translation>
    </message>
    <message>
        <source>The same backwards.</source>
        <translation>Hal yang sama, ke arah sebelumnya.</translation>
    </message>
    <message>
        <source>Run the build again</source>
        <translation>Jalankan build sekali lagi</translation>
    </message>
    <message>
        <source>Save the log…</source>
        <translation>Simpan log…</translation>
    </message>
    <message>
        <source>Writes the log to a file.</source>
        <translation>Menulis log ke berkas.</translation>
    </message>
    <message>
        <source>Has the CI run the build that is open, or chosen in the list, once more.</source>
        <translation>Meminta CI menjalankan lagi build yang terbuka, atau yang dipilih di daftar.</translation>
    </message>
    <message>
        <source>It runs #{number} of {project} on {branch} once more.</source>
        <translation>Menjalankan #{number} dari {project} di {branch} sekali lagi.</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::ShareBox</name>
    <message>
        <source>What I search for too</source>
        <translation>Juga apa yang saya cari</translation>
    </message>
    <message>
        <source>Share my use with %1</source>
        <translation>Bagikan penggunaan saya dengan %1</translation>
    </message>
    <message>
        <source>Share what I search for with %1 too</source>
        <translation>Bagikan juga dengan %1 apa yang saya cari</translation>
    </message>
    <message>
        <source>Show what goes to %1 next</source>
        <translation>Tampilkan apa yang dikirim ke %1 berikutnya</translation>
    </message>
    <message>
        <source>Send what waits to %1 now</source>
        <translation>Kirim sekarang ke %1 apa yang menunggu</translation>
    </message>
    <message>
        <source>What goes to %1 next</source>
        <translation>Yang dikirim ke %1 berikutnya</translation>
    </message>
    <message>
        <source>What you open, read and run of its entities, and whatever you search for in Callboard, is sent to %1 and counted there as %2.</source>
        <translation>Apa yang Anda buka, baca, dan jalankan dari entitasnya, dan apa pun yang Anda cari di Callboard, dikirim ke %1 dan dihitung di sana sebagai %2.</translation>
    </message>
    <message>
        <source>What you open, read and run of its entities is sent to %1 and counted there as %2.</source>
        <translation>Apa yang Anda buka, baca, dan jalankan dari entitasnya dikirim ke %1 dan dihitung di sana sebagai %2.</translation>
    </message>
    <message>
        <source>Nothing goes of what you did before you switched it on, nor of other sources. Lines that you erase here before they go do not go.</source>
        <translation>Tidak ada yang dikirim dari apa yang Anda lakukan sebelum mengaktifkannya, juga tidak dari sumber lain. Baris yang Anda hapus di sini sebelum dikirim tidak akan dikirim.</translation>
    </message>
    <message>
        <source>Being switched on…</source>
        <translation>Sedang diaktifkan…</translation>
    </message>
    <message>
        <source>Nothing of this is sent to %1.</source>
        <translation>Tidak ada dari ini yang dikirim ke %1.</translation>
    </message>
    <message>
        <source>It cannot be switched on now: %1</source>
        <translation>Sekarang tidak dapat diaktifkan: %1</translation>
    </message>
    <message>
        <source>Switched on, what you open, read and run of its entities from then on goes to %1 and is counted there as %2. You can end that at any time.</source>
        <translation>Bila diaktifkan, apa yang Anda buka, baca, dan jalankan dari entitasnya sejak saat itu dikirim ke %1 dan dihitung di sana sebagai %2. Anda dapat mengakhirinya kapan saja.</translation>
    </message>
    <message>
        <source>Sharing was ended: you are signed in there as somebody else now, or the address is another.</source>
        <translation>Pembagian diakhiri: Anda kini masuk di sana sebagai orang lain, atau alamatnya berbeda.</translation>
    </message>
    <message>
        <source>Being sent…</source>
        <translation>Sedang dikirim…</translation>
    </message>
    <message>
        <source>Nothing waits.</source>
        <translation>Tidak ada yang menunggu.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) wait, and go at %1.</source>
        <translation>
            <numerusform>%n baris menunggu, dan dikirim pada %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) wait: nothing goes by itself now.</source>
        <translation>
            <numerusform>%n baris menunggu: sekarang tidak ada yang dikirim dengan sendirinya.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) went, the last time %1.</source>
        <translation>
            <numerusform>%n baris telah dikirim, terakhir kali %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Shared up to what you did at %1.</source>
        <translation>Dibagikan sampai yang Anda lakukan pada %1.</translation>
    </message>
    <message numerus="yes">
        <source>Of %n line(s) nobody knows whether they arrived: they are not sent again.</source>
        <translation>
            <numerusform>Untuk %n baris tidak ada yang tahu apakah sudah sampai: tidak dikirim lagi.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) were too large to be sent.</source>
        <translation>
            <numerusform>%n baris terlalu besar untuk dikirim.</numerusform>
        </translation>
    </message>
    <message>
        <source>The last attempt came to nothing: %1</source>
        <translation>Percobaan terakhir tidak berhasil: %1</translation>
    </message>
    <message>
        <source>Show what goes next</source>
        <translation>Tampilkan yang dikirim berikutnya</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Kirim sekarang</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::SharedModel</name>
    <message>
        <source>When</source>
        <translation>Kapan</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Dilakukan</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Apa</translation>
    </message>
    <message>
        <source>As it is sent</source>
        <translation>Seperti yang dikirim</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::SourceCard</name>
    <message>
        <source>Sync now</source>
        <translation>Sinkronkan</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Sunting…</translation>
    </message>
    <message>
        <source>Requests…</source>
        <translation>Permintaan…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Buang…</translation>
    </message>
    <message>
        <source>%1, paused</source>
        <translation>%1, dijeda</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Lanjutkan</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Jeda</translation>
    </message>
    <message>
        <source>Sync %1 now</source>
        <translation>Sinkronkan %1 sekarang</translation>
    </message>
    <message>
        <source>Resume %1</source>
        <translation>Lanjutkan %1</translation>
    </message>
    <message>
        <source>Pause %1</source>
        <translation>Jeda %1</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>Sunting %1</translation>
    </message>
    <message>
        <source>Requests of %1</source>
        <translation>Permintaan %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Buang %1</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>Erase what it brought</source>
        <translation>Hapus yang dibawanya</translation>
    </message>
    <message>
        <source>It has not let you in since %1. What it brought is here still: erase it, or keep it?</source>
        <translation>Sumber ini tidak mengizinkan Anda masuk sejak %1. Yang dibawanya masih ada di sini: hapus, atau simpan?</translation>
    </message>
    <message>
        <source>Keep what %1 brought</source>
        <translation>Simpan yang dibawa %1</translation>
    </message>
    <message>
        <source>Erase what %1 brought</source>
        <translation>Hapus yang dibawa %1</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::SourceTab</name>
    <message>
        <source>Problems in this file</source>
        <translation>Masalah di berkas ini</translation>
    </message>
    <message>
        <source>Source of %1</source>
        <translation>Sumber %1</translation>
    </message>
    <message>
        <source>As %1 serves it; the descriptor’s own text is not here.</source>
        <translation>Seperti disajikan %1; teks asli deskriptor tidak ada di sini.</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::SourceView</name>
    <message>
        <source>next now</source>
        <translation>berikutnya kini</translation>
    </message>
    <message numerus="yes">
        <source>next in %n s</source>
        <translation>
            <numerusform>lagi dalam %n dtk</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>next in %n min</source>
        <translation>
            <numerusform>lagi dalam %n mnt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>next in %n h</source>
        <translation>
            <numerusform>lagi dalam %n jam</numerusform>
        </translation>
    </message>
    <message>
        <source>integration missing</source>
        <translation>integrasi tidak ada</translation>
    </message>
    <message>
        <source>waiting for its turn</source>
        <translation>menunggu giliran</translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln permintaan</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 md</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 dtk</translation>
    </message>
    <message>
        <source>rests until %1</source>
        <translation>istirahat sampai %1</translation>
    </message>
    <message>
        <source>%1 of %2 requests left</source>
        <translation>sisa %1 dari %2 permintaan</translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) left</source>
        <translation>
            <numerusform>sisa %Ln permintaan</numerusform>
        </translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>sampai %1</translation>
    </message>
    <message numerus="yes">
        <source>today %Ln request(s), %1</source>
        <translation>
            <numerusform>hari ini %Ln permintaan, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>While nothing happens, it shares the requests of one host with %n other(s)</source>
        <translation>
            <numerusform>Selama tidak ada yang terjadi, ia berbagi permintaan satu host dengan %n yang lain</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n other host(s)</source>
        <translation>
            <numerusform>dan %n host lain</numerusform>
        </translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>lama %1</translation>
    </message>
    <message numerus="yes">
        <source>what is idle every %n min</source>
        <translation>
            <numerusform>yang diam setiap %n mnt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>what is idle every %n h</source>
        <translation>
            <numerusform>yang diam setiap %n jam</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: waits until %2 signs in again</source>
        <translation>%1: menunggu sampai %2 masuk lagi</translation>
    </message>
    <message>
        <source>All sources are paused: it is read only when you ask</source>
        <translation>Semua sumber dijeda: hanya dibaca bila Anda minta</translation>
    </message>
    <message>
        <source>Read rarely: the network is metered</source>
        <translation>Jarang dibaca: jaringan berkuota</translation>
    </message>
    <message>
        <source>Read only when you ask: the network is metered</source>
        <translation>Hanya dibaca bila Anda minta: jaringan berkuota</translation>
    </message>
    <message>
        <source>Read rarely: power is being saved</source>
        <translation>Jarang dibaca: daya sedang dihemat</translation>
    </message>
    <message>
        <source>Read only when you ask: power is being saved</source>
        <translation>Hanya dibaca bila Anda minta: daya sedang dihemat</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::SourcesPane</name>
    <message>
        <source>Sources</source>
        <translation>Sumber</translation>
    </message>
    <message>
        <source>Sync all sources now</source>
        <translation>Sinkronkan semua sumber sekarang</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Buang %1</translation>
    </message>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n sumber</numerusform>
        </translation>
    </message>
    <message>
        <source>No source is connected</source>
        <translation>Tidak ada sumber yang tersambung</translation>
    </message>
    <message>
        <source>Add a connection…</source>
        <translation>Tambahkan sambungan…</translation>
    </message>
    <message>
        <source>Remove %1 and all that was read from it?</source>
        <translation>Buang %1 dan semua yang dibaca darinya?</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Buang</translation>
    </message>
    <message>
        <source>Request log…</source>
        <translation>Log permintaan…</translation>
    </message>
    <message>
        <source>Export the connections…</source>
        <translation>Ekspor sambungan…</translation>
    </message>
    <message>
        <source>Import connections…</source>
        <translation>Impor sambungan…</translation>
    </message>
    <message>
        <source>Point Callboard at a portal, a folder of clones or the sample portal.</source>
        <translation>Arahkan Callboard ke portal, folder berisi klon, atau portal contoh.</translation>
    </message>
    <message>
        <source>The keychain is locked.</source>
        <translation>Keychain terkunci.</translation>
    </message>
    <message>
        <source>Sources that need a secret wait for it.</source>
        <translation>Sumber yang perlu rahasia menunggunya.</translation>
    </message>
    <message>
        <source>Unlock it…</source>
        <translation>Buka kuncinya…</translation>
    </message>
    <message>
        <source>Export the connections</source>
        <translation>Ekspor sambungan</translation>
    </message>
    <message>
        <source>Import connections</source>
        <translation>Impor sambungan</translation>
    </message>
    <message>
        <source>Connections (*.json)</source>
        <translation>Sambungan (*.json)</translation>
    </message>
    <message>
        <source>%1 cannot be read as a file of connections.</source>
        <translation>%1 tidak dapat dibaca sebagai berkas sambungan.</translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) added.</source>
        <translation>
            <numerusform>%n sambungan ditambahkan.</numerusform>
        </translation>
    </message>
    <message>
        <source>Here already: %1.</source>
        <translation>Sudah ada: %1.</translation>
    </message>
    <message>
        <source>%1 was not taken: %2.</source>
        <translation>%1 tidak diambil: %2.</translation>
    </message>
    <message>
        <source>One</source>
        <translation>Satu sambungan</translation>
    </message>
    <message>
        <source>Secrets are in no file: sign in anew where a source asks for it.</source>
        <translation>Rahasia tidak ada di berkas mana pun: masuk lagi bila sumber memintanya.</translation>
    </message>
    <message>
        <source>Its entities, history and files kept for offline use are erased, with what was noted of your use of them, and its secrets forgotten. The source itself is not touched.</source>
        <translation>Entitas, riwayat, dan berkasnya yang disimpan untuk penggunaan luring dihapus, beserta catatan penggunaan Anda atasnya, dan rahasianya dilupakan. Sumbernya sendiri tidak disentuh.</translation>
    </message>
    <message>
        <source>Read them now</source>
        <translation>Baca sekarang</translation>
    </message>
    <message>
        <source>Leave them paused</source>
        <translation>Biarkan dijeda</translation>
    </message>
    <message numerus="yes">
        <source>and %n other(s); the pane has them all</source>
        <translation>
            <numerusform>dan %n lainnya; semuanya ada di panel</numerusform>
        </translation>
    </message>
    <message>
        <source>They are paused: nothing is read from these places before you say so.</source>
        <translation>Semuanya dijeda: tidak ada yang dibaca dari tempat-tempat ini sebelum Anda memintanya.</translation>
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
        <translation>Kunci</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Nilai</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::StarredPane</name>
    <message>
        <source>Starred</source>
        <translation>Berbintang</translation>
    </message>
    <message>
        <source>No starred entity fits this filter</source>
        <translation>Tidak ada entitas berbintang yang cocok dengan filter ini</translation>
    </message>
    <message>
        <source>Clear it to see all that are starred.</source>
        <translation>Bersihkan untuk melihat semua yang berbintang.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Bersihkan filter</translation>
    </message>
    <message>
        <source>Nothing is starred</source>
        <translation>Tidak ada yang berbintang</translation>
    </message>
    <message>
        <source>Press Ctrl+D on an entity, here or in the catalog, to keep it at hand.</source>
        <translation>Tekan Ctrl+D pada entitas, di sini atau di katalog, agar mudah dijangkau.</translation>
    </message>
    <message>
        <source>Show the catalog</source>
        <translation>Tampilkan katalog</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::TableCard</name>
    <message>
        <source>Show all %1</source>
        <translation>Tampilkan semua (%1)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 dari %2</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::TrendsView</name>
    <message>
        <source>by day</source>
        <translation>per hari</translation>
    </message>
    <message>
        <source>by week</source>
        <translation>per minggu</translation>
    </message>
    <message numerus="yes">
        <source>last %n day(s)</source>
        <translation>
            <numerusform>%n hari terakhir</numerusform>
        </translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Langkah</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periode</translation>
    </message>
    <message>
        <source>Deployments a day</source>
        <translation>Deployment per hari</translation>
    </message>
    <message>
        <source>Lead time</source>
        <translation>Lead time</translation>
    </message>
    <message>
        <source>Failed deployments</source>
        <translation>Deployment gagal</translation>
    </message>
    <message>
        <source>Time to restore</source>
        <translation>Waktu pemulihan</translation>
    </message>
    <message>
        <source>By group</source>
        <translation>Menurut grup</translation>
    </message>
    <message>
        <source>The same by group</source>
        <translation>Hal yang sama menurut grup</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Minggu</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Hari</translation>
    </message>
    <message>
        <source>%1 is not known here</source>
        <translation>%1 tidak dikenal di sini</translation>
    </message>
    <message>
        <source>Success rate</source>
        <translation>Tingkat keberhasilan</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>lulus</translation>
    </message>
    <message>
        <source>Passed among passed, failed and errored; cancelled and skipped runs do not count.</source>
        <translation>Yang lulus di antara lulus, gagal, dan galat; proses yang dibatalkan dan dilewati tidak dihitung.</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Durasi</translation>
    </message>
    <message>
        <source>From start to end: half, and 95 %, of the runs took no longer.</source>
        <translation>Dari mulai sampai akhir: separuh, dan 95 %, dari proses tidak lebih lama.</translation>
    </message>
    <message>
        <source>Time to repair</source>
        <translation>Waktu perbaikan</translation>
    </message>
    <message>
        <source>Default branches: from the end of the first broken run to that of the next that passed, the median.</source>
        <translation>Branch bawaan: dari akhir proses rusak pertama sampai akhir proses lulus berikutnya, median.</translation>
    </message>
    <message>
        <source>Queue time</source>
        <translation>Waktu antre</translation>
    </message>
    <message>
        <source>From being queued to the start, the median, where the host tells both.</source>
        <translation>Dari masuk antrean sampai mulai, median, bila host menyebut keduanya.</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>tidak diketahui</translation>
    </message>
    <message>
        <source>Counted are deployments to production.</source>
        <translation>Yang dihitung adalah deployment ke produksi.</translation>
    </message>
    <message>
        <source>No environment is named like production: all count.</source>
        <translation>Tidak ada lingkungan yang bernama seperti produksi: semua dihitung.</translation>
    </message>
    <message>
        <source>Deployment frequency: deployments that succeeded, per day (%1 in all).</source>
        <translation>Frekuensi deployment: deployment yang berhasil, per hari (%1 seluruhnya).</translation>
    </message>
    <message>
        <source>Lead time: from the first run of the deployed commit to its deployment, the median of %1. When it was pushed nobody tells.</source>
        <translation>Lead time: dari proses pertama commit yang di-deploy sampai deployment-nya, median dari %1. Kapan commit itu di-push tidak ada yang menyebut.</translation>
    </message>
    <message>
        <source>Change failure rate: failed deployments among all that ended (%1 failed).</source>
        <translation>Tingkat kegagalan perubahan: deployment gagal di antara semua yang berakhir (%1 gagal).</translation>
    </message>
    <message>
        <source>Time to restore: from a failed deployment to the next one to the same place that succeeded, the median of %1.</source>
        <translation>Waktu pemulihan: dari deployment gagal sampai deployment berikutnya ke tempat yang sama yang berhasil, median dari %1.</translation>
    </message>
    <message>
        <source>No deployments are known: DORA&apos;s measures are counted from them.</source>
        <translation>Tidak ada deployment yang diketahui: metrik DORA dihitung darinya.</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Grup</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Proses</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>Berhasil</translation>
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
        <translation>Antrean</translation>
    </message>
    <message>
        <source>Repairs</source>
        <translation>Perbaikan</translation>
    </message>
    <message>
        <source>All that shows</source>
        <translation>Semua yang tampil</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Tidak ada</translation>
    </message>
    <message>
        <source>The charts are of the group that is chosen here.</source>
        <translation>Grafik menampilkan grup yang dipilih di sini.</translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation>Deployment</translation>
    </message>
    <message>
        <source>deployments</source>
        <translation>deployment</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gagal</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::TryItDialog</name>
    <message>
        <source>(%1 of data that is no text)</source>
        <translation>(%1 data yang bukan teks)</translation>
    </message>
    <message>
        <source>… and %1 more</source>
        <translation>… dan %1 lagi</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Kirim</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>Salin sebagai curl</translation>
    </message>
    <message>
        <source>Exactly this is sent, and no credential of yours with it:</source>
        <translation>Persis inilah yang dikirim, tanpa kredensial Anda:</translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation>Yang dikirim</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>values, parted by commas</source>
        <translation>nilai, dipisahkan koma</translation>
    </message>
    <message>
        <source>Send %1</source>
        <translation>Kirim %1</translation>
    </message>
    <message>
        <source>server</source>
        <translation>server</translation>
    </message>
    <message>
        <source>%1 (%2, required)</source>
        <translation>%1 (%2, wajib)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Type of the body</source>
        <translation>Tipe isi</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Isi</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Jawaban</translation>
    </message>
    <message>
        <source>Sending to %1…</source>
        <translation>Mengirim ke %1…</translation>
    </message>
    <message>
        <source>Status %1 after %2 ms, %3</source>
        <translation>Status %1 setelah %2 md, %3</translation>
    </message>
    <message>
        <source>Try %1 of %2</source>
        <translation>Coba %1 dari %2</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Kueri</translation>
    </message>
    <message>
        <source>Variables, as JSON</source>
        <translation>Variabel, sebagai JSON</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::WhoAreYou</name>
    <message>
        <source>Who are you?</source>
        <translation>Siapa Anda?</translation>
    </message>
    <message>
        <source>Who are you in this catalog?</source>
        <translation>Siapa Anda di katalog ini?</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Nama Anda</translation>
    </message>
    <message>
        <source>type your name</source>
        <translation>ketik nama Anda</translation>
    </message>
    <message>
        <source>This is me</source>
        <translation>Ini saya</translation>
    </message>
</context>
<context>
    <name>callboard::ui::panes::Wording</name>
    <message>
        <source>Provides</source>
        <translation>Menyediakan</translation>
    </message>
    <message>
        <source>provides</source>
        <translation>menyediakan</translation>
    </message>
    <message>
        <source>Consumes</source>
        <translation>Memakai</translation>
    </message>
    <message>
        <source>consumes</source>
        <translation>memakai</translation>
    </message>
    <message>
        <source>Provided by</source>
        <translation>Disediakan oleh</translation>
    </message>
    <message>
        <source>provided by</source>
        <translation>disediakan oleh</translation>
    </message>
    <message>
        <source>Consumed by</source>
        <translation>Dipakai oleh</translation>
    </message>
    <message>
        <source>consumed by</source>
        <translation>dipakai oleh</translation>
    </message>
    <message>
        <source>Depends on</source>
        <translation>Bergantung pada</translation>
    </message>
    <message>
        <source>depends on</source>
        <translation>bergantung pada</translation>
    </message>
    <message>
        <source>Dependency of</source>
        <translation>Dependensi dari</translation>
    </message>
    <message>
        <source>dependency of</source>
        <translation>dependensi dari</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Anggota</translation>
    </message>
    <message>
        <source>has member</source>
        <translation>beranggotakan</translation>
    </message>
    <message>
        <source>Member of</source>
        <translation>Anggota dari</translation>
    </message>
    <message>
        <source>member of</source>
        <translation>anggota dari</translation>
    </message>
    <message>
        <source>Parent group</source>
        <translation>Grup induk</translation>
    </message>
    <message>
        <source>child of</source>
        <translation>anak dari</translation>
    </message>
    <message>
        <source>Sub-groups</source>
        <translation>Subgrup</translation>
    </message>
    <message>
        <source>parent of</source>
        <translation>induk dari</translation>
    </message>
    <message>
        <source>Has parts</source>
        <translation>Terdiri dari</translation>
    </message>
    <message>
        <source>has part</source>
        <translation>terdiri dari</translation>
    </message>
    <message>
        <source>Part of</source>
        <translation>Bagian dari</translation>
    </message>
    <message>
        <source>part of</source>
        <translation>bagian dari</translation>
    </message>
    <message>
        <source>Owns</source>
        <translation>Memiliki</translation>
    </message>
    <message>
        <source>owns</source>
        <translation>memiliki</translation>
    </message>
    <message>
        <source>Owned by</source>
        <translation>Dimiliki oleh</translation>
    </message>
    <message>
        <source>owned by</source>
        <translation>dimiliki oleh</translation>
    </message>
    <message>
        <source>Systems</source>
        <translation>Sistem</translation>
    </message>
    <message>
        <source>Subcomponents</source>
        <translation>Subkomponen</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>Komponen</translation>
    </message>
    <message>
        <source>APIs</source>
        <translation>API</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Sumber daya</translation>
    </message>
    <message>
        <source>Domains</source>
        <translation>Domain</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Grup</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Pengguna</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Templat</translation>
    </message>
    <message>
        <source>Locations</source>
        <translation>Lokasi</translation>
    </message>
    <message>
        <source>AI resources</source>
        <translation>Sumber daya AI</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Sample portal</source>
        <translation>Portal contoh</translation>
    </message>
    <message>
        <source>This workspace is in use by another program.</source>
        <translation>Ruang kerja ini sedang dipakai program lain.</translation>
    </message>
    <message>
        <source>callboardctl may be writing to it: wait until it is done, or open another one with --workspace. (%1)</source>
        <translation>Mungkin callboardctl sedang menulisinya: tunggu sampai selesai, atau buka yang lain dengan --workspace. (%1)</translation>
    </message>
    <message>
        <source>Callboard has this workspace open already, and does not answer.</source>
        <translation>Callboard sudah membuka ruang kerja ini, tetapi tidak menjawab.</translation>
    </message>
    <message>
        <source>It may be busy or stuck: wait for it, or end it and start again. (%1)</source>
        <translation>Mungkin sedang sibuk atau macet: tunggu, atau hentikan lalu mulai lagi. (%1)</translation>
    </message>
</context>
</TS>
