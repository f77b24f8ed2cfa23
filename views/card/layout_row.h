// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUuid>
#include <QWidget>

class QLineEdit;
class QToolButton;

namespace Kartoteka {

/// What a row of the card is while it is configured.
struct LayoutEntry
{
    QUuid section;        ///< in which it stands; of a heading: that it is
    QList<qint64> fields; ///< several: they move as one; none: a heading
    QString name;
    QString note = {}; ///< muted, at the right: what is special about it

    bool isHeading() const { return fields.isEmpty(); }
    bool operator==(const LayoutEntry &) const = default;
};

/// A section or field of the card while it is configured: a handle to drag it by, its name, written into in place, and a
/// button for its menu. It does nothing itself.
class LayoutRow final : public QWidget
{
    Q_OBJECT
public:
    explicit LayoutRow(QWidget *parent);

    void setEntry(const LayoutEntry &entry);
    const LayoutEntry &entry() const { return m_entry; }
    /// Above the others while it is dragged.
    void setLifted(bool lifted);
    /// Where its menu opens.
    QPoint menuPlace() const;
    void editName();
    int wantedHeight() const;

signals:
    void renamed(const QString &name);
    void menuWanted(const QPoint &global);
    void dragged(const QPoint &global); ///< the pointer is there, the button held
    void dropped();

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QRect nameRect() const;
    void endNaming(bool isWanted);

    LayoutEntry m_entry;
    QToolButton *m_menu;
    QLineEdit *m_line = nullptr; ///< while the name is written
    QPoint m_pressedAt;
    bool m_pressed = false;
    bool m_isDragging = false;
    bool m_lifted = false;
    bool m_hovered = false;
};

} // namespace Kartoteka
