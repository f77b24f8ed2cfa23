// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QIconEngine>

namespace Kartoteka {

/// Draws an SVG in the size that is asked for when it is asked for: as sharp at 125 % as at 100 %, and a window with a
/// hundred icons opens without drawing any that it does not show.
class IconEngine final : public QIconEngine
{
public:
    /// @p disabled: what is drawn for controls that cannot be used.
    IconEngine(QByteArray svg, QByteArray disabled) : m_svg(std::move(svg)), m_disabled(std::move(disabled)) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    /// What a desktop asks of a window's icon.
    QList<QSize> availableSizes(QIcon::Mode mode, QIcon::State state) override;
    QString key() const override { return QStringLiteral("KartotekaIcon"); }
    QIconEngine *clone() const override { return new IconEngine(*this); }

private:
    QByteArray m_svg;
    QByteArray m_disabled;
    QHash<std::pair<int, bool>, QPixmap> m_drawn; ///< by side in pixels, and whether disabled
};

} // namespace Kartoteka
