// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activities/activity.h"
#include "core/activities/next_step.h"
#include "core/store/store.h"
#include "views/acts/question_bar.h"

namespace Kartoteka {

/// Asks what comes next for an item: what the kind of the activity that was done suggests, a few usual steps, another one, or none.
class NextStepBar final : public QuestionBar
{
    Q_OBJECT
public:
    NextStepBar(Store &store, bool keys, QWidget *parent);

    void ask(const NextStep &step);
    bool isAsking() const override { return m_step.item.id != 0; }

signals:
    void planWanted(const Kartoteka::ItemRef &item);
    void done(const QString &what);
    void told(const QString &what); ///< nothing that could be undone
    void failed(const Kartoteka::Error &error);

protected:
    void forget() override { m_step = {}; }

private:
    void addSteps();
    void plan(const QDateTime &deadline, const QString &kind);
    void showMuteMenu(QToolButton *button);
    void mute(qint64 type, std::optional<int> days);

    Store &m_store;
    NextStep m_step;
};

} // namespace Kartoteka
