// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/activity_icon.h"

namespace Kartoteka {

using namespace Qt::StringLiterals;

QString activityIcon(const Schema &schema, qint64 kind)
{
    static const QHash<QString, QString> icons{{u"call"_s, u"phone"_s},      {u"meeting"_s, u"user"_s},
                                               {u"email"_s, u"mail"_s},      {u"task"_s, u"check"_s},
                                               {u"message"_s, u"comment"_s}, {u"booking"_s, u"calendar"_s}};
    const ListValue *value = schema.listValue(kind);
    return icons.value(value ? value->code : QString(), u"activity"_s);
}

} // namespace Kartoteka
