// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace Kartoteka {

class RepeatBuilder;

/// How an activity repeats: one of the usual ways, one that is put together, or a rule as text; told in words.
class RepeatRow final : public QWidget
{
    Q_OBJECT
public:
    explicit RepeatRow(QWidget *parent = nullptr);

    void setRepetition(const QString &rule, bool whenDone);
    /// The rule as it stands, which may make no sense yet; empty: it does not repeat.
    QString rule() const;
    bool isWhenDone() const;
    /// When the activity is that repeats.
    void setMoment(const QDateTime &moment);

signals:
    void changed();
    /// The activity is to begin on another day, which its rule has.
    void dayWanted(const QDate &day);

private:
    bool isOwn() const;
    bool isBuilt() const;
    void showChoice();
    void showWords();
    void showFirst();

    QDateTime m_moment;
    QString m_givenRule; ///< as it stood before it was edited, with its moment: one that was moved needs not fit
    QDateTime m_givenMoment;
    QComboBox *m_choice;
    RepeatBuilder *m_builder;
    QLineEdit *m_own;
    QLabel *m_words;
    QLabel *m_misfit;     ///< its first day is none of its rule
    QPushButton *m_begin; ///< on one that is
    QDate m_nearest;
    QCheckBox *m_whenDone;
};

} // namespace Kartoteka
