// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/limits.h"

#include <QSet>

namespace Kartoteka {

/// Members of a list in the order in which they came, each once; a cell of a hundred thousand takes no longer for each than
/// one of three.
class DistinctMembers
{
public:
    void add(const Member &member)
    {
        constexpr qsizetype few = 16; // most lists are short: those are looked through
        if (m_members.size() < few) {
            if (!m_members.contains(member))
                m_members.append(member);
            return;
        }
        for (; m_noted < m_members.size(); ++m_noted)
            m_known.insert(nameOf(m_members[m_noted]));
        if (!m_known.contains(nameOf(member)))
            m_members.append(member);
    }
    /// More than any list may have: the rest makes no difference.
    bool isTooMany() const { return m_members.size() > mostMembers; }
    const Members &members() const { return m_members; }

private:
    static QString nameOf(const Member &member)
    {
        return member.text + QChar(u'\0') + member.label + QChar(u'\0') + QString::number(member.ref.type) + u'/'
            + QString::number(member.ref.id);
    }

    Members m_members;
    QSet<QString> m_known;
    qsizetype m_noted = 0; ///< how many of them it knows
};

} // namespace Kartoteka
