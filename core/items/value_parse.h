// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/items/date_parse.h"
#include "core/schema/schema.h"

#include <functional>

namespace Kartoteka {

/// How texts from people, scripts and files are read.
struct ParseContext
{
    const Schema &schema;
    QString currency; ///< taken for amounts without one; empty: the office's base currency
    DateReading dates = {};
    NumberStyle numbers = {};
    /// Finds an item of a type by number or title; 0 when there is none. May be empty: links are refused.
    std::function<qint64(const QString &type, const QString &text)> findItem;
    QTimeZone zone = QTimeZone::systemTimeZone(); ///< of times without an offset
};

/// Reads a value as people and scripts write it; empty text is an empty value.
/// Several values are separated by "|" ("\\|" is a bar inside one); a phone or e-mail may carry a label ("work:+7 495 …",
/// a colon in front says that it has none).
/// The error says what the text is not; Error::where is the field's code.
Result<Value> parseValue(const ParseContext &context, const Field &field, const QString &text);

/// A phone, e-mail or address of the web as typed, with the label before its colon if there is one.
Member labelledMember(const QString &text);
/// The same written so that labelledMember reads it back.
QString labelledText(const Member &member);

/// Values between bars, and the other way: a bar inside a value stands behind a backslash.
QStringList splitValues(const QString &text);
QString joinedValues(const QStringList &values);

/// Whether an integer field holds percent: 0 to 100.
bool isPercent(const Field &field);
/// Longest phone and e-mail that are taken; longer ones are none, and looking at them takes long.
constexpr qsizetype longestPhone = 100;
constexpr qsizetype longestEmail = 320;

/// By id, login or exact name (folded); 0 when unknown.
qint64 findUser(const Schema &schema, const QString &text);
qint64 findListValue(const Schema &schema, const Field &field, const QString &text);
/// In the given pipeline, or in all of the type when it is 0, default pipeline first.
qint64 findStage(const Schema &schema, qint64 typeId, qint64 pipeline, const QString &text);
qint64 findPipeline(const Schema &schema, qint64 typeId, const QString &text);
/// A field by code or any of its names; null when unknown.
const Field *findField(const Schema &schema, qint64 typeId, const QString &text);

} // namespace Kartoteka
