// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calendar/slot_dialog.h"

#include "core/calendar/calendar_plan.h"
#include "core/calendar/day_words.h"
#include "core/calendar/slot_reply.h"
#include "core/calendar/slot_texts.h"
#include "core/items/date_parse.h"
#include "core/items/value_text.h"
#include "core/query/item_query.h"
#include "core/schema/activity_codes.h"
#include "core/schema/codes.h"
#include "core/schema/resource_codes.h"
#include "core/schema/roles.h"
#include "core/transfer/calendar_export.h"
#include "models/calendar/calendar_period.h"
#include "views/calendar/calendar_colours.h"
#include "views/theme/theme.h"
#include "views/widgets/file_chooser.h"

#include <QCalendarWidget>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDateEdit>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>

#include <algorithm>

namespace Kartoteka {

namespace {

constexpr int idRole = Qt::UserRole;
constexpr int personRole = Qt::UserRole + 1;
constexpr int spanRole = Qt::UserRole; ///< index among the free spans
constexpr int usualDays = 6;           ///< after the first
constexpr int heldDays = 3;
constexpr int replyLines = 2;
constexpr int dateWidth = 136;
constexpr int longestReply = 4000;

/// Whether other times may be free than before.
bool mayConcern(const CommitNotice &notice, const Schema &schema)
{
    return notice.whole || notice.external || notice.schemaChanged
        || std::ranges::any_of(notice.records, [&schema](const RecordChange &one) {
               const EntityType *type = schema.type(one.typeId);
               return one.table == Codes::resourceHours
                   || (type && (isActivities(*type) || type->code == Codes::resourceType));
           });
}

QLabel *label(const QString &text, QWidget *parent, QWidget *buddy = nullptr)
{
    auto *one = new QLabel(text, parent);
    one->setFont(Theme::small(parent->font()));
    one->setProperty("muted", true);
    one->setBuddy(buddy);
    return one;
}

} // namespace

SlotDialog::SlotDialog(Store &store, const QList<CalendarLane> &resources, const QList<Who> &chosen, const QDate &from,
                       QWidget *parent)
    : WalkedDialog(parent), m_store(store)
{
    setObjectName(u"slotDialog"_s);
    setWindowTitle(tr("Free times"));
    resize(dialogSize(*parent->window(), {760, 560}));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::xl, Space::l, Space::xl, Space::l);
    layout->setSpacing(Space::m);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(Space::xl);
    columns->addWidget(makeQuestion(resources, chosen, from));
    columns->addWidget(makeAnswer(), 1);
    layout->addLayout(columns, 1);
    layout->addWidget(makeFoot());
    connect(&store, &Store::committed, this, [this](const CommitNotice &notice) {
        if (mayConcern(notice, *m_store.schema()))
            ask(); // what was held is free no more
    });
    ask();
}

QWidget *SlotDialog::makeQuestion(const QList<CalendarLane> &resources, const QList<Who> &chosen, const QDate &from)
{
    auto *side = new QWidget(this);
    side->setFixedWidth(scaled(240, fontMetrics()));
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::s);
    m_who = new QListWidget(side);
    m_who->setObjectName(u"slotWho"_s);
    m_who->setAccessibleName(tr("Whose time"));
    const auto add = [&](const Who &who, const QString &name) {
        auto *item = new QListWidgetItem(name, m_who);
        item->setData(idRole, who.id);
        item->setData(personRole, who.isPerson);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(chosen.contains(who) ? Qt::Checked : Qt::Unchecked);
    };
    for (const User &user : m_store.schema()->users()) {
        if (user.active)
            add({true, user.id}, user.name);
    }
    for (const CalendarLane &resource : resources)
        add({false, resource.id}, resource.name);
    layout->addWidget(label(tr("Whose time"), side, m_who));
    layout->addWidget(m_who, 1);
    auto *days = new QHBoxLayout;
    days->setSpacing(Space::xs);
    for (QDateEdit **edit : {&m_from, &m_to}) {
        *edit = new QDateEdit(edit == &m_from ? from : from.addDays(usualDays), side);
        (*edit)->setCalendarPopup(true);
        (*edit)->setDisplayFormat(typedDayFormat());
        (*edit)->calendarWidget()->setFirstDayOfWeek(firstDayOfWeek(*m_store.schema()));
        (*edit)->setAccessibleName(edit == &m_from ? tr("First day") : tr("Last day"));
        days->addWidget(*edit, 1);
        connect(*edit, &QDateEdit::dateChanged, this, &SlotDialog::ask);
    }
    layout->addWidget(label(tr("Days"), side, m_from));
    layout->addLayout(days);
    m_minutes = new QComboBox(side);
    m_minutes->setObjectName(u"slotMinutes"_s);
    m_minutes->setAccessibleName(tr("Duration"));
    for (const int minutes : {15, 30, 45, 60, 90, 120, 180, 240})
        m_minutes->addItem(durationText(qint64(minutes) * 60'000), minutes);
    m_minutes->setCurrentIndex(3);
    m_step = new QComboBox(side);
    m_step->setObjectName(u"slotStep"_s);
    m_step->setAccessibleName(tr("Beginning"));
    m_step->addItem(tr("at any time"), 0);
    for (const int minutes : {15, 30, 60, 120})
        m_step->addItem(tr("every %1").arg(durationText(qint64(minutes) * 60'000)), minutes);
    auto *length = new QGridLayout;
    length->setSpacing(Space::xs);
    length->addWidget(label(tr("At least"), side, m_minutes), 0, 0);
    length->addWidget(label(tr("Beginning"), side, m_step), 0, 1);
    length->addWidget(m_minutes, 1, 0);
    length->addWidget(m_step, 1, 1);
    length->setColumnStretch(0, 1);
    length->setColumnStretch(1, 1);
    layout->addLayout(length);
    m_anyHour = new QCheckBox(tr("Outside working hours too"), side);
    m_ofAny = new QCheckBox(tr("One of them is enough"), side);
    m_ofAny->setObjectName(u"slotOfAny"_s);
    layout->addWidget(m_anyHour);
    layout->addWidget(m_ofAny);
    connect(m_who, &QListWidget::itemChanged, this, &SlotDialog::ask);
    connect(m_minutes, &QComboBox::activated, this, &SlotDialog::ask);
    connect(m_step, &QComboBox::activated, this, &SlotDialog::ask);
    connect(m_anyHour, &QCheckBox::toggled, this, &SlotDialog::ask);
    connect(m_ofAny, &QCheckBox::toggled, this, &SlotDialog::ask);
    return side;
}

QWidget *SlotDialog::makeAnswer()
{
    auto *side = new QWidget(this);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::s);
    m_found = label({}, side);
    m_found->setObjectName(u"slotFound"_s);
    m_found->setTextFormat(Qt::PlainText);
    m_found->setWordWrap(true);
    layout->addWidget(m_found);
    m_spans = new QListWidget(side);
    m_spans->setObjectName(u"slotSpans"_s);
    m_spans->setAccessibleName(tr("Free times"));
    layout->addWidget(m_spans, 1);
    connect(m_spans, &QListWidget::itemChanged, this, &SlotDialog::enableActs);
    m_title = new QLineEdit(side);
    m_title->setObjectName(u"slotTitle"_s);
    m_title->setPlaceholderText(tr("Meeting"));
    m_title->setAccessibleName(tr("Purpose"));
    layout->addWidget(label(tr("Purpose"), side, m_title));
    layout->addWidget(m_title);
    m_reply = new QPlainTextEdit(side); // a letter has lines, and some of them are ours
    m_reply->setObjectName(u"slotReply"_s);
    m_reply->setPlaceholderText(tr("Paste it: “Tuesday at 15 would do”"));
    m_reply->setAccessibleName(tr("What was answered"));
    m_reply->setTabChangesFocus(true);
    m_reply->setFixedHeight(m_reply->fontMetrics().lineSpacing() * replyLines + 2 * Space::m);
    layout->addWidget(label(tr("What was answered"), side, m_reply));
    auto *row = new QHBoxLayout;
    row->addWidget(m_reply, 1);
    m_book = new QPushButton(tr("Book"), side);
    m_book->setObjectName(u"slotBook"_s);
    m_book->setEnabled(false);
    row->addWidget(m_book, 0, Qt::AlignTop);
    layout->addLayout(row);
    m_understood = label({}, side);
    m_understood->setObjectName(u"slotUnderstood"_s);
    m_understood->setTextFormat(Qt::PlainText);
    layout->addWidget(m_understood);
    connect(m_reply, &QPlainTextEdit::textChanged, this, &SlotDialog::readReply);
    connect(m_book, &QPushButton::clicked, this, &SlotDialog::book);
    return side;
}

QWidget *SlotDialog::makeFoot()
{
    auto *foot = new QWidget(this);
    auto *layout = new QHBoxLayout(foot);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::s);
    const auto add = [&](const QString &name, const QString &text, const auto &act) {
        auto *button = new QPushButton(text, foot);
        button->setObjectName(name);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, act);
        layout->addWidget(button);
        m_acts << button;
        return button;
    };
    const QString about = tr("Until then others see these times as taken; after that they are released automatically");
    QPushButton *hold = add(u"slotHold"_s, tr("Hold until"), &SlotDialog::hold);
    hold->setToolTip(about);
    const QDate today = m_store.clock().localNow().date();
    m_until = new QDateEdit(today.addDays(heldDays), foot);
    m_until->setObjectName(u"slotUntil"_s);
    m_until->setCalendarPopup(true);
    m_until->setDisplayFormat(typedDayFormat());
    m_until->setMinimumDate(today);
    m_until->setMinimumWidth(scaled(dateWidth, fontMetrics()));
    m_until->calendarWidget()->setFirstDayOfWeek(firstDayOfWeek(*m_store.schema()));
    m_until->setAccessibleName(tr("Hold until"));
    m_until->setToolTip(about);
    layout->addWidget(m_until);
    m_acts << m_until;
    layout->addSpacing(Space::m);
    add(u"slotFile"_s, tr("As .ics file…"), &SlotDialog::saveFile);
    layout->addStretch(1);
    auto *close = new QPushButton(tr("Close"), foot);
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    layout->addWidget(close);
    QPushButton *copy = add(u"slotCopy"_s, tr("Copy as text"), &SlotDialog::copy);
    copy->setDefault(true);
    makePrimary(copy);
    return foot;
}

QList<Who> SlotDialog::who() const
{
    QList<Who> all;
    for (int row = 0; row < m_who->count(); ++row) {
        const QListWidgetItem *item = m_who->item(row);
        if (item->checkState() == Qt::Checked)
            all << Who{item->data(personRole).toBool(), item->data(idRole).toLongLong()};
    }
    return all;
}

void SlotDialog::ask()
{
    m_load.cancel();
    m_load = CancelToken();
    SlotQuery query;
    query.who = who();
    query.from = m_from->date();
    query.to = m_to->date();
    query.minutes = m_minutes->currentData().toInt();
    query.anyHour = m_anyHour->isChecked();
    query.ofAny = m_ofAny->isChecked();
    query.now = m_store.clock().now();
    if (query.who.isEmpty()) {
        m_held.clear();
        show({});
        m_found->setText(tr("Tick whose time you need."));
        return;
    }
    struct Found
    {
        QList<FreeSpan> free;
        QList<HeldTime> held;
    };
    m_store
        .read<Found>(m_load,
                     [query](const ReadContext &context) -> Result<Found> {
                         auto free = readFreeSpans(context, query);
                         auto held = free ? readHeldTimes(context, query.who, query.now)
                                          : Result<QList<HeldTime>>(free.error());
                         return held ? Result<Found>(Found{*free, *held}) : held.error();
                     })
        .then(this, [this, token = m_load, query, step = m_step->currentData().toInt()](const Result<Found> &found) {
            if (token.isCancelled())
                return;
            m_held = found ? found->held : QList<HeldTime>();
            show(found ? slotsOf(found->free, query.minutes, step) : QList<FreeSpan>());
            if (!found)
                m_found->setText(found.error().message);
        });
}

void SlotDialog::show(const QList<FreeSpan> &spans)
{
    if (spans != m_free) // else one may be about to tick something
        list(spans);
    QStringList found{spans.isEmpty() ? tr("No free time on these days.")
                                      : tr("%n free time(s)", nullptr, int(spans.size()))};
    if (!m_held.isEmpty())
        found << tr("%n held until there is an answer", nullptr, int(m_held.size()));
    m_found->setText(found.join(u" · "_s));
    enableActs();
    readReply();
}

/// Under their days, all ticked.
void SlotDialog::list(const QList<FreeSpan> &spans)
{
    QSet<qint64> without; // whose ticks were taken off
    for (int row = 0; row < m_spans->count(); ++row) {
        const QListWidgetItem *item = m_spans->item(row);
        if (item->flags() & Qt::ItemIsUserCheckable && item->checkState() != Qt::Checked)
            without.insert(m_free[item->data(spanRole).toInt()].span.starts);
    }
    m_free = spans;
    const QSignalBlocker quiet(m_spans);
    m_spans->clear();
    QDate day;
    const QLocale locale;
    for (qsizetype i = 0; i < spans.size(); ++i) {
        const QDateTime from = QDateTime::fromMSecsSinceEpoch(spans[i].span.starts);
        const QDateTime until = QDateTime::fromMSecsSinceEpoch(spans[i].span.ends);
        if (from.date() != day) {
            day = from.date();
            auto *head = new QListWidgetItem(slotDayText(day, m_store.clock().localNow().date()), m_spans);
            head->setFlags(Qt::NoItemFlags);
            head->setFont(Theme::caption(font()));
        }
        auto *item = new QListWidgetItem(locale.toString(from.time(), QLocale::ShortFormat) + u'–'
                                             + locale.toString(until.time(), QLocale::ShortFormat),
                                         m_spans);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(without.contains(spans[i].span.starts) ? Qt::Unchecked : Qt::Checked);
        item->setData(spanRole, i);
    }
}

QList<TimeSpan> SlotDialog::ticked() const
{
    QList<TimeSpan> spans;
    for (int row = 0; row < m_spans->count(); ++row) {
        const QListWidgetItem *item = m_spans->item(row);
        if (item->flags() & Qt::ItemIsUserCheckable && item->checkState() == Qt::Checked)
            spans << m_free[item->data(spanRole).toInt()].span;
    }
    return spans;
}

void SlotDialog::enableActs()
{
    const bool isAny = !ticked().isEmpty();
    for (QWidget *act : std::as_const(m_acts))
        act->setEnabled(isAny);
}

void SlotDialog::copy()
{
    auto *both = new QMimeData; // a letter takes the list, everything else the lines
    both->setText(slotsText(ticked()));
    both->setHtml(slotsHtml(ticked()));
    QGuiApplication::clipboard()->setMimeData(both);
    emit told(tr("Free times copied."));
}

void SlotDialog::saveFile()
{
    const QString path = askForFile(
        this, {FileQuestion::Kind::Save, tr("Free times as a file"), tr("Calendars (*.ics)"), tr("free-times") + u".ics"_s});
    if (path.isEmpty())
        return;
    if (const auto written = exportOffer(ticked(), purpose(), m_store.clock().now(), path); !written)
        emit failed(written.error());
    else
        emit told(tr("Written: %1").arg(path));
}

QString SlotDialog::purpose() const
{
    const QString title = m_title->text().trimmed();
    return title.isEmpty() ? tr("Meeting") : title;
}

void SlotDialog::hold()
{
    Hold hold;
    hold.title = purpose();
    for (const Who &one : who())
        (one.isPerson ? hold.people : hold.resources) << one.id;
    hold.until = m_until->date().endOfDay().toMSecsSinceEpoch(); // the day that is said is one of them
    const auto changes = planHold(*m_store.schema(), ticked(), hold, m_store.clock().now());
    if (!changes)
        emit failed(changes.error());
    else
        emit commitWanted(*changes, tr("Held until %1: %2").arg(dayAndMonth(m_until->date(), false), hold.title));
}

void SlotDialog::readReply()
{
    const int minutes = int(m_minutes->currentData().toLongLong());
    QList<TimeSpan> held; // what is held is what was offered
    for (const HeldTime &one : m_held)
        held << one.span;
    QList<TimeSpan> offered = held;
    for (const FreeSpan &one : m_free)
        offered << one.span;
    const auto readIn = [&](const QList<TimeSpan> &spans) {
        return readSlotReply(m_reply->toPlainText(), spans, minutes, m_store.clock().localNow(),
                             WorkCalendar(*m_store.schema()));
    };
    auto reply = readIn(held);
    if (!reply || !reply->isOffered)
        reply = readIn(offered);
    m_answer = reply ? std::optional(reply->span) : std::nullopt;
    m_book->setEnabled(m_answer && !who().isEmpty());
    m_book->setToolTip(m_book->isEnabled()   ? QString()
                           : who().isEmpty() ? tr("Tick whose time you need.")
                                             : tr("First paste the answer with a time in it."));
    if (!reply) {
        m_understood->setText(m_reply->toPlainText().trimmed().isEmpty() ? QString()
                                                                         : tr("No one time found in the answer."));
        return;
    }
    const QString when = spanText(*m_answer);
    m_understood->setText(heldFor(m_held, *m_answer) ? tr("%1, held for this").arg(when)
                              : reply->isOffered     ? tr("%1, free").arg(when)
                                                     : tr("%1, not among the free times").arg(when));
}

/// Where one of them is enough, those who have time.
QList<Who> SlotDialog::whoThen() const
{
    const auto free = std::ranges::find_if(m_free, [this](const FreeSpan &one) {
        return one.span.starts <= m_answer->starts && m_answer->ends <= one.span.ends;
    });
    return m_ofAny->isChecked() && free != m_free.cend() ? free->freeFor : who();
}

void SlotDialog::book()
{
    const QDateTime begins = QDateTime::fromMSecsSinceEpoch(m_answer->starts);
    const QDateTime ends = QDateTime::fromMSecsSinceEpoch(m_answer->ends);
    const HeldTime *held = heldFor(m_held, *m_answer);
    const QString title = held && m_title->text().trimmed().isEmpty() ? held->title : purpose();
    Members people;
    Members resources;
    qint64 responsible = m_store.user();
    for (const Who &one : whoThen()) {
        Member member;
        member.ref = {0, one.id, {}};
        (one.isPerson ? people : resources) << member;
    }
    if (!people.isEmpty() && std::ranges::none_of(people, [&](const Member &one) { return one.ref.id == responsible; }))
        responsible = people.constFirst().ref.id;
    QHash<QString, Value> values{{Codes::title, title}, {Codes::responsible, responsible}};
    const SchemaPtr schema = m_store.schema();
    const Field *kind = schema->field(schema->type(u"activity"_s)->id, Codes::kind);
    for (const ListValue &value : schema->listValues(kind->id)) {
        if (value.code == u"meeting")
            values.insert(Codes::kind, value.id);
    }
    if (people.size() > 1)
        values.insert(Codes::participants, toValue(people));
    if (!resources.isEmpty())
        values.insert(Codes::resources, toValue(resources));
    ChangeSet changes = planCreateEntry(*schema, values, {begins.date(), begins.time()}, {ends.date(), ends.time()});
    if (held)
        releaseOffer(changes, m_held, *held, m_store.clock().now());
    emit commitWanted(
        changes, held ? tr("Booked: %1. What was held besides is free again.").arg(title) : tr("Booked: %1").arg(title));
    accept();
}

} // namespace Kartoteka
