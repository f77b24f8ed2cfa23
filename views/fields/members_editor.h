// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/fields/field_editor.h"

class QComboBox;
class QLineEdit;
class QVBoxLayout;

namespace Kartoteka {

/// Several phones, e-mails or addresses of sites, each with a label, one a line.
class MembersEditor final : public FieldEditor
{
    Q_OBJECT
public:
    MembersEditor(const Field &field, QWidget *parent);

    void setValue(const Value &value) override;
    Result<Value> value() const override;
    QWidget *input() const override;

private:
    struct Line
    {
        QLineEdit *text;
        QComboBox *label;
    };
    void addLine(const Member &member);

    Field m_field;
    QVBoxLayout *m_lines;
    QList<Line> m_edits;
};

/// "work", "mobile", … as people read them.
QString labelText(const QString &label);

} // namespace Kartoteka
