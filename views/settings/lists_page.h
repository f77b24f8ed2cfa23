// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/settings/definition_page.h"

class QLabel;
class QMenu;

namespace Kartoteka {

class ChoiceButton;
class DefinitionList;

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
    void openMenu(qint64 value, const QPoint &at);
    void askColour(qint64 value);
    void askMerge(const ListValue &value);
    void askDelete(const ListValue &value);
    /// Asks which other value is to stand for it. @p question says what for.
    void askHeir(const ListValue &value, const QString &question, const QString &explanation, const QString &verb);
    void edit(qint64 value, const QString &name, const QString &colour, const QString &said);

    ChoiceButton *m_lists;
    QLabel *m_users;
    DefinitionList *m_values;
    qint64 m_field = 0;
};

} // namespace Kartoteka
