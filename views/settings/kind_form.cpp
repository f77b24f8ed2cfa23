// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/kind_form.h"

#include "core/activities/kinds.h"
#include "core/schema/activity_codes.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"
#include "views/fields/reminder_offsets.h"
#include "views/theme/theme.h"
#include "views/widgets/activity_icon.h"
#include "views/widgets/choice_button.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

namespace Kartoteka {

namespace {

constexpr int labelWidth = 220;
constexpr int mostMinutes = 7 * 24 * 60;
const QString none = u"none"_s;

/// What is to be seen on a picture.
QString pictureName(const QString &icon)
{
    static const QHash<QString, const char *> names{
        {u"activity"_s, QT_TRANSLATE_NOOP("Kartoteka::KindForm", "Tick in a circle")},
        {u"phone"_s, QT_TRANSLATE_NOOP("Kartoteka::KindForm", "Phone")},
        {u"user"_s, QT_TRANSLATE_NOOP("Kartoteka::KindForm", "Person")},
        {u"mail"_s, QT_TRANSLATE_NOOP("Kartoteka::KindForm", "Letter")},
        {u"check"_s, QT_TRANSLATE_NOOP("Kartoteka::KindForm", "Tick")},
        {u"comment"_s, QT_TRANSLATE_NOOP("Kartoteka::KindForm", "Speech bubble")},
        {u"calendar"_s, QT_TRANSLATE_NOOP("Kartoteka::KindForm", "Calendar")},
        {u"clock"_s, QT_TRANSLATE_NOOP("Kartoteka::KindForm", "Clock")},
        {u"star"_s, QT_TRANSLATE_NOOP("Kartoteka::KindForm", "Star")},
        {u"flag"_s, QT_TRANSLATE_NOOP("Kartoteka::KindForm", "Flag")},
        {u"bell"_s, QT_TRANSLATE_NOOP("Kartoteka::KindForm", "Bell")},
        {u"file"_s, QT_TRANSLATE_NOOP("Kartoteka::KindForm", "Sheet of paper")},
        {u"link"_s, QT_TRANSLATE_NOOP("Kartoteka::KindForm", "Chain")},
        {u"product"_s, QT_TRANSLATE_NOOP("Kartoteka::KindForm", "Box")},
        {u"company"_s, QT_TRANSLATE_NOOP("Kartoteka::KindForm", "Building")}};
    const char *name = names.value(icon);
    return name ? KindForm::tr(name) : icon;
}

QString orNone(const QString &text)
{
    return text.isEmpty() ? none : text;
}

} // namespace

KindForm::KindForm(Store &store, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_rows(new QVBoxLayout(this))
    , m_icon(new QComboBox(this))
    , m_duration(new QSpinBox(this))
    , m_reminders(new ChoiceButton(this))
    , m_blocks(new ChoiceButton(this))
    , m_suggests(new QComboBox(this))
{
    m_rows->setContentsMargins(Space::s, 0, Space::s, 0);
    m_rows->setSpacing(Space::xs);
    for (const QString &icon : kindIcons())
        m_icon->addItem(Theme::of(palette()).icon(icon), pictureName(icon), icon);
    addRow(u"icon"_s, m_icon);
    connect(m_icon, &QComboBox::activated, this, [this] { emit wanted(u"icon"_s, m_icon->currentData().toString()); });
    m_duration->setMaximum(mostMinutes);
    m_duration->setSingleStep(15);
    m_duration->setSpecialValueText(tr("not set"));
    addRow(Codes::duration, m_duration);
    connect(m_duration, &QSpinBox::editingFinished, this, [this] {
        if (m_duration->value() != kindProperties(*m_store.schema(), m_kind).duration)
            emit wanted(Codes::duration, QString::number(m_duration->value()));
    });
    addRow(u"reminders"_s, m_reminders);
    letNameReminder(*m_reminders, [this](const QString &reminders) { offerReminders(*m_reminders, reminders); });
    connect(m_reminders, &ChoiceButton::changed, this, [this] {
        if (!isReminderAsked(*m_reminders))
            emit wanted(u"reminders"_s, orNone(chosenReminders(*m_reminders)));
    });
    addWords(Codes::deadline, m_deadline, tr("default: in three working days; or +1d, monday 10:00"));
    QList<ChoiceButton::Choice> blocks;
    for (const QString &block : activityBlocks())
        blocks.append({block, blockName(block)});
    m_blocks->setChoices(blocks);
    addRow(u"blocks"_s, m_blocks);
    connect(m_blocks, &ChoiceButton::changed, this,
            [this] { emit wanted(u"blocks"_s, orNone(m_blocks->values().join(u','))); });
    addRow(u"suggests"_s, m_suggests);
    connect(m_suggests, &QComboBox::activated, this,
            [this] { emit wanted(u"suggests"_s, orNone(m_suggests->currentData().toString())); });
    addWords(u"suggests_after"_s, m_after, tr("as for a new one of this kind; or +1d, 3 wd"));
    addAnswer(u"asks_result"_s, m_asks);
    addAnswer(u"reminds_participants"_s, m_reminds);
    connect(&store, &Store::schemaChanged, this, &KindForm::fill);
}

void KindForm::addRow(const QString &property, QWidget *editor)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(Space::s);
    auto *label = new QLabel(kindPropertyName(property), this);
    label->setWordWrap(true);
    label->setFixedWidth(scaled(labelWidth, fontMetrics()));
    m_labels << label;
    label->setBuddy(editor);
    editor->setObjectName(u"kind_"_s + property);
    editor->setAccessibleName(kindPropertyName(property));
    row->addWidget(label);
    row->addWidget(editor, 1);
    m_rows->addLayout(row);
}

void KindForm::addWords(const QString &property, QLineEdit *&line, const QString &example)
{
    line = new QLineEdit(this);
    line->setPlaceholderText(example);
    addRow(property, line);
    connect(line, &QLineEdit::editingFinished, this, [this, property, edited = line] {
        if (edited->isModified())
            emit wanted(property, orNone(edited->text().trimmed()));
    });
}

void KindForm::addAnswer(const QString &property, QCheckBox *&box)
{
    box = new QCheckBox(kindPropertyName(property), this);
    box->setObjectName(u"kind_"_s + property);
    m_rows->addWidget(box);
    connect(box, &QCheckBox::clicked, this, [this, property](bool on) { emit wanted(property, on ? u"yes"_s : u"no"_s); });
}

void KindForm::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    for (QLabel *label : std::as_const(m_labels))
        label->setFixedWidth(qMin(scaled(labelWidth, fontMetrics()), width() / 3));
}

void KindForm::setKind(qint64 kind)
{
    m_kind = kind;
    fill();
}

void KindForm::fill()
{
    const SchemaPtr schema = m_store.schema();
    setEnabled(schema->listValue(m_kind) != nullptr);
    const KindProperties kind = kindProperties(*schema, m_kind);
    m_icon->setCurrentIndex(m_icon->findData(kind.icon));
    m_duration->setValue(kind.duration);
    offerReminders(*m_reminders, kind.reminders);
    m_deadline->setText(kind.deadline);
    m_blocks->setValues(kind.blocks);
    m_suggests->clear();
    m_suggests->addItem(tr("nothing", "a kind of activities suggests"));
    for (const ListValue &other : activityKinds(*schema)) {
        m_suggests->addItem(Theme::of(palette()).icon(activityIcon(*schema, other.id)), displayName(*schema, other),
                            other.code);
        if (other.id == kind.suggests)
            m_suggests->setCurrentIndex(m_suggests->count() - 1);
    }
    m_after->setText(kind.suggestsAfter);
    m_after->setEnabled(kind.suggests != 0);
    m_asks->setChecked(kind.asksResult);
    m_reminds->setChecked(kind.remindsParticipants);
}

} // namespace Kartoteka
