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

QList<KeyGroup> cardKeys()
{
    const QList<QKeySequence> alongside{QKeySequence(Qt::ALT | Qt::Key_Up), QKeySequence(Qt::ALT | Qt::Key_Down)};
    const KeyGroup card{CardPanel::tr("Card"),
                        {{{QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_F2)}, CardPanel::tr("Edit the field")},
                         {{QKeySequence(Qt::Key_Left), QKeySequence(Qt::Key_Right), QKeySequence(Qt::Key_Space)},
                          CardPanel::tr("Go along the stages, choose one")},
                         {{QKeySequence(Qt::CTRL | Qt::Key_E)}, CardPanel::tr("Edit all fields")},
                         {{QKeySequence(QKeySequence::Save)}, CardPanel::tr("Save")},
                         {{QKeySequence(Qt::SHIFT | Qt::Key_Return)}, CardPanel::tr("Open in a window")},
                         {{QKeySequence(QKeySequence::Print)}, CardPanel::tr("Print the card")},
                         {{QKeySequence(Qt::ALT | Qt::Key_Up), QKeySequence(Qt::ALT | Qt::Key_Down)},
                          CardPanel::tr("Previous and next card")},
                         {{QKeySequence(QKeySequence::Back)}, CardPanel::tr("Back to the card whose link led here")},
                         {{QKeySequence(Qt::CTRL | Qt::Key_PageUp), QKeySequence(Qt::CTRL | Qt::Key_PageDown)},
                          CardPanel::tr("The previous and next tab of the card")},
                         {{QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K)}, CardPanel::tr("Configure the card")},
                         {{CommentEdit::mentionKey()}, CardPanel::tr("Mention someone in a comment")},
                         {{QKeySequence(Qt::Key_Escape)}, CardPanel::tr("Close")}}};
    const KeyGroup clients{
        CardPanel::tr("Clients and links"),
        {{{QKeySequence(Qt::Key_Return)}, CardPanel::tr("Open the card of the contact or the link")},
         {{QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Up)}, CardPanel::tr("Make the primary contact")},
         {alongside, CardPanel::tr("Move the contact up or down")},
         {{QKeySequence(Qt::Key_Right), QKeySequence(Qt::Key_Left)}, CardPanel::tr("Unfold and fold what is linked to it")},
         {{QKeySequence(Qt::Key_Delete)}, CardPanel::tr("Remove the contact or the link")}}};
    const KeyGroup timeline{
        CardPanel::tr("Timeline"),
        {{{QKeySequence(QKeySequence::Find)}, CardPanel::tr("Search the timeline")},
         {{QKeySequence(Qt::Key_Return)}, CardPanel::tr("Open what the entry is about")},
         {{QKeySequence(Qt::Key_Left), QKeySequence(Qt::Key_Right)},
          CardPanel::tr("Fold what stands under a heading, and unfold it")},
         {{QKeySequence(Qt::Key_Space)}, CardPanel::tr("Complete the activity")},
         {{QKeySequence(Qt::CTRL | Qt::Key_D)}, CardPanel::tr("Pin the entry, or unpin it")},
         {{QKeySequence(Qt::Key_F2)}, CardPanel::tr("Edit the comment")},
         {{QKeySequence(Qt::Key_Delete)}, CardPanel::tr("Delete the comment or activity")},
         {{QKeySequence(QKeySequence::Copy)}, CardPanel::tr("Copy the entry")},
         {{QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Left), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Right)},
          CardPanel::tr("Move a kind of entry to the left or right")}}};
    const KeyGroup products{CardPanel::tr("Products"),
                            {{{QKeySequence(Qt::Key_Insert)}, CardPanel::tr("Add a product")},
                             {{QKeySequence(Qt::Key_Return)}, CardPanel::tr("Edit the cell")},
                             {alongside, CardPanel::tr("Move the row up or down")},
                             {{QKeySequence(QKeySequence::Copy), QKeySequence(QKeySequence::Paste)},
                              CardPanel::tr("Copy rows, paste rows from a table")},
                             {{QKeySequence(Qt::Key_Delete)}, CardPanel::tr("Delete the row")}}};
    const KeyGroup files{CardPanel::tr("Files and history"),
                         {{{QKeySequence(Qt::Key_Return)}, CardPanel::tr("Open the file")},
                          {{QKeySequence(QKeySequence::Paste)}, CardPanel::tr("Attach what was copied")},
                          {{QKeySequence(QKeySequence::Copy)}, CardPanel::tr("Copy rows of the history as a table")},
                          {{QKeySequence(QKeySequence::Delete)}, CardPanel::tr("Delete the file")}}};
    const KeyGroup layout{
        CardPanel::tr("While the card is configured"),
        {{alongside, CardPanel::tr("Move the field up or down")},
         {{QKeySequence(Qt::ALT | Qt::Key_Left), QKeySequence(Qt::ALT | Qt::Key_Right)},
          CardPanel::tr("Move the field to the section before or after")},
         {{QKeySequence(Qt::Key_Home), QKeySequence(Qt::Key_End)}, CardPanel::tr("To the first and the last field")},
         {{QKeySequence(Qt::Key_Return)}, CardPanel::tr("Menu of the field")},
         {{QKeySequence(Qt::Key_Escape)}, CardPanel::tr("Done")},
         {{QKeySequence(Qt::Key_F2)}, CardPanel::tr("Rename")},
         {{QKeySequence(Qt::Key_Delete)}, CardPanel::tr("Hide on the card")}}};
    return {card, clients, timeline, products, files, layout};
}

} // namespace Kartoteka
