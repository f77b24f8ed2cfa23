// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <QObject>

#include <optional>

class QWidget;

namespace Kartoteka {

class TaskRunner;
struct CalendarPreview;

/// Brings in what a calendar file has: reads it beside the window, shows what it would change, and does it.
class CalendarTransfer final : public QObject
{
    Q_OBJECT
public:
    CalendarTransfer(Store &store, TaskRunner &tasks, QWidget *window);

    static bool takes(const QString &path) { return path.endsWith(QStringLiteral(".ics"), Qt::CaseInsensitive); }
    /// After those that were asked for before.
    void importFrom(const QString &path);

signals:
    void said(const QString &text, bool undoable);
    void failed(const Kartoteka::Error &error);

private:
    void next();
    /// @p zone: what those that nobody knows mean; nothing: it is asked where there are some.
    void read(const QString &path, const std::optional<QByteArray> &zone);
    /// @return whether the file is read once more.
    bool askZone(const QString &path, const QStringList &unknown, const CalendarPreview &preview);
    void show(const CalendarPreview &preview, const QString &name);

    Store &m_store;
    TaskRunner &m_tasks;
    QWidget *m_window;
    QStringList m_waiting; ///< files
    bool m_isAtWork = false;
};

} // namespace Kartoteka
