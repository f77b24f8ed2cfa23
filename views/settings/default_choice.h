// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

#include <QComboBox>

namespace Kartoteka {

/// What a field begins with, where that is chosen: yes or no, a value of a list, a person, a day counted from today, what the
/// item has that it belongs to.
class DefaultChoice final : public QComboBox
{
    Q_OBJECT

public:
    explicit DefaultChoice(QWidget *parent = nullptr);

    /// Whether a field has something to choose from; all else is typed.
    static bool isFor(const Schema &schema, const Field &field);
    /// Offers what a field of this kind can begin with.
    void offer(const Schema &schema, const Field &field);
    /// As it is kept; see item_defaults.h.
    QString value() const;
    void setValue(const QString &value);
};

} // namespace Kartoteka
