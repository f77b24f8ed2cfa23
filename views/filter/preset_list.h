// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/filter/filter_model.h"

#include <QWidget>

#include <functional>

class QListWidget;

namespace Kartoteka {

/// The saved filters: a click or Enter uses one, their menu renames, shares, orders, pins and deletes, and a button saves what
/// is filtered by now.
class PresetList final : public QWidget
{
    Q_OBJECT
public:
    PresetList(FilterModel &model, QWidget *parent);

    void fill();
    /// The preset that the section starts with.
    void setPinned(const QString &code);
    QString pinned() const { return m_pinned; }
    /// What is asked before a filter is saved: whether it is as it is shown.
    void setReady(const std::function<bool()> &ready) { m_ready = ready; }

signals:
    void used();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showMenu(const QPoint &at);
    void move(const Preset &preset, int step);
    void askSave();

    FilterModel &m_model;
    QListWidget *m_list;
    QString m_pinned;
    std::function<bool()> m_ready;
};

} // namespace Kartoteka
