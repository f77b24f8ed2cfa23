// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/products/catalogue.h"
#include "core/store/store.h"

#include <QAbstractTableModel>

#include <functional>

namespace Kartoteka {

/// The products of one item as a table that is edited. What a person does is shown at once and committed; commits from
/// anywhere are followed.
class ProductModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Handle, Name, Quantity, Unit, Price, Discount, Tax, Sum, Remove, ColumnCount };
    enum Role { ForeignRole = Qt::UserRole /**< in another currency than the item: not in its sum */ };

    explicit ProductModel(Store &store, QObject *parent = nullptr);

    void setItem(const ItemRef &ref);
    /// As it was last read.
    const Item &item() const { return m_item; }
    bool isLoaded() const { return m_loaded; }
    const QList<ProductRow> &rows() const { return m_rows; }
    const ProductSummary &summary() const { return m_summary; }
    const Rates &rates() const { return m_rates; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

    /// One piece of a product, in the currency of the item where there is a rate.
    void add(const CatalogueProduct &product);
    /// A line by hand.
    void add(const QString &name);
    void remove(const QList<int> &rows);
    /// Puts a row before the one at @p before, or last.
    void move(int row, int before);
    void setTaxIncluded(const QList<int> &rows, bool included);
    /// What somebody copied from a table: a line each.
    void paste(const QString &text);
    /// The rows as a table for the clipboard.
    QString copied(const QList<int> &rows) const;
    /// The amount comes from the products again.
    void computeAgain();
    /// What somebody had written as the amount before the first products came, which it comes from now.
    std::optional<Money> replacedAmount() const { return m_replaced; }
    /// That stands again, and comes from the products no more.
    void keepReplaced();
    /// The item and its products go over to another currency: by today's rates, or with the same numbers.
    void setCurrency(const QString &currency, bool byRates);

signals:
    /// What is shown of the rows or of what they come to is another.
    void changed();
    void failed(const Kartoteka::Error &error);
    /// A person added rows, the last at @p row.
    void added(int row);

private:
    using Edit = std::function<void(QList<ProductRow> &)>;
    struct State
    {
        Item item;
        QList<ProductRow> rows;
        Rates rates;
    };

    static Result<State> read(const ReadContext &context, const ItemRef &ref);
    void reload();
    void take(const State &state);
    void edit(const Edit &edit);
    void send();
    void noteReplaced();
    void commit(const Result<ChangeSet> &changes, qsizetype edits);
    /// What stands in the file with what is not in it yet.
    QList<ProductRow> edited() const;
    void show(const QList<ProductRow> &rows);
    QString text(const ProductRow &row, int at, int column) const;
    Result<ProductRow> changedRow(ProductRow row, int column, const QString &text) const;

    Store &m_store;
    ItemRef m_ref;
    Item m_item;
    Rates m_rates;
    QList<ProductRow> m_stored; ///< as they stand in the file
    QList<ProductRow> m_rows;   ///< as they are shown
    ProductSummary m_summary;
    std::optional<Money> m_replaced;
    QList<Edit> m_waiting; ///< edits that are not in the file yet
    CancelToken m_reading;
    bool m_committing = false;
    bool m_isBehind = false; ///< something was written that has not been read: what waits is no change of what is stored yet
    bool m_loaded = false;
};

/// "6 527,81": minor units with all decimals of their currency, so that they stand under one another.
QString amountText(qint64 minor, const QString &currency, const QLocale &locale = {});

} // namespace Kartoteka
