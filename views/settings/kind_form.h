// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;
class QVBoxLayout;

namespace Kartoteka {

class ChoiceButton;

/// What one kind of activities has and does. It writes nothing itself: it says what is wanted, and is filled again.
class KindForm final : public QWidget
{
    Q_OBJECT
public:
    KindForm(Store &store, QWidget *parent);

    void setKind(qint64 kind);

signals:
    /// A property is to be another one; as the command line writes it.
    void wanted(const QString &property, const QString &value);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void addRow(const QString &property, QWidget *editor);
    void addWords(const QString &property, QLineEdit *&line, const QString &example);
    void addAnswer(const QString &property, QCheckBox *&box);
    void fill();

    Store &m_store;
    qint64 m_kind = 0;
    QVBoxLayout *m_rows;
    QList<QLabel *> m_labels; ///< of the rows: narrower where there is less room
    QComboBox *m_icon;
    QSpinBox *m_duration;
    ChoiceButton *m_reminders;
    QLineEdit *m_deadline;
    ChoiceButton *m_blocks;
    QComboBox *m_suggests;
    QLineEdit *m_after;
    QCheckBox *m_asks;
    QCheckBox *m_reminds;
};

} // namespace Kartoteka
