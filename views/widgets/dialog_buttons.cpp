// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/dialog_buttons.h"

#include "views/theme/theme.h"
#include "views/widgets/tab_order.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QPushButton>

namespace Kartoteka {

using namespace Qt::StringLiterals;

QPushButton *addDialogButtons(QDialog *dialog, QBoxLayout *layout, const QString &text, const QString &name)
{
    auto *buttons = new QDialogButtonBox(dialog);
    QPushButton *accept = buttons->addButton(text, QDialogButtonBox::AcceptRole);
    accept->setObjectName(name);
    makePrimary(accept);
    accept->setDefault(true);
    const QString cancel = QCoreApplication::translate("Kartoteka::DialogButtons", "Cancel");
    buttons->addButton(cancel, QDialogButtonBox::RejectRole)->setObjectName(u"dialogCancel"_s);
    layout->addWidget(buttons);
    keepTabOrder(*dialog);
    QObject::connect(buttons, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    return accept;
}

} // namespace Kartoteka
