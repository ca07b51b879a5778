// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/folder/folderreader.h"
#include "plugins/folder/repository.h"
#include "tests/unit/sync/temporaryclone.h"

#include <QTemporaryDir>
#include <QTest>

using namespace callboard;
using namespace callboard::folder;
using namespace callboard::test;
using namespace Qt::StringLiterals;

class TestFolderReading final : public QObject {
    Q_OBJECT

    Settings settings(const QJsonObject &more = {})
    {
        QJsonObject form = more;
        form.insert(u"folder"_s, root());
        return Settings::from(form);
    }
    QString root() const { return QDir(folder->path()).canonicalPath(); }
    QString at(const QString &path) const { return root() + u'/' + path; }
    QStringList found(const Settings &with)
    {
        QStringList paths;
        const auto survey = walk(with, {});
        for (const Survey::File &file : survey->descriptors)
            paths.append(file.path.mid(root().size() + 1));
        return paths;
    }
    std::unique_ptr<FolderReader> reader()
    {
        const auto survey = std::make_shared<const Survey>(*walk(settings(), {}));
        return std::make_unique<FolderReader>(settings(), [survey] { return survey; });
    }

private Q_SLOTS:
    void init() { folder = std::make_unique<QTemporaryDir>(); }

    // Ten thousand descriptors, with ten megabytes reserved for each, were more than a system hands out.
    void keepsNoMoreThanTheFile()
    {
        const QString path = at(u"catalog-info.yaml"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("kind: Component\n");
        file.close();
        const auto text = readFile(path);
        QVERIFY(text);
        QCOMPARE(*text, QByteArray("kind: Component\n"));
        QVERIFY2(text->capacity() < 4096, QByteArray::number(text->capacity()).constData());
    }

    // The addresses are those that Backstage's own discovery providers register for each host.
    void remotes_data()
    {
        QTest::addColumn<QString>("remote");
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("file");
        const auto row = [](const char *name, const QString &remote, const QString &page, const QString &file) {
            QTest::newRow(name) << remote << page << QString(page + file);
        };
        const QString github = u"https://github.com/acme/ledger"_s;
        row("GitHub https", u"https://github.com/acme/ledger.git"_s, github, u"/blob/main/a/catalog-info.yaml"_s);
        row("GitHub ssh", u"git@github.com:acme/ledger.git"_s, github, u"/blob/main/a/catalog-info.yaml"_s);
        row("GitHub ssh URL", u"ssh://git@github.com:22/acme/ledger"_s, github, u"/blob/main/a/catalog-info.yaml"_s);
        row("token dropped", u"https://x-access-token:s3cret@github.com/acme/ledger"_s, github, u"/blob/main/a/catalog-info.yaml"_s);
        row("Enterprise", u"git@github.acme.example:acme/ledger.git"_s, u"https://github.acme.example/acme/ledger"_s, u"/blob/main/a/catalog-info.yaml"_s);
        row("GitLab sub-groups", u"git@gitlab.com:acme/pay/core/ledger.git"_s, u"https://gitlab.com/acme/pay/core/ledger"_s, u"/-/blob/main/a/catalog-info.yaml"_s);
        row("GitLab port", u"https://gitlab.acme.example:8443/acme/ledger.git"_s, u"https://gitlab.acme.example:8443/acme/ledger"_s, u"/-/blob/main/a/catalog-info.yaml"_s);
        row("Gitea", u"https://gitea.acme.example/acme/ledger.git"_s, u"https://gitea.acme.example/acme/ledger"_s, u"/src/branch/main/a/catalog-info.yaml"_s);
        row("Codeberg", u"ssh://git@codeberg.org/acme/ledger.git"_s, u"https://codeberg.org/acme/ledger"_s, u"/src/branch/main/a/catalog-info.yaml"_s);
        row("Bitbucket", u"git@bitbucket.org:acme/ledger.git"_s, u"https://bitbucket.org/acme/ledger"_s, u"/src/main/a/catalog-info.yaml"_s);
        row("Bitbucket Server ssh", u"ssh://git@bitbucket.acme.example:7999/pay/ledger.git"_s, u"https://bitbucket.acme.example/projects/PAY/repos/ledger"_s, u"/browse/a/catalog-info.yaml"_s);
        row("Bitbucket Server https", u"https://bitbucket.acme.example/scm/pay/ledger.git"_s, u"https://bitbucket.acme.example/projects/PAY/repos/ledger"_s, u"/browse/a/catalog-info.yaml"_s);
        row("Azure https", u"https://acme@dev.azure.com/acme/Pay%20ments/_git/ledger"_s, u"https://dev.azure.com/acme/Pay%20ments/_git/ledger"_s, u"?path=/a/catalog-info.yaml"_s);
        row("Azure ssh", u"git@ssh.dev.azure.com:v3/acme/Payments/ledger"_s, u"https://dev.azure.com/acme/Payments/_git/ledger"_s, u"?path=/a/catalog-info.yaml"_s);
        row("Azure, old", u"acme@vs-ssh.visualstudio.com:v3/acme/Payments/ledger"_s, u"https://acme.visualstudio.com/Payments/_git/ledger"_s, u"?path=/a/catalog-info.yaml"_s);
    }

    void remotes()
    {
        QFETCH(const QString, remote);
        QFETCH(const QString, page);
        QFETCH(const QString, file);
        const auto parsed = parseRemote(remote);
        QVERIFY(parsed);
        QCOMPARE(parsed->webUrl, page);
        const QString url = parsed->fileUrl(u"a/catalog-info.yaml"_s, u"main"_s, true);
        QCOMPARE(url, file);
        QCOMPARE(parsed->pathOf(url, { u"main"_s }), std::optional(u"a/catalog-info.yaml"_s));
    }

    void remotesOnThisMachineAreNone()
    {
        QVERIFY(!parseRemote(u"/srv/git/ledger.git"_s));
        QVERIFY(!parseRemote(u"../ledger"_s));
        QVERIFY(!parseRemote(u"file:///srv/git/ledger.git"_s));
        QVERIFY(!parseRemote(QString()));
    }

    void anyBranchIsThisWorkTree()
    {
        const auto remote = parseRemote(u"git@github.com:acme/ledger.git"_s);
        QCOMPARE(remote->pathOf(u"https://github.com/acme/ledger/blob/v1.2/x.yaml"_s, {}), std::optional(u"x.yaml"_s));
        QCOMPARE(remote->pathOf(u"https://github.com/acme/ledger/tree/feature/one/x.yaml"_s, { u"feature/one"_s }), std::optional(u"x.yaml"_s));
        QVERIFY(!remote->pathOf(u"https://github.com/acme/ledger-two/blob/main/x.yaml"_s, {}));
        QVERIFY(!remote->pathOf(u"https://github.com/other/ledger/blob/main/x.yaml"_s, {}));
    }

    void walksPastWhatIsNotTheirs()
    {
        const QByteArray text = component("a");
        for (const QString &path : { u"one/catalog-info.yaml"_s, u"one/deep/er/catalog-info.yml"_s, u"one/node_modules/x/catalog-info.yaml"_s,
                 u"one/vendor/x/catalog-info.yaml"_s, u"one/.backstage/catalog-info.yaml"_s, u"one/.venv/x/catalog-info.yaml"_s, u"one/build/catalog-info.yaml"_s,
                 u"one/tpl/skeleton/catalog-info.yaml"_s, u"one/tpl/content/catalog-info.yaml"_s, u"one/${{ values.name }}/catalog-info.yaml"_s,
                 u"two/catalog-info.yaml"_s, u"two/.hidden/catalog-info.yaml"_s, u"two/.backstage/catalog-info.yaml"_s,
                 u"one/nested/catalog-info.yaml"_s })
            QVERIFY(writeFile(at(path), text));
        QVERIFY(writeFile(at(u"one/.gitignore"_s), "/build/\n/nested/\n/.venv/\n"));
        QVERIFY(writeFile(at(u"one/tpl/template.yaml"_s), "apiVersion: scaffolder.backstage.io/v1beta3\nkind: Template\nmetadata:\n  name: t\n"
                                                          "spec:\n  type: service\n  steps:\n    - action: fetch:template\n      input:\n        url: ./content\n"));
        QVERIFY(makeClone(at(u"one"_s), u"git@github.com:acme/one.git"_s));
        QVERIFY(makeClone(at(u"one/nested"_s), u"git@github.com:acme/nested.git"_s));
        QVERIFY(QFile::link(root(), at(u"two/loop"_s)));
        QCOMPARE(found(settings()), (QStringList { u"one/.backstage/catalog-info.yaml"_s, u"one/catalog-info.yaml"_s, u"one/deep/er/catalog-info.yml"_s,
                                        u"one/nested/catalog-info.yaml"_s, u"two/.backstage/catalog-info.yaml"_s, u"two/catalog-info.yaml"_s }));
        QCOMPARE(found(settings({ { u"depth"_s, 1 } })), (QStringList { u"one/catalog-info.yaml"_s, u"two/catalog-info.yaml"_s }));
        QVERIFY(found(settings({ { u"anyDescriptor"_s, true } })).contains(u"one/tpl/template.yaml"_s));

        const auto survey = walk(settings(), {});
        QCOMPARE(survey->clones.size(), size_t(2));
        QCOMPARE(survey->locationOf(survey->descriptors[2]), u"url:https://github.com/acme/one/blob/main/deep/er/catalog-info.yml"_s);
        QCOMPARE(survey->locationOf(survey->descriptors[3]), u"url:https://github.com/acme/nested/blob/main/catalog-info.yaml"_s);
        QCOMPARE(survey->locationOf(survey->descriptors[5]), u"file:"_s + at(u"two/catalog-info.yaml"_s));
    }

    void aPartOfARepositoryBelongsToIt()
    {
        QVERIFY(writeFile(at(u"mono/services/pay/catalog-info.yaml"_s), component("pay")));
        QVERIFY(makeClone(at(u"mono"_s), u"https://gitlab.com/acme/mono.git"_s));
        Settings part = settings();
        part.folder = at(u"mono/services"_s);
        const auto survey = walk(part, {});
        QCOMPARE(survey->descriptors.size(), size_t(1));
        QCOMPARE(survey->locationOf(survey->descriptors[0]), u"url:https://gitlab.com/acme/mono/-/blob/main/services/pay/catalog-info.yaml"_s);
    }

    void linksNameTheDefaultBranchOrTheCurrentOne()
    {
        QVERIFY(writeFile(at(u"one/catalog-info.yaml"_s), component("a")));
        QVERIFY(makeClone(at(u"one"_s), u"git@github.com:acme/one.git"_s));
        QVERIFY(git(at(u"one"_s), { u"update-ref"_s, u"refs/remotes/origin/trunk"_s, u"HEAD"_s }));
        QVERIFY(git(at(u"one"_s), { u"symbolic-ref"_s, u"refs/remotes/origin/HEAD"_s, u"refs/remotes/origin/trunk"_s }));
        QVERIFY(git(at(u"one"_s), { u"switch"_s, u"-qc"_s, u"fix/it"_s }));
        const auto byDefault = walk(settings(), {});
        QCOMPARE(byDefault->locationOf(byDefault->descriptors[0]), u"url:https://github.com/acme/one/blob/trunk/catalog-info.yaml"_s);
        const auto current = walk(settings({ { u"branch"_s, u"current"_s } }), {});
        QCOMPARE(current->locationOf(current->descriptors[0]), u"url:https://github.com/acme/one/blob/fix/it/catalog-info.yaml"_s);
    }

    void readsByAddressAndByPath()
    {
        QVERIFY(writeFile(at(u"one/catalog-info.yaml"_s), "x"));
        QVERIFY(writeFile(at(u"one/api/a.yaml"_s), "A"));
        QVERIFY(writeFile(at(u"one/api/v2/b.yaml"_s), "B"));
        QVERIFY(makeClone(at(u"one"_s), u"git@github.com:acme/one.git"_s));
        const auto read = reader();
        const QString base = u"https://github.com/acme/one/"_s;
        QCOMPARE(read->read(base + u"blob/main/api/a.yaml"_s).value_or("?"), "A");
        QCOMPARE(read->read(base + u"tree/elsewhere/api/a.yaml"_s).value_or("?"), "A");
        QCOMPARE(read->read(at(u"one/api/a.yaml"_s)).value_or("?"), "A");
        QCOMPARE(read->localPath(base + u"blob/main/api/a.yaml"_s), at(u"one/api/a.yaml"_s));
        QCOMPARE(read->list(base + u"blob/main/api/*.yaml"_s).value_or(QStringList()), QStringList { base + u"blob/main/api/a.yaml"_s });
        QCOMPARE(read->list(base + u"blob/main/**/*.yaml"_s).value_or(QStringList()).size(), 3);
        QCOMPARE(read->list(at(u"one/api/**/*.yaml"_s)).value_or(QStringList()), (QStringList { at(u"one/api/a.yaml"_s), at(u"one/api/v2/b.yaml"_s) }));
        QCOMPARE(read->read(base + u"blob/main/none.yaml"_s).error().code, domain::ErrorCode::NotFound);
        QCOMPARE(read->read(u"https://github.com/acme/two/blob/main/x.yaml"_s).error().code, domain::ErrorCode::NotFound);
        QVERIFY(read->wasAskedFor(at(u"one/api/a.yaml"_s)));
        QVERIFY(read->wasAskedFor(at(u"one/api/new.yaml"_s)));
        QVERIFY(!read->wasAskedFor(at(u"one/README.md"_s)));
    }

    void neverLeavesTheFolder()
    {
        QTemporaryDir outside;
        QVERIFY(writeFile(outside.filePath(u"secret.yaml"_s), "secret"));
        QVERIFY(writeFile(at(u"one/catalog-info.yaml"_s), "x"));
        QVERIFY(writeFile(at(u"two/catalog-info.yaml"_s), "y"));
        QVERIFY(makeClone(at(u"one"_s), u"git@github.com:acme/one.git"_s));
        QVERIFY(QFile::link(outside.filePath(u"secret.yaml"_s), at(u"one/link.yaml"_s)));
        QVERIFY(QFile::link(outside.path(), at(u"one/linked"_s)));
        const auto read = reader();
        const QString base = u"https://github.com/acme/one/blob/main/"_s;
        for (const QString &url : QStringList { outside.filePath(u"secret.yaml"_s), at(u"../etc/passwd"_s), u"/etc/passwd"_s, base + u"../../../etc/passwd"_s,
                 base + u"../two/catalog-info.yaml"_s, base + u"%2e%2e/two/catalog-info.yaml"_s, base + u"link.yaml"_s,
                 base + u"linked/secret.yaml"_s, base + u".git/config"_s, at(u"one/.git/config"_s) }) {
            const auto answer = read->read(url);
            QVERIFY2(!answer, qPrintable(url));
            QVERIFY2(answer.error().code == domain::ErrorCode::Forbidden, qPrintable(url + u' ' + answer.error().detail));
        }
        QVERIFY(!read->list(outside.filePath(u"*.yaml"_s)));
        QCOMPARE(read->list(base + u"linked/*.yaml"_s).value_or(QStringList()), QStringList());
        QVERIFY(read->localPath(base + u"link.yaml"_s).isEmpty());
    }

    void hugeFilesAreRefused()
    {
        QVERIFY(writeFile(at(u"one/catalog-info.yaml"_s), "x"));
        QFile big(at(u"one/big.yaml"_s));
        QVERIFY(big.open(QIODevice::WriteOnly) && big.resize(11 * 1024 * 1024));
        QCOMPARE(reader()->read(at(u"one/big.yaml"_s)).error().code, domain::ErrorCode::Invalid);
    }

    void tellsHowACloneStands()
    {
        QVERIFY(writeFile(at(u"up/catalog-info.yaml"_s), "x"));
        QVERIFY(makeClone(at(u"up"_s), u"git@github.com:acme/up.git"_s));
        QVERIFY(git(root(), { u"clone"_s, u"-q"_s, at(u"up"_s), at(u"one"_s) }));
        QVERIFY(git(at(u"up"_s), { u"commit"_s, u"-q"_s, u"--allow-empty"_s, u"-m"_s, u"Theirs"_s }));
        QVERIFY(git(at(u"one"_s), { u"fetch"_s, u"-q"_s }));
        for (const QString &message : { u"Ours"_s, u"Ours too"_s })
            QVERIFY(git(at(u"one"_s), { u"commit"_s, u"-q"_s, u"--allow-empty"_s, u"-m"_s, message }));
        QVERIFY(writeFile(at(u"one/catalog-info.yaml"_s), "changed"));
        QVERIFY(writeFile(at(u"one/new.txt"_s), "new"));
        const auto repository = Repository::open(at(u"one"_s));
        QVERIFY(repository);
        const auto state = repository->state();
        QVERIFY(state);
        QCOMPARE(state->branch, u"main"_s);
        QCOMPARE(state->upstream, u"origin/main"_s);
        QCOMPARE(state->ahead, 2);
        QCOMPARE(state->behind, 1);
        QCOMPARE(state->dirty, 2);
        QCOMPARE(state->head.size(), 40);
        QVERIFY(state->fetchedAt.isValid());
        QVERIFY(git(at(u"one"_s), { u"checkout"_s, u"-q"_s, u"--detach"_s }));
        QVERIFY(repository->state()->branch.isEmpty());
    }

private:
    GitLibrary library;
    std::unique_ptr<QTemporaryDir> folder;
};

QTEST_GUILESS_MAIN(TestFolderReading)
#include "tst_folderreading.moc"
