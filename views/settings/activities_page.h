// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/settings/office_settings_page.h"

class QLabel;
class QPushButton;

namespace Kartoteka {

class ChoiceButton;
class KindForm;
class ValueList;

/// How the office works with activities: its counters and quiet hours, its kinds, and what each of them has and does.
class ActivitiesPage final : public OfficeSettingsPage
{
    Q_OBJECT
public:
    ActivitiesPage(Store &store, QWidget *parent);

    /// Its settings and every kind; the code of a kind is its row id.
    QList<SettingEntry> entries() const override;
    void reveal(const QString &entry) override;

private:
    void show(qint64 kind);
    void set(const QString &property, const QString &value);
    void reset();
    void addAsking();
    void showAsking();
    void ask();

    ValueList *m_kinds;
    QLabel *m_heading;
    KindForm *m_form;
    QPushButton *m_reset;
    ChoiceButton *m_asking; ///< the types whose items ask the person what comes next
    qint64 m_kind = 0;
};

} // namespace Kartoteka
