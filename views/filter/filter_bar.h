// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/filter/filter_model.h"

#include <QFrame>
#include <QTimer>

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QToolButton;

namespace Kartoteka {

class FilterPanel;

/// One bar to search and to filter: what is typed is searched as it is typed, conditions stand as chips before it, and
/// below it opens the form.
class FilterBar final : public QFrame
{
    Q_OBJECT
public:
    /// @p host: over which the form opens.
    FilterBar(FilterModel &model, QWidget *host, QWidget *parent);

    QLineEdit *edit() const { return m_edit; }
    FilterPanel *panel() const { return m_panel; }
    void openPanel();
    QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void showChips();
    void showHint();
    QRect panelRoom() const;
    bool isNarrow() const;
    int chipRoom(int words) const;
    QWidget *makeChip(const QString &text, const std::function<void()> &remove);

    FilterModel &m_model;
    QHBoxLayout *m_chips;
    QList<QWidget *> m_chipWidgets;
    QLineEdit *m_edit;
    QLabel *m_hint; ///< the key that leads here
    QToolButton *m_clear;
    QToolButton *m_form;
    FilterPanel *m_panel;
    QTimer m_typing;  ///< a pause this short is one thought
    QString m_search; ///< what was looked for last
};

} // namespace Kartoteka
