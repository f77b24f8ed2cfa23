// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/ask_text.h"

#include <QInputDialog>

namespace Kartoteka {

std::optional<QString> askText(QWidget *parent, const QString &title, const QString &label, const QString &text)
{
    constexpr int narrowest = 360;
    constexpr int frame = 160; // what the window's buttons and icon take beside the title
    QInputDialog dialog(parent);
    dialog.setWindowTitle(title);
    dialog.setLabelText(label);
    dialog.setTextValue(text);
    const int titleWidth = dialog.fontMetrics().horizontalAdvance(title) + frame;
    dialog.resize(qMax(narrowest, qMax(titleWidth, dialog.sizeHint().width())), dialog.sizeHint().height());
    if (dialog.exec() != QDialog::Accepted)
        return std::nullopt;
    const QString typed = dialog.textValue().trimmed();
    return typed.isEmpty() ? std::nullopt : std::optional(typed);
}

} // namespace Kartoteka
