// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/settings/office_settings_page.h"

class QPoint;

namespace Kartoteka {

class DefinitionList;

/// The people of the office and the departments they are in.
class PeoplePage final : public OfficeSettingsPage
{
    Q_OBJECT
public:
    PeoplePage(Store &store, QWidget *parent);

    /// Every person and department; the code is "user" or "department" with its row id.
    QList<SettingEntry> entries() const override;
    void reveal(const QString &entry) override;

private:
    void fill();
    void fillPeople();
    void fillDepartments();
    /// 0: a new one.
    void editPerson(qint64 id);
    void openPersonMenu(qint64 id, const QPoint &at);
    void switchPerson(qint64 id);
    void setPerson(qint64 id, const QList<QPair<QString, QString>> &values);
    void editDepartment(qint64 id);
    void openDepartmentMenu(qint64 id, const QPoint &at);
    void removeDepartment(qint64 id);

    DefinitionList *m_people;
    DefinitionList *m_departments;
};

} // namespace Kartoteka
