// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/commit/undo.h"
#include "core/store/store.h"
#include "tests/support/person.h"

#include <QLabel>
#include <QTest>

namespace Kartoteka {

/// Follows a link of a text by keys: the first one is 1.
inline void followLink(QLabel *text, int which)
{
    text->setFocus();
    for (int link = 0; link < which; ++link)
        Person::press(text, Qt::Key_Tab);
    Person::press(text, Qt::Key_Return);
}

/// Waits until all that was asked for is written.
inline void awaitWritten(Store &store)
{
    (void)store.settleIdentity().result(); // nothing to do: it comes after the others
}

/// Takes back, or does again, what was asked for last by the key of the window, and waits until that is written.
inline void turnOnce(Store &store, const Person &person, Qt::Key key)
{
    awaitWritten(store);
    const auto last = [&store] { return store.undoStep()->act; };
    const qint64 before = last();
    person.shortcut(key, Qt::ControlModifier);
    QTRY_VERIFY(last() != before);
}

} // namespace Kartoteka
