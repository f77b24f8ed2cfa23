// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activities/counters.h"
#include "views/theme/fade.h"

#include <QAbstractButton>

namespace Kartoteka {

/// A section in the sidebar: icon, name, lights. Or what opens something of its own, and is never the current one.
class SidebarButton final : public QAbstractButton
{
    Q_OBJECT
public:
    enum class Kind { Section, Opener };

    SidebarButton(const QString &icon, const QString &name, QWidget *parent, Kind kind = Kind::Section);

    void setLights(const Lights &lights);
    /// The number of what is no section; @p words say what it counts.
    void setCount(int number, const QString &words);
    /// What stands muted at the right of what is no section; @p words say what it means.
    void setDetail(const QString &detail, const QString &words);
    void setCollapsed(bool collapsed);
    /// Of the icon; an invalid one: as all others.
    void setColour(const QColor &colour) { m_colour = colour; }
    QSize sizeHint() const override;
    /// Where a counter is drawn, "due" or "incoming"; null when there is none.
    QRect counterRect(const QString &which) const;

signals:
    /// A counter was clicked, not the section.
    void counterChosen(const QString &which);
    /// Somebody points at it while it has lights: what they count is to be told there.
    void explanationWanted(const QPoint &global);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    QRect counterRect(const Lights &lights, const QString &which) const;
    void setNumbers(const Lights &lights);
    void paintCounter(QPainter &painter, const QString &which) const;

    QString m_icon;
    QColor m_colour;
    Lights m_lights;
    Lights m_before; ///< what fades into them
    Fade m_fade;
    QString m_detail;
    bool m_collapsed = false;
};

} // namespace Kartoteka
