// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QBoxLayout;
class QDialog;
class QLabel;
class QLineEdit;
class QPushButton;

namespace Kartoteka {

/// Adds the row at the foot of a dialog: the button that does it, which is the primary and default one, and Cancel.
/// They call accept() and reject(). @p name is the object name of the first, dialogCancel of
/// the other. @return the first.
QPushButton *addDialogButtons(QDialog *dialog, QBoxLayout *layout, const QString &text, const QString &name);

/// What a button says that waits for a line which is empty.
QString missingText();

/// The button waits until something is written in the line: until then its tip says why, and so does Enter in the line, in @p problem.
void waitForText(QPushButton &button, const QLineEdit &line, QLabel &problem, const QString &why = missingText());

} // namespace Kartoteka
