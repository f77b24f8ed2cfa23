// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/people/departments.h"

#include "core/base/fold.h"
#include "core/base/texts.h"
#include "core/base/uid.h"
#include "core/schema/act_kinds.h"
#include "core/schema/people_identity.h"

#include <QSet>

#include <algorithm>

namespace Kartoteka {

namespace {

constexpr qsizetype longestName = 200;

Error refusal(const QString &message)
{
    return {ErrorCode::Refused, message, {}, {}};
}

/// Whether @p id stands below @p above, or is it.
bool isWithin(const Schema &schema, qint64 id, qint64 above)
{
    QSet<qint64> seen;
    for (const Department *at = findDepartment(schema, id); at && !seen.contains(at->id);
         at = findDepartment(schema, at->parent)) {
        if (at->id == above)
            return true;
        seen.insert(at->id);
    }
    return false;
}

/// Stands in a circle of departments, and is the first of it.
bool beginsCircle(const Schema &schema, const Department &department)
{
    QSet<qint64> seen;
    QByteArray first = uidBytes(department.uid);
    for (const Department *at = findDepartment(schema, department.parent); at && !seen.contains(at->id);
         at = findDepartment(schema, at->parent)) {
        if (at->id == department.id)
            return uidBytes(department.uid) == first;
        first = qMin(first, uidBytes(at->uid));
        seen.insert(at->id);
    }
    return false;
}

void append(const Schema &schema, const Department &department, int depth, QSet<qint64> &placed,
            QList<DepartmentPlace> &tree)
{
    placed.insert(department.id);
    const auto people = std::ranges::count(schema.users(), department.id, &User::department);
    tree.append({department, depth, int(people)});
    for (const Department &one : schema.departments()) {
        if (one.parent == department.id && !placed.contains(one.id))
            append(schema, one, depth + 1, placed, tree);
    }
}

} // namespace

QList<DepartmentPlace> departmentTree(const Schema &schema)
{
    QList<DepartmentPlace> tree;
    QSet<qint64> placed;
    for (const Department &one : schema.departments()) {
        if (!findDepartment(schema, one.parent) || beginsCircle(schema, one))
            append(schema, one, 0, placed, tree);
    }
    return tree;
}

const Department *findDepartment(const Schema &schema, qint64 id)
{
    const auto it = std::ranges::find(schema.departments(), id, &Department::id);
    return it == schema.departments().end() ? nullptr : &*it;
}

const Department *findDepartment(const Schema &schema, const QString &text)
{
    const QString wanted = fold(text.trimmed());
    for (const Department &one : schema.departments()) {
        if (fold(one.name) == wanted)
            return &one;
    }
    return findDepartment(schema, text.toLongLong());
}

Result<ChangeSet> planDepartment(const Schema &schema, qint64 id, const DepartmentValues &values)
{
    const Department *known = findDepartment(schema, id);
    if (id != 0 && !known)
        return Error{ErrorCode::NotFound, Texts::tr("There is no such department."), {}, {}};
    Department wanted = known ? *known : Department();
    wanted.name = values.name.value_or(wanted.name).simplified();
    wanted.parent = values.parent.value_or(wanted.parent);
    wanted.head = values.head.value_or(wanted.head);
    if (wanted.name.isEmpty() || wanted.name.size() > longestName)
        return refusal(Texts::tr("A department has a name of at most %1 characters.").arg(longestName));
    if (wanted.parent != 0 && !findDepartment(schema, wanted.parent))
        return Error{ErrorCode::NotFound, Texts::tr("There is no such department."), {}, {}};
    if (known && isWithin(schema, wanted.parent, known->id))
        return refusal(Texts::tr("“%1” cannot be inside itself.").arg(known->name));
    if (wanted.head != 0 && !schema.user(wanted.head))
        return Error{ErrorCode::NotFound, Texts::tr("There is no such person."), {}, {}};
    int last = 0;
    for (const Department &one : schema.departments()) {
        last = qMax(last, one.position);
        if (one.id != id && one.parent == wanted.parent && fold(one.name) == fold(wanted.name))
            return refusal(Texts::tr("There is already a department “%1”.").arg(one.name));
    }
    ChangeSet changes = ChangeSet::of(ActKinds::departments, wanted.name);
    const auto reference = [](qint64 to) { return to == 0 ? Value() : Value(to); };
    const QList<FieldValue> row{
        {u"name"_s, wanted.name}, {u"parent"_s, reference(wanted.parent)}, {u"head"_s, reference(wanted.head)}};
    if (known)
        changes.update(u"department"_s, id, row);
    else
        changes.create(u"department"_s, row + QList<FieldValue>{{u"position"_s, qint64(last + 1)}},
                       departmentUid(schema, wanted.parent, wanted.name));
    return changes;
}

Result<ChangeSet> planDeleteDepartment(const Schema &schema, qint64 id, qint64 nowMs)
{
    const Department *known = findDepartment(schema, id);
    if (!known)
        return Error{ErrorCode::NotFound, Texts::tr("There is no such department."), {}, {}};
    if (const auto people = std::ranges::count(schema.users(), id, &User::department); people > 0) {
        return refusal(Texts::tr("%n person(s) are in “%1”: move them first.", nullptr, int(people)).arg(known->name));
    }
    if (const auto below = std::ranges::count(schema.departments(), id, &Department::parent); below > 0) {
        return refusal(Texts::tr("“%1” contains %n department(s): move them first.", nullptr, int(below)).arg(known->name));
    }
    ChangeSet changes = ChangeSet::of(ActKinds::departments, known->name);
    changes.update(u"department"_s, id, {{u"deleted_at"_s, nowMs}});
    return changes;
}

} // namespace Kartoteka
