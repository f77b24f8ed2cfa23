// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/reminder_tray.h"

#include "views/theme/theme.h"
#include "views/widgets/menu_text.h"

#include <QGuiApplication>
#include <QPainter>

#include <initializer_list>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

/// The icon with a number on its lower right.
QPixmap numbered(const QIcon &icon, const QString &number, const QColor &fill, int side)
{
    QPixmap pixmap(side, side);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    icon.paint(&painter, QRect(0, 0, side, side));
    if (number.isEmpty())
        return pixmap;
    const int height = side * 5 / 8;
    const int width = qMin(side, height * (number.size() + 1) / 2);
    const QRect badge(side - width, side - height, width, height);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(badge, height / 2.0, height / 2.0);
    QFont font = QGuiApplication::font();
    font.setPixelSize(height * 4 / 5);
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(Qt::white);
    painter.drawText(badge, Qt::AlignCenter, number);
    return pixmap;
}

} // namespace

ReminderTray::ReminderTray(QObject *parent) : QObject(parent)
{
    m_menu.setObjectName(u"trayMenu"_s);
    m_icon.setContextMenu(&m_menu);
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
            emit openWanted();
    });
    setNumbers(0, 0);
    fillMenu();
}

void ReminderTray::setNumbers(int red, int green)
{
    m_red = red;
    m_green = green;
    showNumbers();
}

void ReminderTray::setProblem(const QString &problem)
{
    m_problem = problem;
    showNumbers();
    fillMenu();
}

void ReminderTray::showNumbers()
{
    constexpr int most = 99;
    const Theme &theme = Theme::of(QGuiApplication::palette());
    const int shown = m_red > 0 ? m_red : m_green;
    const QString number = !m_problem.isEmpty() ? u"!"_s
        : shown == 0                            ? QString()
        : shown > most                          ? u"99+"_s
                                                : QString::number(shown);
    const QColor fill = m_red > 0 || !m_problem.isEmpty() ? theme.dangerFill()
                                                          : Theme::underWhite(theme.colour(ColourRole::Success));
    const QIcon plain = theme.icon(u"kartoteka"_s, ColourRole::Accent);
    QIcon icon;
    for (const int side : {16, 22, 32, 64})
        icon.addPixmap(numbered(plain, number, fill, side));
    m_icon.setIcon(icon);
    QStringList tip{u"Kartoteka"_s};
    if (!m_problem.isEmpty())
        tip << m_problem;
    if (m_red > 0)
        tip << tr("Due soon or overdue: %1").arg(m_red);
    if (m_green > 0)
        tip << tr("Waiting for a reply: %1").arg(m_green);
    m_icon.setToolTip(tip.join(u'\n'));
}

void ReminderTray::setComing(const QList<Coming> &coming)
{
    m_coming = coming;
    fillMenu();
}

void ReminderTray::fillMenu()
{
    m_menu.clear();
    if (!m_problem.isEmpty()) {
        m_menu.addAction(menuText(m_problem), this, &ReminderTray::openWanted)->setObjectName(u"trayProblem"_s);
        m_menu.addSeparator();
    }
    for (const Coming &one : std::as_const(m_coming))
        m_menu.addAction(menuText(one.text), this, [this, one] { emit chosen(one); });
    if (m_coming.isEmpty())
        m_menu.addAction(tr("No upcoming reminders"))->setEnabled(false);
    m_menu.addSeparator();
    m_menu.addAction(tr("Open Kartoteka"), this, &ReminderTray::openWanted)->setObjectName(u"trayOpen"_s);
    m_menu.addAction(tr("Quit"), this, &ReminderTray::quitWanted)->setObjectName(u"trayQuit"_s);
}

} // namespace Kartoteka
