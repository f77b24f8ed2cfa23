// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour/camera.h"

#include "tests/support/person.h"
#include "views/shell/main_window.h"

#include <QApplication>
#include <QPainter>

namespace Kartoteka {

Camera::Camera(MainWindow &window, QDir folder, QString prefix)
    : m_window(window), m_folder(std::move(folder)), m_prefix(std::move(prefix))
{}

void Camera::take(const QString &name, QWidget *above)
{
    Person::settle();
    QPixmap shot = m_window.grab();
    QPainter painter(&shot);
    const auto put = [&](QWidget *one) {
        const bool isPlaced = one->windowType() == Qt::Popup; // a dialog is in the middle, as a desktop puts it
        const QPoint at = isPlaced ? m_window.mapFromGlobal(one->mapToGlobal(QPoint()))
                                   : QPoint((m_window.width() - one->width()) / 2, (m_window.height() - one->height()) / 2);
        painter.drawPixmap(at, one->grab());
    };
    if (above)
        put(above);
    if (QWidget *dialog = QApplication::activeModalWidget())
        put(dialog);
    if (QWidget *popup = QApplication::activePopupWidget())
        put(popup);
    painter.end();
    shot.save(m_folder.filePath(m_prefix + name + u".png"_s));
}

} // namespace Kartoteka
