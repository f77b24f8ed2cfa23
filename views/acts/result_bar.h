// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activities/activity.h"
#include "core/store/store.h"
#include "views/acts/question_bar.h"

namespace Kartoteka {

/// Asks what came of an activity that was done, where its kind wants to know.
class ResultBar final : public QuestionBar
{
    Q_OBJECT
public:
    ResultBar(Store &store, bool keys, QWidget *parent);

    void ask(const Activity &activity);
    bool isAsking() const override { return m_activity.id != 0; }
    qint64 activity() const { return m_activity.id; }

signals:
    void done(const QString &what);
    void failed(const Kartoteka::Error &error);

protected:
    void forget() override { m_activity = {}; }

private:
    void note(qint64 kind, const QString &name);

    Store &m_store;
    Activity m_activity;
};

} // namespace Kartoteka
