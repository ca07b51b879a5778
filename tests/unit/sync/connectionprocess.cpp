// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// connectionprocess FOLDER SEED: a person who adds, changes and removes connections, one after the other, until killed. FOLDER/workspace is
// the workspace, FOLDER/keychain its keychain. FOLDER/journal gets a line before each change: {"number", "state"}, name to address, as it
// will be; {"saved"} when `whenSaved` said so of it; {"pulled"}, the id of a connection. Says "ready" when it begins.
#include "models/sync/workspace.h"
#include "tests/unit/sync/filekeychain.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTimer>

#include <cstdio>

using namespace callboard;
using namespace callboard::sync;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

class Person final : public QObject {
public:
    Person(Workspace &workspace, const QString &journal, quint32 seed)
        : m_workspace(workspace)
        , m_random(seed)
        , m_journal(journal)
    {
        if (!m_journal.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered))
            qFatal("no journal");
        for (const ConnectionInfo &info : workspace.connections())
            m_state.insert(info.name, info.settings["url"_L1]);
        note({ { u"number"_s, 0 }, { u"state"_s, m_state } });
        note({ { u"saved"_s, 0 } });
        connect(&workspace, &Workspace::pullFinished, this, [this](const QString &id, const QString &, bool ok) {
            if (ok)
                note({ { u"pulled"_s, id } });
        });
        connect(&m_next, &QTimer::timeout, this, &Person::change);
        m_next.setSingleShot(true);
        m_next.start(0ms);
        std::puts("ready");
        std::fflush(stdout);
    }

private:
    void note(const QJsonObject &line) { m_journal.write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n'); }
    QString newAddress() { return u"http://127.0.0.%1:9/"_s.arg(m_random.bounded(1, 200)); }
    static Secrets secretsFor(const QString &address) { return { { u"token"_s, u"told to "_s + address } }; }

    void change()
    {
        const auto now = m_workspace.connections();
        const auto deed = now.size() < 2 ? 0 : now.size() > 6 ? 1 : m_random.bounded(5);
        // Of those that are there, one: the journal has it before it happens.
        const ConnectionInfo one = now.empty() ? ConnectionInfo() : now[size_t(m_random.bounded(int(now.size())))];
        const QString name = u"%1 of %2"_s.arg(++m_number).arg(QCoreApplication::applicationPid()), address = newAddress();
        const bool isNamedAnew = deed != 1 && deed != 3;
        if (deed == 1 || deed == 2 || deed == 4)
            m_state.remove(one.name);
        if (isNamedAnew)
            m_state.insert(name, deed == 4 ? one.settings["url"_L1] : QJsonValue(address));
        if (deed == 3)
            m_state.insert(one.name, address);
        note({ { u"number"_s, m_number }, { u"state"_s, m_state } });
        if (deed == 0)
            must(m_workspace.addConnection(u"good"_s, name, { { u"url"_s, address } }, secretsFor(address)).transform([](const QString &) {}));
        else if (deed == 1)
            must(m_workspace.removeConnection(one.id));
        else if (deed == 2) // To other servers, with what is for them.
            must(m_workspace.editConnection(one.id, name, { { u"url"_s, address } }, secretsFor(address)));
        else if (deed == 3) // To other servers, and nothing for them.
            must(m_workspace.editConnection(one.id, {}, { { u"url"_s, address } }));
        else
            must(m_workspace.renameConnection(one.id, name));
        m_workspace.whenSaved(this, [this, number = m_number](const domain::Result<void> &saved) {
            must(saved);
            note({ { u"saved"_s, number } });
        });
        m_next.start(std::chrono::milliseconds(m_random.bounded(4)));
    }
    static void must(const domain::Result<void> &done)
    {
        if (!done)
            qFatal("refused: %s", qPrintable(done.error().detail));
    }

    Workspace &m_workspace;
    QRandomGenerator m_random;
    QFile m_journal;
    QJsonObject m_state;
    QTimer m_next;
    int m_number = 0;
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc < 3)
        return 2;
    const QString folder = QString::fromLocal8Bit(argv[1]);
    Workspace::Options options;
    options.directory = folder + u"/workspace"_s;
    options.pluginDirs = { QStringLiteral(FIXTURES) + u"/good"_s };
    options.secrets = std::make_shared<test::FileKeychain>(folder + u"/keychain"_s, 2ms);
    const auto workspace = Workspace::open(options);
    if (!workspace)
        qFatal("no workspace: %s", qPrintable(workspace.error().detail));
    const Person person(**workspace, folder + u"/journal"_s, QByteArray(argv[2]).toUInt());
    return QCoreApplication::exec();
}
