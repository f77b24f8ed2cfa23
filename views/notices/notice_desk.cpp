// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/notices/notice_desk.h"

#include "core/notices/reading.h"
#include "views/notices/notice_panel.h"
#include "views/theme/theme.h"

#include <QEvent>

namespace Kartoteka {

NoticeDesk::NoticeDesk(Store &store, QWidget *page)
    : QObject(page), m_store(store), m_page(page), m_panel(new NoticePanel(store, page))
{
    m_panel->setOpener(u"noticesButton"_s);
    page->installEventFilter(this);
    connect(m_panel, &NoticePanel::failed, this, &NoticeDesk::failed);
    connect(m_panel, &NoticePanel::allReadWanted, this, [this] { note(planReadAll(m_store.reader(), m_store.user())); });
    connect(m_panel, &NoticePanel::closed, this, [this] {
        if (m_before && m_panel->isAncestorOf(m_page->window()->focusWidget()))
            m_before->setFocus();
    });
    connect(m_panel, &NoticePanel::chosen, this, [this](const Notice &notice) {
        if (!notice.isRead && m_store.access().isWritable())
            note(planRead(m_store.reader(), m_store.user(), {notice.id}));
        emit itemWanted(notice.item, notice.comment);
    });
}

void NoticeDesk::note(const Result<ChangeSet> &changes)
{
    if (!changes) {
        emit failed(changes.error());
        return;
    }
    if (changes->isEmpty())
        return;
    m_store.commit(*changes).then(this, [this](const Result<Receipt> &done) {
        if (!done)
            emit failed(done.error());
    });
}

void NoticeDesk::turn(const QWidget &bell)
{
    if (m_panel->isVisible()) {
        m_panel->hide();
        return;
    }
    m_before = m_page->window()->focusWidget();
    // Beside the bell, and not higher than the page.
    constexpr int margin = OverPanel::shadow;
    const QPoint foot = bell.mapTo(m_page, QPoint(bell.width(), bell.height()));
    const QSize wanted = m_panel->wantedSize();
    const int width = qMin(wanted.width(), m_page->width() - foot.x() + margin);
    const int height = qMin(wanted.height(), foot.y() + margin);
    m_panel->open({foot.x() + Space::s - margin, foot.y() + margin - height, width, height});
}

bool NoticeDesk::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_page && event->type() == QEvent::Resize && m_panel->isVisible())
        m_panel->hide(); // the bell is elsewhere now
    return QObject::eventFilter(watched, event);
}

} // namespace Kartoteka
