// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clients/clients.h"
#include "core/store/store.h"
#include "views/widgets/standing_rows.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace Kartoteka {

/// A new contact or company, filled in where it is needed: as an item's client. It says who is there already.
class NewClientForm final : public QFrame
{
    Q_OBJECT
public:
    explicit NewClientForm(Store &store, QWidget *parent = nullptr);

    /// @p typed: what was looked for; it becomes the name, the phone or the e-mail.
    void begin(qint64 typeId, const QString &typed);
    qint64 typeId() const { return m_typeId; }
    QHash<QString, Value> values() const;
    /// Takes what was filled in, or says what is wrong with it.
    void accept();
    /// Stands again with what was filled in, and says what is wrong with it; empty: nothing.
    void showProblem(const QString &problem);

signals:
    void accepted();
    void cancelled();
    void existingChosen(const Kartoteka::ItemRef &ref);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addLine(const QString &field, const QString &text);
    void lookForSame();
    void showSame(const QList<FoundClient> &same);

    Store &m_store;
    qint64 m_typeId = 0;
    QLabel *m_head;
    QVBoxLayout *m_lines;
    QLabel *m_sameHead;
    StandingRows<FoundClient> m_same; ///< who is there already
    QLabel *m_problem;
    QList<QPair<QString, QLineEdit *>> m_edits; ///< by field
    QTimer m_pause;
    CancelToken m_search;
};

} // namespace Kartoteka
