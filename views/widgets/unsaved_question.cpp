// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/unsaved_question.h"

#include "core/base/texts.h"
#include "views/widgets/ask_dialog.h"

namespace Kartoteka {

namespace {

UnsavedAnswer ask(AskDialog &dialog, const QString &discard, const QString &save)
{
    dialog.addAnswer(discard, u"unsavedDiscard"_s, AskDialog::Kind::Other);
    dialog.addCancel();
    dialog.addAnswer(save, u"unsavedSave"_s);
    const QString answer = dialog.ask();
    return answer == u"unsavedSave" ? UnsavedAnswer::Save : answer.isEmpty() ? UnsavedAnswer::Stay : UnsavedAnswer::Discard;
}

UnsavedAnswer askAboutChanges(const QString &title, const QString &explanation, QWidget *parent)
{
    AskDialog dialog(parent, Texts::tr("Save the changes to “%1”?").arg(title), explanation);
    return ask(dialog, Texts::tr("Do not save"), Texts::tr("Save"));
}

} // namespace

UnsavedAnswer askAboutUnsaved(const QString &title, QWidget *parent)
{
    return askAboutChanges(title, Texts::tr("This card has unsaved changes."), parent);
}

UnsavedAnswer askAboutTyped(const QString &title, QWidget *parent)
{
    return askAboutChanges(title, Texts::tr("What you typed is not saved yet."), parent);
}

UnsavedAnswer askAboutDraft(const QString &question, const QString &save, QWidget *parent)
{
    AskDialog dialog(parent, question, Texts::tr("What you typed is not saved yet."));
    return ask(dialog, Texts::tr("Discard draft"), save);
}

} // namespace Kartoteka
