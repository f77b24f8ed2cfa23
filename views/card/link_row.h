// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/item.h"
#include "core/schema/schema.h"

#include <QList>
#include <QWidget>

class QBoxLayout;
class QKeyEvent;
class QToolButton;

namespace Kartoteka {

/// An item that has to do with another one: its title, its stage, its amount, whose work it is and since when it is there. It
/// unfolds to what stands below it.
class LinkRow final : public QWidget
{
    Q_OBJECT
public:
    struct Shown
    {
        ItemRef ref;
        QString typeCode;
        QString typeName;
        QString number;
        QString title;
        QString also;  ///< how else it is linked than its group says
        QString stage; ///< empty: it has none
        QString stageColour;
        QString amount;
        User responsible; ///< without an id: nobody
        QString made;     ///< the day
        bool canUnlink = false;

        bool operator==(const Shown &) const = default;
    };

    LinkRow(const Shown &shown, QWidget *parent);

    void setUnfolded(bool unfolded);
    /// What is seen while it is unfolded is put in here.
    QBoxLayout *below() const { return m_below; }

signals:
    void opened();
    void unlinkWanted();
    void unfolded(bool shown);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeLine(const Shown &shown);
    void showUnlink();

    QWidget *m_line = nullptr;
    QList<QWidget *> m_blanks; ///< columns in which it has nothing
    QToolButton *m_fold = nullptr;
    QToolButton *m_unlink = nullptr;
    bool m_isHovered = false;
    QBoxLayout *m_below;
};

} // namespace Kartoteka
