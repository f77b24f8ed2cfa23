// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/money/rate_file.h"
#include "views/settings/office_settings_page.h"

class QLabel;
class QPoint;
class QPushButton;

namespace Kartoteka {

class DefinitionList;
class EditTable;

/// The base currency, the currencies that the office works with, and what they are worth: written by hand, pasted, or read from
/// a bank's file.
class MoneyPage final : public OfficeSettingsPage
{
    Q_OBJECT
public:
    MoneyPage(Store &store, QWidget *parent);

private:
    void fill();
    void fillRates();
    /// The code of the current one; empty when there is none.
    QString currency() const;
    void openMenu(const QPoint &at);
    void askCurrency();
    void removeCurrency();
    void askRate();
    void removeRate();
    void paste();
    void readFile();
    void write(const Result<QList<DayRate>> &rates);

    DefinitionList *m_currencies;
    EditTable *m_rates;
    QLabel *m_ratesOf;
    QPushButton *m_addRate;
    QPushButton *m_removeRate;
    CancelToken m_load;
    CancelToken m_loadRates;
};

} // namespace Kartoteka
