// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activities/activity.h"
#include "core/activities/next_step.h"
#include "core/store/store.h"

#include <QFrame>

class QLabel;
class QToolButton;

namespace Kartoteka {

/// Asks what comes next for an item, in one line: a few steps that one key or click plans, another one, or none. It need not be
/// answered.
class NextStepBar final : public QFrame
{
    Q_OBJECT
public:
    /// @p keys: whether answer() is given the keys, so that the pills name them.
    NextStepBar(Store &store, bool keys, QWidget *parent);

    void ask(const NextStep &step);
    bool isAsking() const { return m_step.item.id != 0; }
    /// Answers by a key: 1 to 4, Esc. False for any other.
    bool answer(int key);
    /// It stays without an answer.
    void drop();

signals:
    void answered();
    void planWanted(const Kartoteka::ItemRef &item);
    void done(const QString &what);
    void failed(const Kartoteka::Error &error);

private:
    QToolButton *addPill(QLayout *layout, const QString &key, const QString &text, const std::function<void()> &run);
    void plan(const Postponement &by, const QString &kind);
    void showMuteMenu(QToolButton *button);
    void mute(qint64 type, std::optional<int> days);

    Store &m_store;
    bool m_keys;
    NextStep m_step;
    QLabel *m_text;
};

} // namespace Kartoteka
