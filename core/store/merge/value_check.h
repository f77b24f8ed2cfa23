// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QString>

namespace Kartoteka {

/// What values of a row from elsewhere may be, beyond the form of their column: what core/store/merge/row_check asks.

bool isUid(const QJsonValue &json);

/// Texts and numbers of money, time, people, products and activities that mean something.
bool isSensibleValue(const QString &table, const QString &column, const QJsonValue &json);

bool isSettingValue(const QString &code, const QString &value);

} // namespace Kartoteka
