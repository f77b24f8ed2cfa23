// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/card_drop.h"

#include "views/card/card_files.h"
#include "views/card/field_form.h"
#include "views/card/field_row.h"
#include "views/fields/opened_copies.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QImage>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>

#include <algorithm>

namespace Kartoteka {

namespace {

constexpr float tinted = 0.06F; ///< of what would take them

bool takes(const FieldRow &row, qsizetype files)
{
    const Field &field = row.field();
    return row.isVisible() && field.type == FieldType::File && field.editable && (files == 1 || field.multiple);
}

} // namespace

CardDrop::CardDrop(CardFiles &files, FieldForm &form, QWidget *place, QWidget *card)
    : QWidget(card), m_files(files), m_form(form), m_place(place), m_card(card)
{
    setObjectName(u"cardDrop"_s);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
    card->setAcceptDrops(true);
    card->installEventFilter(this);
}

void CardDrop::setItem(const ItemRef &item)
{
    m_item = item;
}

FieldRow *CardDrop::fieldAt(const QPoint &at, qsizetype files) const
{
    const QList<FieldRow *> rows = m_form.findChildren<FieldRow *>();
    const auto under = std::ranges::find_if(rows, [&](const FieldRow *row) {
        return takes(*row, files) && row->visibleRegion().contains(row->mapFrom(m_card, at));
    });
    return under == rows.end() ? nullptr : *under;
}

FieldRow *CardDrop::focusedField() const
{
    auto *row = qobject_cast<FieldRow *>(QApplication::focusWidget());
    return row && m_form.isAncestorOf(row) && takes(*row, 1) ? row : nullptr;
}

/// Copied, whatever is offered: what a person attaches stays where it was.
void CardDrop::hold(QDropEvent &event)
{
    const QStringList paths = attachableFiles(*event.mimeData());
    const bool isTaken = m_item.id != 0 && !paths.isEmpty() && event.possibleActions().testFlag(Qt::CopyAction);
    event.setDropAction(Qt::CopyAction);
    event.setAccepted(isTaken);
    const FieldRow *field = isTaken ? fieldAt(event.position().toPoint(), paths.size()) : nullptr;
    showTarget(!isTaken ? nullptr : field ? field : m_place);
}

void CardDrop::drop(const QDropEvent &event)
{
    const QStringList paths = attachableFiles(*event.mimeData());
    take(fieldAt(event.position().toPoint(), paths.size()), paths);
}

void CardDrop::take(FieldRow *field, const QStringList &paths)
{
    if (field)
        m_files.hold(m_item, field->field().code, paths);
    else
        m_files.attach(m_item, paths);
}

bool CardDrop::paste()
{
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    const QStringList paths = data ? attachableFiles(*data) : QStringList();
    if (m_item.id == 0 || !data || (paths.isEmpty() && !data->hasImage()))
        return false;
    FieldRow *field = focusedField();
    if (!paths.isEmpty())
        take(field && takes(*field, paths.size()) ? field : nullptr, paths);
    else if (field)
        m_files.holdPicture(m_item, field->field().code, qvariant_cast<QImage>(data->imageData()));
    else
        m_files.attachPicture(m_item, qvariant_cast<QImage>(data->imageData()));
    return true;
}

void CardDrop::showTarget(const QWidget *target)
{
    m_target = target ? QRect(target->mapTo(m_card, QPoint()), target->size()) : QRect();
    setVisible(target);
    setGeometry(m_card->rect());
    raise();
    update();
}

bool CardDrop::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::DragEnter:
    case QEvent::DragMove: hold(static_cast<QDropEvent &>(*event)); return true;
    case QEvent::DragLeave: showTarget(nullptr); return true;
    case QEvent::Drop:
        hold(static_cast<QDropEvent &>(*event));
        showTarget(nullptr);
        if (event->isAccepted())
            drop(static_cast<QDropEvent &>(*event));
        return true;
    case QEvent::KeyPress:
        if (static_cast<QKeyEvent *>(event)->matches(QKeySequence::Paste) && paste())
            return true;
        break;
    default: break;
    }
    return QWidget::eventFilter(watched, event);
}

void CardDrop::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor accent = Theme::of(palette()).colour(ColourRole::Accent);
    painter.setPen(QPen(accent, 1, Qt::DashLine));
    accent.setAlphaF(tinted);
    painter.setBrush(accent);
    painter.drawRoundedRect(QRectF(m_target).adjusted(0.5, 0.5, -0.5, -0.5), Space::controlRadius, Space::controlRadius);
}

} // namespace Kartoteka
