// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/product_search.h"

#include "models/card/product_model.h"
#include "views/theme/focus_ring.h"
#include "views/theme/theme.h"

#include <QKeyEvent>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

constexpr int suggested = 8;
enum Role { NoteRole = Qt::UserRole };

/// Name at the left, SKU and price muted at the right.
class SuggestionDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = Theme::of(option.palette);
        painter->save();
        if (option.state & QStyle::State_Selected) {
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(Qt::NoPen);
            painter->setBrush(theme.hover());
            painter->drawRoundedRect(option.rect, Space::chipRadius, Space::chipRadius);
        }
        const QRect cell = option.rect.adjusted(Space::s, 0, -Space::s, 0);
        const QString note = index.data(NoteRole).toString();
        const int width = option.fontMetrics.horizontalAdvance(note);
        painter->setFont(option.font);
        painter->setPen(theme.colour(ColourRole::Muted));
        painter->drawText(cell, Qt::AlignRight | Qt::AlignVCenter, note);
        const QRect name = cell.adjusted(0, 0, -width - Space::m, 0);
        painter->setPen(theme.colour(note.isEmpty() ? ColourRole::Accent : ColourRole::Text));
        painter->drawText(name, Qt::AlignLeft | Qt::AlignVCenter,
                          option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, name.width()));
        painter->restore();
    }
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {0, scaled(32, option.fontMetrics)};
    }
};

} // namespace

ProductSearch::ProductSearch(Store &store, QWidget *parent) : QLineEdit(parent), m_store(store)
{
    setObjectName(u"productSearch"_s);
    setAccessibleName(tr("Add a product"));
    setPlaceholderText(tr("Add a product: name, SKU or number"));
    addAction(Theme::of(palette()).icon(u"plus"_s, ColourRole::Muted), LeadingPosition)
        ->setText(accessibleName()); // it is spoken as a button
    // A window that takes no focus: what is typed stays in the line.
    m_list = new QListWidget(this);
    m_list->setWindowFlags(Qt::ToolTip);
    m_list->setObjectName(u"suggestions"_s);
    m_list->setAccessibleName(tr("Products"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setItemDelegate(new SuggestionDelegate(m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->viewport()->installEventFilter(this);
    m_list->hide();
    connect(m_list, &QListWidget::itemEntered, m_list, [this](QListWidgetItem *item) { m_list->setCurrentItem(item); });
    connect(m_list, &QListWidget::itemClicked, this, [this](QListWidgetItem *item) { choose(m_list->row(item)); });
    connect(this, &QLineEdit::textEdited, this, &ProductSearch::search);
}

ProductSearch::~ProductSearch()
{
    m_token.cancel();
}

bool ProductSearch::eventFilter(QObject *watched, QEvent *event)
{
    // A click into the list leaves the line as it is.
    if (m_list && watched == m_list->viewport() && event->type() == QEvent::MouseButtonPress)
        setFocus(Qt::OtherFocusReason);
    return QLineEdit::eventFilter(watched, event);
}

void ProductSearch::search()
{
    m_token.cancel();
    m_token = CancelToken();
    const QString typed = text().trimmed();
    using Found = QList<CatalogueProduct>;
    m_store.read<Found>(m_token, [typed](ReadContext &context) { return findProducts(context, typed, suggested); })
        .then(this, [this, typed, token = m_token](const Result<Found> &found) {
            if (token.isCancelled() || !hasFocus())
                return;
            if (!found) {
                if (found.error().code != ErrorCode::Cancelled)
                    emit failed(found.error());
                return;
            }
            m_shownFor = typed;
            show(*found);
            if (std::exchange(m_choosesFirst, false))
                choose(0);
        });
}

void ProductSearch::show(const QList<CatalogueProduct> &found)
{
    m_found = found;
    m_list->clear();
    for (const CatalogueProduct &product : found) {
        QStringList notes{product.sku};
        if (!product.price.currency.isEmpty())
            notes << moneyText(product.price);
        notes.removeAll(QString());
        auto *item = new QListWidgetItem(product.title, m_list);
        item->setData(NoteRole, notes.isEmpty() ? u" "_s : notes.join(u"  ·  "_s));
        item->setData(Qt::AccessibleTextRole, QString(product.title + u", "_s + notes.join(u", "_s)));
    }
    if (!m_shownFor.isEmpty())
        new QListWidgetItem(tr("Add “%1” as a line").arg(m_shownFor), m_list);
    if (m_list->count() == 0) {
        m_list->hide();
        return;
    }
    m_list->setCurrentRow(0);
    const int height = m_list->count() * scaled(32, fontMetrics()) + 2 * m_list->frameWidth();
    m_list->setGeometry(QRect(mapToGlobal(QPoint(0, this->height() + Space::xs)), QSize(width(), height)));
    m_list->show();
}

void ProductSearch::step(int by)
{
    if (!m_list->isVisible()) {
        search();
        return;
    }
    const int count = m_list->count();
    m_list->setCurrentRow((m_list->currentRow() + by + count) % count);
}

void ProductSearch::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Down: step(1); return;
    case Qt::Key_Up: step(-1); return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_list->isVisible() && m_shownFor == text().trimmed()) {
            choose(m_list->currentRow());
        } else if (!text().trimmed().isEmpty()) {
            m_choosesFirst = true; // as soon as it is known what answers
            search();
        }
        return;
    case Qt::Key_Escape:
        if (m_list->isVisible() || !text().isEmpty()) {
            close();
            return;
        }
        break;
    default: break;
    }
    QLineEdit::keyPressEvent(event);
}

void ProductSearch::choose(int row)
{
    const QString typed = m_shownFor;
    const QList<CatalogueProduct> found = m_found;
    if (row < 0 || row >= m_list->count())
        return;
    close();
    if (row < found.size())
        emit chosen(found[row]);
    else
        emit written(typed);
}

void ProductSearch::close()
{
    m_token.cancel();
    m_choosesFirst = false;
    m_list->hide();
    clear();
    m_shownFor.clear();
}

void ProductSearch::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    if (event->reason() == Qt::MouseFocusReason)
        search(); // the first of the catalogue, to choose from
}

void ProductSearch::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    m_list->hide();
}

} // namespace Kartoteka
