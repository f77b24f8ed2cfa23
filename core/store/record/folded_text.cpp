// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/record/folded_text.h"

#include "core/base/fold.h"

#include <array>

namespace Kartoteka {

QString foldedText(const QString &text)
{
    struct Known
    {
        QString text; // held, so that nothing else can lie where it lies
        QString folded;
    };
    constexpr size_t kept = 16; // more than a type has texts
    thread_local std::array<Known, kept> known;
    thread_local size_t next = 0;
    if (text.isEmpty())
        return fold(text);
    for (const Known &one : known) {
        if (one.text.constData() == text.constData() && one.text.size() == text.size())
            return one.folded;
    }
    Known &slot = known[next++ % kept];
    slot = {text, fold(text)};
    return slot.folded;
}

} // namespace Kartoteka
