// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/find_anywhere.h"
#include "core/store/store.h"

#include <QLineEdit>
#include <QPoint>
#include <QTimer>

#include <functional>

class QCompleter;
class QStandardItemModel;

namespace Kartoteka {

/// A row that a picker offers: an item that answers to what is typed, or an act with it ("Create contact …").
struct PickRow
{
    ItemRef ref;
    QString title;
    QString note; ///< second line, muted
    QString icon;
    QString act = {}; ///< empty: the item is picked
};

/// Items that were found as rows: the title over kind, number and client.
QList<PickRow> pickRows(const Schema &schema, const QList<FoundItem> &found);

/// A line in which a person types to find an item, with what answers below it. It is looked for off the GUI thread, a moment
/// after the last key; what was looked for before is given up.
class ItemPicker final : public QLineEdit
{
    Q_OBJECT
public:
    /// Runs on a reader's thread.
    using Find = std::function<Result<QList<PickRow>>(const ReadContext &context, const QString &text)>;
    /// Rows under what was found, for instance to create it.
    using Offer = std::function<QList<PickRow>(const QString &text)>;

    explicit ItemPicker(Store &store, QWidget *parent = nullptr);

    void setFind(Find find) { m_find = std::move(find); }
    void setOffer(Offer offer) { m_offer = std::move(offer); }
    /// The line stays as it is when something was picked; else it is emptied for the next.
    void setKeepsText(bool keeps) { m_keepsText = keeps; }
    /// Empties the line; what is offered goes.
    void reset();

signals:
    void picked(const Kartoteka::PickRow &row, const QString &typed);
    void failed(const Kartoteka::Error &error);

protected:
    void focusOutEvent(QFocusEvent *event) override;

private:
    void look();
    void stop();
    void show(const QList<PickRow> &rows, const QString &typed);
    void pick(int row);

    Store &m_store;
    Find m_find;
    Offer m_offer;
    QTimer m_pause;
    CancelToken m_search;
    QStandardItemModel *m_model;
    QCompleter *m_completer;
    QList<PickRow> m_rows;
    QString m_typed;  ///< to what the rows answer
    QPoint m_mouseAt; ///< as the rows came
    bool m_keepsText = false;
};

} // namespace Kartoteka
