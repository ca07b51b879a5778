// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTemporaryDir>

namespace callboard::test {

/// Certificates made by openssl for one run: nothing that expires lies in the tree. All are PEM files.
class TestCertificates final {
public:
    TestCertificates();

    bool isValid() const { return m_problem.isEmpty(); }
    QString problem() const { return m_problem; }

    QString authority() const { return at(QStringLiteral("authority.crt")); }
    QString server() const { return at(QStringLiteral("server.crt")); } ///< Of 127.0.0.1 and localhost, by the authority.
    QString serverKey() const { return at(QStringLiteral("server.key")); }
    QString otherName() const { return at(QStringLiteral("other.crt")); } ///< By the authority, of other.example.
    QString otherNameKey() const { return at(QStringLiteral("other.key")); }
    QString client() const { return at(QStringLiteral("client.crt")); }
    QString clientKey() const { return at(QStringLiteral("client.key")); }
    QString at(const QString &file) const { return m_directory.filePath(file); }

private:
    bool openssl(const QStringList &arguments);
    bool sign(const QString &name, const QString &subjectAltName);

    QTemporaryDir m_directory;
    QString m_problem;
};

} // namespace callboard::test
