// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/unit/mirror/entities.h"

namespace callboard::mirror::test {

/// A test with an empty mirror of its own for each of its functions.
class MirrorTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(); }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_mirror = open(m_folder->path());
        QVERIFY(m_mirror);
    }
    void cleanup() { m_mirror.reset(); }

protected:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Mirror> m_mirror;
};

} // namespace callboard::mirror::test
