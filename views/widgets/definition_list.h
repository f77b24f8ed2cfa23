// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QListView>

class QStandardItemModel;

namespace Kartoteka {

/// Something that the office defines: a field, a value of a list, a stage.
struct Definition
{
    qint64 id = 0; ///< of a heading too: whatever the page knows it by
    QString name;
    QString note = {};      ///< muted, at the right
    QColor colour = {};     ///< a dot before the name; invalid: it has none
    QIcon picture = {};     ///< in the place of the handle, where it does not move
    int group = 0;          ///< it moves among those of its group only
    bool isHeading = false; ///< those below it are its own; it stays where it is
    bool canMove = true;
    bool canRename = true;
    bool isQuiet = false; ///< shown muted: not in use, deleted
    int depth = 0;        ///< in a tree: how far in it stands
};

/// A list of definitions, as high as its rows: a handle, a dot, the name, what is said of it, and a button for its menu. Dragged
/// or moved by Alt+Up and Alt+Down, named in place by F2, opened by Enter. It changes nothing itself: it says what is wanted, and
/// is filled again.
class DefinitionList final : public QListView
{
    Q_OBJECT
public:
    explicit DefinitionList(QWidget *parent);

    /// What was current stays so.
    void setDefinitions(const QList<Definition> &definitions);
    /// What it says while it has none.
    void setEmptyText(const QString &text) { m_emptyText = text; }
    const QList<Definition> &definitions() const { return m_definitions; }
    /// 0: none.
    qint64 current() const;
    void setCurrent(qint64 id);
    /// Has the page that the list stands on scroll to it.
    void bringIntoView(qint64 id);
    /// The current row is seen without the keyboard, too: what belongs to it stands beside the list.
    void setShowsCurrent(bool shows) { m_showsCurrent = shows; }
    bool showsCurrent() const { return m_showsCurrent; }
    /// Writes into the name, as F2 does.
    void editName(qint64 id);

signals:
    void renamed(qint64 id, const QString &name);
    void ordered(const QList<qint64> &ids); ///< of all rows, headings too
    void opened(qint64 id);
    void colourWanted(qint64 id); ///< its dot was clicked
    void menuWanted(qint64 id, const QPoint &at);
    void currentChosen(qint64 id);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    QSize sizeHint() const override;

private:
    int rowOf(qint64 id) const;
    int rowHeight() const;
    /// Whether a row may stand before the row @p before.
    bool mayStand(int row, int before) const;
    void move(int row, int before);
    void askMenu(int row);
    void stopDrag();

    QStandardItemModel *m_model;
    QList<Definition> m_definitions;
    QString m_emptyText = tr("Nothing here yet");
    int m_pressed = -1; ///< the row under the pressed button
    QPoint m_pressedAt;
    int m_before = -1; ///< what is dragged is to stand before this row; -1: nothing is dragged
    bool m_dragging = false;
    bool m_showsCurrent = false;
};

} // namespace Kartoteka
