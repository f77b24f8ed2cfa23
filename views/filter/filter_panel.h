// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/filter_model.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QLineEdit;
class QListWidget;
class QMenu;
class QVBoxLayout;

namespace Kartoteka {

class ConditionRow;

/// What opens below the search bar: saved filters to the left, the fields of this one to the right, and the whole as text.
/// What is changed is applied at once.
class FilterPanel final : public QFrame
{
    Q_OBJECT
public:
    FilterPanel(FilterModel &model, QWidget *parent);

    /// Shows what the model holds.
    void fill();
    /// The preset that the section starts with.
    void setPinned(const QString &code);
    QString pinned() const { return m_pinned; }
    /// Fields that the form shows even while they are empty.
    QStringList shownFields() const;
    void setShownFields(const QStringList &paths) { m_usual = paths; }

signals:
    void pinnedChanged(const QString &code);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makePresets();
    QWidget *makeForm();
    void fillPresets();
    void fillForm();
    ConditionRow *addRow(const QString &path);
    void apply();
    void applyText();
    void showAddMenu();
    void addFieldActions(QMenu *menu, qint64 typeId, const QString &prefix);
    void showPresetMenu(const QPoint &at);
    void movePreset(const Preset &preset, int step);
    void askSave();

    FilterModel &m_model;
    QListWidget *m_presets;
    QVBoxLayout *m_rowLayout;
    QList<ConditionRow *> m_rows;
    QList<Condition> m_kept; ///< conditions that the form cannot show: groups
    QLabel *m_keptLabel;
    QLineEdit *m_text;
    QLabel *m_problem;
    QStringList m_usual;
    QString m_pinned;
    QTimer m_soon; ///< a pause this short is one thought
    bool m_filling = false;
};

} // namespace Kartoteka
