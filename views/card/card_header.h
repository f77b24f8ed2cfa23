// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/item.h"
#include "core/schema/schema.h"
#include "core/store/store.h"

#include <QDateTime>
#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace Kartoteka {

class CardLights;
class CardTitle;
class StageBar;

/// The head of a card: what it is and since when, who answers for it, its title and amount, where it stands, and what is done
/// with it most: call, finish.
class CardHeader final : public QWidget
{
    Q_OBJECT
public:
    explicit CardHeader(Store &store, QWidget *parent = nullptr);

    void show(const SchemaPtr &schema, const Item &item, bool isNew, const QDateTime &now);
    /// There is no list to go on in: the card stands alone.
    void setAlone() { m_isAlone = true; }
    /// The item whose link led here; empty: none.
    void setBack(const QString &title);
    /// Whether there is anybody to be called.
    void setCallable(bool isCallable);
    CardTitle *title() const { return m_title; }
    StageBar *stages() const { return m_stages; }
    CardLights *lights() const { return m_lights; }
    /// Where the menu behind "more" opens, and those of the other buttons.
    QPoint menuPlace() const;
    QPoint finishPlace() const;
    QPoint callPlace() const;
    QPoint responsiblePlace() const;

signals:
    void stepWanted(int direction); ///< to the previous or next item of the list
    void backWanted();              ///< to the item whose link led here
    void moreWanted();
    void closeWanted();
    void callWanted();
    void finishWanted();
    void responsibleWanted(); ///< another person is to answer for the item
    void amountWanted();      ///< the amount is to be edited

private:
    /// What it is and since when, who its client is, how long it has stood where it stands.
    void showAbout(const Item &item, bool isNew, const QDateTime &now);
    /// How the client of a repeat item was recognised, and whether the item rots.
    void readState(const SchemaPtr &schema, const Item &item, const QDateTime &now);
    void showStages(const SchemaPtr &schema, const Item &item, const QDateTime &now);
    void showResponsible(const Schema &schema, const Item &item, bool isNew);
    void showAmount(const Schema &schema, const Item &item);

    Store &m_store;
    CancelToken m_reading;
    ItemRef m_known; ///< of which the two below are known
    QString m_how;   ///< how its client was recognised
    bool m_rots = false;
    QToolButton *m_back;
    QLabel *m_kind;
    CardLights *m_lights;
    CardTitle *m_title;
    QToolButton *m_amount;
    StageBar *m_stages;
    QWidget *m_row; ///< stages and the buttons beside them
    QPushButton *m_call;
    QPushButton *m_finish;
    QToolButton *m_responsible;
    QToolButton *m_previous;
    QToolButton *m_next;
    QToolButton *m_more;
    bool m_isAlone = false;
};

} // namespace Kartoteka
