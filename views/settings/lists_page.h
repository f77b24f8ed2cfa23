// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/settings/definition_page.h"

class QLabel;

namespace Kartoteka {

class ChoiceButton;
class ValueList;

/// The lists of the office, and the values of the one that is chosen: named, coloured, moved, merged and deleted.
class ListsPage final : public DefinitionPage
{
    Q_OBJECT
public:
    ListsPage(Store &store, QWidget *parent);

    /// Every list and every value; the code is the row id of the field, or of the value behind a point.
    QList<SettingEntry> entries() const override;
    void reveal(const QString &entry) override;

private:
    void fill();
    void showList(qint64 field);

    ChoiceButton *m_lists;
    QLabel *m_users;
    ValueList *m_values;
    qint64 m_field = 0;
};

} // namespace Kartoteka
