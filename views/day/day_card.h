// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"
#include "views/card/reach.h"

#include <QFrame>

#include <memory>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace Kartoteka {

/// The item that what is at hand is for, as far as it is needed to decide: its stage and amount, its clients and how they are
/// reached, what is known of it, and what happened there last.
class DayCard final : public QFrame
{
    Q_OBJECT
public:
    explicit DayCard(Store &store, QWidget *parent = nullptr);
    ~DayCard() override;

    /// Shows an item, its title at once, the rest when it was read.
    void setItem(const ItemRef &item, const QString &title);
    void clear();
    /// Numbers, and addresses, of what is shown; empty while they are read.
    const QList<ReachTarget> &calls() const { return m_calls; }
    const QList<ReachTarget> &mails() const { return m_mails; }

signals:
    void openWanted(const Kartoteka::ItemRef &item);
    void reachWanted(const Kartoteka::ReachTarget &target);
    void failed(const Kartoteka::Error &error);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Details;
    void read();
    /// The title as far as the amount leaves it room.
    void showTitle();
    void take(const Details &details);
    QLabel *makeText(const QString &text, bool isMuted = false);
    void addClients(const Details &details);
    void addClient(const QString &name, const QList<ReachTarget> &targets);
    void addFields(const QList<std::pair<QString, QString>> &fields);
    void addComment(const Details &details);
    void addEvents(const Details &details);

    Store &m_store;
    ItemRef m_shown;
    QString m_title;
    QList<ReachTarget> m_calls;
    QList<ReachTarget> m_mails;
    std::unique_ptr<const Details> m_told;
    CancelToken m_load;
    QToolButton *m_item;
    QLabel *m_amount;
    QLabel *m_dot;
    QLabel *m_stage;
    QVBoxLayout *m_details;
};

} // namespace Kartoteka
