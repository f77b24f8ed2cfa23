// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/change/journal_wish.h"

namespace Kartoteka {

JournalCondition conditionOf(const JournalWish &wish)
{
    QStringList sql;
    JournalCondition wanted;
    const auto add = [&](const QString &condition, const QVariantList &bound) {
        sql << condition;
        wanted.bound += bound;
    };
    if (!wish.beside.sql.isEmpty())
        add(u'(' + wish.beside.sql + u')', wish.beside.bound);
    if (!wish.column.isEmpty())
        add(u"instr(j.patch, ?) > 0"_s, {QString(u'"' + wish.column + u"\":"_s)});
    if (!wish.entities.isEmpty())
        add(u"j.entity IN (%1)"_s.arg(QStringList(wish.entities.size(), u"?"_s).join(u", "_s)),
            QVariantList(wish.entities.begin(), wish.entities.end()));
    if (!wish.without.isEmpty())
        add(u"j.entity NOT IN (%1)"_s.arg(QStringList(wish.without.size(), u"?"_s).join(u", "_s)),
            QVariantList(wish.without.begin(), wish.without.end()));
    if (wish.author != 0)
        add(u"j.author = ?"_s, {wish.author});
    if (wish.from)
        add(u"j.at >= ?"_s, {*wish.from});
    wanted.sql = sql.join(u" AND "_s);
    return wanted;
}

} // namespace Kartoteka
