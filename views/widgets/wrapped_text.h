// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainter>
#include <QStringList>
#include <QTextLayout>

namespace Kartoteka {

/// Text over as many lines as it needs: broken between words, inside one only where it is longer than a line.
void drawWrapped(QPainter &painter, const QRect &rect, const QString &text);
/// The same with what is drawn behind some of it.
void drawWrapped(QPainter &painter, const QRect &rect, const QString &text, const QList<QTextLayout::FormatRange> &marks);
/// Height that drawWrapped() takes.
int wrappedHeight(const QFont &font, const QString &text, int width);
/// The paragraph of a text in @p rect that stands under a point, counted from 0; -1 where nothing is written.
int paragraphAt(const QFont &font, const QString &text, const QRect &rect, const QPoint &point);

/// A text cut into lines of a width, the last of them elided where there are more than @p most. @p isCut: there were.
QStringList wrappedLines(const QFont &font, const QString &text, int width, int most, bool *isCut = nullptr);

} // namespace Kartoteka
