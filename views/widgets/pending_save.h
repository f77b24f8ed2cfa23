// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <functional>
#include <optional>
#include <utility>

namespace Kartoteka {

/// A commit of what was typed, until it is answered. Whoever leaves meanwhile waits for it first: what is refused must still be
/// there to be tried again, and a button that is pressed twice does nothing twice: check isRunning() before beginning. A member of
/// the widget in which it was typed.
class PendingSave
{
public:
    /// Is given the answer, once. @return whether it was taken.
    using Finish = std::function<bool(const Result<Receipt> &)>;

    void begin(QObject *owner, const Answer<Receipt> &answer, Finish finish)
    {
        m_answer = answer;
        m_finish = std::move(finish);
        answer.then(owner, [this, number = ++m_number](const Result<Receipt> &receipt) {
            if (number == m_number && isRunning())
                end(receipt);
        });
    }
    bool isRunning() const { return m_answer.has_value(); }
    /// Waits for it. @return false: it was refused.
    bool settle() { return !isRunning() || end(m_answer->result()); }

private:
    bool end(const Result<Receipt> &receipt)
    {
        m_answer.reset();
        return std::exchange(m_finish, {})(receipt);
    }

    std::optional<Answer<Receipt>> m_answer;
    Finish m_finish;
    int m_number = 0; ///< an answer that was waited for comes once more
};

} // namespace Kartoteka
