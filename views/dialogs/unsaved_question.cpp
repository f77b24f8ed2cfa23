// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/unsaved_question.h"

#include "core/base/texts.h"
#include "views/widgets/ask_dialog.h"

namespace Kartoteka {

namespace {

UnsavedAnswer ask(const QString &title, const QString &explanation, QWidget *parent)
{
    AskDialog dialog(parent, Texts::tr("Save the changes to “%1”?").arg(title), explanation);
    dialog.addAnswer(Texts::tr("Do not save"), u"unsavedDiscard"_s, AskDialog::Kind::Other);
    dialog.addCancel();
    dialog.addAnswer(Texts::tr("Save"), u"unsavedSave"_s);
    const QString answer = dialog.ask();
    return answer == u"unsavedSave" ? UnsavedAnswer::Save : answer.isEmpty() ? UnsavedAnswer::Stay : UnsavedAnswer::Discard;
}

} // namespace

UnsavedAnswer askAboutUnsaved(const QString &title, QWidget *parent)
{
    return ask(title, Texts::tr("This card has unsaved changes."), parent);
}

UnsavedAnswer askAboutTyped(const QString &title, QWidget *parent)
{
    return ask(title, Texts::tr("What you typed is not saved yet."), parent);
}

} // namespace Kartoteka
