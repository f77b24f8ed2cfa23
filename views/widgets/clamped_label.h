// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace Kartoteka {

/// A text over as many lines as it needs, at most so many; what is left out shows as … and as tool tip.
class ClampedLabel final : public QLabel
{
    Q_OBJECT
public:
    ClampedLabel(int lines, QWidget *parent = nullptr);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void clicked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    /// The text cut into lines that fit; the last one elided.
    QStringList linesFor(int width, bool *isCut = nullptr) const;

    int m_lines;
};

} // namespace Kartoteka
