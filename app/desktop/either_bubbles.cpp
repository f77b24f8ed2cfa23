// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/either_bubbles.h"

namespace Kartoteka {

EitherBubbles::EitherBubbles(std::unique_ptr<Bubbles> better, std::unique_ptr<Bubbles> other)
    : m_better(std::move(better)), m_other(std::move(other))
{
    for (const Bubbles *one : {m_better.get(), m_other.get()}) {
        connect(one, &Bubbles::acted, this, &Bubbles::acted);
        connect(one, &Bubbles::availabilityChanged, this, &Bubbles::availabilityChanged);
    }
}

void EitherBubbles::show(qint64 tag, const Bubble &bubble)
{
    (m_better->isAvailable() ? *m_better : *m_other).show(tag, bubble);
}

void EitherBubbles::withdraw(qint64 tag)
{
    m_better->withdraw(tag);
    m_other->withdraw(tag);
}

} // namespace Kartoteka
