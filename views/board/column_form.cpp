// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/board/column_form.h"

#include "views/board/quick_form.h"

namespace Kartoteka {

ColumnForm::ColumnForm(QWidget &viewport, Store &store, const BoardModel &model, BoardPlaces &places)
    : QObject(&viewport), m_store(store), m_model(model), m_places(places), m_form(new QuickForm(store, &viewport))
{
    m_form->hide();
    connect(m_form, &QuickForm::closed, this, [this] {
        m_column = -1;
        place();
        emit closed();
    });
}

Result<void> ColumnForm::open(int column)
{
    const qint64 typeId = m_model.query().typeId;
    auto opened = m_form->open(typeId, m_model.query().pipeline,
                               [this, typeId, cells = m_model.cells(), key = m_model.cellKey(column)](const QUuid &item) {
                                   return startIn(m_store.reader(), *cells, typeId, key, item, m_store.clock().now(),
                                                  m_store.user());
                               });
    if (opened)
        m_column = column;
    return opened;
}

void ColumnForm::show()
{
    m_form->show();
    place();
    m_form->focusFirst();
}

void ColumnForm::place()
{
    const bool isOpen = m_column >= 0 && m_column < m_model.columnCount();
    m_places.setForm(isOpen ? m_column : -1, m_form->sizeHint().height());
    m_places.arrangeLanes(); // a lane has room for it
    if (!isOpen)
        return;
    const QRect body = m_places.bodyRect(m_column); // below the form
    m_form->setGeometry(body.left() + Space::s, body.top() - m_form->sizeHint().height() - Space::s,
                        body.width() - 2 * Space::s, m_form->sizeHint().height());
}

} // namespace Kartoteka
