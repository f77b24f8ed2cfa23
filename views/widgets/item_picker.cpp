// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/item_picker.h"

#include "core/schema/builtin_names.h"
#include "views/theme/theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QCursor>
#include <QFocusEvent>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

#include <chrono>

namespace Kartoteka {

namespace {

using namespace std::chrono_literals;
constexpr auto pause = 120ms; ///< after the last key
constexpr int rowsShown = 10;
constexpr int oneLine = 32;
constexpr int twoLines = 44;
constexpr int iconSide = 18;

enum Roles { NoteRole = Qt::UserRole + 1, IconRole, ActRole };

class PickDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const bool hasNote = !index.data(NoteRole).toString().isEmpty();
        return {0, scaled(hasNote ? twoLines : oneLine, option.fontMetrics)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = Theme::of(option.palette);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (option.state & QStyle::State_Selected) { // a mouse that moves over a row makes it the current one
            painter->setPen(Qt::NoPen);
            painter->setBrush(theme.hover());
            painter->drawRoundedRect(option.rect, Space::chipRadius, Space::chipRadius);
        }
        const bool isAct = index.data(ActRole).toBool();
        const int side = scaled(iconSide, option.fontMetrics);
        QRect room = option.rect.adjusted(Space::s, 0, -Space::s, 0);
        theme.icon(index.data(IconRole).toString(), isAct ? ColourRole::Accent : ColourRole::Muted)
            .paint(painter, QRect(room.left(), room.center().y() - side / 2 + 1, side, side));
        room.setLeft(room.left() + side + Space::s);
        const QString note = index.data(NoteRole).toString();
        QRect line = room;
        if (!note.isEmpty())
            line.setBottom(room.center().y());
        painter->setPen(theme.colour(isAct ? ColourRole::Accent : ColourRole::Text));
        painter->setFont(option.font);
        const auto draw = [&](const QRect &place, int align, const QString &text) {
            painter->drawText(place, align, painter->fontMetrics().elidedText(text, Qt::ElideRight, place.width()));
        };
        draw(line, int(note.isEmpty() ? Qt::AlignVCenter : Qt::AlignBottom) | Qt::AlignLeft, index.data().toString());
        if (!note.isEmpty()) {
            painter->setPen(theme.colour(ColourRole::Muted));
            painter->setFont(Theme::small(option.font));
            draw(QRect(room.left(), line.bottom() + 1, room.width(), room.bottom() - line.bottom()),
                 Qt::AlignTop | Qt::AlignLeft, note);
        }
        painter->restore();
    }
};

} // namespace

QList<PickRow> pickRows(const Schema &schema, const QList<FoundItem> &found)
{
    QList<PickRow> rows;
    for (const FoundItem &one : found) {
        const EntityType *type = schema.type(one.ref.type);
        if (!type)
            continue;
        const QString name = ItemPicker::tr("%1 #%2", "kind and number of an item").arg(displayName(*type), one.number);
        rows << PickRow{one.ref, one.title, one.client.isEmpty() ? name : name + u" · "_s + one.client, type->icon};
    }
    return rows;
}

ItemPicker::ItemPicker(Store &store, QWidget *parent)
    : QLineEdit(parent)
    , m_store(store)

    , m_model(new QStandardItemModel(this))
    , m_completer(new QCompleter(m_model, this))
{
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(rowsShown);
    m_completer->popup()->setObjectName(u"suggestions"_s);
    m_completer->popup()->setItemDelegate(new PickDelegate(m_completer));
    m_completer->popup()->setMouseTracking(true);
    connect(m_completer->popup(), &QAbstractItemView::entered, this, [this](const QModelIndex &index) {
        if (QCursor::pos() != m_mouseAt) // one that rests is no choice of what came under it
            m_completer->popup()->setCurrentIndex(index);
    });
    m_completer->setWidget(this); // not setCompleter(): the line would take the title of whatever row is passed
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &ItemPicker::look);
    connect(this, &QLineEdit::textEdited, this, [this] { m_pause.start(); });
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            [this](const QModelIndex &index) { pick(index.row()); });
}

void ItemPicker::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        stop();
}

/// Nobody waits for what is looked for.
void ItemPicker::stop()
{
    m_pause.stop();
    m_search.cancel();
    m_completer->popup()->hide();
}

void ItemPicker::reset()
{
    stop();
    clear();
}

void ItemPicker::look()
{
    const QString typed = text().trimmed();
    m_search.cancel();
    m_search = CancelToken();
    if (typed.isEmpty() || !m_find) {
        m_completer->popup()->hide();
        return;
    }
    m_store.read<QList<PickRow>>(m_search, [find = m_find, typed](ReadContext &context) { return find(context, typed); })
        .then(this, [this, typed, token = m_search](const Result<QList<PickRow>> &found) {
            if (token.isCancelled())
                return;
            if (found)
                show(*found, typed);
            else
                emit failed(found.error());
        });
}

void ItemPicker::show(const QList<PickRow> &rows, const QString &typed)
{
    m_typed = typed;
    m_rows = rows;
    if (m_offer)
        m_rows += m_offer(m_typed);
    m_model->clear();
    for (const PickRow &row : std::as_const(m_rows)) {
        auto *item = new QStandardItem(row.title);
        item->setData(row.note, NoteRole);
        item->setData(row.icon, IconRole);
        item->setData(!row.act.isEmpty(), ActRole);
        item->setData(row.note.isEmpty() ? row.title : row.title + u", "_s + row.note, Qt::AccessibleTextRole);
        m_model->appendRow(item);
    }
    if (m_rows.isEmpty() || !hasFocus()) {
        m_completer->popup()->hide();
        return;
    }
    m_mouseAt = QCursor::pos();
    m_completer->complete();
    // The completer reckons with rows of one height.
    QAbstractItemView *popup = m_completer->popup();
    int height = 2 * Space::xs + 2;
    for (int row = 0; row < qMin(rowsShown, m_model->rowCount()); ++row)
        height += popup->sizeHintForRow(row);
    popup->resize(popup->width(), height);
    popup->setCurrentIndex(m_completer->completionModel()->index(0, 0)); // Enter takes the first
}

void ItemPicker::pick(int row)
{
    if (row < 0 || row >= m_rows.size())
        return;
    m_pause.stop();
    if (text().trimmed() != m_typed) {
        look(); // the rows answer to what stood there before the last key
        return;
    }
    m_search.cancel();
    const PickRow chosen = m_rows[row];
    m_completer->popup()->hide();
    if (m_keepsText)
        setText(chosen.title);
    else
        clear();
    emit picked(chosen, m_typed);
}

} // namespace Kartoteka
