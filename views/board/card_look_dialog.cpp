// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/board/card_look_dialog.h"

#include "core/items/item_queries.h"
#include "core/items/value_text.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"
#include "views/widgets/dialog_buttons.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPaintEvent>
#include <QVBoxLayout>

namespace Kartoteka {

namespace {

/// The sample card, drawn as on the board.
class CardPreview final : public QWidget
{
public:
    CardPreview(const CardLookDialog &dialog, const Store &store, const Card &card, QWidget *parent)
        : QWidget(parent), m_dialog(dialog), m_store(store), m_card(card)
    {
        setMinimumWidth(scaled(300, fontMetrics()));
        setAccessibleName(CardLookDialog::tr("Preview of a card"));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(Theme::of(palette()).colour(ColourRole::Lane));
        painter.drawRoundedRect(rect(), Space::laneRadius, Space::laneRadius);
        const CardPainter card(font(), palette(), m_dialog.look());
        const qint64 now = m_store.clock().now();
        const int wide = width() - 2 * Space::m;
        card.paint(painter, QRect(Space::m, Space::m, wide, card.height(m_card, wide)), m_card, {}, m_store.schema(), now);
    }

private:
    const CardLookDialog &m_dialog;
    const Store &m_store;
    const Card &m_card;
};

} // namespace

CardLookDialog::CardLookDialog(Store &store, qint64 typeId, const CardLook &look, const Card &sample, QWidget *parent)
    : WalkedDialog(parent), m_store(store), m_typeId(typeId), m_sample(sample)
{
    setWindowTitle(tr("What cards show"));
    resize(dialogSize(*parent, {720, 520}));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::xl, Space::l, Space::xl, Space::l);
    layout->setSpacing(Space::m);
    auto *title = new QLabel(tr("What cards show"), this);
    title->setFont(Theme::title(font()));
    layout->addWidget(title);
    auto *halves = new QHBoxLayout;
    halves->setSpacing(Space::xl);
    auto *left = new QVBoxLayout;
    left->setSpacing(Space::s);
    const auto addBox = [&](const QString &text, bool on, const QString &name) {
        auto *box = new QCheckBox(text, this);
        box->setObjectName(name);
        box->setChecked(on);
        left->addWidget(box);
        connect(box, &QCheckBox::toggled, this, &CardLookDialog::showSample);
        return box;
    };
    m_amount = addBox(tr("Amount"), look.amount, u"lookAmount"_s);
    m_amount->setVisible(store.schema()->field(typeId, Codes::amount)); // "no amount" would be on every card of a company
    m_client = addBox(tr("Client, with Call and Write buttons"), look.client, u"lookClient"_s);
    m_age = addBox(tr("Days without movement, when there are too many"), look.age, u"lookAge"_s);
    m_tags = addBox(tr("Tags"), look.tags, u"lookTags"_s);
    auto *more = new QLabel(tr("Plus a line for each of these (drag to reorder):"), this);
    more->setProperty("muted", true);
    left->addWidget(more);
    m_fields = new QListWidget(this);
    m_fields->setObjectName(u"lookFields"_s);
    m_fields->setDragDropMode(QAbstractItemView::InternalMove);
    m_fields->setAccessibleName(more->text());
    QStringList chosen;
    for (const CardLook::Field &field : look.fields)
        chosen << field.code;
    QList<Field> fields;
    for (const QString &code : std::as_const(chosen)) {
        if (const Field *field = store.schema()->field(typeId, code))
            fields << *field;
    }
    for (const Field &field : store.schema()->fields(typeId)) {
        const bool stands = field.code == Codes::title || field.code == Codes::stage || field.code == Codes::pipeline
            || field.code == Codes::amount || field.code == Codes::tags;
        if (!stands && !chosen.contains(field.code) && field.type != FieldType::File)
            fields << field;
    }
    for (const Field &field : std::as_const(fields)) {
        auto *item = new QListWidgetItem(displayName(field), m_fields);
        item->setData(Qt::UserRole, field.code);
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(chosen.contains(field.code) ? Qt::Checked : Qt::Unchecked);
    }
    left->addWidget(m_fields, 1);
    halves->addLayout(left, 1);
    m_preview = new CardPreview(*this, store, m_sample, this);
    halves->addWidget(m_preview, 1);
    layout->addLayout(halves, 1);
    addDialogButtons(this, layout, tr("Save"), u"lookAccept"_s);
    connect(m_fields, &QListWidget::itemChanged, this, &CardLookDialog::showSample);
    connect(m_fields->model(), &QAbstractItemModel::rowsMoved, this, &CardLookDialog::showSample);
    showSample();
}

CardLook CardLookDialog::look() const
{
    CardLook look{
        m_amount->isChecked() && !m_amount->isHidden(), m_client->isChecked(), m_age->isChecked(), m_tags->isChecked(), {}};
    for (int i = 0; i < m_fields->count(); ++i) {
        const QListWidgetItem *item = m_fields->item(i);
        if (item->checkState() == Qt::Checked)
            look.fields.append({item->data(Qt::UserRole).toString(), item->text()});
    }
    return look;
}

void CardLookDialog::showSample()
{
    m_sample.more.clear();
    const ReadContext reader = m_store.reader();
    const TitleSource titles = [&reader](const ItemRef &ref) { return itemTitle(reader, ref); };
    const auto item = readItem(reader, {m_typeId, m_sample.id, {}});
    for (const CardLook::Field &shown : look().fields) {
        const Field *field = m_store.schema()->field(m_typeId, shown.code);
        const QString value = item && field
            ? valueText(*m_store.schema(), *field, item->value(shown.code), titles).simplified()
            : QString();
        m_sample.more << (value.isEmpty() ? u"…"_s : value);
    }
    m_preview->update();
}

} // namespace Kartoteka
