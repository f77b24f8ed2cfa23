// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/key_hint.h"
#include "views/widgets/walked_dialog.h"

class QLabel;
class QLineEdit;
class QTableWidget;

namespace Kartoteka {

/// Every key of the program, by where it works; a few letters narrow it down.
class ShortcutsDialog final : public WalkedDialog
{
    Q_OBJECT
public:
    explicit ShortcutsDialog(const QList<KeyGroup> &groups, QWidget *parent = nullptr);

private:
    void fill();

    QList<KeyGroup> m_groups;
    QHash<QString, QStringList> m_others; ///< what acts and groups are called in the other language
    QLineEdit *m_search;
    QTableWidget *m_table;
    QLabel *m_empty;
};

} // namespace Kartoteka
