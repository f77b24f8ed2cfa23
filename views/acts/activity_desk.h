// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activities/activity.h"
#include "core/store/store.h"

#include <QObject>

class QWidget;

namespace Kartoteka {

/// Activities outside of a card: opened, changed, planned for any items.
class ActivityDesk final : public QObject
{
    Q_OBJECT
public:
    ActivityDesk(Store &store, QWidget *window) : QObject(window), m_store(store), m_window(window) {}

    /// Leads to what it is for; shows one that is for nothing by itself.
    void open(qint64 id);
    void change(qint64 id);
    /// One that will follow in a series: see core/activities/series_ahead.h.
    void changeAhead(qint64 open, const QString &occurrence);
    void create();
    /// One that begins as @p activity, with these values besides, by field code.
    void create(const Activity &activity, const QHash<QString, Value> &more);

signals:
    void itemWanted(const Kartoteka::ItemRef &item);
    void done(const QString &what);
    void failed(const Kartoteka::Error &error);

private:
    void edit(const Activity &activity, const QHash<QString, Value> &more = {});

    Store &m_store;
    QWidget *m_window;
};

} // namespace Kartoteka
