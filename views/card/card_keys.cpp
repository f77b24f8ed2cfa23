// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/card_keys.h"

#include "views/card/card_panel.h"
#include "views/card/comment_edit.h"

#include <QKeySequence>
#include <QShortcut>

namespace Kartoteka {

void addCardKey(QWidget &card, const QKeySequence &key, const std::function<void()> &act)
{
    auto *shortcut = new QShortcut(key, &card);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    QObject::connect(shortcut, &QShortcut::activated, &card, act);
}

KeyGroup cardKeys()
{
    return {CardPanel::tr("Card"),
            {{{QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_F2)}, CardPanel::tr("Edit the field")},
             {{QKeySequence(Qt::CTRL | Qt::Key_E)}, CardPanel::tr("Edit all fields")},
             {{QKeySequence(QKeySequence::Save)}, CardPanel::tr("Save")},
             {{QKeySequence(Qt::SHIFT | Qt::Key_Return)}, CardPanel::tr("Open in a window")},
             {{QKeySequence(QKeySequence::Print)}, CardPanel::tr("Print the card")},
             {{QKeySequence(Qt::ALT | Qt::Key_Up), QKeySequence(Qt::ALT | Qt::Key_Down)},
              CardPanel::tr("Previous and next card")},
             {{QKeySequence(Qt::CTRL | Qt::Key_PageUp), QKeySequence(Qt::CTRL | Qt::Key_PageDown)},
              CardPanel::tr("The previous and next tab of the card")},
             {{QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K)}, CardPanel::tr("Configure the card")},
             {{CommentEdit::mentionKey()}, CardPanel::tr("Mention someone in a comment")},
             {{QKeySequence(Qt::Key_Space)}, CardPanel::tr("Complete the activity in the timeline")},
             {{QKeySequence(Qt::Key_Escape)}, CardPanel::tr("Close")}}};
}

} // namespace Kartoteka
