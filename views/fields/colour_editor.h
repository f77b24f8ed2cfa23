// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/fields/field_editor.h"

class QAction;
class QLineEdit;

namespace Kartoteka {

/// A colour: chosen from the grid, or typed as "#2d69fe".
class ColourEditor final : public FieldEditor
{
    Q_OBJECT
public:
    explicit ColourEditor(const Field &field, QWidget *parent);

    void setValue(const Value &value) override;
    Result<Value> value() const override;
    QWidget *input() const override;

private:
    void showColour();
    void choose();

    QString m_code;
    QLineEdit *m_edit;
    QAction *m_dot;
};

} // namespace Kartoteka
