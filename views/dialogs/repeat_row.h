// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;

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

private:
    bool isOwn() const;
    bool isBuilt() const;
    void showChoice();
    void showWords();

    QComboBox *m_choice;
    RepeatBuilder *m_builder;
    QLineEdit *m_own;
    QLabel *m_words;
    QCheckBox *m_whenDone;
};

} // namespace Kartoteka
