// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/condition.h"
#include "core/schema/schema.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace Kartoteka {

class ChoiceButton;
class Clock;
class PeriodEditor;

/// One field of the filter form: its name, an operator that fits its type, and the value, which stands below them where there
/// is no room beside.
class ConditionRow final : public QWidget
{
    Q_OBJECT
public:
    /// @p path names the field as a condition does.
    ConditionRow(SchemaPtr schema, const Clock &clock, qint64 typeId, const QString &path, QWidget *parent = nullptr);

    /// Nothing while the value is missing.
    std::optional<Condition> condition() const;
    /// False when the form cannot show it: a group, or an operator that it does not offer.
    bool setCondition(const Condition &condition);
    QString path() const { return m_path; }
    void focusValue();
    /// How many items have each of its choices.
    void setCounts(const QHash<QString, qint64> &counts);

signals:
    void changed();
    void removed();
    /// The list of its choices opens.
    void countsWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class Input { Nothing, Text, Range, Choices, Period, History };
    struct Operator
    {
        QString text;
        Comparison comparison;
        Input input;
    };

    void addOperators();
    void fillChoices();
    void makeValue(const QString &name, const Clock &clock);
    void showInput();
    /// Puts the value beside its operator or below it.
    void place();
    const Operator &current() const;
    QStringList rangeValues() const;

    SchemaPtr m_schema;
    qint64 m_typeId;
    QString m_path;
    const Field *m_field;   ///< in m_schema; null for what is planned
    bool m_byTitle = false; ///< a linked item is looked for by its title
    QList<Operator> m_operators;
    QLabel *m_label;
    QComboBox *m_operator;
    QWidget *m_value;
    QToolButton *m_remove;
    QLineEdit *m_text;
    QLineEdit *m_first;
    QLineEdit *m_last;
    QWidget *m_range;
    ChoiceButton *m_choices;
    PeriodEditor *m_period;
};

} // namespace Kartoteka
