// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/search_line.h"

#include "views/theme/theme.h"

#include <QAction>

namespace Kartoteka {

using namespace Qt::StringLiterals;

QLineEdit *makeSearchLine(const QString &name, const QString &placeholder, const QString &spoken, QWidget *parent)
{
    auto *line = new QLineEdit(parent);
    line->setObjectName(name);
    line->setPlaceholderText(placeholder);
    line->setAccessibleName(spoken);
    line->addAction(Theme::of(parent->palette()).icon(u"search"_s, ColourRole::Muted), QLineEdit::LeadingPosition)
        ->setText(spoken);                    // it is spoken as a button
    line->setTextMargins(-Space::s, 0, 0, 0); // the picture has its own
    return line;
}

} // namespace Kartoteka
