// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

namespace Kartoteka {

/// A person of the office who is named in a text in Markdown. It stands there as a link that leads to nothing on its own,
/// `[@Name](person:uid)`: the uid says who is meant, the name is what it was when that was written.
struct Mention
{
    qsizetype at = 0; ///< in the text
    qsizetype length = 0;
    QString name; ///< without the sign
    QUuid person;

    bool operator==(const Mention &) const = default;
};

/// What the addresses of mentions begin with.
inline const QString mentionScheme = QStringLiteral("person:");

/// In their order. One that is escaped, or a picture, is none.
QList<Mention> mentionsIn(const QString &text);
/// A mention as it stands in a text.
QString mentionText(const QString &name, const QUuid &person);

/// The person with a uid; null when the office knows no such.
const User *personOf(const Schema &schema, const QUuid &uid);
/// The text with "@Name" for each mention, as the person is called now; with @p schema null as it was written.
QString plainMentions(const QString &text, const Schema *schema);
/// The text in Markdown with the names of now. Whom the office does not know is no mention any more, only a name
/// of which that is said.
QString currentMentions(const QString &text, const Schema &schema);

} // namespace Kartoteka
