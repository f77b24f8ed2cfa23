// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QWidget>

#include <optional>

class QButtonGroup;

namespace Kartoteka {

/// Colours that can be told apart in both appearances: walked by the arrows, chosen by Space or a click.
class ColourGrid final : public QWidget
{
    Q_OBJECT
public:
    explicit ColourGrid(QWidget *parent = nullptr);
    /// Ticks this one where it is in the grid.
    void setColour(const QColor &colour);

signals:
    void chosen(const QColor &colour);

private:
    QButtonGroup *m_group;
};

/// What the grid calls a colour; its value ("#2d69fe") where it is not in there.
QString colourName(const QColor &colour);

/// Asks for a colour: of the grid, or any by its value ("#2d69fe").
std::optional<QColor> askColour(QWidget *parent, const QString &question, const QColor &current);

} // namespace Kartoteka
