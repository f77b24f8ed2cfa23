// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/section/calendar_section.h"

#include "core/calendar/calendar_plan.h"
#include "core/definitions/type_acts.h"
#include "core/items/item_queries.h"
#include "core/query/asked_stages.h"
#include "core/schema/builtin_names.h"
#include "core/schema/resource_codes.h"
#include "core/schema/roles.h"
#include "views/acts/bulk_desk.h"
#include "views/board/quick_form.h"
#include "views/calendar/calendar_desk.h"
#include "views/calendar/calendar_keys.h"
#include "views/calendar/calendar_pane.h"
#include "views/calendar/calendar_resources.h"
#include "views/calendar/calendar_surface.h"
#include "views/calendar/colour_choices.h"
#include "views/section/created_words.h"
#include "views/section/section_bookings.h"
#include "views/theme/theme.h"
#include "views/widgets/empty_state.h"
#include "views/widgets/menu_heading.h"
#include "views/widgets/menu_text.h"
#include "views/widgets/over_panel.h"

#include <QActionGroup>
#include <QMenu>
#include <QSettings>
#include <QVBoxLayout>

namespace Kartoteka {

namespace {
constexpr int formWidth = 300;
}

CalendarSection::CalendarSection(const SectionContext &context, QWidget *page)
    : SectionView(page), m_context(context), m_pane(new CalendarPane(context.store, context.bulk, page))
{
    const SchemaPtr schema = context.store.schema();
    const EntityType *type = schema->type(context.typeId);
    if (type->code == Codes::resourceType) {
        m_bookings = new SectionBookings(context.store, *m_pane, this);
        connect(m_bookings, &SectionBookings::opened, this, &CalendarSection::opened);
        m_pane->setLook(CalendarLook::Day);
    }
    connect(m_pane, &CalendarPane::opened, this, [this](const ItemRef &item) {
        if (item.type == m_context.typeId)
            emit opened(item.id);
        else
            emit itemWanted(item);
    });
    connect(m_pane, &CalendarPane::itemMenuWanted, this,
            [this](const ItemRef &item, const QPoint &global) { emit contextMenuWanted({item.id}, global); });
    connect(m_pane, &CalendarPane::menuWanted, this, &CalendarSection::fillMenu);
    connect(m_pane, &CalendarPane::done, this, &CalendarSection::done);
    connect(m_pane, &CalendarPane::told, this, &CalendarSection::told);
    connect(m_pane, &CalendarPane::failed, this, &CalendarSection::failed);
}

QWidget *CalendarSection::widget() const
{
    return m_pane;
}

QList<KeyHint> CalendarSection::keys() const
{
    return CalendarKeys::hints();
}

/// What an office made a type with a date for stands on that date; what the program brings along shows its activities.
QString CalendarSection::usualField() const
{
    const SchemaPtr schema = m_context.store.schema();
    const EntityType *type = schema->type(m_context.typeId);
    if (!type || m_bookings || isActivities(*type))
        return {};
    const QList<Field> fields = calendarFields(*schema, m_context.typeId);
    if (fields.isEmpty() || (type->hasActivities && (isOfProgram(*type) || !fields.constFirst().editable)))
        return {};
    return fields.constFirst().code;
}

void CalendarSection::setFields(const QString &first, const QString &last)
{
    m_isChosen = true;
    m_first = first;
    m_last = last;
    refresh();
}

void CalendarSection::setColour(CalendarColour by, const QString &field)
{
    m_colour = by;
    m_colourField = field;
    refresh();
}

CalendarColour CalendarSection::usualColour() const
{
    const EntityType *type = m_context.store.schema()->type(m_context.typeId);
    const bool ofItems = !m_first.isEmpty();
    return isOfBookings()         ? CalendarColour::Resource
        : !ofItems                ? CalendarColour::Kind
        : type && type->hasStages ? CalendarColour::Stage
                                  : CalendarColour::Person;
}

void CalendarSection::show()
{
    const SchemaPtr schema = m_context.store.schema();
    const EntityType *type = schema->type(m_context.typeId);
    if (!type)
        return;
    if (!m_first.isEmpty() && !schema->field(m_context.typeId, m_first)) { // the field is gone
        m_first = m_last = QString();
        m_isChosen = false;
    }
    if (!m_isChosen)
        m_first = usualField();
    if (isOfBookings()) {
        m_pane->desk()->setMaker({});
        m_pane->setColour(m_colour.value_or(usualColour()));
        m_bookings->show(wanted());
        return;
    }
    if (m_bookings)
        m_bookings->leave();
    CalendarQuery query;
    query.items = wanted();
    query.items.sort.clear();
    query.field = m_first;
    query.endField = m_last;
    query.mode = isActivities(*type) ? CalendarMode::People
        : m_first.isEmpty()          ? CalendarMode::Activities
        : m_last.isEmpty()           ? CalendarMode::Moment
                                     : CalendarMode::Span;
    const bool ofItems = query.mode == CalendarMode::Moment || query.mode == CalendarMode::Span;
    m_pane->desk()->setMaker(ofItems ? [this](const CalendarPlace &from, const CalendarPlace &until) { make(from, until); }
                                     : CalendarDesk::Maker());
    const Field *coloured = ofItems ? schema->field(m_context.typeId, m_colourField) : nullptr;
    if (m_colour == CalendarColour::Choice && !coloured) // it is gone, or activities have none
        m_colour.reset();
    if (m_colour == CalendarColour::Choice)
        query.colourField = m_colourField;
    m_pane->setColour(m_colour.value_or(usualColour()));
    m_pane->setQuery(query);
}

void CalendarSection::becameActive(bool active)
{
    m_pane->setActive(active);
    if (m_bookings)
        m_bookings->setActive(active);
}

void CalendarSection::turned()
{
    m_pane->turn();
}

QList<qint64> CalendarSection::selectedItems() const
{
    const EntryKey &current = m_pane->scene().current;
    return current.ref.type == m_context.typeId ? QList<qint64>{current.ref.id} : QList<qint64>();
}

void CalendarSection::setCurrentItem(qint64 id)
{
    for (const CalendarEntry &entry : m_pane->scene().entries()) {
        if (entry.ref.type == m_context.typeId && entry.ref.id == id && !entry.isGhost) {
            m_pane->choose(EntryKey::of(entry), entry.first);
            return;
        }
    }
}

/// The entries stand in order.
qint64 CalendarSection::neighbour(qint64 id, int direction) const
{
    const QList<CalendarEntry> &entries = m_pane->scene().entries();
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const qsizetype next = i + direction;
        if (entries[i].ref.id == id && entries[i].ref.type == m_context.typeId && next >= 0 && next < entries.size())
            return entries[next].ref.type == m_context.typeId ? entries[next].ref.id : 0;
    }
    return 0;
}

void CalendarSection::focus()
{
    m_pane->focusView();
}

/// What matches may stand in other days: these are all that can be spoken of.
void CalendarSection::setEmptyText(const EmptyText &text)
{
    EmptyText here = text;
    ItemQuery chosen = wanted();
    chosen.conditions.removeIf(asksInProgress); // stands there by itself
    if (text.drawing == Drawing::NoHit && chosen.isWhole())
        here = {}; // without a filter, days without entries are just days
    else if (text.drawing == Drawing::NoHit && m_first.isEmpty()
             && !isActivities(*m_context.store.schema()->type(m_context.typeId)))
        here.text = tr("On these days nothing is planned with what the filter leaves.");
    else if (text.drawing == Drawing::NoHit)
        here.text = wanted().search.trimmed().isEmpty() ? tr("Nothing in these days matches the filter.")
                                                        : tr("Nothing in these days has these words.");
    if (m_bookings)
        m_bookings->setEmptyText(text);
    else
        m_pane->setEmptyText(here);
}

void CalendarSection::addWhatIsShown(QMenu &menu)
{
    const SchemaPtr schema = m_context.store.schema();
    const EntityType *type = schema->type(m_context.typeId);
    if (!type || isActivities(*type))
        return;
    addMenuHeading(menu, tr("Show on a day"));
    auto *one = new QActionGroup(&menu);
    const auto add = [&](const QString &text, const QString &first, const QString &last) {
        QAction *action = menu.addAction(menuText(text), this, [this, first, last] { setFields(first, last); });
        action->setObjectName(u"calendarBy_"_s + first + (last.isEmpty() ? QString() : u'_' + last));
        action->setCheckable(true);
        action->setChecked(m_first == first && m_last == last);
        one->addAction(action);
    };
    if (type->hasActivities)
        add(tr("Activities"), {}, {});
    if (m_bookings)
        add(tr("Bookings"), {}, {});
    const QList<Field> fields = calendarFields(*schema, m_context.typeId);
    for (const Field &field : fields)
        add(displayName(field), field.code, {});
    const Field *begin = schema->field(m_context.typeId, u"begin_date"_s);
    const Field *close = schema->field(m_context.typeId, u"close_date"_s);
    if (begin && close)
        add(tr("%1 – %2", "from one date to another").arg(displayName(*begin), displayName(*close)), begin->code,
            close->code);
    // Any two others, by their first.
    if (fields.size() > 1) {
        QMenu *spans = menu.addMenu(tr("From – to"));
        for (const Field &first : fields) {
            QMenu *to = spans->addMenu(menuText(displayName(first)));
            for (const Field &last : fields) {
                if (last.id == first.id)
                    continue;
                QAction *action = to->addAction(menuText(displayName(last)), this,
                                                [this, first, last] { setFields(first.code, last.code); });
                action->setCheckable(true);
                action->setChecked(m_first == first.code && m_last == last.code);
            }
        }
    }
}

void CalendarSection::addColours(QMenu &menu)
{
    const EntityType *type = m_context.store.schema()->type(m_context.typeId);
    QList<CalendarColour> offered;
    if (m_first.isEmpty())
        offered << CalendarColour::Kind;
    if (type && (type->hasStages || isActivities(*type)))
        offered << CalendarColour::Stage;
    offered << CalendarColour::Person;
    if (m_first.isEmpty() && !m_pane->resources()->all().isEmpty())
        offered << CalendarColour::Resource;
    const CalendarColour now = m_colour.value_or(usualColour());
    QActionGroup *one = addColourChoices(menu, offered, now, [this](CalendarColour by) { setColour(by, {}); });
    for (const Field &field : listFields()) {
        QAction *action = menu.addAction(menuText(tr("By “%1”", "a field").arg(displayName(field))), this,
                                         [this, field] { setColour(CalendarColour::Choice, field.code); });
        action->setObjectName(u"calendarColour_"_s + field.code);
        action->setCheckable(true);
        action->setChecked(now == CalendarColour::Choice && field.code == m_colourField);
        one->addAction(action);
    }
}

/// Whose values can colour the items.
QList<Field> CalendarSection::listFields() const
{
    if (m_first.isEmpty())
        return {};
    QList<Field> lists;
    for (const Field &field : m_context.store.schema()->fields(m_context.typeId)) {
        if (field.type == FieldType::List && !field.multiple && !field.hidden)
            lists << field;
    }
    return lists;
}

void CalendarSection::fillMenu(QMenu &menu)
{
    addWhatIsShown(menu);
    addColours(menu);
    menu.addSeparator();
    if (isOfBookings())
        m_bookings->fillMenu(menu);
}

QStringList CalendarSection::usesOf(const Field &field) const
{
    const bool isUsed = field.typeId == m_context.typeId
        && (field.code == m_first || field.code == m_last || field.code == m_colourField);
    return isUsed ? QStringList{tr("the calendar")} : QStringList();
}

/// A new item on a day, in a few fields.
void CalendarSection::make(const CalendarPlace &from, const CalendarPlace &until)
{
    const SchemaPtr schema = m_context.store.schema();
    const Field *first = schema->field(m_context.typeId, m_first);
    const Field *last = m_last.isEmpty() ? nullptr : schema->field(m_context.typeId, m_last);
    if (!first || !first->editable) {
        emit failed({ErrorCode::Refused, tr("These dates are set by the program: nothing can be created by them."), {}, {}});
        return;
    }
    if (!m_form) {
        m_formPanel = new OverPanel(m_pane);
        m_formPanel->setObjectName(u"calendarNewItem"_s);
        auto *layout = new QVBoxLayout(m_formPanel);
        layout->setContentsMargins(OverPanel::shadow, OverPanel::shadow, OverPanel::shadow, OverPanel::shadow);
        m_form = new QuickForm(m_context.store, m_formPanel);
        layout->addWidget(m_form);
        connect(m_form, &QuickForm::closed, m_formPanel, &QWidget::hide);
        connect(m_formPanel, &OverPanel::closed, m_pane, [this] {
            if (CalendarSurface *seen = m_pane->surface())
                seen->setPlanned({});
            m_pane->dismissPress();
        });
        connect(m_form, &QuickForm::made, this, [this](qint64 id) {
            m_formPanel->hide();
            if (const auto item = readItem(m_context.store.reader(), {m_context.typeId, id, {}}))
                emit done(createdWords(m_context.store, query(), *item));
        });
    }
    QHash<QString, Value> values{{first->code, itemTime(*first, from)}};
    if (last)
        values.insert(last->code, itemTime(*last, until));
    const auto opened = m_form->open(m_context.typeId, wanted().pipeline, [values](const QUuid &) {
        return Result<ColumnStart>(ColumnStart{values, {}});
    });
    if (!opened) {
        emit failed(opened.error());
        return;
    }
    m_form->show();
    m_formPanel->setFixedWidth(scaled(formWidth, m_pane->fontMetrics()) + 2 * OverPanel::shadow);
    m_formPanel->layout()->activate();
    if (CalendarSurface *seen = m_pane->surface())
        seen->setPlanned(seen->newEntry(from, last ? until : from));
    m_formPanel->showIn(m_pane->roomBeside(from, until, {m_formPanel->width(), m_formPanel->sizeHint().height()}));
    m_form->focusFirst();
}

void CalendarSection::save(QSettings &settings, const QString &prefix) const
{
    settings.setValue(prefix + u"calendar_look"_s, calendarLookName(m_pane->look()));
    settings.setValue(prefix + u"calendar_first"_s, m_first);
    settings.setValue(prefix + u"calendar_last"_s, m_last);
    settings.setValue(prefix + u"calendar_chosen"_s, m_isChosen);
    settings.setValue(prefix + u"calendar_colour"_s, m_colour ? calendarColourName(*m_colour) : QString());
    settings.setValue(prefix + u"calendar_colour_field"_s, m_colourField);
    if (m_bookings)
        m_bookings->save(settings, prefix);
}

void CalendarSection::restore(const QSettings &settings, const QString &prefix)
{
    if (!settings.contains(prefix + u"calendar_look"_s))
        return;
    if (!m_bookings || settings.contains(prefix + u"calendar_side_by_side"_s)) // else of a program that knew no bookings
        m_first = settings.value(prefix + u"calendar_first"_s).toString();
    m_last = settings.value(prefix + u"calendar_last"_s).toString();
    m_isChosen =
        settings.value(prefix + u"calendar_chosen"_s, !m_first.isEmpty()).toBool(); // else of a program that asked nobody
    if (const QString colour = settings.value(prefix + u"calendar_colour"_s).toString(); !colour.isEmpty())
        m_colour = calendarColourFromName(colour);
    m_colourField = settings.value(prefix + u"calendar_colour_field"_s).toString();
    if (m_bookings)
        m_bookings->restore(settings, prefix);
    m_pane->setLook(calendarLookFromName(settings.value(prefix + u"calendar_look"_s).toString()));
}

} // namespace Kartoteka
