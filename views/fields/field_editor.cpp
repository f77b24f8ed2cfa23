// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/fields/field_editor.h"

#include "core/items/item_queries.h"
#include "core/items/value_parse.h"
#include "core/items/value_text.h"
#include "core/people/offered_name.h"
#include "core/query/item_query.h"
#include "core/schema/builtin_names.h"
#include "core/schema/colour_field.h"
#include "views/fields/colour_editor.h"
#include "views/fields/link_editor.h"
#include "views/fields/members_editor.h"
#include "views/fields/offered_currencies.h"
#include "views/theme/theme.h"
#include "views/widgets/choice_button.h"
#include "views/widgets/initials.h"
#include "views/widgets/number_line.h"
#include "views/widgets/searched_combo.h"
#include "views/widgets/spoken_role.h"

#include <QAction>
#include <QCalendarWidget>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QWidgetAction>

#include <algorithm>

namespace Kartoteka {

namespace {

QHBoxLayout *tightRow(QWidget *parent)
{
    auto *layout = new QHBoxLayout(parent);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::xs);
    return layout;
}

ParseContext parseContext(const Store &store, const SchemaPtr &schema, const ReadContext &reader)
{
    Q_UNUSED(store)
    return {.schema = *schema,
            .currency = {},
            .dates = typedReading(),
            .findItem = [schema, &reader](const QString &code, const QString &text) -> qint64 {
                const EntityType *type = schema->type(code);
                if (!type)
                    return 0;
                auto ids = findByTitle(reader, type->id, text, 1);
                if (ids && !ids->isEmpty())
                    return ids->first();
                auto id = findByNumber(reader, type->id, text);
                return id ? *id : 0;
            }};
}

Result<Value> parsed(Store &store, const Field &field, const QString &text)
{
    const SchemaPtr schema = store.schema();
    const ReadContext reader = store.reader();
    return parseValue(parseContext(store, schema, reader), field, text);
}

/// Strings, numbers, addresses, links and everything that is written as one line.
class LineEditor : public FieldEditor
{
public:
    LineEditor(Store &store, const Field &field, QWidget *parent) : FieldEditor(parent), m_store(store), m_field(field)
    {
        const bool isNumber = field.type == FieldType::Integer || field.type == FieldType::Number;
        m_edit = isNumber ? new NumberLine(this) : new QLineEdit(this);
        tightRow(this)->addWidget(m_edit);
    }

    void setValue(const Value &value) override
    {
        const ReadContext reader = m_store.reader();
        const TitleSource titles = [&reader](const ItemRef &ref) { return itemTitle(reader, ref); };
        QString text = valueForFile(*m_store.schema(), m_field, value, titles);
        if (m_field.multiple || m_field.type == FieldType::Tags)
            text = text.replace(u"|"_s, u", "_s);
        m_edit->setText(text);
    }

    Result<Value> value() const override
    {
        QString text = m_edit->text();
        if (m_field.multiple || m_field.type == FieldType::Tags)
            text.replace(u',', u'|');
        return parsed(m_store, m_field, text);
    }

    QWidget *input() const override { return m_edit; }

protected:
    Store &m_store;
    Field m_field;
    QLineEdit *m_edit;
};

/// Dates and instants: typed, or picked from a calendar.
class DateEditor final : public LineEditor
{
public:
    DateEditor(Store &store, const Field &field, QWidget *parent) : LineEditor(store, field, parent)
    {
        const bool time = field.type == FieldType::DateTime;
        m_edit->setPlaceholderText(time ? typedDayExample() + u" 15:00"_s : typedDayExample());
        QAction *pick = m_edit->addAction(Theme::of(palette()).icon(u"calendar"_s, ColourRole::Muted),
                                          QLineEdit::TrailingPosition);
        pick->setText(FieldEditor::tr("Calendar"));
        pick->setToolTip(pick->text());
        connect(pick, &QAction::triggered, this, [this, time] {
            QMenu menu(this);
            auto *calendar = new QCalendarWidget(&menu);
            calendar->setFirstDayOfWeek(firstDayOfWeek(*m_store.schema()));
            auto *action = new QWidgetAction(&menu);
            action->setDefaultWidget(calendar);
            menu.addAction(action);
            connect(calendar, &QCalendarWidget::clicked, &menu, [this, &menu, time](const QDate &date) {
                m_edit->setText(time ? typedMoment(QDateTime(date, QTime(10, 0))) : typedDay(date));
                menu.close();
                emit finished();
            });
            menu.exec(m_edit->mapToGlobal(QPoint(0, m_edit->height())));
        });
    }

    void setValue(const Value &value) override
    {
        if (m_field.type == FieldType::DateTime && value.isValid())
            m_edit->setText(typedMoment(QDateTime::fromMSecsSinceEpoch(value.toLongLong())));
        else
            m_edit->setText(typedDay(value.toDate()));
    }
};

class TextEditor final : public FieldEditor
{
public:
    explicit TextEditor(QWidget *parent) : FieldEditor(parent)
    {
        m_edit = new QPlainTextEdit(this);
        m_edit->setTabChangesFocus(true);
        m_edit->setFixedHeight(fontMetrics().height() * 5 + Space::l);
        tightRow(this)->addWidget(m_edit);
    }
    void setValue(const Value &value) override { m_edit->setPlainText(value.toString()); }
    Result<Value> value() const override
    {
        const QString text = m_edit->toPlainText();
        return text.trimmed().isEmpty() ? Value() : Value(text);
    }
    QWidget *input() const override { return m_edit; }
    bool isMultiLine() const override { return true; }

private:
    QPlainTextEdit *m_edit;
};

/// As it is read where digits are grouped by spaces. A comma or a point between them would mean something else once a digit is
/// taken away.
QString editedNumber(const Money &money)
{
    const QString shown = moneyText(money);
    const auto isDigit = [](QChar c) { return c.isDigit(); };
    const auto first = std::find_if(shown.cbegin(), shown.cend(), isDigit);
    const auto last = std::find_if(shown.crbegin(), shown.crend(), isDigit).base();
    const QString grouped = (money.minor < 0 ? u"-"_s : QString()) + QString(first, last - first);
    const auto understood = parseMoney(grouped, money.currency);
    const QString group = QLocale().groupSeparator(); // people can do without
    if (!group.isEmpty() && group.front().isSpace() && understood == money)
        return grouped;
    QString number = moneyNumber(money);
    if (number.endsWith(u".00"_s))
        number.chop(3);
    return number;
}

class MoneyEditor final : public FieldEditor
{
public:
    MoneyEditor(Store &store, const Field &field, QWidget *parent) : FieldEditor(parent), m_store(store), m_field(field)
    {
        m_edit = new NumberLine(this);
        m_currency = new QComboBox(this);
        m_currency->setAccessibleName(FieldEditor::tr("%1: currency").arg(displayName(field)));
        m_currency->addItems(offeredCurrencies(*store.schema()));
        QHBoxLayout *row = tightRow(this);
        row->addWidget(m_edit, 1);
        row->addWidget(m_currency);
        setFocusProxy(m_edit);
    }
    void setValue(const Value &value) override
    {
        const Money money = value.isValid() ? value.value<Money>() : Money{0, m_store.schema()->baseCurrency()};
        m_edit->setText(value.isValid() ? editedNumber(money) : QString());
        if (m_currency->findText(money.currency) < 0)
            m_currency->addItem(money.currency);
        m_currency->setCurrentText(money.currency);
    }
    Result<Value> value() const override
    {
        if (m_edit->text().trimmed().isEmpty())
            return Value();
        const auto money = parseMoney(m_edit->text(), m_currency->currentText());
        if (!money)
            return Error{ErrorCode::Refused,
                         FieldEditor::tr("“%1” is not an amount of money.").arg(m_edit->text()),
                         {},
                         m_field.code};
        return toValue(*money);
    }
    QWidget *input() const override { return m_edit; }

private:
    Store &m_store;
    Field m_field;
    QLineEdit *m_edit;
    QComboBox *m_currency;
};

class ChoiceEditor final : public FieldEditor
{
public:
    ChoiceEditor(Store &store, const Field &field, QWidget *parent) : FieldEditor(parent)
    {
        m_combo = new SearchedCombo(this);
        tightRow(this)->addWidget(m_combo);
        const SchemaPtr schema = store.schema();
        if (field.type != FieldType::Stage && field.type != FieldType::Pipeline)
            m_combo->addItem(FieldEditor::tr("(not set)"), QVariant());
        if (field.type == FieldType::User) {
            for (const User &user : schema->users()) {
                if (user.active)
                    m_combo->addItem(initialsIcon(user, *this), offeredName(user, store.clock().localNow().date()), user.id);
            }
        } else if (field.type == FieldType::List) {
            for (const ListValue &value : schema->listValues(field.id))
                m_combo->addItem(displayName(*schema, value), value.id);
        } else {
            for (const Pipeline &pipeline : schema->pipelines(field.typeId)) {
                if (field.type == FieldType::Pipeline) {
                    m_combo->addItem(displayName(pipeline), pipeline.id);
                    continue;
                }
                for (const Stage &stage : schema->stages(pipeline.id))
                    m_combo->addItem(displayName(*schema, stage), stage.id);
            }
        }
        connect(m_combo, &QComboBox::activated, this, &FieldEditor::finished);
    }
    void setValue(const Value &value) override { m_combo->setCurrentIndex(qMax(0, m_combo->findData(value))); }
    Result<Value> value() const override { return m_combo->currentData(); }
    QWidget *input() const override { return m_combo; }

private:
    SearchedCombo *m_combo;
};

/// Several choices of a list, or several people, ticked in a list that can be searched.
class ChoicesEditor final : public FieldEditor
{
public:
    ChoicesEditor(Store &store, const Field &field, QWidget *parent) : FieldEditor(parent)
    {
        m_button = new ChoiceButton(this);
        tightRow(this)->addWidget(m_button);
        const SchemaPtr schema = store.schema();
        QList<ChoiceButton::Choice> choices;
        if (field.type == FieldType::User) {
            for (const User &user : schema->users()) {
                if (user.active)
                    choices << ChoiceButton::Choice{QString::number(user.id),
                                                    offeredName(user, store.clock().localNow().date())};
            }
        } else {
            for (const ListValue &value : schema->listValues(field.id))
                choices << ChoiceButton::Choice{QString::number(value.id), displayName(*schema, value)};
        }
        m_button->setChoices(choices);
    }
    void setValue(const Value &value) override
    {
        m_others.clear();
        QStringList ids;
        for (const Member &member : value.value<Members>()) {
            const QString id = QString::number(member.ref.id);
            const auto &all = m_button->choices();
            const bool isOffered = std::any_of(all.cbegin(), all.cend(), [&](const auto &one) { return one.value == id; });
            if (isOffered)
                ids << id;
            else
                m_others << member;
        }
        m_button->setValues(ids);
    }
    Result<Value> value() const override
    {
        Members members = m_others;
        for (const QString &id : m_button->values())
            members.append({.text = {}, .label = {}, .ref = {0, id.toLongLong(), {}}, .key = {}});
        return membersValue(members);
    }
    QWidget *input() const override { return m_button; }

private:
    ChoiceButton *m_button;
    Members m_others; ///< what is no choice any more, and stays until somebody takes it off
};

class BooleanEditor final : public FieldEditor
{
public:
    explicit BooleanEditor(QWidget *parent) : FieldEditor(parent)
    {
        m_check = new QCheckBox(this);
        speakAs(*m_check, QAccessible::CheckBox);
        m_check->setMinimumHeight(scaled(sizes().control, fontMetrics())); // in the middle of its row, as its name is
        tightRow(this)->addWidget(m_check);
        connect(m_check, &QCheckBox::clicked, this, &FieldEditor::finished);
    }
    void setValue(const Value &value) override { m_check->setChecked(value.toBool()); }
    Result<Value> value() const override { return Value(m_check->isChecked()); }
    QWidget *input() const override { return m_check; }

private:
    QCheckBox *m_check;
};

} // namespace

FieldEditor *makeFieldEditor(Store &store, const Field &field, QWidget *parent)
{
    FieldEditor *editor = nullptr;
    if (field.type == FieldType::Phone || field.type == FieldType::Email || field.type == FieldType::Url)
        editor = new MembersEditor(field, parent);
    else if (field.type == FieldType::Link)
        editor = new LinkEditor(store, field, parent);
    else if (field.multiple && (field.type == FieldType::List || field.type == FieldType::User))
        editor = new ChoicesEditor(store, field, parent);
    else if (field.multiple)
        editor = new LineEditor(store, field, parent);
    else if (holdsColour(field))
        editor = new ColourEditor(field, parent);
    else if (field.type == FieldType::Text)
        editor = new TextEditor(parent);
    else if (field.type == FieldType::Money)
        editor = new MoneyEditor(store, field, parent);
    else if (field.type == FieldType::Boolean)
        editor = new BooleanEditor(parent);
    else if (field.type == FieldType::Date || field.type == FieldType::DateTime)
        editor = new DateEditor(store, field, parent);
    else if (field.type == FieldType::List || field.type == FieldType::User || field.type == FieldType::Stage
             || field.type == FieldType::Pipeline)
        editor = new ChoiceEditor(store, field, parent);
    else
        editor = new LineEditor(store, field, parent);
    editor->setObjectName(u"editor_"_s + field.code);
    editor->input()->setObjectName(u"input_"_s + field.code);
    editor->input()->setAccessibleName(displayName(field));
    editor->setFocusProxy(editor->input());
    return editor;
}

} // namespace Kartoteka
