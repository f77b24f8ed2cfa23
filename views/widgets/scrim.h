// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace Kartoteka {

/// A shade over all of a widget, which says that something else comes first. It takes the clicks meant for what is below.
class Scrim : public QWidget
{
    Q_OBJECT
public:
    explicit Scrim(QWidget *covered);

signals:
    void clicked();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
};

} // namespace Kartoteka
