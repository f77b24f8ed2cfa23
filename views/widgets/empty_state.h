// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/drawings.h"

#include <QFrame>

#include <functional>

class QHBoxLayout;
class QLabel;

namespace Kartoteka {

/// What an empty view says: a picture, what it is, and what to do next.
struct EmptyText
{
    struct Act
    {
        QString name; ///< of its button
        QString text;
        QString icon = {};
        std::function<void()> run;
    };
    Drawing drawing = Drawing::List;
    QString title;
    QString text;
    QList<Act> acts = {}; ///< the first is the primary one
    QString note = {};
};

/// It in the middle of an empty view; of a low one without its picture. @p plate: on a sheet of its own, where something stands behind it.
class EmptyState final : public QFrame
{
    Q_OBJECT
public:
    EmptyState(QWidget *view, bool plate);

    void setText(const EmptyText &text);
    const EmptyText &text() const { return m_text; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    enum class Room { Ample, Little, Least };
    QMargins marginsOf(Room room) const;
    Room roomIn(const QSize &size, int inner) const;
    void place();

    EmptyText m_text;
    bool m_plate;
    Room m_room = Room::Ample;
    QLabel *m_title;
    QLabel *m_words;
    QLabel *m_note;
    QHBoxLayout *m_acts;
    QList<QWidget *> m_buttons;
};

} // namespace Kartoteka
