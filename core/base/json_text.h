// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace Kartoteka {

/// Appends @p text as a JSON string in UTF-8, quoted and escaped as RFC 8259 section 7 asks. For rows written by the
/// hundred thousand, where building a QJsonObject costs three times the row.
void appendJsonText(const QString &text, QByteArray &json);

/// An object on one line, and back; what is no object becomes an empty one.
QByteArray compactJson(const QJsonObject &json);
QJsonObject jsonObject(const QString &text);

} // namespace Kartoteka
