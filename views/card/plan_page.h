// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/pending_save.h"

#include <QDateTime>
#include <QWidget>

class QButtonGroup;
class QDateTimeEdit;
class QLineEdit;
class QToolButton;

namespace Kartoteka {

class DeadlineLine;

/// The composer's page that plans an activity: what is to be done, and by when.
class PlanPage final : public QWidget
{
    Q_OBJECT
public:
    explicit PlanPage(Store &store, QWidget *parent = nullptr);

    /// What activities are planned for.
    void setItem(const ItemRef &item) { m_item = item; }
    /// With the deadline that the kind has, unless another one was chosen.
    void setKind(const QString &code);
    QString kind() const { return m_kind; }
    /// What is to be done, as it stands there.
    QString typed() const;
    void take(const QString &title);
    /// What is to be done becomes something else; its deadline stays.
    QString handOver();
    void takeFocus();
    bool hasUnsaved() const;
    void save();
    bool isSaving() const { return m_pending.isRunning(); }
    /// Waits for what is being planned. @return false: it was refused, stands here again and says why.
    bool settle() { return m_pending.settle(); }
    void clear();

signals:
    void failed(const Kartoteka::Error &error);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QToolButton *addDay(const QString &name, const QString &text);
    QWidget *makeDays();
    void choose(const QDateTime &deadline);
    void tellDeadline();
    void tellDays();
    QDateTime todayAt() const;
    qint64 kindId() const;
    QDateTime usualDeadline() const;
    void offerDeadline();

    Store &m_store;
    ItemRef m_item;
    PendingSave m_pending;
    QString m_kind = QStringLiteral("todo");
    QLineEdit *m_title;
    QButtonGroup *m_days;
    QToolButton *m_today;
    QToolButton *m_tomorrow;
    QToolButton *m_monday;
    QToolButton *m_date; ///< says the deadline where it is none of the others
    QWidget *m_when;     ///< the deadline to be typed
    QDateTimeEdit *m_deadline;
    DeadlineLine *m_words;
    QDateTime m_offered; ///< the deadline that nobody chose yet
};

} // namespace Kartoteka
