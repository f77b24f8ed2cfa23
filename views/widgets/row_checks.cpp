// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/row_checks.h"

#include <QListWidget>
#include <QMouseEvent>

#include <optional>

namespace Kartoteka {

namespace {

/// The list itself turns the mark under the pointer: what has been turned already is left as it is. How a row stood before is
/// noted at the press as it comes, of which the list says nothing when it falls on a mark.
class RowChecks final : public QObject
{
public:
    explicit RowChecks(QListWidget &list) : QObject(&list), m_list(list)
    {
        list.viewport()->installEventFilter(this);
        connect(&list, &QListWidget::itemClicked, this, [this](QListWidgetItem *item) {
            if (item->flags() & Qt::ItemIsUserCheckable && item->checkState() == m_before)
                item->setCheckState(*m_before == Qt::Checked ? Qt::Unchecked : Qt::Checked);
            m_before.reset();
        });
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonDblClick) {
            const auto *press = static_cast<QMouseEvent *>(event);
            const QListWidgetItem *item = m_list.itemAt(press->position().toPoint());
            m_before = item ? std::optional(item->checkState()) : std::nullopt;
        }
        return QObject::eventFilter(watched, event);
    }

private:
    QListWidget &m_list;
    std::optional<Qt::CheckState> m_before;
};

} // namespace

void checkByRows(QListWidget &list)
{
    new RowChecks(list);
}

} // namespace Kartoteka
