// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/schema/schema.h"
#include "core/store/change/change_set.h"

namespace Kartoteka {

/// What can be said of a person of the office, by the names that scripts use: name, login, department, job, phone, email,
/// absent_from, absent_until, active.
const QStringList &userFields();
/// One of them as a person reads it.
QString userText(const Schema &schema, const User &user, const QString &field);
/// What a field of a person is called.
QString userFieldName(const QString &field);

/// Whether somebody is away on a day.
bool isAbsent(const User &user, const QDate &day);

/// Writes down what is said of a person, as a person writes it: a department by its name, days as dates, "active" as yes or no; an
/// empty text takes away. @p id 0: a new one. Refused: no name, the name or login of another, the last day before the first, and
/// switching off oneself (@p self) or the last one who is active.
Result<ChangeSet> planUser(const Schema &schema, qint64 id, const QList<QPair<QString, QString>> &values, qint64 self);

} // namespace Kartoteka
