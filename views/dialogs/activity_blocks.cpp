// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/activity_blocks.h"

#include "core/activities/kinds.h"
#include "core/query/item_query.h"
#include "core/schema/activity_codes.h"
#include "views/dialogs/activity_files.h"
#include "views/dialogs/checklist_editor.h"
#include "views/dialogs/labelled_row.h"
#include "views/dialogs/time_block.h"
#include "views/fields/field_editor.h"
#include "views/theme/theme.h"
#include "views/widgets/colour_grid.h"
#include "views/widgets/flow_layout.h"
#include "views/widgets/icon_button.h"
#include "views/widgets/menu_text.h"

#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Kartoteka {

namespace {

const QString calendarBlock = u"calendar"_s;
const QString checklistBlock = u"checklist"_s;
const QString filesBlock = u"files"_s;
const QString plainColour = u"#8a93a3"_s; ///< of an activity without one

/// The widgets of a part under `all` that take the focus by Tab, in their order.
QList<QWidget *> stopsOf(const QWidget *all)
{
    QList<QWidget *> stops = all->findChildren<QWidget *>();
    stops.removeIf([all](const QWidget *one) {
        return !(one->focusPolicy() & Qt::TabFocus) || one->focusProxy()
            || one->window() != all->window(); // a calendar of its own
    });
    return stops;
}

/// A part made late is reached by Tab where it stands: before `next`.
void placeInTabOrder(const QWidget *box, const QWidget *next)
{
    const QList<QWidget *> after = stopsOf(next);
    if (after.isEmpty())
        return;
    QWidget *previous = after.constFirst()->previousInFocusChain();
    while (previous != after.constFirst() && !(previous->focusPolicy() & Qt::TabFocus))
        previous = previous->previousInFocusChain();
    for (QWidget *stop : stopsOf(box)) {
        QWidget::setTabOrder(previous, stop);
        previous = stop;
    }
}

} // namespace

ActivityBlocks::ActivityBlocks(Store &store, QWidget *parent)
    : QWidget(parent), m_store(store), m_boxes(new QVBoxLayout), m_more(new QWidget(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::s);
    m_boxes->setSpacing(Space::s);
    layout->addLayout(m_boxes);
    auto *pills = new FlowLayout(m_more, Space::xs);
    for (const QString &code : activityBlocks()) {
        auto *add = new QToolButton(m_more);
        add->setObjectName(u"blockAdd_"_s + code);
        add->setProperty("pill", true);
        add->setText(menuText(tr("+ %1").arg(blockName(code))));
        add->setAccessibleName(tr("Add: %1").arg(blockName(code)));
        pills->addWidget(add);
        m_blocks.append({code, add, nullptr, nullptr});
        connect(add, &QToolButton::clicked, this, [this, code] { openByHand(code); });
    }
    layout->addLayout(labelledRow(nullptr, m_more));
}

ActivityBlocks::Block *ActivityBlocks::find(const QString &code)
{
    const auto it = std::ranges::find(m_blocks, code, &Block::code);
    return it == m_blocks.end() ? nullptr : &*it;
}

bool ActivityBlocks::isShown(const QString &code) const
{
    const auto it = std::ranges::find(m_blocks, code, &Block::code);
    return it != m_blocks.end() && it->box && !it->box->isHidden();
}

bool ActivityBlocks::hasSomething(const QString &code) const
{
    const ActivityDetails &details = m_activity.details;
    if (code == calendarBlock)
        return details.start.isValid() || details.allDay || details.duration != 0;
    if (code == filesBlock)
        return m_hasFiles;
    return code == checklistBlock ? !m_steps.isEmpty() : valuesOf(m_activity).value(code).isValid();
}

QWidget *ActivityBlocks::makeBody(Block &block, QWidget *box)
{
    if (block.code == calendarBlock)
        return m_time = new TimeBlock(firstDayOfWeek(*m_store.schema()), box);
    if (block.code == checklistBlock) {
        m_checklist = new ChecklistEditor(box);
        connect(m_checklist, &ChecklistEditor::changed, this, &ActivityBlocks::changed);
        return m_checklist;
    }
    if (block.code == filesBlock) {
        m_files = new ActivityFiles(m_store, box);
        connect(m_files, &ActivityFiles::changed, this, &ActivityBlocks::changed);
        return m_files;
    }
    if (block.code == Codes::colour) {
        auto *body = new QWidget(box); // a button is as wide as its text, and stands where fields begin
        auto *row = new QHBoxLayout(body);
        row->setContentsMargins(0, 0, 0, 0);
        m_colourButton = new QToolButton(body);
        m_colourButton->setObjectName(u"activityEditColour"_s);
        m_colourButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        connect(m_colourButton, &QToolButton::clicked, this, &ActivityBlocks::askColour);
        row->addWidget(m_colourButton);
        row->addStretch();
        return body;
    }
    const SchemaPtr schema = m_store.schema();
    const Field *field = schema->field(schema->type(u"activity"_s)->id, block.code);
    block.editor = makeFieldEditor(m_store, *field, box);
    block.editor->input()->setObjectName(u"activityEdit_"_s + block.code);
    block.editor->input()->setAccessibleName(blockName(block.code));
    return block.editor;
}

void ActivityBlocks::open(Block &block)
{
    if (isShown(block.code))
        return;
    if (!block.box) {
        block.box = new QWidget(this);
        block.box->setObjectName(u"block_"_s + block.code);
        auto *layout = new QHBoxLayout(block.box);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(Space::xs);
        auto *label = new QLabel(blockName(block.code), block.box);
        label->setProperty("muted", true);
        label->setWordWrap(true);
        layout->addLayout(labelledRow(label, makeBody(block, block.box)), 1);
        QToolButton *away = makeIconButton(block.box, u"blockRemove_"_s + block.code, u"close"_s, tr("Remove this part"));
        layout->addWidget(away, 0, Qt::AlignTop);
        // In the order of the blocks, whichever is opened first.
        const auto before = std::ranges::count_if(m_blocks.begin(), m_blocks.begin() + (find(block.code) - m_blocks.data()),
                                                  [](const Block &one) { return one.box; });
        m_boxes->insertWidget(int(before), block.box);
        const QLayoutItem *next = m_boxes->itemAt(int(before) + 1);
        placeInTabOrder(block.box, next && next->widget() ? next->widget() : m_more);
        connect(away, &QToolButton::clicked, this, [this, code = block.code] { close(*find(code)); });
    }
    if (m_time && block.code == calendarBlock)
        m_time->setDetails(m_activity.details, m_moment);
    else if (m_checklist && block.code == checklistBlock)
        m_checklist->setSteps(m_steps);
    else if (m_files && block.code == filesBlock)
        m_files->setActivity(reference());
    else if (block.code == Codes::colour)
        showColour();
    else
        block.editor->setValue(valuesOf(m_activity).value(block.code));
    block.box->show();
    block.add->hide();
}

void ActivityBlocks::close(Block &block)
{
    if (block.code == Codes::colour)
        m_colour.clear();
    block.box->hide();
    block.add->show();
    m_more->show();
    emit changed();
}

void ActivityBlocks::openByHand(const QString &code)
{
    Block &block = *find(code);
    open(block);
    m_more->setVisible(std::ranges::any_of(m_blocks, [](const Block &one) { return !one.add->isHidden(); }));
    emit changed();
    emit opened(block.box);
    if (block.editor)
        block.editor->input()->setFocus();
    else if (code == checklistBlock)
        m_checklist->takeFocus();
    else if (code == Codes::colour)
        askColour();
    else if (code == filesBlock)
        m_files->setFocus();
    else
        m_time->setFocus();
}

void ActivityBlocks::setActivity(const Activity &activity, const Checklist &steps)
{
    m_activity = activity;
    m_steps = steps;
    m_colour = activity.details.colour;
    m_moment = QDateTime::fromMSecsSinceEpoch(activity.deadline.toLongLong());
    const auto files = activity.id == 0 ? Result<QList<Attachment>>(QList<Attachment>())
                                        : readAttachments(m_store.reader(), reference());
    m_hasFiles = files && !files->isEmpty();
    for (Block &block : m_blocks) {
        const bool isOutcome = block.code == Codes::result || block.code == Codes::resultKind;
        block.add->setVisible(!isOutcome || activity.done); // nothing has come of what is to be done
        if (hasSomething(block.code))
            open(block);
    }
}

void ActivityBlocks::setKind(qint64 kind)
{
    const QStringList wanted = kindProperties(*m_store.schema(), kind).blocks;
    for (Block &block : m_blocks) {
        if (wanted.contains(block.code))
            open(block);
        else if (isShown(block.code) && m_activity.id == 0 && !hasSomething(block.code))
            close(block);
    }
    emit changed();
}

void ActivityBlocks::setMoment(const QDateTime &deadline)
{
    if (m_time && m_moment.isValid() && isShown(calendarBlock))
        m_time->shift(m_moment.secsTo(deadline));
    m_moment = deadline;
}

void ActivityBlocks::setDuration(int minutes)
{
    m_activity.details.duration = minutes;
    if (isShown(calendarBlock))
        m_time->setDetails(m_activity.details, m_moment);
}

Result<QHash<QString, Value>> ActivityBlocks::values() const
{
    QHash<QString, Value> values;
    for (const Block &block : m_blocks) {
        const bool shown = isShown(block.code);
        if (block.code == checklistBlock || block.code == filesBlock || (!shown && !hasSomething(block.code)))
            continue;
        if (block.code == calendarBlock) {
            values.insert(shown ? m_time->values(m_activity.details)
                                : QHash<QString, Value>{{Codes::start, {}}, {Codes::allDay, false}, {Codes::duration, {}}});
        } else if (block.code == Codes::colour) {
            values.insert(block.code, shown ? textValue(m_colour) : Value());
        } else if (!shown) {
            values.insert(block.code, {});
        } else {
            auto value = block.editor->value();
            if (!value)
                return value.error();
            values.insert(block.code, *value);
        }
    }
    return values;
}

Checklist ActivityBlocks::steps() const
{
    return isShown(checklistBlock) ? m_checklist->steps() : Checklist();
}

ItemRef ActivityBlocks::reference() const
{
    return {m_store.schema()->type(u"activity"_s)->id, m_activity.id, {}};
}

/// A part that was taken away takes its files along.
Result<ChangeSet> ActivityBlocks::fileChanges(const ItemRef &activity) const
{
    if (!m_files)
        return ChangeSet();
    return isShown(filesBlock) ? m_files->changes(activity) : m_files->allAway();
}

void ActivityBlocks::askColour()
{
    const QColor now(m_colour.isEmpty() ? plainColour : m_colour);
    if (const auto colour = Kartoteka::askColour(window(), tr("What colour should it have?"), now)) {
        m_colour = colour->name();
        showColour();
    }
}

void ActivityBlocks::showColour()
{
    const QString name = m_colour.isEmpty() ? QString() : colourName(QColor(m_colour));
    m_colourButton->setText(name.isEmpty() ? tr("Choose…") : name);
    m_colourButton->setAccessibleName(name.isEmpty() ? tr("Choose a colour") : tr("Colour: %1").arg(name));
    m_colourButton->setIcon(Theme::of(palette()).icon(u"flag"_s, QColor(m_colour.isEmpty() ? plainColour : m_colour)));
}

} // namespace Kartoteka
