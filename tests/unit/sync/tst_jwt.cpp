// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/sdk/jwt.h"

#include <QTest>

using namespace callboard;
using namespace Qt::StringLiterals;

class TestJwt final : public QObject {
    Q_OBJECT

    static QByteArray token(const QByteArray &claims)
    {
        const auto part = [](const QByteArray &json) { return json.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals); };
        return part(R"({"alg":"none"})") + '.' + part(claims) + ".c2ln";
    }

private Q_SLOTS:
    void theExampleOfRfc7519()
    {
        // Section 3.1.
        const auto claims = sdk::readJwt("eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFt"
                                         "cGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
        QVERIFY(claims);
        QCOMPARE(claims->expiresAt, 1300819380);
        QVERIFY(!claims->issuedAt);
        QVERIFY(claims->subject.isEmpty());
    }

    void aBackstageGuest()
    {
        // Recorded from a real backend.
        const auto claims = sdk::readJwt("eyJ0eXAiOiJ2bmQuYmFja3N0YWdlLnVzZXIiLCJhbGciOiJFUzI1NiIsImtpZCI6IjY5YmJmYmI0LTg2YjctNGUyZS1iODQxLTBmZGIzMzk4MWFiZiJ9."
                                         "eyJpc3MiOiJodHRwOi8vbG9jYWxob3N0OjcwMDcvYXBpL2F1dGgiLCJzdWIiOiJ1c2VyOmRlZmF1bHQvZ3Vlc3QiLCJhdWQiOiJiYWNrc3RhZ2UiLCJpYXQiOjE3OTUyOTM5NjgsImV4cCI6MTc5NTI5NzU2OH0."
                                         "c2ln");
        QCOMPARE(claims, (sdk::JwtClaims { 1795293968, 1795297568, u"user:default/guest"_s }));
    }

    void fractionsOfSecondsAreAllowed()
    {
        QCOMPARE(sdk::readJwt(token(R"({"exp":1300819380.75})"))->expiresAt, 1300819380);
    }

    void timesThatAreNone_data()
    {
        QTest::addColumn<QByteArray>("value");
        for (const char *value : { "\"1300819380\"", "null", "true", "-1", "1e300", "[1300819380]", "9223372036854775807" })
            QTest::newRow(value) << QByteArray(value);
    }
    void timesThatAreNone()
    {
        QFETCH(QByteArray, value);
        const auto claims = sdk::readJwt(token("{\"exp\":" + value + '}'));
        QVERIFY(claims);
        QVERIFY(!claims->expiresAt);
    }

    void noTokens_data()
    {
        QTest::addColumn<QByteArray>("text");
        const QByteArray good = token("{}");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("dots") << QByteArray("..");
        QTest::newRow("opaque") << QByteArray("mF_9.B5f-4.1JqM"); // RFC 6750's own.
        QTest::newRow("encrypted: five parts") << QByteArray("eyJhIjoxfQ.e30.e30.e30.e30");
        QTest::newRow("two parts") << good.first(good.lastIndexOf('.'));
        QTest::newRow("broken base64") << QByteArray("eyJhIjoxfQ.e3*0.c2ln");
        QTest::newRow("claims that are a list") << token("[]");
        QTest::newRow("deep") << token(QByteArray(10'000, '['));
        QTest::newRow("large") << token("{\"a\":\"" + QByteArray(70'000, 'a') + "\"}");
    }
    void noTokens()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!sdk::readJwt(text));
    }
};

QTEST_GUILESS_MAIN(TestJwt)
#include "tst_jwt.moc"
