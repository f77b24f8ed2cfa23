// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/menu_text.h"

#include <QTextBoundaryFinder>

namespace Kartoteka {

namespace {

constexpr qsizetype longest = 60;

/// The nearest place at or before @p at where a text may be cut without breaking what is one sign on the screen.
qsizetype cutBefore(const QString &text, qsizetype at)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    finder.setPosition(at);
    return finder.isAtBoundary() ? at : qMax(qsizetype(0), finder.toPreviousBoundary());
}

} // namespace

QString menuText(const QString &name, Qt::TextElideMode shortened)
{
    QString text = name.simplified();
    if (text.size() > longest) {
        const qsizetype tail = shortened == Qt::ElideMiddle ? longest / 2 : 0;
        text = text.left(cutBefore(text, longest - tail)) + u'…' + text.mid(cutBefore(text, text.size() - tail));
    }
    return text.replace(u'&', QStringLiteral("&&"));
}

} // namespace Kartoteka
