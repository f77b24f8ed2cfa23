// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clients/clients.h"

#include <QFrame>

class QLabel;
class QListWidget;
class QPushButton;

namespace Kartoteka {

/// The people of a company that was chosen as the client: who of them is ticked is added in one act.
class ContactTicks final : public QFrame
{
    Q_OBJECT
public:
    explicit ContactTicks(QWidget *parent);

    /// Offers the people of @p company, as people call it; hides itself where there is nobody to be offered.
    void offer(const QString &company, const QList<FoundClient> &people);
    /// Those who are clients by now are offered no more; ticks on the others stay.
    void leaveOut(const QList<ItemRef> &known);

signals:
    void added(const QList<Kartoteka::ItemRef> &people);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QList<ItemRef> ticked() const;
    void tellTicked();
    void fitToRows();
    void accept();

    QLabel *m_head;
    QListWidget *m_list;
    QPushButton *m_add;
    QList<FoundClient> m_people; ///< of the rows
};

} // namespace Kartoteka
