// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"
#include "core/timeline/timeline.h"

#include <QTimer>
#include <QWidget>

class QLineEdit;
class QMenu;
class QToolButton;

namespace Kartoteka {

/// Search in a timeline, with chips for kinds, a person and a period.
class TimelineFilterBar final : public QWidget
{
    Q_OBJECT
public:
    explicit TimelineFilterBar(Store &store, QWidget *parent = nullptr);

    void takeFocus();
    /// Everything is shown again.
    void clear();

signals:
    void changed(const Kartoteka::TimelineFilter &filter);
    void closeWanted();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QToolButton *addChip(const QString &name, void (TimelineFilterBar::*fill)(QMenu &));
    void fillKinds(QMenu &menu);
    void fillPeople(QMenu &menu);
    void fillPeriods(QMenu &menu);
    void addPeriod(QMenu &menu, const QString &text, const QDate &from, const QDate &to);
    void choosePeriod(const QString &text, const QDate &from, const QDate &to);
    void askDays();
    void tell();

    Store &m_store;
    TimelineFilter m_filter;
    QString m_periodText;
    QLineEdit *m_search;
    QToolButton *m_kinds;
    QToolButton *m_people;
    QToolButton *m_period;
    QTimer m_typed; ///< what is typed is looked for when the person pauses
};

} // namespace Kartoteka
