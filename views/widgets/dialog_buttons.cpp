// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/dialog_buttons.h"

#include "views/theme/theme.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>

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
    QObject::connect(buttons, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    // Enter is the line's or the text's in some fields; with Ctrl it is the dialog's in all of them.
    for (const Qt::Key enter : {Qt::Key_Return, Qt::Key_Enter})
        QObject::connect(new QShortcut(Qt::CTRL | enter, dialog), &QShortcut::activated, accept, &QPushButton::click);
    return accept;
}

QString missingText()
{
    return QCoreApplication::translate("Kartoteka::DialogButtons", "Fill it in first.");
}

void waitForText(QPushButton &button, const QLineEdit &line, QLabel &problem, const QString &why)
{
    const auto judge = [&button, &line, &problem, why] {
        const bool isMissing = line.text().trimmed().isEmpty();
        button.setEnabled(!isMissing);
        button.setToolTip(isMissing ? why : QString());
        problem.hide(); // it is said of what stood there before
    };
    QObject::connect(&line, &QLineEdit::textChanged, &button, judge);
    QObject::connect(&line, &QLineEdit::returnPressed, &button, [&button, &problem, why] {
        if (button.isEnabled())
            return;
        problem.setText(why);
        problem.show();
        QAccessibleEvent alert(&problem, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    });
    judge();
}

} // namespace Kartoteka
