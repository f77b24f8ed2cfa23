// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activities/counters.h"

#include <QAbstractButton>

namespace Kartoteka {

/// A section in the sidebar: icon, name, lights.
class SidebarButton final : public QAbstractButton
{
    Q_OBJECT
public:
    SidebarButton(const QString &icon, const QString &name, QWidget *parent);

    void setLights(const Lights &lights);
    void setCollapsed(bool collapsed);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_icon;
    Lights m_lights;
    bool m_collapsed = false;
};

} // namespace Kartoteka
