// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

// A disk that other programs write to may take seconds for each commit, and waiting costs nothing where nothing is wrong:
// what a test waits for gets longer than Qt's five seconds.
#undef QTRY_VERIFY
#undef QTRY_VERIFY2
#undef QTRY_COMPARE
#define QTRY_VERIFY(expression) QTRY_VERIFY_WITH_TIMEOUT((expression), Kartoteka::patienceMs)
#define QTRY_VERIFY2(expression, message) QTRY_VERIFY2_WITH_TIMEOUT((expression), (message), Kartoteka::patienceMs)
#define QTRY_COMPARE(actual, expected) QTRY_COMPARE_WITH_TIMEOUT((actual), (expected), Kartoteka::patienceMs)

namespace Kartoteka {

/// How long a test waits for what is to come.
constexpr int patienceMs = 30'000;

} // namespace Kartoteka
