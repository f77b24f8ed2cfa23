// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/item.h"
#include "core/schema/schema.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace Kartoteka {

class CardTitle;
class StageBar;

/// The head of a card: what it is, its title, its stages, and the ways to its neighbours.
class CardHeader final : public QWidget
{
    Q_OBJECT
public:
    explicit CardHeader(QWidget *parent = nullptr);

    /// @p isNew: it is not saved yet.
    void show(const SchemaPtr &schema, const Item &item, bool isNew);
    CardTitle *title() const { return m_title; }
    StageBar *stages() const { return m_stages; }
    /// Where the menu of the button "More" belongs.
    QPoint menuPlace() const;

signals:
    void stepWanted(int direction); ///< to the previous or next item of the list
    void moreWanted();
    void closeWanted();

private:
    QLabel *m_kind;
    CardTitle *m_title;
    StageBar *m_stages;
    QToolButton *m_previous;
    QToolButton *m_next;
    QToolButton *m_more;
};

} // namespace Kartoteka
