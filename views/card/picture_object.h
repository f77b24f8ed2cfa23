// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/card/file_pictures.h"

#include <QTextObjectInterface>

namespace Kartoteka {

/// Pictures within comments that are laid out. Each has the same room, so that nothing moves when it has been read; until then,
/// and where there is none, its name stands there.
class PictureObject final : public QObject, public QTextObjectInterface
{
    Q_OBJECT
    Q_INTERFACES(QTextObjectInterface)
public:
    explicit PictureObject(FilePictures &pictures) : m_pictures(pictures) {}

    static constexpr int type = QTextFormat::UserObject + 1;
    /// Of the sign that stands for a picture; a link to its contents.
    static QTextCharFormat format(const QString &name, const QString &digest);

    QSizeF intrinsicSize(QTextDocument *document, int position, const QTextFormat &format) override;
    void drawObject(QPainter *painter, const QRectF &rect, QTextDocument *document, int position,
                    const QTextFormat &format) override;

private:
    FilePictures &m_pictures;
};

} // namespace Kartoteka
