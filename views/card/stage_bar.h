// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

#include <QWidget>

namespace Kartoteka {

/// Chevrons of a pipeline over the whole width: passed, current, to come. The last one stands for the final
/// stages and asks which. Arrows and Enter work as the mouse does.
class StageBar final : public QWidget
{
    Q_OBJECT
public:
    explicit StageBar(QWidget *parent = nullptr);

    /// @p standing: how long the item has been in its stage, in words; empty: not said.
    void setStages(const SchemaPtr &schema, qint64 pipeline, qint64 current, const QString &standing = {});
    /// The item stands in a final stage: then, and only then, the last chevron is the final one.
    bool isFinal() const { return m_isFinal; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {200, sizeHint().height()}; }
    /// Rectangle of a chevron; the last one for any stage that has none of its own.
    QRect stageRect(qint64 stage) const;
    /// Chevrons from the left.
    int count() const { return int(m_chevrons.size()); }
    const QString &nameOf(int index) const { return m_chevrons[index].name; }
    /// All of one width, but for those whose names need more; where not all names fit, the longest are cut.
    QRect chevronRect(int index) const;
    int current() const { return m_current; }
    int focused() const { return m_focused; }
    /// Does what a click on a chevron does.
    void press(int index);

signals:
    void chosen(qint64 stage);
    /// The final chevron was pressed: a menu is wanted there.
    void finishWanted(const QPoint &global);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Chevron
    {
        qint64 stage = 0; ///< 0: the final one
        QString name;
        QColor colour;
    };
    int indexAt(const QPoint &point) const;
    QString textOf(int index) const;
    QFont fontOf(int index) const;
    QList<int> widths() const;

    QList<Chevron> m_chevrons;
    int m_current = -1;
    int m_hovered = -1;
    int m_focused = -1;
    bool m_isFinal = false;
    QString m_standing;
};

} // namespace Kartoteka
