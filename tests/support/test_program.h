// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QTest>

/// The function by which the program of a layer runs one class of tests, which CTest starts in a process of its own
/// (tests/CMakeLists.txt). @p Name is that of the file.
#define KARTOTEKA_TEST(Name, Class)               \
    int Name(int argc, char **argv)               \
    {                                             \
        QCoreApplication application(argc, argv); \
        Class test;                               \
        return QTest::qExec(&test, argc, argv);   \
    }

/// The same for a class that needs windows; include tests/support/ui_test.h.
#define KARTOTEKA_UI_TEST(Name, Class)                  \
    int Name(int argc, char **argv)                     \
    {                                                   \
        return Kartoteka::runUiTest<Class>(argc, argv); \
    }
