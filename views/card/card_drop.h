// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/item.h"

#include <QWidget>

class QDropEvent;
class QMimeData;

namespace Kartoteka {

class CardFiles;
class FieldForm;
class FieldRow;

/// Files that are dropped on a card or pasted into it: a field of files takes those that are held over it, or that come while it
/// has the focus; else they are attached. Lies over the card and shows where they would go while they are held.
class CardDrop final : public QWidget
{
    Q_OBJECT
public:
    /// @p place: what shows that the card takes them.
    CardDrop(CardFiles &files, FieldForm &form, QWidget *place, QWidget *card);

    /// Null: the item is not saved yet, and takes nothing.
    void setItem(const ItemRef &item);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    FieldRow *fieldAt(const QPoint &at, qsizetype files) const;
    FieldRow *focusedField() const;
    void hold(QDropEvent &event);
    void drop(const QDropEvent &event);
    void take(FieldRow *field, const QStringList &paths);
    /// @return false: nothing that was copied can be attached.
    bool paste();
    void showTarget(const QWidget *target);

    CardFiles &m_files;
    FieldForm &m_form;
    QWidget *m_place;
    QWidget *m_card;
    ItemRef m_item;
    QRect m_target; ///< what would take them; empty: nothing is held
};

} // namespace Kartoteka
