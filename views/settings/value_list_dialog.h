// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/walked_dialog.h"

class QLabel;

namespace Kartoteka {

class Store;

/// The values of one list, where a field that offers them is seen. What is changed holds at once.
class ValueListDialog final : public WalkedDialog
{
    Q_OBJECT
public:
    ValueListDialog(Store &store, qint64 field, QWidget *parent);

signals:
    void done(const QString &what); ///< the file was changed, and that can be undone

private:
    QLabel *addNote(const QString &name, const QString &text);
};

} // namespace Kartoteka
