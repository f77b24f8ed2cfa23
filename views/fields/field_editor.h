// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/store.h"

#include <QWidget>

namespace Kartoteka {

/// Edits the value of one field in place. Made for the field's type by makeFieldEditor.
class FieldEditor : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    virtual void setValue(const Value &value) = 0;
    /// What was typed, or why it is no value of the field.
    virtual Result<Value> value() const = 0;
    /// The widget that takes the keys.
    virtual QWidget *input() const = 0;
    /// The editor takes several lines: Enter belongs to it.
    virtual bool isMultiLine() const { return false; }

signals:
    /// The value is complete (a choice was made).
    void finished();
};

/// @return an editor owned by @p parent.
FieldEditor *makeFieldEditor(Store &store, const Field &field, QWidget *parent);

} // namespace Kartoteka
