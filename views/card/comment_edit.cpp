// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/comment_edit.h"

#include "views/card/card_files.h"

#include <QImage>
#include <QMimeData>

namespace Kartoteka {

bool CommentEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasImage() || !CardFiles::attachable(*source).isEmpty() || QPlainTextEdit::canInsertFromMimeData(source);
}

void CommentEdit::insertFromMimeData(const QMimeData *source)
{
    if (const QStringList paths = CardFiles::attachable(*source); !paths.isEmpty())
        emit filesGiven(paths);
    else if (source->hasImage() && !source->hasText()) // office programs give a picture of copied text too
        emit pictureGiven(qvariant_cast<QImage>(source->imageData()));
    else
        QPlainTextEdit::insertFromMimeData(source);
}

} // namespace Kartoteka
