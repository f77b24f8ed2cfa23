// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/unsaved_question.h"

#include "core/base/texts.h"
#include "views/widgets/ask_dialog.h"

namespace Kartoteka {

UnsavedAnswer askAboutUnsaved(const QString &title, QWidget *parent)
{
    AskDialog dialog(parent, Texts::tr("Save the changes to “%1”?").arg(title),
                     Texts::tr("Something on this card is not saved yet."));
    dialog.addAnswer(Texts::tr("Do not save"), u"unsavedDiscard"_s, AskDialog::Kind::Other);
    dialog.addCancel();
    dialog.addAnswer(Texts::tr("Save"), u"unsavedSave"_s);
    const QString answer = dialog.ask();
    return answer == u"unsavedSave" ? UnsavedAnswer::Save : answer.isEmpty() ? UnsavedAnswer::Stay : UnsavedAnswer::Discard;
}

} // namespace Kartoteka
