// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/patience.h"
#include "tests/support/test_program.h"

#include <QApplication>
#include <QTest>

namespace Kartoteka {

/// Runs a test that needs a window: no dialog of the desktop's, and settings that are nobody's.
template<typename Test>
int runUiTest(int argc, char **argv)
{
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("KartotekaTest"));
    QApplication::setOrganizationName(QStringLiteral("KartotekaTest"));
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace Kartoteka
