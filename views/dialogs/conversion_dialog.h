// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/leads/conversion.h"
#include "core/store/store.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QTreeWidget;
class QVBoxLayout;

namespace Kartoteka {

/// Asks what a lead becomes: any of the types it converts to, known clients instead of new ones, and shows
/// which value goes where. Texts can be changed before anything is made.
class ConversionDialog final : public QDialog
{
    Q_OBJECT
public:
    ConversionDialog(Store &store, const ItemRef &source, QWidget *parent = nullptr);

    /// The plan as it stands; check before accepting.
    const Result<ConversionPlan> &plan() const { return m_plan; }

private:
    struct Choice
    {
        QString type;
        QCheckBox *wanted;
        QComboBox *client; ///< null where there is nothing to choose
    };
    void addChoice(const EntityType &type, const QList<qint64> &known, QVBoxLayout *layout);
    ConversionRequest request() const;
    void replan();
    void showPlan();

    Store &m_store;
    ItemRef m_source;
    QList<Choice> m_choices;
    QHash<QString, QHash<QString, Value>> m_edited;
    Result<ConversionPlan> m_plan;
    QTreeWidget *m_tree;
    QLabel *m_problem;
    QPushButton *m_convert;
    bool m_filling = false;
};

} // namespace Kartoteka
