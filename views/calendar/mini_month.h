// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <QDate>
#include <QWidget>

class QPainter;

namespace Kartoteka {

class Theme;

/// The ground of a day with so many entries where the fullest one has @p most: by the root, so that one entry is seen beside a hundred.
QColor heatColour(const Theme &theme, int entries, int most);
/// Of a text and a ground it may stand on: the text's colour, or what can be read there.
QColor readableOn(const QColor &text, const QColor &ground);

/// A month in small: with dots under the days that have something, or with days as dark as they are full. Arrows walk its days,
/// a click or Enter goes to one; with its arrows it can be turned by itself.
class MiniMonth final : public QWidget
{
    Q_OBJECT
public:
    enum class Kind { Dots, Heat };

    MiniMonth(Store &store, Kind kind, QWidget *parent);

    /// The month that is shown: that of a day.
    void setMonth(const QDate &day);
    const QDate &month() const { return m_month; }
    /// The day at hand, and the days that are seen beside it.
    void setCurrent(const QDate &day, const QDate &first, const QDate &last);
    void setWeekStart(Qt::DayOfWeek day);
    /// Entries of each day from @p from on. @p most: what the darkest day has.
    void setCounts(const QDate &from, const QList<int> &counts, int most = 0);
    int count(const QDate &day) const { return m_counts.value(m_from.daysTo(day)); }

    /// First and last day in it, those of other months included.
    QDate first() const;
    QDate last() const { return first().addDays(41); }
    /// How high and wide a day is; 0: as usual.
    void setCell(int pixels);
    /// Of all of it with days of a size.
    QSize sizeWith(int cell) const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    QRect cellRect(const QDate &day) const;

signals:
    void dayChosen(const QDate &day);
    void monthChosen(const QDate &month);
    /// It shows another month.
    void turned();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    int cell() const;
    QRect headRect() const;
    QRect backRect() const;
    QRect onRect() const;
    QDate dayAt(const QPoint &point) const;
    void paintDay(QPainter &painter, const QDate &day);
    void turn(int months);
    void name();

    Store &m_store;
    Kind m_kind;
    QDate m_month;
    QDate m_current;
    QDate m_seenFirst;
    QDate m_seenLast;
    QDate m_hovered;
    QPoint m_pointer;
    Qt::DayOfWeek m_weekStart = Qt::Monday;
    QDate m_from;
    QList<int> m_counts;
    int m_most = 0;
    int m_cell = 0;
};

} // namespace Kartoteka
