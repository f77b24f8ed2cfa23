// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/mention_popup.h"

#include "core/people/offered_name.h"
#include "core/query/quick_match.h"
#include "views/theme/theme.h"
#include "views/widgets/initials.h"

#include <QAccessible>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace Kartoteka {

namespace {

constexpr int shownPeople = 8;
constexpr int listWidth = 280;
constexpr int mentionFaceSide = 20;
constexpr int nameRole = Qt::UserRole;
constexpr int personRole = Qt::UserRole + 1;

/// The others who work here and answer to what was typed, the best first. Nobody is told of one's own words.
QList<User> answering(const Schema &schema, qint64 self, const QString &typed)
{
    const QuickMatch match(typed);
    QList<std::pair<int, User>> found;
    for (const User &user : schema.users()) {
        const int score = match.isEmpty() ? 1 : match.score(user.name);
        if (user.active && user.id != self && score > 0)
            found.append({score, user});
    }
    std::ranges::stable_sort(found, std::ranges::greater(), &std::pair<int, User>::first);
    QList<User> people;
    for (const auto &[score, user] : std::as_const(found))
        people << user;
    return people;
}

} // namespace

MentionPopup::MentionPopup(Store &store, QWidget *parent) : QFrame(parent), m_store(store)
{
    setObjectName(u"mentionPopup"_s);
    setAttribute(Qt::WA_StyledBackground);
    hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::xs, Space::xs, Space::xs, Space::xs);
    m_list = new QListWidget(this);
    m_list->setObjectName(u"mentionPeople"_s);
    m_list->setAccessibleName(tr("People to mention"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    layout->addWidget(m_list);
    connect(m_list, &QListWidget::itemClicked, this, &MentionPopup::choose);
}

void MentionPopup::fill(const QString &typed)
{
    m_list->clear();
    const int side = scaled(mentionFaceSide, fontMetrics());
    m_list->setIconSize({side, side});
    const QList<User> people = answering(*m_store.schema(), m_store.user(), typed);
    for (const User &person : people) {
        auto *item = new QListWidgetItem(initialsIcon(person, *this), offeredName(person, m_store.clock().localNow().date()),
                                         m_list);
        item->setData(nameRole, person.name);
        item->setData(personRole, person.uid);
    }
}

void MentionPopup::offer(const QString &typed, const QRect &line)
{
    fill(typed);
    if (m_list->count() == 0) {
        hide();
        return;
    }
    const int rows = qMin(m_list->count(), shownPeople);
    m_list->setFixedHeight(m_list->sizeHintForRow(0) * rows);
    m_list->setFixedWidth(scaled(listWidth, fontMetrics()));
    adjustSize();
    const QRect room = parentWidget()->rect();
    const int below = line.bottom() + Space::xs;
    const bool fits = below + height() <= room.bottom();
    move(qBound(0, line.left(), qMax(0, room.width() - width())), fits ? below : line.top() - Space::xs - height());
    show();
    raise();
    setCurrent(0);
}

void MentionPopup::setCurrent(int row)
{
    m_list->setCurrentRow(qBound(0, row, m_list->count() - 1));
    QAccessibleEvent event(m_list, QAccessible::Focus); // the text keeps the keys, the list is what is read
    event.setChild(m_list->currentRow());
    QAccessible::updateAccessibility(&event);
}

bool MentionPopup::take(int key)
{
    switch (key) {
    case Qt::Key_Up: setCurrent(m_list->currentRow() - 1); return true;
    case Qt::Key_Down: setCurrent(m_list->currentRow() + 1); return true;
    case Qt::Key_Tab:
    case Qt::Key_Return:
    case Qt::Key_Enter: choose(); return true;
    case Qt::Key_Escape:
        m_isDismissed = true;
        hide();
        return true;
    default: return false;
    }
}

void MentionPopup::choose()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item)
        return;
    const QString name = item->data(nameRole).toString();
    const QUuid person = item->data(personRole).toUuid();
    hide();
    emit chosen(name, person);
}

} // namespace Kartoteka
