// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/person_setting.h"

#include "core/base/uid.h"
#include "core/items/uid_queries.h"
#include "core/schema/act_kinds.h"

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

QUuid uidOf(const Schema &schema, qint64 person, const QString &code)
{
    const User *user = schema.user(person);
    return derivedUid(u"person_setting", uidText(user ? user->uid : QUuid()) + u'/' + code);
}

} // namespace

Result<QString> personSetting(const ReadContext &context, qint64 person, const QString &code)
{
    auto value = valueOfUid(context, u"person_setting"_s, u"value"_s, uidOf(*context.schema, person, code));
    return value ? Result<QString>(value->toString()) : Result<QString>(value.error());
}

bool isOfPersonSetting(const RecordChange &change, const Schema &schema, qint64 person, const QString &code)
{
    return change.table == u"person_setting" && change.uid == uidOf(schema, person, code);
}

ChangeSet planPersonSetting(const Schema &schema, qint64 person, const QString &code, const QString &value)
{
    ChangeSet changes;
    changes.kind = ActKinds::settings;
    changes.undoable = false;
    if (schema.user(person)) {
        changes.create(u"person_setting"_s, {{u"person"_s, person}, {u"code"_s, code}, {u"value"_s, textValue(value)}},
                       uidOf(schema, person, code));
    }
    return changes;
}

} // namespace Kartoteka
