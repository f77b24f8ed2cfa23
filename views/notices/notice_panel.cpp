// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/notices/notice_panel.h"

#include "models/shell/notice_model.h"
#include "views/notices/notice_delegate.h"
#include "views/theme/theme.h"
#include "views/widgets/spoken_role.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

namespace Kartoteka {

namespace {

constexpr QSize boxSize(440, 480);

} // namespace

NoticePanel::NoticePanel(Store &store, QWidget *parent) : OverPanel(parent), m_store(store)
{
    setObjectName(u"noticePanel"_s);
    setAccessibleName(tr("Notifications"));
    speakAs(*this, QAccessible::Grouping);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(shadow, shadow + Space::s, shadow, shadow + Space::xs);
    layout->setSpacing(Space::xs);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(Space::m, 0, Space::s, 0);
    auto *title = new QLabel(tr("Notifications"), this);
    title->setFont(Theme::strong(font()));
    head->addWidget(title, 1);
    m_readAll = new QPushButton(tr("Mark all as read"), this);
    m_readAll->setObjectName(u"noticesReadAll"_s);
    m_readAll->setProperty("inBar", true);
    head->addWidget(m_readAll);
    layout->addLayout(head);
    m_list = new QListView(this);
    m_list->setObjectName(u"notices"_s);
    m_list->setAccessibleName(tr("Notifications"));
    m_list->setItemDelegate(new NoticeDelegate(store, m_list));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setMouseTracking(true);
    m_list->viewport()->setAttribute(Qt::WA_Hover);
    m_list->installEventFilter(this);
    layout->addWidget(m_list, 1);
    m_empty = new QLabel(this);
    m_empty->setObjectName(u"noticesEmpty"_s);
    m_empty->setProperty("muted", true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setContentsMargins(Space::xl, 0, Space::xl, Space::xl);
    layout->addWidget(m_empty, 1);
    connect(m_readAll, &QPushButton::clicked, this, [this] {
        m_list->setFocus(); // the button is about to be disabled
        emit allReadWanted();
    });
    connect(m_list, &QListView::clicked, this, &NoticePanel::choose);
}

NoticePanel::~NoticePanel()
{
    hide(); // while all of it is there
}

QSize NoticePanel::wantedSize() const
{
    return {scaled(boxSize.width(), fontMetrics()) + 2 * shadow, scaled(boxSize.height(), fontMetrics()) + 2 * shadow};
}

void NoticePanel::open(const QRect &room)
{
    delete m_model;
    m_model = new NoticeModel(m_store, this);
    m_list->setModel(m_model);
    connect(m_model, &NoticeModel::filled, this, &NoticePanel::showRows);
    connect(m_model, &NoticeModel::dataChanged, this, &NoticePanel::showRows);
    connect(m_model, &NoticeModel::readFailed, this, &NoticePanel::failed);
    m_room = room;
    showIn(room);
    showRows();
    m_list->setFocus();
}

void NoticePanel::hideEvent(QHideEvent *event)
{
    OverPanel::hideEvent(event);
    if (isVisible() || event->spontaneous())
        return;
    m_list->setModel(nullptr);
    delete m_model; // and what it still reads
    m_model = nullptr;
}

void NoticePanel::showRows()
{
    const bool isEmpty = m_model->rowCount() == 0;
    m_list->setHidden(isEmpty && !m_model->isLoading());
    m_empty->setHidden(!m_list->isHidden());
    m_empty->setText(tr("Nothing yet. Comments that mention you with @, and what others hand over to you, will be here."));
    bool hasUnread = false;
    for (int row = 0; row < m_model->rowCount(); ++row)
        hasUnread = hasUnread || !m_model->notice(row).isRead;
    m_readAll->setEnabled(hasUnread);
    m_readAll->setHidden(!m_empty->isHidden()); // nothing could ever be marked
    m_readAll->setToolTip(hasUnread || m_model->isLoading() ? QString() : tr("Everything is read"));
    if (!isEmpty && !m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model->index(0));
    fit();
}

/// As high as its rows; without any, as is good for a few words.
void NoticePanel::fit()
{
    int height = m_room.height() / 2;
    if (m_model->rowCount() > 0) {
        const int around = layout()->sizeHint().height() - m_list->sizeHint().height();
        height = around + m_model->rowCount() * m_list->sizeHintForRow(0) + Space::xs;
    }
    height = qMin(height, m_room.height());
    setGeometry(m_room.left(), m_room.bottom() + 1 - height, m_room.width(), height);
}

void NoticePanel::choose(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const Notice notice = m_model->notice(index.row());
    hide();
    emit chosen(notice);
}

bool NoticePanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space) {
            choose(m_list->currentIndex());
            return true;
        }
    }
    return OverPanel::eventFilter(watched, event);
}

} // namespace Kartoteka
