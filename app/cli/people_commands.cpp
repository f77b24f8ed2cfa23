// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/session.h"
#include "core/base/texts.h"
#include "core/base/uid.h"
#include "core/people/departments.h"
#include "core/people/user_acts.h"

#include <QJsonArray>

namespace Kartoteka::Cli {

namespace {

using Words = QList<QPair<QString, QString>>;

/// FIELD=VALUE… from word @p from on.
Result<Words> assignments(const Session &session, qsizetype from)
{
    Words values;
    for (const QString &word : session.arguments.words.sliced(from)) {
        const qsizetype equals = word.indexOf(u'=');
        if (equals <= 0)
            return Error{ErrorCode::Usage, Texts::tr("Expected FIELD=VALUE, not “%1”.").arg(word), {}, word};
        values.append({word.left(equals), word.mid(equals + 1)});
    }
    return values;
}

QJsonObject userJson(const Schema &schema, const User &user)
{
    const auto day = [](const QDate &date) {
        return date.isValid() ? QJsonValue(date.toString(Qt::ISODate)) : QJsonValue();
    };
    return {{u"id"_s, QString::number(user.id)},
            {u"uid"_s, uidText(user.uid)},
            {u"code"_s, user.login},
            {u"name"_s, user.name},
            {u"login"_s, user.login},
            {u"active"_s, user.active},
            {u"department"_s, userText(schema, user, u"department"_s)},
            {u"job"_s, user.job},
            {u"phone"_s, user.phone},
            {u"email"_s, user.email},
            {u"absent_from"_s, day(user.absentFrom)},
            {u"absent_until"_s, day(user.absentUntil)}};
}

/// Commits, and shows the record that it made or changed; @p id 0: one that it made.
Result<qint64> committed(const Session &session, Result<ChangeSet> changes, qint64 id)
{
    if (!changes)
        return changes.error();
    if (changes->isEmpty())
        return id;
    const QUuid uid = changes->changes.constFirst().uid;
    auto receipt = session.store.commitAndWait(std::move(*changes));
    if (!receipt)
        return receipt.error();
    return id == 0 ? receipt->created.value(uid) : id;
}

int tellUser(const Session &session, Result<ChangeSet> changes, qint64 id)
{
    auto made = committed(session, std::move(changes), id);
    if (!made)
        return session.output.fail(made.error());
    const User &user = *session.schema().user(*made);
    for (const QString &field : userFields()) {
        const QString text = userText(session.schema(), user, field);
        if (!text.isEmpty())
            session.output.line(u"%1: %2"_s.arg(userFieldName(field), text));
    }
    session.output.document(userJson(session.schema(), user));
    return 0;
}

QJsonObject departmentJson(const Schema &schema, const DepartmentPlace &place)
{
    const Department *parent = findDepartment(schema, place.department.parent);
    const User *head = schema.user(place.department.head);
    return {{u"id"_s, QString::number(place.department.id)},
            {u"uid"_s, uidText(place.department.uid)},
            {u"code"_s, place.department.name},
            {u"name"_s, place.department.name},
            {u"parent"_s, parent ? QJsonValue(parent->name) : QJsonValue()},
            {u"head"_s, head ? QJsonValue(head->name) : QJsonValue()},
            {u"people"_s, place.people}};
}

/// name=, parent=, head= as a department takes them; an empty parent is the top, an empty head nobody.
Result<DepartmentValues> departmentValues(const Session &session, const Words &words)
{
    DepartmentValues values;
    for (const auto &[field, text] : words) {
        if (field == u"name") {
            values.name = text;
        } else if (field == u"parent") {
            const Department *parent = text.isEmpty() ? nullptr : findDepartment(session.schema(), text);
            if (!text.isEmpty() && !parent)
                return Error{ErrorCode::Usage, Texts::tr("There is no department “%1”.").arg(text), {}, field};
            values.parent = parent ? parent->id : 0;
        } else if (field == u"head") {
            values.head = text.isEmpty() ? 0 : findUser(session.schema(), text);
            if (!text.isEmpty() && *values.head == 0)
                return Error{ErrorCode::Usage, Texts::tr("There is no person “%1”.").arg(text), {}, field};
        } else {
            return Error{ErrorCode::Usage,
                         Texts::tr("Of a department one can say %1, not “%2”.").arg(u"name, parent, head"_s, field),
                         {},
                         field};
        }
    }
    return values;
}

/// All of them; scripts are told of the one that was made or changed, @p made.
int tellDepartments(const Session &session, qint64 made = 0)
{
    QJsonObject one;
    QJsonArray array;
    QList<QStringList> rows;
    for (const DepartmentPlace &place : departmentTree(session.schema())) {
        array.append(departmentJson(session.schema(), place));
        if (place.department.id == made)
            one = array.last().toObject();
        const User *head = session.schema().user(place.department.head);
        rows.append({QString(2 * place.depth, u' ') + place.department.name, head ? head->name : QString(),
                     QString::number(place.people)});
    }
    session.output.table({Texts::tr("Department"), Texts::tr("Head"), Texts::tr("People")}, rows);
    if (made == 0)
        session.output.document(array);
    else
        session.output.document(one);
    return 0;
}

int changeDepartment(const Session &session, qint64 id, Words words)
{
    auto values = departmentValues(session, words);
    auto made = values ? committed(session, planDepartment(session.schema(), id, *values), id)
                       : Result<qint64>(values.error());
    return made ? tellDepartments(session, *made) : session.output.fail(made.error());
}

Result<qint64> namedDepartment(const Session &session)
{
    const QString name = session.arguments.words[1];
    const Department *known = findDepartment(session.schema(), name);
    return known ? Result<qint64>(known->id)
                 : Result<qint64>(Error{ErrorCode::NotFound, Texts::tr("There is no department “%1”.").arg(name), {}, name});
}

} // namespace

int runUserList(const Session &session)
{
    QJsonArray array;
    QList<QStringList> rows;
    for (const User &user : session.schema().users()) {
        array.append(userJson(session.schema(), user));
        QStringList row{QString::number(user.id)};
        for (const QString &field : userFields())
            row << userText(session.schema(), user, field);
        rows.append(row);
    }
    QStringList heads{Texts::tr("No.")};
    for (const QString &field : userFields())
        heads << userFieldName(field);
    session.output.table(heads, rows);
    session.output.document(array);
    return 0;
}

int runUserAdd(const Session &session)
{
    auto values = assignments(session, 2);
    if (!values)
        return session.output.fail(values.error());
    values->prepend({u"name"_s, session.arguments.words[1]});
    return tellUser(session, planUser(session.schema(), 0, *values, session.store.user()), 0);
}

int runUserSet(const Session &session)
{
    const QString name = session.arguments.words[1];
    const qint64 id = findUser(session.schema(), name);
    auto values = assignments(session, 2);
    if (id == 0)
        return session.output.fail({ErrorCode::NotFound, Texts::tr("There is no person “%1”.").arg(name), {}, name});
    if (!values)
        return session.output.fail(values.error());
    return tellUser(session, planUser(session.schema(), id, *values, session.store.user()), id);
}

int runDepartmentList(const Session &session)
{
    return tellDepartments(session);
}

int runDepartmentAdd(const Session &session)
{
    auto words = assignments(session, 2);
    if (!words)
        return session.output.fail(words.error());
    words->prepend({u"name"_s, session.arguments.words[1]});
    return changeDepartment(session, 0, *words);
}

int runDepartmentSet(const Session &session)
{
    auto id = namedDepartment(session);
    auto words = assignments(session, 2);
    if (!id || !words)
        return session.output.fail(id ? words.error() : id.error());
    return changeDepartment(session, *id, *words);
}

int runDepartmentDelete(const Session &session)
{
    auto id = namedDepartment(session);
    auto done = id ? committed(session, planDeleteDepartment(session.schema(), *id, session.store.clock().now()), *id)
                   : Result<qint64>(id.error());
    return done ? tellDepartments(session) : session.output.fail(done.error());
}

} // namespace Kartoteka::Cli
