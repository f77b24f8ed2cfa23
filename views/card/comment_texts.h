// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/card/picture_object.h"

#include <QCache>
#include <QFont>
#include <QTextDocument>

#include <memory>

namespace Kartoteka {

class Theme;

/// How much of a comment stands in the timeline; the whole of a longer one is shown when it is asked for.
struct ShownComment
{
    QString text;
    qsizetype lines = 0; ///< of the whole comment, where not all of it is shown; else 0
};
ShownComment shownPart(const QString &text);

/// Pictures that a comment holds: by their names, or as a PictureObject.
enum class CommentPictures { Named, Shown };

/// A comment as it is read: CommonMark without HTML, lines where they were broken, addresses as links. Nothing is loaded from
/// the disk or from anywhere: a picture that the comment does not hold is a link to it.
std::unique_ptr<QTextDocument> commentDocument(const QString &text, const QFont &font, const QColor &link,
                                               CommentPictures pictures = CommentPictures::Named);

/// Whether a link of a comment may be opened: addresses of the web, of mail and of phones, nothing on this computer.
bool isSafeLink(const QString &address);

/// Comments laid out, each once for its width.
class CommentTexts
{
public:
    explicit CommentTexts(FilePictures &pictures);

    /// Stays until the next call.
    QTextDocument &laidOut(const QString &text, int width, const QFont &font, const Theme &theme);

private:
    struct Key
    {
        QString text;
        int width = 0;
        QString look; ///< font and colours
        bool operator==(const Key &) const = default;
    };
    friend size_t qHash(const Key &key, size_t seed) { return qHashMulti(seed, key.text, key.width, key.look); }

    PictureObject m_object;
    QCache<Key, QTextDocument> m_documents;
};

} // namespace Kartoteka
