// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/leads/client_matches.h"
#include "core/leads/conversion.h"
#include "core/store/store.h"
#include "views/widgets/walked_dialog.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QTreeWidget;
class QVBoxLayout;

namespace Kartoteka {

class FieldEditor;

/// Asks what a lead becomes: any of the types it converts to, known clients instead of new ones, the pipeline, and what the
/// targets require; and shows which value goes where. Texts can be changed before anything is made.
class ConversionDialog final : public WalkedDialog
{
    Q_OBJECT
public:
    ConversionDialog(Store &store, const ItemRef &source, QWidget *parent = nullptr);

    /// The plan as it stands; sound once accepted.
    const Result<ConversionPlan> &plan() const { return m_plan; }

    void accept() override;

private:
    struct Choice
    {
        QString type;
        QCheckBox *wanted;
        QComboBox *client;   ///< null where there is nothing to choose
        QComboBox *pipeline; ///< null where there are no pipelines to choose from
    };
    /// A field that the targets require, and what is typed for it.
    struct Asked
    {
        QString type;
        Field field;
        FieldEditor *editor;
    };
    void addChoice(const EntityType &type, const QList<ClientMatch> &known, QVBoxLayout *layout);
    void tickUsual(const Item &item);
    QComboBox *makeClients(const EntityType &type, const QList<ClientMatch> &known);
    QComboBox *makePipelines(const EntityType &type);
    QWidget *makeTree();
    ConversionRequest request() const;
    void askMissing();
    /// The request with what was typed for the required fields; the first that is not sound says so.
    Result<ConversionRequest> answered();
    void replan();
    void showPlan();

    Store &m_store;
    ItemRef m_source;
    QList<Choice> m_choices;
    QHash<QString, QHash<QString, Value>> m_edited;
    Result<ConversionPlan> m_plan;
    QWidget *m_askedBox;
    QVBoxLayout *m_askedRows;
    QList<Asked> m_asked;
    QTreeWidget *m_tree;
    QLabel *m_problem;
    QPushButton *m_convert;
    bool m_filling = false;
};

} // namespace Kartoteka
