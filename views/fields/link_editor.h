// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/fields/field_editor.h"
#include "views/widgets/standing_rows.h"

namespace Kartoteka {

class ItemPicker;
struct PickRow;

/// A link to an item, or to several: found by name, phone, e-mail or number. What was picked is known by itself and not by its
/// name, which others may have too.
class LinkEditor final : public FieldEditor
{
    Q_OBJECT
public:
    LinkEditor(Store &store, const Field &field, QWidget *parent);

    void setValue(const Value &value) override;
    Result<Value> value() const override;
    QWidget *input() const override;

private:
    struct Line
    {
        ItemRef ref;
        QString title;
        bool operator==(const Line &) const = default;
    };
    void pick(const PickRow &row);
    void showMembers();
    QWidget *makeLine(const Line &shown);

    Store &m_store;
    Field m_field;
    StandingRows<Line> m_lines; ///< of several
    ItemPicker *m_picker;
    Members m_members;   ///< of several
    qint64 m_picked = 0; ///< of one, while its title stands in the line
    QString m_title;
};

} // namespace Kartoteka
