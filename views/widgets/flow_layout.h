// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>

namespace Kartoteka {

/// Widgets side by side, and on as many lines as they need; the last one may stand at the right end of its line.
class FlowLayout final : public QLayout
{
public:
    FlowLayout(QWidget *parent, int gap);
    ~FlowLayout() override;

    /// The last widget stands at the right.
    void setLastAtRight(bool isAtRight) { m_lastAtRight = isAtRight; }

    void addItem(QLayoutItem *item) override;
    int count() const override { return int(m_items.size()); }
    QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return arrange(QRect(0, 0, width, 0), false); }
    QSize sizeHint() const override { return minimumSize(); }
    QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    int arrange(const QRect &rect, bool isPlaced) const;

    QList<QLayoutItem *> m_items;
    int m_gap;
    bool m_lastAtRight = false;
};

} // namespace Kartoteka
