// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/mirror/killing.h"

using namespace callboard::mirror::test;

class TestKill final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(); }
    void theLastGoodCatalogIsWhole() { Killing(u"mirror_puller"_s).run(); }
};

QTEST_GUILESS_MAIN(TestKill)
#include "tst_kill.moc"
