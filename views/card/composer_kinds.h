// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"
#include "core/store/store.h"

#include <QWidget>

class QButtonGroup;
class QToolButton;

namespace Kartoteka {

class DropLine;
class FlowLayout;

/// What the composer can begin, as pills in an order of the person's own: by drag, by keys and by their menu. Kinds that are
/// planned seldom stand behind one pill.
class ComposerKinds final : public QWidget
{
    Q_OBJECT
public:
    ComposerKinds(Store &store, QWidget *parent);

    /// Stands among the codes of kinds for a comment.
    static QString commentCode();
    /// What is begun when nobody says what: the first of an order of one's own, else a plain activity.
    QString first() const;
    /// What is begun beside it: a comment, or where that is the first an activity.
    QString other() const;
    /// Shows what is being written, without beginning it.
    void check(const QString &code);

signals:
    void chosen(const QString &code);
    /// There are others, or in another order.
    void changed();
    void fileWanted();
    void failed(const Kartoteka::Error &error);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Kind
    {
        QString code;
        QString name;
        bool operator==(const Kind &) const = default;
    };

    void read();
    void rebuild();
    QList<Kind> known() const;
    QString nameOf(const QString &code) const;
    QStringList hidden() const;
    QToolButton *addPill(const QString &name, const QString &text, const QString &icon);
    void addOthers();
    void choose(const QString &code);
    void showOthers(QToolButton *pill);
    void showMenu(const QString &code, const QPoint &global);
    void moveTo(const QString &code, qsizetype place);
    void remember(const QStringList &order);
    qsizetype placeAt(const QPoint &global) const;
    void showPlace(qsizetype place);

    Store &m_store;
    FlowLayout *m_row;
    QButtonGroup *m_group;
    QList<Kind> m_known;            ///< that the office has, and the comment
    QStringList m_order;            ///< codes of the pills, from left to right
    bool m_isOwn = false;           ///< the person's, not everybody's
    QList<QToolButton *> m_pills;   ///< of m_order
    QToolButton *m_other = nullptr; ///< for the rest
    QToolButton *m_held = nullptr;  ///< pressed
    QPoint m_pressedAt;             ///< global
    bool m_isDragging = false;
    DropLine *m_line; ///< where what is held would stand
    QString m_checked;
};

} // namespace Kartoteka
