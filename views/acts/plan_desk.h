// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activities/activity.h"
#include "core/activities/series.h"
#include "core/store/store.h"

#include <QObject>

class QMenu;
class QPoint;
class QWidget;

namespace Kartoteka {

/// What can be done to the planned activities of an item: complete, open, put off, hand over, delete.
class PlanDesk final : public QObject
{
    Q_OBJECT
public:
    PlanDesk(Store &store, QWidget *parent);

    void complete(qint64 id);
    /// Shows all of it, to be changed.
    void open(qint64 id);
    void postpone(qint64 id, const Postponement &by);
    /// To a later time of what comes again.
    void skip(qint64 id, SkipTo to);
    void handOver(qint64 id, qint64 user);
    /// Of what comes again it asks which are meant.
    void remove(qint64 id);
    void showMenu(qint64 id, const QPoint &global);

signals:
    void failed(const Kartoteka::Error &error);
    void done(const QString &what);

private:
    void addTo(QMenu &menu, const Activity &activity);
    /// Reads the activity as it is now, and commits what @p plan makes of it. @p said has the title for %1.
    void change(qint64 id, const std::function<Result<ChangeSet>(const Activity &)> &plan, const QString &said);

    Store &m_store;
    QWidget *m_parent;
};

} // namespace Kartoteka
