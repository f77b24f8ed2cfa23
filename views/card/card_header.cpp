// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/card_header.h"

#include "core/base/durations.h"
#include "core/items/value_text.h"
#include "core/leads/repeat_leads.h"
#include "core/pipeline/card_queries.h"
#include "core/pipeline/rotting.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"
#include "core/schema/counted_names.h"
#include "core/schema/number_patterns.h"
#include "views/card/card_lights.h"
#include "views/card/card_title.h"
#include "views/card/stage_bar.h"
#include "views/theme/focus_ring.h"
#include "views/theme/theme.h"
#include "views/widgets/icon_button.h"
#include "views/widgets/initials.h"
#include "views/widgets/menu_key.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPixmap>
#include <QPushButton>
#include <QToolButton>

namespace Kartoteka {

namespace {

constexpr int circle = 20;

QPoint below(const QWidget *widget)
{
    return widget->mapToGlobal(QPoint(0, widget->height()));
}

QString createdText(const QDate &day, const QDate &today)
{
    if (day == today)
        return CardHeader::tr("created today");
    if (day == today.addDays(-1))
        return CardHeader::tr("created yesterday");
    return CardHeader::tr("created %1").arg(shortDate(day, QLocale(), today));
}

/// How long an item has been in its stage; 0 before it is worth saying.
qint64 standingMs(const Item &item, const QDateTime &now)
{
    constexpr qint64 least = 60'000;
    const Value since = item.value(Codes::stageChangedAt);
    const qint64 standing = since.isValid() ? now.toMSecsSinceEpoch() - since.toLongLong() : 0;
    return standing >= least ? standing : 0;
}

/// Whether an item has been in its stage for as many days as it allows without movement: only such may rot.
bool hasStoodLong(const Schema &schema, const Item &item, const QDateTime &now)
{
    const Stage *stage = schema.stage(item.reference(Codes::stage));
    const int days = stage && !item.deleted ? allowedIdleDays(schema, *stage) : 0;
    return days > 0 && standingMs(item, now) >= days * dayMs;
}

/// A line of plain words with some of them in a colour of their own.
QString warned(const QString &line, const QString &words, const QColor &colour)
{
    const QString marked = words.toHtmlEscaped();
    return line.toHtmlEscaped().replace(marked, u"<span style=\"color:%1\">%2</span>"_s.arg(colour.name(), marked));
}

/// A sum that ends just where the buttons below it do: the toolkit would put a space on either side.
class AmountButton final : public QToolButton
{
public:
    using QToolButton::QToolButton;
    QSize sizeHint() const override { return fontMetrics().size(Qt::TextSingleLine, text()); }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const bool isUnder = underMouse();
        painter.setPen(Theme::of(palette()).colour(isUnder ? ColourRole::Accent : ColourRole::Text));
        painter.drawText(rect(), int(Qt::AlignRight | Qt::AlignVCenter), text());
        if (hasFocus())
            paintFocusRing(painter, rect(), Space::chipRadius, palette());
    }
};

} // namespace

CardHeader::CardHeader(Store &store, QWidget *parent) : QWidget(parent), m_store(store)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::xl, Space::l, Space::xl, Space::m);
    layout->setSpacing(Space::s);
    auto *about = new QHBoxLayout;
    about->setSpacing(Space::xs);
    m_back = makeBarButton(this, u"cardBack"_s, u"arrow-left"_s, {});
    m_back->hide();
    about->addWidget(m_back);
    m_kind = new QLabel(this);
    m_kind->setObjectName(u"cardKind"_s);
    m_kind->setFont(Theme::small(font()));
    m_kind->setProperty("muted", true);
    m_kind->setTextFormat(Qt::PlainText);
    m_kind->setMinimumWidth(0);
    m_kind->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    about->addWidget(m_kind, 1);
    m_lights = new CardLights(this);
    about->addWidget(m_lights);
    about->addSpacing(Space::xs);
    m_responsible = makeIconButton(this, u"cardResponsible"_s, u"user"_s, tr("Hand over"));
    m_responsible->setIconSize(QSize(scaled(circle, fontMetrics()), scaled(circle, fontMetrics())));
    m_previous = makeBarButton(this, u"cardPrevious"_s, u"chevron-up"_s, tr("Previous (Alt+Up)"));
    m_next = makeBarButton(this, u"cardNext"_s, u"chevron-down"_s, tr("Next (Alt+Down)"));
    m_more = makeBarButton(this, u"cardMore"_s, u"more"_s, tr("More"));
    QToolButton *close = makeBarButton(this, u"cardClose"_s, u"close"_s, tr("Close (Esc)"));
    for (QToolButton *button : {m_responsible, m_previous, m_next, m_more, close})
        about->addWidget(button);
    layout->addLayout(about);

    auto *titles = new QHBoxLayout;
    titles->setSpacing(Space::l);
    m_title = new CardTitle(this);
    titles->addWidget(m_title, 1);
    m_amount = new AmountButton(this);
    m_amount->setObjectName(u"cardAmount"_s);
    m_amount->setFont(cardTitleFont(font()));
    m_amount->setFixedHeight(QFontMetrics(m_amount->font()).height()); // what is below stands still from item to item
    titles->addWidget(m_amount, 0, Qt::AlignTop);
    layout->addLayout(titles);

    m_row = new QWidget(this);
    auto *row = new QHBoxLayout(m_row);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Space::s);
    m_stages = new StageBar(m_row);
    row->addWidget(m_stages, 1);
    const Theme &theme = Theme::of(palette());
    m_call = new QPushButton(theme.icon(u"phone"_s), tr("Call"), m_row);
    m_call->setObjectName(u"cardCall"_s);
    row->addWidget(m_call);
    m_finish = new QPushButton(tr("Finish"), m_row);
    m_finish->setObjectName(u"cardFinish"_s);
    m_finish->setIcon(theme.icon(u"chevron-down"_s, Qt::white));
    m_finish->setLayoutDirection(layoutDirection() == Qt::LeftToRight ? Qt::RightToLeft : Qt::LeftToRight); // icon behind
    makePrimary(m_finish);
    row->addWidget(m_finish);
    row->addStretch(0); // of a type without stages the button keeps its size
    layout->addWidget(m_row);

    connect(m_previous, &QToolButton::clicked, this, [this] { emit stepWanted(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { emit stepWanted(1); });
    connect(m_more, &QToolButton::clicked, this, &CardHeader::moreWanted);
    connect(m_back, &QToolButton::clicked, this, &CardHeader::backWanted);
    connect(close, &QToolButton::clicked, this, &CardHeader::closeWanted);
    connect(m_call, &QPushButton::clicked, this, &CardHeader::callWanted);
    connect(m_finish, &QPushButton::clicked, this, &CardHeader::finishWanted);
    connect(m_responsible, &QToolButton::clicked, this, &CardHeader::responsibleWanted);
    connect(m_amount, &QToolButton::clicked, this, &CardHeader::amountWanted);
}

void CardHeader::show(const SchemaPtr &schema, const Item &item, bool isNew, const QDateTime &now)
{
    const EntityType *type = schema->type(item.typeId);
    readState(schema, item, now);
    showAbout(item, isNew, now);
    m_title->setText(isNew ? newName(*type) : item.text(Codes::title));
    const Field *titleField = schema->field(item.typeId, Codes::title);
    m_title->setEditable(!isNew && titleField && titleField->editable);
    showResponsible(*schema, item, isNew);
    showAmount(*schema, isNew ? Item() : item);
    showStages(schema, item, now);
    m_more->setVisible(!isNew);
    for (QToolButton *button : {m_previous, m_next})
        button->setVisible(!isNew && !m_isAlone);
    m_finish->setVisible(type->hasStages && !isNew);
    m_row->setVisible(type->hasStages || m_call->isVisibleTo(m_row));
}

void CardHeader::showAbout(const Item &item, bool isNew, const QDateTime &now)
{
    const SchemaPtr schema = m_store.schema();
    QStringList about;
    if (!isNew)
        about << kindAndNumber(*schema, *schema->type(item.typeId), item.number);
    if (const Value created = item.value(Codes::createdAt); created.isValid() && !isNew)
        about << createdText(QDateTime::fromMSecsSinceEpoch(created.toLongLong()).date(), now.toLocalTime().date());
    QString standing;
    if (const qint64 since = standingMs(item, now); since > 0 && !isNew) {
        standing = tr("%1 in the stage").arg(durationText(since));
        about << standing;
    }
    if (!isNew && item.value(Codes::repeat).toBool())
        about << (m_how.isEmpty() ? tr("repeat", "of an item whose client was known") : m_how);
    if (item.deleted)
        about << tr("in the recycle bin");
    const QString said = about.join(u" · "_s);
    const bool warns = m_rots && !standing.isEmpty();
    m_kind->setTextFormat(warns ? Qt::RichText : Qt::PlainText);
    m_kind->setText(warns ? warned(said, standing, Theme::of(palette()).colour(ColourRole::Warning)) : said);
    m_kind->setToolTip(said);
    m_kind->setAccessibleName(said);
}

void CardHeader::readState(const SchemaPtr &schema, const Item &item, const QDateTime &now)
{
    struct State
    {
        SharedMarks marks;
        bool rots = false;
    };
    m_reading.cancel();
    m_reading = CancelToken();
    if (!(m_known == item.ref())) {
        m_how.clear();
        m_rots = false;
    }
    m_known = item.ref();
    const bool isRepeat = item.value(Codes::repeat).toBool();
    const bool mayRot = hasStoodLong(*schema, item, now);
    m_rots = m_rots && mayRot;
    if (item.id == 0 || (!isRepeat && !mayRot))
        return;
    const auto read = [item, isRepeat, mayRot, now](ReadContext &context) -> Result<State> {
        State state;
        if (isRepeat) {
            auto marks = sharedMarks(context, item);
            if (!marks)
                return marks.error();
            state.marks = *marks;
        }
        if (mayRot) {
            auto cards = readCards(context, item.typeId, {item.id}, now.toMSecsSinceEpoch());
            if (!cards)
                return cards.error();
            state.rots = !cards->isEmpty() && cards->constFirst().idleSince.isValid();
        }
        return state;
    };
    m_store.read<State>(m_reading, read).then(this, [this, item, token = m_reading](const Result<State> &state) {
        if (token.isCancelled() || !state)
            return;
        const auto [phone, email] = state->marks;
        m_how = !phone && !email ? QString() // somebody has named the client
            : !email             ? tr("repeat: the same phone")
            : !phone             ? tr("repeat: the same e-mail")
                                 : tr("repeat: the same phone and e-mail");
        m_rots = state->rots;
        showAbout(item, false, m_store.clock().localNow());
    });
}

void CardHeader::showStages(const SchemaPtr &schema, const Item &item, const QDateTime &now)
{
    const EntityType *type = schema->type(item.typeId);
    m_stages->setVisible(type->hasStages);
    const Pipeline *pipeline = schema->pipeline(item.reference(Codes::pipeline));
    if (!pipeline)
        pipeline = schema->defaultPipeline(type->id);
    if (!type->hasStages || !pipeline)
        return;
    const qint64 stage = item.reference(Codes::stage);
    const qint64 standing = standingMs(item, now);
    m_stages->setStages(schema, pipeline->id, stage != 0 ? stage : schema->firstStage(pipeline->id)->id,
                        standing > 0 ? durationText(standing) : QString());
}

void CardHeader::showResponsible(const Schema &schema, const Item &item, bool isNew)
{
    const User *user = schema.user(item.reference(Codes::responsible));
    m_responsible->setVisible(!isNew && schema.field(item.typeId, Codes::responsible));
    const int side = scaled(circle, fontMetrics());
    m_responsible->setIcon(user ? QIcon(QPixmap::fromImage(initialsImage(*user, side, devicePixelRatioF(), font())))
                                : Theme::of(palette()).icon(u"user"_s, ColourRole::Muted));
    const QString tip = user ? tr("Responsible: %1. Click to hand over").arg(user->name) : tr("No one is responsible");
    m_responsible->setToolTip(tip);
    m_responsible->setAccessibleName(tip);
}

void CardHeader::showAmount(const Schema &schema, const Item &item)
{
    const Field *amount = schema.field(item.typeId, Codes::amount);
    const Value value = item.value(Codes::amount);
    m_amount->setVisible(amount && value.isValid());
    if (!m_amount->isVisibleTo(this))
        return;
    const QString sum = valueText(schema, *amount, value);
    m_amount->setText(sum);
    const QString whole = tr("%1: %2", "a field and its value").arg(displayName(*amount), sum);
    m_amount->setToolTip(whole);
    m_amount->setAccessibleName(whole);
}

void CardHeader::setBack(const QString &title)
{
    m_back->setVisible(!title.isEmpty());
    const QString said = tr("Back to “%1” (%2 or Esc)").arg(title, keyText(QKeySequence::Back));
    m_back->setToolTip(said);
    m_back->setAccessibleName(said);
}

void CardHeader::setCallable(bool isCallable)
{
    m_call->setVisible(isCallable);
    m_row->setVisible(isCallable || m_stages->isVisibleTo(m_row));
}

QPoint CardHeader::menuPlace() const
{
    return below(m_more);
}

QPoint CardHeader::finishPlace() const
{
    return below(m_finish);
}

QPoint CardHeader::callPlace() const
{
    return below(m_call);
}

QPoint CardHeader::responsiblePlace() const
{
    return below(m_responsible);
}

} // namespace Kartoteka
