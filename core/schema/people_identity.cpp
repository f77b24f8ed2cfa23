// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/people_identity.h"

#include "core/base/fold.h"
#include "core/base/uid.h"

#include <algorithm>

namespace Kartoteka {

QUuid personUid(const Schema &schema, const QString &name)
{
    const QUuid natural = derivedUid(u"user", fold(name.simplified()));
    return std::ranges::count(schema.users(), natural, &User::uid) == 0 ? natural : makeUid();
}

QUuid departmentUid(const Schema &schema, qint64 parent, const QString &name)
{
    const auto above = std::ranges::find(schema.departments(), parent, &Department::id);
    const QString place = above == schema.departments().end() ? QString() : uidText(above->uid);
    const QUuid natural = derivedUid(u"department", place + u'/' + fold(name.simplified()));
    return std::ranges::count(schema.departments(), natural, &Department::uid) == 0 ? natural : makeUid();
}

} // namespace Kartoteka
