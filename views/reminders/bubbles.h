// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace Kartoteka {

/// A message of the desktop that comes by itself and goes again.
struct Bubble
{
    QString title;
    QString text;
    bool hasActs = false; ///< it is of one activity, that can be done or put off at once
};

/// What shows bubbles on this desktop. A tag names what a bubble is about; another one with the same tag takes its place.
class Bubbles : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// False while the desktop shows none; that may change.
    virtual bool isAvailable() const = 0;
    /// Whether acts can be offered on a bubble.
    virtual bool offersActs() const = 0;
    virtual void show(qint64 tag, const Bubble &bubble) = 0;
    virtual void withdraw(qint64 tag) = 0;

signals:
    /// "open", "done" or "snooze".
    void acted(qint64 tag, const QString &act);
    /// The desktop answered whether it shows bubbles.
    void availabilityChanged();
};

} // namespace Kartoteka
