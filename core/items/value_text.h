// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

#include <QJsonValue>
#include <QLocale>

#include <functional>

namespace Kartoteka {

/// In a TitleSource, the type of what is no item: a file that a field holds.
constexpr qint64 attachedFile = -1;

/// Gives the title of an item, or the name of a file, that a value refers to.
using TitleSource = std::function<QString(const ItemRef &)>;

/// A value as people read it. Dates short in @p locale.
QString valueText(const Schema &schema, const Field &field, const Value &value, const TitleSource &titles = {},
                  const QLocale &locale = {});

/// A value as files carry it: reads back by parseValue.
QString valueForFile(const Schema &schema, const Field &field, const Value &value, const TitleSource &titles = {});

/// A value as scripts get it.
QJsonValue valueToJson(const Schema &schema, const Field &field, const Value &value, const TitleSource &titles = {});

/// "12 Mar", "12 Mar 2024" (another year), in the order and words of the locale.
QString shortDate(const QDate &date, const QLocale &locale, const QDate &today);

/// How a moment is typed in @p locale: its short format with the year in four digits (QDateTime::toString).
QString typedMomentFormat(const QLocale &locale = {});

/// "3 d", "5 h", "12 min": how long something lasted, in the largest unit.
QString durationText(qint64 ms);

} // namespace Kartoteka
