// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/notices/notice_queries.h"
#include "core/store/store.h"
#include "views/widgets/over_panel.h"

class QLabel;
class QListView;
class QPushButton;

namespace Kartoteka {

class NoticeModel;

/// What the person at work is told of, the newest first. A click, Enter and Space open what a notice is about, which reads it.
class NoticePanel final : public OverPanel
{
    Q_OBJECT
public:
    NoticePanel(Store &store, QWidget *parent);
    ~NoticePanel() override;

    /// What it takes of a page.
    QSize wantedSize() const;
    /// Shows it over the page, as it is now, with the first notice chosen.
    void open(const QRect &room);
    QListView *list() const { return m_list; }

signals:
    void chosen(const Kartoteka::Notice &notice);
    void allReadWanted();
    void failed(const Kartoteka::Error &error);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void showRows();
    void fit();
    void choose(const QModelIndex &index);

    Store &m_store;
    NoticeModel *m_model = nullptr; ///< while it is open
    QRect m_room;                   ///< it grows upwards in it
    QPushButton *m_readAll;
    QListView *m_list;
    QLabel *m_empty;
};

} // namespace Kartoteka
