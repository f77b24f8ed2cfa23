// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/unsaved_question.h"

#include "views/theme/theme.h"

#include <QPushButton>

namespace Kartoteka {

using namespace Qt::StringLiterals;

UnsavedQuestion::Answer UnsavedQuestion::ask(const QString &title, QWidget *parent)
{
    UnsavedQuestion box(NoIcon, tr("Unsaved changes"), tr("Save the changes to “%1”?").arg(title), NoButton, parent);
    box.setTextFormat(Qt::PlainText);
    box.setObjectName(u"unsavedQuestion"_s);
    box.setInformativeText(tr("Something on this card is not saved yet."));
    QPushButton *save = box.addButton(tr("Save"), AcceptRole);
    save->setObjectName(u"unsavedSave"_s);
    makePrimary(save);
    QPushButton *discard = box.addButton(tr("Do not save"), DestructiveRole);
    discard->setObjectName(u"unsavedDiscard"_s);
    QPushButton *cancel = box.addButton(tr("Cancel"), RejectRole);
    cancel->setObjectName(u"unsavedCancel"_s);
    box.setDefaultButton(save);
    box.setEscapeButton(cancel);
    box.exec();
    return box.clickedButton() == save ? Answer::Save : box.clickedButton() == discard ? Answer::Discard : Answer::Stay;
}

} // namespace Kartoteka
