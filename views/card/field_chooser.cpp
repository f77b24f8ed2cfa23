// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/field_chooser.h"

#include "views/theme/theme.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QScreen>
#include <QVBoxLayout>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {
constexpr int shownFields = 10;
constexpr int popupWidth = 280;
} // namespace

FieldChooser::FieldChooser(QWidget *parent)
    : QFrame(parent, Qt::Popup), m_search(new QLineEdit(this)), m_list(new QListWidget(this))
{
    setObjectName(u"choicePopup"_s);
    setAttribute(Qt::WA_StyledBackground);
    setAttribute(Qt::WA_DeleteOnClose);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::xs, Space::xs, Space::xs, Space::xs);
    layout->setSpacing(Space::xs);
    m_search->setObjectName(u"fieldSearch"_s);
    m_search->setPlaceholderText(tr("Find a field"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_list->setObjectName(u"choices"_s);
    m_list->setAccessibleName(tr("Fields that are not on the card"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFocusPolicy(Qt::NoFocus); // the arrows walk it from the search
    layout->addWidget(m_search);
    layout->addWidget(m_list);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &FieldChooser::find);
    connect(m_list, &QListWidget::itemClicked, this, &FieldChooser::choose);
}

void FieldChooser::add(qint64 field, const QString &name)
{
    auto *item = new QListWidgetItem(name, m_list);
    item->setData(Qt::UserRole, field);
}

void FieldChooser::open(const QPoint &at)
{
    m_make = new QListWidgetItem(Theme::of(palette()).icon(u"plus"_s), tr("Create a field…"), m_list);
    m_make->setData(Qt::UserRole, 0);
    m_list->setCurrentRow(0);
    const int rows = qBound(1, m_list->count(), shownFields);
    m_list->setFixedHeight(qMax(1, m_list->sizeHintForRow(0)) * rows + 2 * Space::s);
    setFixedWidth(scaled(popupWidth, fontMetrics()));
    adjustSize();
    QPoint place = at;
    if (const QScreen *on = parentWidget()->screen()) {
        const QRect room = on->availableGeometry();
        place.setX(qBound(room.left(), place.x(), room.right() - width()));
        place.setY(qBound(room.top(), place.y(), room.bottom() - height()));
    }
    move(place);
    show();
    m_search->setFocus();
}

void FieldChooser::find(const QString &text)
{
    int first = -1;
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem *item = m_list->item(row);
        const bool fits = item->data(Qt::UserRole).toLongLong() == 0
            || item->text().contains(text.trimmed(), Qt::CaseInsensitive);
        item->setHidden(!fits);
        first = fits && first < 0 ? row : first;
    }
    if (m_make) {
        const QString name = text.trimmed();
        m_make->setText(name.isEmpty() ? tr("Create a field…") : tr("Create the field “%1”…").arg(name));
    }
    m_list->setCurrentRow(first);
}

void FieldChooser::choose()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item)
        return;
    const qint64 field = item->data(Qt::UserRole).toLongLong();
    const QString typed = m_search->text().trimmed();
    close();
    if (field != 0)
        emit chosen(field);
    else
        emit newWanted(typed);
}

bool FieldChooser::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    switch (key) {
    case Qt::Key_Escape: close(); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: choose(); return true;
    case Qt::Key_Up:
    case Qt::Key_Down: {
        const int step = key == Qt::Key_Up ? -1 : 1;
        int row = m_list->currentRow() + step;
        while (row >= 0 && row < m_list->count() && m_list->item(row)->isHidden())
            row += step;
        if (row >= 0 && row < m_list->count())
            m_list->setCurrentRow(row);
        return true;
    }
    default: return QFrame::eventFilter(watched, event);
    }
}

} // namespace Kartoteka
