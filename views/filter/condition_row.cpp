// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/filter/condition_row.h"

#include "core/query/condition_words.h"
#include "core/query/item_query.h"
#include "core/schema/builtin_names.h"
#include "views/filter/period_editor.h"
#include "views/theme/theme.h"
#include "views/widgets/choice_button.h"
#include "views/widgets/elided_label.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace Kartoteka {

namespace {

constexpr int labelWidth = 120;
constexpr int operatorWidth = 132;
constexpr int narrowestChoice = 120;
constexpr int narrowestText = 72;
constexpr int valueColumn = 2; ///< after the name and the operator

bool isNumber(FieldType type)
{
    return type == FieldType::Integer || type == FieldType::Number || type == FieldType::Money;
}

bool isDate(FieldType type)
{
    return type == FieldType::Date || type == FieldType::DateTime;
}

bool isChoice(FieldType type)
{
    return type == FieldType::List || type == FieldType::User || type == FieldType::Stage || type == FieldType::Pipeline
        || type == FieldType::Boolean;
}

} // namespace

ConditionRow::ConditionRow(SchemaPtr schema, const Clock &clock, qint64 typeId, const QString &path, QWidget *parent)
    : QWidget(parent), m_schema(std::move(schema)), m_typeId(typeId), m_path(path)
{
    if (m_path.endsWith(u".title") && !m_path.startsWith(u"activity.")) {
        m_path.chop(6); // of a linked item its title is what people look for
    }
    m_field = conditionField(*m_schema, typeId, m_path);
    m_byTitle = m_field && m_field->type == FieldType::Link;
    setObjectName(u"condition_"_s + m_path);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // the panel says how wide it is
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(Space::xs);
    grid->setColumnStretch(valueColumn, 1);
    const QString name = subjectWords(*m_schema, typeId, m_path);
    m_label = new ElidedLabel(this);
    m_label->setText(name);
    m_label->setProperty("muted", true);
    m_label->setFixedWidth(scaled(labelWidth, fontMetrics()));
    m_operator = new QComboBox(this);
    m_operator->setObjectName(u"operator"_s);
    m_operator->setAccessibleName(tr("%1: comparison").arg(name));
    m_operator->setFixedWidth(scaled(operatorWidth, fontMetrics()));
    makeValue(name, clock);
    m_remove = new QToolButton(this);
    m_remove->setObjectName(u"conditionRemove"_s);
    m_remove->setIcon(Theme::of(palette()).icon(u"close"_s, ColourRole::Muted));
    m_remove->setToolTip(tr("Remove this field from the filter"));
    m_remove->setAccessibleName(tr("Remove from the filter: %1").arg(name));
    grid->addWidget(m_label, 0, 0);
    grid->addWidget(m_operator, 0, 1);
    grid->addWidget(m_value, 0, valueColumn);
    grid->addWidget(m_remove, 0, valueColumn + 1);
    addOperators();
    fillChoices();
    showInput();
    connect(m_operator, &QComboBox::currentIndexChanged, this, [this] {
        showInput();
        emit changed();
    });
    for (QLineEdit *edit : {m_text, m_first, m_last})
        connect(edit, &QLineEdit::textChanged, this, &ConditionRow::changed);
    connect(m_choices, &ChoiceButton::changed, this, &ConditionRow::changed);
    connect(m_choices, &ChoiceButton::opening, this, [this] {
        m_choices->setCounts({}); // the filter may have changed since
        if (m_field && current().input == Input::Choices)
            emit countsWanted();
    });
    connect(m_period, &PeriodEditor::changed, this, &ConditionRow::changed);
    connect(m_remove, &QToolButton::clicked, this, &ConditionRow::removed);
}

/// One input for each kind of value, the one that is asked for seen.
void ConditionRow::makeValue(const QString &name, const Clock &clock)
{
    m_value = new QWidget(this);
    auto *inputs = new QHBoxLayout(m_value);
    inputs->setContentsMargins(0, 0, 0, 0);
    inputs->setSpacing(Space::xs);
    m_text = new QLineEdit(m_value);
    m_text->setObjectName(u"conditionText"_s);
    m_text->setAccessibleName(name);
    m_range = new QWidget(m_value);
    auto *range = new QHBoxLayout(m_range);
    range->setContentsMargins(0, 0, 0, 0);
    range->setSpacing(Space::xs);
    m_first = new QLineEdit(m_range);
    m_first->setObjectName(u"rangeFirst"_s);
    m_first->setPlaceholderText(tr("from", "a number"));
    m_first->setAccessibleName(name + u", "_s + m_first->placeholderText());
    m_last = new QLineEdit(m_range);
    m_last->setObjectName(u"rangeLast"_s);
    m_last->setPlaceholderText(tr("to", "a number"));
    m_last->setAccessibleName(name + u", "_s + m_last->placeholderText());
    range->addWidget(m_first);
    range->addWidget(m_last);
    m_choices = new ChoiceButton(m_value);
    m_choices->setObjectName(u"conditionChoices"_s);
    m_choices->setAccessibleName(name);
    m_choices->setMinimumWidth(scaled(narrowestChoice, fontMetrics()));
    m_period = new PeriodEditor(name, clock, firstDayOfWeek(*m_schema), m_value);
    for (QWidget *input : std::initializer_list<QWidget *>{m_text, m_range, m_choices, m_period})
        inputs->addWidget(input, 1);
    for (QLineEdit *edit : {m_text, m_first, m_last})
        edit->setMinimumWidth(scaled(narrowestText, fontMetrics()));
}

void ConditionRow::addOperators()
{
    const auto add = [this](const QString &text, Comparison comparison, Input input) {
        m_operators.append({text, comparison, input});
        m_operator->addItem(text);
    };
    if (!m_field) { // what is planned
        add(tr("is"), Comparison::Equal, Input::Choices);
        m_operator->hide();
        return;
    }
    const FieldType type = m_field->type;
    if (type == FieldType::File) {
        add(tr("is filled in"), Comparison::NotEmpty, Input::Nothing);
        add(tr("is empty"), Comparison::Empty, Input::Nothing);
        return;
    }
    if (isChoice(type)) {
        add(type == FieldType::Boolean ? tr("is") : tr("any of"), Comparison::In, Input::Choices);
        if (type != FieldType::Boolean)
            add(tr("none of"), Comparison::NotIn, Input::Choices);
        if (type == FieldType::Stage && !m_path.contains(u'.'))
            add(tr("has been in"), Comparison::Ever, Input::History);
    } else if (isDate(type)) {
        add(tr("in the period"), Comparison::Equal, Input::Period);
        add(tr("not in the period"), Comparison::NotEqual, Input::Period);
    } else if (isNumber(type)) {
        add(tr("from – to"), Comparison::Equal, Input::Range);
        add(tr("equals"), Comparison::Equal, Input::Text);
        add(tr("more than"), Comparison::Greater, Input::Text);
        add(tr("less than"), Comparison::Less, Input::Text);
    } else {
        add(tr("contains"), Comparison::Contains, Input::Text);
        if (!m_byTitle)
            add(tr("equals"), Comparison::Equal, Input::Text);
        add(tr("does not contain"), Comparison::NotContains, Input::Text);
    }
    add(tr("is empty"), Comparison::Empty, Input::Nothing);
    add(tr("is filled in"), Comparison::NotEmpty, Input::Nothing);
}

void ConditionRow::fillChoices()
{
    QList<ChoiceButton::Choice> choices;
    if (!m_field) {
        for (const QString &what : {u"none"_s, u"any"_s, u"overdue"_s, u"due"_s, u"today"_s, u"incoming"_s, u"my due"_s,
                                    u"my incoming"_s, u"clash"_s})
            choices.append({what,
                            conditionWords(*m_schema, m_typeId, {u"activity"_s, Comparison::Equal, {what}, 0, {}})
                                .section(u": "_s, 1)});
        m_choices->setSingle(true);
        m_choices->setChoices(choices);
        return;
    }
    const auto stageChoices = [&] {
        for (const QString &group : {u"in_progress"_s, u"won"_s, u"lost"_s}) {
            choices.append({u"group "_s + group,
                            conditionWords(*m_schema, m_typeId, {m_path, Comparison::Equal, {u"group "_s + group}, 0, {}})
                                .section(u": "_s, 1)});
        }
        const QList<Pipeline> pipelines = m_schema->pipelines(m_field->typeId);
        QStringList known; // pipelines share codes: the filter means the stage in all of them
        for (const Pipeline &pipeline : pipelines) {
            for (const Stage &stage : m_schema->stages(pipeline.id)) {
                if (!known.contains(stage.code))
                    choices.append(
                        {stage.code, displayName(*m_schema, stage), known.isEmpty() ? displayName(*m_field) : QString()});
                known << stage.code;
            }
        }
    };
    switch (m_field->type) {
    case FieldType::Stage: stageChoices(); break;
    case FieldType::List:
        for (const ListValue &value : m_schema->listValues(m_field->id))
            choices.append({value.code, displayName(*m_schema, value)});
        break;
    case FieldType::User:
        choices.append({u"me"_s, tr("me")});
        for (const User &user : m_schema->users())
            choices.append({user.name, user.name});
        break;
    case FieldType::Pipeline:
        for (const Pipeline &pipeline : m_schema->pipelines(m_field->typeId))
            choices.append({pipeline.code, displayName(pipeline)});
        break;
    case FieldType::Boolean:
        choices = {{u"true"_s, tr("yes")}, {u"false"_s, tr("no")}};
        m_choices->setSingle(true);
        break;
    default: break;
    }
    m_choices->setChoices(choices);
}

const ConditionRow::Operator &ConditionRow::current() const
{
    return m_operators[qMax(0, m_operator->currentIndex())];
}

void ConditionRow::showInput()
{
    const Input input = current().input;
    m_text->setVisible(input == Input::Text);
    m_range->setVisible(input == Input::Range);
    m_choices->setVisible(input == Input::Choices || input == Input::History);
    m_period->setVisible(input == Input::Period || input == Input::History);
    if (m_field && m_field->type == FieldType::Stage)
        m_choices->setSingle(input == Input::History);
    place();
}

void ConditionRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

void ConditionRow::place()
{
    const int beside = m_label->width() + (m_operator->isHidden() ? 0 : m_operator->width()) + m_remove->sizeHint().width();
    const bool isBelow = beside + m_value->minimumSizeHint().width() + valueColumn * Space::xs > width();
    auto *grid = static_cast<QGridLayout *>(layout());
    grid->removeWidget(m_value);
    grid->addWidget(m_value, isBelow ? 1 : 0, isBelow ? 0 : valueColumn, 1, isBelow ? valueColumn + 1 : 1);
}

void ConditionRow::setCounts(const QHash<QString, qint64> &counts)
{
    m_choices->setCounts(counts);
}

void ConditionRow::focusValue()
{
    switch (current().input) {
    case Input::Text: m_text->setFocus(); break;
    case Input::Range: m_first->setFocus(); break;
    case Input::Choices:
    case Input::History: m_choices->setFocus(); break;
    case Input::Period: m_period->findChild<QComboBox *>()->setFocus(); break;
    case Input::Nothing: m_operator->setFocus(); break;
    }
}

QStringList ConditionRow::rangeValues() const
{
    const QString first = m_first->text().trimmed();
    const QString last = m_last->text().trimmed();
    if (first.isEmpty() && last.isEmpty())
        return {};
    return {first == last ? first : first + u".."_s + last};
}

std::optional<Condition> ConditionRow::condition() const
{
    const Operator &op = current();
    Condition condition{m_path, op.comparison, {}, 0, {}};
    switch (op.input) {
    case Input::Nothing: return condition;
    case Input::Text:
        if (!m_text->text().trimmed().isEmpty())
            condition.values = {m_text->text().trimmed()};
        if (m_byTitle)
            condition.field += u".title"_s;
        break;
    case Input::Range: condition.values = rangeValues(); break;
    case Input::Choices:
        condition.values = m_choices->values();
        if (condition.values.size() == 1 && condition.comparison == Comparison::In)
            condition.comparison = Comparison::Equal;
        if (condition.values.size() == 1 && condition.comparison == Comparison::NotIn)
            condition.comparison = Comparison::NotEqual;
        break;
    case Input::Period:
        if (!m_period->period().isEmpty())
            condition.values = {m_period->period()};
        break;
    case Input::History:
        condition.values = m_choices->values().mid(0, 1);
        if (!condition.values.isEmpty() && !m_period->period().isEmpty())
            condition.values << m_period->period();
        break;
    }
    return condition.values.isEmpty() ? std::nullopt : std::optional(condition);
}

bool ConditionRow::setCondition(const Condition &condition)
{
    const auto matches = [&](const Operator &op) {
        Comparison wanted = condition.comparison;
        if (op.input == Input::Choices && wanted == Comparison::Equal && m_field)
            wanted = Comparison::In;
        if (op.input == Input::Choices && wanted == Comparison::NotEqual)
            wanted = Comparison::NotIn;
        const bool isRange = condition.values.value(0).contains(u".."_s);
        return op.comparison == wanted && (op.input != Input::Range || isRange)
            && (op.input != Input::Text || !m_field || !isNumber(m_field->type) || !isRange);
    };
    const auto it = std::find_if(m_operators.begin(), m_operators.end(), matches);
    if (it == m_operators.end() || condition.isGroup())
        return false;
    const QSignalBlocker quiet(this);
    m_operator->setCurrentIndex(int(it - m_operators.begin()));
    showInput();
    const QString value = condition.values.value(0);
    switch (it->input) {
    case Input::Nothing: break;
    case Input::Text: m_text->setText(value); break;
    case Input::Range:
        m_first->setText(value.section(u".."_s, 0, 0));
        m_last->setText(value.section(u".."_s, 1));
        break;
    case Input::Choices: m_choices->setValues(condition.values); break;
    case Input::Period: m_period->setPeriod(value); break;
    case Input::History:
        m_choices->setValues({value});
        m_period->setPeriod(condition.values.value(1));
        break;
    }
    return true;
}

} // namespace Kartoteka
