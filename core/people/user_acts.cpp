// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/people/user_acts.h"

#include "core/base/fold.h"
#include "core/base/texts.h"
#include "core/items/date_parse.h"
#include "core/people/departments.h"
#include "core/schema/act_kinds.h"
#include "core/schema/people_identity.h"

#include <QLocale>

#include <algorithm>

namespace Kartoteka {

namespace {

constexpr qsizetype longestText = 200;

Error refusal(const QString &message, const QString &field)
{
    return {ErrorCode::Refused, message, {}, field};
}

Error misfit(const QString &message, const QString &field)
{
    return {ErrorCode::Usage, message, {}, field};
}

std::optional<bool> truth(const QString &text)
{
    const QString plain = fold(text.trimmed());
    if (QStringList{u"yes"_s, u"true"_s, u"1"_s, fold(Texts::tr("yes"))}.contains(plain))
        return true;
    if (QStringList{u"no"_s, u"false"_s, u"0"_s, fold(Texts::tr("no"))}.contains(plain))
        return false;
    return std::nullopt;
}

Result<QDate> dayOf(const QString &text, const QString &field)
{
    if (text.isEmpty())
        return QDate();
    const auto day = parseDate(text);
    return day ? Result<QDate>(*day) : Result<QDate>(misfit(Texts::tr("“%1” is not a day.").arg(text), field));
}

Result<void> take(const Schema &schema, User &user, const QString &field, const QString &given)
{
    const QString text = given.simplified();
    if (text.size() > longestText)
        return misfit(Texts::tr("“%1” is longer than %2 characters.").arg(userFieldName(field)).arg(longestText), field);
    if (field == u"department") {
        const Department *department = text.isEmpty() ? nullptr : findDepartment(schema, text);
        if (!text.isEmpty() && !department)
            return misfit(Texts::tr("There is no department “%1”.").arg(text), field);
        user.department = department ? department->id : 0;
    } else if (field == u"active") {
        const auto active = truth(text);
        if (!active)
            return misfit(Texts::tr("“%1” is neither yes nor no.").arg(text), field);
        user.active = *active;
    } else if (field == u"absent_from" || field == u"absent_until") {
        auto day = dayOf(text, field);
        if (!day)
            return day.error();
        (field == u"absent_from" ? user.absentFrom : user.absentUntil) = *day;
    } else if (field == u"name") {
        user.name = text;
    } else if (field == u"login") {
        user.login = text;
    } else if (field == u"job") {
        user.job = text;
    } else if (field == u"phone") {
        user.phone = text;
    } else if (field == u"email") {
        if (!text.isEmpty() && (text.count(u'@') != 1 || text.startsWith(u'@') || text.endsWith(u'@')))
            return misfit(Texts::tr("“%1” is not an e-mail address.").arg(text), field);
        user.email = text;
    } else {
        return misfit(Texts::tr("Of a person one can say %1, not “%2”.").arg(userFields().join(u", "_s), field), field);
    }
    return {};
}

Result<void> judge(const Schema &schema, const User &user, qint64 self)
{
    if (user.name.isEmpty())
        return refusal(Texts::tr("Enter the person's name."), u"name"_s);
    if (user.login.contains(u' '))
        return refusal(Texts::tr("A login cannot contain spaces."), u"login"_s);
    if (user.absentUntil.isValid() && user.absentFrom.isValid() && user.absentUntil < user.absentFrom)
        return refusal(Texts::tr("The last day away is before the first."), u"absent_until"_s);
    const User *before = schema.user(user.id);
    const bool isRenamed = !before || fold(before->name) != fold(user.name); // two that a merge brought together may stay
    for (const User &other : schema.users()) {
        if (isRenamed && other.id != user.id && fold(other.name) == fold(user.name))
            return refusal(
                Texts::tr(
                    "There is already a person “%1”. Add something that tells the two apart, such as a middle name or a city.")
                    .arg(other.name),
                u"name"_s);
        if (other.id != user.id && !user.login.isEmpty() && fold(other.login) == fold(user.login))
            return refusal(Texts::tr("“%1” is already the login of %2.").arg(user.login, other.name), u"login"_s);
    }
    if (user.active || user.id == 0)
        return {};
    if (user.id == self)
        return refusal(Texts::tr("You cannot deactivate yourself."), u"active"_s);
    const bool isLast = std::ranges::none_of(schema.users(),
                                             [&user](const User &other) { return other.id != user.id && other.active; });
    return isLast ? Result<void>(refusal(Texts::tr("“%1” is the last active user.").arg(user.name), u"active"_s))
                  : Result<void>();
}

Value dayValue(const QDate &day)
{
    return textValue(day.toString(Qt::ISODate));
}

QList<FieldValue> rowOf(const User &user)
{
    return {{u"name"_s, user.name},
            {u"login"_s, textValue(user.login)},
            {u"active"_s, user.active},
            {u"department"_s, user.department == 0 ? Value() : Value(user.department)},
            {u"job"_s, textValue(user.job)},
            {u"phone"_s, textValue(user.phone)},
            {u"email"_s, textValue(user.email)},
            {u"absent_from"_s, dayValue(user.absentFrom)},
            {u"absent_until"_s, dayValue(user.absentUntil)}};
}

} // namespace

const QStringList &userFields()
{
    static const QStringList fields{u"name"_s,  u"login"_s,  u"department"_s,  u"job"_s,         u"phone"_s,
                                    u"email"_s, u"active"_s, u"absent_from"_s, u"absent_until"_s};
    return fields;
}

QString userText(const Schema &schema, const User &user, const QString &field)
{
    const auto day = [](const QDate &date) {
        return date.isValid() ? QLocale().toString(date, QLocale::ShortFormat) : QString();
    };
    if (field == u"department") {
        const Department *department = findDepartment(schema, user.department);
        return department ? department->name : QString();
    }
    return field == u"name"        ? user.name
        : field == u"login"        ? user.login
        : field == u"job"          ? user.job
        : field == u"phone"        ? user.phone
        : field == u"email"        ? user.email
        : field == u"active"       ? (user.active ? Texts::tr("yes") : Texts::tr("no"))
        : field == u"absent_from"  ? day(user.absentFrom)
        : field == u"absent_until" ? day(user.absentUntil)
                                   : QString();
}

QString userFieldName(const QString &field)
{
    static const QHash<QString, const char *> names{{u"name"_s, QT_TRANSLATE_NOOP("Kartoteka", "Full name")},
                                                    {u"login"_s, QT_TRANSLATE_NOOP("Kartoteka", "Login")},
                                                    {u"department"_s, QT_TRANSLATE_NOOP("Kartoteka", "Department")},
                                                    {u"job"_s, QT_TRANSLATE_NOOP("Kartoteka", "Position")},
                                                    {u"phone"_s, QT_TRANSLATE_NOOP("Kartoteka", "Phone")},
                                                    {u"email"_s, QT_TRANSLATE_NOOP("Kartoteka", "E-mail")},
                                                    {u"active"_s, QT_TRANSLATE_NOOP("Kartoteka", "Active")},
                                                    {u"absent_from"_s, QT_TRANSLATE_NOOP("Kartoteka", "Away from")},
                                                    {u"absent_until"_s, QT_TRANSLATE_NOOP("Kartoteka", "Away until")}};
    const char *name = names.value(field);
    return name ? Texts::tr(name) : field;
}

bool isAbsent(const User &user, const QDate &day)
{
    if (!user.absentFrom.isValid() && !user.absentUntil.isValid())
        return false;
    return (!user.absentFrom.isValid() || user.absentFrom <= day)
        && (!user.absentUntil.isValid() || day <= user.absentUntil);
}

Result<ChangeSet> planUser(const Schema &schema, qint64 id, const QList<QPair<QString, QString>> &values, qint64 self)
{
    const User *known = schema.user(id);
    if (id != 0 && !known)
        return Error{ErrorCode::NotFound, Texts::tr("There is no such person."), {}, {}};
    User user = known ? *known : User();
    for (const auto &[field, text] : values) {
        if (auto done = take(schema, user, field, text); !done)
            return done.error();
    }
    if (auto done = judge(schema, user, self); !done)
        return done.error();
    ChangeSet changes = ChangeSet::of(ActKinds::users, user.name);
    if (!known) {
        changes.create(u"user"_s, rowOf(user), personUid(schema, user.name));
        return changes;
    }
    // Only what differs: two may say different things of one person at once.
    const QList<FieldValue> before = rowOf(*known);
    QList<FieldValue> after = rowOf(user);
    after.removeIf([&before](const FieldValue &value) { return before.contains(value); });
    if (!after.isEmpty())
        changes.update(u"user"_s, id, after);
    return changes;
}

} // namespace Kartoteka
