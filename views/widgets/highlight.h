// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QTextLayout>

namespace Kartoteka {

class Theme;

/// Where the words of a search stand in a text, to be drawn behind: upper and lower case, Ё and Е, and the other keyboard
/// layout as the search itself takes them.
QList<QTextLayout::FormatRange> highlightsOf(const QString &text, const QString &search, const Theme &theme);

/// One line, elided, with what was found marked.
void drawHighlighted(class QPainter &painter, const QRect &rect, Qt::Alignment alignment, const QString &text,
                     const QString &search, const Theme &theme);

} // namespace Kartoteka
