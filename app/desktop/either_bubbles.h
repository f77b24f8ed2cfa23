// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/reminders/bubbles.h"

#include <memory>

namespace Kartoteka {

/// Shows bubbles the better way while that is there, else the other way.
class EitherBubbles final : public Bubbles
{
    Q_OBJECT
public:
    EitherBubbles(std::unique_ptr<Bubbles> better, std::unique_ptr<Bubbles> other);

    bool isAvailable() const override { return current().isAvailable(); }
    bool offersActs() const override { return current().offersActs(); }
    void show(qint64 tag, const Bubble &bubble) override;
    void withdraw(qint64 tag) override;

private:
    const Bubbles &current() const { return m_better->isAvailable() ? *m_better : *m_other; }

    std::unique_ptr<Bubbles> m_better;
    std::unique_ptr<Bubbles> m_other;
};

} // namespace Kartoteka
