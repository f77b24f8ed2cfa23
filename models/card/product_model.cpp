// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/card/product_model.h"

#include "core/items/item_acts.h"
#include "core/items/item_queries.h"
#include "core/money/rate_queries.h"
#include "core/products/product_texts.h"
#include "core/schema/codes.h"

#include <algorithm>

namespace Kartoteka {

namespace {

/// The same row, before and after it was written.
bool isSame(const ProductRow &a, const ProductRow &b)
{
    return a.id != 0 && b.id != 0 ? a.id == b.id : a.product == b.product && a.name == b.name;
}

QString columnCode(int column)
{
    switch (column) {
    case ProductModel::Name: return u"name"_s;
    case ProductModel::Quantity: return u"quantity"_s;
    case ProductModel::Unit: return Codes::unit;
    case ProductModel::Price: return Codes::price;
    case ProductModel::Discount: return u"discount"_s;
    case ProductModel::Tax: return Codes::tax;
    default: return {};
    }
}

bool isNumber(int column)
{
    return column == ProductModel::Handle || column == ProductModel::Quantity
        || (column >= ProductModel::Price && column <= ProductModel::Sum);
}

} // namespace

QString amountText(qint64 minor, const QString &currency, const QLocale &locale)
{
    const int digits = minorDigits(currency);
    qint64 unit = 1;
    for (int i = 0; i < digits; ++i)
        unit *= 10;
    return scaledText(minor, locale, unit, digits);
}

ProductModel::ProductModel(Store &store, QObject *parent) : QAbstractTableModel(parent), m_store(store)
{
    connect(&store, &Store::committed, this, [this](const CommitNotice &notice) {
        const bool mine = std::any_of(notice.records.begin(), notice.records.end(), [this](const RecordChange &record) {
            return record.owner == m_ref || (record.typeId == m_ref.type && record.id == m_ref.id)
                || record.table == u"rate";
        });
        if (mine || notice.whole || notice.schemaChanged)
            reload();
    });
}

void ProductModel::setItem(const ItemRef &ref)
{
    if (ref == m_ref)
        return;
    m_ref = ref;
    m_waiting.clear();
    m_replaced.reset();
    m_loaded = false;
    m_item = {};
    m_stored.clear();
    show({});
    reload();
}

Result<ProductModel::State> ProductModel::read(const ReadContext &context, const ItemRef &ref)
{
    auto item = readItem(context, ref);
    if (!item)
        return item.error();
    auto rows = readProducts(context, ref);
    if (!rows)
        return rows.error();
    auto rates = readRates(context, context.clock->localNow().date());
    return rates ? Result<State>(State{*item, *rows, *rates}) : Result<State>(rates.error());
}

void ProductModel::reload()
{
    if (m_ref.isNull())
        return;
    m_reading.cancel();
    m_reading = CancelToken();
    m_store.read<State>(m_reading, [ref = m_ref](ReadContext &context) { return read(context, ref); })
        .then(this, [this, token = m_reading](const Result<State> &state) {
            if (token.isCancelled() || m_committing)
                return; // read anew once it is written
            if (state)
                take(*state);
            else if (state.error().code != ErrorCode::NotFound)
                emit failed(state.error());
        });
}

void ProductModel::take(const State &state)
{
    m_item = state.item;
    m_rates = state.rates;
    m_stored = state.rows;
    m_loaded = true;
    m_isBehind = false;
    if (!isAmountAutomatic(m_item))
        m_replaced.reset();
    show(edited());
    if (!m_waiting.isEmpty())
        send();
}

QList<ProductRow> ProductModel::edited() const
{
    QList<ProductRow> rows = m_stored;
    for (const Edit &edit : m_waiting)
        edit(rows);
    return rows;
}

void ProductModel::edit(const Edit &edit)
{
    if (!m_loaded)
        return;
    m_waiting << edit;
    QList<ProductRow> rows = m_rows;
    edit(rows);
    show(rows);
    if (!m_committing && !m_isBehind)
        send();
}

void ProductModel::noteReplaced()
{
    const Money amount = m_item.value(Codes::amount).value<Money>();
    if (m_stored.isEmpty() && amount.minor != 0 && !isAmountAutomatic(m_item))
        m_replaced = amount;
}

void ProductModel::send()
{
    noteReplaced();
    commit(planProducts(*m_store.schema(), m_item, m_stored, edited(), m_store.clock().now()), m_waiting.size());
}

/// @p edits: how many of those that wait the changes hold.
void ProductModel::commit(const Result<ChangeSet> &changes, qsizetype edits)
{
    if (!changes || changes->isEmpty()) {
        m_waiting.clear();
        if (!changes)
            m_replaced.reset();
        show(m_stored);
        if (!changes)
            emit failed(changes.error());
        return;
    }
    m_committing = true;
    m_store.commit(*changes).then(this, [this, edits](const Result<Receipt> &receipt) {
        m_committing = false;
        m_isBehind = true;
        m_waiting.remove(0, qMin(edits, m_waiting.size()));
        if (!receipt) {
            m_waiting.clear();
            m_replaced.reset();
            emit failed(receipt.error());
        }
        reload();
    });
}

void ProductModel::show(const QList<ProductRow> &rows)
{
    // What is the same at both ends stays; the rest goes and comes.
    qsizetype first = 0;
    const qsizetype least = qMin(rows.size(), m_rows.size());
    while (first < least && isSame(rows[first], m_rows[first]))
        ++first;
    qsizetype last = 0;
    while (last < least - first && isSame(rows[rows.size() - 1 - last], m_rows[m_rows.size() - 1 - last]))
        ++last;
    const bool differs = rows.size() != m_rows.size();
    if (const qsizetype gone = m_rows.size() - first - last; differs && gone > 0) {
        beginRemoveRows({}, int(first), int(first + gone) - 1);
        m_rows.remove(first, gone);
        endRemoveRows();
    }
    if (const qsizetype come = rows.size() - first - last; differs && come > 0) {
        beginInsertRows({}, int(first), int(first + come) - 1);
        m_rows = rows;
        m_summary = summaryOf(*m_store.schema(), productCurrency(*m_store.schema(), m_item), rows);
        endInsertRows();
    }
    m_rows = rows;
    m_summary = summaryOf(*m_store.schema(), productCurrency(*m_store.schema(), m_item), rows);
    if (!rows.isEmpty())
        emit dataChanged(index(0, 0), index(int(rows.size()) - 1, ColumnCount - 1));
    emit changed();
}

int ProductModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ProductModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ProductModel::text(const ProductRow &row, int at, int column) const
{
    const QLocale locale;
    switch (column) {
    case Handle: return QString::number(at + 1);
    case Name: return row.name;
    case Quantity: return scaledText(row.line.quantity, locale);
    case Unit: return row.unit;
    case Price: return scaledText(row.line.price, locale, productUnit, minorDigits(row.currency));
    case Discount: return discountText(row.line, locale);
    case Tax: return taxText(row.line, locale);
    case Sum: return amountText(m_summary.totals.lines.value(at).total, m_summary.currency, locale);
    default: return {};
    }
}

QVariant ProductModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const ProductRow &row = m_rows[index.row()];
    const bool isForeign = row.currency != m_summary.currency;
    const QString shown = text(row, index.row(), index.column());
    switch (role) {
    case Qt::DisplayRole:
        if (isForeign && index.column() == Sum)
            return u"—"_s;
        if (isForeign && index.column() == Price)
            return QString(shown + u' ' + row.currency);
        return row.line.taxIncluded && row.line.tax && index.column() == Tax ? tr("incl. %1", "tax in a price").arg(shown)
                                                                             : shown;
    case Qt::EditRole: return shown;
    case Qt::TextAlignmentRole: return int((isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        if (isForeign && (index.column() == Sum || index.column() == Price))
            return tr("In %1: it is not in the total.").arg(row.currency);
        return index.column() == Remove ? tr("Delete the row") : shown;
    case Qt::AccessibleTextRole:
        return index.column() == Remove
            ? tr("Delete the row")
            : QString(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString() + u": "_s + shown);
    case ForeignRole: return isForeign;
    default: return {};
    }
}

QVariant ProductModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Handle: return tr("No.", "of a row");
    case Quantity: return tr("Qty", "column");
    case Tax: return tr("Tax");
    case Sum: return tr("Sum");
    case Unit: return tr("Unit", "column");
    default: return productColumnName(columnCode(section));
    }
}

Qt::ItemFlags ProductModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return index.column() >= Name && index.column() <= Tax ? flags | Qt::ItemIsEditable : flags;
}

Result<ProductRow> ProductModel::changedRow(ProductRow row, int column, const QString &text) const
{
    const QLocale locale;
    const auto number = [&](qint64 &into) -> Result<ProductRow> {
        const auto value = parseScaled(text, locale);
        if (!value)
            return Error{ErrorCode::Refused, tr("“%1” is not a number.").arg(text.left(60)), {}, columnCode(column)};
        into = *value;
        return row;
    };
    switch (column) {
    case Name: row.name = text; return row;
    case Unit: row.unit = text; return row;
    case Quantity: return number(row.line.quantity);
    case Price: return number(row.line.price);
    default: break;
    }
    auto line = column == Discount ? withDiscount(row.line, text, locale) : withTax(row.line, text, locale);
    if (!line)
        return line.error();
    row.line = *line;
    return row;
}

bool ProductModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !index.isValid() || index.row() >= m_rows.size())
        return false;
    const QString typed = value.toString().trimmed();
    const ProductRow &row = m_rows[index.row()];
    if (typed == text(row, index.row(), index.column()))
        return true;
    auto after = changedRow(row, index.column(), typed);
    const std::optional<Error> problem = after ? rowProblem(*after) : after.error();
    if (problem) {
        Error told = *problem;
        if (!told.where.isEmpty() && after)
            told.message = productColumnName(told.where) + u": "_s + told.message;
        emit failed(told);
        return false;
    }
    edit([at = index.row(), column = index.column(), typed, this](QList<ProductRow> &rows) {
        if (at < rows.size())
            rows[at] = *changedRow(rows[at], column, typed);
    });
    return true;
}

void ProductModel::add(const CatalogueProduct &product)
{
    const bool decides = m_rows.isEmpty() && !m_item.value(Codes::amount).isValid() && !product.price.currency.isEmpty();
    const ProductRow row = rowOf(product, decides ? product.price.currency : m_summary.currency, m_rates);
    edit([row](QList<ProductRow> &rows) { rows << row; });
    emit added(int(m_rows.size()) - 1);
}

void ProductModel::add(const QString &name)
{
    ProductRow row;
    row.name = name.simplified();
    row.currency = m_summary.currency;
    // Whoever writes several lines has the same tax on them, as a rule.
    if (!m_rows.isEmpty()) {
        row.line.tax = m_rows.constLast().line.tax;
        row.line.taxIncluded = m_rows.constLast().line.taxIncluded;
    }
    edit([row](QList<ProductRow> &rows) { rows << row; });
    emit added(int(m_rows.size()) - 1);
}

void ProductModel::remove(const QList<int> &gone)
{
    QList<int> rows = gone;
    std::sort(rows.begin(), rows.end(), std::greater<>());
    edit([rows](QList<ProductRow> &all) {
        for (const int row : rows) {
            if (row < all.size())
                all.removeAt(row);
        }
    });
}

void ProductModel::move(int row, int before)
{
    if (before == row || before == row + 1 || before < 0 || before > m_rows.size())
        return;
    edit([row, before](QList<ProductRow> &rows) {
        if (row < rows.size() && before <= rows.size())
            rows.move(row, before > row ? before - 1 : before);
    });
}

void ProductModel::setTaxIncluded(const QList<int> &changed, bool included)
{
    edit([changed, included](QList<ProductRow> &rows) {
        for (const int row : changed) {
            if (row < rows.size())
                rows[row].line.taxIncluded = included;
        }
    });
}

void ProductModel::paste(const QString &text)
{
    using Rows = QList<ProductRow>;
    m_store
        .read<Rows>({},
                    [text, currency = m_summary.currency, rates = m_rates](ReadContext &context) {
                        return rowsFromTable(context, text, currency, rates, QLocale());
                    })
        .then(this, [this](const Result<Rows> &pasted) {
            if (!pasted) {
                emit failed(pasted.error());
            } else if (!pasted->isEmpty()) {
                edit([more = *pasted](QList<ProductRow> &rows) { rows << more; });
                emit added(int(m_rows.size()) - 1);
            }
        });
}

QString ProductModel::copied(const QList<int> &rows) const
{
    QStringList lines;
    for (const int row : rows) {
        QStringList cells;
        for (int column = Name; column <= Sum; ++column)
            cells << text(m_rows[row], row, column);
        lines << cells.join(u'\t');
    }
    return lines.join(u'\n');
}

void ProductModel::computeAgain()
{
    if (m_loaded && !m_committing && !m_isBehind)
        commit(planAmountFromProducts(*m_store.schema(), m_item, m_rows), 0);
}

void ProductModel::keepReplaced()
{
    if (m_replaced && m_loaded && !m_committing && !m_isBehind)
        commit(planEdit(*m_store.schema(), m_item, {{Codes::amount, toValue(*m_replaced)}}), 0);
}

void ProductModel::setCurrency(const QString &currency, bool byRates)
{
    if (!m_loaded || m_committing || m_isBehind)
        return;
    commit(planCurrency(*m_store.schema(), m_item, m_stored, currency, byRates ? &m_rates : nullptr, m_store.clock().now()),
           0);
}

} // namespace Kartoteka
