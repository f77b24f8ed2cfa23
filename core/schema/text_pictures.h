// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace Kartoteka {

class Schema;

/// A picture within a text in Markdown, `![name](content:digest)`: its bytes are kept in the file as those of attached files
/// are (core/store/record/contents.h).
struct TextPicture
{
    qsizetype at = 0; ///< in the text
    qsizetype length = 0;
    QString name;
    QString digest;

    bool operator==(const TextPicture &) const = default;
};

/// What the addresses of such pictures begin with.
inline const QString contentScheme = QStringLiteral("content:");

/// In their order. One that is escaped is none.
QList<TextPicture> picturesIn(const QString &text);
/// A picture as it stands in a text.
QString pictureText(const QString &name, const QString &digest);
/// The digest that an address names; empty where it is another one.
QString pictureDigest(const QString &address);

/// What somebody wrote, for where it is no Markdown: names of people (plainMentions()) and of pictures in place of addresses.
QString plainComment(const QString &text, const Schema *schema);

} // namespace Kartoteka
