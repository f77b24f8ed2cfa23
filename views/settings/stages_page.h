// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"
#include "views/settings/settings_page.h"

class QPushButton;
class QTableWidget;

namespace Kartoteka {

class ChoiceButton;
class StageMenu;

/// Stages of a pipeline in their order: named, coloured, moved, added and deleted, with what each asks for and when its
/// cards are marked; and the pipelines themselves.
class StagesPage final : public SettingsPage
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

private:
    void fill();
    void fillTypes();
    void fillStages();
    void showPipeline(qint64 pipeline);
    void enableActs();
    void move(int step);
    void rename(qint64 stage, const QString &name);
    void openStageMenu();
    void openAddMenu(const QPoint &at);
    void openPipelineMenu();
    /// 0: none.
    qint64 currentStage() const;

    Store &m_store;
    StageMenu *m_menu;
    ChoiceButton *m_types;
    ChoiceButton *m_pipelines;
    QPushButton *m_pipelineActs;
    QTableWidget *m_table;
    QPushButton *m_edit;
    QPushButton *m_up;
    QPushButton *m_down;
    qint64 m_pipeline = 0;
    bool m_filling = false;
};

} // namespace Kartoteka
