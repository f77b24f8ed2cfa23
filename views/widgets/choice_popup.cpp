// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/choice_popup.h"

#include "views/theme/theme.h"
#include "views/widgets/choice_button.h"
#include "views/widgets/tip_text.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QScreen>
#include <QStyle>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {
constexpr int searchedChoices = 8; ///< more than these are searched
constexpr int shownChoices = 12;
constexpr int widestChoice = 560; ///< what is longer is cut
constexpr int countRole = Qt::UserRole + 1;

/// A choice with the number of those that have it at the end of its line.
class ChoiceLines final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QString count = countOf(index);
        if (count.isEmpty() || !option.widget) {
            QStyledItemDelegate::paint(painter, option, index);
            return;
        }
        QStyleOptionViewItem line = option;
        initStyleOption(&line, index);
        const int box = line.features & QStyleOptionViewItem::HasCheckIndicator ? scaled(28, line.fontMetrics) : 0;
        const int room = line.rect.width() - box - roomFor(line, count) - 2 * Space::s;
        line.text = line.fontMetrics.elidedText(line.text, Qt::ElideRight, room);
        option.widget->style()->drawControl(QStyle::CE_ItemViewItem, &line, painter, option.widget);
        painter->save();
        painter->setFont(Theme::small(option.font));
        painter->setPen(Theme::of(option.palette).colour(ColourRole::Muted));
        painter->drawText(option.rect.adjusted(0, 0, -Space::s, 0), int(Qt::AlignRight | Qt::AlignVCenter), count);
        painter->restore();
    }
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return QStyledItemDelegate::sizeHint(option, index) + QSize(roomFor(option, u"9999"_s), 0);
    }

private:
    static QString countOf(const QModelIndex &index)
    {
        const QVariant count = index.data(countRole);
        return count.isValid() ? QLocale().toString(count.toLongLong()) : QString();
    }
    static int roomFor(const QStyleOptionViewItem &option, const QString &count)
    {
        return count.isEmpty() ? 0 : QFontMetrics(Theme::small(option.font)).horizontalAdvance(count) + Space::l;
    }
};

} // namespace

ChoicePopup::ChoicePopup(ChoiceButton &button) : QFrame(&button, Qt::Popup), m_button(button)
{
    setObjectName(u"choicePopup"_s);
    setAttribute(Qt::WA_StyledBackground);
    setAttribute(Qt::WA_DeleteOnClose);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::xs, Space::xs, Space::xs, Space::xs);
    layout->setSpacing(Space::xs);
    m_search = new QLineEdit(this);
    m_search->setObjectName(u"choiceSearch"_s);
    m_search->setPlaceholderText(tr("Search"));
    m_search->setAccessibleName(tr("Search"));
    m_search->setVisible(button.choices().size() > searchedChoices);
    m_list = new QListWidget(this);
    m_list->setObjectName(u"choices"_s);
    m_list->setAccessibleName(button.accessibleName());
    m_list->setProperty("single", button.isSingle());
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); // a window that may grow is 100 high at least
    layout->addWidget(m_search);
    layout->addWidget(m_list);
    m_list->setItemDelegate(new ChoiceLines(m_list));
    fill();
    connect(&button, &ChoiceButton::counted, this, &ChoicePopup::showCounts);
    m_search->installEventFilter(this);
    m_list->installEventFilter(this);
    m_list->viewport()->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &ChoicePopup::find);
    const int wide = qMin(m_list->sizeHintForColumn(0) + Space::xl, scaled(widestChoice, fontMetrics()));
    m_list->setFixedWidth(qMax(button.width() - 2 * Space::xs, wide));
    place(m_list->count());
    setFocusProxy(m_list);
}

/// As high as its lines, below the button or, where the screen ends, above it; never beyond its sides.
void ChoicePopup::place(int lines)
{
    int rows = qBound(1, lines, shownChoices);
    int high = 0;
    for (int row = 0; row < m_list->count() && rows > 0; ++row) {
        if (m_list->isRowHidden(row))
            continue;
        high += m_list->sizeHintForRow(row);
        --rows;
    }
    m_list->setFixedHeight(qMax(m_list->fontMetrics().height(), high));
    layout()->activate();
    resize(sizeHint()); // the toolkit keeps to two thirds of a screen, and grows behind that
    moveToButton();
}

void ChoicePopup::moveToButton()
{
    QPoint at = m_button.mapToGlobal(QPoint(0, m_button.height() + 2));
    if (const QScreen *screen = m_button.screen()) {
        const QRect room = screen->availableGeometry();
        if (at.y() + height() > room.bottom())
            at.setY(qMax(room.top(), m_button.mapToGlobal(QPoint(0, -2)).y() - height()));
        at.setX(qMax(room.left(), qMin(at.x(), room.right() + 1 - width())));
    }
    move(at);
}

/// Its look may widen it once more as it is shown.
void ChoicePopup::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    moveToButton();
}

void ChoicePopup::fill()
{
    const auto addHeading = [this](const QString &text) {
        auto *heading = new QListWidgetItem(text, m_list);
        heading->setFlags(Qt::NoItemFlags); // arrows step over it
        heading->setFont(Theme::caption(font()));
    };
    for (const ChoiceButton::Choice &choice : m_button.choices()) {
        if (!choice.heading.isEmpty())
            addHeading(choice.heading);
        auto *item = new QListWidgetItem(choice.text, m_list);
        item->setData(Qt::UserRole, choice.value);
        if (fontMetrics().horizontalAdvance(choice.text) > scaled(widestChoice, fontMetrics()) / 2)
            item->setToolTip(tipText({choice.text}));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    }
    showTicks();
    showCounts();
    m_list->setCurrentRow(0);
    for (int row = m_list->count() - 1; row >= 0; --row) {
        if (m_list->item(row)->checkState() == Qt::Checked)
            m_list->setCurrentRow(row);
    }
}

void ChoicePopup::showCounts()
{
    const QHash<QString, qint64> &counts = m_button.counts();
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem *item = m_list->item(row);
        if (counts.isEmpty() || !(item->flags() & Qt::ItemIsUserCheckable))
            continue;
        const qint64 count = counts.value(item->data(Qt::UserRole).toString());
        item->setData(countRole, count);
        item->setData(Qt::AccessibleTextRole, item->text() + u", "_s + QLocale().toString(count));
    }
}

void ChoicePopup::showTicks()
{
    const QStringList values = m_button.values();
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem *item = m_list->item(row);
        if (item->flags() & Qt::ItemIsUserCheckable)
            item->setCheckState(values.contains(item->data(Qt::UserRole).toString()) ? Qt::Checked : Qt::Unchecked);
    }
}

void ChoicePopup::toggle(QListWidgetItem *item)
{
    if (!item || !(item->flags() & Qt::ItemIsUserCheckable))
        return;
    const QString value = item->data(Qt::UserRole).toString();
    if (m_button.isSingle()) {
        // As in a combo box: a choice is made, and that is all.
        close();
        if (!m_button.values().contains(value))
            m_button.toggle(value);
        return;
    }
    m_button.toggle(value);
    showTicks();
}

void ChoicePopup::find(const QString &text)
{
    int first = -1;
    int found = 0;
    for (int row = 0; row < m_list->count(); ++row) {
        const QListWidgetItem *item = m_list->item(row);
        const bool fits = item->flags() & Qt::ItemIsUserCheckable ? item->text().contains(text, Qt::CaseInsensitive)
                                                                  : text.isEmpty(); // a heading
        m_list->item(row)->setHidden(!fits);
        found += fits ? 1 : 0;
        first = fits && first < 0 && item->flags() & Qt::ItemIsUserCheckable ? row : first;
    }
    m_list->setCurrentRow(first);
    place(found);
}

bool ChoicePopup::takeKey(int key)
{
    switch (key) {
    case Qt::Key_Escape: close(); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_button.isSingle() && m_list->currentItem())
            toggle(m_list->currentItem());
        else
            close();
        return true;
    case Qt::Key_Space: toggle(m_list->currentItem()); return true;
    default: return false;
    }
}

bool ChoicePopup::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool typing = watched == m_search;
        if (typing && (key->key() == Qt::Key_Down || key->key() == Qt::Key_Tab)) {
            m_list->setFocus();
            return true;
        }
        if (!(typing && key->key() == Qt::Key_Space) && takeKey(key->key()))
            return true;
        // Letters find wherever one is: in a long list by the search, in a short one the list itself does.
        if (watched == m_list && m_search->isVisible() && !key->text().isEmpty() && key->text().at(0).isLetterOrNumber()) {
            m_search->setFocus();
            m_search->insert(key->text());
            return true;
        }
    }
    // The whole row ticks, not its box alone.
    if (watched == m_list->viewport() && event->type() == QEvent::MouseButtonRelease) {
        QListWidgetItem *item = m_list->itemAt(static_cast<QMouseEvent *>(event)->pos());
        m_list->setCurrentItem(item);
        toggle(item);
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace Kartoteka
