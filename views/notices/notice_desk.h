// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/notices/notice_queries.h"
#include "core/store/store.h"

#include <QObject>
#include <QPointer>

namespace Kartoteka {

class NoticePanel;

/// Opens the list of what the person at work is told of, beside the bell in the sidebar, and notes what was read.
class NoticeDesk final : public QObject
{
    Q_OBJECT
public:
    /// @p page: what the list lies over.
    NoticeDesk(Store &store, QWidget *page);

    /// @p bell: where it opens; shuts it where it is open.
    void turn(const QWidget &bell);
    NoticePanel *panel() const { return m_panel; }

signals:
    /// The comment of an item is to be shown; 0: it is gone, and the item is.
    void itemWanted(const Kartoteka::ItemRef &item, qint64 comment);
    void failed(const Kartoteka::Error &error);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void note(const Result<ChangeSet> &changes);

    Store &m_store;
    QWidget *m_page;
    NoticePanel *m_panel;
    QPointer<QWidget> m_before; ///< had the focus
};

} // namespace Kartoteka
