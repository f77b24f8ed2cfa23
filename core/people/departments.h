// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/schema/schema.h"
#include "core/store/change/change_set.h"

namespace Kartoteka {

/// A department where it stands in the tree.
struct DepartmentPlace
{
    Department department;
    int depth = 0;
    int people = 0; ///< in it, those below it not counted
};

/// Every department once, each before those below it. Two seats may have put each below the other: then the one whose identity
/// comes first stands at the top.
QList<DepartmentPlace> departmentTree(const Schema &schema);
const Department *findDepartment(const Schema &schema, qint64 id);
/// By its exact name (folded) or row id; null when there is none.
const Department *findDepartment(const Schema &schema, const QString &text);

/// What is said of a department, as a person writes it.
struct DepartmentValues
{
    std::optional<QString> name;
    std::optional<qint64> parent; ///< 0: the top
    std::optional<qint64> head;   ///< user; 0: nobody
};
/// @p id 0: a new one. Refused: no name, the name of another one beside it, a place below itself.
Result<ChangeSet> planDepartment(const Schema &schema, qint64 id, const DepartmentValues &values);
/// Refused while people or departments are in it.
Result<ChangeSet> planDeleteDepartment(const Schema &schema, qint64 id, qint64 nowMs);

} // namespace Kartoteka
