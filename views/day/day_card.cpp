// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/day/day_card.h"

#include "core/base/person_name.h"
#include "core/clients/clients.h"
#include "core/items/item_queries.h"
#include "core/items/value_text.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"
#include "core/timeline/entry_words.h"
#include "models/base/moment_text.h"
#include "views/theme/theme.h"
#include "views/widgets/dot.h"
#include "views/widgets/elided_label.h"
#include "views/widgets/empty_layout.h"
#include "views/widgets/flow_layout.h"
#include "views/widgets/menu_text.h"
#include "views/widgets/tip_text.h"

#include <QGridLayout>
#include <QLabel>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace Kartoteka {

namespace {

constexpr int lastEntries = 5;
constexpr qsizetype mostFields = 6;
constexpr qsizetype longestText = 300;
constexpr int dotSide = 8;
constexpr int besideTitle = 2; ///< as the sheet has it
constexpr int names = 140;     ///< width of the column of names

const QStringList &nameParts()
{
    static const QStringList parts{Codes::lastName, Codes::firstName, Codes::middleName};
    return parts;
}

QString personOf(const Schema &schema, const Item &item)
{
    const auto part = [&](int index) {
        const Field *field = schema.field(item.typeId, nameParts()[index]);
        return field && !field->hidden ? item.text(field->code) : QString();
    };
    return personName(part(0), part(1), part(2));
}

/// What an item has filled in besides what is told of it elsewhere: enough to know it again while one is talking. By names.
QList<std::pair<QString, QString>> filledFields(const ReadContext &context, const Item &item)
{
    static const QStringList toldElsewhere{Codes::title,      Codes::responsible, Codes::createdAt, Codes::createdBy,
                                           Codes::modifiedAt, Codes::modifiedBy,  Codes::stage,     Codes::amount};
    // Clients stand above with their numbers.
    static const QList<FieldType> otherTypes{FieldType::Pipeline, FieldType::Phone, FieldType::Email, FieldType::Link};
    const TitleSource titles = [&context](const ItemRef &ref) { return itemTitle(context, ref); };
    QList<std::pair<QString, QString>> filled;
    for (const Field &field : context.schema->fields(item.typeId)) {
        const Value value = item.value(field.code);
        if (filled.size() == mostFields)
            break;
        if (field.hidden || !field.editable || !value.isValid() || toldElsewhere.contains(field.code)
            || otherTypes.contains(field.type) || nameParts().contains(field.code))
            continue;
        if (const QString text = valueText(*context.schema, field, value, titles); !text.isEmpty())
            filled.append({displayName(field), text});
    }
    return filled;
}

QString amountText(const Schema &schema, const Item &item)
{
    const Field *amount = schema.field(item.typeId, Codes::amount);
    return amount && !amount->hidden ? valueText(schema, *amount, item.value(Codes::amount), {}) : QString();
}

} // namespace

/// What is told of an item besides its title.
struct DayCard::Details
{
    struct Line
    {
        qint64 at = 0;
        QString text;
        bool operator==(const Line &) const = default;
    };
    bool operator==(const Details &) const = default;

    Item item;
    QString person; ///< whose name stands in its own fields
    QString amount;
    QString stage;
    QString stageColour;
    QList<std::pair<QString, QString>> fields;
    QList<ClientReach> clients;
    QString comment; ///< the last one; empty: nobody has written any
    QString commentBy;
    qint64 commentAt = 0;
    QList<Line> lines;
};

DayCard::DayCard(Store &store, QWidget *parent)
    : QFrame(parent)
    , m_store(store)
    , m_item(new QToolButton(this))
    , m_amount(new QLabel(this))
    , m_dot(new QLabel(this))
    , m_stage(new QLabel(this))
    , m_details(new QVBoxLayout)
{
    setObjectName(u"dayCard"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::l, Space::m, Space::l, Space::l);
    layout->setSpacing(Space::xs);
    auto *head = new QHBoxLayout;
    head->setSpacing(Space::m);
    m_item->setObjectName(u"dayItem"_s);
    m_item->setFont(Theme::strong(font()));
    m_item->setMinimumWidth(1);
    connect(m_item, &QToolButton::clicked, this, [this] { emit openWanted(m_shown); });
    head->addWidget(m_item);
    head->addStretch(1);
    m_amount->setObjectName(u"dayAmount"_s);
    m_amount->setFont(Theme::strong(font()));
    head->addWidget(m_amount);
    layout->addLayout(head);
    auto *where = new QHBoxLayout;
    where->setContentsMargins(2, 0, 0, 0); // as the button above
    where->setSpacing(Space::s);
    m_stage->setObjectName(u"dayStage"_s);
    m_stage->setTextFormat(Qt::PlainText);
    where->addWidget(m_dot);
    where->addWidget(m_stage, 1);
    layout->addLayout(where);
    m_details->setSpacing(Space::s);
    layout->addLayout(m_details);
    hide();
}

DayCard::~DayCard() = default;

void DayCard::setItem(const ItemRef &item, const QString &title)
{
    if (item.id == 0) {
        clear();
        return;
    }
    m_title = title;
    if (!(item == m_shown)) {
        emptyLayout(m_details);
        for (QLabel *label : {m_amount, m_dot, m_stage})
            label->clear();
        m_calls.clear();
        m_mails.clear();
        m_told.reset();
    }
    m_shown = item;
    showTitle();
    read();
    show();
}

void DayCard::showTitle()
{
    m_item->setText({});
    const int beside = m_item->sizeHint().width()
        + (m_amount->text().isEmpty() ? 0 : m_amount->sizeHint().width() + Space::m);
    const QString shown = m_item->fontMetrics().elidedText(m_title, Qt::ElideRight,
                                                           contentsRect().width() - 2 * Space::l - beside);
    m_item->setText(menuText(shown));
    // By its hint the toolkit would set its words further in than those below.
    m_item->setFixedWidth(m_item->fontMetrics().horizontalAdvance(shown) + 2 * besideTitle + 1);
    m_item->setAccessibleName(m_title);
    m_item->setToolTip(shown == m_title ? tr("Open the card (Enter)") : tipText({m_title, tr("Open the card (Enter)")}));
}

void DayCard::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showTitle();
}

void DayCard::clear()
{
    m_load.cancel();
    m_shown = {};
    m_told.reset();
    emptyLayout(m_details);
    m_calls.clear();
    m_mails.clear();
    hide();
}

void DayCard::read()
{
    m_load.cancel();
    m_load = CancelToken();
    m_store
        .read<Details>(
            m_load,
            [ref = m_shown, now = m_store.clock().now()](const ReadContext &context) -> Result<Details> {
                auto item = readItem(context, ref);
                if (!item)
                    return item.error();
                const Schema &schema = *context.schema;
                Details details;
                details.item = *item;
                details.person = personOf(schema, *item);
                details.amount = amountText(schema, *item);
                details.fields = filledFields(context, *item);
                if (const Stage *stage = schema.stage(item->reference(Codes::stage))) {
                    const qint64 since = item->value(Codes::stageChangedAt).toLongLong();
                    details.stage = since == 0
                        ? displayName(schema, *stage)
                        : tr("%1 · for %2", "a stage, how long").arg(displayName(schema, *stage), durationText(now - since));
                    details.stageColour = stage->colour;
                }
                auto clients = clientsOf(context, *item);
                if (!clients)
                    return clients.error();
                details.clients = *clients;
                auto comments = readTimeline(context, ref, {}, 1, {.groups = {EntryGroup::Comments}});
                if (!comments)
                    return comments.error();
                if (!comments->entries.isEmpty()) {
                    const TimelineEntry &last = comments->entries.constFirst();
                    const User *author = schema.user(last.author);
                    details.comment = entryWords(context, ref, last).text;
                    details.commentBy = author ? author->name : QString();
                    details.commentAt = last.at;
                }
                // The comment stands above.
                auto page = readTimeline(context, ref, {}, lastEntries,
                                         {.groups = {EntryGroup::Activities, EntryGroup::Stages, EntryGroup::Fields,
                                                     EntryGroup::Files, EntryGroup::Events}});
                if (!page)
                    return page.error();
                page->entries.removeIf([](const TimelineEntry &one) { return one.kind == EntryKind::ReminderFired; });
                for (const TimelineEntry &entry : std::as_const(page->entries)) {
                    const EntryWords words = entryWords(context, ref, entry);
                    const QString detail = words.detail.section(u'\n', 0, 0);
                    details.lines.append({entry.at, detail.isEmpty() ? words.text : words.text + u": "_s + detail});
                }
                return details;
            })
        .then(this, [this, token = m_load](const Result<Details> &details) {
            if (token.isCancelled())
                return;
            if (details)
                take(*details);
            else
                emit failed(details.error());
        });
}

QLabel *DayCard::makeText(const QString &text, bool isMuted)
{
    auto *label = new QLabel(text.simplified().left(longestText), this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setProperty("muted", isMuted);
    return label;
}

/// A client with the ways to speak with them.
void DayCard::addClient(const QString &name, const QList<ReachTarget> &targets)
{
    auto *row = new QWidget(this);
    auto *flow = new FlowLayout(row, Space::xs);
    auto *who = new ElidedLabel(name, row);
    who->setTextFormat(Qt::PlainText);
    who->setContentsMargins(2, 0, 0, 0);
    const int column = scaled(names, fontMetrics()) + Space::s;
    who->setFixedWidth(qBound(column, who->sizeHint().width(), 2 * column));
    flow->addWidget(who);
    const Theme &theme = Theme::of(palette());
    for (const ReachTarget &target : targets) {
        auto *button = new QToolButton(row);
        button->setObjectName(u"dayReach"_s);
        button->setProperty("pill", true);
        button->setIcon(theme.icon(target.way == ReachWay::Call ? u"phone"_s : u"mail"_s));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        const QString shown = fontMetrics().elidedText(target.shown, Qt::ElideMiddle, 3 * column / 2);
        button->setText(menuText(shown));
        if (shown != target.shown)
            button->setToolTip(target.shown);
        button->setAccessibleName((target.way == ReachWay::Call
                                       ? tr("Call %1", "a number, or a number and whose it is")
                                       : tr("Write to %1", "an address, or an address and whose it is"))
                                      .arg(name.isEmpty() ? target.shown : u"%1, %2"_s.arg(target.shown, name)));
        connect(button, &QToolButton::clicked, this, [this, target] { emit reachWanted(target); });
        flow->addWidget(button);
        who->setMinimumHeight(button->sizeHint().height());
    }
    m_details->addWidget(row);
}

void DayCard::addClients(const Details &details)
{
    m_calls = callTargets(details.item, details.clients);
    m_mails = mailTargets(details.item, details.clients);
    // By whose they are: two may have one name.
    const auto waysTo = [this](const ItemRef &client) {
        QList<ReachTarget> ways = m_calls + m_mails;
        ways.removeIf([&client](const ReachTarget &one) { return !(one.client == client); });
        return ways;
    };
    for (const ClientReach &client : details.clients)
        addClient(client.title, waysTo(client.client));
    // What stands in the item's own fields is nobody's but of whose name does.
    const bool isKnown = std::ranges::any_of(details.clients,
                                             [&](const ClientReach &one) { return one.title == details.person; });
    const QList<ReachTarget> own = waysTo({});
    if (!own.isEmpty() || (!details.person.isEmpty() && !isKnown))
        addClient(details.person, own);
}

/// As rows of a card: the names muted, what they hold beside them.
void DayCard::addFields(const QList<std::pair<QString, QString>> &fields)
{
    if (fields.isEmpty())
        return;
    auto *rows = new QGridLayout;
    rows->setContentsMargins(2, Space::xs, 0, 0);
    rows->setHorizontalSpacing(Space::m);
    rows->setVerticalSpacing(Space::s);
    rows->setColumnMinimumWidth(0, scaled(names, fontMetrics()));
    rows->setColumnStretch(1, 1);
    m_details->addLayout(rows);
    for (const auto &[name, text] : fields) {
        const int row = rows->rowCount();
        QLabel *label = makeText(name, true);
        label->setMaximumWidth(scaled(names, fontMetrics()));
        rows->addWidget(label, row, 0, Qt::AlignTop);
        rows->addWidget(makeText(text), row, 1);
    }
}

void DayCard::addComment(const Details &details)
{
    if (details.comment.isEmpty())
        return;
    auto *box = new QFrame(this);
    box->setObjectName(u"dayComment"_s);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(Space::m, Space::s, Space::m, Space::s);
    layout->setSpacing(2);
    layout->addWidget(makeText(details.comment));
    const QDate today = m_store.clock().localNow().date();
    QStringList by{details.commentBy, momentText(QDateTime::fromMSecsSinceEpoch(details.commentAt), today)};
    by.removeAll(QString());
    QLabel *said = makeText(by.join(u" · "_s), true);
    said->setFont(Theme::small(font()));
    layout->addWidget(said);
    m_details->addWidget(box);
}

/// What happened last, each with when.
void DayCard::addEvents(const Details &details)
{
    if (details.lines.isEmpty())
        return;
    auto *rows = new QGridLayout;
    rows->setContentsMargins(2, Space::xs, 0, 0);
    rows->setHorizontalSpacing(Space::m);
    rows->setVerticalSpacing(Space::xs);
    rows->setColumnMinimumWidth(0, scaled(names, fontMetrics()));
    rows->setColumnStretch(1, 1);
    m_details->addLayout(rows);
    const QDate today = m_store.clock().localNow().date();
    for (const Details::Line &line : details.lines) {
        const int row = rows->rowCount();
        QLabel *when = makeText(momentText(QDateTime::fromMSecsSinceEpoch(line.at), today), true);
        QLabel *what = makeText(line.text, true);
        for (QLabel *label : {when, what})
            label->setFont(Theme::small(font()));
        rows->addWidget(when, row, 0, Qt::AlignTop);
        rows->addWidget(what, row, 1);
    }
}

void DayCard::take(const Details &details)
{
    if (m_told && *m_told == details)
        return; // a button may be about to be pressed
    m_told = std::make_unique<const Details>(details);
    emptyLayout(m_details);
    m_amount->setText(details.amount);
    showTitle();
    m_stage->setText(details.stage);
    m_dot->setVisible(!details.stage.isEmpty());
    m_stage->setVisible(!details.stage.isEmpty());
    if (!details.stage.isEmpty()) {
        const int side = scaled(dotSide, fontMetrics());
        QPixmap dot(QSize(side, side) * devicePixelRatio());
        dot.setDevicePixelRatio(devicePixelRatio());
        dot.fill(Qt::transparent);
        QPainter painter(&dot);
        paintDot(painter, {0, 0, side, side}, QColor(details.stageColour), Theme::of(palette()));
        painter.end();
        m_dot->setPixmap(dot);
    }
    addClients(details);
    addFields(details.fields);
    addComment(details);
    addEvents(details);
}

} // namespace Kartoteka
