// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/item_query.h"
#include "models/filter/filter_model.h"
#include "views/filter/preset_list.h"
#include "views/widgets/over_panel.h"

#include <QTimer>

#include <functional>

class QLabel;
class QLineEdit;
class QMenu;
class QVBoxLayout;

namespace Kartoteka {

class ConditionRow;

/// What opens below the search bar: saved filters to the left, the fields of this one to the right, and the whole as text.
/// What is changed is applied at once. Enter shuts it too.
class FilterPanel final : public OverPanel
{
    Q_OBJECT
public:
    FilterPanel(FilterModel &model, QWidget *parent);

    void openOver(const QRect &room);
    /// Shows what the model holds.
    void fill();
    PresetList *presets() const { return m_presets; }
    /// The preset that the section starts with.
    void setPinned(const QString &code) { m_presets->setPinned(code); }
    QString pinned() const { return m_presets->pinned(); }
    /// Fields that the form shows even while they are empty.
    QStringList shownFields() const;
    void setShownFields(const QStringList &paths) { m_usual = paths; }
    /// What the section asks for, with its filter as it stands: choices say how many have them.
    void setScope(const std::function<ItemQuery()> &scope) { m_scope = scope; }

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeForm();
    void fillForm();
    ConditionRow *addRow(const QString &path);
    /// Of all rows but one.
    QList<Condition> conditionsBut(const ConditionRow *row) const;
    void count(ConditionRow *row);
    void apply();
    bool applyText();
    void showAddMenu();
    void addFieldActions(QMenu *menu, qint64 typeId, const QString &prefix);

    FilterModel &m_model;
    PresetList *m_presets;
    QVBoxLayout *m_rowLayout;
    QList<ConditionRow *> m_rows;
    QList<Condition> m_kept; ///< conditions that the form cannot show: groups
    QLabel *m_keptLabel;
    QLineEdit *m_text;
    QLabel *m_problem;
    QStringList m_usual;
    QTimer m_soon; ///< a pause this short is one thought
    bool m_filling = false;
    std::function<ItemQuery()> m_scope;
    CancelToken m_counting;
};

} // namespace Kartoteka
