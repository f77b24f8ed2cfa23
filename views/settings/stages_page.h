// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/settings/definition_page.h"

class QLabel;
class QPushButton;

namespace Kartoteka {

class ChoiceButton;
class DefinitionList;
class RequiredTable;
class StageMenu;
class ValueList;

/// Stages of a pipeline in their order: named, coloured, moved, added and deleted, with what each gives, asks for and where it
/// leads; and the pipelines themselves.
class StagesPage final : public DefinitionPage
{
    Q_OBJECT
public:
    StagesPage(Store &store, QWidget *parent);

    /// Every stage; the code is its row id.
    QList<SettingEntry> entries() const override;
    void reveal(const QString &entry) override;
signals:
    /// All items of a stage are to go to another one, and then it is to be deleted, as one act.
    void emptyWanted(qint64 stage, qint64 to);
    /// The same of a pipeline.
    void emptyPipelineWanted(qint64 pipeline, qint64 to);

private:
    void addChoices();
    void addStages();
    void addRequired();
    void addTunnels();
    void addReasons();
    void fill();
    void fillChoices();
    void fillStages();
    void fillTunnels();
    void fillReasons();
    void showPipeline(qint64 pipeline);
    void rename(qint64 stage, const QString &name);
    void openStageMenu(qint64 stage, const QPoint &at);
    void openAddMenu(const QPoint &at);
    void openPipelineMenu();
    void openRequireMenu(const QPoint &at);
    void openTunnelMenu(qint64 tunnel, const QPoint &at);
    void leadElsewhere(qint64 tunnel);

    StageMenu *m_menu;
    ChoiceButton *m_types;
    ChoiceButton *m_pipelines;
    QPushButton *m_pipelineActs;
    DefinitionList *m_stages;
    QLabel *m_noneRequired;
    RequiredTable *m_required;
    QLabel *m_noTunnels;
    DefinitionList *m_tunnels;
    QLabel *m_reasonsHeading = nullptr;
    ValueList *m_reasons;
    QPushButton *m_addReasons = nullptr; ///< where the type has none
    qint64 m_pipeline = 0;
};

} // namespace Kartoteka
