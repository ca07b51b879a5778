// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/testcertificates.h"

#include <QFile>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace callboard::test {

TestCertificates::TestCertificates()
{
    const bool made = openssl({ u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-keyout"_s, at(u"authority.key"_s),
                          u"-out"_s, authority(), u"-subj"_s, u"/CN=Test authority"_s, u"-days"_s, u"30"_s })
        && sign(u"server"_s, u"IP:127.0.0.1,DNS:localhost"_s) && sign(u"other"_s, u"DNS:other.example"_s)
        && sign(u"client"_s, u"DNS:client.example"_s);
    if (!made && m_problem.isEmpty())
        m_problem = u"openssl made no certificates"_s;
}

bool TestCertificates::sign(const QString &name, const QString &subjectAltName)
{
    QFile extensions(at(name + ".ext"_L1));
    if (!extensions.open(QIODevice::WriteOnly))
        return false;
    extensions.write("subjectAltName=" + subjectAltName.toLatin1() + '\n');
    extensions.close();
    const QString request = at(name + ".csr"_L1);
    return openssl({ u"req"_s, u"-new"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-keyout"_s, at(name + ".key"_L1), u"-out"_s, request,
               u"-subj"_s, QString("/CN="_L1 + name) })
        && openssl({ u"x509"_s, u"-req"_s, u"-in"_s, request, u"-CA"_s, authority(), u"-CAkey"_s, at(u"authority.key"_s), u"-CAcreateserial"_s,
                       u"-out"_s, at(name + ".crt"_L1), u"-extfile"_s, extensions.fileName(), u"-days"_s, u"30"_s });
}

bool TestCertificates::openssl(const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(u"openssl"_s, arguments);
    if (process.waitForFinished(30'000) && process.exitCode() == 0)
        return true;
    m_problem = QString::fromUtf8(process.readAll()) + process.errorString();
    return false;
}

} // namespace callboard::test
