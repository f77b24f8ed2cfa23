// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/commit/closing_rule.h"

#include <algorithm>

namespace Kartoteka {

Result<void> ClosingRules::note(const NotedChange &change)
{
    for (qsizetype i = 0; i < m_rules.size(); ++i) {
        if (!change.after.isEmpty() && m_rules[i].wants(change))
            m_wanted[i].insert(change.id);
    }
    return {};
}

Result<void> ClosingRules::write()
{
    for (qsizetype i = 0; i < m_rules.size(); ++i) {
        if (m_wanted[i].isEmpty())
            continue;
        QList<qint64> ids = m_wanted[i].values();
        std::ranges::sort(ids);
        if (auto judged = m_rules[i].judge({m_connection, m_schema, m_catalog, {}}, ids, m_now); !judged)
            return judged;
    }
    return {};
}

} // namespace Kartoteka
