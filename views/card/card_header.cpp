// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/card_header.h"

#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"
#include "views/card/card_title.h"
#include "views/card/stage_bar.h"
#include "views/theme/theme.h"
#include "views/widgets/icon_button.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace Kartoteka {

CardHeader::CardHeader(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::xl, Space::m, Space::m, Space::m);
    layout->setSpacing(Space::s);
    auto *row = new QHBoxLayout;
    row->setSpacing(Space::xs);
    auto *titles = new QVBoxLayout;
    titles->setSpacing(0);
    m_kind = new QLabel(this);
    m_kind->setFont(Theme::small(font()));
    m_kind->setProperty("muted", true);
    m_title = new CardTitle(this);
    titles->addWidget(m_kind);
    titles->addWidget(m_title);
    row->addLayout(titles, 1);
    m_previous = makeIconButton(this, u"cardPrevious"_s, u"chevron-up"_s, tr("Previous (Alt+Up)"));
    m_next = makeIconButton(this, u"cardNext"_s, u"chevron-down"_s, tr("Next (Alt+Down)"));
    m_more = makeIconButton(this, u"cardMore"_s, u"more"_s, tr("More"));
    QToolButton *close = makeIconButton(this, u"cardClose"_s, u"close"_s, tr("Close (Esc)"));
    for (QToolButton *button : {m_previous, m_next, m_more, close})
        row->addWidget(button, 0, Qt::AlignTop);
    layout->addLayout(row);
    m_stages = new StageBar(this);
    layout->addWidget(m_stages);
    connect(m_previous, &QToolButton::clicked, this, [this] { emit stepWanted(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { emit stepWanted(1); });
    connect(m_more, &QToolButton::clicked, this, &CardHeader::moreWanted);
    connect(close, &QToolButton::clicked, this, &CardHeader::closeWanted);
}

void CardHeader::show(const SchemaPtr &schema, const Item &item, bool isNew)
{
    const EntityType *type = schema->type(item.typeId);
    m_kind->setText(isNew ? tr("%1 · new").arg(displayName(*type)) : tr("%1 #%2").arg(displayName(*type), item.number));
    m_title->setText(isNew ? tr("New: %1").arg(displayName(*type)) : item.text(Codes::title));
    const Field *titleField = schema->field(item.typeId, Codes::title);
    m_title->setEditable(!isNew && titleField && titleField->editable);
    m_stages->setVisible(type->hasStages);
    const Pipeline *pipeline = schema->pipeline(item.reference(Codes::pipeline));
    if (!pipeline)
        pipeline = schema->defaultPipeline(type->id);
    if (type->hasStages && pipeline) {
        const qint64 stage = item.reference(Codes::stage);
        m_stages->setStages(schema, pipeline->id, stage != 0 ? stage : schema->firstStage(pipeline->id)->id);
    }
    for (QToolButton *button : {m_previous, m_next, m_more})
        button->setVisible(!isNew);
}

QPoint CardHeader::menuPlace() const
{
    return m_more->mapToGlobal(QPoint(0, m_more->height()));
}

} // namespace Kartoteka
