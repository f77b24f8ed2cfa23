// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <functional>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace Kartoteka {

/// Floats over the foot of a list while rows are ticked: how many they are, and what can be done to them.
class SelectionBar final : public QFrame
{
    Q_OBJECT
public:
    /// One thing that can be done. It is given where a menu of it may open: the upper left corner of its button.
    struct Act
    {
        QString name; ///< of the button, for tests and style
        QString icon;
        QString text;
        std::function<void(const QPoint &global)> run;
        bool isDanger = false;
        bool opensMenu = false;
        bool isPicture = false; ///< its text is but a tool tip
    };

    explicit SelectionBar(QWidget *page);

    void setActs(const QList<Act> &acts);
    /// What stands at the right of the page's foot is not covered where there is room beside it.
    void setFoot(QWidget *foot);
    /// Shows itself for @p ticked rows of @p found; hides for none.
    void setTicked(qsizetype ticked, qsizetype found);

signals:
    /// Everything that the filter finds is to be ticked.
    void allWanted();
    void dismissed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QToolButton *makeButton(const QString &name, const QString &icon, const QString &text);
    int roomBesideFoot() const;
    void place();

    QHBoxLayout *m_acts;
    QWidget *m_foot = nullptr;
    QLabel *m_count;
    QToolButton *m_all;
    QList<QToolButton *> m_buttons;
};

} // namespace Kartoteka
